#include "form_decision.h"

#include "edit_explanation.h"
#include "edit_score.h"
#include "form.h"
#include "form_conflict.h"
#include "form_evidence.h"
#include "form_group.h"
#include "form_key.h"
#include "form_part.h"
#include "lang.h"
#include "limit.h"
#include "message.h"
#include "sheet_book.h"
#include "sheet_reader.h"

#include <string.h>
#include <strings.h>

enum verdict_word { UNDECIDED, KEEP_FILE, TAKE_FORM, TAKE_BOTH, NO_WORD };

/* A row of the workbook. */
struct decision {
    const char *id; /* "K1" */
    struct form_dispute dispute;
    const char *now; /* mark of what the file said */
    enum verdict_word word;
    struct form_place place;        /* of the decision; row 0 where the row did not come */
    bool bad;                       /* told already */
    struct form_document *document; /* where it is about one; dispute.document is the same */
};

struct deciding {
    struct form_report report;
    struct arena *arena;
    struct decision *decisions;
    size_t count, room;
    /* The sheet at hand. */
    const char *sheet;
    uint32_t row, id_column, word_column;
    struct text cells[CONFLICT_CELLS]; /* of the hidden sheet; else the id, and the decision */
    bool formula;
    /* The hidden sheet. */
    struct text sealed;
    bool format, closed, anyway;
    struct error refusal;
    size_t undecided;
    /* Documents that were decided. */
    struct form_key key;
    struct form_sightings sightings;
};

/* ---- the hidden sheet ---- */

static struct decision *next(struct deciding *deciding)
{
    if (deciding->count == deciding->room) {
        size_t room = deciding->room == 0 ? 32 : deciding->room * 2;
        struct decision *decisions = arena_get(deciding->arena, room, sizeof *decisions);
        for (size_t i = 0; i < deciding->count; i++) {
            decisions[i] = deciding->decisions[i];
        }
        deciding->decisions = decisions;
        deciding->room = room;
    }
    return &deciding->decisions[deciding->count++];
}

/* The indicator that a subject belongs to; NULL when there is none. */
static const char *indicator_of(struct deciding *deciding, const char *subject)
{
    const struct edit *edit = deciding->report.merge.edit;
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
    return store_get(edit->store, FIELD_EVIDENCE_FOR, subject, deciding->arena, &of, &ignored)
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
static bool find_indicator(struct deciding *deciding, enum field field, const char *subject,
                           const char **indicator)
{
    const struct instrument *instrument = deciding->report.merge.edit->instrument;
    struct error ignored = {.kind = ERROR_NONE};
    *indicator = NULL;
    if (field == FIELD_GENERAL) {
        return edit_question(instrument, subject, &ignored) != NOWHERE;
    }
    if (field == FIELD_EXPLANATION) {
        const char *level = form_part_subject(field, subject, deciding->arena);
        *indicator = arena_copy(deciding->arena, level, strcspn(level, "."));
        return edit_level(instrument, level, &ignored) != NOWHERE;
    }
    if (field == FIELD_EVIDENCE_FOR) {
        return true; /* the rows of the document say it (keep_document) */
    }
    *indicator = indicator_of(deciding, subject);
    return *indicator != NULL;
}

/* Begins the document of a decision. */
static void begin_document(struct deciding *deciding, struct decision *decision)
{
    struct form_document *document = arena_get(deciding->arena, 1, sizeof *document);
    document->indicator = document->criteria = document->typed = "";
    for (size_t i = FORM_TITLE; i < FORM_CELLS; i++) {
        document->texts[i] = "";
    }
    decision->document = document;
    decision->dispute.document = document;
}

/* The indicator of a document; false where the instrument has no such one. */
static bool keep_document_indicator(struct deciding *deciding, struct decision *decision,
                                    const char *id)
{
    const struct instrument *instrument = deciding->report.merge.edit->instrument;
    int position = instrument_find_indicator(instrument, id, strlen(id), 0);
    if (position == NOWHERE) {
        return false;
    }
    decision->document->indicator = instrument->indicators[position].id;
    decision->dispute.field.indicator = instrument->indicators[position].id;
    return true;
}

/* True when all ids of a list by commas are criteria of an indicator. */
static bool are_criteria(const struct instrument *instrument, const char *ids,
                         const char *indicator)
{
    for (const char *at = ids; *at != '\0';) {
        size_t length = strcspn(at, ",");
        int position = instrument_find_criterion(instrument, at, length, 0);
        if (position == NOWHERE ||
            strcmp(instrument->indicators[instrument->criteria[position].indicator].id,
                   indicator) != 0) {
            return false;
        }
        at += length + (at[length] == ',');
    }
    return true;
}

/* A text of the document that the decision before is about. */
static void keep_document(struct deciding *deciding)
{
    const struct text *cells = deciding->cells;
    struct decision *decision =
        deciding->count == 0 ? NULL : &deciding->decisions[deciding->count - 1];
    const struct instrument *instrument = deciding->report.merge.edit->instrument;
    const char *text = arena_string(deciding->arena, cells[CONFLICT_MINE].bytes);
    enum field field = change_field(cells[CONFLICT_FIELD].bytes);
    enum form_cell cell = form_document_cell(field);
    if (decision == NULL || decision->document == NULL) {
        deciding->format = false;
    } else if (field == FIELD_EVIDENCE_FOR) {
        deciding->format = keep_document_indicator(deciding, decision, text);
    } else if (field == FIELD_EVIDENCE_SUPPORTS) {
        decision->document->criteria = text;
        deciding->format = are_criteria(instrument, text, decision->document->indicator);
    } else if (cell < FORM_CELLS && (cell != FORM_DATE || assessment_is_date(text))) {
        decision->document->texts[cell] = text;
        decision->document->typed = cell == FORM_FILE ? text : decision->document->typed;
    } else {
        deciding->format = false;
    }
}

static void keep_decision(struct deciding *deciding)
{
    struct arena *arena = deciding->arena;
    const struct text *cells = deciding->cells;
    enum field field = change_field(cells[CONFLICT_FIELD].bytes);
    const char *indicator = NULL;
    if (!find_indicator(deciding, field, cells[CONFLICT_SUBJECT].bytes, &indicator) ||
        !is_form_field(field)) {
        deciding->format = false;
        return;
    }
    struct decision *decision = next(deciding);
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
        begin_document(deciding, decision);
    }
}

