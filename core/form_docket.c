#include "form_docket.h"

#include "edit_explanation.h"
#include "edit_score.h"
#include "form.h"
#include "form_conflict.h"
#include "form_key.h"
#include "form_part.h"
#include "hash.h"
#include "message.h"
#include "sheet_reader.h"

#include <string.h>

/* The sheet on its way in. */
struct docket_reading {
    struct form_docket *docket;
    const struct edit *edit;
    struct arena *arena;
    const char *path;
    uint32_t row;
    struct text cells[CONFLICT_CELLS];
    struct text sealed;
    bool format, closed, anyway;
    struct error refusal;
};

/* ---- what a row is about ---- */

static struct form_decided *next(struct docket_reading *reading)
{
    if (reading->docket->count == reading->docket->room) {
        size_t room = reading->docket->room == 0 ? 32 : reading->docket->room * 2;
        struct form_decided *decisions = arena_get(reading->arena, room, sizeof *decisions);
        for (size_t i = 0; i < reading->docket->count; i++) {
            decisions[i] = reading->docket->items[i];
        }
        reading->docket->items = decisions;
        reading->docket->room = room;
    }
    return &reading->docket->items[reading->docket->count++];
}

/* The indicator that a subject belongs to; NULL when there is none. */
static const char *indicator_of(struct docket_reading *reading, const char *subject)
{
    const struct edit *edit = reading->edit;
    const struct instrument *instrument = edit->instrument;
    int indicator = instrument_find_indicator(instrument, subject, strlen(subject), 0);
    int criterion = instrument_find_criterion(instrument, subject, strlen(subject), 0);
    const char *of = NULL;
    struct score_subject score;
    struct error ignored = {.kind = ERROR_NONE};
    if (indicator != NOWHERE) {
        return instrument->indicators[indicator].id;
    }
    if (criterion != NOWHERE) {
        return instrument->indicators[instrument->criteria[criterion].indicator].id;
    }
    if (edit_score_subject(instrument, subject, &score)) {
        return instrument->indicators[score.indicator].id;
    }
    return store_get(edit->store, FIELD_EVIDENCE_FOR, subject, reading->arena, &of, &ignored)
               ? of
               : NULL;
}

/* Only what forms can change may be decided. */
static bool is_form_field(enum field field)
{
    return field == FIELD_MET || field == FIELD_MET_NOTE || field == FIELD_CLAIMED ||
           field == FIELD_NOTE || field == FIELD_ITEM || field == FIELD_ITEM_NOTE ||
           field == FIELD_MEASURE || field == FIELD_EVIDENCE_TITLE ||
           field == FIELD_EVIDENCE_NUMBER || field == FIELD_EVIDENCE_DATE ||
           field == FIELD_EVIDENCE_FILE || field == FIELD_EVIDENCE_PAGES ||
           field == FIELD_EVIDENCE_NOTE || field == FIELD_EVIDENCE_SUPPORTS ||
           field == FIELD_EVIDENCE_FOR || field == FIELD_EXPLANATION || field == FIELD_GENERAL;
}

/* Finds what a field is about: *indicator, NULL for the agency as a whole. False: nothing of the file. */
static bool find_indicator(struct docket_reading *reading, enum field field, const char *subject,
                           const char **indicator)
{
    const struct instrument *instrument = reading->edit->instrument;
    struct error ignored = {.kind = ERROR_NONE};
    *indicator = NULL;
    if (field == FIELD_GENERAL) {
        return edit_question(instrument, subject, &ignored) != NOWHERE;
    }
    if (field == FIELD_EXPLANATION) {
        const char *level = form_part_subject(field, subject, reading->arena);
        *indicator = arena_copy(reading->arena, level, strcspn(level, "."));
        return edit_level(instrument, level, &ignored) != NOWHERE;
    }
    if (field == FIELD_EVIDENCE_FOR) {
        return true; /* the rows of the document say it (keep_document) */
    }
    *indicator = indicator_of(reading, subject);
    return *indicator != NULL;
}

