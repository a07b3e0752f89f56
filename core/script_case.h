/* script_case: the calls of a script that read an open assessment: SCRIPT_CASE_CALLS of script_api.h. */
#ifndef SPBE_SCRIPT_CASE_H
#define SPBE_SCRIPT_CASE_H

#include "script_state.h"

/* What does each call, in the order of the table. */
extern script_handler *const script_case_handlers[];

#endif
