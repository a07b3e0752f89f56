/* Any bytes as a file of a rule pack, run in a sandbox of this process: it ends as sound JSON or as one
 * printable sentence, and all memory comes back. Functions that it declares are called, twice, and must
 * answer the same. What it declares is then held against the fields of a pack, a domain and an overlay, as
 * the program does with a worker's answer. The first byte says for whom the library is opened. */
#include "complaint.h"
#include "json.h"
#include "lua_json.h"
#include "lua_library.h"
#include "lua_score.h"
#include "overlay.h"
#include "pack_field.h"
#include "sandbox.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

struct run {
    const char *source;
    size_t length;
    enum library_user user;
    struct text data, scores;
};

static void keep(lua_State *L, const char *name)
{
    lua_getfield(L, LUA_REGISTRYINDEX, "kept");
    lua_pushvalue(L, -2);
    lua_setfield(L, -2, name);
    lua_pop(L, 1);
}

static int declare(lua_State *L)
{
    struct run *run = lua_touserdata(L, 1);
    struct lua_json_writer writer = {.out = &run->data,
                                     .file = "x.lua",
                                     .depth_limit = 24,
                                     .values_left = 1000,
                                     .values = 1000,
                                     .bytes = 65536,
                                     .text_bytes = 4096,
                                     .plain = true,
                                     .keep = keep};
    lua_newtable(L);
    lua_setfield(L, LUA_REGISTRYINDEX, "kept");
    lua_library_open(L, run->user, NULL);
    sandbox_load(L, "x.lua", run->source, run->length);
    lua_call(L, 0, 1);
    lua_json_write(L, -1, &writer);
    return 0;
}

/* Calls every function that was kept, in no particular order. */
static int score(lua_State *L)
{
    struct run *run = lua_touserdata(L, 1);
    lua_getfield(L, LUA_REGISTRYINDEX, "kept");
    lua_score_freeze(L, -1);
    lua_pushnil(L);
    while (lua_next(L, 2) != 0) {
        size_t before = run->scores.length;
        for (int i = 0; i < 2; i++) {
            lua_pushvalue(L, -1);
            lua_newtable(L);
            lua_score_call(L, &run->scores);
        }
        size_t half = (run->scores.length - before) / 2;
        assert(memcmp(run->scores.bytes + before, run->scores.bytes + before + half, half) == 0);
        lua_pop(L, 1);
    }
    return 0;
}

static void check_sentence(const struct fault *fault)
{
    struct error err = {.kind = ERROR_NONE};
    struct fault back;
    struct text json = TEXT_EMPTY;
    fault_error(fault, ERROR_NONE, "rules/x", &err);
    assert(strlen(err.message) > 0);
    assert(text_utf8_prefix(err.message, strlen(err.message)) == strlen(err.message));
    for (const char *at = err.message; *at != '\0'; at++) {
        assert((unsigned char)*at >= 0x20 && *at != 0x7F);
    }
    fault_write(fault, &json);
    assert(fault_read(json.bytes, json.length, &back));
    assert(back.id == fault->id && strcmp(back.where, fault->where) == 0);
    text_release(&json);
}

/* Holds the declared value against the fields of one record: each complaint has a sentence and a line. */
static void check_fields(const struct run *run, const struct data *value, enum record record)
{
    struct source source = {.name = "x.lua", .text = TEXT_EMPTY, .value = value};
    struct complaints complaints = {.place = "p", .sources = &source, .source_count = 1};
    text_append(&source.text, run->source, run->length);
    if (pack_field_check(value, record, &complaints) && record == RECORD_OVERLAY) {
        overlay_check(value, &complaints);
    }
    complaints_sort(&complaints);
    for (size_t i = 0; i < complaints.count; i++) {
        assert(complaints.list[i].line > 0);
        assert(complaints.list[i].error.message[0] != '\0');
    }
    complaints_release(&complaints);
    text_release(&source.text);
}

static void check_declared(const struct run *run)
{
    struct arena arena = ARENA_EMPTY;
    struct text answer = TEXT_EMPTY;
    text_format(&answer, "{\"value\":%s}", run->data.bytes);
    const struct data *value = data_read(answer.bytes, answer.length, &arena);
    assert(value != NULL); /* a guest that is sound is believed */
    check_fields(run, value, RECORD_PACK);
    check_fields(run, value, RECORD_DOMAIN);
    check_fields(run, value, RECORD_OVERLAY);
    text_release(&answer);
    arena_release(&arena);
}

static void check_data(const struct text *data)
{
    struct arena arena = ARENA_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    struct json json;
    json_open(&json, data->bytes, data->length, &arena, NULL);
    assert(json_skip(&json, NULL));
    assert(json_end(&json, &err));
    arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static const struct sandbox_limits limits = {4 << 20, 16 << 20, 0, false};
    static const struct sandbox_budget budget = {20000, 1000};
    if (length == 0) {
        return 0;
    }
    struct run run = {.source = (const char *)bytes + 1,
                      .length = length - 1,
                      .user = bytes[0] % 2 == 0 ? LIBRARY_PACK : LIBRARY_TEMPLATE,
                      .data = TEXT_EMPTY,
                      .scores = TEXT_EMPTY};
    struct fault fault = {0};
    struct sandbox *sandbox = sandbox_open(&limits, &fault);
    sandbox_begin(sandbox, &budget);
    sandbox_about(sandbox, "x.lua");
    bool good = sandbox_call(sandbox, declare, &run, &fault);
    if (good) {
        check_data(&run.data);
        check_declared(&run);
        sandbox_begin(sandbox, &budget);
        good = sandbox_call(sandbox, score, &run, &fault);
    }
    if (!good) {
        check_sentence(&fault);
    }
    sandbox_close(sandbox);
    text_release(&run.data);
    text_release(&run.scores);
    return 0;
}
