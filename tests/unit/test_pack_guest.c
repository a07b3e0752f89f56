#include "pack_guest.h"

#include "text.h"
#include "worker.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

/* A worker with the role "pack", and what it said last: an answer, or place and sentence. */
struct pack_case {
    struct worker *worker;
    struct text answer;
};

static void open_case(struct pack_case *c)
{
    struct error err = {.kind = ERROR_NONE};
    *c = (struct pack_case){.worker = worker_start("pack", "", ERROR_PACK, &err),
                            .answer = TEXT_EMPTY};
    assert_non_null(c->worker);
}

static void close_case(struct pack_case *c)
{
    worker_close(c->worker);
    text_release(&c->answer);
}

static bool ask(struct pack_case *c, const char *question)
{
    struct error err = {.kind = ERROR_NONE};
    bool done = worker_ask(c->worker, question, strlen(question), &c->answer, &err);
    if (!done) {
        text_clear(&c->answer);
        text_format(&c->answer, "%s: %s", err.where, err.message);
    }
    return done;
}

static bool load(struct pack_case *c, const char *name, const char *source)
{
    struct text question = TEXT_EMPTY;
    text_add(&question, "{\"load\":");
    text_add_json(&question, name);
    text_add(&question, ",\"source\":");
    text_add_json(&question, source);
    text_add(&question, "}");
    bool done = ask(c, question.bytes);
    text_release(&question);
    return done;
}

/* What a fresh worker says to one file. */
static void check_load(const char *name, const char *source, const char *expected)
{
    struct pack_case c;
    open_case(&c);
    load(&c, name, source);
    assert_string_equal(c.answer.bytes, expected);
    close_case(&c);
}

static void test_pack_guest__files_come_back_as_data(void **state)
{
    (void)state;
    struct pack_case c;
    open_case(&c);
    assert_true(load(&c, "pack.lua", "return {id = \"x\", files = {\"a.lua\"}, w = 1.3, n = {}}"));
    assert_string_equal(c.answer.bytes,
                        "{\"value\":{\"files\":[\"a.lua\"],\"id\":\"x\",\"n\":[],\"w\":1.3}}");
    assert_true(load(&c, "a.lua", "return {\"é\", true}"));
    assert_string_equal(c.answer.bytes, "{\"value\":[\"é\",true]}");
    close_case(&c);
}

static void test_pack_guest__a_file_returns_one_table(void **state)
{
    (void)state;
    check_load("a.lua", "local x = 1",
               "a.lua: returns nothing; a file of a pack returns one table");
    check_load("a.lua", "return nil", "a.lua: returns nothing; a file of a pack returns one table");
    check_load("a.lua", "return 5", "a.lua: returns a number; a file of a pack returns one table");
    check_load("a.lua", "return \"x\"",
               "a.lua: returns a text; a file of a pack returns one table");
    check_load("a.lua", "return type",
               "a.lua: returns a function; a file of a pack returns one table");
    check_load("a.lua", "return {}, {}",
               "a.lua: returns several values; a file of a pack returns one table");
    check_load("a.lua", "", "a.lua: returns nothing; a file of a pack returns one table");
}

static void test_pack_guest__names_of_files_are_plain(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "",         ".lua",   "a",       "a.LUA",
        "../a.lua", "/a.lua", "x/a.lua", "a.lua.lua",
        "a b.lua",  "a.lua ", "é.lua",   "a\\b.lua",
        "a:1.lua",  "@a.lua", "=a.lua",  "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.lua"};
    static const char sentence[] =
        "has a file name that is not allowed; use letters, digits, '_' and "
        "'-', and .lua behind";
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        struct pack_case c;
        open_case(&c);
        assert_false(load(&c, bad[i], "return {}"));
        assert_non_null(strstr(c.answer.bytes, sentence));
        close_case(&c);
    }
    check_load("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.lua", "return {}", "{\"value\":[]}");
    check_load("Domain_1-b.lua", "return {}", "{\"value\":[]}");
}

