#include "form_sighting.h"

#include "arena.h"
#include "day.h"
#include "edit_score.h"
#include "folder.h"
#include "lang.h"
#include "limit.h"
#include "message.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

bool form_is_link(const char *text)
{
    return strncasecmp(text, "http://", 7) == 0 || strncasecmp(text, "https://", 8) == 0;
}

struct form_place form_sighting_place(const struct form_sighting *sighting, enum form_cell cell)
{
    return (struct form_place){sighting->sheet, sighting->row, sighting->columns[cell]};
}

/* ---- cells ---- */

/* A row on its way in. */
struct row_taking {
    struct form_sightings *all;
    const struct form_row *row;
    struct form_sighting *sighting;
    bool wrong; /* a problem was told */
};

static void tell(struct row_taking *taking, enum form_cell cell, struct error *problem)
{
    struct form_place place = {taking->row->sheet, taking->row->row, taking->row->columns[cell]};
    form_report_problem(taking->all->report, &place, problem);
    taking->wrong = true;
}

/* True when a text is not what the form began with. */
static bool is_touched(const struct form_row *row, enum form_cell cell, const char *text)
{
    char mark[FORM_MARK + 1];
    const char *began = row->base == NULL ? "" : row->base->marks[cell];
    if (text[0] == '\0' || began[0] == '\0') {
        return text[0] != '\0' || began[0] != '\0';
    }
    form_mark(text, mark);
    return strcmp(mark, began) != 0;
}

/* A text, or a number as people see it. */
static const char *read_text(struct row_taking *taking, enum form_cell cell)
{
    const struct form_raw *raw = &taking->row->cells[cell];
    struct error problem = {.kind = ERROR_NONE};
    if (raw->kind == SHEET_NUMBER && strlen(raw->text) > 12) {
        return arena_format(taking->all->arena, "%.15g", strtod(raw->text, NULL));
    }
    if (raw->kind != SHEET_NUMBER && raw->kind != SHEET_TEXT) {
        error_set(&problem, M_FORM_KIND, NULL, form_shown(raw->text), raw->text);
        tell(taking, cell, &problem);
    }
    return arena_string(taking->all->arena, raw->text);
}

static const char *read_date(struct row_taking *taking)
{
    const struct form_raw *raw = &taking->row->cells[FORM_DATE];
    struct error problem = {.kind = ERROR_NONE};
    char day[11];
    bool date = raw->kind == SHEET_DATE;
    if (raw->text[0] == '\0' || (date && !is_touched(taking->row, FORM_DATE, raw->text))) {
        return arena_string(taking->all->arena, raw->text);
    }
    if (date) {
        memcpy(day, raw->text, sizeof day);
    }
    date = date || (raw->kind == SHEET_TEXT && day_typed(raw->text, day));
    if (!date || strcmp(day, DAY_FIRST) < 0) {
        if (is_touched(taking->row, FORM_DATE, raw->text)) {
            error_set(&problem, M_FORM_DATE, NULL, form_shown(raw->text), raw->text);
            tell(taking, FORM_DATE, &problem);
        }
        return arena_string(taking->all->arena, raw->text);
    }
    return arena_string(taking->all->arena, day);
}

/* The name of a file without folders, or a link; *typed gets it as typed. */
static const char *read_file(struct row_taking *taking, const char **typed)
{
    struct error problem = {.kind = ERROR_NONE};
    const char *text = read_text(taking, FORM_FILE);
    *typed = text;
    if (text[0] == '\0' || form_is_link(text)) {
        return text;
    }
    if (!folder_is_name(text)) {
        if (is_touched(taking->row, FORM_FILE, text)) {
            error_set(&problem, M_FORM_PATH, NULL, form_shown(text), text);
            tell(taking, FORM_FILE, &problem);
        }
        return text;
    }
    const char *name = text;
    for (const char *at = text; *at != '\0'; at++) {
        name = *at == '/' || *at == '\\' ? at + 1 : name;
    }
    return name;
}

/* Refuses what is too long, so that the whole row is told, not its first long text. */
static void check_length(struct row_taking *taking, enum form_cell cell, const char *text)
{
    struct error problem = {.kind = ERROR_NONE};
    const char *checked = NULL;
    if (!edit_check_text(NULL, text, &checked, &problem)) {
        tell(taking, cell, &problem);
    }
}

/* Reads the cells of evidence; false when all are empty. */
static bool read_cells(struct row_taking *taking)
{
    struct form_sighting *sighting = taking->sighting;
    bool any = false;
    for (enum form_cell cell = FORM_TITLE; cell < FORM_CELLS; cell++) {
        const char *text = "";
        if (taking->row->columns[cell] == 0) {
            sighting->texts[cell] = text;
            continue;
        }
        text = cell == FORM_DATE   ? read_date(taking)
               : cell == FORM_FILE ? read_file(taking, &sighting->typed)
                                   : read_text(taking, cell);
        sighting->texts[cell] = text;
        sighting->touched[cell] = is_touched(taking->row, cell, text);
        check_length(taking, cell, text);
        any = any || text[0] != '\0';
    }
    return any;
}

