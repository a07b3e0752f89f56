#include "table.h"

#include "text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

static const struct table_column columns[] = {
    {.title = "Aspek", .gives = true},
    {.title = "Nilai", .right = true},
    {.title = "Catatan", .gives = true},
};

/* Prints `table` as a pipe sees it (width 0) or a terminal of that width without colours. */
static void check_print(struct table *table, size_t width, const char *expected)
{
    char *bytes = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&bytes, &length);
    struct console console = {.stream = stream, .terminal = width > 0, .width = width};
    table_print(table, &console);
    fclose(stream);
    assert_string_equal(bytes, expected);
    free(bytes);
    table_free(table);
}

static void test_table__columns_are_as_wide_as_their_widest_cell(void **state)
{
    (void)state;
    struct table *table = table_new(columns, 3);
    table_cell(table, TONE_PLAIN, "Kebijakan Internal");
    table_cell(table, TONE_PLAIN, "2,10");
    table_cell(table, TONE_PLAIN, "cukup");
    table_cell(table, TONE_PLAIN, "TIK");
    table_format(table, TONE_PLAIN, "%d", 5);
    table_cell(table, TONE_PLAIN, "");
    check_print(table, 0,
                "Aspek               Nilai  Catatan\n"
                "──────────────────────────────────\n"
                "Kebijakan Internal   2,10  cukup\n"
                "TIK                     5\n");
}

static void test_table__letters_of_several_bytes_and_wide_ones_stay_aligned(void **state)
{
    (void)state;
    struct table *table = table_new(columns, 2);
    table_cell(table, TONE_PLAIN, "é");
    table_cell(table, TONE_PLAIN, "1");
    table_cell(table, TONE_PLAIN, "漢字");
    table_cell(table, TONE_PLAIN, "2");
    table_cell(table, TONE_PLAIN, "e\xcc\x81");
    table_cell(table, TONE_PLAIN, "3");
    check_print(table, 0,
                "Aspek  Nilai\n"
                "────────────\n"
                "é          1\n"
                "漢字       2\n"
                "e\xcc\x81          3\n");
}

static void test_table__ruled_lines_stand_between_rows_and_are_not_counted(void **state)
{
    (void)state;
    struct table *table = table_new(columns, 2);
    assert_int_equal(table_rows(table), 0);
    table_cell(table, TONE_PLAIN, "satu");
    table_cell(table, TONE_PLAIN, "1");
    table_rule(table);
    table_cell(table, TONE_PLAIN, "jumlah");
    assert_int_equal(table_rows(table), 2);
    check_print(table, 0,
                "Aspek   Nilai\n"
                "─────────────\n"
                "satu        1\n"
                "─────────────\n"
                "jumlah\n");
}

static void test_table__row_end_fills_a_row_that_was_begun_and_no_other(void **state)
{
    (void)state;
    struct table *table = table_new(columns, 3);
    table_row_end(table);
    assert_int_equal(table_rows(table), 0);
    table_cell(table, TONE_PLAIN, "satu");
    table_row_end(table);
    table_row_end(table);
    assert_int_equal(table_rows(table), 1);
    table_cell(table, TONE_PLAIN, NULL);
    table_cell(table, TONE_PLAIN, "2");
    check_print(table, 0,
                "Aspek  Nilai  Catatan\n"
                "─────────────────────\n"
                "satu\n"
                "           2\n");
}

static void test_table__without_titles_there_is_no_heading(void **state)
{
    (void)state;
    static const struct table_column bare[] = {{.title = ""}, {.title = NULL}};
    struct table *table = table_new(bare, 2);
    table_cell(table, TONE_PLAIN, "a");
    table_cell(table, TONE_PLAIN, "b");
    check_print(table, 0, "a  b\n");
}

static void test_table__nothing_is_cut_in_a_pipe(void **state)
{
    (void)state;
    char whole[300];
    char expected[800];
    memset(whole, 'x', sizeof whole - 1);
    whole[sizeof whole - 1] = '\0';
    static const struct table_column bare[] = {{.gives = true}, {.gives = true}};
    struct table *table = table_new(bare, 2);
    table_cell(table, TONE_PLAIN, whole);
    table_cell(table, TONE_PLAIN, whole);
    snprintf(expected, sizeof expected, "%s  %s\n", whole, whole);
    check_print(table, 0, expected);
}

static void test_table__a_difference_says_its_direction_and_what_is_not_known(void **state)
{
    (void)state;
    static const struct table_column one[] = {{.title = "", .right = true}};
    struct table *table = table_new(one, 1);
    table_difference(table, true, fraction_make(1, 4), 2);
    table_difference(table, true, fraction_make(-5, 3), 2);
    table_difference(table, true, fraction_whole(0), 2);
    table_difference(table, false, fraction_whole(7), 2);
    assert_int_equal(table_rows(table), 4);
    check_print(table, 0, "+0,25\n-1,67\n 0,00\n    –\n");
}

