#include "pack_build.h"

#include "pack_price.h"

#include <assert.h>
#include <limits.h>
#include <string.h>

/* What is being built. The counts of *to say how far each array is filled. */
struct build {
    const struct declaration *from;
    struct instrument *to;
    struct arena *arena;
    int64_t parts;        /* into which a percent is divided */
    const char *document; /* that criteria come from when they do not say it */
    struct domain *domains;
    struct aspect *aspects;
    struct indicator *indicators;
    struct level *levels;
    struct criterion *criteria;
    /* What levels and criteria were declared as: slots share their indicator's. NULL for a level 0 that
     * only a rule adds. */
    const struct data **level_from, **criterion_from;
};

/* ---- small values ---- */

static int whole(const struct data *record, const char *key, int otherwise)
{
    int number = otherwise;
    data_whole(data_get(record, key), 0, INT_MAX, &number);
    return number;
}

static struct fraction exact(const struct data *record, const char *key)
{
    struct fraction number = fraction_whole(0);
    data_fraction(data_get(record, key), &number);
    return number;
}

static const char *text(const struct data *record, const char *key)
{
    return data_text(record, key, "");
}

/* The number of values in a field, 0 when there is none. */
static size_t count_of(const struct data *record, const char *key)
{
    const struct data *value = data_get(record, key);
    return value == NULL ? 0 : value->count;
}

/* The first value in a field, or NULL. */
static const struct data *first_of(const struct data *record, const char *key)
{
    const struct data *value = data_get(record, key);
    return value == NULL ? NULL : value->first;
}

/* A list of texts, NULL-terminated. */
static string_list texts(const struct build *build, const struct data *record, const char *key)
{
    const char **list = arena_get(build->arena, count_of(record, key) + 1, sizeof *list);
    size_t i = 0;
    for (const struct data *each = first_of(record, key); each != NULL; each = each->next) {
        list[i++] = each->text;
    }
    return list;
}

/* A weight in whole units. Exact, since the check has found a common part for all weights. */
static int64_t units(const struct build *build, struct fraction weight)
{
    assert(build->parts % weight.den == 0);
    return weight.num * (build->parts / weight.den);
}

/* ---- the tree ---- */

/* The id of a criterion: as declared, or in a slot with the slot's id in front: "I35-1.3.a". */
static const char *criterion_id(const struct build *build, const struct data *from)
{
    const struct indicator *indicator = &build->indicators[build->to->indicator_count - 1];
    const char *id = text(from, "id");
    return indicator->slot_of == NULL
               ? id
               : arena_format(build->arena, "%s%s", indicator->id, id + strlen(indicator->slot_of));
}

static const struct metric *metric_of(const struct build *build, const struct data *criterion)
{
    const struct data *from = data_get(criterion, "metric");
    if (from == NULL) {
        return NULL;
    }
    struct metric *metric = arena_get(build->arena, 1, sizeof *metric);
    *metric = (struct metric){
        .key = text(from, "key"),
        .unit = text(from, "unit"),
        .has_min = data_get(from, "min") != NULL,
        .min_inclusive = data_flag(from, "min_inclusive"),
        .has_max = data_get(from, "max") != NULL,
        .max_inclusive = data_flag(from, "max_inclusive"),
        .min = exact(from, "min"),
        .max = exact(from, "max"),
    };
    return metric;
}

/* Whether a criterion must be met. Where its level has a decisive one, the others describe. */
static enum demand demand_of(const struct data *criterion)
{
    bool decided = false;
    for (const struct data *each = criterion->parent->first; each != NULL; each = each->next) {
        decided = decided || data_flag(each, "decisive");
    }
    if (decided) {
        return data_flag(criterion, "decisive") ? DEMAND_ALWAYS : DEMAND_NEVER;
    }
    if (data_flag(criterion, "optional") || data_flag(criterion, "describes_state")) {
        return DEMAND_NEVER;
    }
    return data_get(criterion, "any_of") == NULL ? DEMAND_ALWAYS : DEMAND_GROUP;
}

static unsigned kinds_of(const struct data *criterion)
{
    unsigned kinds = 0;
    const struct data *each = first_of(criterion, "applies_to");
    for (; each != NULL; each = each->next) {
        declaration_kinds(each->text, &kinds);
    }
    return kinds;
}

