/* dialogue_view: draws the state of a dialogue as a picture of any size; knows no terminal.
 *
 *     Kota Contoh · 2024 · SPBE 2020                                12 of 47 complete (25 %)
 *     Index   supported 1,85 Cukup (30/47)   claimed 2,31 Cukup (40/47)
 *     ──────────────────────────────────────────────────────────────────────────────────────
 *     the indicator: its place, name, three values, state, what it lacks
 *     ── Level 3 Terdefinisi · 1 of 3 met ──────────────────────────────────────────────────
 *     ▸ I01.3.a  yes   text of the criterion
 *     ──────────────────────────────────────────────────────────────────────────────────────
 *     what was said last, or a line to type in
 *     the keys
 *
 * From 110 columns on, all indicators stand in a column of their own at the left. */
#ifndef SPBE_DIALOGUE_VIEW_H
#define SPBE_DIALOGUE_VIEW_H

#include "dialogue.h"
#include "picture.h"

/* The smallest size that it is made for; a smaller screen is told so. */
enum { DIALOGUE_COLUMNS = 80, DIALOGUE_ROWS = 24 };

/* Draws into a picture that was started. A page that was scrolled behind its end comes back to it. */
void dialogue_draw(struct dialogue *dialogue, struct picture *picture);

#endif
