/* fixture: a tiny instrument, made in C, for tests of what stands above the packs.
 *
 *     D1 Kebijakan (40 %)   A1 (25 %)  I01 12.5 %  process, levels 1–5, criteria a, b at 2–5
 *                                      I02 12.5 %  process, one criterion a at 2–5; I02.3.b from 2023
 *                                                  (guideline only), I02.4.b until 2022
 *                           A2 (15 %)  I03 15 %    service, one criterion a at 2–5
 *     D2 Layanan (60 %)     A3 (60 %)  I04 20 %    service, one criterion a at 2–5
 *                                      I05 40 %    service, one at 1–5; I05.1.a stands at the baseline
 *
 * Years 2021 to 2024; level 1 is the baseline; evidence is due from level 2 on; predicates as in
 * spbe-2020, read from the rounded index until 2023 and from the exact one from 2024; the value of an
 * indicator without answer is 1; general questions PU1 and PU2. Whole values only: a test that wants
 * fractions, items or measures sets the members of its own copy (fixture_as_pemdi). */
#ifndef SPBE_SUPPORT_FIXTURE_H
#define SPBE_SUPPORT_FIXTURE_H

#include "arena.h"
#include "instrument.h"

struct fixture {
    struct arena arena;
    struct instrument instrument; /* ready: instrument_index was called */
};

/* Builds it; everything lives in fixture->arena. */
void fixture_open(struct fixture *fixture);
/* Takes fractions, two evidence items at each level from 2 on, and the measure indeks_uji on I04. */
void fixture_as_pemdi(struct fixture *fixture);
/* Frees it. */
void fixture_close(struct fixture *fixture);

#endif
