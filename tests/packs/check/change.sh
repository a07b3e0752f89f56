# For the cases of tests/messages and tests/cli: a pack that is wrong in one place.
#
#   changed_pack [FILE EXPRESSION]...
#       Copies base/ to ./pack and changes its files by sed expressions; one that changes nothing fails
#       the test, so that a case cannot go stale.

changed_pack()
{
    rm -rf pack
    cp -r "$ROOT/tests/packs/check/base" pack
    while [ $# -gt 0 ]; do
        cp "pack/$1" before.lua
        sed -i -e "$2" "pack/$1"
        ! cmp -s before.lua "pack/$1" || fail "changes nothing in $1: $2"
        shift 2
    done
    rm -f before.lua
}
