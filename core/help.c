#include "help.h"

#include "console.h"
#include "drawing.h"
#include "file.h"
#include "lang.h"
#include "limit.h"
#include "memory.h"
#include "message.h"
#include "rules_page.h"
#include "script_api.h"
#include "table.h"
#include "template_kind.h"
#include "text.h"

#include <assert.h>
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

enum { TOPIC_BYTES = 256 * 1024, NAME_LENGTH = 40 };

/* ---- topics on disk ---- */

/* The folder of a language's topics, yours to free; NULL when it is missing. */
static char *topic_folder(const char *language)
{
    struct error ignored = {.kind = ERROR_NONE};
    struct text name = TEXT_EMPTY;
    text_format(&name, "templates/help/%s", language);
    char *folder = file_resource(name.bytes, &ignored);
    text_release(&name);
    return folder;
}

/* Reads a topic in one language. */
static bool read_topic_in(const char *language, const char *topic, struct text *out)
{
    struct error ignored = {.kind = ERROR_NONE};
    char *folder = topic_folder(language);
    if (folder == NULL) {
        return false;
    }
    struct text path = TEXT_EMPTY;
    text_format(&path, "%s/%s.txt", folder, topic);
    bool ok = file_exists(path.bytes) && file_read(path.bytes, TOPIC_BYTES, out, &ignored);
    text_release(&path);
    free(folder);
    return ok;
}

/* Reads a topic in the present language, or in the other one rather than not at all. Only words of
 * small letters, digits and "-" are names of topics, so no path can be reached. */
static bool read_topic(const char *topic, struct text *out)
{
    size_t length = strlen(topic);
    if (length == 0 || length > NAME_LENGTH ||
        strspn(topic, "abcdefghijklmnopqrstuvwxyz0123456789-") != length) {
        return false;
    }
    return read_topic_in(lang_name(), topic, out) || read_topic_in("id", topic, out) ||
           read_topic_in("en", topic, out);
}

static int by_name(const void *one, const void *other)
{
    return strcmp(*(char *const *)one, *(char *const *)other);
}

/* The topic's name when a folder's entry is one, yours to free; else NULL. */
static char *topic_name(const char *entry)
{
    size_t length = strlen(entry);
    bool is_text = length > 4 && strcmp(entry + length - 4, ".txt") == 0;
    return is_text && length - 4 <= NAME_LENGTH ? memory_copy(entry, length - 4) : NULL;
}

char **help_topics(void)
{
    size_t count = 0;
    char **names = memory_zero(2, sizeof *names);
    names[count++] = memory_copy("limits", 6);
    char *folder = topic_folder(lang_name());
    DIR *listing = folder == NULL ? NULL : opendir(folder);
    for (struct dirent *entry; listing != NULL && (entry = readdir(listing)) != NULL;) {
        char *name = topic_name(entry->d_name);
        if (name != NULL) {
            names = memory_resize(names, count + 2, sizeof *names);
            names[count++] = name;
        }
    }
    if (listing != NULL) {
        closedir(listing);
    }
    free(folder);
    names[count] = NULL;
    qsort(names, count, sizeof *names, by_name);
    return names;
}

static void free_names(char **names)
{
    for (size_t i = 0; names[i] != NULL; i++) {
        free(names[i]);
    }
    free(names);
}

/* ---- pieces of a page ---- */

static void heading(const struct console *console, const char *text)
{
    fputc('\n', console->stream);
    console_write(console, TONE_STRONG, text);
    fputc('\n', console->stream);
}

/* Names with what they mean, in two columns behind two spaces. */
struct list {
    struct text names[COMMAND_OPTIONS_MAX];
    const char *texts[COMMAND_OPTIONS_MAX]; /* translated */
    size_t count, widest;
};

static void list_add(struct list *list, const char *name, const char *arguments, const char *text)
{
    bool has = arguments != NULL && arguments[0] != '\0';
    assert(list->count < COMMAND_OPTIONS_MAX);
    struct text *cell = &list->names[list->count];
    *cell = (struct text)TEXT_EMPTY;
    text_format(cell, "%s%s%s", name, has ? " " : "", has ? arguments : "");
    size_t columns = text_columns(cell->bytes);
    list->widest = columns > list->widest ? columns : list->widest;
    list->texts[list->count++] = _(text);
}

/* One row: on a terminal the text is broken in its column, or stands below its name where the column
 * would be narrow; in a pipe it is one line. */
