/* `spbe rules repl`: expressions tried against a pack, an overlay and a real assessment. */
#include "command.h"
#include "evaluator.h"
#include "file_name.h"
#include "lang.h"
#include "message.h"
#include "pack.h"
#include "pack_folder.h"
#include "pack_stack.h"
#include "repl.h"

#include <string.h>
#include <sys/stat.h>

/* True when the last argument is an assessment: a file that is none of Lua's, there or not. */
static bool names_input(const struct call *call)
{
    struct stat about;
    const char *last = call->arguments[call->argument_count - 1];
    if (file_name_ends(last, ".spbe") || file_name_ends(last, ".json")) {
        return true;
    }
    return call->argument_count > 1 && !file_name_ends(last, ".lua") && stat(last, &about) == 0 &&
           S_ISREG(about.st_mode);
}

/* Runs the session; `input` is NULL where no assessment is named. */
static bool run_session(const char *const *rules, const char *input, bool *clean, struct error *err)
{
    struct evaluator *evaluator = NULL;
    const struct evaluation *evaluation = NULL;
    struct pack *pack = pack_stack_load(rules, err);
    bool ok = pack != NULL;
    if (ok && input != NULL) {
        evaluator = evaluator_new(rules, BASIS_BY_RULE, err);
        evaluation = evaluator == NULL ? NULL : evaluator_input(evaluator, input, err);
        ok = evaluation != NULL;
    }
    ok = ok && repl_run(pack, evaluation, stdin, clean, err);
    evaluator_free(evaluator);
    pack_free(pack);
    return ok;
}

static int run_repl(const struct call *call, struct error *err)
{
    const char *input = NULL;
    bool clean = true;
    if (names_input(call)) {
        input = call->arguments[call->argument_count - 1];
        call->arguments[call->argument_count - 1] = NULL;
    }
    if (call->arguments[0] == NULL) {
        error_set(err, M_REPL_PACK, input);
        return 0;
    }
    run_session((const char *const *)call->arguments, input, &clean, err);
    return clean ? 0 : 1;
}

const struct command command_repl_table[] = {
    {.name = "rules repl",
     .arguments = "PACK... [INPUT]",
     .least = 1,
     .many = true,
     .summary = N_("tries expressions against a pack and a real assessment"),
     .example = "spbe rules repl spbe-2020 tests/examples/kota-bandar-lampung-2023.json",
     .details = N_(
         "PACK is an id or a path, overlays behind it; INPUT is one assessment, a .spbe file or "
         "a JSON document. Each line is an expression or a statement of Lua, run under the limits "
         "of a scoring function; 'help' lists the names that are there. An error does not end the "
         "session; a limit that was passed begins it anew. Lines can also come through a pipe; the "
         "exit status is then 1 when one of them went wrong."),
     .run = run_repl},
    {.name = NULL},
};
