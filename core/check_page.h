/* check_page: what `spbe rules check` shows: what was proved, what is wrong, what of each limit is used.
 *
 * For people as lines and tables; for programs as one JSON document, its keys told in the page of the
 * command. */
#ifndef SPBE_CHECK_PAGE_H
#define SPBE_CHECK_PAGE_H

#include "budget.h"
#include "complaint.h"
#include "console.h"
#include "pack.h"
#include "text.h"

/* What was found out about a pack; all borrowed. */
struct check_result {
    const char *place;                   /* of the pack and its overlays, for people */
    const struct complaints *complaints; /* without any, the pack is sound */
    const struct error *remarks;         /* findings of a trial: see pack_trial */
    size_t remark_count;
    const struct budget_line *budget; /* NULL where it was not measured */
    size_t budget_count;
};

/* What was proved about a pack without complaints. */
void check_page_proofs(const struct pack *pack, const struct console *console);
/* What is wrong, a sentence a line with its place, and how much that is. */
void check_page_complaints(const struct check_result *result, const struct console *console);
/* What of each limit is used, as a table. */
void check_page_budget(const struct check_result *result, const struct console *console);
/* All of it as JSON, without a line break. */
void check_page_json(const struct check_result *result, struct text *out);

#endif
