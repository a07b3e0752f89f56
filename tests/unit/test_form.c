/* What a form carries: marks that do not depend on how a cell is saved, and a seal over all of them. And tables
 * of levels: what is a table, and what a person may write in it. */
#include "form.h"
#include "level_table.h"
#include "support_sheet.h"
#include "support_store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static struct place place;
static struct store *store;
static struct text told;

static int enter(void **state)
{
    (void)state;
    place_enter(&place);
    told = (struct text)TEXT_EMPTY;
    store = place_store(&place, "kota.spbe", STORE_WRITE);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    text_release(&told);
    store_close(store);
    place_leave(&place);
    return 0;
}

/* ---- marks ---- */

static void same_mark(const char *one, const char *other, bool same)
{
    char first[FORM_MARK + 1];
    char second[FORM_MARK + 1];
    form_mark(one, first);
    form_mark(other, second);
    assert_int_equal(strlen(first), FORM_MARK);
    assert_int_equal(strcmp(first, second) == 0, same);
}

static void test_form__marks_follow_what_cells_keep(void **state)
{
    (void)state;
    same_mark(NULL, "", true);
    same_mark(" \t\r\n", "", true);
    same_mark(" a ", "a", true);
    same_mark("a\r\nb", "a\nb", true);
    same_mark("a\rb", "a\nb", true);
    same_mark("a\tb", "a b", true);
    same_mark("a", "b", false);
    same_mark("a b", "a  b", false);
    same_mark("a\n\nb", "a\nb", false);
}

static void options_of(const char *unit, size_t only, struct text *out)
{
    struct arena arena = ARENA_EMPTY;
    struct assessment assessment;
    struct exhibit *source_exhibits = NULL;
    bool chosen[5] = {false, false, false, false, false};
    for (size_t i = 0; i < 5; i++) {
        chosen[i] = only == 5 || only == i;
    }
    assert_true(store_load(store, &place.fixture.instrument, &arena, &assessment, &place.err));
    text_clear(out);
    const char *reasons[5] = {NULL, "kurang", NULL, NULL, NULL};
    struct form_source source = {.assessment = &assessment,
                                 .chosen = chosen,
                                 .unit = unit,
                                 .identity = "abc",
                                 .revision = store_history_length(store),
                                 .deadline = unit == NULL ? NULL : "2026-12-15",
                                 .reasons = reasons,
                                 .questions = unit == NULL};
    assert_true(
        store_evidence(store, NULL, &arena, &source_exhibits, &source.exhibit_count, &place.err));
    source.exhibits = source_exhibits;
    form_options(&source, out);
    arena_release(&arena);
}

static void test_form__rows_of_the_chosen_indicators_and_of_the_year(void **state)
{
    (void)state;
    options_of("Dinas \"A\"", 1, &told);
    assert_non_null(strstr(told.bytes, "\"unit\":\"Dinas \\\"A\\\"\""));
    assert_non_null(strstr(told.bytes, "[\"I02\","));
    assert_non_null(strstr(told.bytes, "[\"I02.3.b\","));
    assert_null(strstr(told.bytes, "I02.4.b")); /* until 2022 only */
    assert_null(strstr(told.bytes, "I01"));
    assert_non_null(strstr(told.bytes, "\"deadline\":\"2026-12-15\""));
    assert_non_null(strstr(told.bytes, "\"returned\":{\"I02\":\"kurang\"}"));
    assert_non_null(strstr(told.bytes, "[\"assessment\",\"abc\",\"Kota Uji\""));
}

