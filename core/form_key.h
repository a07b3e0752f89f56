/* form_key: the hidden sheet of a form: for which file it was made, and the marks of what it began with. */
#ifndef SPBE_FORM_KEY_H
#define SPBE_FORM_KEY_H

#include "arena.h"
#include "edit.h"
#include "error.h"
#include "form.h"
#include "sheet_book.h"

#include <stdbool.h>
#include <stddef.h>

/* What a row of the form began with. */
struct form_base {
    char marks[FORM_CELLS]
              [FORM_MARK + 1]; /* "" for a text that was empty; value and note always have one */
    const char *item; /* id of the evidence item that a criterion's row began with; NULL = none */
    bool there;       /* the form has such a row */
    bool seen;        /* for the reader: the row has come */
};

struct form_key {
    const struct edit *edit;
    const struct exhibit *exhibits; /* all evidence of the file, by id */
    size_t exhibit_count;
    struct form_base *
        bases; /* indicators, their outside indices, criteria, items, exhibits, levels, questions */
    const size_t *items; /* by position of a level: how many items the levels below it have */
    size_t item_count;   /* of all levels */
    struct arena *arena; /* borrowed; holds all of this */
};

/* Checks that the head of a form (its rows "instrument" and "assessment", with two cells each) fits the file.
 * anyway: another assessment or other rules of the same instrument will do. Fails with FORM_RULES, FORM_PACK,
 * FORM_AGENCY, FORM_FILE, with `path` as place. */
bool form_key_check(const struct edit *edit, const char *key, const char *first, const char *second,
                    const char *path, bool anyway, struct error *err);

/* Begins a key without any rows: with all evidence of the file, and room for what each row began with. Fails as
 * store_evidence does. */
bool form_key_begin(struct form_key *key, const struct edit *edit, struct arena *arena,
                    struct error *err);

/* Reads the hidden sheet; `path` names the form. Fails with FORM_SEAL, or as form_key_check, sheet_read and
 * store_evidence do. */
bool form_key_read(struct form_key *key, const struct edit *edit, struct sheet_book *book,
                   const char *path, bool anyway, struct arena *arena, struct error *err);

/* What the row of an indicator, its outside index, a criterion, an item that scores, an evidence item, a level
 * ("I11.3", its explanation) or a general question began with, whether or not the form has it; NULL for an id that is none of these. */
struct form_base *form_key_find(const struct form_key *key, const char *id);

/* The evidence item of an id, also a withdrawn one; NULL when there is none. */
const struct exhibit *form_key_exhibit(const struct form_key *key, const char *id);

#endif