static void list_row(const struct list *list, size_t row, const struct console *console)
{
    enum { BELOW = 6 };
    const char *name = list->names[row].bytes;
    size_t pad = list->widest - text_columns(name);
    if (console->width == 0) {
        fprintf(console->stream, "  %s%*s  %s\n", name, (int)pad, "", list->texts[row]);
    } else if (list->widest > (console->width + BELOW) / 2) {
        fprintf(console->stream, "  %s\n", name);
        console_paragraph(console, BELOW, list->texts[row]);
    } else {
        struct text mark = TEXT_EMPTY;
        text_format(&mark, "%s%*s", name, (int)pad, "");
        console_item(console, 2, TONE_PLAIN, mark.bytes, list->texts[row]);
        text_release(&mark);
    }
}

static void list_print(struct list *list, const struct console *console)
{
    for (size_t i = 0; i < list->count; i++) {
        list_row(list, i, console);
        text_release(&list->names[i]);
    }
}

static void list_commands(const struct console *console, const struct command *table,
                          const char *group)
{
    struct list list = {.count = 0};
    size_t length = group == NULL ? 0 : strlen(group);
    for (const struct command *row = table; row->name != NULL; row++) {
        bool in_group =
            group == NULL || (strncmp(row->name, group, length) == 0 && row->name[length] == ' ');
        if (!row->hidden && in_group) {
            list_add(&list, row->name, row->arguments, row->summary);
        }
    }
    list_print(&list, console);
}

static bool has_commands(const struct command *table)
{
    for (; table->name != NULL; table++) {
        if (!table->hidden) {
            return true;
        }
    }
    return false;
}

static void list_globals(const struct console *console)
{
    struct list list = {.count = 0};
    list_add(&list, "--lang id|en", NULL, N_("the language: Indonesian or English"));
    list_add(&list, "--as NAME", NULL, N_("who changes something (or set SPBE_USER)"));
    list_add(&list, "-h, --help", NULL, N_("the page of a command"));
    list_add(&list, "--version", NULL, N_("the version of the program"));
    list_print(&list, console);
}

/* ---- pages ---- */

static void overview_topics(const struct console *console)
{
    char **topics = help_topics();
    struct text line = TEXT_EMPTY;
    for (size_t i = 0; topics[i] != NULL; i++) {
        text_format(&line, "%s%s", i > 0 ? ", " : "", topics[i]);
    }
    console_paragraph(console, 2, line.bytes);
    text_release(&line);
    free_names(topics);
}

void help_overview(FILE *out)
{
    struct console console;
    console_open(&console, out);
    console_paragraph(&console, 0,
                      _("spbe: rates the maturity of electronic government (SPBE), and says why."));
    heading(&console, _("Usage"));
    console_paragraph(&console, 2, _("spbe COMMAND [ARGUMENT...] [OPTION...]"));
    for (const struct command_group *group = command_groups(); group->table != NULL; group++) {
        if (has_commands(group->table)) {
            heading(&console, _(group->title));
            list_commands(&console, group->table, NULL);
        }
    }
    heading(&console, _("Options of every command"));
    list_globals(&console);
    heading(&console, _("Topics (spbe help TOPIC)"));
    overview_topics(&console);
}

/* What stands left of an option's explanation: "-j, --jobs N". */
static void option_name(const struct command_option *option, struct text *out)
{
    text_clear(out);
    if (option->letter != 0) {
        text_format(out, "-%c, ", option->letter);
    }
    text_format(out, "--%s", option->name);
}

static void command_options(const struct console *console, const struct command *command)
{
    if (command->options[0].name == NULL) {
        return;
    }
    struct text name = TEXT_EMPTY;
    struct list list = {.count = 0};
    heading(console, _("Options"));
    for (const struct command_option *option = command->options; option->name != NULL; option++) {
        option_name(option, &name);
        list_add(&list, name.bytes, option->argument, option->help);
    }
    list_print(&list, console);
    text_release(&name);
}

/* Paragraphs that are told apart by line breaks. */
static void paragraphs(const struct console *console, const char *text)
{
    while (*text != '\0') {
        size_t length = strcspn(text, "\n");
        char *part = memory_copy(text, length);
        fputc('\n', console->stream);
        console_paragraph(console, 0, part);
        free(part);
        text += length + strspn(text + length, "\n");
    }
}

