#include "check_tree.h"

#include "check.h"
#include "lang.h"
#include "limit.h"
#include "message.h"
#include "pack_table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- counts ---- */

static void check_count(const struct check *check, const char *key, size_t found)
{
    const struct data *structure = data_get(check->pack->pack, "structure");
    int stated = declaration_whole(check->pack, "structure", key, -1);
    if (stated >= 0 && (size_t)stated != found) {
        complain(check->complaints, data_get(structure, key), M_PACK_COUNT, stated, key, found);
    }
}

/* ---- ids ---- */

/* True for `letter` and digits, at least `digits` of them. */
static bool is_counted_id(const char *id, char letter, size_t digits)
{
    size_t length = strspn(id + (id[0] == letter ? 1 : 0), "0123456789");
    return id[0] == letter && length >= digits && length <= 4 && id[1 + length] == '\0';
}

/* What the ids of a list must look like. */
struct id_form {
    char letter;
    size_t digits;
    const char *example;
};

/* The record at `i` has a well-formed id, and both id and `no` count up. */
static void check_number(const struct check *check, const struct data *record, size_t due,
                         struct id_form form)
{
    const struct data *id = data_get(record, "id");
    const struct data *number = data_get(record, "no");
    int no = 0;
    if (id != NULL && id->type == DATA_TEXT) {
        if (!is_counted_id(id->text, form.letter, form.digits)) {
            complain(check->complaints, id, M_PACK_ID_FORM, id->text, form.example);
        } else if (strtoul(id->text + 1, NULL, 10) != due) {
            complain(check->complaints, id, M_PACK_ID_ORDER, id->text, due);
        }
    }
    if (data_whole(number, 0, 1000000, &no) && (size_t)no != due) {
        complain(check->complaints, number, M_PACK_NUMBER_ORDER, no, due);
    }
}

/* The beginning of the ids of a level's criteria: "I01.2.". False where parts of it are missing. */
static bool criterion_prefix(const struct data *criterion, char out[64])
{
    const struct data *level = declaration_owner(criterion);
    const char *indicator = data_text(declaration_owner(level), "id", NULL);
    int number = 0;
    if (indicator == NULL || strlen(indicator) > 16 ||
        !data_whole(data_get(level, "level"), 0, 99, &number)) {
        return false;
    }
    snprintf(out, 64, "%s.%d.", indicator, number);
    return true;
}

static void check_criterion_id(const struct check *check, const struct data *criterion)
{
    char prefix[64];
    const struct data *id = data_get(criterion, "id");
    if (id == NULL || id->type != DATA_TEXT || !criterion_prefix(criterion, prefix)) {
        return;
    }
    const char *rest = id->text + strlen(prefix);
    if (strncmp(id->text, prefix, strlen(prefix)) != 0 || rest[0] < 'a' || rest[0] > 'z' ||
        rest[1] != '\0') {
        complain(check->complaints, id, M_PACK_ID_CRITERION, id->text, prefix);
    }
}

/* False when an id stands twice. */
static bool check_unique(const struct check *check, const struct name_index *ids)
{
    bool ok = true;
    for (size_t i = 1; i < ids->count; i++) {
        const struct named *before = &ids->list[i - 1];
        const struct named *id = &ids->list[i];
        if (strcmp(before->name, id->name) == 0) {
            struct text first = TEXT_EMPTY;
            complaint_place(check->complaints, data_get(before->value, "id"), &first);
            ok = complain(check->complaints, data_get(id->value, "id"), M_PACK_ID_TWICE, id->name,
                          first.bytes);
            text_release(&first);
        }
    }
    return ok;
}

/* The ids of domains, aspects or indicators: numbered through. When one stands twice, the numbers
 * behind it are off by one, which is not worth a sentence each. */
static void check_counted(const struct check *check, const struct data_list *list,
                          const struct name_index *ids, struct id_form form)
{
    if (!check_unique(check, ids)) {
        return;
    }
    for (size_t i = 0; i < list->count; i++) {
        check_number(check, list->items[i], i + 1, form);
    }
}

