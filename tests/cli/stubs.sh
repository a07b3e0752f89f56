# Annotations for editors, as the program prints them. That they are installed: setup.sh; that they are valid
# Lua and whole: tests/unit/test_stub.c.

# The page of the fields and the annotations are two views of one table.
test_annotations_name_the_fields_of_help_pack()
{
    local field
    expect_exit 0 spbe rules stubs
    cp "$OUT" stub.lua
    expect_exit 0 spbe help pack --lang en
    sed -n '/^The fields of a pack/,/^The kinds of changes/p' "$OUT" |
        sed -n 's/^  \([a-z_0-9]*\)\**  .*/\1/p' | sort -u >fields
    [ "$(wc -l <fields)" -gt 100 ] || fail 'the page lists no fields'
    while IFS= read -r field; do
        grep -q "^---@field $field?\? " stub.lua || fail "no annotation for $field"
    done <fields
}

# In the reader's language; without a name, those of packs.
test_annotations_speak_the_readers_language()
{
    expect_exit 0 spbe rules stubs --lang en
    expect_stdout "Made by 'spbe rules stubs pack' for editors"
    expect_stdout '---@field met_level integer the highest level by its criteria alone'
    expect_exit 0 spbe rules stubs pack --lang id
    expect_stdout '---@field met_level integer tingkat tertinggi menurut kriterianya saja'
    expect_exit 2 spbe rules stubs nothing
    expect_exit 2 spbe rules stubs pack template
}
