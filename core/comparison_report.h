/* comparison_report: assessments side by side as one JSON document, format spbe-comparison/1.
 *
 * Its keys are described by templates/spbe-comparison.schema.json. Decimals are texts. Differences are only there
 * where the sides are by the same rules. */
#ifndef SPBE_COMPARISON_REPORT_H
#define SPBE_COMPARISON_REPORT_H

#include "comparison.h"
#include "text.h"

enum { COMPARISON_CRITERIA = 40 }; /* most criteria told of one indicator between two sides */

/* Appends the document, one line without line break. */
void comparison_report_write(const struct comparison *comparison, struct text *text);

/* What a reader must know before the numbers: "these indices rest on different bases". Calls `tell` with each
 * sentence. */
void comparison_report_notices(const struct comparison *comparison,
                               void (*tell)(void *context, const char *sentence), void *context);

#endif
