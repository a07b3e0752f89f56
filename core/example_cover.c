#include "example_cover.h"

#include <string.h>

void example_cover_start(struct cover *cover, const struct instrument *instrument,
                         struct arena *arena)
{
    size_t items = 0;
    *cover = (struct cover){.instrument = instrument};
    cover->first_item = arena_get(arena, instrument->level_count + 1, sizeof *cover->first_item);
    for (size_t i = 0; i < instrument->level_count; i++) {
        cover->first_item[i] = items;
        items += instrument->levels[i].item_count;
    }
    const size_t sizes[COVER_KINDS] = {
        [COVER_LEVELS] = instrument->level_count,
        [COVER_CRITERIA] = instrument->criterion_count,
        [COVER_ITEMS] = items,
        [COVER_MEASURES] = instrument->indicator_count,
        [COVER_FUNCTIONS] = instrument->indicator_count,
        [COVER_BANDS] = instrument->band_count,
    };
    for (int kind = 0; kind < COVER_KINDS; kind++) {
        cover->touched[kind] = arena_get(arena, sizes[kind] + 1, sizeof(bool));
    }
}

/* ---- what is there ---- */

/* True where criteria decide the value of an indicator. */
static bool climbs(const struct instrument *instrument, const struct indicator *indicator)
{
    return !instrument->items && indicator->conversion == NULL;
}

/* A criterion that can change a number. */
static bool counts(const struct instrument *instrument, size_t criterion)
{
    const struct criterion *own = &instrument->criteria[criterion];
    bool ever = own->years.from <= instrument->year_last &&
                (own->years.until == 0 || own->years.from <= own->years.until);
    return ever && !own->withdrawn && own->demand != DEMAND_NEVER &&
           climbs(instrument, &instrument->indicators[own->indicator]);
}

/* The things of a kind that belong to a level: positions and how many. */
static struct span things_of(const struct cover *cover, enum cover_kind kind, size_t level)
{
    const struct level *own = &cover->instrument->levels[level];
    switch (kind) {
    case COVER_CRITERIA:
        return own->criteria;
    case COVER_ITEMS:
        return (struct span){(uint32_t)cover->first_item[level], (uint32_t)own->item_count};
    case COVER_LEVELS:
    case COVER_MEASURES:
    case COVER_FUNCTIONS:
    case COVER_BANDS:
    case COVER_KINDS:
        break;
    }
    return (struct span){(uint32_t)level, 1};
}

static bool is_counted(const struct cover *cover, enum cover_kind kind, size_t position)
{
    return kind != COVER_CRITERIA || counts(cover->instrument, position);
}

static void add_level(const struct cover *cover, enum cover_kind kind, size_t level,
                      struct cover_count *count)
{
    struct span things = things_of(cover, kind, level);
    for (size_t i = things.first; i < things.first + things.count; i++) {
        bool counted = is_counted(cover, kind, i);
        count->of += counted;
        count->touched += counted && cover->touched[kind][i];
    }
}

/* Kinds that an indicator has once, or not at all. */
static bool is_whole(enum cover_kind kind)
{
    return kind == COVER_MEASURES || kind == COVER_FUNCTIONS;
}

/* Of one indicator. */
static struct cover_count count_indicator(const struct cover *cover, enum cover_kind kind,
                                          size_t indicator)
{
    const struct indicator *own = &cover->instrument->indicators[indicator];
    struct cover_count count = {0, 0};
    if (is_whole(kind)) {
        count.of = kind == COVER_MEASURES ? own->conversion != NULL : own->function != NULL;
        count.touched = count.of != 0 && cover->touched[kind][indicator];
        return count;
    }
    for (size_t i = own->levels.first; i < own->levels.first + own->levels.count; i++) {
        add_level(cover, kind, i, &count);
    }
    return count;
}

struct cover_count example_cover_count(const struct cover *cover, enum cover_kind kind)
{
    const struct instrument *instrument = cover->instrument;
    struct cover_count count = {0, 0};
    for (size_t i = 0; kind != COVER_BANDS && i < instrument->indicator_count; i++) {
        struct cover_count one = count_indicator(cover, kind, i);
        count.of += one.of;
        count.touched += one.touched;
    }
    for (size_t i = 0; kind == COVER_BANDS && i < instrument->band_count; i++) {
        count.of++;
        count.touched += cover->touched[kind][i];
    }
    return count;
}

size_t example_cover_level(const struct cover *cover, int number, bool *touched)
{
    const struct instrument *instrument = cover->instrument;
    size_t found = 0;
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        const struct level *level =
            instrument_level(instrument, &instrument->indicators[i], number);
        touched[i] = level != NULL && cover->touched[COVER_LEVELS][level - instrument->levels];
        found += touched[i];
    }
    return found;
}

unsigned example_cover_percent(struct cover_count count)
{
    return count.of == 0 ? 100 : (unsigned)(count.touched * 100 / count.of);
}

/* ---- what was touched ---- */

