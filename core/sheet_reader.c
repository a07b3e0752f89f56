#include "sheet_reader.h"

#include "limit.h"
#include "message.h"
#include "sheet_part.h"

#include <stdlib.h>
#include <string.h>

enum { ROWS = 1048576, COLUMNS = 16384 };

/* What the element at hand is, from outside in. */
enum level { OUTSIDE, ROOT, DATA, ROW, CELL, INSIDE };

/* One sheet being read. */
struct reading {
    struct sheet_book *book;
    const struct sheet_entry *sheet;
    sheet_take *take;
    void *context;
    enum level level;
    unsigned skipped;     /* depth inside an element that does not matter */
    uint32_t row, column; /* of the last one, 0 before the first */
    struct text place;    /* of the cell at hand, made when it is needed */
    /* The cell at hand. */
    const char *type;        /* of `types` below */
    size_t style;            /* its number */
    bool formula, filled;    /* <f>, <v> or <is> have come */
    bool value, inline_text; /* inside <v>, <is> */
    struct sheet_rich rich;
    struct text text;
};

static const char *const types[] = {"n", "s", "str", "inlineStr", "b", "e", "d"};

/* ---- places ---- */

void sheet_add_column(struct text *out, uint32_t column)
{
    char letters[8];
    size_t count = 0;
    for (; column > 0 && count < sizeof letters; column = (column - 1) / 26) {
        letters[count++] = (char)('A' + (column - 1) % 26);
    }
    while (count > 0) {
        text_add_byte(out, letters[--count]);
    }
}

/* The place of the cell at hand: "Lembar1!B7". */
static const char *place(struct reading *reading)
{
    text_clear(&reading->place);
    text_format(&reading->place, "%s!", reading->sheet->name);
    sheet_add_column(&reading->place, reading->column);
    text_add_int(&reading->place, reading->row);
    return reading->place.bytes;
}

/* Reads "B7", or the number of a row alone; 0 for what is missing. False when it is no place of the grid. */
static bool read_reference(const char *text, uint32_t *column, uint32_t *row)
{
    uint32_t letters = 0;
    uint32_t digits = 0;
    for (; *text >= 'A' && *text <= 'Z' && letters <= COLUMNS; text++) {
        letters = letters * 26 + (uint32_t)(*text - 'A' + 1);
    }
    bool zero = *text == '0';
    for (; *text >= '0' && *text <= '9' && digits <= ROWS; text++) {
        digits = digits * 10 + (uint32_t)(*text - '0');
    }
    *column = letters;
    *row = digits;
    return *text == '\0' && !zero && letters <= COLUMNS && digits >= 1 && digits <= ROWS;
}

/* ---- rows and cells begin ---- */

static bool begin_row(struct reading *reading, const char *const *attributes, struct error *err)
{
    const char *number = xml_value(attributes, "r");
    uint32_t column = 0;
    uint32_t row = reading->row + 1;
    if (number != NULL && (!read_reference(number, &column, &row) || column != 0)) {
        return error_set(err, M_SHEET_PLACE, reading->sheet->name, number);
    }
    if (row > ROWS) {
        return error_set(err, M_SHEET_PLACE, reading->sheet->name, "");
    }
    if (row <= reading->row) {
        return error_set(err, M_SHEET_ORDER, reading->sheet->name, number);
    }
    reading->row = row;
    reading->column = 0;
    return true;
}

/* Where the cell stands: as it says itself, else behind the one before. */
static bool place_cell(struct reading *reading, const char *reference, struct error *err)
{
    uint32_t column = reading->column + 1;
    uint32_t row = reading->row;
    if (reference != NULL && (!read_reference(reference, &column, &row) || column == 0)) {
        return error_set(err, M_SHEET_PLACE, reading->sheet->name, reference);
    }
    if (column > COLUMNS) {
        return error_set(err, M_SHEET_PLACE, reading->sheet->name, "");
    }
    if (row != reading->row || column <= reading->column) {
        return error_set(err, M_SHEET_ORDER, reading->sheet->name, reference);
    }
    reading->column = column;
    return true;
}

static bool begin_cell(struct reading *reading, const char *const *attributes, struct error *err)
{
    const char *type = xml_value(attributes, "t");
    const char *style = xml_value(attributes, "s");
    if (!place_cell(reading, xml_value(attributes, "r"), err)) {
        return false;
    }
    if (++reading->book->cells > LIMIT_SHEET_CELLS) {
        return error_set(err, M_SHEET_CELLS, reading->sheet->name, LIMIT_SHEET_CELLS);
    }
    size_t i = 0;
    size_t count = sizeof types / sizeof types[0];
    while (type != NULL && i < count && strcmp(types[i], type) != 0) {
        i++;
    }
    if (i == count) {
        return error_set(err, M_SHEET_TYPE, place(reading), type);
    }
    reading->type = types[i];
    reading->style = style == NULL ? 0 : strtoul(style, NULL, 10);
    reading->formula = false;
    reading->filled = false;
    text_clear(&reading->text);
    return true;
}

