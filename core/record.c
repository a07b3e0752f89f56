#include "record.h"

#include "message.h"

#include <stdlib.h>
#include <string.h>

bool record_about(struct database *database, struct arena *arena, struct store_about *about,
                  struct error *err)
{
    struct statement *row = database_prepare(
        database, "SELECT instrument, rules, agency, kind, year, person FROM assessment");
    bool found = statement_step(row);
    if (found) {
        const char *rules = statement_text(row, 1, arena);
        const char *kind = statement_text(row, 3, arena);
        *about = (struct store_about){.instrument = statement_text(row, 0, arena),
                                      .rules_sha256 = rules == NULL ? "" : rules,
                                      .agency = statement_text(row, 2, arena),
                                      .kind = kind == NULL ? KIND_NONE
                                                           : assessment_kind(kind, strlen(kind)),
                                      .year = (int)statement_int(row, 4),
                                      .person = statement_text(row, 5, arena)};
    }
    if (!statement_end(row, err)) {
        return false;
    }
    if (!found || about->instrument == NULL || about->agency == NULL || about->kind == KIND_NONE) {
        error_set(err, M_STORE_DAMAGED, database_path(database), "assessment");
        return false;
    }
    return true;
}

/* What a reading of the answers has at hand. */
struct loading {
    struct database *database;
    const struct instrument *instrument;
    struct arena *arena;
    struct assessment *assessment;
    struct error *err;
    int guess; /* position that the next row probably has */
};

static bool damaged(struct loading *r, const char *what)
{
    return error_set(r->err, M_STORE_DAMAGED, database_path(r->database), what);
}

static bool unknown(struct loading *r, const char *id)
{
    if (id == NULL) {
        return damaged(r, "id");
    }
    return error_set(r->err, M_STORE_UNKNOWN_ID, database_path(r->database), id, r->instrument->id);
}

/* The response of the indicator with this id; NULL after setting the error. */
static struct response *find_response(struct loading *r, const char *id)
{
    int position =
        id == NULL ? NOWHERE : instrument_find_indicator(r->instrument, id, strlen(id), r->guess);
    if (position == NOWHERE) {
        unknown(r, id);
        return NULL;
    }
    r->guess = position;
    return &r->assessment->responses[position];
}

static bool read_value(struct loading *r, const char *text, struct maybe *out)
{
    *out = (struct maybe){.given = text != NULL};
    return text == NULL || fraction_parse(text, strlen(text), false, &out->value) ||
           damaged(r, text);
}

static bool read_state(struct loading *r, const char *text, enum state *out)
{
    *out = text == NULL ? STATE_OPEN : assessment_state(text, strlen(text));
    return *out != STATE_COUNT || damaged(r, text);
}

static bool load_response(struct loading *r, struct statement *row)
{
    struct response *response = find_response(r, statement_text(row, 0, r->arena));
    if (response == NULL) {
        return false;
    }
    response->verified_reason = statement_text(row, 3, r->arena);
    response->note = statement_text(row, 4, r->arena);
    response->unit = statement_text(row, 5, r->arena);
    response->carried = statement_text(row, 7, r->arena);
    return read_value(r, statement_text(row, 1, r->arena), &response->claimed) &&
           read_value(r, statement_text(row, 2, r->arena), &response->verified) &&
           read_state(r, statement_text(row, 6, r->arena), &response->state);
}

static enum answer read_answer(const char *text)
{
    return text == NULL ? ANSWER_NONE : strcmp(text, "yes") == 0 ? ANSWER_YES : ANSWER_NO;
}

static bool load_answer(struct loading *r, struct statement *row)
{
    const char *id = statement_text(row, 0, r->arena);
    int position =
        id == NULL ? NOWHERE : instrument_find_criterion(r->instrument, id, strlen(id), r->guess);
    if (position == NOWHERE) {
        return unknown(r, id);
    }
    r->guess = position + 1;
    r->assessment->answers[position] = (unsigned char)read_answer(statement_text(row, 1, r->arena));
    r->assessment->notes[position] = statement_text(row, 2, r->arena);
    return true;
}

