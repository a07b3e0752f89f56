/* mutation: small mistakes put into an instrument, one at a time, to see whether its examples notice.
 *
 * Each is a mistake that a check cannot find, since the instrument stays sound: a weight that is a tenth
 * of a percent too high while its neighbour is too low, a predicate that begins one step of the published
 * index early or late, evidence that is due one level off, a level that is granted to everyone, a
 * predicate read from the other index, another value for what nobody answered, a line of a conversion
 * that lies off. Always the same list in the same order. */
#ifndef SPBE_MUTATION_H
#define SPBE_MUTATION_H

#include "arena.h"
#include "error.h"
#include "instrument.h"
#include "pack_example.h"
#include "text.h"

#include <stdbool.h>
#include <stddef.h>

enum mutation_kind {
    MUTATION_WEIGHT,
    MUTATION_BAND,
    MUTATION_READING,
    MUTATION_UNANSWERED,
    MUTATION_DUTY_LEVEL,
    MUTATION_DUTY_COUNT,
    MUTATION_BASELINE,
    MUTATION_SCALE, /* where one level ends and the next begins, where items score */
    MUTATION_LINE,  /* the value, at one end of a line of a conversion */
    MUTATION_KINDS
};

/* One mistake. */
struct mutation {
    enum mutation_kind kind;
    size_t at;    /* position of the indicator, band, reading or level; number of a level (scale) */
    size_t inner; /* of a weight, the indicator that loses; of a line, its position */
    int step;     /* +1 or -1 */
};

/* All mistakes for an instrument, *count of them, from `arena`. */
const struct mutation *mutation_list(const struct instrument *instrument, struct arena *arena,
                                     size_t *count);
/* Makes it: *out is the instrument with that mistake, changed parts from `arena`. */
void mutation_make(const struct mutation *mutation, const struct instrument *instrument,
                   struct arena *arena, struct instrument *out);
/* Appends what it is, in the reader's language: "weight I05 1.3 → 1.4, I06 1.3 → 1.2". */
void mutation_say(const struct mutation *mutation, const struct instrument *instrument,
                  struct text *out);
/* What a kind is, for a list: "weights". Translated. */
const char *mutation_kind_title(enum mutation_kind kind);

/* True when one of the examples gives something else than it expects under `instrument`, or cannot be
 * computed any more. Clears and uses `arena`. */
bool mutation_noticed(const struct instrument *instrument, const struct pack_example *examples,
                      size_t count, struct arena *arena);

#endif
