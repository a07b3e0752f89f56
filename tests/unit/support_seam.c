#define SPBE_SUPPORT_SEAM_OWN
#include "support_seam.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

/* The run at hand. */
static struct {
    const struct seam *seam;
    struct seam_outcome *outcome;
    struct sandbox *sandbox;
    size_t received;
} now;

bool seam_receive(struct text *message)
{
    if (now.received == now.seam->count) {
        return false;
    }
    const struct text *next = now.seam->messages[now.received++];
    text_clear(message);
    text_append(message, next->bytes, next->length);
    return true;
}

void seam_send(const char *bytes, size_t length)
{
    text_append(&now.outcome->answers, bytes, length);
    text_add(&now.outcome->answers, "\n");
}

void seam_fail(const struct fault *fault)
{
    if (now.outcome->fault.id == NULL) {
        now.outcome->fault = *fault;
    }
}

struct sandbox *seam_open(const struct sandbox_limits *limits, struct fault *fault)
{
    struct sandbox_limits failing = *limits;
    failing.fail_at = now.seam->fail_at;
    failing.fail_once = now.seam->fail_once;
    now.sandbox = sandbox_open(&failing, fault);
    return now.sandbox;
}

void seam_run(const struct seam *seam, void (*role)(void), struct seam_outcome *outcome)
{
    text_clear(&outcome->answers);
    outcome->fault.id = NULL;
    now.seam = seam;
    now.outcome = outcome;
    now.received = 0;
    now.sandbox = NULL;
    role();
    sandbox_close(now.sandbox);
}

/* The sentence that the parent would make of a fault about memory. */
static void check_sentence(const struct fault *fault, size_t n)
{
    struct error err = {.kind = ERROR_NONE};
    if (strcmp(fault->id, "SANDBOX_MEMORY") != 0) {
        fail_msg("allocation %zu: %s", n, fault->id);
    }
    fault_error(fault, ERROR_PACK, "rules/x", &err);
    assert_non_null(strstr(err.message, "needs more memory than the"));
    assert_null(strchr(err.message, '\n'));
}

/* One failure; true when the role came through it with all its answers. */
static bool check_one(struct seam *seam, void (*role)(void), const struct text *whole,
                      struct seam_outcome *outcome)
{
    seam_run(seam, role, outcome);
    if (outcome->fault.id != NULL) {
        check_sentence(&outcome->fault, seam->fail_at);
        return false;
    }
    const char *end = seam->until == NULL ? NULL : strstr(whole->bytes, seam->until);
    size_t same = end == NULL ? whole->length + 1 : (size_t)(end - whole->bytes);
    if (strncmp(outcome->answers.bytes, whole->bytes, same) != 0) {
        fail_msg("allocation %zu: other answers:\n%s", seam->fail_at, outcome->answers.bytes);
    }
    return true;
}

size_t seam_sweep(struct seam *seam, void (*role)(void))
{
    struct seam_outcome whole = {.answers = TEXT_EMPTY};
    struct seam_outcome outcome = {.answers = TEXT_EMPTY};
    size_t n = 1;
    seam->fail_at = 0;
    seam_run(seam, role, &whole);
    if (whole.fault.id != NULL) {
        fail_msg("without failures: %s at %s", whole.fault.id, whole.fault.where);
    }
    for (bool through = false; !through; n += through ? 0 : 1) {
        seam->fail_at = n;
        seam->fail_once = true;
        check_one(seam, role, &whole.answers, &outcome);
        seam->fail_once = false;
        through = check_one(seam, role, &whole.answers, &outcome);
        assert_true(n < 10000000);
    }
    text_release(&whole.answers);
    text_release(&outcome.answers);
    return n;
}
