#!/usr/bin/env bash
# The top level holds the agreed layout and nothing else: what git keeps, or, without git, what lies there
# beside what was built. Names each stranger; status 1 when there is one.
set -euo pipefail
cd "$(dirname "$0")/../.."
agreed=(core rules scripts templates tests Makefile LICENSE README.md
    .ci .clang-format .clang-tidy .editorconfig .gitignore)

# The names at the top level, one a line.
names()
{
    if [ -e .git ] && git rev-parse >/dev/null 2>&1; then
        git -c core.quotePath=false ls-files -z | tr '\n\0' '?\n' | cut -d / -f 1 | sort -u
    else
        find . -mindepth 1 -maxdepth 1 ! -name 'build*' ! -name .git -printf '%f\n' | sort
    fi
}

strangers=$(names | grep -vxF "$(printf '%s\n' "${agreed[@]}")" || true)
[ -n "$strangers" ] || exit 0
sed 's/$/: has no place at the top level/' <<<"$strangers"
echo "there are: ${agreed[*]}"
exit 1
