/* cause_view: why an indicator's value differs, as a person at a terminal likes to read it: the assessor's reason,
 * then criteria, items and documents, or what is still missing. */
#ifndef SPBE_CAUSE_VIEW_H
#define SPBE_CAUSE_VIEW_H

#include "cause.h"
#include "console.h"

/* Writes it behind `indent` columns; of each kind of cause only the first few, the rest is counted. */
void cause_view_print(const struct cause_pair *pair, const struct console *console, size_t indent);

/* Appends a value: "3", "1,25", and rounded to the instrument's places where it has no end ("1,79"). */
void cause_view_add_value(struct text *out, const struct compared_side *side,
                          struct fraction value);

#endif
