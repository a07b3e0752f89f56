/* arena: memory that is released all at once.
 *
 * Records that live and die together (an instrument, an assessment, a result) take their memory from
 * one arena; nobody frees a part. Blocks grow to 64 KiB; arena_clear keeps the first ones, so a stream
 * of documents runs in constant memory. Memory is zeroed and aligned for any type. */
#ifndef SPBE_ARENA_H
#define SPBE_ARENA_H

#include <stddef.h>

struct arena_block;
struct arena {
    struct arena_block *first;   /* all blocks, oldest first; NULL while nothing was asked for */
    struct arena_block *current; /* where the next bytes come from */
};
/* clang-format off */
#define ARENA_EMPTY {NULL, NULL}
/* clang-format on */

/* count × size zeroed bytes, valid until the arena is cleared or released. */
void *arena_get(struct arena *arena, size_t count, size_t size);
/* A copy of `length` bytes with a NUL behind. */
char *arena_copy(struct arena *arena, const char *bytes, size_t length);
/* A copy of a NUL-terminated string; NULL stays NULL. */
char *arena_string(struct arena *arena, const char *string);
/* printf into the arena. */
char *arena_format(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Forgets everything handed out; keeps up to 1 MiB for reuse, frees the rest. */
void arena_clear(struct arena *arena);
/* Frees all of it; the arena may be used again. */
void arena_release(struct arena *arena);

#endif
