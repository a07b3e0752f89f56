#include "workbook.h"

#include "file.h"
#include "gate.h"
#include "limit.h"
#include "memory.h"
#include "message.h"
#include "web_address.h"
#include "workbook_handle.h"
#include "workbook_style.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { PROPERTY_UNITS = 255, LINK_BYTES = 200 };

/* ---- shared with the modules beside this one ---- */

bool workbook_accept(lxw_error answer, struct error *err)
{
    return answer == LXW_NO_ERROR ||
           error_set(err, M_WORKBOOK_LIBRARY, NULL, sheet_library()->lxw_strerror(answer));
}

bool workbook_count(size_t *count, size_t more, size_t limit, struct error *err)
{
    if (more > limit || *count > limit - more) {
        return error_set(err, M_WORKBOOK_MANY, NULL, limit);
    }
    *count += more;
    return true;
}

bool workbook_sheet_at(struct workbook *workbook, size_t position, struct workbook_sheet **sheet,
                       struct error *err)
{
    if (position >= workbook->sheet_count) {
        return error_set(err, M_WORKBOOK_SHEET, NULL);
    }
    *sheet = &workbook->sheets[position];
    return true;
}

bool workbook_check_area(const struct area *area, struct error *err)
{
    bool good = area->row <= area->last_row && area->column <= area->last_column &&
                area->last_row < GATE_ROWS && area->last_column < GATE_COLUMNS;
    return good || error_set(err, M_WORKBOOK_PLACE, NULL);
}

/* Remembers a sheet or name that a formula mentions, once. */
static void remember(void *context, bool sheet, const char *name, size_t length)
{
    struct workbook *workbook = context;
    for (size_t i = 0; i < workbook->mention_count; i++) {
        const struct workbook_mention *known = &workbook->mentions[i];
        if (known->sheet == sheet && known->length == length &&
            strncasecmp(known->name, name, length) == 0) {
            return;
        }
    }
    if (workbook->mention_count > LIMIT_WORKBOOK_NAMES + LIMIT_WORKBOOK_SHEETS) {
        return; /* more than can be there: one of those remembered is missing already */
    }
    workbook->mentions =
        memory_resize(workbook->mentions, workbook->mention_count + 1, sizeof *workbook->mentions);
    struct workbook_mention *mention = &workbook->mentions[workbook->mention_count++];
    *mention = (struct workbook_mention){arena_copy(&workbook->arena, name, length), length, sheet,
                                         workbook->at};
}

bool workbook_formula(struct workbook *workbook, const char *bytes, size_t length, bool reference,
                      const char **out, struct error *err)
{
    const struct gate_listener listener = {remember, workbook};
    bool good = reference ? gate_reference(bytes, length, &listener, err)
                          : gate_formula(bytes, length, &listener, err);
    text_clear(&workbook->more);
    text_append(&workbook->more, bytes, length);
    *out = workbook->more.bytes;
    return good && workbook_count(&workbook->text_bytes, length, LIMIT_WORKBOOK_TEXT, err);
}

static bool overlap(const struct area *one, const struct area *other)
{
    return one->row <= other->last_row && other->row <= one->last_row &&
           one->column <= other->last_column && other->column <= one->last_column;
}

bool workbook_take_area(struct workbook *workbook, const struct area *area, struct error *err)
{
    struct workbook_sheet *sheet = &workbook->sheets[area->sheet];
    for (size_t i = 0; i < sheet->taken_count; i++) {
        if (overlap(&sheet->taken[i], area)) {
            return error_set(err, M_WORKBOOK_OVERLAP, NULL);
        }
    }
    if (sheet->taken_count == LIMIT_WORKBOOK_RANGES) {
        return error_set(err, M_WORKBOOK_MANY, NULL, (size_t)LIMIT_WORKBOOK_RANGES);
    }
    sheet->taken = memory_resize(sheet->taken, sheet->taken_count + 1, sizeof *sheet->taken);
    sheet->taken[sheet->taken_count++] = *area;
    return true;
}

