#!/usr/bin/env bash
# All house rules, one line each, details under those that fail; the last line is the total.
set -uo pipefail
cd "$(dirname "$0")/../.."
passed=0
failed=0
for check in layout layers headers sizes format tables translations packs; do
    script=scripts/dev/check-$check.sh
    run=("$script")
    [ -e "$script" ] || run=(/usr/bin/python3 "scripts/dev/check-$check.py")
    if output=$("${run[@]}" 2>&1); then
        passed=$((passed + 1))
        printf 'ok    check %s\n' "$check"
    else
        failed=$((failed + 1))
        printf 'FAIL  check %s\n' "$check"
        head -n "${CHECK_LINES:-60}" <<<"$output" | sed 's/^/    /'
    fi
done
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
