#include "script_call.h"

#include "lang.h"
#include "limit.h"
#include "lua_freeze.h"
#include "lua_json.h"
#include "message.h"
#include "sandbox.h"
#include "template_lua.h"

#include <lauxlib.h>
#include <string.h>

/* An argument that is being written. */
struct argument {
    const struct script_row *row;
    int index; /* on the stack */
    struct text *out;
};

static bool is_method(const struct script_row *row)
{
    return script_api_is_owner(row->shape[0]);
}

/* What a letter of a shape takes. */
static const char *phrase_of(char letter)
{
    switch (letter) {
    case 'n':
        return N_("a whole number");
    case 'b':
        return N_("true or false");
    case 'd':
        return N_("a text or a whole number");
    case 'l':
        return N_("a text or a list of texts");
    case 'c':
        return N_("a table of names and values");
    case 'i':
        return N_("a file's name, an open assessment, or a document");
    case 'I':
        return N_("a file's name, an open assessment, a document, or a list of them");
    case 'v':
        return N_("a value");
    default:
        return N_("a text");
    }
}

/* Appends the name of the argument at `position`, from 1, as the call of its row writes it. */
static void add_name(const char *call, int position, struct text *out)
{
    const char *at = strchr(call, '(') + 1;
    for (int i = 1; i < position; i++) {
        at += strcspn(at, ",)");
        at += *at == ',';
    }
    at += strspn(at, " [");
    text_append(out, at, strcspn(at, " ,[])"));
}

/* Raises for an argument that is no `letter`. */
static int refuse(lua_State *L, const struct argument *argument, char letter)
{
    const char *call = argument->row->call;
    int position = argument->index - (is_method(argument->row) ? 1 : 0);
    if (position == 0) {
        return sandbox_raise(L, M_SCRIPT_COLON, call, NULL);
    }
    struct text *place = argument->out; /* what was written so far is not sent any more */
    text_clear(place);
    text_append(place, call, strcspn(call, ")") + 1);
    text_add(place, ": ");
    add_name(call, position, place);
    return sandbox_raise(L, M_SCRIPT_ARGUMENT, place->bytes, phrase_of(letter));
}

void script_call_value(lua_State *L, int index, const char *name, struct text *out)
{
    struct lua_json_writer writer = {.out = out,
                                     .file = name,
                                     .depth_limit = LIMIT_JSON_DEPTH,
                                     .values_left = LIMIT_SCRIPT_VALUES,
                                     .values = LIMIT_SCRIPT_VALUES,
                                     .bytes = LIMIT_ANSWER_BYTES - 1024};
    lua_json_write(L, index, &writer);
}

static void add_value(lua_State *L, int index, const struct argument *argument)
{
    script_call_value(L, index, script_rows[argument->row - script_rows].name, argument->out);
}

static void add_text(lua_State *L, const struct argument *argument)
{
    if (lua_type(L, argument->index) != LUA_TSTRING) {
        refuse(L, argument, 't');
    }
    sandbox_charge(L, lua_rawlen(L, argument->index) / 64);
    add_value(L, argument->index, argument);
}

static void add_handle(lua_State *L, const struct argument *argument, const char *metatable)
{
    const struct script_handle *handle = luaL_testudata(L, argument->index, metatable);
    if (handle == NULL) {
        refuse(L, argument, 'a');
    } else {
        text_format(argument->out, "{\"open\":%lld}", (long long)handle->number);
    }
}

static void add_whole(lua_State *L, const struct argument *argument, char letter)
{
    int whole = 0;
    lua_Integer number = lua_type(L, argument->index) == LUA_TNUMBER
                             ? lua_tointegerx(L, argument->index, &whole)
                             : 0;
    if (!whole) {
        refuse(L, argument, letter);
    }
    text_add_int(argument->out, number);
}

/* A value of an indicator: a text, or a whole number written as one. */
static void add_decimal(lua_State *L, const struct argument *argument)
{
    if (lua_type(L, argument->index) == LUA_TSTRING) {
        add_text(L, argument);
        return;
    }
    text_add_byte(argument->out, '"');
    add_whole(L, argument, 'd');
    text_add_byte(argument->out, '"');
}

/* True when the table at `index` is a list, or empty. */
static bool is_list(lua_State *L, int index)
{
    lua_freeze_data(L, index);
    bool list = lua_rawlen(L, -1) > 0;
    lua_pushnil(L);
    if (lua_next(L, -2) == 0) {
        list = true;
    } else {
        lua_pop(L, 2);
    }
    lua_pop(L, 1);
    return list;
}

