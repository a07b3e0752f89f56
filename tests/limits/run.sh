#!/usr/bin/env bash
# Walks every limit of core/limit.h, one file a row: tests/limits/LIMIT_NAME.case. Runs all, or those
# named: tests/limits/run.sh LIMIT_JSON_DEPTH. `make check` refuses a row without a case.
#
# A case is bash with the helpers of tests/cli/lib.sh, in a temporary folder of its own, and:
#
#   $LIMIT                    the row's value
#   inside COMMAND...         just inside: ends with exit status 0 or 1
#   outside STATUS COMMAND... just outside: refused with STATUS (6, for a pack 4), one line on standard
#                             error, within 3 seconds of the processor
#   unit NAME...              unit tests that hold both sides, where a file cannot reach them
set -euo pipefail
cd "$(dirname "$0")/../.."
source tests/cli/engine.sh
export TEST_LIBRARY="tests/messages/lib.sh tests/limits/lib.sh"

if [ $# -eq 0 ]; then set -- $(cd tests/limits && ls -- *.case 2>/dev/null | sed 's/\.case$//'); fi
for name in "$@"; do
    printf 'limit %s\ttests/limits/%s.case\t:\n' "$name" "$name"
done | run_tests
