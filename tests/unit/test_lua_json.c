#include "lua_json.h"

#include "limit.h"
#include "support_lua.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

/* ---- writing -------------------------------------------------------------------------------------- */

static void test_lua_json__tables_are_lists_or_records_by_their_keys(void **state)
{
    (void)state;
    static const struct lua_row rows[] = {
        {"return {}", "[]"},
        {"return {1, 2}", "[1,2]"},
        {"return {[2] = \"b\", [1] = \"a\"}", "[\"a\",\"b\"]"},
        {"return {b = 1, a = {c = {}}}", "{\"a\":{\"c\":[]},\"b\":1}"},
        {"return {[\"2021\"] = 1, [\"\"] = 2}", "{\"\":2,\"2021\":1}"},
        {"return {[1] = 1, a = 2}",
         "x.lua: this table has numbers and names as keys, or gaps; make it a list or a record"},
        {"return {x = {1, nil, 3}}",
         "x.lua: x: this table has numbers and names as keys, or gaps; make it a list or a record"},
        {"return {[0] = 1}",
         "x.lua: a key of this table is a number; keys are texts, or the numbers 1 to n"},
        {"return {[1.5] = 1}",
         "x.lua: a key of this table is a number; keys are texts, or the numbers 1 to n"},
        {"return {[math.maxinteger] = 1}",
         "x.lua: this table has numbers and names as keys, or gaps; make it a list or a record"},
        {"return {[true] = 1}",
         "x.lua: a key of this table is true or false; keys are texts, or the numbers 1 to n"},
        {"return {[{}] = 1}",
         "x.lua: a key of this table is a table; keys are texts, or the numbers 1 to n"},
        {"return {[\"@function\"] = 1}",
         "x.lua: a key of this table is a text that begins with '@'; "
         "keys are texts, or the numbers 1 to n"},
        {NULL, NULL},
    };
    check_pack_rows(rows);
}

static void test_lua_json__numbers_come_out_as_they_were_written(void **state)
{
    (void)state;
    static const struct lua_row rows[] = {
        {"return {0, -1, 9223372036854775807, math.mininteger}",
         "[0,-1,9223372036854775807,-9223372036854775808]"},
        {"return {1.3, 0.1, 2.75, 1e15, 100.0, -0.0, 1e-7}", "[1.3,0.1,2.75,1e+15,100,0,1e-07]"},
        {"return {0.00390625, 3.15}", "[0.00390625,3.15]"},
        {"return {a = {1, 1/3}}", "x.lua: a[2]: the number 0.33333333333333331 needs more than 14 "
                                  "digits; write it as a text, such as \"20/6\""},
        {"return {0.1 + 0.2}",
         "x.lua: [1]: the number 0.30000000000000004 needs more than 14 digits; "
         "write it as a text, such as \"20/6\""},
        {"return {0/0}", "x.lua: [1]: the number nan cannot stand in data; write a finite number"},
        {"return {-(0/0)}",
         "x.lua: [1]: the number nan cannot stand in data; write a finite number"},
        {"return {w = -1/0}",
         "x.lua: w: the number -inf cannot stand in data; write a finite number"},
        {NULL, NULL},
    };
    check_pack_rows(rows);
}

static void test_lua_json__texts_are_checked(void **state)
{
    (void)state;
    static const char refused[] =
        "x.lua: t: this text is not valid UTF-8 or holds a NUL; save the file as UTF-8";
    static const char control[] =
        "x.lua: t: this text holds a control character; only line breaks and tabs are taken";
    static const struct lua_row rows[] = {
        {"return {\"é\\\"\\\\\\n\\t\"}", "[\"é\\\"\\\\\\n\\t\"]"},
        {"return {t = \"a\\27[31m\"}", control},
        {"return {t = \"a\\r\"}", control},
        {"return {t = \"a\\127\"}", control},
        {"return {t = \"\\u{9b}31m\"}", control},
        {"return {t = \"\\u{202a}\"}", control},
        {"return {t = \"a\\u{202e}b\"}", control},
        {"return {t = \"\\u{2066}\"}", control},
        {"return {t = \"ab\\u{2069}\"}", control},
        {"return {\"\\u{2029}\\u{202f}\\u{2065}\\u{206a}\\u{2013}\"}",
         "[\"\u2029\u202f\xe2\x81\xa5\u206a\u2013\"]"},
        {"return {[\"a\\7\"] = 1}",
         "x.lua: this text holds a control character; only line breaks and "
         "tabs are taken"},
        {"return #(\"x\"):rep(900001)", "900001"},
        {"return {t = (\"x\"):rep(900001)}", "x.lua: t: this text is longer than 900000 bytes"},
        {"return {t = \"\\xff\"}", refused},
        {"return {t = \"a\\0b\"}", refused},
        {"return {t = \"\\xed\\xa0\\x80\"}", refused},
        {"return {t = \"\\xc0\\xaf\"}", refused},
        {"return {[\"\\xff\"] = 1}",
         "x.lua: this text is not valid UTF-8 or holds a NUL; save the file as UTF-8"},
        {NULL, NULL},
    };
    check_pack_rows(rows);
}