/* The number behind the last dot of "I01.2"; -1 without one. */
static int last_number(const char *id)
{
    const char *dot = strrchr(id, '.');
    return dot == NULL || dot[1] < '0' || dot[1] > '9' ? -1 : (int)strtol(dot + 1, NULL, 10);
}

static bool load_explanation(struct loading *r, struct statement *row)
{
    const char *id = statement_text(row, 0, r->arena);
    struct response *response = find_response(r, statement_text(row, 1, r->arena));
    if (response == NULL || id == NULL) {
        return false;
    }
    const struct instrument *instrument = r->instrument;
    struct span levels = instrument->indicators[response - r->assessment->responses].levels;
    if (response->explanations == NULL) {
        response->explanations = arena_get(r->arena, levels.count, sizeof(char *));
    }
    const char **texts = (const char **)(uintptr_t)response->explanations;
    for (uint32_t i = 0; i < levels.count; i++) {
        if (instrument->levels[levels.first + i].number == last_number(id)) {
            texts[i] = statement_text(row, 2, r->arena);
            return true;
        }
    }
    return unknown(r, id);
}

/* Appends one element of `size` bytes to an array in the arena that has room for a power of two. */
static void *append(struct loading *r, const void *array, size_t *count, size_t size)
{
    bool full = (*count & (*count - 1)) == 0;
    char *grown = (char *)(uintptr_t)array;
    if (full) {
        grown = arena_get(r->arena, *count == 0 ? 1 : *count * 2, size);
        if (*count > 0) {
            memcpy(grown, array, *count * size);
        }
    }
    *count += 1;
    return grown;
}

/* Takes apart what stands behind an indicator's id in that of an item: ".2.e1". */
static bool read_item_id(const char *rest, struct item *item)
{
    char *end = NULL;
    if (rest[0] != '.') {
        return false;
    }
    item->level = (int)strtol(rest + 1, &end, 10);
    if (end == rest + 1 || strncmp(end, ".e", 2) != 0) {
        return false;
    }
    const char *number = end + 2;
    item->number = (int)strtol(number, &end, 10);
    return end != number && *end == '\0';
}

/* The item of an indicator that an id names; false where it lists none of that name. */
static bool find_item(const struct instrument *instrument, const struct indicator *indicator,
                      const char *id, struct item *item)
{
    size_t prefix = strlen(indicator->id);
    if (strncmp(id, indicator->id, prefix) != 0 || !read_item_id(id + prefix, item)) {
        return false;
    }
    const struct level *level = instrument_level(instrument, indicator, item->level);
    size_t listed = 0;
    while (level != NULL && level->evidence != NULL && level->evidence[listed] != NULL) {
        listed++;
    }
    return instrument->items && item->number >= 1 && (size_t)item->number <= listed;
}

static bool load_item(struct loading *r, struct statement *row)
{
    const char *id = statement_text(row, 0, r->arena);
    struct response *response = find_response(r, statement_text(row, 1, r->arena));
    if (response == NULL || id == NULL) {
        return false;
    }
    size_t prefix = strlen(r->instrument->indicators[response - r->assessment->responses].id);
    struct item item = {.answer = read_answer(statement_text(row, 2, r->arena)),
                        .note = statement_text(row, 3, r->arena)};
    if (strlen(id) <= prefix || !read_item_id(id + prefix, &item)) {
        return unknown(r, id);
    }
    struct item *items = append(r, response->items, &response->item_count, sizeof *items);
    items[response->item_count - 1] = item;
    response->items = items;
    return true;
}

static bool load_measure(struct loading *r, struct statement *row)
{
    const char *id = statement_text(row, 0, r->arena);
    struct response *response = find_response(r, statement_text(row, 1, r->arena));
    const char *slash = id == NULL ? NULL : strchr(id, '/');
    struct maybe value;
    if (response == NULL || slash == NULL ||
        !read_value(r, statement_text(row, 2, r->arena), &value)) {
        return response != NULL && unknown(r, id);
    }
    struct measure *measures =
        append(r, response->measures, &response->measure_count, sizeof *measures);
    measures[response->measure_count - 1] =
        (struct measure){.key = slash + 1, .value = value.value};
    response->measures = measures;
    return true;
}

