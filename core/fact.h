/* fact: one fact of an assessment file in its table: what is, what shall be, which there are.
 *
 * One table of rows, one a field (change.h), holds the three statements for each. No judgement and
 * no journal here: `store` keeps those. */
#ifndef SPBE_FACT_H
#define SPBE_FACT_H

#include "change.h"
#include "database.h"
#include "error.h"

/* The present text, from `arena`; *now is NULL when there is none. */
bool fact_get(struct database *database, enum field field, const char *subject, struct arena *arena,
              const char **now, struct error *err);

/* Makes it `now` (NULL takes it away), within a writing transaction. indicator: the one concerned,
 * for fields whose rows belong to one; else ignored. */
bool fact_put(struct database *database, enum field field, const char *indicator,
              const char *subject, const char *now, struct error *err);

/* Tells all facts of a field in the order in which their subjects came, until `visit` returns
 * false. indicator is NULL for what concerns the file. What visit is given lives in `arena`. */
bool fact_each(struct database *database, enum field field, struct arena *arena,
               bool (*visit)(void *context, const char *subject, const char *indicator,
                             const char *now),
               void *context, struct error *err);

/* One more than the highest number that a subject of the field ever had ("E12": 13). Only for
 * FIELD_EVIDENCE_FOR and FIELD_VERDICT_FOR. */
bool fact_next_number(struct database *database, enum field field, int64_t *number,
                      struct error *err);

#endif
