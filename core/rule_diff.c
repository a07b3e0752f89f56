#include "rule_diff.h"

#include "scorer.h"
#include "text.h"

#include <assert.h>
#include <string.h>

/* What is being compared. */
struct diff {
    const struct rule_side *one, *other;
    struct arena *arena;
    struct rule_differences found;
    size_t room;
};

static void add(struct diff *diff, const char *kind, const char *of, const char *before,
                const char *after)
{
    if (diff->found.count == diff->room) {
        size_t room = diff->room == 0 ? 64 : 2 * diff->room;
        struct rule_difference *list = arena_get(diff->arena, room, sizeof *list);
        if (diff->found.count > 0) {
            memcpy(list, diff->found.list, diff->found.count * sizeof *list);
        }
        diff->found.list = list;
        diff->room = room;
    }
    diff->found.list[diff->found.count++] = (struct rule_difference){kind, of, before, after};
}

/* Adds a difference of two texts; NULL is empty. */
static void compare(struct diff *diff, const char *kind, const char *of, const char *before,
                    const char *after)
{
    before = before == NULL ? "" : before;
    after = after == NULL ? "" : after;
    if (strcmp(before, after) != 0) {
        add(diff, kind, of, before, after);
    }
}

static const char *exact(struct diff *diff, struct fraction number)
{
    struct text text = TEXT_EMPTY;
    fraction_add_exact(&text, number);
    const char *words = arena_string(diff->arena, text.bytes);
    text_release(&text);
    return words;
}

static void compare_numbers(struct diff *diff, const char *kind, const char *of,
                            struct fraction before, struct fraction after)
{
    if (fraction_compare(before, after) != 0) {
        add(diff, kind, of, exact(diff, before), exact(diff, after));
    }
}

static void compare_counts(struct diff *diff, const char *kind, const char *of, long before,
                           long after)
{
    if (before != after) {
        add(diff, kind, of, arena_format(diff->arena, "%ld", before),
            arena_format(diff->arena, "%ld", after));
    }
}

static void compare_flags(struct diff *diff, const char *kind, const char *of, bool before,
                          bool after)
{
    if (before != after) {
        add(diff, kind, of, before ? "true" : "false", after ? "true" : "false");
    }
}

/* All texts of a list as one. */
static const char *joined(struct diff *diff, string_list list)
{
    struct text text = TEXT_EMPTY;
    for (; list != NULL && *list != NULL; list++) {
        text_format(&text, "%s%s", text.length == 0 ? "" : "; ", *list);
    }
    const char *words = arena_string(diff->arena, text.bytes);
    text_release(&text);
    return words;
}

/* ---- criteria ---- */

/* Whether a criterion is there on a side. */
static bool stands(const struct rule_side *side, const struct criterion *criterion)
{
    return criterion != NULL && !criterion->withdrawn &&
           (side->year == 0 ||
            instrument_holds(criterion->years, instrument_year(side->instrument, side->year)));
}

static const struct criterion *find_criterion(const struct rule_side *side, const char *id)
{
    int position = instrument_find_criterion(side->instrument, id, strlen(id), NOWHERE);
    return position == NOWHERE ? NULL : &side->instrument->criteria[position];
}

/* "2021-2023", "2024-", "-2023"; "" for all years. */
static const char *years_of(struct diff *diff, struct dated years)
{
    if (years.from == 0 && years.until == 0) {
        return "";
    }
    return arena_format(diff->arena, "%.*d-%.*d", years.from == 0 ? 0 : 1, years.from,
                        years.until == 0 ? 0 : 1, years.until);
}

static void compare_criterion(struct diff *diff, const struct criterion *before,
                              const struct criterion *after)
{
    compare(diff, "text", before->id, before->text, after->text);
    compare(diff, "basis", before->id, before->basis, after->basis);
    compare_flags(diff, "guideline_only", before->id, before->guideline_only,
                  after->guideline_only);
    if (diff->one->year == 0 && diff->other->year == 0) {
        compare(diff, "years", before->id, years_of(diff, before->years),
                years_of(diff, after->years));
    }
}

/* The criteria of one level of both sides: those that went, that stayed, and that came. */
static void compare_criteria(struct diff *diff, struct span before, struct span after)
{
    for (uint32_t i = before.first; i < before.first + before.count; i++) {
        const struct criterion *mine = &diff->one->instrument->criteria[i];
        const struct criterion *theirs = find_criterion(diff->other, mine->id);
        if (!stands(diff->one, mine)) {
            continue;
        }
        if (stands(diff->other, theirs)) {
            compare_criterion(diff, mine, theirs);
        } else {
            add(diff, "withdraw", mine->id, mine->text, "");
        }
    }
    for (uint32_t i = after.first; i < after.first + after.count; i++) {
        const struct criterion *theirs = &diff->other->instrument->criteria[i];
        if (stands(diff->other, theirs) &&
            !stands(diff->one, find_criterion(diff->one, theirs->id))) {
            add(diff, "add", theirs->id, "", theirs->text);
        }
    }
}

/* ---- levels and indicators ---- */

