#!/usr/bin/env bash
# A table of what the enemy of the tests takes: every pack, overlay, function and template that is made to do
# harm is run as the command-line tests run it, and each class gets a line with how many there are, the run of
# them that took the processor longest and the largest process.
#
#   scripts/dev/hostile.sh       of the program in BUILD (build/), without sanitizers
#
# Status 1 when one of them was not refused as it should be, or took 2 s of the processor or 256 MiB.
set -euo pipefail
cd "$(dirname "$0")/../.."
source tests/cli/engine.sh
MEASURES=$(mktemp "${TMPDIR:-/tmp}/spbe-hostile-XXXXXX")
export MEASURES TEST_JOBS=1
trap 'rm -f "$MEASURES" "$MEASURES.log"' EXIT

# The tests that run an enemy, as lines for run_tests.
tests()
{
    local file name
    for file in hostile functions overlays report; do
        for name in $(sed -n -e 's/^\(test_[a-z0-9_]*\)() { all_refused .*/\1/p' \
            -e 's/^\(test_loops_and_recursion[a-z_]*\)().*/\1/p' \
            -e 's/^\(test_[a-z_]*overlay_of_an_enemy[a-z_]*\)().*/\1/p' \
            -e 's/^\(test_templates_that_are_hostile[a-z_]*\)().*/\1/p' "tests/cli/$file.sh"); do
            printf '%s\t%s\t%s\n' "$file $name" "tests/cli/$file.sh" "$name"
        done
    done
}

status=0
tests | run_tests >"$MEASURES.log" || status=1
grep -v '^ok' "$MEASURES.log" | grep -vE '^[0-9]+ passed, 0 failed$' || true

sort "$MEASURES" | awk '
    function line(what, count, seconds, slowest, size, largest) {
        printf "%-22s %5d   %6.2f s  %-28s %6.1f MiB  %s\n", what, count, seconds, slowest, size / 1024, largest
    }
    {
        if (!($1 " " $2 in seen)) { seen[$1 " " $2]; n[$1]++; all++ }
        if ($3 >= slow[$1]) { slow[$1] = $3; slowest[$1] = $2 }
        if ($4 >= large[$1]) { large[$1] = $4; largest[$1] = $2 }
        if ($3 >= top) { top = $3; topname = $2 }
        if ($4 >= peak) { peak = $4; peakname = $2 }
        if (!($1 in known)) { known[$1]; order[++classes] = $1 }
    }
    END {
        printf "%-22s %5s   %-38s %s\n", "class", "count", "slowest", "largest process"
        for (i = 1; i <= classes; i++) {
            c = order[i]
            line(c, n[c], slow[c], slowest[c], large[c], largest[c])
        }
        line("all", all, top, topname, peak, peakname)
        exit !(all > 0 && top < 2 && peak < 262144)
    }' || status=1
exit $status