static void check_ids(const struct check *check)
{
    const struct declaration *pack = check->pack;
    check_counted(check, &pack->domains, &pack->domain_ids, (struct id_form){'D', 1, "D1"});
    check_counted(check, &pack->aspects, &pack->aspect_ids, (struct id_form){'A', 1, "A1"});
    check_counted(check, &pack->indicators, &pack->indicator_ids, (struct id_form){'I', 2, "I01"});
    check_unique(check, &pack->criterion_ids);
    for (size_t i = 0; i < pack->criteria.count; i++) {
        check_criterion_id(check, pack->criteria.items[i]);
    }
}

/* ---- weights ---- */

/* Adds up the weights of a list's records; false when one is missing, wrong, or too long to add. */
static bool add_weights(const struct data *list, struct fraction *sum)
{
    *sum = fraction_whole(0);
    for (const struct data *each = list->first; each != NULL; each = each->next) {
        struct fraction weight;
        if (!data_fraction(data_get(each, "weight"), &weight) || !fraction_add(*sum, weight, sum)) {
            return false;
        }
    }
    return true;
}

/* The weights in list `key` of a parent add up to its own. */
static void check_sum(const struct check *check, const struct data *parent, const char *key)
{
    const struct data *list = data_get(parent, key);
    const char *id = data_text(parent, "id", "?");
    struct fraction own, sum;
    if (list == NULL || !data_is_list(list)) {
        return;
    }
    if (list->count == 0) {
        complain(check->complaints, list, M_PACK_NO_PARTS, id, key);
    } else if (add_weights(list, &sum) && data_fraction(data_get(parent, "weight"), &own) &&
               fraction_compare(sum, own) != 0) {
        check_sum_off(check, parent, key, own, sum);
    }
}

/* The domains, or the aspects where there are none, each from its own file, add up to 100. */
static void check_whole(const struct check *check)
{
    struct fraction sum = fraction_whole(0);
    const struct data *files = data_get(check->pack->pack, "files");
    const struct data *at = files == NULL ? check->pack->pack : files;
    bool loose = data_get(files, "domains") == NULL;
    const char *key = loose ? "aspects" : "domains";
    const struct data *named = data_get(files, key);
    const struct data_list *list = loose ? &check->pack->aspects : &check->pack->domains;
    if (list->count == 0) {
        if (named != NULL && data_is_list(named) && named->count == 0) {
            complain(check->complaints, named, M_PACK_NO_PARTS, "files", key);
        }
        return;
    }
    for (size_t i = 0; i < list->count; i++) {
        struct fraction weight;
        if (!data_fraction(data_get(list->items[i], "weight"), &weight) ||
            !fraction_add(sum, weight, &sum)) {
            return;
        }
        at = check_newer(at, data_get(list->items[i], "weight"));
    }
    char words[64];
    if (fraction_compare(sum, fraction_whole(100)) != 0) {
        complain(check->complaints, at, M_PACK_WEIGHT_WHOLE, key, check_say(sum, words));
    }
}

static void check_signs(const struct check *check, const struct data_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct data *value = data_get(list->items[i], "weight");
        struct fraction weight;
        char words[64];
        if (data_fraction(value, &weight) && weight.num <= 0) {
            complain(check->complaints, value, M_PACK_WEIGHT_SIGN, check_say(weight, words));
        }
    }
}

/* Makes *parts a unit of the record's weight as well; false after a complaint that it would be too
 * small. */
static bool join_unit(const struct check *check, const struct data *record, int64_t *parts)
{
    const struct data *value = data_get(record, "weight");
    struct fraction weight;
    char words[64];
    return !data_fraction(value, &weight) || declaration_common(parts, weight.den) ||
           complain(check->complaints, value, M_PACK_WEIGHT_FINE, check_say(weight, words),
                    DECLARATION_PARTS);
}

/* All weights together have a common unit that is not too small. */
static void check_unit(const struct check *check)
{
    const struct data_list *list = &check->pack->indicators;
    int64_t parts = DECLARATION_PARTS_LEAST;
    bool fine = true;
    for (size_t i = 0; fine && i < list->count; i++) {
        const struct data *slots = declaration_slots(list->items[i]);
        fine = join_unit(check, list->items[i], &parts);
        for (const struct data *slot = slots == NULL ? NULL : slots->first; fine && slot != NULL;
             slot = slot->next) {
            fine = join_unit(check, slot, &parts);
        }
    }
}

