#include "sandbox.h"

#include "lang.h"
#include "limit.h"
#include "lua_words.h"
#include "memory.h"
#include "message.h"

#include <assert.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { HOOK_STEPS = 1000 }; /* instructions between two looks at the budget */

/* Which limit was passed. */
enum spent { SPENT_NOT, SPENT_STEPS, SPENT_TIME, SPENT_MEMORY };

struct sandbox {
    lua_State *L;
    struct sandbox_limits limits;
    size_t live, peak, total; /* bytes */
    size_t allocations;       /* so far */
    long long steps_left;
    long long steps;            /* of the budget, for the message */
    long long begin_ns, end_ns; /* of the budget, on the processor clock */
    enum spent spent;
    struct fault fault; /* what was raised, until sandbox_call takes it */
    const char *file;
    void (*note)(void *context, const char *file, int line); /* NULL: lines are not traced */
    void *note_context;
};

static struct sandbox *of(lua_State *L)
{
    struct sandbox *sandbox;
    memcpy(&sandbox, lua_getextraspace(L), sizeof sandbox);
    return sandbox;
}

/* Time that this process really had: a stopped or crowded machine spends nobody's budget. */
static long long cpu_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (long long)now.tv_sec * 1000000000 + now.tv_nsec;
}

/* Whether `more` bytes on top may be had. */
static bool may_grow(struct sandbox *sandbox, size_t more)
{
    sandbox->allocations++;
    size_t fail_at = sandbox->limits.fail_at;
    if (fail_at != 0 && (sandbox->allocations == fail_at ||
                         (sandbox->allocations > fail_at && !sandbox->limits.fail_once))) {
        return false;
    }
    if (more > sandbox->limits.total_bytes - sandbox->total) {
        sandbox->spent = SPENT_MEMORY;
        return false;
    }
    return sandbox->spent != SPENT_MEMORY && more <= sandbox->limits.live_bytes - sandbox->live;
}

/* lua_Alloc. `old_size` of a fresh block is a type tag, not a size. */
static void *allocate(void *context, void *old, size_t old_size, size_t size)
{
    struct sandbox *sandbox = context;
    size_t before = old == NULL ? 0 : old_size;
    if (size == 0) {
        free(old);
        sandbox->live -= before;
        return NULL;
    }
    if (size > before && !may_grow(sandbox, size - before)) {
        return NULL;
    }
    void *block = realloc(old, size);
    if (block == NULL) {
        return size <= before ? old : NULL;
    }
    sandbox->total += size > before ? size - before : 0;
    sandbox->live += size - before;
    if (sandbox->live > sandbox->peak) {
        sandbox->peak = sandbox->live;
    }
    return block;
}

/* Nothing of ours runs outside sandbox_call: a broken promise. */
static int panic(lua_State *L)
{
    (void)L;
    abort();
}

struct sandbox *sandbox_open(const struct sandbox_limits *limits, struct fault *fault)
{
    struct sandbox *sandbox = memory_zero(1, sizeof *sandbox);
    sandbox->limits = *limits;
    sandbox->file = "";
    sandbox->L = lua_newstate(allocate, sandbox);
    if (sandbox->L == NULL) {
        free(sandbox);
        char digits[24];
        snprintf(digits, sizeof digits, "%zu", limits->live_bytes);
        fault_set(fault, M_SANDBOX_MEMORY, NULL, digits, NULL);
        return NULL;
    }
    memcpy(lua_getextraspace(sandbox->L), &sandbox, sizeof sandbox);
    lua_atpanic(sandbox->L, panic);
    return sandbox;
}

void sandbox_close(struct sandbox *sandbox)
{
    if (sandbox == NULL) {
        return;
    }
    lua_close(sandbox->L);
    assert(sandbox->live == 0);
    free(sandbox);
}

void sandbox_about(struct sandbox *sandbox, const char *file)
{
    sandbox->file = file;
}

/* "file:line" of the innermost line of foreign code at work, counted from `level`; the file alone
 * where there is none. */
static void find_place(lua_State *L, int level, char *out, size_t size)
{
    lua_Debug at;
    for (; lua_getstack(L, level, &at); level++) {
        lua_getinfo(L, "Sl", &at);
        if (at.currentline > 0) {
            snprintf(out, size, "%s:%d", at.short_src, at.currentline);
            return;
        }
    }
    snprintf(out, size, "%s", of(L)->file);
}