/* ---- what a row of the register supports ---- */

/* What a row names: indicators and criteria by position, items that score as the key counts them. */
struct targets {
    struct row_taking *taking;
    bool *indicators, *criteria, *items;
    bool any;
};

static void take_target(struct targets *targets, const char *id)
{
    const struct instrument *instrument = targets->taking->all->key->edit->instrument;
    struct error problem = {.kind = ERROR_NONE};
    struct score_subject score;
    int indicator = instrument_find_indicator(instrument, id, strlen(id), 0);
    targets->any = true;
    if (edit_score_is_item(id) && edit_score_subject(instrument, id, &score)) {
        targets->items[targets->taking->all->key->items[score.level] + score.item - 1] = true;
        targets->indicators[score.indicator] = true;
        return;
    }
    int criterion = indicator != NOWHERE ? NOWHERE : edit_criterion(instrument, id, &problem);
    if (criterion != NOWHERE) {
        targets->criteria[criterion] = true;
        indicator = instrument->criteria[criterion].indicator;
    }
    if (indicator != NOWHERE) {
        targets->indicators[indicator] = true;
    } else {
        tell(targets->taking, FORM_VALUE, &problem);
    }
}

/* Reads ids separated by commas, semicolons or white space. */
static void read_targets(struct targets *targets, const char *text)
{
    static const char between[] = ",; \n";
    struct arena *arena = targets->taking->all->arena;
    const struct form_report *report = targets->taking->all->report;
    for (const char *at = text + strspn(text, between);
         *at != '\0' && report->problems < LIMIT_PROBLEMS;) {
        size_t length = strcspn(at, between);
        take_target(targets, arena_copy(arena, at, length));
        at += length;
        at += strspn(at, between);
    }
}

/* Adds the items of a level among the targets. */
static void join_items(const struct targets *targets, const struct indicator *about,
                       uint32_t position, struct text *ids)
{
    const struct form_key *key = targets->taking->all->key;
    const struct level *level = &key->edit->instrument->levels[position];
    for (size_t n = 0; n < level->item_count; n++) {
        if (targets->items[key->items[position] + n]) {
            text_format(ids, "%s%s.%d.e%zu", ids->length > 0 ? "," : "", about->id, level->number,
                        n + 1);
        }
    }
}

/* The ids of an indicator's criteria and items among the targets, by commas. */
static const char *join(const struct targets *targets, int indicator)
{
    const struct instrument *instrument = targets->taking->all->key->edit->instrument;
    const struct indicator *about = &instrument->indicators[indicator];
    struct text ids = TEXT_EMPTY;
    for (uint32_t l = 0; l < about->levels.count; l++) {
        struct span span = instrument->levels[about->levels.first + l].criteria;
        for (uint32_t c = span.first; c < span.first + span.count; c++) {
            if (targets->criteria[c]) {
                text_add(&ids, ids.length > 0 ? "," : "");
                text_add(&ids, instrument->criteria[c].id);
            }
        }
    }
    for (uint32_t l = 0; l < about->levels.count; l++) {
        join_items(targets, about, about->levels.first + l, &ids);
    }
    const char *joined = arena_copy(targets->taking->all->arena, ids.bytes, ids.length);
    text_release(&ids);
    return joined;
}

/* ---- rows ---- */

static void append(struct form_sightings *all, const struct form_sighting *sighting)
{
    if (all->count++ == LIMIT_FORM_EVIDENCE) {
        error_set(&all->refusal, M_FORM_EVIDENCE, sighting->sheet, LIMIT_FORM_EVIDENCE);
    }
    if (error_is_set(&all->refusal)) {
        return;
    }
    struct form_sighting *copy = arena_get(all->arena, 1, sizeof *copy);
    *copy = *sighting;
    if (all->last == NULL) {
        all->first = copy;
    } else {
        all->last->next = copy;
    }
    all->last = copy;
}

/* Adds a sighting for each indicator that the row of the register names. Only that of the item's own
 * indicator is about the item. */
static void append_targets(struct row_taking *taking, const struct targets *targets)
{
    const struct instrument *instrument = taking->all->key->edit->instrument;
    const struct form_sighting *row = taking->sighting;
    const struct exhibit *exhibit =
        row->item == NULL ? NULL : form_key_exhibit(taking->all->key, row->item);
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        const char *id = instrument->indicators[i].id;
        bool own = exhibit != NULL && strcmp(exhibit->indicator, id) == 0;
        struct form_sighting one = *row;
        if (!targets->indicators[i] && !own) {
            continue;
        }
        one.indicator = id;
        one.criteria = join(targets, (int)i);
        if (own) {
            one.supports_touched = targets->any && is_touched(taking->row, FORM_VALUE,
                                                              taking->row->cells[FORM_VALUE].text);
        } else if (exhibit != NULL) {
            one.item = NULL;
            one.base = NULL;
        }
        append(taking->all, &one);
    }
}

