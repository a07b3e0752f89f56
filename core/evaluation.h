/* evaluation: an instrument applied to an assessment.
 *
 * One walk over the instrument gives every indicator three values side by side: what is claimed, what
 * answers and evidence support, what an assessor verified; and from them the aspects, the domains and
 * the index. Nobody else computes an index.
 *
 * - All sums are exact: values are fractions, weights whole units, divided once, never rounded here.
 * - A level stands when all its criteria of the year are met and its evidence duty is done: from the
 *   pack's level on, enough items of evidence name one of those criteria. The supported value is the
 *   highest level that stands together with every level below it.
 * - A baseline level is always granted; its criteria still count for the levels above.
 * - An indicator never vanishes: where a basis has nothing, it is counted with the pack's value for that.
 * - What was carried over from another assessment and waits for confirmation (`pending`) is not counted.
 * - A criterion of another year, or asked of other kinds of agencies, is never counted; one that was
 *   answered is named among the problems.
 * - Where items score (`scoring`), criteria explain: the supported value is what accepted items add, or
 *   what an outside index is converted to.
 * - Where the pack has a function for an indicator, the supported value is what it returns
 *   (`calculation`).
 *
 * How an instrument scores changes how `rate` comes to a value, and nothing behind it. The record lives
 * in an arena and may be made again and again. */
#ifndef SPBE_EVALUATION_H
#define SPBE_EVALUATION_H

#include "arena.h"
#include "assessment.h"
#include "error.h"
#include "instrument.h"
#include "problem.h"
#include "season.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What an index rests on. */
enum basis { BASIS_CLAIMED, BASIS_SUPPORTED, BASIS_VERIFIED, BASIS_COUNT };
/* Asked for instead of a basis: verified if every indicator has a verified value, else supported if
 * every indicator has an answered criterion, else claimed if there is any claim, else supported. */
enum { BASIS_BY_RULE = BASIS_COUNT };

/* What can be said about one indicator; exactly one of them holds. */
enum outcome {
    OUTCOME_RATED,
    OUTCOME_NOT_RATED, /* the main basis has nothing for it */
    OUTCOME_CONFLICT,  /* the claim is above what even the answers say */
    OUTCOME_UNPROVEN,  /* criteria of a higher level are met, but its evidence is missing */
    OUTCOME_COUNT
};

/* One value on one basis. */
struct rated {
    bool given;            /* the basis has something for the indicator */
    struct fraction value; /* what is counted, given or not */
};

/* One indicator. */
struct rating {
    struct rated on[BASIS_COUNT];
    struct fraction value; /* on the main basis */
    int level;             /* the step that holds `value`: its number */
    struct fraction met;   /* value by the answers alone, evidence aside */
    /* Why a function of the pack gives the supported value; NULL where none did. */
    const char *computed;
    enum outcome outcome;
    int blocking; /* position of the lowest level that is not complete and proven, or NOWHERE */
    int next; /* position of the level above `value`, or NOWHERE at the top; where values lie between
                     levels, of the highest one until it is complete */
    struct fraction goal; /* the value that comes with `next`; `value` at the top */
};

/* An aspect, a domain, or all of it. */
struct group {
    struct fraction value[BASIS_COUNT];
    unsigned given[BASIS_COUNT]; /* indicators that the basis has something for */
    unsigned of;                 /* indicators in all */
};

/* The index on one basis. */
struct index_value {
    struct fraction exact;
    unsigned given, of;
    const struct band *band; /* the predicate of the year's reading; NULL below the lowest band */
    const struct band
        *other; /* where the other reading (rounded or exact) gives another one; else NULL */
    const struct band *next;  /* the band above, or NULL */
    struct fraction distance; /* from the index as read to `next`; 0 without one */
};

struct evaluation {
    const struct assessment *assessment; /* borrowed, with its instrument */
    const struct assessment *counted;    /* as far as it counts: without what is pending */
    const struct instrument *instrument;
    int year;                /* whose rules are used: not above the instrument's last */
    enum reading reading;    /* of the predicate in that year */
    enum basis main;         /* the basis that is shown first */
    struct standing *levels; /* by position of the level */
    struct rating *ratings;  /* by position of the indicator */
    const struct calculated
        *calculated; /* private: what functions gave; NULL where the pack has none */
    struct group *aspects, *domains;
    struct index_value index[BASIS_COUNT];
    unsigned outcomes[OUTCOME_COUNT]; /* how many indicators have each; together all of them */
    struct problem_list problems;     /* notices of the evaluation; `warning` adds to them */
};

