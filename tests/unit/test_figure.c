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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_figure__point_of_the_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