/* ---- cells end ---- */

/* Gives a cell to whoever reads. */
static bool tell(struct reading *reading, enum sheet_kind kind, const char *bytes, size_t length,
                 struct error *err)
{
    struct sheet_cell cell = {
        .row = reading->row,
        .column = reading->column,
        .kind = kind,
        .formula = reading->formula,
        .text = bytes,
        .length = length,
    };
    reading->book->text += length;
    if (reading->book->text > LIMIT_SHEET_TEXT) {
        return error_set(err, M_SHEET_TEXT, place(reading), LIMIT_SHEET_TEXT);
    }
    return (length == 0 && !reading->formula) || reading->take(reading->context, &cell, err);
}

static bool refuse_value(struct reading *reading, struct error *err)
{
    enum { SHOWN = 60 };
    return error_set(err, M_SHEET_VALUE, place(reading),
                     (int)text_utf8_prefix(reading->text.bytes, reading->text.length < SHOWN
                                                                    ? reading->text.length
                                                                    : SHOWN),
                     reading->text.bytes, reading->type);
}

/* White space around a number or a word does not count. */
static void trim(struct text *text)
{
    size_t front = strspn(text->bytes, " \t\r\n");
    while (text->length > front && strchr(" \t\r\n", text->bytes[text->length - 1]) != NULL) {
        text->length--;
    }
    if (text->capacity > 0) {
        memmove(text->bytes, text->bytes + front, text->length - front);
        text->length -= front;
        text->bytes[text->length] = '\0';
    }
}

/* True for a decimal number, with or without an exponent. */
static bool is_number(const char *text)
{
    text += *text == '-' || *text == '+';
    size_t whole = strspn(text, "0123456789");
    text += whole;
    size_t rest = 0;
    if (*text == '.') {
        rest = strspn(text + 1, "0123456789");
        text += 1 + rest;
    }
    if (whole + rest > 0 && (*text == 'e' || *text == 'E')) {
        text += 1 + (text[1] == '-' || text[1] == '+');
        size_t digits = strspn(text, "0123456789");
        return digits > 0 && text[digits] == '\0';
    }
    return whole + rest > 0 && *text == '\0';
}

static bool end_number(struct reading *reading, struct error *err)
{
    char day[11];
    trim(&reading->text);
    if (reading->text.length == 0) {
        return tell(reading, SHEET_TEXT, "", 0, err);
    }
    if (!is_number(reading->text.bytes)) {
        return refuse_value(reading, err);
    }
    if (sheet_styles_is_date(&reading->book->styles, reading->style) &&
        sheet_date_text(strtod(reading->text.bytes, NULL), reading->book->from_1904, day)) {
        return tell(reading, SHEET_DATE, day, strlen(day), err);
    }
    return tell(reading, SHEET_NUMBER, reading->text.bytes, reading->text.length, err);
}

/* A shared text, by its number. */
static bool end_shared(struct reading *reading, struct error *err)
{
    size_t length = 0;
    trim(&reading->text);
    const char *digits = reading->text.bytes;
    bool plain =
        digits[0] != '\0' && strspn(digits, "0123456789") == strlen(digits) && strlen(digits) < 10;
    const char *bytes =
        plain ? sheet_strings_at(&reading->book->strings, strtoul(digits, NULL, 10), &length)
              : NULL;
    if (bytes == NULL) {
        return error_set(err, M_SHEET_STRING, place(reading), digits);
    }
    text_clear(&reading->text);
    text_append(&reading->text, bytes, length);
    return tell(reading, SHEET_TEXT, reading->text.bytes, length, err);
}

static bool end_flag(struct reading *reading, struct error *err)
{
    trim(&reading->text);
    bool yes = xml_true(reading->text.bytes);
    bool no = strcmp(reading->text.bytes, "0") == 0 || strcmp(reading->text.bytes, "false") == 0;
    return yes || no ? tell(reading, SHEET_FLAG, yes ? "1" : "0", 1, err)
                     : refuse_value(reading, err);
}

