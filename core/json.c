#include "json.h"

#include "json_scan.h"
#include "json_string.h"
#include "limit.h"
#include "memory.h"
#include "message.h"

#include <assert.h>
#include <endian.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORD = 8 };
#define EACH_BYTE(byte) (UINT64_C(0x0101010101010101) * (byte))

/* Eight bytes at `at`, the first in the lowest place. */
static inline uint64_t load(const char *at)
{
    uint64_t word;
    memcpy(&word, at, WORD);
    return le64toh(word);
}

/* skip_white where there is some: indentation goes eight spaces at a time. */
static const char *skip_run(const char *at, const char *end)
{
    while (at < end && (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t')) {
        at++;
        while (end - at >= WORD && load(at) == EACH_BYTE(' ')) {
            at += WORD;
        }
    }
    return at;
}

/* The first byte at or after `at` that is no white space, or `end`. */
static inline const char *skip_white(const char *at, const char *end)
{
    return at < end && (unsigned char)*at > ' ' ? at : skip_run(at, end);
}

/* ---- places and failures -------------------------------------------------------------------------- */

/* Appends "name:line:column " for the byte at `place`; nothing for a document without a name. Columns
 * count characters. */
static void add_position(const struct json *json, const char *place, struct text *out)
{
    if (json->name == NULL) {
        return;
    }
    size_t line = 1;
    size_t column = 1;
    for (const char *at = json->start; at < place; at++) {
        bool breaks = *at == '\n';
        line += breaks ? 1 : 0;
        column = breaks ? 1 : column + (((unsigned char)*at & 0xC0U) != 0x80U ? 1 : 0);
    }
    text_format(out, "%s:%zu:%zu ", json->name, line, column);
}

/* Appends the path of `place`, of a long one its end: name and line in front of it must not be lost. */
static void add_path(const struct json *json, const char *place, struct text *out)
{
    enum { PATH_SHOWN = 120 };
    struct text path = TEXT_EMPTY;
    json_path(json->start, (size_t)(json->end - json->start), (size_t)(place - json->start), &path);
    size_t from = path.length > PATH_SHOWN ? path.length - PATH_SHOWN : 0;
    while (((unsigned char)path.bytes[from] & 0xC0U) == 0x80U) {
        from++;
    }
    text_add(out, from == 0 ? "" : "$…");
    text_add(out, path.bytes + from);
    text_release(&path);
}

static bool fail_list(struct json *json, const char *place, enum error_kind kind, const char *id,
                      const char *format, va_list arguments)
{
    if (error_is_set(&json->error)) {
        return false;
    }
    struct text where = TEXT_EMPTY;
    add_position(json, place, &where);
    add_path(json, place, &where);
    error_set_list(&json->error, kind, id, format, where.bytes, arguments);
    text_release(&where);
    json->at = json->end;
    return false;
}

bool json_fail_at(struct json *json, const char *place, enum error_kind kind, const char *id,
                  const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fail_list(json, place, kind, id, format, arguments);
    va_end(arguments);
    return false;
}

bool json_fail(struct json *json, enum error_kind kind, const char *id, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fail_list(json, json->last, kind, id, format, arguments);
    va_end(arguments);
    return false;
}

/* Fails because `expected` (not translated yet) should stand at the cursor. */
static bool fail_expected(struct json *json, const char *expected)
{
    const char *at = json->at;
    if (skip_white(json->start, json->end) == json->end) {
        return json_fail_at(json, at, M_JSON_EMPTY);
    }
    if (at == json->end) {
        return json_fail_at(json, at, M_JSON_CUT, lang_text(expected));
    }
    if (at == json->start && json->end - at >= 3 && memcmp(at, "\xEF\xBB\xBF", 3) == 0) {
        return json_fail_at(json, at, M_JSON_BOM);
    }
    char found[16];
    unsigned char byte = (unsigned char)*at;
    snprintf(found, sizeof found, byte > 0x20 && byte < 0x7F ? "'%c'" : "0x%02X", byte);
    return json_fail_at(json, at, M_JSON_EXPECTED, lang_text(expected), found);
}

/* ---- the start of a value ------------------------------------------------------------------------- */

static inline enum json_type type_of(char byte)
{
    static const unsigned char types[256] = {
        /* 0 is JSON_NULL, so that each entry is one more */
        ['n'] = JSON_NULL + 1,   ['t'] = JSON_TRUE + 1,   ['f'] = JSON_FALSE + 1,
        ['"'] = JSON_STRING + 1, ['['] = JSON_ARRAY + 1,  ['{'] = JSON_OBJECT + 1,
        ['-'] = JSON_NUMBER + 1, ['0'] = JSON_NUMBER + 1, ['1'] = JSON_NUMBER + 1,
        ['2'] = JSON_NUMBER + 1, ['3'] = JSON_NUMBER + 1, ['4'] = JSON_NUMBER + 1,
        ['5'] = JSON_NUMBER + 1, ['6'] = JSON_NUMBER + 1, ['7'] = JSON_NUMBER + 1,
        ['8'] = JSON_NUMBER + 1, ['9'] = JSON_NUMBER + 1,
    };
    unsigned char type = types[(unsigned char)byte];
    return type == 0 ? JSON_BAD : (enum json_type)(type - 1);
}

/* Fails because the value at the cursor is not what `expected` says, or is none. */
static bool fail_value(struct json *json, const char *expected)
{
    static const char *const words[] = {
        [JSON_NULL] = N_("null"),
        [JSON_FALSE] = N_("true or false"),
        [JSON_TRUE] = N_("true or false"),
        [JSON_NUMBER] = N_("a number"),
        [JSON_STRING] = N_("text in quotes"),
        [JSON_ARRAY] = N_("a list in [ ]"),
        [JSON_OBJECT] = N_("an object in { }"),
    };
    if (error_is_set(&json->error)) {
        return false;
    }
    enum json_type type = json_peek(json);
    if (type == JSON_BAD) {
        return fail_expected(json, N_("a value"));
    }
    json->last = json->at;
    if (json->values >= json->value_limit) {
        return json_fail(json, M_JSON_VALUES, json->value_limit);
    }
    return json_fail(json, M_JSON_TYPE, lang_text(expected), lang_text(words[type]));
}

/* Moves to the next value when its first byte is `first`. */
static inline bool begin(struct json *json, char first, const char *expected)
{
    json->at = skip_white(json->at, json->end);
    if (json->at == json->end || *json->at != first || json->values >= json->value_limit) {
        return fail_value(json, expected);
    }
    json->values++;
    json->last = json->at;
    return true;
}

/* ---- strings -------------------------------------------------------------------------------------- */

/* Fails with what a string's scan found. */
static bool fail_string(struct json *json, const struct json_string_scan *scan)
{
    const char *place = scan->place;
    switch (scan->fault) {
    case JSON_STRING_CUT:
        return json_fail_at(json, place, M_JSON_CUT, _("a closing quote"));
    case JSON_STRING_CONTROL:
        return json_fail_at(json, place, M_JSON_CONTROL, scan->detail);
    case JSON_STRING_ESCAPE:
        return json_fail_at(json, place, M_JSON_ESCAPE);
    case JSON_STRING_NUL:
        return json_fail_at(json, place, M_JSON_NUL);
    case JSON_STRING_SURROGATE:
        return json_fail_at(json, place, M_JSON_SURROGATE, scan->detail);
    default:
        return json_fail_at(json, place, M_JSON_UTF8, scan->detail);
    }
}

/* Takes the string whose quote is at the cursor and whose text goes on with more than plain text: decoded
 * where it has escapes. */
static bool take_special(struct json *json, struct json_text *out)
{
    struct json_string_scan scan;
    const char *from = json->at + 1;
    const char *quote = json_string_end(from, json->end, &scan);
    if (quote == NULL) {
        return fail_string(json, &scan);
    }
    json->at = quote + 1;
    *out = (struct json_text){from, (size_t)(quote - from)};
    if (scan.escaped) {
        char *decoded = arena_get(json->arena, out->length + 1, 1);
        *out = (struct json_text){decoded, json_string_decode(from, out->length, decoded)};
    }
    return true;
}

/* Takes the string whose quote is at the cursor. */
static inline bool take_string(struct json *json, struct json_text *out)
{
    const char *from = json->at + 1;
    const char *quote = json_string_plain(from, json->end);
    if (quote == json->end || *quote != '"') {
        return take_special(json, out);
    }
    json->at = quote + 1;
    *out = (struct json_text){from, (size_t)(quote - from)};
    return true;
}

bool json_string(struct json *json, struct json_text *out)
{
    return begin(json, '"', N_("text in quotes")) && take_string(json, out);
}

bool json_copy(struct json *json, size_t max, const char **out)
{
    struct json_text text = {NULL, 0};
    if (!json_string(json, &text)) {
        return false;
    }
    if (text.length > max) {
        return json_fail(json, M_JSON_LONG, max);
    }
    *out = arena_copy(json->arena, text.bytes, text.length);
    return true;
}

bool json_is(const struct json_text *text, const char *word)
{
    return strlen(word) == text->length && memcmp(text->bytes, word, text->length) == 0;
}

const char *json_show(const struct json_text *text, char out[JSON_SHOWN])
{
    static const char mark[] = "…";
    bool fits = text->length < JSON_SHOWN;
    size_t length = fits ? text->length : JSON_SHOWN - sizeof mark;
    while (!fits && length > 0 && ((unsigned char)text->bytes[length] & 0xC0U) == 0x80U) {
        length--;
    }
    memcpy(out, text->bytes, length);
    memcpy(out + length, fits ? "" : mark, fits ? 1 : sizeof mark);
    return out;
}

/* ---- numbers -------------------------------------------------------------------------------------- */

static inline bool is_digit(const char *at, const char *end)
{
    return at < end && *at >= '0' && *at <= '9';
}

/* Past the digits at `at`; NULL when there is none. */
static const char *skip_digits(const char *at, const char *end)
{
    if (!is_digit(at, end)) {
        return NULL;
    }
    while (is_digit(at, end)) {
        at++;
    }
    return at;
}

/* Past the number at `at`, by the grammar of RFC 8259 part 6; NULL when it is none. */
static const char *skip_number(const char *at, const char *end)
{
    at += *at == '-' ? 1 : 0;
    bool zero = at < end && *at == '0';
    at = zero ? at + 1 : skip_digits(at, end);
    if (at == NULL || (zero && is_digit(at, end))) {
        return NULL;
    }
    if (at < end && *at == '.') {
        at = skip_digits(at + 1, end);
    }
    if (at != NULL && at < end && (*at | 0x20) == 'e') {
        at++;
        at += at < end && (*at == '+' || *at == '-') ? 1 : 0;
        at = skip_digits(at, end);
    }
    return at;
}

/* Moves to the next value when it is a number. */
static bool begin_number(struct json *json, const char *expected)
{
    json->at = skip_white(json->at, json->end);
    if (json->at == json->end || type_of(*json->at) != JSON_NUMBER ||
        json->values >= json->value_limit) {
        return fail_value(json, expected);
    }
    json->values++;
    json->last = json->at;
    return true;
}

/* Takes the number at the cursor. */
static bool take_number(struct json *json, struct json_text *out)
{
    const char *end = skip_number(json->at, json->end);
    if (end == NULL) {
        return json_fail(json, M_JSON_NUMBER);
    }
    *out = (struct json_text){json->at, (size_t)(end - json->at)};
    json->at = end;
    return true;
}

bool json_number(struct json *json, struct json_text *out)
{
    return begin_number(json, N_("a number")) && take_number(json, out);
}

/* The value of a whole number's characters; false where it does not fit. */
static bool parse_whole(const struct json_text *text, int64_t *out)
{
    bool negative = text->bytes[0] == '-';
    int64_t number = 0;
    for (size_t i = negative ? 1 : 0; i < text->length; i++) {
        if (__builtin_mul_overflow(number, 10, &number) ||
            __builtin_sub_overflow(number, text->bytes[i] - '0', &number)) {
            return false;
        }
    }
    *out = number;
    return negative || !__builtin_sub_overflow(0, number, out);
}

bool json_integer(struct json *json, int64_t min, int64_t max, int64_t *out)
{
    struct json_text text = {"", 0};
    if (!begin_number(json, N_("a whole number")) || !take_number(json, &text)) {
        return false;
    }
    for (size_t i = 0; i < text.length; i++) {
        if (text.bytes[i] == '.' || (text.bytes[i] | 0x20) == 'e') {
            return json_fail(json, M_JSON_WHOLE);
        }
    }
    int64_t number = 0;
    if (!parse_whole(&text, &number) || number < min || number > max) {
        char shown[JSON_SHOWN];
        return json_fail(json, M_JSON_RANGE, json_show(&text, shown), (long long)min,
                         (long long)max);
    }
    *out = number;
    return true;
}

/* ---- words, objects, arrays ----------------------------------------------------------------------- */

enum json_type json_peek(struct json *json)
{
    json->at = skip_white(json->at, json->end);
    return json->at < json->end ? type_of(*json->at) : JSON_BAD;
}

/* Takes a word whose first letter is at the cursor. */
static bool take_word(struct json *json, const char *word, size_t length)
{
    if ((size_t)(json->end - json->at) < length || memcmp(json->at, word, length) != 0) {
        return fail_expected(json, N_("a value"));
    }
    json->at += length;
    return true;
}

bool json_null(struct json *json)
{
    return begin(json, 'n', N_("null")) && take_word(json, "null", 4);
}

bool json_absent(struct json *json)
{
    return json_peek(json) == JSON_NULL && json_null(json);
}

bool json_bool(struct json *json, bool *out)
{
    *out = json_peek(json) == JSON_TRUE;
    return begin(json, *out ? 't' : 'f', N_("true or false")) &&
           (*out ? take_word(json, "true", 4) : take_word(json, "false", 5));
}

/* Enters at a bracket. */
static inline bool enter(struct json *json, char bracket, const char *expected)
{
    if (!begin(json, bracket, expected)) {
        return false;
    }
    if (json->depth == json->depth_limit) {
        return json_fail(json, M_JSON_DEEP, json->depth_limit);
    }
    json->depth++;
    json->at++;
    json->fresh = true;
    return true;
}

bool json_object(struct json *json)
{
    return enter(json, '{', N_("an object in { }"));
}

bool json_array(struct json *json)
{
    return enter(json, '[', N_("a list in [ ]"));
}

/* Takes the closing bracket, or the comma that is due before something else; false at the bracket or
 * after a failure. */
static inline bool next(struct json *json, char bracket, const char *expected)
{
    const char *at = skip_white(json->at, json->end);
    json->at = at;
    if (at < json->end && *at == bracket && json->depth > 0) {
        json->at++;
        json->depth--;
        json->fresh = false;
        return false;
    }
    if (json->fresh) {
        json->fresh = false;
        return true;
    }
    if (at == json->end || *at != ',') {
        return fail_expected(json, expected);
    }
    json->at = skip_white(at + 1, json->end);
    return true;
}

bool json_key(struct json *json, struct json_text *key)
{
    if (!next(json, '}', N_("a comma or }"))) {
        return false;
    }
    if (json->at == json->end || *json->at != '"') {
        return fail_expected(json, N_("a key in quotes"));
    }
    json->last = json->at;
    if (!take_string(json, key)) {
        return false;
    }
    json->at = skip_white(json->at, json->end);
    if (json->at == json->end || *json->at != ':') {
        return fail_expected(json, N_("a colon"));
    }
    json->at = skip_white(json->at + 1, json->end);
    return true;
}

bool json_key_is(struct json *json, const char *word)
{
    const char *at = skip_white(json->at, json->end);
    if (!json->fresh) {
        if (at == json->end || *at != ',') {
            return false;
        }
        at = skip_white(at + 1, json->end);
    }
    const char *quote = at;
    if (at == json->end || *at != '"') {
        return false;
    }
    at++;
    for (; *word != '\0'; word++, at++) {
        if (at == json->end || *at != *word) {
            return false;
        }
    }
    if (json->end - at < 2 || at[0] != '"' || at[1] != ':') {
        return false;
    }
    json->last = quote;
    json->at = skip_white(at + 2, json->end);
    json->fresh = false;
    return true;
}

bool json_item(struct json *json)
{
    return !error_is_set(&json->error) && next(json, ']', N_("a comma or ]"));
}

/* ---- any value ------------------------------------------------------------------------------------ */

/* The keys of the objects that are open, for json_skip. */
struct seen_key {
    struct json_text text;
    const char *place;
};
struct seen {
    struct seen_key *keys; /* on the heap */
    size_t count, capacity;
};

static void remember(struct seen *seen, const struct json_text *key, const char *place)
{
    if (seen->count == seen->capacity) {
        seen->capacity = seen->capacity == 0 ? 32 : seen->capacity * 2;
        seen->keys = memory_resize(seen->keys, seen->capacity, sizeof *seen->keys);
    }
    seen->keys[seen->count++] = (struct seen_key){*key, place};
}

/* Equal keys stand together, in the order of the document. */
static int compare_keys(const void *left, const void *right)
{
    const struct seen_key *one = left;
    const struct seen_key *other = right;
    if (one->text.length != other->text.length) {
        return one->text.length < other->text.length ? -1 : 1;
    }
    int order = memcmp(one->text.bytes, other->text.bytes, one->text.length);
    return order != 0 ? order : (one->place > other->place) - (one->place < other->place);
}

static inline bool same_key(const struct seen_key *one, const struct seen_key *other)
{
    size_t length = one->text.length;
    const char *left = one->text.bytes;
    const char *right = other->text.bytes;
    /* Keys of one object often differ in their last byte only. */
    return length == other->text.length && (length == 0 || (left[length - 1] == right[length - 1] &&
                                                            memcmp(left, right, length) == 0));
}

/* The first key in the document that repeats another, among a few; NULL when there is none. */
static const struct seen_key *find_repeated_few(const struct seen_key *keys, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        for (size_t k = 0; k < i; k++) {
            if (same_key(&keys[k], &keys[i])) {
                return &keys[i];
            }
        }
    }
    return NULL;
}

