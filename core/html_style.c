#include "html_style.h"

#include "html_text.h"

#include <math.h>

/* The page itself: quiet, with the letters that the reader's machine has. On a screen each sheet is a
 * panel, never wider than the screen; on paper only the sheets are seen. */
static const char page_rules[] =
    ":root{color-scheme:light}"
    "*{box-sizing:border-box}"
    "html{-webkit-text-size-adjust:100%;text-size-adjust:100%;"
    "scroll-padding-top:3.5rem}"
    "body{margin:0;background:#eef1f5;color:#1f2937;"
    "font:13px/1.35 \"Helvetica Neue\",Arial,\"Liberation "
    "Sans\",Arimo,Roboto,sans-serif;font-variant-numeric:tabular-nums}"
    "h1{position:absolute;width:1px;height:1px;margin:0;overflow:hidden;clip-path:inset(50%)}"
    "nav{position:sticky;top:0;z-index:5;height:var(--nav);background:#14365c;overflow-x:auto;"
    "overflow-y:hidden}"
    "nav ul{display:flex;gap:.25rem;margin:0 auto;padding:0 "
    ".75rem;list-style:none;max-width:1200px}"
    "nav a{display:block;padding:0 .7rem;color:#fff;text-decoration:none;white-space:nowrap;"
    "font-size:14px;line-height:var(--nav)}"
    "nav a:hover,nav a:focus{background:#1f4b7a;outline:none;box-shadow:inset 0 -3px #c8963e}"
    "main{padding:0 .75rem 2rem}"
    "section{width:fit-content;max-width:100%;margin:0 auto}"
    "h2{margin:1.4rem 0 .5rem;font-size:14px;font-weight:600;letter-spacing:.02em;color:#4b5563}"
    ".x{overflow-x:auto;padding:14px;background:#fff;border-radius:6px;"
    "box-shadow:0 1px 3px rgba(20,54,92,.18)}"
    ".x:focus-visible{outline:2px solid #2f6da8}"
    "table{border-collapse:collapse;border-spacing:0}"
    ".g{table-layout:fixed}"
    "td,th{padding:0 3px;vertical-align:bottom;white-space:pre-wrap;overflow-wrap:anywhere;"
    "font-weight:400;text-align:left;line-height:1.15}"
    "th{padding:0 2px}"
    "th[scope=row]{padding:0 3px}"
    ".n{text-align:right;white-space:nowrap;overflow-wrap:normal}"
    "td a{color:inherit;text-decoration:underline;text-underline-offset:2px}"
    ".v{display:inline-block;writing-mode:vertical-rl}"
    ".u{transform:rotate(180deg)}"
    "figure{margin:0;white-space:normal}"
    "td.f{vertical-align:top;text-align:center;overflow-wrap:normal}"
    "svg,img{display:block;max-width:100%;height:auto;margin:0 auto}"
    "svg text{text-rendering:geometricPrecision}"
    "details{text-align:left;font-size:12px;color:#4b5563}"
    "summary{cursor:pointer;padding:.35rem 0}"
    "details td,details th{padding:.15rem .5rem;border-bottom:1px solid #d5dbe3}"
    ".q{max-width:52rem;margin:.6rem 0 0;color:#4b5563}"
    ".slim{display:none}"
    "@media screen{.z{position:sticky;z-index:1;background:#fff}thead{background:#fff}}"
    "@media print{"
    "html,body{background:#fff}"
    "*{-webkit-print-color-adjust:exact;print-color-adjust:exact}"
    "nav,h1,h2,details,.p,.q{display:none}"
    "main{max-width:none;padding:0;margin:0}"
    "section{width:auto;max-width:none;margin:0;break-before:page}"
    "section:first-of-type{break-before:auto}"
    ".g{width:var(--w)!important}"
    ".x{overflow:visible;padding:0;border-radius:0;box-shadow:none}"
    "tr,figure{break-inside:avoid}"
    "thead{display:table-header-group}"
    ".b{break-before:page}"
    ".a{break-after:avoid}"
    ".e{break-inside:avoid}"
    ".h>tbody>tr:last-child{break-before:avoid}"
    "td a{text-decoration:none}"
    "}";