static void test_pack_guest__a_file_is_loaded_once(void **state)
{
    (void)state;
    struct pack_case c;
    open_case(&c);
    assert_true(load(&c, "a.lua", "return {}"));
    assert_false(load(&c, "a.lua", "return {}"));
    assert_string_equal(c.answer.bytes, "a.lua: is named twice in the pack");
    close_case(&c);
}

/* No file can leave anything to another: names, library tables, texts' methods. */
static void test_pack_guest__files_share_nothing(void **state)
{
    (void)state;
    static const char *const attempts[] = {"shared = 1", "_ENV.shared = 1", "string.shared = 1",
                                           "math.shared = 1", "table.insert(table, 1)"};
    for (size_t i = 0; i < sizeof attempts / sizeof attempts[0]; i++) {
        struct pack_case c;
        open_case(&c);
        assert_false(load(&c, "a.lua", attempts[i]));
        close_case(&c);
    }
    struct pack_case c;
    open_case(&c);
    assert_true(load(&c, "a.lua", "local _ENV = {} shared = 1 return {shared}"));
    assert_false(load(&c, "b.lua", "return {shared}"));
    assert_string_equal(c.answer.bytes,
                        "b.lua:1: does not know the name 'shared'; check its spelling");
    close_case(&c);
}

/* Many files that are each within bounds must not add up. */
static void test_pack_guest__budgets_hold_for_all_files_together(void **state)
{
    (void)state;
    struct pack_case c;
    open_case(&c);
    assert_true(load(&c, "a.lua", "for i = 1, 800000 do end return {}"));
    assert_true(load(&c, "b.lua", "for i = 1, 800000 do end return {}"));
    assert_false(load(&c, "c.lua", "for i = 1, 800000 do end return {}"));
    assert_string_equal(c.answer.bytes,
                        "c.lua:1: runs more than 2000000 instructions; look for a loop "
                        "that does not end");
    close_case(&c);
    static const char many[] = "local t = {} for i = 1, 99990 do t[i] = i end return t";
    open_case(&c);
    assert_true(load(&c, "a.lua", many));
    assert_true(load(&c, "b.lua", many));
    assert_false(load(&c, "c.lua", many));
    assert_string_equal(c.answer.bytes, "c.lua: [18]: the tables hold more than 200000 values");
    close_case(&c);
}

/* A table that looks like an error message is data. */
static void test_pack_guest__data_cannot_pose_as_an_error(void **state)
{
    (void)state;
    check_load("a.lua", "return {error = {where = \"x\", id = \"FILE_OPEN\"}}",
               "{\"value\":{\"error\":{\"id\":\"FILE_OPEN\",\"where\":\"x\"}}}");
}

static void test_pack_guest__a_question_without_sense_is_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "",
        "{}",
        "[]",
        "null",
        "{\"load\":\"a.lua\"}",
        "{\"source\":\"return {}\"}",
        "{\"load\":\"a.lua\",\"source\":5}",
        "{\"load\":\"a.lua\",\"source\":\"return {}\",\"score\":\"x\",\"input\":{}}",
        "{\"score\":\"x\"}",
        "{\"stop\":true}",
        "{\"load\":\"a.lua\",\"source\":\"return {}\"",
    };
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        struct pack_case c;
        open_case(&c);
        assert_false(ask(&c, bad[i]));
        assert_string_equal(c.answer.bytes,
                            ": was asked for something that its worker process does not know");
        close_case(&c);
    }
}

/* ---- score ---------------------------------------------------------------------------------------- */

static const char scoring[] =
    "local bands = {{from = 70, value = 3}, {from = 40, value = 2}}\n"
    "local calls = 0\n"
    "return {\n"
    "  value = function(input)\n"
    "    for _, band in ipairs(bands) do\n"
    "      if input.points >= band.from then return band.value, \"from \" .. band.from end\n"
    "    end\n"
    "    return {input.points, 40}, \"below 40\"\n"
    "  end,\n"
    "  count = function() calls = calls + 1 return calls, \"counted\" end,\n"
    "  spoil = function(input) bands[1].from = 0 return 1, \"spoilt\" end,\n"
    "  deep = { list = { function(input) return input.a[2].b, \"deep\" end } },\n"
    "}";

