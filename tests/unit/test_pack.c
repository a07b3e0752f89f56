#include "pack.h"

#include "arena.h"
#include "example.h"
#include "file.h"
#include "limit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The pack of 2020, loaded once. */
static int setup(void **state)
{
    struct error err = {.kind = ERROR_NONE};
    *state = pack_load("spbe-2020", &err);
    if (*state == NULL) {
        print_error("%s: %s\n", err.where, err.message);
    }
    return *state == NULL ? -1 : 0;
}

static int teardown(void **state)
{
    pack_free(*state);
    return 0;
}

static const struct instrument *of(void **state)
{
    return pack_instrument(*state);
}

/* ---- the instrument of spbe-2020 ---- */

static void test_pack__builds_every_part_of_the_instrument(void **state)
{
    const struct instrument *instrument = of(state);
    assert_string_equal(instrument->id, "spbe-2020");
    assert_int_equal(instrument->domain_count, 4);
    assert_int_equal(instrument->aspect_count, 8);
    assert_int_equal(instrument->indicator_count, 47);
    assert_int_equal(instrument->level_count, 235);
    assert_int_equal(instrument->criterion_count, 394);
    assert_int_equal(instrument->year_first, 2021);
    assert_int_equal(instrument->year_last, 2024);
    assert_int_equal(instrument->decimals, 2);
    assert_int_equal(instrument->level_lowest, 1);
    assert_int_equal(instrument->level_highest, 5);
    assert_int_equal(instrument->duty.from_level, 2);
    assert_int_equal(instrument->duty.at_least, 1);
    assert_int_equal(instrument->band_count, 5);
    assert_int_equal(instrument->document_count, 5);
    assert_int_equal(instrument->guideline_count, 4);
    assert_int_equal(instrument->question_count, 4);
    assert_int_equal(instrument->conflict_count, 12);
    assert_int_equal(instrument->strength_from, 4);
    assert_int_equal(instrument->weakness_to, 2);
    assert_int_equal(instrument->target_level, 3);
    assert_int_equal(fraction_compare(instrument->target_index, fraction_make(13, 5)), 0);
}

/* Weights are the same as units of a hundredth of a percent, and add up to the whole at each step. */
static void test_pack__units_are_the_weights_in_whole_numbers(void **state)
{
    const struct instrument *instrument = of(state);
    int64_t total = 0;
    assert_int_equal(instrument->units_total, 10000);
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        const struct indicator *indicator = &instrument->indicators[i];
        struct fraction weight = fraction_make(indicator->units * 100, instrument->units_total);
        assert_int_equal(fraction_compare(weight, indicator->weight), 0);
        total += indicator->units;
    }
    assert_int_equal(total, 10000);
    for (size_t i = 0; i < instrument->aspect_count; i++) {
        const struct aspect *aspect = &instrument->aspects[i];
        int64_t sum = 0;
        for (uint32_t j = 0; j < aspect->indicators.count; j++) {
            sum += instrument->indicators[aspect->indicators.first + j].units;
        }
        assert_int_equal(sum, aspect->units);
    }
}

/* Spans and positions lead down and up again, and every child has one place. */
static void test_pack__parents_and_children_know_each_other(void **state)
{
    const struct instrument *instrument = of(state);
    uint32_t aspects = 0, indicators = 0, levels = 0, criteria = 0;
    for (uint32_t d = 0; d < instrument->domain_count; d++) {
        assert_int_equal(instrument->domains[d].aspects.first, aspects);
        aspects += instrument->domains[d].aspects.count;
    }
    for (uint32_t a = 0; a < instrument->aspect_count; a++) {
        const struct span span = instrument->domains[instrument->aspects[a].domain].aspects;
        assert_in_range(a, span.first, span.first + span.count - 1);
        assert_int_equal(instrument->aspects[a].indicators.first, indicators);
        indicators += instrument->aspects[a].indicators.count;
    }
    for (uint32_t i = 0; i < instrument->indicator_count; i++) {
        const struct indicator *indicator = &instrument->indicators[i];
        const struct span span = instrument->aspects[indicator->aspect].indicators;
        assert_in_range(i, span.first, span.first + span.count - 1);
        assert_int_equal(indicator->levels.first, levels);
        assert_int_equal(indicator->number, i + 1);
        levels += indicator->levels.count;
    }
    for (uint32_t l = 0; l < instrument->level_count; l++) {
        assert_int_equal(instrument->levels[l].criteria.first, criteria);
        criteria += instrument->levels[l].criteria.count;
    }
    assert_int_equal(criteria, instrument->criterion_count);
    for (uint32_t c = 0; c < instrument->criterion_count; c++) {
        const struct criterion *criterion = &instrument->criteria[c];
        const struct span span = instrument->levels[criterion->level].criteria;
        assert_in_range(c, span.first, span.first + span.count - 1);
        assert_memory_equal(criterion->id, instrument->indicators[criterion->indicator].id, 3);
    }
}

