/* plan_order: what a person asks of a plan, as typed, checked against an evaluation.
 *
 * A target is an index ("3.5", "3,50") or a predicate ("baik", "sangat baik"); it is met as soon as the year
 * reads the index so: rounded to the published places where the predicate is read from the rounded index,
 * else exactly. Least values of aspects ("A7=3") are held exactly, never rounded. A target may be left out
 * where an aspect is named. */
#ifndef SPBE_PLAN_ORDER_H
#define SPBE_PLAN_ORDER_H

#include "arena.h"
#include "calendar.h"
#include "error.h"
#include "evaluation.h"

#include <stdbool.h>
#include <stddef.h>

/* The least value of an aspect. */
struct plan_least {
    bool asked;
    struct fraction value;
};

struct plan_order {
    bool target;                /* an index or a predicate is asked for */
    struct fraction index;      /* as asked: the number, or the lower end of the predicate's band */
    const struct band *band;    /* the predicate, or NULL */
    struct fraction threshold;  /* the least exact index that the year reads as that */
    struct plan_least *aspects; /* by position */
    bool *kept;                 /* by indicator: stays where it is */
    unsigned per_unit;          /* steps that one unit takes at most; 0 = no bound */
    bool by, from;              /* dates are given */
    struct day last, first;     /* all is done by, nothing begins before */
};

/* As typed; NULL and empty lists where not given. */
struct plan_words {
    const char *target, *per_unit, *by, *from;
    const char *const *aspects, *const *keep; /* NULL-terminated */
};

/* Reads them; memory from `arena`. Fails with the PLAN_… rows of message.h and EDIT_INDICATOR. */
bool plan_order_read(struct plan_order *order, const struct evaluation *evaluation,
                     const struct plan_words *words, struct arena *arena, struct error *err);

#endif
