/* script_run against a worker that was taken over: whatever it sends, the program does no more than the table of calls
 * allows, tells one sentence, and goes on living.
 *
 * The worker of this test is no Lua: what stands as the script are the messages that it sends, one a line. A line that
 * begins with "?" is sent without it, and the answer is then sent back as something to print. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "guest.h"
#include "json.h"
#include "limit.h"
#include "script_api.h"
#include "script_run.h"

#include "drawing.h"
#include "file.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- the worker ---- */

/* The text of "source" in the first message. */
static bool find_source(const struct text *message, struct arena *arena, struct json_text *source)
{
    struct json json;
    struct json_text key;
    json_open(&json, message->bytes, message->length, arena, NULL);
    json.value_limit = SIZE_MAX;
    json_object(&json);
    while (json_key(&json, &key)) {
        if (json_is(&key, "source")) {
            return json_string(&json, source);
        }
        json_skip(&json, NULL);
    }
    return false;
}

/* Sends a line; what comes back for a question is printed. */
static void send_line(const char *line, size_t length)
{
    struct text answer = TEXT_EMPTY;
    struct text print = TEXT_EMPTY;
    bool asks = length > 0 && line[0] == '?';
    guest_send(line + asks, length - asks);
    if (asks && guest_receive(&answer)) {
        text_add(&print, "{\"print\":");
        text_append_json(&print, answer.bytes, answer.length);
        text_add_byte(&print, '}');
        guest_send(print.bytes, print.length);
    }
    text_release(&answer);
    text_release(&print);
}

static void forge(void)
{
    struct text message = TEXT_EMPTY;
    struct arena arena = ARENA_EMPTY;
    struct json_text source = {NULL, 0};
    if (!guest_receive(&message) || !find_source(&message, &arena, &source)) {
        return;
    }
    for (size_t at = 0; at < source.length;) {
        const char *end = memchr(source.bytes + at, '\n', source.length - at);
        size_t length = end == NULL ? source.length - at : (size_t)(end - source.bytes) - at;
        send_line(source.bytes + at, length);
        at += length + 1;
    }
    while (guest_receive(&message)) {
    }
}

/* Before the other roles of a test program are looked at. */
__attribute__((constructor(101))) static void become_forger(int argc, char **argv)
{
    static const struct guest_role roles[] = {{"script", forge, 60, NULL, 0},
                                              {NULL, NULL, 0, NULL, 0}};
    if (argc == 3 && strcmp(argv[1], "--worker") == 0 && strcmp(argv[2], "script") == 0) {
        guest_main("script", roles);
    }
}

/* ---- the program's side ---- */

static char home[64];

static int set_up(void **state)
{
    (void)state;
    snprintf(home, sizeof home, "/tmp/spbe-forge-XXXXXX");
    return mkdtemp(home) != NULL && chdir(home) == 0 && mkdir("boleh", 0700) == 0 ? 0 : 1;
}

static int tear_down(void **state)
{
    char command[96];
    (void)state;
    snprintf(command, sizeof command, "rm -rf '%s'", home);
    return chdir("/") == 0 && system(command) == 0 ? 0 : 1;
}

/* What one run printed, gave back, and failed with. */
struct outcome {
    char out[8192];
    int status;
    struct error err;
};

/* Runs messages; its output goes through a file. */
static void run_messages(const char *messages, struct outcome *outcome)
{
    static const char *const folders[] = {"boleh", NULL};
    static char *const none[] = {NULL};
    struct call call = {.as = "Siti"};
    struct script_order order = {.call = &call,
                                 .path = "s.lua",
                                 .arguments = none,
                                 .folders = folders,
                                 .seconds = 2,
                                 .mebibytes = 16,
                                 .today = "2026-11-22"};
    FILE *file = fopen("s.lua", "w");
    assert_non_null(file);
    fputs(messages, file);
    fclose(file);
    *outcome = (struct outcome){.status = -1};
    fflush(stdout);
    int before = dup(STDOUT_FILENO);
    int to = open("out", O_CREAT | O_TRUNC | O_RDWR, 0600);
    dup2(to, STDOUT_FILENO);
    outcome->status = script_run(&order, &outcome->err);
    fflush(stdout);
    dup2(before, STDOUT_FILENO);
    close(before);
    ssize_t length = pread(to, outcome->out, sizeof outcome->out - 1, 0);
    outcome->out[length > 0 ? length : 0] = '\0';
    close(to);
}

