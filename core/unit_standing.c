#include "unit_standing.h"

#include "memory.h"
#include "message.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { NAMES_TOLD = 8 };

bool unit_standing_owns(const struct compared_side *side, const char *unit, size_t indicator)
{
    const char *owner = side->units[indicator];
    return owner == NULL || unit == NULL ? owner == unit : strcmp(owner, unit) == 0;
}

/* ---- one unit ------------------------------------------------------------------------------------- */

/* Sums of values by weight, before they are divided. */
struct sums {
    struct fraction on[BASIS_COUNT], met;
};

static bool add_weighted(struct fraction *sum, struct fraction value, int64_t units)
{
    struct fraction part;
    return fraction_multiply(value, fraction_whole(units), &part) && fraction_add(*sum, part, sum);
}

static bool reaches(const struct rating *rating, enum basis basis)
{
    return fraction_compare(rating->on[basis].value, rating->on[BASIS_CLAIMED].value) >= 0;
}

static void count_claim(const struct rating *rating, struct unit_standing *out)
{
    if (!rating->on[BASIS_CLAIMED].given) {
        return;
    }
    out->claims++;
    out->borne_out += rating->on[BASIS_SUPPORTED].given && reaches(rating, BASIS_SUPPORTED);
    out->judged += rating->on[BASIS_VERIFIED].given;
    out->accepted += rating->on[BASIS_VERIFIED].given && reaches(rating, BASIS_VERIFIED);
}

static void count_answers(const struct compared_side *side, size_t indicator,
                          struct unit_standing *out)
{
    const struct indicator *about = &side->instrument->indicators[indicator];
    if (about->conversion != NULL) {
        unsigned given = side->measures[indicator].given;
        out->asked++;
        out->answered += given;
        out->fulfilled += given;
        return;
    }
    for (uint32_t l = about->levels.first; l < about->levels.first + about->levels.count; l++) {
        const struct standing *level = &side->levels[l];
        bool items = level->items > 0;
        unsigned yes = items ? level->accepted : level->met;
        out->asked += items ? level->items : level->counted;
        out->answered += yes + (unsigned)(items ? level->refused : level->unmet);
        out->fulfilled += yes;
    }
}

/* Whether a document names something that counts, and something of a level that the assessor gave. */
static void judge_document(const struct compared_side *side,
                           const struct compared_document *document, bool *used, bool *granted)
{
    const struct instrument *instrument = side->instrument;
    const struct indicator *about = &instrument->indicators[document->indicator];
    const struct rated *verified = &side->ratings[document->indicator].on[BASIS_VERIFIED];
    *used = document->item_count > 0;
    *granted = false;
    for (size_t i = 0; i < document->support_count; i++) {
        const int criterion = document->supports[i];
        const struct level *level = &instrument->levels[instrument->criteria[criterion].level];
        *used = *used || side->counts[criterion];
        *granted = *granted || (side->counts[criterion] && verified->given &&
                                fraction_compare(level->from, verified->value) <= 0);
    }
    for (size_t i = 0; i < document->item_count; i++) {
        const struct level *level = instrument_level(instrument, about, document->items[i].level);
        *granted = *granted || (level != NULL && verified->given &&
                                fraction_compare(level->from, verified->value) <= 0);
    }
}

static void count_documents(const struct compared_side *side, const char *unit,
                            struct unit_standing *out)
{
    for (size_t i = 0; i < side->document_count; i++) {
        const struct compared_document *document = &side->documents[i];
        bool used, granted;
        if (unit_standing_owns(side, unit, (size_t)document->indicator)) {
            judge_document(side, document, &used, &granted);
            out->documents++;
            out->used += used;
            out->granted += granted;
        }
    }
}

static bool add_indicator(const struct compared_side *side, size_t indicator,
                          struct unit_standing *out, struct sums *sums)
{
    const struct rating *rating = &side->ratings[indicator];
    int64_t units = side->instrument->indicators[indicator].units;
    bool known = add_weighted(&sums->met, rating->met, units);
    for (size_t b = 0; b < BASIS_COUNT; b++) {
        out->given[b] += rating->on[b].given;
        known = known && add_weighted(&sums->on[b], rating->on[b].value, units);
    }
    out->indicators++;
    out->units += units;
    out->states[side->states[indicator]]++;
    count_claim(rating, out);
    count_answers(side, indicator, out);
    return known;
}

/* Means from sums, and what the unit brings to the index. */
static bool divide(const struct compared_side *side, const struct sums *sums,
                   struct unit_standing *out)
{
    const int64_t total = side->instrument->units_total;
    const struct fraction share = fraction_make(1, out->units == 0 ? 1 : out->units);
    bool known = fraction_multiply(sums->met, share, &out->met);
    for (size_t b = 0; b < BASIS_COUNT; b++) {
        known = known && fraction_multiply(sums->on[b], share, &out->mean[b]);
    }
    out->value = out->mean[side->basis];
    return known &&
           fraction_multiply(sums->on[side->basis], fraction_make(1, total), &out->gained) &&
           fraction_multiply(fraction_whole(side->instrument->level_highest),
                             fraction_make(out->units, total), &out->possible);
}