static void end_key_row(struct deciding *deciding)
{
    const char *id = deciding->cells[CONFLICT_ID].bytes;
    char seal[HASH_HEX + 1];
    if (deciding->row <= 1) {
        deciding->format = deciding->row == 1 && strcmp(id, FORM_CONFLICT_FORMAT) == 0;
        return;
    }
    if (!deciding->format || deciding->closed || id[0] == '\0') {
        return;
    }
    if (strcmp(id, "seal") == 0) {
        deciding->closed = true;
        hash_of(deciding->sealed.bytes, deciding->sealed.length, seal);
        deciding->format = strcmp(deciding->cells[1].bytes, seal) == 0;
        return;
    }
    const char *cells[FORM_CELLS] = {NULL};
    for (size_t i = 0; i < CONFLICT_CELLS; i++) {
        cells[i] = deciding->cells[i].bytes;
    }
    form_seal_row(&deciding->sealed, cells);
    if (id[0] == 'K') {
        keep_decision(deciding);
    } else if (id[0] == 'D') {
        keep_document(deciding);
    } else {
        form_key_check(deciding->report.merge.edit, id, cells[1], cells[2], deciding->report.path,
                       deciding->anyway, &deciding->refusal);
    }
}

static void clear_row(struct deciding *deciding, uint32_t row)
{
    for (size_t i = 0; i < CONFLICT_CELLS; i++) {
        text_clear(&deciding->cells[i]);
    }
    deciding->formula = false;
    deciding->row = row;
}

static bool take_key(void *context, const struct sheet_cell *cell, struct error *err)
{
    struct deciding *deciding = context;
    (void)err;
    if (cell->row != deciding->row) {
        end_key_row(deciding);
        clear_row(deciding, cell->row);
    }
    if (cell->column <= CONFLICT_CELLS) {
        form_clean(cell->text, &deciding->cells[cell->column - 1]);
    }
    return true;
}

static bool read_key(struct deciding *deciding, struct sheet_book *book, struct error *err)
{
    if (!sheet_read(book, sheet_book_find(book, FORM_CONFLICT_SHEET), take_key, deciding, err)) {
        return false;
    }
    end_key_row(deciding);
    clear_row(deciding, 0);
    for (size_t i = 0; i < deciding->count; i++) {
        const struct form_document *document = deciding->decisions[i].document;
        deciding->format = deciding->format && (document == NULL || document->indicator[0] != '\0');
    }
    if (!deciding->format || !deciding->closed) {
        return error_set(err, M_FORM_SEAL, FORM_CONFLICT_SHEET);
    }
    if (error_is_set(&deciding->refusal)) {
        *err = deciding->refusal;
        return false;
    }
    return true;
}

