/* What Lua says reaches its reader in his language, and is never lost. */
#include "lua_said.h"

#include "file.h"
#include "lang.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static int set_up(void **state)
{
    struct error err = {.kind = ERROR_NONE};
    char *folder = file_resource("templates/lang", &err);
    (void)state;
    lang_start("id", folder == NULL ? "" : folder);
    free(folder);
    return 0;
}

static void check_said(const char *sentence, const char *wanted)
{
    char out[LUA_SAID_BYTES];
    lua_said(sentence, out);
    assert_string_equal(out, wanted);
}

/* In English Lua speaks for itself. */
static void test_lua_said__english_stays_as_it_is(void **state)
{
    (void)state;
    lang_choose("en");
    check_said("attempt to index a nil value (field 'indeks')",
               "attempt to index a nil value (field 'indeks')");
    check_said("unexpected symbol near '='", "unexpected symbol near '='");
    lang_choose("id");
}

/* Sentences that nobody knows, and pieces of those that are known, stay whole. */
static void test_lua_said__what_is_not_known_is_kept(void **state)
{
    static const char *const unknown[] = {
        "",
        "aduh",
        "attempt to",
        "attempt to index a nil value (field 'indeks'",
        "attempt to index a nil value (field 'indeks') and more",
        "number has no integer representation",
        "near",
        "100 %s",
        "%n%s expected",
    };
    (void)state;
    for (size_t i = 0; i < sizeof unknown / sizeof unknown[0]; i++) {
        char out[LUA_SAID_BYTES];
        lua_said(unknown[i], out);
        assert_int_equal(strncmp(out, unknown[i], strlen("attempt")), 0);
    }
    check_said("aduh", "aduh");
    check_said("100 %s", "100 %s");
}

/* The longest sentence ends within its room. */
static void test_lua_said__what_is_long_is_cut(void **state)
{
    char sentence[2000], out[LUA_SAID_BYTES];
    (void)state;
    memset(sentence, 'x', sizeof sentence - 1);
    sentence[sizeof sentence - 1] = '\0';
    lua_said(sentence, out);
    assert_int_equal(strlen(out), LUA_SAID_BYTES - 1);
    memcpy(sentence, "unexpected symbol near ", 23);
    lua_said(sentence, out);
    assert_int_equal(strlen(out), LUA_SAID_BYTES - 1);
    memcpy(sentence, "bad argument #1 to '", 20);
    memcpy(sentence + 150, "' (", 3);
    sentence[300] = ')';
    sentence[301] = '\0';
    lua_said(sentence, out);
    assert_true(strlen(out) < LUA_SAID_BYTES);
}

/* Where the catalogue is there, the sentence is Indonesian and says what to look for. */
static void test_lua_said__indonesian_says_what_to_look_for(void **state)
{
    (void)state;
    if (strcmp(lang_text("unexpected symbol near %s"), "unexpected symbol near %s") == 0) {
        skip();
    }
    check_said("attempt to index a nil value (field 'indeks')",
               "mengambil isi dari nilai kosong (nil) (isian 'indeks'); periksa apakah namanya "
               "benar dan nilainya ada");
    check_said("attempt to perform arithmetic on a string value",
               "berhitung dengan nilai teks; hanya angka yang dapat dihitung");
    check_said("'end' expected (to close 'if' at line 1) near <eof>",
               "belum ada 'end', penutup 'if' pada baris 1, di dekat akhir berkas");
    check_said("bad argument #1 to 'ipairs' (table expected, got nil)",
               "argumen ke-1 dari 'ipairs' keliru: memerlukan tabel, bukan kosong (nil)");
    check_said("'do' expected near 'print'", "seharusnya ada 'do' di dekat 'print'");
    check_said("<name> expected near '='", "seharusnya ada sebuah nama di dekat '='");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lua_said__english_stays_as_it_is),
        cmocka_unit_test(test_lua_said__what_is_not_known_is_kept),
        cmocka_unit_test(test_lua_said__what_is_long_is_cut),
        cmocka_unit_test(test_lua_said__indonesian_says_what_to_look_for),
    };
    return cmocka_run_group_tests(tests, set_up, NULL);
}
