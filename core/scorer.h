/* scorer: who calls the scoring functions of a pack, whenever an assessment needs them.
 *
 * The functions stay in a worker of their own, which is started at the first question with the very
 * files that were checked, and serves all questions after it; the parent never runs them. A question is
 * one message for all functions of one assessment (pack_guest.h), so that a batch costs one exchange
 * each. A worker that was refused something is closed, and the next question begins with a new one: no
 * assessment can tell what was asked before it. After a fork each process has a worker of its own. */
#ifndef SPBE_SCORER_H
#define SPBE_SCORER_H

#include "complaint.h"
#include "error.h"
#include "fault.h"
#include "text.h"

struct scorer;

/* place: the pack as the user named it. sources: its files, in the order in which they were loaded.
 * Both borrowed until scorer_free, which is yours to call. Starts nothing. */
struct scorer *scorer_new(const char *place, const struct source *sources, size_t count);
/* Ends its worker and frees it; NULL is taken. */
void scorer_free(struct scorer *scorer);

/* Asks one question and puts the answer into *answer. Fails with an ERROR_PACK kind that names file and
 * line of a function that was refused. */
bool scorer_ask(struct scorer *scorer, const struct text *question, struct text *answer,
                struct error *err);
/* Has its worker note which lines are run, and keeps one worker for all questions; before the first. */
void scorer_trace(struct scorer *scorer);
/* Keeps one worker for all questions, without watching it: for a session. */
void scorer_keep(struct scorer *scorer);
/* Tells in *err what a fault says that came inside an answer, with the place as people know it. Returns
 * false. */
bool scorer_tell(const struct scorer *scorer, const struct fault *fault, struct error *err);
/* What the worker reports (pack_guest.h: "report") on what was used and run so far. */
bool scorer_report(struct scorer *scorer, struct text *answer, struct error *err);
/* The place and files that it was made with, *count of them. */
const struct source *scorer_sources(const struct scorer *scorer, const char **place, size_t *count);
/* Fails with the sentence about an answer that makes no sense, and ends the worker. */
bool scorer_refuse(struct scorer *scorer, struct error *err);
/* Appends where a function stands, "rules/x/domain_1.lua:41", from its name
 * ("domain_1.lua:aspects[1].indicators[1].value"). */
void scorer_place(const struct scorer *scorer, const char *function, struct text *out);
/* The SHA-256 of its file; "" when there is none. Borrowed. */
const char *scorer_sha256(const struct scorer *scorer, const char *function);

#endif
