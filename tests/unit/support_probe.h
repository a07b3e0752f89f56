/* probe: a pack of one small domain, put together as the worker would answer, to be checked and built
 * without a worker.
 *
 *     struct probe probe;
 *     probe_open(&probe);
 *     probe.weights = "\"100/3\" \"100/3\" \"100/3\"";
 *     probe_run(&probe);
 *     assert_int_equal(probe.complaints.count, 0);
 *     probe_close(&probe);
 *
 * One domain, one aspect, an indicator for each weight, levels 1 to 3, criteria a at levels 2 and 3;
 * years 2021 to 2023. The members before `arena` can be changed before probe_run. */
#ifndef SPBE_SUPPORT_PROBE_H
#define SPBE_SUPPORT_PROBE_H

#include "complaint.h"
#include "declaration.h"
#include "instrument.h"

struct probe {
    int lowest;            /* of the scale */
    const char *zero;      /* "\"level_zero\":\"…\"," of every indicator, or "" */
    const char *zero_rule; /* "\"level_zero_rule\":{…},", or "" */
    const char *slots;     /* "\"slots\":[…]," of the first indicator, or "" */
    const char *weights;   /* of the indicators, JSON values separated by spaces */
    const char *whole;     /* weight of domain and aspect */
    const char *bands;     /* JSON list of predicates */
    const char
        *dates; /* put into every criterion of level 2: ",\"from\":2022" in its place, or "" */
    const char *guides;  /* JSON of guideline_by_year */
    const char *reading; /* JSON of predicate_on */
    struct arena arena;
    struct source sources[2]; /* pack.lua and domain_1.lua; their text is empty, so lines are 1 */
    struct declaration declaration;
    struct complaints complaints;
    struct instrument instrument; /* built when there are no complaints */
};

/* Begins with a pack that is sound. */
void probe_open(struct probe *probe);
/* Declares, checks fields, proves, and builds when nothing is wrong. Once for each probe_open. */
void probe_run(struct probe *probe);
/* True when there is a complaint of that row ("PACK_WEIGHT_SUM"). */
bool probe_has(const struct probe *probe, const char *id);
/* Runs it and wants a complaint of that row, or none at all for NULL. */
void probe_want(struct probe *probe, const char *id);
/* Frees what it holds. */
void probe_close(struct probe *probe);

#endif
