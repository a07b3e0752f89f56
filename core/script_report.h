/* script_report: the calls of a script that compare, roll up, and write reports and workbooks:
 * SCRIPT_REPORT_CALLS of script_api.h. */
#ifndef SPBE_SCRIPT_REPORT_H
#define SPBE_SCRIPT_REPORT_H

#include "script_state.h"

/* What does each call, in the order of the table. */
extern script_handler *const script_report_handlers[];

#endif
