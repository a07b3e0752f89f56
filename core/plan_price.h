/* plan_price: what each raise of a level costs an agency, and how long it takes.
 *
 * Prices come from the pack (its author's own judgement), else every step costs one; a file of the agency
 * puts its own in their place and says which indicators cannot move. The file is a table as text (CSV), cells
 * by semicolons, commas or tabs, as spreadsheet programs save it. Its first row names the columns, in any
 * order, others do not matter:
 *
 *     indikator;tingkat;biaya;bulan;tetap
 *     I11;3;12500000;4;          the step of I11 to level 3 costs 12,500,000 and takes 4 months
 *     I12;;8;;                   every step of I12 costs 8; months stay as they were
 *     I03;;;;ya                  I03 stays where it is
 *     I20;4;;;ya                 I20 goes up to level 3 at most
 *
 * An empty cell leaves what was; a cell of a row with a level goes before that of one without, whichever comes
 * first; what either of them keeps where it is stays there. Costs are exact, with at most two decimals; they are
 * in whatever unit the agency likes, but then all steps should be in it. */
#ifndef SPBE_PLAN_PRICE_H
#define SPBE_PLAN_PRICE_H

#include "arena.h"
#include "error.h"
#include "instrument.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum plan_source { PLAN_BY_COUNT, PLAN_BY_PACK, PLAN_BY_FILE };

/* The price of one step, by the position of the level that it reaches. */
struct plan_price {
    int64_t cost_parts; /* hundredths */
    int months;
    bool fixed;              /* cannot be taken */
    enum plan_source source; /* of its cost */
};

struct plan_prices {
    struct plan_price *steps; /* by position of the level */
    size_t from_file;         /* steps whose cost the file gives */
    bool file;                /* a file was read */
};

/* Who is told of each problem of a file, with its place. */
struct plan_listener {
    void (*problem)(void *context, const struct error *problem);
    void *context;
};

/* The prices of an instrument's pack. */
void plan_price_start(struct plan_prices *prices, const struct instrument *instrument,
                      struct arena *arena);

/* Reads a file over them. Reads all of it, whatever is wrong: each problem is told (the first
 * LIMIT_PROBLEMS), and then it fails with PRICE_PROBLEMS. Fails at once with PRICE_HEADER, PRICE_WORKBOOK, and
 * as file_read and csv_read do. */
bool plan_price_read(struct plan_prices *prices, const struct instrument *instrument,
                     const char *path, const struct plan_listener *listener, struct arena *arena,
                     struct error *err);

/* Appends such a file, with every step of every indicator and the prices at hand. */
void plan_price_write(const struct plan_prices *prices, const struct instrument *instrument,
                      struct text *out);

/* Appends a cost as an exact number ("12.5"). */
void plan_price_add(struct text *out, int64_t cost_parts);

/* What costs are counted in, for people and documents: the pack's unit, the words "langkah" where every step
 * counts as one, "" where a file gives them all its own unit. Static or the pack's. */
const char *plan_price_unit(const struct plan_prices *prices, const struct instrument *instrument);

#endif
