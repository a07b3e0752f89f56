/* crew: copies of this process that work through pieces of a job, side by side.
 *
 * Each member is a fork of this process, made before it has any thread; it gets requests, does them one after
 * another with a function, and answers. A member reads a request whole before it begins and has one at a
 * time, so neither side can wait for the other in a circle:
 *
 *     struct crew *crew = crew_start(4, work, context, err);
 *     crew_send(crew, 0, &request, err);         for each member, as long as there is work
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

struct crew;

/* Does one request in a member's process: fills the empty *answer. Returns false when the member can
 * not go on. */
typedef bool (*crew_work)(void *context, const struct text *request, struct text *answer);

/* Starts `count` members. `context` is handed to `work`, in each member its own copy. Fails with
 * CREW_START. */
struct crew *crew_start(size_t count, crew_work work, void *context, struct error *err);
/* Gives member `i` a request. It must have none open. Fails with CREW_LOST. */
bool crew_send(struct crew *crew, size_t i, const struct text *request, struct error *err);
/* Waits for the answer of member `i` into *answer (cleared first). Fails with CREW_LOST when the member
 * has died. */
bool crew_receive(struct crew *crew, size_t i, struct text *answer, struct error *err);
/* Ends all members and frees the crew; NULL is taken. */
void crew_end(struct crew *crew);

#endif
