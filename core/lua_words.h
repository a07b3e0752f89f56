/* lua_words: how many words of a Lua source make its compiler walk back.
 *
 * The compiler chains the jumps of "and", "or", "elseif", "break", "goto" and labels and walks each
 * chain from its beginning, so thousands in one expression take time by their square, where no limit
 * on instructions reaches: 128 KiB of "a or a or …" take 0.8 s. Counting them first costs nothing, and
 * gives the same verdict on every machine. This module knows Lua's texts and comments, nothing else. */
#ifndef SPBE_LUA_WORDS_H
#define SPBE_LUA_WORDS_H

#include <stddef.h>

/* The number of such words outside of texts and comments in `length` bytes of source, which may be
 * anything; a label counts twice. */
size_t lua_words_count(const char *source, size_t length);

#endif
