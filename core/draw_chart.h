/* draw_chart: the drawing command for charts. */
#ifndef SPBE_DRAW_CHART_H
#define SPBE_DRAW_CHART_H

#include "arena.h"
#include "draw_value.h"
#include "workbook.h"

/* Does one "chart" command with its arguments as read. */
bool draw_chart(struct workbook *workbook, const struct draw_value *arguments, struct arena *arena,
                struct error *err);

#endif
