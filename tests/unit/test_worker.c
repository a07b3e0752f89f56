#include "worker.h"

#include "channel.h"
#include "fault.h"
#include "guest.h"
#include "limit.h"
#include "memory.h"
#include "message.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#ifdef SPBE_SANITIZED
static const bool sanitized = true;
#else
static const bool sanitized = false;
#endif

enum { ALLOWED_MS = 400, HALF_MS = 200 };

/* ---- roles of this test: what a worker may turn into ---------------------------------------------- */

static void say(const char *words)
{
    guest_send(words, strlen(words));
}

/* Writes bytes as they are, past the format of messages. */
static void write_raw(const char *bytes, size_t length)
{
    if (write(STDOUT_FILENO, bytes, length) != (ssize_t)length) {
        _exit(9);
    }
}

static void echo(void)
{
    struct text message = TEXT_EMPTY;
    while (guest_receive(&message)) {
        guest_send(message.bytes, message.length);
    }
    text_release(&message);
}

/* Waits for the first message, so that the parent's sending never fails. */
static void wait_for_message(void)
{
    struct text message = TEXT_EMPTY;
    guest_receive(&message);
    text_release(&message);
}

static void leave(void)
{
    wait_for_message();
}

static void hang(void)
{
    volatile unsigned turns = 0;
    wait_for_message();
    for (;;) {
        turns++;
    }
}

/* Waits for a second message that never comes: it neither computes nor answers. */
static void idle(void)
{
    wait_for_message();
    wait_for_message();
}

/* Computes for half of what it is given, then answers. */
static void compute(void)
{
    struct timespec now = {0};
    wait_for_message();
    while (now.tv_sec * 1000 + now.tv_nsec / 1000000 < HALF_MS) {
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    }
    say("done");
}

static void crash(void)
{
    int *volatile nowhere = NULL;
    wait_for_message();
    if (sanitized) {
        raise(SIGKILL); /* a sanitizer would report the other way at length */
    }
    *nowhere = 1;
}

static void babble(void)
{
    wait_for_message();
    write_raw("Segmentation fault\n", 19);
    wait_for_message();
}

static void half(void)
{
    wait_for_message();
    write_raw("\x64\x00\x00\x00{\"value\":", 13);
}

static void half_head(void)
{
    wait_for_message();
    write_raw("\x64\x00", 2);
}

static void flood(void)
{
    char *piece = memory_zero(LIMIT_MESSAGE_BYTES + 4, 1);
    memcpy(piece, "\x00\x00\x10\x80", 4);
    wait_for_message();
    for (;;) {
        write_raw(piece, LIMIT_MESSAGE_BYTES + 4);
    }
}

static void forge(void)
{
    wait_for_message();
    say("{\"error\":{\"where\":\"x\",\"id\":\"FILE_OPEN\",\"with\":[\"a\",\"b\"]}}");
    wait_for_message();
}

static void refuse(void)
{
    struct fault fault = {0};
    wait_for_message();
    fault_set(&fault, M_SANDBOX_RUN, "domain_1.lua:12", "no", NULL);
    guest_fail(&fault);
    wait_for_message();
}

static void close_channel(void)
{
    wait_for_message();
    close(STDIN_FILENO);
    close(STDOUT_FILENO);
    hang();
}

/* Makes one forbidden call, chosen by the message; "alive" means that it was survived. */
static void trespass(void)
{
    struct text message = TEXT_EMPTY;
    guest_receive(&message);
    if (strcmp(message.bytes, "open") == 0) {
        open("/etc/passwd", O_RDONLY);
    } else if (strcmp(message.bytes, "socket") == 0) {
        socket(AF_INET, SOCK_STREAM, 0);
    } else if (strcmp(message.bytes, "fork") == 0) {
        fork();
    } else if (strcmp(message.bytes, "kill") == 0) {
        kill(1, 0);
    } else if (strcmp(message.bytes, "execute") == 0) {
        execl("/bin/true", "true", (char *)NULL);
    } else if (strcmp(message.bytes, "identity") == 0) {
        getpid();
    } else if (strcmp(message.bytes, "read") == 0) {
        char byte;
        if (read(5, &byte, 1) == 1) {
            say("read");
        }
    } else if (strcmp(message.bytes, "write") == 0) {
        if (write(STDERR_FILENO, "x", 1) == 1) {
            say("wrote");
        }
    }
    say("alive");
    text_release(&message);
}

