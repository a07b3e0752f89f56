#include "pack_guest.h"

#include "arena.h"
#include "guest.h"
#include "json.h"
#include "lang.h"
#include "limit.h"
#include "lua_json.h"
#include "lua_library.h"
#include "lua_score.h"
#include "memory.h"
#include "message.h"
#include "sandbox.h"

#include <lauxlib.h>
#include <string.h>

enum { NAME_MAX_BYTES = 48 };

/* Where things lie in the registry, which foreign code cannot reach. */
static const char key_environment[] = "environment";
static const char key_files[] = "files";         /* names that were loaded, as keys */
static const char key_functions[] = "functions"; /* what was declared: name → function */

struct pack_guest {
    struct sandbox *sandbox;
    struct arena arena; /* of the request at hand */
    struct text answer;
    size_t values_left; /* of LIMIT_PACK_VALUES */
    bool scoring;       /* all is frozen; no file may come any more */
};

/* One request: a file to load or a function to call. */
struct request {
    const char *load; /* NULL when it is the other kind */
    struct json_text source;
    const char *score;
    struct json_text input;
};

/* What a body called in the sandbox works on. */
struct job {
    struct pack_guest *pack;
    const struct request *request;
};

static bool read_request(struct pack_guest *pack, const struct text *message,
                         struct request *request)
{
    struct json json;
    struct json_text key;
    struct error err = {0};
    json_open(&json, message->bytes, message->length, &pack->arena, NULL);
    json.value_limit = SIZE_MAX;
    json_object(&json);
    while (json_key(&json, &key)) {
        if (json_is(&key, "load")) {
            json_copy(&json, message->length, &request->load);
        } else if (json_is(&key, "source")) {
            json_string(&json, &request->source);
        } else if (json_is(&key, "score")) {
            json_copy(&json, message->length, &request->score);
        } else if (json_is(&key, "input")) {
            json_skip(&json, &request->input);
        } else {
            json_fail(&json, M_WORKER_REQUEST);
        }
    }
    bool load = request->load != NULL && request->source.bytes != NULL;
    bool score = request->score != NULL && request->input.bytes != NULL;
    return json_end(&json, &err) && load != score;
}

/* ---- declare -------------------------------------------------------------------------------------- */

