/* Commands that fill an assessment in and judge it: answers, claims, verdicts, states, what is
 * missing. */
#include "command.h"

#include "edit_score.h"
#include "fill.h"
#include "lang.h"
#include "message.h"
#include "session.h"
#include "status.h"

#include <stdio.h>
#include <string.h>

static int run_answer(const struct call *call, struct error *err)
{
    struct session session;
    bool item = edit_score_is_item(call->arguments[1]);
    if (session_open(&session, call->arguments[0], STORE_WRITE, err) &&
        session_begin(&session, call, "answer", err) &&
        (item ? edit_score_item : edit_answer)(&session.edit, call->arguments[1],
                                               call->arguments[2], command_value(call, "note"),
                                               err)) {
        session_end_scored(&session, BASIS_SUPPORTED, err);
    }
    session_close(&session);
    return 0;
}

static int run_measure(const struct call *call, struct error *err)
{
    struct session session;
    bool named = call->argument_count == 4;
    if (session_open(&session, call->arguments[0], STORE_WRITE, err) &&
        session_begin(&session, call, "measure", err) &&
        edit_score_measure(&session.edit, call->arguments[1], named ? call->arguments[2] : NULL,
                           call->arguments[named ? 3 : 2], err)) {
        session_end_scored(&session, BASIS_SUPPORTED, err);
    }
    session_close(&session);
    return 0;
}

static int run_claim(const struct call *call, struct error *err)
{
    struct session session;
    if (session_open(&session, call->arguments[0], STORE_WRITE, err) &&
        session_begin(&session, call, "claim", err) &&
        edit_claim(&session.edit, call->arguments[1], call->arguments[2],
                   command_value(call, "note"), err)) {
        session_end_scored(&session, BASIS_SUPPORTED, err);
    }
    session_close(&session);
    return 0;
}

static int run_rate(const struct call *call, struct error *err)
{
    struct session session;
    if (session_open(&session, call->arguments[0], STORE_WRITE, err) &&
        session_begin(&session, call, "rate", err) &&
        edit_rate(&session.edit, call->arguments[1], call->arguments[2],
                  command_value(call, "reason"), command_value(call, "stage"), err)) {
        session_end_scored(&session, BASIS_VERIFIED, err);
    }
    session_close(&session);
    return 0;
}

/* ---- states ---- */

/* Moves every indicator that is named, all or none. */
static void move(const struct call *call, enum state state, const char *reason, struct error *err)
{
    struct session session;
    bool ok = session_open(&session, call->arguments[0], STORE_WRITE, err) &&
              session_begin(&session, call, call->command->name, err);
    for (size_t i = 1; ok && i < call->argument_count; i++) {
        ok = edit_state(&session.edit, call->arguments[i], state, reason, err);
    }
    if (ok) {
        session_end(&session, err);
    }
    session_close(&session);
}

static int run_submit(const struct call *call, struct error *err)
{
    move(call, STATE_SUBMITTED, NULL, err);
    return 0;
}

/* Confirms the indicators that are named, or all where --all stands. */
static int run_confirm(const struct call *call, struct error *err)
{
    struct session session;
    bool all = command_has(call, "all");
    if (all != (call->argument_count == 1)) {
        error_set(err, M_CONFIRM_WHAT, call->command->name);
        return 0;
    }
    bool ok = session_open(&session, call->arguments[0], STORE_WRITE, err) &&
              session_begin(&session, call, "confirm", err) &&
              (!all || edit_confirm(&session.edit, NULL, err));
    for (size_t i = 1; ok && i < call->argument_count; i++) {
        ok = edit_confirm(&session.edit, call->arguments[i], err);
    }
    if (ok) {
        session_end_scored(&session, BASIS_SUPPORTED, err);
    }
    session_close(&session);
    return 0;
}

static int run_return(const struct call *call, struct error *err)
{
    move(call, STATE_RETURNED, command_value(call, "reason"), err);
    return 0;
}

static int run_lock(const struct call *call, struct error *err)
{
    move(call, STATE_LOCKED, NULL, err);
    return 0;
}

