/* form_merge: one field of a form against the file, three ways.
 *
 * What the form began with is known by its mark (form.h), what the form says now and what the file says now
 * by their texts. An untouched field changes nothing; what both say alike changes nothing; what only the form
 * changed is taken over. A dispute is what a person has to decide: both changed it, to different ends; or only
 * the form did, but the indicator is verified or locked by now. */
#ifndef SPBE_FORM_MERGE_H
#define SPBE_FORM_MERGE_H

#include "arena.h"
#include "edit.h"
#include "error.h"
#include "form_document.h"

#include <stdbool.h>
#include <stddef.h>

/* Who is right in a dispute. What is locked stays as it is, whatever is chosen. */
enum form_choice {
    FORM_ASK,    /* nobody: a person has to decide */
    FORM_THEIRS, /* the form */
    FORM_OURS    /* the file */
};

/* A field on its way into the file. */
struct form_field {
    enum field field;
    const char *indicator; /* NULL where it belongs to the agency as a whole: a general question */
    const char *subject;   /* of an explanation's part as form_part has it */
    const char *began;     /* mark of what the form began with */
    const char *mine;      /* what the form says, cleaned, in the words of a form (form.h) */
};

enum form_outcome {
    FORM_UNTOUCHED, /* the form says what it began with */
    FORM_SAME,      /* the file says it already */
    FORM_TAKEN,     /* it is in the file now */
    FORM_KEPT,      /* in dispute, and the file is right (FORM_OURS) */
    FORM_DISPUTED,  /* in dispute, and undecided: nothing was changed */
    FORM_REFUSED,   /* what the form says is no value */
    FORM_OUTCOMES
};

enum form_reason {
    FORM_BOTH,
    FORM_IS_VERIFIED,
    FORM_IS_LOCKED,
    FORM_IS_WITHDRAWN, /* a document that the file has withdrawn */
    FORM_IS_OTHER,     /* a document that the file describes otherwise */
    FORM_REASONS
};

/* What a person is to decide: about a field; or, with `document`, about a whole document. Then the field is
 * FIELD_EVIDENCE_FOR, its subject the item that the document meets in the file ("" for none), and `mine` and
 * `now` tell both for people. */
struct form_dispute {
    struct form_field field;
    enum form_reason reason;
    const char *now;      /* what the file says, cleaned, in the words of a form */
    const char *verified; /* the verified value, or NULL */
    const struct form_document *document;
};

/* Who does it. */
struct form_merge {
    const struct edit *edit; /* a step is open */
    struct arena *arena;     /* texts of disputes live in it */
    enum form_choice choice;
};

/* Merges one field.
 *
 * dispute: set for FORM_DISPUTED, and for FORM_REFUSED where the reason is a lock; it borrows the field's texts.
 * problem: set for FORM_DISPUTED and FORM_REFUSED: the sentence for whoever reads no disputes; without a place.
 * Fails only with what ends it all: a store that cannot be read or written, a limit. */
bool form_merge(const struct form_merge *merge, const struct form_field *field,
                enum form_outcome *outcome, struct form_dispute *dispute, struct error *problem,
                struct error *err);

/* A fact of the file in the words of a form: "yes" of an answer is "Ya", of an explanation the part that
 * `subject` names (form_part). NULL where it says nothing; may be from `arena`. */
const char *form_word(const struct edit *edit, enum field field, const char *subject,
                      const char *fact, struct arena *arena);

/* What the file says about a field, cleaned, in the words of a form; from `arena`, never NULL. */
bool form_present(const struct edit *edit, enum field field, const char *subject,
                  struct arena *arena, const char **now, struct error *err);

/* Bytes of a text to show within a sentence. */
int form_shown(const char *text);

#endif
