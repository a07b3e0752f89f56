#include "template_guest.h"

#include "drawing.h"
#include "guest.h"
#include "json.h"
#include "limit.h"
#include "lua_freeze.h"
#include "lua_json.h"
#include "lua_library.h"
#include "message.h"
#include "sandbox.h"
#include "template_call.h"
#include "template_lua.h"

#include <lauxlib.h>
#include <stdio.h>
#include <string.h>

enum { BATCH_BYTES = 16384, FILE_NAME_BYTES = 64 };

static const char batch_start[] = "{\"draw\":[";
static const char key_environment[] = "spbe.environment";
static const char key_template[] = "spbe.template"; /* its function */
static const char key_files[] = "spbe.files";       /* values of included files, by name */
static const char key_compiled[] = "spbe.compiled"; /* functions of files that were sent ahead */

/* The role's whole state. */
struct template_guest {
    struct sandbox *sandbox;
    struct arena arena;
    struct arena page; /* of the present page of rows */
    struct text batch; /* commands that wait to be sent, after batch_start */
    size_t whole;      /* bytes of the batch up to its last whole command */
    struct text reply;
    char files[LIMIT_TEMPLATE_FILES]
              [FILE_NAME_BYTES]; /* loaded so far; the first is the template */
    unsigned file_count;
    lua_Integer sheets; /* added so far */
};

/* The parent's messages, as read. */
struct start {
    const char *file;
    struct json_text source, language;
    struct json_text files; /* a JSON object */
    struct text document, previous, options;
};

/* What a body called in the sandbox works on. */
struct job {
    struct template_guest *guest;
    struct start *start;
};

static struct template_guest *guest_of(lua_State *L)
{
    return lua_touserdata(L, lua_upvalueindex(1));
}

/* ---- drawing ------------------------------------------------------------------------------------- */

static void start_batch(struct template_guest *guest)
{
    text_clear(&guest->batch);
    text_add(&guest->batch, batch_start);
    guest->whole = guest->batch.length;
}

static void send_batch(struct template_guest *guest)
{
    if (guest->whole == sizeof batch_start - 1) {
        return;
    }
    guest->batch.length = guest->whole;
    text_add(&guest->batch, "]}");
    guest_send(guest->batch.bytes, guest->batch.length);
    start_batch(guest);
}

/* The number of a file by the name of its chunk ("@laporan.lua"). */
static unsigned file_number(const struct template_guest *guest, const char *chunk)
{
    for (unsigned i = guest->file_count; i-- > 0;) {
        if (strcmp(guest->files[i], chunk + 1) == 0) {
            return i;
        }
    }
    return 0;
}

/* The line of the template that is at work. */
static int64_t present_place(lua_State *L, const struct template_guest *guest)
{
    lua_Debug at;
    for (int level = 1; lua_getstack(L, level, &at); level++) {
        lua_getinfo(L, "Sl", &at);
        if (at.currentline > 0) {
            return drawing_place(file_number(guest, at.source), at.currentline);
        }
    }
    return 0;
}

/* Pushes a new sheet; its name is argument 1 of the call. */
static int push_sheet(lua_State *L, struct template_guest *guest)
{
    lua_Integer *sheet = lua_newuserdatauv(L, sizeof *sheet, 1);
    *sheet = guest->sheets++;
    lua_pushvalue(L, 1);
    lua_setiuservalue(L, -2, 1);
    luaL_setmetatable(L, TEMPLATE_LUA_SHEET);
    return 1;
}

/* Every function of DRAWING_COMMANDS; upvalue 2 is its number. [-0, +(0|1), e] */
static int draw(lua_State *L)
{
    struct template_guest *guest = guest_of(L);
    enum drawing_command command = (enum drawing_command)lua_tointeger(L, lua_upvalueindex(2));
    struct text *out = &guest->batch;
    out->length = guest->whole; /* without what a command that was refused left behind */
    text_add(out, guest->whole == sizeof batch_start - 1 ? "[" : ",[");
    text_add_int(out, command);
    text_add_byte(out, ',');
    text_add_int(out, present_place(L, guest));
    template_call_arguments(L, command, out);
    text_add_byte(out, ']');
    guest->whole = out->length;
    if (out->length > BATCH_BYTES) {
        send_batch(guest);
    }
    return command == DRAW_SHEET ? push_sheet(L, guest) : 0;
}

/* ---- files --------------------------------------------------------------------------------------- */

/* Pushes the function that a file is. [-0, +1, e] */
static void compile(lua_State *L, const char *name, const char *source, size_t length)
{
    lua_getfield(L, LUA_REGISTRYINDEX, key_environment);
    sandbox_load(L, name, source, length);
}

