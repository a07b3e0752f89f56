#include "html_style.h"

#include "html_text.h"

#include <math.h>

/* The page itself: quiet, with the letters that the reader's machine has. On a screen each sheet is a
 * panel that scrolls sideways where it is wider than the screen; on paper only the sheets are seen. */
static const char page_rules[] =
    ":root{color-scheme:light}"
    "*{box-sizing:border-box}"
    "html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-behavior:smooth;"
    "scroll-padding-top:3.5rem}"
    "body{margin:0;background:#eef1f5;color:#1f2937;"
    "font:13px/1.35 \"Helvetica Neue\",Arial,\"Liberation "
    "Sans\",Arimo,Roboto,sans-serif;font-variant-numeric:tabular-nums}"
    "nav{position:sticky;top:0;z-index:2;background:#14365c;overflow-x:auto}"
    "nav ul{display:flex;gap:.25rem;margin:0 auto;padding:0 "
    ".75rem;list-style:none;max-width:1200px}"
    "nav a{display:block;padding:.8rem .7rem;color:#fff;text-decoration:none;white-space:nowrap;"
    "font-size:14px}"
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
    ".n{text-align:right;white-space:nowrap;overflow-wrap:normal}"
    "td a{color:inherit;text-decoration:underline;text-underline-offset:2px}"
    ".v{writing-mode:vertical-rl}"
    ".u{transform:rotate(180deg)}"
    "figure{margin:0;white-space:normal}"
    "td.f{vertical-align:top;text-align:center;overflow-wrap:normal}"
    "svg,img{display:block;max-width:100%;height:auto;margin:0 auto}"
    "details{text-align:left;font-size:12px;color:#4b5563}"
    "summary{cursor:pointer;padding:.35rem 0}"
    "details td,details th{padding:.15rem .5rem;border-bottom:1px solid #d5dbe3}"
    "footer{margin-top:1.2rem;font-size:12px;color:#4b5563}"
    "@media print{"
    "html,body{background:#fff}"
    "*{-webkit-print-color-adjust:exact;print-color-adjust:exact}"
    "nav,h2,footer,details,.p{display:none}"
    "main{max-width:none;padding:0;margin:0}"
    "section{width:auto;max-width:none;margin:0;break-before:page}"
    "section:first-of-type{break-before:auto}"
    ".g{width:var(--w)!important}"
    ".x{overflow:visible;padding:0;border-radius:0;box-shadow:none}"
    "tr,figure{break-inside:avoid}"
    "thead{display:table-header-group}"
    ".b{break-before:page}"
    "td a{text-decoration:none}"
    "}";

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

void html_style_add(struct text *out, const struct html_book *book)
{
    const struct style *styles = book->styles.items;
    text_add(out, page_rules);
    text_add_byte(out, '\n');
    for (size_t i = 0; i < book->styles.count; i++) {
        add_style(out, &styles[i], 's', i + 1);
    }
    for (size_t i = 0; i < book->styles.count; i++) {
        add_style(out, &styles[i], 'k', i + 1);
    }
}

/* ---- paper ---- */

enum { A4_WIDTH = 210, A4_HEIGHT = 297 }; /* millimetres */
static const double MILLIMETRES = 25.4;   /* an inch */
static const double PIXELS = 96;          /* an inch */
static const double SPARE = 0.985;        /* letters differ from machine to machine */

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

/* How much a sheet is shrunk so that it fits. */
static double shrink(const struct page *page, const struct html_extent *extent)
{
    double across = (page->landscape ? A4_HEIGHT : A4_WIDTH) / MILLIMETRES;
    double down = (page->landscape ? A4_WIDTH : A4_HEIGHT) / MILLIMETRES;
    double width =
        (across - page->left - page->right) * PIXELS * (page->fit_width > 1 ? page->fit_width : 1);
    double height = (down - page->top - page->bottom) * PIXELS * page->fit_height;
    double zoom = extent->width > width ? width / extent->width : 1;
    if (page->fit_height > 0 && extent->height * zoom > height * SPARE) {
        zoom = height * SPARE / extent->height;
    }
    return zoom;
}

void html_style_paper(struct text *out, const struct html_sheet *sheet, size_t number,
                      const struct html_extent *extent)
{
    static const struct page plain = {.left = 0.6, .right = 0.6, .top = 0.6, .bottom = 0.7};
    const struct page *page = sheet->has_page ? &sheet->page : &plain;
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
    text_format(out, "}\n@media print{#s%zu{page:s%zu}#s%zu .x{zoom:", number, number, number);
    html_text_number(out, floor(shrink(page, extent) * 100) / 100);
    text_add_byte(out, '}');
    text_format(out, "#s%zu .g{margin:0 %s}}\n", number, page->center ? "auto" : "0");
}
