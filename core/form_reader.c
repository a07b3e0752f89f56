#include "form_reader.h"

#include "arena.h"
#include "form.h"
#include "limit.h"
#include "message.h"
#include "sheet_book.h"
#include "sheet_reader.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* The columns that matter, by their hidden names. */
enum column { ID, VALUE, NOTE, COLUMNS };
static const char *const column_names[COLUMNS] = {"spbe:id", "spbe:value", "spbe:note"};

/* What the form began with. */
struct base {
    char marks[COLUMNS][FORM_MARK + 1]; /* of value and note; "" when the form has no such row */
    bool seen;                          /* the row has come */
};

/* A cell of the row at hand. */
struct kept {
    enum sheet_kind kind;
    bool formula;
    struct text text; /* cleaned */
};

struct taking {
    const struct edit *edit;
    const char *path;
    enum form_choice choice;
    const struct form_listener *listener;
    struct form_tally *tally;
    struct base *bases; /* indicators, then criteria */
    /* The hidden sheet. */
    struct text sealed;
    char seal[HASH_HEX + 1];
    bool format, closed; /* first and last row have come */
    struct error refusal;
    /* The sheet at hand. */
    const char *sheet;
    uint32_t row;
    uint32_t columns[COLUMNS];
    struct kept cells[COLUMNS];
    bool any; /* a sheet with the hidden row of columns */
    size_t problems;
    struct arena arena;
};

/* ---- rows ---- */

static bool next_row(struct taking *taking, uint32_t row,
                     bool (*end)(struct taking *taking, struct error *err), struct error *err)
{
    bool ok = taking->row == 0 || end(taking, err);
    for (size_t i = 0; i < COLUMNS; i++) {
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
    memset(taking->columns, 0, sizeof taking->columns);
}

/* ---- the hidden sheet ---- */

/* The place in `bases` of an id, or NULL. */
static struct base *find_base(struct taking *taking, const char *id)
{
    const struct instrument *instrument = taking->edit->instrument;
    int indicator = instrument_find_indicator(instrument, id, strlen(id), 0);
    int criterion = instrument_find_criterion(instrument, id, strlen(id), 0);
    return indicator != NOWHERE   ? &taking->bases[indicator]
           : criterion != NOWHERE ? &taking->bases[instrument->indicator_count + (size_t)criterion]
                                  : NULL;
}

/* Whether the form is for this file; what is wrong waits until the seal is known to be whole. */
static void check_head(struct taking *taking, const char *key, const char *value)
{
    const struct store_about *about = store_about(taking->edit->store);
    struct text agency = TEXT_EMPTY;
    form_clean(about->agency, &agency);
    if (strcmp(key, "instrument") == 0 && strcmp(value, about->instrument) != 0) {
        error_set(&taking->refusal, M_FORM_RULES, taking->path, value, about->instrument);
    }
    if (strcmp(key, "agency") == 0 && strcmp(value, agency.bytes) != 0) {
        error_set(&taking->refusal, M_FORM_AGENCY, taking->path, value, about->agency);
    }
    text_release(&agency);
}

static bool end_key_row(struct taking *taking, struct error *err)
{
    const char *key = taking->cells[ID].text.bytes;
    const char *first = taking->cells[VALUE].text.bytes;
    const char *second = taking->cells[NOTE].text.bytes;
    (void)err;
    if (!taking->format) {
        taking->format = taking->row == 1 && strcmp(key, FORM_FORMAT) == 0;
        return true;
    }
    if (taking->closed || key[0] == '\0') {
        return true;
    }
    if (strcmp(key, "seal") == 0) {
        taking->closed = true;
        hash_of(taking->sealed.bytes, taking->sealed.length, taking->seal);
        taking->format = strcmp(first, taking->seal) == 0;
        return true;
    }
    form_seal_row(&taking->sealed, key, first, second);
    check_head(taking, key, first);
    struct base *base = find_base(taking, key);
    if (base != NULL && strlen(first) == FORM_MARK && strlen(second) == FORM_MARK) {
        memcpy(base->marks[VALUE], first, FORM_MARK);
        memcpy(base->marks[NOTE], second, FORM_MARK);
    }
    return true;
}

static bool take_key(void *context, const struct sheet_cell *cell, struct error *err)
{
    struct taking *taking = context;
    if (cell->row != taking->row && !next_row(taking, cell->row, end_key_row, err)) {
        return false;
    }
    if (cell->column <= COLUMNS) {
        keep(&taking->cells[cell->column - 1], cell);
    }
    return true;
}

static bool read_key(struct taking *taking, struct sheet_book *book, struct error *err)
{
    begin_sheet(taking, FORM_SHEET);
    bool ok = sheet_read(book, sheet_book_find(book, FORM_SHEET), take_key, taking, err) &&
              next_row(taking, 0, end_key_row, err);
    if (ok && (!taking->format || !taking->closed)) {
        return error_set(err, M_FORM_SEAL, FORM_SHEET);
    }
    if (ok && error_is_set(&taking->refusal)) {
        *err = taking->refusal;
        return false;
    }
    return ok;
}

/* ---- problems ---- */

/* Appends "formulir.xlsx: 2 Tata Kelola!D17". */
static void add_place(const struct taking *taking, enum column column, struct text *place)
{
    text_format(place, "%s: %s!", taking->path, taking->sheet);
    sheet_add_column(place, taking->columns[column]);
    text_add_int(place, taking->row);
}

/* Puts the cell in front of an error, and tells it. */
static void report(struct taking *taking, enum column column, struct error *problem)
{
    struct text place = TEXT_EMPTY;
    add_place(taking, column, &place);
    error_place(problem, place.bytes);
    if (taking->problems++ < LIMIT_PROBLEMS) {
        taking->listener->problem(taking->listener->context, problem);
    }
    text_release(&place);
}

/* What a person did wrong in a cell, where no field comes of it. */
static void tell(struct taking *taking, enum column column, struct error *problem)
{
    taking->tally->of[FORM_REFUSED]++;
    report(taking, column, problem);
}

/* What became of a field: told where it is for a person to mend or decide. */
static void settle(struct taking *taking, enum column column, enum form_outcome outcome,
                   const struct form_dispute *dispute, struct error *problem)
{
    taking->tally->of[outcome]++;
    if (outcome == FORM_DISPUTED && taking->listener->dispute != NULL) {
        struct text place = TEXT_EMPTY;
        add_place(taking, column, &place);
        taking->listener->dispute(taking->listener->context, dispute, place.bytes);
        text_release(&place);
    } else if (outcome == FORM_DISPUTED || outcome == FORM_REFUSED) {
        report(taking, column, problem);
    }
}

/* Merges a cell of the row at hand. */
static bool merge(struct taking *taking, enum column column, const struct form_field *field,
                  struct error *err)
{
    enum form_outcome outcome = FORM_UNTOUCHED;
    struct form_dispute dispute;
    struct error problem = {.kind = ERROR_NONE};
    const struct form_merge how = {taking->edit, &taking->arena, taking->choice};
    bool ok = form_merge(&how, field, &outcome, &dispute, &problem, err);
    if (ok) {
        settle(taking, column, outcome, &dispute, &problem);
    }
    return ok;
}

/* ---- rows of the form ---- */

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
    tell(taking, VALUE, &problem);
    return false;
}

