/* reproduction: a saved result held against the same result computed again.
 *
 * The assessment is evaluated on the basis of the saved result, written as a result document, read back,
 * and compared figure by figure; so what is compared is what anybody can see in both documents. */
#ifndef SPBE_REPRODUCTION_H
#define SPBE_REPRODUCTION_H

#include "saved_result.h"

/* A figure that is not the same. */
struct reproduction_difference {
    const struct saved_figure *saved;
    const char *now; /* NULL where there is no such figure now */
};

struct reproduction {
    size_t compared;                         /* figures of the saved result */
    struct reproduction_difference *differs; /* in the order of the saved document */
    size_t count;
};

/* Computes again. saved: must outlive *out, as must `arena`. assessment: made for the instrument of the
 * rules that the result names. Fails as evaluation_run does. */
bool reproduction_run(const struct saved_result *saved, const struct assessment *assessment,
                      struct arena *arena, struct reproduction *out, struct error *err);

#endif
