/* Tables as text: what cells there are, on which lines, and what is refused. */
#include "csv.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static bool tell(void *context, const struct sheet_cell *cell, struct error *err)
{
    (void)err;
    text_format(context, "%u,%u:%s|", (unsigned)cell->row, (unsigned)cell->column, cell->text);
    return strlen(cell->text) == cell->length;
}

/* Reads a text with semicolons and wants these cells. */
static void want(const char *csv, const char *expected)
{
    struct text cells = TEXT_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    if (!csv_read(csv, strlen(csv), ';', tell, &cells, &err)) {
        fail_msg("%s: %s", err.where, err.message);
    }
    assert_string_equal(cells.bytes, expected);
    text_release(&cells);
}

static void refuse(const char *csv, size_t length, const char *id, const char *where)
{
    struct text cells = TEXT_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    assert_false(csv_read(csv, length, ';', tell, &cells, &err));
    assert_string_equal(err.id, id);
    assert_string_equal(err.where, where);
    text_release(&cells);
}

static void test_csv__cells_and_lines(void **state)
{
    (void)state;
    want("", "");
    want("a", "1,1:a|");
    want("a;b\nc;d\n", "1,1:a|1,2:b|2,1:c|2,2:d|");
    want("a;;b\r\n\r\n;c", "1,1:a|1,3:b|3,2:c|");
    want(" a ;\t\n", "1,1:a|");
}

static void test_csv__quotes(void **state)
{
    (void)state;
    want("\"a;b\";c\n", "1,1:a;b|1,2:c|");
    want("\"a\"\"b\"\n", "1,1:a\"b|");
    want("\"a\r\nb\";c\nd", "1,1:a\r\nb|1,2:c|3,1:d|");
    want("a\"b;\"\"\n", "1,1:a\"b|");
    want("\"a\"x;b", "1,1:ax|1,2:b|");
}

static void test_csv__what_stands_in_front(void **state)
{
    (void)state;
    want("\xEF\xBB\xBF"
         "a;b",
         "1,1:a|1,2:b|");
    want("sep=;\r\na;b", "2,1:a|2,2:b|");
    want("\xEF\xBB\xBFSEP=;\na", "2,1:a|");
    want("sep=;", "");
    want("\xEF\xBB\xBF", "");
}

static void test_csv__refusals_name_the_line(void **state)
{
    (void)state;
    refuse("a\nb\xE9", 4, "CSV_UTF8", "line 2");
    refuse("a\nb\0c", 5, "CSV_UTF8", "line 1");
    refuse("\xFF\xFE"
           "a\0",
           4, "CSV_UTF8", "line 1");
    refuse("a\n\n\"b\n\n", 7, "CSV_QUOTE", "line 3");
    refuse("\"", 1, "CSV_QUOTE", "line 1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_csv__cells_and_lines),
        cmocka_unit_test(test_csv__quotes),
        cmocka_unit_test(test_csv__what_stands_in_front),
        cmocka_unit_test(test_csv__refusals_name_the_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
