/* prompt: the lines that a person types to a program that answers each.
 *
 * On a terminal every line is asked for on standard error ("> ", and ". " for one that goes on); in a
 * pipe nothing is asked, so that the output holds answers only. A statement may take several lines: who
 * answers says that it has not heard the end yet. One statement is at most LIMIT_SOURCE_BYTES long.
 *
 *     struct prompt prompt;
 *     prompt_open(&prompt, stdin);
 *     for (enum prompt_end how = PROMPT_LINE; how != PROMPT_GONE;) {
 *         how = prompt_read(&prompt, false, &err);
 *         … prompt.text; when it has no end yet: prompt_read(&prompt, true, &err)
 *     }
 *     prompt_close(&prompt); */
#ifndef SPBE_PROMPT_H
#define SPBE_PROMPT_H

#include "error.h"
#include "text.h"

#include <stdbool.h>
#include <stdio.h>

enum prompt_end {
    PROMPT_LINE,    /* a line was read */
    PROMPT_REFUSED, /* one that cannot be taken, told in *err; what was begun is forgotten */
    PROMPT_GONE     /* there are no more */
};

struct prompt {
    FILE *from;       /* borrowed */
    bool asks;        /* a person sits there */
    struct text text; /* the statement so far, its lines with a line break behind each */
    size_t first;     /* the line that it begins in, from 1 */
    size_t line;      /* lines read so far */
    size_t last;      /* bytes of the line read last, without its line break */
};

/* Begins; a person sits there when `from` and standard error are terminals. */
void prompt_open(struct prompt *prompt, FILE *from);
/* Frees what it holds. */
void prompt_close(struct prompt *prompt);

/* Reads the next line into prompt->text: instead of what is there, or behind it when the statement goes
 * `on`. Fails with PROMPT_TEXT (no UTF-8, or a NUL) and PROMPT_LONG; the rest of that line is passed over. */
enum prompt_end prompt_read(struct prompt *prompt, bool on, struct error *err);

#endif
