#include "form_reader.h"

#include "arena.h"
#include "edit_explanation.h"
#include "edit_score.h"
#include "form.h"
#include "form_evidence.h"
#include "form_key.h"
#include "form_part.h"
#include "limit.h"
#include "message.h"
#include "sheet_book.h"
#include "sheet_reader.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* What the sheet at hand is for, by the hidden names of its columns. */
enum sheet_role { FOR_ANSWERS, FOR_REGISTER, FOR_PROSE };

/* The columns that matter, by their hidden names. */
static const char *const column_names[FORM_CELLS] = {
    [FORM_ID] = "spbe:id",     [FORM_VALUE] = "spbe:value", [FORM_NOTE] = "spbe:note",
    [FORM_ITEM] = "",          [FORM_TITLE] = "spbe:title", [FORM_NUMBER] = "spbe:number",
    [FORM_DATE] = "spbe:date", [FORM_PAGES] = "spbe:pages", [FORM_FILE] = "spbe:file"};

/* A cell of the row at hand. */
struct kept {
    enum sheet_kind kind;
    bool formula;
    struct text text; /* cleaned */
};

struct taking {
    struct form_report report;
    struct form_key key;
    struct form_sightings sightings;
    /* The sheet at hand. */
    const char *sheet;
    uint32_t row;
    uint32_t columns[FORM_CELLS]; /* 0 = not there */
    struct kept cells[FORM_CELLS];
    bool any; /* a sheet with the hidden row of columns */
    enum sheet_role role;
    struct arena arena;
};

/* ---- rows ---- */

static bool end_row(struct taking *taking, struct error *err);

static bool next_row(struct taking *taking, uint32_t row, struct error *err)
{
    bool ok = taking->row == 0 || end_row(taking, err);
    for (size_t i = 0; i < FORM_CELLS; i++) {
        text_clear(&taking->cells[i].text);
        taking->cells[i].formula = false;
        taking->cells[i].kind = SHEET_TEXT;
    }
    taking->row = row;
    return ok;
}

static void keep(struct kept *kept, const struct sheet_cell *cell)
{
    kept->kind = cell->kind;
    kept->formula = cell->formula;
    form_clean(cell->text, &kept->text);
}

static void begin_sheet(struct taking *taking, const char *name)
{
    taking->sheet = name;
    taking->row = 0;
    taking->role = FOR_ANSWERS;
    memset(taking->columns, 0, sizeof taking->columns);
}

/* A cell of the row at hand. */
static struct form_place place_of(const struct taking *taking, enum form_cell cell)
{
    return (struct form_place){taking->sheet, taking->row, taking->columns[cell]};
}

/* Tells a problem of the row at hand. */
static void tell(struct taking *taking, enum form_cell cell, struct error *problem)
{
    struct form_place place = place_of(taking, cell);
    form_report_problem(&taking->report, &place, problem);
}

/* ---- what a row says ---- */

/* The word of an answer; false after telling that it is none. */
static bool read_answer(struct taking *taking, const struct kept *cell, const char **word)
{
    static const struct {
        const char *typed, *word;
    } words[] = {{"", ""}, {"ya", "Ya"}, {"tidak", "Tidak"}, {"yes", "Ya"}, {"no", "Tidak"}};
    struct error problem = {.kind = ERROR_NONE};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (cell->kind == SHEET_TEXT && strcasecmp(cell->text.bytes, words[i].typed) == 0) {
            *word = words[i].word;
            return true;
        }
    }
    error_set(&problem, M_FORM_ANSWER, NULL, form_shown(cell->text.bytes), cell->text.bytes);
    tell(taking, FORM_VALUE, &problem);
    return false;
}

/* A claim in exact form; what is no number is left for edit_claim to refuse. */
static bool read_claim(struct taking *taking, struct kept *cell, const char **value)
{
    struct fraction number;
    struct error problem = {.kind = ERROR_NONE};
    if (cell->kind != SHEET_TEXT && cell->kind != SHEET_NUMBER) {
        error_set(&problem, M_TABLE_KIND, NULL, form_shown(cell->text.bytes), cell->text.bytes);
        tell(taking, FORM_VALUE, &problem);
        return false;
    }
    if (cell->kind == SHEET_NUMBER && cell->text.length > 12) {
        double rounded = strtod(cell->text.bytes, NULL);
        text_clear(&cell->text);
        text_format(&cell->text, "%.15g", rounded);
    }
    if (fraction_parse(cell->text.bytes, cell->text.length, true, &number)) {
        text_clear(&cell->text);
        fraction_add_exact(&cell->text, number);
    }
    *value = cell->text.bytes;
    return true;
}

