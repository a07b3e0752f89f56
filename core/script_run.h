/* script_run: the program's side of a script: starts its worker, does what it asks for, prints what it prints.
 *
 * The worker (script_guest.h) is not trusted: every message is checked, and whatever makes no sense ends it. What it
 * may reach is what the calls of script_api.h do, on the files of script_access.h. */
#ifndef SPBE_SCRIPT_RUN_H
#define SPBE_SCRIPT_RUN_H

#include "command.h"
#include "error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What to run. */
struct script_order {
    const struct call *call; /* for who is at work */
    const char *path;        /* of the script; NULL = the prompt, from standard input */
    const char *called;      /* how its user names it, where that is not its path; else NULL */
    char *const *arguments;  /* the script's own, `count` of them */
    size_t count;
    const char *const *folders; /* of --allow, NULL-terminated */
    int64_t seconds, mebibytes; /* of processor time and memory, within their limits */
    const char *today;          /* "2026-11-22" */
};

/* Runs it. Gives back its exit status where it ends by itself; else sets *err: whatever the script cannot be
 * forgiven is ERROR_PACK, with file and line as place, limits are ERROR_LIMIT, and what a call of it failed with keeps
 * its kind. */
int script_run(const struct script_order *order, struct error *err);

#endif
