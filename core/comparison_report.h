/* comparison_report: assessments side by side as one JSON document, format spbe-comparison/1.
 *
 * Its keys are described by templates/spbe-comparison.schema.json. Decimals are texts. Differences are only there
 * where the sides are by the same rules. */
#ifndef SPBE_COMPARISON_REPORT_H
#define SPBE_COMPARISON_REPORT_H

#include "comparison.h"
#include "text.h"

/* Appends the document, one line without line break. */
void comparison_report_write(const struct comparison *comparison, struct text *text);

#endif
