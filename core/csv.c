#include "csv.h"

#include "lang.h"
#include "limit.h"
#include "message.h"

#include <stdio.h>
#include <string.h>

struct reading {
    const char *at, *end;
    char separator;
    uint32_t line, row, column; /* the line at hand; where the cell at hand stands */
    size_t cells;
    struct text text; /* of the cell at hand */
    sheet_take *take;
    void *context;
};

/* The words for a line as a place. */
static const char *line_place(char place[64], size_t line)
{
    snprintf(place, 64, _("line %zu"), line);
    return place;
}

static bool refuse_utf8(const char *bytes, size_t good, struct error *err)
{
    char place[64];
    size_t line = 1;
    for (size_t i = 0; i < good; i++) {
        line += bytes[i] == '\n';
    }
    return error_set(err, M_CSV_UTF8, line_place(place, line));
}

/* Takes the mark and the line of settings in front off. */
static void skip_front(struct reading *reading)
{
    if (reading->end - reading->at >= 3 && memcmp(reading->at, "\xEF\xBB\xBF", 3) == 0) {
        reading->at += 3;
    }
    if (reading->end - reading->at >= 5 && strncasecmp(reading->at, "sep=", 4) == 0) {
        const char *end = memchr(reading->at, '\n', (size_t)(reading->end - reading->at));
        reading->at = end == NULL ? reading->end : end + 1;
        reading->line = 2;
    }
}

/* A cell in quotes; leaves the cursor behind the closing mark. */
static bool read_quoted(struct reading *reading, struct error *err)
{
    char place[64];
    uint32_t first = reading->line;
    for (reading->at++; reading->at < reading->end; reading->at++) {
        if (*reading->at == '"') {
            if (reading->at + 1 == reading->end || reading->at[1] != '"') {
                reading->at++;
                return true;
            }
            reading->at++;
        }
        reading->line += *reading->at == '\n';
        text_add_byte(&reading->text, *reading->at);
    }
    return error_set(err, M_CSV_QUOTE, line_place(place, first));
}

static bool at_cell_end(const struct reading *reading)
{
    return reading->at == reading->end || *reading->at == reading->separator ||
           *reading->at == '\n';
}

/* Reads one cell up to its separator or the end of its line. */
static bool read_cell(struct reading *reading, struct error *err)
{
    text_clear(&reading->text);
    if (!at_cell_end(reading) && *reading->at == '"' && !read_quoted(reading, err)) {
        return false;
    }
    const char *start = reading->at;
    while (!at_cell_end(reading)) {
        reading->at++;
    }
    text_append(&reading->text, start, (size_t)(reading->at - start));
    return true;
}

/* Tells the cell at hand, without the white space around it. */
static bool tell(struct reading *reading, struct error *err)
{
    char place[64];
    const char *front = reading->text.bytes;
    const char *back = front + reading->text.length;
    if (++reading->cells > LIMIT_SHEET_CELLS) {
        return error_set(err, M_CSV_CELLS, line_place(place, reading->line), LIMIT_SHEET_CELLS);
    }
    while (front < back && strchr(" \t\r\n", back[-1]) != NULL) {
        back--;
    }
    while (front < back && strchr(" \t\r\n", *front) != NULL) {
        front++;
    }
    reading->text.bytes[back - reading->text.bytes] = '\0';
    struct sheet_cell cell = {
        .row = reading->row,
        .column = reading->column,
        .kind = SHEET_TEXT,
        .text = front,
        .length = (size_t)(back - front),
    };
    return cell.length == 0 || reading->take(reading->context, &cell, err);
}

/* One record: cells to the end of its line. */
static bool read_record(struct reading *reading, struct error *err)
{
    reading->row = reading->line;
    for (reading->column = 1;; reading->column++) {
        if (!read_cell(reading, err) || !tell(reading, err)) {
            return false;
        }
        if (reading->at == reading->end) {
            return true;
        }
        if (*reading->at++ == '\n') {
            reading->line++;
            return true;
        }
    }
}

bool csv_read(const char *bytes, size_t length, char separator, sheet_take *take, void *context,
              struct error *err)
{
    struct reading reading = {
        .at = bytes,
        .end = bytes + length,
        .separator = separator,
        .line = 1,
        .text = TEXT_EMPTY,
        .take = take,
        .context = context,
    };
    size_t good = text_utf8_prefix(bytes, length);
    bool zero = memchr(bytes, '\0', length) != NULL;
    if (good < length || zero) {
        return refuse_utf8(bytes, good < length ? good : 0, err);
    }
    skip_front(&reading);
    text_reserve(&reading.text, 64);
    bool ok = true;
    while (ok && reading.at < reading.end) {
        ok = read_record(&reading, err);
    }
    text_release(&reading.text);
    return ok;
}
