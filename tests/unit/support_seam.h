/* seam: the guest's side of a worker inside of a test, where its memory ends when the test wants it.
 *
 * A test includes the headers that the role's module includes, then this one, then the module's .c itself:
 *
 *     #include "guest.h"
 *     #include "sandbox.h"
 *     #include "support_seam.h"
 *     #include "../../core/pack_guest.c"
 *
 * The role then receives the messages that the test has put down, its answers are gathered, and its sandbox
 * fails at the chosen allocation. One role runs at a time. */
#ifndef SPBE_SUPPORT_SEAM_H
#define SPBE_SUPPORT_SEAM_H

#include "fault.h"
#include "sandbox.h"
#include "text.h"

#include <stdbool.h>
#include <stddef.h>

enum { SEAM_MESSAGES = 32 };

struct seam {
    const struct text *messages[SEAM_MESSAGES]; /* what the parent sends, in order; borrowed */
    size_t count;
    size_t fail_at; /* the allocation of the sandbox that fails, from 1; 0 = none */
    bool fail_once; /* it alone; else all later ones too */
    const char *
        until; /* answers are compared up to this text: behind it stands what was used; NULL = all */
};

/* What came of a run. */
struct seam_outcome {
    struct text answers; /* all messages that were sent, a line each */
    struct fault fault;  /* the first one; without id when there was none */
};

/* Runs a role over the messages; closes its sandbox, which asserts that all memory came back.
 * *outcome is cleared first; its text is yours to release. */
void seam_run(const struct seam *seam, void (*role)(void), struct seam_outcome *outcome);

/* Runs a role again and again while allocation n fails, alone and with all later ones, until nothing fails any
 * more: each time it gives the answers of the run without failures, or ends in one sentence about memory. Ends the
 * test otherwise. Gives how many allocations there are. */
size_t seam_sweep(struct seam *seam, void (*role)(void));

/* In place of guest_receive, guest_send, guest_fail and sandbox_open. */
bool seam_receive(struct text *message);
/* Gathers an answer. */
void seam_send(const char *bytes, size_t length);
/* Keeps the first fault. */
void seam_fail(const struct fault *fault);
/* Opens a sandbox that fails where the test wants it. */
struct sandbox *seam_open(const struct sandbox_limits *limits, struct fault *fault);

#ifndef SPBE_SUPPORT_SEAM_OWN
#define guest_receive seam_receive
#define guest_send seam_send
#define guest_fail seam_fail
#define sandbox_open seam_open
#endif

#endif
