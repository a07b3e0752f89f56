/* drawing: the language in which a template says what to draw.
 *
 * Three tables, each the only list of its kind: the commands that a template can give, the options that
 * some of them take, and the functions that only calculate. The worker registers its Lua functions from
 * them, the program reads commands by them, `spbe help template` is printed from them.
 *
 * A command travels as a JSON list: its number, its place (see drawing_place), then its arguments in the
 * order of `shape`; an argument left out is null. The letters of a shape:
 *
 *     s  the sheet whose method it is      w  another sheet          r  a row, from 1
 *     c  a column, from 1                  t  a text                 n  a number
 *     f  a formula or reference            v  a number or a text     k  the name of a style
 *     o  options, or a list                m  a list of texts, numbers, and false for blank cells
 *     j  a style's name or a list of them  ?  what follows may be left out
 */
#ifndef SPBE_DRAWING_H
#define SPBE_DRAWING_H

#include "error.h"
#include "lang.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

enum { DRAWING_ARGUMENTS = 8 }; /* most letters of a shape */

/* One row a command: enum name, Lua name, shape, how it is called, which options it takes, meaning. */
/* clang-format off */
#define DRAWING_COMMANDS(row)                                                                      \
    row(DRAW_ABOUT, "about", "t?t", "about(title [, subject])", OPTIONS_NONE,                      \
        N_("names the workbook in its file properties"))                                           \
    row(DRAW_STYLE, "style", "to", "style(name, options)", OPTIONS_STYLE,                          \
        N_("defines how cells look, under a name"))                                                \
    row(DRAW_SHEET, "sheet", "t", "sheet(name) → sheet", OPTIONS_NONE,                             \
        N_("adds a sheet behind the others"))                                                      \
    row(DRAW_DEFINE, "define", "tf", "define(name, reference)", OPTIONS_NONE,                      \
        N_("gives a range a name that formulas can use"))                                          \
    row(DRAW_TEXT, "text", "srct?k", "sheet:text(row, column, text [, style])", OPTIONS_NONE,      \
        N_("writes a text; it never becomes a formula"))                                           \
    row(DRAW_NUMBER, "number", "srcn?k", "sheet:number(row, column, number [, style])",            \
        OPTIONS_NONE, N_("writes a number; an exact text such as \"7/6\" is taken too"))           \
    row(DRAW_FORMULA, "formula", "srcfv?k", "sheet:formula(row, column, formula, value [, style])", \
        OPTIONS_NONE, N_("writes a formula with the value that it has"))                           \
    row(DRAW_CELLS, "cells", "srcm?j", "sheet:cells(row, column, values [, styles])",              \
        OPTIONS_NONE, N_("writes a row of texts and numbers (false: blank) from a column on; styles is one name or a list")) \
    row(DRAW_BLANK, "blank", "src?k", "sheet:blank(row, column [, style])", OPTIONS_NONE,          \
        N_("gives a cell a style without contents"))                                               \
    row(DRAW_FILL, "fill", "srcrc?k", "sheet:fill(row, column, last_row, last_column [, style])",  \
        OPTIONS_NONE, N_("gives an area a style without contents"))                                \
    row(DRAW_MERGE, "merge", "srcrct?k",                                                           \
        "sheet:merge(row, column, last_row, last_column, text [, style])", OPTIONS_NONE,           \
        N_("makes one cell of an area, with a text; a number or formula may be written over it"))  \
    row(DRAW_LINK, "link", "srcwrct?k",                                                            \
        "sheet:link(row, column, to_sheet, to_row, to_column, text [, style])", OPTIONS_NONE,      \
        N_("writes a text that leads to another cell of the workbook"))                            \
    row(DRAW_WEB, "web", "srctt?k", "sheet:web(row, column, address, text [, style])", OPTIONS_NONE, \
        N_("writes a text that leads to a page of the web or a mailbox: https://, http:// or mailto:, nothing else; \"\" shows the address")) \
    row(DRAW_COLUMNS, "columns", "sccn?o", "sheet:columns(first, last, width [, options])",        \
        OPTIONS_LINE, N_("sets the width of columns, in characters"))                              \
    row(DRAW_ROW, "row", "srn?o", "sheet:row(row, height [, options])", OPTIONS_LINE,              \
        N_("sets the height of a row, in points"))                                                 \
    row(DRAW_TABLE, "table", "srcrco", "sheet:table(row, column, last_row, last_column, options)", \
        OPTIONS_TABLE, N_("lays a named table over an area; its first row holds the headings"))    \
    row(DRAW_FILTER, "filter", "srcrc", "sheet:filter(row, column, last_row, last_column)",        \
        OPTIONS_NONE, N_("adds buttons to filter by to the first row of an area"))                 \
    row(DRAW_CHOICE, "choice", "srcrco",                                                           \
        "sheet:choice(row, column, last_row, last_column, options)", OPTIONS_CHOICE,               \
        N_("lets cells take only certain texts or numbers"))                                       \
    row(DRAW_CONDITION, "condition", "srcrco",                                                     \
        "sheet:condition(row, column, last_row, last_column, options)", OPTIONS_CONDITION,         \
        N_("makes cells look different by what they hold"))                                        \
    row(DRAW_CHART, "chart", "srco", "sheet:chart(row, column, options)", OPTIONS_CHART,           \
        N_("puts a chart on the sheet"))                                                           \
    row(DRAW_IMAGE, "image", "srct?o", "sheet:image(row, column, file [, options])",               \
        OPTIONS_IMAGE, N_("puts a picture (PNG, beside the template) on the sheet"))               \
    row(DRAW_VIEW, "view", "so", "sheet:view(options)", OPTIONS_VIEW,                              \
        N_("says how the sheet stands on the screen"))                                             \
    row(DRAW_PAGE, "page", "so", "sheet:page(options)", OPTIONS_PAGE,                              \
        N_("says how the sheet is printed, on A4"))                                                \
    row(DRAW_BREAKS, "breaks", "so", "sheet:breaks(rows)", OPTIONS_NONE,                           \
        N_("ends a printed page before each row of a list"))                                       \
    row(DRAW_PROTECT, "protect", "s", "sheet:protect()", OPTIONS_NONE,                             \
        N_("keeps all cells from change but those of an unlocked style"))

