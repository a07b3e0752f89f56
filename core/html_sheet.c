#include "html_sheet.h"

#include "html_condition.h"
#include "html_figure.h"
#include "html_note.h"
#include "html_number.h"
#include "html_paper.h"
#include "html_slot.h"
#include "html_text.h"

#include <string.h>

enum {
    DRAIN_BYTES = 65536,
    GAP_PX = 48,
    WORD_BYTES = 20,
    TURNED_PX = 60,
    SMALL_PX = 300,
    KEPT_ROWS = 3,
    CONTRAST = 300
};

/* A section while it is written. */
struct writer {
    const struct html_book *book;
    const struct html_grid *grid;
    const struct html_sheet *sheet;
    struct text *out;
    FILE *file;
    size_t number;
    bool english;
    const struct html_layout *layout;
    struct html_conditions conditions;
    struct html_slots slots;
    size_t next_band;
    const struct html_band *band; /* the present one, or NULL */
    bool above, below;            /* the head */
    uint32_t keeps;               /* so many rows before stay on the page of the next one */
};

bool html_sheet_seen(const struct html_sheet *sheet)
{
    return !sheet->view.hidden &&
           (sheet->cell_count > 0 || sheet->charts.count > 0 || sheet->images.count > 0);
}

/* ---- cells ---- */

/* Opens the element of a link to a cell; false where its sheet is not seen. */
static bool open_inner_link(struct writer *w, const struct cell *target)
{
    const struct html_sheet *sheet = html_book_at(w->book, target->sheet);
    size_t count = 0;
    size_t number = 0;
    for (size_t i = 0; i <= target->sheet; i++) {
        number += html_sheet_seen(html_book_at(w->book, i));
    }
    html_book_cells(sheet, target->row, &count);
    bool seen = html_sheet_seen(sheet);
    if (seen && count > 0 && html_book_height(sheet, target->row) > 0) {
        text_format(w->out, "<a href=\"#s%zur%u\">", number, target->row + 1);
    } else if (seen) {
        text_format(w->out, "<a href=\"#s%zu\">", number);
    }
    return seen;
}

/* Opens the element of a link to the web: what opens there learns nothing of this page. */
static void open_outer_link(struct writer *w, const char *address)
{
    text_add(w->out, "<a href=\"");
    html_text_add(w->out, address, strlen(address));
    text_add(w->out, "\" target=\"_blank\" rel=\"noopener noreferrer\">");
}

static void add_link(struct writer *w, const struct html_cell *cell)
{
    const struct html_link *link =
        (const struct html_link *)w->sheet->links.items + (cell->link - 1);
    bool open = true;
    if (link->address != NULL) {
        open_outer_link(w, link->address);
    } else {
        open = open_inner_link(w, &link->target);
    }
    html_text_add(w->out, cell->text, cell->length);
    text_add(w->out, open ? "</a>" : "");
}

/* match: what conditions make of the cell; an empty one that they mark gets a dash, for those who do not
 * see the colour. */
static void add_content(struct writer *w, const struct html_cell *cell, const struct style *style,
                        const struct html_match *match)
{
    bool turned = style != NULL && (style->rotation >= 45 || style->rotation <= -45);
    if (turned) {
        uint32_t height = html_grid_height(w->grid, cell->row);
        text_format(w->out, "<span class=\"%s\" style=\"max-height:%upx\">",
                    style->rotation > 0 ? "v u" : "v", height > TURNED_PX ? height : TURNED_PX);
    }
    if (cell->kind == HTML_NUMBER) {
        html_number_add(w->out, cell->number, style == NULL ? "" : style->format, w->english);
    } else if (cell->kind == HTML_TEXT && cell->link > 0) {
        add_link(w, cell);
    } else if (cell->kind == HTML_TEXT) {
        html_text_add(w->out, cell->text, cell->length);
    } else if (match->style > 0) {
        text_add(w->out, "–");
    }
    text_add(w->out, turned ? "</span>" : "");
}

/* True when a column lies outside of what is printed. */
static bool is_screen_only(const struct writer *w, uint32_t column)
{
    const struct page *page = &w->sheet->page;
    return page->only && (column < page->area.column || column > page->area.last_column);
}

