/* memory: allocation that does not fail.
 *
 * Our own records are small and the store is transactional, so when memory ends there is nothing to
 * save: one line on standard error and exit status 7. Whatever has its size from outside (a file, a
 * message, a Lua value) is checked against limit.h before memory is asked for. */
#ifndef SPBE_MEMORY_H
#define SPBE_MEMORY_H

#include <stddef.h>

/* Lets this process keep the pages of what it frees for what it asks for next. Handing large blocks back
 * to the system and taking new ones costs a page fault every 4 KiB, a tenth of the time of a report.
 * Once, at the start; what a process holds at its peak stays the same. */
void memory_start(void);

/* `size` bytes, not set; yours to free. `size` 0 gives a pointer that can be freed. */
void *memory_get(size_t size);

/* count × size bytes, all zero; yours to free. Ends the program when the product overflows. */
void *memory_zero(size_t count, size_t size);

/* realloc to count × size bytes; the old pointer is gone. */
void *memory_resize(void *old, size_t count, size_t size);

/* A copy of `length` bytes with a NUL behind; yours to free. */
char *memory_copy(const char *bytes, size_t length);

#endif