static bool good_name(const char *name)
{
    static const char end[] = ".lua";
    static const char allowed[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
    size_t length = strlen(name);
    size_t base = strspn(name, allowed);
    return base > 0 && length <= NAME_MAX_BYTES && strcmp(name + base, end) == 0;
}

/* Notes that the file was loaded; raises when it was before. */
static void note_file(lua_State *L, const char *name)
{
    lua_getfield(L, LUA_REGISTRYINDEX, key_files);
    if (lua_getfield(L, -1, name) != LUA_TNIL) {
        sandbox_raise_at(L, M_PACK_GUEST_TWICE, name, NULL, NULL);
    }
    lua_pushboolean(L, 1);
    lua_setfield(L, -3, name);
    lua_pop(L, 2);
}

/* Keeps a declared function for the score phase: lua_json_writer.keep. */
static void keep_function(lua_State *L, const char *name)
{
    lua_getfield(L, LUA_REGISTRYINDEX, key_functions);
    lua_pushvalue(L, -2);
    lua_setfield(L, -2, name);
    lua_pop(L, 1);
}

/* Runs the compiled file on the top of the stack; leaves the table that it returned. */
static void run_file(lua_State *L, const char *name)
{
    int base = lua_gettop(L);
    lua_call(L, 0, LUA_MULTRET);
    int results = lua_gettop(L) - base + 1;
    if (results != 1 || !lua_istable(L, -1)) {
        const char *what = results > 1 ? N_("several values") : sandbox_phrase(L, base);
        sandbox_raise_at(L, M_PACK_GUEST_TABLE, name, what, NULL);
    }
}

/* body(job) of "load" */
static int load_file(lua_State *L)
{
    const struct job *job = lua_touserdata(L, 1);
    struct pack_guest *pack = job->pack;
    const char *name = job->request->load;
    if (!good_name(name)) {
        return sandbox_raise_at(L, M_PACK_GUEST_NAME, name, NULL, NULL);
    }
    if (pack->scoring) {
        return sandbox_raise_at(L, M_PACK_GUEST_LATE, name, NULL, NULL);
    }
    note_file(L, name);
    lua_getfield(L, LUA_REGISTRYINDEX, key_environment);
    sandbox_load(L, name, job->request->source.bytes, job->request->source.length);
    run_file(L, name);
    struct lua_json_writer writer = {.out = &pack->answer,
                                     .file = name,
                                     .depth_limit = LIMIT_PACK_DEPTH,
                                     .values_left = pack->values_left,
                                     .values = LIMIT_PACK_VALUES,
                                     .bytes = LIMIT_PACK_DATA,
                                     .text_bytes = LIMIT_PACK_TEXT,
                                     .plain = true,
                                     .keep = keep_function};
    text_add(&pack->answer, "{\"value\":");
    lua_json_write(L, -1, &writer);
    text_add_byte(&pack->answer, '}');
    pack->values_left = writer.values_left;
    return 0;
}

/* ---- score ---------------------------------------------------------------------------------------- */

/* body(job) of "score" */
static int score(lua_State *L)
{
    static const struct sandbox_budget budget = {LIMIT_SCORE_STEPS, LIMIT_LUA_MS};
    const struct job *job = lua_touserdata(L, 1);
    struct pack_guest *pack = job->pack;
    struct json input;
    lua_getfield(L, LUA_REGISTRYINDEX, key_functions);
    if (!pack->scoring) {
        lua_score_freeze(L, -1);
        pack->scoring = true;
    }
    sandbox_begin(pack->sandbox, &budget);
    if (lua_getfield(L, -1, job->request->score) != LUA_TFUNCTION) {
        return sandbox_raise_at(L, M_SCORE_FUNCTION, job->request->score, NULL, NULL);
    }
    json_open(&input, job->request->input.bytes, job->request->input.length, &pack->arena, NULL);
    if (!lua_json_read(L, &input, true) || error_is_set(&input.error)) {
        return sandbox_raise_at(L, M_WORKER_REQUEST, NULL, NULL, NULL);
    }
    lua_score_call(L, &pack->answer);
    return 0;
}

/* ---- the role ------------------------------------------------------------------------------------- */

/* body(pack): what is there before the first file */
static int set_up(lua_State *L)
{
    lua_library_open(L, LIBRARY_PACK, NULL);
    lua_setfield(L, LUA_REGISTRYINDEX, key_environment);
    lua_newtable(L);
    lua_setfield(L, LUA_REGISTRYINDEX, key_files);
    lua_newtable(L);
    lua_setfield(L, LUA_REGISTRYINDEX, key_functions);
    return 0;
}

static bool open_pack(struct pack_guest *pack, struct fault *fault)
{
    static const struct sandbox_limits limits = {LIMIT_LUA_BYTES, LIMIT_PACK_TOTAL, 0, false};
    static const struct sandbox_budget budget = {LIMIT_PACK_STEPS, LIMIT_LUA_MS};
    pack->values_left = LIMIT_PACK_VALUES;
    pack->sandbox = sandbox_open(&limits, fault);
    if (pack->sandbox == NULL) {
        return false;
    }
    sandbox_begin(pack->sandbox, &budget);
    return sandbox_call(pack->sandbox, set_up, pack, fault);
}

static bool answer(struct pack_guest *pack, const struct text *message, struct fault *fault)
{
    struct request request = {0};
    struct job job = {.pack = pack, .request = &request};
    text_clear(&pack->answer);
    arena_clear(&pack->arena);
    if (!read_request(pack, message, &request)) {
        return fault_set(fault, M_WORKER_REQUEST, NULL, NULL, NULL);
    }
    sandbox_about(pack->sandbox, request.load != NULL ? request.load : "");
    return sandbox_call(pack->sandbox, request.load != NULL ? load_file : score, &job, fault);
}

void pack_guest_run(void)
{
    struct pack_guest pack = {.arena = ARENA_EMPTY, .answer = TEXT_EMPTY};
    struct text message = TEXT_EMPTY;
    struct fault fault = {0};
    open_pack(&pack, &fault);
    while (guest_receive(&message)) {
        if (fault.id == NULL && answer(&pack, &message, &fault)) {
            guest_send(pack.answer.bytes, pack.answer.length);
        } else {
            guest_fail(&fault);
        }
    }
    text_release(&message);
}
