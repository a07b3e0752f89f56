/* html_text: texts as a page of HTML takes them.
 *
 * Every text of a template or a result passes here before it stands in a page, so that none of it is ever
 * read as markup or style. Bytes that are not UTF-8, and control characters, become U+FFFD. */
#ifndef SPBE_HTML_TEXT_H
#define SPBE_HTML_TEXT_H

#include "text.h"

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* Appends a text between tags; "\n" becomes a line break. */
void html_text_add(struct text *out, const char *bytes, size_t length);
/* Appends a text as the value of an attribute, without the quotes around it, or where no line break can
 * stand; "\n" becomes a space. */
void html_text_value(struct text *out, const char *bytes, size_t length);
/* Appends a text as a string of a style sheet, with its quotes. */
void html_text_style(struct text *out, const char *bytes, size_t length);
/* Appends a colour, 0xRRGGBB, as "#1f4e79". */
void html_text_color(struct text *out, int32_t color);
/* Appends a number rounded to hundredths, without needless zeros: a size or a coordinate. */
void html_text_number(struct text *out, double number);
/* Appends bytes as base64 (RFC 4648 part 4). */
void html_text_base64(struct text *out, const char *bytes, size_t length);
/* Writes what has gathered to a file and empties it, once it is more than `bytes`. Whether writing worked is
 * the file's to tell (ferror). */
void html_text_drain(struct text *out, FILE *file, size_t bytes);

#endif
