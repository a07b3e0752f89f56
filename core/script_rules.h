/* script_rules: the calls of a script about rules: SCRIPT_RULES_CALLS of script_api.h. */
#ifndef SPBE_SCRIPT_RULES_H
#define SPBE_SCRIPT_RULES_H

#include "script_state.h"

/* What does each call, in the order of the table. */
extern script_handler *const script_rules_handlers[];

#endif
