/* history_rules: what stands behind the rule files that a history names.
 *
 * A history keeps names and hashes. Of an overlay that is kept with the assessment people want to know whose it
 * is, why, and what it changes: it is loaded again by content, with the files of the pack that were
 * kept before it, and told in the words of the regulation. What cannot be loaded is left at its name.
 *
 *     struct history_rules rules;
 *     history_rules_open(&rules, store);
 *     … for each change, in order: history_rules_see(&rules, change), then history_rules_tell(…)
 *     history_rules_close(&rules); */
#ifndef SPBE_HISTORY_RULES_H
#define SPBE_HISTORY_RULES_H

#include "arena.h"
#include "change.h"
#include "instrument.h"
#include "json_out.h"
#include "limit.h"
#include "pack.h"
#include "store.h"
#include "text.h"

struct history_rules {
    struct store *store; /* borrowed */
    struct arena arena;
    struct pack_file files[LIMIT_PACK_FILES + 1]; /* of the pack as it was kept last */
    size_t count;
    struct pack *pack; /* with the overlay that was seen last, or NULL */
};

/* Begins; the store is that of the history. */
void history_rules_open(struct history_rules *rules, struct store *store);
/* Frees what it holds. */
void history_rules_close(struct history_rules *rules);

/* Looks at the next change. True when it kept an overlay that can be told about. */
bool history_rules_see(struct history_rules *rules, const struct change *change);
/* Appends lines about the overlay that was seen, each behind `indent` spaces: whose it is, the reason, and its
 * changes. */
void history_rules_tell(const struct history_rules *rules, size_t indent, struct text *out);
/* Writes the same as a member "overlay": id, title, author, date, reason, source, base, changes. */
void history_rules_write(const struct history_rules *rules, struct json_out *out);

#endif