static void check_score(struct pack_case *c, const char *question, bool good, const char *expected)
{
    assert_int_equal(ask(c, question), good);
    assert_string_equal(c->answer.bytes, expected);
}

static void test_pack_guest__functions_score_inputs(void **state)
{
    (void)state;
    struct pack_case c;
    open_case(&c);
    assert_true(load(&c, "scoring.lua", scoring));
    assert_non_null(strstr(c.answer.bytes, "\"value\":{\"@function\":\"scoring.lua:value\"}"));
    for (int i = 0; i < 100; i++) {
        check_score(&c, "{\"score\":\"scoring.lua:value\",\"input\":{\"points\":75}}", true,
                    "{\"value\":\"3\",\"reason\":\"from 70\"}");
        check_score(&c, "{\"score\":\"scoring.lua:value\",\"input\":{\"points\":30}}", true,
                    "{\"value\":\"0.75\",\"reason\":\"below 40\"}");
    }
    check_score(&c,
                "{\"score\":\"scoring.lua:deep.list[1]\",\"input\":{\"a\":[0,{\"b\":\"1.26\"}]}}",
                true, "{\"value\":\"1.26\",\"reason\":\"deep\"}");
    close_case(&c);
}

/* As many answers as an assessment has: a library function that asks the system for anything on the
 * way, as glibc's sorting does for the size of the memory, would end the worker. */
static void test_pack_guest__a_whole_assessment_can_be_scored(void **state)
{
    (void)state;
    struct pack_case c;
    struct text question = TEXT_EMPTY;
    open_case(&c);
    assert_true(load(&c, "s.lua",
                     "return { value = function(input)\n"
                     "  local n = 0\n"
                     "  for id, met in pairs(input.criteria) do if met then n = n + 1 end end\n"
                     "  return { n, 1000 }, \"counted\"\n"
                     "end }"));
    text_add(&question, "{\"score\":\"s.lua:value\",\"input\":{\"criteria\":{");
    for (int i = 0; i < 1000; i++) {
        text_format(&question, "%s\"I%03d\":true", i > 0 ? "," : "", i * 7919 % 1009);
    }
    text_add(&question, "}}}");
    check_score(&c, question.bytes, true, "{\"value\":\"1\",\"reason\":\"counted\"}");
    text_release(&question);
    close_case(&c);
}

static void test_pack_guest__a_function_that_keeps_state_is_refused(void **state)
{
    (void)state;
    struct pack_case c;
    open_case(&c);
    assert_true(load(&c, "scoring.lua", scoring));
    check_score(&c, "{\"score\":\"scoring.lua:count\",\"input\":{}}", false,
                "scoring.lua:10: this function changes 'calls', which outlives the call; keep "
                "everything in local variables");
    close_case(&c);
    open_case(&c);
    assert_true(load(&c, "scoring.lua", scoring));
    check_score(&c, "{\"score\":\"scoring.lua:spoil\",\"input\":{}}", false,
                "scoring.lua:11: changes a table that is read-only; make a copy of it");
    close_case(&c);
}

static void test_pack_guest__only_declared_functions_can_be_called(void **state)
{
    (void)state;
    struct pack_case c;
    open_case(&c);
    assert_true(load(&c, "scoring.lua", scoring));
    check_score(&c, "{\"score\":\"scoring.lua:none\",\"input\":{}}", false,
                "scoring.lua:none: is not a function of this pack");
    close_case(&c);
    check_load("a.lua", "return {f = type}", "a.lua: f: a function cannot stand in data");
}

static void test_pack_guest__no_file_comes_after_scoring_has_begun(void **state)
{
    (void)state;
    struct pack_case c;
    open_case(&c);
    assert_true(load(&c, "scoring.lua", scoring));
    assert_true(ask(&c, "{\"score\":\"scoring.lua:value\",\"input\":{\"points\":75}}"));
    assert_false(load(&c, "more.lua", "return {}"));
    assert_string_equal(c.answer.bytes,
                        "more.lua: comes after scoring has begun; all files are read first");
    close_case(&c);
}

