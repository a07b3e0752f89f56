/* The roll-up: who stands where, what is counted, and that groups never mix. */
#include "rollup.h"

#include "memory.h"
#include "rollup_csv.h"
#include "rollup_report.h"
#include "rollup_view.h"
#include "support_case.h"
#include "support_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <string.h>
#include <cmocka.h>

/* Adds an agency of which every indicator but the first `missing` ones claims a level. */
static void add(struct rollup *rollup, const struct instrument *instrument, int year,
                const char *agency, enum kind kind, int level, int missing)
{
    static const char *const ids[] = {"I01", "I02", "I03", "I04", "I05"};
    struct case_ c;
    case_open(&c, instrument, year);
    c.assessment.agency = agency;
    c.assessment.kind = kind;
    for (int i = missing; i < 5; i++) {
        case_claim(&c, ids[i], level);
    }
    case_run(&c, BASIS_CLAIMED);
    rollup_add(rollup, &c.evaluation, "berkas.json");
    case_close(&c);
}

/* Five agencies: two share a rank, one is incomplete, one has no name. */
static void add_five(struct rollup *rollup, const struct instrument *instrument)
{
    add(rollup, instrument, 2024, "Kota B", KIND_KOTA, 3, 0);
    add(rollup, instrument, 2024, "Kota A", KIND_KOTA, 3, 0);
    add(rollup, instrument, 2024, "Provinsi C", KIND_PROVINSI, 5, 0);
    add(rollup, instrument, 2024, "Kota D", KIND_KOTA, 2, 1);
    add(rollup, instrument, 2024, "", KIND_NONE, 4, 0);
    rollup_finish(rollup);
}

static void test_rollup__equal_indices_share_a_rank(void **state)
{
    (void)state;
    static const char *const order[] = {"Provinsi C", "berkas.json", "Kota A", "Kota B", "Kota D"};
    static const size_t ranks[] = {1, 2, 3, 3, 5};
    struct fixture fixture;
    struct rollup rollup;
    fixture_open(&fixture);
    rollup_open(&rollup);
    add_five(&rollup, &fixture.instrument);
    assert_int_equal(rollup.count, 1);
    assert_int_equal(rollup.groups[0]->count, 5);
    for (size_t i = 0; i < 5; i++) {
        assert_string_equal(rollup.groups[0]->rows[i].agency, order[i]);
        assert_int_equal(rollup.groups[0]->rows[i].rank, ranks[i]);
    }
    rollup_close(&rollup);
    fixture_close(&fixture);
}

static void test_rollup__what_is_missing_is_counted_and_told(void **state)
{
    (void)state;
    struct fixture fixture;
    struct rollup rollup;
    bool given = true;
    fixture_open(&fixture);
    rollup_open(&rollup);
    add_five(&rollup, &fixture.instrument);
    const struct rollup_group *group = rollup.groups[0];
    const struct rollup_row *row = &group->rows[4];
    size_t first = rollup_unit(group->instrument, ROLLUP_INDICATOR, 0);
    assert_int_equal(group->complete, 4);
    assert_int_equal(row->given, 4);
    assert_int_equal(row->of, 5);
    assert_int_equal(rollup_value(group, row, first, &given).num, 1); /* the pack's value */
    assert_false(given);
    assert_int_equal(rollup_value(group, row, first + 1, &given).num, 2);
    assert_true(given);
    assert_int_equal(group->units[first].stat.count, 5);
    assert_int_equal(group->units[first].stat.given, 4);
    assert_int_equal(fraction_compare(group->units[first].stat.mean.value, fraction_make(16, 5)),
                     0);
    assert_int_equal(fraction_compare(group->units[first].mean_given.value, fraction_make(15, 4)),
                     0);
    rollup_close(&rollup);
    fixture_close(&fixture);
}

/* Protects the promise of the header: the means of the indicators add up to the mean of the index. */
static void test_rollup__means_add_up_to_the_mean_of_the_index(void **state)
{
    (void)state;
    struct fixture fixture;
    struct rollup rollup;
    fixture_open(&fixture);
    rollup_open(&rollup);
    add_five(&rollup, &fixture.instrument);
    const struct rollup_group *group = rollup.groups[0];
    const struct instrument *instrument = group->instrument;
    struct fraction sum = fraction_whole(0);
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        struct fraction part =
            fraction_make(instrument->indicators[i].units, instrument->units_total);
        size_t unit = rollup_unit(instrument, ROLLUP_INDICATOR, i);
        assert_true(fraction_multiply(part, group->units[unit].stat.mean.value, &part));
        assert_true(fraction_add(sum, part, &sum));
    }
    assert_int_equal(fraction_compare(sum, group->units[0].stat.mean.value), 0);
    rollup_close(&rollup);
    fixture_close(&fixture);
}

