#include "command.h"
#include "console.h"
#include "diff_report.h"
#include "lang.h"
#include "memory.h"
#include "message.h"
#include "overlay_start.h"
#include "pack_stack.h"
#include "rule_diff.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* ---- diff ---- */

enum { NAMES = 32, YEAR_DIGITS = 4 };

/* One side: packs and overlays by commas, "@2023" behind for the state of a year. */
struct side {
    char *words; /* cut into names */
    const char *names[NAMES + 1];
    struct pack *pack;
    struct rule_side rules;
};

/* Takes "@2023" off the end. */
static int take_year(char *words)
{
    char *at = strrchr(words, '@');
    if (at == NULL || strlen(at + 1) != YEAR_DIGITS ||
        strspn(at + 1, "0123456789") != YEAR_DIGITS) {
        return 0;
    }
    *at = '\0';
    return (int)strtol(at + 1, NULL, 10);
}

static bool open_side(struct side *side, const char *argument, struct error *err)
{
    size_t count = 0;
    side->words = memory_copy(argument, strlen(argument));
    side->rules.year = take_year(side->words);
    for (char *next = side->words; next != NULL && count < NAMES;) {
        side->names[count++] = next;
        next = strchr(next, ',');
        if (next != NULL) {
            *next++ = '\0';
        }
    }
    side->pack = pack_stack_load(side->names, err);
    if (side->pack == NULL) {
        return false;
    }
    const struct instrument *instrument = pack_instrument(side->pack);
    side->rules.instrument = instrument;
    return side->rules.year == 0 || side->rules.year >= instrument->year_first ||
           error_set(err, M_PACK_YEAR, pack_place(side->pack), instrument->year_first,
                     side->rules.year);
}

static void close_side(struct side *side)
{
    pack_free(side->pack);
    free(side->words);
}

static void print_json(const struct rule_side *one, const struct rule_side *other,
                       const struct rule_differences *found)
{
    struct text text = TEXT_EMPTY;
    diff_report_write(one, other, found, &text);
    puts(text.bytes);
    text_release(&text);
}

static void print_side(const struct console *console, const char *mark, const struct side *side)
{
    struct text line = TEXT_EMPTY;
    text_format(&line, "%s %s", mark, pack_place(side->pack));
    if (side->rules.year != 0) {
        text_format(&line, " @%d", side->rules.year);
    }
    console_paragraph(console, 0, line.bytes);
    text_release(&line);
}

static void print_page(const struct side *one, const struct side *other,
                       const struct rule_differences *found)
{
    struct console console;
    struct text line = TEXT_EMPTY;
    console_open(&console, stdout);
    print_side(&console, "A", one);
    print_side(&console, "B", other);
    if (strcmp(one->rules.instrument->id, other->rules.instrument->id) != 0) {
        console_paragraph(&console, 0,
                          _("These are two instruments: one id may stand for different things."));
    }
    fputc('\n', stdout);
    for (size_t i = 0; i < found->count; i++) {
        text_clear(&line);
        text_add(&line, "- ");
        rule_words_sentence(&line, &found->list[i]);
        console_paragraph(&console, 2, line.bytes);
    }
    printf(_("differences: %zu\n"), found->count);
    text_release(&line);
}

static int run_diff(const struct call *call, struct error *err)
{
    struct side one = {.words = NULL}, other = {.words = NULL};
    struct arena arena = ARENA_EMPTY;
    if (open_side(&one, call->arguments[0], err) && open_side(&other, call->arguments[1], err)) {
        struct rule_differences found = rule_diff(&one.rules, &other.rules, &arena);
        if (command_has(call, "json")) {
            print_json(&one.rules, &other.rules, &found);
        } else {
            print_page(&one, &other, &found);
        }
    }
    arena_release(&arena);
    close_side(&one);
    close_side(&other);
    return 0;
}

/* ---- new ---- */

/* Today, where the clock can be asked. */
static void today(char date[16])
{
    time_t now = time(NULL);
    struct tm parts;
    if (localtime_r(&now, &parts) == NULL || strftime(date, 16, "%Y-%m-%d", &parts) == 0) {
        snprintf(date, 16, "2026-01-01");
    }
}

static int run_new(const struct call *call, struct error *err)
{
    char date[16];
    const char *base = command_value(call, "base");
    if (strcmp(call->arguments[0], "overlay") != 0) {
        error_set(err, M_NEW_RULES_WHAT, NULL, call->arguments[0]);
        return 0;
    }
    if (base == NULL) {
        error_set(err, M_NEW_RULES_BASE, NULL);
        return 0;
    }
    struct pack *pack = pack_load(base, err);
    today(date);
    if (pack != NULL && overlay_start(call->arguments[1], pack_instrument(pack), date, err)) {
        printf(_("%s/overlay.lua is made; it changes nothing yet. See what to write in it, then: "
                 "spbe rules check %s\n"),
               call->arguments[1], call->arguments[1]);
    }
    pack_free(pack);
    return 0;
}

const struct command command_diff_table[] = {
    {.name = "rules diff",
     .arguments = "A B",
     .least = 2,
     .most = 2,
     .summary = N_("what differs between two sets of rules, in the regulation's words"),
     .example = "spbe rules diff spbe-2020@2023 spbe-2020@2024",
     .details = N_("A and B are packs or overlays (an id or a path), several of one stack by "
                   "commas, and @YEAR behind for the rules as they hold in a year. Things are "
                   "compared by their ids."),
     .run = run_diff,
     .options = {{.name = "json", .help = N_("one document instead of sentences")},
                 {.name = NULL}}},
    {.name = "rules new",
     .arguments = "overlay FOLDER",
     .least = 2,
     .most = 2,
     .summary = N_("writes a commented starting point for an overlay"),
     .example = "spbe rules new overlay koreksi-bobot --base spbe-2020",
     .details =
         N_("The folder's name becomes the overlay's id. The file passes 'spbe rules check' as "
            "it is written, and changes nothing until lines in it are uncommented."),
     .run = run_new,
     .options = {{.name = "base", .argument = "PACK", .help = N_("the pack that it will change")},
                 {.name = NULL}}},
    {.name = NULL},
};
