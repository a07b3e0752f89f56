/* impact: what overlays do to assessments.
 *
 * Each assessment is evaluated under the pack without overlays and then under each step (impact_step)
 * added to the ones before, all on the basis that the first evaluation rests on. A step causes what
 * changes between the rules before it and the rules with it; so the moves of all steps add up exactly to
 * the difference. Where the effect of a step alone is another (two changes work on each other), that is
 * told beside it. */
#ifndef SPBE_IMPACT_H
#define SPBE_IMPACT_H

#include "evaluation.h"
#include "impact_step.h"

/* An indicator whose value a step moved. */
struct impact_level {
    const char *indicator; /* id; the instrument's */
    struct fraction from, to;
};

/* What one step did to one assessment. */
struct impact_move {
    size_t step;           /* position */
    struct fraction delta; /* of the exact index */
    bool has_alone;
    struct fraction alone;       /* the same, on the pack without any other step */
    const char *predicate;       /* where the step led to another one; else NULL */
    struct impact_level *levels; /* moved values on the basis, in the instrument's order */
    size_t level_count;
};

/* The index under one set of rules. */
struct impact_index {
    struct fraction exact;
    const char *predicate; /* "" below the lowest band */
};

/* One assessment. */
struct impact_result {
    const char *name; /* the agency, else the document's name */
    int year;
    enum basis basis;
    unsigned given, of; /* indicators that the basis has something for */
    struct impact_index before, after;
    struct fraction delta;
    struct impact_move *moves; /* those steps that did something, in order */
    size_t move_count;
    size_t position; /* among all, in the order of the inputs */
};

/* What one step did to all assessments. */
struct impact_total {
    size_t moved, up, down, predicates; /* assessments: anything at all; index; predicate */
    struct fraction largest;            /* delta that is furthest from 0 */
};

struct impact {
    const struct pack *pack;
    struct impact_steps steps;
    struct impact_total *totals; /* one for each step */
    struct impact_total all;     /* of all steps together */
    struct impact_result *results;
    size_t count;
    struct arena arena;     /* of what stays */
    struct arena scratch;   /* of one assessment */
    struct season *seasons; /* private */
    int season_year;
    enum kind season_kind;
    struct arena season_arena;
};

/* Starts with a pack with overlays; yours to impact_close, also after a failure. Fails as
 * impact_steps_make does. */
bool impact_open(struct impact *impact, const struct pack *pack, struct error *err);
/* Frees what it holds. */
void impact_close(struct impact *impact);

/* Adds an assessment that was read by the rules with all overlays (any pack of the same files).
 *
 * asked: a basis, or BASIS_BY_RULE. name: of the document.
 * Fails with EVALUATION_YEAR where the pack without overlays knows no rules of its year, and
 * EVALUATION_RANGE; it is then not counted. */
bool impact_add(struct impact *impact, const struct assessment *assessment, int asked,
                const char *name, struct error *err);

/* Puts the results into the order of their effect: another predicate first, then the larger difference of
 * the index, then the larger number of moved values, then the order of the inputs. */
void impact_sort(struct impact *impact);

#endif
