/* form_conflict: what a person is to decide, gathered from forms, and the workbook to decide it in.
 *
 * Each conflict says what the form began with (if the history still knows it), what the file and the form say
 * now, who changed the file, and when. The workbook (template "konflik") carries on a hidden sheet, sealed, what is
 * needed to carry out a decision: the form's text in full, and the marks of what the file said. A document that is
 * disputed as a whole has further rows below its own, one a text ("D1", field, nothing, text). form_decision
 * reads all back. */
#ifndef SPBE_FORM_CONFLICT_H
#define SPBE_FORM_CONFLICT_H

#include "form_merge.h"
#include "text.h"

#include <stdbool.h>
#include <stddef.h>

#define FORM_CONFLICT_FORMAT "spbe-conflicts/1"
#define FORM_CONFLICT_SHEET "_spbe_konflik"

/* The cells of a conflict's row on the hidden sheet: its id ("K1"), word of the field, subject, text of the form,
 * marks of what the file said and of what the form began with, verified value or "", word of the reason. */
enum form_conflict_cell {
    CONFLICT_ID,
    CONFLICT_FIELD,
    CONFLICT_SUBJECT,
    CONFLICT_MINE,
    CONFLICT_NOW,
    CONFLICT_BEGAN,
    CONFLICT_VERIFIED,
    CONFLICT_REASON,
    CONFLICT_CELLS
};

struct form_conflict {
    struct form_dispute dispute;
    const char *place;    /* of the form: "dinas.xlsx: 2 Tata Kelola!D17" */
    const char *base;     /* what the form began with; NULL when nobody knows any more */
    const char *who, *at; /* of the file's last change; NULL when there was none */
};

struct form_conflicts {
    struct arena *arena; /* borrowed; holds everything */
    struct form_conflict *items;
    size_t count, room;
};

/* Adds a conflict, copied. Fails where the history cannot be read. */
bool form_conflicts_add(struct form_conflicts *conflicts, const struct edit *edit,
                        const struct form_dispute *dispute, const char *place, struct error *err);

/* The options of the template "konflik", as JSON. */
bool form_conflicts_options(const struct form_conflicts *conflicts, const struct edit *edit,
                            struct text *out, struct error *err);

/* The word of a reason on the hidden sheet: "both", "verified", "locked", "withdrawn", "other". Static. */
const char *form_reason_word(enum form_reason reason);
/* The reason of a word; FORM_BOTH when it is none. */
enum form_reason form_reason(const char *word);

#endif
