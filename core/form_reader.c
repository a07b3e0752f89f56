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

enum { SHOWN_BYTES = 60 };

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
    const struct level_listener *listener;
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

/* A field of the row at hand, on its way into the file. */
struct merging {
    enum column column;
    enum field field;
    const char *indicator, *subject;
    const char *mine; /* what the form says */
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

/* Puts the cell in front of an error, and tells it. */
static void tell(struct taking *taking, enum column column, struct error *problem)
{
    struct text place = TEXT_EMPTY;
    text_format(&place, "%s: %s!", taking->path, taking->sheet);
    sheet_add_column(&place, taking->columns[column]);
    text_add_int(&place, taking->row);
    error_place(problem, place.bytes);
    if (taking->problems++ < LIMIT_PROBLEMS) {
        taking->listener->problem(taking->listener->context, problem);
    }
    text_release(&place);
}

/* Bytes of a text to show. */
static int shown(const char *text)
{
    size_t length = strlen(text);
    return (int)text_utf8_prefix(text, length < SHOWN_BYTES ? length : SHOWN_BYTES);
}

/* Tells what a person did wrong; passes on what ends it all. */
static bool settle(struct taking *taking, enum column column, bool done, struct error *problem,
                   struct error *err)
{
    if (done) {
        return true;
    }
    bool theirs =
        problem->kind == ERROR_INPUT || strcmp(problem->id, "STORE_LOCKED_INDICATOR") == 0;
    if (!theirs) {
        *err = *problem;
        return false;
    }
    tell(taking, column, problem);
    return true;
}

/* ---- three ways ---- */

/* What the file says now, in the words of a form. */
static bool present(struct taking *taking, const struct merging *merging, struct text *now,
                    struct error *err)
{
    const char *fact = NULL;
    if (!store_get(taking->edit->store, merging->field, merging->subject, &taking->arena, &fact,
                   err)) {
        return false;
    }
    if (merging->field == FIELD_MET && fact != NULL) {
        fact = strcmp(fact, "yes") == 0 ? "Ya" : "Tidak";
    }
    form_clean(fact, now);
    return true;
}

static bool write_field(struct taking *taking, const struct merging *merging, struct error *err)
{
    const struct edit *edit = taking->edit;
    const char *text = NULL;
    bool none = merging->mine[0] == '\0';
    switch (merging->field) {
    case FIELD_MET:
        return edit_answer(edit, merging->subject,
                           none                               ? "-"
                           : strcmp(merging->mine, "Ya") == 0 ? "yes"
                                                              : "no",
                           NULL, err);
    case FIELD_CLAIMED:
        return edit_claim(edit, merging->subject, none ? "-" : merging->mine, NULL, err);
    default:
        return edit_check_text("--note", merging->mine, &text, err) &&
               store_set(edit->store, merging->field, merging->indicator, merging->subject, text,
                         err);
    }
}

/* True when the indicator has a verified value. */
static bool is_verified(struct taking *taking, const char *indicator, bool *verified,
                        struct error *err)
{
    const char *fact = NULL;
    bool ok = store_get(taking->edit->store, FIELD_VERIFIED, indicator, &taking->arena, &fact, err);
    *verified = fact != NULL;
    return ok;
}

/* What stands against a change that only the form made, or that both made: tells it. */
static bool object(const struct taking *taking, const struct merging *merging, const char *now,
                   bool both, bool verified, struct error *problem)
{
    if (taking->choice == FORM_THEIRS) {
        return false;
    }
    if (both) {
        return !error_set(problem, M_FORM_CONFLICT, NULL, merging->subject, shown(merging->mine),
                          merging->mine, shown(now), now);
    }
    return verified && !error_set(problem, M_FORM_VERIFIED, NULL, merging->indicator);
}

/* One field: untouched, equal already, taken over, or in conflict. */
static bool merge(struct taking *taking, const struct base *base, const struct merging *merging,
                  struct error *err)
{
    char mine[FORM_MARK + 1];
    char theirs[FORM_MARK + 1];
    bool verified = false;
    struct text now = TEXT_EMPTY;
    struct error problem = {.kind = ERROR_NONE};
    form_mark(merging->mine, mine);
    const char *began = base->marks[merging->column];
    bool ok = strcmp(mine, began) == 0 || present(taking, merging, &now, err);
    if (!ok || strcmp(mine, began) == 0 || strcmp(now.bytes, merging->mine) == 0) {
        text_release(&now);
        return ok;
    }
    form_mark(now.bytes, theirs);
    bool both = strcmp(theirs, began) != 0;
    ok = is_verified(taking, merging->indicator, &verified, err);
    if (ok && object(taking, merging, now.bytes, both, verified, &problem)) {
        if (taking->choice == FORM_ASK) {
            tell(taking, merging->column, &problem);
        }
    } else if (ok) {
        bool done = write_field(taking, merging, &problem);
        ok = settle(taking, merging->column, done, &problem, err);
    }
    text_release(&now);
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
    error_set(&problem, M_FORM_ANSWER, NULL, shown(cell->text.bytes), cell->text.bytes);
    tell(taking, VALUE, &problem);
    return false;
}

/* A claim in exact form; what is no number is left for edit_claim to refuse. */
static bool read_claim(struct taking *taking, struct kept *cell, const char **value)
{
    struct fraction number;
    struct error problem = {.kind = ERROR_NONE};
    if (cell->kind != SHEET_TEXT && cell->kind != SHEET_NUMBER) {
        error_set(&problem, M_TABLE_KIND, NULL, shown(cell->text.bytes), cell->text.bytes);
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
        error_set(&problem, M_FORM_ROW, NULL, shown(id), id);
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
        struct merging merging = {VALUE, criterion ? FIELD_MET : FIELD_CLAIMED, indicator, id,
                                  value};
        ok = merge(taking, base, &merging, err);
    }
    struct merging merging = {NOTE, criterion ? FIELD_MET_NOTE : FIELD_NOTE, indicator, id,
                              taking->cells[NOTE].text.bytes};
    return ok && merge(taking, base, &merging, err);
}

/* What was entered where the form has no row must not be lost unseen. */
static void tell_lost(struct taking *taking)
{
    const char *text = taking->cells[VALUE].text.bytes;
    struct error problem = {.kind = ERROR_NONE};
    if (text[0] != '\0') {
        error_set(&problem, M_FORM_LOST, NULL, shown(text), text);
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
                 enum form_choice choice, const struct level_listener *listener, struct error *err)
{
    struct taking taking = {.edit = edit,
                            .path = path,
                            .choice = choice,
                            .listener = listener,
                            .sealed = TEXT_EMPTY,
                            .refusal = {.kind = ERROR_NONE}};
    struct sheet_book book;
    size_t rows = edit->instrument->indicator_count + edit->instrument->criterion_count;
    if (length > LIMIT_SHEET_FILE) {
        return error_set(err, M_FILE_LARGE, path, (size_t)LIMIT_SHEET_FILE);
    }
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
