/* guard: a copy of some bytes that ends right before memory which must not be touched.
 *
 * A reader that looks one byte too far ends the test with a signal, on the plain build too. */
#ifndef SPBE_SUPPORT_GUARD_H
#define SPBE_SUPPORT_GUARD_H

#include <stddef.h>

struct guard {
    char *bytes; /* the copy, not NUL-terminated */
    void *pages;
    size_t size;
};

/* Copies `length` bytes in front of an inaccessible page. */
void guard_open(struct guard *guard, const char *bytes, size_t length);
/* Gives the pages back. */
void guard_close(struct guard *guard);

#endif
