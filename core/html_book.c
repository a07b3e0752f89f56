#include "html_book.h"

#include "file.h"
#include "gate.h"
#include "memory.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { ROW_PAGES = GATE_ROWS / HTML_ROW_PAGE, CHARACTER_PX = 7, EDGES_PX = 5 };
static const double POINT = 96.0 / 72.0; /* pixels */

/* Adds an item of `size` bytes behind a list, whose room doubles. */
static void *add(struct html_list *list, const void *item, size_t size)
{
    if ((list->count & (list->count - 1)) == 0) { /* 0, 1, 2, 4, 8, …: full */
        list->items = memory_resize(list->items, list->count == 0 ? 1 : 2 * list->count, size);
    }
    void *place = (char *)list->items + list->count++ * size;
    memcpy(place, item, size);
    return place;
}

struct html_book *html_book_new(const char *path, struct error *err)
{
    char *temporary = NULL;
    if (!file_temporary(path, &temporary, err)) {
        return NULL;
    }
    struct html_book *book = memory_zero(1, sizeof *book);
    *book = (struct html_book){
        .path = memory_copy(path, strlen(path)), .temporary = temporary, .arena = ARENA_EMPTY};
    return book;
}

static void free_sheet(struct html_sheet *sheet)
{
    const struct html_image *images = sheet->images.items;
    for (size_t i = 0; i < sheet->images.count; i++) {
        free((void *)images[i].bytes);
    }
    free(sheet->cells);
    for (size_t i = 0; sheet->heights != NULL && i < ROW_PAGES; i++) {
        free(sheet->heights[i]);
    }
    free(sheet->heights);
    free(sheet->widths);
    free(sheet->merges.items);
    free(sheet->headings.items);
    free(sheet->conditions.items);
    free(sheet->choices.items);
    free(sheet->charts.items);
    free(sheet->images.items);
    free(sheet->links.items);
    free(sheet->breaks.items);
    free(sheet->targets.items);
}

void html_book_free(struct html_book *book)
{
    if (book == NULL) {
        return;
    }
    if (book->temporary != NULL) {
        file_abandon(book->temporary);
    }
    for (size_t i = 0; i < book->sheets.count; i++) {
        free_sheet(html_book_at(book, i));
    }
    free(book->sheets.items);
    free(book->styles.items);
    free(book->names.items);
    free(book->temporary);
    free(book->path);
    arena_release(&book->arena);
    free(book);
}

/* ---- looking ---- */

struct html_sheet *html_book_at(const struct html_book *book, size_t sheet)
{
    return (struct html_sheet *)book->sheets.items + sheet;
}

static bool is_name(const char *known, const char *name, size_t length)
{
    return strlen(known) == length && strncasecmp(known, name, length) == 0;
}

struct html_sheet *html_book_find(const struct html_book *book, const char *name, size_t length)
{
    for (size_t i = 0; i < book->sheets.count; i++) {
        if (is_name(html_book_at(book, i)->name, name, length)) {
            return html_book_at(book, i);
        }
    }
    return NULL;
}

const char *html_book_reference(const struct html_book *book, const char *name, size_t length)
{
    const struct html_name *names = book->names.items;
    for (size_t i = 0; i < book->names.count; i++) {
        if (is_name(names[i].name, name, length)) {
            return names[i].reference;
        }
    }
    return NULL;
}

const struct style *html_book_look(const struct html_book *book, uint16_t style)
{
    return style == 0 ? NULL : (const struct style *)book->styles.items + (style - 1);
}

/* By row, column, and order of writing. */
static int by_place(const void *one, const void *other)
{
    const struct html_cell *a = one;
    const struct html_cell *b = other;
    if (a->row != b->row) {
        return a->row < b->row ? -1 : 1;
    }
    if (a->column != b->column) {
        return a->column < b->column ? -1 : 1;
    }
    return (a->order > b->order) - (a->order < b->order);
}

static int by_corner(const void *one, const void *other)
{
    const struct area *a = one;
    const struct area *b = other;
    if (a->row != b->row) {
        return a->row < b->row ? -1 : 1;
    }
    return (a->column > b->column) - (a->column < b->column);
}

