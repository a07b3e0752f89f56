/* explain_view: the proof of one indicator's value, readable on 80 columns.
 *
 * Criterion → answer → evidence → level → weight → contribution, with the documents that ask for each
 * criterion and the guide of the year, and why the value is not the next one. */
#ifndef SPBE_EXPLAIN_VIEW_H
#define SPBE_EXPLAIN_VIEW_H

#include "console.h"
#include "evaluation.h"

/* Writes the proof. indicator: its position; scratch: for the sentences. */
void explain_view_print(const struct evaluation *evaluation, int indicator,
                        const struct console *console, struct arena *scratch);

#endif