static void test_pack_guest__the_same_pack_gives_the_same_bytes(void **state)
{
    (void)state;
    struct text first = TEXT_EMPTY;
    for (int i = 0; i < 20; i++) {
        struct pack_case c;
        open_case(&c);
        assert_true(load(&c, "a.lua",
                         "local t = {}\n"
                         "for i = 1, 200 do t[(\"k\"):rep(i % 7 + 1) .. i * 7919 % 211] = i end\n"
                         "local o = {} for k in pairs(t) do o[#o + 1] = k end\n"
                         "return {t = t, o = o, s = tostring(t) .. tostring(type)}"));
        if (i == 0) {
            text_append(&first, c.answer.bytes, c.answer.length);
        }
        assert_string_equal(c.answer.bytes, first.bytes);
        close_case(&c);
    }
    text_release(&first);
}

/* ---- all functions of an assessment ---- */

static const char chain[] =
    "return {\n"
    "  base = function(input) return { input.points, 4 }, \"base\" end,\n"
    "  next = function(input)\n"
    "    local v = input.values.I01\n"
    "    if type(v) == \"table\" then return { v[1], v[2] * 2 }, \"half of a pair\" end\n"
    "    return { v, 2 }, \"half of a whole\"\n"
    "  end,\n"
    "  sum = function(input) return input.values.I03 + input.values.I04, \"sum\" end,\n"
    "  bad = function(input) return 1.5, \"x\" end,\n"
    "  names = function(input)\n"
    "    local list = {}\n"
    "    for name in pairs(input.values) do list[#list + 1] = name end\n"
    "    return #list, #list > 0 and table.concat(list, \" \") or \"?\"\n"
    "  end,\n"
    "}";

/* What a fresh worker with these functions says to a question with ' for ". */
static void check_scores(const char *question, bool good, const char *expected)
{
    struct pack_case c;
    struct text text = TEXT_EMPTY;
    open_case(&c);
    assert_true(load(&c, "s.lua", chain));
    text_add(&text, question);
    for (char *at = text.bytes; *at != '\0'; at++) {
        *at = *at == '\'' ? '"' : *at;
    }
    check_score(&c, text.bytes, good, expected);
    text_release(&text);
    close_case(&c);
}

/* One message, and each function finds what the ones before it have returned. */
static void test_pack_guest__functions_of_an_assessment_are_scored_in_one_question(void **state)
{
    (void)state;
    check_scores("{'values':{},'scores':[]}", true, "{\"scores\":[]}");
    check_scores("{'values':{},'scores':["
                 "{'of':'I01','score':'s.lua:base','uses':[],'input':{'points':6}},"
                 "{'of':'I02','score':'s.lua:next','uses':['I01'],'input':{}}]}",
                 true,
                 "{\"scores\":[{\"value\":\"1.5\",\"reason\":\"base\"},"
                 "{\"value\":\"0.75\",\"reason\":\"half of a pair\"}]}");
    check_scores("{'values':{},'scores':["
                 "{'of':'I01','score':'s.lua:base','uses':[],'input':{'points':8}},"
                 "{'of':'I02','score':'s.lua:next','uses':['I01'],'input':{'a':1}}]}",
                 true,
                 "{\"scores\":[{\"value\":\"2\",\"reason\":\"base\"},"
                 "{\"value\":\"1\",\"reason\":\"half of a whole\"}]}");
}

static void test_pack_guest__values_come_with_the_question(void **state)
{
    (void)state;
    check_scores("{'scores':[{'of':'I05','score':'s.lua:sum','uses':['I03','I04'],'input':{}}],"
                 "'values':{'I03':'2','I04':'-3'}}",
                 true, "{\"scores\":[{\"value\":\"-1\",\"reason\":\"sum\"}]}");
    check_scores("{'values':{'I01':'7/6'},'scores':["
                 "{'of':'I02','score':'s.lua:next','uses':['I01'],'input':{}}]}",
                 true, "{\"scores\":[{\"value\":\"7/12\",\"reason\":\"half of a pair\"}]}");
    check_scores("{'values':{'I01':'1.25'},'scores':["
                 "{'of':'I02','score':'s.lua:next','uses':['I01'],'input':{}}]}",
                 true, "{\"scores\":[{\"value\":\"0.625\",\"reason\":\"half of a pair\"}]}");
}

