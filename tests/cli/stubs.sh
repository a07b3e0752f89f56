# Annotations for editors: those that are installed are those that the program prints, and valid Lua.

STUBS='pack template session'

# What lies in templates/stubs was made from the tables of this very program.
test_installed_annotations_are_those_of_the_program()
{
    local name
    for name in $STUBS; do
        expect_exit 0 spbe rules stubs "$name" --lang id
        cp "$OUT" "$name.lua"
        if [ "${GOLDEN:-}" = write ]; then cp "$name.lua" "$ROOT/templates/stubs/$name.lua"; fi
        expect_same "$ROOT/templates/stubs/$name.lua" "$name.lua"
    done
    [ "$(ls "$ROOT/templates/stubs" | tr '\n' ' ')" = 'pack.lua session.lua template.lua ' ] ||
        fail 'templates/stubs holds something else'
}

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
