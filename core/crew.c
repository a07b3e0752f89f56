#include "crew.h"

#include "memory.h"
#include "message.h"

#include <assert.h>
#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

/* What both sides see of a request and its answer. */
struct slot {
    char request[CREW_REQUEST_BYTES + 1];
    char answer[CREW_ANSWER_BYTES];
};

/* What a pipe tells of a request or an answer. */
struct note {
    uint64_t length;
    uint64_t behind; /* 1: the bytes follow on the pipe */
};

/* One member, as the crew sees it. */
struct member {
    pid_t pid;
    int to, from;          /* ends of its pipes; -1 when closed */
    struct slot *slots;    /* CREW_OPEN of them, used in turn */
    size_t sent, received; /* requests, answers */
    struct text long_answer;
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

/* --- a member ----------------------------------------------------------------------------------- */

/* Puts an answer where the other side finds it, and tells of it. */
static bool reply(int to, struct slot *slot, const struct text *answer)
{
    struct note note = {answer->length, answer->length > sizeof slot->answer};
    if (note.behind == 0) {
        memcpy(slot->answer, answer->bytes, answer->length);
    }
    return write_all(to, &note, sizeof note) &&
           (note.behind == 0 || write_all(to, answer->bytes, answer->length));
}

/* The life of a member: ends when the crew closes its pipe. Never returns. */
static _Noreturn void serve(int from, int to, struct slot *slots, crew_work work, void *context)
{
    struct text answer = TEXT_EMPTY;
    struct note note;
    bool going = true;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    for (size_t turn = 0; going && read_all(from, &note, sizeof note); turn++) {
        struct slot *slot = &slots[turn % CREW_OPEN];
        const struct text request = {.bytes = slot->request, .length = note.length};
        text_clear(&answer);
        going = work(context, &request, &answer) && reply(to, slot, &answer);
    }
    text_release(&answer);
    _exit(going ? 0 : 1);
}

/* Memory for both sides; pages that are never touched cost nothing. NULL when there is none. */
static struct slot *share(void)
{
    void *memory = mmap(NULL, CREW_OPEN * sizeof(struct slot), PROT_READ | PROT_WRITE,
                        MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return memory == MAP_FAILED ? NULL : memory;
}

/* Starts member `i`; the pipes of those before it are closed in it. */
static bool start_member(struct crew *crew, size_t i, crew_work work, void *context)
{
    struct member *member = &crew->members[i];
    int requests[2];
    int answers[2];
    struct slot *slots = share();
    if (slots == NULL) {
        return false;
    }
    if (pipe(requests) != 0) {
        munmap(slots, CREW_OPEN * sizeof *slots);
        return false;
    }
    if (pipe(answers) != 0) {
        close(requests[0]);
        close(requests[1]);
        munmap(slots, CREW_OPEN * sizeof *slots);
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
        serve(requests[0], answers[1], slots, work, context);
    }
    close(requests[0]);
    close(answers[1]);
    member->to = requests[1];
    member->from = answers[0];
    member->slots = slots;
    member->long_answer = (struct text)TEXT_EMPTY;
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

bool crew_send(struct crew *crew, size_t i, const struct crew_part *parts, size_t count,
               struct error *err)
{
    struct member *member = &crew->members[i];
    struct slot *slot = &member->slots[member->sent % CREW_OPEN];
    struct note note = {0, 0};
    assert(member->sent - member->received < CREW_OPEN);
    for (size_t part = 0; part < count; part++) {
        assert(parts[part].length <= CREW_REQUEST_BYTES - note.length);
        memcpy(slot->request + note.length, parts[part].bytes, parts[part].length);
        note.length += parts[part].length;
    }
    slot->request[note.length] = '\0';
    member->sent++;
    return write_all(member->to, &note, sizeof note) || error_set(err, M_CREW_LOST, NULL);
}

/* Reads an answer that follows on the pipe. */
static bool read_long(struct member *member, size_t length)
{
    text_clear(&member->long_answer);
    text_reserve(&member->long_answer, length);
    return read_all(member->from, member->long_answer.bytes, length);
}

bool crew_receive(struct crew *crew, size_t i, struct crew_answer *answer, struct error *err)
{
    struct member *member = &crew->members[i];
    struct note note = {0, 0};
    if (!read_all(member->from, &note, sizeof note) ||
        (note.behind != 0 && !read_long(member, note.length))) {
        return error_set(err, M_CREW_LOST, NULL);
    }
    const struct slot *slot = &member->slots[member->received++ % CREW_OPEN];
    *answer = (struct crew_answer){
        .bytes = note.behind != 0 ? member->long_answer.bytes : slot->answer,
        .length = note.length,
        .request = slot->request,
    };
    return true;
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
        munmap(crew->members[i].slots, CREW_OPEN * sizeof(struct slot));
        text_release(&crew->members[i].long_answer);
    }
    free(crew);
}
