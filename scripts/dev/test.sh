#!/usr/bin/env bash
# Everything that `make test` proves, in turn; the last line is the total of all parts.
#
#   scripts/dev/test.sh          all parts
#   scripts/dev/test.sh asan     only the parts named
#
# Parts: gcc    build, house rules, unit tests, command lines, messages, limits
#        clang  build with clang: its warnings
#        asan   unit tests and command lines under the address and undefined-behaviour sanitizers
#        corpus every finding and seed of the fuzzers, replayed
#        analysis  gcc -fanalyzer, cppcheck, clang-tidy
# Builds go to folders below BUILD (build/), one a part. Warnings are errors in all of them.
set -uo pipefail
cd "$(dirname "$0")/../.."
top=${BUILD:-build}

# Thousands of transactions wait for the disk in these tests; in memory they do not. (make soak stays on
# the disk.)
if [ -z "${TMPDIR:-}" ] && [ -w /dev/shm ] && [ "$(df -Pk /dev/shm | awk 'END { print $4 }')" -gt 2000000 ]; then
    TMPDIR=$(mktemp -d /dev/shm/spbe-test-XXXXXX)
    export TMPDIR OFFICE_CACHE=$TMPDIR/office
    trap 'rm -rf "$TMPDIR"' EXIT
fi
jobs=$(nproc)
passed=0
failed=0
trouble=()

say() { printf '\n== %s (%d s)\n' "$1" "$SECONDS"; }

# Takes the totals from the last line of a part's output, which is shown as it comes.
count()
{
    local name=$1 log
    shift
    log=$(mktemp "${TMPDIR:-/tmp}/spbe-part-XXXXXX")
    "$@" 2>&1 | tee "$log"
    local total
    total=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' "$log" | tail -n 1)
    if [ -z "$total" ]; then
        failed=$((failed + 1))
        trouble+=("$name gave no total")
    else
        local bad=${total#*, }
        passed=$((passed + ${total%% *}))
        failed=$((failed + ${bad%% *}))
        [ "${bad%% *}" -eq 0 ] || trouble+=("$name")
    fi
    rm -f "$log"
}

# One build, counted as one test.
build()
{
    local name=$1
    shift
    say "build $name"
    if make -j"$jobs" "$@"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        trouble+=("build $name")
    fi
}

part_gcc()
{
    build gcc all unit CC=gcc BUILD="$top"
    say 'house rules'
    BUILD=$top count check scripts/dev/check.sh
    say 'unit tests'
    BUILD=$top count unit scripts/dev/run-units.sh
    say 'command lines'
    BUILD=$top count cli tests/cli/run.sh
    say 'messages and limits'
    BUILD=$top count messages tests/messages/run.sh
    BUILD=$top count limits tests/limits/run.sh
}

part_clang()
{
    # What clang warns of comes before it optimises: without that it takes a third of the time.
    build clang all unit CC=clang-14 OPT=-O0 BUILD="$top/clang"
}

part_asan()
{
    build sanitized all unit CC=gcc SANITIZE=address,undefined OPT='-O1 -g' BUILD="$top/asan"
    say 'unit tests, sanitized'
    BUILD=$top/asan count 'unit (sanitized)' scripts/dev/run-units.sh
    say 'command lines, sanitized'
    BUILD=$top/asan SPBE_SANITIZED=1 count 'cli (sanitized)' tests/cli/run.sh
}

part_corpus()
{
    say 'corpora of the fuzzers'
    BUILD=$top/asan count corpus scripts/dev/replay.sh
}

part_analysis()
{
    say 'analysis'
    BUILD=$top count analysis scripts/dev/analyse.sh --quick
}

if [ $# -eq 0 ]; then set -- gcc clang asan corpus analysis; fi
for part in "$@"; do "part_$part"; done

printf '\n'
[ ${#trouble[@]} -eq 0 ] || printf 'trouble: %s\n' "${trouble[@]}"
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
