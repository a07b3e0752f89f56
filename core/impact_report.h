/* impact_report: the effect of overlays as one JSON document, format spbe-impact/1.
 *
 * {"format","lang","rules":{id,title,sha256,base_sha256,overlays},"attribution",
 *  "steps":[{"no","changes":[{overlay,line,change,of,text,reason}],"alone":bool,totals}],
 *  "all":{totals},"assessments":[{agency,year,basis,given,of,before,after,delta,moves:[{step,delta,alone,
 *  predicate,levels:[{indicator,from,to}]}]}]}, decimals as texts. Totals: moved, up, down, predicates,
 * largest. */
#ifndef SPBE_IMPACT_REPORT_H
#define SPBE_IMPACT_REPORT_H

#include "impact.h"
#include "text.h"

/* Appends the document; results in the order in which they stand. */
void impact_report_write(const struct impact *impact, struct text *text);

#endif