/* Words of a person: a row a level and a question, texts in their parts with their length in letters. */
static void test_form__explanations_and_questions(void **state)
{
    (void)state;
    place_change(store, FIELD_EXPLANATION, "I02", "I02.3", "FAKTA: é\n\nANALISIS: b");
    place_change(store, FIELD_EXPLANATION, "I02", "I02.4", "utuh");
    place_change(store, FIELD_GENERAL, NULL, "PU2", "jawab");
    options_of("Dinas", 1, &told);
    assert_non_null(strstr(told.bytes, "[\"I02.1\","));
    assert_non_null(strstr(told.bytes, "[\"I02.5\","));
    assert_non_null(
        strstr(told.bytes, "\"I02.3\":{\"facts\":\"é\",\"analysis\":\"b\",\"length\":21}"));
    assert_non_null(
        strstr(told.bytes, "\"I02.4\":{\"facts\":\"utuh\",\"analysis\":\"\",\"length\":11}"));
    assert_non_null(
        strstr(told.bytes, "\"portal\":{\"facts\":\"FAKTA\",\"analysis\":\"ANALISIS\""));
    assert_non_null(strstr(told.bytes, "\"questions\":[]"));
    assert_null(strstr(told.bytes, "PU2"));
    options_of(NULL, 5, &told);
    assert_non_null(strstr(told.bytes, "[\"PU1\","));
    assert_non_null(
        strstr(told.bytes, "\"text\":\"Apa rencana tahun depan?\",\"answer\":\"jawab\""));
    assert_non_null(strstr(told.bytes, "\"text\":\"Layanan mana yang utama?\",\"answer\":null"));
}

static void test_form__same_file_same_options_and_a_change_changes_the_seal(void **state)
{
    (void)state;
    struct text again = TEXT_EMPTY;
    options_of(NULL, 5, &told);
    options_of(NULL, 5, &again);
    assert_string_equal(told.bytes, again.bytes);
    place_change(store, FIELD_MET, "I01", "I01.2.a", "yes");
    options_of(NULL, 5, &again);
    const char *seal = strstr(told.bytes, "\"seal\":");
    assert_string_not_equal(seal, strstr(again.bytes, "\"seal\":"));
    text_release(&again);
}

/* ---- tables ---- */

static void add_problem(void *context, const struct error *problem)
{
    text_format(context, "%s %s\n", problem->where, problem->id);
}

/* Takes a table in; false after rolling back. */
static bool take(const char *bytes, size_t length, const char *name)
{
    struct edit edit = {store, &place.fixture.instrument, "Siti"};
    struct level_listener listener = {add_problem, &told};
    text_clear(&told);
    error_clear(&place.err);
    bool ok = store_begin(store, "Siti", "import", &place.err) &&
              level_table_import(&edit, bytes, length, name, &listener, &place.err) &&
              store_commit(store, &place.err);
    store_rollback(store);
    return ok;
}

static void want_claim(const char *indicator, const char *value)
{
    struct arena arena = ARENA_EMPTY;
    const char *now = NULL;
    assert_true(store_get(store, FIELD_CLAIMED, indicator, &arena, &now, &place.err));
    assert_string_equal(now == NULL ? "-" : now, value);
    arena_release(&arena);
}

static void take_text(const char *csv)
{
    if (!take(csv, strlen(csv), "a.csv")) {
        fail_msg("%s: %s\n%s", place.err.where, place.err.message, told.bytes);
    }
}

static void test_level_table__what_is_a_table(void **state)
{
    (void)state;
    assert_true(level_table_is("", 0, "a.csv"));
    assert_true(level_table_is("", 0, "A.CSV"));
    assert_true(level_table_is("{", 1, "a.tsv"));
    assert_true(level_table_is("PK\3\4", 4, "a"));
    assert_true(level_table_is("\xD0\xCF\x11\xE0", 4, "a.json"));
    assert_false(level_table_is("{", 1, "a.json"));
    assert_false(level_table_is("{", 1, ".csv"));
}

static void test_level_table__every_form_of_an_indicator(void **state)
{
    (void)state;
    take_text("indikator;tingkat\n1;1\nI02;2\n\"03\";3\nIndikator 4;4\ni-5;5\n");
    want_claim("I01", "1");
    want_claim("I02", "2");
    want_claim("I03", "3");
    want_claim("I04", "4");
    want_claim("I05", "5");
    take_text("No. Indikator,Level\n1.,Tingkat 2\n# 2,level 3\n");
    want_claim("I01", "2");
    want_claim("I02", "3");
}

static void test_level_table__decimal_signs_where_fractions_count(void **state)
{
    (void)state;
    fixture_as_pemdi(&place.fixture);
    take_text("kode;nilai\nI01;2,5\nI02;3.25\nI03;4,0\n");
    want_claim("I01", "2.5");
    want_claim("I02", "3.25");
    want_claim("I03", "4");
}

