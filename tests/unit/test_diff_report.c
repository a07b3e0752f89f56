/* diff_report: a document that other programs read, whatever is compared. */
#include "diff_report.h"

#include "pack.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void write_diff(const char *one, int year, const char *other, int other_year,
                       struct text *out)
{
    struct error err = {.kind = ERROR_NONE};
    struct arena arena = ARENA_EMPTY;
    struct pack *first = pack_load(one, &err), *second = pack_load(other, &err);
    assert_non_null(first);
    assert_non_null(second);
    struct rule_side a = {pack_instrument(first), year}, b = {pack_instrument(second), other_year};
    struct rule_differences found = rule_diff(&a, &b, &arena);
    diff_report_write(&a, &b, &found, out);
    arena_release(&arena);
    pack_free(first);
    pack_free(second);
}

/* Two years of one pack: both sides are named with their year and hash, each difference has its sentence. */
static void test_diff_report__two_years_are_told_apart(void **state)
{
    static const char head[] = "{\"format\":\"spbe-rules-diff/1\",\"a\":{\"id\":\"spbe-2020\",";
    struct text out = TEXT_EMPTY;
    (void)state;
    write_diff("spbe-2020", 2023, "spbe-2020", 2024, &out);
    assert_int_equal(strncmp(out.bytes, head, sizeof head - 1), 0);
    assert_non_null(strstr(out.bytes, "\"year\":2023,\"sha256\":\""));
    assert_non_null(strstr(out.bytes, "\"year\":2024,\"sha256\":\""));
    assert_non_null(strstr(out.bytes, "\"differences\":[{\"change\":\""));
    assert_non_null(strstr(out.bytes, "\"text\":\""));
    assert_null(strchr(out.bytes, '\n'));
    text_release(&out);
}

static void test_diff_report__the_same_rules_differ_in_nothing(void **state)
{
    struct text out = TEXT_EMPTY;
    (void)state;
    write_diff("spbe-2018", 0, "spbe-2018", 0, &out);
    assert_non_null(strstr(out.bytes, "\"year\":null,"));
    assert_non_null(strstr(out.bytes, "\"overlays\":[]},\"differences\":[]}"));
    text_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_diff_report__two_years_are_told_apart),
        cmocka_unit_test(test_diff_report__the_same_rules_differ_in_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
