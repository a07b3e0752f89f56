#include "form.h"

#include "edit_evidence.h"
#include "form_part.h"
#include "fraction.h"
#include "json_out.h"
#include "memory.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void form_clean(const char *text, struct text *out)
{
    static const char spaces[] = " \t\r\n";
    text_clear(out);
    text = text == NULL ? "" : text + strspn(text, spaces);
    size_t length = strlen(text);
    while (length > 0 && strchr(spaces, text[length - 1]) != NULL) {
        length--;
    }
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '\r') {
            i += i + 1 < length && text[i + 1] == '\n';
            text_add_byte(out, '\n');
        } else {
            text_add_byte(out, text[i] == '\t' ? ' ' : text[i]);
        }
    }
}

void form_mark(const char *text, char mark[FORM_MARK + 1])
{
    char hex[HASH_HEX + 1];
    struct text clean = TEXT_EMPTY;
    form_clean(text, &clean);
    hash_of(clean.bytes, clean.length, hex);
    memcpy(mark, hex, FORM_MARK);
    mark[FORM_MARK] = '\0';
    text_release(&clean);
}

/* Cells up to the last that is not empty. */
static size_t count_cells(const char *const cells[FORM_CELLS])
{
    size_t count = FORM_CELLS;
    while (count > 0 && (cells[count - 1] == NULL || cells[count - 1][0] == '\0')) {
        count--;
    }
    return count;
}

void form_seal_row(struct text *sealed, const char *const cells[FORM_CELLS])
{
    size_t count = count_cells(cells);
    for (size_t i = 0; i < count; i++) {
        text_format(sealed, i == 0 ? "%s" : "\t%s", cells[i] == NULL ? "" : cells[i]);
    }
    text_add_byte(sealed, '\n');
}

/* ---- evidence ---- */

const char *form_evidence_text(const struct evidence *item, enum form_cell cell)
{
    switch (cell) {
    case FORM_TITLE:
        return item->title;
    case FORM_NUMBER:
        return item->number;
    case FORM_DATE:
        return item->date;
    case FORM_PAGES:
        return item->pages;
    case FORM_FILE:
        return item->file;
    default:
        return NULL;
    }
}

void form_add_supports(const struct exhibit *exhibit, struct text *out)
{
    const char *ids = exhibit->criteria[0] == '\0' ? exhibit->indicator : exhibit->criteria;
    for (const char *at = ids; *at != '\0'; at++) {
        text_add_byte(out, *at);
        if (*at == ',') {
            text_add_byte(out, ' ');
        }
    }
}

const struct exhibit *form_first_item(const struct exhibit *exhibits, size_t count,
                                      const char *criterion)
{
    for (size_t i = 0; i < count; i++) {
        if (exhibits[i].stands && edit_lists(exhibits[i].criteria, criterion)) {
            return &exhibits[i];
        }
    }
    return NULL;
}

/* ---- options ---- */

/* Options on their way: a list of rows, and what is sealed of them. */
struct rows {
    const struct form_source *source;
    struct text *out;
    struct text sealed;
    struct arena arena; /* for the moment */
};

/* The evidence of one indicator. */
struct evidence_list {
    const struct exhibit *items;
    size_t count;
};

/* One row, into the options and into what is sealed. */
static void add_row(struct rows *rows, const char *const cells[FORM_CELLS])
{
    size_t count = count_cells(cells);
    text_add(rows->out, rows->sealed.length == 0 ? "[" : ",[");
    for (size_t i = 0; i < count; i++) {
        text_add(rows->out, i == 0 ? "" : ",");
        text_add_json(rows->out, cells[i] == NULL ? "" : cells[i]);
    }
    text_add_byte(rows->out, ']');
    form_seal_row(&rows->sealed, cells);
}

/* A row about the form itself. */
static void add_fact(struct rows *rows, const char *key, const char *first, const char *second)
{
    const char *cells[FORM_CELLS] = {key, first, second};
    add_row(rows, cells);
}

/* The row of an indicator, criterion or item: its id, and the marks of its texts. item: what the row's cells
 * of evidence begin with, or NULL; a mark is left out where a text is. */
