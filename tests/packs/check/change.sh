# For the cases of tests/messages and tests/cli: a pack that is wrong in one place.
#
#   changed_pack [FILE EXPRESSION]...
#       Copies base/ to ./pack and changes its files by sed expressions; one that changes nothing fails
#       the test, so that a case cannot go stale.
#   changed_items [FILE EXPRESSION]...
#       The same with items/, in which evidence items and an outside index score.

changed_pack() { changed_from base "$@"; }
changed_items() { changed_from items "$@"; }

changed_from()
{
    rm -rf pack
    cp -r "$ROOT/tests/packs/check/$1" pack
    shift
    while [ $# -gt 0 ]; do
        cp "pack/$1" before.lua
        sed -i -e "$2" "pack/$1"
        ! cmp -s before.lua "pack/$1" || fail "changes nothing in $1: $2"
        shift 2
    done
    rm -f before.lua
}

#   an_overlay NAME ROW...
#       Writes ./NAME/overlay.lua for the pack in ./pack, with these rows as its changes: the first of them
#       stands on line 9.
an_overlay()
{
    local name=$1
    shift
    mkdir -p "$name"
    {
        printf 'return {\n  format = "spbe-overlay/1",\n  id = "%s",\n' "$name"
        printf '  title = "Koreksi %s",\n  base = "uji-1", author = "Inspektorat",\n' "$name"
        printf '  date = "2023-05-01",\n  reason = "Uji program", source = "Nota uji",\n  changes = {\n'
        printf '    { %s },\n' "$@"
        printf '  },\n}\n'
    } >"$name/overlay.lua"
}