bool workbook_take_name(struct workbook *workbook, const char *bytes, size_t length,
                        const char **out, struct error *err)
{
    if (!gate_name(bytes, length, err)) {
        return false;
    }
    for (size_t i = 0; i < workbook->name_count; i++) {
        if (strlen(workbook->names[i]) == length &&
            strncasecmp(workbook->names[i], bytes, length) == 0) {
            return error_set(err, M_WORKBOOK_NAME_TAKEN, NULL, (int)length, bytes);
        }
    }
    if (workbook->name_count == LIMIT_WORKBOOK_NAMES) {
        return error_set(err, M_WORKBOOK_MANY, NULL, (size_t)LIMIT_WORKBOOK_NAMES);
    }
    workbook->names =
        memory_resize(workbook->names, workbook->name_count + 1, sizeof *workbook->names);
    *out = arena_copy(&workbook->arena, bytes, length);
    workbook->names[workbook->name_count++] = *out;
    return true;
}

/* ---- beginning and end ---- */

/* Seconds from 1970 to the first of January of a year, by the Gregorian calendar. */
static int64_t first_of_january(int year)
{
    int64_t before = year - 1;
    int64_t days = before * 365 + before / 4 - before / 100 + before / 400 - 719162;
    return days * 86400;
}

struct workbook *workbook_begin(const char *path, int year, struct error *err)
{
    char *temporary = NULL;
    if (!sheet_library_load(err) || (path != NULL && !file_temporary(path, &temporary, err))) {
        return NULL;
    }
    struct workbook *workbook = memory_zero(1, sizeof *workbook);
    workbook->path = path == NULL ? NULL : memory_copy(path, strlen(path));
    workbook->temporary = temporary;
    workbook->clean = (struct text)TEXT_EMPTY;
    workbook->more = (struct text)TEXT_EMPTY;
    workbook->at = -1;
    workbook->created = first_of_january(year);
    workbook->book = sheet_library()->workbook_new(path == NULL ? "never-written" : temporary);
    if (workbook->book == NULL || !workbook_describe(workbook, NULL, NULL, err)) {
        error_set(err, M_WORKBOOK_LIBRARY, NULL, "workbook");
        workbook_release(workbook);
        return NULL;
    }
    return workbook;
}

/* A property as the library takes it; the copy lives in the workbook's arena. */
static bool property(struct workbook *workbook, const char *value, char **out, struct error *err)
{
    if (value == NULL) {
        return true;
    }
    bool good = gate_plain_text(value, strlen(value), PROPERTY_UNITS, &workbook->clean, err);
    *out = arena_copy(&workbook->arena, workbook->clean.bytes, workbook->clean.length);
    return good;
}

bool workbook_describe(struct workbook *workbook, const char *title, const char *subject,
                       struct error *err)
{
    lxw_doc_properties properties = {.created = (time_t)workbook->created};
    return property(workbook, title, &properties.title, err) &&
           property(workbook, subject, &properties.subject, err) &&
           workbook_accept(sheet_library()->workbook_set_properties(workbook->book, &properties),
                           err);
}

void workbook_at(struct workbook *workbook, int64_t at)
{
    workbook->at = at;
}

static bool mention_exists(const struct workbook *workbook, const struct workbook_mention *mention)
{
    size_t count = mention->sheet ? workbook->sheet_count : workbook->name_count;
    for (size_t i = 0; i < count; i++) {
        const char *name = mention->sheet ? workbook->sheets[i].name : workbook->names[i];
        if (strlen(name) == mention->length &&
            strncasecmp(name, mention->name, mention->length) == 0) {
            return true;
        }
    }
    return false;
}

static bool mentions_exist(const struct workbook *workbook, int64_t *at, struct error *err)
{
    for (size_t i = 0; i < workbook->mention_count; i++) {
        const struct workbook_mention *mention = &workbook->mentions[i];
        if (!mention_exists(workbook, mention)) {
            *at = mention->at;
            return error_set(err, M_WORKBOOK_MENTION, NULL, mention->name);
        }
    }
    return true;
}

