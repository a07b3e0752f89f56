# Runs tests two at a time. Sourced by the runners, with the checkout as working folder.
#
#   printf '%s\t%s\t%s\n' LABEL FILE FUNCTION | run_tests
#
# Each test is a bash of its own that sources lib.sh and FILE and calls FUNCTION (":" when the file
# itself is the test) in a fresh temporary folder, for at most TEST_SECONDS. Prints 'ok' or 'FAIL' and
# the label, the output of those that failed, and 'N passed, N failed' alone on the last line.

export ROOT=$PWD
export SPBE=${SPBE:-$ROOT/${BUILD:-build}/spbe}
case $SPBE in /*) ;; *) SPBE=$ROOT/$SPBE ;; esac
case ${BUILD:-build} in /*) [ -x "$SPBE" ] || SPBE=$BUILD/spbe ;; esac
export TEST_SECONDS=${TEST_SECONDS:-120}
# A sanitizer's finding must not look like one of spbe's own exit statuses.
export ASAN_OPTIONS=${ASAN_OPTIONS:-exitcode=99}
export LSAN_OPTIONS=${LSAN_OPTIONS:-suppressions=$ROOT/tests/lsan.supp:print_suppressions=0}
export UBSAN_OPTIONS=${UBSAN_OPTIONS:-exitcode=99:print_stacktrace=1}

# One test: LABEL FILE FUNCTION. Prints its line.
run_one()
{
    local label=$1 file=$2 name=$3 folder status=0
    folder=$(mktemp -d "${TMPDIR:-/tmp}/spbe-test-XXXXXX")
    (
        cd "$folder"
        timeout -k 5 "$TEST_SECONDS" bash -eu -o pipefail -c '
            source "$ROOT/tests/cli/lib.sh"
            CASE=$(basename "$1" .case)
            for more in ${TEST_LIBRARY:-}; do source "$ROOT/$more"; done
            source "$ROOT/$1"
            "$2"' test "$file" "$name" </dev/null
    ) >"$folder/.log" 2>&1 || status=$?
    if [ "$status" -eq 0 ]; then
        printf 'ok    %s\n' "$label"
    else
        { printf 'FAIL  %s (status %s)\n' "$label" "$status"; cat "$folder/.log"; } 2>/dev/null
    fi
    chmod -R u+rwx "$folder" 2>/dev/null || true
    rm -rf "$folder"
}
export -f run_one

run_tests()
{
    local log
    log=$(mktemp "${TMPDIR:-/tmp}/spbe-tests-XXXXXX")
    tr '\t\n' '\0\0' | xargs -0 -r -n 3 -P "${TEST_JOBS:-2}" bash -c 'run_one "$@"' run | tee "$log"
    local passed failed
    passed=$(grep -c '^ok    ' "$log" || true)
    failed=$(grep -c '^FAIL  ' "$log" || true)
    rm -f "$log"
    printf '%s passed, %s failed\n' "$passed" "$failed"
    [ "$failed" -eq 0 ]
}
