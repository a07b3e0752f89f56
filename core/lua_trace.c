#include "lua_trace.h"

#include "limit.h"
#include "memory.h"

#include <lauxlib.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The lines of one file that were run, by number. */
struct traced_file {
    char name[LUA_IDSIZE];
    bool *run;
    size_t size;
};

struct lua_trace {
    struct traced_file files[LIMIT_PACK_FILES];
    size_t count;
};

struct lua_trace *lua_trace_new(void)
{
    return memory_zero(1, sizeof(struct lua_trace));
}

void lua_trace_free(struct lua_trace *trace)
{
    for (size_t i = 0; trace != NULL && i < trace->count; i++) {
        free(trace->files[i].run);
    }
    free(trace);
}

static const struct traced_file *find(const struct lua_trace *trace, const char *name)
{
    for (size_t i = 0; trace != NULL && i < trace->count; i++) {
        if (strcmp(trace->files[i].name, name) == 0) {
            return &trace->files[i];
        }
    }
    return NULL;
}

/* The file of that name, added when it is new; NULL when there is no room for it. */
static struct traced_file *file_of(struct lua_trace *trace, const char *name)
{
    const struct traced_file *found = find(trace, name);
    if (found != NULL) {
        return &trace->files[found - trace->files];
    }
    if (trace->count == LIMIT_PACK_FILES) {
        return NULL;
    }
    struct traced_file *file = &trace->files[trace->count++];
    snprintf(file->name, sizeof file->name, "%s", name);
    return file;
}

void lua_trace_note(void *trace, const char *file, int line)
{
    struct traced_file *traced = file_of(trace, file);
    if (traced == NULL || line <= 0 || line > LIMIT_SOURCE_BYTES + 1) {
        return;
    }
    size_t at = (size_t)line;
    if (at >= traced->size) {
        size_t size = at + 256;
        traced->run = memory_resize(traced->run, size, sizeof *traced->run);
        memset(traced->run + traced->size, 0, (size - traced->size) * sizeof *traced->run);
        traced->size = size;
    }
    traced->run[at] = true;
}

/* ---- report --------------------------------------------------------------------------------------- */

static bool was_run(const struct traced_file *file, int line)
{
    return file != NULL && (size_t)line < file->size && file->run[line];
}

/* Whether the table of lines on the top of the stack holds a line that is told. [-0, +0, -] */
static bool holds(lua_State *L, const lua_Debug *about, int line)
{
    bool last = line == about->lastlinedefined && line > about->linedefined;
    bool there = lua_rawgeti(L, -1, line) != LUA_TNIL;
    lua_pop(L, 1);
    return there && !last;
}

/* Appends lines or whether they were run; the table of lines is on the top of the stack. [-0, +0, -] */
static void add_lines(lua_State *L, const lua_Debug *about, const struct traced_file *file,
                      bool run, struct text *out)
{
    bool first = true;
    for (int line = about->linedefined; line <= about->lastlinedefined; line++) {
        if (!holds(L, about, line)) {
            continue;
        }
        text_add(out, first ? "" : ",");
        first = false;
        if (run) {
            text_add(out, was_run(file, line) ? "true" : "false");
        } else {
            text_add_int(out, line);
        }
    }
}

/* True when an earlier function of the list was made from the same text. */
static bool is_told(lua_State *L, int index, lua_Integer position, const lua_Debug *about)
{
    bool told = false;
    for (lua_Integer i = 1; i < position && !told; i++) {
        lua_Debug other;
        if (lua_rawgeti(L, index, i) != LUA_TFUNCTION) {
            lua_pop(L, 1);
            continue;
        }
        lua_getinfo(L, ">S", &other);
        told = other.linedefined == about->linedefined &&
               other.lastlinedefined == about->lastlinedefined &&
               strcmp(other.short_src, about->short_src) == 0;
    }
    return told;
}

/* Appends the function on the top of the stack. [-1, +0, m] */
static void add_function(lua_State *L, const lua_Debug *about, const struct lua_trace *trace,
                         struct text *out)
{
    lua_Debug ignored;
    const struct traced_file *file = find(trace, about->short_src);
    lua_getinfo(L, ">L", &ignored);
    text_add(out, "{\"file\":");
    text_add_json(out, about->short_src);
    text_format(out, ",\"from\":%d,\"to\":%d,\"lines\":[", about->linedefined,
                about->lastlinedefined);
    add_lines(L, about, file, false, out);
    text_add(out, "],\"run\":[");
    add_lines(L, about, file, true, out);
    text_add(out, "]}");
    lua_pop(L, 1);
}

void lua_trace_write(lua_State *L, int index, const struct lua_trace *trace, struct text *out)
{
    bool first = true;
    index = lua_absindex(L, index);
    luaL_checkstack(L, 8, NULL);
    lua_Integer count = (lua_Integer)lua_rawlen(L, index);
    for (lua_Integer i = 1; i <= count; i++) {
        lua_Debug about;
        if (lua_rawgeti(L, index, i) != LUA_TFUNCTION) {
            lua_pop(L, 1);
            continue;
        }
        lua_pushvalue(L, -1);
        lua_getinfo(L, ">S", &about);
        if (is_told(L, index, i, &about)) {
            lua_pop(L, 1);
            continue;
        }
        text_add(out, first ? "" : ",");
        first = false;
        add_function(L, &about, trace, out);
    }
}
