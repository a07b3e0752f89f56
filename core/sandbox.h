/* sandbox: a Lua state that foreign code cannot leave, keep, or stop from ending.
 *
 * This is the state, its limits and the one protected way in; what names foreign code finds there is
 * the business of lua_library. Memory is counted (at once and altogether), instructions and processor
 * time too. A limit that was passed stays passed: the hook then fires at every instruction, and the
 * call fails even when the script seems to return. Nothing here knows packs or assessments.
 *
 * Every lua_State * below is one of a sandbox, inside sandbox_call. A C function that foreign code can
 * call is described as in the Lua manual: [-pops, +pushes, raises]. None of them keeps memory that Lua
 * does not own, since all of them may raise.
 *
 * In a worker it is never closed: the process ends with _exit. The limits that Lua's own C code ignores
 * (the parser, the collector, a long concatenation) are held by the process around it: see guest.h. */
#ifndef SPBE_SANDBOX_H
#define SPBE_SANDBOX_H

#include "fault.h"

#include <lauxlib.h>
#include <lua.h>
#include <stdbool.h>
#include <stddef.h>

struct sandbox;

struct sandbox_limits {
    size_t live_bytes;  /* memory held at once */
    size_t total_bytes; /* memory asked for since the budget began */
    size_t fail_at;     /* for tests: this allocation (from 1) fails; 0 = none */
    bool fail_once;     /* for tests: it alone; else all later ones too */
};

/* What one run may use. */
struct sandbox_budget {
    long long steps;  /* instructions, and what library functions charge */
    long long cpu_ms; /* processor time of this process */
};

/* A new, empty state with no names at all. NULL, with a fault, when memory does not suffice. */
struct sandbox *sandbox_open(const struct sandbox_limits *limits, struct fault *fault);
/* For tests only: closes the state and asserts that all memory came back. NULL is taken. */
void sandbox_close(struct sandbox *sandbox);

/* Gives new budgets and forgets that the old ones were spent. */
void sandbox_begin(struct sandbox *sandbox, const struct sandbox_budget *budget);
/* Names the file that is at work (borrowed until the next call), for faults that know no line. */
void sandbox_about(struct sandbox *sandbox, const char *file);

/* Calls `body` in the state, protected, with `context` as light userdata at index 1 and an otherwise
 * empty stack, which is emptied again afterwards. True when it returned and no limit was passed; else
 * *fault says what and where. `body` may raise at any Lua call: results go out through `context`. */
bool sandbox_call(struct sandbox *sandbox, lua_CFunction body, void *context, struct fault *fault);

/* Inside body: pushes the function that is the compiled source, with the value on top of the stack as
 * its global environment (popped). Raises on bytecode, over LIMIT_SOURCE_BYTES, and on bad syntax.
 * name: stands in messages with the line: "domain_1.lua". */
void sandbox_load(lua_State *L, const char *name, const char *source, size_t length);

/* The same for what a person typed: of an expression the function returns the value. False, the environment
 * popped and nothing pushed, when more must follow ("for i = 1, 3 do") and it is not said to be `whole`. */
bool sandbox_load_typed(lua_State *L, const char *name, const char *source, size_t length,
                        bool whole);

/* Raises a fault: return sandbox_raise(L, M_X, first, second); see fault_set. The place is the line of
 * foreign code that is at work, or the file. Never returns. */
int sandbox_raise(lua_State *L, enum error_kind kind, const char *id, const char *format,
                  const char *first, const char *second);
/* The same at a place that the caller knows better. */
int sandbox_raise_at(lua_State *L, enum error_kind kind, const char *id, const char *format,
                     const char *where, const char *first, const char *second);
/* Takes `steps` from the budget for work that a C function is about to do, 64 bytes or one item a
 * step; raises when it is spent. */
void sandbox_charge(lua_State *L, size_t steps);

/* For a pcall: true when a limit was passed or memory ran out (`status` of lua_pcall), which must be
 * raised on (sandbox_rethrow); else the error was an ordinary one, is forgotten here, and replaced on
 * the top of the stack by its text where it was a fault. */
bool sandbox_forgive(lua_State *L, int status);
/* Goes on with the failure that sandbox_forgive refused to forgive. Never returns. */
int sandbox_rethrow(lua_State *L);

/* "a number", "a text", "nothing", … for the value at `index`: a msgid, static. */
const char *sandbox_phrase(lua_State *L, int index);

/* Has `note` told of every line of foreign code that is run, from the next sandbox_begin on; the name is
 * borrowed for the call. NULL ends that. */
void sandbox_trace(struct sandbox *sandbox, void (*note)(void *context, const char *file, int line),
                   void *context);

/* Steps used since sandbox_begin, in thousands that are full and what was charged. */
long long sandbox_steps(const struct sandbox *sandbox);
/* Processor time since sandbox_begin, in milliseconds. */
long long sandbox_cpu_ms(const struct sandbox *sandbox);
/* Bytes asked for since sandbox_begin. */
size_t sandbox_total(const struct sandbox *sandbox);
/* Memory held now, in bytes: for tests and benchmarks. */
size_t sandbox_live(const struct sandbox *sandbox);
/* The most memory held so far, in bytes. */
size_t sandbox_peak(const struct sandbox *sandbox);

#endif
