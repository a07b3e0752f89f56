#!/usr/bin/env bash
# Fuzzes: fuzz.sh SECONDS [TARGET...]. Each tests/fuzz/fuzz_<target>.c runs for SECONDS under libFuzzer
# with the address and undefined-behaviour sanitizers, from the seeds in tests/fuzz/corpus/<target>/.
# What it learns stays in BUILD/fuzz/corpus/; what it finds is put beside the seeds, to be replayed by
# every `make test` from then on. Status 1 when something was found.
set -uo pipefail
cd "$(dirname "$0")/../.."
build=${BUILD:-build}/fuzz
export LSAN_OPTIONS=${LSAN_OPTIONS:-suppressions=tests/lsan.supp:print_suppressions=0}
# Files of the targets lie in memory where there is room: every input waits for the disk else.
if [ -z "${TMPDIR:-}" ] && [ -w /dev/shm ]; then export TMPDIR=/dev/shm; fi
seconds=${1:-20}
shift || true
if [ $# -eq 0 ]; then
    set -- $(find tests/fuzz -name 'fuzz_*.c' -printf '%f\n' | sed 's/^fuzz_\(.*\)\.c$/\1/' | sort)
fi
make -j"$(nproc)" fuzzers CC=clang-14 LIBFUZZER=1 OPT='-O1 -g' \
    SANITIZE=fuzzer-no-link,address,undefined BUILD="$build" || exit 1

passed=0
failed=0
for target in "$@"; do
    seeds=tests/fuzz/corpus/$target
    mkdir -p "$seeds" "$build/corpus/$target"
    before=$(find "$seeds" -name 'finding-*' | wc -l)
    "$build/fuzz/fuzz_$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 \
        -print_final_stats=1 -artifact_prefix="$seeds/finding-" "$build/corpus/$target" "$seeds" \
        >"$build/$target.log" 2>&1
    after=$(find "$seeds" -name 'finding-*' | wc -l)
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$build/$target.log")
    if [ "$after" -gt "$before" ] || ! grep -q '^Done ' "$build/$target.log"; then
        failed=$((failed + 1))
        printf 'FAIL  fuzz %s: see %s\n' "$target" "$build/$target.log"
        grep -E 'ERROR|SUMMARY|runtime error' "$build/$target.log" | head -n 5 | sed 's/^/    /'
    else
        passed=$((passed + 1))
        printf 'ok    fuzz %s: %s runs in %s s\n' "$target" "$runs" "$seconds"
    fi
done
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
