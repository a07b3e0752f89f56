#!/usr/bin/env bash
# Runs everything in a folder of long tests or benchmarks, one after the other: run-all.sh FOLDER
# [NAME...]. A .sh is run as it is; a .c is built as BUILD/<folder>/NAME with the core under it first.
# They find the program in $SPBE and the checkout in $ROOT. Ends with the total; status 1 when one failed.
set -uo pipefail
cd "$(dirname "$0")/../.."
folder=$1
shift
export ROOT=$PWD
export BUILD=${BUILD:-build}
case $BUILD in /*) ;; *) BUILD=$ROOT/$BUILD ;; esac
export SPBE=$BUILD/spbe
passed=0
failed=0
for file in "$folder"/*.sh "$folder"/*.c; do
    [ -e "$file" ] || continue
    name=$(basename "${file%.*}")
    case $name in support* | lib) continue ;; esac
    if [ $# -gt 0 ] && [[ " $* " != *" $name "* ]]; then continue; fi
    printf '\n== %s\n' "$name"
    if [ "${file##*.}" = c ]; then
        program=$BUILD/$(basename "$folder")/$name
        make "$program" BUILD="$BUILD" && "$program"
    else
        bash "$file"
    fi
    if [ $? -eq 0 ]; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "FAIL  $name"; fi
done
printf '\n%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