static void count_environment(void)
{
    extern char **environ;
    wait_for_message();
    say(environ == NULL || environ[0] == NULL ? "none" : environ[0]);
}

/* More memory than a worker may have. */
static void gorge(void)
{
    wait_for_message();
    char *volatile block = malloc((size_t)LIMIT_WORKER_MEMORY + 1);
    say(block == NULL ? "refused" : "granted");
    free(block);
}

static const struct guest_role roles[] = {
    {"echo", echo, 10, NULL, 0},
    {"leave", leave, 10, NULL, 0},
    {"hang", hang, 10, NULL, 0},
    {"idle", idle, 10, NULL, 0},
    {"compute", compute, 10, NULL, 0},
    {"crash", crash, 10, NULL, 0},
    {"babble", babble, 10, NULL, 0},
    {"half", half, 10, NULL, 0},
    {"half_head", half_head, 10, NULL, 0},
    {"flood", flood, 10, NULL, 0},
    {"forge", forge, 10, NULL, 0},
    {"refuse", refuse, 10, NULL, 0},
    {"trespass", trespass, 10, NULL, 0},
    {"environment", count_environment, 10, NULL, 0},
    {"gorge", gorge, 10, NULL, 0},
    {"close", close_channel, 10, NULL, 0},
    {"busy", hang, 1, NULL, 0},
    {NULL, NULL, 0, NULL, 0},
};

/* ---- the parent's side ---------------------------------------------------------------------------- */

/* Starts a role, asks it once, and closes it; true when there was an answer. */
static bool ask_role(const char *role, const char *question, struct text *answer, struct error *err)
{
    *err = (struct error){.kind = ERROR_NONE};
    struct worker *worker = worker_start(role, "rules/x", ERROR_PACK, err);
    assert_non_null(worker);
    worker_about(worker, "pack.lua");
    bool done = worker_ask(worker, question, strlen(question), answer, err);
    assert_int_equal(done, !error_is_set(err));
    worker_close(worker);
    return done;
}

static const char ended[] = "made its worker process end without an answer";
static const char senseless[] = "made its worker process give an answer without sense";

static void check_sentence(const char *role, const char *where, const char *message)
{
    struct text answer = TEXT_EMPTY;
    struct error err;
    for (int run = 0; run < 2; run++) {
        assert_false(ask_role(role, "go", &answer, &err));
        assert_int_equal(err.kind, ERROR_PACK);
        assert_string_equal(err.where, where);
        assert_string_equal(err.message, message);
    }
    text_release(&answer);
}

static void test_worker__it_answers(void **state)
{
    (void)state;
    struct text answer = TEXT_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    struct worker *worker = worker_start("echo", "rules/x", ERROR_PACK, &err);
    char *big = memory_zero(3 * LIMIT_MESSAGE_BYTES, 1);
    memset(big, 'x', 3 * LIMIT_MESSAGE_BYTES);
    for (int i = 0; i < 100; i++) {
        assert_true(worker_ask(worker, "{\"n\":1}", 7, &answer, &err));
        assert_string_equal(answer.bytes, "{\"n\":1}");
    }
    assert_true(worker_ask(worker, big, 3 * LIMIT_MESSAGE_BYTES, &answer, &err));
    assert_int_equal(answer.length, 3 * LIMIT_MESSAGE_BYTES);
    assert_true(worker_send(worker, "a", 1, &err) && worker_send(worker, "b", 1, &err));
    assert_true(worker_receive(worker, &answer, &err));
    assert_string_equal(answer.bytes, "a");
    assert_true(worker_receive(worker, &answer, &err));
    assert_string_equal(answer.bytes, "b");
    worker_close(worker);
    worker_close(NULL);
    free(big);
    text_release(&answer);
}

/* Killed, signal, no answer, half of one: one sentence, since which of them it is varies. */
static void test_worker__one_that_ends_gives_one_sentence(void **state)
{
    (void)state;
    check_sentence("leave", "rules/x/pack.lua", ended);
    check_sentence("crash", "rules/x/pack.lua", ended);
    check_sentence("half", "rules/x/pack.lua", ended);
    check_sentence("half_head", "rules/x/pack.lua", ended);
    check_sentence("no_such_role", "rules/x/pack.lua", ended);
}

