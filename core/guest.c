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

enum { EXIT_ROLE = 2, EXIT_LIMITS = 3, EXIT_CHANNEL = 4, EXIT_PROGRAM = 127 };
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

static bool limit_resources(const struct guest_role *role)
{
    rlim_t memory = role->memory == 0 ? LIMIT_WORKER_MEMORY : role->memory;
    return (sanitized || (limit(RLIMIT_AS, memory) && limit(RLIMIT_FSIZE, 0))) &&
           limit(RLIMIT_CPU, role->cpu_seconds) && limit(RLIMIT_CORE, 0) &&
           limit(RLIMIT_NOFILE, 8) && limit(RLIMIT_STACK, (rlim_t)8 << 20);
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
    bool done = allow_calls(filter) && (sanitized || seccomp_load(filter) == 0);
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
           limit_resources(role) && warm_up() && filter_calls();
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

/* ---- a program of others ---- */

/* Refuses a call whatever its arguments are: it fails, and the program goes on without. */
static bool refuse(scmp_filter_ctx filter, int call)
{
    return seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), call, 0) == 0;
}

/* Refuses to open a file with any of these flags. */
static bool refuse_open(scmp_filter_ctx filter, scmp_datum_t flag)
{
    return seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(open), 1,
                            SCMP_A1(SCMP_CMP_MASKED_EQ, flag, flag)) == 0 &&
           seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(openat), 1,
                            SCMP_A2(SCMP_CMP_MASKED_EQ, flag, flag)) == 0;
}

/* What a program that turns one open document into text never needs. It loads libraries and tables, so that
 * an allow list would be another one with each of its versions: this is a list of what is refused. */
static const int refused_calls[] = {SCMP_SYS(socket),
                                    SCMP_SYS(socketpair),
                                    SCMP_SYS(connect),
                                    SCMP_SYS(fork),
                                    SCMP_SYS(vfork),
                                    SCMP_SYS(clone),
                                    SCMP_SYS(clone3),
                                    SCMP_SYS(execveat),
                                    SCMP_SYS(ptrace),
                                    SCMP_SYS(kill),
                                    SCMP_SYS(tkill),
                                    SCMP_SYS(process_vm_writev),
                                    SCMP_SYS(unlink),
                                    SCMP_SYS(unlinkat),
                                    SCMP_SYS(rename),
                                    SCMP_SYS(renameat),
                                    SCMP_SYS(renameat2),
                                    SCMP_SYS(rmdir),
                                    SCMP_SYS(mkdir),
                                    SCMP_SYS(mkdirat),
                                    SCMP_SYS(link),
                                    SCMP_SYS(linkat),
                                    SCMP_SYS(symlink),
                                    SCMP_SYS(symlinkat),
                                    SCMP_SYS(mknod),
                                    SCMP_SYS(mknodat),
                                    SCMP_SYS(creat),
                                    SCMP_SYS(truncate),
                                    SCMP_SYS(ftruncate),
                                    SCMP_SYS(chmod),
                                    SCMP_SYS(fchmod),
                                    SCMP_SYS(fchmodat),
                                    SCMP_SYS(chown),
                                    SCMP_SYS(fchown),
                                    SCMP_SYS(fchownat),
                                    SCMP_SYS(lchown),
                                    SCMP_SYS(mount),
                                    SCMP_SYS(umount2),
                                    SCMP_SYS(unshare),
                                    SCMP_SYS(setns),
                                    SCMP_SYS(open_by_handle_at),
                                    SCMP_SYS(openat2),
                                    SCMP_SYS(io_uring_setup),
                                    SCMP_SYS(bpf),
                                    SCMP_SYS(memfd_create),
                                    SCMP_SYS(setsid),
                                    SCMP_SYS(setpgid),
                                    SCMP_SYS(utimensat)};

static bool refuse_calls(scmp_filter_ctx filter, const char *program)
{
    for (size_t i = 0; i < sizeof refused_calls / sizeof refused_calls[0]; i++) {
        if (!refuse(filter, refused_calls[i])) {
            return false;
        }
    }
    /* The one program that is meant is known by where its name lies in this process. */
    return refuse_open(filter, O_WRONLY) && refuse_open(filter, O_RDWR) &&
           refuse_open(filter, O_CREAT) && refuse_open(filter, O_TRUNC) &&
           seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(execve), 1,
                            SCMP_A0(SCMP_CMP_NE, (scmp_datum_t)(uintptr_t)program)) == 0;
}

static bool filter_program(const char *program)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    if (filter == NULL) {
        return false;
    }
    bool done = refuse_calls(filter, program) && (sanitized || seccomp_load(filter) == 0);
    seccomp_release(filter);
    return done;
}

_Noreturn void guest_exec(char **argv)
{
    char *environment[] = {NULL};
    bool bound =
        prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) == 0 &&
        prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && limit(RLIMIT_CPU, LIMIT_INSPECT_MS / 1000) &&
        limit(RLIMIT_CORE, 0) && limit(RLIMIT_NOFILE, 32) && limit(RLIMIT_STACK, (rlim_t)8 << 20) &&
        (sanitized || (limit(RLIMIT_AS, LIMIT_INSPECT_MEMORY) && limit(RLIMIT_FSIZE, 0))) &&
        filter_program(argv[0]);
    if (!bound) {
        _exit(EXIT_LIMITS);
    }
    execve(argv[0], argv, environment);
    _exit(EXIT_PROGRAM);
}

bool guest_receive(struct text *message)
{
    enum channel_end end = channel_receive(FD_IN, message, NULL);
    if (end != CHANNEL_DONE && end != CHANNEL_CLOSED) {
        _exit(EXIT_CHANNEL);
    }
    return end == CHANNEL_DONE;
}

void guest_send(const char *bytes, size_t length)
{
    if (channel_send(FD_OUT, bytes, length, NULL) != CHANNEL_DONE) {
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
