/* guest: a worker that runs a script, spoken to message by message, as the program speaks to it. */
#ifndef SPBE_SUPPORT_GUEST_H
#define SPBE_SUPPORT_GUEST_H

#include "text.h"
#include "worker.h"

#include <stdbool.h>

/* A worker, and its last message. */
struct guest_case {
    struct worker *worker;
    struct text message;
};

/* The members of a start message that give the usual budgets: 32 MiB, 5 seconds, 50 million steps. */
extern const char guest_usual[];
/* What a script says that came to its end. */
extern const char guest_good_end[];

/* Starts a script called s.lua, in English, today being 2026-11-22, with 20 seconds for all its answers.
 *
 * arguments: a JSON list; budget: members of the start message, as guest_usual; prompt: statements may follow, as a
 * person types them. */
void guest_start_with(struct guest_case *c, const char *source, const char *arguments,
                      const char *budget, bool prompt);
/* Starts one without arguments, with the usual budgets. */
void guest_start(struct guest_case *c, const char *source);
/* Ends the worker. */
void guest_close(struct guest_case *c);
/* The next message must be this one. */
void guest_expects(struct guest_case *c, const char *message);
/* The next message must begin like this. */
void guest_expects_start(struct guest_case *c, const char *begin);
/* Sends a message to the worker. */
void guest_says(struct guest_case *c, const char *message);
/* A script must end with this fault at once: its identifier and where. */
void guest_check_fault(const char *source, const char *where, const char *id);

#endif