static void test_worker__one_that_talks_nonsense_gives_one_sentence(void **state)
{
    (void)state;
    check_sentence("babble", "rules/x/pack.lua", senseless);
    check_sentence("forge", "rules/x/pack.lua", senseless);
    check_sentence("flood", "rules/x/pack.lua",
                   "gives or takes more than 8388608 bytes; make it smaller");
}

static void test_worker__its_own_fault_becomes_the_sentence(void **state)
{
    (void)state;
    check_sentence("refuse", "rules/x/domain_1.lua:12", "stops with an error: no");
}

static void test_worker__one_that_hangs_is_stopped_in_time(void **state)
{
    (void)state;
    struct text answer = TEXT_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    long long begin = channel_clock_ms();
    struct worker *worker = worker_start("hang", "rules/x", ERROR_PACK, &err);
    worker_allow(worker, 50);
    assert_false(worker_ask(worker, "go", 2, &answer, &err));
    worker_close(worker);
    assert_true(channel_clock_ms() - begin < 1500);
    assert_string_equal(err.where, "rules/x");
    assert_string_equal(err.message,
                        "takes too long and was stopped; look for a loop that does not "
                        "end or an expression that is too long");
    text_release(&answer);
}

static void test_worker__the_usual_time_is_bounded_too(void **state)
{
    (void)state;
    long long begin = channel_clock_ms();
    struct text answer = TEXT_EMPTY;
    struct error err;
    assert_false(ask_role("hang", "go", &answer, &err));
    long long took = channel_clock_ms() - begin;
    assert_true(took >= LIMIT_WORKER_MS && took < 10 * LIMIT_WORKER_MS);
    text_release(&answer);
}

/* Many answers that are each in time must not add up to more than was allowed. */
static void test_worker__time_adds_up_until_more_is_allowed(void **state)
{
    (void)state;
    struct text answer = TEXT_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    struct worker *worker = worker_start("echo", "rules/x", ERROR_PACK, &err);
    assert_true(worker_ask(worker, "a", 1, &answer, &err));
    worker_allow(worker, 100);
    assert_true(worker_ask(worker, "a", 1, &answer, &err));
    worker_allow(worker, 0);
    assert_false(worker_ask(worker, "a", 1, &answer, &err));
    assert_string_equal(err.id, "WORKER_TIME");
    worker_close(worker);
    text_release(&answer);
}

static void test_worker__a_dead_one_stays_dead(void **state)
{
    (void)state;
    struct text answer = TEXT_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    struct error again = {.kind = ERROR_NONE};
    struct error third = {.kind = ERROR_NONE};
    struct worker *worker = worker_start("leave", "rules/x", ERROR_INPUT, &err);
    assert_false(worker_ask(worker, "go", 2, &answer, &err));
    assert_int_equal(err.kind, ERROR_INPUT);
    assert_false(worker_send(worker, "go", 2, &again));
    assert_string_equal(again.message, ended);
    assert_false(worker_receive(worker, &answer, &third));
    assert_string_equal(third.message, ended);
    worker_close(worker);
    text_release(&answer);
}

static void test_worker__the_caller_can_refuse_an_answer(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    struct worker *worker = worker_start("echo", "rules/x", ERROR_PACK, &err);
    assert_false(worker_refuse(worker, &err));
    assert_string_equal(err.where, "rules/x");
    assert_string_equal(err.message, senseless);
    worker_close(worker);
}

static void test_worker__a_question_that_is_too_long_is_refused(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    struct worker *worker = worker_start("echo", "rules/x", ERROR_PACK, &err);
    char *big = memory_zero((size_t)LIMIT_ANSWER_BYTES + 1, 1);
    assert_false(worker_send(worker, big, (size_t)LIMIT_ANSWER_BYTES + 1, &err));
    assert_string_equal(err.id, "WORKER_LONG");
    worker_close(worker);
    free(big);
}

static void test_worker__whatever_happened_the_next_one_is_unharmed(void **state)
{
    (void)state;
    static const char *const bad[] = {"leave", "crash", "babble", "half",
                                      "flood", "forge", "refuse"};
    struct text answer = TEXT_EMPTY;
    struct error err;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        assert_false(ask_role(bad[i], "go", &answer, &err));
        assert_true(ask_role("echo", "{}", &answer, &err));
        assert_string_equal(answer.bytes, "{}");
    }
    text_release(&answer);
}

