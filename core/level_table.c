#include "level_table.h"

#include "arena.h"
#include "csv.h"
#include "file_name.h"
#include "limit.h"
#include "memory.h"
#include "message.h"
#include "sheet_book.h"
#include "sheet_reader.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { WORD_BYTES = 256, SHOWN_BYTES = 80, PLACE_BYTES = 200 };

/* The two columns. */
enum column { INDICATOR, LEVEL, COLUMNS };

/* A cell that is kept until its row has ended. */
struct kept {
    enum sheet_kind kind;
    bool formula;
    struct text text; /* empty: nothing there */
};

/* One table on its way into a file. */
struct taking {
    const struct edit *edit;
    const char *path;
    const struct level_listener *listener;
    const char *sheet;          /* its name; NULL for a text */
    uint32_t row;               /* at hand */
    uint32_t columns[COLUMNS];  /* where the header names them; 0 before it was found */
    unsigned ranks[COLUMNS];    /* how good the names are that were found in this row */
    struct kept cells[COLUMNS]; /* of the row at hand */
    const char **seen;          /* by indicator: where it had its level; NULL: nowhere yet */
    bool header;                /* found, in any sheet */
    size_t levels, problems;
    struct arena arena;
};

/* ---- the header ---- */

/* Names of columns, the best first; without capitals, spaces and signs. */
static const char *const column_names[COLUMNS][10] = {
    {"idindikator", "kodeindikator", "nomorindikator", "noindikator", "kode", "id", "indikator",
     "indicator", "nomor", "no"},
    {"tingkatkematangan", "tingkat", "level", "levelkematangan", "nilaiindikator", "nilai",
     "capaian", "maturitylevel", "value", "skor"},
};

/* Letters and digits of a text, small; "" when it is too long to be a word of ours. */
static void fold(const char *text, char word[WORD_BYTES])
{
    size_t kept = 0;
    for (; *text != '\0' && kept + 1 < WORD_BYTES; text++) {
        char small = *text >= 'A' && *text <= 'Z' ? (char)(*text | 0x20) : *text;
        if ((small >= 'a' && small <= 'z') || (small >= '0' && small <= '9')) {
            word[kept++] = small;
        }
    }
    word[*text == '\0' ? kept : 0] = '\0';
}

/* Takes a cell as a column's name when it is one, and better than what was found before. */
static void try_name(struct taking *taking, const struct sheet_cell *cell)
{
    enum { NAMES = sizeof column_names[0] / sizeof column_names[0][0] };
    char word[WORD_BYTES];
    fold(cell->text, word);
    for (size_t column = 0; column < COLUMNS; column++) {
        for (unsigned rank = 0; rank < NAMES; rank++) {
            if (strcmp(word, column_names[column][rank]) == 0 &&
                (taking->columns[column] == 0 || rank < taking->ranks[column])) {
                taking->columns[column] = cell->column;
                taking->ranks[column] = rank;
            }
        }
    }
}

/* ---- problems ---- */

/* Puts the place of a column of the row at hand in front of an error, and tells it. */
static void tell(struct taking *taking, enum column column, struct error *problem)
{
    struct text place = TEXT_EMPTY;
    text_format(&place, "%s: ", taking->path);
    if (taking->sheet == NULL) {
        text_format(&place, _("line %u"), (unsigned)taking->row);
    } else {
        text_format(&place, "%s!", taking->sheet);
        sheet_add_column(&place, taking->columns[column]);
        text_add_int(&place, taking->row);
    }
    error_place(problem, place.bytes);
    if (taking->problems++ < LIMIT_PROBLEMS) {
        taking->listener->problem(taking->listener->context, problem);
    }
    text_release(&place);
}

/* Bytes of a cell to show. */
static int shown(const struct text *text)
{
    size_t most = text->length < SHOWN_BYTES ? text->length : SHOWN_BYTES;
    return (int)text_utf8_prefix(text->bytes, most);
}

/* ---- indicators ---- */

