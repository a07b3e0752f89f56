#include "check_value.h"

#include "check.h"
#include "lang.h"
#include "message.h"
#include "pack_table.h"

#include <string.h>

/* The list at `key` of a record, or NULL. */
static const struct data *list_of(const struct data *record, const char *key)
{
    const struct data *list = data_get(record, key);
    return list != NULL && data_is_list(list) ? list : NULL;
}

static const struct data *first_of(const struct data *record, const char *key)
{
    const struct data *list = list_of(record, key);
    return list == NULL ? NULL : list->first;
}

/* Complains when a number is not the one that is due; passes over what is no number. */
static void check_equal(const struct check *check, const struct data *number, const char *name,
                        struct fraction due)
{
    struct fraction value;
    char own[64], wanted[64];
    if (data_fraction(number, &value) && fraction_compare(value, due) != 0) {
        complain(check->complaints, number, M_PACK_VALUE_BAND, name, check_say(value, own),
                 check_say(due, wanted));
    }
}

/* ---- value bands ---- */

/* True when values may lie between levels. */
static bool is_continuous(const struct check *check)
{
    return data_flag(data_get(check->pack->pack, "scale"), "continuous");
}

/* A level has a band that is not empty. `due`: where it must begin; moved to where it ends. */
static void check_band(const struct check *check, const struct data *level, struct fraction *due)
{
    struct fraction from, to;
    char from_words[64], to_words[64];
    const struct data *begin = data_get(level, "value_from");
    const struct data *end = data_get(level, "value_to");
    if (begin == NULL || end == NULL) {
        const char *missing = begin == NULL ? "value_from" : "value_to";
        complain(check->complaints, level, M_PACK_FIELD_MISSING, missing,
                 lang_text(pack_field_row(RECORD_LEVEL, missing)->meaning));
        return;
    }
    check_equal(check, begin, "value_from", *due);
    if (data_fraction(begin, &from) && data_fraction(end, &to)) {
        if (fraction_compare(from, to) >= 0) {
            complain(check->complaints, begin, M_PACK_VALUE_EMPTY, check_say(from, from_words),
                     check_say(to, to_words));
        }
        *due = to;
    }
}

/* The bands of an indicator's levels, if it has any, cover the scale. */
static void check_bands(const struct check *check, const struct data *indicator)
{
    const struct data *level = first_of(indicator, "levels");
    const struct data *last = NULL;
    struct fraction due = fraction_whole(check->lowest);
    if (level == NULL || !check->has_scale ||
        (data_get(level, "value_from") == NULL && data_get(level, "value_to") == NULL)) {
        return;
    }
    if (!is_continuous(check)) {
        complain(check->complaints, level, M_PACK_VALUE_WHOLE);
        return;
    }
    for (; level != NULL; level = level->next) {
        check_band(check, level, &due);
        last = data_get(level, "value_to");
    }
    check_equal(check, last, "value_to", fraction_whole(check->highest));
}

static void check_ends(const struct check *check)
{
    const struct data *scale = data_get(check->pack->pack, "scale");
    if (check->has_scale) {
        check_equal(check, data_get(scale, "min"), "min", fraction_whole(check->lowest));
        check_equal(check, data_get(scale, "max"), "max", fraction_whole(check->highest));
    }
}

/* ---- items ---- */

/* Adds up a list of numbers; false when one is none, or not above 0. */
static bool add_up(const struct data *list, struct fraction *sum)
{
    *sum = fraction_whole(0);
    for (const struct data *each = list->first; each != NULL; each = each->next) {
        struct fraction number;
        if (!data_fraction(each, &number) || number.num <= 0 || !fraction_add(*sum, number, sum)) {
            return false;
        }
    }
    return true;
}

/* Points that were published with two decimals may miss the sum by a hundredth each, not by more. */
static void check_sum(const struct check *check, const struct data *level,
                      const struct data *points)
{
    struct fraction from, to, width, sum, off;
    char sum_words[64], width_words[64];
    if (!data_fraction(data_get(level, "value_from"), &from) ||
        !data_fraction(data_get(level, "value_to"), &to) || !fraction_subtract(to, from, &width)) {
        return;
    }
    if (!add_up(points, &sum)) {
        complain(check->complaints, points, M_PACK_ITEMS_SUM, "?", check_say(width, width_words));
        return;
    }
    struct fraction most = fraction_make((int64_t)points->count, 100);
    if (!fraction_subtract(sum, width, &off) || fraction_compare(off, most) > 0 ||
        fraction_compare(fraction_make(-off.num, off.den), most) > 0) {
        complain(check->complaints, points, M_PACK_ITEMS_SUM, check_say(sum, sum_words),
                 check_say(width, width_words));
    }
}

