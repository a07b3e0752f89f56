#include "lua_table.h"

#include "support_lua.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static void test_lua_table__lists_grow_and_shrink_as_in_the_manual(void **state)
{
    (void)state;
    static const struct lua_row rows[] = {
        {"local t = {1, 2} table.insert(t, 3) table.insert(t, 1, 0) table.insert(t, 5, 4) return t",
         "[0,1,2,3,4]"},
        {"local t = {1, 2, 3, 4} return {table.remove(t), table.remove(t, 1), t[1], t[2], #t}",
         "[4,1,2,3,2]"},
        {"local t = {} return {table.remove(t) == nil, table.remove(t, 0) == nil, #t}",
         "[true,true,0]"},
        {"local t = {1} return {table.remove(t, 2) == nil, #t, table.remove(t, 1), #t}",
         "[true,1,1,0]"},
        {"table.insert({}, 2, 1)",
         "x.lua:1: stops with an error: bad argument #2 to 'insert' (position out of bounds)"},
        {"table.insert({})", "x.lua:1: stops with an error: wrong number of arguments to 'insert'"},
        {"table.insert({}, 1, 2, 3)",
         "x.lua:1: stops with an error: wrong number of arguments to 'insert'"},
        {"table.remove({1}, 3)",
         "x.lua:1: stops with an error: bad argument #2 to 'remove' (position out of bounds)"},
        {"table.insert(\"x\", 1)",
         "x.lua:1: stops with an error: bad argument #1 to 'insert' (table expected, got string)"},
        {NULL, NULL},
    };
    check_pack_rows(rows);
}

static void test_lua_table__unpack_and_concat_are_bounded(void **state)
{
    (void)state;
    static const struct lua_row rows[] = {
        {"return {table.unpack({1, 2, 3})}", "[1,2,3]"},
        {"return {table.unpack({1, 2, 3}, 2, 3)}", "[2,3]"},
        {"return {table.unpack({}, 5, 4)}", "[]"},
        {"return #{table.unpack({}, 1, 250), 1}", "2"},
        {"return select(\"#\", table.unpack({}, 1, 250))", "250"},
        {"return {table.unpack({}, 1, 251)}",
         "x.lua:1: 'table.unpack' was asked for more than 250 values at once"},
        {"return {table.unpack({}, math.mininteger, math.maxinteger)}",
         "x.lua:1: 'table.unpack' was asked for more than 250 values at once"},
        {"return {table.unpack({}, 0, math.maxinteger)}",
         "x.lua:1: 'table.unpack' was asked for more than 250 values at once"},
        {"return table.concat({1, \"a\", 2.5}, \", \")", "\"1, a, 2.5\""},
        {"return {table.concat({}), table.concat({1, 2, 3}, \"-\", 2, 3)}", "[\"\",\"2-3\"]"},
        {"return table.concat({1, {}}, \",\")",
         "x.lua:1: stops with an error: item 2 given to 'concat' is a table"},
        {"return table.concat({1}, \",\", 1, 2)",
         "x.lua:1: stops with an error: item 2 given to 'concat' is nothing"},
        {"return table.concat({[math.maxinteger] = \"z\"}, \"\", math.maxinteger, math.maxinteger)",
         "\"z\""},
        {"local s = (\"x\"):rep(600000) return table.concat({s, s})",
         "x.lua:1: 'table.concat' would make or take a text longer than 1048576 bytes"},
        {NULL, NULL},
    };
    check_pack_rows(rows);
}

static void test_lua_table__long_lists_are_refused(void **state)
{
    (void)state;
    check_pack("local t = {} for i = 1, 100000 do t[i] = i end table.remove(t) return #t", "99999");
    check_pack("local t = {} for i = 1, 100001 do t[i] = i end table.sort(t) return #t",
               "x.lua:1: 'table.sort' was given a table of more than 100000 items");
    check_pack("local t = {} for i = 1, 100001 do t[i] = i end return table.unpack(t, 1, 1)",
               "x.lua:1: 'table.unpack' was given a table of more than 100000 items");
}

/* Inserting in front costs one instruction and moves the whole list. */
static void test_lua_table__moved_items_are_charged(void **state)
{
    (void)state;
    check_pack("local t = {}\nfor i = 1, 50000 do table.insert(t, 1, i) end\nreturn #t",
               "x.lua:2: runs more than 2000000 instructions; look for a loop that does not end");
}

