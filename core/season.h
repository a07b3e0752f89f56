/* season: what is the same for all assessments of an instrument in one year.
 *
 * Which criteria count, for which level, and how each level stands before anything is answered: small
 * arrays in the order in which an evaluation goes through them, instead of the instrument's own records
 * with all their texts. */
#ifndef SPBE_SEASON_H
#define SPBE_SEASON_H

#include "arena.h"
#include "instrument.h"

#include <stdbool.h>
#include <stdint.h>

/* How one level stands by itself, whatever the levels below say. */
struct standing {
    int16_t number;      /* of the level */
    uint16_t counted;    /* its criteria of the year */
    uint16_t met, unmet; /* of those; the rest is not answered */
    uint16_t evidence; /* items of evidence that name one of those; LIMIT_JSON_VALUES bounds them */
    uint16_t last_item; /* private: the item counted last */
    bool baseline;      /* granted to everyone */
    bool due;           /* evidence is asked for */
    bool complete;      /* every criterion is met */
    bool proven;        /* the evidence duty is done, or there is none */
};

enum { SEASON_FOREIGN = -1 };

struct season {
    const struct instrument *instrument; /* borrowed */
    int year;                            /* whose rules are used: not above the instrument's last */
    enum reading reading;                /* of the predicate in that year */
    const int16_t *level_of;             /* by criterion: position of its level, or SEASON_FOREIGN
                                            where it does not count in the year */
    const struct standing *levels;       /* by level: before anything is answered */
};

/* Makes the season of a year (an assessment's own, also beyond the instrument's last); arrays from
 * `arena`. */
void season_make(struct season *season, const struct instrument *instrument, int year,
                 struct arena *arena);
/* True when it is the season of that instrument and year. */
bool season_is(const struct season *season, const struct instrument *instrument, int year);

#endif
