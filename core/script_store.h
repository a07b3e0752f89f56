/* script_store: the calls of a script that open, make and close assessment files, and their steps:
 * SCRIPT_STORE_CALLS of script_api.h. */
#ifndef SPBE_SCRIPT_STORE_H
#define SPBE_SCRIPT_STORE_H

#include "script_state.h"

/* What does each call, in the order of the table. */
extern script_handler *const script_store_handlers[];

/* Begins a step of an open assessment, by whoever is at work, from the script. Fails with SCRIPT_READ_ONLY, and as
 * session_begin does. */
bool script_store_begin(struct script *script, struct script_case *file, struct error *err);
/* Ends it: commits, and appends the number of changes; or takes it back when `good` is false. Gives back whether
 * it became lasting. */
bool script_store_end(struct script_case *file, bool good, struct text *out, struct error *err);

#endif