/* The messages end the run with this row. */
static void check_end(const char *messages, const char *id)
{
    struct outcome outcome;
    run_messages(messages, &outcome);
    if (outcome.err.id == NULL || strcmp(outcome.err.id, id) != 0) {
        fail_msg("%s: %s, wanted %s", messages,
                 outcome.err.id == NULL ? "all is well" : outcome.err.id, id);
    }
}

static void test_script_run__messages_without_sense_end_the_run(void **state)
{
    static const char *const messages[] = {
        "x",
        "{}",
        "[]",
        "null",
        "\"end\"",
        "{\"end\":1}",
        "{\"end\":\"true\"}",
        "{\"end\":true",
        "{\"end\":true} {}",
        "{\"nix\":1}",
        "{\"print\":5}",
        "{\"print\":[\"a\"]}",
        "{\"print\":null}",
        "{\"call\":0}",
        "{\"call\":-1,\"with\":[]}",
        "{\"call\":100000,\"with\":[]}",
        "{\"call\":\"read\",\"with\":[]}",
        "{\"call\":1.5,\"with\":[]}",
        "{\"with\":[\"a\"],\"call\":0}",
        "{\"call\":0,\"with\":[]}",
        "{\"call\":0,\"with\":[1]}",
        "{\"call\":0,\"with\":[\"a\",\"b\"]}",
        "{\"call\":0,\"with\":{\"a\":1}}",
        "{\"call\":0,\"with\":\"a\"}",
        "{\"next\":-1}",
        "{\"next\":9223372036854775808}",
        "{\"book\":0}",
        "{\"book\":-1,\"draw\":[]}",
        "{\"draw\":[],\"book\":0}",
        "{\"include\":5}",
        "{\"include\":null}",
        "{\"next\":\"0\"}",
        "{\"end\":true,\"status\":8}",
        "{\"end\":true,\"status\":-1}",
        "{\"end\":false}",
        "{\"end\":false,\"failed\":\"s.lua:1\"}",
        "{\"end\":false,\"fault\":{}}",
        "{\"end\":false,\"fault\":5}",
        "{\"end\":false,\"fault\":{\"error\":{\"where\":\"\",\"id\":\"NIX\",\"with\":[\"\",\"\"]}}"
        "}",
        "{\"end\":false,\"fault\":{\"error\":{\"where\":\"\",\"id\":\"FILE_OPEN\",\"with\":[\"\","
        "\"\"]}}}",
        "{\"error\":{}}",
        "{\"error\":5}",
        "{\"end\":true,\"end\":true,\"nix\":1}",
        "{\"print\":\"\\ud800\"}",
        "{\"print\":\"a\\u0000b\"}",
        "",
    };
    (void)state;
    for (size_t i = 0; i < sizeof messages / sizeof messages[0]; i++) {
        struct text line = TEXT_EMPTY;
        text_format(&line, "%s\n", messages[i]);
        check_end(line.bytes, "WORKER_ANSWER");
        text_release(&line);
    }
}

/* One call, and the answer to it. */
static void check_answer(enum script_number number, const char *with, const char *part)
{
    struct outcome outcome;
    struct text messages = TEXT_EMPTY;
    text_format(&messages, "?{\"call\":%d,\"with\":[%s]}\n{\"end\":true}\n", (int)number, with);
    run_messages(messages.bytes, &outcome);
    assert_false(error_is_set(&outcome.err));
    assert_int_equal(outcome.status, 0);
    if (strstr(outcome.out, part) == NULL) {
        fail_msg("%s: %s, wanted %s", messages.bytes, outcome.out, part);
    }
    text_release(&messages);
}

