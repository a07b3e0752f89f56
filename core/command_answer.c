/* Commands that fill an assessment in and judge it: answers, claims, verdicts, states, what is
 * missing. */
#include "command.h"

#include "console.h"
#include "evaluation.h"
#include "explanation.h"
#include "fill.h"
#include "json_out.h"
#include "lang.h"
#include "message.h"
#include "progress.h"
#include "session.h"
#include "table.h"

#include <stdio.h>
#include <string.h>

static int run_answer(const struct call *call, struct error *err)
{
    struct session session;
    if (session_open(&session, call->arguments[0], STORE_WRITE, err) &&
        session_begin(&session, call, "answer", err) &&
        edit_answer(&session.edit, call->arguments[1], call->arguments[2],
                    command_value(call, "note"), err)) {
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

/* ---- status ---- */

/* What `status` looks at. */
struct status {
    struct session session;
    struct assessment assessment;
    struct evaluation evaluation;
    struct progress *progress; /* by position of the indicator */
    struct progress_count all;
    struct console out;
};

static bool open_status(struct status *status, const char *path, struct error *err)
{
    struct session *session = &status->session;
    if (!session_open(session, path, STORE_READ, err) ||
        !store_load(session->store, session->instrument, &session->arena, &status->assessment,
                    err) ||
        !evaluation_run(&status->evaluation, &status->assessment, BASIS_BY_RULE, &session->arena,
                        err)) {
        return false;
    }
    size_t count = session->instrument->indicator_count;
    status->progress = arena_get(&session->arena, count, sizeof *status->progress);
    for (size_t i = 0; i < count; i++) {
        status->progress[i] = progress_of(&status->evaluation, i);
        progress_add(&status->all, &status->progress[i]);
    }
    return true;
}

static const struct table_column count_columns[] = {
    {.title = "", .gives = true},
    {.title = N_("Indicators"), .right = true},
    {.title = N_("Untouched"), .right = true},
    {.title = N_("Begun"), .right = true},
    {.title = N_("Complete"), .right = true},
    {.title = "", .right = true},
};
enum { COUNT_COLUMNS = sizeof count_columns / sizeof count_columns[0] };

static void count_row(struct table *table, enum console_tone tone, const char *name,
                      const struct progress_count *count)
{
    table_cell(table, tone, name);
    table_format(table, tone, "%zu", progress_total(count));
    table_format(table, tone, "%zu", count->of[PROGRESS_UNTOUCHED]);
    table_format(table, tone, "%zu", count->of[PROGRESS_BEGUN]);
    table_format(table, tone, "%zu", count->of[PROGRESS_COMPLETE]);
    if (progress_total(count) > 0) {
        table_format(table, tone, "%u %%", progress_percent(count));
    } else {
        table_cell(table, tone, "–");
    }
}

/* Adds the indicators of an aspect to a count. */
static void count_aspect(const struct status *status, const struct aspect *aspect,
                         struct progress_count *count)
{
    for (uint32_t i = 0; i < aspect->indicators.count; i++) {
        progress_add(count, &status->progress[aspect->indicators.first + i]);
    }
}

/* One row for each domain, or each aspect where there are no domains. */
static void print_domains(const struct status *status)
{
    const struct instrument *instrument = status->session.instrument;
    struct table *table = table_new(count_columns, COUNT_COLUMNS);
    for (size_t d = 0; d < instrument->domain_count; d++) {
        const struct domain *domain = &instrument->domains[d];
        struct progress_count count = {{0}};
        for (uint32_t a = 0; a < domain->aspects.count; a++) {
            count_aspect(status, &instrument->aspects[domain->aspects.first + a], &count);
        }
        count_row(table, TONE_PLAIN, domain->name, &count);
    }
    for (size_t a = 0; a < instrument->aspect_count; a++) {
        struct progress_count count = {{0}};
        count_aspect(status, &instrument->aspects[a], &count);
        if (instrument->domain_count == 0) {
            count_row(table, TONE_PLAIN, instrument->aspects[a].name, &count);
        }
    }
    table_rule(table);
    count_row(table, TONE_STRONG, _("All"), &status->all);
    table_print(table, &status->out);
    table_free(table);
}

/* Counts the indicators of a unit; NULL: of none. */
static struct progress_count count_unit(const struct status *status, const char *unit)
{
    struct progress_count count = {{0}};
    for (size_t i = 0; i < status->session.instrument->indicator_count; i++) {
        const char *owner = status->assessment.responses[i].unit;
        if (unit == NULL ? owner == NULL : owner != NULL && strcmp(owner, unit) == 0) {
            progress_add(&count, &status->progress[i]);
        }
    }
    return count;
}

static bool print_units(struct status *status, struct error *err)
{
    struct store_list units;
    if (!store_subjects(status->session.store, FIELD_UNIT_LISTED, &status->session.arena, &units,
                        err)) {
        return false;
    }
    if (units.count == 0) {
        return true;
    }
    struct table *table = table_new(count_columns, COUNT_COLUMNS);
    for (size_t i = 0; i < units.count; i++) {
        struct progress_count count = count_unit(status, units.items[i]);
        count_row(table, TONE_PLAIN, units.items[i], &count);
    }
    struct progress_count nobody = count_unit(status, NULL);
    if (progress_total(&nobody) > 0) {
        count_row(table, TONE_FAINT, _("(no unit)"), &nobody);
    }
    putchar('\n');
    table_print(table, &status->out);
    table_free(table);
    return true;
}

/* The state of an indicator, with the reason where it was returned. */
static bool add_state(struct status *status, const struct indicator *indicator,
                      const struct response *response, struct text *out, struct error *err)
{
    const char *reason = NULL;
    if (response->state == STATE_OPEN) {
        return true;
    }
    session_tell_fact(FIELD_STATE, assessment_state_word(response->state), out);
    if (!store_get(status->session.store, FIELD_STATE_REASON, indicator->id, &status->session.arena,
                   &reason, err)) {
        return false;
    }
    if (reason != NULL) {
        text_format(out, ": %s", reason);
    }
    return true;
}

/* What each indicator still needs; complete ones only when they have a state to tell. */
static bool print_missing(struct status *status, struct error *err)
{
    static const struct table_column columns[] = {
        {.title = N_("Indicator")},
        {.title = N_("Unit"), .gives = true},
        {.title = N_("State"), .gives = true},
        {.title = N_("Missing"), .gives = true},
    };
    const struct instrument *instrument = status->session.instrument;
    struct table *table = table_new(columns, 4);
    bool ok = true;
    for (size_t i = 0; ok && i < instrument->indicator_count; i++) {
        const struct response *response = &status->assessment.responses[i];
        struct text state = TEXT_EMPTY;
        struct text missing = TEXT_EMPTY;
        ok = add_state(status, &instrument->indicators[i], response, &state, err);
        progress_tell(&status->evaluation, &status->progress[i], &missing);
        if (missing.length > 0 || state.length > 0) {
            table_cell(table, TONE_STRONG, instrument->indicators[i].id);
            table_cell(table, TONE_PLAIN, response->unit);
            table_cell(table, TONE_PLAIN, state.bytes);
            table_cell(table, TONE_PLAIN, missing.length > 0 ? missing.bytes : "–");
        }
        text_release(&missing);
        text_release(&state);
    }
    if (ok && table_rows(table) > 0) {
        putchar('\n');
        table_print(table, &status->out);
    }
    table_free(table);
    return ok;
}

/* The criteria of the level at hand that are not answered. */
static void write_unanswered(const struct status *status, const struct progress *progress,
                             struct json_out *out)
{
    const struct instrument *instrument = status->session.instrument;
    struct span criteria = instrument->levels[progress->level].criteria;
    json_out_key(out, "unanswered");
    json_out_open(out, '[');
    for (uint32_t i = 0; i < criteria.count; i++) {
        const struct criterion *criterion = &instrument->criteria[criteria.first + i];
        if (instrument_holds(criterion->years, status->evaluation.year) &&
            status->assessment.answers[criteria.first + i] == ANSWER_NONE) {
            json_out_string(out, criterion->id);
        }
    }
    json_out_close(out, ']');
}

/* How much is written in the agency's own words, of how much the official application asks for. */
struct words {
    size_t levels, levels_of, questions, questions_of;
};

static struct words count_words(const struct status *status)
{
    const struct assessment *assessment = &status->assessment;
    const struct instrument *instrument = status->session.instrument;
    struct words words = {.questions = assessment->general_count,
                          .questions_of = instrument->question_count};
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        const struct response *response = &assessment->responses[i];
        words.levels += explanation_given(instrument, i, response);
        words.levels_of += explanation_wanted(instrument, i, response);
    }
    return words;
}

static void write_count(struct json_out *out, const char *key, size_t given, size_t of)
{
    json_out_key(out, key);
    json_out_open(out, '{');
    json_out_member_int(out, "given", (int64_t)given);
    json_out_member_int(out, "of", (int64_t)of);
    json_out_close(out, '}');
}

static void print_words(const struct words *words)
{
    if (words->levels_of > 0) {
        printf(_("%zu of %zu levels up to the claimed ones are explained\n"), words->levels,
               words->levels_of);
    }
    if (words->questions_of > 0) {
        printf(_("%zu of %zu general questions are answered\n"), words->questions,
               words->questions_of);
    }
}

static void write_indicator(const struct status *status, size_t i, struct json_out *out)
{
    static const char *const words[] = {[PROGRESS_UNTOUCHED] = "untouched",
                                        [PROGRESS_BEGUN] = "begun",
                                        [PROGRESS_COMPLETE] = "complete"};
    const struct instrument *instrument = status->session.instrument;
    const struct progress *progress = &status->progress[i];
    const struct response *response = &status->assessment.responses[i];
    json_out_open(out, '{');
    json_out_member(out, "id", instrument->indicators[i].id);
    json_out_member(out, "unit", response->unit);
    json_out_member(out, "state", assessment_state_word(response->state));
    json_out_member(out, "progress", words[progress->state]);
    json_out_member_bool(out, "claim_missing", progress->claim);
    if (progress->level != NOWHERE) {
        write_unanswered(status, progress, out);
    }
    if (progress->unproven != NOWHERE) {
        json_out_member_int(out, "evidence_missing_for",
                            instrument->levels[progress->unproven].number);
    }
    json_out_close(out, '}');
}

static void write_status(const struct status *status)
{
    const struct progress_count *all = &status->all;
    struct text line = TEXT_EMPTY;
    struct json_out out = {&line, false};
    json_out_open(&out, '{');
    json_out_member_int(&out, "complete", (int64_t)all->of[PROGRESS_COMPLETE]);
    json_out_member_int(&out, "begun", (int64_t)all->of[PROGRESS_BEGUN]);
    json_out_member_int(&out, "of", (int64_t)progress_total(all));
    json_out_member_int(&out, "percent", progress_percent(all));
    struct words words = count_words(status);
    write_count(&out, "explanations", words.levels, words.levels_of);
    write_count(&out, "general", words.questions, words.questions_of);
    json_out_key(&out, "indicators");
    json_out_open(&out, '[');
    for (size_t i = 0; i < status->session.instrument->indicator_count; i++) {
        write_indicator(status, i, &out);
    }
    json_out_close(&out, ']');
    json_out_close(&out, '}');
    puts(line.bytes);
    text_release(&line);
}

static void print_status(struct status *status, struct error *err)
{
    print_domains(status);
    if (print_units(status, err) && print_missing(status, err)) {
        putchar('\n');
        printf(_("%zu of %zu indicators are complete (%u %%)\n"), status->all.of[PROGRESS_COMPLETE],
               progress_total(&status->all), progress_percent(&status->all));
        struct words words = count_words(status);
        print_words(&words);
    }
}

static int run_status(const struct call *call, struct error *err)
{
    struct status status = {.progress = NULL};
    console_open(&status.out, stdout);
    if (open_status(&status, call->arguments[0], err)) {
        if (command_has(call, "json")) {
            write_status(&status);
        } else {
            print_status(&status, err);
        }
    }
    session_close(&status.session);
    return status.all.of[PROGRESS_COMPLETE] == progress_total(&status.all) ? 0 : 1;
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
     .details = N_("'ya' and 'tidak' are taken too."),
     .run = run_answer,
     .options = {{"note", "TEXT", N_("a note on the answer"), 0, false}}},
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
     .run = run_status,
     .options = {{"json", NULL, N_("the result as JSON, on one line"), 0, false}}},
    {.name = NULL},
};
