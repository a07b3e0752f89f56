/* script_guest: what the worker says to the program, message by message, and what it makes of the answers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "limit.h"
#include "script_api.h"
#include "support_guest.h"
#include "worker.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One call of a script: its source, the message that it becomes (behind the number), the answer, and the end. */
static void check_call(const char *source, enum script_number number, const char *with,
                       const char *answer, const char *end)
{
    struct guest_case c;
    struct text wanted = TEXT_EMPTY;
    guest_start(&c, source);
    text_format(&wanted, "{\"call\":%d,\"with\":[%s]}", (int)number, with);
    guest_expects(&c, wanted.bytes);
    guest_says(&c, answer);
    guest_expects(&c, end);
    guest_close(&c);
    text_release(&wanted);
}

/* ---- printing ---- */

static void test_script_guest__prints_come_in_one_piece(void **state)
{
    struct guest_case c;
    (void)state;
    guest_start(&c, "print('a', 1, nil, true, 2.5) print() print({}, print)");
    guest_expects(&c, "{\"print\":\"a\\t1\\tnil\\ttrue\\t2.5\\n\\ntable\\tfunction\\n\"}");
    guest_expects(&c, guest_good_end);
    guest_close(&c);
}

static void test_script_guest__prints_come_before_calls_and_ends(void **state)
{
    struct guest_case c;
    (void)state;
    guest_start(&c, "print(1) spbe.tell('x') print(2) spbe.exit(3)");
    guest_expects(&c, "{\"print\":\"1\\n\"}");
    guest_expects_start(&c, "{\"call\":");
    guest_says(&c, "{\"value\":null}");
    guest_expects(&c, "{\"print\":\"2\\n\"}");
    guest_expects(&c, "{\"end\":true,\"status\":3}");
    guest_close(&c);
}

static void test_script_guest__long_prints_end_between_characters(void **state)
{
    struct guest_case c;
    struct error err = {.kind = ERROR_NONE};
    size_t length = 0;
    (void)state;
    guest_start(&c, "print(('é'):rep(100000))");
    for (;;) {
        assert_true(worker_receive(c.worker, &c.message, &err));
        if (strcmp(c.message.bytes, guest_good_end) == 0) {
            break;
        }
        assert_true(c.message.length < LIMIT_MESSAGE_BYTES);
        assert_int_equal(text_utf8_prefix(c.message.bytes, c.message.length), c.message.length);
        length += c.message.length - strlen("{\"print\":\"\"}");
    }
    assert_int_equal(length, 200000 + 2); /* the line break takes two */
    guest_close(&c);
}

static void test_script_guest__bytes_that_are_no_text_become_marks(void **state)
{
    struct guest_case c;
    (void)state;
    guest_start(&c, "print('a\\255b\\0c', '\\195')");
    guest_expects(&c, "{\"print\":\"a?b?c\\t?\\n\"}");
    guest_expects(&c, guest_good_end);
    guest_close(&c);
}

/* ---- calls ---- */