static void add_criterion(struct build *build, const struct data *from)
{
    build->criterion_from[build->to->criterion_count] = from;
    struct criterion *criterion = &build->criteria[build->to->criterion_count++];
    *criterion = (struct criterion){
        .id = criterion_id(build, from),
        .text = text(from, "text"),
        .basis = data_text(from, "basis", build->document),
        .guideline_only = data_flag(from, "guideline_only"),
        .years = declaration_years(from),
        .withdrawn = data_flag(from, "withdrawn"),
        .kinds = kinds_of(from),
        .demand = demand_of(from),
        .group = text(from, "any_of"),
        .optional = data_flag(from, "optional"),
        .uncertain = data_flag(from, "uncertain"),
        .decisive = data_flag(from, "decisive"),
        .describes_state = data_flag(from, "describes_state"),
        .metric = metric_of(build, from),
        .detail = text(from, "detail"),
        .indicator = (int)build->to->indicator_count - 1,
        .level = (int)build->to->level_count - 1,
    };
    build->to->conditional = build->to->conditional || criterion->kinds != 0 ||
                             criterion->demand != DEMAND_ALWAYS || criterion->decisive;
}

static void add_differences(struct build *build, const struct data *from, struct level *level)
{
    struct difference *list =
        arena_get(build->arena, count_of(from, "differences") + 1, sizeof *list);
    for (const struct data *each = first_of(from, "differences"); each != NULL; each = each->next) {
        list[level->difference_count++] =
            (struct difference){text(each, "source"), text(each, "text")};
    }
    level->differences = list;
}

/* The name of a level: its own, or that of its place among the names of the indicator's kind. */
static const char *level_name(const struct build *build, const struct data *from)
{
    const struct data *names = data_get(data_get(build->from->pack, "level_names"),
                                        build->indicators[build->to->indicator_count - 1].kind);
    const struct data *name = names == NULL ? NULL : names->first;
    for (size_t i = 0; name != NULL && i < from->position; i++) {
        name = name->next;
    }
    const char *common = declaration_level_name(build->from, whole(from, "level", 0));
    const char *by_kind = name == NULL || name->type != DATA_TEXT ? "" : name->text;
    return data_text(from, "name", common != NULL ? common : by_kind);
}

/* The level 0 of an indicator, where the pack has one by rule: granted to everyone. */
static void add_zero(struct build *build, const struct data *indicator)
{
    const struct data *rule = data_get(build->from->pack, "level_zero_rule");
    if (rule != NULL) {
        build->level_from[build->to->level_count] = NULL;
        build->levels[build->to->level_count++] = (struct level){
            .number = 0,
            .from = fraction_whole(0),
            .to = fraction_whole(0),
            .name = text(rule, "name"),
            .baseline = true,
            .note = text(indicator, "level_zero"),
            .examples = "",
            .criteria = {(uint32_t)build->to->criterion_count, 0},
            .evidence = texts(build, indicator, ""),
        };
    }
}

/* What each item of a level adds: as declared, or an equal share of what the level has to give. */
static void add_points(struct build *build, const struct data *from, struct level *level)
{
    const struct data *declared = first_of(from, "item_points");
    size_t count = count_of(from, "evidence");
    struct fraction *points = arena_get(build->arena, count + 1, sizeof *points);
    struct fraction share = fraction_whole(0);
    bool exact = count == 0 || (fraction_subtract(level->to, level->from, &share) &&
                                fraction_divide(share, fraction_whole((int64_t)count), &share));
    assert(exact);
    (void)exact;
    for (size_t i = 0; i < count; i++) {
        points[i] = share;
        if (declared != NULL) {
            data_fraction(declared, &points[i]);
            declared = declared->next;
        }
    }
    level->points = points;
    level->item_count = count;
}

/* A value at the end of a level; its number, where only levels are values. */
static struct fraction end_of(const struct data *level, const char *key)
{
    bool banded = data_get(level, key) != NULL;
    return banded ? exact(level, key) : fraction_whole(whole(level, "level", 0));
}