/* True when a text has a word that a narrow column cannot hold. */
static bool has_long_word(const struct html_cell *cell)
{
    for (const char *at = cell->text; *at != '\0';) {
        size_t length = strcspn(at, " \n-");
        if (length > WORD_BYTES) {
            return true;
        }
        at += length + (at[length] != '\0');
    }
    return false;
}

/* Classes for screens: the column that stays in sight, the place on a narrow screen, long words. */
static void add_screen_classes(struct writer *w, uint32_t first, uint32_t last,
                               const struct html_cell *cell)
{
    size_t group = w->band == NULL || !w->band->figures ? 0 : html_band_group(w->band, first);
    if (last < w->layout->marked && !w->above) {
        text_format(w->out, "z z%u ", first);
    }
    if (group > 0) {
        text_format(w->out, "o%zu ", group);
    }
    if ((w->layout->board || w->above) && cell != NULL && cell->kind == HTML_TEXT &&
        has_long_word(cell)) {
        text_add(w->out, "w ");
    }
}

/* Ends an attribute `class` that begins at `start`; takes it back when it is empty. */
static void end_classes(struct text *out, size_t start)
{
    if (out->bytes[out->length - 1] == ' ') {
        out->bytes[out->length - 1] = '"';
    } else {
        out->length = start;
        out->bytes[start] = '\0';
    }
}

static void add_classes(struct writer *w, const struct html_slot *slot, const struct style *style,
                        const struct html_match *match)
{
    const struct html_cell *cell = slot->cell;
    bool number = cell != NULL && cell->kind == HTML_NUMBER;
    size_t start = w->out->length;
    text_add(w->out, " class=\"");
    if (cell != NULL && cell->style > 0) {
        text_format(w->out, "s%d ", cell->style);
    }
    if (match->style > 0) {
        text_format(w->out, "k%d ", match->style);
    }
    text_add(w->out, slot->span != NULL && cell == NULL ? "f " : "");
    text_add(w->out, number && (style == NULL || style->align == ALIGN_NONE) ? "n " : "");
    text_add(w->out, is_screen_only(w, slot->column) ? "p " : "");
    add_screen_classes(w, slot->column, slot->last, cell);
    end_classes(w->out, start);
}

/* The colours that a condition works out for this cell alone. */
static void add_colors(struct writer *w, const struct html_match *match)
{
    if (match->fill < 0 && match->bar < 0) {
        return;
    }
    text_add(w->out, match->bar >= 0 ? " style=\"background-image:" : " style=\"background:");
    if (match->bar >= 0) {
        text_add(w->out, "linear-gradient(90deg,");
        html_text_color(w->out, match->bar);
        text_add_byte(w->out, ' ');
        html_text_number(w->out, match->share * 100);
        text_add(w->out, "%,transparent 0)");
    } else {
        html_text_color(w->out, match->fill);
    }
    text_add_byte(w->out, '"');
}

/* What a cell is the heading of: "col", "row", or nothing. */
static const char *scope_of(const struct writer *w, const struct html_slot *slot, bool heading)
{
    bool shows = slot->cell != NULL && slot->cell->kind != HTML_BLANK;
    bool names = w->below && w->layout->frozen > 0 && slot->last < w->layout->frozen &&
                 html_grid_seen_columns(w->grid, 0, slot->column) == 1;
    return !shows ? NULL : heading ? "col" : names ? "row" : NULL;
}

static void begin_cell(struct writer *w, const struct html_slot *slot, const char *scope,
                       uint32_t across, uint32_t down)
{
    static const struct html_match no_match = {0, -1, -1, 0};
    const struct html_match match =
        slot->cell == NULL ? no_match : html_conditions_match(&w->conditions, slot->cell);
    const struct style *style =
        slot->cell == NULL ? NULL : html_book_look(w->book, slot->cell->style);
    text_add(w->out, scope != NULL ? "<th" : "<td");
    add_classes(w, slot, style, &match);
    add_colors(w, &match);
    if (scope != NULL) {
        text_format(w->out, " scope=\"%s\"", scope);
    }
    if (across > 1) {
        text_format(w->out, " colspan=\"%u\"", across);
    }
    if (down > 1) {
        text_format(w->out, " rowspan=\"%u\"", down);
    }
    text_add_byte(w->out, '>');
    if (slot->cell != NULL) {
        add_content(w, slot->cell, style, &match);
    }
}

