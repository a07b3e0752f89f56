#include "example.h"

#include "assessment.h"
#include "evaluation.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

/* The lines of a result while they are made. */
struct lines {
    struct example_line *list;
    struct example_result *result;
    struct arena *arena;
    struct fraction tolerance;
};

/* Accepts an item by its id, "I01.2.e1". */
static void accept(struct assessment *assessment, const char *id)
{
    const struct instrument *instrument = assessment->instrument;
    const char *point = strchr(id, '.');
    int i = instrument_find_indicator(instrument, id, (size_t)(point - id), 0);
    char *end = NULL;
    struct response *response = &assessment->responses[i];
    struct item *items = arena_get(assessment->arena, response->item_count + 1, sizeof *items);
    if (response->item_count > 0) {
        memcpy(items, response->items, response->item_count * sizeof *items);
    }
    struct item *item = &items[response->item_count++];
    item->level = (int)strtol(point + 1, &end, 10);
    item->number = (int)strtol(end + 2, NULL, 10);
    item->answer = ANSWER_YES;
    response->items = items;
}

/* Gives the measures to the indicators that are converted from them. */
static void measure(struct assessment *assessment, const struct pack_example *example)
{
    for (size_t i = 0; i < assessment->instrument->indicator_count; i++) {
        const struct conversion *conversion = assessment->instrument->indicators[i].conversion;
        for (size_t m = 0; conversion != NULL && m < example->measure_count; m++) {
            if (strcmp(example->measures[m].key, conversion->input) == 0) {
                struct measure *list = arena_get(assessment->arena, 1, sizeof *list);
                *list = (struct measure){conversion->input, example->measures[m].value};
                assessment->responses[i].measures = list;
                assessment->responses[i].measure_count = 1;
            }
        }
    }
}

/* Values become claims, items and measures answers. */
static void fill(struct assessment *assessment, const struct pack_example *example)
{
    for (size_t i = 0; example->claims != NULL && i < assessment->instrument->indicator_count;
         i++) {
        bool given = example->unanswered == NULL || !example->unanswered[i];
        assessment->responses[i].claimed =
            (struct maybe){.given = given, .value = example->claims[i]};
    }
    for (string_list item = example->items; *item != NULL; item++) {
        accept(assessment, *item);
    }
    measure(assessment, example);
}

/* Answers every criterion of an indicator that is not left open, and proves those that are met by one item of evidence each. */
static void answer(struct assessment *assessment, const struct pack_example *example,
                   struct arena *arena)
{
    const struct instrument *instrument = assessment->instrument;
    struct evidence *items = arena_get(arena, instrument->criterion_count + 1, sizeof *items);
    int *supports = arena_get(arena, instrument->criterion_count + 1, sizeof *supports);
    size_t count = 0;
    for (size_t c = 0; c < instrument->criterion_count; c++) {
        int indicator = instrument->criteria[c].indicator;
        struct response *response = &assessment->responses[indicator];
        if (example->unanswered != NULL && example->unanswered[indicator]) {
            continue;
        }
        assessment->answers[c] = example->met[c] ? ANSWER_YES : ANSWER_NO;
        if (example->met[c] && (example->unproven == NULL || !example->unproven[c])) {
            supports[count] = (int)c;
            items[count] = (struct evidence){.supports = &supports[count], .support_count = 1};
            response->evidence = response->evidence_count == 0 ? &items[count] : response->evidence;
            response->evidence_count++; /* criteria of an indicator stand side by side */
            count++;
        }
    }
}

/* Makes the assessment that the example is about. */
static void give(struct assessment *assessment, const struct pack_example *example,
                 struct arena *arena)
{
    assessment->agency = example->agency;
    assessment->kind = assessment_kind(example->kind, strlen(example->kind));
    assessment->year = example->year;
    fill(assessment, example);
    if (example->met != NULL) {
        answer(assessment, example, arena);
    }
}

static void add_line(const struct lines *lines, const char *what, const char *expected,
                     const char *computed, bool same, bool near)
{
    lines->list[lines->result->count++] = (struct example_line){
        what, expected, arena_string(lines->arena, computed), same || near, near && !same};
    lines->result->different += same || near ? 0 : 1;
}

