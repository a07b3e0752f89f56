#include "check_case.h"

#include "check.h"
#include "limit.h"
#include "message.h"

#include <stdlib.h>
#include <string.h>

/* The first item of the list at `key` of a record; NULL when there is none. */
static const struct data *items_of(const struct data *record, const char *key)
{
    const struct data *list = data_get(record, key);
    return list != NULL && data_is_list(list) ? list->first : NULL;
}

/* ---- examples ---- */

/* A number as it is published: with exactly as many decimals as the pack says. */
static void check_published(const struct check *check, const struct data *value)
{
    int decimals = declaration_whole(check->pack, "rounding", "published_decimals", 2);
    struct fraction number;
    if (value == NULL || value->type != DATA_TEXT) {
        return;
    }
    const char *point = strchr(value->text, '.');
    size_t digits = point == NULL ? 0 : strlen(point + 1);
    if (!data_fraction(value, &number) || digits != (size_t)decimals) {
        complain(check->complaints, value, M_PACK_CASE_NUMBER, value->text, decimals);
    }
}

/* The values expected of domains or aspects, by id. */
static void check_parts(const struct check *check, const struct data *parts,
                        const struct name_index *known)
{
    const struct data *each = parts == NULL || parts->type != DATA_RECORD ? NULL : parts->first;
    for (; each != NULL; each = each->next) {
        check_published(check, each);
        if (name_index_find(known, each->key) == NULL) {
            complain(check->complaints, each, M_PACK_NO_SUCH_ID, each->key);
        }
    }
}

static void check_expect(const struct check *check, const struct data *expect)
{
    const struct data *exact = data_get(expect, "exact");
    const struct data *predicate = data_get(expect, "predicate");
    struct fraction number;
    check_published(check, data_get(expect, "index"));
    if (exact != NULL && exact->type == DATA_TEXT && !data_fraction(exact, &number)) {
        complain(check->complaints, exact, M_PACK_CASE_EXACT, exact->text);
    }
    check_parts(check, data_get(expect, "domains"), &check->pack->domain_ids);
    check_parts(check, data_get(expect, "aspects"), &check->pack->aspect_ids);
    check_parts(check, data_get(expect, "indicators"), &check->pack->indicator_ids);
    if (predicate == NULL || predicate->type != DATA_TEXT) {
        return;
    }
    const struct data *band = items_of(check->pack->pack, "predicates");
    while (band != NULL && strcmp(data_text(band, "name", ""), predicate->text) != 0) {
        band = band->next;
    }
    if (band == NULL) {
        complain(check->complaints, predicate, M_PACK_CASE_PREDICATE, predicate->text);
    }
}

static void check_kind(const struct check *check, const struct data *kind)
{
    static const char *const kinds[] = {"kementerian", "lembaga", "provinsi",
                                        "kabupaten",   "kota",    "lainnya"};
    if (kind == NULL || kind->type != DATA_TEXT) {
        return;
    }
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (strcmp(kinds[i], kind->text) == 0) {
            return;
        }
    }
    complain(check->complaints, kind, M_PACK_CASE_KIND, kind->text);
}

/* Each criterion that an example names stands in the pack; a slot's as its indicator's. */
static void check_criteria(const struct check *check, const struct data *example, const char *key)
{
    for (const struct data *name = items_of(example, key); name != NULL; name = name->next) {
        struct text plain = TEXT_EMPTY;
        if (name->type != DATA_TEXT) {
            continue;
        }
        size_t slot = strcspn(name->text, "-");
        text_append(&plain, name->text, slot);
        text_add(&plain, name->text + slot + strcspn(name->text + slot, "."));
        if (!declaration_means_any(check->pack, plain.bytes)) {
            complain(check->complaints, name, M_PACK_NO_SUCH_ID, name->text);
        }
        text_release(&plain);
    }
}

