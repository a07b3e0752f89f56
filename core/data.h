/* data: what the files of a pack declare, as a tree.
 *
 * Read from the JSON that the worker sends, strictly; then only looked at. A value knows its name and
 * the table around it, so that every sentence about it can say its path ("aspects[1].weight"), counted
 * from 1 as in Lua. An empty Lua table arrives as an empty list: where a record is due, it counts as a
 * record without fields. Everything lives in the arena that it was read into. */
#ifndef SPBE_DATA_H
#define SPBE_DATA_H

#include "arena.h"
#include "fraction.h"
#include "text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum data_type { DATA_FLAG, DATA_NUMBER, DATA_TEXT, DATA_LIST, DATA_RECORD, DATA_FUNCTION };

struct data {
    enum data_type type;
    bool flag;                 /* of a flag */
    const char *key;           /* its name in the record around it; NULL in a list and at the top */
    const char *text;          /* a text, or a number's own characters ("1.3"); NULL else */
    size_t count;              /* values inside a list or record */
    const struct data *first;  /* the first of them, or NULL; of a function, its name as a text */
    const struct data *next;   /* the next value in the same list or record, or NULL */
    const struct data *parent; /* NULL at the top */
    size_t position;           /* in the parent, from 0 */
    const struct data
        *origin;     /* of a value in a copy (graft): the declared value that it stands for,
                                  for its file and line; NULL = it was declared itself */
    unsigned change; /* of such a value: the change that put it here, from 1; 0 = none */
};

/* Reads the answer {"value":…} of a worker and gives the value. NULL when that is not what the bytes
 * are: a worker that says anything else (null, keys out of order or twice) is not to be believed. */
const struct data *data_read(const char *bytes, size_t length, struct arena *arena);

/* The value of a record's field, or NULL; also NULL for a `record` that is NULL or none. */
const struct data *data_get(const struct data *record, const char *key);
/* A field's text, or `otherwise` when there is no such text. */
const char *data_text(const struct data *record, const char *key, const char *otherwise);
/* The number that a value holds exactly: a number without exponent, or a text such as "20/6". */
bool data_fraction(const struct data *value, struct fraction *out);
/* The whole number that a value holds, when it is one within [min, max]. */
bool data_whole(const struct data *value, int min, int max, int *out);
/* The year that a value's key is, "2023"; 0 when it is none. */
int data_key_year(const struct data *value);
/* A field's flag; false when there is none. */
bool data_flag(const struct data *record, const char *key);
/* True for a record, and for the empty list. */
bool data_is_record(const struct data *value);
/* True for a list, not for a record; also for the empty list. */
bool data_is_list(const struct data *value);

/* The declared value that a value in a copy stands for; a declared value itself. */
const struct data *data_origin(const struct data *value);
/* The value at the top of the tree. */
const struct data *data_top(const struct data *value);
/* Puts the path from the top into *out: "aspects[1].indicators[3].weight"; empty for the top itself. */
void data_path(const struct data *value, struct text *out);

#endif
