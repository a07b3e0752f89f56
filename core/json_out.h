/* json_out: JSON written straight into a text, without a tree.
 *
 * The writer puts the commas; the caller opens and closes, and writes in the order in which things are to
 * stand. Nothing is indented: one document is one line.
 *
 *     struct json_out out = {&text, false};
 *     json_out_open(&out, '{');
 *     json_out_member(&out, "id", indicator->id);
 *     json_out_key(&out, "levels");
 *     json_out_open(&out, '[');
 *     …
 *     json_out_close(&out, ']');
 *     json_out_close(&out, '}');
 *
 * Texts must be valid UTF-8. NULL for a text is written as null. */
#ifndef SPBE_JSON_OUT_H
#define SPBE_JSON_OUT_H

#include "fraction.h"
#include "text.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

struct json_out {
    struct text *text; /* borrowed */
    bool more;         /* a value stands before: a comma is due */
};

/* As json_out_key, for a name whose length is known. */
void json_out_name(struct json_out *out, const char *key, size_t length);
/* Opens an object '{' or a list '['. */
void json_out_open(struct json_out *out, char bracket);
/* Closes it with '}' or ']'. */
void json_out_close(struct json_out *out, char bracket);
/* The name of the member whose value is written next; plain ASCII that needs no escape. */
static inline void json_out_key(struct json_out *out, const char *key)
{
    json_out_name(out, key, strlen(key));
}

/* A text, escaped. */
void json_out_string(struct json_out *out, const char *string);
/* As json_out_string, for a text that is known to need no escape: an id, a code. */
void json_out_plain(struct json_out *out, const char *string);
/* A whole number. */
void json_out_int(struct json_out *out, int64_t number);
/* true or false. */
void json_out_bool(struct json_out *out, bool flag);
/* null. */
void json_out_null(struct json_out *out);
/* A text with the shortest exact decimal, else "7/6". */
void json_out_exact(struct json_out *out, struct fraction value);
/* A text with the value rounded to `decimals` places, with a point. */
void json_out_rounded(struct json_out *out, struct fraction value, int decimals);
/* Bytes that are JSON already. */
void json_out_raw(struct json_out *out, const char *json, size_t length);

/* A key and a text. */
static inline void json_out_member(struct json_out *out, const char *key, const char *string)
{
    json_out_key(out, key);
    json_out_string(out, string);
}
/* A key and a whole number. */
static inline void json_out_member_int(struct json_out *out, const char *key, int64_t number)
{
    json_out_key(out, key);
    json_out_int(out, number);
}
/* A key and true or false. */
static inline void json_out_member_bool(struct json_out *out, const char *key, bool flag)
{
    json_out_key(out, key);
    json_out_bool(out, flag);
}
/* A key and a text with an exact number. */
static inline void json_out_member_exact(struct json_out *out, const char *key,
                                         struct fraction value)
{
    json_out_key(out, key);
    json_out_exact(out, value);
}
/* A key and a text with a rounded number. */
void json_out_member_rounded(struct json_out *out, const char *key, struct fraction value,
                             int decimals);
/* A key and a list of texts (NULL-terminated; NULL counts as empty). */
void json_out_member_list(struct json_out *out, const char *key, const char *const *strings);

#endif
