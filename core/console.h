/* console: what a terminal can do, and manners towards one.
 *
 * A struct console says what kind of thing a stream is: a terminal with colours and a width, or a pipe
 * or file, which gets plain text that is the same on every machine. Whatever comes from a document may
 * hold anything; console_write and `table` show control characters as '?', so that no input can move
 * a terminal. Tables are in table.h.
 *
 *     struct console out;
 *     console_open(&out, stdout);
 *     console_write(&out, TONE_STRONG, _("Index"));
 */
#ifndef SPBE_CONSOLE_H
#define SPBE_CONSOLE_H

#include "fraction.h"
#include "text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct console {
    FILE *stream;  /* borrowed */
    bool terminal; /* a person is looking */
    bool colour;   /* a terminal, NO_COLOR is unset or empty, TERM is set and not "dumb" */
    size_t width;  /* columns of the terminal, at least 40; 0 = no bound (a pipe or a file) */
};

/* What a piece of text means. Never the only sign of it: the words say it too. */
enum console_tone { TONE_PLAIN, TONE_STRONG, TONE_FAINT, TONE_GOOD, TONE_WARN, TONE_BAD };

/* Looks at `stream` and the environment (NO_COLOR, TERM). The width of a terminal that does not tell
 * is 80. */
void console_open(struct console *console, FILE *stream);

/* Writes valid UTF-8 in a tone; colour only where the console has it. Line breaks pass. */
void console_write(const struct console *console, enum console_tone tone, const char *text);

/* Writes `text` as a paragraph: broken at spaces so that it fits the width (76 columns where there is
 * no bound), every line behind `indent` spaces, with a line break at the end. */
void console_paragraph(const struct console *console, size_t indent, const char *text);

/* As console_paragraph, with `mark` before the first line and the text in line behind it: "I07  level 3
 * is claimed, but …". The mark is at most half as wide as the screen. */
void console_item(const struct console *console, size_t indent, enum console_tone tone,
                  const char *mark, const char *text);

/* As console_write, of a line that is put together in a text, which is empty afterwards, ready for the next. */
void console_flush(const struct console *console, enum console_tone tone, struct text *line);
/* The same of console_paragraph. */
void console_flush_paragraph(const struct console *console, size_t indent, struct text *line);
/* The same of console_item. */
void console_flush_item(const struct console *console, size_t indent, enum console_tone tone,
                        const char *mark, struct text *line);

/* A heading on a line of its own, below an empty line. */
void console_heading(const struct console *console, enum console_tone tone, const char *heading);

/* The escape sequence that starts a tone, "" where the console has no colour. Static. */
const char *console_tone_start(const struct console *console, enum console_tone tone);
/* The one that ends it. Static. */
const char *console_tone_end(const struct console *console, enum console_tone tone);

/* Appends `text` as a terminal may see it: control characters (C0, DEL, C1), and the invisible marks
 * that turn the direction of writing, become '?'; line breaks and tabs become a space unless
 * `keep_lines`. Bytes that are not UTF-8 become '?'. */
void console_add_safe(struct text *out, const char *text, bool keep_lines);

/* Appends a bar of exactly `columns` columns, filled as value is to full, in eighths of a column
 * ("███▌░░"). Below zero is empty, above full is full; `full` must be above zero. */
void console_add_bar(struct text *out, struct fraction value, struct fraction full, size_t columns);

/* Asks a person for one line on the terminal: prompt on standard error, answer from standard input,
 * without its line break, spaces at both ends taken off. False, and silent, when either is not a
 * terminal, and at the end of input. */
bool console_ask(const char *prompt, struct text *answer);

/* Long work. On a terminal (standard error) one line appears after half a second and is rewritten at
 * most ten times a second; in a pipe nothing is ever written. */
struct console_progress {
    struct console console; /* of standard error */
    const char *label;      /* what goes on, already translated; borrowed */
    size_t total;           /* steps in all; 0 when nobody knows */
    long long next_ms;      /* when the line is due again, CLOCK_MONOTONIC */
    bool shown;             /* the line is on the screen */
};

/* Begins; writes nothing yet. `total` 0 shows a plain count. */
void console_progress_start(struct console_progress *progress, const char *label, size_t total);
/* `done` steps are finished. Costs a look at the clock on a terminal, nothing in a pipe. */
void console_progress_step(struct console_progress *progress, size_t done);
/* Takes the line away; also before anything else is written to the terminal. */
void console_progress_end(struct console_progress *progress);

#endif