static void test_script_guest__arguments_travel_by_their_letters(void **state)
{
    static const char null_value[] = "{\"value\":null}";
    (void)state;
    check_call("spbe.read('a.txt')", SCRIPT_READ, "\"a.txt\"", null_value, guest_good_end);
    check_call("spbe.write('a', 'b\\n')", SCRIPT_WRITE, "\"a\",\"b\\n\"", null_value,
               guest_good_end);
    check_call("spbe.files('.')", SCRIPT_FILES, "\".\",null", null_value, guest_good_end);
    check_call("spbe.files('.', nil)", SCRIPT_FILES, "\".\",null", null_value, guest_good_end);
    check_call("spbe.packs()", SCRIPT_PACKS, "", null_value, guest_good_end);
    check_call("spbe.rules('p', 2024)", SCRIPT_RULES, "\"p\",2024", null_value, guest_good_end);
    check_call("spbe.rules('p', 2024.0)", SCRIPT_RULES, "\"p\",2024", null_value, guest_good_end);
    check_call("spbe.evaluate('a')", SCRIPT_EVALUATE, "\"a\",null", null_value, guest_good_end);
    check_call("spbe.evaluate('a', {})", SCRIPT_EVALUATE, "\"a\",{}", null_value, guest_good_end);
    check_call("spbe.evaluate('a', { b = { 1 }, a = 'x' })", SCRIPT_EVALUATE,
               "\"a\",{\"a\":\"x\",\"b\":[1]}", null_value, guest_good_end);
    check_call("spbe.evaluate({ year = 2024 })", SCRIPT_EVALUATE,
               "{\"document\":{\"year\":2024}},null", null_value, guest_good_end);
    check_call("spbe.results('a')", SCRIPT_RESULTS, "[\"a\"],null", "{\"value\":0}",
               guest_good_end);
    check_call("spbe.results({})", SCRIPT_RESULTS, "[],null", "{\"value\":0}", guest_good_end);
    check_call("spbe.results({ 'a', { b = 1 } })", SCRIPT_RESULTS,
               "[\"a\",{\"document\":{\"b\":1}}],null", "{\"value\":0}", guest_good_end);
    check_call("spbe.what_if('a', 'I11=4')", SCRIPT_WHAT_IF, "\"a\",[\"I11=4\"],null", null_value,
               guest_good_end);
    check_call("spbe.what_if('a', { 'x', 'y' })", SCRIPT_WHAT_IF, "\"a\",[\"x\",\"y\"],null",
               null_value, guest_good_end);
    check_call("spbe.what_if('a', {})", SCRIPT_WHAT_IF, "\"a\",[],null", null_value,
               guest_good_end);
    check_call("spbe.write_json('a', { 1, { 2 } })", SCRIPT_WRITE_JSON, "\"a\",[1,[2]]", null_value,
               guest_good_end);
    check_call("spbe.write_json('a', false)", SCRIPT_WRITE_JSON, "\"a\",false", null_value,
               guest_good_end);
    check_call("spbe.read_table('a', 2)", SCRIPT_READ_TABLE, "\"a\",2", null_value, guest_good_end);
    check_call("spbe.create('a', { year = 2024 })", SCRIPT_CREATE, "\"a\",{\"year\":2024}",
               "{\"value\":0}", guest_good_end);
}

static void test_script_guest__what_does_not_fit_its_letter_is_refused_at_its_line(void **state)
{
    static const char *const wrong[] = {
        "spbe.read()",
        "spbe.read(1)",
        "spbe.read({})",
        "spbe.read(nil)",
        "spbe.write('a')",
        "spbe.write('a', 1)",
        "spbe.files('.', 1)",
        "spbe.rules('p', '2024')",
        "spbe.rules('p', 2024.5)",
        "spbe.rules('p', true)",
        "spbe.evaluate()",
        "spbe.evaluate(1)",
        "spbe.evaluate({ 1 })",
        "spbe.evaluate({})",
        "spbe.evaluate('a', 'b')",
        "spbe.evaluate('a', { 'b' })",
        "spbe.results()",
        "spbe.results({ 1 })",
        "spbe.results({ { 1 } })",
        "spbe.results({ 'a', false })",
        "spbe.what_if('a')",
        "spbe.what_if('a', { b = 1 })",
        "spbe.what_if('a', { 1 })",
        "spbe.what_if('a', 5)",
        "spbe.write_json('a')",
        "spbe.write_json('a', nil)",
        "spbe.create('a')",
        "spbe.create('a', 'b')",
        "spbe.tell(print)",
        "spbe.exit(-1)",
        "spbe.exit(8)",
        "spbe.fail()",
        "spbe.fail(1)",
    };
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        struct text source = TEXT_EMPTY;
        text_format(&source, "local x = 1\n%s", wrong[i]);
        bool travels = strstr(wrong[i], "exit") == NULL && strstr(wrong[i], "fail") == NULL;
        guest_check_fault(source.bytes, "s.lua:2",
                          travels ? "SCRIPT_ARGUMENT" : "TEMPLATE_ARGUMENT");
        text_release(&source);
    }
}

static void test_script_guest__answers_become_values(void **state)
{
    (void)state;
    check_call("local t = spbe.packs() assert(t[2].a == '2.5' and t[3] == false and t[1] == 7)",
               SCRIPT_PACKS, "", "{\"value\":[7,{\"a\":2.5},null]}", guest_good_end);
    check_call("assert(spbe.packs() == nil)", SCRIPT_PACKS, "", "{\"value\":null}", guest_good_end);
    check_call("assert(spbe.packs() == 'é\\n')", SCRIPT_PACKS, "", "{\"value\":\"\\u00e9\\n\"}",
               guest_good_end);
    check_call("local t = spbe.packs() t.a = 2 t[1] = 3", SCRIPT_PACKS, "", "{\"value\":{\"a\":1}}",
               guest_good_end);
}

