#include "html_condition.h"

#include "html_formula.h"
#include "limit.h"
#include "memory.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

void html_conditions_begin(struct html_conditions *out, const struct html_book *book,
                           const struct html_sheet *sheet, size_t *steps)
{
    *out = (struct html_conditions){.book = book, .sheet = sheet, .steps = steps};
    out->open = memory_zero(sheet->conditions.count + 1, sizeof *out->open);
}

void html_conditions_free(struct html_conditions *conditions)
{
    free(conditions->open);
    conditions->open = NULL;
}

void html_conditions_row(struct html_conditions *conditions, uint32_t row)
{
    const struct html_condition *all = conditions->sheet->conditions.items;
    conditions->open_count = 0;
    *conditions->steps += conditions->sheet->conditions.count;
    for (size_t i = 0; i < conditions->sheet->conditions.count; i++) {
        if (all[i].area.row <= row && row <= all[i].area.last_row &&
            *conditions->steps <= LIMIT_PAGE_STEPS) {
            conditions->open[conditions->open_count++] = &all[i];
        }
    }
}

/* How far a number is from least to most, 0 to 1. */
static double share_of(const struct html_condition *condition, double number)
{
    double range = condition->most - condition->least;
    double share = range > 0 ? (number - condition->least) / range : 0;
    return share < 0 ? 0 : share > 1 ? 1 : share;
}

/* A colour between two. */
static int32_t mix(int32_t low, int32_t high, double share)
{
    int32_t mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
        int32_t from = low >> shift & 0xFF;
        int32_t to = high >> shift & 0xFF;
        mixed = mixed << 8 | (int32_t)(from + (to - from) * share + 0.5);
    }
    return mixed;
}

/* True when a cell is of those that a condition gives its style. */
static bool matches(const struct html_conditions *all, const struct html_condition *condition,
                    const struct html_cell *cell)
{
    switch (condition->kind) {
    case CONDITION_FORMULA: {
        const struct html_asked asked = {all->book, all->sheet, cell->row - condition->area.row,
                                         cell->column - condition->area.column, all->steps};
        return html_formula_true(&asked, condition->text);
    }
    case CONDITION_EQUAL:
        return cell->kind == HTML_TEXT && strcasecmp(cell->text, condition->text) == 0;
    case CONDITION_BETWEEN:
        return cell->kind == HTML_NUMBER && cell->number >= condition->least &&
               cell->number <= condition->most;
    case CONDITION_BAR:
    case CONDITION_SCALE:
        break;
    }
    return false;
}

struct html_match html_conditions_match(const struct html_conditions *conditions,
                                        const struct html_cell *cell)
{
    struct html_match match = {0, -1, -1, 0};
    for (size_t i = 0; i < conditions->open_count; i++) {
        const struct html_condition *condition = conditions->open[i];
        bool within =
            condition->area.column <= cell->column && cell->column <= condition->area.last_column;
        if (++*conditions->steps > LIMIT_PAGE_STEPS) {
            return match;
        }
        if (within && match.style == 0 && matches(conditions, condition, cell)) {
            match.style = condition->style;
        }
        if (within && cell->kind == HTML_NUMBER && condition->kind == CONDITION_SCALE &&
            match.fill < 0) {
            match.fill = mix(condition->low, condition->high, share_of(condition, cell->number));
        }
        if (within && cell->kind == HTML_NUMBER && condition->kind == CONDITION_BAR) {
            match.bar = condition->high;
            match.share = share_of(condition, cell->number);
        }
    }
    return match;
}
