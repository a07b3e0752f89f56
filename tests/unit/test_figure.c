/* Numbers for people: a comma in Indonesian, a point in English, never a double. */
#include "figure.h"
#include "lang.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void check(const char *lang, const char *rounded, const char *exact, int64_t num,
                  int64_t den)
{
    struct text text = TEXT_EMPTY;
    lang_start(lang, "/nowhere");
    figure_rounded(&text, fraction_make(num, den), 2);
    assert_string_equal(text.bytes, rounded);
    text_clear(&text);
    text_add(&text, "1.5 ");
    figure_exact(&text, fraction_make(num, den));
    assert_string_equal(text.bytes + 4, exact);
    assert_int_equal(text.bytes[1], '.'); /* what stood before stays */
    text_release(&text);
}

static void test_figure__point_of_the_language(void **state)
{
    (void)state;
    check("id", "2,98", "2,9795", 29795, 10000);
    check("en", "2.98", "2.9795", 29795, 10000);
    check("id", "3,00", "3", 3, 1);
    check("id", "1,17", "7/6", 7, 6);
    check("en", "-0.50", "-0.5", -1, 2);
    lang_start("en", "/nowhere");
    assert_int_equal(figure_point(), '.');
    lang_start("id", "/nowhere");
    assert_int_equal(figure_point(), ',');
}

/* Sentences and tables must not write one number in two ways. */
static void test_figure__sentences_say_it_as_tables_do(void **state)
{
    static const struct {
        const char *language, *said;
        int64_t num, den;
    } cases[] = {{"id", "68,75", 275, 4}, {"en", "68.75", 275, 4}, {"id", "-0,5", -1, 2},
                 {"id", "100", 100, 1},   {"id", "7/6", 7, 6},     {"en", "0.125", 1, 8}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char place[64];
        struct text table = TEXT_EMPTY;
        lang_start(cases[i].language, "/nowhere");
        figure_exact(&table, fraction_make(cases[i].num, cases[i].den));
        assert_ptr_equal(figure_say(fraction_make(cases[i].num, cases[i].den), place), place);
        assert_string_equal(place, cases[i].said);
        assert_string_equal(place, table.bytes);
        text_release(&table);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_figure__point_of_the_language),
        cmocka_unit_test(test_figure__sentences_say_it_as_tables_do),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