static void test_script_guest__failures_are_raised_and_can_be_caught(void **state)
{
    (void)state;
    check_call("spbe.packs()", SCRIPT_PACKS, "", "{\"error\":\"kota.json: is bad\"}",
               "{\"end\":false,\"failed\":\"s.lua:1\"}");
    check_call("\n\nlocal function f()\n  spbe.packs()\nend\nf()", SCRIPT_PACKS, "",
               "{\"error\":\"x\"}", "{\"end\":false,\"failed\":\"s.lua:4\"}");
    check_call("local good, why = pcall(spbe.packs) assert(not good and why == 'x y')",
               SCRIPT_PACKS, "", "{\"error\":\"x y\"}", guest_good_end);
    check_call("local good, why = pcall(function() spbe.packs() end)\n"
               "assert(why == 's.lua:1: x')",
               SCRIPT_PACKS, "", "{\"error\":\"x\"}", guest_good_end);
    check_call("local _, why = pcall(spbe.packs) error(why, 0)", SCRIPT_PACKS, "",
               "{\"error\":\"x\"}", "{\"end\":false,\"failed\":\"s.lua:1\"}");
}

static void test_script_guest__an_error_of_its_own_is_no_failed_call(void **state)
{
    struct guest_case c;
    (void)state;
    guest_start(&c, "pcall(spbe.packs)\nerror('something else')");
    guest_expects_start(&c, "{\"call\":");
    guest_says(&c, "{\"error\":\"x\"}");
    guest_expects_start(&c, "{\"end\":false,\"fault\":{\"error\":{\"where\":\"s.lua:2\","
                            "\"id\":\"SANDBOX_RUN\",\"with\":[\"something else\"");
    guest_close(&c);
}

static void test_script_guest__handles_travel_by_their_number(void **state)
{
    struct guest_case c;
    char wanted[80];
    (void)state;
    guest_start(&c, "local a = spbe.open('k.spbe')\na:claim('I01', 3)\nspbe.evaluate(a)\n"
                    "spbe.results({ a, 'x' })\na:close()");
    guest_expects_start(&c, "{\"call\":");
    guest_says(&c, "{\"value\":17}");
    snprintf(wanted, sizeof wanted, "{\"call\":%d,\"with\":[{\"open\":17},\"I01\",\"3\",null]}",
             SCRIPT_CLAIM);
    guest_expects(&c, wanted);
    guest_says(&c, "{\"value\":1}");
    snprintf(wanted, sizeof wanted, "{\"call\":%d,\"with\":[{\"open\":17},null]}", SCRIPT_EVALUATE);
    guest_expects(&c, wanted);
    guest_says(&c, "{\"value\":{}}");
    snprintf(wanted, sizeof wanted, "{\"call\":%d,\"with\":[[{\"open\":17},\"x\"],null]}",
             SCRIPT_RESULTS);
    guest_expects(&c, wanted);
    guest_says(&c, "{\"value\":3}");
    snprintf(wanted, sizeof wanted, "{\"call\":%d,\"with\":[{\"open\":17}]}", SCRIPT_CLOSE);
    guest_expects(&c, wanted);
    guest_says(&c, "{\"value\":null}");
    guest_expects(&c, guest_good_end);
    guest_close(&c);
}

static void test_script_guest__methods_want_their_own_handle(void **state)
{
    struct guest_case c;
    (void)state;
    guest_start(&c,
                "local out = spbe.output('x')\nlocal a = spbe.open('k')\na.claim(out, 'I01', 3)");
    guest_expects_start(&c, "{\"call\":");
    guest_says(&c, "{\"value\":1}");
    guest_expects_start(&c, "{\"call\":");
    guest_says(&c, "{\"value\":2}");
    guest_expects_start(&c, "{\"end\":false,\"fault\":{\"error\":{\"where\":\"s.lua:3\","
                            "\"id\":\"SCRIPT_COLON\"");
    guest_close(&c);
}

/* ---- walks ---- */

