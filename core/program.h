/* program: one run of spbe, from its command line to its exit status.
 *
 * Chooses the language, reads the command line, runs the command, writes out what is left of standard
 * output, and tells the first error on standard error. Data goes to standard output, talk to standard
 * error. A reader that goes away early (`| head`) ends the program as SIGPIPE would, without a word. */
#ifndef SPBE_PROGRAM_H
#define SPBE_PROGRAM_H

#include "guest.h"

/* What this program can be as a worker (`spbe --worker ROLE`, see guest.h): a table that ends with a
 * row without name. main looks at it before anything else. */
const struct guest_role *program_roles(void);

/* Runs `argc` words of `argv` (argv[0] is the program); returns the exit status: 0 done, 1 the verdict
 * is no, else that of the error's kind (error.h). */
int program_run(int argc, char **argv);

#endif