/* ---- the decisions ---- */

static enum verdict_word word_of(const char *text)
{
    static const struct {
        const char *typed;
        enum verdict_word word;
    } words[] = {{"", UNDECIDED},         {"berkas", KEEP_FILE}, {"file", KEEP_FILE},
                 {"formulir", TAKE_FORM}, {"form", TAKE_FORM},   {"keduanya", TAKE_BOTH},
                 {"both", TAKE_BOTH}};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (strcasecmp(text, words[i].typed) == 0) {
            return words[i].word;
        }
    }
    return NO_WORD;
}

/* Whether a row can be decided so: two documents are possible only where the file has one that differs. */
static bool is_word_for(const struct decision *decision, enum verdict_word word)
{
    return word != NO_WORD && (word != TAKE_BOTH || decision->dispute.reason == FORM_IS_OTHER);
}

static struct decision *find(struct deciding *deciding, const char *id)
{
    for (size_t i = 0; i < deciding->count; i++) {
        if (strcmp(deciding->decisions[i].id, id) == 0) {
            return &deciding->decisions[i];
        }
    }
    return NULL;
}

/* Keeps what was chosen in the row at hand; what is wrong with it is told. */
static void end_row(struct deciding *deciding)
{
    const char *id = deciding->cells[0].bytes;
    const char *word = deciding->cells[1].bytes;
    struct form_place place = {deciding->sheet, deciding->row, deciding->word_column};
    struct error problem = {.kind = ERROR_NONE};
    if (deciding->id_column == 0 || deciding->word_column == 0 || id[0] == '\0' ||
        strcmp(id, "id") == 0 || strcmp(id, "spbe:id") == 0) {
        return;
    }
    struct decision *decision = find(deciding, id);
    if (decision == NULL) {
        error_set(&problem, M_FORM_ROW, NULL, form_shown(id), id);
    } else if (decision->place.row != 0) {
        error_set(&problem, M_FORM_TWICE, NULL, id);
    } else if (deciding->formula) {
        error_set(&problem, M_TABLE_FORMULA, NULL);
    } else if (!is_word_for(decision, word_of(word))) {
        error_set(&problem, M_FORM_DECISION, NULL, form_shown(word), word);
    }
    if (decision != NULL) {
        decision->bad = error_is_set(&problem);
        decision->place = place;
        decision->word = decision->bad ? UNDECIDED : word_of(word);
    }
    if (error_is_set(&problem)) {
        form_report_problem(&deciding->report, &place, &problem);
    }
}

static bool take_cell(void *context, const struct sheet_cell *cell, struct error *err)
{
    struct deciding *deciding = context;
    (void)err;
    if (cell->row != deciding->row) {
        end_row(deciding);
        clear_row(deciding, cell->row);
    }
    if (strcmp(cell->text, "spbe:id") == 0) {
        deciding->id_column = cell->column;
    } else if (strcmp(cell->text, "spbe:decision") == 0) {
        deciding->word_column = cell->column;
    }
    if (cell->column == deciding->id_column) {
        form_clean(cell->text, &deciding->cells[0]);
    } else if (cell->column == deciding->word_column) {
        form_clean(cell->text, &deciding->cells[1]);
        deciding->formula = cell->formula;
    }
    return true;
}

static bool read_sheets(struct deciding *deciding, struct sheet_book *book, struct error *err)
{
    bool any = false;
    for (size_t i = 0; i < book->sheet_count; i++) {
        if (strcasecmp(book->sheets[i].name, FORM_CONFLICT_SHEET) == 0) {
            continue;
        }
        deciding->sheet = book->sheets[i].name;
        deciding->id_column = deciding->word_column = 0;
        if (!sheet_read(book, i, take_cell, deciding, err)) {
            return false;
        }
        end_row(deciding);
        clear_row(deciding, 0);
        any = any || deciding->word_column != 0;
    }
    return any || error_set(err, M_FORM_COLUMNS, NULL);
}

/* ---- carrying them out ---- */

/* What the file says now of what the decision is about. */
static bool find_now(struct deciding *deciding, struct form_dispute *dispute, struct error *err)
{
    const struct edit *edit = deciding->report.merge.edit;
    if (dispute->document == NULL) {
        return form_present(edit, dispute->field.field, dispute->field.subject, deciding->arena,
                            &dispute->now, err);
    }
    const struct exhibit *item = form_key_exhibit(&deciding->key, dispute->field.subject);
    dispute->now = item == NULL ? "" : form_group_told(item, deciding->arena);
    return true;
}

