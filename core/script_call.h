/* script_call: the arguments of a script's call, as a worker sends them.
 *
 * Checked here, where the line of the script is known; the program checks what arrives all the same. What the
 * program holds for a script (an open assessment, an output) is a userdata here: struct script_handle. */
#ifndef SPBE_SCRIPT_CALL_H
#define SPBE_SCRIPT_CALL_H

#include "script_api.h"
#include "text.h"

#include <lua.h>
#include <stdbool.h>

/* Metatables of handles in the registry. */
#define SCRIPT_CALL_ASSESSMENT "spbe.assessment"
#define SCRIPT_CALL_OUTPUT "spbe.output"
#define SCRIPT_CALL_BOOK "spbe.workbook"

/* Something that the program holds. */
struct script_handle {
    lua_Integer number; /* which */
    lua_Integer sheets; /* of a workbook: how many it has, -1 when it is closed */
};

/* Appends the arguments on the stack as JSON, commas between, by the shape of the row; what was left out becomes
 * null. Raises TEMPLATE_ARGUMENT, and VALUE_… for tables. [-0, +0, e] */
void script_call_arguments(lua_State *L, const struct script_row *row, struct text *out);

/* Appends the value at `index` as JSON. name: of the function, for places. Raises VALUE_…. [-0, +0, e] */
void script_call_value(lua_State *L, int index, const char *name, struct text *out);

#endif
