/* script_give: what an assessment that is open gives to others: forms, packages, its general questions. */
#ifndef SPBE_SCRIPT_GIVE_H
#define SPBE_SCRIPT_GIVE_H

#include "script_state.h"

/* What does each call of SCRIPT_GIVE_CALLS, in the order of the table. */
extern script_handler *const script_give_handlers[];

#endif