void help_command(const struct command *command, FILE *out)
{
    struct console console;
    struct text usage = TEXT_EMPTY;
    console_open(&console, out);
    text_format(&usage, "spbe %s", command->name);
    if (command->arguments != NULL && command->arguments[0] != '\0') {
        text_format(&usage, " %s", command->arguments);
    }
    if (command->options[0].name != NULL) {
        text_format(&usage, " [%s]", _("OPTION..."));
    }
    console_write(&console, TONE_STRONG, usage.bytes);
    fputs("\n\n", out);
    text_release(&usage);
    console_paragraph(&console, 0, _(command->summary));
    paragraphs(&console, command->details == NULL ? "" : _(command->details));
    command_options(&console, command);
    heading(&console, _("Options of every command"));
    list_globals(&console);
    heading(&console, _("Example"));
    fprintf(out, "  %s\n", command->example);
}

static void group_page(const char *group, FILE *out)
{
    struct console console;
    console_open(&console, out);
    struct text title = TEXT_EMPTY;
    text_format(&title, "spbe %s …", group);
    console_write(&console, TONE_STRONG, title.bytes);
    fputc('\n', out);
    text_release(&title);
    for (const struct command_group *row = command_groups(); row->table != NULL; row++) {
        list_commands(&console, row->table, group);
    }
}

/* The cell of a limit's unit: bytes are told in larger units too. */
static void add_unit(struct table *table, long value, const char *unit)
{
    enum { KIB = 1024, MIB = 1024 * 1024 };
    bool bytes = strcmp(unit, "bytes") == 0;
    if (bytes && value % MIB == 0) {
        table_format(table, TONE_PLAIN, "%s (%ld MiB)", _(unit), value / MIB);
    } else if (bytes && value % KIB == 0) {
        table_format(table, TONE_PLAIN, "%s (%ld KiB)", _(unit), value / KIB);
    } else {
        table_cell(table, TONE_PLAIN, _(unit));
    }
}

/* The page `limits`, from the one table of limits. */
static void limits_page(FILE *out)
{
    static const struct {
        long value;
        const char *unit, *what;
    } rows[] = {
#define LIMIT_ROW(name, value, unit, what) {value, unit, what},
        LIMITS(LIMIT_ROW)
#undef LIMIT_ROW
    };
    static const struct table_column columns[] = {
        {.title = N_("What is bounded")},
        {.title = N_("At most"), .right = true},
        {.title = N_("Counted in")},
    };
    struct console console;
    console_open(&console, out);
    console_paragraph(&console, 0,
                      _("Whatever is larger is refused with exit status 6 and changes nothing."));
    fputc('\n', out);
    struct table *table = table_new(columns, 3);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        table_cell(table, TONE_PLAIN, _(rows[i].what));
        table_format(table, TONE_PLAIN, "%ld", rows[i].value);
        add_unit(table, rows[i].value, rows[i].unit);
    }
    console.width = 0;
    table_print(table, &console);
    table_free(table);
}

/* ---- finding a page ---- */

static bool fail_topic(const char *topic, struct error *err)
{
    const char *names[512];
    size_t count = 0;
    char **topics = help_topics();
    for (const struct command_group *group = command_groups(); group->table != NULL; group++) {
        for (const struct command *row = group->table; row->name != NULL && count < 400; row++) {
            names[count++] = row->name;
        }
    }
    for (size_t i = 0; topics[i] != NULL && count < 511; i++) {
        names[count++] = topics[i];
    }
    names[count] = NULL;
    const char *near = command_nearest(topic, names);
    if (near != NULL) {
        error_set(err, M_HELP_NEAREST, topic, near);
    } else {
        error_set(err, M_HELP_UNKNOWN, topic);
    }
    free_names(topics);
    return false;
}

bool help_topic(const char *topic, FILE *out, struct error *err)
{
    const struct command *command = command_find(topic);
    if (command != NULL) {
        help_command(command, out);
        return true;
    }
    struct text page = TEXT_EMPTY;
    bool group = command_is_group(topic);
    bool limits = strcmp(topic, "limits") == 0;
    bool file = !limits && read_topic(topic, &page);
    if (file) {
        fputs(page.bytes, out);
        fputs(group ? "\n" : "", out);
    }
    if (limits) {
        limits_page(out);
    }
    if (strcmp(topic, "pack") == 0) {
        struct console console;
        console_open(&console, out);
        rules_page_fields(&console);
    }
    if (strcmp(topic, "template") == 0) {
        drawing_help(out);
        template_kind_help(out);
    }
    if (strcmp(topic, "script") == 0) {
        script_api_help(out);
    }
    if (group) {
        group_page(topic, out);
    }
    text_release(&page);
    return file || limits || group || fail_topic(topic, err);
}

/* ---- commands ---- */