static void check_weights(const struct check *check)
{
    check_signs(check, &check->pack->domains);
    check_signs(check, &check->pack->aspects);
    check_signs(check, &check->pack->indicators);
    for (size_t i = 0; i < check->pack->domains.count; i++) {
        check_sum(check, check->pack->domains.items[i], "aspects");
    }
    for (size_t i = 0; i < check->pack->aspects.count; i++) {
        check_sum(check, check->pack->aspects.items[i], "indicators");
    }
    check_whole(check);
    check_unit(check);
}

/* ---- levels ---- */

/* True when level_names has one name for each number, for all kinds of indicators. */
static bool has_single_names(const struct check *check)
{
    const struct data *all = data_get(check->pack->pack, "level_names");
    return all != NULL && all->type == DATA_RECORD && all->first != NULL &&
           all->first->type == DATA_TEXT;
}

/* The list of level names of an indicator's kind, or NULL. */
static const struct data *names_of(const struct check *check, const struct data *indicator)
{
    const char *kind = data_text(indicator, "kind", NULL);
    const struct named *found = kind == NULL ? NULL : name_index_find(&check->pack->kinds, kind);
    return found == NULL ? NULL : found->value;
}

/* The text at `position` of a list, or NULL. */
static const char *text_at(const struct data *list, size_t position)
{
    const struct data *each = list == NULL || !data_is_list(list) ? NULL : list->first;
    while (each != NULL && position > 0) {
        each = each->next;
        position--;
    }
    return each != NULL && each->type == DATA_TEXT ? each->text : NULL;
}

/* One level of an indicator: its number, its name. */
static void check_one_level(const struct check *check, const struct data *level,
                            const struct data *names)
{
    int due = check->named + (int)level->position;
    int number = 0;
    const struct data *own = data_get(level, "level");
    if (data_whole(own, 0, 1000000, &number) && number != due) {
        complain(check->complaints, own, M_PACK_LEVEL_DUE, number, due);
    }
    const struct data *name = data_get(level, "name");
    const char *official = has_single_names(check) ? declaration_level_name(check->pack, due)
                                                   : text_at(names, level->position);
    if (official != NULL && name != NULL && name->type == DATA_TEXT &&
        strcmp(official, name->text) != 0) {
        complain(check->complaints, name, M_PACK_LEVEL_NAME, name->text, official);
    }
}

static void check_indicator(const struct check *check, const struct data *indicator)
{
    const struct data *kind = data_get(indicator, "kind");
    const struct data *names = names_of(check, indicator);
    if (kind != NULL && kind->type == DATA_TEXT && names == NULL) {
        complain(check->complaints, kind, M_PACK_KIND, kind->text);
    } else if (kind == NULL && !has_single_names(check)) {
        complain(check->complaints, indicator, M_PACK_FIELD_MISSING, "kind",
                 lang_text(pack_field_row(RECORD_INDICATOR, "kind")->meaning));
    }
    const struct data *levels = data_get(indicator, "levels");
    if (!check->has_scale || levels == NULL || !data_is_list(levels)) {
        return;
    }
    size_t due = (size_t)(check->highest - check->named) + 1;
    if (levels->count != due) {
        complain(check->complaints, levels, M_PACK_LEVEL_COUNT, data_text(indicator, "id", "?"),
                 levels->count, due);
    }
    for (const struct data *level = levels->first; level != NULL && level->position < due;
         level = level->next) {
        check_one_level(check, level, names);
    }
}

static void check_level_names(const struct check *check)
{
    const struct data *all = data_get(check->pack->pack, "level_names");
    size_t due = (size_t)(check->highest - check->named) + 1;
    bool listed = check->has_scale && all != NULL && all->type == DATA_RECORD;
    const struct data *names = listed ? all->first : NULL;
    if (listed && has_single_names(check)) {
        for (int number = check->lowest; number <= check->highest; number++) {
            if (declaration_level_name(check->pack, number) == NULL) {
                complain(check->complaints, all, M_PACK_LEVEL_NAMES, all->count, "level_names",
                         due);
                return;
            }
        }
    }
    for (; names != NULL; names = names->next) {
        if (names->type == DATA_LIST && names->count != due) {
            complain(check->complaints, names, M_PACK_LEVEL_NAMES, names->count, names->key, due);
        }
    }
}

