#include "pack_try.h"

#include "lang.h"
#include "lua_freeze.h"
#include "lua_json.h"
#include "lua_score.h"
#include "lua_show.h"
#include "message.h"
#include "sandbox.h"

#include <lauxlib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PROOFS = 20, DEEPEST = 100, COPY_STEPS = 4 };

const struct try_name try_names[] = {
    {"instrument", "instrument", "table",
     N_("the rules in force, with the names of 'spbe rules show --json'")},
    {"result", "result", "table", N_("the result document of the assessment")},
    {"assessment", "assessment", "table", N_("the assessment, with the names of 'spbe export'")},
    {"inputs", "inputs", "table<string, spbe.ScoreInput>",
     N_("by indicator: what a scoring function is given for it")},
    {"functions", "functions", "table<string, spbe.ScoreFunction>",
     N_("by indicator: the scoring function of the pack")},
    {"find", "find(id)", "fun(id: string): table?",
     N_("the table in the instrument that has this id: find(\"I05\")")},
    {"call", "call(what [, input])",
     "fun(what: string|spbe.ScoreFunction, input: spbe.ScoreInput?): spbe.Value, string",
     N_("value and reason of a scoring function: that of an indicator, or one of your own")},
    {"copy", "copy(table)", "fun(table: table): table", N_("a copy that can be changed")},
    {"proof", "proof(id)", "fun(id: string)", N_("prints the proof of an indicator's value")},
    {"print", "print(...)", "fun(...)", N_("shows values, one a line")},
    {NULL, NULL, NULL, NULL},
};

/* In the registry: the environment of the session, its data table, and what the line at hand showed. */
static const char key_session[] = "session";
static const char key_names[] = "session_names";
static const char key_turn[] = "session_turn";
static const char key_ids[] = "session_ids"; /* what has an id in the instrument, by that */

/* The line at hand. */
struct turn {
    struct text shown;
    struct text proofs; /* texts of JSON, with commas between */
    size_t proof_count;
};

/* Memory that Lua owns, since anything below may raise. */
static int release_turn(lua_State *L)
{
    struct turn *turn = lua_touserdata(L, 1);
    text_release(&turn->shown);
    text_release(&turn->proofs);
    return 0;
}

static struct turn *turn_of(lua_State *L)
{
    lua_getfield(L, LUA_REGISTRYINDEX, key_turn);
    struct turn *turn = lua_touserdata(L, -1);
    lua_pop(L, 1);
    return turn;
}

/* Pushes a table of the session; nil where it was not told. [-0, +1, –] */
static void push_told(lua_State *L, const char *name)
{
    lua_getfield(L, LUA_REGISTRYINDEX, key_names);
    lua_pushstring(L, name);
    lua_rawget(L, -2);
    lua_remove(L, -2);
}

/* Pushes table[id] of a frozen table of the session; nil where either is missing. [-0, +1, e] */
static void push_of(lua_State *L, const char *name, const char *id)
{
    push_told(L, name);
    if (!lua_istable(L, -1)) {
        return;
    }
    lua_freeze_data(L, -1);
    lua_pushstring(L, id);
    lua_rawget(L, -2);
    lua_replace(L, -3);
    lua_pop(L, 1);
}

/* ---- what a session can call ---------------------------------------------------------------------- */

/* print(…) [-0, +0, e] */
static int try_print(lua_State *L)
{
    struct turn *turn = turn_of(L);
    int count = lua_gettop(L);
    for (int i = 1; i <= count; i++) {
        lua_show_plain(L, i, &turn->shown);
        text_add_byte(&turn->shown, '\n');
    }
    return 0;
}

/* find(id) → table | nil [-0, +1, e] */
static int try_find(lua_State *L)
{
    const char *id = luaL_checkstring(L, 1);
    lua_getfield(L, LUA_REGISTRYINDEX, key_ids);
    lua_pushstring(L, id);
    lua_rawget(L, -2);
    return 1;
}

/* Pushes a copy of the table on the top, unfrozen. [-1, +1, e] */
static void copy_table(lua_State *L, int depth)
{
    luaL_argcheck(L, depth < DEEPEST, 1, "the table contains itself, or is nested too deep");
    luaL_checkstack(L, 8, NULL);
    lua_freeze_data(L, -1);
    lua_newtable(L);
    lua_pushnil(L);
    while (lua_next(L, -3) != 0) {
        sandbox_charge(L, COPY_STEPS);
        if (lua_istable(L, -1)) {
            copy_table(L, depth + 1);
        }
        lua_pushvalue(L, -2);
        lua_insert(L, -2);
        lua_rawset(L, -4);
    }
    lua_replace(L, -3);
    lua_pop(L, 1);
}