/* Says of a row that was emptied what that means. */
static void tell_emptied(const struct row_taking *taking, enum form_cell cell)
{
    const struct form_row *row = taking->row;
    struct text text = TEXT_EMPTY;
    struct form_place place = {row->sheet, row->row, row->columns[cell]};
    text_format(&text,
                _("was emptied, which takes nothing away: %s stays as evidence; 'spbe evidence "
                  "withdraw' takes it back"),
                taking->sighting->item);
    form_report_notice(taking->all->report, &place, text.bytes);
    text_release(&text);
}

/* Whether the row says enough for a document; tells what is missing. */
static bool is_complete(struct row_taking *taking, const struct targets *targets)
{
    const struct form_sighting *s = taking->sighting;
    struct error problem = {.kind = ERROR_NONE};
    const struct instrument *instrument = taking->all->key->edit->instrument;
    if (s->texts[FORM_TITLE][0] == '\0' && s->texts[FORM_NUMBER][0] == '\0' &&
        s->texts[FORM_FILE][0] == '\0') {
        error_set(&problem, M_FORM_UNNAMED, NULL);
        tell(taking, FORM_TITLE, &problem);
    } else if (targets != NULL && !targets->any && s->item == NULL) {
        error_set(&problem, M_FORM_SUPPORTS, NULL, instrument->criteria[0].id);
        tell(taking, FORM_VALUE, &problem);
    }
    return !taking->wrong;
}

/* A row of the register. */
static void take_register_row(struct row_taking *taking, bool any)
{
    const struct instrument *instrument = taking->all->key->edit->instrument;
    struct arena *arena = taking->all->arena;
    if (!any && taking->sighting->item == NULL && taking->row->cells[FORM_VALUE].text[0] == '\0') {
        return;
    }
    struct targets targets = {
        .taking = taking,
        .indicators = arena_get(arena, instrument->indicator_count, sizeof(bool)),
        .criteria = arena_get(arena, instrument->criterion_count, sizeof(bool)),
        .items = arena_get(arena, taking->all->key->item_count, sizeof(bool))};
    read_targets(&targets, taking->row->cells[FORM_VALUE].text);
    bool free_row = taking->sighting->item == NULL;
    if (!any && !free_row) {
        tell_emptied(taking, FORM_TITLE);
    } else if (is_complete(taking, &targets)) {
        if (!targets.any) {
            tell_emptied(taking, FORM_VALUE);
        }
        append_targets(taking, &targets);
    }
}

/* Position of the indicator of a criterion or of an item that scores; NOWHERE for any other id. */
static int indicator_of(const struct instrument *instrument, const char *id)
{
    struct score_subject score;
    int criterion = instrument_find_criterion(instrument, id, strlen(id), 0);
    if (criterion != NOWHERE) {
        return instrument->criteria[criterion].indicator;
    }
    return edit_score_is_item(id) && edit_score_subject(instrument, id, &score) ? score.indicator
                                                                                : NOWHERE;
}

/* The row of a criterion or of an item that scores. */
static void take_answer_row(struct row_taking *taking, bool any)
{
    const struct instrument *instrument = taking->all->key->edit->instrument;
    struct form_sighting *sighting = taking->sighting;
    const char *id = taking->row->id;
    if (!any) {
        if (sighting->item != NULL && taking->row->columns[FORM_TITLE] != 0) {
            tell_emptied(taking, FORM_TITLE);
        }
    } else if (is_complete(taking, NULL)) {
        sighting->indicator = instrument->indicators[indicator_of(instrument, id)].id;
        sighting->criteria = arena_string(taking->all->arena, id);
        append(taking->all, sighting);
    }
}

bool form_sighting_row(struct form_sightings *sightings, const struct form_row *row,
                       struct error *err)
{
    const struct instrument *instrument = sightings->key->edit->instrument;
    struct form_sighting sighting = {
        .sheet = row->sheet, .row = row->row, .base = row->base, .typed = ""};
    struct row_taking taking = {sightings, row, &sighting, false};
    memcpy(sighting.columns, row->columns, sizeof sighting.columns);
    sighting.of_register = indicator_of(instrument, row->id) == NOWHERE;
    sighting.item = !sighting.of_register ? row->base->item
                    : row->id[0] == '\0'  ? NULL
                                          : arena_string(sightings->arena, row->id);
    bool any = read_cells(&taking);
    if (sighting.of_register) {
        take_register_row(&taking, any);
    } else {
        take_answer_row(&taking, any);
    }
    if (error_is_set(&sightings->refusal)) {
        *err = sightings->refusal;
        return false;
    }
    return true;
}
