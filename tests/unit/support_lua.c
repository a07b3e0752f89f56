#include "support_lua.h"

#include "limit.h"
#include "lua_json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

static int run(lua_State *L)
{
    struct lua_case *c = lua_touserdata(L, 1);
    struct lua_json_writer writer = {.out = c->out,
                                     .file = c->name,
                                     .depth_limit = LIMIT_PACK_DEPTH,
                                     .values_left = 10000,
                                     .values = 10000,
                                     .bytes = 1000000,
                                     .text_bytes = 900000,
                                     .plain = true};
    lua_library_open(L, c->user, c->parts);
    sandbox_load(L, c->name, c->source, c->length);
    lua_call(L, 0, 1);
    lua_json_write(L, -1, &writer);
    return 0;
}

void lua_case_tell(const struct fault *fault, struct text *out)
{
    struct error err = {.kind = ERROR_NONE};
    text_clear(out);
    fault_error(fault, ERROR_NONE, "", &err);
    text_format(out, "%s: %s", err.where, err.message);
}

/* Fills in what a pack has. */
static void complete(struct lua_case *c)
{
    const struct sandbox_limits limits = {LIMIT_LUA_BYTES, LIMIT_LUA_TOTAL, 0, false};
#ifdef SPBE_SANITIZED
    const long long slow =
        10; /* times: what a sanitizer costs is no fault of the code under test */
#else
    const long long slow = 1;
#endif
    const struct sandbox_budget budget = {LIMIT_PACK_STEPS, LIMIT_LUA_MS * slow};
    c->limits.live_bytes = c->limits.live_bytes ? c->limits.live_bytes : limits.live_bytes;
    c->limits.total_bytes = c->limits.total_bytes ? c->limits.total_bytes : limits.total_bytes;
    c->budget = c->budget.steps ? c->budget : budget;
    c->user = c->user ? c->user : LIBRARY_PACK;
    c->name = c->name != NULL ? c->name : "x.lua";
    c->length = c->length ? c->length : strlen(c->source);
}

bool lua_case_run(struct lua_case *c)
{
    struct fault fault = {0};
    complete(c);
    text_clear(c->out);
    struct sandbox *sandbox = sandbox_open(&c->limits, &fault);
    bool done = sandbox != NULL;
    if (done) {
        sandbox_begin(sandbox, &c->budget);
        sandbox_about(sandbox, c->name);
        done = sandbox_call(sandbox, run, c, &fault);
        c->peak = sandbox_peak(sandbox);
    }
    sandbox_close(sandbox);
    assert_int_equal(done, fault.id == NULL);
    if (!done) {
        lua_case_tell(&fault, c->out);
    }
    return done;
}

static void check(enum library_user user, const char *source, const char *expected)
{
    struct text out = TEXT_EMPTY;
    struct lua_case c = {.user = user, .source = source, .out = &out};
    lua_case_run(&c);
    if (strcmp(out.bytes, expected) != 0) {
        print_error("%s\n  gave     %s\n  expected %s\n", source, out.bytes, expected);
    }
    assert_string_equal(out.bytes, expected);
    text_release(&out);
}

void check_pack(const char *source, const char *expected)
{
    check(LIBRARY_PACK, source, expected);
}

void check_template(const char *source, const char *expected)
{
    check(LIBRARY_TEMPLATE, source, expected);
}

void check_pack_rows(const struct lua_row *rows)
{
    for (; rows->source != NULL; rows++) {
        check_pack(rows->source, rows->expected);
    }
}
