#include "season.h"

#include <assert.h>
#include <string.h>

/* Counts what a criterion asks of its level: a group once, for its first member that is asked. */
static unsigned asked_by(const struct instrument *instrument, size_t criterion,
                         const int16_t *level_of)
{
    const struct criterion *own = &instrument->criteria[criterion];
    if (own->demand == DEMAND_NEVER) {
        return 0;
    }
    bool first = true;
    size_t c = instrument->levels[own->level].criteria.first;
    for (; own->demand == DEMAND_GROUP && c < criterion; c++) {
        const struct criterion *other = &instrument->criteria[c];
        first = first && !(level_of[c] >= 0 && other->demand == DEMAND_GROUP &&
                           strcmp(other->group, own->group) == 0);
    }
    return first ? 1 : 0;
}

void season_make(struct season *season, const struct instrument *instrument, int year,
                 enum kind kind, struct arena *arena)
{
    int16_t *level_of = arena_get(arena, instrument->criterion_count, sizeof *level_of);
    struct standing *levels = arena_get(arena, instrument->level_count, sizeof *levels);
    int used = instrument_year(instrument, year);
    assert(instrument->level_count <= INT16_MAX);
    for (size_t c = 0; c < instrument->criterion_count; c++) {
        const struct criterion *criterion = &instrument->criteria[c];
        bool counts = instrument_holds(criterion->years, used);
        bool asked = season_asks(criterion, kind);
        level_of[c] = (int16_t)(counts && asked ? criterion->level
                                : counts        ? SEASON_OTHERS
                                                : SEASON_FOREIGN);
        if (level_of[c] >= 0) {
            levels[criterion->level].counted =
                (uint16_t)(levels[criterion->level].counted + asked_by(instrument, c, level_of));
        }
    }
    for (size_t i = 0; i < instrument->level_count; i++) {
        int number = instrument->levels[i].number;
        levels[i].number = (int16_t)number;
        levels[i].baseline = instrument->levels[i].baseline;
        levels[i].items = (uint16_t)instrument->levels[i].item_count;
        levels[i].due = number >= instrument->duty.from_level && levels[i].counted > 0;
    }
    *season = (struct season){
        .instrument = instrument,
        .year = used,
        .kind = kind,
        .reading = instrument_reading(instrument, used),
        .level_of = level_of,
        .levels = levels,
    };
}

bool season_is(const struct season *season, const struct instrument *instrument, int year,
               enum kind kind)
{
    return season->instrument == instrument && season->year == instrument_year(instrument, year) &&
           (!instrument->conditional || season->kind == kind);
}
