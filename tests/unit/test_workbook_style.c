/* Named styles: what is defined is found and reaches the file, what is impossible is refused. */
#include "workbook_style.h"

#include "limit.h"
#include "support_book.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

static bool define(struct book *book, const char *name, const struct style *style)
{
    return workbook_style_define(book->workbook, name, strlen(name), style, &book->err);
}

/* Each member at its edges; one beyond is refused by its name. */
static void test_workbook_style__members_have_a_range(void **state)
{
    (void)state;
    static const struct {
        struct style style;
        const char *member; /* NULL: taken */
    } rows[] = {
        {{.color = -1, .fill = -1, .line_color = -1}, NULL},
        {{.size = 1}, NULL},
        {{.size = 100}, NULL},
        {{.size = 0.5}, "'size'"},
        {{.size = 100.5}, "'size'"},
        {{.size = -1}, "'size'"},
        {{.indent = 15}, NULL},
        {{.indent = 16}, "'indent'"},
        {{.rotation = -90}, NULL},
        {{.rotation = 90}, NULL},
        {{.rotation = -91}, "'rotation'"},
        {{.rotation = 91}, "'rotation'"},
        {{.color = 0xFFFFFF}, NULL},
        {{.color = 0x1000000}, "'color'"},
        {{.color = -2}, "'color'"},
        {{.fill = 0x1000000}, "'fill'"},
        {{.fill = -2}, "'fill'"},
        {{.line_color = 0x1000000}, "'line_color'"},
        {{.line_color = -2}, "'line_color'"},
        {{.align = ALIGN_ACROSS}, NULL},
        {{.align = ALIGN_ACROSS + 1}, "'align'"},
        {{.valign = VALIGN_TOP}, NULL},
        {{.valign = VALIGN_TOP + 1}, "'valign'"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct book book;
        book_open(&book);
        bool done = define(&book, "coba", &rows[i].style);
        if (rows[i].member == NULL) {
            assert_done(&book, done);
        } else {
            assert_true(strstr(book.err.message, rows[i].member) != NULL);
            assert_failed(&book, done, "STYLE_RANGE");
            assert_null(workbook_style_find(book.workbook, "coba", 4));
        }
        book_close(&book);
    }
}

/* A name stands for one style for good: nobody can change what cells already use. */
static void test_workbook_style__a_name_is_taken_once(void **state)
{
    (void)state;
    struct book book;
    struct style other = STYLE_PLAIN;
    other.size = 20;
    book_open(&book);
    assert_failed(&book, define(&book, "tebal", &other), "STYLE_TAKEN");
    const struct style *found = workbook_style_find(book.workbook, "tebal", 5);
    assert_non_null(found);
    assert_true(found->bold);
    assert_true(found->size == 0);
    assert_null(workbook_style_find(book.workbook, "tebal", 4));
    assert_null(workbook_style_find(book.workbook, "Tebal", 5));
    assert_failed(&book, define(&book, "dua kata", &other), "GATE_NAME");
    assert_failed(&book, define(&book, "", &other), "GATE_NAME");
    book_close(&book);
}

/* All that fit are found again, each as itself, through every collision; one more is refused. */
static void test_workbook_style__as_many_as_the_limit(void **state)
{
    (void)state;
    struct book book;
    char name[16];
    struct style style = STYLE_PLAIN;
    book_open(&book);
    for (int i = 1; i < LIMIT_WORKBOOK_STYLES; i++) { /* "tebal" is the first */
        snprintf(name, sizeof name, "gaya_%d", i);
        style.fill = i;
        assert_done(&book, define(&book, name, &style));
    }
    assert_failed(&book, define(&book, "lagi", &style), "WORKBOOK_MANY");
    for (int i = 1; i < LIMIT_WORKBOOK_STYLES; i++) {
        int length = snprintf(name, sizeof name, "gaya_%d", i);
        const struct style *found = workbook_style_find(book.workbook, name, (size_t)length);
        assert_non_null(found);
        assert_int_equal(found->fill, i);
    }
    assert_null(workbook_style_find(book.workbook, "lagi", 4));
    book_close(&book);
}

static void test_workbook_style__a_format_by_its_name(void **state)
{
    (void)state;
    struct book book;
    lxw_format *format = NULL;
    const struct style_name bold = {"tebal", 5};
    const struct style_name unknown = {"tiada", 5};
    book_open(&book);
    assert_done(&book, workbook_style_format(book.workbook, &bold, &format, &book.err));
    assert_non_null(format);
    assert_done(&book, workbook_style_format(book.workbook, NULL, &format, &book.err));
    assert_null(format);
    assert_failed(&book, workbook_style_format(book.workbook, &unknown, &format, &book.err),
                  "STYLE_UNKNOWN");
    assert_null(format);
    book_close(&book);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_workbook_style__members_have_a_range),
        cmocka_unit_test(test_workbook_style__a_name_is_taken_once),
        cmocka_unit_test(test_workbook_style__as_many_as_the_limit),
        cmocka_unit_test(test_workbook_style__a_format_by_its_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
