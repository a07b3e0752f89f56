/* day: a day of the calendar as people type it into a cell. */
#ifndef SPBE_DAY_H
#define SPBE_DAY_H

#include <stdbool.h>

/* The day that a text names, as 2024-12-31, into `out` (11 bytes with the NUL).
 *
 * Taken are 31/12/2024 (day first; also with "-", "." or spaces between), 2024-12-31 (year first), and
 * months by name, 31 Desember 2024, in Indonesian or English, shortened to three letters or more. False for
 * everything else: a year of two digits, a day that is none (31/02/2024). */
bool day_typed(const char *text, char out[11]);

/* The first day that a document of the republic can have. */
#define DAY_FIRST "1945-08-17"

#endif