/* Formulas are not answers: what was saved with them may be anything. */
static bool refuse_formulas(struct taking *taking)
{
    const struct instrument *instrument = taking->report.merge.edit->instrument;
    const struct text *id = &taking->cells[FORM_ID].text;
    /* The form's own formulas stand beside the name of an indicator. */
    bool own = instrument_find_indicator(instrument, id->bytes, id->length, 0) != NOWHERE;
    bool any = false;
    for (enum form_cell column = FORM_VALUE; column < (own ? FORM_ITEM : FORM_CELLS); column++) {
        struct error problem = {.kind = ERROR_NONE};
        if (taking->cells[column].formula) {
            error_set(&problem, M_TABLE_FORMULA, NULL);
            tell(taking, column, &problem);
            any = true;
        }
    }
    return any;
}

/* The base of the row at hand, which must be one of the form's and not have come before. */
static struct form_base *row_base(struct taking *taking)
{
    const char *id = taking->cells[FORM_ID].text.bytes;
    struct error problem = {.kind = ERROR_NONE};
    struct form_base *base = form_key_find(&taking->key, id);
    if (base == NULL || !base->there) {
        error_set(&problem, M_FORM_ROW, NULL, form_shown(id), id);
    } else if (base->seen) {
        error_set(&problem, M_FORM_TWICE, NULL, id);
    } else {
        base->seen = true;
        return base;
    }
    tell(taking, FORM_ID, &problem);
    return NULL;
}

/* Merges a cell of the row at hand. */
static bool merge(struct taking *taking, enum form_cell cell, const struct form_field *field,
                  struct error *err)
{
    struct form_place place = place_of(taking, cell);
    return form_report_merge(&taking->report, &place, field, NULL, err);
}

/* What a row with an answer is about. */
struct row_meaning {
    int indicator;          /* position; NOWHERE where such rows have no answer */
    enum field value, note; /* FIELD_COUNT for what nobody enters there */
    bool words;             /* Ya or Tidak; else a number */
    bool evidence;          /* documents may stand beside it */
};

static struct row_meaning meaning_of(const struct instrument *instrument, const char *id)
{
    struct score_subject score;
    size_t length = strlen(id);
    int indicator = instrument_find_indicator(instrument, id, length, 0);
    int criterion =
        indicator != NOWHERE ? NOWHERE : instrument_find_criterion(instrument, id, length, 0);
    if (criterion != NOWHERE) {
        const struct criterion *about = &instrument->criteria[criterion];
        return (struct row_meaning){about->indicator, about->decisive ? FIELD_COUNT : FIELD_MET,
                                    FIELD_MET_NOTE, true, true};
    }
    if (indicator == NOWHERE && edit_score_subject(instrument, id, &score)) {
        return score.item > 0
                   ? (struct row_meaning){score.indicator, FIELD_ITEM, FIELD_ITEM_NOTE, true, true}
                   : (struct row_meaning){score.indicator, FIELD_MEASURE, FIELD_COUNT, false,
                                          false};
    }
    return (struct row_meaning){indicator, FIELD_CLAIMED, FIELD_NOTE, false, false};
}

static bool take_row(struct taking *taking, const struct row_meaning *meaning,
                     const struct form_base *base, struct error *err)
{
    const struct instrument *instrument = taking->report.merge.edit->instrument;
    const char *id = taking->cells[FORM_ID].text.bytes;
    const char *indicator = instrument->indicators[meaning->indicator].id;
    const char *value = NULL;
    bool ok = true;
    struct kept *cell = &taking->cells[FORM_VALUE];
    if (meaning->value != FIELD_COUNT &&
        (meaning->words ? read_answer(taking, cell, &value) : read_claim(taking, cell, &value))) {
        struct form_field field = {meaning->value, indicator, id, base->marks[FORM_VALUE], value};
        ok = merge(taking, FORM_VALUE, &field, err);
    }
    if (!ok || meaning->note == FIELD_COUNT) {
        return ok;
    }
    struct form_field field = {meaning->note, indicator, id, base->marks[FORM_NOTE],
                               taking->cells[FORM_NOTE].text.bytes};
    return merge(taking, FORM_NOTE, &field, err);
}

