/* command: subcommands, their options, and how a call is read.
 *
 * One table of commands; a row has a function, what it needs, a summary, an example, and its options.
 * command_run finds the row ("did you mean"), reads the options (getopt_long, opterr 0), calls the
 * function, and afterwards checks that standard output really was written (a full disk is an error).
 * Commands live in command_<area>.c, each exporting one table; command.c joins them. */
#ifndef SPBE_COMMAND_H
#define SPBE_COMMAND_H

#include "error.h"

#include <stdbool.h>
#include <stddef.h>

enum { COMMAND_OPTIONS_MAX = 24 };

/* An option of one command; all are long ones. */
struct command_option {
    const char *name;     /* "json" */
    const char *argument; /* "OUT" in help; NULL for a switch */
    const char *help;     /* one line, N_() */
    char letter;          /* short form, or 0 */
    bool repeated;        /* may stand several times */
};

/* One call, after its options were read. */
struct call {
    const struct command *command;
    char **arguments; /* what is not an option, in order */
    size_t argument_count;
    const char *values[COMMAND_OPTIONS_MAX]; /* by position of the option: last value, or "" for a
                                                switch that was given; NULL when absent */
    const char **repeated[COMMAND_OPTIONS_MAX]; /* NULL-terminated, for repeated ones that were given */
};

struct command {
    const char *name;      /* "evaluate", or two words: "rules show" */
    const char *arguments; /* "INPUT..." in help */
    size_t least, most;    /* arguments; most 0 = no bound where least > 0 and name says so: see `many` */
    bool many;             /* any number from `least` on */
    const char *summary;   /* one line, N_() */
    const char *example;   /* a whole line: "spbe evaluate kota.json --summary" */
    /* Does it; returns the exit status 0 or 1 (a verdict that is no), or sets *err. */
    int (*run)(const struct call *call, struct error *err);
    struct command_option options[COMMAND_OPTIONS_MAX]; /* ends with a row without name */
};

/* A table of commands; ends with a row without name. */
extern const struct command command_rules_table[];
extern const struct command command_store_table[];
extern const struct command command_evaluate_table[];
extern const struct command command_report_table[];

/* The value of an option by its name; NULL when absent; asserts that the command has it. */
const char *command_value(const struct call *call, const char *name);
/* True when the switch was given. */
bool command_has(const struct call *call, const char *name);
/* All values of a repeated option, NULL-terminated; an empty array when absent. */
const char *const *command_values(const struct call *call, const char *name);

/* Reads and runs one command line; returns the exit status. */
int command_run(int argc, char **argv);

#endif
