/* script_table: tables of other programs become lists of texts, and lists become tables that no program calculates. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "limit.h"
#include "script_table.h"

#include <string.h>

static void check_read(const char *csv, const char *wanted)
{
    struct text bytes = TEXT_EMPTY;
    struct text out = TEXT_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    text_add(&bytes, csv);
    if (!script_table_read(&bytes, NULL, &out, &err)) {
        fail_msg("%s: %s", csv, err.message);
    }
    assert_string_equal(out.bytes, wanted);
    text_release(&bytes);
    text_release(&out);
}

static void test_script_table__cells_stand_where_they_stood(void **state)
{
    (void)state;
    check_read("", "[]");
    check_read("a", "[[\"a\"]]");
    check_read("a,b\n", "[[\"a\",\"b\"]]");
    check_read("a,b\r\nc,d\r\n", "[[\"a\",\"b\"],[\"c\",\"d\"]]");
    check_read(",b\n", "[[\"\",\"b\"]]");
    check_read(",,,d\n", "[[\"\",\"\",\"\",\"d\"]]");
    check_read("a,\n", "[[\"a\"]]");
    check_read("\n\na\n", "[[],[],[\"a\"]]");
    check_read("a\n\nb\n", "[[\"a\"],[],[\"b\"]]");
    check_read("a,b\nc\nd,,e\n", "[[\"a\",\"b\"],[\"c\"],[\"d\",\"\",\"e\"]]");
    check_read("\"a\"\"b\"\n", "[[\"a\\\"b\"]]");
    check_read("\"a\nb\",c\n", "[[\"a\\nb\",\"c\"]]");
    check_read("a\\b\n", "[[\"a\\\\b\"]]");
    check_read("1,2.50,-3\n", "[[\"1\",\"2.50\",\"-3\"]]");
}

static void test_script_table__the_separator_is_found(void **state)
{
    (void)state;
    check_read("a;b;c\n1;2;3\n", "[[\"a\",\"b\",\"c\"],[\"1\",\"2\",\"3\"]]");
    check_read("a\tb\n", "[[\"a\",\"b\"]]");
    check_read("a;b,c;d\n", "[[\"a\",\"b,c\",\"d\"]]");
    check_read("a,b;c,d\n", "[[\"a\",\"b;c\",\"d\"]]");
    check_read("\"a;b;c;d\",e\n", "[[\"a;b;c;d\",\"e\"]]");
    check_read("\"a\nb;c\",\"d\ne\"\n", "[[\"a\\nb;c\",\"d\\ne\"]]");
    check_read("2,5;3,5\n1,0;2,0\n", "[[\"2\",\"5;3\",\"5\"],[\"1\",\"0;2\",\"0\"]]");
    check_read("nilai;catatan\n2,5;a,b,c\n", "[[\"nilai\",\"catatan\"],[\"2,5\",\"a,b,c\"]]");
    check_read("sendiri\n", "[[\"sendiri\"]]");
}

static void test_script_table__bad_tables_are_refused(void **state)
{
    static const struct {
        const char *bytes, *id;
    } cases[] = {{"a,\"b\n", "CSV_QUOTE"}, {"a,\xff\n", "CSV_UTF8"}, {"PK\x03\x04 no", NULL}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct text bytes = TEXT_EMPTY;
        struct text out = TEXT_EMPTY;
        struct error err = {.kind = ERROR_NONE};
        text_add(&bytes, cases[i].bytes);
        assert_false(script_table_read(&bytes, NULL, &out, &err));
        assert_true(error_is_set(&err));
        if (cases[i].id != NULL) {
            assert_string_equal(err.id, cases[i].id);
        }
        text_release(&bytes);
        text_release(&out);
    }
}

/* Few cells may still make a table that no message takes, when they stand far to the right. */
static void test_script_table__wide_tables_end_at_the_limit(void **state)
{
    struct text bytes = TEXT_EMPTY;
    struct text out = TEXT_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    (void)state;
    for (int row = 0; row < 290; row++) {
        for (int i = 0; i < 30000; i++) {
            text_add_byte(&bytes, 'x');
        }
        text_add_byte(&bytes, '\n');
    }
    assert_false(script_table_read(&bytes, NULL, &out, &err));
    assert_string_equal(err.id, "SCRIPT_LONG");
    assert_int_equal(err.kind, ERROR_LIMIT);
    assert_true(out.length < LIMIT_ANSWER_BYTES);
    text_release(&bytes);
    text_release(&out);
}

static void check_write(const char *rows, char separator, const char *wanted)
{
    struct text out = TEXT_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    const struct json_text piece = {rows, strlen(rows)};
    if (!script_table_write(&piece, separator, &out, &err)) {
        fail_msg("%s: %s", rows, err.message);
    }
    assert_string_equal(out.bytes, wanted);
    text_release(&out);
}

