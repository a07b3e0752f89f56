#include "script_table.h"

#include "csv.h"
#include "fraction.h"
#include "limit.h"
#include "memory.h"
#include "message.h"
#include "sheet_reader.h"
#include "table.h"

#include <stdlib.h>
#include <string.h>

/* ---- reading -------------------------------------------------------------------------------------- */

/* Where the cells go. */
struct rows {
    struct text *out;
    uint32_t row, column; /* of the last cell written; row 0 = none yet */
    bool lines;           /* rows are told by the line on which they begin */
    uint32_t line;        /* of the last cell told */
    uint32_t inside;      /* line breaks in the cells of that row */
    uint32_t broken;      /* line breaks in the cells of the rows before */
};

static bool check_room(const struct rows *rows, struct error *err)
{
    return rows->out->length < LIMIT_ANSWER_BYTES - LIMIT_MESSAGE_BYTES ||
           error_set(err, M_SCRIPT_LONG, NULL, LIMIT_ANSWER_BYTES);
}

/* Ends rows and begins others until `row` is open. */
static bool go_to_row(struct rows *rows, uint32_t row, struct error *err)
{
    bool room = true;
    while (room && rows->row < row) {
        text_add(rows->out, rows->row == 0 ? "[" : "],[");
        rows->row++;
        rows->column = 0;
        room = check_room(rows, err);
    }
    return room;
}

/* The row of a cell: in a CSV file a row may go over several lines. */
static uint32_t row_of(struct rows *rows, const struct sheet_cell *cell)
{
    if (!rows->lines) {
        return cell->row;
    }
    if (cell->row != rows->line) {
        rows->broken += rows->inside;
        rows->inside = 0;
        rows->line = cell->row;
    }
    for (size_t i = 0; i < cell->length; i++) {
        rows->inside += cell->text[i] == '\n';
    }
    return cell->row - rows->broken;
}

/* sheet_take */
static bool take_cell(void *context, const struct sheet_cell *cell, struct error *err)
{
    struct rows *rows = context;
    bool room = go_to_row(rows, row_of(rows, cell), err);
    while (room && rows->column + 1 < cell->column) {
        text_add(rows->out, rows->column > 0 ? ",\"\"" : "\"\"");
        rows->column++;
        room = check_room(rows, err);
    }
    if (room) {
        text_add(rows->out, rows->column > 0 ? "," : "");
        text_append_json(rows->out, cell->text, cell->length);
        rows->column++;
    }
    return room && check_room(rows, err);
}

/* The most frequent separator of the first record, quoted cells aside. */
static char guess_separator(const struct text *bytes)
{
    static const char candidates[] = ";,\t";
    char best = ',';
    size_t most = 0;
    for (const char *candidate = candidates; *candidate != '\0'; candidate++) {
        size_t count = 0;
        bool quoted = false;
        for (const char *at = bytes->bytes; *at != '\0' && (quoted || *at != '\n'); at++) {
            quoted = quoted != (*at == '"');
            count += !quoted && *at == *candidate;
        }
        if (count > most) {
            most = count;
            best = *candidate;
        }
    }
    return best;
}

/* The position of the sheet that is meant. */
static size_t find_sheet(const struct sheet_book *book, const char *sheet)
{
    if (sheet == NULL) {
        return 0;
    }
    size_t position = sheet_book_find(book, sheet);
    if (position == book->sheet_count && strspn(sheet, "0123456789") == strlen(sheet)) {
        size_t number = strtoul(sheet, NULL, 10);
        position = number >= 1 && number <= book->sheet_count ? number - 1 : book->sheet_count;
    }
    return position;
}

static bool read_book(const struct text *bytes, const char *sheet, struct rows *rows,
                      struct error *err)
{
    struct sheet_book book;
    bool done = sheet_book_open(&book, bytes->bytes, bytes->length, err);
    if (done) {
        size_t position = find_sheet(&book, sheet);
        done = position < book.sheet_count ? sheet_read(&book, position, take_cell, rows, err)
                                           : error_set(err, M_SCRIPT_SHEET, NULL, sheet);
    }
    sheet_book_close(&book);
    return done;
}

bool script_table_read(const struct text *bytes, const char *sheet, struct text *out,
                       struct error *err)
{
    bool book = bytes->length >= 2 && memcmp(bytes->bytes, "PK", 2) == 0;
    struct rows rows = {.out = out, .lines = !book};
    text_add_byte(out, '[');
    bool done =
        book ? read_book(bytes, sheet, &rows, err)
             : csv_read(bytes->bytes, bytes->length, guess_separator(bytes), take_cell, &rows, err);
    text_add(out, rows.row > 0 ? "]]" : "]");
    return done;
}

/* ---- writing -------------------------------------------------------------------------------------- */

/* True for what a spreadsheet would calculate; numbers may have their sign. */
static bool is_formula(const struct json_text *text)
{
    static const char starts[] = {'=', '+', '-', '@', '\t', '\r'};
    struct fraction number;
    return text->length > 0 && memchr(starts, text->bytes[0], sizeof starts) != NULL &&
           !fraction_parse(text->bytes, text->length, true, &number);
}

static bool needs_quotes(const struct json_text *text, char separator)
{
    for (size_t i = 0; i < text->length; i++) {
        char byte = text->bytes[i];
        if (byte == separator || byte == '"' || byte == '\n' || byte == '\r') {
            return true;
        }
    }
    return text->length > 0 && (text->bytes[0] == ' ' || text->bytes[text->length - 1] == ' ');
}