static const char *level_id(struct diff *diff, const struct indicator *indicator,
                            const struct level *level)
{
    return arena_format(diff->arena, "%s.%d", indicator->id, level->number);
}

/* after: NULL where the level is gone. */
static void compare_level(struct diff *diff, const struct indicator *indicator,
                          const struct level *before, const struct level *after)
{
    const char *id = level_id(diff, indicator, before);
    if (after == NULL) {
        add(diff, "level", id, before->name, "");
        return;
    }
    compare(diff, "level_name", id, before->name, after->name);
    compare_flags(diff, "baseline", id, before->baseline, after->baseline);
    compare_criteria(diff, before->criteria, after->criteria);
    compare(diff, "evidence", id, joined(diff, before->evidence), joined(diff, after->evidence));
    compare(diff, "note", id, before->note, after->note);
}

static void compare_levels(struct diff *diff, const struct indicator *before,
                           const struct indicator *after)
{
    const struct instrument *one = diff->one->instrument, *other = diff->other->instrument;
    for (uint32_t i = 0; i < before->levels.count; i++) {
        const struct level *level = &one->levels[before->levels.first + i];
        compare_level(diff, before, level, instrument_level(other, after, level->number));
    }
    for (uint32_t i = 0; i < after->levels.count; i++) {
        const struct level *level = &other->levels[after->levels.first + i];
        if (instrument_level(one, before, level->number) == NULL) {
            add(diff, "level", level_id(diff, after, level), "", level->name);
        }
    }
}

/* Where a function stands, "rules/x/domain_1.lua:41"; "" for none. */
static const char *function_place(struct diff *diff, const struct rule_side *side,
                                  const char *function)
{
    struct text text = TEXT_EMPTY;
    if (function != NULL) {
        scorer_place(side->instrument->scorer, function, &text);
    }
    const char *words = arena_string(diff->arena, text.bytes);
    text_release(&text);
    return words;
}

/* Two functions are the same where they stand at one place of files that are byte for byte the same. */
static void compare_functions(struct diff *diff, const char *id, const char *before,
                              const char *after)
{
    bool none = before == NULL && after == NULL;
    bool both = before != NULL && after != NULL;
    if (none || (both && strcmp(before, after) == 0 &&
                 strcmp(scorer_sha256(diff->one->instrument->scorer, before),
                        scorer_sha256(diff->other->instrument->scorer, after)) == 0)) {
        return;
    }
    add(diff, both ? "function_file" : "function", id, function_place(diff, diff->one, before),
        function_place(diff, diff->other, after));
}

static void compare_indicator(struct diff *diff, const struct indicator *before,
                              const struct indicator *after)
{
    compare(diff, "name", before->id, before->name, after->name);
    compare_numbers(diff, "weight", before->id, before->weight, after->weight);
    compare(diff, "kind", before->id, before->kind, after->kind);
    compare(diff, "definition", before->id, before->definition, after->definition);
    compare(diff, "applicability", before->id, before->applicability, after->applicability);
    compare(diff, "legal_basis", before->id, joined(diff, before->legal_basis),
            joined(diff, after->legal_basis));
    compare_functions(diff, before->id, before->function, after->function);
    compare_levels(diff, before, after);
}

static const struct indicator *find_indicator(const struct rule_side *side, const char *id)
{
    int position = instrument_find_indicator(side->instrument, id, strlen(id), NOWHERE);
    return position == NOWHERE ? NULL : &side->instrument->indicators[position];
}

static void compare_indicators(struct diff *diff)
{
    const struct instrument *one = diff->one->instrument, *other = diff->other->instrument;
    assert(one->indicators != NULL && other->indicators != NULL); /* no pack is without */
    for (size_t i = 0; i < one->indicator_count; i++) {
        const struct indicator *before = &one->indicators[i];
        const struct indicator *after = find_indicator(diff->other, before->id);
        if (after == NULL) {
            add(diff, "indicator", before->id, before->name, "");
        } else {
            compare_indicator(diff, before, after);
        }
    }
    for (size_t i = 0; i < other->indicator_count; i++) {
        if (find_indicator(diff->one, other->indicators[i].id) == NULL) {
            add(diff, "indicator", other->indicators[i].id, "", other->indicators[i].name);
        }
    }
}

/* ---- domains and aspects ---- */

/* What they have in common. */
struct part {
    const char *id, *name;
    struct fraction weight;
};

/* Domains, or aspects. */
static struct part part_of(const struct instrument *instrument, bool domains, size_t i)
{
    if (domains) {
        const struct domain *domain = &instrument->domains[i];
        return (struct part){domain->id, domain->name, domain->weight};
    }
    const struct aspect *aspect = &instrument->aspects[i];
    return (struct part){aspect->id, aspect->name, aspect->weight};
}

static size_t part_count(const struct instrument *instrument, bool domains)
{
    return domains ? instrument->domain_count : instrument->aspect_count;
}

/* False when there is none of that id. */
static bool find_part(const struct instrument *instrument, bool domains, const char *id,
                      struct part *out)
{
    for (size_t i = 0; i < part_count(instrument, domains); i++) {
        *out = part_of(instrument, domains, i);
        if (strcmp(out->id, id) == 0) {
            return true;
        }
    }
    return false;
}

