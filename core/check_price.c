#include "check_price.h"

#include "check.h"
#include "limit.h"
#include "message.h"

#include <string.h>

/* The list at `key` of a record; NULL when there is none. */
static const struct data *list_at(const struct data *record, const char *key)
{
    const struct data *list = data_get(record, key);
    return list != NULL && data_is_list(list) ? list : NULL;
}

bool check_price_cost(struct fraction cost, int64_t *parts)
{
    int64_t most = PRICE_PART;
    for (int i = 0; i < LIMIT_PLAN_DIGITS; i++) {
        most *= 10;
    }
    struct fraction all;
    bool whole = fraction_multiply(cost, fraction_whole(PRICE_PART), &all) && all.den == 1;
    if (!whole || all.num < 0 || all.num >= most) {
        return false;
    }
    *parts = all.num;
    return true;
}

/* ---- which row speaks of a level ---- */

/* True when a field is missing, or is this text. */
static bool agrees(const struct data *field, const char *text)
{
    return field == NULL || (field->type == DATA_TEXT && strcmp(field->text, text) == 0);
}

/* True when the list is missing, or names this text. */
static bool includes(const struct data *list, const char *text)
{
    const struct data *each = list == NULL ? NULL : list->first;
    while (each != NULL && !(each->type == DATA_TEXT && strcmp(each->text, text) == 0)) {
        each = each->next;
    }
    return list == NULL || each != NULL;
}

const struct data *check_price_row(const struct data *steps, int level, const char *kind,
                                   const char *aspect)
{
    int of = -1;
    for (const struct data *row = steps->first; row != NULL; row = row->next) {
        if (data_whole(data_get(row, "level"), 0, 1000000, &of) && of == level &&
            agrees(data_get(row, "kind"), kind) && includes(list_at(row, "aspects"), aspect)) {
            return row;
        }
    }
    return NULL;
}

/* ---- proofs ---- */

static void check_row(const struct check *check, const struct data *row)
{
    const struct data *cost = data_get(row, "cost");
    const struct data *months = data_get(row, "months");
    const struct data *kind = data_get(row, "kind");
    const struct data *aspects = list_at(row, "aspects");
    struct fraction number;
    int64_t parts = 0;
    int longest = 0;
    check_level(check, data_get(row, "level"));
    if (data_fraction(cost, &number) && !check_price_cost(number, &parts)) {
        complain(check->complaints, cost, M_PACK_STEP_COST, cost->text, LIMIT_PLAN_DIGITS,
                 PRICE_DECIMALS);
    }
    if (data_whole(months, LIMIT_PLAN_MONTHS + 1, 1000000, &longest)) {
        complain(check->complaints, months, M_PACK_STEP_MONTHS, longest, LIMIT_PLAN_MONTHS);
    }
    if (kind != NULL && kind->type == DATA_TEXT &&
        name_index_find(&check->pack->kinds, kind->text) == NULL) {
        complain(check->complaints, kind, M_PACK_KIND, kind->text);
    }
    for (const struct data *each = aspects == NULL ? NULL : aspects->first; each != NULL;
         each = each->next) {
        if (each->type == DATA_TEXT &&
            name_index_find(&check->pack->aspect_ids, each->text) == NULL) {
            complain(check->complaints, each, M_PACK_NO_SUCH_ID, each->text);
        }
    }
}

/* The row for a level as declared, or NULL. */
static const struct data *row_of(const struct data *steps, const struct data *level, int number)
{
    const struct data *indicator = declaration_owner(level);
    const struct data *aspect = indicator == NULL ? NULL : declaration_owner(indicator);
    return check_price_row(steps, number, data_text(indicator, "kind", ""),
                           data_text(aspect, "id", ""));
}

/* Every level above the lowest of an indicator has a row. The first without is told. */
static void check_all_priced(const struct check *check, const struct data *steps)
{
    for (size_t i = 0; i < check->pack->levels.count; i++) {
        const struct data *level = check->pack->levels.items[i];
        int number = 0;
        bool raised =
            data_whole(data_get(level, "level"), check->lowest + 1, check->highest, &number);
        if (raised && row_of(steps, level, number) == NULL) {
            complain(check->complaints, steps, M_PACK_STEP_MISSING, number,
                     data_text(declaration_owner(level), "id", "?"));
            return;
        }
    }
}

void check_price(const struct declaration *declaration, struct complaints *complaints)
{
    struct check check = check_start(declaration, complaints);
    const struct data *plan = data_get(declaration->pack, "plan");
    const struct data *steps = plan == NULL ? NULL : list_at(plan, "steps");
    if (steps == NULL || !check_most(&check, steps, "plan.steps", steps->count, LIMIT_PLAN_ROWS)) {
        return;
    }
    for (const struct data *row = steps->first; row != NULL; row = row->next) {
        check_row(&check, row);
    }
    if (check.has_scale) {
        check_all_priced(&check, steps);
    }
}
