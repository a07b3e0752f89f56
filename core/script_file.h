/* script_file: the calls of a script that read and write files: SCRIPT_FILE_CALLS of script_api.h. */
#ifndef SPBE_SCRIPT_FILE_H
#define SPBE_SCRIPT_FILE_H

#include "script_state.h"

/* What does each call, in the order of the table. */
extern script_handler *const script_file_handlers[];

#endif
