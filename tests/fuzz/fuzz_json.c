/* The JSON reader over any bytes. What it takes must be UTF-8, must be taken by cJSON too, which is less
 * strict, and must read the same by kind as passed over; what it refuses must have a place. */
#include "json.h"
#include "json_scan.h"

#include <cjson/cJSON.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void want(bool truth)
{
    if (!truth) {
        abort();
    }
}

/* Reads one value by its kind. */
static void walk(struct json *json)
{
    struct json_text text = {"", 0};
    bool truth;
    int64_t number;
    switch (json_peek(json)) {
    case JSON_OBJECT:
        json_object(json);
        while (json_key(json, &text)) {
            want(text_utf8_prefix(text.bytes, text.length) == text.length);
            walk(json);
        }
        break;
    case JSON_ARRAY:
        json_array(json);
        while (json_item(json)) {
            walk(json);
        }
        break;
    case JSON_STRING:
        want(!json_string(json, &text) || text_utf8_prefix(text.bytes, text.length) == text.length);
        break;
    case JSON_TRUE:
    case JSON_FALSE:
        json_bool(json, &truth);
        break;
    case JSON_NUMBER:
        if (text.length % 2 == 0) {
            json_number(json, &text);
        } else {
            json_integer(json, INT64_MIN, INT64_MAX, &number);
        }
        break;
    default:
        json_null(json);
    }
}

static bool read_all(const char *bytes, size_t length, bool by_kind, struct error *err)
{
    struct arena arena = ARENA_EMPTY;
    struct json json;
    json_open(&json, bytes, length, &arena, "f");
    if (by_kind) {
        walk(&json);
    } else {
        json_skip(&json, NULL);
    }
    bool ok = json_end(&json, err);
    arena_release(&arena);
    return ok;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t length)
{
    const char *bytes = (const char *)data;
    struct error err = {.kind = ERROR_NONE};
    struct error other = {.kind = ERROR_NONE};
    bool ok = read_all(bytes, length, false, &err);
    bool walked = read_all(bytes, length, true, &other);
    if (ok) {
        cJSON *tree = cJSON_ParseWithLength(bytes, length);
        want(walked && tree != NULL && text_utf8_prefix(bytes, length) == length);
        cJSON_Delete(tree);
    } else {
        want(err.where[0] == 'f' && err.message[0] != '\0');
        want(!walked || err.id[5] == 'D'); /* only repeated keys are the caller's business */
    }
    struct text path = TEXT_EMPTY;
    json_path(bytes, length, length == 0 ? 0 : data[0] % length, &path);
    want(path.bytes[0] == '$');
    text_release(&path);
    const char *end =
        length > 0 && (*bytes | 0x20) == '{' ? json_scan_bracketed(bytes, bytes + length) : NULL;
    want(end == NULL || (end > bytes && end <= bytes + length));
    return 0;
}
