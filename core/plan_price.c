#include "plan_price.h"

#include "check_price.h"
#include "csv.h"
#include "edit.h"
#include "file.h"
#include "lang.h"
#include "limit.h"
#include "message.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum column { INDICATOR, LEVEL, COST, MONTHS, FIXED, COLUMNS };
enum { CELL_BYTES = 80 };

/* A file on its way over the prices. */
struct price_file {
    struct plan_prices *prices;
    const struct instrument *instrument;
    const char *path;
    const struct plan_listener *listener;
    struct arena *arena;
    uint32_t row;               /* at hand */
    uint32_t columns[COLUMNS];  /* where the header names them; 0: nowhere */
    struct text cells[COLUMNS]; /* of the row at hand */
    bool header;                /* found */
    uint32_t *seen;     /* by level, then by indicator: the line that spoke of it; 0: none */
    unsigned char *own; /* by level: bits of the columns that its own row gave */
    size_t problems;
};

/* ---- the pack's prices ---- */

void plan_price_start(struct plan_prices *prices, const struct instrument *instrument,
                      struct arena *arena)
{
    const struct step_price *own = instrument->effort.prices;
    *prices = (struct plan_prices){
        .steps = arena_get(arena, instrument->level_count + 1, sizeof *prices->steps)};
    for (size_t i = 0; i < instrument->level_count; i++) {
        prices->steps[i] = own == NULL ? (struct plan_price){PRICE_PART, 0, false, PLAN_BY_COUNT}
                                       : (struct plan_price){own[i].cost_parts, own[i].months,
                                                             false, PLAN_BY_PACK};
    }
}

const char *plan_price_unit(const struct plan_prices *prices, const struct instrument *instrument)
{
    if (prices->file) {
        return "";
    }
    return instrument->effort.prices == NULL ? _("steps") : instrument->effort.unit;
}

void plan_price_add(struct text *out, int64_t cost_parts)
{
    fraction_add_exact(out, fraction_make(cost_parts, PRICE_PART));
}

/* ---- problems ---- */

static void tell(struct price_file *file, struct error *problem)
{
    struct text place = TEXT_EMPTY;
    text_format(&place, "%s: ", file->path);
    text_format(&place, _("line %u"), (unsigned)file->row);
    error_place(problem, place.bytes);
    if (file->problems++ < LIMIT_PROBLEMS) {
        file->listener->problem(file->listener->context, problem);
    }
    text_release(&place);
}

/* ---- the header ---- */

static const char *const column_names[COLUMNS][6] = {
    {"indikator", "indicator", "id", "kode", "no", "nomor"},
    {"tingkat", "level", "ke tingkat", "tingkat kematangan"},
    {"biaya", "cost"},
    {"bulan", "months", "lama"},
    {"tetap", "fixed", "keep"},
};

static void try_name(struct price_file *file, const struct sheet_cell *cell)
{
    for (size_t column = 0; column < COLUMNS; column++) {
        for (size_t i = 0; i < 6 && column_names[column][i] != NULL; i++) {
            if (file->columns[column] == 0 &&
                strcasecmp(cell->text, column_names[column][i]) == 0) {
                file->columns[column] = cell->column;
            }
        }
    }
}

static bool has_header(const struct price_file *file)
{
    const uint32_t *columns = file->columns;
    return columns[INDICATOR] != 0 &&
           (columns[COST] != 0 || columns[MONTHS] != 0 || columns[FIXED] != 0);
}

/* ---- cells ---- */

static const char *cell(const struct price_file *file, enum column column)
{
    return file->cells[column].bytes;
}

/* The indicator by its id in any case, or its number; NOWHERE after telling. */
static int read_indicator(struct price_file *file)
{
    const char *text = cell(file, INDICATOR);
    size_t digits = strspn(text, "0123456789");
    int number =
        digits > 0 && digits < 5 && text[digits] == '\0' ? (int)strtol(text, NULL, 10) : -1;
    for (size_t i = 0; i < file->instrument->indicator_count; i++) {
        const struct indicator *indicator = &file->instrument->indicators[i];
        if (strcasecmp(indicator->id, text) == 0 || indicator->number == number) {
            return (int)i;
        }
    }
    struct error problem = {.kind = ERROR_NONE};
    if (text[0] == '\0') {
        error_set(&problem, M_PRICE_INDICATOR, NULL);
    } else {
        edit_indicator(file->instrument, text, &problem);
    }
    tell(file, &problem);
    return NOWHERE;
}