static void test_pack__level_names_follow_the_kind_of_indicator(void **state)
{
    const struct instrument *instrument = of(state);
    const struct level *process = instrument_level(instrument, &instrument->indicators[0], 4);
    const struct level *service = instrument_level(instrument, &instrument->indicators[46], 4);
    assert_string_equal(process->name, "Terpadu dan Terukur");
    assert_string_equal(service->name, "Kolaborasi");
    for (size_t i = 0; i < instrument->level_count; i++) {
        assert_int_equal(instrument->levels[i].baseline, instrument->levels[i].number == 1);
    }
}

static void test_pack__criteria_of_a_guide_carry_its_years(void **state)
{
    const struct instrument *instrument = of(state);
    static const struct {
        const char *id, *basis;
        struct dated years;
    } cases[] = {
        {"I01.2.a", "permenpanrb-59-2020", {0, 0}},
        {"I01.2.b", "kepmenpanrb-962-2021", {2021, 0}},
        {"I05.5.b", "pedoman-6-2023", {2023, 0}},
        {"I11.4.c", "pedoman-3-2024", {2024, 0}},
        {"I26.4.e", "kepmenpanrb-962-2021", {2021, 2023}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int position = instrument_find_criterion(instrument, cases[i].id, 7, NOWHERE);
        assert_int_not_equal(position, NOWHERE);
        const struct criterion *criterion = &instrument->criteria[position];
        assert_string_equal(criterion->basis, cases[i].basis);
        assert_int_equal(criterion->years.from, cases[i].years.from);
        assert_int_equal(criterion->years.until, cases[i].years.until);
        assert_int_equal(criterion->guideline_only, cases[i].years.from != 0);
    }
}

static void test_pack__predicates_are_read_as_the_national_reports_did(void **state)
{
    const struct instrument *instrument = of(state);
    assert_int_equal(instrument_reading(instrument, 2021), READING_ROUNDED);
    assert_int_equal(instrument_reading(instrument, 2023), READING_ROUNDED);
    assert_int_equal(instrument_reading(instrument, 2024), READING_EXACT);
    assert_string_equal(instrument_band(instrument, fraction_make(18, 10))->name, "Cukup");
    assert_string_equal(instrument_band(instrument, fraction_make(1799, 1000))->name, "Kurang");
}

static void test_pack__evidence_checks_speak_of_the_right_criteria(void **state)
{
    const struct instrument *instrument = of(state);
    const struct evidence_checks *checks = &instrument->checks;
    int review = instrument_find_criterion(instrument, "I01.4.b", 7, NOWHERE);
    int team = instrument_find_criterion(instrument, "I19.2.a", 7, NOWHERE);
    int practice = instrument_find_criterion(instrument, "I19.2.b", 7, NOWHERE);
    assert_int_equal(checks->age_count, 3);
    assert_int_equal(checks->ages[0].years.from, 2024);
    assert_int_equal(checks->ages[0].under_years, 2);
    assert_true(checks->ages[0].criteria[review]);
    assert_false(checks->ages[0].criteria[team]);
    assert_true(instrument->criteria[team].policy_proves);
    assert_false(instrument->criteria[practice].policy_proves);
    assert_false(instrument->criteria[review].policy_proves);
    const struct indicator *centre = &instrument->indicators[15];
    assert_int_equal(instrument_level(instrument, centre, 2)->coverage, COVERAGE_PARTIAL);
    assert_int_equal(instrument_level(instrument, centre, 3)->coverage, COVERAGE_FULL);
    assert_int_equal(instrument_level(instrument, centre, 4)->coverage, COVERAGE_NONE);
    assert_string_equal(checks->draft_words[0], "draf");
}

static void test_pack__files_are_hashed_one_by_one_and_together(void **state)
{
    const struct instrument *instrument = of(state);
    struct hash *hash = hash_new();
    char all[HASH_HEX + 1];
    assert_int_equal(instrument->file_count, 9);
    assert_string_equal(instrument->files[0].name, "pack.lua");
    for (size_t i = 0; i < instrument->file_count; i++) {
        struct error err = {.kind = ERROR_NONE};
        struct text name = TEXT_EMPTY, bytes = TEXT_EMPTY;
        char own[HASH_HEX + 1];
        text_format(&name, "rules/spbe-2020/%s", instrument->files[i].name);
        char *path = file_resource(name.bytes, &err);
        assert_true(file_read(path, 1 << 20, &bytes, &err));
        hash_of(bytes.bytes, bytes.length, own);
        assert_string_equal(instrument->files[i].sha256, own);
        hash_add(hash, instrument->files[i].name, strlen(instrument->files[i].name));
        hash_add(hash, " ", 1);
        hash_add(hash, own, HASH_HEX);
        hash_add(hash, "\n", 1);
        free(path);
        text_release(&name);
        text_release(&bytes);
    }
    hash_end(hash, all);
    hash_free(hash);
    assert_string_equal(instrument->sha256, all);
}

static void test_pack__published_results_come_out_exactly(void **state)
{
    size_t count = 0;
    const struct pack_example *examples = pack_examples(*state, &count);
    assert_true(count >= 2);
    for (size_t i = 0; i < 2; i++) { /* the others are worked by hand, see rules test */
        struct arena arena = ARENA_EMPTY;
        struct error err = {.kind = ERROR_NONE};
        struct example_result result;
        assert_true(example_run(of(state), &examples[i], &arena, &result, &err));
        assert_int_equal(result.count, 15);
        assert_int_equal(result.different, 0);
        arena_release(&arena);
    }
}

static void test_pack__before_the_first_year_nothing_is_shown(void **state)
{
    struct error err = {.kind = ERROR_NONE};
    struct text json = TEXT_EMPTY;
    assert_false(pack_show(*state, 2020, &json, &err));
    assert_string_equal(err.id, "PACK_YEAR");
    assert_int_equal(json.length, 0);
    text_release(&json);
}

/* ---- packs of our own ---- */

struct folder {
    char path[64];
};

static void folder_open(struct folder *folder)
{
    strcpy(folder->path, "/tmp/spbe-test-pack-XXXXXX");
    assert_non_null(mkdtemp(folder->path));
}

static void folder_put(const struct folder *folder, const char *name, const char *bytes,
                       size_t length)
{
    char path[128];
    snprintf(path, sizeof path, "%s/%s", folder->path, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    fclose(file);
}

static void folder_close(const struct folder *folder, const char *const *names)
{
    for (; *names != NULL; names++) {
        char path[128];
        snprintf(path, sizeof path, "%s/%s", folder->path, *names);
        unlink(path);
    }
    assert_int_equal(rmdir(folder->path), 0);
}

/* Opens a pack whose only file is this pack.lua; gives the id of the failure, "" for none. */
static const char *open_entry(const char *bytes, size_t length, size_t *complaints)
{
    static const char *const names[] = {"pack.lua", NULL};
    struct folder folder;
    struct error err = {.kind = ERROR_NONE};
    folder_open(&folder);
    folder_put(&folder, "pack.lua", bytes, length);
    struct pack *pack = pack_open(folder.path, &err);
    *complaints = pack == NULL ? 0 : pack_complaints(pack)->count;
    if (pack == NULL) {
        assert_int_equal(err.kind, ERROR_PACK);
        assert_non_null(strstr(err.where, "/pack.lua"));
    }
    pack_free(pack);
    folder_close(&folder, names);
    return err.id == NULL ? "" : err.id;
}

static void test_pack__a_source_may_be_as_long_as_the_limit_and_no_longer(void **state)
{
    (void)state;
    size_t complaints = 0;
    char *source = malloc(LIMIT_SOURCE_BYTES + 2);
    assert_non_null(source);
    memset(source, '-', LIMIT_SOURCE_BYTES + 1);
    memcpy(source, "return {}\n", 10);
    assert_string_equal(open_entry(source, LIMIT_SOURCE_BYTES, &complaints), "");
    assert_true(complaints > 0);
    assert_string_equal(open_entry(source, LIMIT_SOURCE_BYTES + 1, &complaints), "PACK_FILE_LARGE");
    free(source);
}

static void test_pack__a_source_is_text(void **state)
{
    (void)state;
    size_t complaints = 0;
    assert_string_equal(open_entry("return {} --\xe9\n", 14, &complaints), "PACK_FILE_TEXT");
    assert_string_equal(open_entry("return {} --\0\n", 14, &complaints), "PACK_FILE_TEXT");
    assert_string_equal(open_entry("return {} --\xc3\xa9\n", 15, &complaints), "");
}

/* A table that says nothing is told all that is missing, in one run. */
static void test_pack__an_empty_table_is_complained_about_and_harmless(void **state)
{
    (void)state;
    static const char *const sources[] = {
        "return {}",
        "return { 1, 2, 3 }",
        "return { files = {} }",
        "return { files = { domains = {} }, structure = { domains = 0, aspects = 0, indicators = 0 "
        "} }",
        "return { files = 7, years = 'x', scale = {}, predicates = { 1 }, level_names = { a = 1 } "
        "}",
        "return { scale = { lowest = 9, highest = 2 }, years = { first = 2024, last = 2021 } }",
        "return { predicates = {}, rounding = { predicate_on = {} }, guideline_by_year = { x = 1 } "
        "}",
        "return { format = function() end }",
    };
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
        size_t complaints = 0;
        assert_string_equal(open_entry(sources[i], strlen(sources[i]), &complaints), "");
        assert_in_range(complaints, 1, LIMIT_COMPLAINTS);
    }
}

static void test_pack__a_list_of_complaints_has_an_end(void **state)
{
    (void)state;
    struct text source = TEXT_EMPTY;
    size_t complaints = 0;
    text_add(&source, "return {\n");
    for (int i = 0; i < 2 * LIMIT_COMPLAINTS; i++) {
        text_format(&source, "  f%d = 1,\n", i);
    }
    text_add(&source, "}\n");
    assert_string_equal(open_entry(source.bytes, source.length, &complaints), "");
    assert_int_equal(complaints, LIMIT_COMPLAINTS);
    text_release(&source);
}

/* The same mistakes give the same sentences in the same order, whatever the addresses of a run. */
static void test_pack__complaints_come_in_the_order_of_lines(void **state)
{
    (void)state;
    static const char *const names[] = {"pack.lua", NULL};
    static const char source[] = "return {\n  zebra = 1,\n  alpha = 2,\n  middle = 3,\n}\n";
    struct folder folder;
    struct error err = {.kind = ERROR_NONE};
    folder_open(&folder);
    folder_put(&folder, "pack.lua", source, strlen(source));
    struct pack *pack = pack_open(folder.path, &err);
    const struct complaints *complaints = pack_complaints(pack);
    for (size_t i = 1; i < complaints->count; i++) {
        assert_true(complaints->list[i - 1].line <= complaints->list[i].line);
    }
    const struct complaint *last = &complaints->list[complaints->count - 1];
    assert_int_equal(last->line, 4);
    assert_non_null(strstr(last->error.message, "'middle'"));
    pack_free(pack);
    folder_close(&folder, names);
}

static void test_pack__the_packs_beside_the_program_are_listed(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    char **ids = pack_list(&err);
    bool found = false;
    assert_non_null(ids);
    for (size_t i = 0; ids[i] != NULL; i++) {
        found = found || strcmp(ids[i], "spbe-2020") == 0;
        assert_true(i == 0 || strcmp(ids[i - 1], ids[i]) < 0);
    }
    assert_true(found);
    for (size_t i = 0; ids[i] != NULL; i++) {
        free(ids[i]);
    }
    free(ids);
}

static void test_pack__freeing_nothing_is_allowed(void **state)
{
    (void)state;
    pack_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pack__builds_every_part_of_the_instrument),
        cmocka_unit_test(test_pack__units_are_the_weights_in_whole_numbers),
        cmocka_unit_test(test_pack__parents_and_children_know_each_other),
        cmocka_unit_test(test_pack__level_names_follow_the_kind_of_indicator),
        cmocka_unit_test(test_pack__criteria_of_a_guide_carry_its_years),
        cmocka_unit_test(test_pack__predicates_are_read_as_the_national_reports_did),
        cmocka_unit_test(test_pack__evidence_checks_speak_of_the_right_criteria),
        cmocka_unit_test(test_pack__files_are_hashed_one_by_one_and_together),
        cmocka_unit_test(test_pack__published_results_come_out_exactly),
        cmocka_unit_test(test_pack__before_the_first_year_nothing_is_shown),
        cmocka_unit_test(test_pack__a_source_may_be_as_long_as_the_limit_and_no_longer),
        cmocka_unit_test(test_pack__a_source_is_text),
        cmocka_unit_test(test_pack__an_empty_table_is_complained_about_and_harmless),
        cmocka_unit_test(test_pack__a_list_of_complaints_has_an_end),
        cmocka_unit_test(test_pack__complaints_come_in_the_order_of_lines),
        cmocka_unit_test(test_pack__the_packs_beside_the_program_are_listed),
        cmocka_unit_test(test_pack__freeing_nothing_is_allowed),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