/* Evaluates.
 *
 * asked: a basis, or BASIS_BY_RULE. A basis without data is no error: every indicator then has the
 *        pack's value for unanswered ones, and index[asked].given is 0.
 * arena: all that *out points at beside the assessment.
 * Fails with EVALUATION_YEAR when the assessment's year lies before the instrument's first,
 * EVALUATION_RANGE when fractions become too long to be added exactly, and with an ERROR_PACK kind when a
 * function of the pack is refused. */
bool evaluation_run(struct evaluation *out, const struct assessment *assessment, int asked,
                    struct arena *arena, struct error *err);

/* As evaluation_run, for many assessments: what they share is in `season`, which must be that of the
 * assessment's instrument and year. */
bool evaluation_run_in(struct evaluation *out, const struct season *season,
                       const struct assessment *assessment, int asked, struct arena *arena,
                       struct error *err);

/* What an indicator adds to the index on the main basis: value × units / all units. */
struct fraction evaluation_contribution(const struct evaluation *evaluation, int indicator);
/* What the index gains when an indicator comes to its next level; 0 at the top. */
struct fraction evaluation_gain(const struct evaluation *evaluation, int indicator);
/* An item that would raise a supported value. */
struct item_step {
    int level;            /* position */
    int number;           /* from 1 */
    const char *text;     /* borrowed from the instrument */
    struct fraction adds; /* to the supported value */
    struct fraction gain; /* of the index */
};
/* The first item that the lowest incomplete level waits for. False where none does: items do not score
 * the indicator, or all are accepted. */
bool evaluation_next_item(const struct evaluation *evaluation, int indicator,
                          struct item_step *step);
/* The answer to a criterion: of a decisive one what the outside index says, where it is given. */
enum answer evaluation_answer(const struct evaluation *evaluation, size_t criterion);
/* True when a level waits for a criterion that is answered so (ANSWER_NO, ANSWER_NONE): it counts and must be met,
 * by itself, or, as one of a group, as long as none of them is met; then a refused one only when none is open. */
bool evaluation_waits(const struct evaluation *evaluation, size_t criterion, enum answer answer);
/* True when a criterion counts in the assessment's year and is asked of its kind of agency. */
bool evaluation_counts(const struct evaluation *evaluation, const struct criterion *criterion);
/* Level of the supported value: its number. */
int evaluation_supported_level(const struct evaluation *evaluation, int indicator);
/* The predicate of an index as the year reads it; NULL below the lowest band. */
const struct band *evaluation_band(const struct evaluation *evaluation, struct fraction exact);
/* The least index that the year reads as `wanted` or more: `wanted` itself, or half a last place below it
 * (rounded up to that place) where the index is rounded before it is read. */
struct fraction evaluation_threshold(const struct evaluation *evaluation, struct fraction wanted);
/* True when the assessment has anything on a basis. */
bool evaluation_has(const struct evaluation *evaluation, enum basis basis);
/* True when a basis was asked for (not BASIS_BY_RULE) on which the assessment has nothing: then every
 * indicator has the pack's value for unanswered ones, and whoever asked is told. */
bool evaluation_lacks(const struct evaluation *evaluation, int asked);

/* A basis in the words of the result document: "claimed", "supported", "verified". Static. */
const char *evaluation_basis_word(enum basis basis);
/* An outcome in the words of the result document: "rated", "not_rated", … Static. */
const char *evaluation_outcome_word(enum outcome outcome);
/* The basis of a word, or BASIS_COUNT. */
enum basis evaluation_basis(const char *word);
/* What a person asks for with a word: *asked is its basis, BASIS_BY_RULE for NULL (nobody said anything).
 * Fails with EVALUATE_BASIS for any other word; *asked is then BASIS_BY_RULE. */
bool evaluation_ask(const char *word, int *asked, struct error *err);
/* What a person reads: "claimed value", in the reader's language. Static. */
const char *evaluation_basis_label(enum basis basis);
/* The name of a predicate, or "no predicate" in the reader's language for NULL, below the lowest one. */
const char *evaluation_band_label(const struct band *band);

#endif
