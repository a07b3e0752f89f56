#!/usr/bin/env bash
# Sizes: at least 92 % of the functions of core/ within 40 lines and none over 80, no core/*.c over 900
# lines, and as many lines of tests as of core/. Prints the figures; status 1 when one is missed.
set -euo pipefail
cd "$(dirname "$0")/../.."
status=0

ctags -x --kinds-C=f --fields=+e --_xformat='%F %n %N %{end}' core/*.c | awk '
{
    lines = $4 - $2 + 1; all++
    if (lines <= 40) { short++ } else { long = long sprintf("    %s:%d: %s has %d lines\n", $1, $2, $3, lines) }
    if (lines > 80) { bad = 1; printf "%s:%d: %s has %d lines, more than 80\n", $1, $2, $3, lines }
}
END {
    printf "functions: %d, within 40 lines: %.1f %%\n%s", all, all ? 100 * short / all : 100, long
    if (short * 100 < all * 92) { print "fewer than 92 % of the functions are within 40 lines"; bad = 1 }
    exit bad
}' || status=1

for file in core/*.c; do
    lines=$(wc -l <"$file")
    [ "$lines" -le 900 ] || { echo "$file: $lines lines, more than 900"; status=1; }
done

core=$(cat core/*.c core/*.h | wc -l)
tests=$(find tests -type f \( -name '*.c' -o -name '*.h' -o -name '*.sh' -o -name '*.case' -o -name '*.py' \
    -o -name '*.lua' \) -exec cat {} + | wc -l)
echo "lines: core $core, tests $tests"
[ "$tests" -ge "$core" ] || { echo "there are fewer lines of tests than of core/"; status=1; }
exit $status