/* Lets the library write the file. It prints to stderr when that fails; what it has to say is said by our own
 * sentence, so its words go nowhere. The descriptor behind stderr stays: memory says there that it ends. */
static lxw_error close_library(struct workbook *workbook)
{
    FILE *usual = stderr;
    FILE *nowhere = fopen("/dev/null", "we");
    if (nowhere != NULL) {
        stderr = nowhere;
    }
    errno = 0;
    lxw_error answer = sheet_library()->workbook_close(workbook->book);
    int cause = errno;
    workbook->book = NULL;
    stderr = usual;
    if (nowhere != NULL) {
        (void)fclose(nowhere);
    }
    errno = cause;
    return answer;
}

/* Hides the sheets that are to be hidden and opens one that can be seen; false when there is none. */
static bool show_sheets(struct workbook *workbook)
{
    lxw_worksheet *first = NULL;
    for (size_t i = 0; i < workbook->sheet_count; i++) {
        const struct workbook_sheet *sheet = &workbook->sheets[i];
        if (!sheet->hidden && (first == NULL || sheet->active)) {
            first = sheet->sheet;
        }
    }
    if (first == NULL) {
        return false;
    }
    for (size_t i = 0; i < workbook->sheet_count; i++) {
        if (workbook->sheets[i].hidden) {
            sheet_library()->worksheet_hide(workbook->sheets[i].sheet);
        }
    }
    sheet_library()->worksheet_activate(first);
    return true;
}

bool workbook_check(struct workbook *workbook, int64_t *at, struct error *err)
{
    *at = -1;
    return mentions_exist(workbook, at, err) &&
           (show_sheets(workbook) || error_set(err, M_WORKBOOK_EMPTY, NULL));
}

bool workbook_finish(struct workbook *workbook, int64_t *at, struct error *err)
{
    assert(workbook->path != NULL);
    if (!workbook_check(workbook, at, err)) {
        return false;
    }
    if (close_library(workbook) != LXW_NO_ERROR) {
        return error_set(err, M_FILE_WRITE, workbook->path,
                         errno == 0 ? error_cause(ENOSPC) : error_cause(errno));
    }
    bool done = file_commit(workbook->temporary, workbook->path, err);
    free(workbook->temporary);
    workbook->temporary = NULL; /* it has its name, or is gone */
    return done;
}

void workbook_release(struct workbook *workbook)
{
    if (workbook == NULL) {
        return;
    }
    if (workbook->book != NULL) {
        sheet_library()->lxw_workbook_free(workbook->book);
    }
    if (workbook->temporary != NULL) {
        file_abandon(workbook->temporary);
    }
    for (size_t i = 0; i < workbook->sheet_count; i++) {
        free(workbook->sheets[i].taken);
    }
    free(workbook->temporary);
    free(workbook->path);
    free(workbook->sheets);
    free(workbook->styles);
    free(workbook->mentions);
    free(workbook->names);
    text_release(&workbook->clean);
    text_release(&workbook->more);
    arena_release(&workbook->arena);
    free(workbook);
}

/* ---- sheets and cells ---- */

bool workbook_add_sheet(struct workbook *workbook, const char *name, size_t length, size_t *sheet,
                        struct error *err)
{
    if (!gate_sheet_name(name, length, err)) {
        return false;
    }
    for (size_t i = 0; i < workbook->sheet_count; i++) {
        if (strlen(workbook->sheets[i].name) == length &&
            strncasecmp(workbook->sheets[i].name, name, length) == 0) {
            return error_set(err, M_WORKBOOK_NAME_TAKEN, NULL, (int)length, name);
        }
    }
    if (workbook->sheet_count == LIMIT_WORKBOOK_SHEETS) {
        return error_set(err, M_WORKBOOK_MANY, NULL, (size_t)LIMIT_WORKBOOK_SHEETS);
    }
    const char *kept = arena_copy(&workbook->arena, name, length);
    lxw_worksheet *made = sheet_library()->workbook_add_worksheet(workbook->book, kept);
    if (made == NULL) {
        return error_set(err, M_WORKBOOK_LIBRARY, NULL, kept);
    }
    workbook->sheets =
        memory_resize(workbook->sheets, workbook->sheet_count + 1, sizeof *workbook->sheets);
    *sheet = workbook->sheet_count++;
    workbook->sheets[*sheet] = (struct workbook_sheet){.name = kept, .sheet = made};
    return true;
}

