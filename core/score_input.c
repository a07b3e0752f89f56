#include "score_input.h"

#include "calculation.h"
#include "json_out.h"
#include "season.h"

/* What is known of each indicator where no function was called: what levels, answers and evidence say. */
static struct calculated *as_rated(const struct evaluation *evaluation, struct arena *scratch)
{
    const struct instrument *instrument = evaluation->instrument;
    struct calculated *calculated =
        arena_get(scratch, instrument->indicator_count + 1, sizeof *calculated);
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        const struct rating *rating = &evaluation->ratings[i];
        const struct rated *supported = &rating->on[BASIS_SUPPORTED];
        calculated[i] = (struct calculated){
            .given = supported->given,
            .value = supported->value,
            .plain = supported->value,
            .met_level = instrument_level_of(instrument, &instrument->indicators[i], rating->met),
        };
        if (evaluation->calculated != NULL) {
            calculated[i] = evaluation->calculated[i];
        }
    }
    return calculated;
}

void score_input_write(const struct evaluation *evaluation, struct arena *scratch, struct text *out)
{
    struct season season;
    struct json_out json = {out, false};
    struct calculated *calculated = as_rated(evaluation, scratch);
    season_make(&season, evaluation->instrument, evaluation->assessment->year,
                evaluation->assessment->kind, scratch);
    json_out_open(&json, '{');
    for (size_t i = 0; i < evaluation->instrument->indicator_count; i++) {
        json_out_key(&json, evaluation->instrument->indicators[i].id);
        calculation_write_input(&season, evaluation->counted, evaluation->levels, calculated,
                                (int)i, &json);
    }
    json_out_close(&json, '}');
}

void score_input_write_one(const struct evaluation *evaluation, int position, struct arena *scratch,
                           struct text *out)
{
    struct season season;
    struct json_out json = {out, false};
    season_make(&season, evaluation->instrument, evaluation->assessment->year,
                evaluation->assessment->kind, scratch);
    calculation_write_input(&season, evaluation->counted, evaluation->levels,
                            as_rated(evaluation, scratch), position, &json);
}
