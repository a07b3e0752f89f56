#!/usr/bin/env bash
# Every header of core/ compiles alone, and each prototype in it has its own comment directly above it.
# Names each mistake; status 1 when there is one.
set -euo pipefail
cd "$(dirname "$0")/../.."
status=0

read -ra packages < <(sed -n "s/^PACKAGES := //p" Makefile)
flags=$(pkg-config --cflags "${packages[@]}")
for header in core/*.h; do
    # shellcheck disable=SC2086
    echo "#include \"$(basename "$header")\"" |
        gcc -std=c17 -D_GNU_SOURCE -Icore $flags -Wall -Wextra -Wpedantic -Werror -fsyntax-only -x c - ||
        { echo "$header: does not compile alone"; status=1; }
done

awk '
# Reads a header as logical pieces: comments, and what ends with ";" outside of braces.
function complain(line, text) { printf "%s:%d: %s\n", FILENAME, line, text; bad = 1 }
FNR == 1 { comment_end = 0; piece = ""; depth = 0; inside = 0 }
{
    line = $0; start = FNR
    if (inside) { if (line ~ /\*\//) { inside = 0; comment_end = FNR } next }
    if (line ~ /^[ \t]*#/ || continued) { continued = line ~ /\\$/; next }
    if (line ~ /^[ \t]*\/\*/) {
        if (line ~ /\*\//) { comment_end = FNR } else { inside = 1 }
        next
    }
    gsub(/\/\*.*\*\//, "", line)
    if (line ~ /^[ \t]*$/) { next }
    if (piece == "") { first = FNR; documented = (comment_end == FNR - 1) }
    piece = piece " " line
    depth += gsub(/\{/, "{", line) - gsub(/\}/, "}", line)
    if (depth == 0 && line ~ /[;}][ \t]*$/) {
        if (piece ~ /\)[^{}]*;[ \t]*$/ && piece ~ /^[^{}=]*[a-z_0-9]\(/ && piece !~ /^ *(typedef|struct [a-z_]+ *\{|enum|union)/ && piece !~ /^ *extern [^(]*\[/) {
            if (!documented) {
                name = piece; sub(/\(.*/, "", name); sub(/.*[ *]/, "", name)
                complain(first, "the prototype of " name " has no comment of its own directly above it")
            }
        }
        piece = ""
    }
}
END { exit bad }
' core/*.h || status=1
exit $status
