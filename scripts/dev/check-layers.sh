#!/usr/bin/env bash
# Compares every #include of core/ with core/layers.txt: a module includes its own header and those of
# modules above it in the list; an outside library only where its name stands behind the module's.
# Names the line of each mistake; status 1 when there is one.
set -uo pipefail
cd "$(dirname "$0")/../.."

status=0
awk '
BEGIN {
    # Outside libraries: the header as written in <…>, and the word for it in the list.
    split("lua.h lauxlib.h lualib.h", names); for (i in names) { library[names[i]] = "lua" }
    library["libintl.h"] = "libintl"; library["seccomp.h"] = "seccomp"
    library["sqlite3.h"] = "sqlite3"; library["xlsxwriter.h"] = "xlsxwriter"
    library["cJSON.h"] = "cjson"; library["cjson/cJSON.h"] = "cjson"
    library["expat.h"] = "expat"; library["zip.h"] = "minizip"; library["unzip.h"] = "minizip"
    library["microhttpd.h"] = "microhttpd"; library["sodium.h"] = "sodium"
    library["curses.h"] = "ncurses"; library["ncurses.h"] = "ncurses"; library["term.h"] = "ncurses"; library["readline.h"] = "libedit"
    library["editline/readline.h"] = "libedit"; library["histedit.h"] = "libedit"
    library["libpq-fe.h"] = "libpq"
}
function complain(text) { printf "%s:%d: %s\n", FILENAME, FNR, text; bad = 1 }
FILENAME == "core/layers.txt" {
    if ($0 ~ /^[a-z]/) {
        if ($1 in place) { complain("the module " $1 " stands twice") }
        place[$1] = ++count
        for (i = 2; i <= NF; i++) { allowed[$1, $i] = 1 }
    }
    next
}
FNR == 1 {
    module = FILENAME; sub(/^core\//, "", module); sub(/\.[ch]$/, "", module)
    if (!(module in place)) { complain("the module " module " is missing in core/layers.txt") }
}
/^[ \t]*#[ \t]*include[ \t]*"/ {
    split($0, part, "\""); other = part[2]; sub(/\.h$/, "", other)
    if (other != module && !(other in place)) { complain("includes \"" part[2] "\", which is no module of core/layers.txt") }
    else if (other != module && (module in place) && place[other] > place[module]) { complain(module " includes " other ", which stands below it in core/layers.txt") }
}
/^[ \t]*#[ \t]*include[ \t]*</ {
    split($0, part, /[<>]/); header = part[2]
    word = header ~ /^openssl\// ? "openssl" : library[header]
    if (word != "" && !((module, word) in allowed)) { complain(module " meets " word " (<" header ">); core/layers.txt does not let it") }
}
END { exit bad }
' core/layers.txt core/*.[ch] || status=1
for module in $(sed -n 's/^\([a-z][a-z0-9_]*\).*/\1/p' core/layers.txt); do
    [ -e "core/$module.c" ] || [ -e "core/$module.h" ] ||
        { echo "core/layers.txt: there is no module $module"; status=1; }
done
exit $status
