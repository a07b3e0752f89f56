/* screen: the one meeting place with the terminal library: shows pictures, reads keys.
 *
 * Between screen_open and screen_close the terminal belongs to it. Colours only where the terminal has them
 * and NO_COLOR is not set; else bold, dim and reversed letters. */
#ifndef SPBE_SCREEN_H
#define SPBE_SCREEN_H

#include "error.h"
#include "key.h"
#include "picture.h"

#include <stdbool.h>
#include <stddef.h>

struct screen_handle;

/* True when this can be drawn on. Fails as screen_open. */
bool screen_check(struct error *err);
/* Takes the terminal over; yours to screen_close. Fails with SCREEN_NONE when standard input or output is no
 * terminal, SCREEN_DUMB when it cannot put a cursor to a place (TERM). */
struct screen_handle *screen_open(struct error *err);
/* Gives the terminal back as it was; NULL is taken. */
void screen_close(struct screen_handle *screen);
/* Its present size. */
void screen_size(const struct screen_handle *screen, size_t *rows, size_t *columns);
/* Shows a picture in place of the one before. */
void screen_show(struct screen_handle *screen, const struct picture *picture);
/* Waits for a key. A change of the size, and Ctrl-L, are PRESS_NONE: draw again. */
struct key screen_read(struct screen_handle *screen);

#endif