/* Begins the document of a decision. */
static void begin_document(struct docket_reading *reading, struct form_decided *decision)
{
    struct form_document *document = arena_get(reading->arena, 1, sizeof *document);
    document->indicator = document->criteria = document->typed = "";
    for (size_t i = FORM_TITLE; i < FORM_CELLS; i++) {
        document->texts[i] = "";
    }
    decision->document = document;
    decision->dispute.document = document;
}

/* The indicator of a document; false where the instrument has no such one. */
static bool keep_document_indicator(struct docket_reading *reading, struct form_decided *decision,
                                    const char *id)
{
    const struct instrument *instrument = reading->edit->instrument;
    int position = instrument_find_indicator(instrument, id, strlen(id), 0);
    if (position == NOWHERE) {
        return false;
    }
    decision->document->indicator = instrument->indicators[position].id;
    decision->dispute.field.indicator = instrument->indicators[position].id;
    return true;
}

/* The indicator of a criterion or an item that scores; NULL for any other id. */
static const char *owner_of(const struct instrument *instrument, const char *id)
{
    struct score_subject score;
    int criterion = instrument_find_criterion(instrument, id, strlen(id), 0);
    if (criterion != NOWHERE) {
        return instrument->indicators[instrument->criteria[criterion].indicator].id;
    }
    return edit_score_is_item(id) && edit_score_subject(instrument, id, &score)
               ? instrument->indicators[score.indicator].id
               : NULL;
}

/* True when all ids of a list by commas are criteria and items of an indicator. */
static bool are_supports(const struct instrument *instrument, const char *ids,
                         const char *indicator, struct arena *arena)
{
    for (const char *at = ids; *at != '\0';) {
        size_t length = strcspn(at, ",");
        const char *owner = owner_of(instrument, arena_copy(arena, at, length));
        if (owner == NULL || strcmp(owner, indicator) != 0) {
            return false;
        }
        at += length + (at[length] == ',');
    }
    return true;
}

/* A text of the document that the decision before is about. */
static void keep_document(struct docket_reading *reading)
{
    const struct text *cells = reading->cells;
    struct form_decided *decision =
        reading->docket->count == 0 ? NULL : &reading->docket->items[reading->docket->count - 1];
    const struct instrument *instrument = reading->edit->instrument;
    const char *text = arena_string(reading->arena, cells[CONFLICT_MINE].bytes);
    enum field field = change_field(cells[CONFLICT_FIELD].bytes);
    enum form_cell cell = form_document_cell(field);
    if (decision == NULL || decision->document == NULL) {
        reading->format = false;
    } else if (field == FIELD_EVIDENCE_FOR) {
        reading->format = keep_document_indicator(reading, decision, text);
    } else if (field == FIELD_EVIDENCE_SUPPORTS) {
        decision->document->criteria = text;
        reading->format =
            are_supports(instrument, text, decision->document->indicator, reading->arena);
    } else if (cell < FORM_CELLS && (cell != FORM_DATE || assessment_is_date(text))) {
        decision->document->texts[cell] = text;
        decision->document->typed = cell == FORM_FILE ? text : decision->document->typed;
    } else {
        reading->format = false;
    }
}

static void keep_decision(struct docket_reading *reading)
{
    struct arena *arena = reading->arena;
    const struct text *cells = reading->cells;
    enum field field = change_field(cells[CONFLICT_FIELD].bytes);
    const char *indicator = NULL;
    if (!find_indicator(reading, field, cells[CONFLICT_SUBJECT].bytes, &indicator) ||
        !is_form_field(field)) {
        reading->format = false;
        return;
    }
    struct form_decided *decision = next(reading);
    decision->id = arena_string(arena, cells[CONFLICT_ID].bytes);
    decision->now = arena_string(arena, cells[CONFLICT_NOW].bytes);
    decision->dispute.field =
        (struct form_field){field, indicator, arena_string(arena, cells[CONFLICT_SUBJECT].bytes),
                            arena_string(arena, cells[CONFLICT_BEGAN].bytes),
                            arena_string(arena, cells[CONFLICT_MINE].bytes)};
    const char *verified = cells[CONFLICT_VERIFIED].bytes;
    decision->dispute.verified = verified[0] == '\0' ? NULL : arena_string(arena, verified);
    decision->dispute.reason = form_reason(cells[CONFLICT_REASON].bytes);
    if (field == FIELD_EVIDENCE_FOR) {
        begin_document(reading, decision);
    }
}

