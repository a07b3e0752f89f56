/* stub: annotations for editors, of all that packs, templates, sessions and scripts can say.
 *
 * Editors that understand LuaLS annotations (lua-language-server) complete and check with them: fields of
 * packs and overlays (pack_table), what scoring functions are given, functions and options of templates
 * (drawing) and of scripts (script_api), names of sessions (pack_try), and which names of Lua are not there, with the reason
 * (lua_library). They are made from the very tables that the program works by, also when they are
 * installed (templates/stubs), so they are never older than those. They are valid Lua that nobody runs. */
#ifndef SPBE_STUB_H
#define SPBE_STUB_H

#include "text.h"

#include <stdbool.h>
#include <stddef.h>

/* The names of all stubs, NULL-terminated: "pack", "template", "session", "script".
 * Static. */
const char *const *stub_names(void);
/* Appends a stub, in the reader's language. False when there is none of that name. */
bool stub_write(const char *name, struct text *out);

#endif