static void add_level(struct build *build, const struct data *from)
{
    build->level_from[build->to->level_count] = from;
    struct level *level = &build->levels[build->to->level_count++];
    *level = (struct level){
        .number = whole(from, "level", 0),
        .name = level_name(build, from),
        .from = end_of(from, "value_from"),
        .to = end_of(from, "value_to"),
        .baseline = data_flag(from, "baseline"),
        .note = text(from, "note"),
        .examples = text(from, "examples"),
        .criteria = {(uint32_t)build->to->criterion_count, (uint32_t)count_of(from, "criteria")},
        .evidence = texts(build, from, "evidence"),
    };
    add_differences(build, from, level);
    if (build->to->items && data_get(declaration_owner(from), "conversion") == NULL) {
        add_points(build, from, level);
    }
    for (const struct data *each = first_of(from, "criteria"); each != NULL; each = each->next) {
        add_criterion(build, each);
    }
}

static struct line line_of(const struct data *from)
{
    struct fraction numbers[4] = {{0, 1}, {0, 1}, {0, 1}, {0, 1}};
    size_t count = 0;
    for (const struct data *each = from->first; each != NULL && count < 4; each = each->next) {
        data_fraction(each, &numbers[count++]);
    }
    return (struct line){numbers[0], numbers[1], numbers[2], numbers[3]};
}

/* The published examples of a conversion. */
static void add_worked(struct build *build, const struct data *from, struct conversion *conversion)
{
    struct worked *list = arena_get(build->arena, count_of(from, "worked") + 1, sizeof *list);
    for (const struct data *each = first_of(from, "worked"); each != NULL; each = each->next) {
        struct worked *one = &list[conversion->worked_count++];
        data_fraction(data_get(each, "in"), &one->in);
        data_fraction(data_get(each, "out"), &one->out);
    }
    conversion->worked = list;
}

/* The conversion of an indicator and the one measure that it asks for. */
static void add_conversion(struct build *build, const struct data *from,
                           struct indicator *indicator)
{
    const struct data *own = data_get(from, "conversion");
    if (own == NULL) {
        return;
    }
    struct conversion *conversion = arena_get(build->arena, 1, sizeof *conversion);
    struct line *lines = arena_get(build->arena, count_of(own, "bands") + 1, sizeof *lines);
    const char **keys = arena_get(build->arena, 2, sizeof *keys);
    *conversion = (struct conversion){
        .input = text(own, "input"),
        .formula = text(own, "formula"),
        .basis = text(own, "basis"),
        .confidence = text(own, "confidence"),
        .note = text(own, "note"),
        .lines = lines,
    };
    for (const struct data *each = first_of(own, "bands"); each != NULL; each = each->next) {
        lines[conversion->line_count++] = line_of(each);
    }
    add_worked(build, own, conversion);
    keys[0] = conversion->input;
    indicator->measures = keys;
    indicator->conversion = conversion;
}

/* The name of an indicator's scoring function, or NULL. */
static const char *function_of(const struct data *indicator)
{
    const struct data *value = data_get(indicator, "value");
    return value != NULL && value->type == DATA_FUNCTION ? value->first->text : NULL;
}

/* An indicator, or one of its slots. */
static void add_scored(struct build *build, const struct data *from, const struct data *slot)
{
    const struct data *own = slot == NULL ? from : slot;
    const char *ladder = text(data_get(from, "confidence_detail"), "ladder");
    struct fraction weight = exact(own, "weight");
    build->indicators[build->to->indicator_count++] = (struct indicator){
        .id = text(own, "id"),
        .number = whole(from, "no", 0),
        .slot_of = slot == NULL ? NULL : text(from, "id"),
        .name = slot == NULL
                    ? text(from, "name")
                    : arena_format(build->arena, "%s: %s", text(from, "name"), text(slot, "label")),
        .short_name = slot == NULL ? text(from, "short_name") : text(slot, "label"),
        .kind = text(from, "kind"),
        .weight = weight,
        .units = units(build, weight),
        .definition = data_text(from, "definition", text(from, "scope")),
        .applicability = data_text(from, "applicability", text(from, "note")),
        .confidence = text(from, "confidence"),
        .confidence_note = data_text(from, "confidence_note", ladder),
        .data_source = text(from, "data_source"),
        .ladder_note = text(from, "ladder_note"),
        .supervisors = texts(build, from, "supervising_agencies"),
        .legal_basis = texts(build, from, "legal_basis"),
        .aliases = texts(build, from, "aliases"),
        .function = arena_string(build->arena, function_of(from)),
        .aspect = (int)build->to->aspect_count - 1,
        .levels = {(uint32_t)build->to->level_count, 0},
    };
    struct indicator *indicator = &build->indicators[build->to->indicator_count - 1];
    build->to->units_total += units(build, weight);
    add_conversion(build, from, indicator);
    add_zero(build, from);
    for (const struct data *each = first_of(from, "levels"); each != NULL; each = each->next) {
        add_level(build, each);
    }
    indicator->levels.count = (uint32_t)build->to->level_count - indicator->levels.first;
}

