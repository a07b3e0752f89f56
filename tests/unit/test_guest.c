/* The child's side alone: how it ends, and that it is bounded before it sees anything foreign. What it may not
 * do then is in test_worker.c and test_pdf_text.c. */
#include "guest.h"

#include "channel.h"
#include "limit.h"
#include "message.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SECONDS = 20, FEWER = 7, MEMORY = 512 << 20 };

/* ---- roles of this test --------------------------------------------------------------------------- */

static void say(const char *words)
{
    guest_send(words, strlen(words));
}

static void echo(void)
{
    struct text message = TEXT_EMPTY;
    while (guest_receive(&message)) {
        guest_send(message.bytes, message.length);
    }
    text_release(&message);
}

/* Sends until the parent has gone. */
static void chatter(void)
{
    for (;;) {
        say("and so on");
    }
}

static void complain(void)
{
    struct fault fault = {0};
    fault_set(&fault, M_SANDBOX_RUN, "domain_1.lua:12", "no", NULL);
    guest_fail(&fault);
}

/* What the process was allowed when its preparation ran. */
static struct rlimit prepared;

static void look_before(void)
{
    getrlimit(RLIMIT_CPU, &prepared);
}

static void tell_limit(void)
{
    char words[32];
    snprintf(words, sizeof words, "%lld before", (long long)prepared.rlim_max);
    say(words);
    echo();
}

static const struct guest_role roles[] = {
    {"echo", echo, SECONDS, NULL, 0},
    {"chatter", chatter, SECONDS, NULL, 0},
    {"complain", complain, SECONDS, NULL, 0},
    {"limits", tell_limit, SECONDS, look_before, MEMORY},
    {NULL, NULL, 0, NULL, 0},
};

/* ---- the other side ------------------------------------------------------------------------------- */

struct child {
    pid_t pid;
    int fd; /* our end of its channel; -1: closed */
};

/* Runs this program again as `argv` says, with a channel as 0 and 1 and `most` seconds of the processor. */
static struct child start(char *const *argv, rlim_t most)
{
    int ends[2];
    assert_true(channel_pair(ends));
    pid_t pid = fork();
    if (pid == 0) {
        struct rlimit limit = {most, most};
        bool ready = setrlimit(RLIMIT_CPU, &limit) == 0 && dup2(ends[1], STDIN_FILENO) == 0 &&
                     dup2(ends[1], STDOUT_FILENO) == 1;
        if (ready) {
            execv("/proc/self/exe", argv);
        }
        _exit(99);
    }
    close(ends[1]);
    return (struct child){pid, ends[0]};
}

static struct child start_role(const char *role)
{
    char name[] = "spbe";
    char option[] = "--worker";
    char copy[32];
    snprintf(copy, sizeof copy, "%s", role);
    char *argv[] = {name, option, copy, NULL};
    return start(argv, 1000);
}

