#include "arena.h"

#include "memory.h"
#include "text.h"

#include <assert.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_FIRST = 4096, BLOCK_MOST = 65536, KEPT_BYTES = 1048576 };

struct arena_block {
    struct arena_block *next;
    size_t size, used;
    alignas(max_align_t) unsigned char bytes[];
};

static size_t aligned(size_t size)
{
    size_t unit = alignof(max_align_t);
    return (size + unit - 1) / unit * unit;
}

/* A block with room for `size`, linked behind the current one. */
static struct arena_block *add_block(struct arena *arena, size_t size)
{
    size_t wanted = arena->current == NULL ? BLOCK_FIRST : arena->current->size * 2;
    wanted = wanted > BLOCK_MOST ? BLOCK_MOST : wanted;
    wanted = wanted < size ? size : wanted;
    struct arena_block *block = memory_get(sizeof *block + wanted);
    block->size = wanted;
    block->used = 0;
    if (arena->current == NULL) {
        block->next = NULL;
        arena->first = block;
    } else {
        block->next = arena->current->next;
        arena->current->next = block;
    }
    return block;
}

/* The next `bytes` bytes, whatever they hold. */
static void *take(struct arena *arena, size_t bytes)
{
    bytes = aligned(bytes);
    while (arena->current == NULL || arena->current->size - arena->current->used < bytes) {
        struct arena_block *next = arena->current == NULL ? NULL : arena->current->next;
        if (next == NULL || next->size < bytes) {
            next = add_block(arena, bytes);
        }
        arena->current = next;
        next->used = 0;
    }
    void *memory = arena->current->bytes + arena->current->used;
    arena->current->used += bytes;
    return memory;
}

void *arena_get(struct arena *arena, size_t count, size_t size)
{
    size_t bytes = 0;
    if (__builtin_mul_overflow(count, size, &bytes) || bytes > SIZE_MAX / 2) {
        abort();
    }
    void *memory = take(arena, bytes);
    return bytes == 0 ? memory : memset(memory, 0, bytes);
}

char *arena_copy(struct arena *arena, const char *bytes, size_t length)
{
    if (length > SIZE_MAX / 2) {
        abort();
    }
    char *copy = take(arena, length + 1);
    if (length > 0) {
        memcpy(copy, bytes, length);
    }
    copy[length] = '\0';
    return copy;
}

char *arena_string(struct arena *arena, const char *string)
{
    return string == NULL ? NULL : arena_copy(arena, string, strlen(string));
}

char *arena_format(struct arena *arena, const char *format, ...)
{
    struct text text = TEXT_EMPTY;
    va_list arguments;
    va_start(arguments, format);
    text_format_list(&text, format, arguments);
    va_end(arguments);
    char *out = arena_copy(arena, text.bytes, text.length);
    text_release(&text);
    return out;
}

void arena_clear(struct arena *arena)
{
    size_t kept = 0;
    struct arena_block **link = &arena->first;
    while (*link != NULL) {
        struct arena_block *block = *link;
        if (kept + block->size > KEPT_BYTES) {
            *link = block->next;
            free(block);
            continue;
        }
        kept += block->size;
        block->used = 0;
        link = &block->next;
    }
    arena->current = arena->first;
}

void arena_release(struct arena *arena)
{
    struct arena_block *block = arena->first;
    while (block != NULL) {
        struct arena_block *next = block->next;
        free(block);
        block = next;
    }
    *arena = (struct arena)ARENA_EMPTY;
}