/* A day in ISO form, as few programs write it; the time of day is left out. */
static bool end_day(struct reading *reading, struct error *err)
{
    trim(&reading->text);
    const char *text = reading->text.bytes;
    bool day = reading->text.length >= 10 && text[4] == '-' && text[7] == '-' &&
               (text[10] == '\0' || text[10] == 'T');
    if (!day) {
        return refuse_value(reading, err);
    }
    reading->text.bytes[10] = '\0';
    return tell(reading, SHEET_DATE, text, 10, err);
}

static bool end_text(struct reading *reading, struct error *err)
{
    sheet_string_decode(&reading->text, 0);
    return sheet_string_fits(reading->text.bytes, reading->text.length, place(reading), err) &&
           tell(reading, SHEET_TEXT, reading->text.bytes, reading->text.length, err);
}

static bool end_cell(struct reading *reading, struct error *err)
{
    if (!reading->filled) {
        return !reading->formula || tell(reading, SHEET_TEXT, "", 0, err);
    }
    switch (reading->type[0]) {
    case 'n':
        return end_number(reading, err);
    case 'b':
        return end_flag(reading, err);
    case 'e':
        return tell(reading, SHEET_ERROR, reading->text.bytes, reading->text.length, err);
    case 'd':
        return end_day(reading, err);
    default:
        return reading->type[1] == '\0' ? end_shared(reading, err) : end_text(reading, err);
    }
}

/* ---- elements ---- */

/* An element inside of a cell: <f>, <v>, <is>; all others do not matter. */
static void begin_inside(struct reading *reading, bool ours, const char *name)
{
    reading->value = ours && strcmp(name, "v") == 0;
    reading->inline_text = ours && strcmp(name, "is") == 0;
    reading->formula = reading->formula || (ours && strcmp(name, "f") == 0);
    reading->filled = reading->filled || reading->value || reading->inline_text;
    reading->rich = (struct sheet_rich){.skipped = 0};
    if (reading->value || reading->inline_text) {
        text_clear(&reading->text);
    }
}

/* The element that is awaited at a level, from the root on. */
static const char *const awaited[] = {"worksheet", "sheetData", "row", "c"};

static bool on_open(void *context, enum xml_space space, const char *name,
                    const char *const *attributes, struct error *err)
{
    struct reading *reading = context;
    bool ours = space == XML_SHEET;
    if (reading->level == INSIDE) {
        sheet_rich_open(&reading->rich, ours, name);
        return true;
    }
    if (reading->level == CELL && reading->skipped == 0) {
        begin_inside(reading, ours, name);
        reading->level = INSIDE;
        return true;
    }
    if (reading->skipped > 0 || !ours || strcmp(name, awaited[reading->level]) != 0) {
        reading->skipped++;
        return reading->level != OUTSIDE ||
               error_set(err, M_SHEET_ROOT, reading->sheet->part, "worksheet");
    }
    reading->level++;
    return reading->level == ROW    ? begin_row(reading, attributes, err)
           : reading->level == CELL ? begin_cell(reading, attributes, err)
                                    : true;
}

static bool on_close(void *context, enum xml_space space, const char *name, struct error *err)
{
    struct reading *reading = context;
    (void)space;
    (void)name;
    if (reading->level == INSIDE) {
        if (reading->rich.skipped > 0 || reading->rich.depth > 0) {
            sheet_rich_close(&reading->rich);
        } else {
            reading->value = false;
            reading->inline_text = false;
            reading->level = CELL;
        }
        return true;
    }
    if (reading->skipped > 0) {
        reading->skipped--;
        return true;
    }
    return reading->level-- != CELL || end_cell(reading, err);
}

static bool on_text(void *context, const char *bytes, size_t length, struct error *err)
{
    struct reading *reading = context;
    bool wanted = reading->level == INSIDE && reading->rich.skipped == 0 &&
                  (reading->value || (reading->inline_text && reading->rich.collecting));
    return !wanted || sheet_string_add(&reading->text, 0, bytes, length, place(reading), err);
}

bool sheet_read(struct sheet_book *book, size_t position, sheet_take *take, void *context,
                struct error *err)
{
    struct reading reading = {
        .book = book,
        .sheet = &book->sheets[position],
        .take = take,
        .context = context,
        .place = TEXT_EMPTY,
        .text = TEXT_EMPTY,
    };
    if (reading.sheet->part == NULL) {
        return true;
    }
    struct xml_listener listener = {on_open, on_close, on_text, &reading};
    bool ok = sheet_part_read(book->archive, reading.sheet->part, &listener, err);
    text_release(&reading.place);
    text_release(&reading.text);
    return ok;
}