static void add_indicator(struct cover *cover, const struct evaluation *evaluation, size_t position)
{
    const struct instrument *instrument = cover->instrument;
    const struct indicator *indicator = &instrument->indicators[position];
    const struct rating *rating = &evaluation->ratings[position];
    if (!rating->on[evaluation->main].given) {
        return;
    }
    for (size_t i = indicator->levels.first; i < indicator->levels.first + indicator->levels.count;
         i++) {
        const struct standing *standing = &evaluation->levels[i];
        bool met = climbs(instrument, indicator) && standing->counted > 0 && standing->complete &&
                   evaluation->main == BASIS_SUPPORTED;
        if (met || instrument->levels[i].number == rating->level) {
            cover->touched[COVER_LEVELS][i] = true;
        }
    }
    if (indicator->conversion != NULL && evaluation->main == BASIS_SUPPORTED) {
        cover->touched[COVER_MEASURES][position] = true;
    }
    if (rating->computed != NULL) {
        cover->touched[COVER_FUNCTIONS][position] = true;
    }
}

static void add_items(struct cover *cover, const struct response *response,
                      const struct indicator *indicator)
{
    for (size_t i = 0; i < response->item_count; i++) {
        const struct item *item = &response->items[i];
        const struct level *level = instrument_level(cover->instrument, indicator, item->level);
        if (level != NULL && item->answer == ANSWER_YES) {
            size_t position = (size_t)(level - cover->instrument->levels);
            cover->touched[COVER_ITEMS][cover->first_item[position] + (size_t)item->number - 1] =
                true;
        }
    }
}

void example_cover_add(struct cover *cover, const struct pack_example *example,
                       const struct example_result *result)
{
    const struct instrument *instrument = cover->instrument;
    const struct evaluation *evaluation = result->evaluation;
    bool each = example->claims == NULL || example->by_indicator;
    for (size_t i = 0; each && i < instrument->indicator_count; i++) {
        add_indicator(cover, evaluation, i);
        add_items(cover, &evaluation->assessment->responses[i], &instrument->indicators[i]);
    }
    for (size_t c = 0; c < instrument->criterion_count; c++) {
        if (evaluation->assessment->answers[c] == ANSWER_YES) {
            cover->touched[COVER_CRITERIA][c] = true;
        }
    }
    for (size_t i = 0; i < instrument->band_count; i++) {
        if (strcmp(instrument->bands[i].name, example->predicate) == 0) {
            cover->touched[COVER_BANDS][i] = true;
        }
    }
}

/* ---- what was not ---- */

static void add_name(struct text *out, const char *name)
{
    text_format(out, "%s%s", out->length == 0 ? "" : ", ", name);
}

static bool untouched(struct cover_count count)
{
    return count.of > 0 && count.touched == 0;
}

/* "I05.3" of a level. */
static void level_name(const struct instrument *instrument, const struct indicator *indicator,
                       size_t level, struct text *out)
{
    text_format(out, "%s.%d", indicator->id, instrument->levels[level].number);
}

/* One criterion, item or level. */
static void thing_name(const struct cover *cover, enum cover_kind kind,
                       const struct indicator *indicator, size_t level, size_t position,
                       struct text *out)
{
    if (kind == COVER_CRITERIA) {
        text_add(out, cover->instrument->criteria[position].id);
        return;
    }
    level_name(cover->instrument, indicator, level, out);
    if (kind == COVER_ITEMS) {
        text_format(out, ".e%zu", position - cover->first_item[level] + 1);
    }
}

static void add_level_gaps(const struct cover *cover, enum cover_kind kind,
                           const struct indicator *indicator, size_t level, struct text *out)
{
    struct span things = things_of(cover, kind, level);
    struct cover_count count = {0, 0};
    struct text name = TEXT_EMPTY;
    add_level(cover, kind, level, &count);
    if (untouched(count)) {
        level_name(cover->instrument, indicator, level, &name);
        add_name(out, name.bytes);
        things.count = 0;
    }
    for (size_t i = things.first; i < things.first + things.count; i++) {
        if (is_counted(cover, kind, i) && !cover->touched[kind][i]) {
            text_clear(&name);
            thing_name(cover, kind, indicator, level, i, &name);
            add_name(out, name.bytes);
        }
    }
    text_release(&name);
}

/* A run of indicators of which nothing was touched, from `i` on; gives the position behind it. */
static size_t add_run(const struct cover *cover, enum cover_kind kind, size_t i, struct text *out)
{
    const struct indicator *indicators = cover->instrument->indicators;
    size_t last = i;
    while (last + 1 < cover->instrument->indicator_count &&
           untouched(count_indicator(cover, kind, last + 1))) {
        last++;
    }
    add_name(out, indicators[i].id);
    if (last > i) {
        text_format(out, "–%s", indicators[last].id);
    }
    return last + 1;
}

static void add_indicator_gaps(const struct cover *cover, enum cover_kind kind, size_t i,
                               struct text *out)
{
    const struct indicator *indicator = &cover->instrument->indicators[i];
    size_t count = is_whole(kind) ? 0 : indicator->levels.count;
    for (size_t k = 0; k < count; k++) {
        add_level_gaps(cover, kind, indicator, indicator->levels.first + k, out);
    }
}

void example_cover_gaps(const struct cover *cover, enum cover_kind kind, struct text *out)
{
    const struct instrument *instrument = cover->instrument;
    size_t i = 0;
    while (kind != COVER_BANDS && i < instrument->indicator_count) {
        if (untouched(count_indicator(cover, kind, i))) {
            i = add_run(cover, kind, i, out);
        } else {
            add_indicator_gaps(cover, kind, i++, out);
        }
    }
    for (size_t b = 0; kind == COVER_BANDS && b < instrument->band_count; b++) {
        if (!cover->touched[kind][b]) {
            add_name(out, instrument->bands[b].name);
        }
    }
}