/* Pushes the input of a call: what was given, or that of the indicator. [-0, +1, e] */
static void push_input(lua_State *L)
{
    if (!lua_isnoneornil(L, 2)) {
        luaL_checktype(L, 2, LUA_TTABLE);
        lua_pushvalue(L, 2);
        copy_table(L, 0);
        lua_freeze(L, -1);
        return;
    }
    push_of(L, "inputs", lua_type(L, 1) == LUA_TSTRING ? lua_tostring(L, 1) : "");
    luaL_argcheck(L, lua_istable(L, -1), 2,
                  "an input is needed: inputs.I01, or a table of your own");
}

/* call(what [, input]) → value, reason [-0, +2, e] */
static int try_call(lua_State *L)
{
    lua_settop(L, 2);
    if (lua_type(L, 1) == LUA_TSTRING) {
        push_of(L, "functions", lua_tostring(L, 1));
        luaL_argcheck(L, lua_isfunction(L, -1), 1, "no function of the pack scores this");
    } else {
        luaL_checktype(L, 1, LUA_TFUNCTION);
        lua_pushvalue(L, 1);
    }
    push_input(L);
    lua_score_try(L);
    return 2;
}

/* copy(table) → table [-0, +1, e] */
static int try_copy(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    copy_table(L, 0);
    return 1;
}

/* proof(id): asks for the proof of an indicator's value [-0, +0, e] */
static int try_proof(lua_State *L)
{
    struct turn *turn = turn_of(L);
    const char *id = luaL_checkstring(L, 1);
    push_of(L, "inputs", id);
    luaL_argcheck(L, lua_istable(L, -1), 1, "there is no such indicator, or no assessment");
    luaL_argcheck(L, turn->proof_count < PROOFS, 1, "a line shows at most 20 proofs");
    text_add(&turn->proofs, turn->proof_count == 0 ? "" : ",");
    text_add_json(&turn->proofs, id);
    turn->proof_count++;
    return 0;
}

/* ---- the environment ------------------------------------------------------------------------------ */

/* newindex(environment, name, value): a name of the session gets a value [-0, +0, e] */
static int assign(lua_State *L)
{
    lua_freeze_data(L, 1);
    lua_replace(L, 1);
    lua_rawset(L, 1);
    return 0;
}

/* Adds the functions above to the table on the top. */
static void add_functions(lua_State *L)
{
    static const luaL_Reg functions[] = {
        {"print", try_print}, {"find", try_find},   {"call", try_call},
        {"copy", try_copy},   {"proof", try_proof}, {NULL, NULL},
    };
    luaL_setfuncs(L, functions, 0);
}

/* Replaces the names of functions in the table on the top by the functions, which lie below it. */
static void resolve(lua_State *L)
{
    lua_newtable(L);
    lua_pushnil(L);
    while (lua_next(L, -3) != 0) {
        lua_pushvalue(L, -2);
        lua_insert(L, -2);
        lua_rawget(L, -6); /* the pack's functions, by the name on the top */
        lua_rawset(L, -4);
    }
    lua_replace(L, -2);
    lua_freeze(L, -1);
}

/* Reads one member of what is told, and gives it to the data table on the top. */
static bool know_member(lua_State *L, int functions, const char *name, struct json *json)
{
    bool calls = strcmp(name, "functions") == 0;
    int names = lua_gettop(L);
    lua_freeze_data(L, functions);
    if (!lua_json_read(L, json, !calls) || !lua_istable(L, -1)) {
        return false;
    }
    if (calls) {
        resolve(L);
    }
    lua_setfield(L, names, name);
    lua_settop(L, names);
    return true;
}

/* Enters what lies below the table on the top into the table of ids at `ids`: lists of lists, as deep as an
 * instrument is. [-0, +0, e] */
static void enter_ids(lua_State *L, int ids)
{
    static const char *const lists[] = {"domains", "aspects", "indicators",
                                        "slots",   "levels",  "criteria"};
    luaL_checkstack(L, 8, NULL);
    for (size_t k = 0; k < sizeof lists / sizeof lists[0]; k++) {
        lua_getfield(L, -1, lists[k]);
        lua_Integer count = lua_istable(L, -1) ? lua_freeze_length(L, -1) : 0;
        for (lua_Integer i = 1; i <= count; i++) {
            if (lua_geti(L, -1, i) == LUA_TTABLE) {
                lua_getfield(L, -1, "id");
                lua_pushvalue(L, -2);
                if (lua_isnil(L, -2)) {
                    lua_pop(L, 2);
                } else {
                    lua_rawset(L, ids);
                }
                enter_ids(L, ids);
            }
            lua_pop(L, 1);
        }
        lua_pop(L, 1);
    }
}

