#include "worker.h"

#include "channel.h"
#include "fault.h"
#include "file.h"
#include "limit.h"
#include "memory.h"
#include "message.h"

#include <assert.h>
#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

struct worker {
    pid_t pid; /* 0 once it was waited for */
    int fd;    /* our end of the channel */
    enum error_kind kind;
    clockid_t clock;        /* its processor time; CLOCK_MONOTONIC where the system does not tell */
    long long spent_at_ms;  /* on that clock */
    long long patience_ms;  /* of waiting, since time was given */
    long long waited_ms;    /* of that, in waits that are over */
    long long wait_from_ms; /* of channel_clock_ms: when the present wait began */
    char *place;
    char *file; /* what the next answers are about, or NULL */
};

#ifdef SPBE_SANITIZED
enum { FIRST_CLOSED = 3 }; /* a sanitizer reports on the standard error */
#else
enum { FIRST_CLOSED = 2 };
#endif

/* Signals that a terminal sends to a whole group of processes: the parent decides about those. */
static void set_signals(posix_spawnattr_t *attributes)
{
    sigset_t signals;
    sigfillset(&signals);
    posix_spawnattr_setsigdefault(attributes, &signals);
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGQUIT);
    sigaddset(&signals, SIGHUP);
    posix_spawnattr_setsigmask(attributes, &signals);
    posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
}

/* Starts `program --worker role` with `end` as its 0 and 1; returns an errno. */
static int spawn(pid_t *pid, const char *program, const char *role, int end)
{
    char name[] = "spbe";
    char option[] = "--worker";
    char *role_copy = memory_copy(role, strlen(role));
    char *arguments[] = {name, option, role_copy, NULL};
    char *environment[] = {NULL};
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    /* One that is left out for want of memory would start a worker without its channel. */
    int problem = posix_spawn_file_actions_adddup2(&actions, end, STDIN_FILENO);
    problem += posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO);
    problem += posix_spawn_file_actions_addclosefrom_np(&actions, FIRST_CLOSED);
    set_signals(&attributes);
    problem = problem != 0
                  ? ENOMEM
                  : posix_spawn(pid, program, &actions, &attributes, arguments, environment);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    free(role_copy);
    return problem;
}

/* ---- time ----------------------------------------------------------------------------------------- */

