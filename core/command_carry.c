/* The command that carries an earlier assessment over into a new one. */
#include "command.h"

#include "carry.h"
#include "console.h"
#include "figure.h"
#include "file.h"
#include "interval.h"
#include "lang.h"
#include "message.h"
#include "session.h"
#include "table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct carry_call {
    const struct call *call;
    struct session session; /* of the new file */
    struct store *store;    /* the earlier file */
    struct pack *pack;      /* its rules */
    struct assessment old;
    const struct crosswalk *crosswalk; /* NULL within one instrument */
    struct carry_line *lines;
};

/* ---- what is carried from where ---- */

/* Both files are of one agency. */
static bool check_agency(const struct carry_call *c, struct error *err)
{
    const struct store_about *old = store_about(c->store);
    const struct store_about *new = store_about(c->session.store);
    bool same = strcmp(old->agency, new->agency) == 0 && old->kind == new->kind;
    return same || command_has(c->call, "anyway") ||
           error_set(err, M_CARRY_AGENCY, c->call->arguments[0], old->agency, new->agency);
}

/* There is something new to carry into: another year, or another instrument with a crosswalk. */
static bool find_way(struct carry_call *c, struct error *err)
{
    const struct store_about *old = store_about(c->store);
    const struct store_about *new = store_about(c->session.store);
    if (strcmp(old->instrument, new->instrument) == 0) {
        return old->year != new->year ||
               error_set(err, M_CARRY_YEAR, c->call->arguments[0], old->year);
    }
    c->crosswalk = pack_crosswalk(c->session.pack, old->instrument);
    return c->crosswalk != NULL ||
           error_set(err, M_CARRY_WAY, c->call->arguments[0], old->instrument, new->instrument);
}

static bool open_both(struct carry_call *c, struct error *err)
{
    char **arguments = c->call->arguments;
    if (!session_open(&c->session, arguments[1], STORE_WRITE, err)) {
        return false;
    }
    if (store_is_itself(c->session.store, arguments[0])) {
        return error_set(err, M_CARRY_SELF, arguments[0]);
    }
    c->store = store_open(arguments[0], STORE_READ, err);
    return c->store != NULL && check_agency(c, err) && find_way(c, err) &&
           (c->pack = pack_load(store_about(c->store)->instrument, err)) != NULL &&
           store_load(c->store, pack_instrument(c->pack), &c->session.arena, &c->old, err);
}

/* Carries, as one step. */
static bool carry_all(struct carry_call *c, struct error *err)
{
    struct session *session = &c->session;
    char *scratch = NULL;
    const char *beside = arena_format(&session->arena, "%s-carry", c->call->arguments[1]);
    if (!file_temporary(beside, &scratch, err)) {
        return false;
    }
    c->lines = arena_get(&session->arena, session->instrument->indicator_count, sizeof *c->lines);
    struct carry_from from = {c->store, &c->old, c->crosswalk, scratch};
    bool ok = session_begin(session, c->call, "carry", err) &&
              carry_run(&session->edit, &from, c->lines, err) && store_commit(session->store, err);
    file_abandon(scratch);
    free(scratch);
    return ok;
}

/* ---- telling ---- */

/* "I03, I04 (split)", or "–" */
static void add_origin(struct table *table, const struct carry_line *line)
{
    struct text text = TEXT_EMPTY;
    for (string_list id = line->row == NULL ? NULL : line->row->from; id != NULL && *id != NULL;
         id++) {
        text_format(&text, "%s%s", text.length == 0 ? "" : ", ", *id);
    }
    table_cell(table, TONE_PLAIN, text.length == 0 ? "–" : text.bytes);
    text_release(&text);
}

/* Why nothing, or not all, was carried. */
static void add_remark(struct table *table, const struct carry_line *line)
{
    static const char *const outcomes[CARRY_OUTCOMES] = {
        [CARRY_EMPTY] = N_("nothing that can be carried"),
        [CARRY_NONE] = N_("nothing corresponds"),
        [CARRY_OWN] = N_("has answers of its own"),
        [CARRY_BEFORE] = N_("carried before, waits for confirmation"),
        [CARRY_LOCKED] = N_("is locked"),
    };
    struct text text = TEXT_EMPTY;
    if (line->outcome != CARRY_DONE) {
        text_add(&text, _(outcomes[line->outcome]));
    } else if (line->row != NULL) {
        text_add(&text, crosswalk_relation_label(line->row->relation));
    }
    if (line->left > 0) {
        text_format(&text, "%s", text.length == 0 ? "" : "; ");
        text_format(&text, _("answers left behind, as their criteria read otherwise: %u"),
                    line->left);
    }
    if (line->loose > 0) {
        text_format(&text, "%s", text.length == 0 ? "" : "; ");
        text_format(&text, _("documents that name no criterion yet: %u"), line->loose);
    }
    if (line->row != NULL && line->row->note[0] != '\0') {
        text_format(&text, "%s%s", text.length == 0 ? "" : "; ", line->row->note);
    }
    table_cell(table, TONE_PLAIN, text.bytes);
    text_release(&text);
}