/* The cells of evidence of the row at hand. base: NULL for a free row of the register. */
static bool take_evidence(struct taking *taking, const struct form_base *base, struct error *err)
{
    struct form_row row = {.sheet = taking->sheet,
                           .row = taking->row,
                           .columns = taking->columns,
                           .id = taking->cells[FORM_ID].text.bytes,
                           .base = base};
    for (size_t i = 0; i < FORM_CELLS; i++) {
        row.cells[i] = (struct form_raw){taking->cells[i].kind, taking->cells[i].text.bytes};
    }
    return form_sighting_row(&taking->sightings, &row, err);
}

/* What was entered where the form has no place for it must not be lost unseen: from cell `first` on. */
static void tell_lost(struct taking *taking, enum form_cell first)
{
    static const enum form_cell cells[] = {FORM_VALUE, FORM_NOTE, FORM_TITLE, FORM_NUMBER,
                                           FORM_FILE};
    struct error problem = {.kind = ERROR_NONE};
    for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++) {
        if (cells[i] < first) {
            continue;
        }
        const char *text = taking->cells[cells[i]].text.bytes;
        if (text[0] != '\0') {
            error_set(&problem, M_FORM_LOST, NULL, form_shown(text), text);
            tell(taking, cells[i], &problem);
            return;
        }
    }
}

/* One cell of what a person wrote in their own words. */
static bool take_words(struct taking *taking, enum form_cell cell, const struct form_base *base,
                       const struct form_field *where, const char *words, struct error *err)
{
    struct form_field field = *where;
    field.began = base->marks[cell];
    field.mine = words == NULL ? "" : words;
    return merge(taking, cell, &field, err);
}

/* True when two texts are what a row began with. */
static bool is_base(const struct form_base *base, const char *value, const char *note)
{
    char marks[2][FORM_MARK + 1];
    form_mark(value, marks[0]);
    form_mark(note, marks[1]);
    return strcmp(marks[0], base->marks[FORM_VALUE]) == 0 &&
           strcmp(marks[1], base->marks[FORM_NOTE]) == 0;
}

/* Merges both parts of an explanation at once, where the file has neither of them changed: one change. */
static bool take_both(struct taking *taking, const struct form_base *base,
                      const struct form_field *where, const struct explanation *parts,
                      const char *now, struct error *err)
{
    struct text whole = TEXT_EMPTY;
    struct form_field field = *where;
    char began[FORM_MARK + 1];
    char facts[FORM_MARK + 1];
    form_mark(now, began);
    form_mark(parts->facts, facts);
    bool first = strcmp(facts, base->marks[FORM_VALUE]) != 0;
    explanation_join(&taking->report.merge.edit->instrument->portal, parts, &whole);
    field.began = began;
    field.mine = whole.bytes;
    bool ok = merge(taking, first ? FORM_VALUE : FORM_NOTE, &field, err);
    text_release(&whole);
    return ok;
}

/* The changed explanation of a level whose instrument knows two parts. */
static bool take_parts(struct taking *taking, const struct form_base *base,
                       struct form_field *field, struct error *err)
{
    const struct edit *edit = taking->report.merge.edit;
    const struct portal *portal = &edit->instrument->portal;
    const char *level = field->subject;
    const char *now = NULL;
    struct explanation there;
    struct explanation parts;
    if (!form_present(edit, FIELD_EXPLANATION, level, &taking->arena, &now, err)) {
        return false;
    }
    form_part_read(portal, taking->cells[FORM_VALUE].text.bytes,
                   taking->cells[FORM_NOTE].text.bytes, &taking->arena, &parts);
    form_part_split(portal, now, &taking->arena, &there);
    if (is_base(base, there.facts, there.analysis)) {
        return take_both(taking, base, field, &parts, now, err);
    }
    field->subject = form_part_facts(level, &taking->arena);
    if (!take_words(taking, FORM_VALUE, base, field, parts.facts, err)) {
        return false;
    }
    field->subject = form_part_analysis(level, &taking->arena);
    return take_words(taking, FORM_NOTE, base, field, parts.analysis, err);
}

