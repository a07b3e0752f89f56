#!/usr/bin/env bash
# 1,000 writes, most of them killed on the way: no acknowledged one is lost, the file verifies.
set -euo pipefail
folder=$(mktemp -d "${TMPDIR:-/tmp}/spbe-kill-XXXXXX")
trap 'rm -rf "$folder"' EXIT
cd "$folder"
/usr/bin/python3 "$ROOT/tests/soak/kill.py" "${1:-1000}"
