#!/usr/bin/env bash
# The cheapest plan against trying everything, far more often than `make test` does: 2,000,000 random problems
# of up to 7 items, and 20,000 assessments of 5 indicators whose 3,125 sets of levels are all evaluated.
set -euo pipefail
cd "$ROOT"
make -s unit BUILD="$BUILD"
SPBE_TRIES=2000000 "$BUILD/tests/test_cheapest"
SPBE_TRIES=20000 "$BUILD/tests/test_plan"
