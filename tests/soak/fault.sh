#!/usr/bin/env bash
# Every single request for memory and every call of the disk fails in turn, 1,000 and more power
# cuts, 1,000 random assessments in and out; every request of a pack of full size in its worker.
set -euo pipefail
cd "$ROOT"
make -s unit BUILD="$BUILD"
SPBE_FAULTS=all SPBE_CUTS=20 "$BUILD/tests/test_store_fault"
SPBE_ROUNDS=1000 "$BUILD/tests/test_merge"
SPBE_FAULTS=all "$BUILD/tests/test_pack_guest_allocation"
