# The README: every command it shows works, in the order in which it shows them.

# The lines of the README's shell blocks that call spbe or set a variable.
tour()
{
    awk '/^```sh/ { inside = 1; next } /^```/ { inside = 0 } inside' "$ROOT/README.md" |
        grep -E '^(spbe|export) '
}

test_every_command_of_the_tour_works()
{
    plain_only
    mkdir -p tests
    ln -s "$ROOT/tests/examples" tests/examples
    cp "$ROOT/LICENSE" .
    [ "$(tour | wc -l)" -ge 15 ] || fail 'the tour has become short'
    tour >lines
    while IFS= read -r line; do
        printf '%s\n' "$line" >line
        # shellcheck disable=SC1091
        source ./line >"$OUT" 2>"$ERR" </dev/null ||
            { show 'standard error' "$ERR"; fail "does not work: $line"; }
    done <lines
    [ -s laporan.xlsx ] && [ -s hasil.json ] && [ -s kota.json ] || fail 'an output is missing'
}

test_every_help_topic_that_is_named_exists()
{
    grep -o 'spbe help [a-z]*' "$ROOT/README.md" | sort -u | while read -r line; do
        # shellcheck disable=SC2086
        expect_exit 0 $line
    done
}

test_every_picture_and_folder_that_is_named_exists()
{
    for name in $(sed -n 's/.*](\([^)]*\)).*/\1/p' "$ROOT/README.md"); do
        [ -e "$ROOT/$name" ] || fail "is missing: $name"
    done
    for name in $(sed -n 's/^| `\([a-z]*\/\)` .*/\1/p' "$ROOT/README.md"); do
        [ -d "$ROOT/$name" ] || fail "is missing: $name"
    done
}