/* Makes the table of ids from the instrument, where it was told; the data table is on the top. */
static void know_ids(lua_State *L)
{
    lua_newtable(L);
    int ids = lua_gettop(L);
    lua_pushliteral(L, "instrument");
    lua_rawget(L, -3);
    if (lua_istable(L, -1)) {
        enter_ids(L, ids);
    }
    lua_pop(L, 1);
    lua_setfield(L, LUA_REGISTRYINDEX, key_ids);
}

bool pack_try_know(lua_State *L, int environment, struct json *json)
{
    struct json_text key;
    char name[16];
    bool good = true;
    environment = lua_absindex(L, environment);
    int functions = lua_gettop(L);
    lua_newtable(L);
    add_functions(L);
    json_object(json);
    while (good && json_key(json, &key)) {
        snprintf(name, sizeof name, "%.*s", (int)key.length, key.bytes);
        good = know_member(L, functions, name, json);
    }
    lua_settop(L, functions + 1);
    know_ids(L);
    lua_createtable(L, 0, 1);
    lua_pushvalue(L, environment);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
    lua_pushvalue(L, -1);
    lua_setfield(L, LUA_REGISTRYINDEX, key_names);
    lua_freeze_wrap(L, assign);
    lua_setfield(L, LUA_REGISTRYINDEX, key_session);
    return good && !error_is_set(&json->error);
}

/* ---- a line --------------------------------------------------------------------------------------- */

/* Pushes the turn of a new line. [-0, +1, m] */
static struct turn *push_turn(lua_State *L)
{
    struct turn *turn = lua_newuserdatauv(L, sizeof *turn, 0);
    *turn = (struct turn){.shown = TEXT_EMPTY, .proofs = TEXT_EMPTY};
    lua_createtable(L, 0, 1);
    lua_pushcfunction(L, release_turn);
    lua_setfield(L, -2, "__gc");
    lua_setmetatable(L, -2);
    lua_pushvalue(L, -1);
    lua_setfield(L, LUA_REGISTRYINDEX, key_turn);
    return turn;
}

/* Appends the values from `first` on, one a line. */
static void show_values(lua_State *L, int first, struct turn *turn)
{
    for (int i = first; i <= lua_gettop(L); i++) {
        lua_show(L, i, &turn->shown);
        lua_show_fraction(L, i, &turn->shown);
        text_add_byte(&turn->shown, '\n');
    }
}

void pack_try_run(lua_State *L, const struct try_line *line, struct text *answer)
{
    char name[32];
    snprintf(name, sizeof name, "input-%zu", line->line);
    luaL_checkstack(L, 16, NULL);
    int top = lua_gettop(L);
    struct turn *turn = push_turn(L);
    if (lua_getfield(L, LUA_REGISTRYINDEX, key_session) == LUA_TNIL) {
        sandbox_raise_at(L, M_WORKER_REQUEST, NULL, NULL, NULL);
    }
    if (!sandbox_load_typed(L, name, line->source, line->length, line->whole)) {
        text_add(answer, "{\"more\":true}");
        lua_settop(L, top);
        return;
    }
    lua_call(L, 0, LUA_MULTRET);
    show_values(L, top + 2, turn);
    text_add(answer, "{\"shown\":");
    text_append_json(answer, turn->shown.bytes, turn->shown.length);
    text_format(answer, ",\"proofs\":[%s]}", turn->proofs.bytes);
    lua_settop(L, top);
}

/* ---- what went wrong ------------------------------------------------------------------------------ */

/* "input-3:2", the second line of what began in line 3, becomes "input:4". */
static void place_line(struct fault *fault)
{
    static const char begin[] = "input-";
    char *end = NULL;
    if (strncmp(fault->where, begin, sizeof begin - 1) != 0) {
        return;
    }
    unsigned long first = strtoul(fault->where + sizeof begin - 1, &end, 10);
    unsigned long line = *end == ':' ? strtoul(end + 1, NULL, 10) : 1;
    snprintf(fault->where, sizeof fault->where, "input:%lu", first + (line > 0 ? line - 1 : 0));
}

bool pack_try_failed(struct fault *fault, struct text *answer)
{
    static const char *const limits[] = {"SANDBOX_STEPS", "SANDBOX_MEMORY", "WORKER_TIME"};
    place_line(fault);
    for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++) {
        if (strcmp(fault->id, limits[i]) == 0) {
            return false;
        }
    }
    text_clear(answer);
    text_add(answer, "{\"failed\":");
    fault_write(fault, answer);
    text_add_byte(answer, '}');
    return true;
}
