#!/usr/bin/env bash
# How many instructions a document costs, counted by callgrind, so that a slow-down is seen on any machine
# however busy. Counted over 300 documents beyond the first 100, so that starting up is no part of it; without
# libcrypto's hashing, whose way depends on the processor. The bounds are in instructions.txt; a
# figure well below its bound asks for a new one. Builds by gcc only.
set -euo pipefail
folder=$(mktemp -d "${TMPDIR:-/tmp}/spbe-bench-XXXXXX")
trap 'rm -rf "$folder"' EXIT
lua5.4 "$ROOT/tests/bench/generate.lua" --count 400 --pack "$ROOT/rules/spbe-2020" >"$folder/claims.jsonl"
"$SPBE" rules show spbe-2020 --json --year 2024 >"$folder/pack.json"
/usr/bin/python3 "$ROOT/tests/bench/support_sound.py" "$folder/pack.json" 400 >"$folder/sound.jsonl"

# Instructions of one run over the first COUNT documents of a stream: STREAM COUNT [OPTION].
count()
{
    local stream=$1 count=$2
    shift 2
    head -n "$count" "$folder/$stream.jsonl" >"$folder/part.jsonl"
    valgrind --tool=callgrind --callgrind-out-file="$folder/out" "$SPBE" evaluate "$folder/part.jsonl" \
        --json - "$@" >/dev/null 2>"$folder/log" || { cat "$folder/log"; exit 1; }
    callgrind_annotate --auto=no --threshold=100 "$folder/out" | awk '
        / \(.*%\)/ { value = $1; gsub(",", "", value) }
        /PROGRAM TOTALS/ { total = value }
        / \(.*%\).*(libcrypto|:(sha256|SHA256|EVP|evp|OPENSSL|CRYPTO|ossl)_)/ { crypto += value }
        END { printf "%d\n", total - crypto }'
}

status=0
while read -r name stream option bound; do
    case $name in '' | '#'*) continue ;; esac
    options=()
    [ "$option" = - ] || options=("$option")
    each=$((($(count "$stream" 400 "${options[@]}") - $(count "$stream" 100 "${options[@]}")) / 300))
    if [ "$each" -gt "$bound" ]; then
        echo "FAIL  $name: $each instructions a document (at most $bound)"
        status=1
    elif [ $((each * 100)) -lt $((bound * 85)) ]; then
        echo "ok    $name: $each instructions a document (at most $bound; lower the bound)"
    else
        echo "ok    $name: $each instructions a document (at most $bound)"
    fi
done <"$ROOT/tests/bench/instructions.txt"
exit "$status"