static void add_cell(struct writer *w, const struct html_slot *slot, uint32_t row, bool heading)
{
    const struct html_span *span = slot->span;
    const char *scope = scope_of(w, slot, heading);
    uint32_t across = html_grid_seen_columns(w->grid, slot->column, slot->last);
    uint32_t down = span == NULL ? 1 : html_grid_seen_rows(w->grid, row, span->last_row);
    if (across == 0) {
        return;
    }
    begin_cell(w, slot, scope, across, down);
    if (span != NULL && (span->chart != NULL || span->image != NULL)) {
        html_figure_write(w->book, w->sheet, span, w->english, w->out);
    }
    text_add(w->out, scope != NULL ? "</th>" : "</td>");
}

/* The empty cells between two places. */
static void add_gap(struct writer *w, uint32_t first, uint32_t last)
{
    uint32_t marked = w->layout->marked;
    if (first < marked && last >= marked) { /* one part stays in sight, the other does not */
        add_gap(w, first, marked - 1);
        first = marked;
    }
    uint32_t across = html_grid_seen_columns(w->grid, first, last);
    if (across > 0) {
        text_add(w->out, "<td");
        size_t start = w->out->length;
        text_add(w->out, " class=\"");
        add_screen_classes(w, first, last, NULL);
        end_classes(w->out, start);
        if (across > 1) {
            text_format(w->out, " colspan=\"%u\"", across);
        }
        text_add(w->out, "></td>");
    }
}

/* ---- rows ---- */

/* Red, green and blue together, 0 to 765. */
static int32_t brightness(int32_t color)
{
    return (color >> 16 & 0xFF) + (color >> 8 & 0xFF) + (color & 0xFF);
}

/* True when the present row is drawn as headings: bold, light letters on a dark ground, in several cells. */
static bool is_inverted(const struct writer *w)
{
    size_t count = 0;
    for (size_t i = 0; i < w->slots.count; i++) {
        const struct html_slot *slot = &w->slots.slots[i];
        if (!html_slot_shows(slot)) {
            continue;
        }
        const struct style *style =
            slot->cell == NULL ? NULL : html_book_look(w->book, slot->cell->style);
        if (style == NULL || !style->bold || style->fill < 0 || style->color < 0 ||
            brightness(style->color) < brightness(style->fill) + CONTRAST) {
            return false;
        }
        count++;
    }
    return count > 1;
}

/* True when the present row holds headings of a table. */
static bool is_heading(const struct writer *w, uint32_t row)
{
    const struct area *areas = w->sheet->headings.items;
    for (size_t i = 0; i < w->sheet->headings.count; i++) {
        if (areas[i].row == row) {
            return true;
        }
    }
    bool head = w->layout->head_first <= w->layout->head_last && row == w->layout->head_last;
    return head || is_inverted(w);
}

/* True when the present row is a heading of those below it, or stands between: it never ends a printed
 * page. */
static bool is_title(const struct writer *w, bool heading)
{
    const struct html_slot *shown = NULL;
    size_t count = 0;
    for (size_t i = 0; i < w->slots.count; i++) {
        bool shows = html_slot_shows(&w->slots.slots[i]);
        shown = shows ? &w->slots.slots[i] : shown;
        count += shows;
    }
    const struct style *style =
        count == 1 && shown->cell != NULL ? html_book_look(w->book, shown->cell->style) : NULL;
    return heading || (style != NULL && style->bold) || (count == 0 && w->keeps > 0) ||
           (count == 1 && w->keeps > 0 && w->keeps < KEPT_ROWS);
}

static void begin_row(struct writer *w, uint32_t row, uint32_t height, bool heading)
{
    const struct page *page = &w->sheet->page;
    bool broken = html_book_has_row(&w->sheet->breaks, row);
    bool aside = page->only && (row < page->area.row || row > page->area.last_row);
    text_add(w->out, "<tr");
    if (html_book_has_row(&w->sheet->targets, row)) {
        text_format(w->out, " id=\"s%zur%u\"", w->number, row + 1);
    }
    bool title = !broken && !aside && is_title(w, heading);
    w->keeps = title ? w->keeps + 1 : 0;
    if (broken || aside || title) {
        text_format(w->out, " class=\"%s\"", aside ? "p" : broken ? "b" : "a");
    }
    text_format(w->out, " style=\"height:%upx\">", height);
}