/* Runs the file whose function is on the top of the stack; leaves its value. [-1, +1, e] */
static void run_file(lua_State *L, struct template_guest *guest, const char *name)
{
    snprintf(guest->files[guest->file_count++], FILE_NAME_BYTES, "%s", name);
    lua_call(L, 0, 1);
}

/* Pushes the function of a file that was sent ahead, and tells the parent that it begins its work; false,
 * and nothing pushed, when it was not sent or is no Lua. [-0, +(0|1), m] */
static bool push_ahead(lua_State *L, const char *name)
{
    struct text notice = TEXT_EMPTY;
    lua_getfield(L, LUA_REGISTRYINDEX, key_compiled);
    if (lua_getfield(L, -1, name) == LUA_TNIL) {
        lua_pop(L, 2);
        return false;
    }
    lua_remove(L, -2);
    send_batch(guest_of(L));
    text_add(&notice, "{\"file\":");
    text_add_json(&notice, name);
    text_add_byte(&notice, '}');
    guest_send(notice.bytes, notice.length);
    text_release(&notice);
    return true;
}

/* Asks the parent for a file; its source stays in guest->reply. */
static struct json_text ask_file(lua_State *L, struct template_guest *guest, const char *name)
{
    struct text request = TEXT_EMPTY;
    text_add(&request, "{\"include\":");
    text_add_json(&request, name);
    text_format(&request, ",\"place\":%lld}", (long long)present_place(L, guest));
    guest_send(request.bytes, request.length);
    text_release(&request);
    struct json json;
    struct json_text key;
    struct json_text source = {"", 0};
    if (guest_receive(&guest->reply)) {
        json_open(&json, guest->reply.bytes, guest->reply.length, &guest->arena, NULL);
        json_object(&json);
        while (json_key(&json, &key) && json_is(&key, "source")) {
            json_string(&json, &source);
        }
    }
    return source;
}

/* include(name) → value [-0, +1, e] */
static int include(lua_State *L)
{
    struct template_guest *guest = guest_of(L);
    if (lua_type(L, 1) != LUA_TSTRING || lua_rawlen(L, 1) >= FILE_NAME_BYTES ||
        text_utf8_prefix(lua_tostring(L, 1), lua_rawlen(L, 1)) != lua_rawlen(L, 1)) {
        return template_lua_expect(L, 1, "include(name)", N_("the name of a file, a text"));
    }
    lua_settop(L, 1);
    lua_getfield(L, LUA_REGISTRYINDEX, key_files);
    lua_pushvalue(L, 1);
    if (lua_rawget(L, 2) == LUA_TTABLE) {
        if (lua_getfield(L, -1, "done") == LUA_TNIL) {
            return sandbox_raise(L, M_TEMPLATE_CYCLE, lua_tostring(L, 1), NULL);
        }
        lua_rawgeti(L, -2, 1);
        return 1;
    }
    if (guest->file_count == LIMIT_TEMPLATE_FILES) {
        char digits[16];
        snprintf(digits, sizeof digits, "%d", LIMIT_TEMPLATE_FILES);
        sandbox_raise(L, M_TEMPLATE_FILES, digits, NULL);
    }
    lua_newtable(L); /* empty while the file is at work, then {value, done = true} */
    lua_pushvalue(L, 1);
    lua_pushvalue(L, -2);
    lua_rawset(L, 2);
    const char *name = lua_tostring(L, 1);
    if (!push_ahead(L, name)) {
        struct json_text source = ask_file(L, guest, name);
        compile(L, name, source.bytes, source.length);
    }
    run_file(L, guest, name);
    lua_pushvalue(L, -1);
    lua_rawseti(L, -3, 1);
    lua_pushboolean(L, 1);
    lua_setfield(L, -3, "done");
    return 1;
}

/* ---- rows ---------------------------------------------------------------------------------------- */

/* rows() → list or false [-0, +1, e] */
static int rows(lua_State *L)
{
    static const char request[] = "{\"rows\":true}";
    struct template_guest *guest = guest_of(L);
    struct json json;
    struct error ignored = {.kind = ERROR_NONE};
    send_batch(guest);
    guest_send(request, sizeof request - 1);
    bool read = guest_receive(&guest->reply);
    arena_clear(&guest->page);
    sandbox_charge(L, guest->reply.length / 64);
    json_open(&json, guest->reply.bytes, guest->reply.length, &guest->page, NULL);
    json.value_limit = SIZE_MAX;
    if (!read || !lua_json_read(L, &json, false) || !json_end(&json, &ignored)) {
        sandbox_raise_at(L, M_WORKER_REQUEST, NULL, NULL, NULL);
    }
    if (lua_rawlen(L, -1) == 0) {
        lua_pushboolean(L, 0);
    }
    return 1;
}

