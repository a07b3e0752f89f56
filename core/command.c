#include "command.h"

#include "lang.h"
#include "memory.h"
#include "message.h"
#include "text.h"

#include <assert.h>
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const struct command_group *command_groups(void)
{
    static const struct command_group groups[] = {
        {N_("The assessment file"), command_store_table},
        {N_("Hand-over and proof"), command_export_table},
        {N_("Forms"), command_form_table},
        {N_("Answers and verdicts"), command_answer_table},
        {N_("In one's own words"), command_explanation_table},
        {N_("Evidence and units"), command_evidence_table},
        {N_("From year to year"), command_carry_table},
        {N_("Scoring"), command_evaluate_table},
        {N_("Looking ahead"), command_plan_table},
        {N_("Reports"), command_report_table},
        {N_("Many assessments"), command_rollup_table},
        {N_("Side by side"), command_compare_table},
        {N_("Rule packs"), command_rules_table},
        {N_("Checking rule packs"), command_check_table},
        {N_("Changes of rules"), command_diff_table},
        {N_("Effects of changes"), command_impact_table},
        {N_("Proof"), command_reproduce_table},
        {N_("Testing rule packs"), command_test_table},
        {N_("Trying rule packs"), command_repl_table},
        {N_("Writing rule packs"), command_stub_table},
        {N_("Automation"), command_script_table},
        {N_("Help"), command_help_table},
        {NULL, NULL},
    };
    return groups;
}

/* ---- looking up ---- */

/* The next command of all tables after `last` (NULL for the first), or NULL. */
static const struct command *next_command(const struct command *last)
{
    bool take = last == NULL;
    for (const struct command_group *group = command_groups(); group->table != NULL; group++) {
        for (const struct command *row = group->table; row->name != NULL; row++) {
            if (take) {
                return row;
            }
            take = row == last;
        }
    }
    return NULL;
}

const struct command *command_find(const char *name)
{
    for (const struct command *row = next_command(NULL); row != NULL; row = next_command(row)) {
        if (strcmp(row->name, name) == 0) {
            return row;
        }
    }
    return NULL;
}

/* The second word of a command when its first one is `word`, else NULL. */
static const char *second_word(const struct command *row, const char *word)
{
    size_t length = strlen(word);
    bool same = strncmp(row->name, word, length) == 0 && row->name[length] == ' ';
    return same && !row->hidden ? row->name + length + 1 : NULL;
}

bool command_is_group(const char *word)
{
    for (const struct command *row = next_command(NULL); row != NULL; row = next_command(row)) {
        if (second_word(row, word) != NULL) {
            return true;
        }
    }
    return false;
}

const char *command_nearest(const char *word, const char *const *words)
{
    const char *best = NULL;
    unsigned least = 0;
    size_t length = strlen(word);
    for (; *words != NULL; words++) {
        unsigned distance = text_distance(word, *words);
        size_t allowed = length < 6 ? 1 : length < 18 ? length / 3 : 5;
        bool begins = length >= 2 && strncmp(word, *words, length) == 0;
        if ((distance <= allowed || begins) && (best == NULL || distance < least)) {
            best = *words;
            least = distance;
        }
    }
    return best;
}

/* ---- the words of a command ---- */

static bool fail_group(const char *word, struct error *err)
{
    struct text words = TEXT_EMPTY;
    for (const struct command *row = next_command(NULL); row != NULL; row = next_command(row)) {
        const char *second = second_word(row, word);
        if (second != NULL) {
            text_format(&words, "%s%s", words.length > 0 ? ", " : "", second);
        }
    }
    error_set(err, M_COMMAND_GROUP, word, words.bytes, word);
    text_release(&words);
    return false;
}

/* Says what was meant, else what may follow the first word of a group (NULL: it is none). */
static bool fail_unknown(const char *name, const char *group, struct error *err)
{
    const char *names[512];
    size_t count = 0;
    for (const struct command *row = next_command(NULL); row != NULL; row = next_command(row)) {
        assert(count + 1 < sizeof names / sizeof names[0]);
        if (!row->hidden) {
            names[count++] = row->name;
        }
    }
    names[count] = NULL;
    const char *near = command_nearest(name, names);
    return near != NULL    ? error_set(err, M_COMMAND_NEAREST, name, near)
           : group != NULL ? fail_group(group, err)
                           : error_set(err, M_COMMAND_UNKNOWN, name);
}

