#!/usr/bin/env bash
# Runs the unit tests that were built into BUILD/tests, two at a time, one line a program, the output of
# those that fail; the last line counts the tests inside of them. The longest come first, so that none of
# them is left for the end, when the others have nothing to do.
#
#   scripts/dev/run-units.sh [NAME...]      test_<NAME>
set -uo pipefail
cd "$(dirname "$0")/../.."
export UNIT_FOLDER=${BUILD:-build}/tests
export TEST_SECONDS=${TEST_SECONDS:-300}
# A sanitizer's finding ends the test; leaks count.
export ASAN_OPTIONS=${ASAN_OPTIONS:-detect_leaks=1:abort_on_error=0}
export LSAN_OPTIONS=${LSAN_OPTIONS:-suppressions=tests/lsan.supp:print_suppressions=0}
export UBSAN_OPTIONS=${UBSAN_OPTIONS:-print_stacktrace=1}

# One program: prints its line, and "count PASSED FAILED" behind it for the total.
run_unit()
{
    local program=$1 output status good bad
    output=$(timeout -k 5 "$TEST_SECONDS" "$UNIT_FOLDER/$program" 2>&1 </dev/null)
    status=$?
    good=$(grep -c '^\[       OK \]' <<<"$output")
    # cmocka names each failure twice: where it happens, and in the list at the end.
    bad=$(grep -E '^\[  FAILED  \] [A-Za-z_0-9]+$' <<<"$output" | sort -u | wc -l)
    if [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
    if [ "$bad" -gt 0 ]; then
        printf 'FAIL  %s (status %d)\n%s\ncount %d %d\n' "$program" "$status" \
            "$(grep -vE '^\[( RUN      |       OK )\]' <<<"$output" | head -n 60 | sed 's/^/    /')" \
            "$good" "$bad"
    else
        printf 'ok    %s (%d)\ncount %d 0\n' "$program" "$good" "$good"
    fi
}
export -f run_unit

order=$(mktemp "${TMPDIR:-/tmp}/spbe-units-XXXXXX")
trap 'rm -f "$order"' EXIT
longest=(store_fault hostile_packs store_mutant sandbox merge draw_look pdf_text)
if [ $# -eq 0 ]; then
    for source in tests/unit/test_*.c; do basename "$source" .c; done >"$order"
    printf 'test_%s\n' "${longest[@]}" | grep -xF -f "$order"
    grep -vxF "$(printf 'test_%s\n' "${longest[@]}")" "$order"
else
    printf 'test_%s\n' "$@"
fi | xargs -P "${TEST_JOBS:-2}" -I '{}' bash -c 'run_unit {}' | awk '
    $1 == "count" && NF == 3 { passed += $2; failed += $3; next }
    { print; fflush() }
    END { printf "%d passed, %d failed\n", passed, failed; exit failed > 0 }'
