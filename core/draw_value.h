/* draw_value: the arguments and options of drawing commands, read from a worker's message.
 *
 * The worker is not trusted: what comes is checked here, whatever its own checks were. A reader returns
 * false either with *err set (the template is to blame, and can be told so) or with nothing set (the
 * message is none that our own worker would send). */
#ifndef SPBE_DRAW_VALUE_H
#define SPBE_DRAW_VALUE_H

#include "drawing.h"
#include "error.h"
#include "json.h"

/* One argument or option; texts are borrowed from the message or its arena. */
struct draw_value {
    double number;         /* of r and c: from 0 */
    struct json_text text; /* of OPTION_ANY, "o", "m" and "j": the JSON itself */
    int32_t color;
    bool given; /* not null, not left out */
    bool flag;
    bool is_text; /* of a "v": a text, else a number */
};

/* Reads the arguments of a command, cursor before the first, up to the list's end. */
bool draw_value_arguments(struct json *json, enum drawing_command command,
                          struct draw_value values[DRAWING_ARGUMENTS]);

/* Reads a record of options. `text` empty: none is given. Fails with DRAW_OPTION, DRAW_TYPE.
 *
 * what: names the function in a sentence.
 * values: by position in the set. */
bool draw_value_options(const struct json_text *text, enum option_set set, const char *what,
                        struct arena *arena, struct draw_value values[DRAWING_OPTIONS],
                        struct error *err);

/* Opens a list for draw_value_item; fails with DRAW_TYPE, naming `key`. */
bool draw_value_list(const struct json_text *text, const char *key, struct arena *arena,
                     struct json *json, struct error *err);

/* A NUL-terminated copy in the arena; NULL for a value that is not given. */
const char *draw_value_string(const struct draw_value *value, struct arena *arena);

/* Reads the next value, a number. */
bool draw_value_number(struct json *json, double *out);

/* Reads "#RRGGBB". */
bool draw_value_color(const struct json_text *text, int32_t *color);

/* The position of a word in a list of `count` words; fails with DRAW_WORD, naming `key`. A value that
 * is not given leaves *position alone. */
bool draw_value_word(const struct draw_value *value, const char *key, const char *const *words,
                     size_t count, uint8_t *position, struct error *err);

#endif