/* Finds the command that the words from argv[at] on name. Returns how many words that took, 0 when
 * none was found (*err is then set). */
static int find_words(int argc, char **argv, int at, struct call *call, struct error *err)
{
    bool group = command_is_group(argv[at]);
    if (group && at + 1 < argc && argv[at + 1][0] != '-') {
        char both[128];
        snprintf(both, sizeof both, "%s %s", argv[at], argv[at + 1]);
        call->command = command_find(both);
        if (call->command != NULL) {
            return 2;
        }
        call->group = argv[at];
        fail_unknown(both, argv[at], err);
        return 0;
    }
    call->command = command_find(argv[at]);
    if (call->command != NULL) {
        return 1;
    }
    call->group = group ? argv[at] : NULL;
    if (group) {
        fail_group(argv[at], err);
    } else {
        fail_unknown(argv[at], NULL, err);
    }
    return 0;
}

/* ---- options ---- */

enum { GLOBAL_HELP = 'h', POSITION = 256, GLOBAL_LANG = 1000, GLOBAL_AS, GLOBAL_VERSION };

static const struct option global_options[] = {
    {"help", no_argument, NULL, GLOBAL_HELP},
    {"lang", required_argument, NULL, GLOBAL_LANG},
    {"as", required_argument, NULL, GLOBAL_AS},
    {"version", no_argument, NULL, GLOBAL_VERSION},
};
enum { GLOBAL_COUNT = sizeof global_options / sizeof global_options[0] };

/* What getopt_long wants to know about a command's options and the global ones. */
struct grammar {
    const struct command *command; /* NULL before the command's name */
    struct option rows[COMMAND_OPTIONS_MAX + GLOBAL_COUNT + 1];
    char letters[2 * COMMAND_OPTIONS_MAX + 8];
};

static void grammar_make(struct grammar *grammar, const struct command *command, const char *mode)
{
    size_t count = 0;
    *grammar = (struct grammar){.command = command};
    char *letter = stpcpy(grammar->letters, mode);
    *letter++ = ':';
    *letter++ = 'h';
    for (int i = 0; command != NULL && command->options[i].name != NULL; i++) {
        const struct command_option *option = &command->options[i];
        int argument = option->argument != NULL ? required_argument : no_argument;
        grammar->rows[count++] =
            (struct option){.name = option->name, .has_arg = argument, .val = POSITION + i};
        if (option->letter != 0) {
            *letter++ = option->letter;
            if (option->argument != NULL) {
                *letter++ = ':';
            }
        }
    }
    memcpy(grammar->rows + count, global_options, sizeof global_options);
}

/* Position of the option that getopt told as `code`: by its place or its letter; NOT_OURS when it is
 * none of the command's. */
enum { NOT_OURS = -1 };
static int option_position(const struct grammar *grammar, int code)
{
    if (code >= POSITION && code < POSITION + COMMAND_OPTIONS_MAX) {
        return code - POSITION;
    }
    for (int i = 0; grammar->command != NULL && grammar->command->options[i].name != NULL; i++) {
        if (code != 0 && grammar->command->options[i].letter == code) {
            return i;
        }
    }
    return NOT_OURS;
}

/* What an option is called in messages: "--json". */
static void option_word(const struct grammar *grammar, int code, char out[64])
{
    int position = option_position(grammar, code);
    const char *name = position >= 0 ? grammar->command->options[position].name : NULL;
    for (size_t i = 0; name == NULL && i < GLOBAL_COUNT; i++) {
        if (global_options[i].val == code) {
            name = global_options[i].name;
        }
    }
    if (name != NULL) {
        snprintf(out, 64, "--%s", name);
    } else {
        snprintf(out, 64, "-%c", code);
    }
}

/* Says which value an option wants: its word in the help. */
static bool fail_value(const struct grammar *grammar, int code, struct error *err)
{
    char word[64];
    int position = option_position(grammar, code);
    const char *wants = position >= 0         ? grammar->command->options[position].argument
                        : code == GLOBAL_LANG ? "id|en"
                                              : "NAME";
    option_word(grammar, code, word);
    return error_set(err, M_OPTION_VALUE, grammar->command == NULL ? NULL : grammar->command->name,
                     word, wants);
}