/* Files that were not allowed stay out of reach of a worker that needs no Lua. */
static void test_script_run__calls_reach_no_further_than_a_script(void **state)
{
    (void)state;
    check_answer(SCRIPT_READ, "\"/etc/passwd\"", "{\"error\":\"/etc/passwd: ");
    check_answer(SCRIPT_READ, "\"boleh/../s.lua\"", "{\"error\":");
    check_answer(SCRIPT_READ, "\"-\"", "{\"error\":");
    check_answer(SCRIPT_WRITE, "\"/tmp/x\",\"y\"", "{\"error\":");
    check_answer(SCRIPT_WRITE, "\"s.lua\",\"y\"", "{\"error\":");
    check_answer(SCRIPT_WRITE, "\"boleh/a.txt\",\"y\"", "{\"value\":null}");
    check_answer(SCRIPT_READ, "\"boleh/a.txt\"", "{\"value\":\"y\"}");
    check_answer(SCRIPT_FILES, "\"/\",null", "{\"error\":");
    check_answer(SCRIPT_FILES, "\"boleh\",null", "{\"value\":[\"boleh/a.txt\"]}");
    check_answer(SCRIPT_EXISTS, "\"/etc/passwd\"", "{\"value\":false}");
    check_answer(SCRIPT_OPEN, "\"/etc/passwd\"", "{\"error\":");
    check_answer(SCRIPT_OUTPUT, "\"../x\"", "{\"error\":");
    check_answer(SCRIPT_RULES, "\"/etc\",null", "{\"error\":");
    check_answer(SCRIPT_DRAW, "\"boleh/x.xlsx\",\"/etc/x.lua\",{},null", "{\"error\":");
    check_answer(SCRIPT_REPORT, "{\"document\":{}},\"boleh/x.xlsx\",null", "{\"error\":");
}

/* Handles that were never given lead nowhere, of whatever kind they pretend to be. */
static void test_script_run__handles_cannot_be_made_up(void **state)
{
    static const char *const handles[] = {
        "{\"open\":0}", "{\"open\":63}",    "{\"open\":64}",    "{\"open\":-1}",
        "{}",           "{\"open\":\"0\"}", "{\"open\":1e300}", "{\"file\":\"/etc/passwd\"}"};
    (void)state;
    for (size_t i = 0; i < sizeof handles / sizeof handles[0]; i++) {
        struct text with = TEXT_EMPTY;
        text_format(&with, "%s,\"I01\",\"3\",null", handles[i]);
        check_answer(SCRIPT_CLAIM, with.bytes, "{\"error\":");
        text_clear(&with);
        text_format(&with, "%s,\"x\"", handles[i]);
        check_answer(SCRIPT_OUTPUT_WRITE, with.bytes, "{\"error\":");
        check_answer(SCRIPT_CLOSE, handles[i], "{\"error\":");
        text_clear(&with);
        text_format(&with, "%s,null", handles[i]);
        check_answer(SCRIPT_EVALUATE, with.bytes, "{\"error\":");
        text_release(&with);
    }
}

/* A number is given once: what was closed cannot be reached through what came into its place. */
static void test_script_run__numbers_are_not_given_again(void **state)
{
    struct outcome outcome;
    struct text messages = TEXT_EMPTY;
    (void)state;
    text_format(&messages,
                "?{\"call\":%d,\"with\":[\"boleh/o.txt\"]}\n"
                "?{\"call\":%d,\"with\":[{\"open\":0}]}\n"
                "?{\"call\":%d,\"with\":[\"boleh/p.txt\"]}\n"
                "?{\"call\":%d,\"with\":[{\"open\":0},\"x\"]}\n"
                "?{\"call\":%d,\"with\":[{\"open\":64},\"x\"]}\n"
                "{\"end\":true}\n",
                SCRIPT_OUTPUT, SCRIPT_OUTPUT_CLOSE, SCRIPT_OUTPUT, SCRIPT_OUTPUT_WRITE,
                SCRIPT_OUTPUT_WRITE);
    run_messages(messages.bytes, &outcome);
    text_release(&messages);
    assert_non_null(strstr(outcome.out, "{\"value\":64}{\"error\":"));
    assert_non_null(strstr(outcome.out, "}{\"value\":null}"));
}

