#include "instrument.h"

#include <assert.h>
#include <string.h>

/* An id, beside the others instead of somewhere among the pack's texts: looking up hundreds of ids a
 * document is bound by memory. An id that is longer has length 0 and is compared where it is. */
enum { KEY_BYTES = 15 };
struct key {
    unsigned char length;
    char bytes[KEY_BYTES];
};

/* One look-up table: slots of position + 1, 0 = empty; a power of two at least twice the number of
 * ids, probed one by one. */
struct table {
    uint32_t *slots;
    size_t mask;
    struct key *keys; /* by position */
    size_t count;
};

struct instrument_index {
    struct table indicators, criteria;
};

int instrument_year(const struct instrument *instrument, int year)
{
    return year > instrument->year_last ? instrument->year_last : year;
}

const char *instrument_guideline(const struct instrument *instrument, int year)
{
    const char *document = "";
    for (size_t i = 0; i < instrument->guideline_count; i++) {
        if (instrument->guidelines[i].year <= year) {
            document = instrument->guidelines[i].document;
        }
    }
    return document;
}

const char *instrument_document(const struct instrument *instrument, const char *id)
{
    for (size_t i = 0; i < instrument->document_count; i++) {
        if (strcmp(instrument->documents[i].id, id) == 0) {
            return instrument->documents[i].title;
        }
    }
    return id;
}

enum reading instrument_reading(const struct instrument *instrument, int year)
{
    assert(instrument->reading_count > 0);
    enum reading reading = instrument->readings[0].reading;
    for (size_t i = 1; i < instrument->reading_count; i++) {
        if (instrument->readings[i].from <= year) {
            reading = instrument->readings[i].reading;
        }
    }
    return reading;
}

const struct band *instrument_band(const struct instrument *instrument, struct fraction value)
{
    for (size_t i = 0; i < instrument->band_count; i++) {
        if (fraction_compare(value, instrument->bands[i].min) >= 0) {
            return &instrument->bands[i];
        }
    }
    return NULL;
}

int instrument_level_of(const struct instrument *instrument, const struct indicator *indicator,
                        struct fraction value)
{
    const struct level *levels = instrument->levels + indicator->levels.first;
    uint32_t last = 0;
    if (indicator->levels.count == 0) {
        return instrument->level_lowest;
    }
    while (last + 1 < indicator->levels.count &&
           fraction_compare(value, levels[last + 1].from) >= 0) {
        last++;
    }
    return levels[last].number;
}

/* The point of a line at `index`, which lies on it. */
static bool follow(const struct line *line, struct fraction index, struct fraction *value)
{
    struct fraction run, rise, width, share;
    return fraction_subtract(index, line->from, &run) &&
           fraction_subtract(line->to, line->from, &width) &&
           fraction_subtract(line->high, line->low, &rise) && fraction_divide(run, width, &share) &&
           fraction_multiply(share, rise, value) && fraction_add(*value, line->low, value);
}

bool instrument_measures(const struct conversion *conversion, struct fraction index)
{
    const struct line *last = &conversion->lines[conversion->line_count - 1];
    return fraction_compare(index, conversion->lines[0].from) >= 0 &&
           fraction_compare(index, last->to) <= 0;
}

bool instrument_convert(const struct conversion *conversion, struct fraction index,
                        struct fraction *value)
{
    for (size_t i = 0; i < conversion->line_count; i++) {
        const struct line *line = &conversion->lines[i];
        if (fraction_compare(index, line->from) >= 0 && fraction_compare(index, line->to) <= 0) {
            return follow(line, index, value);
        }
    }
    return false;
}

bool instrument_reaches(const struct metric *metric, struct fraction number)
{
    int order = metric->has_min ? fraction_compare(number, metric->min) : 1;
    return order > 0 || (order == 0 && metric->min_inclusive);
}

const struct level *instrument_level(const struct instrument *instrument,
                                     const struct indicator *indicator, int number)
{
    for (uint32_t i = 0; i < indicator->levels.count; i++) {
        const struct level *level = &instrument->levels[indicator->levels.first + i];
        if (level->number == number) {
            return level;
        }
    }
    return NULL;
}

/* FNV-1a: ids are short and come from the pack, so nobody chooses them to collide with. */
static size_t hash_id(const char *id, size_t length)
{
    uint32_t hash = 2166136261U;
    for (size_t i = 0; i < length; i++) {
        hash = (hash ^ (unsigned char)id[i]) * 16777619U;
    }
    return hash ^ (hash >> 15);
}

static const char *indicator_id(const struct instrument *instrument, size_t position)
{
    return instrument->indicators[position].id;
}

static const char *criterion_id(const struct instrument *instrument, size_t position)
{
    return instrument->criteria[position].id;
}