/* A level of an indicator that its items score. */
static void check_items(const struct check *check, const struct data *indicator,
                        const struct data *level)
{
    const struct data *items = list_of(level, "evidence");
    const struct data *points = list_of(level, "item_points");
    const char *id = data_text(indicator, "id", "?");
    int number = check->named + (int)level->position;
    if (items == NULL || items->count == 0) {
        complain(check->complaints, level, M_PACK_ITEMS_NONE, number, id);
        return;
    }
    if (data_get(level, "value_from") == NULL) {
        complain(check->complaints, level, M_PACK_ITEMS_BAND, number, id);
    }
    if (points != NULL && points->count != items->count) {
        complain(check->complaints, points, M_PACK_ITEMS_POINTS, points->count, items->count);
    } else if (points != NULL) {
        check_sum(check, level, points);
    }
}

/* ---- conversions ---- */

/* Reads the four numbers of a line. */
static bool read_line(const struct data *line, struct fraction out[4])
{
    size_t count = 0;
    const struct data *each = data_is_list(line) ? line->first : NULL;
    for (; each != NULL; each = each->next) {
        if (count == 4 || !data_fraction(each, &out[count])) {
            return false;
        }
        count++;
    }
    return count == 4;
}

static void check_conversion(const struct check *check, const struct data *indicator)
{
    const struct data *lines = list_of(data_get(indicator, "conversion"), "bands");
    struct fraction now[4], before[4];
    bool any = false;
    for (const struct data *line = lines == NULL ? NULL : lines->first; line != NULL;
         line = line->next) {
        bool good = read_line(line, now) && fraction_compare(now[0], now[1]) < 0 &&
                    fraction_compare(now[2], now[3]) <= 0 &&
                    (!any || (fraction_compare(before[1], now[0]) == 0 &&
                              fraction_compare(before[3], now[2]) == 0));
        good = good && (!check->has_scale ||
                        (fraction_compare(now[2], fraction_whole(check->lowest)) >= 0 &&
                         fraction_compare(now[3], fraction_whole(check->highest)) <= 0));
        if (!good) {
            complain(check->complaints, line, M_PACK_CONVERSION, line->position + 1);
            return;
        }
        memcpy(before, now, sizeof before);
        any = true;
    }
    if (lines != NULL && !any) {
        complain(check->complaints, lines, M_PACK_CONVERSION, (size_t)1);
    }
}

/* The published examples of a conversion: numbers, the index on its lines, the value on the scale. */
static void check_worked(const struct check *check, const struct data *indicator)
{
    const struct data *conversion = data_get(indicator, "conversion");
    const struct data *lines = list_of(conversion, "bands");
    const struct data *worked = data_get(conversion, "worked");
    struct fraction first[4], last[4], in, out;
    bool known = lines != NULL && lines->first != NULL && read_line(lines->first, first);
    for (const struct data *line = known ? lines->first : NULL; line != NULL; line = line->next) {
        known = known && read_line(line, last);
    }
    if (worked != NULL && !data_is_list(worked)) {
        complain(check->complaints, worked, M_PACK_WORKED);
        return;
    }
    for (const struct data *each = worked == NULL ? NULL : worked->first; each != NULL;
         each = each->next) {
        bool good = data_fraction(data_get(each, "in"), &in) &&
                    data_fraction(data_get(each, "out"), &out) && each->count == 2;
        good =
            good &&
            (!known || (fraction_compare(in, first[0]) >= 0 && fraction_compare(in, last[1]) <= 0));
        if (!good) {
            complain(check->complaints, each, M_PACK_WORKED);
        }
    }
}

/* ---- criteria with conditions ---- */

static void check_kinds(const struct check *check, const struct data *criterion)
{
    unsigned kinds = 0;
    const struct data *list = list_of(criterion, "applies_to");
    const struct data *each = list == NULL ? NULL : list->first;
    if (list != NULL && each == NULL) {
        complain(check->complaints, list, M_PACK_APPLIES_NONE, data_text(criterion, "id", "?"));
    }
    for (; each != NULL; each = each->next) {
        if (each->type == DATA_TEXT && !declaration_kinds(each->text, &kinds)) {
            complain(check->complaints, each, M_PACK_APPLIES, each->text);
        }
    }
}

