#include "plan_order.h"

#include "edit.h"
#include "limit.h"
#include "message.h"

#include <stdlib.h>
#include <string.h>

/* Small letters and digits of a text, for predicates: "Sangat Baik" is "sangat-baik". */
static bool is_same_word(const char *one, const char *other)
{
    for (;;) {
        one += strspn(one, " -_");
        other += strspn(other, " -_");
        int left = *one >= 'A' && *one <= 'Z' ? *one + 32 : *one;
        int right = *other >= 'A' && *other <= 'Z' ? *other + 32 : *other;
        if (left != right || left == '\0') {
            return left == right;
        }
        one++;
        other++;
    }
}

/* The predicates of an instrument, for a sentence. */
static const char *name_bands(const struct instrument *instrument, struct arena *arena)
{
    struct text text = TEXT_EMPTY;
    for (size_t i = 0; i < instrument->band_count; i++) {
        text_format(&text, "%s%s", i == 0 ? "" : ", ", instrument->bands[i].name);
    }
    const char *names = arena_string(arena, text.bytes);
    text_release(&text);
    return names;
}

/* True when a value lies on the scale. */
static bool is_on_scale(const struct instrument *instrument, struct fraction value)
{
    return fraction_compare(value, fraction_whole(instrument->level_lowest)) >= 0 &&
           fraction_compare(value, fraction_whole(instrument->level_highest)) <= 0;
}

static bool read_target(struct plan_order *order, const struct evaluation *evaluation,
                        const char *word, struct arena *arena, struct error *err)
{
    const struct instrument *instrument = evaluation->instrument;
    order->target = word != NULL;
    for (size_t i = 0; word != NULL && i < instrument->band_count; i++) {
        if (is_same_word(word, instrument->bands[i].name)) {
            order->band = &instrument->bands[i];
            order->index = order->band->min;
        }
    }
    if (word == NULL) {
        return true;
    }
    if (order->band == NULL && !fraction_parse(word, strlen(word), true, &order->index)) {
        return error_set(err, M_PLAN_TARGET, "--target", word, name_bands(instrument, arena));
    }
    if (!is_on_scale(instrument, order->index)) {
        return error_set(err, M_PLAN_SCALE, "--target", word, instrument->level_lowest,
                         instrument->level_highest);
    }
    order->threshold = evaluation_threshold(evaluation, order->index);
    return true;
}

/* "A7=3". */
static bool read_aspect(struct plan_order *order, const struct instrument *instrument,
                        const char *word, struct error *err)
{
    const char *sign = strchr(word, '=');
    size_t length = sign == NULL ? 0 : (size_t)(sign - word);
    for (size_t a = 0; sign != NULL && a < instrument->aspect_count; a++) {
        const char *id = instrument->aspects[a].id;
        if (strlen(id) != length || strncasecmp(id, word, length) != 0) {
            continue;
        }
        struct plan_least *least = &order->aspects[a];
        if (least->asked) {
            return error_set(err, M_PLAN_TWICE, "--aspect", id);
        }
        if (!fraction_parse(sign + 1, strlen(sign + 1), true, &least->value) ||
            !is_on_scale(instrument, least->value)) {
            return error_set(err, M_PLAN_SCALE, "--aspect", word, instrument->level_lowest,
                             instrument->level_highest);
        }
        least->asked = true;
        return true;
    }
    return error_set(err, M_PLAN_ASPECT, "--aspect", word, instrument->id,
                     instrument->aspects[0].id);
}

/* For edit_each_piece. */
struct keeping {
    struct plan_order *order;
    const struct instrument *instrument;
};

static bool keep_one(void *context, const char *id, struct error *err)
{
    struct keeping *keeping = context;
    int position = edit_indicator(keeping->instrument, id, err);
    if (position == NOWHERE) {
        return false;
    }
    keeping->order->kept[position] = true;
    return true;
}

static bool read_per_unit(struct plan_order *order, const char *word, struct error *err)
{
    char *end = NULL;
    long number = word == NULL ? 1 : strtol(word, &end, 10);
    if (word != NULL && (end == word || *end != '\0' || number < 1 || number > 9999)) {
        return error_set(err, M_PLAN_PER_UNIT, "--per-unit", word);
    }
    order->per_unit = word == NULL ? 0 : (unsigned)number;
    return true;
}

enum { FIRST_YEAR = 2000 };

/* A day that plans are made for: of this century, as assessments are. */
static bool read_day(const char *word, struct day *day)
{
    return calendar_read(word, day) && day->year >= FIRST_YEAR && day->year <= LIMIT_YEAR;
}

static bool read_days(struct plan_order *order, const struct plan_words *words, struct error *err)
{
    order->by = words->by != NULL;
    order->from = words->from != NULL;
    if (words->by != NULL && !read_day(words->by, &order->last)) {
        return error_set(err, M_PLAN_DATE, "--by", words->by, FIRST_YEAR, LIMIT_YEAR);
    }
    if (words->from != NULL && !read_day(words->from, &order->first)) {
        return error_set(err, M_PLAN_DATE, "--from", words->from, FIRST_YEAR, LIMIT_YEAR);
    }
    if (order->from && !order->by) {
        return error_set(err, M_PLAN_FROM, "--from");
    }
    if (order->from && calendar_compare(order->first, order->last) > 0) {
        return error_set(err, M_PLAN_ORDER, "--from", words->from, words->by);
    }
    return true;
}

bool plan_order_read(struct plan_order *order, const struct evaluation *evaluation,
                     const struct plan_words *words, struct arena *arena, struct error *err)
{
    const struct instrument *instrument = evaluation->instrument;
    struct keeping keeping = {order, instrument};
    *order = (struct plan_order){
        .aspects = arena_get(arena, instrument->aspect_count + 1, sizeof *order->aspects),
        .kept = arena_get(arena, instrument->indicator_count + 1, sizeof *order->kept),
    };
    if (words->target == NULL && words->aspects[0] == NULL) {
        return error_set(err, M_PLAN_NOTHING, NULL);
    }
    if (!read_target(order, evaluation, words->target, arena, err) ||
        !read_per_unit(order, words->per_unit, err) || !read_days(order, words, err)) {
        return false;
    }
    for (const char *const *word = words->aspects; *word != NULL; word++) {
        if (!read_aspect(order, instrument, *word, err)) {
            return false;
        }
    }
    for (const char *const *list = words->keep; *list != NULL; list++) {
        if (!edit_each_piece(*list, "--keep", keep_one, &keeping, err)) {
            return false;
        }
    }
    return true;
}