static void test_rollup__kinds_and_predicates_are_counted(void **state)
{
    (void)state;
    struct fixture fixture;
    struct rollup rollup;
    size_t sum = 0;
    fixture_open(&fixture);
    rollup_open(&rollup);
    add_five(&rollup, &fixture.instrument);
    const struct rollup_group *group = rollup.groups[0];
    assert_int_equal(group->kind_count, 3);
    assert_int_equal(group->kinds[0].kind, KIND_PROVINSI);
    assert_int_equal(group->kinds[1].kind, KIND_KOTA);
    assert_int_equal(group->kinds[1].index.count, 3);
    assert_int_equal(group->kinds[1].index.given, 2);
    assert_int_equal(group->kinds[2].kind, KIND_NONE);
    for (size_t b = 0; b <= fixture.instrument.band_count; b++) {
        size_t kinds = 0;
        for (size_t k = 0; k < group->kind_count; k++) {
            kinds += group->kinds[k].predicates[b];
        }
        assert_int_equal(kinds, group->predicates[b]);
        sum += kinds;
    }
    assert_int_equal(sum, 5);
    rollup_close(&rollup);
    fixture_close(&fixture);
}

/* The incomplete one pulls I01 down; of the others, which are equal, the heavier comes first. */
static void test_rollup__the_weakest_come_first(void **state)
{
    (void)state;
    struct fixture fixture;
    struct rollup rollup;
    fixture_open(&fixture);
    rollup_open(&rollup);
    add_five(&rollup, &fixture.instrument);
    const size_t *weakest = rollup.groups[0]->weakest;
    static const size_t order[] = {0, 4, 3, 2, 1}; /* I05 40, I04 20, I03 15, I02 12.5 */
    for (size_t i = 0; i < 5; i++) {
        assert_int_equal(weakest[i], order[i]);
    }
    rollup_close(&rollup);
    fixture_close(&fixture);
}

static void test_rollup__instruments_and_years_never_mix(void **state)
{
    (void)state;
    struct fixture fixture;
    struct rollup rollup;
    fixture_open(&fixture);
    rollup_open(&rollup);
    struct instrument other = fixture.instrument;
    other.id = "uji-z";
    add(&rollup, &other, 2023, "Kota A", KIND_KOTA, 5, 0);
    add(&rollup, &fixture.instrument, 2024, "Kota A", KIND_KOTA, 1, 0);
    add(&rollup, &fixture.instrument, 2023, "Kota A", KIND_KOTA, 2, 0);
    add(&rollup, &fixture.instrument, 2024, "Kota B", KIND_KOTA, 3, 0);
    add(&rollup, &other, 2023, "Kota B", KIND_KOTA, 4, 0);
    rollup_finish(&rollup);
    assert_int_equal(rollup.count, 3);
    assert_int_equal(rollup.groups[0]->year, 2023);
    assert_int_equal(rollup.groups[0]->count, 1);
    assert_int_equal(rollup.groups[1]->year, 2024);
    assert_int_equal(rollup.groups[1]->count, 2);
    assert_string_equal(rollup.groups[2]->instrument->id, "uji-z");
    assert_int_equal(rollup.groups[2]->count, 2);
    assert_int_equal(rollup.groups[2]->twice, 0);
    rollup_close(&rollup);
    fixture_close(&fixture);
}

static void test_rollup__an_agency_that_stands_twice_is_told(void **state)
{
    (void)state;
    struct fixture fixture;
    struct rollup rollup;
    fixture_open(&fixture);
    rollup_open(&rollup);
    add(&rollup, &fixture.instrument, 2024, "Kota A", KIND_KOTA, 1, 0);
    add(&rollup, &fixture.instrument, 2024, "Kota A", KIND_KOTA, 3, 0);
    add(&rollup, &fixture.instrument, 2024, "Kota A", KIND_KABUPATEN, 2, 0);
    rollup_finish(&rollup);
    assert_int_equal(rollup.groups[0]->twice, 1);
    rollup_close(&rollup);
    fixture_close(&fixture);
}

static void test_rollup__nothing_is_no_group(void **state)
{
    (void)state;
    struct rollup rollup;
    rollup_open(&rollup);
    rollup_finish(&rollup);
    assert_int_equal(rollup.count, 0);
    rollup_close(&rollup);
}

