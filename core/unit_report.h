/* unit_report: the units of an agency side by side, as a member of a comparison's JSON (format spbe-comparison/1).
 *
 * For each unit how it stands on every side, and its own indicators on the last side, what costs most first, with
 * what is at issue between claim and value. */
#ifndef SPBE_UNIT_REPORT_H
#define SPBE_UNIT_REPORT_H

#include "comparison.h"
#include "json_out.h"

/* Writes two members: "by_unit", a list in the order of comparison->units, empty where none were chosen: of each its
 * name (null: nobody's), how it stands on every side, the differences from the first side to the last, and its
 * indicators as unit_report_order has them, each with its causes on the last side; and "by_unit_sum", what these bring to
 * the index of the last side together (gained) and what they could still bring (missing), null without any or where a
 * sum would be too long. */
void unit_report_write(const struct comparison *comparison, struct json_out *out);

/* Positions of a unit's indicators on the last side, those with most still to bring (unit_standing_missing) first,
 * equal ones in the order of the instrument; `order` has a place for every indicator. Gives back how many. */
size_t unit_report_order(const struct comparison *comparison, const char *unit, size_t *order);

#endif
