#include "guest.h"

#include "channel.h"
#include "limit.h"

#include <errno.h>
#include <fcntl.h>
#include <seccomp.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

enum { EXIT_ROLE = 2, EXIT_LIMITS = 3, EXIT_CHANNEL = 4 };
enum { FD_IN = 0, FD_OUT = 1, FD_ERR = 2 };

#ifdef SPBE_SANITIZED
static const bool sanitized = true;
#else
static const bool sanitized = false;
#endif

/* Sets both limits, or as low as the process already is. */
static bool limit(int resource, rlim_t most)
{
    struct rlimit now;
    if (getrlimit((__rlimit_resource_t)resource, &now) != 0) {
        return false;
    }
    rlim_t value = now.rlim_max != RLIM_INFINITY && now.rlim_max < most ? now.rlim_max : most;
    struct rlimit next = {.rlim_cur = value, .rlim_max = value};
    return setrlimit((__rlimit_resource_t)resource, &next) == 0;
}

static bool limit_resources(unsigned cpu_seconds)
{
    return (sanitized || (limit(RLIMIT_AS, LIMIT_WORKER_MEMORY) && limit(RLIMIT_FSIZE, 0))) &&
           limit(RLIMIT_CPU, cpu_seconds) && limit(RLIMIT_CORE, 0) && limit(RLIMIT_NOFILE, 8) &&
           limit(RLIMIT_STACK, (rlim_t)8 << 20);
}

/* Allows a call whatever its arguments are. */
static bool allow(scmp_filter_ctx filter, int call)
{
    return seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0) == 0;
}

/* The allow list; whatever is not on it ends the process. What malloc, the channel and the processor
 * clock need, and nothing that opens, creates, sends, waits or asks who we are. */
static bool allow_calls(scmp_filter_ctx filter)
{
    static const int calls[] = {
        SCMP_SYS(brk),   SCMP_SYS(mremap),     SCMP_SYS(munmap),        SCMP_SYS(madvise),
        SCMP_SYS(futex), SCMP_SYS(exit_group), SCMP_SYS(clock_gettime), SCMP_SYS(rt_sigreturn)};
    for (size_t i = 0; i < sizeof calls / sizeof calls[0]; i++) {
        if (!allow(filter, calls[i])) {
            return false;
        }
    }
    /* Only the channel; only memory without a file behind it and without executable pages. */
    return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(read), 1,
                            SCMP_A0(SCMP_CMP_EQ, FD_IN, 0)) == 0 &&
           seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(write), 1,
                            SCMP_A0(SCMP_CMP_EQ, FD_OUT, 0)) == 0 &&
           seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 2,
                            SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0),
                            SCMP_A4(SCMP_CMP_MASKED_EQ, UINT32_MAX, UINT32_MAX)) == 0;
}

static bool filter_calls(void)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_KILL_PROCESS);
    if (filter == NULL) {
        return false;
    }
    bool done = allow_calls(filter) && seccomp_load(filter) == 0;
    seccomp_release(filter);
    return done;
}

static int compare_bytes(const void *one, const void *other)
{
    return *(const char *)one - *(const char *)other;
}

/* Lets glibc ask now what it asks once and never again: random numbers at its first allocation, the
 * size of the memory at the first sorting of more than a kilobyte. The block goes through a volatile
 * pointer so that the compiler cannot leave any of it out. */
static bool warm_up(void)
{
    enum { MORE_THAN_A_KILOBYTE = 2048 };
    char *volatile block = calloc(MORE_THAN_A_KILOBYTE, 1);
    if (block == NULL) {
        return false;
    }
    qsort(block, MORE_THAN_A_KILOBYTE, 1, compare_bytes);
    free(block);
    return true;
}

static bool confine(const struct guest_role *role)
{
    /* A sanitizer reports on the standard error. */
    return close_range(sanitized ? FD_ERR + 1 : FD_ERR, ~0U, 0) == 0 &&
           prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) == 0 &&
           prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 &&
           limit_resources(role->cpu_seconds) && warm_up() && (sanitized || filter_calls());
}

_Noreturn void guest_main(const char *role, const struct guest_role *roles)
{
    for (const struct guest_role *row = roles; row->name != NULL; row++) {
        if (strcmp(row->name, role) == 0) {
            if (row->prepare != NULL) {
                row->prepare();
            }
            if (!confine(row)) {
                _exit(EXIT_LIMITS);
            }
            row->run();
            _exit(0);
        }
    }
    _exit(EXIT_ROLE);
}

bool guest_receive(struct text *message)
{
    enum channel_end end = channel_receive(FD_IN, message, 0);
    if (end != CHANNEL_DONE && end != CHANNEL_CLOSED) {
        _exit(EXIT_CHANNEL);
    }
    return end == CHANNEL_DONE;
}

void guest_send(const char *bytes, size_t length)
{
    if (channel_send(FD_OUT, bytes, length, 0) != CHANNEL_DONE) {
        _exit(EXIT_CHANNEL);
    }
}

void guest_fail(const struct fault *fault)
{
    struct text message = TEXT_EMPTY;
    fault_write(fault, &message);
    guest_send(message.bytes, message.length);
    text_release(&message);
}
