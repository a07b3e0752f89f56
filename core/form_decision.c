#include "form_decision.h"

#include "form.h"
#include "form_conflict.h"
#include "form_docket.h"
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

struct deciding {
    struct form_report report;
    struct arena *arena;
    struct form_docket docket;
    /* The sheet at hand. */
    const char *sheet;
    uint32_t row, id_column, word_column;
    struct text id, word;
    bool formula;
    size_t undecided;
    /* Documents that were decided. */
    struct form_key key;
    struct form_sightings sightings;
};

/* ---- the decisions ---- */

static enum form_verdict word_of(const char *text)
{
    static const struct {
        const char *typed;
        enum form_verdict word;
    } words[] = {{"", FORM_UNDECIDED},     {"berkas", FORM_KEEP_FILE},
                 {"file", FORM_KEEP_FILE}, {"formulir", FORM_TAKE_FORM},
                 {"form", FORM_TAKE_FORM}, {"keduanya", FORM_TAKE_BOTH},
                 {"both", FORM_TAKE_BOTH}};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (strcasecmp(text, words[i].typed) == 0) {
            return words[i].word;
        }
    }
    return FORM_NO_VERDICT;
}

/* Whether a row can be decided so: two documents are possible only where the file has one that differs. */
static bool is_word_for(const struct form_decided *decision, enum form_verdict word)
{
    return word != FORM_NO_VERDICT &&
           (word != FORM_TAKE_BOTH || decision->dispute.reason == FORM_IS_OTHER);
}

/* Keeps what was chosen in the row at hand; what is wrong with it is told. */
static void end_row(struct deciding *deciding)
{
    const char *id = deciding->id.bytes;
    const char *word = deciding->word.bytes;
    struct form_place place = {deciding->sheet, deciding->row, deciding->word_column};
    struct error problem = {.kind = ERROR_NONE};
    if (deciding->id_column == 0 || deciding->word_column == 0 || id[0] == '\0' ||
        strcmp(id, "id") == 0 || strcmp(id, "spbe:id") == 0) {
        return;
    }
    struct form_decided *decision = form_docket_find(&deciding->docket, id);
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
        decision->verdict = decision->bad ? FORM_UNDECIDED : word_of(word);
    }
    if (error_is_set(&problem)) {
        form_report_problem(&deciding->report, &place, &problem);
    }
}

static void begin_row(struct deciding *deciding, uint32_t row)
{
    text_clear(&deciding->id);
    text_clear(&deciding->word);
    deciding->formula = false;
    deciding->row = row;
}

static bool take_cell(void *context, const struct sheet_cell *cell, struct error *err)
{
    struct deciding *deciding = context;
    (void)err;
    if (cell->row != deciding->row) {
        end_row(deciding);
        begin_row(deciding, cell->row);
    }
    if (strcmp(cell->text, "spbe:id") == 0) {
        deciding->id_column = cell->column;
    } else if (strcmp(cell->text, "spbe:decision") == 0) {
        deciding->word_column = cell->column;
    }
    if (cell->column == deciding->id_column) {
        form_clean(cell->text, &deciding->id);
    } else if (cell->column == deciding->word_column) {
        form_clean(cell->text, &deciding->word);
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
        begin_row(deciding, 0);
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
static bool has_moved(struct deciding *deciding, struct form_decided *decision, bool *text,
                      bool *value, struct error *err)
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
static void leave_open(struct deciding *deciding, const struct form_decided *decision)
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
static void rule(struct deciding *deciding, const struct form_decided *decision)
{
    static const enum form_ruling rulings[] = {[FORM_UNDECIDED] = FORM_UNRULED,
                                               [FORM_KEEP_FILE] = FORM_RULED_FILE,
                                               [FORM_TAKE_FORM] = FORM_RULED_FORM,
                                               [FORM_TAKE_BOTH] = FORM_RULED_BOTH};
    struct form_sightings *all = &deciding->sightings;
    struct form_sighting *sighting = arena_get(deciding->arena, 1, sizeof *sighting);
    const struct form_document *document = decision->document;
    const char *met = decision->dispute.field.subject;
    *sighting = (struct form_sighting){.sheet = decision->place.sheet,
                                       .row = decision->place.row,
                                       .typed = document->typed,
                                       .indicator = document->indicator,
                                       .criteria = document->criteria,
                                       .ruling = rulings[decision->verdict],
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
static void carry_document_out(struct deciding *deciding, struct form_decided *decision,
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
    bool kept = moved ? choice == FORM_OURS : decision->verdict == FORM_KEEP_FILE;
    report->tally->of[FORM_KEPT] += kept;
    if (!kept || (!moved && dispute->reason == FORM_IS_OTHER)) {
        rule(deciding, decision);
    }
}

static bool carry_out(struct deciding *deciding, struct form_decided *decision,
                      enum form_choice choice, struct error *err)
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
    if (decision->verdict == FORM_UNDECIDED) {
        leave_open(deciding, decision);
        return true;
    }
    if (decision->document != NULL) {
        carry_document_out(deciding, decision, choice, text || value);
        return true;
    }
    if (decision->verdict == FORM_KEEP_FILE && (!text || choice != FORM_ASK)) {
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
    for (size_t i = 0; ok && i < deciding->docket.count; i++) {
        ok = deciding->docket.items[i].bad ||
             carry_out(deciding, &deciding->docket.items[i], choice, err);
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
                                .id = TEXT_EMPTY,
                                .word = TEXT_EMPTY};
    struct sheet_book book;
    *tally = (struct form_tally){.of = {0}};
    deciding.sightings =
        (struct form_sightings){.report = &deciding.report, .key = &deciding.key, .arena = &arena};
    bool ok = sheet_book_open(&book, bytes, length, err) &&
              form_key_begin(&deciding.key, edit, &arena, err) &&
              form_docket_read(&deciding.docket, edit, &book, path, manner->anyway, &arena, err) &&
              read_sheets(&deciding, &book, err) &&
              carry_all_out(&deciding, manner->choice, manner->folder, err);
    if (!ok && strcmp(err->where, path) != 0) {
        error_place(err, path);
    }
    *undecided = deciding.undecided;
    sheet_book_close(&book);
    text_release(&deciding.id);
    text_release(&deciding.word);
    arena_release(&arena);
    return ok;
}
