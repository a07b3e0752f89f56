#include "check_scale.h"

#include "check.h"
#include "message.h"

#include <stdio.h>
#include <string.h>

enum { DECIMALS_MAX = 9, DUTY_MAX = 100 };

/* The list at `key` of a record, or NULL. */
static const struct data *list_of(const struct data *record, const char *key)
{
    const struct data *list = data_get(record, key);
    return list != NULL && data_is_list(list) ? list : NULL;
}

/* ---- what the program knows ---- */

/* A text, where it stands, is the one that this program knows, or `also`. */
static void check_known(const struct check *check, const struct data *record, const char *key,
                        const char *known, const char *also)
{
    const struct data *value = data_get(record, key);
    if (value != NULL && value->type == DATA_TEXT && strcmp(value->text, known) != 0 &&
        (also == NULL || strcmp(value->text, also) != 0)) {
        complain(check->complaints, value, M_PACK_KNOWN, key, value->text, known);
    }
}

static void check_identity(const struct check *check)
{
    const struct data *pack = check->pack->pack;
    const struct data *id = data_get(pack, "id");
    check_known(check, pack, "format", "spbe-pack/1", NULL);
    if (id != NULL && id->type == DATA_TEXT &&
        strspn(id->text, "abcdefghijklmnopqrstuvwxyz0123456789-") != strlen(id->text)) {
        complain(check->complaints, id, M_PACK_ID_PACK, id->text);
    }
    const struct data *cumulative = data_get(pack, "cumulative");
    if (cumulative != NULL && cumulative->type == DATA_FLAG && !cumulative->flag) {
        complain(check->complaints, cumulative, M_PACK_KNOWN, "cumulative", "false", "true");
    }
}

static void check_rounding(const struct check *check)
{
    const struct data *rounding = data_get(check->pack->pack, "rounding");
    const struct data *decimals = data_get(rounding, "published_decimals");
    int number = 0;
    check_known(check, rounding, "intermediate", "none", "unrounded");
    check_known(check, rounding, "mode", "half-up", "unknown (half-up assumed)");
    check_known(check, data_get(check->pack->pack, "items"), "shares", "equal", NULL);
    if (data_whole(decimals, DECIMALS_MAX + 1, 1000000, &number)) {
        complain(check->complaints, decimals, M_PACK_DECIMALS, number, DECIMALS_MAX);
    }
}

/* ---- years ---- */

static void check_years(const struct check *check)
{
    const struct data *years = data_get(check->pack->pack, "years");
    int first = declaration_whole(check->pack, "years", "first", 0);
    int last = declaration_whole(check->pack, "years", "last", first);
    if (last < first) {
        complain(check->complaints, data_get(years, "last"), M_PACK_YEARS, first, last);
    }
}

/* Each accepted year has its guide, where guides are named at all. */
static void check_guides(const struct check *check)
{
    const struct data *guides = data_get(check->pack->pack, "guideline_by_year");
    if (!check->has_years || guides == NULL || guides->type != DATA_RECORD) {
        return;
    }
    for (const struct data *each = guides->first; each != NULL; each = each->next) {
        int year = data_key_year(each);
        check_document(check, each);
        if (year != 0 && (year < check->first || year > check->last)) {
            complain(check->complaints, each, M_PACK_DATE_OUTSIDE, year, check->first, check->last);
        }
    }
    for (int year = check->first; year <= check->last; year++) {
        char key[16];
        snprintf(key, sizeof key, "%d", year);
        if (data_get(guides, key) == NULL) {
            complain(check->complaints, guides, M_PACK_GUIDE_GAP, year);
        }
    }
}

/* The reading of the predicate is known from the first accepted year on. */
static void check_readings(const struct check *check)
{
    const struct data *readings = data_get(data_get(check->pack->pack, "rounding"), "predicate_on");
    if (readings == NULL || !data_is_record(readings)) {
        return;
    }
    for (const struct data *each = readings->first; each != NULL; each = each->next) {
        if (each->type == DATA_TEXT && strcmp(each->text, "rounded") != 0 &&
            strcmp(each->text, "exact") != 0) {
            complain(check->complaints, each, M_PACK_READING, each->text);
        }
    }
    const struct data *first = readings->first;
    if (check->has_years && (first == NULL || data_key_year(first) > check->first)) {
        complain(check->complaints, readings, M_PACK_READING_GAP, check->first);
    }
}

/* ---- scale and bands ---- */

/* Complains with the row's sentence about a number outside the scale. */
static void check_within(const struct check *check, const struct data *number, enum error_kind kind,
                         const char *id, const char *format)
{
    struct fraction value;
    char words[64];
    if (check->has_scale && data_fraction(number, &value) &&
        (fraction_compare(value, fraction_whole(check->lowest)) < 0 ||
         fraction_compare(value, fraction_whole(check->highest)) > 0)) {
        complain(check->complaints, number, kind, id, format, check_say(value, words),
                 check->lowest, check->highest);
    }
}

static void check_ends(const struct check *check)
{
    const struct data *scale = data_get(check->pack->pack, "scale");
    if (!check->has_scale && check->lowest >= 0 && check->highest >= 0) {
        complain(check->complaints, scale, M_PACK_SCALE, check->lowest, check->highest);
    }
    check_within(check, data_get(scale, "unanswered"), M_PACK_UNANSWERED);
}

/* The two bounds of a band, where both are numbers. */
static bool bounds(const struct data *band, struct fraction *min, struct fraction *max)
{
    return data_fraction(data_get(band, "min"), min) && data_fraction(data_get(band, "max"), max);
}