/* A worker that draws: only in what it opened, only commands that exist; a file appears when it is closed. */
static void test_script_run__drawings_are_checked(void **state)
{
    static const char *const bad[] = {"5", "{}", "[5]", "[[99,0]]", "[[\"a\",0]]", "[[3,0,0,1,1]]"};
    struct outcome outcome;
    struct text messages = TEXT_EMPTY;
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        text_clear(&messages);
        text_format(&messages,
                    "?{\"call\":%d,\"with\":[\"boleh/x.xlsx\",null]}\n{\"book\":0,\"draw\":%s}\n",
                    SCRIPT_WORKBOOK, bad[i]);
        check_end(messages.bytes, "WORKER_ANSWER");
        assert_int_equal(access("boleh/x.xlsx", F_OK), -1);
    }
    text_clear(&messages);
    text_format(&messages,
                "?{\"book\":0,\"draw\":[]}\n"
                "?{\"call\":%d,\"with\":[\"boleh/x.xlsx\",{\"year\":2024}]}\n"
                "?{\"book\":0,\"draw\":[[%d,5,\"A\"],[%d,6,0,1,1,\"x\",null]]}\n"
                "?{\"call\":%d,\"with\":[{\"open\":0}]}\n"
                "?{\"book\":0,\"draw\":[]}\n"
                "{\"end\":true}\n",
                SCRIPT_WORKBOOK, DRAW_SHEET, DRAW_TEXT, SCRIPT_WORKBOOK_CLOSE);
    run_messages(messages.bytes, &outcome);
    text_release(&messages);
    assert_false(error_is_set(&outcome.err));
    assert_int_equal(strncmp(outcome.out, "{\"error\":", 9), 0);
    assert_non_null(
        strstr(outcome.out, "}{\"value\":0}{\"value\":null}{\"value\":null}{\"error\":"));
    assert_int_equal(access("boleh/x.xlsx", F_OK), 0);
}

/* A worker that asks for files gets Lua from beside the script, and what was allowed; each has one number. */
static void test_script_run__files_are_given_from_beside_the_script(void **state)
{
    static const char *const refused[] = {"/etc/passwd",       "../x.lua", "",     ".lua",
                                          "boleh/../../x.lua", "nix.lua",  "boleh"};
    struct outcome outcome;
    struct error err = {.kind = ERROR_NONE};
    (void)state;
    assert_true(file_write("boleh/b.lua", "return 1", 8, &err));
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
        struct text messages = TEXT_EMPTY;
        text_format(&messages, "?{\"include\":\"%s\"}\n{\"end\":true}\n", refused[i]);
        run_messages(messages.bytes, &outcome);
        text_release(&messages);
        assert_int_equal(strncmp(outcome.out, "{\"error\":", 9), 0);
    }
    run_messages("?{\"include\":\"boleh/b.lua\"}\n?{\"include\":\"./boleh/../boleh/b.lua\"}\n"
                 "?{\"include\":\"s.lua\"}\n{\"end\":true}\n",
                 &outcome);
    assert_non_null(strstr(
        outcome.out, "{\"value\":{\"number\":1,\"name\":\"boleh/b.lua\",\"source\":\"return 1\"}}"
                     "{\"value\":{\"number\":1,"));
    assert_non_null(strstr(outcome.out, "}{\"value\":{\"number\":0,\"name\":\"s.lua\""));
}