static void test_table__the_widest_column_that_gives_is_cut_on_a_terminal(void **state)
{
    (void)state;
    struct table *table = table_new(columns, 3);
    table_cell(table, TONE_PLAIN, "Kebijakan Internal Tata Kelola SPBE");
    table_cell(table, TONE_PLAIN, "2,10");
    table_cell(table, TONE_PLAIN, "cukup");
    check_print(table, 40,
                "Aspek                     Nilai  Catatan\n"
                "────────────────────────────────────────\n"
                "Kebijakan Internal Tata…   2,10  cukup\n");
}

static void test_table__columns_that_do_not_give_stay_whole_however_narrow(void **state)
{
    (void)state;
    static const struct table_column fixed[] = {{.title = ""}, {.title = "", .gives = true}};
    struct table *table = table_new(fixed, 2);
    table_cell(table, TONE_PLAIN, "tidak dapat dipotong karena berupa nama berkas");
    table_cell(table, TONE_PLAIN, "keterangan yang panjang");
    check_print(table, 40, "tidak dapat dipotong karena berupa nama berkas  keteran…\n");
}

static void test_table__a_wide_letter_is_not_cut_in_half(void **state)
{
    (void)state;
    static const struct table_column gives[] = {{.gives = true}};
    struct table *table = table_new(gives, 1);
    table_cell(table, TONE_PLAIN, "漢字漢字漢字");
    check_print(table, 10, "漢字漢字…\n");
}

static void test_table__cells_cannot_move_a_terminal(void **state)
{
    (void)state;
    static const struct table_column bare[] = {{.title = ""}};
    struct table *table = table_new(bare, 1);
    table_cell(table, TONE_PLAIN, "Kota\033[31m\nContoh");
    check_print(table, 0, "Kota?[31m Contoh\n");
}

static void test_table__many_rows_are_kept_in_order(void **state)
{
    (void)state;
    static const struct table_column bare[] = {{.title = ""}};
    struct text expected = TEXT_EMPTY;
    struct table *table = table_new(bare, 1);
    for (int i = 1000; i < 2000; i++) {
        table_format(table, TONE_PLAIN, "%d", i);
        text_format(&expected, "%d\n", i);
    }
    assert_int_equal(table_rows(table), 1000);
    check_print(table, 0, expected.bytes);
    text_release(&expected);
}

static void test_table__tones_do_not_disturb_the_columns(void **state)
{
    (void)state;
    char *bytes = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&bytes, &length);
    struct console console = {.stream = stream, .terminal = true, .colour = true, .width = 80};
    static const struct table_column bare[] = {{.title = ""}, {.title = ""}};
    struct table *table = table_new(bare, 2);
    table_cell(table, TONE_GOOD, "baik");
    table_cell(table, TONE_PLAIN, "1");
    table_cell(table, TONE_BAD, "ya");
    table_cell(table, TONE_PLAIN, "2");
    table_print(table, &console);
    fclose(stream);
    assert_string_equal(bytes, "\033[32mbaik\033[0m  1\n\033[31mya\033[0m    2\n");
    free(bytes);
    table_free(table);
}

static void test_table__freeing_nothing_is_allowed(void **state)
{
    (void)state;
    table_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_table__columns_are_as_wide_as_their_widest_cell),
        cmocka_unit_test(test_table__letters_of_several_bytes_and_wide_ones_stay_aligned),
        cmocka_unit_test(test_table__ruled_lines_stand_between_rows_and_are_not_counted),
        cmocka_unit_test(test_table__row_end_fills_a_row_that_was_begun_and_no_other),
        cmocka_unit_test(test_table__without_titles_there_is_no_heading),
        cmocka_unit_test(test_table__nothing_is_cut_in_a_pipe),
        cmocka_unit_test(test_table__a_difference_says_its_direction_and_what_is_not_known),
        cmocka_unit_test(test_table__the_widest_column_that_gives_is_cut_on_a_terminal),
        cmocka_unit_test(test_table__columns_that_do_not_give_stay_whole_however_narrow),
        cmocka_unit_test(test_table__a_wide_letter_is_not_cut_in_half),
        cmocka_unit_test(test_table__cells_cannot_move_a_terminal),
        cmocka_unit_test(test_table__many_rows_are_kept_in_order),
        cmocka_unit_test(test_table__tones_do_not_disturb_the_columns),
        cmocka_unit_test(test_table__freeing_nothing_is_allowed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
