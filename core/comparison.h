/* comparison: assessments side by side: year against year, self against assessor, unit against unit.
 *
 * A side is an assessment on one basis; the same assessment may be two sides on two bases. What is kept of an
 * assessment is its own copy, so that many can be read by one evaluator one after another. Differences go
 * from one side to another; every number is exact.
 *
 * Only sides by the same rules can be compared number by number. Instruments differ in their scales, weights and
 * indicators, and equal ids mean different things in them: of sides by different instruments nothing is
 * subtracted, they only stand beside each other (`comparable` is false); neighbours among them that are by the same
 * rules still can be compared with each other. */
#ifndef SPBE_COMPARISON_H
#define SPBE_COMPARISON_H

#include "arena.h"
#include "evaluation.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A document put forward for an indicator. */
struct compared_document {
    const char *title; /* "" when it has none */
    const char *pages; /* NULL where none are named */
    int indicator;     /* position */
    const int *supports;
    size_t support_count;
    const struct item_name *items;
    size_t item_count;
};

/* One side. Arrays by position in the instrument. */
struct compared_side {
    const char *agency, *sha256; /* the agency's name, else that of the document */
    const char *name;            /* of the document, without its folders */
    enum kind kind;
    int year;
    enum basis basis;                    /* may be set by the caller */
    enum basis main;                     /* that the evaluation chose */
    const struct instrument *instrument; /* borrowed */
    struct index_value index[BASIS_COUNT];
    const struct group *domains, *aspects;
    const struct rating *ratings;
    const struct standing *levels; /* by level */
    const unsigned char *answers;  /* enum answer by criterion */
    const bool *counts;            /* whether the criterion counts in its year */
    const uint32_t *item_first;    /* by level: where its items begin in `items` */
    const unsigned char *items;    /* enum answer by item that scores */
    const struct maybe *measures;  /* the outside index by indicator */
    const char **units;            /* whose an indicator is, or NULL */
    const unsigned char *states;   /* enum state by indicator */
    const char **verdicts;         /* an assessor's reason by indicator, or NULL */
    const unsigned char *stages;   /* enum stage of that reason; STAGE_COUNT: not known */
    const char **reasons;          /* what stands before the next level, one sentence, or NULL */
    const struct compared_document *documents;
    size_t document_count;
};

/* What became of an indicator. */
struct compared_value {
    struct fraction from, to; /* as counted */
    bool given[2];
    struct fraction delta;        /* to - from */
    struct fraction contribution; /* of the index: delta × units / all units */
};

struct bridge;

struct comparison {
    struct compared_side *sides;
    size_t count;
    const struct bridge *bridges; /* between sides by different instruments; kept by bridge_build */
    size_t bridge_count;
    const char *const *units; /* that are compared; kept by unit_standing_choose */
    size_t unit_count;        /* 0: none are */
    bool comparable;          /* all sides are by the same rules; kept by comparison_add */
    struct arena arena;
};

/* Begins without sides; yours to comparison_close. */
void comparison_open(struct comparison *comparison);
/* Frees what it holds. */
void comparison_close(struct comparison *comparison);

/* Adds a side, on its main basis. name: of the document. scratch: for sentences. What is borrowed of it
 * afterwards is the instrument. */
void comparison_add(struct comparison *comparison, const struct evaluation *evaluation,
                    const char *name, struct arena *scratch);
/* Adds the last side once more, on another basis. */
void comparison_repeat(struct comparison *comparison, enum basis basis);
/* Puts all sides on one basis: verified, supported or claimed, the first of which every side has every
 * indicator; else the one that all rest on; else claimed where all have a claim; else supported, or, where they are
 * by different instruments and nothing is subtracted, each on its own. */
void comparison_settle(struct comparison *comparison);

/* The latest year of the sides, which dates what is drawn of them; 0 without any. */
int comparison_year(const struct comparison *comparison);

/* The difference of the index between two sides. False when it would be too long to be exact, or the
 * sides cannot be compared. */
bool comparison_index(const struct comparison *comparison, size_t from, size_t to,
                      struct fraction *delta);
/* What became of an indicator between two comparable sides. False when a difference would be too long. */
bool comparison_value(const struct comparison *comparison, size_t from, size_t to, size_t indicator,
                      struct compared_value *value);
/* True when both sides are by the same rules, so that one can be subtracted from the other. */
bool comparison_pairs(const struct comparison *comparison, size_t a, size_t b);
/* True when both sides are the same assessment, on whatever bases. */
bool comparison_same(const struct comparison *comparison, size_t a, size_t b);
/* Why an indicator has its value on a side: an assessor's reason on the verified basis, else what stands
 * before the next level; NULL where nothing is to be said. */
const char *comparison_reason(const struct compared_side *side, size_t indicator);
/* True when that reason is an assessor's. */
bool comparison_judged(const struct compared_side *side, size_t indicator);
/* True when some sides can only be told apart by the names of their documents: same agency, year and basis. */
bool comparison_needs_names(const struct comparison *comparison);
/* Positions of the indicators in the order of their weight in the difference between two comparable sides: the
 * largest contribution, up or down, first; `order` has a place for each. */
void comparison_order(const struct comparison *comparison, size_t from, size_t to, size_t *order);

#endif
