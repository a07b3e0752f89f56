#include "workbook_scratch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>
#include <xlsxwriter.h>

static void test_workbook_scratch__what_is_written_is_read_again(void **state)
{
    (void)state;
    char back[32] = "";
    FILE *file = workbook_scratch_open();
    assert_non_null(file);
    assert_true(fputs("indeks ", file) >= 0);
    assert_int_equal(fprintf(file, "%.2f", 2.98), 4);
    rewind(file);
    assert_int_equal(fread(back, 1, sizeof back, file), 11);
    assert_string_equal(back, "indeks 2.98");
    assert_int_equal(fread(back, 1, 1, file), 0);
    assert_true(feof(file));
    assert_int_equal(fclose(file), 0);
}

static void test_workbook_scratch__large_contents_stay_whole(void **state)
{
    (void)state;
    enum { COUNT = 300000 };
    FILE *file = workbook_scratch_open();
    for (int i = 0; i < COUNT; i++) {
        fputc('a' + i % 26, file);
    }
    fflush(file);
    rewind(file);
    for (int i = 0; i < COUNT; i++) {
        assert_int_equal(fgetc(file), 'a' + i % 26);
    }
    assert_int_equal(fgetc(file), EOF);
    fclose(file);
}

static void test_workbook_scratch__a_position_may_lie_beyond_the_end(void **state)
{
    (void)state;
    char back[8] = "";
    FILE *file = workbook_scratch_open();
    fputs("abc", file);
    assert_int_equal(fseek(file, 6, SEEK_SET), 0);
    assert_int_equal(fgetc(file), EOF);
    fputs("g", file);
    assert_int_equal(fseek(file, -7, SEEK_END), 0);
    assert_int_equal(fread(back, 1, 7, file), 7);
    assert_memory_equal(back, "abc\0\0\0g", 7);
    assert_int_not_equal(fseek(file, -1, SEEK_SET), 0);
    fclose(file);
}

/* The library asks for its scratch files by this name, and gets ours. */
static void test_workbook_scratch__the_library_gets_this_stream(void **state)
{
    (void)state;
    FILE *file = lxw_tmpfile(NULL);
    assert_non_null(file);
    assert_int_equal(fileno(file), -1); /* no file at all */
    fclose(file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_workbook_scratch__what_is_written_is_read_again),
        cmocka_unit_test(test_workbook_scratch__large_contents_stay_whole),
        cmocka_unit_test(test_workbook_scratch__a_position_may_lie_beyond_the_end),
        cmocka_unit_test(test_workbook_scratch__the_library_gets_this_stream),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