int sandbox_raise_at(lua_State *L, enum error_kind kind, const char *id, const char *format,
                     const char *where, const char *first, const char *second)
{
    fault_set(&of(L)->fault, kind, id, format, where, first, second);
    lua_pushnil(L);
    return lua_error(L);
}

int sandbox_raise(lua_State *L, enum error_kind kind, const char *id, const char *format,
                  const char *first, const char *second)
{
    char where[LUA_IDSIZE + 16];
    find_place(L, 0, where, sizeof where);
    return sandbox_raise_at(L, kind, id, format, where, first, second);
}

/* The fault of a limit. Where a limit of time or memory is met varies from run to run: it names the
 * file only. */
static void set_spent_fault(struct sandbox *sandbox, const char *where)
{
    char digits[24];
    switch (sandbox->spent) {
    case SPENT_STEPS:
        snprintf(digits, sizeof digits, "%lld", sandbox->steps);
        fault_set(&sandbox->fault, M_SANDBOX_STEPS, where, digits, NULL);
        break;
    case SPENT_TIME:
        fault_set(&sandbox->fault, M_WORKER_TIME, sandbox->file, NULL, NULL);
        break;
    case SPENT_NOT:
    case SPENT_MEMORY:
        snprintf(digits, sizeof digits, "%zu", sandbox->limits.live_bytes);
        fault_set(&sandbox->fault, M_SANDBOX_MEMORY, sandbox->file, digits, NULL);
        break;
    }
}

static void on_count(lua_State *L, lua_Debug *at);

/* Marks a limit as passed for good and raises it. */
static void spend(lua_State *L, enum spent how)
{
    struct sandbox *sandbox = of(L);
    char where[LUA_IDSIZE + 16];
    if (sandbox->spent == SPENT_NOT) {
        sandbox->spent = how;
        memset(&sandbox->fault, 0, sizeof sandbox->fault);
    }
    find_place(L, 0, where, sizeof where);
    set_spent_fault(sandbox, where);
    lua_sethook(L, on_count, LUA_MASKCOUNT, 1);
    lua_pushnil(L);
    lua_error(L);
}

/* Raises when a budget is spent. */
static void look(lua_State *L)
{
    struct sandbox *sandbox = of(L);
    if (sandbox->spent != SPENT_NOT) {
        spend(L, sandbox->spent);
    } else if (sandbox->steps_left <= 0) {
        spend(L, SPENT_STEPS);
    } else if (cpu_ns() > sandbox->end_ns) {
        spend(L, SPENT_TIME);
    }
}

/* Endless recursion is met here, early: Lua's own bound lies at a million values, and reaching it costs
 * memory and time that differ from machine to machine. */
static void check_depth(lua_State *L)
{
    lua_Debug deep;
    char digits[24];
    if (lua_getstack(L, LIMIT_LUA_DEPTH, &deep)) {
        snprintf(digits, sizeof digits, "%d", LIMIT_LUA_DEPTH);
        sandbox_raise(L, M_SANDBOX_DEPTH, digits, NULL);
    }
}

static void on_line(lua_State *L, lua_Debug *at)
{
    const struct sandbox *sandbox = of(L);
    lua_getinfo(L, "S", at);
    if (sandbox->note != NULL) {
        sandbox->note(sandbox->note_context, at->short_src, at->currentline);
    }
}

static void on_count(lua_State *L, lua_Debug *at)
{
    if (at->event == LUA_HOOKLINE) {
        on_line(L, at);
        return;
    }
    of(L)->steps_left -= HOOK_STEPS;
    look(L);
    check_depth(L);
}

void sandbox_charge(lua_State *L, size_t steps)
{
    struct sandbox *sandbox = of(L);
    sandbox->steps_left -= steps < LONG_MAX / 2 ? (long long)steps : sandbox->steps_left;
    if (steps >= HOOK_STEPS || sandbox->steps_left <= 0) {
        look(L);
    }
}

