/* json: a strict reader that goes through a document once, without a tree.
 *
 * The reader is a cursor. The caller says what it expects next and gets values straight from the
 * bytes; strings without escapes are borrowed from the input, others are decoded into a scratch
 * arena. Strict means RFC 8259, and: valid UTF-8 (no byte-order mark), no NUL character in a string,
 * no lone surrogate, at most LIMIT_JSON_DEPTH levels and LIMIT_JSON_VALUES values (both can be set
 * per reader). Who reads an object checks its keys, each against its own list, and refuses unknown
 * and repeated ones with json_fail: nothing is ever skipped silently.
 *
 *     struct json json;
 *     json_open(&json, bytes, length, &arena, "input.json");
 *     struct json_text key;
 *     json_object(&json);
 *     while (json_key(&json, &key)) {
 *         if (json_is(&key, "year")) { json_integer(&json, 2000, 2100, &year); }
 *         else { json_fail(&json, M_JSON_UNKNOWN_KEY, …); }
 *     }
 *     ok = json_end(&json, err);
 *
 * After a failure every call returns false and changes nothing, so a caller looks once, at json_end.
 * The place of an error ("kota.json:12:7 $.answers.I07.claimed") is computed only then, by walking the
 * document again to the failing byte: the ordinary pass costs nothing for it.
 */
#ifndef SPBE_JSON_H
#define SPBE_JSON_H

#include "arena.h"
#include "error.h"
#include "fraction.h"
#include "text.h"

#include <stdint.h>
#include <string.h>

/* A piece of text inside the document or the scratch arena; not NUL-terminated. */
struct json_text {
    const char *bytes;
    size_t length;
};

enum json_type {
    JSON_NULL,
    JSON_FALSE,
    JSON_TRUE,
    JSON_NUMBER,
    JSON_STRING,
    JSON_ARRAY,
    JSON_OBJECT,
    JSON_BAD
};

struct json {
    const char *at, *end; /* cursor and end of the document */
    const char *start;    /* first byte of the document */
    const char *last;     /* first byte of the value or key last taken */
    struct arena *arena;  /* strings with escapes, and copies, live here */
    const char *name;     /* of the document, for places; NULL: places are paths alone */
    size_t values;        /* taken so far */
    size_t value_limit;
    unsigned depth;       /* levels that are open */
    unsigned depth_limit; /* at most 1,000: json_skip takes C stack by the level */
    bool fresh;           /* just inside a bracket: no comma is due */
    struct error error;   /* the first failure */
};

/* Puts the cursor before the one value of `length` bytes. Everything passed in is borrowed until
 * json_end. */
void json_open(struct json *json, const char *bytes, size_t length, struct arena *arena,
               const char *name);
/* True when nothing has failed and only white space is left; else moves the error into *err. */
bool json_end(struct json *json, struct error *err);

/* The kind of the next value, judged by its first byte, without moving; JSON_BAD at anything else. */
enum json_type json_peek(struct json *json);
/* Takes null where it is the next value; false, and no failure, where something else is. */
bool json_absent(struct json *json);

/* Enters an object; its end is taken by json_key. */
bool json_object(struct json *json);
/* Enters an array; its end is taken by json_item. */
bool json_array(struct json *json);
/* The next key, cursor before its value; false at the closing bracket (taken) or after a failure. */
bool json_key(struct json *json, struct json_text *key);
/* Takes the key `word` where it is the next one and written plainly; false, with nothing taken,
 * otherwise: then json_key tells. A shortcut for documents whose order is known. The word has no
 * characters that JSON would escape. */
bool json_key_is(struct json *json, const char *word);
/* Takes these very bytes where they are the next value; false, with nothing taken, otherwise. They are
 * a well-formed value of `values` values in all, no deeper than any limit. Inline, because a length
 * that is known makes it two comparisons of words. */
static inline bool json_value_is(struct json *json, const char *bytes, size_t length, size_t values)
{
    if ((size_t)(json->end - json->at) < length || memcmp(json->at, bytes, length) != 0 ||
        json->value_limit - json->values < values) {
        return false;
    }
    json->values += values;
    json->last = json->at;
    json->at += length;
    return true;
}
/* True when another item follows, cursor before it; false at the closing bracket (taken). */
bool json_item(struct json *json);

/* Takes null, or fails with JSON_TYPE. */
bool json_null(struct json *json);
/* Takes true or false, or fails with JSON_TYPE. */
bool json_bool(struct json *json, bool *out);
/* Takes a string, borrowed from the input or decoded into the arena, or fails with JSON_TYPE. */
bool json_string(struct json *json, struct json_text *out);
/* A string of at most `max` bytes, copied with a NUL; JSON_LONG beyond. */
bool json_copy(struct json *json, size_t max, const char **out);
/* A number without fraction and exponent (JSON_WHOLE), within [min, max] (JSON_RANGE). */
bool json_integer(struct json *json, int64_t min, int64_t max, int64_t *out);
/* A number's own characters ("1.30", "1e5"), checked against the grammar. */
bool json_number(struct json *json, struct json_text *out);
/* Takes any value, checked as strictly as everything else (duplicate keys inside it are refused), and
 * gives its bytes; `raw` may be NULL. */
bool json_skip(struct json *json, struct json_text *raw);
/* Passes over any value by its brackets and quotes alone, unchecked: only for looking ahead in a
 * document that is read properly afterwards. */
bool json_jump(struct json *json);

/* True when the text equals a NUL-terminated word. */
bool json_is(const struct json_text *text, const char *word);

/* Room for a text that a message shows. */
enum { JSON_SHOWN = 64 };
/* The text as a message shows it: at most JSON_SHOWN - 1 bytes and a NUL, cut at a character's edge. */
const char *json_show(const struct json_text *text, char out[JSON_SHOWN]);

/* Fails at the value or key last taken: json_fail(json, M_…, args). Returns false. */
bool json_fail(struct json *json, enum error_kind kind, const char *id, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* Fails at a byte of the document, an earlier `last`: json_fail_at(json, place, M_…, args). */
bool json_fail_at(struct json *json, const char *place, enum error_kind kind, const char *id,
                  const char *format, ...) __attribute__((format(printf, 5, 6)));

#endif
