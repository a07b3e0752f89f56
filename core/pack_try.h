/* pack_try: what a person types against a pack, run in the pack's worker.
 *
 * A session (`spbe rules repl`) has an environment of its own over that of the pack: names given a value
 * stay until the worker ends, everything that packs find is there, and these names:
 *
 *     instrument, result, assessment, inputs, functions
 *         frozen tables, as far as they were told (pack_try_know)
 *     find(id), call(what, input), copy(table), proof(id), print(...)
 *         see the table of names, which is what the page of the session shows
 *
 * Nothing that is typed can change what the pack declared: that is frozen, and a scoring function that
 * keeps something is refused as ever. Of the lua_State: the functions of the pack lie on the top of the
 * stack, by name. */
#ifndef SPBE_PACK_TRY_H
#define SPBE_PACK_TRY_H

#include "fault.h"
#include "json.h"
#include "text.h"

#include <lua.h>
#include <stdbool.h>
#include <stddef.h>

/* A name that a session has beyond those of packs. */
struct try_name {
    const char *name;    /* "call" */
    const char *form;    /* as it is written: "call(what [, input])" */
    const char *types;   /* annotations of its parameters and results, for editors: see stub */
    const char *meaning; /* N_() */
};
/* All of them, ending with a row without name. */
extern const struct try_name try_names[];

/* Takes the tables of a session from a JSON object: instrument, result, assessment, inputs as they are;
 * functions from ids to names of functions of the pack. `environment` is the pack's. What was told before
 * and what was typed is forgotten. False when it is no such object. [-0, +0, e] */
bool pack_try_know(lua_State *L, int environment, struct json *json);

/* One statement, or expression, that was typed. */
struct try_line {
    const char *source;
    size_t length;
    size_t line; /* the line of the session that it begins in */
    bool whole;  /* nothing more will follow */
};

/* Runs it, and appends the answer {"more":true}, or {"shown":"…","proofs":["I02"]}: what it printed and
 * the values it gave, a line each, and the indicators whose proof it asked for. Raises whatever it raises;
 * places in it are "input:3", by the lines of the session. pack_try_know was called. [-0, +0, e] */
void pack_try_run(lua_State *L, const struct try_line *line, struct text *answer);

/* Puts the place of a fault in terms of the lines of the session, and appends {"failed":{"error":…}} where it
 * left the session as it was. False, with nothing appended, when a limit was passed: the worker then has to
 * end. */
bool pack_try_failed(struct fault *fault, struct text *answer);

#endif
