#include "json_out.h"

#include <string.h>

/* The comma before a value, where one is due. */
static void begin(struct json_out *out)
{
    if (out->more) {
        text_append(out->text, ",", 1);
    }
    out->more = true;
}

void json_out_open(struct json_out *out, char bracket)
{
    begin(out);
    text_append(out->text, &bracket, 1);
    out->more = false;
}

void json_out_close(struct json_out *out, char bracket)
{
    text_append(out->text, &bracket, 1);
    out->more = true;
}

void json_out_name(struct json_out *out, const char *key, size_t length)
{
    text_reserve(out->text, length + 4);
    char *at = out->text->bytes + out->text->length;
    if (out->more) {
        *at++ = ',';
    }
    *at++ = '"';
    memcpy(at, key, length);
    at += length;
    *at++ = '"';
    *at++ = ':';
    *at = '\0';
    out->text->length = (size_t)(at - out->text->bytes);
    out->more = false;
}

void json_out_string(struct json_out *out, const char *string)
{
    if (string == NULL) {
        json_out_null(out);
        return;
    }
    begin(out);
    text_add_json(out->text, string);
}

void json_out_plain(struct json_out *out, const char *string)
{
    size_t length = strlen(string);
    text_reserve(out->text, length + 3);
    char *at = out->text->bytes + out->text->length;
    if (out->more) {
        *at++ = ',';
    }
    *at++ = '"';
    memcpy(at, string, length);
    at += length;
    *at++ = '"';
    *at = '\0';
    out->text->length = (size_t)(at - out->text->bytes);
    out->more = true;
}

void json_out_int(struct json_out *out, int64_t number)
{
    begin(out);
    text_add_int(out->text, number);
}

void json_out_bool(struct json_out *out, bool flag)
{
    begin(out);
    text_add(out->text, flag ? "true" : "false");
}

void json_out_null(struct json_out *out)
{
    begin(out);
    text_append(out->text, "null", 4);
}

void json_out_exact(struct json_out *out, struct fraction value)
{
    begin(out);
    text_append(out->text, "\"", 1);
    fraction_add_exact(out->text, value);
    text_append(out->text, "\"", 1);
}

void json_out_rounded(struct json_out *out, struct fraction value, int decimals)
{
    begin(out);
    text_append(out->text, "\"", 1);
    fraction_add_rounded(out->text, value, decimals, '.');
    text_append(out->text, "\"", 1);
}

void json_out_raw(struct json_out *out, const char *json, size_t length)
{
    begin(out);
    text_append(out->text, json, length);
}

void json_out_member_rounded(struct json_out *out, const char *key, struct fraction value,
                             int decimals)
{
    json_out_key(out, key);
    json_out_rounded(out, value, decimals);
}

void json_out_member_list(struct json_out *out, const char *key, const char *const *strings)
{
    json_out_key(out, key);
    json_out_open(out, '[');
    for (; strings != NULL && *strings != NULL; strings++) {
        json_out_string(out, *strings);
    }
    json_out_close(out, ']');
}