static void test_script_guest__walks_ask_page_by_page(void **state)
{
    struct guest_case c;
    (void)state;
    guest_start(&c, "for item in spbe.documents('s') do print(item) end");
    guest_expects_start(&c, "{\"call\":");
    guest_says(&c, "{\"value\":5}");
    guest_expects(&c, "{\"next\":5}");
    guest_says(&c, "{\"value\":[1,2]}");
    guest_expects(&c, "{\"print\":\"1\\n2\\n\"}");
    guest_expects(&c, "{\"next\":5}");
    guest_says(&c, "{\"value\":[\"x\"]}");
    guest_expects(&c, "{\"print\":\"x\\n\"}");
    guest_expects(&c, "{\"next\":5}");
    guest_says(&c, "{\"value\":[]}");
    guest_expects(&c, guest_good_end);
    guest_close(&c);
}

static void test_script_guest__walks_can_fail_and_be_left(void **state)
{
    struct guest_case c;
    (void)state;
    guest_start(&c, "for item in spbe.documents('s') do break end\n"
                    "for item in spbe.documents('t') do end");
    guest_expects_start(&c, "{\"call\":");
    guest_says(&c, "{\"value\":5}");
    guest_expects(&c, "{\"next\":5}");
    guest_says(&c, "{\"value\":[1,2]}");
    guest_expects_start(&c, "{\"call\":");
    guest_says(&c, "{\"value\":6}");
    guest_expects(&c, "{\"next\":6}");
    guest_says(&c, "{\"error\":\"cannot be read\"}");
    guest_expects(&c, "{\"end\":false,\"failed\":\"s.lua:2\"}");
    guest_close(&c);
}

/* ---- ends ---- */