static bool load_verdict(struct loading *r, struct statement *row)
{
    struct response *response = find_response(r, statement_text(row, 0, r->arena));
    const char *stage = statement_text(row, 1, r->arena);
    const char *reason = statement_text(row, 3, r->arena);
    const char *by = statement_text(row, 4, r->arena);
    struct maybe value;
    if (response == NULL || !read_value(r, statement_text(row, 2, r->arena), &value)) {
        return false;
    }
    struct verdict *verdicts =
        append(r, response->verdicts, &response->verdict_count, sizeof *verdicts);
    struct verdict *verdict = &verdicts[response->verdict_count - 1];
    *verdict = (struct verdict){.stage = stage == NULL ? STAGE_COUNT
                                                       : assessment_stage(stage, strlen(stage)),
                                .value = value.value,
                                .reason = reason,
                                .by = by == NULL ? "" : by};
    response->verdicts = verdicts;
    return (verdict->stage != STAGE_COUNT && value.given && reason != NULL) ||
           damaged(r, "verdict");
}

static bool load_general(struct loading *r, struct statement *row)
{
    struct assessment *assessment = r->assessment;
    struct general_answer *list =
        append(r, assessment->general, &assessment->general_count, sizeof *list);
    list[assessment->general_count - 1] = (struct general_answer){
        .id = statement_text(row, 0, r->arena), .text = statement_text(row, 1, r->arena)};
    assessment->general = list;
    return true;
}

/* Runs `load` over the rows of one SELECT. */
static bool load_rows(struct loading *r, const char *sql,
                      bool (*load)(struct loading *, struct statement *))
{
    struct statement *row = database_prepare(r->database, sql);
    bool ok = true;
    r->guess = 0;
    while (ok && statement_step(row)) {
        ok = load(r, row);
    }
    return statement_end(row, r->err) && ok;
}

static struct exhibit read_exhibit(struct statement *row, struct arena *arena)
{
    const char *criteria = statement_text(row, 10, arena);
    const char *number = statement_text(row, 0, arena);
    return (struct exhibit){.id = number == NULL ? "" : number,
                            .indicator = statement_text(row, 1, arena),
                            .item = {.title = statement_text(row, 2, arena),
                                     .number = statement_text(row, 3, arena),
                                     .date = statement_text(row, 4, arena),
                                     .file = statement_text(row, 5, arena),
                                     .sha256 = statement_text(row, 6, arena),
                                     .unit = statement_text(row, 7, arena),
                                     .pages = statement_text(row, 8, arena),
                                     .note = statement_text(row, 9, arena),
                                     .content = !statement_is_null(row, 12),
                                     .inspection = statement_text(row, 15, arena)},
                            .criteria = criteria == NULL ? "" : criteria,
                            .withdrawn = statement_text(row, 11, arena),
                            .replaced = statement_text(row, 14, arena),
                            .stands = statement_is_null(row, 11) && statement_is_null(row, 14),
                            .size = statement_is_null(row, 12) ? EXHIBIT_NO_CONTENT
                                                               : statement_int(row, 12),
                            .purged = statement_int(row, 13) != 0};
}

bool record_exhibits(struct database *database, const char *indicator, struct arena *arena,
                     struct exhibit **list, size_t *count, struct error *err)
{
    int64_t most = 0;
    if (!database_number(database, "SELECT count(*) FROM evidence", &most, err)) {
        return false;
    }
    *list = arena_get(arena, (size_t)most, sizeof **list);
    *count = 0;
    struct statement *row = database_prepare(
        database,
        "SELECT 'E' || e.number, e.indicator, title, reference, date, file, e.sha256, unit, "
        "pages, note, supports, withdrawn, size, "
        "content.sha256 IS NOT NULL AND size IS NULL, successor, findings "
        "FROM evidence AS e LEFT JOIN content ON content.sha256 = e.sha256 "
        "LEFT JOIN replacement AS r ON r.number = e.number "
        "LEFT JOIN inspection ON inspection.sha256 = e.sha256 "
        "WHERE for IS NOT NULL AND (?1 IS NULL OR e.indicator = ?1) ORDER BY e.number");
    statement_bind_text(row, 1, indicator);
    while (*count < (size_t)most && statement_step(row)) {
        (*list)[(*count)++] = read_exhibit(row, arena);
    }
    return statement_end(row, err);
}