/* Many different values grow the table of them; each is found again. */
static void test_rollup__many_different_values_are_kept_apart(void **state)
{
    (void)state;
    enum { COUNT = 400 };
    struct fixture fixture;
    struct rollup rollup;
    fixture_open(&fixture);
    fixture_as_pemdi(&fixture);
    rollup_open(&rollup);
    for (int i = 0; i < COUNT; i++) {
        struct case_ c;
        case_open(&c, &fixture.instrument, 2024);
        c.assessment.agency = "Kota";
        for (size_t k = 0; k < fixture.instrument.indicator_count; k++) {
            c.assessment.responses[k].claimed =
                (struct maybe){true, fraction_make(1000 + i * 7 + (int64_t)k * 3, 1000)};
        }
        case_run(&c, BASIS_CLAIMED);
        rollup_add(&rollup, &c.evaluation, "x");
        case_close(&c);
    }
    rollup_finish(&rollup);
    const struct rollup_group *group = rollup.groups[0];
    size_t unit = rollup_unit(group->instrument, ROLLUP_INDICATOR, 1);
    for (size_t i = 0; i < COUNT; i++) {
        bool given = false;
        int64_t number = COUNT - 1 - (int64_t)i; /* the highest index first */
        struct fraction value = rollup_value(group, &group->rows[i], unit, &given);
        assert_int_equal(fraction_compare(value, fraction_make(1003 + number * 7, 1000)), 0);
    }
    rollup_close(&rollup);
    fixture_close(&fixture);
}

/* ---- what is written ---- */

static bool put_text(void *context, const char *bytes, size_t length, struct error *err)
{
    (void)err;
    text_append(context, bytes, length);
    return true;
}

static bool put_nothing(void *context, const char *bytes, size_t length, struct error *err)
{
    (void)context;
    (void)bytes;
    (void)length;
    return error_set(err, ERROR_SYSTEM, "COBA", "full", NULL);
}

static void test_rollup__the_document_and_its_pages_hold_the_same_rows(void **state)
{
    (void)state;
    struct fixture fixture;
    struct rollup rollup;
    struct error err = {.kind = ERROR_NONE};
    struct text document = TEXT_EMPTY, summary = TEXT_EMPTY, page = TEXT_EMPTY;
    struct rollup_out out = {put_text, &document};
    fixture_open(&fixture);
    rollup_open(&rollup);
    add_five(&rollup, &fixture.instrument);
    struct rollup_cursor cursor = {.rollup = &rollup};
    assert_true(rollup_report_write(&rollup, &out, &err));
    rollup_report_summary(&rollup, &summary);
    rollup_report_page(&cursor, &page);
    assert_non_null(strstr(document.bytes, page.bytes));
    assert_null(strstr(summary.bytes, "\"assessments\""));
    assert_non_null(strstr(page.bytes, "\"indicators\":[null,\"2\",\"2\",\"2\",\"2\"]"));
    text_clear(&page);
    rollup_report_page(&cursor, &page);
    assert_string_equal(page.bytes, "[]");
    text_release(&page);
    text_release(&summary);
    text_release(&document);
    rollup_close(&rollup);
    fixture_close(&fixture);
}

/* Protects the bound of a message: pages end long before it, and together hold every row once. */
static void test_rollup__pages_stay_small(void **state)
{
    (void)state;
    enum { COUNT = 2500 };
    struct fixture fixture;
    struct rollup rollup;
    char name[32];
    size_t rows = 0, pages = 0;
    struct text page = TEXT_EMPTY;
    fixture_open(&fixture);
    rollup_open(&rollup);
    for (int i = 0; i < COUNT; i++) {
        snprintf(name, sizeof name, "Kota %d", i);
        add(&rollup, &fixture.instrument, 2023 + i % 2, name, KIND_KOTA, 1 + i % 5, 0);
    }
    rollup_finish(&rollup);
    struct rollup_cursor cursor = {.rollup = &rollup};
    for (rollup_report_page(&cursor, &page); page.length > 2;
         text_clear(&page), rollup_report_page(&cursor, &page)) {
        pages++;
        assert_true(page.length < 262144);
        for (const char *at = page.bytes; (at = strstr(at, "\"rank\":")) != NULL; at++) {
            rows++;
        }
    }
    assert_int_equal(rows, COUNT);
    assert_true(pages > 2);
    text_release(&page);
    rollup_close(&rollup);
    fixture_close(&fixture);
}

