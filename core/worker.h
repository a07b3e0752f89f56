/* worker: the parent's side of a disposable process that runs foreign Lua.
 *
 * worker_start spawns our own program (file_program) as `spbe --worker ROLE`, with nothing open but
 * its channel (0 and 1) and an empty environment; the child limits itself before it reads its first
 * message (guest.h). The parent then asks and gets answers.
 *
 * The child may use LIMIT_WORKER_MS of processor time, its start with it, until worker_allow gives new time;
 * past it it is killed. While the parent waits it looks at the child's own processor clock, so that on a busy
 * machine, or after the process was stopped for a while, an honest one is not called slow; one that computes
 * for ever ends as soon as if the clock on the wall were looked at. One that neither computes nor answers is
 * waited for LIMIT_WORKER_PATIENCE times as long, in all waits together, and then fails with WORKER_STALLED:
 * that is the machine's trouble, not the pack's. Where the system does not tell the child's processor time,
 * the clock on the wall stands for it.
 *
 * Whatever happens there (killed, signal, no answer, a wrong answer, an error of the script) becomes
 * one sentence in *err, the same in every run, with `place` (the pack, template or script as the user
 * named it) and, where the child told it, file and line. After a failure the worker is dead:
 * worker_close it, start another.
 *
 *     struct worker *worker = worker_start("pack", "rules/spbe-2020", ERROR_PACK, err);
 *     bool ok = worker && worker_ask(worker, request.bytes, request.length, &answer, err);
 *     worker_close(worker);
 *
 * Answers: {"error":{…}} (fault.h) is turned into *err here and never reaches the caller; every other
 * text is the caller's business. Not for threads that end before the worker does: the child dies with
 * the thread that started it. */
#ifndef SPBE_WORKER_H
#define SPBE_WORKER_H

#include "error.h"
#include "text.h"

struct worker;

/* role:  a row of the guest's table of roles ("pack", "template").
 * place: named in every sentence; copied.
 * kind:  of the errors that foreign code causes (ERROR_PACK). */
struct worker *worker_start(const char *role, const char *place, enum error_kind kind,
                            struct error *err);

/* Gives `ms` of processor time from now on, for all answers until the next call, instead of what was left:
 * before each assessment of a batch, or a larger share for a template. At most 2^31 / LIMIT_WORKER_PATIENCE. */
void worker_allow(struct worker *worker, long long ms);
/* Names the file that the next answers are about ("domain_1.lua"; copied), for the sentences of a
 * worker that can no longer tell; NULL for none. */
void worker_about(struct worker *worker, const char *file);

/* Sends one message (of any size up to LIMIT_ANSWER_BYTES) and does not wait for an answer. */
bool worker_send(struct worker *worker, const char *bytes, size_t length, struct error *err);
/* Waits for one message. */
bool worker_receive(struct worker *worker, struct text *answer, struct error *err);
/* worker_send, then worker_receive. */
bool worker_ask(struct worker *worker, const char *bytes, size_t length, struct text *answer,
                struct error *err);
/* Fails with the sentence for "a wrong answer": the caller could not make sense of what came. */
bool worker_refuse(struct worker *worker, struct error *err);

/* Ends the process, however it is, and frees the handle. NULL is taken. */
void worker_close(struct worker *worker);

/* Frees the handle in a process that was forked from the one that started the worker, and leaves the
 * worker to that one. NULL is taken. */
void worker_forget(struct worker *worker);

#endif