/* What is open as one kind is not taken for another. */
static void test_script_run__kinds_are_not_mixed(void **state)
{
    struct outcome outcome;
    struct text messages = TEXT_EMPTY;
    (void)state;
    text_format(&messages,
                "?{\"call\":%d,\"with\":[\"boleh/o.txt\"]}\n"
                "?{\"call\":%d,\"with\":[{\"open\":0},\"I01\",\"3\",null]}\n"
                "?{\"next\":0}\n"
                "?{\"call\":%d,\"with\":[{\"open\":0}]}\n"
                "?{\"call\":%d,\"with\":[{\"open\":0}]}\n"
                "?{\"next\":5}\n"
                "{\"end\":true,\"status\":4}\n",
                SCRIPT_OUTPUT, SCRIPT_CLAIM, SCRIPT_CLOSE, SCRIPT_OUTPUT_CLOSE);
    run_messages(messages.bytes, &outcome);
    text_release(&messages);
    assert_false(error_is_set(&outcome.err));
    assert_int_equal(outcome.status, 4);
    assert_int_equal(strncmp(outcome.out, "{\"value\":0}{\"error\":", 20), 0);
    assert_non_null(strstr(outcome.out, "}{\"value\":null}{\"error\":"));
}

/* What is said is one line without anything that moves a terminal. */
static void test_script_run__sentences_are_made_safe(void **state)
{
    struct outcome outcome;
    (void)state;
    run_messages("{\"end\":false,\"said\":\"a\\u001b[2Jb\\nc\"}\n", &outcome);
    assert_string_equal(outcome.err.id, "SCRIPT_SAID");
    assert_int_equal(outcome.err.kind, ERROR_INPUT);
    assert_null(strchr(outcome.err.message, '\033'));
    assert_null(strchr(outcome.err.message, '\n'));
    run_messages("?{\"call\":0,\"with\":[\"nix\"]}\n{\"end\":false,\"failed\":\"a\\u001b:1\"}\n",
                 &outcome);
    assert_string_equal(outcome.err.id, "SCRIPT_FILE");
    assert_null(strchr(outcome.err.where, '\033'));
}

static void test_script_run__limits_have_their_status(void **state)
{
    struct outcome outcome;
    (void)state;
    run_messages(
        "{\"end\":false,\"fault\":{\"error\":{\"where\":\"s.lua:3\",\"id\":\"SANDBOX_STEPS\","
        "\"with\":[\"5\",\"\"]}}}\n",
        &outcome);
    assert_string_equal(outcome.err.id, "SANDBOX_STEPS");
    assert_int_equal(outcome.err.kind, ERROR_LIMIT);
    assert_string_equal(outcome.err.where, "s.lua:3");
    run_messages(
        "{\"end\":false,\"fault\":{\"error\":{\"where\":\"s.lua:3\",\"id\":\"SANDBOX_RUN\","
        "\"with\":[\"x\",\"\"]}}}\n",
        &outcome);
    assert_int_equal(outcome.err.kind, ERROR_PACK);
}

/* Nothing of an unfinished output stays, however the run ends. */
static void test_script_run__unfinished_outputs_are_not_there(void **state)
{
    struct outcome outcome;
    struct text messages = TEXT_EMPTY;
    (void)state;
    text_format(&messages,
                "?{\"call\":%d,\"with\":[\"boleh/u.txt\"]}\n"
                "?{\"call\":%d,\"with\":[{\"open\":0},\"isi\"]}\nkacau\n",
                SCRIPT_OUTPUT, SCRIPT_OUTPUT_WRITE);
    run_messages(messages.bytes, &outcome);
    text_release(&messages);
    assert_string_equal(outcome.err.id, "WORKER_ANSWER");
    assert_int_not_equal(access("boleh/u.txt", F_OK), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_script_run__messages_without_sense_end_the_run),
        cmocka_unit_test(test_script_run__calls_reach_no_further_than_a_script),
        cmocka_unit_test(test_script_run__handles_cannot_be_made_up),
        cmocka_unit_test(test_script_run__numbers_are_not_given_again),
        cmocka_unit_test(test_script_run__drawings_are_checked),
        cmocka_unit_test(test_script_run__files_are_given_from_beside_the_script),
        cmocka_unit_test(test_script_run__kinds_are_not_mixed),
        cmocka_unit_test(test_script_run__sentences_are_made_safe),
        cmocka_unit_test(test_script_run__limits_have_their_status),
        cmocka_unit_test(test_script_run__unfinished_outputs_are_not_there),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
