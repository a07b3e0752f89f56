#include "script_value.h"

#include "memory.h"
#include "message.h"

#include <string.h>

/* ---- reading -------------------------------------------------------------------------------------- */

/* Opens a piece of JSON that was checked already. */
static void open_piece(const struct json_text *piece, struct arena *arena, struct json *json)
{
    json_open(json, piece->bytes, piece->length, arena, NULL);
    json->value_limit = SIZE_MAX;
}

/* True when the JSON is a list of nothing but texts. */
static bool is_text_list(const struct json_text *piece, struct arena *arena)
{
    struct json json;
    struct json_text item;
    struct error ignored = {.kind = ERROR_NONE};
    open_piece(piece, arena, &json);
    json_array(&json);
    while (json_item(&json)) {
        json_string(&json, &item);
    }
    return json_end(&json, &ignored);
}

/* True when the JSON is of the kind that a letter promises. */
static bool fits(char letter, const struct json_text *piece, struct arena *arena)
{
    struct json json;
    open_piece(piece, arena, &json);
    enum json_type type = json_peek(&json);
    switch (letter) {
    case 'a':
    case 'w':
    case 'k':
    case 'c':
        return type == JSON_OBJECT;
    case 'n':
        return type == JSON_NUMBER;
    case 'b':
        return type == JSON_TRUE || type == JSON_FALSE;
    case 'l':
        return type == JSON_ARRAY && is_text_list(piece, arena);
    case 'i':
        return type == JSON_OBJECT || type == JSON_STRING;
    case 'I':
        return type == JSON_ARRAY;
    case 'v':
        return type != JSON_BAD;
    default:
        return type == JSON_STRING;
    }
}

bool script_value_read(struct json *json, const struct script_row *row, struct arena *arena,
                       struct script_call *call)
{
    bool due = true, good = true;
    *call = (struct script_call){.row = row, .arena = arena};
    json_array(json);
    size_t i = 0;
    for (const char *letter = row->shape; *letter != '='; letter++) {
        if (*letter == '?') {
            due = false;
            continue;
        }
        good = good && json_item(json) && json_skip(json, &call->arguments[i]);
        if (good && !due && call->arguments[i].bytes[0] == 'n') { /* null */
            call->arguments[i] = (struct json_text){NULL, 0};
        } else {
            good = good && fits(*letter, &call->arguments[i], arena);
        }
        i++;
    }
    return good && !json_item(json);
}

/* ---- plain values --------------------------------------------------------------------------------- */

bool script_value_given(const struct script_call *call, size_t i)
{
    return call->arguments[i].bytes != NULL;
}

/* The text that a piece of JSON is, or NULL. */
static const char *piece_text(const struct script_call *call, const struct json_text *piece)
{
    struct json json;
    struct json_text text;
    open_piece(piece, call->arena, &json);
    return json_peek(&json) == JSON_STRING && json_string(&json, &text)
               ? arena_copy(call->arena, text.bytes, text.length)
               : NULL;
}

const char *script_value_text(const struct script_call *call, size_t i)
{
    return script_value_given(call, i) ? piece_text(call, &call->arguments[i]) : NULL;
}

int64_t script_value_whole(const struct script_call *call, size_t i, int64_t otherwise)
{
    struct json json;
    if (script_value_given(call, i)) {
        open_piece(&call->arguments[i], call->arena, &json);
        json_integer(&json, INT64_MIN, INT64_MAX, &otherwise);
    }
    return otherwise;
}

bool script_value_flag(const struct script_call *call, size_t i)
{
    return script_value_given(call, i) && call->arguments[i].bytes[0] == 't';
}

/* How many items a list has. */
static size_t count_items(const struct script_call *call, const struct json_text *piece)
{
    struct json json;
    size_t count = 0;
    open_piece(piece, call->arena, &json);
    json_array(&json);
    while (json_item(&json) && json_skip(&json, NULL)) {
        count++;
    }
    return count;
}

/* The texts of a list; a text alone is a list of one. */
static const char *const *piece_list(const struct script_call *call, const struct json_text *piece)
{
    struct json json;
    size_t count = 0;
    const char *one = piece_text(call, piece);
    open_piece(piece, call->arena, &json);
    bool list = json_peek(&json) == JSON_ARRAY && is_text_list(piece, call->arena);
    const char **texts =
        arena_get(call->arena, (list ? count_items(call, piece) : 1) + 1, sizeof *texts);
    if (one != NULL) {
        texts[count++] = one;
    }
    if (list) {
        struct json_text item;
        json_array(&json);
        while (json_item(&json) && json_string(&json, &item)) {
            texts[count++] = arena_copy(call->arena, item.bytes, item.length);
        }
    }
    return texts;
}

