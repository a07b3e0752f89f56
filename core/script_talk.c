#include "script_talk.h"

#include "guest.h"
#include "json.h"
#include "lua_json.h"
#include "message.h"
#include "sandbox.h"

#include <lauxlib.h>
#include <string.h>

/* ---- printing ------------------------------------------------------------------------------------- */

/* Sends one piece of text for standard output. */
static void send_print(struct script_talk *talk, const char *bytes, size_t length)
{
    text_clear(&talk->message);
    text_add(&talk->message, "{\"print\":");
    text_append_json(&talk->message, bytes, length);
    text_add_byte(&talk->message, '}');
    guest_send(talk->message.bytes, talk->message.length);
}

void script_talk_flush(struct script_talk *talk)
{
    size_t at = 0;
    while (at < talk->printed.length) {
        size_t left = talk->printed.length - at;
        size_t length = left > SCRIPT_TALK_BYTES ? SCRIPT_TALK_BYTES : left;
        length = text_utf8_prefix(talk->printed.bytes + at, length);
        send_print(talk, talk->printed.bytes + at, length);
        at += length;
    }
    text_clear(&talk->printed);
}

void script_talk_print(struct script_talk *talk, const char *bytes, size_t length)
{
    while (length > 0) {
        size_t good = text_utf8_prefix(bytes, length);
        const char *nul = memchr(bytes, '\0', good);
        good = nul == NULL ? good : (size_t)(nul - bytes);
        text_append(&talk->printed, bytes, good);
        if (good < length) {
            text_add_byte(&talk->printed, '?');
            good++;
        }
        bytes += good;
        length -= good;
    }
}

/* ---- asking --------------------------------------------------------------------------------------- */

/* Raises a sentence of the program at the line of the script, so that it can be caught. */
static int raise_failed(lua_State *L, struct script_talk *talk, const struct json_text *sentence)
{
    text_clear(&talk->failed);
    text_append(&talk->failed, sentence->bytes, sentence->length);
    luaL_where(L, 1);
    lua_pushlstring(L, talk->failed.bytes, talk->failed.length);
    lua_concat(L, 2);
    return lua_error(L);
}

void script_talk_ask(lua_State *L, struct script_talk *talk)
{
    struct json json;
    struct json_text key;
    struct json_text failed = {NULL, 0};
    struct error ignored = {.kind = ERROR_NONE};
    bool read = false;
    guest_send(talk->message.bytes, talk->message.length);
    if (!guest_receive(&talk->reply)) {
        sandbox_raise_at(L, M_WORKER_REQUEST, NULL, NULL, NULL);
    }
    arena_clear(&talk->scratch);
    sandbox_charge(L, 100 + talk->reply.length / 64);
    json_open(&json, talk->reply.bytes, talk->reply.length, &talk->scratch, NULL);
    json.value_limit = SIZE_MAX;
    json_object(&json);
    while (json_key(&json, &key)) {
        if (json_is(&key, "value") && !read) {
            read = lua_json_read(L, &json, false);
        } else {
            json_string(&json, &failed);
        }
    }
    if (!json_end(&json, &ignored) || read == (failed.bytes != NULL)) {
        sandbox_raise_at(L, M_WORKER_REQUEST, NULL, NULL, NULL);
    }
    if (failed.bytes != NULL) {
        raise_failed(L, talk, &failed);
    }
}