/* Each indicator that an example leaves open stands in the pack. */
static void check_unanswered(const struct check *check, const struct data *example)
{
    const struct data *name = items_of(example, "unanswered");
    for (; name != NULL; name = name->next) {
        if (name->type == DATA_TEXT &&
            name_index_find(&check->pack->indicator_ids, name->text) == NULL) {
            complain(check->complaints, name, M_PACK_NO_SUCH_ID, name->text);
        }
    }
}

/* The values of aspects that an example gives: one for each. */
static void check_aspects(const struct check *check, const struct data *aspects)
{
    struct fraction value;
    check_parts(check, aspects, &check->pack->aspect_ids);
    for (size_t i = 0; i < check->pack->aspects.count; i++) {
        const char *id = data_text(check->pack->aspects.items[i], "id", NULL);
        if (id != NULL && !data_fraction(data_get(aspects, id), &value)) {
            complain(check->complaints, aspects, M_PACK_CASE_ASPECT, id);
        }
    }
}

/* One level or value for each indicator. */
static void check_values(const struct check *check, const struct data *values)
{
    size_t due = check->pack->scored;
    if (values != NULL && data_is_list(values) && values->count != due) {
        complain(check->complaints, values, M_PACK_CASE_LEVELS, values->count, due);
    }
}

/* The indicator that is converted from an outside index of that key. */
static bool has_measure(const struct declaration *pack, const char *key)
{
    for (size_t i = 0; i < pack->indicators.count; i++) {
        const struct data *conversion = data_get(pack->indicators.items[i], "conversion");
        if (strcmp(data_text(conversion, "input", ""), key) == 0) {
            return true;
        }
    }
    return false;
}

/* True when "I01.2.e1" is an item: the level is there, and has so many. */
static bool has_item(const struct declaration *pack, const char *id)
{
    const char *end = strstr(id, ".e");
    size_t digits = end == NULL ? 0 : strspn(end + 2, "0123456789");
    if (end == NULL || digits == 0 || digits > 3 || end[2] == '0' || end[2 + digits] != '\0') {
        return false;
    }
    const struct named *level = name_index_find_part(&pack->level_ids, id, (size_t)(end - id));
    const struct data *items = level == NULL ? NULL : data_get(level->value, "evidence");
    return items != NULL && data_is_list(items) && strtoul(end + 2, NULL, 10) <= items->count;
}

/* Items and measures that an example starts from. */
static void check_answers(const struct check *check, const struct data *example)
{
    const struct data *measures = data_get(example, "measures");
    struct fraction number;
    for (const struct data *each = items_of(example, "items"); each != NULL; each = each->next) {
        if (each->type == DATA_TEXT && !has_item(check->pack, each->text)) {
            complain(check->complaints, each, M_PACK_NO_SUCH_ID, each->text);
        }
    }
    const struct data *each =
        measures == NULL || measures->type != DATA_RECORD ? NULL : measures->first;
    for (; each != NULL; each = each->next) {
        if (!has_measure(check->pack, each->key)) {
            complain(check->complaints, each, M_PACK_NO_SUCH_ID, each->key);
        } else if (each->type == DATA_TEXT && !data_fraction(each, &number)) {
            complain(check->complaints, each, M_PACK_CASE_EXACT, each->text);
        }
    }
}

/* What an example starts from is one thing: levels, values, the values of aspects, criteria, or items
 * and measures. */
static void check_given(const struct check *check, const struct data *example)
{
    const struct data *aspects = data_get(example, "aspects");
    bool named = data_get(example, "case") != NULL; /* else there is a complaint about that */
    bool answers = data_get(example, "items") != NULL || data_get(example, "measures") != NULL;
    int given = (aspects != NULL) + (data_get(example, "levels") != NULL) +
                (data_get(example, "values") != NULL) + (data_get(example, "met") != NULL) +
                answers;
    if (named && given != 1) {
        complain(check->complaints, example, M_PACK_CASE_GIVEN);
    } else if (aspects != NULL && data_is_record(aspects)) {
        check_aspects(check, aspects);
    }
}

