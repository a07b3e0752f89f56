#!/usr/bin/env bash
# Shows spbe on a published result: the index table, a workbook and a JSON in build/demo/.
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${BUILD:-build}
program=$build/spbe
input=tests/examples/kota-bandar-lampung-2023.json
output=$build/demo
name=$(basename "$input" .json)

mkdir -p "$output"
"$program" evaluate "$input"
"$program" report "$input" -o "$output/$name.xlsx"
"$program" report "$input" -o "$output/$name.json"

printf '\n%s\n' "Masukan (nilai terbit 2,15, predikat Cukup): $input"
printf '%s\n' "Laporan untuk pimpinan:  $output/$name.xlsx" "Hasil untuk sistem lain:  $output/$name.json"
printf '%s\n' "Penjelasan satu nilai:    $program explain $input I11"
