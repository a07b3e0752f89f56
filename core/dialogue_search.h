/* dialogue_search: what "/" finds: indicators by id and name, and in those whose name does not hold the words,
 * items that score, criteria, notes and documents. Small and large letters are alike. */
#ifndef SPBE_DIALOGUE_SEARCH_H
#define SPBE_DIALOGUE_SEARCH_H

#include "dialogue_focus.h"

#include <stdbool.h>
#include <stddef.h>

/* Something that holds the words. */
struct found {
    int indicator;    /* position */
    int level;        /* position; NOWHERE where it is the indicator as a whole */
    struct spot spot; /* what is to be in focus; none where it is the indicator as a whole */
    const char *
        id; /* of the criterion, the document; "" else. Borrowed from the model, or NULL for an item */
    const char *text; /* that holds the words; NULL for an indicator that is found by its name */
};

/* The `number`th (from 0) of all that holds what was typed, in the order of the work; false behind the last. With
 * nothing typed that is every indicator. */
bool dialogue_search(const struct dialogue *dialogue, size_t number, struct found *found);

#endif