/* Says that an option is not known, and which was meant. `word` is as typed: "--jsn=x", "-q". */
static bool fail_option(const struct grammar *grammar, const char *word, struct error *err)
{
    const char *where = grammar->command == NULL ? "spbe" : grammar->command->name;
    const char *topic = grammar->command == NULL ? "" : grammar->command->name;
    const char *names[COMMAND_OPTIONS_MAX + GLOBAL_COUNT + 1] = {NULL};
    for (size_t i = 0; grammar->rows[i].name != NULL; i++) {
        names[i] = grammar->rows[i].name;
    }
    char *bare = memory_copy(word, strcspn(word, "="));
    const char *near = strncmp(bare, "--", 2) == 0 ? command_nearest(bare + 2, names) : NULL;
    if (near != NULL) {
        char meant[64];
        snprintf(meant, sizeof meant, "--%s", near);
        error_set(err, M_OPTION_NEAREST, where, bare, meant);
    } else {
        error_set(err, M_OPTION_UNKNOWN, where, bare, topic);
    }
    free(bare);
    return false;
}

/* One '?' or ':' of getopt, told apart. */
static bool fail_getopt(const struct grammar *grammar, int code, const char *typed,
                        struct error *err)
{
    if (code == ':') {
        return fail_value(grammar, optopt, err);
    }
    if (optopt >= POSITION || (optopt == GLOBAL_HELP && strncmp(typed, "--", 2) == 0)) {
        char word[64];
        option_word(grammar, optopt, word);
        return error_set(err, M_OPTION_SWITCH,
                         grammar->command == NULL ? NULL : grammar->command->name, word);
    }
    char letter[3] = {'-', (char)optopt, '\0'};
    return fail_option(grammar, optopt == 0 ? typed : letter, err);
}

static bool is_language(const char *word)
{
    return strcmp(word, "id") == 0 || strcmp(word, "en") == 0;
}

/* Keeps one option that was read. */
static bool keep_option(const struct grammar *grammar, int code, struct call *call, int argc,
                        struct error *err)
{
    switch (code) {
    case GLOBAL_HELP:
        call->help = true;
        return true;
    case GLOBAL_VERSION:
        call->version = true;
        return true;
    case GLOBAL_AS:
        call->as = optarg;
        return true;
    case GLOBAL_LANG:
        call->lang = optarg;
        return is_language(optarg) || error_set(err, M_OPTION_LANGUAGE, "--lang", optarg);
    default:
        break;
    }
    int position = option_position(grammar, code);
    assert(position >= 0);
    call->values[position] = optarg == NULL ? "" : optarg;
    if (grammar->command->options[position].repeated) {
        const char **list = call->repeated[position];
        size_t count = 0;
        if (list == NULL) {
            list = memory_zero((size_t)argc + 1, sizeof *list);
            call->repeated[position] = list;
        }
        while (list[count] != NULL) {
            count++;
        }
        list[count] = optarg;
    }
    return true;
}

/* True for a word such as "-1": no option is a digit, so it is an argument, if a wrong one. */
static bool is_negative(const char *word)
{
    return word != NULL && word[0] == '-' && word[1] >= '0' && word[1] <= '9';
}

/* Takes words such as "-1" that stand first: getopt would begin to read them as letters. Returns how many. */
static int read_negatives(const struct command *command, int argc, char **argv, struct call *call)
{
    int count = 0;
    while (command != NULL && count + 1 < argc && is_negative(argv[count + 1])) {
        call->arguments[call->argument_count++] = argv[++count];
    }
    return count;
}

/* Reads options and arguments of argv[1] on (argv[0] is the word before); with mode "+" only the
 * options in front of the first word. Goes on after a mistake, since --help may follow. Returns the
 * position of the first word that was not read. */