/* Its exit status; -1 when a signal ended it. */
static int end_of(struct child *child)
{
    int status = 0;
    if (child->fd >= 0) {
        close(child->fd);
    }
    assert_int_equal(waitpid(child->pid, &status, 0), child->pid);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void check_says(struct child *child, const char *expected)
{
    struct text answer = TEXT_EMPTY;
    assert_int_equal(channel_receive(child->fd, &answer, NULL), CHANNEL_DONE);
    assert_string_equal(answer.bytes, expected);
    text_release(&answer);
}

/* ---- how it ends ---------------------------------------------------------------------------------- */

static void test_guest__it_ends_well_when_the_parent_has_gone(void **state)
{
    (void)state;
    struct child child = start_role("echo");
    assert_int_equal(channel_send(child.fd, "hello", 5, NULL), CHANNEL_DONE);
    check_says(&child, "hello");
    assert_int_equal(end_of(&child), 0);
}

static void test_guest__an_unknown_role_is_none(void **state)
{
    (void)state;
    static const char *const names[] = {"", "ech", "echoo", "--worker"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        struct child child = start_role(names[i]);
        assert_int_equal(end_of(&child), 2);
    }
}

/* Half a message, or what is none, is not taken for the end of a conversation. */
static void test_guest__a_channel_that_breaks_ends_it(void **state)
{
    (void)state;
    struct child child = start_role("echo");
    assert_int_equal(write(child.fd, "\xff\xff\xff\x7f", 4), 4);
    assert_int_equal(end_of(&child), 4);
    child = start_role("chatter");
    check_says(&child, "and so on");
    /* Nobody listens: a signal or a failed call, never a process that stays. */
    int status = end_of(&child);
    assert_true(status == 4 || status == -1);
}

static void test_guest__a_fault_is_a_message_that_the_parent_can_read(void **state)
{
    (void)state;
    struct fault fault;
    struct text answer = TEXT_EMPTY;
    struct child child = start_role("complain");
    assert_int_equal(channel_receive(child.fd, &answer, NULL), CHANNEL_DONE);
    assert_true(fault_read(answer.bytes, answer.length, &fault));
    assert_string_equal(fault.id, "SANDBOX_RUN");
    assert_string_equal(fault.where, "domain_1.lua:12");
    assert_string_equal(fault.detail[0], "no");
    assert_int_equal(end_of(&child), 0);
    text_release(&answer);
}

/* ---- its bounds ----------------------------------------------------------------------------------- */

static void check_limit(const struct child *child, __rlimit_resource_t resource, rlim_t expected)
{
    struct rlimit now;
    assert_int_equal(prlimit(child->pid, resource, NULL, &now), 0);
    assert_int_equal(now.rlim_cur, expected);
    assert_int_equal(now.rlim_max, expected);
}

static void test_guest__it_is_bounded_after_its_preparation(void **state)
{
    (void)state;
    struct child child = start_role("limits");
    check_says(&child, "1000 before");
    check_limit(&child, RLIMIT_CPU, SECONDS);
    check_limit(&child, RLIMIT_CORE, 0);
#ifndef SPBE_SANITIZED
    check_limit(&child, RLIMIT_FSIZE, 0);
    check_limit(&child, RLIMIT_AS, MEMORY);
#endif
    assert_int_equal(end_of(&child), 0);
}

/* Whoever runs the program under a lower limit (ulimit) keeps it: asking for more would fail. */
static void test_guest__a_lower_limit_stays(void **state)
{
    (void)state;
    char name[] = "spbe";
    char option[] = "--worker";
    char role[] = "limits";
    char *argv[] = {name, option, role, NULL};
    struct child child = start(argv, FEWER);
    check_says(&child, "7 before");
    check_limit(&child, RLIMIT_CPU, FEWER);
    assert_int_equal(end_of(&child), 0);
}

/* ---- a program of others -------------------------------------------------------------------------- */

/* Runs a shell command as pdftotext is run; *said is what it writes. */
static int run_limited(const char *command, char *said, size_t size)
{
    char name[] = "spbe";
    char option[] = "--limited";
    char shell[] = "/bin/sh";
    char flag[] = "-c";
    char text[256];
    snprintf(text, sizeof text, "%s", command);
    char *argv[] = {name, option, shell, flag, text, NULL};
    struct child child = start(argv, 1000);
    size_t length = 0;
    ssize_t got = 0;
    while (length < size - 1 && (got = read(child.fd, said + length, size - 1 - length)) > 0) {
        length += (size_t)got;
    }
    said[length] = '\0';
    return end_of(&child);
}

static void test_guest__another_program_gets_its_words_and_no_environment(void **state)
{
    (void)state;
    char said[256];
    assert_int_equal(setenv("SPBE_TEST_SECRET", "secret", 1), 0);
    assert_int_equal(run_limited("echo ${SPBE_TEST_SECRET-none}; ulimit -t; ulimit -c; ulimit -n",
                                 said, sizeof said),
                     0);
    char expected[64];
    snprintf(expected, sizeof expected, "none\n%d\n0\n32\n", LIMIT_INSPECT_MS / 1000);
    assert_string_equal(said, expected);
}

static void test_guest__another_programs_status_is_told(void **state)
{
    (void)state;
    char said[256];
    char name[] = "spbe";
    char option[] = "--limited";
    char missing[] = "/tidak/ada/pdftotext";
    char *argv[] = {name, option, missing, NULL};
    assert_int_equal(run_limited("exit 41", said, sizeof said), 41);
    struct child child = start(argv, 1000);
    assert_int_equal(end_of(&child), 127);
}

int main(int argc, char **argv)
{
    if (argc == 3 && strcmp(argv[1], "--worker") == 0) {
        guest_main(argv[2], roles);
    }
    if (argc >= 3 && strcmp(argv[1], "--limited") == 0) {
        guest_exec(argv + 2);
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_guest__it_ends_well_when_the_parent_has_gone),
        cmocka_unit_test(test_guest__an_unknown_role_is_none),
        cmocka_unit_test(test_guest__a_channel_that_breaks_ends_it),
        cmocka_unit_test(test_guest__a_fault_is_a_message_that_the_parent_can_read),
        cmocka_unit_test(test_guest__it_is_bounded_after_its_preparation),
        cmocka_unit_test(test_guest__a_lower_limit_stays),
        cmocka_unit_test(test_guest__another_program_gets_its_words_and_no_environment),
        cmocka_unit_test(test_guest__another_programs_status_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