/* True when two numbers are not farther apart than the example allows. */
static bool is_near(const struct lines *lines, const char *expected, const char *computed)
{
    struct fraction one, other, apart;
    if (!fraction_parse(expected, strlen(expected), false, &one) ||
        !fraction_parse(computed, strlen(computed), false, &other) ||
        !fraction_subtract(one, other, &apart)) {
        return false;
    }
    apart.num = apart.num < 0 ? -apart.num : apart.num;
    return fraction_compare(apart, lines->tolerance) <= 0;
}

/* Compares a number as it is published; passes over one that is not expected. */
static void add_published(const struct lines *lines, const char *what, const char *expected,
                          struct fraction value, int decimals)
{
    if (expected == NULL || expected[0] == '\0') {
        return;
    }
    struct text text = TEXT_EMPTY;
    fraction_add_rounded(&text, value, decimals, '.');
    add_line(lines, what, expected, text.bytes, strcmp(expected, text.bytes) == 0,
             is_near(lines, expected, text.bytes));
    text_release(&text);
}

/* Compares a number before its rounding; passes over one that is not expected. */
static void add_exact(const struct lines *lines, const char *what, const char *expected,
                      struct fraction value)
{
    struct fraction wanted;
    if (expected == NULL || expected[0] == '\0') {
        return;
    }
    struct text text = TEXT_EMPTY;
    fraction_add_exact(&text, value);
    bool same = fraction_parse(expected, strlen(expected), false, &wanted) &&
                fraction_compare(wanted, value) == 0;
    add_line(lines, what, expected, text.bytes, same, false);
    text_release(&text);
}

static void add_predicate(const struct lines *lines, const char *expected, const struct band *band)
{
    const char *name = band == NULL ? "" : band->name;
    if (expected[0] != '\0') {
        add_line(lines, "predicate", expected, name, strcmp(expected, name) == 0, false);
    }
}

static void compare(const struct lines *lines, const struct pack_example *example,
                    const struct evaluation *evaluation)
{
    const struct instrument *instrument = evaluation->instrument;
    enum basis basis = evaluation->main;
    const struct index_value *index = &evaluation->index[basis];
    add_published(lines, "index", example->index, index->exact, instrument->decimals);
    add_exact(lines, "exact", example->exact, index->exact);
    add_predicate(lines, example->predicate, index->band);
    for (size_t i = 0; i < instrument->domain_count; i++) {
        add_published(lines, instrument->domains[i].id, example->domains[i],
                      evaluation->domains[i].value[basis], instrument->decimals);
    }
    for (size_t i = 0; i < instrument->aspect_count; i++) {
        add_published(lines, instrument->aspects[i].id, example->aspects[i],
                      evaluation->aspects[i].value[basis], instrument->decimals);
    }
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        add_published(lines, instrument->indicators[i].id, example->indicators[i],
                      evaluation->ratings[i].value, instrument->decimals);
    }
    for (size_t i = 0; example->values != NULL && i < instrument->indicator_count; i++) {
        add_exact(lines, instrument->indicators[i].id, example->values[i],
                  evaluation->ratings[i].on[basis].value);
    }
}

bool example_run(const struct instrument *instrument, const struct pack_example *example,
                 struct arena *arena, struct example_result *result, struct error *err)
{
    struct assessment *assessment = arena_get(arena, 1, sizeof *assessment);
    struct evaluation *evaluation = arena_get(arena, 1, sizeof *evaluation);
    struct example_line *list = arena_get(arena,
                                          3 + instrument->domain_count + instrument->aspect_count +
                                              2 * instrument->indicator_count,
                                          sizeof *list);
    *result = (struct example_result){.lines = list, .evaluation = evaluation};
    assessment_init(assessment, instrument, arena);
    give(assessment, example, arena);
    enum basis basis = example->claims == NULL ? BASIS_SUPPORTED : BASIS_CLAIMED;
    if (!evaluation_run(evaluation, assessment, (int)basis, arena, err)) {
        return false;
    }
    compare(&(struct lines){list, result, arena, example->tolerance}, example, evaluation);
    return true;
}
