#include "workbook_range.h"

#include "gate.h"
#include "limit.h"
#include "memory.h"
#include "message.h"
#include "workbook_handle.h"
#include "workbook_style.h"

#include <stdlib.h>
#include <string.h>

/* Checks an area of this workbook and counts one more range; *sheet is the library's. */
static bool prepare(struct workbook *workbook, const struct area *area, lxw_worksheet **sheet,
                    struct error *err)
{
    struct workbook_sheet *found = NULL;
    if (!workbook_sheet_at(workbook, area->sheet, &found, err) || !workbook_check_area(area, err) ||
        !workbook_count(&workbook->ranges, 1, LIMIT_WORKBOOK_RANGES, err)) {
        return false;
    }
    *sheet = found->sheet;
    return true;
}

/* A cleaned copy of a text, valid as long as the workbook; NULL stays NULL. */
static bool keep_text(struct workbook *workbook, const char *text, size_t max, char **out,
                      struct error *err)
{
    *out = NULL;
    if (text == NULL) {
        return true;
    }
    bool good = gate_plain_text(text, strlen(text), max, &workbook->clean, err);
    *out = arena_copy(&workbook->arena, workbook->clean.bytes, workbook->clean.length);
    return good;
}

bool workbook_merge(struct workbook *workbook, const struct area *area, const char *bytes,
                    size_t length, const struct style_name *style, struct error *err)
{
    lxw_worksheet *sheet = NULL;
    lxw_format *format = NULL;
    if (!prepare(workbook, area, &sheet, err) ||
        !workbook_style_format(workbook, style, &format, err)) {
        return false;
    }
    if (area->row == area->last_row && area->column == area->last_column) {
        return error_set(err, M_WORKBOOK_SINGLE, NULL);
    }
    size_t cells =
        ((size_t)area->last_row - area->row + 1) * ((size_t)area->last_column - area->column + 1);
    return workbook_count(&workbook->cells, cells, LIMIT_WORKBOOK_CELLS, err) &&
           workbook_count(&workbook->text_bytes, length, LIMIT_WORKBOOK_TEXT, err) &&
           workbook_take_area(workbook, area, err) &&
           gate_cell_text(bytes, length, &workbook->clean, err) &&
           workbook_accept(sheet_library()->worksheet_merge_range(
                               sheet, area->row, (lxw_col_t)area->column, area->last_row,
                               (lxw_col_t)area->last_column, workbook->clean.bytes, format),
                           err);
}

/* Cleans the headings and checks that they differ; copies into `columns`. */
static bool keep_headings(struct workbook *workbook, const struct table_look *look,
                          lxw_table_column *columns, struct error *err)
{
    lxw_format *format = NULL;
    if (!workbook_style_format(workbook, look->header, &format, err)) {
        return false;
    }
    for (size_t i = 0; i < look->column_count; i++) {
        char *heading = NULL;
        if (!keep_text(workbook, look->columns[i], CHOICE_MESSAGE_UNITS, &heading, err)) {
            return false;
        }
        bool good = heading != NULL && heading[0] != '\0';
        for (size_t j = 0; good && j < i; j++) {
            good = strcasecmp(columns[j].header, heading) != 0;
        }
        if (!good) {
            return error_set(err, M_WORKBOOK_HEADING, NULL, heading == NULL ? "" : heading);
        }
        columns[i] = (lxw_table_column){.header = heading, .header_format = format};
    }
    return true;
}

bool workbook_table(struct workbook *workbook, const struct area *area,
                    const struct table_look *look, struct error *err)
{
    lxw_table_column columns[TABLE_COLUMNS];
    lxw_table_column *list[TABLE_COLUMNS + 1];
    lxw_worksheet *sheet = NULL;
    const char *name = NULL;
    if (!prepare(workbook, area, &sheet, err)) {
        return false;
    }
    size_t width = (size_t)area->last_column - area->column + 1;
    if (area->last_row == area->row || width != look->column_count || width > TABLE_COLUMNS) {
        return error_set(err, M_WORKBOOK_TABLE, NULL);
    }
    if (!workbook_take_name(workbook, look->name, look->name_length, &name, err) ||
        !workbook_take_area(workbook, area, err) || !keep_headings(workbook, look, columns, err)) {
        return false;
    }
    for (size_t i = 0; i < width; i++) {
        list[i] = &columns[i];
    }
    list[width] = NULL;
    lxw_table_options options = {.name = arena_string(&workbook->arena, name),
                                 .no_autofilter = look->filter ? LXW_FALSE : LXW_TRUE,
                                 .no_banded_rows = LXW_TRUE,
                                 .style_type = LXW_TABLE_STYLE_TYPE_LIGHT,
                                 .style_type_number = 0,
                                 .columns = list};
    return workbook_accept(sheet_library()->worksheet_add_table(
                               sheet, area->row, (lxw_col_t)area->column, area->last_row,
                               (lxw_col_t)area->last_column, &options),
                           err);
}

bool workbook_filter(struct workbook *workbook, const struct area *area, struct error *err)
{
    lxw_worksheet *sheet = NULL;
    return prepare(workbook, area, &sheet, err) &&
           workbook_accept(
               sheet_library()->worksheet_autofilter(sheet, area->row, (lxw_col_t)area->column,
                                                     area->last_row, (lxw_col_t)area->last_column),
               err);
}

/* What is allowed, for the library. A list is always given by reference: one of texts over 255 bytes
 * ends the process inside the library. */
