/* diff_report: what differs between two sets of rules, as a document of the format spbe-rules-diff/1. */
#ifndef SPBE_DIFF_REPORT_H
#define SPBE_DIFF_REPORT_H

#include "rule_diff.h"
#include "text.h"

/* Appends the document, on one line; its sentences are in the reader's language. */
void diff_report_write(const struct rule_side *one, const struct rule_side *other,
                       const struct rule_differences *found, struct text *text);

#endif
