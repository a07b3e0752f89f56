#include "template_kind.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

static enum template_kind declared(const char *source)
{
    struct error err = {.kind = ERROR_NONE};
    enum template_kind kind = TEMPLATE_RESULT;
    assert_true(template_kind_declared(source, "t.lua", &kind, &err));
    assert_false(error_is_set(&err));
    return kind;
}

static struct text text_of(const char *bytes)
{
    struct text text = TEXT_EMPTY;
    text_add(&text, bytes);
    return text;
}

/* Agencies have templates from before there was such a line: they go on drawing what they are given. */
static void test_template_kind__a_template_may_declare_nothing(void **state)
{
    (void)state;
    assert_int_equal(declared(""), TEMPLATE_KIND_COUNT);
    assert_int_equal(declared("sheet(\"Satu\")\n"), TEMPLATE_KIND_COUNT);
    assert_int_equal(declared("--- Laporan kami\n-- isi: dokumen hasil\n"), TEMPLATE_KIND_COUNT);
    assert_int_equal(declared("--"), TEMPLATE_KIND_COUNT);
}

static void test_template_kind__a_line_of_the_head_declares_it(void **state)
{
    (void)state;
    static const struct {
        const char *name, *source;
        enum template_kind kind;
    } cases[] = {
        {"second line", "--- Judul\n-- Dokumen: spbe-plan/1\n", TEMPLATE_PLAN},
        {"first line", "-- Dokumen: spbe-report/1\n", TEMPLATE_RESULT},
        {"in English", "--- Title\n-- Document: spbe-rollup/1\n", TEMPLATE_ROLLUP},
        {"without a line break", "-- Dokumen: spbe-impact/1", TEMPLATE_IMPACT},
        {"with a sentence behind", "-- Dokumen: spbe-comparison/1. Selisih ...\n",
         TEMPLATE_COMPARISON},
        {"with the word format", "-- Dokumen: format spbe-form/1 (lihat sana)\n", TEMPLATE_FORM},
        {"behind an empty remark", "--- Judul\n--\n-- Dokumen: spbe-register/1\n",
         TEMPLATE_REGISTER},
        {"as Windows ends lines", "--- Judul\r\n-- Dokumen: spbe-conflicts/1\r\nx = 1\r\n",
         TEMPLATE_CONFLICTS},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        if (declared(cases[i].source) != cases[i].kind) {
            fail_msg("%s", cases[i].name);
        }
    }
}

/* Behind the head a remark is a remark: a long template may well speak of documents. */
static void test_template_kind__only_the_head_counts(void **state)
{
    (void)state;
    assert_int_equal(declared("--- Judul\n\n-- Dokumen: spbe-plan/1\n"), TEMPLATE_KIND_COUNT);
    assert_int_equal(declared("local a = 1\n-- Dokumen: salah\n"), TEMPLATE_KIND_COUNT);
}

static void test_template_kind__a_wrong_name_is_told_with_its_line(void **state)
{
    (void)state;
    static const char *const wrong[] = {"spbe-plan/2", "spbe-pln/1", "", "hasil", "SPBE-PLAN/1"};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        struct error err = {.kind = ERROR_NONE};
        enum template_kind kind = TEMPLATE_RESULT;
        struct text source = text_of("--- Judul\n--\n-- Dokumen: ");
        text_add(&source, wrong[i]);
        text_add(&source, "\n");
        assert_false(template_kind_declared(source.bytes, "kami/t.lua", &kind, &err));
        assert_int_equal(err.kind, ERROR_PACK);
        assert_string_equal(err.where, "kami/t.lua:3");
        text_release(&source);
    }
}

static void test_template_kind__a_document_says_what_it_is(void **state)
{
    (void)state;
    for (int kind = 0; kind < TEMPLATE_KIND_COUNT; kind++) {
        struct text document = text_of("{\"format\":\"");
        text_add(&document, template_kinds[kind].format);
        text_add(&document, "\",\"a\":1}");
        assert_int_equal(template_kind_of(&document), kind);
        text_release(&document);
    }
    static const char *const others[] = {
        "", "{}", "[]", "{\"format\":\"", "{\"format\":\"x\"}", "{\"a\":\"spbe-plan/1\"}"};
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        struct text document = text_of(others[i]);
        assert_int_equal(template_kind_of(&document), TEMPLATE_KIND_COUNT);
        text_release(&document);
    }
}

/* The sentence names what it draws, what it was given, and the command to take instead. */
static void test_template_kind__the_wrong_document_is_refused(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    lang_choose("en");
    assert_false(template_kind_fits(TEMPLATE_PLAN, TEMPLATE_RESULT, "kami.lua", &err));
    assert_int_equal(err.kind, ERROR_USAGE);
    assert_string_equal(err.where, "kami.lua");
    assert_string_equal(err.message,
                        "draws an action plan, not a result; it is drawn by: spbe plan INPUT "
                        "--target 3.50 -o OUT.xlsx --template kami.lua");
    err = (struct error){.kind = ERROR_NONE};
    assert_false(template_kind_fits(TEMPLATE_REGISTER, TEMPLATE_PLAN, "daftar-bukti", &err));
    assert_string_equal(err.message,
                        "draws the register of evidence, not an action plan; it is drawn by: "
                        "spbe evidence list FILE.spbe -o OUT.xlsx");
}

static void test_template_kind__what_is_not_told_is_not_refused(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    for (int kind = 0; kind <= TEMPLATE_KIND_COUNT; kind++) {
        enum template_kind one = (enum template_kind)kind;
        assert_true(template_kind_fits(one, one, "t.lua", &err));
        assert_true(template_kind_fits(TEMPLATE_KIND_COUNT, one, "t.lua", &err));
        assert_true(template_kind_fits(one, TEMPLATE_KIND_COUNT, "t.lua", &err));
    }
    assert_false(error_is_set(&err));
}

/* The table itself: words and formats are each their own, and whoever can write a template finds a first text. */
static void test_template_kind__the_table_is_sound(void **state)
{
    (void)state;
    for (int i = 0; i < TEMPLATE_KIND_COUNT; i++) {
        const struct template_kind_row *row = &template_kinds[i];
        assert_int_equal(template_kind_word(row->word), i);
        assert_true(strncmp(row->format, "spbe-", 5) == 0);
        assert_true(strncmp(row->command, "spbe ", 5) == 0);
        bool own = strstr(row->command, " --template") != NULL;
        assert_int_equal(own, row->first != NULL);
        for (int k = 0; k < i; k++) {
            assert_string_not_equal(template_kinds[k].format, row->format);
        }
    }
    assert_int_equal(template_kind_word("hasil"), TEMPLATE_KIND_COUNT);
    assert_int_equal(template_kind_word(""), TEMPLATE_KIND_COUNT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_template_kind__a_template_may_declare_nothing),
        cmocka_unit_test(test_template_kind__a_line_of_the_head_declares_it),
        cmocka_unit_test(test_template_kind__only_the_head_counts),
        cmocka_unit_test(test_template_kind__a_wrong_name_is_told_with_its_line),
        cmocka_unit_test(test_template_kind__a_document_says_what_it_is),
        cmocka_unit_test(test_template_kind__the_wrong_document_is_refused),
        cmocka_unit_test(test_template_kind__what_is_not_told_is_not_refused),
        cmocka_unit_test(test_template_kind__the_table_is_sound),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
