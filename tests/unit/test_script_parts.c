/* script_include, script_draw: files and drawings of a script, message by message, as its worker sends them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "drawing.h"
#include "limit.h"
#include "script_api.h"
#include "support_guest.h"
#include "worker.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Opens a workbook as `number`, and takes the message that asks for it. */
static void opens(struct guest_case *c, const char *file, int number)
{
    char wanted[128];
    snprintf(wanted, sizeof wanted, "{\"call\":%d,\"with\":[\"%s\",null]}", SCRIPT_WORKBOOK, file);
    guest_expects(c, wanted);
    snprintf(wanted, sizeof wanted, "{\"value\":%d}", number);
    guest_says(c, wanted);
}

/* ---- files ---- */

/* A file is asked for by the name that was written, runs once, and gives what it returns. */
static void test_script_parts__a_file_runs_once(void **state)
{
    struct guest_case c;
    (void)state;
    guest_start(&c, "print(include('a.lua'), include('./a.lua'), include('b.lua'))");
    guest_expects(&c, "{\"include\":\"a.lua\"}");
    guest_says(
        &c, "{\"value\":{\"number\":1,\"name\":\"a.lua\",\"source\":\"print('runs') return 7\"}}");
    guest_expects(&c, "{\"print\":\"runs\\n\"}");
    guest_expects(&c, "{\"include\":\"./a.lua\"}");
    guest_says(
        &c, "{\"value\":{\"number\":1,\"name\":\"a.lua\",\"source\":\"print('runs') return 7\"}}");
    guest_expects(&c, "{\"include\":\"b.lua\"}");
    guest_says(&c, "{\"value\":{\"number\":2,\"name\":\"b.lua\",\"source\":\"\"}}");
    guest_expects(&c, "{\"print\":\"7\\t7\\tnil\\n\"}");
    guest_expects(&c, guest_good_end);
    guest_close(&c);
}

/* A file that includes itself ends there, at its own line; one that failed may be tried again. */
static void test_script_parts__cycles_end_and_failures_do_not(void **state)
{
    struct guest_case c;
    (void)state;
    guest_start(&c, "include('a.lua')");
    guest_expects(&c, "{\"include\":\"a.lua\"}");
    guest_says(
        &c, "{\"value\":{\"number\":1,\"name\":\"a.lua\",\"source\":\"\\n\\ninclude('a.lua')\"}}");
    guest_expects(&c, "{\"include\":\"a.lua\"}");
    guest_says(
        &c, "{\"value\":{\"number\":1,\"name\":\"a.lua\",\"source\":\"\\n\\ninclude('a.lua')\"}}");
    guest_expects_start(
        &c, "{\"end\":false,\"fault\":{\"error\":{\"where\":\"a.lua:3\",\"id\":\"TEMPLATE_CYCLE\"");
    guest_close(&c);
    guest_start(&c, "print(pcall(include, 'a.lua')) print(pcall(include, 'a.lua'))");
    for (int i = 0; i < 2; i++) {
        if (i > 0) {
            guest_expects(&c, "{\"print\":\"false\\ta.lua:1: oh\\n\"}");
        }
        guest_expects(&c, "{\"include\":\"a.lua\"}");
        guest_says(&c, "{\"value\":{\"number\":1,\"name\":\"a.lua\",\"source\":\"error('oh')\"}}");
    }
    guest_expects(&c, "{\"print\":\"false\\ta.lua:1: oh\\n\"}");
    guest_expects(&c, guest_good_end);
    guest_close(&c);
}

/* What the program refuses can be caught; what is no file of a script is refused before it is asked. */
static void test_script_parts__refusals_are_raised_at_the_line(void **state)
{
    struct guest_case c;
    (void)state;
    guest_start(&c, "\ninclude('x.lua')");
    guest_expects(&c, "{\"include\":\"x.lua\"}");
    guest_says(&c, "{\"error\":\"no such file\"}");
    guest_expects(&c, "{\"end\":false,\"failed\":\"s.lua:2\"}");
    guest_close(&c);
    guest_check_fault("include(5)", "s.lua:1", "TEMPLATE_ARGUMENT");
    guest_check_fault("include('')", "s.lua:1", "TEMPLATE_ARGUMENT");
    guest_check_fault("include(('x'):rep(128))", "s.lua:1", "TEMPLATE_ARGUMENT");
    guest_check_fault("include('a\\0b.lua')", "s.lua:1", "TEMPLATE_ARGUMENT");
    guest_check_fault("include('\\255.lua')", "s.lua:1", "TEMPLATE_ARGUMENT");
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
        guest_start(&c, "include('a.lua')");
        guest_expects(&c, "{\"include\":\"a.lua\"}");
        guest_says(&c, answers[i]);
        guest_expects_start(
            &c, "{\"end\":false,\"fault\":{\"error\":{\"where\":\"\",\"id\":\"WORKER_REQUEST\"");
        guest_close(&c);
    }
}

