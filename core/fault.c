#include "fault.h"

#include "arena.h"
#include "json.h"
#include "lang.h"
#include "lua_said.h"
#include "message.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

enum { WORD_FIRST = 1, WORD_SECOND = 2, WORD_LUA = 4 };

struct row {
    enum error_kind kind;
    const char *id;
    const char *format;
    size_t
        words; /* details that are texts of ours, marked by N_, and are translated; WORD_LUA: the first is Lua's own */
};

/* The sentences that a worker may ask for. */
static const struct row rows[] = {
    {M_WORKER_TIME, 0},
    {M_WORKER_ENDED, 0},
    {M_WORKER_ANSWER, 0},
    {M_WORKER_LONG, 0},
    {M_WORKER_REQUEST, 0},
    {M_SANDBOX_SOURCE, 0},
    {M_SANDBOX_BINARY, 0},
    {M_SANDBOX_SYNTAX, WORD_LUA},
    {M_SANDBOX_WORDS, 0},
    {M_SANDBOX_RUN, WORD_LUA},
    {M_SANDBOX_VALUE, WORD_FIRST},
    {M_SANDBOX_STEPS, 0},
    {M_SANDBOX_DEPTH, 0},
    {M_SANDBOX_MEMORY, 0},
    {M_SANDBOX_UNKNOWN, 0},
    {M_SANDBOX_ABSENT, WORD_SECOND},
    {M_SANDBOX_GLOBAL, 0},
    {M_SANDBOX_FROZEN, 0},
    {M_SANDBOX_STRING, 0},
    {M_SANDBOX_ITEMS, 0},
    {M_SANDBOX_VALUES, 0},
    {M_SHOW_LARGE, 0},
    {M_VALUE_NUMBER, 0},
    {M_VALUE_DIGITS, 0},
    {M_VALUE_KEY, WORD_FIRST},
    {M_VALUE_MIXED, 0},
    {M_VALUE_CYCLE, 0},
    {M_VALUE_DEPTH, 0},
    {M_VALUE_COUNT, 0},
    {M_VALUE_BYTES, 0},
    {M_VALUE_UTF8, 0},
    {M_VALUE_CONTROL, 0},
    {M_VALUE_LONG, 0},
    {M_VALUE_TYPE, WORD_FIRST},
    {M_PACK_GUEST_TABLE, WORD_FIRST},
    {M_PACK_GUEST_NAME, 0},
    {M_PACK_GUEST_TWICE, 0},
    {M_PACK_GUEST_LATE, 0},
    {M_SCORE_FUNCTION, 0},
    {M_SCORE_STATE, 0},
    {M_SCORE_FLOAT, 0},
    {M_SCORE_RESULT, WORD_FIRST},
    {M_SCORE_REASON, 0},
    {M_TRIAL_FIELD, 0},
    {M_TRIAL_VALUE, 0},
    {M_TRIAL_CRITERION, 0},
    {M_TRIAL_ABSENT, 0},
    {M_TEMPLATE_ARGUMENT, 0},
    {M_TEMPLATE_EXPECTS, WORD_SECOND},
    {M_TEMPLATE_CYCLE, 0},
    {M_TEMPLATE_FILES, 0},
    {M_SCRIPT_COLON, 0},
    {M_SCRIPT_JSON, 0},
    {M_SCRIPT_ARGUMENT, WORD_SECOND},
    {M_SCRIPT_NEEDED, 0},
    {M_SCRIPT_WHOLE, 0},
    {M_SCRIPT_ONE_OF, 0},
    {M_SCRIPT_OTHER_BOOK, 0},
    {M_SCRIPT_NEAREST, 0},
    {M_SCRIPT_CLOSED, 0},
    {M_SCRIPT_NUMBER, 0},
    {M_SCRIPT_UNKNOWN, 0},
    {M_SCRIPT_VALUE, 0},
    {M_SCRIPT_PLAIN, 0},
    {M_SCRIPT_FEW, 0},
    {M_SCRIPT_MANY, 0},
};

static const struct row *find_row(const char *id, size_t length)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (strlen(rows[i].id) == length && memcmp(rows[i].id, id, length) == 0) {
            return &rows[i];
        }
    }
    return NULL;
}

/* Bytes of the character at `text`; 0 where none begins. */
static size_t character(const char *text, size_t length)
{
    for (size_t width = 1; width <= 4 && width <= length; width++) {
        if (text_utf8_prefix(text, width) == width) {
            return width;
        }
    }
    return 0;
}

/* Controls (C0, DEL, C1), line separators and marks that turn the direction of writing. */
static bool unprintable(const char *text, size_t width)
{
    const unsigned char *at = (const unsigned char *)text;
    if (width == 1) {
        return at[0] < 0x20 || at[0] == 0x7F;
    }
    if (width == 2) {
        return at[0] == 0xC2 && at[1] < 0xA0;
    }
    return width == 3 && at[0] == 0xE2 &&
           ((at[1] == 0x80 && at[2] >= 0xA8 && at[2] <= 0xAE) ||
            (at[1] == 0x81 && at[2] >= 0xA6 && at[2] <= 0xA9));
}

