/* Tables of levels in all the forms in which agencies keep them: separators, headers, words around a number, and
 * workbooks of several sheets. What is taken in must be what stands there, or nothing at all. */
#include "level_table.h"
#include "limit.h"
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
static struct text told, book;
static size_t tellings;

static int enter(void **state)
{
    (void)state;
    place_enter(&place);
    told = (struct text)TEXT_EMPTY;
    book = (struct text)TEXT_EMPTY;
    store = place_store(&place, "kota.spbe", STORE_WRITE);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    text_release(&told);
    text_release(&book);
    store_close(store);
    place_leave(&place);
    return 0;
}

static void add_problem(void *context, const struct error *problem)
{
    text_format(context, "%s %s\n", problem->where, problem->id);
    tellings++;
}

/* Takes a table in; false after rolling back. */
static bool take(const char *bytes, size_t length, const char *name)
{
    struct edit edit = {store, &place.fixture.instrument, "Siti"};
    struct level_listener listener = {add_problem, &told};
    text_clear(&told);
    tellings = 0;
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

/* Takes a text in and wants the claims of the first three indicators. */
static void want_text(const char *csv, const char *first, const char *second, const char *third)
{
    if (!take(csv, strlen(csv), "dinas.csv")) {
        fail_msg("%s\n%s: %s\n%s", csv, place.err.where, place.err.message, told.bytes);
    }
    want_claim("I01", first);
    want_claim("I02", second);
    want_claim("I03", third);
}

/* Wants a text refused with these problems, and nothing of it kept. */
static void refuse_text(const char *csv, const char *problems)
{
    assert_false(take(csv, strlen(csv), "dinas.csv"));
    place_failed(&place, "TABLE_PROBLEMS");
    assert_string_equal(told.bytes, problems);
    want_claim("I01", "-");
    want_claim("I02", "-");
}

/* The same table, as each program writes it; every row sets other levels than the one before. */
static void test_level_table__separators_and_line_ends(void **state)
{
    (void)state;
    want_text("indikator;tingkat\n1;1\n2;2\n3;3\n", "1", "2", "3");
    want_text("indikator,tingkat\n1,2\n2,3\n3,4\n", "2", "3", "4");
    want_text("indikator\ttingkat\n1\t3\n2\t4\n3\t5\n", "3", "4", "5");
    want_text("indikator;tingkat\r\n1;1\r\n2;2\r\n3;3\r\n", "1", "2", "3");
    want_text("\xEF\xBB\xBFindikator;tingkat\n1;5\n2;4\n3;3", "5", "4", "3");
    want_text("sep=;\nindikator;tingkat\n1;2\n2;2\n3;2", "2", "2", "2");
    want_text("\"indikator\";\"tingkat\"\n\"1\";\"3\"\n\"2\";\"3\"\n\"3\";\"3\"\n", "3", "3", "3");
}

/* Columns by all their names, in any order, among others and below a title. */
static void test_level_table__headers(void **state)
{
    (void)state;
    static const char *const indicators[] = {
        "ID Indikator", "Kode Indikator", "Nomor Indikator", "No. Indikator", "KODE",
        "id",           "Indikator",      "indicator",       "Nomor",         "No."};
    static const char *const levels[] = {"Tingkat Kematangan",
                                         "TINGKAT",
                                         "Level",
                                         "Level Kematangan",
                                         "Nilai Indikator",
                                         "nilai",
                                         "Capaian",
                                         "Maturity Level",
                                         "value",
                                         "Skor"};
    for (size_t i = 0; i < sizeof levels / sizeof levels[0]; i++) {
        char csv[200];
        const char *level = i % 2 == 0 ? "1" : "2";
        snprintf(csv, sizeof csv, "%s;catatan;%s\nI01;x;%s\nI02;;%s\n", indicators[i], levels[i],
                 level, level);
        want_text(csv, level, level, "-");
        level = i % 2 == 0 ? "3" : "4";
        snprintf(csv, sizeof csv, "Rekap SPBE\n\n%s;%s\n%s;I01\n%s;I02\n", levels[i], indicators[i],
                 level, level);
        want_text(csv, level, level, "-");
    }
}

/* A row without a level says nothing: what stands in the file stays. */
static void test_level_table__rows_without_a_level(void **state)
{
    (void)state;
    want_text("indikator;tingkat\n1;1\n2;2\n3;3\n", "1", "2", "3");
    want_text("indikator;tingkat\n1;\n2;-\n3;4\n", "1", "2", "4");
    want_text("indikator;tingkat\n\n;\nJumlah;\n1;5\n", "5", "2", "4");
}

static void test_level_table__words_around_numbers(void **state)
{
    (void)state;
    want_text("indikator;tingkat\nIndikator 1;Tingkat 1\nINDICATOR 02;LEVEL 2\ni03;level  3\n", "1",
              "2", "3");
    want_text("indikator;tingkat\nIndikator #1;4\n02.;4\n3.0;4\n", "4", "4", "4");
    want_text("indikator;tingkat\n i01 ; 5 \nIndikator: 2;tingkat 5\nI-3;5\n", "5", "5", "5");
}

/* Each thing that a person can do wrong is told at its own place, and nothing is kept of the rest. */
static void test_level_table__what_is_wrong_in_a_row(void **state)
{
    (void)state;
    refuse_text("indikator;tingkat\n1;6\n2;2\n", "dinas.csv: line 2: I01 EDIT_SCALE\n");
    refuse_text("indikator;tingkat\n1;0\n", "dinas.csv: line 2: I01 EDIT_SCALE\n");
    refuse_text("indikator;tingkat\n1;tiga\n2;2\n", "dinas.csv: line 2: I01 EDIT_NUMBER\n");
    refuse_text("indikator;tingkat\n;2\n2;2\n", "dinas.csv: line 2 TABLE_NO_INDICATOR\n");
    refuse_text("indikator;tingkat\n0;2\n2;2\n", "dinas.csv: line 2 TABLE_INDICATOR\n");
    refuse_text("indikator;tingkat\n00001;2\n", "dinas.csv: line 2 TABLE_INDICATOR\n");
    refuse_text("indikator;tingkat\n1.5;2\n", "dinas.csv: line 2 TABLE_INDICATOR\n");
    refuse_text("indikator;tingkat\n1;2\nI01;2\n", "dinas.csv: line 3 TABLE_TWICE\n");
    refuse_text("indikator;tingkat\n\"1\n\";7\n2;8\n",
                "dinas.csv: line 2: I01 EDIT_SCALE\ndinas.csv: line 4: I02 EDIT_SCALE\n");
}

/* A table full of mistakes does not fill the screen for ever, and all are counted. */
static void test_level_table__problems_are_bounded(void **state)
{
    (void)state;
    text_add(&book, "indikator;tingkat\n");
    for (int i = 0; i < LIMIT_PROBLEMS; i++) {
        text_add(&book, "999;1\n");
    }
    assert_false(take(book.bytes, book.length, "a.csv"));
    assert_int_equal(tellings, LIMIT_PROBLEMS);
    text_add(&book, "999;1\n");
    assert_false(take(book.bytes, book.length, "a.csv"));
    assert_int_equal(tellings, LIMIT_PROBLEMS);
    assert_non_null(strstr(place.err.message, "1001"));
    place_failed(&place, "TABLE_PROBLEMS");
}

/* Rows of a workbook below a header, and the problems wanted of them. */
static void want_rows(const char *rows, const char *styles, const char *problems)
{
    struct text all = TEXT_EMPTY;
    text_format(&all, "<row><c t='str'><v>Indikator</v></c><c t='str'><v>Nilai</v></c></row>%s",
                rows);
    text_clear(&book);
    sheet_workbook(&book, all.bytes, NULL, styles, "");
    assert_int_equal(take(book.bytes, book.length, "dinas.xlsx"), problems[0] == '\0');
    assert_string_equal(told.bytes, problems);
    text_release(&all);
}

/* A cell that shows a level but holds something else is never guessed at. */
static void test_level_table__cells_that_are_no_level(void **state)
{
    (void)state;
    want_rows("<row><c><v>1</v></c><c><f>1+1</f><v>2</v></c></row>", NULL,
              "dinas.xlsx: Data!B2 TABLE_FORMULA\n");
    want_rows("<row><c><v>1</v></c><c><f>A9</f></c></row>", NULL,
              "dinas.xlsx: Data!B2 TABLE_FORMULA\n");
    want_rows("<row><c><v>1</v></c><c t='b'><v>1</v></c></row>", NULL,
              "dinas.xlsx: Data!B2 TABLE_KIND\n");
    want_rows("<row><c><v>1</v></c><c t='e'><v>#N/A</v></c></row>", NULL,
              "dinas.xlsx: Data!B2 TABLE_KIND\n");
    want_rows("<row><c><v>1</v></c><c t='d'><v>2023-05-01</v></c></row>", NULL,
              "dinas.xlsx: Data!B2 TABLE_KIND\n");
    want_rows("<row r='7'><c><v>88</v></c><c><v>3</v></c></row>", NULL,
              "dinas.xlsx: Data!A7 TABLE_INDICATOR\n");
    want_claim("I01", "-");
    want_rows("<row><c><f>1</f><v>1</v></c><c><v>3</v></c></row>", NULL, "");
    want_claim("I01", "3");
}

/* Files that are not what their name says end at once, with the file named. */
static void test_level_table__files_that_cannot_be_read(void **state)
{
    (void)state;
    static const struct {
        const char *bytes, *name, *id;
    } rows[] = {
        {"", "a.xlsx", "ARCHIVE_KIND"},
        {"indikator;tingkat\n1;1\n", "a.xls", "ARCHIVE_KIND"},
        {"PK\3\4 and no more", "a.csv", "ARCHIVE_CUT"},
        {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "a.xls", "ARCHIVE_PASSWORD"},
        {"indikator;tingkat\n1;\xFF\n", "a.csv", "CSV_UTF8"},
        {"indikator;tingkat\n1;\"1\n", "a.csv", "CSV_QUOTE"},
        {"indikator\n1\n", "a.csv", "TABLE_HEADER"},
        {"tingkat;nilai\n1;1\n", "a.csv", "TABLE_HEADER"},
        {"indikator;tingkat\n", "a.csv", "TABLE_EMPTY"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_false(take(rows[i].bytes, strlen(rows[i].bytes), rows[i].name));
        assert_string_equal(place.err.id, rows[i].id);
        assert_ptr_equal(strstr(place.err.where, rows[i].name), place.err.where);
        assert_int_equal(tellings, 0);
        place_failed(&place, rows[i].id);
    }
}

/* Both sides of the size of a file, which is looked at before anything else. */
static void test_level_table__files_are_bounded(void **state)
{
    (void)state;
    size_t size = LIMIT_SHEET_FILE;
    char *bytes = malloc(size + 1);
    assert_non_null(bytes);
    memset(bytes, ' ', size + 1);
    memcpy(bytes, "indikator;tingkat\n1;4\n;", 23);
    if (!take(bytes, size, "a.csv")) {
        fail_msg("%s: %s", place.err.where, place.err.message);
    }
    want_claim("I01", "4");
    assert_false(take(bytes, size + 1, "a.csv"));
    place_failed(&place, "FILE_LARGE");
    free(bytes);
}

int main(void)
{
#define CASE(test) cmocka_unit_test_setup_teardown(test, enter, leave)
    const struct CMUnitTest tests[] = {
        CASE(test_level_table__separators_and_line_ends),
        CASE(test_level_table__headers),
        CASE(test_level_table__rows_without_a_level),
        CASE(test_level_table__words_around_numbers),
        CASE(test_level_table__what_is_wrong_in_a_row),
        CASE(test_level_table__problems_are_bounded),
        CASE(test_level_table__cells_that_are_no_level),
        CASE(test_level_table__files_that_cannot_be_read),
        CASE(test_level_table__files_are_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