static void add_indicator(struct build *build, const struct data *from)
{
    const struct data *slots = declaration_slots(from);
    if (slots == NULL) {
        add_scored(build, from, NULL);
    }
    for (const struct data *each = slots == NULL ? NULL : slots->first; each != NULL;
         each = each->next) {
        add_scored(build, from, each);
    }
}

static void add_aspect(struct build *build, const struct data *from)
{
    struct fraction weight = exact(from, "weight");
    build->aspects[build->to->aspect_count++] = (struct aspect){
        .id = text(from, "id"),
        .number = whole(from, "no", 0),
        .name = text(from, "name"),
        .weight = weight,
        .units = units(build, weight),
        .aliases = texts(build, from, "aliases"),
        .domain = build->to->domain_count == 0 ? NOWHERE : (int)build->to->domain_count - 1,
        .indicators = {(uint32_t)build->to->indicator_count, 0},
    };
    struct aspect *aspect = &build->aspects[build->to->aspect_count - 1];
    for (const struct data *each = first_of(from, "indicators"); each != NULL; each = each->next) {
        add_indicator(build, each);
    }
    aspect->indicators.count = (uint32_t)build->to->indicator_count - aspect->indicators.first;
}

static void add_domain(struct build *build, const struct data *from)
{
    struct fraction weight = exact(from, "weight");
    build->domains[build->to->domain_count++] = (struct domain){
        .id = text(from, "id"),
        .number = whole(from, "no", 0),
        .name = text(from, "name"),
        .weight = weight,
        .units = units(build, weight),
        .aliases = texts(build, from, "aliases"),
        .aspects = {(uint32_t)build->to->aspect_count, (uint32_t)count_of(from, "aspects")},
    };
    for (const struct data *each = first_of(from, "aspects"); each != NULL; each = each->next) {
        add_aspect(build, each);
    }
}

/* Makes *parts so fine that the record's weight is whole in it. */
static void join_parts(int64_t *parts, const struct data *record)
{
    bool small = declaration_common(parts, exact(record, "weight").den);
    assert(small);
    (void)small;
}

/* The smallest number of parts of a percent, hundredths or finer, in which all weights are whole. */
static int64_t common_parts(const struct declaration *from)
{
    int64_t parts = DECLARATION_PARTS_LEAST;
    for (size_t i = 0; i < from->indicators.count; i++) {
        join_parts(&parts, from->indicators.items[i]);
        for (const struct data *slot = first_of(from->indicators.items[i], "slots"); slot != NULL;
             slot = slot->next) {
            join_parts(&parts, slot);
        }
    }
    return parts;
}

/* Counts levels and criteria, each as often as its indicator is assessed, and takes their arrays. */
static void take_levels(struct build *build)
{
    const struct declaration *from = build->from;
    size_t levels = 1;
    size_t criteria = 1;
    for (size_t i = 0; i < from->indicators.count; i++) {
        const struct data *slots = declaration_slots(from->indicators.items[i]);
        size_t times = slots == NULL ? 1 : slots->count;
        levels += times * (count_of(from->indicators.items[i], "levels") + 1);
        for (const struct data *level = first_of(from->indicators.items[i], "levels");
             level != NULL; level = level->next) {
            criteria += times * count_of(level, "criteria");
        }
    }
    build->levels = arena_get(build->arena, levels, sizeof *build->levels);
    build->level_from = arena_get(build->arena, levels, sizeof(const struct data *));
    build->criteria = arena_get(build->arena, criteria, sizeof *build->criteria);
    build->criterion_from = arena_get(build->arena, criteria, sizeof(const struct data *));
}

