/* dialogue_strip: a level's items and criteria, each with its answer, its documents and its note, as one long
 * strip, of which a picture shows as much as there is room for.
 *
 *     ▸ I01.3.a  yes   text of the criterion
 *                      + Perwali 12 · 12/2023 · 2023-05-01 · pages 3-7
 *                      “note”
 */
#ifndef SPBE_DIALOGUE_STRIP_H
#define SPBE_DIALOGUE_STRIP_H

#include "dialogue.h"
#include "picture.h"

/* Part of a picture that something is drawn in. */
struct part {
    size_t left, width; /* columns */
};

/* Rows that the whole level takes. */
size_t dialogue_strip_height(const struct dialogue *dialogue, struct picture *picture,
                             struct part part);
/* Draws the level into rows `top` to before `bottom` so that what is in focus is seen; arrows in the column behind
 * the part say where there is more. */
void dialogue_strip_draw(const struct dialogue *dialogue, struct picture *picture, size_t top,
                         size_t bottom, struct part part);

/* A document with its details: "Perwali 12 · 12/2023 · 2023-05-01 · pages 3-7". From `arena`. */
const char *dialogue_strip_describe(const struct evidence *item, struct arena *arena);

#endif
