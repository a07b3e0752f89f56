/* html_number: a number as a spreadsheet shows it by its format, in the reader's language.
 *
 * A cell holds a number and a format such as "0.00" or "+0.00;-0.00"; spreadsheet programs work out what is
 * seen. A page has to do it itself: rounded half up on the fifteen digits that such programs keep, so that
 * page, workbook and engine show the same. */
#ifndef SPBE_HTML_NUMBER_H
#define SPBE_HTML_NUMBER_H

#include "text.h"

#include <stdbool.h>

/* Appends `number` by `format` (gate_number_format; "" or "@" = as it is). english: with a decimal point
 * and English names of months; else a decimal comma and Indonesian ones. */
void html_number_add(struct text *out, double number, const char *format, bool english);

#endif
