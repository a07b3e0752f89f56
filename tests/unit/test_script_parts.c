/* script_include, script_draw: files and drawings of a script, message by message, as its worker sends them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "drawing.h"
#include "limit.h"
#include "script_api.h"
#include "worker.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A worker that runs a script, and its last message. */
struct guest_case {
    struct worker *worker;
    struct text message;
};

/* Starts a script with these arguments (a JSON list), budgets, and perhaps the prompt. */
static void start_with(struct guest_case *c, const char *source, const char *arguments,
                       const char *budget, bool prompt)
{
    struct error err = {.kind = ERROR_NONE};
    struct text start = TEXT_EMPTY;
    *c = (struct guest_case){.worker = worker_start("script", "", ERROR_PACK, &err),
                             .message = TEXT_EMPTY};
    assert_non_null(c->worker);
    worker_allow(c->worker, 20000);
    text_add(&start, "{\"file\":\"s.lua\",\"source\":");
    text_add_json(&start, source);
    text_format(&start,
                ",\"language\":\"en\",\"today\":\"2026-11-22\",\"arguments\":%s,%s,"
                "\"prompt\":%s}",
                arguments, budget, prompt ? "true" : "false");
    assert_true(worker_send(c->worker, start.bytes, start.length, &err));
    text_release(&start);
}

static const char usual[] = "\"memory\":33554432,\"ms\":5000,\"steps\":50000000";

static void start(struct guest_case *c, const char *source)
{
    start_with(c, source, "[]", usual, false);
}

static void finish(struct guest_case *c)
{
    worker_close(c->worker);
    text_release(&c->message);
}

/* The next message must be this one. */
static void expects(struct guest_case *c, const char *message)
{
    struct error err = {.kind = ERROR_NONE};
    if (!worker_receive(c->worker, &c->message, &err)) {
        fail_msg("no message, wanted %s: %s", message, err.message);
    }
    assert_string_equal(c->message.bytes, message);
}

/* The next message must begin like this. */
static void expects_start(struct guest_case *c, const char *begin)
{
    struct error err = {.kind = ERROR_NONE};
    if (!worker_receive(c->worker, &c->message, &err)) {
        fail_msg("no message, wanted %s: %s", begin, err.message);
    }
    if (strncmp(c->message.bytes, begin, strlen(begin)) != 0) {
        fail_msg("wanted %s, got %s", begin, c->message.bytes);
    }
}

static void says(struct guest_case *c, const char *message)
{
    struct error err = {.kind = ERROR_NONE};
    assert_true(worker_send(c->worker, message, strlen(message), &err));
}

/* The script ends with this fault at once: its identifier and where. */
static void check_fault(const char *source, const char *where, const char *id)
{
    struct guest_case c;
    struct text wanted = TEXT_EMPTY;
    start(&c, source);
    text_format(&wanted, "{\"end\":false,\"fault\":{\"error\":{\"where\":\"%s\",\"id\":\"%s\",",
                where, id);
    expects_start(&c, wanted.bytes);
    finish(&c);
    text_release(&wanted);
}

static const char good_end[] = "{\"end\":true}";

/* Opens a workbook as `number`, and takes the message that asks for it. */
static void opens(struct guest_case *c, const char *file, int number)
{
    char wanted[128];
    snprintf(wanted, sizeof wanted, "{\"call\":%d,\"with\":[\"%s\",null]}", SCRIPT_WORKBOOK, file);
    expects(c, wanted);
    snprintf(wanted, sizeof wanted, "{\"value\":%d}", number);
    says(c, wanted);
}

/* ---- files ---- */

/* A file is asked for by the name that was written, runs once, and gives what it returns. */
static void test_script_parts__a_file_runs_once(void **state)
{
    struct guest_case c;
    (void)state;
    start(&c, "print(include('a.lua'), include('./a.lua'), include('b.lua'))");
    expects(&c, "{\"include\":\"a.lua\"}");
    says(&c, "{\"value\":{\"number\":1,\"name\":\"a.lua\",\"source\":\"print('runs') return 7\"}}");
    expects(&c, "{\"print\":\"runs\\n\"}");
    expects(&c, "{\"include\":\"./a.lua\"}");
    says(&c, "{\"value\":{\"number\":1,\"name\":\"a.lua\",\"source\":\"print('runs') return 7\"}}");
    expects(&c, "{\"include\":\"b.lua\"}");
    says(&c, "{\"value\":{\"number\":2,\"name\":\"b.lua\",\"source\":\"\"}}");
    expects(&c, "{\"print\":\"7\\t7\\tnil\\n\"}");
    expects(&c, good_end);
    finish(&c);
}