static void add_text(struct text *out, const struct json_text *text, char separator)
{
    bool formula = is_formula(text);
    bool quotes = formula || needs_quotes(text, separator);
    text_add(out, quotes ? "\"" : "");
    text_add(out, formula ? "'" : "");
    for (size_t i = 0; i < text->length; i++) {
        text_add(out, text->bytes[i] == '"' ? "\"" : "");
        text_add_byte(out, text->bytes[i]);
    }
    text_add(out, quotes ? "\"" : "");
}

/* One cell; false when it is no text, number, or false. */
static bool add_cell(struct json *json, char separator, struct text *out)
{
    struct json_text value;
    bool flag = true;
    switch (json_peek(json)) {
    case JSON_STRING:
        if (json_string(json, &value)) {
            add_text(out, &value, separator);
        }
        return true;
    case JSON_NUMBER:
        if (json_number(json, &value)) {
            text_append(out, value.bytes, value.length);
        }
        return true;
    case JSON_FALSE:
        return json_bool(json, &flag);
    default:
        return false;
    }
}

static bool add_row(struct json *json, char separator, struct text *out)
{
    bool first = true;
    if (json_peek(json) != JSON_ARRAY || !json_array(json)) {
        return false;
    }
    while (json_item(json)) {
        if (!first) {
            text_add_byte(out, separator);
        }
        first = false;
        if (!add_cell(json, separator, out)) {
            return false;
        }
    }
    text_add(out, "\r\n");
    return true;
}

bool script_table_write(const struct json_text *rows, char separator, struct text *out,
                        struct error *err)
{
    struct arena arena = ARENA_EMPTY;
    struct json json;
    size_t number = 1;
    json_open(&json, rows->bytes, rows->length, &arena, NULL);
    json.value_limit = SIZE_MAX;
    bool good = json_peek(&json) == JSON_ARRAY && json_array(&json);
    while (good && json_item(&json)) {
        good = add_row(&json, separator, out);
        number += good;
    }
    arena_release(&arena);
    return good || error_set(err, M_SCRIPT_ROWS, NULL, number);
}

/* ---- showing -------------------------------------------------------------------------------------- */

/* The columns of a list of rows. */
struct grid {
    struct arena arena;
    struct table_column *columns;
    size_t count;
    struct table *table; /* NULL while the columns are looked at */
};

/* True for what stands right in its column. */
static bool is_figure(const struct json_text *cell)
{
    for (size_t i = 0; i < cell->length; i++) {
        if (strchr("0123456789.,+-% /", cell->bytes[i]) == NULL) {
            return false;
        }
    }
    return true;
}

/* Reads the cell at hand as a text; false when it is no text, number, or false. */
static bool read_cell(struct json *json, struct json_text *cell)
{
    bool flag = true;
    *cell = (struct json_text){"", 0};
    switch (json_peek(json)) {
    case JSON_STRING:
        return json_string(json, cell);
    case JSON_NUMBER:
        return json_number(json, cell);
    case JSON_FALSE:
        return json_bool(json, &flag);
    default:
        return false;
    }
}

/* The next cell: of the first row a title; of the others what the column learns, or shows. */
static void take_shown(struct grid *grid, size_t row, size_t column, const struct json_text *cell)
{
    const char *text = arena_copy(&grid->arena, cell->bytes, cell->length);
    if (row > 0 && grid->table != NULL) {
        table_cell(grid->table, TONE_PLAIN, text);
    } else if (row > 0) {
        grid->columns[column].right = grid->columns[column].right && is_figure(cell);
        grid->columns[column].gives = !grid->columns[column].right;
    } else if (grid->table == NULL) {
        grid->columns = memory_resize(grid->columns, column + 1, sizeof *grid->columns);
        grid->columns[column] = (struct table_column){.title = text, .right = true};
        grid->count = column + 1;
    }
}

/* One row, never longer than the first; false when it is none. */
static bool walk_row(struct json *json, struct grid *grid, size_t row)
{
    struct json_text cell;
    size_t column = 0;
    if (json_peek(json) != JSON_ARRAY || !json_array(json)) {
        return false;
    }
    for (; json_item(json); column++) {
        if ((row > 0 && column == grid->count) || !read_cell(json, &cell)) {
            return false;
        }
        take_shown(grid, row, column, &cell);
    }
    if (grid->table != NULL) {
        table_row_end(grid->table);
    }
    return column > 0;
}

static bool walk_rows(const struct json_text *rows, struct grid *grid, struct error *err)
{
    struct json json;
    size_t row = 0;
    json_open(&json, rows->bytes, rows->length, &grid->arena, NULL);
    json.value_limit = SIZE_MAX;
    bool good = json_peek(&json) == JSON_ARRAY && json_array(&json);
    while (good && json_item(&json)) {
        good = walk_row(&json, grid, row);
        row += good;
    }
    return (good && row > 0) || error_set(err, M_SCRIPT_ROWS, NULL, row + 1);
}

bool script_table_show(const struct json_text *rows, const struct console *console,
                       struct error *err)
{
    struct grid grid = {.arena = ARENA_EMPTY};
    bool done = walk_rows(rows, &grid, err);
    if (done) {
        grid.table = table_new(grid.columns, grid.count);
        done = walk_rows(rows, &grid, err);
        table_print(grid.table, console);
        table_free(grid.table);
    }
    free(grid.columns);
    arena_release(&grid.arena);
    return done;
}
