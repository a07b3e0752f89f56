/* overlay_kind: what an overlay can change, in one table.
 *
 * A row says what `of` names, what `to` must be, and which of the other fields belong to it. The table is
 * the check (overlay), the page `spbe help pack`, and the words in which a difference between two sets of
 * rules is told (rules_diff). */
#ifndef SPBE_OVERLAY_KIND_H
#define SPBE_OVERLAY_KIND_H

#include "pack_table.h"

#include <stdbool.h>

enum overlay_kind_id {
    OVERLAY_WEIGHT,
    OVERLAY_TEXT,
    OVERLAY_YEARS,
    OVERLAY_ADD,
    OVERLAY_WITHDRAW,
    OVERLAY_BASELINE,
    OVERLAY_EVIDENCE_FROM,
    OVERLAY_EVIDENCE_COUNT,
    OVERLAY_UNANSWERED,
    OVERLAY_BAND,
    OVERLAY_READING,
    OVERLAY_GUIDELINE,
    OVERLAY_FIRST_YEAR,
    OVERLAY_LAST_YEAR,
    OVERLAY_DOCUMENT,
    OVERLAY_FUNCTION,
    OVERLAY_COUNT
};

/* What `of` names. */
enum overlay_subject {
    SUBJECT_NONE,          /* the instrument: no `of` */
    SUBJECT_PART,          /* a domain, an aspect or an indicator: "I05" */
    SUBJECT_CRITERION,     /* "I22.3.b" */
    SUBJECT_NEW_CRITERION, /* the same, not yet there */
    SUBJECT_INDICATOR,     /* "I05" */
    SUBJECT_LEVEL,         /* "I05.2" */
    SUBJECT_BAND,          /* a predicate, by its name */
    SUBJECT_NEW_DOCUMENT   /* an id of legal_basis that is not yet there */
};

/* Fields of a change beside `change`, `of`, `to`; those that every kind takes (`reason`, `source`, `over`)
 * are not told. */
enum {
    OVERLAY_TAKES_WAS = 1,
    OVERLAY_TAKES_FROM = 2,
    OVERLAY_TAKES_UNTIL = 4,
    OVERLAY_TAKES_BASIS = 8,
    OVERLAY_TAKES_GUIDE = 16,
    OVERLAY_TAKES_DEPENDS = 32
};

struct overlay_kind {
    enum overlay_kind_id change;
    enum overlay_subject subject;
    const char *word; /* in an overlay: "weight" */
    bool has_to;
    enum field_type to;    /* of `to`, where there is one */
    unsigned takes, needs; /* OVERLAY_TAKES_… */
    const char *label;     /* for people: "weight"; N_() */
    const char *meaning;   /* one line for the page; N_() */
};

/* The row of a change. */
const struct overlay_kind *overlay_kind(enum overlay_kind_id change);
/* The row of a word, or NULL. */
const struct overlay_kind *overlay_kind_find(const char *word);
/* The word that was probably meant; NULL when none is near. */
const char *overlay_kind_nearest(const char *word);
/* What `of` names, for people. Translated. */
const char *overlay_subject_title(enum overlay_subject subject);

#endif
