/* rollup_report: a roll-up as one JSON document (format spbe-rollup/1), and as rows for a template.
 *
 * The document's keys are described by templates/spbe-rollup.schema.json. It is written in pieces, so
 * that its length costs no memory. Decimals are texts, exact; those that people read are rounded once, and
 * the exact number stands beside them. */
#ifndef SPBE_ROLLUP_REPORT_H
#define SPBE_ROLLUP_REPORT_H

#include "error.h"
#include "rollup.h"
#include "text.h"

/* Where text goes in pieces; false, with *err set, ends the writing. */
struct rollup_out {
    bool (*put)(void *context, const char *bytes, size_t length, struct error *err);
    void *context;
};

/* Writes the whole document, one line with its line break. */
bool rollup_report_write(const struct rollup *rollup, const struct rollup_out *out,
                         struct error *err);
/* Appends the document without the rows: what a template gets as `report`. */
void rollup_report_summary(const struct rollup *rollup, struct text *out);

/* How far the rows have been read; begins as zeros but for `rollup`. */
struct rollup_cursor {
    const struct rollup *rollup;
    size_t group, row;
};
/* Appends the next page of rows, a JSON list: template_run.rows whose context is a struct rollup_cursor. */
void rollup_report_page(void *context, struct text *page);

#endif