/* Reads "I01", "1", "01", "Indikator 1"; -1 when it is no such thing. */
static int read_number(const char *text)
{
    static const char *const words[] = {"indikator", "indicator", "i"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (strncasecmp(text, words[i], strlen(words[i])) == 0) {
            text += strlen(words[i]);
            break;
        }
    }
    text += strspn(text, " -.#:");
    size_t digits = strspn(text, "0123456789");
    const char *rest = text + digits;
    bool ends = strcmp(rest, "") == 0 || strcmp(rest, ".") == 0 || strcmp(rest, ".0") == 0;
    return digits >= 1 && digits <= 4 && ends ? (int)strtol(text, NULL, 10) : -1;
}

static bool has_name(const struct indicator *indicator, const char *word)
{
    char own[WORD_BYTES];
    fold(indicator->name, own);
    if (strcmp(own, word) == 0) {
        return true;
    }
    fold(indicator->short_name, own);
    if (strcmp(own, word) == 0) {
        return true;
    }
    for (string_list alias = indicator->aliases; *alias != NULL; alias++) {
        fold(*alias, own);
        if (strcmp(own, word) == 0) {
            return true;
        }
    }
    return false;
}

/* True for "35-1" where the slot is I35-1. */
static bool is_slot(const struct indicator *indicator, const char *text)
{
    return indicator->slot_of != NULL && strcasecmp(indicator->id + 1, text) == 0;
}

/* The position of the indicator that a cell names, by id, number or name; NOWHERE. */
static int find_indicator(const struct instrument *instrument, const struct text *text)
{
    char word[WORD_BYTES];
    int number = read_number(text->bytes);
    fold(text->bytes, word);
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        const struct indicator *indicator = &instrument->indicators[i];
        if (strcasecmp(indicator->id, text->bytes) == 0 || is_slot(indicator, text->bytes) ||
            (indicator->slot_of == NULL && indicator->number == number) ||
            (number < 0 && word[0] != '\0' && has_name(indicator, word))) {
            return (int)i;
        }
    }
    return NOWHERE;
}

/* ---- levels ---- */

/* A number of a workbook as people would write it: "2.2999999999999998" is 2.3, "3E0" is 3. */
static void tidy_number(struct text *text)
{
    struct fraction ignored;
    if (text->length <= 12 && fraction_parse(text->bytes, text->length, false, &ignored)) {
        return;
    }
    double number = strtod(text->bytes, NULL);
    text_clear(text);
    text_format(text, "%.15g", number);
}

/* The level in a cell, without the word in front. */
static const char *level_text(struct kept *cell)
{
    static const char *const words[] = {"tingkat ", "level "};
    if (cell->kind == SHEET_NUMBER) {
        tidy_number(&cell->text);
    }
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (strncasecmp(cell->text.bytes, words[i], strlen(words[i])) == 0) {
            const char *rest = cell->text.bytes + strlen(words[i]);
            return rest + strspn(rest, " ");
        }
    }
    return cell->text.bytes;
}

/* Where an indicator had its level, for the sentence about the second one. */
static const char *mark_place(struct taking *taking)
{
    struct text place = TEXT_EMPTY;
    if (taking->sheet == NULL) {
        text_format(&place, _("line %u"), (unsigned)taking->row);
    } else {
        text_format(&place, "%s!", taking->sheet);
        sheet_add_column(&place, taking->columns[LEVEL]);
        text_add_int(&place, taking->row);
    }
    const char *kept = arena_string(&taking->arena, place.bytes);
    text_release(&place);
    return kept;
}

/* Sets the claim; what a person did wrong is told, what is wrong with the file ends it all. */
static bool claim(struct taking *taking, int position, struct error *err)
{
    const char *id = taking->edit->instrument->indicators[position].id;
    struct error problem = {.kind = ERROR_NONE};
    taking->seen[position] = mark_place(taking);
    taking->levels++;
    if (edit_claim(taking->edit, id, level_text(&taking->cells[LEVEL]), NULL, &problem)) {
        return true;
    }
    bool theirs = problem.kind == ERROR_INPUT || strcmp(problem.id, "STORE_LOCKED_INDICATOR") == 0;
    if (!theirs) {
        *err = problem;
        return false;
    }
    tell(taking, LEVEL, &problem);
    return true;
}

