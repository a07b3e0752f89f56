/* form_content: the contents of the files that a form names, from a folder. */
#ifndef SPBE_FORM_CONTENT_H
#define SPBE_FORM_CONTENT_H

#include "error.h"
#include "folder.h"
#include "form_sighting.h"

#include <stdbool.h>

/* Puts contents to the items that sightings are about (`item` set to one that stands, or NULL), within the open
 * step. An item whose content is there already gets another only when the form names another file: as a newer
 * version. A file that is missing, or there several times, is told; its name alone is kept. folder: NULL when
 * none is given: then it is told how many contents are not there yet. */
bool form_content_take(struct form_sightings *sightings, const struct folder *folder,
                       struct error *err);

#endif
