/* result_view: a result as a person at a terminal likes to read it.
 *
 * The index and how far the next predicate is; the three bases side by side for index, domains and aspects,
 * with a bar; what to do next and what it would bring; warnings and notices. An index is never shown
 * without how many indicators it rests on. */
#ifndef SPBE_RESULT_VIEW_H
#define SPBE_RESULT_VIEW_H

#include "console.h"
#include "evaluation.h"

/* Writes the whole view. scratch: for the sentences. */
void result_view_print(const struct evaluation *evaluation, const struct console *console,
                       struct arena *scratch);

/* Appends the headings of the lines below, and a line break. */
void result_view_heading(struct text *out);
/* Appends one line for one assessment among several: index, predicate, basis, how many indicators it
 * rests on, year, warnings, agency; and a line break. `name`: shown where the assessment has no agency. */
void result_view_line(const struct evaluation *evaluation, const char *name, struct text *out);
/* Says on standard error that an assessment has nothing on the basis that was asked for; the command then ends with
 * status 1. */
void result_view_tell_without(const char *agency, int year, enum basis basis);

#endif
