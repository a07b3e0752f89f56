/* season: what is the same for all assessments of an instrument in one year (and, where criteria are
 * asked of some kinds of agencies only, for one kind).
 *
 * Which criteria count, for which level, and how each level stands before anything is answered: small
 * arrays in the order in which an evaluation goes through them, instead of the instrument's own records
 * with all their texts. */
#ifndef SPBE_SEASON_H
#define SPBE_SEASON_H

#include "arena.h"
#include "assessment.h"
#include "instrument.h"

#include <stdbool.h>
#include <stdint.h>

/* How one level stands by itself, whatever the levels below say. */
struct standing {
    int16_t number;      /* of the level */
    uint16_t counted;    /* what it asks for: its criteria of the year, a group of them once */
    uint16_t met, unmet; /* of those; the rest is not answered */
    uint16_t evidence; /* items of evidence that name one of those; LIMIT_JSON_VALUES bounds them */
    uint16_t last_item;         /* private: the item counted last */
    uint16_t items;             /* that score, where items do */
    uint16_t accepted, refused; /* of those; the rest is not answered */
    bool baseline;              /* granted to everyone */
    bool due;                   /* evidence is asked for */
    bool complete; /* every criterion is met; where items score, every item is accepted; where an
                           outside index does, it is reached */
    bool proven;   /* the evidence duty is done, or there is none */
};

enum { SEASON_FOREIGN = -1, SEASON_OTHERS = -2 };

struct season {
    const struct instrument *instrument; /* borrowed */
    int year;                            /* whose rules are used: not above the instrument's last */
    enum kind kind;                      /* of agencies; any where criteria are asked of all */
    enum reading reading;                /* of the predicate in that year */
    const int16_t *level_of;             /* by criterion: position of its level, or SEASON_FOREIGN
                                            where it does not count in the year, SEASON_OTHERS
                                            where it is asked of other kinds of agencies */
    const struct standing *levels;       /* by level: before anything is answered */
};

/* Makes the season of a year (an assessment's own, also beyond the instrument's last) for a kind of
 * agencies; arrays from `arena`. */
void season_make(struct season *season, const struct instrument *instrument, int year,
                 enum kind kind, struct arena *arena);
/* True when it is the season of that instrument, year and kind. */
bool season_is(const struct season *season, const struct instrument *instrument, int year,
               enum kind kind);
/* True when a criterion is asked of a kind of agencies. */
static inline bool season_asks(const struct criterion *criterion, enum kind kind)
{
    return criterion->kinds == 0 || (criterion->kinds >> kind & 1U) != 0;
}

#endif