/* The position of the level, NOWHERE for all levels; false after telling. */
static bool read_level(struct price_file *file, const struct indicator *indicator, int *position)
{
    const struct instrument *instrument = file->instrument;
    const char *text = cell(file, LEVEL);
    struct error problem = {.kind = ERROR_NONE};
    *position = NOWHERE;
    for (uint32_t i = 1; i < indicator->levels.count; i++) {
        uint32_t level = indicator->levels.first + i;
        char number[16];
        snprintf(number, sizeof number, "%d", instrument->levels[level].number);
        *position = strcmp(number, text) == 0 ? (int)level : *position;
    }
    if (text[0] == '\0' || *position != NOWHERE) {
        return true;
    }
    error_set(&problem, M_PRICE_LEVEL, NULL, text, indicator->id,
              instrument->levels[indicator->levels.first].number + 1, instrument->level_highest);
    tell(file, &problem);
    return false;
}

/* A cost: two decimals at most, so that 150.000 is not taken for 150. */
static bool read_cost(struct price_file *file, int64_t *parts)
{
    const char *text = cell(file, COST);
    const char *point = strpbrk(text, ".,");
    struct fraction cost;
    struct error problem = {.kind = ERROR_NONE};
    if (text[0] == '\0') {
        return true;
    }
    if ((point == NULL || strlen(point + 1) <= PRICE_DECIMALS) && strchr(text, '/') == NULL &&
        fraction_parse(text, strlen(text), true, &cost) && check_price_cost(cost, parts)) {
        return true;
    }
    error_set(&problem, M_PRICE_COST, NULL, text, LIMIT_PLAN_DIGITS, PRICE_DECIMALS);
    tell(file, &problem);
    return false;
}

static bool read_months(struct price_file *file, int *months)
{
    const char *text = cell(file, MONTHS);
    size_t digits = strspn(text, "0123456789");
    struct error problem = {.kind = ERROR_NONE};
    if (text[0] == '\0') {
        return true;
    }
    long number = digits > 0 && digits < 5 && text[digits] == '\0' ? strtol(text, NULL, 10) : -1;
    if (number >= 0 && number <= LIMIT_PLAN_MONTHS) {
        *months = (int)number;
        return true;
    }
    error_set(&problem, M_PRICE_MONTHS, NULL, text, LIMIT_PLAN_MONTHS);
    tell(file, &problem);
    return false;
}

static bool read_fixed(struct price_file *file, bool *fixed)
{
    static const struct {
        const char *word;
        bool fixed;
    } words[] = {{"ya", true},  {"yes", true}, {"x", true},  {"1", true}, {"tidak", false},
                 {"no", false}, {"-", false},  {"0", false}, {"", false}};
    const char *text = cell(file, FIXED);
    struct error problem = {.kind = ERROR_NONE};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (strcasecmp(words[i].word, text) == 0) {
            *fixed = words[i].fixed;
            return true;
        }
    }
    error_set(&problem, M_PRICE_FIXED, NULL, text);
    tell(file, &problem);
    return false;
}

/* ---- rows ---- */

/* Notes that a line speaks of an indicator or a level; false after telling that another one did. */
static bool mark(struct price_file *file, const struct indicator *indicator, size_t place)
{
    struct error problem = {.kind = ERROR_NONE};
    if (file->seen[place] != 0) {
        error_set(&problem, M_PRICE_TWICE, NULL, indicator->id, file->seen[place]);
        tell(file, &problem);
        return false;
    }
    file->seen[place] = file->row;
    return true;
}

/* True when a cell of the row at hand goes into a step: it is not empty, and no row of the step's own gave one
 * before a general row, which speaks of all steps. */
static bool takes(struct price_file *file, size_t level, enum column column, bool general)
{
    unsigned char own = (unsigned char)(1U << (unsigned)column);
    if (cell(file, column)[0] == '\0' || (general && (file->own[level] & own) != 0)) {
        return false;
    }
    file->own[level] = (unsigned char)(file->own[level] | (general ? 0 : own));
    return true;
}

/* Puts a row into one step; what stands empty stays, in whatever order rows come. */
static void set_step(struct price_file *file, size_t level, const struct plan_price *row,
                     bool general)
{
    struct plan_price *step = &file->prices->steps[level];
    if (takes(file, level, COST, general)) {
        step->cost_parts = row->cost_parts;
        step->source = PLAN_BY_FILE;
    }
    if (takes(file, level, MONTHS, general)) {
        step->months = row->months;
    }
    step->fixed = step->fixed || row->fixed;
}

/* Takes in the row that has ended. */
static void end_row(struct price_file *file)
{
    struct plan_price row = {.cost_parts = 0};
    int level = NOWHERE;
    int position = read_indicator(file);
    if (position == NOWHERE) {
        return;
    }
    const struct indicator *indicator = &file->instrument->indicators[position];
    bool good = read_level(file, indicator, &level);
    good = read_cost(file, &row.cost_parts) && good;
    good = read_months(file, &row.months) && good;
    good = read_fixed(file, &row.fixed) && good;
    size_t place =
        level != NOWHERE ? (size_t)level : file->instrument->level_count + (size_t)position;
    if (!good || !mark(file, indicator, place)) {
        return;
    }
    for (uint32_t i = 1; i < indicator->levels.count; i++) {
        size_t each = indicator->levels.first + i;
        if (level == NOWHERE || each == (size_t)level) {
            set_step(file, each, &row, level == NOWHERE);
        }
    }
}

