/* The command that runs scripts. */
#include "command.h"

#include "assessment.h"
#include "lang.h"
#include "lateness.h"
#include "limit.h"
#include "message.h"
#include "script_run.h"
#include "script_shipped.h"

#include <stdlib.h>
#include <string.h>

/* The number that an option gives, from 1 to `most`; `otherwise` when it is absent, -1 when it is wrong. */
static int64_t read_number(const struct call *call, const char *option, int64_t otherwise,
                           int64_t most)
{
    const char *word = command_value(call, option);
    if (word == NULL) {
        return otherwise;
    }
    bool digits = word[0] != '\0' && strspn(word, "0123456789") == strlen(word);
    long long number = digits && strlen(word) < 10 ? strtoll(word, NULL, 10) : -1;
    return number >= 1 && number <= most ? number : -1;
}

static bool read_order(const struct call *call, char today[11], struct script_order *order,
                       struct error *err)
{
    const char *day = command_value(call, "today");
    bool prompt = command_has(call, "interactive");
    size_t own = prompt ? 0 : 1; /* the script's name goes before its arguments */
    lateness_today(today);
    if (!prompt && call->argument_count == 0) {
        return error_set(err, M_COMMAND_FEW, call->command->name, call->command->arguments,
                         call->command->name);
    }
    *order = (struct script_order){
        .call = call,
        .path = prompt ? NULL : call->arguments[0],
        .arguments = call->arguments + own,
        .count = call->argument_count - own,
        .folders = command_values(call, "allow"),
        .seconds = read_number(call, "time", LIMIT_SCRIPT_S, LIMIT_SCRIPT_S_MOST),
        .mebibytes = read_number(call, "memory", LIMIT_SCRIPT_MIB, LIMIT_SCRIPT_MIB_MOST),
        .today = day == NULL ? today : day,
    };
    return (order->seconds > 0 || error_set(err, M_SCRIPT_TIME, "--time", LIMIT_SCRIPT_S_MOST)) &&
           (order->mebibytes > 0 ||
            error_set(err, M_SCRIPT_MEMORY, "--memory", LIMIT_SCRIPT_MIB_MOST)) &&
           (assessment_is_date(order->today) ||
            error_set(err, M_SCRIPT_TODAY, "--today", order->today));
}

static int list_scripts(struct error *err)
{
    struct console console;
    console_open(&console, stdout);
    script_shipped_print(&console, err);
    return 0;
}

static int run_script(const struct call *call, struct error *err)
{
    struct script_order order = {.path = NULL};
    char today[11];
    if (command_has(call, "list")) {
        return list_scripts(err);
    }
    if (!read_order(call, today, &order, err)) {
        return 0;
    }
    char *path = order.path == NULL ? NULL : script_shipped_path(order.path, err);
    if (order.path != NULL && path == NULL) {
        return 0;
    }
    order.called = path != NULL && strcmp(path, order.path) != 0 ? order.path : NULL;
    order.path = path;
    int status = script_run(&order, err);
    free(path);
    return status;
}

const struct command command_script_table[] = {
    {.name = "run",
     .arguments = "SCRIPT.lua [ARG...]",
     .least = 0,
     .many = true,
     .tail = true,
     .summary = N_("run a script that automates work with assessments"),
     .example = "spbe run sampel-audit kota.json --seed 2026-11",
     .details =
         N_("A script is written in Lua; 'spbe help script' describes all that it can do. Options "
            "stand before its name: what stands behind it is the script's own, also --help. It "
            "uses no file but those that are named behind it, and those in a folder of --allow. "
            "What it changes in assessments stands in their history, with its name and SHA-256.\n"
            "The scripts that come with the program are called by their names alone: spbe run "
            "sampel-audit kota.spbe --seed 7; 'spbe run --list' names them, and each explains "
            "itself with --help.\n"
            "With -i there is no script: lines are read from standard input and done one by one."),
     .run = run_script,
     .options = {{"allow", "DIR", N_("a folder whose files the script may read and write"), 0,
                  true},
                 {"time", "SECONDS", N_("processor time that it may take (60)"), 0, false},
                 {"memory", "MIB", N_("memory that it may hold, in MiB (128)"), 0, false},
                 {"today", "DATE", N_("the day that it takes for today"), 0, false},
                 {"list", NULL, N_("name the scripts that come with the program"), 0, false},
                 {"interactive", NULL, N_("a prompt instead of a script"), 'i', false},
                 {.name = NULL}}},
    {.name = NULL},
};