/* A narrow screen: each band of a board is a table of its own, as wide as the screen; of figures side by
 * side, each with its heading, the first group of columns comes first. */
static const char narrow_rules[] =
    "main{padding:0 .5rem 1.5rem}"
    ".x{padding:8px}"
    ".r .g,.i{display:block;width:auto!important}"
    ".i{position:sticky;left:0;max-width:calc(100vw - 1rem)}"
    ".r .g>colgroup,.i>colgroup{display:none}"
    ".r .g>tbody,.i>tbody{display:table;width:100%}"
    ".r .h{display:table;table-layout:auto;width:100%!important}"
    ".r .h>tbody{display:table-row-group}"
    ".r .g>*>tr,.i>tbody>tr{height:auto!important}"
    ".r .g>*>tr>*,.i>tbody>tr>*{padding-top:2px;padding-bottom:2px;overflow-wrap:break-word}"
    ".r .g>*>tr>.w,.i>tbody>tr>.w{overflow-wrap:anywhere}"
    ".r .m>tr:not(.a)>td,.r "
    ".m>tbody>tr:not(.a)>td{padding-left:1px;padding-right:1px;font-size:11px}"
    ".r .m>tr>th,.r .m>*>tr>th{padding-left:1px;padding-right:1px;font-size:9px}"
    ".r .g>.c{display:flex;flex-direction:column}"
    ".r .c>tr{display:contents}"
    ".r .c>tr>*{display:block}"
    ".r .c>tr>:empty{display:none}"
    ".r .p,.wide{display:none}"
    ".slim{display:block}";

/* ---- styles ---- */

static void add_line(struct text *out, const char *side, uint8_t line, int32_t color)
{
    static const char *const words[] = {
        [LINE_THIN] = "1px solid", [LINE_MEDIUM] = "2px solid",  [LINE_THICK] = "3px solid",
        [LINE_HAIR] = "1px solid", [LINE_DOTTED] = "1px dotted", [LINE_DOUBLE] = "3px double"};
    if (line == LINE_NONE) {
        return;
    }
    text_format(out, "border-%s:%s ", side, words[line]);
    html_text_color(out, color < 0 ? (line == LINE_HAIR ? 0x9CA3AF : 0x1F2937) : color);
    text_add_byte(out, ';');
}

static void add_letters(struct text *out, const struct style *style)
{
    if (style->size > 0) {
        text_add(out, "font-size:");
        html_text_number(out, style->size);
        text_add(out, "pt;");
    }
    text_add(out, style->bold ? "font-weight:700;" : "");
    text_add(out, style->italic ? "font-style:italic;" : "");
    text_add(out, style->underline ? "text-decoration:underline;" : "");
    text_add(out, strstr(style->font, "Courier") != NULL ? "font-family:monospace;" : "");
    if (style->color >= 0) {
        text_add(out, "color:");
        html_text_color(out, style->color);
        text_add_byte(out, ';');
    }
}

static void add_place(struct text *out, const struct style *style)
{
    static const char *const across[] = {[ALIGN_LEFT] = "left",
                                         [ALIGN_CENTER] = "center",
                                         [ALIGN_RIGHT] = "right",
                                         [ALIGN_FILL] = "left",
                                         [ALIGN_ACROSS] = "center"};
    if (style->align != ALIGN_NONE) {
        text_format(out, "text-align:%s;", across[style->align]);
    }
    if (style->valign != VALIGN_BOTTOM) {
        text_format(out, "vertical-align:%s;", style->valign == VALIGN_TOP ? "top" : "middle");
    }
    if (style->indent > 0) {
        text_format(out, "padding-%s:%dpx;", style->align == ALIGN_RIGHT ? "right" : "left",
                    3 + 9 * style->indent);
    }
}

