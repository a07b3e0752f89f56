/* rules_page: what a person reads about a pack, and the reference of its fields.
 *
 * Pages on a console; the same data as JSON is pack_show's business. Decimals are written as the
 * language has them. */
#ifndef SPBE_RULES_PAGE_H
#define SPBE_RULES_PAGE_H

#include "console.h"
#include "instrument.h"

/* The page of a whole instrument: years, structure with weights, levels, bands, guides, what is
 * uncertain. year 0: in all years; else as it stands in that year. */
void rules_page_instrument(const struct instrument *instrument, int year,
                           const struct console *console);
/* The page of one indicator: definition, articles, each level with criteria, evidence, notes. With a
 * year, only the criteria that count in it. */
void rules_page_indicator(const struct instrument *instrument, const struct indicator *indicator,
                          int year, const struct console *console);

/* Every field that may stand in a pack, table by table. */
void rules_page_fields(const struct console *console);

#endif