static void build_tree(struct build *build)
{
    const struct declaration *from = build->from;
    build->parts = common_parts(from);
    build->document = text(first_of(from->pack, "legal_basis"), "id");
    build->domains = arena_get(build->arena, from->domains.count + 1, sizeof *build->domains);
    build->aspects = arena_get(build->arena, from->aspects.count + 1, sizeof *build->aspects);
    build->indicators = arena_get(build->arena, from->scored + 1, sizeof *build->indicators);
    take_levels(build);
    for (size_t i = 0; i < from->domains.count; i++) {
        add_domain(build, from->domains.items[i]);
    }
    for (size_t i = 0; from->domains.count == 0 && i < from->aspects.count; i++) {
        add_aspect(build, from->aspects.items[i]);
    }
    build->to->domains = build->domains;
    build->to->aspects = build->aspects;
    build->to->indicators = build->indicators;
    build->to->levels = build->levels;
    build->to->criteria = build->criteria;
}

/* ---- parameters ---- */

static void build_bands(struct build *build)
{
    const struct data *pack = build->from->pack;
    struct band *bands = arena_get(build->arena, count_of(pack, "predicates") + 1, sizeof *bands);
    size_t count = count_of(pack, "predicates");
    bool rising = declaration_bands_rise(build->from);
    for (const struct data *each = first_of(pack, "predicates"); each != NULL; each = each->next) {
        size_t i = build->to->band_count++;
        bands[rising ? count - 1 - i : i] = (struct band){
            .name = text(each, "name"),
            .min = exact(each, "min"),
            .max = exact(each, "max"),
            .max_inclusive = data_flag(each, "max_inclusive"),
        };
    }
    build->to->bands = bands;
}

/* Years are keys of four digits and come sorted. */
static void build_readings(struct build *build)
{
    const struct data *rounding = data_get(build->from->pack, "rounding");
    struct dated_reading *readings =
        arena_get(build->arena, count_of(rounding, "predicate_on") + 1, sizeof *readings);
    for (const struct data *each = first_of(rounding, "predicate_on"); each != NULL;
         each = each->next) {
        readings[build->to->reading_count++] = (struct dated_reading){
            .from = data_key_year(each),
            .reading = strcmp(each->text, "exact") == 0 ? READING_EXACT : READING_ROUNDED,
            .source = text(rounding, "predicate_on_note"),
        };
    }
    build->to->readings = readings;
}

static void build_documents(struct build *build)
{
    const struct data *pack = build->from->pack;
    struct document *documents =
        arena_get(build->arena, count_of(pack, "legal_basis") + 1, sizeof *documents);
    for (const struct data *each = first_of(pack, "legal_basis"); each != NULL; each = each->next) {
        documents[build->to->document_count++] =
            (struct document){text(each, "id"), data_text(each, "title", text(each, "text"))};
    }
    build->to->documents = documents;
    struct guideline *guides =
        arena_get(build->arena, count_of(pack, "guideline_by_year") + 1, sizeof *guides);
    for (const struct data *each = first_of(pack, "guideline_by_year"); each != NULL;
         each = each->next) {
        guides[build->to->guideline_count++] = (struct guideline){data_key_year(each), each->text};
    }
    build->to->guidelines = guides;
}

static void build_conflicts(struct build *build)
{
    const struct data *notes = build->from->notes;
    struct conflict *conflicts =
        arena_get(build->arena, count_of(notes, "known_conflicts") + 1, sizeof *conflicts);
    for (const struct data *each = first_of(notes, "known_conflicts"); each != NULL;
         each = each->next) {
        conflicts[build->to->conflict_count++] =
            (struct conflict){text(each, "topic"), text(each, "text"), text(each, "resolution")};
    }
    build->to->conflicts = conflicts;
}

static void build_questions(struct build *build)
{
    const struct data *pack = build->from->pack;
    struct question *questions =
        arena_get(build->arena, count_of(pack, "general_questions") + 1, sizeof *questions);
    for (const struct data *each = first_of(pack, "general_questions"); each != NULL;
         each = each->next) {
        questions[build->to->question_count++] =
            (struct question){text(each, "id"), text(each, "text")};
    }
    build->to->questions = questions;
}

/* What a report says about the instrument itself: that it is unofficial, whether it is in force, how
 * the predicate was found to be read, how slots are counted, and what could not be confirmed. */
