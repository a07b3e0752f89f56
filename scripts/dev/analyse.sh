#!/usr/bin/env bash
# gcc -fanalyzer, cppcheck and clang-tidy over core/: each finds what the others miss. One line a tool,
# its findings under it; the last line is the total.
#
#   scripts/dev/analyse.sh            as deep as each tool goes by itself
#   scripts/dev/analyse.sh --quick    clang's analyser stops earlier in a function: a quarter of the time
set -uo pipefail
cd "$(dirname "$0")/../.."
depth=()
if [ "${1:-}" = --quick ]; then
    depth=(--extra-arg=-Xclang --extra-arg=-analyzer-config --extra-arg=-Xclang --extra-arg=max-nodes=50000)
fi
read -ra packages < <(sed -n "s/^PACKAGES := //p" Makefile)
flags="-std=c17 -D_GNU_SOURCE -DSPBE_VERSION=\"0\" -Icore $(pkg-config --cflags "${packages[@]}" |
    sed 's/-I/-isystem /g')"
sources=$(ls core/*.c)
passed=0
failed=0

# NAME COMMAND...: one tool.
tool()
{
    local name=$1 output
    shift
    if output=$("$@" 2>&1); then
        passed=$((passed + 1))
        printf 'ok    %s\n' "$name"
    else
        failed=$((failed + 1))
        printf 'FAIL  %s\n' "$name"
        grep -vE '^[0-9]+ warnings? (generated|treated)|^Suppressed|^Use -header' <<<"$output" |
            head -n 80 | sed 's/^/    /'
    fi
}

gcc_analyzer()
{
    # shellcheck disable=SC2086
    printf '%s\n' $sources | xargs -P 2 -n 1 gcc $flags -O1 -fanalyzer -Werror -S -o /dev/null
}

run_cppcheck()
{
    cppcheck -q -j 2 --std=c11 --enable=warning,performance,portability --error-exitcode=1 \
        --inline-suppr --suppress=missingIncludeSystem --suppress=internalAstError --suppress=zerodivcond \
        -D_GNU_SOURCE -DSPBE_VERSION='"0"' -Icore \
        '-DcJSON_ArrayForEach(e,a)=for(e=(a);e;e=e->next)' core
}

run_clang_tidy()
{
    # shellcheck disable=SC2086
    printf '%s\n' $sources | xargs -P 2 -n 6 sh -c 'flags=$0; exec clang-tidy-14 --quiet "$@" -- $flags' "$flags" \
        "${depth[@]}"
}

tool 'gcc -fanalyzer' gcc_analyzer
tool cppcheck run_cppcheck
tool clang-tidy run_clang_tidy
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
