#include "season.h"

#include <assert.h>

void season_make(struct season *season, const struct instrument *instrument, int year,
                 struct arena *arena)
{
    int16_t *level_of = arena_get(arena, instrument->criterion_count, sizeof *level_of);
    struct standing *levels = arena_get(arena, instrument->level_count, sizeof *levels);
    int used = instrument_year(instrument, year);
    assert(instrument->level_count <= INT16_MAX);
    for (size_t c = 0; c < instrument->criterion_count; c++) {
        const struct criterion *criterion = &instrument->criteria[c];
        bool counts = instrument_holds(criterion->years, used);
        level_of[c] = (int16_t)(counts ? criterion->level : SEASON_FOREIGN);
        levels[criterion->level].counted =
            (uint16_t)(levels[criterion->level].counted + (counts ? 1 : 0));
    }
    for (size_t i = 0; i < instrument->level_count; i++) {
        int number = instrument->levels[i].number;
        levels[i].number = (int16_t)number;
        levels[i].baseline = instrument->levels[i].baseline;
        levels[i].due = number >= instrument->duty.from_level && levels[i].counted > 0;
    }
    *season = (struct season){
        .instrument = instrument,
        .year = used,
        .reading = instrument_reading(instrument, used),
        .level_of = level_of,
        .levels = levels,
    };
}

bool season_is(const struct season *season, const struct instrument *instrument, int year)
{
    return season->instrument == instrument && season->year == instrument_year(instrument, year);
}