/* Whether the file says something else than the person saw: of the field, of the verified value. */
static bool has_moved(struct deciding *deciding, struct decision *decision, bool *text, bool *value,
                      struct error *err)
{
    const struct edit *edit = deciding->report.merge.edit;
    struct form_dispute *dispute = &decision->dispute;
    const char *verified = NULL;
    char mark[FORM_MARK + 1];
    if (!find_now(deciding, dispute, err) ||
        (dispute->field.indicator != NULL &&
         !store_get(edit->store, FIELD_VERIFIED, dispute->field.indicator, deciding->arena,
                    &verified, err))) {
        return false;
    }
    form_mark(dispute->now, mark);
    bool same = verified == NULL || dispute->verified == NULL
                    ? verified == dispute->verified
                    : strcmp(verified, dispute->verified) == 0;
    *text = strcmp(mark, decision->now) != 0;
    *value = !same;
    return true;
}

/* True when the file says already what the form does. */
static bool is_said(struct deciding *deciding, const struct form_dispute *dispute)
{
    if (dispute->document == NULL) {
        return strcmp(dispute->now, dispute->field.mine) == 0;
    }
    for (size_t i = 0; i < deciding->key.exhibit_count; i++) {
        const struct exhibit *exhibit = &deciding->key.exhibits[i];
        struct form_document item = form_document_of(exhibit);
        if (exhibit->stands && strcmp(item.indicator, dispute->document->indicator) == 0 &&
            form_document_same(&item, dispute->document) &&
            form_document_holds(&item, dispute->document, deciding->arena)) {
            return true;
        }
    }
    return false;
}

/* Tells that a row is open still, and hands it on. */
static void leave_open(struct deciding *deciding, const struct decision *decision)
{
    const struct form_dispute *dispute = &decision->dispute;
    const struct form_listener *listener = deciding->report.listener;
    struct text told = TEXT_EMPTY;
    const char *name =
        form_part_name(&deciding->report.merge.edit->instrument->portal, dispute->field.field,
                       dispute->field.subject, deciding->arena);
    bool document = dispute->document != NULL;
    text_format(&told, _("%s, %s: not decided yet"), document ? dispute->document->indicator : name,
                document ? _("document") : change_label(dispute->field.field));
    form_report_notice(&deciding->report, &decision->place, told.bytes);
    deciding->report.tally->of[FORM_DISPUTED]++;
    deciding->undecided++;
    if (listener->dispute != NULL) {
        listener->dispute(listener->context, dispute, deciding->report.path);
    }
    text_release(&told);
}

/* Hands a ruling on a document over to form_group. */
static void rule(struct deciding *deciding, const struct decision *decision)
{
    static const enum form_ruling rulings[] = {[UNDECIDED] = FORM_UNRULED,
                                               [KEEP_FILE] = FORM_RULED_FILE,
                                               [TAKE_FORM] = FORM_RULED_FORM,
                                               [TAKE_BOTH] = FORM_RULED_BOTH};
    struct form_sightings *all = &deciding->sightings;
    struct form_sighting *sighting = arena_get(deciding->arena, 1, sizeof *sighting);
    const struct form_document *document = decision->document;
    const char *met = decision->dispute.field.subject;
    *sighting = (struct form_sighting){.sheet = decision->place.sheet,
                                       .row = decision->place.row,
                                       .typed = document->typed,
                                       .indicator = document->indicator,
                                       .criteria = document->criteria,
                                       .ruling = rulings[decision->word],
                                       .met = met[0] == '\0' ? NULL : met};
    memcpy(sighting->texts, document->texts, sizeof sighting->texts);
    for (size_t i = 0; i < FORM_CELLS; i++) {
        sighting->columns[i] = decision->place.column;
        sighting->touched[i] = true;
    }
    *(all->last == NULL ? &all->first : &all->last->next) = sighting;
    all->last = sighting;
    all->count++;
}

