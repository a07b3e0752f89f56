#!/usr/bin/env bash
# The C of core/ and tests/ is as clang-format-14 writes it, shell scripts parse, no line of a text file
# ends in a space. Names each file; status 1 when there is one.
set -uo pipefail
cd "$(dirname "$0")/../.."
status=0
find core tests -name '*.[ch]' -print0 | sort -z |
    xargs -0 clang-format-14 --dry-run -Werror --ferror-limit=1 || status=1
while IFS= read -r -d '' script; do
    bash -n "$script" || { echo "$script: does not parse"; status=1; }
done < <(find scripts tests .ci -type f \( -name '*.sh' -o -name '*.case' -o -name run \) -print0 2>/dev/null)
spaces=$(grep -rnI -e '[[:space:]]$' core scripts templates rules Makefile README.md .ci \
    tests/unit tests/cli tests/messages tests/limits 2>/dev/null || true)
if [ -n "$spaces" ]; then
    printf '%s\n' "$spaces" "these lines end in a space"
    status=1
fi
exit $status
