#!/usr/bin/env bash
# Measures which lines and branches of core/ the unit tests and the command-line tests reach. One line
# a file, the total last. Status 1 when a test failed.
set -uo pipefail
cd "$(dirname "$0")/../.."
build=${BUILD:-build}/coverage
make -j"$(nproc)" all unit COVERAGE=1 OPT='-O0 -g' BUILD="$build" || exit 1
find "$build" -name '*.gcda' -delete
export BUILD=$build SPBE_SANITIZED=1
status=0

# A part of the tests: those that failed, and the total. What failed is not measured.
part()
{
    "$@" >"$build/tests.log" 2>&1 || status=1
    grep -a '^FAIL' "$build/tests.log"
    tail -n 1 "$build/tests.log"
}
part scripts/dev/run-units.sh
part tests/cli/run.sh
part tests/messages/run.sh
part tests/limits/run.sh

for source in core/*.c; do
    gcov -b -n -o "$build/obj" "$source" 2>/dev/null |
        awk -v file="$source" '
            $0 ~ "^File \x27" file "\x27" { mine = 1; next }
            /^File / { mine = 0 }
            mine && /^Lines executed/ { split($0, part, /[:% ]+/); line = part[3]; lines = part[5] }
            mine && /^Taken at least once/ { split($0, part, /[:% ]+/); branch = part[5]; branches = part[7] }
            END { printf "%s %.2f %d %.2f %d\n", file, line, lines, branch, branches }'
done | awk '
    { printf "%-32s lines %6.2f %% of %5d   branches %6.2f %% of %5d\n", $1, $2, $3, $4, $5
      done += $2 * $3; all += $3; took += $4 * $5; ways += $5 }
    END { printf "%-32s lines %6.2f %% of %5d   branches %6.2f %% of %5d\n", "core/", done / all, all, took / ways, ways }'
exit $status
