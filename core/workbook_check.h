/* workbook_check: a written workbook, read back.
 *
 * The library that writes workbooks keeps each part in a temporary file first and does not notice when
 * that file could not grow (a full disk): it then packs a part without its end. So a finished file is
 * unpacked once, in memory, before it gets its name. */
#ifndef SPBE_WORKBOOK_CHECK_H
#define SPBE_WORKBOOK_CHECK_H

#include <stdbool.h>

/* True when the archive at `path` is whole: its directory, the check sum of every part, and for parts
 * in XML the closing tag of the root element at the end. Sets errno to 0 when the archive is what is
 * wrong. Costs about as long as unpacking it. */
bool workbook_check(const char *path);

#endif
