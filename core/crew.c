#include "crew.h"

#include "memory.h"
#include "message.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PIPE_BYTES = 1048576 };

/* One member, as the crew sees it. */
struct member {
    pid_t pid;
    int to, from; /* ends of its pipes; -1 when closed */
};

struct crew {
    size_t count;
    struct member members[];
};

/* --- bytes over a pipe -------------------------------------------------------------------------- */

static bool write_all(int fd, const void *bytes, size_t length)
{
    const char *at = bytes;
    while (length > 0) {
        ssize_t done = write(fd, at, length);
        if (done < 0 && errno == EINTR) {
            continue;
        }
        if (done <= 0) {
            return false;
        }
        at += done;
        length -= (size_t)done;
    }
    return true;
}

static bool read_all(int fd, void *bytes, size_t length)
{
    char *at = bytes;
    while (length > 0) {
        ssize_t done = read(fd, at, length);
        if (done < 0 && errno == EINTR) {
            continue;
        }
        if (done <= 0) {
            return false;
        }
        at += done;
        length -= (size_t)done;
    }
    return true;
}

static bool write_message(int fd, const struct text *message)
{
    uint64_t length = message->length;
    return write_all(fd, &length, sizeof length) && write_all(fd, message->bytes, message->length);
}

static bool read_message(int fd, struct text *message)
{
    uint64_t length = 0;
    text_clear(message);
    if (!read_all(fd, &length, sizeof length)) {
        return false;
    }
    text_reserve(message, length);
    if (!read_all(fd, message->bytes, length)) {
        return false;
    }
    message->length = length;
    message->bytes[length] = '\0';
    return true;
}

/* --- a member ----------------------------------------------------------------------------------- */

/* The life of a member: ends when the crew closes its pipe. Never returns. */
static _Noreturn void serve(int from, int to, crew_work work, void *context)
{
    struct text request = TEXT_EMPTY;
    struct text answer = TEXT_EMPTY;
    bool going = true;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    while (going && read_message(from, &request)) {
        text_clear(&answer);
        going = work(context, &request, &answer) && write_message(to, &answer);
    }
    text_release(&request);
    text_release(&answer);
    _exit(going ? 0 : 1);
}

/* Lets a pipe hold a whole message of the usual size, so that neither side wakes the other for each 64 KiB. Only
 * a wish: the system may refuse it. */
static void widen(int fd)
{
    (void)fcntl(fd, F_SETPIPE_SZ, PIPE_BYTES);
}

/* Starts member `i`; the pipes of those before it are closed in it. */
static bool start_member(struct crew *crew, size_t i, crew_work work, void *context)
{
    struct member *member = &crew->members[i];
    int requests[2];
    int answers[2];
    if (pipe(requests) != 0) {
        return false;
    }
    if (pipe(answers) != 0) {
        close(requests[0]);
        close(requests[1]);
        return false;
    }
    member->pid = fork();
    if (member->pid == 0) {
        for (size_t k = 0; k < i; k++) {
            close(crew->members[k].to);
            close(crew->members[k].from);
        }
        close(requests[1]);
        close(answers[0]);
        serve(requests[0], answers[1], work, context);
    }
    close(requests[0]);
    close(answers[1]);
    member->to = requests[1];
    member->from = answers[0];
    widen(member->to);
    widen(member->from);
    crew->count = i + 1;
    return member->pid > 0;
}

/* --- the crew ----------------------------------------------------------------------------------- */

struct crew *crew_start(size_t count, crew_work work, void *context, struct error *err)
{
    struct crew *crew = memory_zero(1, sizeof *crew + count * sizeof crew->members[0]);
    for (size_t i = 0; i < count; i++) {
        if (!start_member(crew, i, work, context)) {
            error_set(err, M_CREW_START, NULL, error_cause(errno));
            crew_end(crew);
            return NULL;
        }
    }
    return crew;
}

bool crew_send(struct crew *crew, size_t i, const struct text *request, struct error *err)
{
    return write_message(crew->members[i].to, request) || error_set(err, M_CREW_LOST, NULL);
}

bool crew_receive(struct crew *crew, size_t i, struct text *answer, struct error *err)
{
    return read_message(crew->members[i].from, answer) || error_set(err, M_CREW_LOST, NULL);
}

void crew_end(struct crew *crew)
{
    if (crew == NULL) {
        return;
    }
    for (size_t i = 0; i < crew->count; i++) {
        close(crew->members[i].to);
        close(crew->members[i].from);
    }
    for (size_t i = 0; i < crew->count; i++) {
        if (crew->members[i].pid > 0) {
            while (waitpid(crew->members[i].pid, NULL, 0) < 0 && errno == EINTR) {
            }
        }
    }
    free(crew);
}
