#include "table.h"

#include "figure.h"
#include "lang.h"
#include "memory.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { GAP = 2, NARROWEST = 8 };

struct cell {
    char *text; /* safe to show; NULL in the first cell of a ruled line */
    enum console_tone tone;
};

struct table {
    const struct table_column *columns;
    size_t count;
    struct cell *cells; /* row by row; a ruled line is a row too */
    size_t used, room;
    size_t rules;
};

struct table *table_new(const struct table_column *columns, size_t count)
{
    assert(count > 0);
    struct table *table = memory_zero(1, sizeof *table);
    table->columns = columns;
    table->count = count;
    return table;
}

void table_free(struct table *table)
{
    if (table == NULL) {
        return;
    }
    for (size_t i = 0; i < table->used; i++) {
        free(table->cells[i].text);
    }
    free(table->cells);
    free(table);
}

static void add_cell(struct table *table, enum console_tone tone, char *text)
{
    if (table->used == table->room) {
        table->room = table->room == 0 ? 64 : table->room * 2;
        table->cells = memory_resize(table->cells, table->room, sizeof *table->cells);
    }
    table->cells[table->used++] = (struct cell){.text = text, .tone = tone};
}

void table_cell(struct table *table, enum console_tone tone, const char *text)
{
    struct text safe = TEXT_EMPTY;
    console_add_safe(&safe, text == NULL ? "" : text, false);
    add_cell(table, tone, memory_copy(safe.bytes, safe.length));
    text_release(&safe);
}

void table_format(struct table *table, enum console_tone tone, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    assert(length >= 0);
    char *made = memory_get((size_t)length + 1);
    va_start(arguments, format);
    vsnprintf(made, (size_t)length + 1, format, arguments);
    va_end(arguments);
    table_cell(table, tone, made);
    free(made);
}

void table_difference(struct table *table, bool known, struct fraction delta, int decimals)
{
    struct text text = TEXT_EMPTY;
    if (known) {
        text_add(&text, delta.num > 0 ? "+" : "");
        figure_rounded(&text, delta, decimals);
    }
    table_cell(table,
               !known || delta.num == 0 ? TONE_FAINT
               : delta.num > 0          ? TONE_GOOD
                                        : TONE_BAD,
               known ? text.bytes : "–");
    text_release(&text);
}

void table_row_end(struct table *table)
{
    while (table->used % table->count != 0) {
        table_cell(table, TONE_PLAIN, "");
    }
}

void table_rule(struct table *table)
{
    assert(table->used % table->count == 0);
    for (size_t i = 0; i < table->count; i++) {
        add_cell(table, TONE_FAINT, NULL);
    }
    table->rules++;
}

size_t table_rows(const struct table *table)
{
    return (table->used + table->count - 1) / table->count - table->rules;
}

/* ---- printing ---- */

static const char *title(const struct table *table, size_t column)
{
    const char *text = table->columns[column].title;
    return text == NULL || text[0] == '\0' ? "" : _(text);
}

static bool has_titles(const struct table *table)
{
    for (size_t i = 0; i < table->count; i++) {
        if (title(table, i)[0] != '\0') {
            return true;
        }
    }
    return false;
}

/* What each column would like. */
static void natural_widths(const struct table *table, size_t *widths)
{
    assert(table->count > 0);
    for (size_t i = 0; i < table->count; i++) {
        widths[i] = text_columns(title(table, i));
    }
    for (size_t i = 0; i < table->used; i++) {
        size_t needs = table->cells[i].text == NULL ? 0 : text_columns(table->cells[i].text);
        if (needs > widths[i % table->count]) {
            widths[i % table->count] = needs;
        }
    }
}

static size_t whole_width(const size_t *widths, size_t count)
{
    size_t sum = GAP * (count - 1);
    for (size_t i = 0; i < count; i++) {
        sum += widths[i];
    }
    return sum;
}

/* Takes columns away from those that give, always from the widest, until the table fits or none can
 * give any more. */
static void narrow(const struct table *table, size_t *widths, size_t bound)
{
    while (whole_width(widths, table->count) > bound) {
        size_t widest = table->count;
        for (size_t i = 0; i < table->count; i++) {
            if (table->columns[i].gives && widths[i] > NARROWEST &&
                (widest == table->count || widths[i] > widths[widest])) {
                widest = i;
            }
        }
        if (widest == table->count) {
            return;
        }
        widths[widest]--;
    }
}

static void spaces(FILE *stream, size_t count)
{
    fprintf(stream, "%*s", (int)count, "");
}

/* A text in `width` columns, cut with "…" when it is wider. `pending` are spaces owed from before:
 * they are written only when something follows, so that no line ends in a space. */
static void print_cell(const struct console *console, const struct cell *cell, bool right,
                       size_t width, size_t *pending)
{
    size_t columns = text_columns(cell->text);
    size_t bytes = strlen(cell->text);
    bool cut = columns > width;
    if (cut) {
        bytes = text_fit(cell->text, width - 1);
        char *shown = memory_copy(cell->text, bytes);
        columns = text_columns(shown) + 1;
        free(shown);
    }
    size_t fill = width - columns;
    if (columns == 0) {
        *pending += width;
        return;
    }
    spaces(console->stream, *pending + (right ? fill : 0));
    fprintf(console->stream, "%s%.*s%s%s", console_tone_start(console, cell->tone), (int)bytes,
            cell->text, cut ? "…" : "", console_tone_end(console, cell->tone));
    *pending = right ? 0 : fill;
}

static void print_row(const struct table *table, const struct console *console,
                      const struct cell *cells, const size_t *widths)
{
    size_t pending = 0;
    for (size_t i = 0; i < table->count; i++) {
        print_cell(console, &cells[i], table->columns[i].right, widths[i], &pending);
        pending += GAP;
    }
    fputc('\n', console->stream);
}

static void print_rule(const struct console *console, size_t columns)
{
    fputs(console_tone_start(console, TONE_FAINT), console->stream);
    for (size_t i = 0; i < columns; i++) {
        fputs("─", console->stream);
    }
    fputs(console_tone_end(console, TONE_FAINT), console->stream);
    fputc('\n', console->stream);
}

static void print_titles(const struct table *table, const struct console *console,
                         const size_t *widths)
{
    struct cell *cells = memory_zero(table->count, sizeof *cells);
    for (size_t i = 0; i < table->count; i++) {
        const char *text = title(table, i);
        cells[i] = (struct cell){.text = memory_copy(text, strlen(text)), .tone = TONE_STRONG};
    }
    print_row(table, console, cells, widths);
    for (size_t i = 0; i < table->count; i++) {
        free(cells[i].text);
    }
    free(cells);
}

void table_print(struct table *table, const struct console *console)
{
    size_t *widths = memory_zero(table->count, sizeof *widths);
    table_row_end(table);
    natural_widths(table, widths);
    if (console->width > 0) {
        narrow(table, widths, console->width);
    }
    size_t across = whole_width(widths, table->count);
    if (has_titles(table)) {
        print_titles(table, console, widths);
        print_rule(console, across);
    }
    for (size_t i = 0; i < table->used; i += table->count) {
        if (table->cells[i].text == NULL) {
            print_rule(console, across);
        } else {
            print_row(table, console, table->cells + i, widths);
        }
    }
    free(widths);
}