static void write_row(struct writer *w, uint32_t row, const struct html_cell *cells, size_t count)
{
    uint16_t height = html_grid_height(w->grid, row);
    if (height == 0) {
        return;
    }
    html_slots_row(&w->slots, row, cells, count);
    html_conditions_row(&w->conditions, row);
    bool heading = is_heading(w, row);
    begin_row(w, row, height, heading);
    uint32_t at = 0;
    for (size_t i = 0; i < w->slots.count; i++) {
        const struct html_slot *slot = &w->slots.slots[i];
        if (slot->column > at) {
            add_gap(w, at, slot->column - 1);
        }
        if (!slot->covered) {
            add_cell(w, slot, row, heading);
        }
        at = slot->last + 1 > at ? slot->last + 1 : at;
    }
    text_add(w->out, "</tr>\n");
    html_text_drain(w->out, w->file, DRAIN_BYTES);
}

/* How many rows from `row` on, before `end`, have nothing in them; *height is theirs. */
static uint32_t empty_rows(const struct writer *w, uint32_t row, uint32_t end, size_t next_cell,
                           uint32_t *height)
{
    uint32_t limit = end;
    *height = 0;
    if (next_cell < w->sheet->cell_count && w->sheet->cells[next_cell].row < limit) {
        limit = w->sheet->cells[next_cell].row;
    }
    size_t next = w->slots.next_span;
    if (next < w->grid->span_count && w->grid->spans[next].row < limit) {
        limit = w->grid->spans[next].row;
    }
    if (html_slots_reach(&w->slots, row)) {
        return 0;
    }
    uint32_t count = limit > row ? limit - row : 0;
    for (uint32_t r = row; r < limit && *height < GAP_PX; r++) {
        *height += html_grid_height(w->grid, r);
    }
    *height = *height < GAP_PX ? *height : GAP_PX;
    return count;
}

/* Writes `count` rows from `row` on that have nothing in them as one, `height` pixels high; a page
 * that ends before one of them ends before all. */
static void write_gap(struct writer *w, uint32_t row, uint32_t count, uint32_t height)
{
    bool broken = false;
    for (uint32_t r = row; r < row + count && !broken; r++) {
        broken = html_book_has_row(&w->sheet->breaks, r);
    }
    if (height > 0 || broken) {
        text_format(w->out, "<tr%s style=\"height:%upx\"><td></td></tr>\n",
                    broken         ? " class=\"b\""
                    : w->keeps > 0 ? " class=\"a\""
                                   : "",
                    height);
    }
}

/* True when a band begins at a row other than the one that its part of the table began with. */
static bool is_band(const struct writer *w, uint32_t row)
{
    return w->next_band < w->layout->band_count && w->layout->bands[w->next_band].row == row;
}

/* True when the present band is so small that no page is cut through it. */
static bool is_small(const struct writer *w)
{
    uint32_t height = 0;
    bool last = w->next_band == w->layout->band_count;
    uint32_t end = last ? w->grid->rows : w->layout->bands[w->next_band].row;
    for (uint32_t row = w->band->row; row < end && height <= SMALL_PX; row++) {
        height += html_grid_height(w->grid, row);
    }
    return height <= SMALL_PX;
}

/* Begins a part of the table, at a row; it is a band where one begins there. */
static void begin_body(struct writer *w, uint32_t row)
{
    w->band = is_band(w, row) ? &w->layout->bands[w->next_band++] : NULL;
    bool figures = w->band != NULL && w->band->figures;
    size_t start = w->out->length + strlen("<tbody");
    text_add(w->out, "<tbody class=\"");
    text_add(w->out, figures ? "c " : "");
    text_add(w->out, w->band != NULL && !figures && is_small(w) ? "e " : "");
    text_add(w->out, w->band != NULL && w->band->many ? "m " : "");
    end_classes(w->out, start);
    text_add(w->out, ">\n");
}

