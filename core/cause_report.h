/* cause_report: why an indicator's value differs, as members of a JSON object (format spbe-comparison/1). */
#ifndef SPBE_CAUSE_REPORT_H
#define SPBE_CAUSE_REPORT_H

#include "cause.h"
#include "json_out.h"

enum {
    CAUSES_TOLD = 40
}; /* most criteria, and most items, told of one indicator between two sides */

/* Writes "measures", "items", "items_count", "criteria" and "criteria_count". */
void cause_report_write(struct json_out *out, const struct cause_pair *pair);
/* Writes "reason", "reason_by" and "stage": why an indicator has its value on a side; and "open": what stands
 * before its next level. */
void cause_report_reason(struct json_out *out, const struct compared_side *side, size_t indicator);

#endif