static void build_notes(struct build *build)
{
    const struct data *pack = build->from->pack;
    const struct data *formula = data_get(pack, "formula");
    const struct data *gaps = data_get(build->from->notes, "gaps");
    const char *const candidates[] = {
        text(pack, "disclaimer"),
        text(data_get(pack, "status"), "note"),
        text(data_get(pack, "rounding"), "predicate_on_note"),
        text(formula, "slots"),
        text(pack, "reading_note"),
    };
    const size_t own = sizeof candidates / sizeof *candidates;
    const char **notes =
        arena_get(build->arena, own + 1 + (gaps == NULL ? 0 : gaps->count), sizeof *notes);
    size_t count = 0;
    for (size_t i = 0; i < own; i++) {
        if (candidates[i][0] != '\0') {
            notes[count++] = candidates[i];
        }
    }
    for (const struct data *gap = gaps == NULL ? NULL : gaps->first; gap != NULL; gap = gap->next) {
        notes[count++] = gap->text;
    }
    build->to->notes = notes;
}

/* The lowest or the highest number of a list of levels; `otherwise` when it is empty. */
static int outermost(const struct data *record, const char *key, bool highest, int otherwise)
{
    int found = otherwise;
    for (const struct data *each = first_of(record, key); each != NULL; each = each->next) {
        int level = 0;
        bool first = each->position == 0;
        if (data_whole(each, 0, INT_MAX, &level) && (first || (level > found) == highest)) {
            found = level;
        }
    }
    return found;
}

static void build_report(struct build *build)
{
    const struct data *target = data_get(build->from->pack, "national_target");
    const struct data *report = data_get(build->from->pack, "report_rules");
    struct instrument *to = build->to;
    to->target_index = exact(target, "index_min");
    to->target_level = whole(target, "indicator_level", 0);
    to->strength_from = outermost(report, "strength_levels", false, to->level_highest + 1);
    to->weakness_to = outermost(report, "weakness_levels", true, to->level_lowest - 1);
}

/* Both records that tell of the official application. */
static void build_portal(struct build *build)
{
    enum { MEGABYTE = 1000000 };
    const struct data *upload = data_get(build->from->pack, "evidence_upload");
    const struct data *form = data_get(build->from->pack, "portal");
    build->to->portal = (struct portal){
        .facts = text(form, "facts"),
        .analysis = text(form, "analysis"),
        .explanation_length = whole(form, "explanation_length", 0),
        .files = whole(form, "files_per_indicator", 0),
        .file_bytes = (int64_t)whole(upload, "max_size_mb", 0) * MEGABYTE,
        .name_length = whole(upload, "max_name_length", 0),
        .types = texts(build, upload, "file_types"),
        .archive = text(form, "archive"),
        .file_prefix = text(form, "file_prefix"),
        .over_limit = text(upload, "over_limit"),
        .source = text(upload, "basis"),
        .confidence = text(upload, "confidence"),
        .uncertain = texts(build, form, "uncertain"),
    };
}

/* The words of papers. */
static void build_papers(struct build *build)
{
    const struct data *form = data_get(build->from->pack, "papers");
    struct result_paper *list = arena_get(build->arena, count_of(form, "list") + 1, sizeof *list);
    size_t count = 0;
    for (const struct data *each = first_of(form, "list"); each != NULL; each = each->next) {
        list[count++] = (struct result_paper){.id = text(each, "id"),
                                              .title = text(each, "title"),
                                              .official = data_flag(each, "official"),
                                              .statement = text(each, "statement"),
                                              .note = text(each, "note")};
    }
    build->to->papers = (struct papers){.subject = text(form, "subject"),
                                        .index = text(form, "index"),
                                        .evaluation = text(form, "evaluation"),
                                        .coordinator = text(form, "coordinator"),
                                        .internal_team = text(form, "internal_team"),
                                        .method = text(form, "method"),
                                        .list = list,
                                        .count = count};
}

/* ---- checks of evidence ---- */

/* A flag for each criterion: whether the list at `key` names it. */
static const bool *criteria_named(const struct build *build, const struct data *rule,
                                  const char *key)
{
    bool *flags = arena_get(build->arena, build->to->criterion_count + 1, sizeof *flags);
    struct name_index names = declaration_names(data_get(rule, key), NULL, build->arena);
    for (size_t i = 0; i < build->to->criterion_count; i++) {
        flags[i] = declaration_is_meant(&names, text(build->criterion_from[i], "id"));
    }
    return flags;
}

