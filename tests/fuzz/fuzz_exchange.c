/* The assessment JSON over any bytes, for an instrument of whole values and one of fractions. What is
 * taken must come back the same: written, read and written again it gives the same bytes. */
#include "exchange.h"

#include <stdlib.h>
#include <string.h>

#include "../unit/support_fixture.c"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void want(bool truth)
{
    if (!truth) {
        abort();
    }
}

/* Reads a document and appends its canonical form. */
static bool rewrite(const char *bytes, size_t length, const struct instrument *instrument,
                    struct text *out)
{
    char id[EXCHANGE_ID_BYTES];
    struct arena arena = ARENA_EMPTY;
    struct assessment assessment;
    struct error err = {.kind = ERROR_NONE};
    bool found = exchange_peek_instrument(bytes, length, "f", id, &err);
    want(found || err.message[0] != '\0');
    error_clear(&err);
    bool ok = exchange_read(bytes, length, "f", instrument, &arena, &assessment, &err);
    if (ok) {
        want(found && strcmp(id, instrument->id) == 0);
        exchange_write(&assessment, out);
    } else {
        want(err.where[0] == 'f' && err.message[0] != '\0');
    }
    arena_release(&arena);
    return ok;
}

static void check(const char *bytes, size_t length, bool fractions)
{
    struct fixture fixture;
    struct text first = TEXT_EMPTY;
    struct text second = TEXT_EMPTY;
    fixture_open(&fixture);
    if (fractions) {
        fixture_as_pemdi(&fixture);
    }
    if (rewrite(bytes, length, &fixture.instrument, &first)) {
        want(rewrite(first.bytes, first.length, &fixture.instrument, &second));
        want(strcmp(first.bytes, second.bytes) == 0);
    }
    text_release(&first);
    text_release(&second);
    fixture_close(&fixture);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t length)
{
    check((const char *)data, length, false);
    check((const char *)data, length, true);
    return 0;
}
