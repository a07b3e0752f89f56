/* `spbe rules check`: whether a pack and the overlays on it are sound, and what they use of each limit. */
#include "budget.h"
#include "check_page.h"
#include "command.h"
#include "console.h"
#include "lang.h"
#include "pack.h"
#include "pack_stack.h"
#include "pack_trial.h"

#include <stdio.h>

/* Shows what was found out; true when the pack is sound. */
static bool show(const struct call *call, const struct pack *pack,
                 const struct check_result *result)
{
    struct console console;
    bool sound = result->complaints->count + result->remark_count == 0;
    console_open(&console, stdout);
    if (command_has(call, "json")) {
        struct text json = TEXT_EMPTY;
        check_page_json(result, &json);
        puts(json.bytes);
        text_release(&json);
        return sound;
    }
    if (sound) {
        check_page_proofs(pack, &console);
    } else {
        check_page_complaints(result, &console);
    }
    if (result->budget != NULL) {
        check_page_budget(result, &console);
    }
    return sound;
}

/* Tries the functions of a pack without complaints, and measures it where that is asked. */
static bool look_closer(const struct call *call, const struct pack *pack, struct arena *arena,
                        struct budget_line *lines, struct check_result *result, struct error *err)
{
    const struct instrument *instrument = pack_instrument(pack);
    size_t examples = 0;
    const struct pack_example *list = pack_examples(pack, &examples);
    if (!pack_trial_run(instrument, arena, &result->remarks, &result->remark_count, err)) {
        return false;
    }
    if (command_has(call, "budget") && result->remark_count == 0) {
        result->budget = lines;
        return budget_measure(instrument, list, examples, arena, lines, &result->budget_count, err);
    }
    return true;
}

static int run_check(const struct call *call, struct error *err)
{
    struct arena arena = ARENA_EMPTY;
    struct budget_line lines[BUDGET_LINES];
    struct pack *pack = pack_stack_open((const char *const *)call->arguments, err);
    if (pack == NULL) {
        return 0;
    }
    struct check_result result = {.place = pack_place(pack), .complaints = pack_complaints(pack)};
    bool ok = true, sound = false;
    if (result.complaints->count == 0) {
        pack_check_crosswalks(pack);
    }
    if (result.complaints->count == 0) {
        ok = look_closer(call, pack, &arena, lines, &result, err);
    }
    sound = ok && show(call, pack, &result);
    arena_release(&arena);
    pack_free(pack);
    return sound || !ok ? 0 : 1;
}

const struct command command_check_table[] = {
    {.name = "rules check",
     .arguments = "PACK...",
     .least = 1,
     .many = true,
     .summary = N_("proves that a pack is sound, or lists all that is wrong"),
     .example = "spbe rules check rules/spbe-2020",
     .details = N_(
         "Weights add up exactly, ids are well-formed and unique, every level can be "
         "reached in every year by every kind of agency, bands cover the scale, a better answer "
         "never lowers the index. Functions are tried on assessments made up for it: one that "
         "stops, leaves the scale, or reads what is not there is told. Each complaint names file "
         "and line; with any, the exit status is 1. A pack that cannot be read at all ends with "
         "exit status 4.\n"
         "--json writes rules, sound, complaints (where, id, message), and with --budget: budget "
         "(limit, used, most, unit, file, varies)."),
     .run = run_check,
     .options = {{.name = "budget",
                  .help = N_("what the pack uses of each limit, its examples computed")},
                 {.name = "json", .help = N_("for programs: one JSON document on one line")},
                 {.name = NULL}}},
    {.name = NULL},
};
