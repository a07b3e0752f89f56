/* unit_standing: the units of an agency side by side, each by the indicators that are its own.
 *
 * Units answer different indicators, so no indicator of one can be set against one of another. What can be
 * compared is how far each came on its own: the mean of its indicators by their weights, on every basis; what it
 * brings to the index and what it could bring; how many of its claims evidence and assessors bear out. Gains of
 * all units, with those of nobody, add up to the index. Every number is exact. */
#ifndef SPBE_UNIT_STANDING_H
#define SPBE_UNIT_STANDING_H

#include "comparison.h"
#include "error.h"

struct unit_standing {
    size_t indicators;                 /* that are its own on the side */
    int64_t units;                     /* of weight, together */
    unsigned given[BASIS_COUNT];       /* indicators that a basis has something for */
    struct fraction mean[BASIS_COUNT]; /* by weight; what is not given counts as the rules say */
    struct fraction met;               /* mean by the answers alone, evidence aside */
    struct fraction value;             /* `mean` on the basis of the side */
    struct fraction gained, possible;  /* of the index on that basis: brought, and at most */
    unsigned asked, answered,
        fulfilled;                /* criteria; where items or an outside index score, those */
    unsigned claims, borne_out;   /* claims; those that the supported value reaches */
    unsigned judged, accepted;    /* claims with a verdict; those that it reaches */
    size_t documents;             /* put forward */
    size_t used;                  /* of those: that name something that counts */
    size_t granted;               /* of those: for a level that the assessor gave */
    unsigned states[STATE_COUNT]; /* indicators in each state of work */
};

/* Chooses the units that are compared and keeps them in the comparison, the highest value on the last side
 * first; those of nobody (a name that is NULL) last. wanted: names, NULL-terminated; NULL for all. Fails with
 * UNITS_NONE, UNITS_UNKNOWN, or UNITS_RULES where sides are by different rules. */
bool unit_standing_choose(struct comparison *comparison, const char *const *wanted,
                          struct error *err);
/* True when an indicator is a unit's on a side; unit: NULL for those of nobody. */
bool unit_standing_owns(const struct compared_side *side, const char *unit, size_t indicator);
/* How a unit stands on a side. False when a sum would be too long to be exact. */
bool unit_standing_measure(const struct compared_side *side, const char *unit,
                           struct unit_standing *out);
/* What an indicator still could bring to the index on the basis of a side; 0 when that is too long. */
struct fraction unit_standing_missing(const struct compared_side *side, size_t indicator);

#endif
