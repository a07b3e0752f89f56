/* report: the result document, format spbe-report/1, written straight as text.
 *
 * Everything that shows a result reads this document: JSON for other systems, the workbook and other
 * templates, pages. Its keys are described, one by one, by templates/spbe-report.schema.json. Scored numbers
 * are texts, exact and rounded, so that nothing is lost on the way; ids and levels are what they are.
 * The same evaluation gives the same bytes. */
#ifndef SPBE_REPORT_H
#define SPBE_REPORT_H

#include "evaluation.h"
#include "report_frame.h"
#include "text.h"

/* Each form holds all of the one before. */
enum report_form {
    REPORT_SUMMARY, /* index, domains, aspects, problems */
    REPORT_PLAIN,   /* and indicators with their reasons */
    REPORT_FULL /* and all that a report prints: criteria, answers, evidence, texts of the pack */
};

/* Appends the document, one line without line break.
 *
 * evaluation: with its warnings (warning_run), if they are to be in the document.
 * scratch:    for the sentences; may be cleared afterwards. */
void report_write(const struct evaluation *evaluation, enum report_form form, struct arena *scratch,
                  struct text *out);
/* As report_write, for many documents: `frame` keeps what they share. */
void report_write_framed(struct report_frame *frame, const struct evaluation *evaluation,
                         enum report_form form, struct arena *scratch, struct text *out);

#endif