/* One row a function that only calculates: Lua name, how it is called, meaning. */
#define DRAWING_FUNCTIONS(row)                                                                     \
    row("include", "include(name) → value",                                                        \
        N_("runs another file, beside the template or of the program's own, and gives its value")) \
    row("rows", "rows() → list",                                                                    \
        N_("the next page of the rows behind the document, a list; false when there are no more")) \
    row("_", "_(text) → text", N_("the text in the reader's language"))                            \
    row("exact", "exact(text) → number", N_("the number of an exact text such as \"2.9795\" or \"7/6\"")) \
    row("decimal", "decimal(text [, places]) → text",                                              \
        N_("a number for people: rounded half up, with the decimal sign of the reader's language")) \
    row("ref", "ref(row, column [, last_row, last_column]) → text", N_("\"B3\" or \"B3:C9\""))     \
    row("fixed", "fixed(row, column [, last_row, last_column]) → text",                            \
        N_("\"$B$3\" or \"$B$3:$C$9\""))                                                           \
    row("at", "at(sheet, row, column [, last_row, last_column]) → text",                           \
        N_("\"'Data'!$B$3\" or \"'Data'!$B$3:$C$9\", for formulas of other sheets"))               \
    row("quote", "quote(text) → text", N_("the text as a formula holds it, in quotes"))            \
    row("is_address", "is_address(text) → boolean",                                                \
        N_("whether sheet:web takes the text as an address; for texts that somebody typed"))       \
    row("lines", "lines(text, width [, size [, bold]]) → number",                                  \
        N_("how many lines a text takes in a column of that width, in letters of that size"))      \
    row("cut", "cut(text, characters) → text", N_("the text; where it is longer, shortened with a mark at its end"))

enum option_type { OPTION_FLAG, OPTION_NUMBER, OPTION_TEXT, OPTION_COLOR, OPTION_ANY };

