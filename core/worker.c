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
#include <unistd.h>

struct worker {
    pid_t pid; /* 0 once it was waited for */
    int fd;    /* our end of the channel */
    enum error_kind kind;
    long long left_ms; /* waiting that is still allowed */
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
                              .left_ms = LIMIT_WORKER_MS,
                              .place = memory_copy(place, strlen(place))};
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

void worker_allow(struct worker *worker, long long ms)
{
    worker->left_ms = ms;
}

void worker_about(struct worker *worker, const char *file)
{
    free(worker->file);
    worker->file = file == NULL ? NULL : memory_copy(file, strlen(file));
}

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

/* Makes one sentence of whatever stopped the channel. What the process ended with is left out: a
 * broken heap ends now by this signal, now by that. */
static bool explain(struct worker *worker, enum channel_end how, struct error *err)
{
    switch (how) {
    case CHANNEL_DONE:
        return true;
    case CHANNEL_TIME:
        return fail(worker, err, M_WORKER_TIME, LIMIT_WORKER_MS);
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

bool worker_send(struct worker *worker, const char *bytes, size_t length, struct error *err)
{
    if (worker->pid == 0) {
        return fail(worker, err, M_WORKER_ENDED, 0);
    }
    long long begin = channel_clock_ms();
    enum channel_end how = channel_send(worker->fd, bytes, length, begin + worker->left_ms);
    worker->left_ms -= channel_clock_ms() - begin;
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
    long long begin = channel_clock_ms();
    enum channel_end how = channel_receive(worker->fd, answer, begin + worker->left_ms);
    worker->left_ms -= channel_clock_ms() - begin;
    return explain(worker, how, err) && take_error(worker, answer, err);
}

bool worker_ask(struct worker *worker, const char *bytes, size_t length, struct text *answer,
                struct error *err)
{
    return worker_send(worker, bytes, length, err) && worker_receive(worker, answer, err);
}