const struct command command_answer_table[] = {
    {.name = "fill",
     .arguments = "FILE.spbe",
     .least = 1,
     .most = 1,
     .summary = N_("answer in a full-screen dialogue, criterion by criterion"),
     .example = "spbe fill kota.spbe",
     .details =
         N_("Every answer is saved as it is given. The keys stand at the bottom of the screen, '?' "
            "explains all of them. Needs a terminal of at least 80 "
            "columns and 24 rows; without one, take 'spbe answer' or the Excel form."),
     .run = fill_run},
    {.name = "answer",
     .arguments = "FILE.spbe CRITERION yes|no|-",
     .least = 3,
     .most = 3,
     .summary = N_("answer a criterion; '-' takes the answer back"),
     .example = "spbe answer kota.spbe I11.3.a yes",
     .details =
         N_("'ya' and 'tidak' are taken too. Where evidence items score, they are answered in the "
            "same way: I01.2.e1."),
     .run = run_answer,
     .options = {{"note", "TEXT", N_("a note on the answer"), 0, false}}},
    {.name = "measure",
     .arguments = "FILE.spbe INDICATOR [INDEX] VALUE",
     .least = 3,
     .most = 4,
     .summary = N_("give the value of an outside index that scores an indicator"),
     .example = "spbe measure pemdi.spbe I05 68,75",
     .details =
         N_("'-' takes it back. INDEX is its short name, as 'spbe rules show' tells it; it may be "
            "left out. Decimals with comma or point."),
     .run = run_measure},
    {.name = "claim",
     .arguments = "FILE.spbe INDICATOR VALUE",
     .least = 3,
     .most = 3,
     .summary = N_("state the level that the agency claims; '-' takes it back"),
     .example = "spbe claim kota.spbe I11 3",
     .run = run_claim,
     .options = {{"note", "TEXT", N_("a note on the indicator"), 0, false}}},
    {.name = "rate",
     .arguments = "FILE.spbe INDICATOR VALUE",
     .least = 3,
     .most = 3,
     .summary = N_("set an assessor's value, with the reason"),
     .example = "spbe rate kota.spbe I11 2 --reason 'Perwali belum ditetapkan'",
     .details = N_("All values are kept; the one of the latest stage counts."),
     .run = run_rate,
     .options = {{"reason", "TEXT", N_("why; must be given"), 0, false},
                 {"stage", "STAGE", N_("dokumen (unless given), interviu, visitasi or reviu"), 0,
                  false}}},
    {.name = "confirm",
     .arguments = "FILE.spbe [INDICATOR...]",
     .least = 1,
     .many = true,
     .summary = N_("confirm what was carried over from another assessment, so that it counts"),
     .example = "spbe confirm kota.spbe I11 I12",
     .details = N_("Look at the answers and documents first: they were given for another year or "
                   "another instrument. What is wrong is corrected by 'spbe answer' and 'spbe "
                   "evidence withdraw', before or after."),
     .run = run_confirm,
     .options = {{"all", NULL, N_("all indicators that wait for it"), 0, false}}},
    {.name = "submit",
     .arguments = "FILE.spbe INDICATOR...",
     .least = 2,
     .many = true,
     .summary = N_("hand indicators in for review"),
     .example = "spbe submit kota.spbe I11 I12",
     .run = run_submit},
    {.name = "return",
     .arguments = "FILE.spbe INDICATOR...",
     .least = 2,
     .many = true,
     .summary = N_("give indicators back to be reworked, with the reason"),
     .example = "spbe return kota.spbe I11 --reason 'bukti belum ditandatangani'",
     .details = N_("Also opens what was locked."),
     .run = run_return,
     .options = {{"reason", "TEXT", N_("why; must be given"), 0, false}}},
    {.name = "lock",
     .arguments = "FILE.spbe INDICATOR...",
     .least = 2,
     .many = true,
     .summary = N_("close indicators against any change"),
     .example = "spbe lock kota.spbe I11",
     .run = run_lock},
    {.name = "status",
     .arguments = "FILE.spbe",
     .least = 1,
     .most = 1,
     .summary = N_("what is still missing, by domain and unit"),
     .example = "spbe status kota.spbe",
     .details =
         N_("An indicator is complete when it has a claim, when its criteria are answered up "
            "to the first level that is not met, and when each met level has its evidence. "
            "An untouched one is no progress. Exit status 1 while something is missing."),
     .run = status_run,
     .options = {{"json", NULL, N_("the result as JSON, on one line"), 0, false}}},
    {.name = NULL},
};
