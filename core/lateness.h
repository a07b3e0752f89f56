/* lateness: until when the answers of a unit are to be in, and which units are late with what.
 *
 * An indicator waits for its unit when it was returned, or when it is open and not complete; what was handed
 * in waits for the coordinator. A unit is late from the day after its deadline: its own, else that of all. */
#ifndef SPBE_LATENESS_H
#define SPBE_LATENESS_H

#include "progress.h"
#include "store.h"

#include <stdbool.h>
#include <stddef.h>

/* A unit that is late. */
struct late {
    const char *unit;     /* NULL: indicators without a unit */
    const char *deadline; /* "2026-12-15" */
    long days;            /* since then, at least 1 */
    int *indicators;      /* positions of what waits, the returned ones first; at least one */
    size_t count;
};

struct late_list {
    struct late *items; /* in the order of the list of units, those of nobody last */
    size_t count;
};

/* The deadline of a unit (NULL: of those without one), from `arena`; *day is NULL when there is none. */
bool lateness_deadline(struct store *store, const char *unit, struct arena *arena, const char **day,
                       struct error *err);

/* True when the work on an indicator waits for its unit. */
bool lateness_waits(const struct evaluation *evaluation, int indicator);

/* Who is late on the day `today`; all of it from `arena`. */
bool lateness_find(struct store *store, const struct evaluation *evaluation, const char *today,
                   struct arena *arena, struct late_list *list, struct error *err);

/* The day of today where the computer stands, as 2026-12-15. */
void lateness_today(char day[11]);

#endif
