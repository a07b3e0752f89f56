#!/usr/bin/env bash
# Provokes every message of core/message.h, one file a row: tests/messages/NAME.case (NAME without M_).
# Runs all, or those named: tests/messages/run.sh FILE_OPEN. `make check` refuses a row without a case.
#
# A case is bash with the helpers of tests/cli/lib.sh, in a temporary folder of its own, and:
#
#   refuses STATUS SENTENCE COMMAND...
#       The command ends with STATUS; standard error holds the line "spbe: SENTENCE" (Indonesian,
#       whole; "*" stands for any text). The line must also fit the row NAME in Indonesian, and the
#       same command with --lang en must fit it in English, so that a case cannot test another row by
#       mistake. What the command changes must not matter: it runs twice.
#   unit NAME...
#       Only unit tests can raise it (faults of the system): they are named, and must exist.
#
#   Example, tests/messages/FILE_OPEN.case:
#       # A wrong name is the commonest mistake of all.
#       refuses 3 'tidak-ada.json: tidak dapat dibuka (*' spbe evaluate tidak-ada.json
set -euo pipefail
cd "$(dirname "$0")/../.."
source tests/cli/engine.sh
export TEST_LIBRARY=tests/messages/lib.sh
MESSAGE_TABLE=$(mktemp "${TMPDIR:-/tmp}/spbe-messages-XXXXXX")
export MESSAGE_TABLE
trap 'rm -f "$MESSAGE_TABLE"' EXIT
/usr/bin/python3 scripts/dev/messages.py >"$MESSAGE_TABLE"

if [ $# -eq 0 ]; then set -- $(cd tests/messages && ls -- *.case 2>/dev/null | sed 's/\.case$//'); fi
for name in "$@"; do
    printf 'message %s\ttests/messages/%s.case\t:\n' "$name" "$name"
done | run_tests