/* A group with one member is no choice: probably a slip in its name. */
static void check_group(const struct check *check, const struct data *criterion)
{
    const char *group = data_text(criterion, "any_of", NULL);
    unsigned members = 0;
    const struct data *each = group == NULL ? NULL : criterion->parent->first;
    for (; each != NULL; each = each->next) {
        members += strcmp(data_text(each, "any_of", ""), group) == 0;
    }
    if (group != NULL && members == 1) {
        complain(check->complaints, data_get(criterion, "any_of"), M_PACK_ANY_ALONE,
                 data_text(criterion, "id", "?"), group);
    }
}

static void check_decisive(const struct check *check, const struct data *criterion)
{
    const struct data *indicator = declaration_owner(declaration_owner(criterion));
    const char *input = data_text(data_get(indicator, "conversion"), "input", "");
    const char *key = data_text(data_get(criterion, "metric"), "key", NULL);
    if (data_flag(criterion, "decisive") && (key == NULL || strcmp(key, input) != 0)) {
        complain(check->complaints, data_get(criterion, "decisive"), M_PACK_DECISIVE,
                 data_text(criterion, "id", "?"));
    }
}

/* ---- what a level asks of whom ---- */

/* The kinds of agencies, by their bits. */
static const char *const kind_words[] = {"kementerian", "lembaga", "provinsi",
                                         "kabupaten",   "kota",    "lainnya"};
enum { KINDS = sizeof kind_words / sizeof kind_words[0], EVERYBODY = (1 << KINDS) - 1 };

/* The kinds that must meet a criterion; 0 for one that may be missing. */
static unsigned must_meet(const struct data *criterion)
{
    unsigned kinds = 0;
    const struct data *each = first_of(criterion, "applies_to");
    if (data_flag(criterion, "optional") || data_flag(criterion, "describes_state")) {
        return 0;
    }
    for (; each != NULL; each = each->next) {
        declaration_kinds(each->type == DATA_TEXT ? each->text : "", &kinds);
    }
    return first_of(criterion, "applies_to") == NULL ? EVERYBODY : kinds;
}

/* Evidence counts when it names a criterion that must be met. Where a level asks none of some agencies, they
 * cannot prove it, and would be given it for nothing. A level that asks nobody in some year is the business
 * of check_tree. */
static void check_asked(const struct check *check, const struct data *level)
{
    const struct data *criteria = list_of(level, "criteria");
    if (criteria == NULL || data_flag(level, "baseline")) {
        return;
    }
    for (int year = check->first; check->has_years && year <= check->last; year++) {
        unsigned asked = 0;
        bool any = false;
        for (const struct data *each = criteria->first; each != NULL; each = each->next) {
            bool counts = instrument_holds(declaration_years(each), year);
            asked |= counts ? must_meet(each) : 0;
            any = any || counts;
        }
        for (unsigned kind = 0; any && kind < KINDS; kind++) {
            if ((asked >> kind & 1U) == 0) {
                complain(check->complaints, criteria, M_PACK_LEVEL_FREE,
                         check->named + (int)level->position,
                         data_text(declaration_owner(level), "id", "?"), kind_words[kind], year);
                return;
            }
        }
    }
}

void check_value(const struct declaration *declaration, struct complaints *complaints)
{
    struct check check = check_start(declaration, complaints);
    bool items = data_get(declaration->pack, "items") != NULL;
    check_ends(&check);
    for (size_t i = 0; i < declaration->indicators.count; i++) {
        const struct data *indicator = declaration->indicators.items[i];
        const struct data *level = first_of(indicator, "levels");
        check_bands(&check, indicator);
        check_conversion(&check, indicator);
        check_worked(&check, indicator);
        bool converted = data_get(indicator, "conversion") != NULL;
        for (; !converted && level != NULL; level = level->next) {
            if (items) {
                check_items(&check, indicator, level);
            } else {
                check_asked(&check, level);
            }
        }
    }
    for (size_t i = 0; i < declaration->criteria.count; i++) {
        check_kinds(&check, declaration->criteria.items[i]);
        check_group(&check, declaration->criteria.items[i]);
        check_decisive(&check, declaration->criteria.items[i]);
    }
}
