#include "lua_keys.h"

#include "support_lua.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

/* The keys in the order of pairs, joined. */
static void check(const char *table, const char *expected)
{
    struct text source = TEXT_EMPTY;
    text_format(&source,
                "local o = {} for k in pairs(%s) do o[#o + 1] = tostring(k) end "
                "return table.concat(o, \" \")",
                table);
    check_pack(source.bytes, expected);
    text_release(&source);
}

static void test_lua_keys__numbers_come_first_by_size(void **state)
{
    (void)state;
    check("{[3] = 1, [-1] = 1, [2] = 1, [2.5] = 1, [1e300] = 1, [-1e300] = 1}",
          "\"-1e+300 -1 2 2.5 3 1e+300\"");
    check("{[math.maxinteger] = 1, [math.maxinteger - 1] = 1, [math.mininteger] = 1, [2^63] = 1}",
          "\"-9223372036854775808 9223372036854775806 9223372036854775807 9.2233720368548e+18\"");
    check("{[1/0] = 1, [-1/0] = 1, [0] = 1}", "\"-inf 0 inf\"");
}

static void test_lua_keys__texts_follow_by_bytes_then_booleans(void **state)
{
    (void)state;
    check("{b = 1, a = 1, B = 1, ab = 1, [\"\"] = 1, [\"é\"] = 1}", "\" B a ab b é\"");
    check("{[true] = 1, [false] = 1, a = 1, [1] = 1}", "\"1 a false true\"");
    check_pack("local o = {} for k in pairs({[\"a\\0b\"] = 1, a = 1, [\"a\\0a\"] = 1}) do\n"
               "o[#o + 1] = #k .. k:sub(-1) end return o",
               "[\"1a\",\"3a\",\"3b\"]");
}

/* Enough keys for every width of merge and for runs that are not full. */
static void test_lua_keys__any_number_of_keys_is_sorted(void **state)
{
    (void)state;
    check_pack("for _, n in ipairs({0, 1, 2, 3, 7, 8, 9, 100, 1023, 4097}) do\n"
               "  local t, seen, last = {}, 0, 0\n"
               "  for i = 1, n do t[i * 7919 % 104729] = true end\n"
               "  for k in pairs(t) do assert(k > last) last = k seen = seen + 1 end\n"
               "  assert(seen == n)\n"
               "end return true",
               "true");
}

static void test_lua_keys__tables_and_functions_have_no_order(void **state)
{
    (void)state;
    check_pack("for _ in pairs({[type] = 1}) do end",
               "x.lua:1: stops with an error: a table with a function as a key has no order");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lua_keys__numbers_come_first_by_size),
        cmocka_unit_test(test_lua_keys__texts_follow_by_bytes_then_booleans),
        cmocka_unit_test(test_lua_keys__any_number_of_keys_is_sorted),
        cmocka_unit_test(test_lua_keys__tables_and_functions_have_no_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
