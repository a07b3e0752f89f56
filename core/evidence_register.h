/* evidence_register: all evidence of a file as one sheet: a workbook (templates/daftar-bukti.lua) or a table
 * as text. */
#ifndef SPBE_EVIDENCE_REGISTER_H
#define SPBE_EVIDENCE_REGISTER_H

#include "arena.h"
#include "dossier.h"
#include "error.h"
#include "evaluation.h"
#include "text.h"

struct register_source {
    const struct evaluation *evaluation; /* with its warnings */
    const struct exhibit *list;          /* all items of the file that was evaluated */
    size_t count;
    const char *indicator; /* only items of this one, or NULL */
    bool all;              /* items that were replaced, too */
};

/* How many items it lists. */
size_t evidence_register_count(const struct register_source *source);
/* Appends the rows as the template takes them: a JSON object with `evidence`, a list of objects
 * (evidence_view_json) with whether it `stands`, its `state` and the `warnings` as people read them. */
void evidence_register_options(const struct register_source *source, struct text *out);
/* Appends the same as CSV (RFC 4180, UTF-8 with its mark, semicolons, a line of titles). A cell that a
 * spreadsheet would take for a formula begins with an apostrophe. */
void evidence_register_csv(const struct register_source *source, struct text *out);
/* Writes the register to `output`, whose name ends in .xlsx or .csv (else REGISTER_OUTPUT). arena: for what
 * is made on the way. */
bool evidence_register_write(const struct register_source *source, const char *output,
                             struct arena *arena, struct error *err);

#endif
