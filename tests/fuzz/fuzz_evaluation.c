/* Any assessment that can be read is evaluated, warned about and reported: the index agrees with its
 * contributions, the record counts every indicator once, the document is sound JSON in each form. */
#include "exchange.h"
#include "report.h"
#include "warning.h"

#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

#include "../unit/support_fixture.c"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void want(bool truth)
{
    if (!truth) {
        abort();
    }
}

static bool all_true[64];
static const char *const words[] = {"a", "perwali", "draf", NULL};

/* The fixture with something to warn about. */
static void add_checks(struct fixture *fixture)
{
    static struct age_rule age = {{2022, 0}, 2, all_true, "reviu", "panduan"};
    struct level *levels =
        arena_get(&fixture->arena, fixture->instrument.level_count, sizeof *levels);
    memcpy(levels, fixture->instrument.levels, fixture->instrument.level_count * sizeof *levels);
    memset(all_true, 1, sizeof all_true);
    levels[1].coverage = COVERAGE_PARTIAL;
    levels[2].coverage = COVERAGE_FULL;
    fixture->instrument.levels = levels;
    fixture->instrument.checks = (struct evidence_checks){&age, 1, words, NULL, words};
}

static void check_sums(const struct evaluation *evaluation)
{
    struct fraction sum = fraction_whole(0);
    unsigned counted = 0;
    for (int i = 0; i < (int)evaluation->instrument->indicator_count; i++) {
        /* Where so long fractions do not add up in pairs, the sums inside used other pairs. */
        if (!fraction_add(sum, evaluation_contribution(evaluation, i), &sum)) {
            return;
        }
    }
    want(fraction_compare(sum, evaluation->index[evaluation->main].exact) == 0);
    for (int o = 0; o < OUTCOME_COUNT; o++) {
        counted += evaluation->outcomes[o];
    }
    want(counted == evaluation->instrument->indicator_count);
}

static void check_document(const struct text *document)
{
    cJSON *tree = cJSON_ParseWithLength(document->bytes, document->length);
    want(cJSON_IsObject(tree));
    want(text_utf8_prefix(document->bytes, document->length) == document->length);
    cJSON_Delete(tree);
}

static void check(const char *bytes, size_t length, bool fractions)
{
    struct fixture fixture;
    struct arena arena = ARENA_EMPTY;
    struct assessment assessment;
    struct evaluation evaluation;
    struct error err = {.kind = ERROR_NONE};
    struct text document = TEXT_EMPTY;
    fixture_open(&fixture);
    if (fractions) {
        fixture_as_pemdi(&fixture);
    }
    add_checks(&fixture);
    if (exchange_read(bytes, length, "f", &fixture.instrument, &arena, &assessment, &err) &&
        evaluation_run(&evaluation, &assessment, BASIS_BY_RULE, &arena, &err)) {
        warning_run(&evaluation);
        check_sums(&evaluation);
        for (int form = REPORT_SUMMARY; form <= REPORT_FULL; form++) {
            text_clear(&document);
            report_write(&evaluation, (enum report_form)form, &arena, &document);
            check_document(&document);
        }
    }
    text_release(&document);
    arena_release(&arena);
    fixture_close(&fixture);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    check((const char *)bytes, length, false);
    check((const char *)bytes, length, true);
    return 0;
}
