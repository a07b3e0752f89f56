/* lua_said: what Lua itself says is wrong, in the reader's language.
 *
 * Lua's sentences are English. The common ones are known here, with the words in them ("attempt to index a nil value
 * (field 'indeks')"); the translation also says what to look for. A sentence that is not known stays as it is, and
 * in English all do. */
#ifndef SPBE_LUA_SAID_H
#define SPBE_LUA_SAID_H

#include <stddef.h>

enum { LUA_SAID_BYTES = 512 }; /* room for any translation, with its NUL */

/* Writes what Lua said, without its place, into `out`; cut where it is too long. */
void lua_said(const char *sentence, char out[LUA_SAID_BYTES]);

#endif