const char *const *script_value_list(const struct script_call *call, size_t i)
{
    static const char *const none[] = {NULL};
    return script_value_given(call, i) ? piece_list(call, &call->arguments[i]) : none;
}

const char *script_value_joined(const struct script_call *call, size_t i)
{
    struct text joined = TEXT_EMPTY;
    for (const char *const *item = script_value_list(call, i); *item != NULL; item++) {
        text_format(&joined, "%s%s", joined.length > 0 ? "," : "", *item);
    }
    const char *kept = arena_copy(call->arena, joined.bytes, joined.length);
    text_release(&joined);
    return kept;
}

/* ---- names and values ----------------------------------------------------------------------------- */

/* The value of a name in an object; empty where it has none. */
static struct json_text find_name(const struct script_call *call, const struct json_text *object,
                                  const char *name)
{
    struct json json;
    struct json_text key;
    struct json_text found = {NULL, 0};
    open_piece(object, call->arena, &json);
    json_object(&json);
    while (json_key(&json, &key)) {
        json_skip(&json, json_is(&key, name) ? &found : NULL);
    }
    return found;
}

bool script_value_options(const struct script_call *call, size_t i, const char *const *names,
                          struct error *err)
{
    struct json json;
    struct json_text key;
    char shown[JSON_SHOWN];
    if (!script_value_given(call, i)) {
        return true;
    }
    open_piece(&call->arguments[i], call->arena, &json);
    json_object(&json);
    while (json_key(&json, &key) && json_skip(&json, NULL)) {
        bool known = false;
        for (const char *const *name = names; *name != NULL; name++) {
            known = known || json_is(&key, *name);
        }
        if (!known) {
            return error_set(err, M_SCRIPT_OPTION, NULL, json_show(&key, shown), call->row->call);
        }
    }
    return true;
}

struct json_text script_value_option_raw(const struct script_call *call, size_t i, const char *name)
{
    struct json_text none = {NULL, 0};
    return script_value_given(call, i) ? find_name(call, &call->arguments[i], name) : none;
}

const char *script_value_option(const struct script_call *call, size_t i, const char *name)
{
    struct json json;
    struct json_text number;
    struct json_text piece = script_value_option_raw(call, i, name);
    if (piece.bytes == NULL) {
        return NULL;
    }
    const char *text = piece_text(call, &piece);
    open_piece(&piece, call->arena, &json);
    if (text == NULL && json_peek(&json) == JSON_NUMBER && json_number(&json, &number)) {
        text = arena_copy(call->arena, number.bytes, number.length);
    }
    return text;
}

const char *const *script_value_option_list(const struct script_call *call, size_t i,
                                            const char *name)
{
    static const char *const none[] = {NULL};
    struct json_text piece = script_value_option_raw(call, i, name);
    return piece.bytes == NULL ? none : piece_list(call, &piece);
}

bool script_value_option_flag(const struct script_call *call, size_t i, const char *name,
                              bool *flag, struct error *err)
{
    struct json json;
    struct json_text piece = script_value_option_raw(call, i, name);
    *flag = false;
    if (piece.bytes == NULL) {
        return true;
    }
    open_piece(&piece, call->arena, &json);
    return json_bool(&json, flag) || error_set(err, M_SCRIPT_FLAG, NULL, name);
}

/* ---- inputs --------------------------------------------------------------------------------------- */

/* The number behind "open", or -1. */
static int64_t piece_open(const struct script_call *call, const struct json_text *piece)
{
    struct json json;
    int64_t number = -1;
    struct json_text found = find_name(call, piece, "open");
    if (found.bytes != NULL) {
        open_piece(&found, call->arena, &json);
        json_integer(&json, 0, INT64_MAX, &number);
    }
    return number;
}

int64_t script_value_open(const struct script_call *call, size_t i)
{
    return piece_open(call, &call->arguments[i]);
}

static struct script_input read_input(const struct script_call *call, const struct json_text *piece)
{
    struct script_input input = {.path = piece_text(call, piece), .open = -1};
    if (input.path == NULL) {
        input.open = piece_open(call, piece);
        input.document = find_name(call, piece, "document");
    }
    return input;
}

struct script_input *script_value_inputs(const struct script_call *call, size_t i, size_t *count)
{
    struct json json;
    struct json_text item;
    const struct json_text *piece = &call->arguments[i];
    open_piece(piece, call->arena, &json);
    bool list = json_peek(&json) == JSON_ARRAY;
    struct script_input *inputs =
        arena_get(call->arena, (list ? count_items(call, piece) : 0) + 1, sizeof *inputs);
    *count = 0;
    if (!list) {
        inputs[(*count)++] = read_input(call, piece);
        return inputs;
    }
    json_array(&json);
    while (json_item(&json) && json_skip(&json, &item)) {
        inputs[(*count)++] = read_input(call, &item);
    }
    return inputs;
}
