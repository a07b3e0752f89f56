#include "lua_string.h"

#include "support_lua.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static void test_lua_string__parts_of_a_text_are_those_of_the_manual(void **state)
{
    (void)state;
    static const struct lua_row rows[] = {
        {"return {(\"tingkat\"):sub(1, 3), (\"tingkat\"):sub(-3), (\"tingkat\"):sub(2, -2)}",
         "[\"tin\",\"kat\",\"ingka\"]"},
        {"return {(\"abc\"):sub(0), (\"abc\"):sub(-100, 100), (\"abc\"):sub(3, 2), "
         "(\"abc\"):sub(9)}",
         "[\"abc\",\"abc\",\"\",\"\"]"},
        {"return {(\"abc\"):sub(math.mininteger, math.maxinteger), (\"abc\"):sub(1, "
         "math.mininteger)}",
         "[\"abc\",\"\"]"},
        {"return {#\"abc\", (\"abc\"):len(), string.len(12)}", "[3,3,2]"},
        {"return {(\"aB-é\"):upper(), (\"aB-É\"):lower(), (\"abc\"):reverse()}",
         "[\"AB-é\",\"ab-É\",\"cba\"]"},
        {"return {(\"abc\"):byte(1, -1)}", "[97,98,99]"},
        {"return {(\"abc\"):byte(), (\"abc\"):byte(-1), (\"\"):byte()}", "[97,99]"},
        {"return {string.char(65, 66), string.char()}", "[\"AB\",\"\"]"},
        {"return string.char(256)",
         "x.lua:1: stops with an error: bad argument #1 to 'char' (value out of range)"},
        {NULL, NULL},
    };
    check_pack_rows(rows);
}

static void test_lua_string__rep_makes_at_most_the_allowed_length(void **state)
{
    (void)state;
    static const struct lua_row rows[] = {
        {"return {(\"ab\"):rep(3), (\"ab\"):rep(3, \",\"), (\"x\"):rep(0), (\"x\"):rep(-1)}",
         "[\"ababab\",\"ab,ab,ab\",\"\",\"\"]"},
        {"return {#(\"x\"):rep(1048576), #(\"\"):rep(math.maxinteger)}", "[1048576,0]"},
        {"return (\"x\"):rep(1048577)",
         "x.lua:1: 'string.rep' would make or take a text longer than 1048576 bytes"},
        {"return (\"xx\"):rep(math.maxinteger)",
         "x.lua:1: 'string.rep' would make or take a text longer than 1048576 bytes"},
        {"return (\"\"):rep(2000000, \"x\")",
         "x.lua:1: 'string.rep' would make or take a text longer than 1048576 bytes"},
        {NULL, NULL},
    };
    check_pack_rows(rows);
}

/* A loop that only copies spends its budget by the bytes, not by the few instructions. */
static void test_lua_string__long_texts_are_charged_by_their_length(void **state)
{
    (void)state;
    check_pack("local s = (\"x\"):rep(1000000)\nfor i = 1, 100000 do s:find(\"y\") end\nreturn {}",
               "x.lua:2: runs more than 2000000 instructions; look for a loop that does not end");
    check_pack("local s = (\"x\"):rep(1000000) .. \"y\"\nreturn {(s .. s):len()}", "[2000002]");
    check_pack("local s = (\"x\"):rep(1000000)\nreturn (s .. s):upper()",
               "x.lua:2: 'string.upper' would make or take a text longer than 1048576 bytes");
}

static void test_lua_string__find_looks_for_the_text_itself(void **state)
{
    (void)state;
    static const char refused[] =
        "x.lua:1: stops with an error: string.find takes no patterns here; "
        "pass true as fourth argument to look for the text itself";
    static const struct lua_row rows[] = {
        {"return {(\"bukti dukung\"):find(\"dukung\")}", "[7,12]"},
        {"return {(\"a.b.c\"):find(\".\", 3, true)}", "[4,4]"},
        {"return {(\"abc\"):find(\"\"), (\"abc\"):find(\"\", 4), (\"abc\"):find(\"c\", -1)}",
         "[1,4,3,3]"},
        {"return {(\"abc\"):find(\"x\") == nil, (\"abc\"):find(\"\", 5) == nil}", "[true,true]"},
        {"return {(\"aaa\"):find(\".\")}", refused},
        {"return {(\"aaa\"):find(\"a-a-a-b\", 1)}", refused},
        {"return {(\"aaa\"):find(\"%w\", 1, false)}", refused},
        {NULL, NULL},
    };
    check_pack_rows(rows);
}

