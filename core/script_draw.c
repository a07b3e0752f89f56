#include "script_draw.h"

#include "drawing.h"
#include "message.h"
#include "sandbox.h"
#include "script_call.h"
#include "template_call.h"
#include "template_lua.h"

#include <lauxlib.h>
#include <stdio.h>

enum { BATCH_BYTES = 16384 };

/* A sheet, as template_lua.h wants it: its position first, its name as user value 1; as 2 its workbook. */
struct sheet {
    lua_Integer position;
    lua_Integer book;
};

void script_draw_flush(lua_State *L, struct script_draw *draw)
{
    if (draw->whole == 0) {
        return;
    }
    struct text *message = &draw->talk->message;
    script_talk_flush(draw->talk); /* it makes messages of its own */
    text_clear(message);
    text_format(message, "{\"book\":%lld,\"draw\":[", (long long)draw->book);
    text_append(message, draw->batch.bytes, draw->whole);
    text_add(message, "]}");
    draw->whole = 0;
    text_clear(&draw->batch);
    script_talk_ask(L, draw->talk);
    lua_pop(L, 1);
}

/* Raises when a workbook is closed. */
static void check_open(lua_State *L, const struct script_handle *book)
{
    if (book->sheets < 0) {
        sandbox_raise(L, M_SCRIPT_CLOSED, NULL, NULL);
    }
}

/* The workbook of a command, whose sheet or workbook is argument 1; raises when it is neither, or closed. A workbook
 * goes behind the arguments of its commands, where it stays alive. */
static lua_Integer book_of(lua_State *L, const struct drawing_command_row *row)
{
    lua_settop(L, DRAWING_ARGUMENTS + 1);
    if (row->shape[0] == 's') {
        const struct sheet *sheet = luaL_testudata(L, 1, TEMPLATE_LUA_SHEET);
        if (sheet == NULL) {
            return template_lua_refuse(L, 0, row->call);
        }
        lua_getiuservalue(L, 1, 2);
        check_open(L, lua_touserdata(L, -1));
        lua_pop(L, 1);
        return sheet->book;
    }
    const struct script_handle *book = luaL_testudata(L, 1, SCRIPT_CALL_BOOK);
    if (book == NULL) {
        char call[160];
        snprintf(call, sizeof call, "workbook:%s", row->call);
        return sandbox_raise(L, M_SCRIPT_COLON, call, NULL);
    }
    check_open(L, book);
    lua_rotate(L, 1, -1);
    return book->number;
}

/* Raises when an argument is a sheet of another workbook. */
static void check_sheets(lua_State *L, lua_Integer book, const struct drawing_command_row *row)
{
    for (int i = lua_gettop(L); i > 1; i--) {
        const struct sheet *sheet = luaL_testudata(L, i, TEMPLATE_LUA_SHEET);
        if (sheet != NULL && sheet->book != book) {
            sandbox_raise(L, M_SCRIPT_OTHER_BOOK, row->call, NULL);
        }
    }
}

/* Pushes a new sheet; its name is argument 1 of the call, its workbook stands behind the arguments. */
static int push_sheet(lua_State *L)
{
    struct script_handle *book = lua_touserdata(L, DRAWING_ARGUMENTS + 1);
    struct sheet *sheet = lua_newuserdatauv(L, sizeof *sheet, 2);
    *sheet = (struct sheet){book->sheets++, book->number};
    lua_pushvalue(L, 1);
    lua_setiuservalue(L, -2, 1);
    lua_pushvalue(L, DRAWING_ARGUMENTS + 1);
    lua_setiuservalue(L, -2, 2);
    luaL_setmetatable(L, TEMPLATE_LUA_SHEET);
    return 1;
}

/* Every command of drawing.h; upvalue 2 is its number. [-0, +(0|1), e] */
static int command(lua_State *L)
{
    struct script_draw *draw = lua_touserdata(L, lua_upvalueindex(1));
    enum drawing_command number = (enum drawing_command)lua_tointeger(L, lua_upvalueindex(2));
    const struct drawing_command_row *row = &drawing_commands[number];
    lua_Integer book = book_of(L, row);
    check_sheets(L, book, row);
    if (draw->book != book) {
        script_draw_flush(L, draw);
        draw->book = book;
    }
    struct text *out = &draw->batch;
    out->length = draw->whole; /* without what a command that was refused left behind */
    text_add(out, draw->whole == 0 ? "[" : ",[");
    text_add_int(out, number);
    text_add_byte(out, ',');
    text_add_int(out, script_include_place(L, draw->files));
    template_call_arguments(L, number, out);
    text_add_byte(out, ']');
    draw->whole = out->length;
    sandbox_charge(L, 10);
    if (out->length > BATCH_BYTES) {
        script_draw_flush(L, draw);
    }
    return number == DRAW_SHEET ? push_sheet(L) : 0;
}

/* index(sheet, name) [raises]: a method that is not there */
static int miss_method(lua_State *L)
{
    char name[48];
    snprintf(name, sizeof name, "sheet:%s",
             lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?");
    return sandbox_raise(L, M_SANDBOX_UNKNOWN, name, NULL);
}

/* Adds the commands whose shape begins with a sheet, or those that do not, to the table on the top. */
static void add_commands(lua_State *L, struct script_draw *draw, bool sheets)
{
    for (int i = 0; i < DRAWING_COMMAND_COUNT; i++) {
        if ((drawing_commands[i].shape[0] == 's') == sheets) {
            lua_pushlightuserdata(L, draw);
            lua_pushinteger(L, i);
            lua_pushcclosure(L, command, 2);
            lua_setfield(L, -2, drawing_commands[i].name);
        }
    }
}

void script_draw_add_methods(lua_State *L, struct script_draw *draw)
{
    add_commands(L, draw, false);
    luaL_newmetatable(L, TEMPLATE_LUA_SHEET);
    lua_newtable(L);
    add_commands(L, draw, true);
    lua_createtable(L, 0, 1);
    lua_pushcfunction(L, miss_method);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
    lua_setfield(L, -2, "__index");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_pop(L, 1);
}

void script_draw_add_functions(lua_State *L, bool english)
{
    static const char *const names[] = {
#define DRAWN_NAME(name) name,
        SCRIPT_DRAWN(DRAWN_NAME)
#undef DRAWN_NAME
    };
    lua_newtable(L);
    template_lua_add(L, -1, english);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        lua_getfield(L, -1, names[i]);
        lua_setfield(L, -3, names[i]);
    }
    lua_pop(L, 1);
}