/* Options, one row each: enum name, key, type, meaning. */
#define STYLE_OPTIONS(row)                                                                         \
    row(STYLE_BASE, "base", OPTION_TEXT, N_("the style that this one starts from"))                \
    row(STYLE_FONT, "font", OPTION_TEXT, N_("name of the letters"))                                \
    row(STYLE_SIZE, "size", OPTION_NUMBER, N_("of the letters, in points"))                        \
    row(STYLE_BOLD, "bold", OPTION_FLAG, N_("heavy letters"))                                      \
    row(STYLE_ITALIC, "italic", OPTION_FLAG, N_("leaning letters"))                                \
    row(STYLE_UNDERLINE, "underline", OPTION_FLAG, N_("a line below the letters"))                 \
    row(STYLE_COLOR, "color", OPTION_COLOR, N_("of the letters, \"#RRGGBB\""))                     \
    row(STYLE_FILL, "fill", OPTION_COLOR, N_("of the cell"))                                       \
    row(STYLE_FORMAT, "format", OPTION_TEXT, N_("of numbers, such as \"0.00\""))                   \
    row(STYLE_ALIGN, "align", OPTION_TEXT, N_("left, center, right, fill, across"))                \
    row(STYLE_VALIGN, "valign", OPTION_TEXT, N_("top, middle, bottom"))                            \
    row(STYLE_WRAP, "wrap", OPTION_FLAG, N_("long texts go on in the next line"))                  \
    row(STYLE_INDENT, "indent", OPTION_NUMBER, N_("0 to 15"))                                      \
    row(STYLE_ROTATION, "rotation", OPTION_NUMBER, N_("degrees, -90 to 90"))                       \
    row(STYLE_LINE, "line", OPTION_TEXT,                                                           \
        N_("around the cell: none, thin, medium, thick, hair, dotted, double"))                    \
    row(STYLE_TOP, "top", OPTION_TEXT, N_("the line above, likewise"))                             \
    row(STYLE_BOTTOM, "bottom", OPTION_TEXT, N_("the line below"))                                 \
    row(STYLE_LEFT, "left", OPTION_TEXT, N_("the line on the left"))                               \
    row(STYLE_RIGHT, "right", OPTION_TEXT, N_("the line on the right"))                            \
    row(STYLE_LINE_COLOR, "line_color", OPTION_COLOR, N_("of all these lines"))                    \
    row(STYLE_UNLOCKED, "unlocked", OPTION_FLAG, N_("can be changed in a protected sheet"))

#define LINE_OPTIONS(row)                                                                          \
    row(LINE_HIDDEN, "hidden", OPTION_FLAG, N_("not shown"))

#define TABLE_OPTIONS(row)                                                                         \
    row(TABLE_NAME, "name", OPTION_TEXT, N_("what formulas and screen readers call it"))           \
    row(TABLE_COLUMNS_LIST, "columns", OPTION_ANY, N_("the headings, a list"))                     \
    row(TABLE_HEADER, "header", OPTION_TEXT, N_("the style of the headings"))                      \
    row(TABLE_FILTER, "filter", OPTION_FLAG, N_("with buttons to filter by"))

#define CHOICE_OPTIONS(row)                                                                        \
    row(CHOICE_LIST, "list", OPTION_TEXT, N_("a reference to the cells with the allowed texts"))   \
    row(CHOICE_LEAST, "least", OPTION_NUMBER, N_("else the smallest number"))                      \
    row(CHOICE_MOST, "most", OPTION_NUMBER, N_("and the largest"))                                 \
    row(CHOICE_WHOLE, "whole", OPTION_FLAG, N_("whole numbers only"))                              \
    row(CHOICE_DATE, "date", OPTION_FLAG, N_("days only; least and most count from 30 December 1899")) \
    row(CHOICE_WARN, "warn", OPTION_FLAG, N_("who types something else is warned, and may go on")) \
    row(CHOICE_TITLE, "title", OPTION_TEXT, N_("shown when the cell is entered (32 characters)"))  \
    row(CHOICE_MESSAGE, "message", OPTION_TEXT, N_("below that title (255 characters)"))           \
    row(CHOICE_ERROR_TITLE, "error_title", OPTION_TEXT, N_("shown when something else is typed"))  \
    row(CHOICE_ERROR_MESSAGE, "error_message", OPTION_TEXT, N_("below that title"))

