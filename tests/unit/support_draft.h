/* draft: a pack declared by hand, file by file, for tests of one proof over it.
 *
 *     struct draft draft;
 *     draft_open(&draft);
 *     draft_add(&draft, "pack.lua", "{'id':'uji'}");
 *     draft_add(&draft, "domain_1.lua", "{'aspects':[],'id':'D1'}");
 *     draft_declare(&draft);
 *     check_price(&draft.pack, &draft.complaints);
 *     draft_want(&draft, "PACK_STEP_MISSING", "the whole table");
 *     draft_close(&draft);
 *
 * Only what the proof looks at need be there: nothing checks fields. */
#ifndef SPBE_SUPPORT_DRAFT_H
#define SPBE_SUPPORT_DRAFT_H

#include "complaint.h"
#include "declaration.h"

enum { DRAFT_FILES = 3 };

struct draft {
    struct arena arena;
    struct source sources[DRAFT_FILES]; /* without text, so every line is 1 */
    size_t count;
    const struct data *domains[1];
    struct declaration pack;
    struct complaints complaints;
};

/* Begins without files. */
void draft_open(struct draft *draft);
/* Frees what it holds. */
void draft_close(struct draft *draft);

/* Adds a file that returns this JSON, with ' in place of "; its value. */
const struct data *draft_add(struct draft *draft, const char *name, const char *json);
/* Makes the declaration: the first file is pack.lua, the second the only domain. */
void draft_declare(struct draft *draft);
/* Wants exactly one complaint, of this row, or none for NULL; `about` names the case that is tried. */
void draft_want(const struct draft *draft, const char *id, const char *about);

#endif
