#include "sheet_library.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

/* Whoever asks again gets what is there: the functions stay where they are. */
static void test_sheet_library__is_loaded_once(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    assert_true(sheet_library_load(&err));
    const struct sheet_library *first = sheet_library();
    assert_true(sheet_library_load(&err));
    assert_ptr_equal(sheet_library(), first);
    assert_false(error_is_set(&err));
}

/* No row of the table is left empty. */
static void test_sheet_library__has_every_function(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    assert_true(sheet_library_load(&err));
#define FUNCTION_IS_THERE(name) assert_true(sheet_library()->name != NULL);
    SHEET_LIBRARY_FUNCTIONS(FUNCTION_IS_THERE)
#undef FUNCTION_IS_THERE
}

/* The table calls the library itself: this is its own arithmetic. */
static void test_sheet_library__calls_the_library(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    char cell[LXW_MAX_CELL_NAME_LENGTH] = "";
    assert_true(sheet_library_load(&err));
    sheet_library()->lxw_rowcol_to_cell(cell, 9, 27);
    assert_string_equal(cell, "AB10");
    assert_string_equal(sheet_library()->lxw_strerror(LXW_NO_ERROR), "No error.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sheet_library__is_loaded_once),
        cmocka_unit_test(test_sheet_library__has_every_function),
        cmocka_unit_test(test_sheet_library__calls_the_library),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