/* The explanation of a level. Cells that nobody touched say nothing, however they would be divided. */
static bool take_explanation(struct taking *taking, const struct form_base *base, struct error *err)
{
    const char *level = arena_string(&taking->arena, taking->cells[FORM_ID].text.bytes);
    const char *facts = taking->cells[FORM_VALUE].text.bytes;
    struct form_field field = {.field = FIELD_EXPLANATION,
                               .indicator = arena_copy(&taking->arena, level, strcspn(level, ".")),
                               .subject = level};
    if (is_base(base, facts, taking->cells[FORM_NOTE].text.bytes)) {
        taking->report.tally->of[FORM_UNTOUCHED]++;
        return true;
    }
    return explanation_has_parts(&taking->report.merge.edit->instrument->portal)
               ? take_parts(taking, base, &field, err)
               : take_words(taking, FORM_VALUE, base, &field, facts, err);
}

/* An explanation, or the answer to a general question. */
static bool take_prose(struct taking *taking, const struct form_base *base, struct error *err)
{
    struct error ignored = {.kind = ERROR_NONE};
    const char *id = taking->cells[FORM_ID].text.bytes;
    if (edit_question(taking->report.merge.edit->instrument, id, &ignored) == NOWHERE) {
        return take_explanation(taking, base, err);
    }
    struct form_field field = {.field = FIELD_GENERAL, .subject = arena_string(&taking->arena, id)};
    return take_words(taking, FORM_VALUE, base, &field, taking->cells[FORM_VALUE].text.bytes, err);
}

/* Whether the sheet at hand is for rows of such a meaning. */
static bool fits(const struct taking *taking, const struct row_meaning *meaning)
{
    bool answer = meaning->indicator != NOWHERE;
    const char *id = taking->cells[FORM_ID].text.bytes;
    bool prose = !answer && form_key_exhibit(&taking->key, id) == NULL;
    return taking->role == FOR_PROSE      ? prose
           : taking->role == FOR_REGISTER ? !prose && (!answer || meaning->evidence)
                                          : answer;
}

/* A row of the form by its id. */
static bool take_known_row(struct taking *taking, struct error *err)
{
    const struct instrument *instrument = taking->report.merge.edit->instrument;
    struct form_base *base = row_base(taking);
    if (base == NULL || refuse_formulas(taking)) {
        return true;
    }
    struct row_meaning meaning = meaning_of(instrument, taking->cells[FORM_ID].text.bytes);
    if (!fits(taking, &meaning)) {
        tell_lost(taking, FORM_VALUE); /* moved between sheets */
        return true;
    }
    if (taking->role == FOR_REGISTER) {
        return take_evidence(taking, base, err);
    }
    if (taking->role == FOR_PROSE) {
        return take_prose(taking, base, err);
    }
    if (meaning.value == FIELD_MEASURE) {
        tell_lost(taking, FORM_NOTE);
    }
    return take_row(taking, &meaning, base, err) &&
           (!meaning.evidence || take_evidence(taking, base, err));
}

static bool end_row(struct taking *taking, struct error *err)
{
    const char *id = taking->cells[FORM_ID].text.bytes;
    bool below = taking->columns[FORM_ID] != 0 && taking->columns[FORM_VALUE] != 0 &&
                 (taking->columns[FORM_NOTE] != 0 || taking->role != FOR_ANSWERS);
    if (!below || strcmp(id, column_names[FORM_ID]) == 0 || strcmp(id, "id") == 0) {
        return true;
    }
    if (id[0] != '\0') {
        return take_known_row(taking, err);
    }
    if (taking->role == FOR_REGISTER) {
        return refuse_formulas(taking) || take_evidence(taking, NULL, err);
    }
    tell_lost(taking, FORM_VALUE);
    return true;
}

/* Columns that say what their sheet is for. */
static const struct {
    const char *name;
    enum sheet_role role;
    enum form_cell cell;
} role_columns[] = {{"spbe:supports", FOR_REGISTER, FORM_VALUE},
                    {"spbe:facts", FOR_PROSE, FORM_VALUE},
                    {"spbe:analysis", FOR_PROSE, FORM_NOTE},
                    {"spbe:explanation", FOR_PROSE, FORM_VALUE},
                    {"spbe:general", FOR_PROSE, FORM_VALUE}};

/* Remembers a column by its hidden name. */
static void take_column(struct taking *taking, const struct sheet_cell *cell)
{
    for (size_t i = 0; i < FORM_CELLS; i++) {
        if (strcmp(cell->text, column_names[i]) == 0) {
            taking->columns[i] = cell->column;
            taking->any = taking->any || i == FORM_ID;
        }
    }
    for (size_t i = 0; i < sizeof role_columns / sizeof role_columns[0]; i++) {
        if (strcmp(cell->text, role_columns[i].name) == 0) {
            taking->columns[role_columns[i].cell] = cell->column;
            taking->role = role_columns[i].role;
        }
    }
}