static void test_script_guest__ends_are_told(void **state)
{
    static const struct {
        const char *source, *end;
    } cases[] = {
        {"", guest_good_end},
        {"return 5", guest_good_end},
        {"spbe.exit()", "{\"end\":true,\"status\":0}"},
        {"spbe.exit(7)", "{\"end\":true,\"status\":7}"},
        {"pcall(spbe.exit, 2) print(1)", "{\"end\":true,\"status\":2}"},
        {"spbe.fail('a \"b\"')", "{\"end\":false,\"said\":\"a \\\"b\\\"\"}"},
        {"pcall(spbe.fail, 'x')", "{\"end\":false,\"said\":\"x\"}"},
        {"spbe.fail('\\255')", "{\"end\":false,\"said\":\"?\"}"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct guest_case c;
        guest_start(&c, cases[i].source);
        guest_expects(&c, cases[i].end);
        guest_close(&c);
    }
}

static void test_script_guest__faults_name_line_and_kind(void **state)
{
    (void)state;
    guest_check_fault("x = = 1", "s.lua:1", "SANDBOX_SYNTAX");
    guest_check_fault("\nx = 1", "s.lua:2", "SANDBOX_GLOBAL");
    guest_check_fault("\n\nprint(y)", "s.lua:3", "SANDBOX_UNKNOWN");
    guest_check_fault("print(os)", "s.lua:1", "SANDBOX_ABSENT");
    guest_check_fault("spbe.nix()", "s.lua:1", "SANDBOX_UNKNOWN");
    guest_check_fault("spbe.read = 1", "s.lua:1", "SANDBOX_FROZEN");
    guest_check_fault("error({})", "s.lua:1", "SANDBOX_VALUE");
    guest_check_fault("local t = nil + 1", "s.lua:1", "SANDBOX_RUN");
    guest_check_fault("\033Lua", "s.lua", "SANDBOX_BINARY");
    guest_check_fault("print(spbe.parse('{'))", "s.lua:1", "SCRIPT_JSON");
    guest_check_fault("print(spbe.divide(1, 0))", "s.lua:1", "SCRIPT_NUMBER");
    guest_check_fault("spbe.write_json('x', { print })", "write_json: [1]", "VALUE_TYPE");
}

static void test_script_guest__budgets_come_with_the_start(void **state)
{
    struct guest_case c;
    (void)state;
    guest_start_with(&c, "while true do end", "[]",
                     "\"memory\":33554432,\"ms\":5000,\"steps\":100000", false);
    guest_expects_start(&c, "{\"end\":false,\"fault\":{\"error\":{\"where\":\"s.lua:1\","
                            "\"id\":\"SANDBOX_STEPS\",\"with\":[\"100000\"");
    guest_close(&c);
    guest_start_with(&c, "local t = {} for i = 1, 1e6 do t[i] = ('x'):rep(100) .. i end", "[]",
                     "\"memory\":2097152,\"ms\":5000,\"steps\":50000000", false);
    guest_expects_start(&c, "{\"end\":false,\"fault\":{\"error\":{\"where\":\"");
    assert_non_null(strstr(c.message.bytes, "\"id\":\"SANDBOX_MEMORY\",\"with\":[\"2097152\""));
    guest_close(&c);
}

static void test_script_guest__a_limit_is_not_swallowed(void **state)
{
    struct guest_case c;
    (void)state;
    guest_start_with(&c, "while true do pcall(function() while true do end end) end", "[]",
                     "\"memory\":33554432,\"ms\":5000,\"steps\":100000", false);
    guest_expects_start(&c, "{\"end\":false,\"fault\":");
    guest_close(&c);
}

/* ---- the environment ---- */

static void test_script_guest__arguments_and_words_are_there(void **state)
{
    struct guest_case c;
    (void)state;
    guest_start_with(&c, "print(arg[0], #arg, arg[1], arg[2], language, spbe.today())",
                     "[\"a b\",\"--x=é\"]", guest_usual, false);
    guest_expects(&c, "{\"print\":\"s.lua\\t2\\ta b\\t--x=é\\ten\\t2026-11-22\\n\"}");
    guest_expects(&c, guest_good_end);
    guest_close(&c);
}

static void test_script_guest__sentences_are_in_the_reader_s_language(void **state)
{
    struct guest_case c;
    (void)state;
    guest_start(&c, "print(select(2, pcall(function() return os end)))");
    guest_expects_start(&c, "{\"print\":\"s.lua:1: cannot use 'os' here");
    guest_expects(&c, guest_good_end);
    guest_close(&c);
}

/* ---- the prompt ---- */

/* A line that is typed, and what comes of it. */
static void types(struct guest_case *c, const char *line, const char *print, const char *end)
{
    struct text message = TEXT_EMPTY;
    text_add(&message, "{\"line\":");
    text_add_json(&message, line);
    text_add_byte(&message, '}');
    guest_says(c, message.bytes);
    text_release(&message);
    if (print != NULL) {
        guest_expects(c, print);
    }
    guest_expects_start(c, end);
}

static void test_script_guest__the_prompt_shows_values_and_keeps_names(void **state)
{
    struct guest_case c;
    (void)state;
    guest_start_with(&c, "", "[]", guest_usual, true);
    types(&c, "1 + 1", "{\"print\":\"2\\n\"}", guest_good_end);
    types(&c, "x = 20", NULL, guest_good_end);
    types(&c, "x, x * 2", "{\"print\":\"20\\t40\\n\"}", guest_good_end);
    types(&c, "{ b = 1, a = { x } }", "{\"print\":\"{\\\"a\\\":[20],\\\"b\\\":1}\\n\"}",
          guest_good_end);
    types(&c, "nil", "{\"print\":\"nil\\n\"}", guest_good_end);
    types(&c, "", NULL, guest_good_end);
    types(&c, "local y = 5", NULL, guest_good_end);
    types(&c, "y", NULL, "{\"end\":false,\"fault\":{\"error\":{\"where\":\"-:1\"");
    types(&c, "function f(n) return n + x end", NULL, guest_good_end);
    types(&c, "f(1)", "{\"print\":\"21\\n\"}", guest_good_end);
    types(&c, "spbe.exit(1)", NULL, "{\"end\":true,\"status\":1}");
    guest_close(&c);
}

static void test_script_guest__the_prompt_waits_for_the_rest(void **state)
{
    struct guest_case c;
    (void)state;
    guest_start_with(&c, "", "[]", guest_usual, true);
    types(&c, "for i = 1, 2 do", NULL, "{\"more\":true}");
    types(&c, "  print(i)", NULL, "{\"more\":true}");
    types(&c, "end", "{\"print\":\"1\\n2\\n\"}", guest_good_end);
    types(&c, "1 +", NULL, "{\"more\":true}");
    types(&c, "2", "{\"print\":\"3\\n\"}", guest_good_end);
    types(&c, "x = = 2", NULL, "{\"end\":false,\"fault\":");
    types(&c, "x = 'a", NULL, "{\"end\":false,\"fault\":");
    types(&c, "x = [[a", NULL, "{\"more\":true}");
    types(&c, "b]]", NULL, guest_good_end);
    types(&c, "#x", "{\"print\":\"3\\n\"}", guest_good_end);
    guest_close(&c);
}

static void test_script_guest__the_prompt_outlives_what_fails(void **state)
{
    struct guest_case c;
    (void)state;
    guest_start_with(&c, "", "[]", "\"memory\":33554432,\"ms\":5000,\"steps\":1000000", true);
    types(&c, "x = 1", NULL, guest_good_end);
    types(&c, "error('aduh')", NULL, "{\"end\":false,\"fault\":");
    types(&c, "while true do end", NULL, "{\"end\":false,\"fault\":");
    types(&c, "t = {} for i = 1, 1e7 do t[i] = ('x'):rep(9000) .. i end", NULL,
          "{\"end\":false,\"fault\":");
    types(&c, "t = nil", NULL, "{\"end\":");
    types(&c, "spbe.fail('x')", NULL, "{\"end\":false,\"fault\":");
    types(&c, "x", "{\"print\":\"1\\n\"}", guest_good_end);
    guest_close(&c);
}

/* ---- a parent that makes no sense ---- */

static void test_script_guest__answers_without_sense_end_the_script(void **state)
{
    static const char *const answers[] = {"",
                                          "null",
                                          "{}",
                                          "[1]",
                                          "{\"value\":1,\"error\":\"x\"}",
                                          "{\"value\":{\"a\":}}",
                                          "{\"value\":1} x",
                                          "{\"error\":5}"};
    (void)state;
    for (size_t i = 0; i < sizeof answers / sizeof answers[0]; i++) {
        struct guest_case c;
        guest_start(&c, "pcall(spbe.packs) spbe.packs()");
        guest_expects_start(&c, "{\"call\":");
        guest_says(&c, answers[i]);
        struct error err = {.kind = ERROR_NONE};
        bool more = worker_receive(c.worker, &c.message, &err);
        assert_true(!more || strstr(c.message.bytes, "\"end\":false") != NULL ||
                    strncmp(c.message.bytes, "{\"call\":", 8) == 0);
        guest_close(&c);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_script_guest__prints_come_in_one_piece),
        cmocka_unit_test(test_script_guest__prints_come_before_calls_and_ends),
        cmocka_unit_test(test_script_guest__long_prints_end_between_characters),
        cmocka_unit_test(test_script_guest__bytes_that_are_no_text_become_marks),
        cmocka_unit_test(test_script_guest__arguments_travel_by_their_letters),
        cmocka_unit_test(test_script_guest__what_does_not_fit_its_letter_is_refused_at_its_line),
        cmocka_unit_test(test_script_guest__answers_become_values),
        cmocka_unit_test(test_script_guest__failures_are_raised_and_can_be_caught),
        cmocka_unit_test(test_script_guest__an_error_of_its_own_is_no_failed_call),
        cmocka_unit_test(test_script_guest__handles_travel_by_their_number),
        cmocka_unit_test(test_script_guest__methods_want_their_own_handle),
        cmocka_unit_test(test_script_guest__walks_ask_page_by_page),
        cmocka_unit_test(test_script_guest__walks_can_fail_and_be_left),
        cmocka_unit_test(test_script_guest__ends_are_told),
        cmocka_unit_test(test_script_guest__faults_name_line_and_kind),
        cmocka_unit_test(test_script_guest__budgets_come_with_the_start),
        cmocka_unit_test(test_script_guest__a_limit_is_not_swallowed),
        cmocka_unit_test(test_script_guest__arguments_and_words_are_there),
        cmocka_unit_test(test_script_guest__sentences_are_in_the_reader_s_language),
        cmocka_unit_test(test_script_guest__the_prompt_shows_values_and_keeps_names),
        cmocka_unit_test(test_script_guest__the_prompt_waits_for_the_rest),
        cmocka_unit_test(test_script_guest__the_prompt_outlives_what_fails),
        cmocka_unit_test(test_script_guest__answers_without_sense_end_the_script),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