/* Copies a text, '?' for what is no printable UTF-8, and marks a cut with "…". */
static void copy_clean(char *out, size_t size, const char *text)
{
    static const char mark[] = "…";
    size_t length = strlen(text);
    size_t at = 0;
    size_t edge = 0; /* the last place at which the mark still fits */
    while (length > 0) {
        size_t width = character(text, length);
        size_t step = width == 0 ? 1 : width;
        bool good = width > 0 && !unprintable(text, width);
        if (at + (good ? step : 1) >= size) {
            memcpy(out + edge, mark, sizeof mark);
            return;
        }
        if (good) {
            memcpy(out + at, text, step);
        } else {
            out[at] = '?';
        }
        at += good ? step : 1;
        text += step;
        length -= step;
        edge = at + sizeof mark <= size ? at : edge;
    }
    out[at] = '\0';
}

bool fault_set(struct fault *fault, enum error_kind kind, const char *id, const char *format,
               const char *where, const char *first, const char *second)
{
    (void)kind;
    (void)format;
    if (fault->id != NULL) {
        return false;
    }
    const struct row *row = find_row(id, strlen(id));
    assert(row != NULL);
    fault->id = row->id;
    copy_clean(fault->where, sizeof fault->where, where == NULL ? "" : where);
    copy_clean(fault->detail[0], sizeof fault->detail[0], first == NULL ? "" : first);
    copy_clean(fault->detail[1], sizeof fault->detail[1], second == NULL ? "" : second);
    return false;
}

void fault_write(const struct fault *fault, struct text *json)
{
    text_add(json, "{\"error\":{\"where\":");
    text_add_json(json, fault->where);
    text_add(json, ",\"id\":");
    text_add_json(json, fault->id);
    text_add(json, ",\"with\":[");
    text_add_json(json, fault->detail[0]);
    text_add_byte(json, ',');
    text_add_json(json, fault->detail[1]);
    text_add(json, "]}}");
}

/* Takes a string into a buffer, cleaned again: the sender is not trusted. */
static void read_text(struct json *json, char *out, size_t size)
{
    const char *text = "";
    json_copy(json, size - 1, &text);
    copy_clean(out, size, text);
}

static void read_details(struct json *json, struct fault *fault)
{
    json_array(json);
    for (size_t i = 0; json_item(json); i++) {
        if (i == FAULT_DETAILS) {
            json_fail(json, M_WORKER_ANSWER);
            return;
        }
        read_text(json, fault->detail[i], sizeof fault->detail[i]);
    }
}

static void read_members(struct json *json, struct fault *fault)
{
    struct json_text key;
    struct json_text id;
    json_object(json);
    while (json_key(json, &key)) {
        if (json_is(&key, "where")) {
            read_text(json, fault->where, sizeof fault->where);
        } else if (json_is(&key, "id") && json_string(json, &id)) {
            const struct row *row = find_row(id.bytes, id.length);
            fault->id = row == NULL ? NULL : row->id;
        } else if (json_is(&key, "with")) {
            read_details(json, fault);
        } else {
            json_fail(json, M_WORKER_ANSWER);
        }
    }
}

bool fault_read(const char *bytes, size_t length, struct fault *fault)
{
    struct arena arena = ARENA_EMPTY;
    struct json json;
    struct json_text key;
    struct error err = {0};
    memset(fault, 0, sizeof *fault);
    json_open(&json, bytes, length, &arena, NULL);
    json_object(&json);
    while (json_key(&json, &key)) {
        if (json_is(&key, "error") && fault->id == NULL) {
            read_members(&json, fault);
        } else {
            json_fail(&json, M_WORKER_ANSWER);
        }
    }
    bool good = json_end(&json, &err);
    arena_release(&arena);
    return good && fault->id != NULL;
}

/* Joins the place that the user named with the one inside it. */
static void join(const char *place, const char *where, char *out, size_t size)
{
    const char *slash = strrchr(place, '/');
    const char *last = slash == NULL ? place : slash + 1;
    size_t length = strlen(last);
    if (length > 0 && strncmp(where, last, length) == 0 &&
        (where[length] == ':' || where[length] == '\0')) {
        snprintf(out, size, "%s%s", place, where + length);
    } else if (where[0] == '\0' || place[0] == '\0') {
        snprintf(out, size, "%s%s", place, where);
    } else {
        snprintf(out, size, "%s%s%s", place, length == 0 ? "" : "/", where);
    }
}

bool fault_error(const struct fault *fault, enum error_kind kind, const char *place,
                 struct error *err)
{
    const struct row *row = find_row(fault->id, strlen(fault->id));
    assert(row != NULL);
    char where[4096];
    join(place, fault->where, where, sizeof where);
    const char *first = fault->detail[0];
    const char *second = fault->detail[1];
    char said[LUA_SAID_BYTES];
    if (row->words & WORD_LUA) {
        lua_said(first, said);
        first = said;
    }
    bool own = kind == ERROR_NONE || row->kind == ERROR_USAGE;
    return error_set(err, own ? row->kind : kind, row->id, row->format, where,
                     row->words & WORD_FIRST ? lang_text(first) : first,
                     row->words & WORD_SECOND ? lang_text(second) : second);
}
