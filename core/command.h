/* command: subcommands, their options, and how a command line is read.
 *
 * A row has a function, what it takes, a summary, an example, and its options. Commands live in
 * command_<area>.c, each exporting one table; command.c joins them. Reading finds the row ("did you
 * mean …?") and the options (getopt_long, opterr 0); `program` then calls the function. Options and
 * arguments may stand in any order; "--" ends the options; a long option may be shortened as far as
 * it stays clear.
 *
 * Every command also takes the global options, before or after its name: --lang id|en, --as NAME,
 * --help, --version.
 */
#ifndef SPBE_COMMAND_H
#define SPBE_COMMAND_H

#include "error.h"

#include <stdbool.h>
#include <stddef.h>

enum { COMMAND_OPTIONS_MAX = 24 };

/* An option of one command; all have a long name. */
struct command_option {
    const char *name;     /* "json" */
    const char *argument; /* "OUT" in help; NULL for a switch */
    const char *help;     /* one line, N_() */
    char letter;          /* short form, or 0; not 'h' */
    bool repeated;        /* may stand several times; else the last one counts */
};

struct call;

struct command {
    const char *name;      /* "evaluate", or two words: "rules show" */
    const char *arguments; /* "INPUT..." in help; "" for none */
    size_t least, most;    /* how many arguments */
    bool many;             /* any number from `least` on; `most` is then not looked at */
    bool tail;             /* options stand before the first argument; what follows is its own */
    bool hidden;           /* works, but is not listed */
    const char *summary;   /* one line, N_() */
    const char *example;   /* a whole line: "spbe evaluate kota.json --summary" */
    const char *details; /* more paragraphs for its help page, N_(), line breaks between; or NULL */
    /* Does it; returns the exit status 0 or 1 (a verdict that is no; a script says its own), or
     * sets *err. */
    int (*run)(const struct call *call, struct error *err);
    struct command_option options[COMMAND_OPTIONS_MAX]; /* ends with a row without name */
};

/* One command line, read. Options are told by their position in the command's row. */
struct call {
    const struct command *command; /* NULL when none was named */
    char **arguments;              /* what is not an option, in order; NULL-terminated */
    size_t argument_count;
    const char *values[COMMAND_OPTIONS_MAX];    /* the last value; "" for a switch; NULL = absent */
    const char **repeated[COMMAND_OPTIONS_MAX]; /* all values, NULL-terminated; NULL = absent */
    const char *as;                             /* --as NAME, or NULL; see command_user */
    const char *lang;                           /* --lang, or NULL */
    bool help, version;                         /* --help, --version */
    const char *group; /* "rules" of "rules show", when --help stands for the whole group */
};

/* Tables of commands; each ends with a row without name. */
extern const struct command command_rules_table[];
extern const struct command command_check_table[];
extern const struct command command_diff_table[];
extern const struct command command_impact_table[];
extern const struct command command_repl_table[];
extern const struct command command_stub_table[];
extern const struct command command_test_table[];
extern const struct command command_store_table[];
extern const struct command command_export_table[];
extern const struct command command_form_table[];
extern const struct command command_answer_table[];
extern const struct command command_explanation_table[];
extern const struct command command_evidence_table[];
extern const struct command command_evaluate_table[];
extern const struct command command_plan_table[];
extern const struct command command_report_table[];
extern const struct command command_reproduce_table[];
extern const struct command command_rollup_table[];
extern const struct command command_compare_table[];
extern const struct command command_carry_table[];
extern const struct command command_script_table[];
extern const struct command command_help_table[];

/* A table with the heading under which `spbe help` lists it. */
struct command_group {
    const char *title; /* N_() */
    const struct command *table;
};

/* All tables in the order of the help page; ends with a row without table. */
const struct command_group *command_groups(void);

/* The command of that name ("rules show"), or NULL. */
const struct command *command_find(const char *name);
/* True when commands of two words begin with this one ("rules"). */
bool command_is_group(const char *word);

/* What --lang says, wherever it stands, before anything else is read (errors need a language): the
 * last one that is "id" or "en", or NULL. */
const char *command_language(int argc, char **argv);

/* Reads a command line (argv[0] is the program) into *call; everything is borrowed from argv but the
 * arrays: command_release, also after a failure.
 * With --help or --version the rest is not checked, and the command may be missing.
 * Fails with the COMMAND_… and OPTION_… rows of message.h (usage, exit status 2). */
bool command_read(int argc, char **argv, struct call *call, struct error *err);
/* Frees the arrays of a call; *call is then empty. */
void command_release(struct call *call);

/* The value of an option by its name; NULL when absent; asserts that the command has it. */
const char *command_value(const struct call *call, const char *name);
/* True when the switch was given. */
bool command_has(const struct call *call, const char *name);
/* All values of a repeated option, NULL-terminated; an empty array when absent. */
const char *const *command_values(const struct call *call, const char *name);

/* Who says so: --as NAME, else SPBE_USER, else NULL. An empty name counts as none. */
const char *command_user(const struct call *call);

/* Writes out what standard output still holds; fails with COMMAND_OUTPUT (a full disk, a reader that
 * has gone). Called after every command; a command that writes without end calls it now and then. */
bool command_flush(struct error *err);

/* The word of `words` (NULL-terminated, may hold NULL only at the end) that is nearest to `word` and
 * near enough to be meant, or NULL: at most a third of its letters wrong, at least one and at most five. */
const char *command_nearest(const char *word, const char *const *words);

#endif
