/* case: an assessment put together line by line, for tests of what judges it.
 *
 *     struct case_ c;
 *     case_open(&c, &fixture.instrument, 2024);
 *     case_answer(&c, "I01.2.a I01.2.b", ANSWER_YES);
 *     case_evidence(&c, "I01", (struct evidence){.title = "Perwali 1/2022"}, "I01.2.a");
 *     case_run(&c, BASIS_BY_RULE);
 *
 * Unknown ids end the test. */
#ifndef SPBE_SUPPORT_CASE_H
#define SPBE_SUPPORT_CASE_H

#include "assessment.h"
#include "evaluation.h"

struct case_ {
    struct arena arena;
    struct assessment assessment;
    struct evaluation evaluation; /* after case_run */
};

/* Begins with nothing given, of "Kota Contoh" (kota) in that year; the instrument is borrowed. */
void case_open(struct case_ *c, const struct instrument *instrument, int year);
/* Frees all of it; the case may be opened again. */
void case_close(struct case_ *c);

/* Answers criteria, ids separated by spaces. */
void case_answer(struct case_ *c, const char *ids, enum answer answer);
/* Answers items, ids separated by spaces ("I01.2.e1"). */
void case_items(struct case_ *c, const char *ids, enum answer answer);
/* Gives an indicator the value of its outside index. */
void case_measure(struct case_ *c, const char *indicator, struct fraction value);
/* Claims a level for one indicator, or for all ("*"). */
void case_claim(struct case_ *c, const char *indicator, int value);
/* Gives an assessor's value likewise. */
void case_verify(struct case_ *c, const char *indicator, int value);
/* Adds an item of evidence to an indicator; `supports`: ids of criteria separated by spaces. */
void case_evidence(struct case_ *c, const char *indicator, struct evidence item,
                   const char *supports);
/* Meets and proves every criterion of an indicator from `from` to `to` (numbers of levels). */
void case_fulfil(struct case_ *c, const char *indicator, int from, int to);

/* Evaluates; ends the test when that fails. */
void case_run(struct case_ *c, int asked);
/* The rating of an indicator. */
const struct rating *case_rating(const struct case_ *c, const char *indicator);
/* The standing of a level of an indicator. */
const struct standing *case_level(const struct case_ *c, const char *indicator, int number);
/* The first problem with that code at that place (NULL: anywhere), or NULL. */
const struct problem *case_problem(const struct case_ *c, const char *code, const char *where);

#endif