static void test_level_table__numbers_as_workbooks_keep_them(void **state)
{
    (void)state;
    struct text book = TEXT_EMPTY;
    fixture_as_pemdi(&place.fixture);
    sheet_workbook(&book,
                   "<row><c t='str'><v>Indikator</v></c><c t='str'><v>Nilai</v></c></row>"
                   "<row><c><v>1</v></c><c><v>2.2999999999999998</v></c></row>"
                   "<row><c><v>2</v></c><c><v>3E0</v></c></row>",
                   NULL, NULL, "");
    if (!take(book.bytes, book.length, "a.xlsx")) {
        fail_msg("%s: %s\n%s", place.err.where, place.err.message, told.bytes);
    }
    want_claim("I01", "2.3");
    want_claim("I02", "3");
    text_release(&book);
}

static void test_level_table__all_problems_with_their_places(void **state)
{
    (void)state;
    static const char csv[] = "indikator;tingkat\n1;9\n2;x\n77;1\n;3\n3;3\n03;2\n4;2,5\n";
    assert_false(take(csv, sizeof csv - 1, "a.csv"));
    place_failed(&place, "TABLE_PROBLEMS");
    assert_string_equal(told.bytes, "a.csv: line 2: I01 EDIT_SCALE\n"
                                    "a.csv: line 3: I02 EDIT_NUMBER\n"
                                    "a.csv: line 4 TABLE_INDICATOR\n"
                                    "a.csv: line 5 TABLE_NO_INDICATOR\n"
                                    "a.csv: line 7 TABLE_TWICE\n"
                                    "a.csv: line 8: I04 EDIT_WHOLE\n");
    want_claim("I03", "-");
}

static void test_level_table__the_better_name_of_a_column_counts(void **state)
{
    (void)state;
    take_text("No,Kode,Nilai,Tingkat\n9,I01,77,3\n8,I02,66,2\n");
    want_claim("I01", "3");
    want_claim("I02", "2");
}

/* A row that was not divided would lose its level unseen; a title or an indicator without a level loses nothing. */
static void test_level_table__a_row_of_another_separator_is_told(void **state)
{
    (void)state;
    static const char mixed[] = "indikator,tingkat\nI01,3\n2;4\n";
    static const char titles[] = "indikator,tingkat\n\"Kebijakan; Tata Kelola\",\nI01,3\nI02,\n";
    assert_false(take(mixed, sizeof mixed - 1, "a.csv"));
    assert_string_equal(told.bytes, "a.csv: line 3 TABLE_INDICATOR\n");
    assert_true(take(titles, sizeof titles - 1, "a.csv"));
    want_claim("I01", "3");
}

static void test_level_table__no_header_and_no_rows(void **state)
{
    (void)state;
    assert_false(take("a;b\n1;2\n", 8, "a.csv"));
    place_failed(&place, "TABLE_HEADER");
    assert_false(take("indikator;tingkat\n1;\n", 21, "a.csv"));
    place_failed(&place, "TABLE_EMPTY");
    assert_false(take("", 0, "a.csv"));
    place_failed(&place, "TABLE_HEADER");
}

int main(void)
{
#define CASE(test) cmocka_unit_test_setup_teardown(test, enter, leave)
    const struct CMUnitTest tests[] = {
        CASE(test_form__marks_follow_what_cells_keep),
        CASE(test_form__rows_of_the_chosen_indicators_and_of_the_year),
        CASE(test_form__explanations_and_questions),
        CASE(test_form__same_file_same_options_and_a_change_changes_the_seal),
        CASE(test_level_table__what_is_a_table),
        CASE(test_level_table__every_form_of_an_indicator),
        CASE(test_level_table__decimal_signs_where_fractions_count),
        CASE(test_level_table__numbers_as_workbooks_keep_them),
        CASE(test_level_table__all_problems_with_their_places),
        CASE(test_level_table__the_better_name_of_a_column_counts),
        CASE(test_level_table__a_row_of_another_separator_is_told),
        CASE(test_level_table__no_header_and_no_rows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
