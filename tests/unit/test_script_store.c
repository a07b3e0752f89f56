/* script_store: steps of a script on an assessment file, where a command line cannot reach. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "script_store.h"

#include <string.h>

/* Whoever tests as root may write everything, so the refusal is looked at here. */
static void test_script_store__a_read_only_file_is_not_begun(void **state)
{
    struct script script = {.today = "2026-11-22"};
    char path[] = "k.spbe";
    struct script_case file = {.path = path, .writing = false};
    struct error err = {.kind = ERROR_NONE};
    (void)state;
    assert_false(script_store_begin(&script, &file, &err));
    assert_string_equal(err.id, "SCRIPT_READ_ONLY");
    assert_string_equal(err.where, "k.spbe");
    assert_int_equal(err.kind, ERROR_STORE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_script_store__a_read_only_file_is_not_begun),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