typedef const char *id_at(const struct instrument *instrument, size_t position);

static struct key key_of(const char *id)
{
    struct key key = {.length = 0};
    size_t length = strlen(id);
    if (length <= KEY_BYTES) {
        key.length = (unsigned char)length;
        memcpy(key.bytes, id, length);
    }
    return key;
}

static struct table table_new(const struct instrument *instrument, size_t count, id_at *id,
                              struct arena *arena)
{
    size_t size = 8;
    while (size < 2 * count) {
        size *= 2;
    }
    struct table table = {
        .slots = arena_get(arena, size, sizeof *table.slots),
        .mask = size - 1,
        .keys = arena_get(arena, count, sizeof *table.keys),
        .count = count,
    };
    for (size_t i = 0; i < count; i++) {
        const char *own = id(instrument, i);
        size_t slot = hash_id(own, strlen(own)) & table.mask;
        while (table.slots[slot] != 0) {
            slot = (slot + 1) & table.mask;
        }
        table.slots[slot] = (uint32_t)i + 1;
        table.keys[i] = key_of(own);
    }
    return table;
}

/* True when two runs of `length` bytes, 1 to KEY_BYTES, are the same: by two loads that overlap, as a call
 * would cost more than the comparison. */
static inline bool same_key(const char *one, const char *other, size_t length)
{
    uint64_t first[2] = {0, 0};
    uint64_t last[2] = {0, 0};
    size_t step = length >= 8 ? 8 : length >= 4 ? 4 : 1;
    if (step == 8) {
        memcpy(&first[0], one, 8);
        memcpy(&first[1], other, 8);
        memcpy(&last[0], one + length - 8, 8);
        memcpy(&last[1], other + length - 8, 8);
    } else if (step == 4) {
        memcpy(&first[0], one, 4);
        memcpy(&first[1], other, 4);
        memcpy(&last[0], one + length - 4, 4);
        memcpy(&last[1], other + length - 4, 4);
    } else {
        return one[0] == other[0] && one[length / 2] == other[length / 2] &&
               one[length - 1] == other[length - 1];
    }
    return first[0] == first[1] && last[0] == last[1];
}

/* True when the id at a position is `length` bytes of `bytes`. */
static inline bool is_at(const struct table *table, const struct instrument *instrument, id_at *id,
                         size_t position, const char *bytes, size_t length)
{
    const struct key *key = &table->keys[position];
    if (key->length == 0) {
        const char *own = id(instrument, position);
        return strlen(own) == length && memcmp(own, bytes, length) == 0;
    }
    return key->length == length && same_key(key->bytes, bytes, length);
}

static int table_find(const struct table *table, const struct instrument *instrument, id_at *id,
                      const char *bytes, size_t length, int guess)
{
    if (guess >= 0 && (size_t)guess < table->count &&
        is_at(table, instrument, id, (size_t)guess, bytes, length)) {
        return guess;
    }
    for (size_t slot = hash_id(bytes, length) & table->mask; table->slots[slot] != 0;
         slot = (slot + 1) & table->mask) {
        size_t position = table->slots[slot] - 1;
        if (is_at(table, instrument, id, position, bytes, length)) {
            return (int)position;
        }
    }
    return NOWHERE;
}

void instrument_index(struct instrument *instrument, struct arena *arena)
{
    struct instrument_index *index = arena_get(arena, 1, sizeof *index);
    int16_t *indicators = arena_get(arena, instrument->criterion_count, sizeof *indicators);
    assert(instrument->indicator_count <= INT16_MAX);
    for (size_t c = 0; c < instrument->criterion_count; c++) {
        indicators[c] = (int16_t)instrument->criteria[c].indicator;
    }
    instrument->criterion_indicators = indicators;
    index->indicators = table_new(instrument, instrument->indicator_count, indicator_id, arena);
    index->criteria = table_new(instrument, instrument->criterion_count, criterion_id, arena);
    instrument->index = index;
}

int instrument_find_indicator(const struct instrument *instrument, const char *id, size_t length,
                              int guess)
{
    return table_find(&instrument->index->indicators, instrument, indicator_id, id, length, guess);
}

int instrument_find_criterion(const struct instrument *instrument, const char *id, size_t length,
                              int guess)
{
    return table_find(&instrument->index->criteria, instrument, criterion_id, id, length, guess);
}

int instrument_find_slot(const struct instrument *instrument, const char *id, size_t length)
{
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        const char *whole = instrument->indicators[i].slot_of;
        if (whole != NULL && strlen(whole) == length && memcmp(whole, id, length) == 0) {
            return (int)i;
        }
    }
    return NOWHERE;
}
