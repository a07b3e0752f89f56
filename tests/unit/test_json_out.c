/* Text written straight as JSON: commas, brackets and escapes are always right. */
#include "json_out.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void test_json_out__puts_commas_between_values_only(void **state)
{
    (void)state;
    struct text text = TEXT_EMPTY;
    struct json_out out = {&text, false};
    json_out_open(&out, '{');
    json_out_key(&out, "a");
    json_out_open(&out, '[');
    json_out_close(&out, ']');
    json_out_key(&out, "b");
    json_out_open(&out, '[');
    json_out_int(&out, -3);
    json_out_open(&out, '{');
    json_out_close(&out, '}');
    json_out_null(&out);
    json_out_bool(&out, true);
    json_out_bool(&out, false);
    json_out_raw(&out, "[1,2]", 5);
    json_out_close(&out, ']');
    json_out_member_int(&out, "c", 7);
    json_out_close(&out, '}');
    assert_string_equal(text.bytes, "{\"a\":[],\"b\":[-3,{},null,true,false,[1,2]],\"c\":7}");
    assert_int_equal(text.length, 48);
    text_release(&text);
}

static void test_json_out__writes_values_of_each_kind(void **state)
{
    (void)state;
    static const char *const list[] = {"x", "y\"z", NULL};
    struct text text = TEXT_EMPTY;
    struct json_out out = {&text, false};
    json_out_open(&out, '{');
    json_out_member(&out, "text", "baris\n\"satu\" \\ é");
    json_out_member(&out, "none", NULL);
    json_out_member_bool(&out, "flag", true);
    json_out_member_exact(&out, "exact", fraction_make(29795, 10000));
    json_out_member_exact(&out, "third", fraction_make(7, 6));
    json_out_member_rounded(&out, "rounded", fraction_make(29795, 10000), 2);
    json_out_member_list(&out, "list", list);
    json_out_member_list(&out, "empty", NULL);
    json_out_close(&out, '}');
    assert_string_equal(text.bytes,
                        "{\"text\":\"baris\\n\\\"satu\\\" \\\\ é\",\"none\":null,\"flag\":true,"
                        "\"exact\":\"2.9795\",\"third\":\"7/6\",\"rounded\":\"2.98\","
                        "\"list\":[\"x\",\"y\\\"z\"],\"empty\":[]}");
    text_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_json_out__puts_commas_between_values_only),
        cmocka_unit_test(test_json_out__writes_values_of_each_kind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
