#include "status.h"

#include "console.h"
#include "evaluation.h"
#include "explanation.h"
#include "json_out.h"
#include "lang.h"
#include "lateness.h"
#include "pending.h"
#include "progress.h"
#include "session.h"
#include "table.h"

#include <stdio.h>
#include <string.h>

/* What `status` looks at. */
struct status {
    struct session *session; /* open */
    struct assessment assessment;
    struct evaluation evaluation;
    struct progress *progress; /* by position of the indicator */
    struct progress_count all;
    struct late_list late;
    struct console out;
};

/* Looks at the assessment of an open session. */
static bool look(struct status *status, struct session *session, const char *today,
                 struct error *err)
{
    status->session = session;
    if (!store_load(session->store, session->instrument, &session->arena, &status->assessment,
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
    return lateness_find(session->store, &status->evaluation, today, &session->arena, &status->late,
                         err);
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
    const struct instrument *instrument = status->session->instrument;
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
    for (size_t i = 0; i < status->session->instrument->indicator_count; i++) {
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
    if (!store_subjects(status->session->store, FIELD_UNIT_LISTED, &status->session->arena, &units,
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

/* ---- who is late ---- */

/* "late by 12 days (2026-12-15): I01, I07" */
static void tell_late(const struct status *status, const struct late *late, struct text *out)
{
    const struct instrument *instrument = status->session->instrument;
    text_format(out, _("late by %ld days (%s): "), late->days, late->deadline);
    for (size_t i = 0; i < late->count; i++) {
        text_format(out, i == 0 ? "%s" : ", %s", instrument->indicators[late->indicators[i]].id);
    }
}

/* The deadline of all, and each unit that is late with what it is late with. */
static bool print_late(struct status *status, struct error *err)
{
    const char *day = NULL;
    if (!lateness_deadline(status->session->store, NULL, &status->session->arena, &day, err)) {
        return false;
    }
    if (day != NULL || status->late.count > 0) {
        putchar('\n');
    }
    if (day != NULL) {
        printf(_("Deadline: %s\n"), day);
    }
    for (size_t i = 0; i < status->late.count; i++) {
        const struct late *late = &status->late.items[i];
        struct text line = TEXT_EMPTY;
        tell_late(status, late, &line);
        console_item(&status->out, 0, TONE_BAD, late->unit == NULL ? _("(no unit)") : late->unit,
                     line.bytes);
        text_release(&line);
    }
    return true;
}

static void write_late(const struct status *status, struct json_out *out)
{
    json_out_key(out, "late");
    json_out_open(out, '[');
    for (size_t i = 0; i < status->late.count; i++) {
        const struct late *late = &status->late.items[i];
        json_out_open(out, '{');
        json_out_member(out, "unit", late->unit);
        json_out_member(out, "deadline", late->deadline);
        json_out_member_int(out, "days", late->days);
        json_out_key(out, "indicators");
        json_out_open(out, '[');
        for (size_t n = 0; n < late->count; n++) {
            json_out_string(out, status->session->instrument->indicators[late->indicators[n]].id);
        }
        json_out_close(out, ']');
        json_out_close(out, '}');
    }
    json_out_close(out, ']');
}

/* ---- what is missing ---- */

/* The state of an indicator, with the reason where it was returned. */
static bool add_state(struct status *status, const struct indicator *indicator,
                      const struct response *response, struct text *out, struct error *err)
{
    const char *reason = NULL;
    if (response->state == STATE_OPEN) {
        return true;
    }
    session_tell_fact(FIELD_STATE, assessment_state_word(response->state), out);
    if (!store_get(status->session->store, FIELD_STATE_REASON, indicator->id,
                   &status->session->arena, &reason, err)) {
        return false;
    }
    if (reason != NULL) {
        text_format(out, ": %s", reason);
    }
    return true;
}

/* A row for an indicator; none for one that is complete and has no state to tell. */
static bool missing_row(struct status *status, size_t i, struct table *table, struct error *err)
{
    const struct indicator *indicator = &status->session->instrument->indicators[i];
    const struct response *response = &status->assessment.responses[i];
    struct text state = TEXT_EMPTY;
    struct text missing = TEXT_EMPTY;
    bool ok = add_state(status, indicator, response, &state, err);
    progress_tell(&status->evaluation, &status->progress[i], &missing);
    if (missing.length > 0 || state.length > 0) {
        bool returned = response->state == STATE_RETURNED;
        table_cell(table, TONE_STRONG, indicator->id);
        table_cell(table, TONE_PLAIN, response->unit);
        table_cell(table, returned ? TONE_WARN : TONE_PLAIN, state.bytes);
        table_cell(table, TONE_PLAIN, missing.length > 0 ? missing.bytes : "–");
    }
    text_release(&missing);
    text_release(&state);
    return ok;
}

/* What each indicator still needs, those that were returned first. */
static bool print_missing(struct status *status, struct error *err)
{
    static const struct table_column columns[] = {
        {.title = N_("Indicator")},
        {.title = N_("Unit"), .gives = true},
        {.title = N_("State"), .gives = true},
        {.title = N_("Missing"), .gives = true},
    };
    size_t count = status->session->instrument->indicator_count;
    struct table *table = table_new(columns, 4);
    bool ok = true;
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; ok && i < count; i++) {
            bool returned = status->assessment.responses[i].state == STATE_RETURNED;
            ok = returned != (pass == 0) || missing_row(status, i, table, err);
        }
    }
    if (ok && table_rows(table) > 0) {
        putchar('\n');
        table_print(table, &status->out);
    }
    table_free(table);
    return ok;
}

/* The criteria, or the items where they score, of the level at hand that are not answered. */
static void write_unanswered(const struct status *status, size_t indicator, struct json_out *out)
{
    const struct instrument *instrument = status->session->instrument;
    const struct level *level = &instrument->levels[status->progress[indicator].level];
    const struct response *response = &status->assessment.responses[indicator];
    struct span criteria = level->criteria;
    struct text id = TEXT_EMPTY;
    json_out_key(out, "unanswered");
    json_out_open(out, '[');
    for (uint32_t i = 0; level->item_count == 0 && i < criteria.count; i++) {
        if (evaluation_waits(&status->evaluation, criteria.first + i, ANSWER_NONE)) {
            json_out_string(out, instrument->criteria[criteria.first + i].id);
        }
    }
    for (size_t i = 0; i < level->item_count; i++) {
        const struct item *item = assessment_item(response, level->number, (int)i + 1);
        if (item == NULL || item->answer == ANSWER_NONE) {
            text_clear(&id);
            text_format(&id, "%s.%d.e%zu", instrument->indicators[indicator].id, level->number,
                        i + 1);
            json_out_string(out, id.bytes);
        }
    }
    text_release(&id);
    json_out_close(out, ']');
}

/* How much is written in the agency's own words, of how much the official application asks for. */
struct words {
    size_t levels, levels_of, questions, questions_of;
};

static struct words count_words(const struct status *status)
{
    const struct assessment *assessment = &status->assessment;
    const struct instrument *instrument = status->session->instrument;
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
    const struct instrument *instrument = status->session->instrument;
    const struct progress *progress = &status->progress[i];
    const struct response *response = &status->assessment.responses[i];
    json_out_open(out, '{');
    json_out_member(out, "id", instrument->indicators[i].id);
    json_out_member(out, "unit", response->unit);
    json_out_member(out, "state", assessment_state_word(response->state));
    json_out_member(out, "progress", words[progress->state]);
    json_out_member_bool(out, "claim_missing", progress->claim);
    if (progress->carried) {
        json_out_member(out, "carried", response->carried);
    }
    if (progress->level != NOWHERE) {
        write_unanswered(status, i, out);
    }
    if (progress->measure) {
        json_out_member_bool(out, "measure_missing", true);
    }
    if (progress->unproven != NOWHERE) {
        json_out_member_int(out, "evidence_missing_for",
                            instrument->levels[progress->unproven].number);
    }
    json_out_close(out, '}');
}

static void write_status(const struct status *status, struct text *line)
{
    const struct progress_count *all = &status->all;
    struct json_out out = {line, false};
    json_out_open(&out, '{');
    json_out_member_int(&out, "complete", (int64_t)all->of[PROGRESS_COMPLETE]);
    json_out_member_int(&out, "begun", (int64_t)all->of[PROGRESS_BEGUN]);
    json_out_member_int(&out, "of", (int64_t)progress_total(all));
    json_out_member_int(&out, "percent", progress_percent(all));
    json_out_member_int(&out, "carried", (int64_t)pending_count(&status->assessment));
    struct words words = count_words(status);
    write_count(&out, "explanations", words.levels, words.levels_of);
    write_count(&out, "general", words.questions, words.questions_of);
    write_late(status, &out);
    json_out_key(&out, "indicators");
    json_out_open(&out, '[');
    for (size_t i = 0; i < status->session->instrument->indicator_count; i++) {
        write_indicator(status, i, &out);
    }
    json_out_close(&out, ']');
    json_out_close(&out, '}');
}

bool status_write(struct session *session, const char *today, struct text *out, struct error *err)
{
    struct status status = {.progress = NULL};
    bool done = look(&status, session, today, err);
    if (done) {
        write_status(&status, out);
    }
    return done;
}

static void print_status(struct status *status, struct error *err)
{
    print_domains(status);
    if (print_units(status, err) && print_late(status, err) && print_missing(status, err)) {
        putchar('\n');
        printf(_("%zu of %zu indicators are complete (%u %%)\n"), status->all.of[PROGRESS_COMPLETE],
               progress_total(&status->all), progress_percent(&status->all));
        size_t pending = pending_count(&status->assessment);
        if (pending > 0) {
            printf(_("%zu indicators hold answers that were carried over and wait for 'spbe "
                     "confirm'\n"),
                   pending);
        }
        struct words words = count_words(status);
        print_words(&words);
    }
}

int status_run(const struct call *call, struct error *err)
{
    struct status status = {.progress = NULL};
    struct session session;
    char today[11];
    lateness_today(today);
    console_open(&status.out, stdout);
    if (session_open(&session, call->arguments[0], STORE_READ, err) &&
        look(&status, &session, today, err)) {
        if (command_has(call, "json")) {
            struct text line = TEXT_EMPTY;
            write_status(&status, &line);
            puts(line.bytes);
            text_release(&line);
        } else {
            print_status(&status, err);
        }
    }
    session_close(&session);
    return status.all.of[PROGRESS_COMPLETE] == progress_total(&status.all) ? 0 : 1;
}