static void test_lua_json__what_has_no_end_is_refused(void **state)
{
    (void)state;
    static const struct lua_row rows[] = {
        {"local t = {} t[1] = t return t", "x.lua: [1]: this table contains itself"},
        {"local a, b = {}, {} a.b = b b.a = a return {x = a}",
         "x.lua: x.b.a: this table contains itself"},
        {"local t = {1} return {t, t}", "[[1],[1]]"},
        {"local t = 1 for i = 1, 24 do t = {t} end return t",
         "[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]"},
        {"local t = 1 for i = 1, 25 do t = {t} end return t",
         "x.lua: [1][1][1][1][1][1][1][1][1][1][1][1][1][1][1][1][1][1][1][1][1][1][1][1]: tables "
         "are "
         "nested more than 24 deep"},
        {"local t = {} for i = 1, 9999 do t[i] = i end return #t", "9999"},
        {"local t = {} for i = 1, 10000 do t[i] = i end return t",
         "x.lua: [10000]: the tables hold more than 10000 values"},
        {"local s = (\"x\"):rep(400000) return {s, s, s}",
         "x.lua: [3]: the tables take more than 1000000 bytes as data"},
        {NULL, NULL},
    };
    check_pack_rows(rows);
}

static void test_lua_json__what_is_no_data_is_refused(void **state)
{
    (void)state;
    check_pack("return {f = function() end}", "x.lua: f: a function cannot stand in data");
    check_pack("return {type}", "x.lua: [1]: a function cannot stand in data");
}

/* A path is for people: hostile keys cannot make it long, nor hide the file's name. */
static void test_lua_json__a_path_is_cut(void **state)
{
    (void)state;
    struct text out = TEXT_EMPTY;
    struct lua_case c = {.source = "return {[(\"é\"):rep(5000)] = {0/0}}", .out = &out};
    assert_false(lua_case_run(&c));
    assert_memory_equal(out.bytes, "x.lua: éééé", 11);
    assert_true(out.length < 300);
    assert_int_equal(text_utf8_prefix(out.bytes, out.length), out.length);
    text_release(&out);
}

static int keep_count;

static void keep(lua_State *L, const char *name)
{
    assert_true(lua_isfunction(L, -1));
    assert_string_equal(name, "x.lua:a[2].value");
    keep_count++;
}

static int write_with_functions(lua_State *L)
{
    struct lua_json_writer writer = {.out = lua_touserdata(L, 1),
                                     .file = "x.lua",
                                     .depth_limit = 9,
                                     .values_left = 9,
                                     .values = 9,
                                     .bytes = 999,
                                     .keep = keep};
    static const char source[] = "return {a = {1, {value = function() end}}}";
    lua_library_open(L, LIBRARY_PACK, NULL);
    sandbox_load(L, "x.lua", source, sizeof source - 1);
    lua_call(L, 0, 1);
    int top = lua_gettop(L);
    lua_json_write(L, -1, &writer);
    assert_int_equal(lua_gettop(L), top);
    assert_int_equal(writer.values_left, 9 - 5);
    return 0;
}

static void test_lua_json__functions_can_be_kept_by_their_path(void **state)
{
    (void)state;
    const struct sandbox_limits limits = {LIMIT_LUA_BYTES, LIMIT_LUA_TOTAL, 0, false};
    const struct sandbox_budget budget = {100000, 1000};
    struct text out = TEXT_EMPTY;
    struct fault fault = {0};
    struct sandbox *sandbox = sandbox_open(&limits, &fault);
    sandbox_begin(sandbox, &budget);
    assert_true(sandbox_call(sandbox, write_with_functions, &out, &fault));
    assert_int_equal(keep_count, 1);
    assert_string_equal(out.bytes, "{\"a\":[1,{\"value\":{\"@function\":\"x.lua:a[2].value\"}}]}");
    sandbox_close(sandbox);
    text_release(&out);
}

/* ---- reading -------------------------------------------------------------------------------------- */

struct reading {
    const char *json;
    bool frozen, good;
    struct text *out;
};

/* Reads a document and gives it to a piece of Lua as `input`; writes what that returns. */
static int read_document(lua_State *L)
{
    struct reading *reading = lua_touserdata(L, 1);
    struct arena arena = ARENA_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    struct json json;
    json_open(&json, reading->json, strlen(reading->json), &arena, NULL);
    int top = lua_gettop(L);
    bool pushed = lua_json_read(L, &json, reading->frozen);
    assert_int_equal(lua_gettop(L), top + (pushed ? 1 : 0));
    reading->good = json_end(&json, &err) && pushed;
    arena_release(&arena);
    if (reading->good) {
        struct lua_json_writer writer = {.out = reading->out,
                                         .file = "x.lua",
                                         .depth_limit = 40,
                                         .values_left = 999,
                                         .values = 999,
                                         .bytes = 9999};
        lua_pushboolean(L, lua_istable(L, -1) && lua_getmetatable(L, -1));
        assert_int_equal(lua_toboolean(L, -1), reading->frozen && lua_istable(L, top + 1));
        lua_json_write(L, top + 1, &writer);
    }
    return 0;
}