/* The same among many, which are sorted: that keeps it cheap whatever the keys are. */
static const struct seen_key *find_repeated_many(struct seen_key *keys, size_t count)
{
    const struct seen_key *found = NULL;
    qsort(keys, count, sizeof *keys, compare_keys);
    for (size_t i = 1; i < count; i++) {
        bool earlier = found == NULL || keys[i].place < found->place;
        found = earlier && same_key(&keys[i - 1], &keys[i]) ? &keys[i] : found;
    }
    return found;
}

/* Fails where a key of an object, whose keys stand from `first` on, repeats another. */
static bool refuse_repeated(struct json *json, const struct seen *seen, size_t first)
{
    enum { FEW = 16 };
    size_t count = seen->count - first;
    const struct seen_key *found = count < 2      ? NULL
                                   : count <= FEW ? find_repeated_few(seen->keys + first, count)
                                                  : find_repeated_many(seen->keys + first, count);
    if (found == NULL) {
        return true;
    }
    char shown[JSON_SHOWN];
    return json_fail_at(json, found->place, M_JSON_DUPLICATE_KEY, json_show(&found->text, shown));
}

static bool skip_value(struct json *json, struct seen *seen);

static bool skip_object(struct json *json, struct seen *seen)
{
    size_t first = seen->count;
    struct json_text key;
    json_object(json);
    while (json_key(json, &key)) {
        remember(seen, &key, json->last);
        skip_value(json, seen);
    }
    bool ok = !error_is_set(&json->error) && refuse_repeated(json, seen, first);
    seen->count = first;
    return ok;
}

