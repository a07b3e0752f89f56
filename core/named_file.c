#include "named_file.h"

#include "file_name.h"
#include "message.h"
#include "template.h"

#include <string.h>
#include <sys/stat.h>

/* The position of an option in the command's row; COMMAND_OPTIONS_MAX where it has none. */
static size_t position_of(const struct call *call, const char *name)
{
    const struct command_option *options = call->command->options;
    for (size_t i = 0; options[i].name != NULL; i++) {
        if (strcmp(options[i].name, name) == 0) {
            return i;
        }
    }
    return COMMAND_OPTIONS_MAX;
}

/* The value of an option, or NULL, also where the command has no such option. */
static const char *value_or_none(const struct call *call, const char *name)
{
    size_t position = position_of(call, name);
    return position == COMMAND_OPTIONS_MAX ? NULL : call->values[position];
}

/* True when both names lead to one ordinary file. */
static bool is_same_file(const char *path, const struct stat *about)
{
    struct stat other;
    return path != NULL && stat(path, &other) == 0 && other.st_dev == about->st_dev &&
           other.st_ino == about->st_ino;
}

/* True when a value of an option is the file. */
static bool option_names(const struct call *call, size_t position, const struct stat *about)
{
    const char **list = call->repeated[position];
    bool found = is_same_file(call->values[position], about);
    for (size_t i = 0; list != NULL && list[i] != NULL; i++) {
        found = found || is_same_file(list[i], about);
    }
    return found;
}

bool named_file_output(const struct call *call, const char *name, struct error *err)
{
    size_t position = position_of(call, name);
    const char *path = command_value(call, name);
    struct stat about;
    if (path == NULL || stat(path, &about) != 0 || !S_ISREG(about.st_mode)) {
        return true;
    }
    bool read = false;
    for (size_t i = 0; i < call->argument_count; i++) {
        read = read || is_same_file(call->arguments[i], &about);
    }
    for (size_t i = 0; i < COMMAND_OPTIONS_MAX; i++) {
        read = read || (i != position && option_names(call, i, &about));
    }
    return !read || error_set(err, M_COMMAND_OVER, path);
}

/* True when the first argument of a command is an assessment. */
static bool takes_file(const struct command *command)
{
    return strncmp(command->arguments, "INPUT", 5) == 0 ||
           strncmp(command->arguments, "FILE.spbe", 9) == 0 ||
           strncmp(command->arguments, "OLD", 3) == 0;
}

/* True when that one is the only file. */
static bool takes_file_first(const struct command *command)
{
    const char *rest = strchr(command->arguments, ' ');
    static const char *const files[] = {"INPUT", ".spbe", "DOC", "PACK", "NEW"};
    bool alone = rest != NULL && takes_file(command);
    for (size_t i = 0; alone && i < sizeof files / sizeof *files; i++) {
        alone = strstr(rest, files[i]) == NULL;
    }
    return alone;
}

static bool check_order(const struct call *call, struct error *err)
{
    struct stat about;
    char *const *arguments = call->arguments;
    if (!takes_file_first(call->command) || call->argument_count == 0 ||
        stat(arguments[0], &about) == 0 || strcmp(arguments[0], "-") == 0) {
        return true;
    }
    for (size_t i = 1; i < call->argument_count; i++) {
        if ((file_name_ends(arguments[i], ".spbe") || file_name_ends(arguments[i], ".json")) &&
            stat(arguments[i], &about) == 0) {
            return error_set(err, M_COMMAND_ORDER, NULL, call->command->name, arguments[i],
                             arguments[0]);
        }
    }
    return true;
}

static bool check_names(const struct call *call, struct error *err)
{
    size_t files = !takes_file(call->command)        ? 0
                   : takes_file_first(call->command) ? 1
                                                     : call->argument_count;
    for (size_t i = 0; i < files && i < call->argument_count; i++) {
        if (call->arguments[i][0] == '\0') {
            return error_set(err, M_COMMAND_NAMELESS, NULL, call->command->name);
        }
    }
    return true;
}

/* True when two names are of one file that is there, or are the same name. */
static bool is_one_file(const char *one, const char *other)
{
    struct stat about;
    return strcmp(one, other) == 0 ||
           (stat(one, &about) == 0 && S_ISREG(about.st_mode) && is_same_file(other, &about));
}

static bool check_outputs(const struct call *call, struct error *err)
{
    static const char *const names[] = {"output", "json", "write-costs"};
    enum { NAMES = sizeof names / sizeof *names };
    const char *paths[NAMES];
    for (size_t i = 0; i < NAMES; i++) {
        paths[i] = value_or_none(call, names[i]);
        for (size_t j = 0; paths[i] != NULL && j < i; j++) {
            if (paths[j] != NULL && paths[j][0] != '\0' && is_one_file(paths[i], paths[j])) {
                return error_set(err, M_COMMAND_SAME, paths[i]);
            }
        }
    }
    return true;
}

bool named_file_check(const struct call *call, struct error *err)
{
    const char *output = value_or_none(call, "output");
    if (!check_order(call, err) || !check_names(call, err) || !check_outputs(call, err)) {
        return false;
    }
    if (value_or_none(call, "template") == NULL || value_or_none(call, "to") != NULL) {
        return true; /* --to says itself that it takes none */
    }
    return (output != NULL && template_draws(output)) || error_set(err, M_COMMAND_TEMPLATE, NULL);
}