void sandbox_begin(struct sandbox *sandbox, const struct sandbox_budget *budget)
{
    sandbox->steps = sandbox->steps_left = budget->steps;
    sandbox->begin_ns = cpu_ns();
    sandbox->end_ns = sandbox->begin_ns + budget->cpu_ms * 1000000;
    sandbox->total = 0;
    sandbox->spent = SPENT_NOT;
    int mask = sandbox->note == NULL ? LUA_MASKCOUNT : LUA_MASKCOUNT | LUA_MASKLINE;
    lua_sethook(sandbox->L, on_count, mask, HOOK_STEPS);
}

void sandbox_trace(struct sandbox *sandbox, void (*note)(void *context, const char *file, int line),
                   void *context)
{
    sandbox->note = note;
    sandbox->note_context = context;
}

long long sandbox_steps(const struct sandbox *sandbox)
{
    return sandbox->steps - sandbox->steps_left;
}

long long sandbox_cpu_ms(const struct sandbox *sandbox)
{
    return (cpu_ns() - sandbox->begin_ns) / 1000000;
}

size_t sandbox_total(const struct sandbox *sandbox)
{
    return sandbox->total;
}

/* Splits "name:12: text" as Lua writes it, when it begins with the name of the file at `where`. */
static const char *split_message(const char *message, char *where, size_t size)
{
    const char *colon = strchr(where, ':');
    size_t name = colon == NULL ? strlen(where) : (size_t)(colon - where);
    if (strncmp(message, where, name) != 0 || message[name] != ':') {
        return message;
    }
    size_t digits = strspn(message + name + 1, "0123456789");
    size_t end = name + 1 + digits;
    if (digits == 0 || strncmp(message + end, ": ", 2) != 0 || end >= size) {
        return message;
    }
    memcpy(where, message, end);
    where[end] = '\0';
    return message + end + 2;
}

/* Message handler, called where the error was raised: [-1, +1, –]. Turns whatever was raised into a
 * fault, unless it is one already. Allocates nothing. */
static int on_error(lua_State *L)
{
    struct sandbox *sandbox = of(L);
    char where[FAULT_DETAIL_BYTES];
    if (sandbox->fault.id != NULL) {
        return 1;
    }
    find_place(L, 1, where, sizeof where);
    if (lua_type(L, 1) == LUA_TSTRING) {
        const char *message = split_message(lua_tostring(L, 1), where, sizeof where);
        fault_set(&sandbox->fault, M_SANDBOX_RUN, where, message, NULL);
    } else {
        fault_set(&sandbox->fault, M_SANDBOX_VALUE, where, sandbox_phrase(L, 1), NULL);
    }
    return 1;
}

bool sandbox_call(struct sandbox *sandbox, lua_CFunction body, void *context, struct fault *fault)
{
    lua_State *L = sandbox->L;
    memset(&sandbox->fault, 0, sizeof sandbox->fault);
    lua_pushcfunction(L, on_error);
    lua_pushcfunction(L, body);
    lua_pushlightuserdata(L, context);
    int status = lua_pcall(L, 1, 0, 1);
    lua_settop(L, 0);
    if (status == LUA_OK && sandbox->spent == SPENT_NOT) {
        return true;
    }
    if (sandbox->fault.id == NULL) {
        set_spent_fault(sandbox, sandbox->file); /* Lua tells no handler when memory ends */
    }
    *fault = fault->id == NULL ? sandbox->fault : *fault;
    return false;
}

/* Raises what lua_load left on the stack. */
static void raise_load(lua_State *L, int status, const char *name)
{
    char where[FAULT_DETAIL_BYTES];
    snprintf(where, sizeof where, "%s", name);
    if (status == LUA_ERRMEM || lua_type(L, -1) != LUA_TSTRING) {
        spend(L, SPENT_MEMORY);
    }
    const char *message = split_message(lua_tostring(L, -1), where, sizeof where);
    memset(&of(L)->fault, 0, sizeof of(L)->fault); /* the handler saw errors of the parser too */
    sandbox_raise_at(L, M_SANDBOX_SYNTAX, where, message, NULL);
}

/* Raises when a bound of the source is passed; the number stands in the sentence. */
static void check_source(lua_State *L, const char *name, const char *source, size_t length)
{
    char digits[24];
    if (length > LIMIT_SOURCE_BYTES) {
        snprintf(digits, sizeof digits, "%d", LIMIT_SOURCE_BYTES);
        sandbox_raise_at(L, M_SANDBOX_SOURCE, name, digits, NULL);
    }
    if (length > 0 && source[0] == LUA_SIGNATURE[0]) {
        sandbox_raise_at(L, M_SANDBOX_BINARY, name, NULL, NULL);
    }
    if (lua_words_count(source, length) > LIMIT_SOURCE_WORDS) {
        snprintf(digits, sizeof digits, "%d", LIMIT_SOURCE_WORDS);
        sandbox_raise_at(L, M_SANDBOX_WORDS, name, digits, NULL);
    }
}