/* True when a criterion of the list counts in `year`. */
static bool asks_something(const struct data *criteria, int year)
{
    for (const struct data *each = criteria->first; each != NULL; each = each->next) {
        if (instrument_holds(declaration_years(each), year)) {
            return true;
        }
    }
    return false;
}

/* Evidence must name a criterion of the level, so a level without any cannot be proved, and one whose
 * evidence is not due would be given for nothing; only a baseline may stand empty. */
static void check_reachable(const struct check *check, const struct data *level)
{
    const struct data *criteria = data_get(level, "criteria");
    if (criteria == NULL || !data_is_list(criteria) || data_flag(level, "baseline")) {
        return;
    }
    for (int year = check->first; check->has_years && year <= check->last; year++) {
        if (!asks_something(criteria, year)) {
            complain(check->complaints, criteria, M_PACK_LEVEL_CLOSED,
                     check->named + (int)level->position,
                     data_text(declaration_owner(level), "id", "?"), year);
            return;
        }
    }
}

static void check_levels(const struct check *check)
{
    check_level_names(check);
    for (size_t i = 0; i < check->pack->indicators.count; i++) {
        check_indicator(check, check->pack->indicators.items[i]);
    }
    for (size_t i = 0; i < check->pack->levels.count; i++) {
        check_reachable(check, check->pack->levels.items[i]);
    }
}

/* ---- criteria ---- */

/* The first year in which `document` was the guide, or 0. Years are keys, so they come in order. */
static int first_used(const struct check *check, const char *document)
{
    const struct data *guides = data_get(check->pack->pack, "guideline_by_year");
    const struct data *each = guides == NULL || guides->type != DATA_RECORD ? NULL : guides->first;
    for (; each != NULL; each = each->next) {
        if (each->type == DATA_TEXT && strcmp(each->text, document) == 0) {
            return data_key_year(each);
        }
    }
    return 0;
}

/* A criterion that only a guide asks for counts from the first year of that guide. */
static void check_guideline(const struct check *check, const struct data *criterion)
{
    int from = declaration_years(criterion).from;
    const struct data *flag = data_get(criterion, "guideline_only");
    const char *id = data_text(criterion, "id", "?");
    const char *basis = data_text(criterion, "basis", "");
    int used = first_used(check, basis);
    if (!data_flag(criterion, "guideline_only")) {
        return;
    }
    if (from == 0) {
        complain(check->complaints, flag, M_PACK_GUIDE_FROM, id, basis);
    } else if (used == 0) {
        complain(check->complaints, flag, M_PACK_GUIDE_UNUSED, id, basis);
    } else if (from != used) {
        complain(check->complaints, data_get(criterion, "from"), M_PACK_GUIDE_YEAR, id, from, basis,
                 used);
    }
}

static void check_criteria(const struct check *check)
{
    for (size_t i = 0; i < check->pack->criteria.count; i++) {
        const struct data *criterion = check->pack->criteria.items[i];
        check_document(check, data_get(criterion, "basis"));
        if (!data_flag(criterion, "withdrawn")) {
            check_guideline(check, criterion);
            check_dated(check, criterion);
        }
    }
    for (size_t i = 0; i < check->pack->levels.count; i++) {
        const struct data *list = data_get(check->pack->levels.items[i], "differences");
        const struct data *each = list == NULL || !data_is_list(list) ? NULL : list->first;
        for (; each != NULL; each = each->next) {
            check_document(check, data_get(each, "source"));
        }
    }
}

void check_tree(const struct declaration *declaration, struct complaints *complaints)
{
    struct check check = check_start(declaration, complaints);
    if (!check_most(&check, declaration->pack, "indicators", declaration->scored,
                    LIMIT_INDICATORS)) {
        return;
    }
    check_count(&check, "domains", declaration->domains.count);
    check_count(&check, "aspects", declaration->aspects.count);
    check_count(&check, "indicators", declaration->indicators.count);
    check_count(&check, "scored_slots", declaration->scored);
    check_ids(&check);
    check_weights(&check);
    check_levels(&check);
    check_criteria(&check);
}
