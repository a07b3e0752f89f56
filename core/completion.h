/* completion: finishes the path of a file that a person has begun to type. */
#ifndef SPBE_COMPLETION_H
#define SPBE_COMPLETION_H

#include "text.h"

#include <stddef.h>

/* Appends to *out what `typed` can be finished to without a doubt: the longest beginning that all names in
 * the folder that begin so have in common, with "/" behind a folder. "~/" is the person's home folder, and
 * is written out. Hidden names take part only when their point was typed.
 *
 * choices: the names that are possible, sorted, two spaces between, where there are several; else nothing
 *          is appended.
 * Returns how many names are possible; 0 leaves `typed` as it is (with "~/" written out). */
size_t completion_path(const char *typed, struct text *out, struct text *choices);

/* Appends `typed` with "~/" written out. */
void completion_expand(const char *typed, struct text *out);

#endif
