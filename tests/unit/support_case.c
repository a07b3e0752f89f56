#include "support_case.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

void case_open(struct case_ *c, const struct instrument *instrument, int year)
{
    *c = (struct case_){.arena = ARENA_EMPTY};
    assessment_init(&c->assessment, instrument, &c->arena);
    c->assessment.agency = "Kota Contoh";
    c->assessment.kind = KIND_KOTA;
    c->assessment.year = year;
}

void case_close(struct case_ *c)
{
    arena_release(&c->arena);
}

/* Position of an indicator by id. */
static int indicator_at(const struct case_ *c, const char *id)
{
    int at = instrument_find_indicator(c->assessment.instrument, id, strlen(id), 0);
    assert_int_not_equal(at, NOWHERE);
    return at;
}

/* The next id of a list; 0 at its end. */
static size_t next_id(const char **list)
{
    *list += strspn(*list, " ");
    return strcspn(*list, " ");
}

static int criterion_at(const struct case_ *c, const char *id, size_t length)
{
    int at = instrument_find_criterion(c->assessment.instrument, id, length, 0);
    assert_int_not_equal(at, NOWHERE);
    return at;
}

void case_answer(struct case_ *c, const char *ids, enum answer answer)
{
    for (size_t length = next_id(&ids); length > 0; ids += length, length = next_id(&ids)) {
        c->assessment.answers[criterion_at(c, ids, length)] = (unsigned char)answer;
    }
}

/* Room for one more row of `size` bytes behind `count` of them. */
static void *grown(struct case_ *c, const void *rows, size_t count, size_t size)
{
    void *more = arena_get(&c->arena, count + 1, size);
    if (count > 0) {
        memcpy(more, rows, count * size);
    }
    return more;
}

void case_items(struct case_ *c, const char *ids, enum answer answer)
{
    for (size_t length = next_id(&ids); length > 0; ids += length, length = next_id(&ids)) {
        const char *point = strchr(ids, '.');
        char *end = NULL;
        int at = instrument_find_indicator(c->assessment.instrument, ids, (size_t)(point - ids), 0);
        assert_int_not_equal(at, NOWHERE);
        struct response *response = &c->assessment.responses[at];
        struct item *items = grown(c, response->items, response->item_count, sizeof *items);
        struct item *item = &items[response->item_count++];
        item->level = (int)strtol(point + 1, &end, 10);
        item->number = (int)strtol(end + 2, &end, 10);
        item->answer = answer;
        assert_ptr_equal(end, ids + length);
        response->items = items;
    }
}

void case_measure(struct case_ *c, const char *indicator, struct fraction value)
{
    int at = indicator_at(c, indicator);
    struct response *response = &c->assessment.responses[at];
    struct measure *measures =
        grown(c, response->measures, response->measure_count, sizeof *measures);
    measures[response->measure_count++] =
        (struct measure){c->assessment.instrument->indicators[at].measures[0], value};
    response->measures = measures;
}

/* Sets a value on one indicator or on all. */
static void set_value(struct case_ *c, const char *indicator, int value, bool verified)
{
    bool all = strcmp(indicator, "*") == 0;
    int only = all ? 0 : indicator_at(c, indicator);
    for (int i = 0; i < (int)c->assessment.instrument->indicator_count; i++) {
        struct response *response = &c->assessment.responses[i];
        struct maybe *maybe = verified ? &response->verified : &response->claimed;
        if (all || i == only) {
            *maybe = (struct maybe){true, fraction_whole(value)};
        }
    }
}

void case_claim(struct case_ *c, const char *indicator, int value)
{
    set_value(c, indicator, value, false);
}

void case_verify(struct case_ *c, const char *indicator, int value)
{
    set_value(c, indicator, value, true);
}

void case_evidence(struct case_ *c, const char *indicator, struct evidence item,
                   const char *supports)
{
    struct response *response = &c->assessment.responses[indicator_at(c, indicator)];
    struct evidence *items = arena_get(&c->arena, response->evidence_count + 1, sizeof *items);
    int *positions = arena_get(&c->arena, strlen(supports) + 1, sizeof *positions);
    for (size_t length = next_id(&supports); length > 0;
         supports += length, length = next_id(&supports)) {
        positions[item.support_count++] = criterion_at(c, supports, length);
    }
    item.supports = positions;
    if (response->evidence_count > 0) {
        memcpy(items, response->evidence, response->evidence_count * sizeof *items);
    }
    items[response->evidence_count++] = item;
    response->evidence = items;
}

void case_fulfil(struct case_ *c, const char *indicator, int from, int to)
{
    const struct instrument *instrument = c->assessment.instrument;
    int i = indicator_at(c, indicator);
    for (size_t k = 0; k < instrument->criterion_count; k++) {
        const struct criterion *criterion = &instrument->criteria[k];
        int number = instrument->levels[criterion->level].number;
        if (criterion->indicator == i && number >= from && number <= to) {
            case_answer(c, criterion->id, ANSWER_YES);
            case_evidence(c, indicator, (struct evidence){.title = "Laporan"}, criterion->id);
        }
    }
}

void case_run(struct case_ *c, int asked)
{
    struct error err = {.kind = ERROR_NONE};
    bool done = evaluation_run(&c->evaluation, &c->assessment, asked, &c->arena, &err);
    assert_string_equal(err.message, "");
    assert_true(done);
}

const struct rating *case_rating(const struct case_ *c, const char *indicator)
{
    return &c->evaluation.ratings[indicator_at(c, indicator)];
}

const struct standing *case_level(const struct case_ *c, const char *indicator, int number)
{
    const struct instrument *instrument = c->assessment.instrument;
    const struct level *level =
        instrument_level(instrument, &instrument->indicators[indicator_at(c, indicator)], number);
    assert_non_null(level);
    return &c->evaluation.levels[level - instrument->levels];
}

const struct problem *case_problem(const struct case_ *c, const char *code, const char *where)
{
    const struct problem *problem = c->evaluation.problems.first;
    while (problem != NULL && (strcmp(problem->code, code) != 0 ||
                               (where != NULL && strcmp(problem->where, where) != 0))) {
        problem = problem->next;
    }
    return problem;
}
