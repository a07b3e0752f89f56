/* script_result: the calls of a script that evaluate: SCRIPT_RESULT_CALLS of script_api.h, but for those that write
 * workbooks (script_report). */
#ifndef SPBE_SCRIPT_RESULT_H
#define SPBE_SCRIPT_RESULT_H

#include "script_state.h"

/* What does each call, in the order of the table. */
extern script_handler *const script_result_handlers[];

#endif