/* Sorts the cells; of those written more than once the last stays. */
static void ready_cells(struct html_sheet *sheet)
{
    size_t kept = 0;
    struct html_cell *cells = sheet->cells;
    if (sheet->cell_count > 1) {
        qsort(cells, sheet->cell_count, sizeof *cells, by_place);
    }
    for (size_t i = 0; i < sheet->cell_count; i++) {
        bool again = kept > 0 && cells[kept - 1].row == cells[i].row &&
                     cells[kept - 1].column == cells[i].column;
        cells[again ? kept - 1 : kept++] = cells[i];
    }
    sheet->cell_count = kept;
    if (cells == NULL) { /* nothing but figures: places in no list cannot be compared */
        sheet->cells = memory_zero(1, sizeof *sheet->cells);
    }
}

static int by_number(const void *one, const void *other)
{
    const uint32_t *a = one;
    const uint32_t *b = other;
    return (*a > *b) - (*a < *b);
}

/* Tells each sheet which of its rows links lead to. */
static void ready_targets(struct html_book *book)
{
    for (size_t i = 0; i < book->sheets.count; i++) {
        const struct html_sheet *sheet = html_book_at(book, i);
        const struct html_link *links = sheet->links.items;
        for (size_t j = 0; j < sheet->links.count; j++) {
            const struct cell *target = &links[j].target;
            if (links[j].address == NULL) {
                add(&html_book_at(book, target->sheet)->targets, &target->row, sizeof target->row);
            }
        }
    }
}

static void sort(struct html_list *list, size_t size, int (*compare)(const void *, const void *))
{
    if (list->count > 1) {
        qsort(list->items, list->count, size, compare);
    }
}

void html_book_ready(struct html_book *book)
{
    ready_targets(book);
    for (size_t i = 0; i < book->sheets.count; i++) {
        struct html_sheet *sheet = html_book_at(book, i);
        ready_cells(sheet);
        sort(&sheet->merges, sizeof(struct area), by_corner);
        sort(&sheet->breaks, sizeof(uint32_t), by_number);
        sort(&sheet->targets, sizeof(uint32_t), by_number);
    }
}

