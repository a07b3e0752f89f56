/* Mistakes in any bytes: each lies inside of them, in a line that was asked for, and replaces what it says;
 * the changed text differs there alone. */
#include "source_mutation.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

/* Ends the run unless one mistake is sound. */
static void check(const struct source_mutation *mutation, const struct text *source)
{
    struct text out = TEXT_EMPTY;
    size_t with = strlen(mutation->with);
    if (mutation->length == 0 || mutation->length > source->length ||
        mutation->at > source->length - mutation->length || mutation->line < 2 ||
        mutation->line > 50 ||
        memcmp(mutation->was, source->bytes + mutation->at, mutation->length) != 0) {
        abort();
    }
    source_mutation_make(mutation, source, &out);
    if (out.length != source->length - mutation->length + with ||
        memcmp(out.bytes, source->bytes, mutation->at) != 0 ||
        memcmp(out.bytes + mutation->at, mutation->with, with) != 0) {
        abort();
    }
    text_release(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena arena = ARENA_EMPTY;
    struct text source = TEXT_EMPTY;
    size_t count = 0;
    if (length > 4096) {
        return 0;
    }
    text_add(&source, "\n");
    text_append(&source, (const char *)bytes, length);
    const struct source_mutation *list = source_mutation_list(&source, 2, 50, &arena, &count);
    for (size_t i = 0; i < count; i++) {
        check(&list[i], &source);
    }
    text_release(&source);
    arena_release(&arena);
    return 0;
}