/* Writes the rows from `first` to before `end`. */
static void write_rows(struct writer *w, uint32_t first, uint32_t end)
{
    size_t count = 0;
    size_t at = (size_t)(html_book_cells(w->sheet, first, &count) - w->sheet->cells);
    for (uint32_t row = first; row < end;) {
        uint32_t height = 0;
        uint32_t empty = empty_rows(w, row, end, at, &height);
        if (empty > 0) {
            write_gap(w, row, empty, height);
            row += empty;
            continue;
        }
        size_t from = at;
        while (at < w->sheet->cell_count && w->sheet->cells[at].row == row) {
            at++;
        }
        if (is_band(w, row)) {
            text_add(w->out, "</tbody>\n");
            begin_body(w, row);
        }
        write_row(w, row, w->sheet->cells + from, at - from);
        row++;
    }
}

/* ---- tables ---- */

/* True when two columns are one element of the table. */
static bool is_same_column(const struct writer *w, uint32_t one, uint32_t other)
{
    return w->grid->widths[one] == w->grid->widths[other] && one != w->layout->narrow &&
           other != w->layout->narrow && is_screen_only(w, one) == is_screen_only(w, other);
}

static void begin_table(struct writer *w, const char *classes)
{
    struct area paper = html_paper_area(w->grid);
    text_format(w->out, "<table class=\"%s\" style=\"width:%upx;--w:%upx\"><colgroup>", classes,
                html_grid_width(w->grid, 0, w->grid->columns - 1),
                html_grid_width(w->grid, paper.column, paper.last_column));
    for (uint32_t c = 0; c < w->grid->columns;) {
        uint32_t same = 1;
        while (c + same < w->grid->columns && is_same_column(w, c, c + same)) {
            same++;
        }
        if (w->grid->widths[c] > 0) {
            text_format(w->out, "<col%s span=\"%u\" style=\"width:%upx\"/>",
                        is_screen_only(w, c)     ? " class=\"p\""
                        : c == w->layout->narrow ? " class=\"t\""
                                                 : "",
                        same, w->grid->widths[c]);
        }
        c += same;
    }
    text_add(w->out, "</colgroup>\n");
}

/* Writes the rows from `first` to before `end` as a part of the table. */
static void write_body(struct writer *w, uint32_t first, uint32_t end)
{
    begin_body(w,
               w->next_band < w->layout->band_count ? w->layout->bands[w->next_band].row : first);
    write_rows(w, first, end);
    text_add(w->out, "</tbody>\n");
}

static void write_tables(struct writer *w)
{
    const struct html_layout *layout = w->layout;
    bool head = layout->head_first <= layout->head_last;
    if (!head || layout->head_first > 0) {
        begin_table(w, head ? "g i" : "g");
        w->above = head;
        write_body(w, 0, head ? layout->head_first : w->grid->rows);
        w->above = false;
        text_add(w->out, "</table>\n");
    }
    if (head) {
        w->band = NULL;
        begin_table(w, layout->head_many ? "g h m" : "g h");
        text_add(w->out, "<thead>\n");
        write_rows(w, layout->head_first, layout->head_last + 1);
        text_add(w->out, "</thead>\n");
        w->below = true;
        write_body(w, layout->head_last + 1, w->grid->rows);
        text_add(w->out, "</table>\n");
    }
}

void html_sheet_write(const struct html_book *book, const struct html_grid *grid,
                      const struct html_layout *layout, size_t number, bool english, size_t *steps,
                      struct text *out, FILE *file)
{
    struct writer w = {.book = book,
                       .grid = grid,
                       .sheet = grid->sheet,
                       .layout = layout,
                       .out = out,
                       .file = file,
                       .number = number,
                       .english = english};
    html_slots_begin(&w.slots, book, grid);
    html_conditions_begin(&w.conditions, book, grid->sheet, steps);
    text_format(out, "<section id=\"s%zu\"%s aria-labelledby=\"h%zu\"><h2 id=\"h%zu\">", number,
                layout->board ? " class=\"r\"" : "", number, number);
    html_text_add(out, grid->sheet->name, strlen(grid->sheet->name));
    text_format(out,
                "</h2>\n<div class=\"x\" tabindex=\"0\" role=\"group\" "
                "aria-labelledby=\"h%zu\">\n",
                number);
    write_tables(&w);
    for (size_t i = 0; i < grid->loose_count; i++) {
        html_figure_write(book, grid->sheet, &grid->loose[i], english, out);
    }
    text_add(out, "</div>\n");
    html_note_add(book, grid->sheet, english, out);
    text_add(out, "</section>\n");
    html_conditions_free(&w.conditions);
    html_slots_free(&w.slots);
}