/* A claim in exact form; what is no number is left for edit_claim to refuse. */
static bool read_claim(struct taking *taking, struct kept *cell, const char **value)
{
    struct fraction number;
    struct error problem = {.kind = ERROR_NONE};
    if (cell->kind != SHEET_TEXT && cell->kind != SHEET_NUMBER) {
        error_set(&problem, M_TABLE_KIND, NULL, form_shown(cell->text.bytes), cell->text.bytes);
        tell(taking, VALUE, &problem);
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
    bool any = false;
    for (enum column column = VALUE; column < COLUMNS; column++) {
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
static struct base *row_base(struct taking *taking)
{
    const char *id = taking->cells[ID].text.bytes;
    struct error problem = {.kind = ERROR_NONE};
    struct base *base = find_base(taking, id);
    if (base == NULL || base->marks[VALUE][0] == '\0') {
        error_set(&problem, M_FORM_ROW, NULL, form_shown(id), id);
    } else if (base->seen) {
        error_set(&problem, M_FORM_TWICE, NULL, id);
    } else {
        base->seen = true;
        return base;
    }
    tell(taking, ID, &problem);
    return NULL;
}

static bool take_row(struct taking *taking, const struct base *base, struct error *err)
{
    const struct instrument *instrument = taking->edit->instrument;
    const char *id = taking->cells[ID].text.bytes;
    int position = instrument_find_criterion(instrument, id, strlen(id), 0);
    bool criterion = position != NOWHERE;
    const char *indicator =
        criterion ? instrument->indicators[instrument->criteria[position].indicator].id : id;
    const char *value = NULL;
    bool ok = true;
    if (criterion ? read_answer(taking, &taking->cells[VALUE], &value)
                  : read_claim(taking, &taking->cells[VALUE], &value)) {
        struct form_field field = {criterion ? FIELD_MET : FIELD_CLAIMED, indicator, id,
                                   base->marks[VALUE], value};
        ok = merge(taking, VALUE, &field, err);
    }
    struct form_field field = {criterion ? FIELD_MET_NOTE : FIELD_NOTE, indicator, id,
                               base->marks[NOTE], taking->cells[NOTE].text.bytes};
    return ok && merge(taking, NOTE, &field, err);
}

/* What was entered where the form has no row must not be lost unseen. */
static void tell_lost(struct taking *taking)
{
    const char *text = taking->cells[VALUE].text.bytes;
    struct error problem = {.kind = ERROR_NONE};
    if (text[0] != '\0') {
        error_set(&problem, M_FORM_LOST, NULL, form_shown(text), text);
        tell(taking, VALUE, &problem);
    }
}

static bool end_form_row(struct taking *taking, struct error *err)
{
    const char *id = taking->cells[ID].text.bytes;
    bool below =
        taking->columns[ID] != 0 && taking->columns[VALUE] != 0 && taking->columns[NOTE] != 0;
    if (!below || strcmp(id, column_names[ID]) == 0 || strcmp(id, "id") == 0) {
        return true;
    }
    if (id[0] == '\0') {
        tell_lost(taking);
        return true;
    }
    struct base *base = row_base(taking);
    return base == NULL || refuse_formulas(taking) || take_row(taking, base, err);
}

static bool take_cell(void *context, const struct sheet_cell *cell, struct error *err)
{
    struct taking *taking = context;
    if (cell->row != taking->row && !next_row(taking, cell->row, end_form_row, err)) {
        return false;
    }
    for (size_t i = 0; i < COLUMNS; i++) {
        if (strcmp(cell->text, column_names[i]) == 0 && !cell->formula) {
            taking->columns[i] = cell->column;
            taking->any = taking->any || i == ID;
        }
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

static bool take_sheets(struct taking *taking, struct sheet_book *book, struct error *err)
{
    bool ok = true;
    for (size_t i = 0; ok && i < book->sheet_count; i++) {
        if (strcasecmp(book->sheets[i].name, FORM_SHEET) != 0) {
            begin_sheet(taking, book->sheets[i].name);
            ok = sheet_read(book, i, take_cell, taking, err) &&
                 next_row(taking, 0, end_form_row, err);
        }
    }
    if (ok && !taking->any) {
        return error_set(err, M_FORM_COLUMNS, NULL);
    }
    return ok &&
           (taking->problems == 0 || error_set(err, M_TABLE_PROBLEMS, NULL, taking->problems));
}

bool form_import(const struct edit *edit, const char *bytes, size_t length, const char *path,
                 enum form_choice choice, const struct form_listener *listener,
                 struct form_tally *tally, struct error *err)
{
    struct taking taking = {.edit = edit,
                            .path = path,
                            .choice = choice,
                            .listener = listener,
                            .tally = tally,
                            .sealed = TEXT_EMPTY,
                            .refusal = {.kind = ERROR_NONE}};
    struct sheet_book book;
    size_t rows = edit->instrument->indicator_count + edit->instrument->criterion_count;
    if (length > LIMIT_SHEET_FILE) {
        return error_set(err, M_FILE_LARGE, path, (size_t)LIMIT_SHEET_FILE);
    }
    *tally = (struct form_tally){.of = {0}};
    taking.bases = arena_get(&taking.arena, rows, sizeof *taking.bases);
    for (size_t i = 0; i < COLUMNS; i++) {
        taking.cells[i].text = (struct text)TEXT_EMPTY;
    }
    bool ok = sheet_book_open(&book, bytes, length, err) && read_key(&taking, &book, err) &&
              take_sheets(&taking, &book, err);
    if (!ok && strcmp(err->where, path) != 0) {
        error_place(err, path);
    }
    sheet_book_close(&book);
    for (size_t i = 0; i < COLUMNS; i++) {
        text_release(&taking.cells[i].text);
    }
    text_release(&taking.sealed);
    arena_release(&taking.arena);
    return ok;
}
