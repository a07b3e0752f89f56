/* lua_case: a piece of Lua run in a fresh sandbox, for tests of what foreign code can and cannot do.
 *
 *     check_pack("return {1, \"a\"}", "[1,\"a\"]");
 *     check_pack("return {os}", "x.lua:1: cannot use 'os' here: …");
 *
 * The outcome is the returned value as JSON, or place and sentence in English. Closing the sandbox
 * asserts that all memory came back. */
#ifndef SPBE_SUPPORT_LUA_H
#define SPBE_SUPPORT_LUA_H

#include "fault.h"
#include "lua_library.h"
#include "sandbox.h"
#include "text.h"

#include <stdbool.h>
#include <stddef.h>

/* What a run may use and how it is set up; zero members mean those of a pack. */
struct lua_case {
    struct sandbox_limits limits;
    struct sandbox_budget budget;
    enum library_user user;
    const struct library_part *parts;
    const char *name;   /* of the file; "x.lua" */
    const char *source; /* `length` bytes; 0: a string */
    size_t length;
    struct text *out; /* the outcome, cleared first */
    size_t peak;      /* most memory held, in bytes; set by lua_case_run */
};

/* Runs it; true when it gave a value. */
bool lua_case_run(struct lua_case *c);
/* Turns a fault into "where: sentence". */
void lua_case_tell(const struct fault *fault, struct text *out);

/* Ends the test unless the outcome of `source`, run for a pack or a template, is `expected`. */
void check_pack(const char *source, const char *expected);
void check_template(const char *source, const char *expected);

/* One row of a table of such checks. */
struct lua_row {
    const char *source, *expected;
};
/* check_pack for each row up to one without source. */
void check_pack_rows(const struct lua_row *rows);

#endif
