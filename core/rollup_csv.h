/* rollup_csv: a roll-up as CSV, for other programs (RFC 4180, UTF-8, comma, decimal point).
 *
 * A heading, then one line an assessment, in the order of the ranking. A column stands for one unit of one
 * instrument: "I01", or "spbe-2020:I01" where there are several instruments, whose cells are empty in the lines
 * of the others. Numbers without a finite decimal are rounded to six places; an indicator that is not given
 * is empty. A text that a spreadsheet would take for a formula gets an apostrophe in front. */
#ifndef SPBE_ROLLUP_CSV_H
#define SPBE_ROLLUP_CSV_H

#include "rollup_report.h"

/* Writes it in pieces. */
bool rollup_csv_write(const struct rollup *rollup, const struct rollup_out *out, struct error *err);

#endif
