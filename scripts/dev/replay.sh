#!/usr/bin/env bash
# Replays the corpora of the fuzzers without a fuzzer: every seed and every finding of
# tests/fuzz/corpus/<target>/ through tests/fuzz/fuzz_<target>.c. One line a target.
set -uo pipefail
cd "$(dirname "$0")/../.."
build=${BUILD:-build}
export LSAN_OPTIONS=${LSAN_OPTIONS:-suppressions=tests/lsan.supp:print_suppressions=0}
make -j"$(nproc)" fuzzers CC=gcc SANITIZE=address,undefined OPT='-O1 -g' BUILD="$build" >/dev/null ||
    { echo '0 passed, 1 failed'; exit 1; }
passed=0
failed=0
for source in tests/fuzz/fuzz_*.c; do
    [ -e "$source" ] || continue
    target=$(basename "$source" .c)
    target=${target#fuzz_}
    mapfile -d '' files < <(find "tests/fuzz/corpus/$target" -type f -print0 2>/dev/null | sort -z)
    if [ ${#files[@]} -eq 0 ]; then
        failed=$((failed + 1))
        printf 'FAIL  corpus %s: there is no seed\n' "$target"
    elif output=$(timeout 300 "$build/fuzz/fuzz_$target" "${files[@]}" 2>&1); then
        passed=$((passed + 1))
        printf 'ok    corpus %s (%d files)\n' "$target" "${#files[@]}"
    else
        failed=$((failed + 1))
        printf 'FAIL  corpus %s\n' "$target"
        tail -n 40 <<<"$output" | sed 's/^/    /'
    fi
done
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
