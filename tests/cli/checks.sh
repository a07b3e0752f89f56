# The house rules' own tests: each check finds what it is for, in a small tree made for it.

# A tree with two sound modules; checks run in it as they do in the checkout.
tree()
{
    mkdir -p tree/core tree/tests tree/scripts
    cp -r "$ROOT/scripts/dev" tree/scripts/dev
    cp "$ROOT/.clang-format" "$ROOT/Makefile" tree/
    cat >tree/core/layers.txt <<'END'
[base]
low
high        sqlite3
END
    cat >tree/core/low.h <<'END'
#ifndef LOW_H
#define LOW_H

/* Does nothing. */
void low_nothing(void);

#endif
END
    printf '#include "low.h"\n\nvoid low_nothing(void)\n{\n}\n' >tree/core/low.c
    sed 's/low/high/g; s/LOW/HIGH/g' tree/core/low.h >tree/core/high.h
    printf '#include "high.h"\n\n#include "low.h"\n\n#include <sqlite3.h>\n\nvoid high_nothing(void)\n{\n    low_nothing();\n}\n' >tree/core/high.c
}

check() { expect_exit "$1" "tree/scripts/dev/check-$2.sh"; }

test_layout_holds_in_a_sound_tree()
{
    tree
    mkdir tree/build tree/build-asan
    check 0 layout
    expect_no_stdout
}

test_layout_finds_what_has_no_place_at_the_top_level()
{
    tree
    mkdir tree/docs
    printf 'x\n' >tree/docs/page
    printf 'x\n' >tree/NOTES.md
    check 1 layout
    expect_stdout 'NOTES.md: has no place at the top level'
    expect_stdout 'docs: has no place'
    expect_stdout 'there are: core rules'
}

# Of a checkout counts what git keeps: what lies there beside it is somebody's own.
test_layout_of_a_checkout_is_what_git_keeps()
{
    command -v git >/dev/null || return 0
    tree
    git init -q tree
    git -C tree add -A
    printf 'x\n' >tree/mine.txt
    check 0 layout
    mkdir 'tree/in between'
    printf 'x\n' >'tree/in between/page'
    git -C tree add 'in between' mine.txt
    check 1 layout
    expect_stdout 'in between: has no place'
    expect_stdout 'mine.txt: has no place'
}

test_layers_hold_in_a_sound_tree()
{
    tree
    check 0 layers
    expect_no_stdout
}

test_layers_find_an_arrow_that_points_up()
{
    tree
    printf '#include "high.h"\n' >>tree/core/low.c
    check 1 layers
    expect_stdout 'core/low.c:6: low includes high'
}

test_layers_find_a_library_where_it_may_not_be()
{
    tree
    printf '#include <sqlite3.h>\n' >>tree/core/low.c
    printf '#include <openssl/evp.h>\n' >>tree/core/high.c
    check 1 layers
    expect_stdout 'low meets sqlite3'
    expect_stdout 'high meets openssl'
}

test_layers_find_modules_without_a_place_and_places_without_a_module()
{
    tree
    printf 'nobody\nlow\n' >>tree/core/layers.txt
    printf '\n' >tree/core/stray.c
    check 1 layers
    expect_stdout 'there is no module nobody'
    expect_stdout 'the module stray is missing'
    expect_stdout 'the module low stands twice'
}

test_headers_must_compile_alone()
{
    tree
    check 0 headers
    printf '/* Takes a size. */\nvoid low_size(size_t size);\n' >>tree/core/low.h
    check 1 headers
    expect_stdout 'core/low.h: does not compile alone'
}

test_prototypes_need_comments_of_their_own()
{
    tree
    cat >>tree/core/low.h <<'END'
/* One comment
 * for two. */
int low_first(int a,
              int b);
int low_second(void);
struct low {
    void (*run)(void);
};

int low_third(void); /* behind is not above */
extern const int low_numbers[4];
END
    check 1 headers
    expect_stdout 'the prototype of low_second'
    expect_stdout 'the prototype of low_third'
    [ "$(wc -l <"$OUT")" -eq 2 ] || { show output "$OUT"; fail 'more than the two'; }
}