/* No descriptor is left for the channel, or no process may be made. */
static void test_worker__one_that_cannot_be_started_is_told(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    struct rlimit before;
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &before), 0);
    struct rlimit none = {.rlim_cur = 3, .rlim_max = before.rlim_max};
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &none), 0);
    struct worker *worker = worker_start("echo", "rules/x", ERROR_PACK, &err);
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &before), 0);
    assert_null(worker);
    assert_int_equal(err.kind, ERROR_SYSTEM);
    assert_string_equal(err.id, "WORKER_START");
    assert_string_equal(err.where, "rules/x");
}

/* A channel that fails for a reason of the system is our trouble, not the pack's. */
static void test_worker__a_broken_channel_is_told(void **state)
{
    (void)state;
    struct text answer = TEXT_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    int next = dup(STDIN_FILENO); /* the lowest free one: the channel's end comes there */
    assert_int_equal(close(next), 0);
    struct worker *worker = worker_start("echo", "rules/x", ERROR_PACK, &err);
    assert_non_null(worker);
    int folder = open("/", O_RDONLY | O_DIRECTORY);
    assert_int_equal(dup2(folder, next), next); /* what is no socket takes its place */
    close(folder);
    assert_false(worker_ask(worker, "{}", 2, &answer, &err));
    worker_close(worker);
    assert_int_equal(err.kind, ERROR_SYSTEM);
    assert_string_equal(err.id, "WORKER_CHANNEL");
    assert_string_equal(err.where, "rules/x");
    text_release(&answer);
}

/* ---- a busy machine ------------------------------------------------------------------------------- */

/* The process that was started last by this one. */
static pid_t last_child(void)
{
    char path[64];
    int pid = 0;
    int next = 0;
    snprintf(path, sizeof path, "/proc/self/task/%d/children", (int)getpid());
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    while (fscanf(file, "%d", &next) == 1) {
        pid = next;
    }
    fclose(file);
    return pid;
}

/* A process that lets a stopped one go on after some time, as a machine that was busy elsewhere would. */
static pid_t go_on_after(pid_t stopped, unsigned ms)
{
    pid_t helper = fork();
    if (helper == 0) {
        usleep(ms * 1000);
        kill(stopped, SIGCONT);
        _exit(0);
    }
    return helper;
}

/* What the clock on the wall called too slow: it did not run for twice the time that it was given, then
 * for half of it, and is well within. */
static void test_worker__one_that_was_kept_from_running_is_not_too_slow(void **state)
{
    (void)state;
    struct text answer = TEXT_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    struct worker *worker = worker_start("compute", "rules/x", ERROR_PACK, &err);
    pid_t pid = last_child();
    worker_allow(worker, ALLOWED_MS);
    assert_int_equal(kill(pid, SIGSTOP), 0);
    pid_t helper = go_on_after(pid, 2 * ALLOWED_MS);
    long long begin = channel_clock_ms();
    assert_true(worker_ask(worker, "go", 2, &answer, &err));
    assert_true(channel_clock_ms() - begin > 2 * ALLOWED_MS);
    assert_string_equal(answer.bytes, "done");
    assert_int_equal(waitpid(helper, NULL, 0), helper);
    worker_close(worker);
    text_release(&answer);
}

/* The same pause does not give more time to one that needs too much. */
static void test_worker__a_pause_is_no_gift_to_one_that_hangs(void **state)
{
    (void)state;
    struct text answer = TEXT_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    struct worker *worker = worker_start("hang", "rules/x", ERROR_PACK, &err);
    pid_t pid = last_child();
    worker_allow(worker, HALF_MS);
    assert_int_equal(kill(pid, SIGSTOP), 0);
    pid_t helper = go_on_after(pid, ALLOWED_MS);
    assert_false(worker_ask(worker, "go", 2, &answer, &err));
    assert_string_equal(err.id, "WORKER_TIME");
    assert_int_equal(waitpid(helper, NULL, 0), helper);
    worker_close(worker);
    text_release(&answer);
}

/* Neither computing nor answering, or kept from it for good: bounded by the clock on the wall, and not the
 * pack's fault. */