static void add_style(struct text *out, const struct style *style, char letter, size_t place)
{
    text_format(out, "td.%c%zu,th.%c%zu{", letter, place, letter, place);
    add_letters(out, style);
    add_place(out, style);
    if (style->fill >= 0) {
        text_add(out, "background:");
        html_text_color(out, style->fill);
        text_add_byte(out, ';');
    }
    add_line(out, "top", style->top, style->line_color);
    add_line(out, "bottom", style->bottom, style->line_color);
    add_line(out, "left", style->left, style->line_color);
    add_line(out, "right", style->right, style->line_color);
    text_add(out, "}\n");
}

static void add_narrow(struct text *out)
{
    text_format(out, "@media screen and (max-width:%dpx){%s", LAYOUT_NARROW, narrow_rules);
    for (int group = 1; group < LAYOUT_GROUPS; group++) {
        text_format(out, ".o%d{order:%d}", group, group);
    }
    text_add(out, "}\n");
}

void html_style_add(struct text *out, const struct html_book *book, bool many)
{
    const struct style *styles = book->styles.items;
    text_format(out, ":root{--nav:%s}", many ? "2.8rem" : "0px");
    text_add(out, page_rules);
    text_add_byte(out, '\n');
    add_narrow(out);
    for (size_t i = 0; i < book->styles.count; i++) {
        add_style(out, &styles[i], 's', i + 1);
    }
    for (size_t i = 0; i < book->styles.count; i++) {
        add_style(out, &styles[i], 'k', i + 1);
    }
}

/* ---- screens ---- */

enum { AROUND_PX = 72 }; /* beside a table: its panel, the page, a bar to scroll with */

/* The columns that stay in sight, each beside the one before. */
static void add_columns(struct text *out, const struct html_grid *grid,
                        const struct html_layout *layout, size_t number)
{
    uint32_t left = 0;
    if (layout->frozen == 0 && layout->marked > 0) {
        text_format(out, "#s%zu .z{position:static}", number);
    }
    for (uint32_t c = 0; c < layout->frozen; c++) {
        if (grid->widths[c] > 0) {
            text_format(out, "#s%zu .z%u{left:%upx}", number, c, left);
        }
        left += grid->widths[c];
    }
}

/* The one column that stays in sight on a narrow screen. */
static void add_narrow_column(struct text *out, const struct html_grid *grid,
                              const struct html_layout *layout, size_t number)
{
    uint32_t c = layout->narrow;
    if (c == LAYOUT_NONE) {
        return;
    }
    uint16_t width = html_layout_width(grid, c);
    text_format(out, "@media screen and (max-width:%dpx){#s%zu .z{position:static}", LAYOUT_NARROW,
                number);
    text_format(out, "#s%zu .z%u{position:sticky;left:0}#s%zu .t{width:%dpx!important}", number, c,
                number, width);
    text_format(out, "#s%zu .g:not(.i){width:%upx!important}}\n", number,
                html_grid_width(grid, 0, grid->columns - 1) - grid->widths[c] + width);
}

/* Pixels of rows of the head, from its first one on. */
static uint32_t head_height(const struct html_grid *grid, const struct html_layout *layout,
                            uint32_t rows)
{
    uint32_t height = 0;
    for (uint32_t row = layout->head_first; row < layout->head_first + rows; row++) {
        height += html_grid_height(grid, row);
    }
    return height;
}

/* The head stays below `top`; the titles on it are moved out of sight with the rows. */
static void add_head(struct text *out, const struct html_grid *grid,
                     const struct html_layout *layout, size_t number, const char *top)
{
    if (layout->head_stays) {
        text_format(out, "#s%zu thead{position:sticky;top:calc(%s - %upx);z-index:2}", number, top,
                    head_height(grid, layout, layout->titles));
    }
}

/* A board a little wider than the screen is drawn smaller, in steps, as long as it can be read. */
static void add_tablet(struct text *out, uint32_t width, size_t number)
{
    static const uint32_t percents[] = {100, 92, 84, 76, 70};
    for (size_t i = 1; i < sizeof percents / sizeof percents[0]; i++) {
        uint32_t least = width * percents[i] / 100 + AROUND_PX;
        uint32_t most = width * percents[i - 1] / 100 + AROUND_PX - 1;
        least = least > LAYOUT_NARROW ? least : LAYOUT_NARROW + 1;
        if (least <= most) {
            text_format(out,
                        "@media screen and (min-width:%upx) and (max-width:%upx)"
                        "{#s%zu .x{zoom:.%u}#s%zu .g{margin:0 auto}}\n",
                        least, most, number, percents[i], number);
        }
    }
}

