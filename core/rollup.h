/* rollup: many assessments together: a ranking, and what stands behind it.
 *
 * Assessments are added one by one and keep some 400 bytes each; nothing is computed until rollup_finish.
 * Those of one instrument and one year make a group; groups are never mixed: another instrument is
 * another scale, another year another state of its rules.
 *
 * - A unit of a group is something that has a value in every assessment: the index, a domain, an aspect,
 *   an indicator, numbered in this order (rollup_unit).
 * - Values are those of the main basis, counted as the index counts them: what is not given has the pack's
 *   value for that. So the means of the indicators add up to the mean of the index; how many assessments
 *   gave a unit, and the mean over those alone, is told beside it.
 * - Rank: by the exact index, the highest first. Equal indices share a rank and the next ones are left out
 *   (1, 2, 2, 4); among them the order is by name, then as they came.
 * - The weakest indicators come first by their mean; of equal ones the heavier, then the earlier. */
#ifndef SPBE_ROLLUP_H
#define SPBE_ROLLUP_H

#include "arena.h"
#include "evaluation.h"
#include "rollup_stat.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One assessment. */
struct rollup_row {
    const char *agency; /* its name, else that of the document */
    const char *sha256; /* of the document */
    enum kind kind;
    enum basis basis;
    unsigned given, of;      /* indicators */
    const struct band *band; /* the predicate; NULL below the lowest */
    const uint32_t *values;  /* one a unit: see rollup_value */
    struct fraction index;   /* exact */
    size_t rank;             /* from 1; set by rollup_finish */
    size_t position;         /* in the order in which they came */
    bool twice; /* the agency of the row before by name is the same; by rollup_finish */
};

/* What is told about the assessments of one kind of agency. */
struct rollup_kind {
    enum kind kind;
    struct rollup_stat index;
    size_t *predicates; /* by position of the band; the last: none */
};

/* What is told about a unit. */
struct rollup_summary {
    struct rollup_stat stat; /* over all assessments; `given`: those that have all of the unit */
    struct maybe mean_given; /* over those alone */
};

/* The assessments of one instrument and year. */
struct rollup_group {
    const struct instrument *instrument; /* borrowed */
    int year;
    struct rollup_row *rows; /* in the order of the ranking after rollup_finish */
    size_t count, room;
    size_t complete;              /* of which the basis has every indicator */
    size_t bases[BASIS_COUNT];    /* how many rest on each */
    size_t twice;                 /* rows of an agency that stands in the group already */
    struct rollup_summary *units; /* by unit */
    struct rollup_kind kinds[KIND_NONE + 1];
    size_t kind_count;         /* of those that occur, in the order of enum kind */
    size_t *predicates;        /* by position of the band; the last: none */
    size_t *weakest;           /* positions of the indicators, the weakest first */
    struct fraction *distinct; /* private: every value that occurs */
    size_t distinct_count;
    uint32_t *slots; /* private: where each lies, by its hash; 0 = free */
    size_t slot_count;
};

struct rollup {
    struct rollup_group **groups; /* by id of the instrument, then by year, after rollup_finish */
    size_t count;
    struct rollup_group *last; /* private: the group used last */
    struct arena arena;        /* private */
};

/* What a unit can be. */
enum rollup_part { ROLLUP_INDEX, ROLLUP_DOMAIN, ROLLUP_ASPECT, ROLLUP_INDICATOR };

/* Begins with nothing; yours to rollup_close. */
void rollup_open(struct rollup *rollup);
/* Frees what it holds. */
void rollup_close(struct rollup *rollup);

/* Adds an assessment. name: of its document, where the agency has none. What is borrowed of it afterwards
 * is the instrument. */
void rollup_add(struct rollup *rollup, const struct evaluation *evaluation, const char *name);
/* Ranks and summarises; nothing may be added afterwards. */
void rollup_finish(struct rollup *rollup);

/* The unit of a part by its position in the instrument. */
size_t rollup_unit(const struct instrument *instrument, enum rollup_part part, size_t position);
/* How many units an instrument has. */
size_t rollup_unit_count(const struct instrument *instrument);
/* The value of a unit in a row; *given: the basis has all of it. */
struct fraction rollup_value(const struct rollup_group *group, const struct rollup_row *row,
                             size_t unit, bool *given);

#endif