/* Compiles a source that was checked; a Lua status, with the function or the message on the top. */
static int compile(lua_State *L, const char *name, const char *source, size_t length)
{
    char chunk[FAULT_DETAIL_BYTES];
    snprintf(chunk, sizeof chunk, "@%s", name);
    return luaL_loadbufferx(L, source, length, chunk, "t");
}

/* Gives the function on the top the environment below it, which is popped. */
static void set_environment(lua_State *L)
{
    lua_insert(L, -2);
    if (lua_setupvalue(L, -2, 1) == NULL) {
        lua_pop(L, 1); /* a source that uses no name has no environment */
    }
}

void sandbox_load(lua_State *L, const char *name, const char *source, size_t length)
{
    check_source(L, name, source, length);
    int status = compile(L, name, source, length);
    if (status != LUA_OK) {
        raise_load(L, status, name);
    }
    set_environment(L);
}

/* True when Lua complains that the source is at its end. */
static bool wants_more(lua_State *L, int status)
{
    static const char end[] = "near <eof>";
    size_t length = 0;
    const char *message = status == LUA_ERRSYNTAX ? lua_tolstring(L, -1, &length) : NULL;
    return message != NULL && length >= sizeof end - 1 &&
           strcmp(message + length - (sizeof end - 1), end) == 0;
}

bool sandbox_load_typed(lua_State *L, const char *name, const char *source, size_t length,
                        bool whole)
{
    check_source(L, name, source, length);
    lua_pushliteral(L, "return ");
    lua_pushlstring(L, source, length);
    lua_concat(L, 2);
    size_t size;
    const char *expression = lua_tolstring(L, -1, &size);
    int status = compile(L, name, expression, size);
    lua_remove(L, -2);
    bool more = wants_more(L, status);
    if (status == LUA_ERRSYNTAX) {
        lua_pop(L, 1);
        status = compile(L, name, source, length);
        more = more || wants_more(L, status);
    }
    if (status == LUA_ERRSYNTAX && more && !whole) {
        memset(&of(L)->fault, 0, sizeof of(L)->fault); /* the handler saw the parser's errors */
        lua_pop(L, 2);
        return false;
    }
    if (status != LUA_OK) {
        raise_load(L, status, name);
    }
    memset(&of(L)->fault, 0, sizeof of(L)->fault);
    set_environment(L);
    return true;
}

bool sandbox_forgive(lua_State *L, int status)
{
    struct sandbox *sandbox = of(L);
    if (sandbox->spent != SPENT_NOT || status == LUA_ERRMEM) {
        return false;
    }
    if (sandbox->fault.id != NULL) {
        struct error err = {0};
        struct fault fault = sandbox->fault;
        memset(&sandbox->fault, 0, sizeof sandbox->fault);
        fault_error(&fault, ERROR_NONE, "", &err);
        lua_pop(L, 1);
        lua_pushfstring(L, "%s: %s", err.where, err.message);
    }
    return true;
}

int sandbox_rethrow(lua_State *L)
{
    struct sandbox *sandbox = of(L);
    spend(L, sandbox->spent == SPENT_NOT ? SPENT_MEMORY : sandbox->spent);
    return 0;
}

const char *sandbox_phrase(lua_State *L, int index)
{
    switch (lua_type(L, index)) {
    case LUA_TNIL:
    case LUA_TNONE:
        return N_("nothing");
    case LUA_TBOOLEAN:
        return N_("true or false");
    case LUA_TNUMBER:
        return N_("a number");
    case LUA_TSTRING:
        return N_("a text");
    case LUA_TTABLE:
        return N_("a table");
    case LUA_TFUNCTION:
        return N_("a function");
    default:
        return N_("something else");
    }
}

size_t sandbox_live(const struct sandbox *sandbox)
{
    return sandbox->live;
}

size_t sandbox_peak(const struct sandbox *sandbox)
{
    return sandbox->peak;
}