/* Now on the worker's clock; where a dead one's cannot be read any more, its channel tells. */
static long long clock_now_ms(const struct worker *worker)
{
    struct timespec now = {0};
    clock_gettime(worker->clock, &now);
    return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static clockid_t clock_of(pid_t pid)
{
    clockid_t clock;
    struct timespec now;
    bool told = clock_getcpuclockid(pid, &clock) == 0 && clock_gettime(clock, &now) == 0;
    return told ? clock : CLOCK_MONOTONIC;
}

void worker_allow(struct worker *worker, long long ms)
{
    worker->spent_at_ms = clock_now_ms(worker) + ms;
    worker->patience_ms = ms * LIMIT_WORKER_PATIENCE;
    worker->waited_ms = 0;
}

/* For the channel. A worker cannot spend its time faster than the clock on the wall goes: until then nobody
 * need look again. */
static long long left_ms(void *context)
{
    enum { LOOK_MS = 5 }; /* and not more often than this */
    const struct worker *worker = context;
    long long spent = worker->spent_at_ms - clock_now_ms(worker);
    long long patience =
        worker->patience_ms - worker->waited_ms - (channel_clock_ms() - worker->wait_from_ms);
    if (spent <= 0 || patience <= 0) {
        return 0;
    }
    spent = spent < LOOK_MS ? LOOK_MS : spent;
    return spent < patience ? spent : patience;
}

static struct channel_patience begin_wait(struct worker *worker)
{
    worker->wait_from_ms = channel_clock_ms();
    return (struct channel_patience){left_ms, worker};
}

static void end_wait(struct worker *worker)
{
    worker->waited_ms += channel_clock_ms() - worker->wait_from_ms;
}

/* ---- beginning and end ---------------------------------------------------------------------------- */

struct worker *worker_start(const char *role, const char *place, enum error_kind kind,
                            struct error *err)
{
    int ends[2];
    pid_t pid = 0;
    char *program = file_program(err);
    if (program == NULL) {
        return NULL;
    }
    if (!channel_pair(ends)) {
        error_set(err, M_WORKER_START, place, error_cause(errno));
        free(program);
        return NULL;
    }
    int problem = spawn(&pid, program, role, ends[1]);
    free(program);
    close(ends[1]);
    if (problem != 0) {
        close(ends[0]);
        error_set(err, M_WORKER_START, place, error_cause(problem));
        return NULL;
    }
    struct worker *worker = memory_zero(1, sizeof *worker);
    *worker = (struct worker){.pid = pid,
                              .fd = ends[0],
                              .kind = kind,
                              .clock = clock_of(pid),
                              .place = memory_copy(place, strlen(place))};
    worker_allow(worker, LIMIT_WORKER_MS);
    return worker;
}

/* Ends the process, however it is. */
static void end(struct worker *worker)
{
    if (worker->pid != 0) {
        kill(worker->pid, SIGKILL);
        while (waitpid(worker->pid, NULL, 0) < 0 && errno == EINTR) {
        }
        worker->pid = 0;
        close(worker->fd);
    }
}

void worker_close(struct worker *worker)
{
    if (worker != NULL) {
        end(worker);
        free(worker->place);
        free(worker->file);
        free(worker);
    }
}

void worker_forget(struct worker *worker)
{
    if (worker != NULL && worker->pid != 0) {
        close(worker->fd);
        worker->pid = 0;
    }
    worker_close(worker);
}

void worker_about(struct worker *worker, const char *file)
{
    free(worker->file);
    worker->file = file == NULL ? NULL : memory_copy(file, strlen(file));
}

/* ---- sentences ------------------------------------------------------------------------------------ */

/* Fails with a sentence of ours about the worker, which is then dead. */
static bool fail(struct worker *worker, struct error *err, enum error_kind kind, const char *id,
                 const char *format, long long number)
{
    struct fault fault = {0};
    char digits[24];
    snprintf(digits, sizeof digits, "%lld", number);
    fault_set(&fault, kind, id, format, worker->file, digits, NULL);
    end(worker);
    return fault_error(&fault, worker->kind, worker->place, err);
}

/* Fails for the system's sake: the foreign code is not to blame. */
static bool stall(struct worker *worker, struct error *err)
{
    error_set(err, M_WORKER_STALLED, worker->place, worker->patience_ms / 1000);
    end(worker);
    return false;
}

/* Makes one sentence of whatever stopped the channel. What the process ended with is left out: a
 * broken heap ends now by this signal, now by that. */
static bool explain(struct worker *worker, enum channel_end how, struct error *err)
{
    switch (how) {
    case CHANNEL_DONE:
        return true;
    case CHANNEL_TIME:
        return clock_now_ms(worker) < worker->spent_at_ms
                   ? stall(worker, err)
                   : fail(worker, err, M_WORKER_TIME, LIMIT_WORKER_MS);
    case CHANNEL_BAD:
        return fail(worker, err, M_WORKER_ANSWER, 0);
    case CHANNEL_LONG:
        return fail(worker, err, M_WORKER_LONG, LIMIT_ANSWER_BYTES);
    case CHANNEL_FAILED:
        error_set(err, M_WORKER_CHANNEL, worker->place, error_cause(errno));
        end(worker);
        return false;
    case CHANNEL_CLOSED:
        break;
    }
    return fail(worker, err, M_WORKER_ENDED, 0);
}

bool worker_refuse(struct worker *worker, struct error *err)
{
    return fail(worker, err, M_WORKER_ANSWER, 0);
}

/* ---- messages ------------------------------------------------------------------------------------- */

bool worker_send(struct worker *worker, const char *bytes, size_t length, struct error *err)
{
    if (worker->pid == 0) {
        return fail(worker, err, M_WORKER_ENDED, 0);
    }
    struct channel_patience patience = begin_wait(worker);
    enum channel_end how = channel_send(worker->fd, bytes, length, &patience);
    end_wait(worker);
    return explain(worker, how, err);
}

/* Turns an error message into *err; true when the answer is something else. */
static bool take_error(struct worker *worker, const struct text *answer, struct error *err)
{
    static const char head[] = "{\"error\":";
    if (strncmp(answer->bytes, head, sizeof head - 1) != 0) {
        return true;
    }
    struct fault fault;
    if (!fault_read(answer->bytes, answer->length, &fault)) {
        return worker_refuse(worker, err);
    }
    end(worker);
    return fault_error(&fault, worker->kind, worker->place, err);
}

bool worker_receive(struct worker *worker, struct text *answer, struct error *err)
{
    if (worker->pid == 0) {
        return fail(worker, err, M_WORKER_ENDED, 0);
    }
    struct channel_patience patience = begin_wait(worker);
    enum channel_end how = channel_receive(worker->fd, answer, &patience);
    end_wait(worker);
    return explain(worker, how, err) && take_error(worker, answer, err);
}

bool worker_ask(struct worker *worker, const char *bytes, size_t length, struct text *answer,
                struct error *err)
{
    return worker_send(worker, bytes, length, err) && worker_receive(worker, answer, err);
}
