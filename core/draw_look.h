/* draw_look: the drawing commands that take options: styles, tables, choices, conditions, pages. */
#ifndef SPBE_DRAW_LOOK_H
#define SPBE_DRAW_LOOK_H

#include "arena.h"
#include "canvas.h"
#include "draw_value.h"

/* Names a style. Here and below: the command's arguments as read (draw_value_arguments); texts needed
 * for a moment are copied into `arena`. */
bool draw_look_style(struct canvas *canvas, const struct draw_value *arguments, struct arena *arena,
                     struct error *err);
/* Sets width, style and visibility of columns. */
bool draw_look_columns(struct canvas *canvas, const struct draw_value *arguments,
                       struct arena *arena, struct error *err);
/* Sets height, style and visibility of a row. */
bool draw_look_row(struct canvas *canvas, const struct draw_value *arguments, struct arena *arena,
                   struct error *err);
/* Turns an area into a table. */
bool draw_look_table(struct canvas *canvas, const struct draw_value *arguments, struct arena *arena,
                     struct error *err);
/* Lets a cell take only values of a list. */
bool draw_look_choice(struct canvas *canvas, const struct draw_value *arguments,
                      struct arena *arena, struct error *err);
/* Makes the looks of an area depend on what its cells hold. */
bool draw_look_condition(struct canvas *canvas, const struct draw_value *arguments,
                         struct arena *arena, struct error *err);
/* Sets how a sheet is shown. */
bool draw_look_view(struct canvas *canvas, const struct draw_value *arguments, struct arena *arena,
                    struct error *err);
/* Sets how a sheet is printed. */
bool draw_look_page(struct canvas *canvas, const struct draw_value *arguments, struct arena *arena,
                    struct error *err);
/* Ends printed pages before rows. */
bool draw_look_breaks(struct canvas *canvas, const struct draw_value *arguments,
                      struct arena *arena, struct error *err);

/* The area that arguments from `first` on name: row, column, last row, last column. */
struct area draw_look_area(const struct draw_value *arguments, size_t first);

#endif