/* Where the whole width is seen, the page scrolls below the head; else a wide table does in its box. */
void html_style_screen(struct text *out, const struct html_grid *grid,
                       const struct html_layout *layout, size_t number)
{
    text_add(out, "@media screen{");
    add_columns(out, grid, layout, number);
    if (layout->head_stays) {
        uint32_t rows = layout->head_last - layout->head_first + 1;
        text_format(out, "#s%zu tr[id]{scroll-margin-top:%upx}", number,
                    head_height(grid, layout, rows) + 8);
    }
    if (!layout->board) {
        text_format(out, "#s%zu .x{max-height:calc(100vh - var(--nav) - 1rem);padding:0}", number);
        add_head(out, grid, layout, number, "0px");
    }
    uint32_t width = html_grid_width(grid, 0, grid->columns - 1) + AROUND_PX;
    text_format(out,
                "}\n@media screen and (min-width:%upx){#s%zu "
                ".x{overflow:visible;max-height:none;padding:14px}",
                width > LAYOUT_NARROW ? width : LAYOUT_NARROW + 1, number);
    add_head(out, grid, layout, number, "var(--nav)");
    text_add(out, "}\n");
    if (layout->board) {
        add_tablet(out, width - AROUND_PX, number);
    }
    add_narrow_column(out, grid, layout, number);
}

/* ---- paper ---- */

static const double MILLIMETRES = 25.4; /* an inch */

/* A header or footer, in which {page} and {pages} stand for numbers. */
static void add_margin_text(struct text *out, const char *box, const char *text)
{
    static const char *const marks[] = {"{page}", "{pages}"};
    static const char *const counters[] = {" counter(page) ", " counter(pages) "};
    if (text == NULL || *text == '\0') {
        return;
    }
    text_format(out, "@%s{content:", box);
    for (const char *at = text; *at != '\0';) {
        size_t length = 0;
        int mark = -1;
        for (; at[length] != '\0' && mark < 0; length += mark < 0) {
            mark = strncmp(at + length, marks[0], 6) == 0   ? 0
                   : strncmp(at + length, marks[1], 7) == 0 ? 1
                                                            : -1;
        }
        html_text_style(out, at, length);
        at += length;
        if (mark >= 0) {
            text_add(out, counters[mark]);
            at += strlen(marks[mark]);
        }
    }
    text_add(out, "}");
}

static void add_margin(struct text *out, double inches)
{
    html_text_number(out, inches * MILLIMETRES);
    text_add(out, "mm ");
}

void html_style_paper(struct text *out, const struct html_sheet *sheet, size_t number,
                      const struct html_extent *extent)
{
    const struct page *page = html_paper_page(sheet);
    text_format(out, "@page s%zu{size:A4 %s;margin:", number,
                page->landscape ? "landscape" : "portrait");
    add_margin(out, page->top);
    add_margin(out, page->right);
    add_margin(out, page->bottom);
    add_margin(out, page->left);
    text_add(out, ";font:8pt sans-serif;color:#6b7280;");
    add_margin_text(out, "top-left", page->header_left);
    add_margin_text(out, "top-center", page->header_center);
    add_margin_text(out, "top-right", page->header_right);
    add_margin_text(out, "bottom-left", page->footer_left);
    add_margin_text(out, "bottom-center", page->footer_center);
    add_margin_text(out, "bottom-right", page->footer_right);
    /* the rows say it, too: Firefox forgets what a section says after two pages */
    text_format(out, "}\n@media print{#s%zu,#s%zu tr{page:s%zu}#s%zu .x{zoom:", number, number,
                number, number);
    html_text_number(out, floor(html_paper_zoom(page, extent) * 100) / 100);
    text_add_byte(out, '}');
    text_format(out, "#s%zu .g{margin:0 %s}}\n", number, page->center ? "auto" : "0");
}
