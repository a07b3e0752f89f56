/* edit_score: what a person may answer where items or an outside index score an indicator.
 *
 * As the functions of `edit`: each checks what was typed, then changes facts within an open step. */
#ifndef SPBE_EDIT_SCORE_H
#define SPBE_EDIT_SCORE_H

#include "edit.h"

#include <stdbool.h>

/* True when an id is written like that of an item: "I01.2.e1". */
bool edit_score_is_item(const char *id);

/* What is answered where items or an outside index score. */
struct score_subject {
    int indicator; /* position */
    int level;     /* position, or NOWHERE for the outside index of the indicator */
    size_t item;   /* from 1; 0 for an outside index */
};

/* What the subject of an answer names, as facts write it: "I01.2.e1" an item, "I05/indeks_sdi" an outside
 * index. False when the instrument has no such thing. */
bool edit_score_subject(const struct instrument *instrument, const char *subject,
                        struct score_subject *out);

/* Answers an item as edit_answer does a criterion. Fails with EDIT_ITEM when the instrument has no such
 * item. */
bool edit_score_item(const struct edit *edit, const char *id, const char *word, const char *note,
                     struct error *err);

/* Gives an indicator the value of its outside index, with decimal comma or point; "-" takes it away.
 * key: which index, or NULL for the one that the indicator has. Fails with EDIT_NO_MEASURE,
 * EDIT_MEASURE_KEY, EDIT_NUMBER, or EDIT_MEASURE_RANGE off its scale. */
bool edit_score_measure(const struct edit *edit, const char *indicator, const char *key,
                        const char *value, struct error *err);

/* Reads a value of the outside index that scores an indicator, with decimal comma or point. Fails with
 * EDIT_NO_MEASURE, EDIT_NUMBER, or EDIT_MEASURE_RANGE off its scale. */
bool edit_score_read_measure(const struct indicator *indicator, const char *typed,
                             struct fraction *value, struct error *err);

#endif