static bool read_json(const char *document, bool frozen, struct text *out)
{
    const struct sandbox_limits limits = {LIMIT_LUA_BYTES, LIMIT_LUA_TOTAL, 0, false};
    const struct sandbox_budget budget = {100000, 1000};
    struct fault fault = {0};
    struct reading reading = {.json = document, .frozen = frozen, .out = out};
    struct sandbox *sandbox = sandbox_open(&limits, &fault);
    sandbox_begin(sandbox, &budget);
    text_clear(out);
    assert_true(sandbox_call(sandbox, read_document, &reading, &fault));
    sandbox_close(sandbox);
    return reading.good;
}

static void test_lua_json__documents_become_tables(void **state)
{
    (void)state;
    static const struct {
        const char *document, *back;
    } rows[] = {
        {"[]", "[]"},
        {"{}", "[]"},
        {"{\"b\":[1,2,{\"c\":true}],\"a\":\"x\\u00e9\"}",
         "{\"a\":\"xé\",\"b\":[1,2,{\"c\":true}]}"},
        {"[1, -5, 9223372036854775807]", "[1,-5,9223372036854775807]"},
        {"[2.75, 1e5, 9223372036854775808]", "[\"2.75\",\"1e5\",\"9223372036854775808\"]"},
        {"[null,false]", "[false,false]"},
        {"{\"a\":null,\"b\":1}", "{\"b\":1}"},
    };
    struct text out = TEXT_EMPTY;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        for (int frozen = 0; frozen < 2; frozen++) {
            assert_true(read_json(rows[i].document, frozen != 0, &out));
            assert_string_equal(out.bytes, rows[i].back);
        }
    }
    text_release(&out);
}

/* A list or record of `count` numbers, some of them null, and what comes back of it. */
static void write_long(struct text *document, struct text *back, int count, bool list)
{
    text_clear(document);
    text_clear(back);
    text_add_byte(document, list ? '[' : '{');
    for (int i = 0; i < count; i++) {
        bool null = i % 7 == 6;
        text_add(document, i > 0 ? "," : "");
        if (!list) {
            text_format(document, "\"k%03d\":", i);
        }
        text_format(document, null ? "null" : "%d", i);
        if (list || !null) {
            text_add(back, back->length > 0 ? "," : "");
            if (!list) {
                text_format(back, "\"k%03d\":", i);
            }
            text_format(back, null ? "false" : "%d", i);
        }
    }
    text_add_byte(document, list ? ']' : '}');
}

/* Protects long lists and records: their first values wait for the table, the later ones find it. */
static void test_lua_json__long_tables_keep_all_values(void **state)
{
    (void)state;
    static const int counts[] = {1, 31, 32, 33, 34, 100};
    struct text document = TEXT_EMPTY;
    struct text back = TEXT_EMPTY;
    struct text out = TEXT_EMPTY;
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
        for (int list = 0; list < 2; list++) {
            write_long(&document, &back, counts[i], list != 0);
            assert_true(read_json(document.bytes, list != 0, &out));
            assert_int_equal(out.length, back.length + 2);
            assert_memory_equal(out.bytes + 1, back.bytes, back.length);
            document.bytes[document.length - 1] = '!';
            assert_false(read_json(document.bytes, list == 0, &out));
        }
    }
    text_release(&document);
    text_release(&back);
    text_release(&out);
}

static void test_lua_json__bad_documents_give_nothing(void **state)
{
    (void)state;
    static const char *const documents[] = {"",
                                            "[",
                                            "[1",
                                            "{\"a\":}",
                                            "{\"a\"",
                                            "[1,]",
                                            "[01]",
                                            "nul",
                                            "[\"\\u0000\"]",
                                            "[1] 2",
                                            "{\"a\":[1,{\"b\":tru}]}",
                                            "\xff"};
    struct text out = TEXT_EMPTY;
    for (size_t i = 0; i < sizeof documents / sizeof documents[0]; i++) {
        assert_false(read_json(documents[i], true, &out));
    }
    text_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lua_json__tables_are_lists_or_records_by_their_keys),
        cmocka_unit_test(test_lua_json__numbers_come_out_as_they_were_written),
        cmocka_unit_test(test_lua_json__texts_are_checked),
        cmocka_unit_test(test_lua_json__what_has_no_end_is_refused),
        cmocka_unit_test(test_lua_json__what_is_no_data_is_refused),
        cmocka_unit_test(test_lua_json__a_path_is_cut),
        cmocka_unit_test(test_lua_json__functions_can_be_kept_by_their_path),
        cmocka_unit_test(test_lua_json__documents_become_tables),
        cmocka_unit_test(test_lua_json__long_tables_keep_all_values),
        cmocka_unit_test(test_lua_json__bad_documents_give_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