#define CONDITION_OPTIONS(row)                                                                     \
    row(CONDITION_KEY_FORMULA, "formula", OPTION_TEXT,                                             \
        N_("true of the cells that match; written for the first cell"))                            \
    row(CONDITION_KEY_EQUAL, "equal", OPTION_TEXT, N_("the cells that hold this text"))            \
    row(CONDITION_LEAST, "least", OPTION_NUMBER, N_("the cells that hold a number from this one")) \
    row(CONDITION_MOST, "most", OPTION_NUMBER, N_("to this one"))                                  \
    row(CONDITION_STYLE, "style", OPTION_TEXT, N_("how they then look"))                           \
    row(CONDITION_KEY_BAR, "bar", OPTION_COLOR, N_("a bar behind the number, from least to most")) \
    row(CONDITION_LOW, "low", OPTION_COLOR, N_("the colour of least; with high, a scale"))         \
    row(CONDITION_HIGH, "high", OPTION_COLOR, N_("the colour of most"))

#define CHART_OPTIONS(row)                                                                         \
    row(CHART_KIND, "kind", OPTION_TEXT,                                                           \
        N_("area, bar, bar_stacked, column, column_stacked, doughnut, line, pie, radar, "          \
           "radar_filled, scatter"))                                                               \
    row(CHART_TITLE, "title", OPTION_TEXT, N_("above it"))                                         \
    row(CHART_DESCRIPTION, "description", OPTION_TEXT, N_("what a screen reader says instead"))    \
    row(CHART_FONT, "font", OPTION_TEXT, N_("name of its letters"))                                \
    row(CHART_WIDTH, "width", OPTION_NUMBER, N_("pixels"))                                         \
    row(CHART_HEIGHT, "height", OPTION_NUMBER, N_("pixels"))                                       \
    row(CHART_X, "x", OPTION_NUMBER, N_("pixels to the right of the cell's corner"))               \
    row(CHART_Y, "y", OPTION_NUMBER, N_("pixels below it"))                                        \
    row(CHART_LEGEND, "legend", OPTION_TEXT, N_("none, right, left, top, bottom"))                 \
    row(CHART_GAP, "gap", OPTION_NUMBER, N_("between bars, percent of their width"))               \
    row(CHART_OVERLAP, "overlap", OPTION_NUMBER, N_("of bars, percent"))                           \
    row(CHART_HOLE, "hole", OPTION_NUMBER, N_("of a doughnut, percent"))                           \
    row(CHART_CATEGORY, "category", OPTION_ANY, N_("the axis of the names, see below"))            \
    row(CHART_VALUE, "value", OPTION_ANY, N_("the axis of the numbers"))                           \
    row(CHART_SERIES_LIST, "series", OPTION_ANY, N_("a list of what is drawn, see below"))

#define SERIES_OPTIONS(row)                                                                        \
    row(SERIES_NAME, "name", OPTION_TEXT, N_("a text, or a reference to one"))                     \
    row(SERIES_CATEGORIES, "categories", OPTION_TEXT, N_("a reference to the names"))              \
    row(SERIES_VALUES, "values", OPTION_TEXT, N_("a reference to the numbers"))                    \
    row(SERIES_COLOR, "color", OPTION_COLOR, N_("of its line or its bars"))                        \
    row(SERIES_LINE, "line", OPTION_NUMBER, N_("width of its line, in points"))                    \
    row(SERIES_DASHED, "dashed", OPTION_FLAG, N_("a broken line"))                                 \
    row(SERIES_MARKER, "marker", OPTION_FLAG, N_("dots on the line"))                              \
    row(SERIES_TRANSPARENCY, "transparency", OPTION_NUMBER, N_("of its area, percent"))            \
    row(SERIES_INVISIBLE, "invisible", OPTION_FLAG,                                                \
        N_("takes its room and is not drawn, nor in the legend: the base of a waterfall"))         \
    row(SERIES_LABELS, "labels", OPTION_FLAG, N_("the numbers beside the points"))                 \
    row(SERIES_LABEL_FORMAT, "label_format", OPTION_TEXT, N_("how these numbers are written"))     \
    row(SERIES_LABEL_COLOR, "label_color", OPTION_COLOR, N_("and their colour"))                   \
    row(SERIES_POINTS, "points", OPTION_ANY, N_("a list of colours, one a point"))