static void test_lua_string__format_takes_plain_conversions_only(void **state)
{
    (void)state;
    static const char refused[] = "x.lua:1: stops with an error: string.format does not take this "
                                  "conversion; it takes d i x X c s f e g";
    static const struct lua_row rows[] = {
        {"return (\"%5.2f|%d|%i|%x|%X|%c|%%|%e|%g\"):format(2.345, 42, -1, 255, 255, 65, 1, 0.5)",
         "\" 2.35|42|-1|ff|FF|A|%|1.000000e+00|0.5\""},
        {"return (\"[%5s|%-5s|%.2s|%05d]\"):format(\"ab\", \"ab\", \"abc\", 42)",
         "\"[   ab|ab   |ab|00042]\""},
        {"return (\"%s %s %s %s\"):format(1, 2.5, true, nil)", "\"1 2.5 true nil\""},
        {"return (\"%d\"):format(3.0)", "\"3\""},
        {"return string.format(\"%d\", 3.5)",
         "x.lua:1: stops with an error: bad argument #2 to 'format' "
         "(number has no integer representation)"},
        {"return string.format(\"%s\", {})",
         "x.lua:1: stops with an error: bad argument #2 to 'format' (a "
         "text, number, boolean or nil expected)"},
        {"return string.format(\"%s\")",
         "x.lua:1: stops with an error: bad argument #2 to 'format' (value expected)"},
        {"return (\"%p\"):format(1)", refused},
        {"return (\"%q\"):format(\"a\")", refused},
        {"return (\"%a\"):format(1)", refused},
        {"return (\"%n\"):format(1)", refused},
        {"return (\"%100d\"):format(1)", refused},
        {"return (\"%.100f\"):format(1)", refused},
        {"return (\"%+++++d\"):format(1)", refused},
        {"return (\"%lld\"):format(1)", refused},
        {"return (\"%*d\"):format(1, 2)", refused},
        {"return (\"%\"):format(1)", refused},
        {"return #(\"%99.99f\"):format(1.7e308)", "409"},
        {"return (\"%s\"):format(0/0) .. (\"%f\"):format(0/0) .. (\"%f\"):format(-(0/0))",
         "\"nannannan\""},
        {"return string.format(\"%5s\", (\"x\"):rep(100))",
         "x.lua:1: stops with an error: bad argument #2 to 'format' (a width goes with texts under "
         "100 bytes only)"},
        {"local s = (\"x\"):rep(600000) return (\"%s%s\"):format(s, s)",
         "x.lua:1: 'string.format' would make or take a text longer than 1048576 bytes"},
        {NULL, NULL},
    };
    check_pack_rows(rows);
}

static void test_lua_string__nothing_shows_an_address(void **state)
{
    (void)state;
    static const struct lua_row rows[] = {
        {"return {tostring({}), tostring(print_), tostring(nil)}",
         "x.lua:1: does not know the name 'print_'; check its spelling"},
        {"return {tostring({}), tostring(tostring), tostring(nil), tostring(true)}",
         "[\"table\",\"function\",\"nil\",\"true\"]"},
        {"return {tostring(1), tostring(1.0), tostring(1e15), tostring(-0.0), tostring(0/0)}",
         "[\"1\",\"1.0\",\"1e+15\",\"-0.0\",\"nan\"]"},
        {"return tostring()",
         "x.lua:1: stops with an error: bad argument #1 to 'tostring' (value expected)"},
        {NULL, NULL},
    };
    check_pack_rows(rows);
}

static void test_lua_string__tonumber_reads_what_the_manual_says(void **state)
{
    (void)state;
    static const struct lua_row rows[] = {
        {"return {tonumber(\"12\"), tonumber(\" 1.5 \"), tonumber(\"0x10\"), tonumber(7)}",
         "[12,1.5,16,7]"},
        {"return {tonumber(\"1,5\") == nil, tonumber(\"\") == nil, tonumber({}) == nil}",
         "[true,true,true]"},
        {"return {tonumber(\"1\\0\") == nil, tonumber(nil) == nil}", "[true,true]"},
        {"return {tonumber(\"ff\", 16), tonumber(\" -zz \", 36), tonumber(\"102\", 2) == nil}",
         "[255,-1295,true]"},
        {"return {tonumber(\"\", 10) == nil, tonumber(\"1 1\", 10) == nil, tonumber(\"7\\0\", 8) "
         "== nil}",
         "[true,true,true]"},
        {"return tonumber(\"1\", 37)",
         "x.lua:1: stops with an error: bad argument #2 to 'tonumber' (base out of range)"},
        {"return tonumber((\"1\"):rep(65537))",
         "x.lua:1: 'tonumber' would make or take a text longer than 65536 bytes"},
        {NULL, NULL},
    };
    check_pack_rows(rows);
}

static void test_lua_string__values_at_once_are_bounded(void **state)
{
    (void)state;
    check_pack("return #{(\"x\"):rep(250):byte(1, -1)}", "250");
    check_pack("return #{(\"x\"):rep(251):byte(1, -1)}",
               "x.lua:1: 'string.byte' was asked for more than 250 values at once");
    check_pack("local t = {} for i = 1, 250 do t[i] = 65 end return #string.char(table.unpack(t))",
               "250");
    check_pack(
        "local t = {} for i = 1, 250 do t[i] = 65 end return string.char(1, table.unpack(t))",
        "x.lua:1: 'string.char' was asked for more than 250 values at once");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lua_string__parts_of_a_text_are_those_of_the_manual),
        cmocka_unit_test(test_lua_string__rep_makes_at_most_the_allowed_length),
        cmocka_unit_test(test_lua_string__long_texts_are_charged_by_their_length),
        cmocka_unit_test(test_lua_string__find_looks_for_the_text_itself),
        cmocka_unit_test(test_lua_string__format_takes_plain_conversions_only),
        cmocka_unit_test(test_lua_string__nothing_shows_an_address),
        cmocka_unit_test(test_lua_string__tonumber_reads_what_the_manual_says),
        cmocka_unit_test(test_lua_string__values_at_once_are_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