/* A function sees what the pack says it depends on, and nothing else. */
static void test_pack_guest__a_function_sees_only_what_it_uses(void **state)
{
    (void)state;
    check_scores("{'values':{'I01':'1','I02':'2','I03':'3'},'scores':["
                 "{'of':'I04','score':'s.lua:names','uses':['I03','I01'],'input':{}},"
                 "{'of':'I05','score':'s.lua:names','uses':[],'input':{}},"
                 "{'of':'I06','score':'s.lua:names','uses':['I04'],'input':{}}]}",
                 true,
                 "{\"scores\":[{\"value\":\"2\",\"reason\":\"I01 I03\"},"
                 "{\"value\":\"0\",\"reason\":\"?\"},"
                 "{\"value\":\"1\",\"reason\":\"I04\"}]}");
}

/* One refusal refuses the whole assessment: half a result is none. */
static void test_pack_guest__one_refused_function_refuses_the_question(void **state)
{
    (void)state;
    check_scores("{'values':{},'scores':["
                 "{'of':'I01','score':'s.lua:base','uses':[],'input':{'points':6}},"
                 "{'of':'I02','score':'s.lua:bad','uses':[],'input':{}}]}",
                 false,
                 "s.lua:9: this function returns the inexact number 1.5; return an integer, a text "
                 "such as \"1.26\", or {numerator, denominator}");
}

static void test_pack_guest__a_question_about_all_makes_sense_or_is_refused(void **state)
{
    (void)state;
    static const char *const questions[] = {
        "{'scores':[]}",
        "{'values':{}}",
        "{'values':{},'scores':{}}",
        "{'values':[],'scores':[]}",
        "{'values':{'I01':2},'scores':[]}",
        "{'values':{'I01':'two'},'scores':[]}",
        "{'values':{},'scores':[{}]}",
        "{'values':{},'scores':[{'of':'I01','score':'s.lua:base','uses':[]}]}",
        "{'values':{},'scores':[{'of':'I01','score':'s.lua:base','uses':[],'input':[]}]}",
        "{'values':{},'scores':[{'of':'I01','score':'s.lua:base','uses':['I02'],'input':{}}]}",
        "{'values':{},'scores':[{'of':'I01','score':'s.lua:base','uses':'I02','input':{}}]}",
        "{'values':{},'scores':[{'of':'I01','score':'s.lua:base','uses':[],'input':{},'x':1}]}",
        "{'values':{},'scores':[],'load':'a.lua','source':'return {}'}",
    };
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
        check_scores(questions[i], false,
                     ": was asked for something that its worker process does not know");
    }
}

/* The report on functions may be asked at any time, and ends the loading of files. */
static void test_pack_guest__functions_are_watched_and_reported(void **state)
{
    (void)state;
    struct pack_case c;
    open_case(&c);
    assert_true(load(&c, "a.lua", "return { f = function()\n  return 1, \"x\"\nend }"));
    assert_true(ask(&c, "{\"trace\":true}"));
    assert_string_equal(c.answer.bytes, "{\"trace\":true}");
    assert_true(ask(&c, "{\"trace\":true}")); /* twice is once */
    assert_true(ask(&c, "{\"score\":\"a.lua:f\",\"input\":{}}"));
    assert_true(ask(&c, "{\"report\":true}"));
    assert_non_null(strstr(c.answer.bytes, "\"values\":2,"));
    assert_non_null(strstr(c.answer.bytes, "\"functions\":[{\"file\":\"a.lua\",\"from\":1,"
                                           "\"to\":3,\"lines\":[2],\"run\":[true]}]}"));
    assert_false(load(&c, "b.lua", "return {}"));
    close_case(&c);
}

