#!/usr/bin/env bash
# Runs the command-line tests: each function test_<what it protects> of tests/cli/*.sh, in a temporary
# folder of its own, two at a time, one line each; the last line is 'N passed, N failed'.
#
#   tests/cli/run.sh                 all
#   tests/cli/run.sh help store      those of tests/cli/help.sh and tests/cli/store.sh
#   tests/cli/run.sh --golden        first writes tests/golden/ anew
#   SPBE=/path/to/spbe tests/cli/run.sh
#
# A file tests/cli/<name>.sh holds functions only. Inside them: lib.sh.
set -euo pipefail
cd "$(dirname "$0")/../.."
source tests/cli/engine.sh

if [ "${1:-}" = --golden ]; then
    export GOLDEN=write
    shift
fi
files=()
if [ $# -eq 0 ]; then
    for file in tests/cli/*.sh; do
        case $file in */run.sh | */lib.sh | */engine.sh) ;; *) files+=("$file") ;; esac
    done
else
    for name in "$@"; do files+=("tests/cli/$name.sh"); done
fi
for file in "${files[@]}"; do
    for name in $(sed -n 's/^\(test_[A-Za-z0-9_]*\)().*/\1/p' "$file"); do
        printf '%s\t%s\t%s\n' "$(basename "$file" .sh) $name" "$file" "$name"
    done
done | run_tests