/* What every cell needs: its sheet, its place in the grid, its style, and room for it. */
static bool prepare(struct workbook *workbook, const struct cell *cell,
                    const struct style_name *style, lxw_worksheet **sheet, lxw_format **format,
                    struct error *err)
{
    if (cell->sheet >= workbook->sheet_count) {
        return error_set(err, M_WORKBOOK_SHEET, NULL);
    }
    if (cell->row >= GATE_ROWS || cell->column >= GATE_COLUMNS) {
        return error_set(err, M_WORKBOOK_PLACE, NULL);
    }
    *sheet = workbook->sheets[cell->sheet].sheet;
    return workbook_style_format(workbook, style, format, err) &&
           workbook_count(&workbook->cells, 1, LIMIT_WORKBOOK_CELLS, err);
}

/* Cleans a text for a cell; it is then in workbook->clean. */
static bool clean(struct workbook *workbook, const char *bytes, size_t length, struct error *err)
{
    return workbook_count(&workbook->text_bytes, length, LIMIT_WORKBOOK_TEXT, err) &&
           gate_cell_text(bytes, length, &workbook->clean, err);
}

bool workbook_write_text(struct workbook *workbook, struct cell cell, const char *bytes,
                         size_t length, const struct style_name *style, struct error *err)
{
    lxw_worksheet *sheet = NULL;
    lxw_format *format = NULL;
    if (!prepare(workbook, &cell, style, &sheet, &format, err) ||
        !clean(workbook, bytes, length, err)) {
        return false;
    }
    lxw_col_t column = (lxw_col_t)cell.column;
    return workbook_accept(
        workbook->clean.length == 0
            ? sheet_library()->worksheet_write_blank(sheet, cell.row, column, format)
            : sheet_library()->worksheet_write_string(sheet, cell.row, column,
                                                      workbook->clean.bytes, format),
        err);
}

bool workbook_write_number(struct workbook *workbook, struct cell cell, double number,
                           const struct style_name *style, struct error *err)
{
    lxw_worksheet *sheet = NULL;
    lxw_format *format = NULL;
    return prepare(workbook, &cell, style, &sheet, &format, err) && gate_number(number, err) &&
           workbook_accept(sheet_library()->worksheet_write_number(
                               sheet, cell.row, (lxw_col_t)cell.column, number, format),
                           err);
}

bool workbook_write_blank(struct workbook *workbook, struct cell cell,
                          const struct style_name *style, struct error *err)
{
    lxw_worksheet *sheet = NULL;
    lxw_format *format = NULL;
    return prepare(workbook, &cell, style, &sheet, &format, err) &&
           workbook_accept(sheet_library()->worksheet_write_blank(sheet, cell.row,
                                                                  (lxw_col_t)cell.column, format),
                           err);
}

bool workbook_write_formula(struct workbook *workbook, struct cell cell, const char *formula,
                            size_t length, double value, const struct style_name *style,
                            struct error *err)
{
    lxw_worksheet *sheet = NULL;
    lxw_format *format = NULL;
    const char *checked = NULL;
    return prepare(workbook, &cell, style, &sheet, &format, err) && gate_number(value, err) &&
           workbook_formula(workbook, formula, length, false, &checked, err) &&
           workbook_accept(sheet_library()->worksheet_write_formula_num(
                               sheet, cell.row, (lxw_col_t)cell.column, checked, format, value),
                           err);
}