/* A watched call tells what it asked for in vain, also where it then fails; the worker lives on. */
static void test_pack_guest__a_watched_call_tells_what_it_missed(void **state)
{
    (void)state;
    struct pack_case c;
    open_case(&c);
    assert_true(load(&c, "a.lua",
                     "return { f = function(i)\n  local x = i.nn\n  return i.n, 'x' .. "
                     "i.s\nend }"));
    assert_true(ask(&c, "{\"score\":\"a.lua:f\",\"watch\":true,\"input\":{\"n\":1,\"s\":\"y\"}}"));
    assert_string_equal(c.answer.bytes,
                        "{\"value\":\"1\",\"reason\":\"xy\",\"missed\":[{\"path\":\"\",\"key\":"
                        "\"nn\",\"where\":\"a.lua:2\"}]}");
    assert_true(ask(&c, "{\"score\":\"a.lua:f\",\"watch\":true,\"input\":{\"n\":1}}"));
    assert_int_equal(strncmp(c.answer.bytes, "{\"failed\":{\"error\":{\"where\":\"a.lua:3\"", 37),
                     0);
    assert_non_null(strstr(c.answer.bytes, "\"key\":\"s\",\"where\":\"a.lua:3\"}]}"));
    assert_true(ask(&c, "{\"score\":\"a.lua:f\",\"input\":{\"n\":2,\"s\":\"y\"}}"));
    assert_string_equal(c.answer.bytes, "{\"value\":\"2\",\"reason\":\"xy\"}");
    close_case(&c);
}

/* A question is one thing, and what is not true is no question. */
static void test_pack_guest__a_report_is_asked_alone(void **state)
{
    (void)state;
    static const char *const bad[] = {"{\"report\":false}",
                                      "{\"trace\":false}",
                                      "{\"trace\":true,\"report\":true}",
                                      "{\"report\":true,\"load\":\"a.lua\",\"source\":\"\"}",
                                      "{\"report\":1}",
                                      "{\"report\":null}"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        struct pack_case c;
        open_case(&c);
        assert_false(ask(&c, bad[i]));
        close_case(&c);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pack_guest__files_come_back_as_data),
        cmocka_unit_test(test_pack_guest__a_file_returns_one_table),
        cmocka_unit_test(test_pack_guest__names_of_files_are_plain),
        cmocka_unit_test(test_pack_guest__a_file_is_loaded_once),
        cmocka_unit_test(test_pack_guest__files_share_nothing),
        cmocka_unit_test(test_pack_guest__budgets_hold_for_all_files_together),
        cmocka_unit_test(test_pack_guest__data_cannot_pose_as_an_error),
        cmocka_unit_test(test_pack_guest__a_question_without_sense_is_refused),
        cmocka_unit_test(test_pack_guest__functions_score_inputs),
        cmocka_unit_test(test_pack_guest__a_whole_assessment_can_be_scored),
        cmocka_unit_test(test_pack_guest__a_function_that_keeps_state_is_refused),
        cmocka_unit_test(test_pack_guest__only_declared_functions_can_be_called),
        cmocka_unit_test(test_pack_guest__no_file_comes_after_scoring_has_begun),
        cmocka_unit_test(test_pack_guest__functions_of_an_assessment_are_scored_in_one_question),
        cmocka_unit_test(test_pack_guest__values_come_with_the_question),
        cmocka_unit_test(test_pack_guest__a_function_sees_only_what_it_uses),
        cmocka_unit_test(test_pack_guest__one_refused_function_refuses_the_question),
        cmocka_unit_test(test_pack_guest__a_question_about_all_makes_sense_or_is_refused),
        cmocka_unit_test(test_pack_guest__the_same_pack_gives_the_same_bytes),
        cmocka_unit_test(test_pack_guest__functions_are_watched_and_reported),
        cmocka_unit_test(test_pack_guest__a_report_is_asked_alone),
        cmocka_unit_test(test_pack_guest__a_watched_call_tells_what_it_missed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