static bool allowed(struct workbook *workbook, const struct choice *choice,
                    lxw_data_validation *out, struct error *err)
{
    if (choice->list != NULL) {
        const char *reference = NULL;
        out->validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
        if (!workbook_formula(workbook, choice->list, choice->list_length, true, &reference, err)) {
            return false;
        }
        out->value_formula = arena_string(&workbook->arena, reference);
        return true;
    }
    out->validate = choice->date    ? LXW_VALIDATION_TYPE_DATE_NUMBER
                    : choice->whole ? LXW_VALIDATION_TYPE_INTEGER
                                    : LXW_VALIDATION_TYPE_DECIMAL;
    out->criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
    out->minimum_number = choice->least;
    out->maximum_number = choice->most;
    return gate_number(choice->least, err) && gate_number(choice->most, err);
}

bool workbook_choice(struct workbook *workbook, const struct area *area,
                     const struct choice *choice, struct error *err)
{
    lxw_worksheet *sheet = NULL;
    lxw_data_validation rule = {.ignore_blank = LXW_VALIDATION_ON,
                                .dropdown = LXW_VALIDATION_ON,
                                .show_input = LXW_VALIDATION_ON,
                                .show_error = LXW_VALIDATION_ON,
                                .error_type = choice->warn ? LXW_VALIDATION_ERROR_TYPE_WARNING
                                                           : LXW_VALIDATION_ERROR_TYPE_STOP};
    return prepare(workbook, area, &sheet, err) && allowed(workbook, choice, &rule, err) &&
           keep_text(workbook, choice->title, CHOICE_TITLE_UNITS, &rule.input_title, err) &&
           keep_text(workbook, choice->message, CHOICE_MESSAGE_UNITS, &rule.input_message, err) &&
           keep_text(workbook, choice->error_title, CHOICE_TITLE_UNITS, &rule.error_title, err) &&
           keep_text(workbook, choice->error_message, CHOICE_MESSAGE_UNITS, &rule.error_message,
                     err) &&
           workbook_accept(sheet_library()->worksheet_data_validation_range(
                               sheet, area->row, (lxw_col_t)area->column, area->last_row,
                               (lxw_col_t)area->last_column, &rule),
                           err);
}

/* `text` as a text inside a formula, with its quotes, into workbook->more. */
static void quote_text(struct workbook *workbook, const char *text, size_t length)
{
    text_clear(&workbook->more);
    text_add(&workbook->more, "=\"");
    for (size_t i = 0; i < length; i++) {
        text_append(&workbook->more, text + i, 1);
        if (text[i] == '"') {
            text_add_byte(&workbook->more, '"');
        }
    }
    text_add_byte(&workbook->more, '"');
}

/* The rule for a style that depends on a formula or a text. */
static bool style_rule(struct workbook *workbook, const struct condition *condition,
                       lxw_conditional_format *rule, struct error *err)
{
    const char *formula = NULL;
    if (condition->kind == CONDITION_FORMULA) {
        rule->type = LXW_CONDITIONAL_TYPE_FORMULA;
        if (!workbook_formula(workbook, condition->text, condition->length, false, &formula, err)) {
            return false;
        }
    } else {
        rule->type = LXW_CONDITIONAL_TYPE_CELL;
        rule->criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO;
        if (!gate_plain_text(condition->text, condition->length, CHOICE_MESSAGE_UNITS,
                             &workbook->clean, err)) {
            return false;
        }
        quote_text(workbook, workbook->clean.bytes, workbook->clean.length);
        formula = workbook->more.bytes;
    }
    rule->value_string = arena_string(&workbook->arena, formula);
    return true;
}

/* The rule for what depends on a number. */
static void number_rule(const struct condition *condition, lxw_conditional_format *rule)
{
    rule->min_value = condition->least;
    rule->max_value = condition->most;
    rule->min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
    rule->max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
    if (condition->kind == CONDITION_BETWEEN) {
        rule->type = LXW_CONDITIONAL_TYPE_CELL;
        rule->criteria = LXW_CONDITIONAL_CRITERIA_BETWEEN;
    } else if (condition->kind == CONDITION_BAR) {
        rule->type = LXW_CONDITIONAL_DATA_BAR;
        rule->bar_color = (lxw_color_t)condition->high;
        rule->bar_solid = LXW_TRUE;
        rule->data_bar_2010 = LXW_TRUE;
        rule->bar_no_border = LXW_TRUE;
    } else {
        rule->type = LXW_CONDITIONAL_2_COLOR_SCALE;
        rule->min_color = (lxw_color_t)condition->low;
        rule->max_color = (lxw_color_t)condition->high;
    }
}

bool workbook_condition(struct workbook *workbook, const struct area *area,
                        const struct condition *condition, struct error *err)
{
    lxw_worksheet *sheet = NULL;
    lxw_conditional_format rule = {.type = LXW_CONDITIONAL_TYPE_NONE};
    bool text = condition->kind == CONDITION_FORMULA || condition->kind == CONDITION_EQUAL;
    if (!prepare(workbook, area, &sheet, err) || !gate_number(condition->least, err) ||
        !gate_number(condition->most, err) ||
        !workbook_style_format(workbook, condition->style, &rule.format, err)) {
        return false;
    }
    if (text && !style_rule(workbook, condition, &rule, err)) {
        return false;
    }
    if (!text) {
        number_rule(condition, &rule);
    }
    return workbook_accept(sheet_library()->worksheet_conditional_format_range(
                               sheet, area->row, (lxw_col_t)area->column, area->last_row,
                               (lxw_col_t)area->last_column, &rule),
                           err);
}

bool workbook_define(struct workbook *workbook, const char *name, size_t length,
                     const char *reference, size_t reference_length, struct error *err)
{
    const char *kept = NULL;
    const char *checked = NULL;
    return workbook_take_name(workbook, name, length, &kept, err) &&
           workbook_formula(workbook, reference, reference_length, true, &checked, err) &&
           workbook_accept(sheet_library()->workbook_define_name(workbook->book, kept, checked),
                           err);
}
