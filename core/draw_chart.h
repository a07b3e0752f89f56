/* draw_chart: the drawing command for charts. */
#ifndef SPBE_DRAW_CHART_H
#define SPBE_DRAW_CHART_H

#include "arena.h"
#include "canvas.h"
#include "draw_value.h"

/* Does one "chart" command with its arguments as read. */
bool draw_chart(struct canvas *canvas, const struct draw_value *arguments, struct arena *arena,
                struct error *err);

#endif
