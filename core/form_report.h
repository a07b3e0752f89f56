/* form_report: what is told while a form is taken in, with the cell that it is about, and what became of its
 * fields. */
#ifndef SPBE_FORM_REPORT_H
#define SPBE_FORM_REPORT_H

#include "error.h"
#include "form_merge.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Who is told what comes up, in the order of sheets and rows; evidence comes last. */
struct form_listener {
    void (*problem)(void *context, const struct error *problem); /* with its place in the form */
    /* What a person has to decide; NULL: each is a problem. place: "formulir.xlsx: 2 Tata Kelola!D17". All
     * is borrowed during the call. */
    void (*dispute)(void *context, const struct form_dispute *dispute, const char *place);
    void *context;
    /* What is no problem, but should be known: where, and a sentence; may be NULL. */
    void (*notice)(void *context, const char *place, const char *text);
};

/* What became of a form's fields. */
struct form_tally {
    size_t of[FORM_OUTCOMES];
};

/* A cell of the form; row and column from 1. Column 0: the form as a whole. */
struct form_place {
    const char *sheet;
    uint32_t row, column;
};

struct form_report {
    struct form_merge merge;
    const char *path; /* of the form */
    const struct form_listener *listener;
    struct form_tally *tally;
    size_t problems, notices; /* told so far, and more */
};

/* Tells what a person did wrong in a cell, where no field comes of it; its place is put in front. */
void form_report_problem(struct form_report *report, const struct form_place *place,
                         struct error *problem);
/* Tells what is no problem. */
void form_report_notice(struct form_report *report, const struct form_place *place,
                        const char *text);

/* Merges a field (form_merge), and tells what is to be mended or decided. outcome: may be NULL. Fails as
 * form_merge. */
bool form_report_merge(struct form_report *report, const struct form_place *place,
                       const struct form_field *field, enum form_outcome *outcome,
                       struct error *err);

/* Tells what a person is to decide, but not by the text of one field: a problem; where disputes are listened to,
 * the dispute about a document. dispute: NULL where it can be decided only in the form; then it is left out
 * with a notice, and the form can be taken in again. */
void form_report_undecided(struct form_report *report, const struct form_place *place,
                           const struct form_dispute *dispute, struct error *problem);
/* As form_report_merge, for the field on which a whole content depends (form_report_undecided). */
bool form_report_merge_whole(struct form_report *report, const struct form_place *place,
                             const struct form_field *field, enum form_outcome *outcome,
                             struct error *err);

#endif