/* What is wrong with the level's cell itself; false when something is. */
static bool check_level(struct taking *taking)
{
    const struct kept *cell = &taking->cells[LEVEL];
    struct error problem = {.kind = ERROR_NONE};
    if (cell->formula) {
        error_set(&problem, M_TABLE_FORMULA, NULL);
    } else if (cell->kind != SHEET_TEXT && cell->kind != SHEET_NUMBER) {
        error_set(&problem, M_TABLE_KIND, NULL, shown(&cell->text), cell->text.bytes);
    } else {
        return true;
    }
    tell(taking, LEVEL, &problem);
    return false;
}

/* The indicator of the row at hand, which must not have come before; NOWHERE after telling. */
static int row_indicator(struct taking *taking)
{
    const struct instrument *instrument = taking->edit->instrument;
    const struct text *text = &taking->cells[INDICATOR].text;
    struct error problem = {.kind = ERROR_NONE};
    int position = text->length == 0 ? NOWHERE : find_indicator(instrument, text);
    if (text->length == 0) {
        error_set(&problem, M_TABLE_NO_INDICATOR, NULL);
    } else if (position == NOWHERE) {
        error_set(&problem, M_TABLE_INDICATOR, NULL, shown(text), text->bytes, instrument->id,
                  instrument->indicators[0].id);
    } else if (taking->seen[position] != NULL) {
        error_set(&problem, M_TABLE_TWICE, NULL, instrument->indicators[position].id,
                  taking->seen[position]);
    } else {
        return position;
    }
    tell(taking, INDICATOR, &problem);
    return NOWHERE;
}

/* ---- rows ---- */

/* Tells of a row without a level whose only cell was meant to be two ("3;4" in a table with commas): its level would
 * be lost unseen. */
static void tell_unsplit(struct taking *taking)
{
    const struct instrument *instrument = taking->edit->instrument;
    const struct text *text = &taking->cells[INDICATOR].text;
    struct error problem = {.kind = ERROR_NONE};
    struct text first = TEXT_EMPTY;
    size_t length = strcspn(text->bytes, ";,\t");
    text_append(&first, text->bytes, length);
    if (length < text->length && find_indicator(instrument, &first) != NOWHERE) {
        error_set(&problem, M_TABLE_INDICATOR, NULL, shown(text), text->bytes, instrument->id,
                  instrument->indicators[0].id);
        tell(taking, INDICATOR, &problem);
    }
    text_release(&first);
}

/* Takes in the row that has ended. */
static bool end_row(struct taking *taking, struct error *err)
{
    const struct kept *level = &taking->cells[LEVEL];
    bool none = !level->formula && (level->text.length == 0 || strcmp(level->text.bytes, "-") == 0);
    bool ok = true;
    if (!none && check_level(taking)) {
        int position = row_indicator(taking);
        ok = position == NOWHERE || claim(taking, position, err);
    } else if (none) {
        tell_unsplit(taking);
    }
    for (size_t i = 0; i < COLUMNS; i++) {
        text_clear(&taking->cells[i].text);
        taking->cells[i].formula = false;
    }
    return ok;
}

/* A row begins: the one before may have been the header, or a row of the table. */
static bool next_row(struct taking *taking, bool found, uint32_t row, struct error *err)
{
    bool ok = !found || end_row(taking, err);
    bool both = taking->columns[INDICATOR] != 0 && taking->columns[LEVEL] != 0;
    if (!both) {
        memset(taking->columns, 0, sizeof taking->columns);
    }
    taking->header = taking->header || both;
    taking->row = row;
    return ok;
}

/* White space around a text does not count. */
static void keep(struct kept *kept, const struct sheet_cell *cell)
{
    const char *front = cell->text + strspn(cell->text, " \t\n");
    size_t length = strlen(front);
    while (length > 0 && strchr(" \t\n", front[length - 1]) != NULL) {
        length--;
    }
    kept->kind = cell->kind;
    kept->formula = cell->formula;
    text_clear(&kept->text);
    text_append(&kept->text, front, length);
}

/* One sheet or text: its header, and whether the row at hand lies below it. */
struct pass {
    struct taking *taking;
    bool below;
};

