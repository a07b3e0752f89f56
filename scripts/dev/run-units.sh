#!/usr/bin/env bash
# Runs the unit tests that were built into BUILD/tests, one line a program, the output of those that
# fail; the last line counts the tests inside of them.
#
#   scripts/dev/run-units.sh [NAME...]      test_<NAME>
set -uo pipefail
cd "$(dirname "$0")/../.."
folder=${BUILD:-build}/tests
passed=0
failed=0
export TEST_SECONDS=${TEST_SECONDS:-300}
# A sanitizer's finding ends the test; leaks count.
export ASAN_OPTIONS=${ASAN_OPTIONS:-detect_leaks=1:abort_on_error=0}
export UBSAN_OPTIONS=${UBSAN_OPTIONS:-print_stacktrace=1}

programs=()
if [ $# -eq 0 ]; then
    for source in tests/unit/test_*.c; do programs+=("$(basename "$source" .c)"); done
else
    for name in "$@"; do programs+=("test_$name"); done
fi
for program in "${programs[@]}"; do
    output=$(timeout -k 5 "$TEST_SECONDS" "$folder/$program" 2>&1 </dev/null)
    status=$?
    good=$(grep -c '^\[       OK \]' <<<"$output")
    bad=$(grep -cE '^\[  FAILED  \] [A-Za-z_0-9]+$' <<<"$output")
    # cmocka names each failure twice: where it happens and in the list at the end.
    bad=$(((bad + 1) / 2))
    if [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
    passed=$((passed + good))
    failed=$((failed + bad))
    if [ "$bad" -gt 0 ]; then
        printf 'FAIL  %s (status %d)\n' "$program" "$status"
        grep -vE '^\[( RUN      |       OK )\]' <<<"$output" | head -n 60 | sed 's/^/    /'
    else
        printf 'ok    %s (%d)\n' "$program" "$good"
    fi
done
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
