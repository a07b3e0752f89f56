/* form: what a form to be filled in carries with it, so that it can be read back safely.
 *
 * Each row that can be filled in has a stable id (of an indicator, "I05/indeks_sdi" for its outside index, of an
 * item that scores, a criterion or an evidence item; "I11.3" for a level's explanation, "PU1" for a general
 * question) and marks: fingerprints of the texts that its cells began with. Marks let a reader tell an untouched cell from
 * a changed one, and a change here from a change in the file, without either text. All rows together are
 * sealed by a SHA-256, against damage rather than against forgers.
 *
 * Texts of values: "Ya", "Tidak" for criteria and items that score; "3", "2.5" for claims of indicators and
 * outside indices; none for a decisive criterion, which its outside index answers; ids of criteria and of items
 * that score by ", " for what an evidence item supports (its indicator's id where that is nothing yet); "" where nothing is. Days are
 * written 2023-05-01. */
#ifndef SPBE_FORM_H
#define SPBE_FORM_H

#include "assessment.h"
#include "dossier.h"
#include "hash.h"
#include "text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define FORM_FORMAT "spbe-form/1"
#define FORM_SHEET "_spbe" /* the hidden sheet with ids, marks and seal */

enum { FORM_MARK = 16 }; /* digits of a mark */

/* The cells of a row, in the order of the hidden sheet's columns, where a mark stands for each text. */
enum form_cell {
    FORM_ID,
    FORM_VALUE, /* of an explanation its facts, or all of it where there are no parts; the answer to a question */
    FORM_NOTE, /* of an explanation its analysis */
    FORM_ITEM, /* hidden sheet only: id of the evidence item that a criterion's row began with */
    FORM_TITLE,
    FORM_NUMBER,
    FORM_DATE,
    FORM_PAGES,
    FORM_FILE, /* name of a file, or a link */
    FORM_CELLS
};

/* A text as cells keep it: no white space at either end, one kind of line break. */
void form_clean(const char *text, struct text *out);
/* The mark of a text, cleaned first; NULL counts as "". */
void form_mark(const char *text, char mark[FORM_MARK + 1]);

/* Adds a row to the text that is sealed; NULL and "" are what is missing. */
void form_seal_row(struct text *sealed, const char *const cells[FORM_CELLS]);

/* A text of an evidence item by its cell (FORM_TITLE to FORM_FILE); NULL where none. */
const char *form_evidence_text(const struct evidence *item, enum form_cell cell);
/* Appends what an evidence item supports, as forms show it: ids by ", ", else its indicator's id. */
void form_add_supports(const struct exhibit *exhibit, struct text *out);
/* The document that the row of a criterion, or of an item that scores, begins with: the first that stands and
 * supports it; NULL when none. */
const struct exhibit *form_first_item(const struct exhibit *exhibits, size_t count,
                                      const char *criterion);

/* What a form is made from. */
struct form_source {
    const struct assessment *assessment;
    const bool *chosen;         /* one a indicator */
    const char *unit;           /* NULL when the form is for all */
    const char *identity;       /* of the assessment (store_identity) */
    int64_t revision;           /* length of its history: what the form began with */
    const char *deadline;       /* the day until when it is to be back, or NULL */
    const char *const *reasons; /* one a indicator: why it was returned; NULL where it was not */
    const struct exhibit *exhibits; /* evidence of the file; withdrawn items are left out */
    size_t exhibit_count;
    bool questions; /* also the general questions */
};

/* The options of the template "formulir", as JSON: the head (who the form is for, until when, its id, what was
 * returned and why, what the official application takes); texts of explanations by level, general questions; rows for what the form was made from, sealed, so that another assessment, instrument or pack
 * is told: rows for the chosen indicators and their criteria of the
 * year, their evidence, and who the form is for. A document for only one criterion or item, whose row begins
 * with it, needs no row of its own. */
void form_options(const struct form_source *source, struct text *out);

#endif
