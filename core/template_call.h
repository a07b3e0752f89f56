/* template_call: the arguments of a drawing call, as a worker sends them.
 *
 * Checked here, where the line of the template is known: what is missing or of the wrong kind is told to
 * its author. The program checks what arrives all the same. */
#ifndef SPBE_TEMPLATE_CALL_H
#define SPBE_TEMPLATE_CALL_H

#include "drawing.h"
#include "text.h"

#include <lua.h>

/* Appends the arguments on the stack as JSON, a comma before each, by the shape of the command; what was
 * left out becomes null. Raises M_TEMPLATE_ARGUMENT, and M_VALUE_… for options. [-0, +0, e] */
void template_call_arguments(lua_State *L, enum drawing_command command, struct text *out);

#endif
