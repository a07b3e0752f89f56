#include "check.h"

#include "message.h"

#include <string.h>

enum { LEVEL_MAX = 99, YEAR_MIN = 2000, YEAR_MAX = 2100 };

struct check check_start(const struct declaration *pack, struct complaints *complaints)
{
    struct check check = {.pack = pack, .complaints = complaints};
    check.lowest = declaration_whole(pack, "scale", "lowest", -1);
    check.highest = declaration_whole(pack, "scale", "highest", -1);
    check.has_scale =
        check.lowest >= 0 && check.highest <= LEVEL_MAX && check.lowest < check.highest;
    check.named = check.lowest + (data_get(pack->pack, "level_zero_rule") == NULL ? 0 : 1);
    check.first = declaration_whole(pack, "years", "first", 0);
    check.last = declaration_whole(pack, "years", "last", 0);
    check.has_years =
        check.first >= YEAR_MIN && check.last <= YEAR_MAX && check.first <= check.last;
    return check;
}

void check_document(const struct check *check, const struct data *name)
{
    if (name != NULL && name->type == DATA_TEXT &&
        name_index_find(&check->pack->document_ids, name->text) == NULL) {
        complain(check->complaints, name, M_PACK_DOCUMENT, name->text);
    }
}

void check_dated(const struct check *check, const struct data *record)
{
    struct dated years = declaration_years(record);
    if (years.from != 0 && years.until != 0 && years.from > years.until) {
        complain(check->complaints, data_get(record, "until"), M_PACK_DATES, years.from,
                 years.until);
    }
    if (!check->has_years) {
        return;
    }
    if (years.from != 0 && (years.from < check->first || years.from > check->last)) {
        complain(check->complaints, data_get(record, "from"), M_PACK_DATE_OUTSIDE, years.from,
                 check->first, check->last);
    }
    if (years.until != 0 && (years.until < check->first || years.until > check->last)) {
        complain(check->complaints, data_get(record, "until"), M_PACK_DATE_OUTSIDE, years.until,
                 check->first, check->last);
    }
}

void check_level(const struct check *check, const struct data *number)
{
    int level = 0;
    if (check->has_scale && data_whole(number, 0, 1000000, &level) &&
        (level < check->lowest || level > check->highest)) {
        complain(check->complaints, number, M_PACK_LEVEL_OUTSIDE, level, check->lowest,
                 check->highest);
    }
}

bool check_most(const struct check *check, const struct data *at, const char *name, size_t count,
                int most)
{
    return count <= (size_t)most || complain(check->complaints, at, M_PACK_MANY, count, name, most);
}

const char *check_say(struct fraction number, char out[64])
{
    return fraction_say(number, out);
}

const struct data *check_newer(const struct data *one, const struct data *other)
{
    return other != NULL && other->change > one->change ? other : one;
}

/* Where a sum went wrong: the weight in a list that an overlay changed last, or the parent's own. */
static const struct data *weight_to_blame(const struct data *parent, const struct data *list)
{
    const struct data *found = data_get(parent, "weight");
    for (const struct data *each = list->first; each != NULL; each = each->next) {
        found = check_newer(found, data_get(each, "weight"));
    }
    return found;
}

void check_sum_off(const struct check *check, const struct data *parent, const char *key,
                   struct fraction own, struct fraction sum)
{
    const struct data *at = weight_to_blame(parent, data_get(parent, key));
    const char *id = data_text(parent, "id", "?");
    bool more = fraction_compare(sum, own) > 0;
    char sum_words[64], own_words[64], off_words[64];
    struct fraction off;
    bool small = more ? fraction_subtract(sum, own, &off) : fraction_subtract(own, sum, &off);
    check_say(own, own_words);
    check_say(sum, sum_words);
    check_say(small ? off : sum, off_words);
    if (more) {
        complain(check->complaints, at, M_PACK_WEIGHT_SUM, id, own_words, key, sum_words,
                 off_words);
    } else {
        complain(check->complaints, at, M_PACK_WEIGHT_SHORT, id, own_words, key, sum_words,
                 off_words);
    }
}
