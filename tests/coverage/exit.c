/* Linked into coverage builds only: processes that end by _exit or by the parent's SIGKILL would lose
 * what they have counted. Here _exit writes it first, and kill asks a child to write it (SIGTERM) and
 * waits a moment before it really kills. */
#include <signal.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

void __gcov_dump(void);
_Noreturn void __real__exit(int status);
_Noreturn void __wrap__exit(int status);
int __real_kill(pid_t child, int number);
int __wrap_kill(pid_t child, int number);

_Noreturn void __wrap__exit(int status)
{
    __gcov_dump();
    __real__exit(status);
}

static void dump_and_end(int number)
{
    __gcov_dump();
    __real__exit(128 + number);
}

/* Before the constructor that makes a unit test a worker. */
__attribute__((constructor(101))) static void catch_sigterm(void)
{
    signal(SIGTERM, dump_and_end);
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
