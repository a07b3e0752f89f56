/* sheet_part: one XML part of a workbook, unpacked and told at once. */
#ifndef SPBE_SHEET_PART_H
#define SPBE_SHEET_PART_H

#include "archive.h"
#include "xml.h"

/* Unpacks a part and tells it to `listener`. Fails as archive_read, xml_feed or the listener does; the check
 * sum is known to be right only at the end. */
bool sheet_part_read(struct archive *archive, const char *name, const struct xml_listener *listener,
                     struct error *err);

#endif
