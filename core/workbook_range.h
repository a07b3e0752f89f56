/* workbook_range: what is laid over ranges of cells: merged cells, tables, filters, choices, conditions,
 * and the names of ranges. */
#ifndef SPBE_WORKBOOK_RANGE_H
#define SPBE_WORKBOOK_RANGE_H

#include "workbook.h"

/* Titles and messages of a choice, in UTF-16 units. */
enum { CHOICE_TITLE_UNITS = 32, CHOICE_MESSAGE_UNITS = 255, TABLE_COLUMNS = 256 };

/* Makes one cell of an area, with a text in it; not of a single cell, and not over another one. */
bool workbook_merge(struct workbook *workbook, const struct area *area, const char *bytes,
                    size_t length, const struct style_name *style, struct error *err);

/* A table, which programs and screen readers know by its name; its first row is the header. */
struct table_look {
    const char *name; /* gate_name */
    size_t name_length;
    const char *const *columns; /* headings, one a column of the area, all different, none empty */
    size_t column_count;
    const struct style_name *header; /* of the headings; may be NULL */
    bool filter;                     /* with buttons to filter by */
};
/* Lays a table over an area of at least two rows. Writes the headings; the cells below are written as
 * any others. */
bool workbook_table(struct workbook *workbook, const struct area *area,
                    const struct table_look *look, struct error *err);

/* Buttons to filter by in the first row of an area; one a sheet. */
bool workbook_filter(struct workbook *workbook, const struct area *area, struct error *err);

/* What may be typed into cells. */
struct choice {
    const char *list; /* a reference to the cells that hold the allowed texts, or NULL */
    size_t list_length;
    double least, most;                      /* else a number between these */
    bool whole;                              /* a whole one */
    bool date;                               /* a day, counted from 30 December 1899 */
    bool warn;                               /* something else may be typed after a warning */
    const char *title, *message;             /* shown when the cell is entered; NULL = nothing */
    const char *error_title, *error_message; /* shown when something else is typed */
};
/* Lets an area take only what the choice allows; empty is always allowed. */
bool workbook_choice(struct workbook *workbook, const struct area *area,
                     const struct choice *choice, struct error *err);

enum condition_kind {
    CONDITION_FORMULA, /* a formula that is true of the cell; relative to the area's first cell */
    CONDITION_EQUAL,   /* the cell holds this text */
    CONDITION_BETWEEN, /* the cell holds a number from `least` to `most` */
    CONDITION_BAR,     /* a bar from `least` to `most` behind the number */
    CONDITION_SCALE    /* a colour from `low` at `least` to `high` at `most` */
};
/* How cells look depending on what they hold. */
struct condition {
    enum condition_kind kind;
    const char *text; /* formula, or text */
    size_t length;
    double least, most;
    int32_t low, high;              /* colours 0xRRGGBB; the bar has `high` */
    const struct style_name *style; /* of the cells that match, for the first three kinds */
};
/* Makes the looks of an area depend on what its cells hold. */
bool workbook_condition(struct workbook *workbook, const struct area *area,
                        const struct condition *condition, struct error *err);

/* Gives a range a name that formulas can use. */
bool workbook_define(struct workbook *workbook, const char *name, size_t length,
                     const char *reference, size_t reference_length, struct error *err);

#endif
