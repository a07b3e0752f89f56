/* terminal: a pseudo-terminal for tests of what a person sees. */
#ifndef SPBE_SUPPORT_TERMINAL_H
#define SPBE_SUPPORT_TERMINAL_H

#include <stddef.h>
#include <stdio.h>

struct terminal {
    int master;    /* what a person types and sees */
    FILE *program; /* the program's side, for reading and writing */
};

/* Opens one of `columns` columns that does not change what is written to it. */
void terminal_open(struct terminal *terminal, unsigned short columns);
/* Closes both sides. */
void terminal_close(struct terminal *terminal);

/* What was written to it so far, NUL-terminated, at most `size` - 1 bytes. */
void terminal_seen(struct terminal *terminal, char *out, size_t size);

#endif
