/* example_cover: what the worked examples of a pack touch, and what they leave untested.
 *
 * Touched is: a level that the value of an indicator lies in, or of which all criteria are met; a criterion that is met, and an item that is
 * accepted; an outside index that is converted; a predicate that is expected; a function that is called. What an example gives for a
 * whole aspect touches none of its indicators. Only what can change a number is counted: criteria that
 * count in no year, or explain what items score, are not. */
#ifndef SPBE_EXAMPLE_COVER_H
#define SPBE_EXAMPLE_COVER_H

#include "arena.h"
#include "example.h"
#include "instrument.h"
#include "pack_example.h"
#include "text.h"

#include <stdbool.h>
#include <stddef.h>

enum cover_kind {
    COVER_LEVELS,
    COVER_CRITERIA,
    COVER_ITEMS,
    COVER_MEASURES,
    COVER_FUNCTIONS,
    COVER_BANDS,
    COVER_KINDS
};

struct cover {
    const struct instrument *instrument; /* borrowed */
    bool *touched[COVER_KINDS];          /* by position: of levels, criteria, items in the order of
                                            levels, indicators (measures, functions),
                                            bands */
    size_t *first_item;                  /* by level: the position of its first item */
};

/* How many of a kind there are, and were touched. */
struct cover_count {
    size_t touched, of;
};

/* Nothing touched yet; arrays from `arena`. */
void example_cover_start(struct cover *cover, const struct instrument *instrument,
                         struct arena *arena);
/* Adds what an example touches, from its result. */
void example_cover_add(struct cover *cover, const struct pack_example *example,
                       const struct example_result *result);
/* Of how many indicators the level of that number was touched; `touched` gets a flag for each. */
size_t example_cover_level(const struct cover *cover, int number, bool *touched);
/* Counts a kind. */
struct cover_count example_cover_count(const struct cover *cover, enum cover_kind kind);
/* Appends what was not touched, the longest names that say it: "I03–I07, I09.5, I12.3.b". */
void example_cover_gaps(const struct cover *cover, enum cover_kind kind, struct text *out);
/* Whole percents of touched of all, rounded down, so that 100 is all; 100 of nothing. */
unsigned example_cover_percent(struct cover_count count);

#endif
