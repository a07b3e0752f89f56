/* crew: copies of this process that work through pieces of a job, side by side.
 *
 * Each member is a fork of this process, made before it has any thread; it gets requests, does them one after
 * another with a function, and answers. Requests and answers lie in memory that both sides share; a pipe only tells of
 * them, so that neither side can wait for the other in a circle. A member may have CREW_OPEN requests at a time, so
 * that it has something to do while its last answer is looked at:
 *
 *     struct crew *crew = crew_start(4, work, context, err);
 *     crew_send(crew, 0, parts, 1, err);         for each member, as long as there is work
 *     crew_receive(crew, 0, &answer, err);       in the order of sending; then the next request
 *     crew_end(crew);
 *
 * Requests and answers are bytes whose meaning is the caller's business. */
#ifndef SPBE_CREW_H
#define SPBE_CREW_H

#include "error.h"
#include "text.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    CREW_OPEN = 2,                /* requests that a member may have */
    CREW_REQUEST_BYTES = 4194304, /* the longest */
    CREW_ANSWER_BYTES = 4194304   /* longer answers go over the pipe */
};

struct crew;

/* Bytes that become a request, one part behind another. */
struct crew_part {
    const void *bytes;
    size_t length;
};

/* An answer, and the request that it answers; valid until the member's next request. */
struct crew_answer {
    const char *bytes;
    size_t length;
    const char *request;
};

/* Does one request, NUL behind it, in a member's process: fills the empty *answer. Returns false when the member can
 * not go on. */
typedef bool (*crew_work)(void *context, const struct text *request, struct text *answer);

/* Starts `count` members. `context` is handed to `work`, in each member its own copy. Fails with
 * CREW_START. */
struct crew *crew_start(size_t count, crew_work work, void *context, struct error *err);
/* Gives member `i` a request of at most CREW_REQUEST_BYTES. It must have fewer than CREW_OPEN open. Fails with
 * CREW_LOST. */
bool crew_send(struct crew *crew, size_t i, const struct crew_part *parts, size_t count,
               struct error *err);
/* Waits for the answer of member `i` to its oldest open request. Fails with CREW_LOST when the member has died. */
bool crew_receive(struct crew *crew, size_t i, struct crew_answer *answer, struct error *err);
/* Ends all members and frees the crew; NULL is taken. */
void crew_end(struct crew *crew);

#endif
