#include "lateness.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

bool lateness_deadline(struct store *store, const char *unit, struct arena *arena, const char **day,
                       struct error *err)
{
    *day = NULL;
    return (unit == NULL || store_get(store, FIELD_DEADLINE, unit, arena, day, err)) &&
           (*day != NULL || store_get(store, FIELD_DEADLINE, "", arena, day, err));
}

bool lateness_waits(const struct evaluation *evaluation, int indicator)
{
    enum state state = evaluation->assessment->responses[indicator].state;
    struct progress progress = progress_of(evaluation, (size_t)indicator);
    return state == STATE_RETURNED || (state == STATE_OPEN && progress.state != PROGRESS_COMPLETE);
}

/* Days from the start of the calendar to a day. */
static long day_number(const char *day)
{
    struct tm tm = {.tm_hour = 12};
    if (!assessment_is_date(day)) {
        return 0;
    }
    tm.tm_year = (int)strtol(day, NULL, 10) - 1900;
    tm.tm_mon = (int)strtol(day + 5, NULL, 10) - 1;
    tm.tm_mday = (int)strtol(day + 8, NULL, 10);
    return (long)(timegm(&tm) / 86400);
}

/* Adds those of a unit's indicators that wait; `returned` says which. */
static void add_waiting(const struct evaluation *evaluation, struct late *late, bool returned)
{
    for (size_t i = 0; i < evaluation->instrument->indicator_count; i++) {
        const struct response *response = &evaluation->assessment->responses[i];
        bool theirs = late->unit == NULL || response->unit == NULL
                          ? late->unit == response->unit
                          : strcmp(late->unit, response->unit) == 0;
        if (theirs && (response->state == STATE_RETURNED) == returned &&
            lateness_waits(evaluation, (int)i)) {
            late->indicators[late->count++] = (int)i;
        }
    }
}

/* Adds a unit to the list, if it is late. */
static bool add_unit(struct store *store, const struct evaluation *evaluation, const char *unit,
                     const char *today, struct arena *arena, struct late_list *list,
                     struct error *err)
{
    struct late late = {.unit = unit};
    if (!lateness_deadline(store, unit, arena, &late.deadline, err)) {
        return false;
    }
    if (late.deadline == NULL || strcmp(late.deadline, today) >= 0) {
        return true;
    }
    late.days = day_number(today) - day_number(late.deadline);
    late.indicators =
        arena_get(arena, evaluation->instrument->indicator_count, sizeof *late.indicators);
    add_waiting(evaluation, &late, true);
    add_waiting(evaluation, &late, false);
    if (late.count > 0) {
        list->items[list->count++] = late;
    }
    return true;
}

bool lateness_find(struct store *store, const struct evaluation *evaluation, const char *today,
                   struct arena *arena, struct late_list *list, struct error *err)
{
    struct store_list units;
    *list = (struct late_list){NULL, 0};
    if (!store_subjects(store, FIELD_UNIT_LISTED, arena, &units, err)) {
        return false;
    }
    list->items = arena_get(arena, units.count + 1, sizeof *list->items);
    bool ok = true;
    for (size_t i = 0; ok && i < units.count; i++) {
        ok = add_unit(store, evaluation, units.items[i], today, arena, list, err);
    }
    return ok && add_unit(store, evaluation, NULL, today, arena, list, err);
}

void lateness_today(char day[11])
{
    time_t now = time(NULL);
    struct tm here;
    strftime(day, 11, "%Y-%m-%d", localtime_r(&now, &here));
}