static int read_options(const struct command *command, const char *mode, int argc, char **argv,
                        struct call *call, struct error *err)
{
    struct grammar grammar;
    grammar_make(&grammar, command, mode);
    int skipped = read_negatives(command, argc, argv, call);
    argc -= skipped;
    argv += skipped;
    opterr = 0;
    optind = 0;
    for (;;) {
        const char *typed = argv[optind == 0 ? 1 : optind];
        if (command != NULL && optind > 0 && optind < argc && is_negative(typed)) {
            call->arguments[call->argument_count++] = argv[optind++];
            continue;
        }
        int code = getopt_long(argc, argv, grammar.letters, grammar.rows, NULL);
        if (code == -1) {
            return optind + skipped;
        }
        if (code == 1) {
            call->arguments[call->argument_count++] = optarg;
        } else if (code == '?' || code == ':') {
            fail_getopt(&grammar, code, typed, err);
        } else {
            keep_option(&grammar, code, call, argc, err);
        }
    }
}

/* ---- the whole line ---- */

const char *command_language(int argc, char **argv)
{
    const char *found = NULL;
    for (int i = 1; i < argc && argv[i] != NULL && strcmp(argv[i], "--") != 0; i++) {
        const char *value = NULL;
        if (strncmp(argv[i], "--lang=", 7) == 0) {
            value = argv[i] + 7;
        } else if (strcmp(argv[i], "--lang") == 0 && i + 1 < argc) {
            value = argv[i + 1];
        }
        if (value != NULL && is_language(value)) {
            found = value;
        }
    }
    return found;
}

static bool check_count(const struct call *call, struct error *err)
{
    const struct command *command = call->command;
    if (call->argument_count < command->least) {
        return error_set(err, M_COMMAND_FEW, command->name, command->arguments, command->name);
    }
    if (!command->many && call->argument_count > command->most) {
        return error_set(err, M_COMMAND_MANY, command->name, call->arguments[command->most],
                         command->name);
    }
    return true;
}

/* Reads everything; the caller decides whether a mistake counts. */
static bool read_line(int argc, char **argv, struct call *call, struct error *err)
{
    int at = read_options(NULL, "+", argc, argv, call, err);
    if (at >= argc) {
        return error_set(err, M_COMMAND_NONE, NULL);
    }
    int words = find_words(argc, argv, at, call, err);
    if (call->command == NULL) {
        read_options(NULL, "-", argc - at, argv + at, call, err);
        return false;
    }
    int from = at + words - 1;
    const char *mode = call->command->tail ? "+" : "-";
    int end = from + read_options(call->command, mode, argc - from, argv + from, call, err);
    while (end < argc) {
        call->arguments[call->argument_count++] = argv[end++];
    }
    return check_count(call, err);
}

bool command_read(int argc, char **argv, struct call *call, struct error *err)
{
    struct error mistake = {.kind = ERROR_NONE};
    *call = (struct call){.command = NULL};
    call->arguments = memory_zero((size_t)argc + 1, sizeof *call->arguments);
    bool ok = read_line(argc, argv, call, &mistake) && !error_is_set(&mistake);
    if (ok || call->help || call->version) {
        return true;
    }
    *err = mistake;
    return false;
}

void command_release(struct call *call)
{
    free(call->arguments);
    for (size_t i = 0; i < COMMAND_OPTIONS_MAX; i++) {
        free(call->repeated[i]);
    }
    *call = (struct call){.command = NULL};
}

/* ---- for the commands ---- */

/* Position of an option that the command has. */
static size_t position_of(const struct call *call, const char *name)
{
    for (size_t i = 0; i < COMMAND_OPTIONS_MAX && call->command->options[i].name != NULL; i++) {
        if (strcmp(call->command->options[i].name, name) == 0) {
            return i;
        }
    }
    assert(!"the command has this option");
    abort();
}

const char *command_value(const struct call *call, const char *name)
{
    return call->values[position_of(call, name)];
}

bool command_has(const struct call *call, const char *name)
{
    return command_value(call, name) != NULL;
}

const char *const *command_values(const struct call *call, const char *name)
{
    static const char *const none[] = {NULL};
    const char **list = call->repeated[position_of(call, name)];
    return list == NULL ? none : (const char *const *)list;
}

const char *command_user(const struct call *call)
{
    const char *name = call->as != NULL ? call->as : getenv("SPBE_USER");
    return name == NULL || name[0] == '\0' ? NULL : name;
}

bool command_flush(struct error *err)
{
    errno = 0;
    if (fflush(stdout) == 0 && !ferror(stdout)) {
        return true;
    }
    const char *cause = error_cause(errno == 0 ? EIO : errno);
    return error_set(err, M_COMMAND_OUTPUT, _("standard output"), cause);
}
