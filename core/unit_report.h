/* unit_report: the units of an agency side by side, as a member of a comparison's JSON (format spbe-comparison/1).
 *
 * For each unit how it stands on every side, and its own indicators on the last side, what costs most first, with
 * what is at issue between claim and value. */
#ifndef SPBE_UNIT_REPORT_H
#define SPBE_UNIT_REPORT_H

#include "comparison.h"
#include "json_out.h"

/* Writes "by_unit", a list that is empty where no units were chosen, and "by_unit_sum". */
void unit_report_write(const struct comparison *comparison, struct json_out *out);

/* Positions of a unit's indicators on the last side, what is missing most first; `order` has a place for every
 * indicator of the instrument. Gives back how many. */
size_t unit_report_order(const struct comparison *comparison, const char *unit, size_t *order);

#endif