/* True when the table at `index` is a list of nothing but texts. */
static bool is_text_list(lua_State *L, int index)
{
    bool texts = is_list(L, index);
    lua_freeze_data(L, index);
    lua_Integer count = (lua_Integer)lua_rawlen(L, -1);
    sandbox_charge(L, (size_t)count);
    for (lua_Integer i = 1; texts && i <= count; i++) {
        texts = lua_rawgeti(L, -1, i) == LUA_TSTRING;
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    return texts;
}

/* A list of texts; one text stands for a list of one. */
static void add_list(lua_State *L, const struct argument *argument)
{
    bool table = lua_type(L, argument->index) == LUA_TTABLE && is_text_list(L, argument->index);
    if (!table && lua_type(L, argument->index) != LUA_TSTRING) {
        refuse(L, argument, 'l');
    }
    text_add(argument->out, table ? "" : "[");
    add_value(L, argument->index, argument);
    text_add(argument->out, table ? "" : "]");
}

static void add_options(lua_State *L, const struct argument *argument)
{
    if (lua_type(L, argument->index) != LUA_TTABLE) {
        refuse(L, argument, 'c');
    }
    lua_freeze_data(L, argument->index);
    lua_pushnil(L);
    bool empty = lua_next(L, -2) == 0;
    lua_pop(L, empty ? 1 : 3);
    if (empty) {
        text_add(argument->out, "{}");
    } else if (is_list(L, argument->index)) {
        refuse(L, argument, 'c');
    } else {
        add_value(L, argument->index, argument);
    }
}

/* One input: a path, an open assessment, or a document. */
static void add_input(lua_State *L, int index, const struct argument *argument, char letter)
{
    const struct script_handle *handle = luaL_testudata(L, index, SCRIPT_CALL_ASSESSMENT);
    if (handle != NULL) {
        text_format(argument->out, "{\"open\":%lld}", (long long)handle->number);
    } else if (lua_type(L, index) == LUA_TSTRING) {
        add_value(L, index, argument);
    } else if (lua_type(L, index) == LUA_TTABLE && !is_list(L, index)) {
        text_add(argument->out, "{\"document\":");
        add_value(L, index, argument);
        text_add_byte(argument->out, '}');
    } else {
        refuse(L, argument, letter);
    }
}

static void add_inputs(lua_State *L, const struct argument *argument)
{
    text_add_byte(argument->out, '[');
    if (lua_type(L, argument->index) == LUA_TTABLE && is_list(L, argument->index)) {
        lua_freeze_data(L, argument->index);
        lua_Integer count = (lua_Integer)lua_rawlen(L, -1);
        for (lua_Integer i = 1; i <= count; i++) {
            text_add(argument->out, i > 1 ? "," : "");
            lua_rawgeti(L, -1, i);
            sandbox_charge(L, 1);
            add_input(L, lua_gettop(L), argument, 'I');
            lua_pop(L, 1);
        }
        lua_pop(L, 1);
    } else {
        add_input(L, argument->index, argument, 'I');
    }
    text_add_byte(argument->out, ']');
}

static void add_flag(lua_State *L, const struct argument *argument)
{
    if (!lua_isboolean(L, argument->index)) {
        refuse(L, argument, 'b');
    }
    text_add(argument->out, lua_toboolean(L, argument->index) ? "true" : "false");
}

static void add_anything(lua_State *L, const struct argument *argument)
{
    if (lua_isnoneornil(L, argument->index)) {
        refuse(L, argument, 'v');
    }
    add_value(L, argument->index, argument);
}

static void add_argument(lua_State *L, char letter, const struct argument *argument)
{
    switch (letter) {
    case 'a':
        add_handle(L, argument, SCRIPT_CALL_ASSESSMENT);
        break;
    case 'w':
        add_handle(L, argument, SCRIPT_CALL_OUTPUT);
        break;
    case 'k':
        add_handle(L, argument, SCRIPT_CALL_BOOK);
        break;
    case 'n':
        add_whole(L, argument, 'n');
        break;
    case 'b':
        add_flag(L, argument);
        break;
    case 'd':
        add_decimal(L, argument);
        break;
    case 'l':
        add_list(L, argument);
        break;
    case 'c':
        add_options(L, argument);
        break;
    case 'i':
        add_input(L, argument->index, argument, 'i');
        break;
    case 'I':
        add_inputs(L, argument);
        break;
    case 'v':
        add_anything(L, argument);
        break;
    default:
        add_text(L, argument);
    }
}

void script_call_arguments(lua_State *L, const struct script_row *row, struct text *out)
{
    struct argument argument = {row, 1, out};
    bool due = true;
    luaL_checkstack(L, 16, NULL);
    for (const char *letter = row->shape; *letter != '='; letter++) {
        if (*letter == '?') {
            due = false;
            continue;
        }
        text_add(out, argument.index > 1 ? "," : "");
        if (!due && lua_isnoneornil(L, argument.index)) {
            text_add(out, "null");
        } else {
            add_argument(L, *letter, &argument);
        }
        argument.index++;
    }
}