static int run_help(const struct call *call, struct error *err)
{
    struct text topic = TEXT_EMPTY;
    for (size_t i = 0; i < call->argument_count; i++) {
        text_format(&topic, "%s%s", i > 0 ? " " : "", call->arguments[i]);
    }
    if (topic.length == 0) {
        help_overview(stdout);
    } else {
        help_topic(topic.bytes, stdout, err);
    }
    text_release(&topic);
    return 0;
}

static int run_complete(const struct call *call, struct error *err)
{
    (void)err;
    help_complete(call->arguments, call->argument_count, stdout);
    return 0;
}

const struct command command_help_table[] = {
    {.name = "help",
     .arguments = "[TOPIC]",
     .most = 2,
     .summary = N_("show this list, a command or a topic"),
     .example = "spbe help evaluate",
     .run = run_help},
    {.name = "complete",
     .arguments = "[WORD...]",
     .many = true,
     .hidden = true,
     .summary = N_("print what may stand for the last word: for the shell"),
     .example = "spbe complete -- rules sh",
     .run = run_complete},
    {.name = NULL},
};

/* ---- completion ---- */

/* Prints a word when it begins as `begun` does. */
static void offer(const char *word, size_t length, const char *begun, FILE *out)
{
    if (length > 0 && strncmp(word, begun, strlen(begun)) == 0) {
        fprintf(out, "%.*s\n", (int)length, word);
    }
}

/* True when a command before this one begins with the same word. */
static bool offered_before(const struct command *command, size_t length)
{
    for (const struct command_group *group = command_groups(); group->table != NULL; group++) {
        for (const struct command *row = group->table; row->name != NULL; row++) {
            if (row == command) {
                return false;
            }
            if (!row->hidden && strcspn(row->name, " ") == length &&
                strncmp(row->name, command->name, length) == 0) {
                return true;
            }
        }
    }
    return false;
}

/* Offers the first words of all commands, each once: those of a word may stand in several groups. */
static void offer_first(const char *begun, FILE *out)
{
    for (const struct command_group *group = command_groups(); group->table != NULL; group++) {
        for (const struct command *row = group->table; row->name != NULL; row++) {
            size_t length = strcspn(row->name, " ");
            if (!row->hidden && !offered_before(row, length)) {
                offer(row->name, length, begun, out);
            }
        }
    }
}

static void offer_second(const char *first, const char *begun, FILE *out)
{
    size_t length = strlen(first);
    for (const struct command_group *group = command_groups(); group->table != NULL; group++) {
        for (const struct command *row = group->table; row->name != NULL; row++) {
            if (!row->hidden && strncmp(row->name, first, length) == 0 &&
                row->name[length] == ' ') {
                offer(row->name + length + 1, strlen(row->name + length + 1), begun, out);
            }
        }
    }
}

static void offer_topics(const char *begun, FILE *out)
{
    char **topics = help_topics();
    for (size_t i = 0; topics[i] != NULL; i++) {
        offer(topics[i], strlen(topics[i]), begun, out);
    }
    free_names(topics);
}

static void offer_options(const struct command *command, const char *begun, FILE *out)
{
    static const char *const globals[] = {"--as", "--help", "--lang"};
    struct text word = TEXT_EMPTY;
    for (const struct command_option *option = command == NULL ? NULL : command->options;
         option != NULL && option->name != NULL; option++) {
        text_clear(&word);
        text_format(&word, "--%s", option->name);
        offer(word.bytes, word.length, begun, out);
    }
    text_release(&word);
    for (size_t i = 0; i < sizeof globals / sizeof globals[0]; i++) {
        offer(globals[i], strlen(globals[i]), begun, out);
    }
}

/* The command that the first one or two words name, or NULL. */
static const struct command *named(char *const *words, size_t count)
{
    char both[128];
    const struct command *command = count > 0 ? command_find(words[0]) : NULL;
    if (command == NULL && count > 1) {
        snprintf(both, sizeof both, "%s %s", words[0], words[1]);
        command = command_find(both);
    }
    return command;
}

void help_complete(char *const *words, size_t count, FILE *out)
{
    const char *begun = count == 0 ? "" : words[count - 1];
    if (begun[0] == '-') {
        offer_options(named(words, count - 1), begun, out);
    } else if (count <= 1) {
        offer_first(begun, out);
    } else if (strcmp(words[0], "help") == 0 && count == 2) {
        offer_first(begun, out);
        offer_topics(begun, out);
    } else if (count == 2 || (count == 3 && strcmp(words[0], "help") == 0)) {
        offer_second(words[count - 2], begun, out);
    }
}