/* A file that includes itself ends there, at its own line; one that failed may be tried again. */
static void test_script_parts__cycles_end_and_failures_do_not(void **state)
{
    struct guest_case c;
    (void)state;
    start(&c, "include('a.lua')");
    expects(&c, "{\"include\":\"a.lua\"}");
    says(&c, "{\"value\":{\"number\":1,\"name\":\"a.lua\",\"source\":\"\\n\\ninclude('a.lua')\"}}");
    expects(&c, "{\"include\":\"a.lua\"}");
    says(&c, "{\"value\":{\"number\":1,\"name\":\"a.lua\",\"source\":\"\\n\\ninclude('a.lua')\"}}");
    expects_start(
        &c, "{\"end\":false,\"fault\":{\"error\":{\"where\":\"a.lua:3\",\"id\":\"TEMPLATE_CYCLE\"");
    finish(&c);
    start(&c, "print(pcall(include, 'a.lua')) print(pcall(include, 'a.lua'))");
    for (int i = 0; i < 2; i++) {
        if (i > 0) {
            expects(&c, "{\"print\":\"false\\ta.lua:1: oh\\n\"}");
        }
        expects(&c, "{\"include\":\"a.lua\"}");
        says(&c, "{\"value\":{\"number\":1,\"name\":\"a.lua\",\"source\":\"error('oh')\"}}");
    }
    expects(&c, "{\"print\":\"false\\ta.lua:1: oh\\n\"}");
    expects(&c, good_end);
    finish(&c);
}

/* What the program refuses can be caught; what is no file of a script is refused before it is asked. */
static void test_script_parts__refusals_are_raised_at_the_line(void **state)
{
    struct guest_case c;
    (void)state;
    start(&c, "\ninclude('x.lua')");
    expects(&c, "{\"include\":\"x.lua\"}");
    says(&c, "{\"error\":\"no such file\"}");
    expects(&c, "{\"end\":false,\"failed\":\"s.lua:2\"}");
    finish(&c);
    check_fault("include(5)", "s.lua:1", "TEMPLATE_ARGUMENT");
    check_fault("include('')", "s.lua:1", "TEMPLATE_ARGUMENT");
    check_fault("include(('x'):rep(128))", "s.lua:1", "TEMPLATE_ARGUMENT");
    check_fault("include('a\\0b.lua')", "s.lua:1", "TEMPLATE_ARGUMENT");
    check_fault("include('\\255.lua')", "s.lua:1", "TEMPLATE_ARGUMENT");
}

/* A program that answers out of order is none: the script ends. */
static void test_script_parts__answers_without_sense_end_it(void **state)
{
    static const char *const answers[] = {
        "{\"value\":5}",
        "{\"value\":{}}",
        "{\"value\":{\"number\":7,\"name\":\"a.lua\",\"source\":\"\"}}",
        "{\"value\":{\"number\":-1,\"name\":\"a.lua\",\"source\":\"\"}}",
        "{\"value\":{\"number\":1,\"source\":\"\"}}",
    };
    (void)state;
    for (size_t i = 0; i < sizeof answers / sizeof answers[0]; i++) {
        struct guest_case c;
        start(&c, "include('a.lua')");
        expects(&c, "{\"include\":\"a.lua\"}");
        says(&c, answers[i]);
        expects_start(
            &c, "{\"end\":false,\"fault\":{\"error\":{\"where\":\"\",\"id\":\"WORKER_REQUEST\"");
        finish(&c);
    }
}

/* ---- drawings ---- */

/* Commands are gathered, sent with their places before the workbook is closed, and behind what was printed. */
static void test_script_parts__commands_go_out_in_batches(void **state)
{
    struct guest_case c;
    char wanted[256];
    (void)state;
    start(&c, "local b = spbe.workbook('a.xlsx')\nlocal s = b:sheet('A')\nprint('drawn')\n"
              "s:text(1, 2, 'x')\nb:close()");
    opens(&c, "a.xlsx", 5);
    expects(&c, "{\"print\":\"drawn\\n\"}");
    snprintf(wanted, sizeof wanted, "{\"book\":5,\"draw\":[[%d,2,\"A\"],[%d,4,0,1,2,\"x\",null]]}",
             DRAW_SHEET, DRAW_TEXT);
    expects(&c, wanted);
    says(&c, "{\"value\":null}");
    snprintf(wanted, sizeof wanted, "{\"call\":%d,\"with\":[{\"open\":5}]}", SCRIPT_WORKBOOK_CLOSE);
    expects(&c, wanted);
    says(&c, "{\"value\":null}");
    expects(&c, good_end);
    finish(&c);
}