/* Position of the first cell that is not before a place. */
static size_t find_place(const struct html_sheet *sheet, uint32_t row, uint32_t column)
{
    size_t low = 0;
    size_t high = sheet->cell_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct html_cell *cell = &sheet->cells[middle];
        if (cell->row < row || (cell->row == row && cell->column < column)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

const struct html_cell *html_book_cell(const struct html_sheet *sheet, uint32_t row,
                                       uint32_t column)
{
    size_t at = find_place(sheet, row, column);
    bool found =
        at < sheet->cell_count && sheet->cells[at].row == row && sheet->cells[at].column == column;
    return found ? &sheet->cells[at] : NULL;
}

const struct html_cell *html_book_cells(const struct html_sheet *sheet, uint32_t row, size_t *count)
{
    size_t first = find_place(sheet, row, 0);
    *count = find_place(sheet, row + 1, 0) - first;
    return sheet->cells + first;
}

uint16_t html_book_width(const struct html_sheet *sheet, uint32_t column)
{
    return sheet->widths == NULL ? HTML_PLAIN : sheet->widths[column];
}

uint16_t html_book_height(const struct html_sheet *sheet, uint32_t row)
{
    const uint16_t *page = sheet->heights == NULL ? NULL : sheet->heights[row / HTML_ROW_PAGE];
    return page == NULL ? HTML_PLAIN : page[row % HTML_ROW_PAGE];
}

bool html_book_has_row(const struct html_list *rows, uint32_t row)
{
    return rows->count > 0 &&
           bsearch(&row, rows->items, rows->count, sizeof row, by_number) != NULL;
}

/* ---- drawing ---- */

void html_book_describe(struct html_book *book, const char *title, const char *subject)
{
    book->title = arena_string(&book->arena, title);
    book->subject = arena_string(&book->arena, subject);
}

void html_book_style(struct html_book *book, const struct style *style)
{
    add(&book->styles, style, sizeof *style);
}

void html_book_sheet(struct html_book *book, const char *name, size_t length)
{
    const struct html_sheet sheet = {.name = arena_copy(&book->arena, name, length),
                                     .view = {.tab = -1}};
    add(&book->sheets, &sheet, sizeof sheet);
}

void html_book_define(struct html_book *book, const char *name, size_t length,
                      const char *reference, size_t reference_length)
{
    const struct html_name range = {arena_copy(&book->arena, name, length),
                                    arena_copy(&book->arena, reference, reference_length)};
    add(&book->names, &range, sizeof range);
}

/* Adds a cell; its contents are the caller's to set. */
static struct html_cell *add_cell(struct html_book *book, struct cell cell, uint16_t style)
{
    struct html_sheet *sheet = html_book_at(book, cell.sheet);
    struct html_list list = {sheet->cells, sheet->cell_count};
    const struct html_cell made = {.row = cell.row,
                                   .order = (uint32_t)sheet->cell_count,
                                   .column = (uint16_t)cell.column,
                                   .style = style,
                                   .kind = HTML_BLANK};
    struct html_cell *place = add(&list, &made, sizeof made);
    sheet->cells = list.items;
    sheet->cell_count = list.count;
    return place;
}

void html_book_text(struct html_book *book, struct cell cell, const char *bytes, size_t length,
                    uint16_t style)
{
    struct html_cell *made = add_cell(book, cell, style);
    if (length > 0) {
        made->kind = HTML_TEXT;
        made->text = arena_copy(&book->arena, bytes, length);
        made->length = (uint32_t)length;
    }
}

/* Makes the text written last on a sheet lead somewhere. */
static void lead(struct html_book *book, size_t sheet, const struct html_link *link)
{
    struct html_sheet *found = html_book_at(book, sheet);
    add(&found->links, link, sizeof *link);
    found->cells[found->cell_count - 1].link = (uint16_t)found->links.count;
}

void html_book_link(struct html_book *book, size_t sheet, struct cell target)
{
    lead(book, sheet, &(struct html_link){.target = target});
}

void html_book_web(struct html_book *book, size_t sheet, const char *address, size_t length)
{
    lead(book, sheet, &(struct html_link){.address = arena_copy(&book->arena, address, length)});
}

void html_book_number(struct html_book *book, struct cell cell, double number, uint16_t style)
{
    struct html_cell *made = add_cell(book, cell, style);
    made->kind = HTML_NUMBER;
    made->number = number;
}

void html_book_fill(struct html_book *book, const struct area *area, uint16_t style)
{
    for (uint32_t row = area->row; row <= area->last_row; row++) {
        for (uint32_t column = area->column; column <= area->last_column; column++) {
            add_cell(book, (struct cell){area->sheet, row, column}, style);
        }
    }
}

void html_book_merge(struct html_book *book, const struct area *area)
{
    add(&html_book_at(book, area->sheet)->merges, area, sizeof *area);
}

void html_book_headings(struct html_book *book, const struct area *area)
{
    add(&html_book_at(book, area->sheet)->headings, area, sizeof *area);
}

void html_book_condition(struct html_book *book, const struct area *area,
                         const struct condition *condition, uint16_t style)
{
    const struct html_condition kept = {
        .area = *area,
        .kind = condition->kind,
        .text = arena_copy(&book->arena, condition->text == NULL ? "" : condition->text,
                           condition->length),
        .least = condition->least,
        .most = condition->most,
        .low = condition->low,
        .high = condition->high,
        .style = style};
    add(&html_book_at(book, area->sheet)->conditions, &kept, sizeof kept);
}

void html_book_choice(struct html_book *book, const struct area *area, const struct choice *choice)
{
    const char *title = choice->title == NULL ? "" : choice->title;
    const struct html_choice kept = {
        .area = *area,
        .list = arena_copy(&book->arena, choice->list == NULL ? "" : choice->list,
                           choice->list == NULL ? 0 : choice->list_length),
        .title = arena_string(&book->arena, title)};
    add(&html_book_at(book, area->sheet)->choices, &kept, sizeof kept);
}

static void keep_axis(struct arena *arena, struct chart_axis *axis)
{
    axis->format = arena_string(arena, axis->format);
}

void html_book_chart(struct html_book *book, struct cell cell, const struct chart *chart)
{
    struct arena *arena = &book->arena;
    struct html_chart kept = {cell, *chart};
    kept.chart.title = arena_string(arena, chart->title);
    kept.chart.description = arena_string(arena, chart->description);
    kept.chart.font = NULL; /* a page has its own letters */
    kept.chart.legend = arena_string(arena, chart->legend);
    keep_axis(arena, &kept.chart.category);
    keep_axis(arena, &kept.chart.value);
    for (size_t i = 0; i < chart->series_count; i++) {
        struct chart_series *series = &kept.chart.series[i];
        series->name = arena_string(arena, series->name);
        series->categories = arena_string(arena, series->categories);
        series->values = arena_string(arena, series->values);
        series->label_format = arena_string(arena, series->label_format);
    }
    add(&html_book_at(book, cell.sheet)->charts, &kept, sizeof kept);
}

void html_book_image(struct html_book *book, struct cell cell, const char *bytes, size_t length,
                     double scale, const char *description)
{
    const struct html_image kept = {.cell = cell,
                                    .bytes = memory_copy(bytes, length),
                                    .description = arena_string(&book->arena, description),
                                    .length = length,
                                    .scale = scale};
    add(&html_book_at(book, cell.sheet)->images, &kept, sizeof kept);
}

void html_book_columns(struct html_book *book, size_t sheet, uint32_t first, uint32_t last,
                       double width, bool hidden)
{
    struct html_sheet *found = html_book_at(book, sheet);
    if (found->widths == NULL) {
        found->widths = memory_get(GATE_COLUMNS * sizeof *found->widths);
        memset(found->widths, 0xFF, GATE_COLUMNS * sizeof *found->widths);
    }
    bool seen = !hidden && width > 0;
    for (uint32_t column = first; column <= last; column++) {
        found->widths[column] = seen ? (uint16_t)(width * CHARACTER_PX + EDGES_PX) : 0;
    }
}

void html_book_row(struct html_book *book, size_t sheet, uint32_t row, double height, bool hidden)
{
    struct html_sheet *found = html_book_at(book, sheet);
    if (found->heights == NULL) {
        found->heights = memory_zero(ROW_PAGES, sizeof *found->heights);
    }
    uint16_t **page = &found->heights[row / HTML_ROW_PAGE];
    if (*page == NULL) {
        *page = memory_get(HTML_ROW_PAGE * sizeof **page);
        memset(*page, 0xFF, HTML_ROW_PAGE * sizeof **page);
    }
    double pixels = height * POINT + 0.5;
    bool seen = !hidden && height > 0;
    (*page)[row % HTML_ROW_PAGE] = (uint16_t)(!seen ? 0 : pixels < 1 ? 1 : pixels);
}

void html_book_view(struct html_book *book, size_t sheet, const struct view *view)
{
    html_book_at(book, sheet)->view = *view;
}

void html_book_page(struct html_book *book, size_t sheet, const struct page *page)
{
    struct page *kept = &html_book_at(book, sheet)->page;
    *kept = *page;
    const char **texts[] = {&kept->header_left, &kept->header_center, &kept->header_right,
                            &kept->footer_left, &kept->footer_center, &kept->footer_right};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        *texts[i] = arena_string(&book->arena, *texts[i]);
    }
    html_book_at(book, sheet)->has_page = true;
}

void html_book_breaks(struct html_book *book, size_t sheet, const uint32_t *rows, size_t count)
{
    struct html_list *breaks = &html_book_at(book, sheet)->breaks;
    breaks->count = 0; /* the last list counts */
    for (size_t i = 0; i < count; i++) {
        add(breaks, &rows[i], sizeof rows[i]);
    }
}