static void test_worker__one_that_does_nothing_is_given_up(void **state)
{
    (void)state;
    enum { MS = 20 };
    struct text answer = TEXT_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    struct worker *worker = worker_start("idle", "rules/x", ERROR_PACK, &err);
    long long begin = channel_clock_ms();
    worker_allow(worker, MS);
    assert_int_equal(kill(last_child(), SIGSTOP), 0);
    assert_false(worker_ask(worker, "go", 2, &answer, &err));
    long long took = channel_clock_ms() - begin;
    assert_true(took >= (long long)MS * LIMIT_WORKER_PATIENCE);
    assert_true(took < 5LL * MS * LIMIT_WORKER_PATIENCE);
    assert_int_equal(err.kind, ERROR_SYSTEM);
    assert_string_equal(err.id, "WORKER_STALLED");
    assert_string_equal(err.where, "rules/x");
    assert_false(worker_send(worker, "go", 2, &err));
    worker_close(worker);
    text_release(&answer);
}

/* ---- what is left behind -------------------------------------------------------------------------- */

static int count_files(void)
{
    int count = 0;
    DIR *folder = opendir("/proc/self/fd");
    assert_non_null(folder);
    while (readdir(folder) != NULL) {
        count++;
    }
    closedir(folder);
    return count;
}

static void test_worker__no_process_and_no_descriptor_is_left_behind(void **state)
{
    (void)state;
    struct text answer = TEXT_EMPTY;
    struct error err;
    int before = count_files();
    ask_role("echo", "{}", &answer, &err);
    ask_role("crash", "{}", &answer, &err);
    ask_role("flood", "{}", &answer, &err);
    assert_int_equal(count_files(), before);
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
    assert_int_equal(errno, ECHILD);
    text_release(&answer);
}

/* The line of /proc/PID/FILE that begins with `name`, without it; "" when there is none. */
static void read_about(pid_t pid, const char *file, const char *name, char *out, int size)
{
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/%s", (int)pid, file);
    FILE *stream = fopen(path, "r");
    out[0] = '\0';
    while (stream != NULL && fgets(out, size, stream) != NULL) {
        if (strncmp(out, name, strlen(name)) == 0) {
            memmove(out, out + strlen(name), strlen(out + strlen(name)) + 1);
            out[strcspn(out, "\n")] = '\0';
            break;
        }
        out[0] = '\0';
    }
    if (stream != NULL) {
        fclose(stream);
    }
}

static void check_about(pid_t pid, const char *file, const char *name, const char *expected)
{
    char line[256];
    read_about(pid, file, name, line, sizeof line);
    if (strstr(line, expected) == NULL) {
        fail_msg("%s %s is \"%s\", not \"%s\"", file, name, line, expected);
    }
}

static void test_worker__the_process_is_confined(void **state)
{
    (void)state;
    struct text answer = TEXT_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    struct worker *worker = worker_start("echo", "rules/x", ERROR_PACK, &err);
    assert_true(worker_ask(worker, "a", 1, &answer, &err));
    pid_t pid = last_child();
    assert_true(pid > 0);
    check_about(pid, "status", "NoNewPrivs:", "1");
    check_about(pid, "limits", "Max core file size", " 0 ");
    check_about(pid, "limits", "Max open files", " 8 ");
    check_about(pid, "limits", "Max cpu time", " 10 ");
    if (!sanitized) {
        check_about(pid, "status", "Seccomp:", "2");
        check_about(pid, "limits", "Max address space", " 268435456 ");
        check_about(pid, "limits", "Max file size", " 0 ");
    }
    worker_close(worker);
    text_release(&answer);
}

static void test_worker__it_sees_no_environment(void **state)
{
    (void)state;
    struct text answer = TEXT_EMPTY;
    struct error err;
    assert_int_equal(setenv("SPBE_TEST_SECRET", "secret", 1), 0);
    assert_true(ask_role("environment", "go", &answer, &err));
    assert_string_equal(answer.bytes, "none");
    text_release(&answer);
}

static void test_worker__forbidden_calls_end_it(void **state)
{
    (void)state;
    static const char *const calls[] = {"open",    "socket",   "fork", "kill",
                                        "execute", "identity", "read", "write"};
    struct text answer = TEXT_EMPTY;
    struct error err;
    if (sanitized) {
        skip();
    }
    assert_true(ask_role("trespass", "nothing", &answer, &err));
    assert_string_equal(answer.bytes, "alive");
    for (size_t i = 0; i < sizeof calls / sizeof calls[0]; i++) {
        assert_false(ask_role("trespass", calls[i], &answer, &err));
        assert_string_equal(err.message, ended);
    }
    check_sentence("close", "rules/x/pack.lua", ended);
    text_release(&answer);
}