bool workbook_write_formula_text(struct workbook *workbook, struct cell cell, const char *formula,
                                 size_t length, const char *value, size_t value_length,
                                 const struct style_name *style, struct error *err)
{
    lxw_worksheet *sheet = NULL;
    lxw_format *format = NULL;
    const char *checked = NULL;
    return prepare(workbook, &cell, style, &sheet, &format, err) &&
           clean(workbook, value, value_length, err) &&
           workbook_formula(workbook, formula, length, false, &checked, err) &&
           workbook_accept(
               sheet_library()->worksheet_write_formula_str(sheet, cell.row, (lxw_col_t)cell.column,
                                                            checked, format, workbook->clean.bytes),
               err);
}

/* "internal:'Sheet'!A1" into workbook->more. */
static void link_target(struct workbook *workbook, struct cell target)
{
    char cell[LXW_MAX_CELL_NAME_LENGTH];
    sheet_library()->lxw_rowcol_to_cell(cell, target.row, (lxw_col_t)target.column);
    struct text *out = &workbook->more;
    text_clear(out);
    text_add(out, "internal:'");
    for (const char *at = workbook->sheets[target.sheet].name; *at != '\0'; at++) {
        text_append(out, at, 1);
        if (*at == '\'') {
            text_add_byte(out, '\'');
        }
    }
    text_format(out, "'!%s", cell);
}

bool workbook_write_link(struct workbook *workbook, struct cell cell, struct cell target,
                         const char *bytes, size_t length, const struct style_name *style,
                         struct error *err)
{
    lxw_worksheet *sheet = NULL;
    lxw_format *format = NULL;
    struct area there = {target.sheet, target.row, target.column, target.row, target.column};
    struct workbook_sheet *unused = NULL;
    if (!prepare(workbook, &cell, style, &sheet, &format, err) ||
        !workbook_sheet_at(workbook, target.sheet, &unused, err) ||
        !workbook_check_area(&there, err) || !clean(workbook, bytes, length, err) ||
        !workbook_count(&workbook->ranges, 1, LIMIT_WORKBOOK_RANGES, err)) {
        return false;
    }
    link_target(workbook, target);
    const char *text = workbook->clean.length > 0 ? workbook->clean.bytes : NULL;
    return workbook_accept(
        sheet_library()->worksheet_write_url_opt(sheet, cell.row, (lxw_col_t)cell.column,
                                                 workbook->more.bytes, format, text, NULL),
        err);
}

bool workbook_write_web(struct workbook *workbook, struct cell cell, const char *address,
                        size_t address_length, const char *bytes, size_t length,
                        const struct style_name *style, struct error *err)
{
    lxw_worksheet *sheet = NULL;
    lxw_format *format = NULL;
    bool own = length > 0;
    if (!web_address_check(address, address_length, err) ||
        !prepare(workbook, &cell, style, &sheet, &format, err) ||
        !clean(workbook, own ? bytes : address, own ? length : address_length, err) ||
        !workbook_count(&workbook->ranges, 1, LIMIT_WORKBOOK_RANGES, err)) {
        return false;
    }
    text_clear(&workbook->more);
    text_append(&workbook->more, address, address_length);
    return workbook_accept(sheet_library()->worksheet_write_url_opt(
                               sheet, cell.row, (lxw_col_t)cell.column, workbook->more.bytes,
                               format, workbook->clean.bytes, NULL),
                           err);
}

bool workbook_fill(struct workbook *workbook, const struct area *area,
                   const struct style_name *style, struct error *err)
{
    size_t rows = (size_t)area->last_row - area->row + 1;
    size_t columns = (size_t)area->last_column - area->column + 1;
    if (!workbook_check_area(area, err)) {
        return false;
    }
    if (rows * columns > LIMIT_WORKBOOK_CELLS) {
        return error_set(err, M_WORKBOOK_MANY, NULL, (size_t)LIMIT_WORKBOOK_CELLS);
    }
    for (uint32_t row = area->row; row <= area->last_row; row++) {
        for (uint32_t column = area->column; column <= area->last_column; column++) {
            if (!workbook_write_blank(workbook, (struct cell){area->sheet, row, column}, style,
                                      err)) {
                return false;
            }
        }
    }
    return true;
}
