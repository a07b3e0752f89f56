#include "scoring.h"

bool scoring_level(const struct level *level, size_t accepted, struct fraction points,
                   struct fraction *value)
{
    if (accepted == level->item_count) {
        *value = level->to;
        return true;
    }
    if (!fraction_add(level->from, points, value)) {
        return false;
    }
    *value = fraction_compare(*value, level->to) > 0 ? level->to : *value;
    return true;
}

/* Counts the answers to the items of a level; *points gets what the accepted ones add together. */
static bool count_level(const struct level *level, const struct response *response,
                        struct standing *standing, struct fraction *points)
{
    *points = fraction_whole(0);
    for (size_t i = 0; i < response->item_count; i++) {
        const struct item *item = &response->items[i];
        if (item->level != level->number) {
            continue;
        }
        standing->refused = (uint16_t)(standing->refused + (item->answer == ANSWER_NO));
        if (item->answer == ANSWER_YES) {
            standing->accepted++;
            if (!fraction_add(*points, level->points[item->number - 1], points)) {
                return false;
            }
        }
    }
    standing->complete = standing->accepted == standing->items;
    standing->proven = true;
    return true;
}

bool scoring_items(const struct instrument *instrument, const struct indicator *indicator,
                   const struct response *response, struct standing *levels, struct score *score)
{
    *score = (struct score){
        .value = instrument->levels[indicator->levels.first].from,
        .blocking = NOWHERE,
    };
    for (uint32_t i = 0; i < indicator->levels.count; i++) {
        uint32_t position = indicator->levels.first + i;
        const struct level *level = &instrument->levels[position];
        struct standing *standing = &levels[position];
        struct fraction points;
        if (!count_level(level, response, standing, &points)) {
            return false;
        }
        score->given = score->given || standing->accepted + standing->refused > 0;
        if (score->blocking != NOWHERE) {
            continue;
        }
        if (!scoring_level(level, standing->accepted, points, &score->value)) {
            return false;
        }
        score->blocking = standing->complete ? NOWHERE : (int)position;
    }
    return true;
}

bool scoring_measure(const struct instrument *instrument, const struct indicator *indicator,
                     const struct response *response, struct standing *levels, struct score *score)
{
    const struct conversion *conversion = indicator->conversion;
    const struct measure *measure = assessment_measure(response, conversion->input);
    *score = (struct score){.value = instrument->unanswered, .blocking = NOWHERE};
    if (measure != NULL && instrument_measures(conversion, measure->value)) {
        score->given = instrument_convert(conversion, measure->value, &score->value);
        if (!score->given) {
            return false;
        }
    }
    for (uint32_t i = 0; i < indicator->levels.count; i++) {
        uint32_t position = indicator->levels.first + i;
        struct standing *standing = &levels[position];
        standing->complete =
            score->given && fraction_compare(instrument->levels[position].to, score->value) <= 0;
        standing->proven = true;
        if (!standing->complete && score->blocking == NOWHERE) {
            score->blocking = (int)position;
        }
    }
    return true;
}
