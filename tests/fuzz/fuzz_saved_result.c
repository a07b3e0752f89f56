/* Any bytes as a saved result. What is taken has all that a reproduction needs, every figure is found
 * again under its id and key, and what is refused says why and where. */
#include "saved_result.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void want(bool truth)
{
    if (!truth) {
        abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena arena = ARENA_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    struct saved_result result;
    if (saved_result_read((const char *)bytes, length, "hasil.json", &arena, &result, &err)) {
        want(result.rules != NULL && result.sha256 != NULL && result.assessment != NULL);
        want(result.file_count > 0 && result.figure_count > 0 && result.basis < BASIS_COUNT);
        for (size_t i = 0; i < result.figure_count && i < 64; i++) {
            size_t guess = i;
            const struct saved_figure *figure = &result.figures[i];
            want(saved_result_figure(&result, figure->of, figure->key, &guess) == figure);
        }
    } else {
        want(error_is_set(&err) && err.message[0] != '\0' && err.where[0] == 'h');
    }
    arena_release(&arena);
    return 0;
}