static void print_lines(const struct carry_call *c, const struct console *console)
{
    static const struct table_column columns[] = {
        {.title = N_("Indicator")},
        {.title = N_("From")},
        {.title = N_("Answers"), .right = true},
        {.title = N_("Documents"), .right = true},
        {.title = N_("Remark"), .gives = true},
    };
    struct table *table = table_new(columns, 5);
    for (size_t i = 0; i < c->session.instrument->indicator_count; i++) {
        const struct carry_line *line = &c->lines[i];
        enum console_tone tone = line->outcome == CARRY_DONE ? TONE_STRONG : TONE_PLAIN;
        table_cell(table, tone, c->session.instrument->indicators[i].id);
        if (line->row == NULL) {
            table_cell(table, TONE_PLAIN, c->session.instrument->indicators[i].id);
        } else {
            add_origin(table, line);
        }
        table_format(table, tone, "%u", line->answers);
        table_format(table, tone, "%u", line->evidence);
        add_remark(table, line);
    }
    table_print(table, console);
    table_free(table);
}

/* What was assessed and is not any more. */
static void print_gone(const struct crosswalk *crosswalk)
{
    for (size_t i = 0; i < crosswalk->row_count; i++) {
        const struct crosswalk_row *row = &crosswalk->rows[i];
        for (string_list id = row->to == NULL ? row->from : NULL; id != NULL && *id != NULL; id++) {
            printf(_("not assessed any more: %s. %s\n"), *id, row->note);
        }
    }
}

static void print_totals(const struct carry_call *c)
{
    unsigned answers = 0, evidence = 0, indicators = 0;
    for (size_t i = 0; i < c->session.instrument->indicator_count; i++) {
        answers += c->lines[i].answers;
        evidence += c->lines[i].evidence;
        indicators += c->lines[i].outcome == CARRY_DONE;
    }
    printf(_("carried: %u answers and %u documents into %u of %zu indicators\n"), answers, evidence,
           indicators, c->session.instrument->indicator_count);
    if (indicators > 0) {
        printf(_("They count when somebody has looked at them: spbe confirm %s INDICATOR...\n"),
               c->call->arguments[1]);
    }
}

/* "between 1,00 (Kurang) and 4,20 (Memuaskan)" */
static bool print_interval(struct carry_call *c, struct error *err)
{
    struct session *session = &c->session;
    struct assessment assessment;
    struct interval interval;
    if (!store_load(session->store, session->instrument, &session->arena, &assessment, err) ||
        !interval_of(&assessment, &session->arena, &interval, err)) {
        return false;
    }
    const struct index_value *ends[] = {&interval.lowest, &interval.highest};
    struct text texts[] = {TEXT_EMPTY, TEXT_EMPTY};
    for (size_t i = 0; i < 2; i++) {
        figure_rounded(&texts[i], ends[i]->exact, session->instrument->decimals);
        text_format(&texts[i], " (%s)", ends[i]->band == NULL ? "–" : ends[i]->band->name);
    }
    printf(_("Once confirmed, the supported index by %s lies between %s, if nothing is added, and "
             "%s, if all the rest is met and proven.\n"),
           session->instrument->id, texts[0].bytes, texts[1].bytes);
    text_release(&texts[0]);
    text_release(&texts[1]);
    return true;
}

static void tell(struct carry_call *c, struct error *err)
{
    struct console console;
    console_open(&console, stdout);
    print_lines(c, &console);
    if (c->crosswalk != NULL) {
        print_gone(c->crosswalk);
        printf(_("Crosswalk: %s\n"), c->crosswalk->source);
    }
    print_totals(c);
    print_interval(c, err);
}

static int run_carry(const struct call *call, struct error *err)
{
    struct carry_call c = {.call = call};
    if (open_both(&c, err) && carry_all(&c, err)) {
        tell(&c, err);
    }
    pack_free(c.pack);
    store_close(c.store);
    session_close(&c.session);
    return 0;
}

const struct command command_carry_table[] = {
    {.name = "carry",
     .arguments = "OLD.spbe NEW.spbe",
     .least = 2,
     .most = 2,
     .summary = N_("carry answers and evidence over from an earlier assessment"),
     .example = "spbe carry kota-2023.spbe kota.spbe",
     .details =
         N_("NEW.spbe is made before with 'spbe new', for the same agency. Within one instrument "
            "answers go where the criterion holds in both years; from another one along the "
            "crosswalk of its pack, only where the words are the same or the crosswalk says so. "
            "Documents go along with their content. Claims, verdicts and outside indices stay: "
            "they are of their year. Indicators that have answers of their own are left alone. "
            "What was carried is marked, and counts only after 'spbe confirm'."),
     .run = run_carry,
     .options = {{"anyway", NULL, N_("also from another agency, or one of another name"), 0,
                  false}}},
    {.name = NULL},
};