/* Ends the row at hand: the header, or one of the table. */
static void next_row(struct price_file *file, uint32_t row)
{
    if (file->header) {
        bool any = false;
        for (size_t i = 0; i < COLUMNS; i++) {
            any = any || file->cells[i].length > 0;
        }
        if (any) {
            end_row(file);
        }
    } else if (has_header(file)) {
        file->header = true;
    } else {
        memset(file->columns, 0, sizeof file->columns);
    }
    for (size_t i = 0; i < COLUMNS; i++) {
        text_clear(&file->cells[i]);
    }
    file->row = row;
}

static bool take_cell(void *context, const struct sheet_cell *cell, struct error *err)
{
    struct price_file *file = context;
    (void)err;
    if (cell->row != file->row) {
        next_row(file, cell->row);
    }
    if (!file->header) {
        try_name(file, cell);
    }
    for (size_t i = 0; file->header && i < COLUMNS; i++) {
        if (cell->column == file->columns[i]) {
            size_t most = cell->length < CELL_BYTES ? cell->length : CELL_BYTES;
            text_append(&file->cells[i], cell->text, text_utf8_prefix(cell->text, most));
        }
    }
    return true;
}

/* ---- the whole ---- */

static bool read_text(struct price_file *file, const struct text *text, struct error *err)
{
    static const char separators[] = {';', ',', '\t'};
    bool ok = true;
    for (size_t i = 0; ok && !file->header && i < sizeof separators; i++) {
        memset(file->columns, 0, sizeof file->columns);
        file->row = 0;
        ok = csv_read(text->bytes, text->length, separators[i], take_cell, file, err);
        if (ok) {
            next_row(file, 0);
        }
    }
    return ok || error_place(err, file->path);
}

/* Counts what the file gives, and judges the whole of it. */
static bool judge(struct price_file *file, struct error *err)
{
    struct plan_prices *prices = file->prices;
    if (!file->header) {
        return error_set(err, M_PRICE_HEADER, file->path);
    }
    if (file->problems > 0) {
        return error_set(err, M_PRICE_PROBLEMS, file->path, file->problems);
    }
    prices->file = true;
    for (size_t i = 0; i < file->instrument->level_count; i++) {
        prices->from_file += prices->steps[i].source == PLAN_BY_FILE;
    }
    return true;
}

bool plan_price_read(struct plan_prices *prices, const struct instrument *instrument,
                     const char *path, const struct plan_listener *listener, struct arena *arena,
                     struct error *err)
{
    struct price_file file = {.prices = prices,
                              .instrument = instrument,
                              .path = path,
                              .listener = listener,
                              .arena = arena};
    struct text text = TEXT_EMPTY;
    for (size_t i = 0; i < COLUMNS; i++) {
        file.cells[i] = (struct text)TEXT_EMPTY;
    }
    file.seen = arena_get(arena, instrument->level_count + instrument->indicator_count + 1,
                          sizeof *file.seen);
    file.own = arena_get(arena, instrument->level_count + 1, sizeof *file.own);
    bool ok = file_read(path, LIMIT_SHEET_FILE, &text, err);
    if (ok && text.length >= 2 && memcmp(text.bytes, "PK", 2) == 0) {
        ok = error_set(err, M_PRICE_WORKBOOK, path);
    }
    ok = ok && read_text(&file, &text, err) && judge(&file, err);
    for (size_t i = 0; i < COLUMNS; i++) {
        text_release(&file.cells[i]);
    }
    text_release(&text);
    return ok;
}

void plan_price_write(const struct plan_prices *prices, const struct instrument *instrument,
                      struct text *out)
{
    text_add(out, "indikator;tingkat;biaya;bulan;tetap;nama\r\n");
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        const struct indicator *indicator = &instrument->indicators[i];
        for (uint32_t k = 1; k < indicator->levels.count; k++) {
            size_t level = indicator->levels.first + k;
            const struct plan_price *step = &prices->steps[level];
            text_format(out, "%s;%d;", indicator->id, instrument->levels[level].number);
            plan_price_add(out, step->cost_parts);
            text_format(out, ";%d;%s;\"", step->months, step->fixed ? "ya" : "");
            for (const char *at = indicator->name; *at != '\0'; at++) {
                text_add(out, *at == '"' ? "\"" : "");
                text_add_byte(out, *at);
            }
            text_add(out, "\"\r\n");
        }
    }
}