/* A decision on a whole document. moved: the file says something else than the person saw. */
static void carry_document_out(struct deciding *deciding, struct decision *decision,
                               enum form_choice choice, bool moved)
{
    struct form_report *report = &deciding->report;
    struct form_dispute *dispute = &decision->dispute;
    struct error problem = {.kind = ERROR_NONE};
    if (moved && choice == FORM_ASK) {
        error_set(&problem, M_FORM_CONFLICT, NULL,
                  dispute->field.subject[0] != '\0' ? dispute->field.subject
                                                    : dispute->field.indicator,
                  form_shown(dispute->field.mine), dispute->field.mine, form_shown(dispute->now),
                  dispute->now);
        form_report_undecided(report, &decision->place, dispute, &problem);
        return;
    }
    bool kept = moved ? choice == FORM_OURS : decision->word == KEEP_FILE;
    report->tally->of[FORM_KEPT] += kept;
    if (!kept || (!moved && dispute->reason == FORM_IS_OTHER)) {
        rule(deciding, decision);
    }
}

static bool carry_out(struct deciding *deciding, struct decision *decision, enum form_choice choice,
                      struct error *err)
{
    struct form_report *report = &deciding->report;
    struct form_field field = decision->dispute.field;
    bool text = false;
    bool value = false;
    if (!has_moved(deciding, decision, &text, &value, err)) {
        return false;
    }
    if (is_said(deciding, &decision->dispute)) {
        report->tally->of[FORM_SAME]++;
        return true;
    }
    if (decision->word == UNDECIDED) {
        leave_open(deciding, decision);
        return true;
    }
    if (decision->document != NULL) {
        carry_document_out(deciding, decision, choice, text || value);
        return true;
    }
    if (decision->word == KEEP_FILE && (!text || choice != FORM_ASK)) {
        report->tally->of[FORM_KEPT]++;
        return true;
    }
    field.began = decision->now;
    report->merge.choice = text || value ? choice : FORM_THEIRS;
    bool ok = form_report_merge(report, &decision->place, &field, NULL, err);
    report->merge.choice = choice;
    return ok;
}

static bool carry_all_out(struct deciding *deciding, enum form_choice choice,
                          const struct folder *folder, struct error *err)
{
    bool ok = true;
    for (size_t i = 0; ok && i < deciding->count; i++) {
        ok =
            deciding->decisions[i].bad || carry_out(deciding, &deciding->decisions[i], choice, err);
    }
    ok = ok && form_evidence_take(&deciding->sightings, folder, err);
    return ok && (deciding->report.problems == 0 ||
                  error_set(err, M_TABLE_PROBLEMS, NULL, deciding->report.problems));
}

/* ---- the workbook ---- */

bool form_decision_is(const char *bytes, size_t length)
{
    struct sheet_book book;
    struct error ignored = {.kind = ERROR_NONE};
    bool is = length <= LIMIT_SHEET_FILE && length >= 2 && memcmp(bytes, "PK", 2) == 0;
    if (is) {
        is = sheet_book_open(&book, bytes, length, &ignored) &&
             sheet_book_find(&book, FORM_CONFLICT_SHEET) < book.sheet_count;
        sheet_book_close(&book);
    }
    return is;
}

bool form_decision_import(const struct edit *edit, const char *bytes, size_t length,
                          const char *path, const struct form_manner *manner,
                          struct form_tally *tally, size_t *undecided, struct error *err)
{
    struct arena arena = ARENA_EMPTY;
    struct deciding deciding = {.report = {.merge = {edit, &arena, manner->choice},
                                           .path = path,
                                           .listener = manner->listener,
                                           .tally = tally},
                                .arena = &arena,
                                .anyway = manner->anyway,
                                .sealed = TEXT_EMPTY,
                                .refusal = {.kind = ERROR_NONE}};
    struct sheet_book book;
    *tally = (struct form_tally){.of = {0}};
    for (size_t i = 0; i < CONFLICT_CELLS; i++) {
        deciding.cells[i] = (struct text)TEXT_EMPTY;
    }
    deciding.sightings =
        (struct form_sightings){.report = &deciding.report, .key = &deciding.key, .arena = &arena};
    bool ok = sheet_book_open(&book, bytes, length, err) &&
              form_key_begin(&deciding.key, edit, &arena, err) && read_key(&deciding, &book, err) &&
              read_sheets(&deciding, &book, err) &&
              carry_all_out(&deciding, manner->choice, manner->folder, err);
    if (!ok && strcmp(err->where, path) != 0) {
        error_place(err, path);
    }
    *undecided = deciding.undecided;
    sheet_book_close(&book);
    for (size_t i = 0; i < CONFLICT_CELLS; i++) {
        text_release(&deciding.cells[i]);
    }
    text_release(&deciding.sealed);
    arena_release(&arena);
    return ok;
}