static void check_example(const struct check *check, const struct data *example)
{
    const struct data *basis = data_get(example, "basis");
    const struct data *year = data_get(example, "year");
    bool answers = data_get(example, "items") != NULL || data_get(example, "measures") != NULL ||
                   data_get(example, "met") != NULL;
    const char *due = answers ? "supported" : "claimed";
    int number = 0;
    check_values(check, data_get(example, "levels"));
    check_values(check, data_get(example, "values"));
    check_given(check, example);
    check_answers(check, example);
    for (const struct data *each = items_of(example, "levels"); each != NULL; each = each->next) {
        check_level(check, each);
    }
    if (check->has_years && data_whole(year, 0, check->first - 1, &number)) {
        complain(check->complaints, year, M_PACK_CASE_YEAR, number, check->first);
    }
    if (basis != NULL && basis->type == DATA_TEXT && strcmp(basis->text, due) != 0) {
        complain(check->complaints, basis, M_PACK_KNOWN, "basis", basis->text, due);
    }
    check_criteria(check, example, "met");
    check_criteria(check, example, "unproven");
    check_unanswered(check, example);
    check_kind(check, data_get(example, "kind"));
    check_expect(check, data_get(example, "expect"));
}

/* ---- checks of evidence ---- */

/* Each name in a list means at least one criterion. */
static void check_meant(const struct check *check, const struct data *names)
{
    for (const struct data *name = names; name != NULL; name = name->next) {
        if (name->type == DATA_TEXT && !declaration_means_any(check->pack, name->text)) {
            complain(check->complaints, name, M_PACK_NO_SUCH_ID, name->text);
        }
    }
}

static void check_age(const struct check *check, const struct data *age)
{
    int under = 0;
    const struct data *years = data_get(age, "under_years");
    check_dated(check, age);
    if (data_whole(years, 0, 0, &under)) {
        complain(check->complaints, years, M_PACK_AGE_NONE);
    }
    check_meant(check, items_of(age, "criteria"));
}

static void check_words(const struct check *check, const char *key)
{
    for (const struct data *word = items_of(check->pack->checks, key); word != NULL;
         word = word->next) {
        if (word->type == DATA_TEXT &&
            strcspn(word->text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != strlen(word->text)) {
            complain(check->complaints, word, M_PACK_WORD_CASE, word->text);
        }
    }
}

static void check_coverage(const struct check *check, const char *key)
{
    const struct data *coverage = data_get(check->pack->checks, "coverage");
    for (const struct data *id = items_of(coverage, key); id != NULL; id = id->next) {
        if (id->type == DATA_TEXT && name_index_find(&check->pack->level_ids, id->text) == NULL) {
            complain(check->complaints, id, M_PACK_NO_SUCH_ID, id->text);
        }
    }
}

static void check_examples(const struct check *check)
{
    const struct data *list = check->pack->examples;
    if (list == NULL || !data_is_list(list) ||
        !check_most(check, list, "examples", list->count, LIMIT_EXAMPLES)) {
        return;
    }
    for (const struct data *each = list->first; each != NULL; each = each->next) {
        check_example(check, each);
    }
}

static void check_ages(const struct check *check)
{
    const struct data *list = data_get(check->pack->checks, "ages");
    if (list == NULL || !data_is_list(list) ||
        !check_most(check, list, "ages", list->count, LIMIT_AGE_RULES)) {
        return;
    }
    for (const struct data *each = list->first; each != NULL; each = each->next) {
        check_age(check, each);
    }
}

void check_case(const struct declaration *declaration, struct complaints *complaints)
{
    struct check check = check_start(declaration, complaints);
    check_examples(&check);
    check_ages(&check);
    check_meant(&check, items_of(declaration->checks, "policy_proves"));
    check_words(&check, "policy_words");
    check_words(&check, "record_words");
    check_words(&check, "draft_words");
    check_coverage(&check, "partial");
    check_coverage(&check, "full");
}