/* ---- the environment ----------------------------------------------------------------------------- */

/* index(sheet, name) [raises]: a method that is not there */
static int miss_method(lua_State *L)
{
    char name[48];
    snprintf(name, sizeof name, "sheet:%s",
             lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?");
    return sandbox_raise(L, M_SANDBOX_UNKNOWN, name, NULL);
}

/* Makes the metatable of sheets with their methods, and adds the other drawing functions to the table
 * on the top of the stack. */
static void add_commands(lua_State *L, struct template_guest *guest)
{
    luaL_newmetatable(L, TEMPLATE_LUA_SHEET);
    lua_newtable(L); /* methods */
    for (int i = 0; i < DRAWING_COMMAND_COUNT; i++) {
        lua_pushlightuserdata(L, guest);
        lua_pushinteger(L, i);
        lua_pushcclosure(L, draw, 2);
        lua_setfield(L, drawing_commands[i].shape[0] == 's' ? -2 : -4, drawing_commands[i].name);
    }
    lua_newtable(L);
    lua_pushcfunction(L, miss_method);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
    lua_setfield(L, -2, "__index");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_pop(L, 1);
}

/* Sets a document as a name of the table on the top of the stack, and releases its bytes. */
static void add_document(lua_State *L, struct template_guest *guest, const char *name,
                         struct text *document)
{
    struct json json;
    struct error ignored = {.kind = ERROR_NONE};
    json_open(&json, document->bytes, document->length, &guest->arena, NULL);
    json.value_limit = SIZE_MAX;
    if (!lua_json_read(L, &json, false) || !json_end(&json, &ignored)) {
        sandbox_raise_at(L, M_WORKER_REQUEST, NULL, NULL, NULL);
    }
    if (lua_isnil(L, -1)) {
        lua_pop(L, 1);
        lua_pushboolean(L, 0); /* reading a name that is not there would be an error */
    }
    text_release(document);
    lua_setfield(L, -2, name);
}

/* Makes the environment, without the documents. */
static void make_environment(lua_State *L, const struct job *job)
{
    const struct start *start = job->start;
    lua_newtable(L);
    lua_setfield(L, LUA_REGISTRYINDEX, key_files);
    lua_newtable(L);
    lua_setfield(L, LUA_REGISTRYINDEX, key_compiled);
    lua_library_open(L, LIBRARY_TEMPLATE, NULL);
    lua_freeze_data(L, -1);
    add_commands(L, job->guest);
    template_lua_add(L, -1, json_is(&start->language, "en"));
    lua_pushlightuserdata(L, job->guest);
    lua_pushcclosure(L, include, 1);
    lua_setfield(L, -2, "include");
    lua_pushlightuserdata(L, job->guest);
    lua_pushcclosure(L, rows, 1);
    lua_setfield(L, -2, "rows");
    lua_pushlstring(L, start->language.bytes, start->language.length);
    lua_setfield(L, -2, "language");
    lua_pop(L, 1);
    lua_setfield(L, LUA_REGISTRYINDEX, key_environment);
}

/* compile_one(name, source): keeps the function of a file that was sent ahead */
static int compile_one(lua_State *L)
{
    size_t length = 0;
    const char *source = lua_tolstring(L, 2, &length);
    lua_getfield(L, LUA_REGISTRYINDEX, key_compiled);
    compile(L, lua_tostring(L, 1), source, length);
    lua_setfield(L, -2, lua_tostring(L, 1));
    return 0;
}

/* Compiles the files that were sent ahead. One that is no Lua is left for `include`, which says so. */
static void compile_ahead(lua_State *L, const struct job *job)
{
    struct json json;
    struct json_text name;
    struct json_text source;
    const struct json_text *files = &job->start->files;
    json_open(&json, files->bytes, files->length, &job->guest->arena, NULL);
    json_object(&json);
    while (json_key(&json, &name) && json_string(&json, &source)) {
        lua_pushcfunction(L, compile_one);
        lua_pushlstring(L, name.bytes, name.length);
        lua_pushlstring(L, source.bytes, source.length);
        int status = lua_pcall(L, 2, 0, 0);
        if (status != LUA_OK) {
            if (!sandbox_forgive(L, status)) {
                sandbox_rethrow(L);
            }
            lua_pop(L, 1);
        }
    }
}

/* body(job): everything that can be done before the documents are there */
static int set_up(lua_State *L)
{
    const struct job *job = lua_touserdata(L, 1);
    const struct start *start = job->start;
    make_environment(L, job);
    compile(L, start->file, start->source.bytes, start->source.length);
    lua_setfield(L, LUA_REGISTRYINDEX, key_template);
    compile_ahead(L, job);
    return 0;
}

/* body(job): the documents, then the template itself */
static int run_template(lua_State *L)
{
    const struct job *job = lua_touserdata(L, 1);
    struct start *start = job->start;
    lua_getfield(L, LUA_REGISTRYINDEX, key_environment);
    lua_freeze_data(L, -1);
    add_document(L, job->guest, "options", &start->options);
    add_document(L, job->guest, "report", &start->document);
    add_document(L, job->guest, "previous", &start->previous);
    lua_getfield(L, LUA_REGISTRYINDEX, key_template);
    run_file(L, job->guest, start->file);
    return 0;
}

/* ---- the role ------------------------------------------------------------------------------------ */

static bool read_start(struct template_guest *guest, const struct text *message,
                       struct start *start)
{
    struct json json;
    struct json_text key;
    struct error ignored = {.kind = ERROR_NONE};
    json_open(&json, message->bytes, message->length, &guest->arena, NULL);
    json_object(&json);
    while (json_key(&json, &key)) {
        if (json_is(&key, "file")) {
            json_copy(&json, FILE_NAME_BYTES - 1, &start->file);
        } else if (json_is(&key, "source")) {
            json_string(&json, &start->source);
        } else if (json_is(&key, "language")) {
            json_string(&json, &start->language);
        } else if (json_is(&key, "files")) {
            json_skip(&json, &start->files);
        } else {
            json_fail(&json, M_WORKER_REQUEST);
        }
    }
    return json_end(&json, &ignored) && start->file != NULL && start->source.bytes != NULL &&
           start->language.bytes != NULL && start->files.bytes != NULL;
}

static bool run(struct template_guest *guest, const struct text *message, struct start *start,
                struct fault *fault)
{
    static const struct sandbox_limits limits = {LIMIT_LUA_BYTES, LIMIT_LUA_TOTAL, 0, false};
    static const struct sandbox_budget budget = {LIMIT_TEMPLATE_STEPS, LIMIT_TEMPLATE_MS};
    struct job job = {guest, start};
    if (!read_start(guest, message, start)) {
        return fault_set(fault, M_WORKER_REQUEST, NULL, NULL, NULL);
    }
    guest->sandbox = sandbox_open(&limits, fault);
    if (guest->sandbox == NULL) {
        return false;
    }
    sandbox_about(guest->sandbox, start->file);
    sandbox_begin(guest->sandbox, &budget);
    if (!sandbox_call(guest->sandbox, set_up, &job, fault)) {
        return false;
    }
    if (!guest_receive(&start->document) || !guest_receive(&start->previous) ||
        !guest_receive(&start->options)) {
        return fault_set(fault, M_WORKER_REQUEST, NULL, NULL, NULL);
    }
    sandbox_begin(guest->sandbox, &budget);
    return sandbox_call(guest->sandbox, run_template, &job, fault);
}

/* Draws, and says how it ended; false when something may still come that nobody reads. */
static bool serve(struct template_guest *guest, const struct text *message, struct start *start)
{
    static const char done[] = "{\"done\":true}";
    struct fault fault = {.id = NULL};
    bool good = run(guest, message, start, &fault);
    send_batch(guest);
    if (good) { /* nothing is left to be read: it ends while the parent writes the file */
        guest_send(done, sizeof done - 1);
    } else {
        guest_fail(&fault);
    }
    return good;
}

/* All but the sandbox, which goes with the process. */
static void release(struct template_guest *guest, struct start *start)
{
    text_release(&start->document);
    text_release(&start->previous);
    text_release(&start->options);
    text_release(&guest->batch);
    text_release(&guest->reply);
    arena_release(&guest->page);
    arena_release(&guest->arena);
}

void template_guest_run(void)
{
    struct template_guest guest = {
        .arena = ARENA_EMPTY, .page = ARENA_EMPTY, .batch = TEXT_EMPTY, .reply = TEXT_EMPTY};
    struct start start = {.document = TEXT_EMPTY, .previous = TEXT_EMPTY, .options = TEXT_EMPTY};
    struct text message = TEXT_EMPTY;
    bool good = false;
    start_batch(&guest);
    if (guest_receive(&message)) {
        good = serve(&guest, &message, &start);
    }
    while (!good && guest_receive(&message)) {
    }
    text_release(&message);
    release(&guest, &start);
}
