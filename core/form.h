/* form: what a form to be filled in carries with it, so that it can be read back safely.
 *
 * Each row that can be filled in has a stable id (of an indicator or criterion) and two marks: fingerprints
 * of the value and the note that the form began with. Marks let a reader tell an untouched cell from a
 * changed one, and a change here from a change in the file, without either text. All rows together are sealed
 * by a SHA-256, against damage rather than against forgers.
 *
 * Texts of values: "Ya", "Tidak" for criteria; "3", "2.5" for claims of indicators; "" where nothing is. */
#ifndef SPBE_FORM_H
#define SPBE_FORM_H

#include "assessment.h"
#include "hash.h"
#include "text.h"

#include <stdbool.h>
#include <stddef.h>

#define FORM_FORMAT "spbe-form/1"
#define FORM_SHEET "_spbe" /* the hidden sheet with ids, marks and seal */

enum { FORM_MARK = 16 }; /* digits of a mark */

/* A text as cells keep it: no white space at either end, one kind of line break. */
void form_clean(const char *text, struct text *out);
/* The mark of a text, cleaned first; NULL counts as "". */
void form_mark(const char *text, char mark[FORM_MARK + 1]);

/* Adds a row to the text that is sealed: three cells, "" for what is missing. */
void form_seal_row(struct text *sealed, const char *first, const char *second, const char *third);

/* The options of the template "formulir", as JSON: rows for the chosen indicators and their criteria of the
 * year, and who the form is for.
 *
 * chosen: one a indicator; unit: NULL when the form is for all. */
void form_options(const struct assessment *assessment, const bool *chosen, const char *unit,
                  struct text *out);

#endif