static bool take_cell(void *context, const struct sheet_cell *cell, struct error *err)
{
    struct pass *pass = context;
    struct taking *taking = pass->taking;
    if (cell->row != taking->row) {
        if (!next_row(taking, pass->below, cell->row, err)) {
            return false;
        }
        pass->below = taking->columns[LEVEL] != 0;
    }
    if (!pass->below) {
        try_name(taking, cell);
        return true;
    }
    for (size_t i = 0; i < COLUMNS; i++) {
        if (cell->column == taking->columns[i]) {
            keep(&taking->cells[i], cell);
        }
    }
    return true;
}

static void begin_pass(struct pass *pass, struct taking *taking, const char *sheet)
{
    *pass = (struct pass){taking, false};
    taking->sheet = sheet;
    taking->row = 0;
    memset(taking->columns, 0, sizeof taking->columns);
}

/* ---- workbooks and texts ---- */

static bool take_workbook(struct taking *taking, const char *bytes, size_t length,
                          struct error *err)
{
    struct sheet_book book;
    bool ok = sheet_book_open(&book, bytes, length, err);
    for (size_t i = 0; ok && i < book.sheet_count; i++) {
        struct pass pass;
        begin_pass(&pass, taking, book.sheets[i].name);
        ok = sheet_read(&book, i, take_cell, &pass, err) && next_row(taking, pass.below, 0, err);
    }
    sheet_book_close(&book);
    return ok;
}

static bool take_text(struct taking *taking, const char *bytes, size_t length, struct error *err)
{
    static const char separators[] = {';', ',', '\t'};
    bool ok = true;
    for (size_t i = 0; ok && !taking->header && i < sizeof separators; i++) {
        struct pass pass;
        begin_pass(&pass, taking, NULL);
        ok = csv_read(bytes, length, separators[i], take_cell, &pass, err) &&
             next_row(taking, pass.below, 0, err);
    }
    return ok;
}

static bool is_workbook(const char *bytes, size_t length)
{
    return length >= 4 &&
           (memcmp(bytes, "PK", 2) == 0 || memcmp(bytes, "\xD0\xCF\x11\xE0", 4) == 0);
}

bool level_table_is(const char *bytes, size_t length, const char *path)
{
    static const char *const endings[] = {".csv", ".tsv", ".txt", ".xlsx", ".xls"};
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        if (file_name_ends(path, endings[i])) {
            return true;
        }
    }
    return is_workbook(bytes, length);
}

/* What the whole table came to. */
static bool judge(const struct taking *taking, struct error *err)
{
    if (!taking->header) {
        return error_set(err, M_TABLE_HEADER, taking->path);
    }
    if (taking->problems > 0) {
        return error_set(err, M_TABLE_PROBLEMS, taking->path, taking->problems);
    }
    return taking->levels > 0 || error_set(err, M_TABLE_EMPTY, taking->path);
}

/* True for a name that only a workbook has. */
static bool named_workbook(const char *path)
{
    return file_name_ends(path, ".xlsx") || file_name_ends(path, ".xls");
}

bool level_table_import(const struct edit *edit, const char *bytes, size_t length, const char *path,
                        const struct level_listener *listener, struct error *err)
{
    struct taking taking = {.edit = edit, .path = path, .listener = listener};
    if (length > LIMIT_SHEET_FILE) {
        return error_set(err, M_FILE_LARGE, path, (size_t)LIMIT_SHEET_FILE);
    }
    for (size_t i = 0; i < COLUMNS; i++) {
        taking.cells[i].text = (struct text)TEXT_EMPTY;
    }
    taking.seen = arena_get(&taking.arena, edit->instrument->indicator_count, sizeof *taking.seen);
    bool ok = is_workbook(bytes, length) || named_workbook(path)
                  ? take_workbook(&taking, bytes, length, err)
                  : take_text(&taking, bytes, length, err);
    if (!ok) {
        error_place(err, path);
    }
    ok = ok && judge(&taking, err);
    for (size_t i = 0; i < COLUMNS; i++) {
        text_release(&taking.cells[i].text);
    }
    arena_release(&taking.arena);
    return ok;
}
