#!/usr/bin/env bash
# The cheapest plan against trying everything, far more often than `make test` does: 2,000,000 random problems
# of up to 7 items, and 20,000 assessments of 5 indicators whose 3,125 sets of levels are all evaluated.
set -euo pipefail
cd "$ROOT"
make -s unit BUILD="$BUILD"
SPBE_TRIES=2000000 "$BUILD/tests/test_cheapest"
SPBE_TRIES=20000 "$BUILD/tests/test_plan"
# 3,000 instruments of up to 6 indicators with all conditions together, through the program itself.
folder=$(mktemp -d "${TMPDIR:-/tmp}/spbe-soak-XXXXXX")
trap 'rm -rf "$folder"' EXIT
(cd "$folder" && SPBE=$BUILD/spbe /usr/bin/python3 "$ROOT/tests/cli/plan_brute.py" 1000 3000)
# 3,000 orders that are made to be hard: none fails but by being too long to prove, and how long they take is told.
SPBE=$BUILD/spbe /usr/bin/python3 "$ROOT/tests/soak/plan_hard.py" 1 3000 "$folder/hard"