/* Two workbooks at once: each batch is of one, and sheets are counted for each. */
static void test_script_parts__workbooks_are_kept_apart(void **state)
{
    struct guest_case c;
    char wanted[256];
    (void)state;
    start(&c,
          "local a, b = spbe.workbook('a.xlsx'), spbe.workbook('b.html')\n"
          "local one, two = a:sheet('A'), b:sheet('B')\ntwo:number(1, 1, 3) one:number(1, 1, 4)");
    opens(&c, "a.xlsx", 0);
    opens(&c, "b.html", 65);
    snprintf(wanted, sizeof wanted, "{\"book\":0,\"draw\":[[%d,2,\"A\"]]}", DRAW_SHEET);
    expects(&c, wanted);
    says(&c, "{\"value\":null}");
    snprintf(wanted, sizeof wanted, "{\"book\":65,\"draw\":[[%d,2,\"B\"],[%d,3,0,1,1,3,null]]}",
             DRAW_SHEET, DRAW_NUMBER);
    expects(&c, wanted);
    says(&c, "{\"error\":\"s.lua:2: no\"}");
    expects(&c, "{\"end\":false,\"failed\":\"s.lua:3\"}");
    finish(&c);
}

/* A long drawing does not wait for its end. */
static void test_script_parts__a_long_drawing_streams(void **state)
{
    struct guest_case c;
    (void)state;
    start(&c, "local s = spbe.workbook('a.xlsx'):sheet('A')\n"
              "for i = 1, 2000 do s:text(i, 1, 'a text of some length') end");
    opens(&c, "a.xlsx", 0);
    for (int i = 0; i < 5; i++) {
        expects_start(&c, "{\"book\":0,\"draw\":[[");
        assert_true(c.message.length > 16000 && c.message.length < 20000);
        says(&c, "{\"value\":null}");
    }
    expects(&c, good_end); /* it was not closed: the rest is not worth sending */
    finish(&c);
}

static void test_script_parts__wrong_commands_are_refused_at_their_line(void **state)
{
    static const struct {
        const char *source, *id;
    } cases[] = {
        {"b:text(1, 1, 'x')", "SANDBOX_UNKNOWN"},
        {"s:txt(1, 1, 'x')", "SANDBOX_UNKNOWN"},
        {"s:text(0, 1, 'x')", "TEMPLATE_"},
        {"s:text(1, 1)", "TEMPLATE_"},
        {"s.text(1, 1, 'x')", "TEMPLATE_"},
        {"b.sheet('B')", "SCRIPT_COLON"},
        {"b:sheet()", "TEMPLATE_"},
        {"s:link(1, 1, b, 1, 1, 'x')", "TEMPLATE_"},
        {"s.x = 1", "SANDBOX_RUN"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct guest_case c;
        char source[200], wanted[160];
        snprintf(source, sizeof source,
                 "local b = spbe.workbook('a.xlsx')\nlocal s = b:sheet('A')\n%s", cases[i].source);
        start(&c, source);
        opens(&c, "a.xlsx", 0);
        snprintf(wanted, sizeof wanted,
                 "{\"end\":false,\"fault\":{\"error\":{\"where\":\"s.lua:3\",\"id\":\"%s",
                 cases[i].id);
        expects_start(&c, wanted);
        finish(&c);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_script_parts__a_file_runs_once),
        cmocka_unit_test(test_script_parts__cycles_end_and_failures_do_not),
        cmocka_unit_test(test_script_parts__refusals_are_raised_at_the_line),
        cmocka_unit_test(test_script_parts__answers_without_sense_end_it),
        cmocka_unit_test(test_script_parts__commands_go_out_in_batches),
        cmocka_unit_test(test_script_parts__workbooks_are_kept_apart),
        cmocka_unit_test(test_script_parts__a_long_drawing_streams),
        cmocka_unit_test(test_script_parts__wrong_commands_are_refused_at_their_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