static void test_lua_table__sort_is_stable_and_ends_whatever_the_comparison_says(void **state)
{
    (void)state;
    static const struct lua_row rows[] = {
        {"local t = {3, 1, 2} table.sort(t) return t", "[1,2,3]"},
        {"local t = {\"b\", \"a\", \"B\"} table.sort(t) return t", "[\"B\",\"a\",\"b\"]"},
        {"local t = {3, 1, 2} table.sort(t, function(a, b) return a > b end) return t", "[3,2,1]"},
        {"local t = {} table.sort(t) return t", "[]"},
        {"local t = {{1, \"a\"}, {0, \"b\"}, {1, \"c\"}, {0, \"d\"}}\n"
         "table.sort(t, function(a, b) return a[1] < b[1] end)\n"
         "return {t[1][2], t[2][2], t[3][2], t[4][2]}",
         "[\"b\",\"d\",\"a\",\"c\"]"},
        {"local t = {} for i = 1, 9 do t[i] = i end\n"
         "table.sort(t, function() return true end) return t",
         "[9,8,7,6,5,4,3,2,1]"},
        {"local t = {} for i = 1, 5 do t[i] = i end\n"
         "table.sort(t, function(a, b) t[1] = nil return a < b end) return #t",
         "5"},
        {"local t = {1, \"a\"} table.sort(t)",
         "x.lua:1: stops with an error: table.sort cannot compare a text with a number; give it a "
         "comparison"},
        {"local t = {{}, {}} table.sort(t)",
         "x.lua:1: stops with an error: table.sort cannot compare a table with a table; give it a "
         "comparison"},
        {"table.sort({2, 1}, 1)",
         "x.lua:1: stops with an error: bad argument #2 to 'sort' (function expected, got number)"},
        {"local t = {2, 1}\ntable.sort(t, function()\n  while true do end\nend)",
         "x.lua:3: runs more than 2000000 instructions; look for a loop that does not end"},
        {NULL, NULL},
    };
    check_pack_rows(rows);
}

static void test_lua_table__pairs_walks_in_one_order(void **state)
{
    (void)state;
    static const struct lua_row rows[] = {
        {"local o = {} for k, v in pairs({z = 1, a = 2, [2] = 3, [1] = 4, [true] = 5, [1.5] = 6}) "
         "do\n"
         "o[#o + 1] = tostring(k) .. \"=\" .. v end return o",
         "[\"1=4\",\"1.5=6\",\"2=3\",\"a=2\",\"z=1\",\"true=5\"]"},
        {"local n = 0 for _ in pairs({}) do n = n + 1 end return n", "0"},
        {"local t = {a = 1, b = 2, c = 3} local o = {}\n"
         "for k in pairs(t) do o[#o + 1] = k t.b = nil t.d = 4 end return o",
         "[\"a\",\"c\"]"},
        {"for _ in pairs({[{}] = 1}) do end",
         "x.lua:1: stops with an error: a table with a table as a key has no order"},
        {"for _ in pairs(1) do end",
         "x.lua:1: stops with an error: bad argument #1 to 'pairs' (table expected, got number)"},
        {NULL, NULL},
    };
    check_pack_rows(rows);
}

static void test_lua_table__ipairs_ends_at_the_first_gap(void **state)
{
    (void)state;
    static const struct lua_row rows[] = {
        {"local o = {} for i, v in ipairs({5, 6, nil, 8}) do o[i] = v end return o", "[5,6]"},
        {"local walk = ipairs({}) return {walk({7}, 0)}", "[1,7]"},
        {"local walk = ipairs({}) return walk({7}, math.maxinteger)",
         "x.lua:1: stops with an error: bad argument #2 to 'walk' (not a position)"},
        {"local walk = ipairs({}) return walk(7, 0)",
         "x.lua:1: stops with an error: bad argument #1 to 'walk' (table expected, got number)"},
        {NULL, NULL},
    };
    check_pack_rows(rows);
}

/* The walk of pairs is a function that foreign code can keep and call as it likes: it holds no place. */
static void test_lua_table__a_walk_that_was_kept_answers_the_same_each_time(void **state)
{
    (void)state;
    check_pack(
        "local walk = pairs({a = 1, b = 2})\n"
        "local function key(...) return (walk(nil, ...)) end\n"
        "return {key(), key(nil), key(\"a\"), key(\"a\"), key(\"b\") == nil, key(\"c\") == nil, "
        "key({}) == nil}",
        "[\"a\",\"a\",\"b\",\"b\",true,true,true]");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lua_table__lists_grow_and_shrink_as_in_the_manual),
        cmocka_unit_test(test_lua_table__unpack_and_concat_are_bounded),
        cmocka_unit_test(test_lua_table__long_lists_are_refused),
        cmocka_unit_test(test_lua_table__moved_items_are_charged),
        cmocka_unit_test(test_lua_table__sort_is_stable_and_ends_whatever_the_comparison_says),
        cmocka_unit_test(test_lua_table__pairs_walks_in_one_order),
        cmocka_unit_test(test_lua_table__ipairs_ends_at_the_first_gap),
        cmocka_unit_test(test_lua_table__a_walk_that_was_kept_answers_the_same_each_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