static bool take_cell(void *context, const struct sheet_cell *cell, struct error *err)
{
    struct taking *taking = context;
    if (cell->row != taking->row && !next_row(taking, cell->row, err)) {
        return false;
    }
    if (strncmp(cell->text, "spbe:", 5) == 0 && !cell->formula) {
        take_column(taking, cell);
    }
    for (size_t i = 0; i < FORM_CELLS; i++) {
        if (cell->column == taking->columns[i]) {
            keep(&taking->cells[i], cell);
        }
    }
    return true;
}

/* ---- forms ---- */

bool form_is(const char *bytes, size_t length)
{
    struct sheet_book book;
    struct error ignored = {.kind = ERROR_NONE};
    bool is = length <= LIMIT_SHEET_FILE && length >= 2 && memcmp(bytes, "PK", 2) == 0;
    if (is) {
        is = sheet_book_open(&book, bytes, length, &ignored) &&
             sheet_book_find(&book, FORM_SHEET) < book.sheet_count;
        sheet_book_close(&book);
    }
    return is;
}

/* Looks at the first cell of a sheet only. */
static bool look_first(void *context, const struct sheet_cell *cell, struct error *err)
{
    bool *ours = context;
    (void)err;
    *ours = strcmp(cell->text, column_names[FORM_ID]) == 0;
    return false;
}

bool form_is_bare(const char *bytes, size_t length)
{
    struct sheet_book book;
    struct error ignored = {.kind = ERROR_NONE};
    bool ours = false;
    if (length > LIMIT_SHEET_FILE || length < 2 || memcmp(bytes, "PK", 2) != 0) {
        return false;
    }
    bool ok = sheet_book_open(&book, bytes, length, &ignored);
    for (size_t i = 0; ok && !ours && i < book.sheet_count; i++) {
        sheet_read(&book, i, look_first, &ours, &ignored);
    }
    sheet_book_close(&book);
    return ours;
}

static bool take_sheets(struct taking *taking, struct sheet_book *book, const struct folder *folder,
                        struct error *err)
{
    bool ok = true;
    for (size_t i = 0; ok && i < book->sheet_count; i++) {
        if (strcasecmp(book->sheets[i].name, FORM_SHEET) != 0) {
            begin_sheet(taking, book->sheets[i].name);
            ok = sheet_read(book, i, take_cell, taking, err) && next_row(taking, 0, err);
        }
    }
    if (ok && !taking->any) {
        return error_set(err, M_FORM_COLUMNS, NULL);
    }
    return ok && form_evidence_take(&taking->sightings, folder, err) &&
           (taking->report.problems == 0 ||
            error_set(err, M_TABLE_PROBLEMS, NULL, taking->report.problems));
}

bool form_import(const struct edit *edit, const char *bytes, size_t length, const char *path,
                 const struct form_manner *manner, struct form_tally *tally, struct error *err)
{
    struct taking taking = {
        .report = {.merge = {edit, &taking.arena, manner->choice},
                   .path = path,
                   .listener = manner->listener,
                   .tally = tally},
        .sightings = {.report = &taking.report, .key = &taking.key, .arena = &taking.arena}};
    struct sheet_book book;
    if (length > LIMIT_SHEET_FILE) {
        return error_set(err, M_FILE_LARGE, path, (size_t)LIMIT_SHEET_FILE);
    }
    *tally = (struct form_tally){.of = {0}};
    for (size_t i = 0; i < FORM_CELLS; i++) {
        taking.cells[i].text = (struct text)TEXT_EMPTY;
    }
    bool ok = sheet_book_open(&book, bytes, length, err) &&
              form_key_read(&taking.key, edit, &book, path, manner->anyway, &taking.arena, err) &&
              take_sheets(&taking, &book, manner->folder, err);
    if (!ok && strcmp(err->where, path) != 0) {
        error_place(err, path);
    }
    sheet_book_close(&book);
    for (size_t i = 0; i < FORM_CELLS; i++) {
        text_release(&taking.cells[i].text);
    }
    arena_release(&taking.arena);
    return ok;
}