# Appends a function of N lines to low.c.
long_function()
{
    { printf 'void %s(void)\n{\n' "$1"; seq $(($2 - 3)) | sed 's/.*/    low_nothing();/'; printf '}\n'; } >>tree/core/low.c
}

test_sizes_count_functions_files_and_tests()
{
    tree
    seq 100 >tree/tests/a.sh
    check 0 sizes
    expect_stdout 'within 40 lines: 100.0 %'
    long_function forty 40
    check 0 sizes
    long_function more 41
    check 1 sizes
    expect_stdout 'fewer than 92 %'
    expect_stdout 'more has 41 lines'
    long_function huge 81
    check 1 sizes
    expect_stdout 'huge has 81 lines, more than 80'
    seq 901 | sed 's/.*//' >tree/core/high.c
    check 1 sizes
    expect_stdout 'core/high.c: 901 lines'
    expect_stdout 'fewer lines of tests'
}

test_format_finds_what_clang_format_would_change()
{
    tree
    check 0 format
    printf 'int  x ;\n' >>tree/core/low.h
    check 1 format
    expect_stderr 'core/low.h'
}

test_format_finds_spaces_at_the_end_of_a_line()
{
    tree
    printf '# a \n' >tree/Makefile
    check 1 format
    expect_stdout 'Makefile:1'
}

# A tree with one message and its translation.
translated_tree()
{
    tree
    mkdir -p tree/templates/lang/id
    printf '#define N_(text) text\n#define M_LOW 1, "LOW", N_("is below %%d")\n' >tree/core/message.h
    printf '/* rows */\n#define LIMITS(row) row(LIMIT_LOW, 3, "bytes", "one thing")\n' >tree/core/limit.h
    cat >tree/templates/lang/id/low.po <<'END'
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"

msgid "is below %d"
msgstr "di bawah %d"

msgid "bytes"
msgstr "bita"

msgid "one thing"
msgstr "satu hal"
END
}

check_translations() { expect_exit "$1" bash -c 'cd tree && exec /usr/bin/python3 scripts/dev/check-translations.py'; }

test_translations_hold_when_all_is_translated()
{
    translated_tree
    check_translations 0
    expect_stdout 'texts: 3, translated: 3'
}

test_translations_find_what_is_missing_and_what_is_left_over()
{
    translated_tree
    printf '#define M_NEW 1, "NEW", N_("is new")\n' >>tree/core/message.h
    printf '\nmsgid "is old"\nmsgstr "lama"\n' >>tree/templates/lang/id/low.po
    check_translations 1
    expect_stdout 'has no Indonesian: is new'
    expect_stdout 'nothing says this any more: is old'
}

test_translations_find_other_conversions_and_fuzzy_ones()
{
    translated_tree
    sed -i 's/di bawah %d/di bawah %s/' tree/templates/lang/id/low.po
    check_translations 1
    expect_stdout 'other conversions'
    sed -i 's/di bawah %s/di bawah %d/; s/^msgid "bytes"/#, fuzzy\n&/' tree/templates/lang/id/low.po
    check_translations 1
    expect_stdout 'is fuzzy: bytes'
}

test_message_patterns_fit_their_sentences_and_no_others()
{
    translated_tree
    mkdir -p tree/x && cp "$ROOT/core/error.h" tree/core/
    sed -i 's/#define M_LOW 1,/#define M_LOW ERROR_INPUT,/' tree/core/message.h
    (cd tree && /usr/bin/python3 scripts/dev/messages.py) >table
    pattern=$(cut -f 4 table)
    grep -Eq "$pattern" <<<'di bawah 12' || fail 'does not fit'
    ! grep -Eq "$pattern" <<<'di atas 12' || fail 'fits another'
    [ "$(cut -f 2 table)" = 3 ] || fail 'not the exit status of an input'
}