static void build_ages(struct build *build)
{
    const struct data *checks = build->from->checks;
    struct age_rule *ages = arena_get(build->arena, count_of(checks, "ages") + 1, sizeof *ages);
    size_t count = 0;
    for (const struct data *each = first_of(checks, "ages"); each != NULL; each = each->next) {
        ages[count++] = (struct age_rule){
            .years = declaration_years(each),
            .under_years = whole(each, "under_years", 0),
            .criteria = criteria_named(build, each, "criteria"),
            .what = text(each, "what"),
            .source = text(each, "source"),
        };
    }
    build->to->checks.ages = ages;
    build->to->checks.age_count = count;
}

static void build_coverage(struct build *build, const char *key, enum coverage coverage)
{
    const struct data *all = data_get(build->from->checks, "coverage");
    for (const struct data *name = first_of(all, key); name != NULL; name = name->next) {
        const struct named *level = name_index_find(&build->from->level_ids, name->text);
        assert(level != NULL);
        for (size_t i = 0; i < build->to->level_count; i++) {
            if (build->level_from[i] == level->value) {
                build->levels[i].coverage = coverage;
            }
        }
    }
}

static void build_checks(struct build *build)
{
    const struct data *checks = build->from->checks;
    build_ages(build);
    build->to->checks.policy_words = texts(build, checks, "policy_words");
    build->to->checks.record_words = texts(build, checks, "record_words");
    const bool *proved = criteria_named(build, checks, "policy_proves");
    for (size_t i = 0; i < build->to->criterion_count; i++) {
        build->criteria[i].policy_proves = proved[i];
    }
    build->to->checks.draft_words = texts(build, checks, "draft_words");
    build_coverage(build, "partial", COVERAGE_PARTIAL);
    build_coverage(build, "full", COVERAGE_FULL);
}

/* ---- the whole ---- */

/* The hash of a pack is that of the lines "name sha256" of all its files. */
static void build_files(struct build *build, const struct source *sources, size_t count)
{
    struct pack_file *files = arena_get(build->arena, count + 1, sizeof *files);
    struct hash *hash = hash_new();
    for (size_t i = 0; i < count; i++) {
        files[i].name = sources[i].name;
        memcpy(files[i].sha256, sources[i].sha256, sizeof files[i].sha256);
        hash_add(hash, sources[i].name, strlen(sources[i].name));
        hash_add(hash, " ", 1);
        hash_add(hash, sources[i].sha256, HASH_HEX);
        hash_add(hash, "\n", 1);
    }
    hash_end(hash, build->to->sha256);
    hash_free(hash);
    build->to->files = files;
    build->to->file_count = count;
}

static void build_identity(struct build *build)
{
    const struct declaration *from = build->from;
    struct instrument *to = build->to;
    to->id = text(from->pack, "id");
    to->title = text(from->pack, "title");
    to->short_title = text(from->pack, "short_title");
    to->disclaimer = text(from->pack, "disclaimer");
    to->year_first = declaration_whole(from, "years", "first", 0);
    to->year_last = declaration_whole(from, "years", "last", 0);
    to->decimals = declaration_whole(from, "rounding", "published_decimals", 2);
    to->level_lowest = declaration_whole(from, "scale", "lowest", 1);
    to->level_highest = declaration_whole(from, "scale", "highest", 5);
    to->fractions = data_flag(data_get(from->pack, "scale"), "continuous");
    to->items = data_get(from->pack, "items") != NULL;
    to->unanswered = exact(data_get(from->pack, "scale"), "unanswered");
    to->duty.from_level = declaration_whole(from, "evidence_duty", "from_level", 1);
    to->duty.at_least = (unsigned)declaration_whole(from, "evidence_duty", "at_least", 1);
}

void pack_build(const struct declaration *declaration, const struct source *sources,
                size_t source_count, struct arena *arena, struct instrument *instrument)
{
    *instrument = (struct instrument){.id = NULL};
    struct build build = {.from = declaration, .to = instrument, .arena = arena};
    build_identity(&build);
    build_tree(&build);
    build_bands(&build);
    build_readings(&build);
    build_documents(&build);
    build_conflicts(&build);
    build_questions(&build);
    build_notes(&build);
    build_report(&build);
    build_portal(&build);
    build_papers(&build);
    pack_price_build(declaration, arena, instrument);
    build_files(&build, sources, source_count);
    instrument_index(instrument, arena);
    build_checks(&build);
}
