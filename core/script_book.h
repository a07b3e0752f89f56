/* script_book: workbooks and pages that a script draws itself (script_draw.h), the program's side. */
#ifndef SPBE_SCRIPT_BOOK_H
#define SPBE_SCRIPT_BOOK_H

#include "json.h"
#include "script_state.h"

/* Draws a list of commands in the workbook of that number. After a command that fails, nothing more is drawn in it.
 * Fails with SCRIPT_CLOSED, SCRIPT_BOOK_BROKEN, and as draw_commands does, the line of the command as place; false
 * with nothing in *err when the list is none that our own worker would send. */
bool script_book_draw(struct script *script, int64_t number, const struct json_text *commands,
                      struct arena *arena, struct error *err);

/* The handlers of SCRIPT_BOOK_CALLS. */
extern script_handler *const script_book_handlers[];

#endif