bool unit_standing_measure(const struct compared_side *side, const char *unit,
                           struct unit_standing *out)
{
    struct sums sums = {.met = fraction_whole(0)};
    bool known = true;
    *out = (struct unit_standing){.indicators = 0};
    for (size_t b = 0; b < BASIS_COUNT; b++) {
        sums.on[b] = fraction_whole(0);
    }
    for (size_t i = 0; i < side->instrument->indicator_count; i++) {
        if (unit_standing_owns(side, unit, i)) {
            known = add_indicator(side, i, out, &sums) && known;
        }
    }
    count_documents(side, unit, out);
    return divide(side, &sums, out) && known;
}

struct fraction unit_standing_missing(const struct compared_side *side, size_t indicator)
{
    const struct instrument *instrument = side->instrument;
    struct fraction missing;
    bool known = fraction_subtract(fraction_whole(instrument->level_highest),
                                   side->ratings[indicator].on[side->basis].value, &missing) &&
                 fraction_multiply(missing,
                                   fraction_make(instrument->indicators[indicator].units,
                                                 instrument->units_total),
                                   &missing);
    return known ? missing : fraction_whole(0);
}

/* ---- which units ---------------------------------------------------------------------------------- */

/* Adds a name unless it is there. */
static void add_name(const char **names, size_t *count, const char *name)
{
    for (size_t i = 0; i < *count; i++) {
        if (names[i] == name || (name != NULL && names[i] != NULL && strcmp(names[i], name) == 0)) {
            return;
        }
    }
    names[(*count)++] = name;
}

/* All owners in the order in which they come, sides together; *nobody: some indicator is nobody's. */
static size_t list_owners(const struct comparison *comparison, const char **names, bool *nobody)
{
    size_t count = 0;
    *nobody = false;
    for (size_t s = 0; s < comparison->count; s++) {
        const struct compared_side *side = &comparison->sides[s];
        for (size_t i = 0; i < side->instrument->indicator_count; i++) {
            *nobody = *nobody || side->units[i] == NULL;
            if (side->units[i] != NULL) {
                add_name(names, &count, side->units[i]);
            }
        }
    }
    return count;
}

/* The owner that a word means: exactly, or else without regard to case where one only does; or NULL. */
static const char *find_owner(const char *const *owners, size_t count, const char *word)
{
    const char *found = NULL;
    size_t near = 0;
    for (size_t i = 0; i < count; i++) {
        if (strcmp(owners[i], word) == 0) {
            return owners[i];
        }
        if (strcasecmp(owners[i], word) == 0) {
            found = owners[i];
            near++;
        }
    }
    return near == 1 ? found : NULL;
}

static bool refuse_unknown(const char *word, const char *const *owners, size_t count,
                           struct error *err)
{
    struct text list = TEXT_EMPTY;
    for (size_t i = 0; i < count && i < NAMES_TOLD; i++) {
        text_format(&list, "%s%s", i == 0 ? "" : ", ", owners[i]);
    }
    text_add(&list, count > NAMES_TOLD ? ", …" : "");
    error_set(err, M_UNITS_UNKNOWN, NULL, word, list.bytes);
    text_release(&list);
    return false;
}

/* The higher value first; those of nobody last. Equal ones stay in their order. */
static void rank(const struct compared_side *side, const char **names, size_t count)
{
    struct fraction *values = memory_zero(count + 1, sizeof *values);
    for (size_t i = 0; i < count; i++) {
        const char *name = names[i];
        struct unit_standing standing;
        bool known = unit_standing_measure(side, name, &standing) && standing.indicators > 0;
        struct fraction value = name != NULL && known ? standing.value
                                : name != NULL        ? fraction_whole(-1)
                                                      : fraction_whole(-2);
        size_t at = i;
        for (; at > 0 && fraction_compare(value, values[at - 1]) > 0; at--) {
            values[at] = values[at - 1];
            names[at] = names[at - 1];
        }
        values[at] = value;
        names[at] = name;
    }
    free(values);
}

bool unit_standing_choose(struct comparison *comparison, const char *const *wanted,
                          struct error *err)
{
    size_t most = 1, count = 0;
    bool nobody;
    for (size_t s = 0; s < comparison->count; s++) {
        most += comparison->sides[s].instrument->indicator_count;
    }
    const char **names = arena_get(&comparison->arena, most, sizeof *names);
    const char **owners = arena_get(&comparison->arena, most, sizeof *owners);
    const size_t owner_count = list_owners(comparison, owners, &nobody);
    if (!comparison->comparable) {
        return error_set(err, M_UNITS_RULES, NULL);
    }
    if (owner_count == 0) {
        return error_set(err, M_UNITS_NONE, comparison->sides[0].name);
    }
    for (size_t i = 0; wanted != NULL && wanted[i] != NULL; i++) {
        const char *owner = find_owner(owners, owner_count, wanted[i]);
        if (owner == NULL) {
            return refuse_unknown(wanted[i], owners, owner_count, err);
        }
        add_name(names, &count, owner);
    }
    for (size_t i = 0; wanted == NULL && i < owner_count; i++) {
        names[count++] = owners[i];
    }
    if (wanted == NULL && nobody) {
        names[count++] = NULL;
    }
    rank(&comparison->sides[comparison->count - 1], names, count);
    comparison->units = names;
    comparison->unit_count = count;
    return true;
}