static void end_key_row(struct docket_reading *reading)
{
    const char *id = reading->cells[CONFLICT_ID].bytes;
    char seal[HASH_HEX + 1];
    if (reading->row <= 1) {
        reading->format = reading->row == 1 && strcmp(id, FORM_CONFLICT_FORMAT) == 0;
        return;
    }
    if (!reading->format || reading->closed || id[0] == '\0') {
        return;
    }
    if (strcmp(id, "seal") == 0) {
        reading->closed = true;
        hash_of(reading->sealed.bytes, reading->sealed.length, seal);
        reading->format = strcmp(reading->cells[1].bytes, seal) == 0;
        return;
    }
    const char *cells[FORM_CELLS] = {NULL};
    for (size_t i = 0; i < CONFLICT_CELLS; i++) {
        cells[i] = reading->cells[i].bytes;
    }
    form_seal_row(&reading->sealed, cells);
    if (id[0] == 'K') {
        keep_decision(reading);
    } else if (id[0] == 'D') {
        keep_document(reading);
    } else {
        form_key_check(reading->edit, id, cells[1], cells[2], reading->path, reading->anyway,
                       &reading->refusal);
    }
}

static void clear_row(struct docket_reading *reading, uint32_t row)
{
    for (size_t i = 0; i < CONFLICT_CELLS; i++) {
        text_clear(&reading->cells[i]);
    }
    reading->row = row;
}

static bool take_key(void *context, const struct sheet_cell *cell, struct error *err)
{
    struct docket_reading *reading = context;
    (void)err;
    if (cell->row != reading->row) {
        end_key_row(reading);
        clear_row(reading, cell->row);
    }
    if (cell->column <= CONFLICT_CELLS) {
        form_clean(cell->text, &reading->cells[cell->column - 1]);
    }
    return true;
}

/* What is missing at the end of the sheet makes it none of ours. */
static bool is_whole(const struct docket_reading *reading)
{
    bool whole = reading->format && reading->closed;
    for (size_t i = 0; i < reading->docket->count; i++) {
        const struct form_document *document = reading->docket->items[i].document;
        whole = whole && (document == NULL || document->indicator[0] != '\0');
    }
    return whole;
}

bool form_docket_read(struct form_docket *docket, const struct edit *edit, struct sheet_book *book,
                      const char *path, bool anyway, struct arena *arena, struct error *err)
{
    struct docket_reading reading = {.docket = docket,
                                     .edit = edit,
                                     .arena = arena,
                                     .path = path,
                                     .anyway = anyway,
                                     .sealed = TEXT_EMPTY,
                                     .refusal = {.kind = ERROR_NONE}};
    *docket = (struct form_docket){NULL, 0, 0};
    for (size_t i = 0; i < CONFLICT_CELLS; i++) {
        reading.cells[i] = (struct text)TEXT_EMPTY;
    }
    bool ok = sheet_read(book, sheet_book_find(book, FORM_CONFLICT_SHEET), take_key, &reading, err);
    if (ok) {
        end_key_row(&reading);
        ok = is_whole(&reading) || error_set(err, M_FORM_SEAL, FORM_CONFLICT_SHEET);
    }
    if (ok && error_is_set(&reading.refusal)) {
        *err = reading.refusal;
        ok = false;
    }
    for (size_t i = 0; i < CONFLICT_CELLS; i++) {
        text_release(&reading.cells[i]);
    }
    text_release(&reading.sealed);
    return ok;
}

struct form_decided *form_docket_find(const struct form_docket *docket, const char *id)
{
    for (size_t i = 0; i < docket->count; i++) {
        if (strcmp(docket->items[i].id, id) == 0) {
            return &docket->items[i];
        }
    }
    return NULL;
}
