/* form_intake: forms that were filled in, and workbooks of conflicts that were decided, taken into an
 * assessment file; what is in dispute is gathered from all of them, and written into one workbook.
 *
 *     struct form_intake intake = {.gather = true, .conflicts.arena = arena};
 *     bool done = form_intake_check(output, "--conflicts", err) &&
 *                 form_intake_take(&intake, edit, bytes, length, "dinas.xlsx", &tally, err) &&
 *                 form_intake_write(&intake, edit, output, err);
 */
#ifndef SPBE_FORM_INTAKE_H
#define SPBE_FORM_INTAKE_H

#include "edit.h"
#include "error.h"
#include "folder.h"
#include "form_conflict.h"
#include "form_report.h"

#include <stdbool.h>
#include <stddef.h>

struct form_intake {
    enum form_choice choice;     /* who is right where form and file were both changed */
    bool anyway;                 /* as form_manner.anyway */
    const struct folder *folder; /* with the files of evidence; NULL: only names are kept */
    bool gather; /* what is in dispute goes into `conflicts`; else it is a problem */
    struct form_conflicts conflicts; /* its arena is the caller's */
    size_t undecided;                /* rows of workbooks of conflicts that nobody has decided */
};

/* True when the bytes are a form, or a workbook of conflicts. */
bool form_intake_is(const char *bytes, size_t length);

/* Takes one in, within an open step; the caller rolls back when it fails. Problems and notices are told on standard
 * error with their places. Fails as form_import and form_decision_import do. tally: set, also when it fails. */
bool form_intake_take(struct form_intake *intake, const struct edit *edit, const char *bytes,
                      size_t length, const char *path, struct form_tally *tally, struct error *err);

/* Checks the name of a workbook of conflicts: it ends in .xlsx (else IMPORT_OUTPUT, at `where`), and nothing has it
 * yet (else FILE_EXISTS): an older one may hold decisions. */
bool form_intake_check(const char *output, const char *where, struct error *err);

/* Writes what was gathered into such a workbook, by the template "konflik". */
bool form_intake_write(const struct form_intake *intake, const struct edit *edit,
                       const char *output, struct error *err);

#endif