static bool skip_array(struct json *json, struct seen *seen)
{
    json_array(json);
    while (json_item(json)) {
        skip_value(json, seen);
    }
    return !error_is_set(&json->error);
}

static bool skip_value(struct json *json, struct seen *seen)
{
    bool truth;
    struct json_text text;
    switch (json_peek(json)) {
    case JSON_OBJECT:
        return skip_object(json, seen);
    case JSON_ARRAY:
        return skip_array(json, seen);
    case JSON_STRING:
        return json_string(json, &text);
    case JSON_TRUE:
    case JSON_FALSE:
        return json_bool(json, &truth);
    case JSON_NUMBER:
        return json_number(json, &text);
    default:
        return json_null(json);
    }
}

bool json_skip(struct json *json, struct json_text *raw)
{
    struct seen seen = {NULL, 0, 0};
    json_peek(json);
    const char *from = json->at;
    bool ok = skip_value(json, &seen);
    free(seen.keys);
    if (ok) {
        json->last = from;
    }
    if (ok && raw != NULL) {
        *raw = (struct json_text){from, (size_t)(json->at - from)};
    }
    return ok;
}

bool json_jump(struct json *json)
{
    enum json_type type = json_peek(json);
    if (type != JSON_OBJECT && type != JSON_ARRAY) {
        return json_skip(json, NULL);
    }
    const char *from = json->at;
    const char *end = json_scan_bracketed(from, json->end);
    if (end == NULL) {
        return json_fail_at(json, json->end, M_JSON_CUT, _("a closing bracket"));
    }
    json->last = from;
    json->at = end;
    return true;
}

/* ---- the whole document --------------------------------------------------------------------------- */

void json_open(struct json *json, const char *bytes, size_t length, struct arena *arena,
               const char *name)
{
    json->at = json->start = json->last = bytes;
    json->end = bytes + length;
    json->arena = arena;
    json->name = name;
    json->values = 0;
    json->value_limit = LIMIT_JSON_VALUES;
    json->depth = 0;
    json->depth_limit = LIMIT_JSON_DEPTH;
    json->fresh = false;
    json->error.kind = ERROR_NONE; /* its texts are set with it */
}

bool json_end(struct json *json, struct error *err)
{
    json->at = skip_white(json->at, json->end);
    if (json->at != json->end) {
        json_fail_at(json, json->at, M_JSON_AFTER);
    }
    if (!error_is_set(&json->error)) {
        assert(json->depth == 0);
        return true;
    }
    if (!error_is_set(err)) {
        *err = json->error;
    }
    return false;
}
