/* plan_document: a plan as a document, format spbe-plan/1, from which other systems and templates draw.
 *
 * Its keys are described, one by one, by templates/spbe-plan.schema.json. Costs and scored numbers are texts,
 * exact. The same plan gives the same bytes. */
#ifndef SPBE_PLAN_DOCUMENT_H
#define SPBE_PLAN_DOCUMENT_H

#include "plan.h"
#include "text.h"

/* Appends the document, one line without line break. */
void plan_document_write(const struct plan *plan, struct text *text);

#endif
