/* overlay_start: a commented starting point for an overlay, with values of the pack that it will change. */
#ifndef SPBE_OVERLAY_START_H
#define SPBE_OVERLAY_START_H

#include "error.h"
#include "instrument.h"
#include "text.h"

#include <stdbool.h>

/* Makes the folder `path` and an overlay.lua in it; the folder's name is the overlay's id. Nothing that is
 * there is touched.
 *
 * date: "2026-11-22". Fails with NEW_OVERLAY_NAME where the name is no id, FILE_EXISTS, and as files do. */
bool overlay_start(const char *path, const struct instrument *base, const char *date,
                   struct error *err);
/* Appends what of an overlay still reads as it did at its start: "title, reason, source". False, with nothing
 * appended, when everything was written. */
bool overlay_start_left(const struct overlay_note *overlay, struct text *out);

#endif
