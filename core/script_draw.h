/* script_draw: workbooks that a script draws itself, in its worker.
 *
 * spbe.workbook gives a workbook that the program holds; its methods, and those of its sheets, are the commands of
 * drawing.h, the same as in a template. They are gathered and go out in batches:
 *     ← {"draw":[[4,12,0,1,1,"Kota Contoh"],…],"book":3}     see drawing.h
 *       → {"value":null}, or an error, with the place of the command at its front */
#ifndef SPBE_SCRIPT_DRAW_H
#define SPBE_SCRIPT_DRAW_H

#include "script_include.h"
#include "script_talk.h"
#include "text.h"

#include <lua.h>

struct script_draw {
    struct script_talk *talk;
    const struct script_include *files; /* for places */
    struct text batch;                  /* commands that wait to be sent */
    size_t whole;                       /* its bytes up to the last whole command */
    lua_Integer book;                   /* whose they are */
};

/* Adds the methods of a workbook to the table on the top of the stack, and makes those of sheets. `draw` must
 * outlive the state. [-0, +0, m] */
void script_draw_add_methods(lua_State *L, struct script_draw *draw);
/* Adds the functions of templates that calculate for a drawing to the table on the top of the stack. [-0, +0, m] */
void script_draw_add_functions(lua_State *L, bool english);
/* Sends what waits. Raises what the program says of it. [-0, +0, e] */
void script_draw_flush(lua_State *L, struct script_draw *draw);

#endif