#define AXIS_OPTIONS(row)                                                                          \
    row(AXIS_HIDDEN, "hidden", OPTION_FLAG, N_("not shown"))                                       \
    row(AXIS_GRIDLINES, "gridlines", OPTION_FLAG, N_("lines across the chart"))                    \
    row(AXIS_REVERSE, "reverse", OPTION_FLAG, N_("the other way round"))                           \
    row(AXIS_LEAST, "least", OPTION_NUMBER, N_("where it begins"))                                 \
    row(AXIS_MOST, "most", OPTION_NUMBER, N_("where it ends"))                                     \
    row(AXIS_STEP, "step", OPTION_NUMBER, N_("between its marks"))                                 \
    row(AXIS_FORMAT, "format", OPTION_TEXT, N_("of its numbers"))                                  \
    row(AXIS_SIZE, "size", OPTION_NUMBER, N_("of its letters, in points"))

#define IMAGE_OPTIONS(row)                                                                         \
    row(IMAGE_SCALE, "scale", OPTION_NUMBER, N_("1 = as it is"))                                   \
    row(IMAGE_DESCRIPTION, "description", OPTION_TEXT, N_("what a screen reader says instead"))

#define VIEW_OPTIONS(row)                                                                          \
    row(VIEW_ROW, "freeze_row", OPTION_NUMBER, N_("the first row that moves"))                     \
    row(VIEW_COLUMN, "freeze_column", OPTION_NUMBER, N_("the first column that moves"))            \
    row(VIEW_GRIDLINES, "gridlines", OPTION_FLAG, N_("lines between cells"))                       \
    row(VIEW_HIDDEN, "hidden", OPTION_FLAG, N_("the sheet is not shown"))                          \
    row(VIEW_ACTIVE, "active", OPTION_FLAG, N_("the sheet is opened first"))                       \
    row(VIEW_ZOOM, "zoom", OPTION_NUMBER, N_("percent"))                                           \
    row(VIEW_TAB, "tab", OPTION_COLOR, N_("of the sheet's tab"))

#define PAGE_OPTIONS(row)                                                                          \
    row(PAGE_LANDSCAPE, "landscape", OPTION_FLAG, N_("lying paper"))                               \
    row(PAGE_CENTER, "center", OPTION_FLAG, N_("in the middle of the paper"))                      \
    row(PAGE_LEFT, "left", OPTION_NUMBER, N_("margin, in millimetres"))                            \
    row(PAGE_RIGHT, "right", OPTION_NUMBER, N_("margin"))                                          \
    row(PAGE_TOP, "top", OPTION_NUMBER, N_("margin"))                                              \
    row(PAGE_BOTTOM, "bottom", OPTION_NUMBER, N_("margin"))                                        \
    row(PAGE_FIT_WIDTH, "fit_width", OPTION_NUMBER, N_("shrunk to so many pages across"))          \
    row(PAGE_FIT_HEIGHT, "fit_height", OPTION_NUMBER, N_("and so many down; 0 = as many as needed")) \
    row(PAGE_REPEAT_FIRST, "repeat_first", OPTION_NUMBER, N_("rows printed at the top of each page")) \
    row(PAGE_REPEAT_LAST, "repeat_last", OPTION_NUMBER, N_("the last of these"))                   \
    row(PAGE_AREA, "area", OPTION_ANY, N_("what is printed: {row, column, last_row, last_column}")) \
    row(PAGE_HEADER_LEFT, "header_left", OPTION_TEXT, N_("above; {page} and {pages} are numbers")) \
    row(PAGE_HEADER_CENTER, "header_center", OPTION_TEXT, N_("likewise"))                          \
    row(PAGE_HEADER_RIGHT, "header_right", OPTION_TEXT, N_("likewise"))                            \
    row(PAGE_FOOTER_LEFT, "footer_left", OPTION_TEXT, N_("below"))                                 \
    row(PAGE_FOOTER_CENTER, "footer_center", OPTION_TEXT, N_("likewise"))                          \
    row(PAGE_FOOTER_RIGHT, "footer_right", OPTION_TEXT, N_("likewise"))

