/* form_docket: the hidden sheet of a workbook of conflicts, read back: what is to be decided, sealed, as
 * form_conflict wrote it. */
#ifndef SPBE_FORM_DOCKET_H
#define SPBE_FORM_DOCKET_H

#include "arena.h"
#include "edit.h"
#include "error.h"
#include "form_report.h"
#include "sheet_book.h"

#include <stdbool.h>
#include <stddef.h>

/* What a row of the workbook is decided to be. */
enum form_verdict {
    FORM_UNDECIDED,
    FORM_KEEP_FILE,
    FORM_TAKE_FORM,
    FORM_TAKE_BOTH,
    FORM_NO_VERDICT
};

/* A conflict; its decision is for form_decision to fill in. */
struct form_decided {
    const char *id; /* "K1" */
    struct form_dispute dispute;
    const char *now;                /* mark of what the file said */
    struct form_document *document; /* where it is about one; dispute.document is the same */
    enum form_verdict verdict;
    struct form_place place; /* of the decision; row 0 where the row did not come */
    bool bad;                /* told already */
};

struct form_docket {
    struct form_decided *items;
    size_t count, room;
};

/* Reads the sheet; all lives in `arena`. anyway: as form_key_check. Fails with FORM_SEAL, or as form_key_check
 * and sheet_read do. */
bool form_docket_read(struct form_docket *docket, const struct edit *edit, struct sheet_book *book,
                      const char *path, bool anyway, struct arena *arena, struct error *err);

/* A conflict by its id; NULL when there is none. */
struct form_decided *form_docket_find(const struct form_docket *docket, const char *id);

#endif