static void test_worker__memory_is_bounded(void **state)
{
    (void)state;
    struct text answer = TEXT_EMPTY;
    struct error err;
    if (sanitized) {
        skip();
    }
    assert_true(ask_role("gorge", "go", &answer, &err));
    assert_string_equal(answer.bytes, "refused");
    text_release(&answer);
}

/* Whatever the parent does: one that was stopped cannot be kept warm by its child. */
static void test_worker__processor_time_is_bounded(void **state)
{
    (void)state;
    struct text answer = TEXT_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    struct worker *worker = worker_start("busy", "rules/x", ERROR_PACK, &err);
    worker_allow(worker, 60000);
    assert_false(worker_ask(worker, "go", 2, &answer, &err));
    assert_string_equal(err.message, ended);
    worker_close(worker);
    text_release(&answer);
}

/* True once the process is gone, or dead and waiting for a parent that does not look. */
static bool is_gone(pid_t pid)
{
    char line[256];
    read_about(pid, "status", "State:", line, sizeof line);
    return line[0] == '\0' || strchr(line, 'Z') != NULL || strchr(line, 'X') != NULL;
}

static void test_worker__it_dies_with_its_parent(void **state)
{
    (void)state;
    int ends[2];
    pid_t worker_pid = 0;
    assert_int_equal(pipe(ends), 0);
    pid_t parent = fork();
    if (parent == 0) {
        struct error err = {.kind = ERROR_NONE};
        struct text answer = TEXT_EMPTY;
        struct worker *worker = worker_start("echo", "rules/x", ERROR_PACK, &err);
        worker_ask(worker, "a", 1, &answer, &err);
        pid_t pid = last_child();
        _exit(write(ends[1], &pid, sizeof pid) == sizeof pid ? 0 : 1);
    }
    assert_int_equal(read(ends[0], &worker_pid, sizeof worker_pid), sizeof worker_pid);
    waitpid(parent, NULL, 0);
    for (int i = 0; i < 200 && !is_gone(worker_pid); i++) {
        usleep(10000);
    }
    assert_true(is_gone(worker_pid));
    close(ends[0]);
    close(ends[1]);
}

int main(int argc, char **argv)
{
    if (argc == 3 && strcmp(argv[1], "--worker") == 0) {
        guest_main(argv[2], roles);
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_worker__it_answers),
        cmocka_unit_test(test_worker__one_that_ends_gives_one_sentence),
        cmocka_unit_test(test_worker__one_that_talks_nonsense_gives_one_sentence),
        cmocka_unit_test(test_worker__its_own_fault_becomes_the_sentence),
        cmocka_unit_test(test_worker__one_that_hangs_is_stopped_in_time),
        cmocka_unit_test(test_worker__the_usual_time_is_bounded_too),
        cmocka_unit_test(test_worker__time_adds_up_until_more_is_allowed),
        cmocka_unit_test(test_worker__one_that_was_kept_from_running_is_not_too_slow),
        cmocka_unit_test(test_worker__a_pause_is_no_gift_to_one_that_hangs),
        cmocka_unit_test(test_worker__one_that_does_nothing_is_given_up),
        cmocka_unit_test(test_worker__a_dead_one_stays_dead),
        cmocka_unit_test(test_worker__the_caller_can_refuse_an_answer),
        cmocka_unit_test(test_worker__a_question_that_is_too_long_is_refused),
        cmocka_unit_test(test_worker__whatever_happened_the_next_one_is_unharmed),
        cmocka_unit_test(test_worker__one_that_cannot_be_started_is_told),
        cmocka_unit_test(test_worker__a_broken_channel_is_told),
        cmocka_unit_test(test_worker__no_process_and_no_descriptor_is_left_behind),
        cmocka_unit_test(test_worker__the_process_is_confined),
        cmocka_unit_test(test_worker__it_sees_no_environment),
        cmocka_unit_test(test_worker__forbidden_calls_end_it),
        cmocka_unit_test(test_worker__memory_is_bounded),
        cmocka_unit_test(test_worker__processor_time_is_bounded),
        cmocka_unit_test(test_worker__it_dies_with_its_parent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