static void test_script_table__rows_are_written_as_spreadsheets_read_them(void **state)
{
    (void)state;
    check_write("[]", ',', "");
    check_write("[[]]", ',', "\r\n");
    check_write("[[\"a\",1,2.5,-3]]", ',', "a,1,2.5,-3\r\n");
    check_write("[[\"a\"],[\"b\"]]", ',', "a\r\nb\r\n");
    check_write("[[false,\"a\",false,false]]", ',', ",a,,\r\n");
    check_write("[[\"a,b\",\"c;d\"]]", ',', "\"a,b\",c;d\r\n");
    check_write("[[\"a,b\",\"c;d\"]]", ';', "a,b;\"c;d\"\r\n");
    check_write("[[\"a\\tb\"]]", '\t', "\"a\tb\"\r\n");
    check_write("[[\"a\\\"b\"]]", ',', "\"a\"\"b\"\r\n");
    check_write("[[\"a\\nb\"]]", ',', "\"a\nb\"\r\n");
    check_write("[[\" a\",\"a \",\"\"]]", ',', "\" a\",\"a \",\r\n");
    check_write("[[\"\\u00e9\"]]", ',', "é\r\n");
}

/* Protects whoever opens the file: no text of a document becomes a formula. */
static void test_script_table__texts_never_become_formulas(void **state)
{
    (void)state;
    check_write("[[\"=1+1\"]]", ',', "\"'=1+1\"\r\n");
    check_write("[[\"@sum\"]]", ',', "\"'@sum\"\r\n");
    check_write("[[\"+cmd\"]]", ',', "\"'+cmd\"\r\n");
    check_write("[[\"-cmd|x\"]]", ',', "\"'-cmd|x\"\r\n");
    check_write("[[\"\\t=1\"]]", ',', "\"'\t=1\"\r\n");
    check_write("[[\"-2.5\",\"-7\"]]", ',', "-2.5,-7\r\n");
    check_write("[[\"--\"]]", ',', "\"'--\"\r\n");
    check_write("[[\"a=1\"]]", ',', "a=1\r\n");
}

static void test_script_table__what_is_no_table_is_refused_with_its_row(void **state)
{
    static const struct {
        const char *rows, *row;
    } cases[] = {{"5", "1"},
                 {"{}", "1"},
                 {"\"a\"", "1"},
                 {"[\"a\"]", "1"},
                 {"[[\"a\"],\"b\"]", "2"},
                 {"[[\"a\"],[\"b\"],{\"c\":1}]", "3"},
                 {"[[true]]", "1"},
                 {"[[[1]]]", "1"},
                 {"[[\"a\"],[null]]", "2"},
                 {"[[{\"a\":1}]]", "1"}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct text out = TEXT_EMPTY;
        struct error err = {.kind = ERROR_NONE};
        const struct json_text piece = {cases[i].rows, strlen(cases[i].rows)};
        assert_false(script_table_write(&piece, ',', &out, &err));
        assert_string_equal(err.id, "SCRIPT_ROWS");
        assert_non_null(strstr(err.message, cases[i].row));
        text_release(&out);
    }
}

/* What was written is read back, whatever it holds. */
static void test_script_table__there_and_back(void **state)
{
    static const char rows[] =
        "[[\"nama\",\"nilai\",\"catatan\"],[\"Kota \\\"A\\\"; B\",\"2,5\",\"a,b\\nc\"],"
        "[\"é\",\"\",\"x\"],[],[\"\",\"\",\"akhir\"]]";
    static const char separators[] = ";,\t";
    (void)state;
    for (const char *separator = separators; *separator != '\0'; separator++) {
        struct text csv = TEXT_EMPTY;
        struct error err = {.kind = ERROR_NONE};
        const struct json_text piece = {rows, strlen(rows)};
        assert_true(script_table_write(&piece, *separator, &csv, &err));
        check_read(csv.bytes, rows);
        text_release(&csv);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_script_table__cells_stand_where_they_stood),
        cmocka_unit_test(test_script_table__the_separator_is_found),
        cmocka_unit_test(test_script_table__bad_tables_are_refused),
        cmocka_unit_test(test_script_table__wide_tables_end_at_the_limit),
        cmocka_unit_test(test_script_table__rows_are_written_as_spreadsheets_read_them),
        cmocka_unit_test(test_script_table__texts_never_become_formulas),
        cmocka_unit_test(test_script_table__what_is_no_table_is_refused_with_its_row),
        cmocka_unit_test(test_script_table__there_and_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