/* One row a set of options: enum name, its table above, heading of its page of help. */
#define OPTION_SETS(row)                                                                           \
    row(OPTIONS_STYLE, STYLE_OPTIONS, "style")                                                     \
    row(OPTIONS_LINE, LINE_OPTIONS, "sheet:columns, sheet:row")                                    \
    row(OPTIONS_TABLE, TABLE_OPTIONS, "sheet:table")                                               \
    row(OPTIONS_CHOICE, CHOICE_OPTIONS, "sheet:choice")                                            \
    row(OPTIONS_CONDITION, CONDITION_OPTIONS, "sheet:condition")                                   \
    row(OPTIONS_CHART, CHART_OPTIONS, "sheet:chart")                                               \
    row(OPTIONS_SERIES, SERIES_OPTIONS, "sheet:chart, series")                                     \
    row(OPTIONS_AXIS, AXIS_OPTIONS, "sheet:chart, category, value")                                \
    row(OPTIONS_IMAGE, IMAGE_OPTIONS, "sheet:image")                                               \
    row(OPTIONS_VIEW, VIEW_OPTIONS, "sheet:view")                                                  \
    row(OPTIONS_PAGE, PAGE_OPTIONS, "sheet:page")
/* clang-format on */

enum option_set {
#define OPTION_SET_ENUM(name, options, heading) name,
    OPTION_SETS(OPTION_SET_ENUM)
#undef OPTION_SET_ENUM
        OPTIONS_NONE
};

#define OPTION_ENUM(name, key, type, meaning) name,
enum style_option { STYLE_OPTIONS(OPTION_ENUM) STYLE_OPTION_COUNT };
enum line_option { LINE_OPTIONS(OPTION_ENUM) LINE_OPTION_COUNT };
enum table_option { TABLE_OPTIONS(OPTION_ENUM) TABLE_OPTION_COUNT };
enum choice_option { CHOICE_OPTIONS(OPTION_ENUM) CHOICE_OPTION_COUNT };
enum condition_option { CONDITION_OPTIONS(OPTION_ENUM) CONDITION_OPTION_COUNT };
enum chart_option { CHART_OPTIONS(OPTION_ENUM) CHART_OPTION_COUNT };
enum series_option { SERIES_OPTIONS(OPTION_ENUM) SERIES_OPTION_COUNT };
enum axis_option { AXIS_OPTIONS(OPTION_ENUM) AXIS_OPTION_COUNT };
enum image_option { IMAGE_OPTIONS(OPTION_ENUM) IMAGE_OPTION_COUNT };
enum view_option { VIEW_OPTIONS(OPTION_ENUM) VIEW_OPTION_COUNT };
enum page_option { PAGE_OPTIONS(OPTION_ENUM) PAGE_OPTION_COUNT };
#undef OPTION_ENUM

enum { DRAWING_OPTIONS = 24 }; /* at least as many as any set has */

enum drawing_command {
#define DRAWING_COMMAND_ENUM(name, lua, shape, call, options, meaning) name,
    DRAWING_COMMANDS(DRAWING_COMMAND_ENUM)
#undef DRAWING_COMMAND_ENUM
        DRAWING_COMMAND_COUNT
};

struct drawing_command_row {
    const char *name, *shape, *call;
    enum option_set options;
    const char *meaning;
};
/* By command. */
extern const struct drawing_command_row drawing_commands[DRAWING_COMMAND_COUNT];

struct drawing_option_row {
    const char *key;
    enum option_type type;
    const char *meaning;
};
/* The options of a set, ended by a row without key. */
const struct drawing_option_row *drawing_options(enum option_set set);

/* Lines of a file that a place can tell apart. */
enum { DRAWING_LINES = 1 << 20 };
/* A place as it travels: which file of the template (0 = the template itself, then in the order in which
 * they were included), and the line. */
int64_t drawing_place(unsigned file, int line);

/* Writes the reference of all commands, options and functions, in the reader's language. */
void drawing_help(FILE *out);

#endif