/* ---- drawings ---- */

/* Commands are gathered, sent with their places before the workbook is closed, and behind what was printed. */
static void test_script_parts__commands_go_out_in_batches(void **state)
{
    struct guest_case c;
    char wanted[256];
    (void)state;
    guest_start(&c, "local b = spbe.workbook('a.xlsx')\nlocal s = b:sheet('A')\nprint('drawn')\n"
                    "s:text(1, 2, 'x')\nb:close()");
    opens(&c, "a.xlsx", 5);
    guest_expects(&c, "{\"print\":\"drawn\\n\"}");
    snprintf(wanted, sizeof wanted, "{\"book\":5,\"draw\":[[%d,2,\"A\"],[%d,4,0,1,2,\"x\",null]]}",
             DRAW_SHEET, DRAW_TEXT);
    guest_expects(&c, wanted);
    guest_says(&c, "{\"value\":null}");
    snprintf(wanted, sizeof wanted, "{\"call\":%d,\"with\":[{\"open\":5}]}", SCRIPT_WORKBOOK_CLOSE);
    guest_expects(&c, wanted);
    guest_says(&c, "{\"value\":null}");
    guest_expects(&c, guest_good_end);
    guest_close(&c);
}

/* Two workbooks at once: each batch is of one, and sheets are counted for each. */
static void test_script_parts__workbooks_are_kept_apart(void **state)
{
    struct guest_case c;
    char wanted[256];
    (void)state;
    guest_start(
        &c, "local a, b = spbe.workbook('a.xlsx'), spbe.workbook('b.html')\n"
            "local one, two = a:sheet('A'), b:sheet('B')\ntwo:number(1, 1, 3) one:number(1, 1, 4)");
    opens(&c, "a.xlsx", 0);
    opens(&c, "b.html", 65);
    snprintf(wanted, sizeof wanted, "{\"book\":0,\"draw\":[[%d,2,\"A\"]]}", DRAW_SHEET);
    guest_expects(&c, wanted);
    guest_says(&c, "{\"value\":null}");
    snprintf(wanted, sizeof wanted, "{\"book\":65,\"draw\":[[%d,2,\"B\"],[%d,3,0,1,1,3,null]]}",
             DRAW_SHEET, DRAW_NUMBER);
    guest_expects(&c, wanted);
    guest_says(&c, "{\"error\":\"s.lua:2: no\"}");
    guest_expects(&c, "{\"end\":false,\"failed\":\"s.lua:3\"}");
    guest_close(&c);
}

/* A long drawing does not wait for its end. */
static void test_script_parts__a_long_drawing_streams(void **state)
{
    struct guest_case c;
    (void)state;
    guest_start(&c, "local s = spbe.workbook('a.xlsx'):sheet('A')\n"
                    "for i = 1, 2000 do s:text(i, 1, 'a text of some length') end");
    opens(&c, "a.xlsx", 0);
    for (int i = 0; i < 5; i++) {
        guest_expects_start(&c, "{\"book\":0,\"draw\":[[");
        assert_true(c.message.length > 16000 && c.message.length < 20000);
        guest_says(&c, "{\"value\":null}");
    }
    guest_expects(&c, guest_good_end); /* it was not closed: the rest is not worth sending */
    guest_close(&c);
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
        guest_start(&c, source);
        opens(&c, "a.xlsx", 0);
        snprintf(wanted, sizeof wanted,
                 "{\"end\":false,\"fault\":{\"error\":{\"where\":\"s.lua:3\",\"id\":\"%s",
                 cases[i].id);
        guest_expects_start(&c, wanted);
        guest_close(&c);
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
