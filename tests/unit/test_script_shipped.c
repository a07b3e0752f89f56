/* A script of the program is meant by its name alone; whatever else a user names is left as it is. */
#include "script_shipped.h"

#include "file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static void assert_path(const char *name, const char *expected)
{
    struct error err = {.kind = ERROR_NONE};
    char *path = script_shipped_path(name, &err);
    assert_non_null(path);
    assert_string_equal(path, expected);
    free(path);
}

static void test_script_shipped__a_name_alone_is_one_of_the_programs(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    char *whole = file_resource("scripts/sampel-audit.lua", &err);
    assert_non_null(whole);
    assert_path("sampel-audit", whole);
    assert_path("sampel-audit.lua", whole);
    free(whole);
}

static void test_script_shipped__what_else_is_named_stays(void **state)
{
    (void)state;
    assert_path("./sampel-audit.lua", "./sampel-audit.lua");
    assert_path("./sampel-audit", "./sampel-audit");
    assert_path("../scripts/sampel-audit", "../scripts/sampel-audit");
    assert_path("", "");
}

/* A slip of the finger is answered with the name that was meant. */
static void test_script_shipped__a_wrong_name_is_refused_with_the_nearest(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    assert_null(script_shipped_path("sampel-audt", &err));
    assert_string_equal(err.id, "SCRIPT_NAME_NEAR");
    assert_non_null(strstr(err.message, "'sampel-audit'"));
    error_clear(&err);
    assert_null(script_shipped_path("rekapnasional.lua", &err));
    assert_non_null(strstr(err.message, "'rekap-nasional'"));
    error_clear(&err);
    assert_null(script_shipped_path("zzz", &err));
    assert_string_equal(err.id, "SCRIPT_NAME");
}

/* A user's own file of that name comes first. */
static void test_script_shipped__a_file_here_comes_first(void **state)
{
    (void)state;
    char folder[] = "/tmp/spbe-shipped-XXXXXX";
    struct error err = {.kind = ERROR_NONE};
    char *before = getcwd(NULL, 0);
    assert_non_null(mkdtemp(folder));
    assert_int_equal(chdir(folder), 0);
    assert_true(file_write("sampel-audit", "", 0, &err));
    assert_path("sampel-audit", "sampel-audit");
    unlink("sampel-audit");
    assert_int_equal(chdir(before), 0);
    rmdir(folder);
    free(before);
}

static void test_script_shipped__all_are_named(void **state)
{
    (void)state;
    char *bytes = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&bytes, &size);
    struct console console = {.stream = stream};
    struct error err = {.kind = ERROR_NONE};
    assert_true(script_shipped_print(&console, &err));
    fclose(stream);
    assert_non_null(strstr(bytes, "\nsampel-audit  "));
    assert_non_null(strstr(bytes, "\nrekap-nasional   Rekap nasional"));
    assert_null(strstr(bytes, ".lua"));
    free(bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_script_shipped__a_name_alone_is_one_of_the_programs),
        cmocka_unit_test(test_script_shipped__what_else_is_named_stays),
        cmocka_unit_test(test_script_shipped__a_wrong_name_is_refused_with_the_nearest),
        cmocka_unit_test(test_script_shipped__a_file_here_comes_first),
        cmocka_unit_test(test_script_shipped__all_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