static void add_marks(struct rows *rows, const char *id, const char *value, const char *note,
                      const struct exhibit *item)
{
    char marks[FORM_CELLS][FORM_MARK + 1];
    const char *cells[FORM_CELLS] = {[FORM_ID] = id};
    form_mark(value, marks[FORM_VALUE]);
    form_mark(note, marks[FORM_NOTE]);
    cells[FORM_VALUE] = marks[FORM_VALUE];
    cells[FORM_NOTE] = marks[FORM_NOTE];
    cells[FORM_ITEM] = item == NULL ? NULL : item->id;
    for (size_t i = FORM_TITLE; item != NULL && i < FORM_CELLS; i++) {
        const char *text = form_evidence_text(&item->item, (enum form_cell)i);
        if (text != NULL && text[0] != '\0') {
            form_mark(text, marks[i]);
            cells[i] = marks[i];
        }
    }
    add_row(rows, cells);
}

static const char *const answer_words[] = {
    [ANSWER_NONE] = "", [ANSWER_YES] = "Ya", [ANSWER_NO] = "Tidak"};

/* The items of an indicator that score. */
static void add_items(struct rows *rows, const struct indicator *indicator,
                      const struct response *response, const struct evidence_list *evidence)
{
    const struct instrument *instrument = rows->source->assessment->instrument;
    struct text id = TEXT_EMPTY;
    for (uint32_t i = 0; i < indicator->levels.count; i++) {
        const struct level *level = &instrument->levels[indicator->levels.first + i];
        for (size_t n = 1; n <= level->item_count; n++) {
            const struct item *item = assessment_item(response, level->number, (int)n);
            text_clear(&id);
            text_format(&id, "%s.%d.e%zu", indicator->id, level->number, n);
            add_marks(rows, id.bytes, answer_words[item == NULL ? ANSWER_NONE : item->answer],
                      item == NULL ? NULL : item->note,
                      form_first_item(evidence->items, evidence->count, id.bytes));
        }
    }
    text_release(&id);
}

/* The outside index of an indicator that is converted from one. */
static void add_measure(struct rows *rows, const struct indicator *indicator,
                        const struct response *response)
{
    struct text id = TEXT_EMPTY;
    struct text value = TEXT_EMPTY;
    if (indicator->conversion != NULL) {
        const struct measure *measure = assessment_measure(response, indicator->conversion->input);
        if (measure != NULL) {
            fraction_add_exact(&value, measure->value);
        }
        text_format(&id, "%s/%s", indicator->id, indicator->conversion->input);
        add_marks(rows, id.bytes, value.bytes, NULL, NULL);
    }
    text_release(&id);
    text_release(&value);
}

static void add_criteria(struct rows *rows, const struct indicator *indicator,
                         const struct evidence_list *evidence)
{
    const struct assessment *assessment = rows->source->assessment;
    const struct instrument *instrument = assessment->instrument;
    int year = instrument_year(instrument, assessment->year);
    for (uint32_t i = 0; i < indicator->levels.count; i++) {
        struct span span = instrument->levels[indicator->levels.first + i].criteria;
        for (uint32_t c = span.first; c < span.first + span.count; c++) {
            if (instrument_holds(instrument->criteria[c].years, year)) {
                const char *id = instrument->criteria[c].id;
                add_marks(rows, id, answer_words[assessment->answers[c]], assessment->notes[c],
                          form_first_item(evidence->items, evidence->count, id));
            }
        }
    }
}

/* The explanations of the levels. */
static void add_explanations(struct rows *rows, const struct indicator *indicator,
                             const struct response *response)
{
    const struct instrument *instrument = rows->source->assessment->instrument;
    for (uint32_t i = 0; i < indicator->levels.count; i++) {
        struct explanation parts;
        int number = instrument->levels[indicator->levels.first + i].number;
        form_part_split(&instrument->portal, explanation_of(response, i), &rows->arena, &parts);
        add_marks(rows, arena_format(&rows->arena, "%s.%d", indicator->id, number), parts.facts,
                  parts.analysis, NULL);
    }
}

/* What was answered to a general question; NULL for nothing. */
static const char *general_answer(const struct assessment *assessment, const char *id)
{
    for (size_t i = 0; i < assessment->general_count; i++) {
        if (strcmp(assessment->general[i].id, id) == 0) {
            return assessment->general[i].text;
        }
    }
    return NULL;
}

static void add_questions(struct rows *rows)
{
    const struct assessment *assessment = rows->source->assessment;
    const struct instrument *instrument = assessment->instrument;
    for (size_t i = 0; rows->source->questions && i < instrument->question_count; i++) {
        const char *id = instrument->questions[i].id;
        add_marks(rows, id, general_answer(assessment, id), NULL, NULL);
    }
}

