/* Linked into coverage builds only: processes that end by _exit or by the parent's SIGKILL would lose
 * what they have counted. Here _exit writes it first, and kill asks a child to write it (SIGTERM) and
 * waits a moment before it really kills.
 *
 * All processes add to the same files, in place. One that is killed while it does (tests kill, and so does a
 * time limit) would leave half a file, of which every later process complains on its standard error, for ever;
 * so would one that may only write short files, as tests of a full disk have it. So the counts are written by a
 * process of their own that nobody knows, at an ordinary end too; where it cannot free itself of such a limit,
 * they are lost. */
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

void __gcov_dump(void);
_Noreturn void __real__exit(int status);
_Noreturn void __wrap__exit(int status);
int __real_kill(pid_t child, int number);
int __wrap_kill(pid_t child, int number);

/* True when files may have any length, as a privileged user can always have it. */
static bool may_write(void)
{
    struct rlimit any = {RLIM_INFINITY, RLIM_INFINITY};
    struct rlimit now = {0};
    return setrlimit(RLIMIT_FSIZE, &any) == 0 ||
           (getrlimit(RLIMIT_FSIZE, &now) == 0 && now.rlim_cur == RLIM_INFINITY);
}

/* Writes the counts and waits until it is done. The writer holds nothing open that somebody waits for. */
static void write_counts(void)
{
    pid_t writer = fork();
    if (writer > 0) {
        waitpid(writer, NULL, 0);
        return;
    }
    if (writer == 0) {
        signal(SIGTERM, SIG_IGN);
        setsid();
        close_range(0, 1, 0);
        close_range(3, ~0U, 0);
        if (may_write()) {
            __gcov_dump();
        }
        __real__exit(0);
    }
}

_Noreturn void __wrap__exit(int status)
{
    write_counts();
    __real__exit(status);
}

static void write_and_end(int number)
{
    write_counts();
    __real__exit(128 + number);
}

/* The last thing at an ordinary end, instead of what the compiler's library would do after it. */
static void write_at_exit(int status, void *unused)
{
    (void)unused;
    fflush(NULL);
    write_counts();
    __real__exit(status);
}

/* Before the constructor that makes a unit test a worker. */
__attribute__((constructor(101))) static void begin(void)
{
    signal(SIGTERM, write_and_end);
    on_exit(write_at_exit, NULL);
}

int __wrap_kill(pid_t child, int number)
{
    if (number == SIGKILL) {
        __real_kill(child, SIGTERM);
        for (int i = 0; i < 250; i++) {
            siginfo_t ended = {.si_pid = 0};
            if (waitid(P_PID, (id_t)child, &ended, WEXITED | WNOHANG | WNOWAIT) != 0 ||
                ended.si_pid != 0) {
                break;
            }
            nanosleep(&(struct timespec){.tv_nsec = 2000000}, NULL);
        }
    }
    return __real_kill(child, number);
}
