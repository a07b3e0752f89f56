#include "command.h"
#include "console.h"
#include "instrument.h"
#include "lang.h"
#include "message.h"
#include "pack.h"
#include "pack_folder.h"
#include "pack_stack.h"
#include "rules_page.h"
#include "table.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

/* The packs and overlays that a command line names. */
static const char *const *names_of(const struct call *call)
{
    return (const char *const *)call->arguments;
}

/* ---- list ---- */

/* One row about a pack. What cannot be loaded is told; the first failure is the command's. */
static void list_pack(struct table *table, const char *id, struct error *err)
{
    struct error cause = {.kind = ERROR_NONE};
    struct pack *pack = pack_load(id, &cause);
    if (pack == NULL && error_is_set(err)) {
        error_print(&cause, stderr);
    } else if (pack == NULL) {
        *err = cause;
    } else {
        const struct instrument *instrument = pack_instrument(pack);
        table_cell(table, TONE_STRONG, instrument->id);
        table_format(table, TONE_PLAIN, "%d–%d", instrument->year_first, instrument->year_last);
        table_format(table, TONE_PLAIN, "%zu", instrument->indicator_count);
        table_cell(table, TONE_PLAIN, instrument->title);
    }
    pack_free(pack);
}

/* One row about an overlay, read together with its pack. */
static void list_overlay(struct table *table, const char *id, struct error *err)
{
    struct error cause = {.kind = ERROR_NONE};
    const char *const names[] = {id, NULL};
    struct pack *pack = pack_stack_load(names, &cause);
    if (pack == NULL && error_is_set(err)) {
        error_print(&cause, stderr);
    } else if (pack == NULL) {
        *err = cause;
    } else {
        const struct instrument *instrument = pack_instrument(pack);
        table_cell(table, TONE_STRONG, id);
        table_cell(table, TONE_PLAIN, instrument->id);
        table_format(table, TONE_PLAIN, "%zu", instrument->change_count);
        table_cell(table, TONE_PLAIN, instrument->overlays[0].title);
    }
    pack_free(pack);
}

/* The overlays that come with the program; nothing where there are none. */
static void list_overlays(const struct console *console, struct error *err)
{
    static const struct table_column columns[] = {
        {.title = "Id"},
        {.title = N_("Changes pack")},
        {.title = N_("Changes"), .right = true},
        {.title = N_("Title"), .gives = true},
    };
    struct error ignored = {.kind = ERROR_NONE};
    char **ids = pack_folder_list(OVERLAY_ENTRY, &ignored);
    if (ids == NULL || ids[0] == NULL) {
        pack_folder_list_free(ids);
        return;
    }
    struct table *table = table_new(columns, 4);
    for (size_t i = 0; ids[i] != NULL; i++) {
        list_overlay(table, ids[i], err);
    }
    pack_folder_list_free(ids);
    fputc('\n', console->stream);
    table_print(table, console);
    table_free(table);
}

static int run_list(const struct call *call, struct error *err)
{
    static const struct table_column columns[] = {
        {.title = "Id"},
        {.title = N_("Years")},
        {.title = N_("Indicators"), .right = true},
        {.title = N_("Title"), .gives = true},
    };
    (void)call;
    struct console console;
    console_open(&console, stdout);
    char **ids = pack_list(err);
    struct table *table = table_new(columns, 4);
    for (size_t i = 0; ids != NULL && ids[i] != NULL; i++) {
        list_pack(table, ids[i], err);
        free(ids[i]);
    }
    free(ids);
    table_print(table, &console);
    table_free(table);
    list_overlays(&console, err);
    return 0;
}

/* ---- show ---- */

/* The year of --year, or 0 when it was not given. */
static bool read_year(const struct call *call, int *year, struct error *err)
{
    const char *text = command_value(call, "year");
    *year = 0;
    if (text == NULL) {
        return true;
    }
    if (strlen(text) != 4 || strspn(text, "0123456789") != 4) {
        return error_set(err, M_RULES_YEAR, call->command->name, text);
    }
    *year = (int)strtol(text, NULL, 10);
    return true;
}

static bool show_json(const struct pack *pack, int year, struct error *err)
{
    struct text json = TEXT_EMPTY;
    bool ok = pack_show(pack, year, &json, err);
    if (ok) {
        puts(json.bytes);
    }
    text_release(&json);
    return ok;
}

static bool show_page(const struct pack *pack, const char *id, int year, struct error *err)
{
    const struct instrument *instrument = pack_instrument(pack);
    struct console console;
    console_open(&console, stdout);
    if (year != 0 && year < instrument->year_first) {
        return error_set(err, M_PACK_YEAR, pack_place(pack), instrument->year_first, year);
    }
    if (id == NULL) {
        rules_page_instrument(instrument, year, &console);
        return true;
    }
    int position = instrument_find_indicator(instrument, id, strlen(id), NOWHERE);
    if (position == NOWHERE) {
        return error_set(err, M_RULES_INDICATOR, "", id, instrument->id);
    }
    rules_page_indicator(instrument, &instrument->indicators[position], year, &console);
    return true;
}

/* Takes the id of an indicator off the end of the arguments, or gives NULL. Ids of packs and overlays
 * have no capital letters, and paths have a '/' or a '.'. */
static const char *take_indicator(const struct call *call)
{
    size_t count = call->argument_count;
    const char *last = call->arguments[count - 1];
    bool id = last[0] >= 'A' && last[0] <= 'Z' && strpbrk(last, "/.") == NULL;
    if (count < 2 || !id) {
        return NULL;
    }
    call->arguments[count - 1] = NULL;
    return last;
}

static int run_show(const struct call *call, struct error *err)
{
    int year = 0;
    const char *indicator = take_indicator(call);
    bool json = command_has(call, "json");
    if (json && indicator != NULL) {
        error_set(err, M_RULES_JSON_ONE, call->command->name);
        return 0;
    }
    struct pack *pack = read_year(call, &year, err) ? pack_stack_load(names_of(call), err) : NULL;
    if (pack != NULL) {
        (void)(json ? show_json(pack, year, err) : show_page(pack, indicator, year, err));
    }
    pack_free(pack);
    return 0;
}

/* ---- the table ---- */

const struct command command_rules_table[] = {
    {.name = "rules list",
     .arguments = "",
     .summary = N_("lists the packs that come with the program"),
     .example = "spbe rules list",
     .run = run_list},
    {.name = "rules show",
     .arguments = "PACK... [INDICATOR]",
     .least = 1,
     .many = true,
     .summary = N_("shows a pack, or one of its indicators"),
     .example = "spbe rules show spbe-2020 I07 --year 2023",
     .details =
         N_("PACK is an id (spbe-2020) or the path of a folder or of its pack.lua. Overlays are "
            "named in the same way; the rules are then shown as they stand with them, and "
            "who changed what."),
     .run = run_show,
     .options = {{.name = "json", .help = N_("the whole pack as JSON, on one line")},
                 {.name = "year", .argument = "YYYY", .help = N_("only what counts in that year")},
                 {.name = NULL}}},
    {.name = NULL},
};
