/* script_value: one call of a script, as it arrived, and its arguments.
 *
 * script_value_read checks every argument against the letter of its row (script_api.h), so that whoever does the
 * call finds what the letter promises. What is returned lives in the call's arena. Positions count from 0. */
#ifndef SPBE_SCRIPT_VALUE_H
#define SPBE_SCRIPT_VALUE_H

#include "arena.h"
#include "error.h"
#include "json.h"
#include "script_api.h"

#include <stdbool.h>
#include <stdint.h>

struct script_call {
    const struct script_row *row;
    struct json_text arguments[SCRIPT_ARGUMENTS]; /* each a JSON value; empty = left out */
    struct arena *arena;                          /* borrowed */
};

/* Reads the list of arguments, cursor before it. False when it is none that our own worker would send. */
bool script_value_read(struct json *json, const struct script_row *row, struct arena *arena,
                       struct script_call *call);

/* True when the argument was given. */
bool script_value_given(const struct script_call *call, size_t i);
/* A text; NULL when it was left out. */
const char *script_value_text(const struct script_call *call, size_t i);
/* A whole number; `otherwise` when it was left out. */
int64_t script_value_whole(const struct script_call *call, size_t i, int64_t otherwise);
/* true or false; false when it was left out. */
bool script_value_flag(const struct script_call *call, size_t i);
/* A list of texts, NULL-terminated; an empty one when it was left out. */
const char *const *script_value_list(const struct script_call *call, size_t i);
/* The same, joined by commas, as the functions of `edit` take it. */
const char *script_value_joined(const struct script_call *call, size_t i);
/* The number of what is open ("open":3), or -1. */
int64_t script_value_open(const struct script_call *call, size_t i);

/* An input. */
struct script_input {
    const char *path;          /* a file; else NULL */
    int64_t open;              /* an open assessment; else -1 */
    struct json_text document; /* else the document itself */
};
/* The inputs of an argument 'i' or 'I', *count of them. */
struct script_input *script_value_inputs(const struct script_call *call, size_t i, size_t *count);

/* Fails with SCRIPT_OPTION when the options hold a name that is not among `names` (NULL-terminated). */
bool script_value_options(const struct script_call *call, size_t i, const char *const *names,
                          struct error *err);
/* An option that is a text or a number (then as it is written); NULL when it was left out or is something
 * else. */
const char *script_value_option(const struct script_call *call, size_t i, const char *name);
/* An option that is a text or a list of texts, NULL-terminated; empty when it was left out. */
const char *const *script_value_option_list(const struct script_call *call, size_t i,
                                            const char *name);
/* An option that is true or false; false when it was left out. Fails with SCRIPT_FLAG when it is something else. */
bool script_value_option_flag(const struct script_call *call, size_t i, const char *name,
                              bool *flag, struct error *err);
/* An option's JSON; empty when it was left out. */
struct json_text script_value_option_raw(const struct script_call *call, size_t i,
                                         const char *name);

#endif
