/* workbook_handle: what the workbook modules share about one workbook that is being drawn.
 *
 * Private to workbook.c and the workbook_….c files beside it, which between them are the only meeting
 * place with libxlsxwriter. The library prints to standard error where a call fails and lets some bad
 * input through, so every module checks before it calls, and checks the answer all the same. */
#ifndef SPBE_WORKBOOK_HANDLE_H
#define SPBE_WORKBOOK_HANDLE_H

#include "arena.h"
#include "error.h"
#include "sheet_library.h"
#include "text.h"
#include "workbook_type.h"

#include <xlsxwriter.h>

enum { WORKBOOK_STYLE_SLOTS = 1024 };

/* A style as drawn, under its name. */
struct workbook_style_entry {
    const char *name;
    size_t length;
    struct style style;
    lxw_format *format;
};

struct workbook_sheet {
    const char *name;
    lxw_worksheet *sheet;
    struct area *taken; /* merged ranges and tables, which must not overlap */
    size_t taken_count;
    bool hidden, active;
};

/* A sheet or a defined name that a formula mentions; checked when all is drawn. */
struct workbook_mention {
    const char *name;
    size_t length;
    bool sheet;
    int64_t at; /* where it was first */
};

struct workbook {
    lxw_workbook *book; /* NULL once the library has closed it */
    char *path, *temporary;
    struct arena arena; /* names */
    struct workbook_sheet *sheets;
    size_t sheet_count;
    struct workbook_style_entry *styles;
    size_t style_count;
    uint16_t style_slots[WORKBOOK_STYLE_SLOTS]; /* position + 1 by hash; 0 = free */
    struct workbook_mention *mentions;
    size_t mention_count;
    const char **names; /* defined names and tables */
    size_t name_count;
    size_t cells, text_bytes; /* drawn so far */
    size_t ranges, charts, images;
    int64_t created;         /* seconds since 1970 */
    struct text clean, more; /* texts on their way to the library */
    int64_t at;              /* of the drawing command at hand; -1 when not known */
};

/* True when the library did what it was asked; else fails with WORKBOOK_LIBRARY. */
bool workbook_accept(lxw_error answer, struct error *err);

/* The sheet at a position; fails with WORKBOOK_SHEET. */
bool workbook_sheet_at(struct workbook *workbook, size_t position, struct workbook_sheet **sheet,
                       struct error *err);

/* Checks that an area lies within the grid, its corners in order; fails with WORKBOOK_PLACE. */
bool workbook_check_area(const struct area *area, struct error *err);

/* Checks a formula, or a reference where `reference` says so, and remembers what it mentions; *out is
 * NUL-terminated and valid until the next call. */
bool workbook_formula(struct workbook *workbook, const char *bytes, size_t length, bool reference,
                      const char **out, struct error *err);

/* Takes an area for a merged range or a table; fails with WORKBOOK_OVERLAP. */
bool workbook_take_area(struct workbook *workbook, const struct area *area, struct error *err);

/* Takes a name for a range or a table, once; *out is NUL-terminated, valid as long as the workbook. */
bool workbook_take_name(struct workbook *workbook, const char *bytes, size_t length,
                        const char **out, struct error *err);

/* Counts one more of something that LIMIT_… bounds; fails with WORKBOOK_MANY. */
bool workbook_count(size_t *count, size_t more, size_t limit, struct error *err);

#endif