/* True when the document is shown whole by the row of the one criterion or item that it supports. */
static bool is_shown(const struct evidence_list *evidence, const struct exhibit *item)
{
    return item->criteria[0] != '\0' && strchr(item->criteria, ',') == NULL &&
           form_first_item(evidence->items, evidence->count, item->criteria) == item;
}

/* The rows of the register. */
static void add_register(struct rows *rows, const struct evidence_list *evidence)
{
    struct text supports = TEXT_EMPTY;
    for (size_t i = 0; i < evidence->count; i++) {
        const struct exhibit *item = &evidence->items[i];
        if (item->stands && !is_shown(evidence, item)) {
            text_clear(&supports);
            form_add_supports(item, &supports);
            add_marks(rows, item->id, supports.bytes, NULL, item);
        }
    }
    text_release(&supports);
}

/* The evidence of an indicator, copied into `copy`, which has room for all. */
static struct evidence_list evidence_of(const struct form_source *source, const char *indicator,
                                        struct exhibit *copy)
{
    struct evidence_list list = {copy, 0};
    for (size_t i = 0; i < source->exhibit_count; i++) {
        if (strcmp(source->exhibits[i].indicator, indicator) == 0) {
            copy[list.count++] = source->exhibits[i];
        }
    }
    return list;
}

static void add_indicator(struct rows *rows, size_t position, struct exhibit *copy)
{
    const struct assessment *assessment = rows->source->assessment;
    const struct response *response = &assessment->responses[position];
    const struct indicator *indicator = &assessment->instrument->indicators[position];
    struct evidence_list evidence = evidence_of(rows->source, indicator->id, copy);
    struct text value = TEXT_EMPTY;
    if (response->claimed.given) {
        fraction_add_exact(&value, response->claimed.value);
    }
    add_marks(rows, indicator->id, value.bytes, response->note, NULL);
    add_measure(rows, indicator, response);
    add_items(rows, indicator, response, &evidence);
    add_criteria(rows, indicator, &evidence);
    add_explanations(rows, indicator, response);
    add_register(rows, &evidence);
    text_release(&value);
}

/* The texts of the evidence that rows name, by id. */
static void add_evidence(const struct form_source *source, struct text *out)
{
    static const char *const keys[FORM_CELLS] = {[FORM_TITLE] = "title",
                                                 [FORM_NUMBER] = "number",
                                                 [FORM_DATE] = "date",
                                                 [FORM_PAGES] = "pages",
                                                 [FORM_FILE] = "file"};
    struct text supports = TEXT_EMPTY;
    bool first = true;
    for (size_t i = 0; i < source->exhibit_count; i++) {
        const struct exhibit *item = &source->exhibits[i];
        if (!item->stands) {
            continue;
        }
        text_clear(&supports);
        form_add_supports(item, &supports);
        text_add(out, first ? "{\"id\":" : ",{\"id\":");
        text_add_json(out, item->id);
        text_add(out, ",\"supports\":");
        text_add_json(out, supports.bytes);
        for (size_t c = FORM_TITLE; c < FORM_CELLS; c++) {
            const char *text = form_evidence_text(&item->item, (enum form_cell)c);
            if (text != NULL) {
                text_format(out, ",\"%s\":", keys[c]);
                text_add_json(out, text);
            }
        }
        text_add_byte(out, '}');
        first = false;
    }
    text_release(&supports);
}

/* The explanation of one level: its parts, and how long it is; nothing where there is none. */
static void add_text(const struct portal *portal, const char *level, const char *whole,
                     struct arena *arena, struct json_out *out)
{
    struct explanation parts;
    struct text joined = TEXT_EMPTY;
    if (whole == NULL) {
        return;
    }
    form_part_split(portal, whole, arena, &parts);
    if (explanation_has_parts(portal)) {
        explanation_join(portal, &parts, &joined);
    } else {
        text_add(&joined, whole);
    }
    json_out_key(out, level);
    json_out_open(out, '{');
    json_out_member(out, "facts", parts.facts == NULL ? "" : parts.facts);
    json_out_member(out, "analysis", parts.analysis == NULL ? "" : parts.analysis);
    json_out_member_int(out, "length", (int64_t)explanation_length(joined.bytes));
    json_out_close(out, '}');
    text_release(&joined);
}