static void test_rollup__csv_has_a_column_for_each_unit(void **state)
{
    (void)state;
    struct fixture fixture;
    struct rollup rollup;
    struct error err = {.kind = ERROR_NONE};
    struct text csv = TEXT_EMPTY;
    struct rollup_out out = {put_text, &csv};
    fixture_open(&fixture);
    rollup_open(&rollup);
    add(&rollup, &fixture.instrument, 2024, "=HITUNG \"A\"", KIND_KOTA, 2, 1);
    rollup_finish(&rollup);
    assert_true(rollup_csv_write(&rollup, &out, &err));
    assert_non_null(strstr(csv.bytes, ",sha256,D1,D2,A1,A2,A3,I01,I02,I03,I04,I05\r\n"));
    assert_non_null(strstr(csv.bytes, ",\"'=HITUNG \"\"A\"\"\",kota,claimed,4,5,1.88,1.875,"));
    assert_non_null(strstr(csv.bytes, ",,2,2,2,2\r\n")); /* I01 is not given */
    text_release(&csv);
    rollup_close(&rollup);
    fixture_close(&fixture);
}

static void test_rollup__csv_of_two_instruments_keeps_their_columns_apart(void **state)
{
    (void)state;
    struct fixture fixture;
    struct rollup rollup;
    struct error err = {.kind = ERROR_NONE};
    struct text csv = TEXT_EMPTY;
    struct rollup_out out = {put_text, &csv};
    fixture_open(&fixture);
    rollup_open(&rollup);
    struct instrument other = fixture.instrument;
    other.id = "uji-z";
    add(&rollup, &fixture.instrument, 2024, "A", KIND_KOTA, 2, 0);
    add(&rollup, &fixture.instrument, 2023, "A", KIND_KOTA, 2, 0);
    add(&rollup, &other, 2024, "A", KIND_KOTA, 3, 0);
    rollup_finish(&rollup);
    assert_true(rollup_csv_write(&rollup, &out, &err));
    assert_non_null(strstr(csv.bytes, "uji-z:I05\r\n"));
    assert_null(strstr(strstr(csv.bytes, "uji-z:I05") + 1, "uji-z:I05"));
    assert_non_null(strstr(csv.bytes, ",2,2,2,2,2,,,,,,,,,,\r\n"));
    assert_non_null(strstr(csv.bytes, ",,,,,,,,,,,3,3,3,3,3,3,3,3,3,3\r\n"));
    text_release(&csv);
    rollup_close(&rollup);
    fixture_close(&fixture);
}

static void test_rollup__a_full_disk_ends_the_writing(void **state)
{
    (void)state;
    struct fixture fixture;
    struct rollup rollup;
    struct error err = {.kind = ERROR_NONE};
    struct rollup_out out = {put_nothing, NULL};
    fixture_open(&fixture);
    rollup_open(&rollup);
    add_five(&rollup, &fixture.instrument);
    assert_false(rollup_report_write(&rollup, &out, &err));
    assert_true(error_is_set(&err));
    assert_false(rollup_csv_write(&rollup, &out, &err));
    rollup_close(&rollup);
    fixture_close(&fixture);
}

static void test_rollup__the_view_marks_what_is_incomplete(void **state)
{
    (void)state;
    struct fixture fixture;
    struct rollup rollup;
    char *shown = NULL;
    size_t length = 0;
    fixture_open(&fixture);
    rollup_open(&rollup);
    add_five(&rollup, &fixture.instrument);
    struct console console = {.stream = open_memstream(&shown, &length)};
    rollup_view_print(&rollup, &console);
    fclose(console.stream);
    assert_non_null(strstr(shown, "1,88*")); /* 0.125 × 1 + 0.875 × 2 */
    assert_non_null(strstr(shown, "4/5"));
    assert_non_null(strstr(shown, "Provinsi C"));
    free(shown);
    rollup_close(&rollup);
    fixture_close(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rollup__equal_indices_share_a_rank),
        cmocka_unit_test(test_rollup__what_is_missing_is_counted_and_told),
        cmocka_unit_test(test_rollup__means_add_up_to_the_mean_of_the_index),
        cmocka_unit_test(test_rollup__kinds_and_predicates_are_counted),
        cmocka_unit_test(test_rollup__the_weakest_come_first),
        cmocka_unit_test(test_rollup__instruments_and_years_never_mix),
        cmocka_unit_test(test_rollup__an_agency_that_stands_twice_is_told),
        cmocka_unit_test(test_rollup__nothing_is_no_group),
        cmocka_unit_test(test_rollup__many_different_values_are_kept_apart),
        cmocka_unit_test(test_rollup__the_document_and_its_pages_hold_the_same_rows),
        cmocka_unit_test(test_rollup__pages_stay_small),
        cmocka_unit_test(test_rollup__csv_has_a_column_for_each_unit),
        cmocka_unit_test(test_rollup__csv_of_two_instruments_keeps_their_columns_apart),
        cmocka_unit_test(test_rollup__a_full_disk_ends_the_writing),
        cmocka_unit_test(test_rollup__the_view_marks_what_is_incomplete),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