/* Turns the ids of what an exhibit supports into positions of criteria and names of items. */
static bool resolve_supports(struct loading *r, const struct indicator *indicator, const char *ids,
                             struct evidence *out)
{
    size_t commas = 0;
    for (const char *at = ids; *at != '\0'; at++) {
        commas += *at == ',';
    }
    int *positions = arena_get(r->arena, commas + 1, sizeof *positions);
    struct item_name *names = arena_get(r->arena, commas + 1, sizeof *names);
    out->supports = positions;
    out->items = names;
    for (const char *at = ids; *at != '\0';) {
        struct item item;
        size_t length = strcspn(at, ",");
        const char *id = arena_copy(r->arena, at, length);
        int position = instrument_find_criterion(r->instrument, id, length, r->guess);
        if (position != NOWHERE) {
            r->guess = position + 1;
            positions[out->support_count++] = position;
        } else if (find_item(r->instrument, indicator, id, &item)) {
            names[out->item_count++] = (struct item_name){item.level, item.number};
        } else {
            return unknown(r, id);
        }
        at += length + (at[length] == ',');
    }
    return true;
}

static bool load_evidence(struct loading *r)
{
    struct exhibit *list = NULL;
    size_t count = 0;
    if (!record_exhibits(r->database, NULL, r->arena, &list, &count, r->err)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        struct response *response = find_response(r, list[i].indicator);
        if (response == NULL) {
            return false;
        }
        size_t position = (size_t)(response - r->assessment->responses);
        if (!resolve_supports(r, &r->instrument->indicators[position], list[i].criteria,
                              &list[i].item)) {
            return false;
        }
        if (!list[i].stands) {
            continue;
        }
        struct evidence *items =
            append(r, response->evidence, &response->evidence_count, sizeof *items);
        items[response->evidence_count - 1] = list[i].item;
        items[response->evidence_count - 1].id = list[i].id;
        response->evidence = items;
    }
    return true;
}

bool record_load(struct database *database, const struct instrument *instrument,
                 struct arena *arena, struct assessment *assessment, struct error *err)
{
    struct store_about about;
    if (!record_about(database, arena, &about, err)) {
        return false;
    }
    assessment_init(assessment, instrument, arena);
    assessment->agency = about.agency;
    assessment->kind = about.kind;
    assessment->year = about.year;
    struct loading r = {database, instrument, arena, assessment, err, 0};
    return load_rows(&r,
                     "SELECT indicator, claimed, verified, verified_reason, note, unit, state, "
                     "carried FROM response",
                     load_response) &&
           load_rows(&r, "SELECT criterion, met, note FROM answer", load_answer) &&
           load_rows(&r, "SELECT level, indicator, text FROM explanation WHERE text IS NOT NULL",
                     load_explanation) &&
           load_rows(&r,
                     "SELECT id, indicator, met, note FROM item WHERE met IS NOT NULL OR note IS "
                     "NOT NULL ORDER BY rowid",
                     load_item) &&
           load_rows(&r,
                     "SELECT id, indicator, value FROM measure WHERE value IS NOT NULL "
                     "ORDER BY rowid",
                     load_measure) &&
           load_rows(&r,
                     "SELECT indicator, stage, value, reason, assessor FROM verdict "
                     "WHERE for IS NOT NULL ORDER BY number",
                     load_verdict) &&
           load_rows(&r, "SELECT question, text FROM general WHERE text IS NOT NULL ORDER BY rowid",
                     load_general) &&
           load_evidence(&r);
}