/* The explanations of the chosen indicators, as {"I11.3":{…}, …}. */
static void add_texts(const struct form_source *source, struct arena *arena, struct json_out *out)
{
    const struct assessment *assessment = source->assessment;
    const struct instrument *instrument = assessment->instrument;
    json_out_key(out, "texts");
    json_out_open(out, '{');
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        const struct indicator *indicator = &instrument->indicators[i];
        for (uint32_t l = 0; source->chosen[i] && l < indicator->levels.count; l++) {
            int number = instrument->levels[indicator->levels.first + l].number;
            add_text(&instrument->portal, arena_format(arena, "%s.%d", indicator->id, number),
                     explanation_of(&assessment->responses[i], l), arena, out);
        }
    }
    json_out_close(out, '}');
}

/* The general questions, with what was answered. */
static void add_question_texts(const struct form_source *source, struct json_out *out)
{
    const struct instrument *instrument = source->assessment->instrument;
    json_out_key(out, "questions");
    json_out_open(out, '[');
    for (size_t i = 0; source->questions && i < instrument->question_count; i++) {
        const struct question *question = &instrument->questions[i];
        json_out_open(out, '{');
        json_out_member(out, "id", question->id);
        json_out_member(out, "text", question->text);
        json_out_member(out, "answer", general_answer(source->assessment, question->id));
        json_out_close(out, '}');
    }
    json_out_close(out, ']');
}

/* What the official application takes of an explanation. */
static void add_portal(const struct portal *portal, struct json_out *out)
{
    json_out_key(out, "portal");
    json_out_open(out, '{');
    json_out_member(out, "facts", portal->facts);
    json_out_member(out, "analysis", portal->analysis);
    json_out_member_int(out, "length", portal->explanation_length);
    json_out_close(out, '}');
}

/* What a person writes in their own words. */
static void add_prose(struct rows *rows)
{
    struct json_out out = {rows->out, true};
    add_portal(&rows->source->assessment->instrument->portal, &out);
    add_texts(rows->source, &rows->arena, &out);
    add_question_texts(rows->source, &out);
}

/* What was returned, as {"I07":"reason", …}. */
static void add_returned(const struct form_source *source, struct text *out)
{
    const struct instrument *instrument = source->assessment->instrument;
    bool first = true;
    text_add(out, ",\"returned\":{");
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        if (source->chosen[i] && source->reasons[i] != NULL) {
            text_format(out, first ? "\"%s\":" : ",\"%s\":", instrument->indicators[i].id);
            text_add_json(out, source->reasons[i]);
            first = false;
        }
    }
    text_add(out, "}");
}

/* The form's head. Its id is the mark of all that it began with. */
static void add_head(const struct form_source *source, const char *id, struct text *out)
{
    text_add(out, ",\"head\":{\"unit\":");
    text_add_json(out, source->unit == NULL ? "" : source->unit);
    text_add(out, ",\"deadline\":");
    text_add_json(out, source->deadline == NULL ? "" : source->deadline);
    text_format(out, ",\"id\":\"%s\"", id);
    add_returned(source, out);
    text_add(out, "}");
}

void form_options(const struct form_source *source, struct text *out)
{
    const struct assessment *assessment = source->assessment;
    const struct instrument *instrument = assessment->instrument;
    struct rows rows = {source, out, TEXT_EMPTY, ARENA_EMPTY};
    struct exhibit *copy = memory_zero(source->exhibit_count + 1, sizeof *copy);
    char seal[HASH_HEX + 1];
    char id[FORM_MARK + 1];
    char revision[24];
    snprintf(revision, sizeof revision, "%" PRId64, source->revision);
    text_add(out, "{\"format\":\"" FORM_FORMAT "\",\"evidence\":[");
    add_evidence(source, out);
    text_add(out, "],\"rows\":[");
    add_fact(&rows, "instrument", instrument->id, instrument->sha256);
    add_fact(&rows, "assessment", source->identity, assessment->agency);
    add_fact(&rows, "base", revision, assessment->sha256);
    add_fact(&rows, "unit", source->unit, NULL);
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        if (source->chosen[i]) {
            add_indicator(&rows, i, copy);
        }
    }
    add_questions(&rows);
    form_mark(rows.sealed.bytes, id);
    add_fact(&rows, "form", id, NULL);
    hash_of(rows.sealed.bytes, rows.sealed.length, seal);
    text_format(out, "],\"seal\":\"%s\"", seal);
    add_head(source, id, out);
    add_prose(&rows);
    text_add_byte(out, '}');
    text_release(&rows.sealed);
    arena_release(&rows.arena);
    free(copy);
}
