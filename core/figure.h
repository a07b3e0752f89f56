/* figure: numbers as people read them, with a comma in Indonesian and a point in English.
 *
 * Documents for programs are always written with a point; these are for tables and sentences only. */
#ifndef SPBE_FIGURE_H
#define SPBE_FIGURE_H

#include "fraction.h"
#include "text.h"

/* '.' in English, else ','. */
char figure_point(void);
/* Appends the value rounded to `decimals` places: "2,98". */
void figure_rounded(struct text *text, struct fraction value, int decimals);
/* Appends the exact value: "2,9795", else "7/6". */
void figure_exact(struct text *text, struct fraction value);
/* As figure_exact, into a place of 64 bytes, which it gives back; for sentences. */
const char *figure_say(struct fraction value, char out[64]);

#endif