static void compare_parts(struct diff *diff, bool domains)
{
    const struct instrument *one = diff->one->instrument, *other = diff->other->instrument;
    const char *kind = domains ? "domain" : "aspect";
    struct part match;
    for (size_t i = 0; i < part_count(one, domains); i++) {
        struct part before = part_of(one, domains, i);
        if (!find_part(other, domains, before.id, &match)) {
            add(diff, kind, before.id, before.name, "");
            continue;
        }
        compare(diff, "name", before.id, before.name, match.name);
        compare_numbers(diff, "weight", before.id, before.weight, match.weight);
    }
    for (size_t i = 0; i < part_count(other, domains); i++) {
        struct part after = part_of(other, domains, i);
        if (!find_part(one, domains, after.id, &match)) {
            add(diff, kind, after.id, "", after.name);
        }
    }
}

/* ---- the whole ---- */

static const struct band *find_band(const struct instrument *instrument, const char *name)
{
    for (size_t i = 0; i < instrument->band_count; i++) {
        if (strcmp(instrument->bands[i].name, name) == 0) {
            return &instrument->bands[i];
        }
    }
    return NULL;
}

static void compare_bands(struct diff *diff)
{
    const struct instrument *one = diff->one->instrument, *other = diff->other->instrument;
    for (size_t i = 0; i < one->band_count; i++) {
        const struct band *after = find_band(other, one->bands[i].name);
        if (after == NULL) {
            add(diff, "band", one->bands[i].name, exact(diff, one->bands[i].min), "");
        } else {
            compare_numbers(diff, "band", one->bands[i].name, one->bands[i].min, after->min);
        }
    }
    for (size_t i = 0; i < other->band_count; i++) {
        if (find_band(one, other->bands[i].name) == NULL) {
            add(diff, "band", other->bands[i].name, "", exact(diff, other->bands[i].min));
        }
    }
}

static const char *reading_in(const struct rule_side *side, int year)
{
    int used = instrument_year(side->instrument, year);
    return instrument_reading(side->instrument, used) == READING_EXACT ? "exact" : "rounded";
}

/* The guide and the reading of one year on each side. */
static void compare_year(struct diff *diff, int one, int other, const char *label)
{
    const char *before =
        instrument_guideline(diff->one->instrument, instrument_year(diff->one->instrument, one));
    const char *after = instrument_guideline(diff->other->instrument,
                                             instrument_year(diff->other->instrument, other));
    compare(diff, "guideline", label, before, after);
    compare(diff, "reading", label, reading_in(diff->one, one), reading_in(diff->other, other));
}

/* The years that both sides know, one by one; or the two that were asked for. */
static void compare_years(struct diff *diff)
{
    const struct instrument *one = diff->one->instrument, *other = diff->other->instrument;
    if (diff->one->year != 0 || diff->other->year != 0) {
        int first = diff->one->year != 0 ? diff->one->year : one->year_last;
        int second = diff->other->year != 0 ? diff->other->year : other->year_last;
        compare_year(diff, first, second, "");
        return;
    }
    compare_counts(diff, "first_year", "", one->year_first, other->year_first);
    compare_counts(diff, "last_year", "", one->year_last, other->year_last);
    int first = one->year_first > other->year_first ? one->year_first : other->year_first;
    int last = one->year_last > other->year_last ? one->year_last : other->year_last;
    for (int year = first; year <= last; year++) {
        compare_year(diff, year, year, arena_format(diff->arena, "%d", year));
    }
}

static void compare_documents(struct diff *diff)
{
    const struct instrument *one = diff->one->instrument, *other = diff->other->instrument;
    for (size_t i = 0; i < other->document_count; i++) {
        const char *id = other->documents[i].id;
        const char *title = instrument_document(one, id);
        if (title == id || strcmp(title, id) == 0) {
            add(diff, "document", id, "", other->documents[i].title);
        }
    }
}

static void compare_whole(struct diff *diff)
{
    const struct instrument *one = diff->one->instrument, *other = diff->other->instrument;
    compare(diff, "instrument", "", one->id, other->id);
    compare(diff, "name", "", one->title, other->title);
    compare_years(diff);
    compare_counts(diff, "level_lowest", "", one->level_lowest, other->level_lowest);
    compare_counts(diff, "level_highest", "", one->level_highest, other->level_highest);
    compare_numbers(diff, "unanswered", "", one->unanswered, other->unanswered);
    compare_counts(diff, "evidence_from", "", one->duty.from_level, other->duty.from_level);
    compare_counts(diff, "evidence_count", "", (long)one->duty.at_least,
                   (long)other->duty.at_least);
    compare_counts(diff, "decimals", "", one->decimals, other->decimals);
    compare_bands(diff);
    compare_documents(diff);
}

struct rule_differences rule_diff(const struct rule_side *one, const struct rule_side *other,
                                  struct arena *arena)
{
    struct diff diff = {.one = one, .other = other, .arena = arena};
    compare_whole(&diff);
    compare_parts(&diff, true);
    compare_parts(&diff, false);
    compare_indicators(&diff);
    return diff.found;
}
