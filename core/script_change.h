/* script_change: the calls of a script that change an open assessment: SCRIPT_CHANGE_CALLS of script_api.h.
 *
 * Each is a step of its own, by whoever is at work, from the script; or part of the step that assessment:begin()
 * has begun. When one within such a step fails, the whole step is taken back: nothing is kept of it. */
#ifndef SPBE_SCRIPT_CHANGE_H
#define SPBE_SCRIPT_CHANGE_H

#include "script_state.h"

/* What does each call, in the order of the table. */
extern script_handler *const script_change_handlers[];

#endif