/* A band that begins somewhere else than where the one above it ends. */
static void check_seam(const struct check *check, const struct data *above,
                       const struct data *below)
{
    struct fraction upper_min, upper_max, min, max;
    char from[64], to[64];
    if (!bounds(above, &upper_min, &upper_max) || !bounds(below, &min, &max)) {
        return;
    }
    int order = fraction_compare(max, upper_min);
    if (order < 0) {
        complain(check->complaints, data_get(below, "max"), M_PACK_BAND_GAP, check_say(max, from),
                 check_say(upper_min, to));
    } else if (order > 0) {
        complain(check->complaints, data_get(below, "max"), M_PACK_BAND_OVERLAP,
                 check_say(upper_min, from), check_say(max, to));
    }
}

/* One band: not empty, and open at its top unless it is the highest. */
static void check_band(const struct check *check, const struct data *band, bool highest)
{
    struct fraction min, max;
    char from[64], to[64];
    if (bounds(band, &min, &max) && fraction_compare(min, max) >= 0) {
        complain(check->complaints, data_get(band, "min"), M_PACK_BAND_EMPTY, check_say(min, from),
                 check_say(max, to));
    }
    const struct data *inclusive = data_get(band, "max_inclusive");
    if (data_flag(band, "max_inclusive") != highest) {
        complain(check->complaints, inclusive == NULL ? band : inclusive, M_PACK_BAND_INCLUSIVE);
    }
}

/* The outer ends of all bands are those of the scale. */
static void check_cover(const struct check *check, const struct data *highest,
                        const struct data *lowest)
{
    const struct data *top = data_get(highest, "max");
    const struct data *bottom = data_get(lowest, "min");
    struct fraction value;
    char words[64];
    if (!check->has_scale) {
        return;
    }
    if (data_fraction(top, &value) &&
        fraction_compare(value, fraction_whole(check->highest)) != 0) {
        complain(check->complaints, top, M_PACK_BAND_TOP, check_say(value, words), check->highest);
    }
    if (data_fraction(bottom, &value) &&
        fraction_compare(value, fraction_whole(check->lowest)) != 0) {
        complain(check->complaints, bottom, M_PACK_BAND_BOTTOM, check_say(value, words),
                 check->lowest);
    }
}

static void check_bands(const struct check *check)
{
    const struct data *bands = list_of(check->pack->pack, "predicates");
    const struct data *before = NULL;
    if (bands == NULL) {
        return;
    }
    if (bands->count == 0) {
        complain(check->complaints, bands, M_PACK_BAND_NONE);
        return;
    }
    bool rising = declaration_bands_rise(check->pack);
    for (const struct data *band = bands->first; band != NULL; band = band->next) {
        check_band(check, band, rising ? band->next == NULL : band->position == 0);
        if (before != NULL) {
            check_seam(check, rising ? band : before, rising ? before : band);
        }
        before = band;
    }
    check_cover(check, rising ? before : bands->first, rising ? bands->first : before);
}

/* ---- duty, targets, reports ---- */

static void check_duty(const struct check *check)
{
    const struct data *duty = data_get(check->pack->pack, "evidence_duty");
    const struct data *from = data_get(duty, "from_level");
    const struct data *least = data_get(duty, "at_least");
    int number = 0;
    if (check->has_scale && data_whole(from, 0, 1000000, &number) &&
        (number < check->lowest || number > check->highest + 1)) {
        complain(check->complaints, from, M_PACK_DUTY_LEVEL, number, check->lowest,
                 check->highest + 1);
    }
    if (data_whole(least, 0, 1000000, &number) && (number < 1 || number > DUTY_MAX)) {
        complain(check->complaints, least, M_PACK_DUTY_COUNT, number, DUTY_MAX);
    }
}

static void check_levels_of(const struct check *check, const struct data *record, const char *key)
{
    const struct data *levels = list_of(record, key);
    const struct data *each = levels == NULL ? NULL : levels->first;
    for (; each != NULL; each = each->next) {
        check_level(check, each);
    }
}

static void check_target(const struct check *check)
{
    const struct data *target = data_get(check->pack->pack, "national_target");
    check_level(check, data_get(target, "indicator_level"));
    check_within(check, data_get(target, "index_min"), M_PACK_TARGET);
}

/* No two records of a list share a text. */
static void check_distinct(const struct check *check, const char *list, const char *key)
{
    struct arena arena = ARENA_EMPTY;
    struct name_index names = declaration_names(data_get(check->pack->pack, list), key, &arena);
    for (size_t i = 1; i < names.count; i++) {
        if (strcmp(names.list[i - 1].name, names.list[i].name) == 0) {
            complain(check->complaints, data_get(names.list[i].value, key), M_PACK_TWICE,
                     names.list[i].name, list);
        }
    }
    arena_release(&arena);
}

void check_scale(const struct declaration *declaration, struct complaints *complaints)
{
    struct check check = check_start(declaration, complaints);
    const struct data *report = data_get(declaration->pack, "report_rules");
    check_identity(&check);
    check_years(&check);
    check_guides(&check);
    check_ends(&check);
    check_rounding(&check);
    check_readings(&check);
    check_bands(&check);
    check_duty(&check);
    check_target(&check);
    check_levels_of(&check, report, "fulfilled_levels");
    check_levels_of(&check, report, "strength_levels");
    check_levels_of(&check, report, "weakness_levels");
    check_distinct(&check, "legal_basis", "id");
    check_distinct(&check, "predicates", "name");
    check_distinct(&check, "general_questions", "id");
}
