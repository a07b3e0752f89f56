/* What a row says of a document: each cell checked and told with its place, texts and days as people and
 * spreadsheet programs write them. */
#include "limit.h"
#include "support_form.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static struct form_bench bench;

static int enter(void **state)
{
    (void)state;
    form_bench_enter(&bench);
    form_bench_begin(&bench);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    form_bench_leave(&bench);
    return 0;
}

/* Wants the form to be refused with just these lines. */
static void refused(const char *lines)
{
    assert_false(form_bench_import(&bench, FORM_ASK, NULL));
    assert_string_equal(bench.told.bytes, lines);
    form_bench_wants(&bench, "");
}

static void taken(const char *lines)
{
    if (!form_bench_import(&bench, FORM_ASK, NULL)) {
        fail_msg("problems:\n%s", bench.told.bytes);
    }
    form_bench_wants(&bench, lines);
}

static void test_form_sighting__empty_rows_say_nothing(void **state)
{
    (void)state;
    form_bench_row(&bench, "I01.2.a", NULL);
    form_bench_row(&bench, "", NULL);
    taken("");
    assert_string_equal(bench.told.bytes, "");
    assert_int_equal(bench.changes, 0);
}

static void test_form_sighting__days_of_every_kind(void **state)
{
    (void)state;
    form_bench_row(&bench, "I01.2.a", "title=a", "date=2023-05-01", NULL);
    form_bench_kind(&bench, FORM_DATE, SHEET_DATE);
    form_bench_row(&bench, "I01.2.b", "title=b", "date=2023-05-01", NULL);
    form_bench_row(&bench, "I01.3.a", "title=c", "date=1/5/2023", NULL);
    form_bench_row(&bench, "I01.3.b", "title=d", "date=17 Agustus 1945", NULL);
    taken("E1 I01 a||2023-05-01|| I01.2.a -\n"
          "E2 I01 b||2023-05-01|| I01.2.b -\n"
          "E3 I01 c||2023-05-01|| I01.3.a -\n"
          "E4 I01 d||1945-08-17|| I01.3.b -\n");
}

static void test_form_sighting__what_is_no_day_of_a_document(void **state)
{
    (void)state;
    form_bench_row(&bench, "I01.2.a", "title=a", "date=31/02/2024", NULL);
    form_bench_row(&bench, "I01.2.b", "title=b", "date=1905-07-15", NULL); /* "2023", as a day */
    form_bench_kind(&bench, FORM_DATE, SHEET_DATE);
    form_bench_row(&bench, "I01.3.a", "title=c", "date=2023", NULL);
    form_bench_kind(&bench, FORM_DATE, SHEET_NUMBER);
    form_bench_row(&bench, "I01.3.b", "title=d", "date=16/8/1945", NULL);
    form_bench_row(&bench, "I02.2.a", "title=e", "date=1", NULL);
    form_bench_kind(&bench, FORM_DATE, SHEET_FLAG);
    refused("form.xlsx: Lembar!G2 FORM_DATE\n"
            "form.xlsx: Lembar!G3 FORM_DATE\n"
            "form.xlsx: Lembar!G4 FORM_DATE\n"
            "form.xlsx: Lembar!G5 FORM_DATE\n"
            "form.xlsx: Lembar!G6 FORM_DATE\n");
}

static void test_form_sighting__a_day_that_was_there_before_is_left_alone(void **state)
{
    (void)state;
    form_bench_item(&bench, "I01", "I01.2.a", "title=Staatsblad", "date=1926-01-01", NULL);
    form_bench_begin(&bench);
    form_bench_row(&bench, "I01.2.a", NULL);
    taken("E1 I01 Staatsblad||1926-01-01|| I01.2.a -\n");
    form_bench_begin(&bench);
    form_bench_row(&bench, "I01.2.a", "number=1", "date=1926-01-01", NULL); /* as a text */
    taken("E1 I01 Staatsblad|1|1926-01-01|| I01.2.a -\n");
}

static void test_form_sighting__numbers_are_texts_too(void **state)
{
    (void)state;
    form_bench_row(&bench, "I01.2.a", "title=2023", "number=188", "pages=12", "file=7", NULL);
    for (size_t i = FORM_TITLE; i < FORM_CELLS; i++) {
        form_bench_kind(&bench, (enum form_cell)i, i == FORM_DATE ? SHEET_TEXT : SHEET_NUMBER);
    }
    form_bench_row(&bench, "I01.2.b", "title=b", "number=12.300000000000001", NULL);
    form_bench_kind(&bench, FORM_NUMBER, SHEET_NUMBER);
    taken("E1 I01 2023|188||12|7 I01.2.a -\n"
          "E2 I01 b|12.3||| I01.2.b -\n");
}

static void test_form_sighting__other_kinds_are_told(void **state)
{
    (void)state;
    form_bench_row(&bench, "I01.2.a", "title=a", "pages=2026-07-03", NULL); /* "3-7" */
    form_bench_kind(&bench, FORM_PAGES, SHEET_DATE);
    form_bench_row(&bench, "I01.2.b", "title=1", NULL);
    form_bench_kind(&bench, FORM_TITLE, SHEET_FLAG);
    form_bench_row(&bench, "I01.3.a", "title=c", "file=#N/A", NULL);
    form_bench_kind(&bench, FORM_FILE, SHEET_ERROR);
    refused("form.xlsx: Lembar!H2 FORM_KIND\n"
            "form.xlsx: Lembar!E3 FORM_KIND\n"
            "form.xlsx: Lembar!I4 FORM_KIND\n");
}

static void test_form_sighting__files_are_kept_without_folders(void **state)
{
    (void)state;
    form_bench_row(&bench, "I01.2.a", "file=2024/perwali.pdf", NULL);
    form_bench_row(&bench, "I01.2.b", "file=a\\b\\sk.pdf", NULL);
    taken("E1 I01 ||||perwali.pdf I01.2.a -\n"
          "E2 I01 ||||sk.pdf I01.2.b -\n");
}

static void test_form_sighting__places_on_a_disk_are_told(void **state)
{
    (void)state;
    form_bench_row(&bench, "I01.2.a", "file=../a.pdf", NULL);
    form_bench_row(&bench, "I01.2.b", "file=/etc/passwd", NULL);
    form_bench_row(&bench, "I01.3.a", "file=C:\\a.pdf", NULL);
    form_bench_row(&bench, "I01.3.b", "file=\\\\server\\a.pdf", NULL);
    form_bench_row(&bench, "I02.2.a", "file=a/../../b.pdf", NULL);
    form_bench_row(&bench, "I03.2.a", "file=folder/", NULL);
    refused("form.xlsx: Lembar!I2 FORM_PATH\n"
            "form.xlsx: Lembar!I3 FORM_PATH\n"
            "form.xlsx: Lembar!I4 FORM_PATH\n"
            "form.xlsx: Lembar!I5 FORM_PATH\n"
            "form.xlsx: Lembar!I6 FORM_PATH\n"
            "form.xlsx: Lembar!I7 FORM_PATH\n");
}

static void test_form_sighting__a_document_needs_a_name(void **state)
{
    (void)state;
    form_bench_row(&bench, "I01.2.a", "date=1/5/2023", NULL);
    form_bench_row(&bench, "I01.2.b", "pages=4", NULL);
    form_bench_row(&bench, "", "pages=4", "supports=I02.2.a", NULL);
    form_bench_row(&bench, "", "supports=I02.2.a", NULL);
    refused("form.xlsx: Lembar!E2 FORM_UNNAMED\n"
            "form.xlsx: Lembar!E3 FORM_UNNAMED\n"
            "form.xlsx: Lembar!E4 FORM_UNNAMED\n"
            "form.xlsx: Lembar!E5 FORM_UNNAMED\n");
}

static void test_form_sighting__the_register_names_known_criteria(void **state)
{
    (void)state;
    form_bench_row(&bench, "", "title=a", NULL);
    form_bench_row(&bench, "", "title=b", "supports=I01.2.a, I01.9.z; I99", NULL);
    form_bench_row(&bench, "", "title=c", "supports=,; ", NULL);
    assert_false(form_bench_import(&bench, FORM_ASK, NULL));
    assert_string_equal(bench.told.bytes, "form.xlsx: Lembar!B2 FORM_SUPPORTS\n"
                                          "form.xlsx: Lembar!B3: I01.9.z EDIT_CRITERION_NEAR\n"
                                          "form.xlsx: Lembar!B3: I99 EDIT_CRITERION\n"
                                          "form.xlsx: Lembar!B4 FORM_SUPPORTS\n");
}

static void test_form_sighting__long_texts_are_told_all_at_once(void **state)
{
    (void)state;
    char *title = malloc(LIMIT_TEXT_BYTES + 16);
    assert_non_null(title);
    memset(title, 'x', LIMIT_TEXT_BYTES + 15);
    memcpy(title, "title=", 6);
    title[LIMIT_TEXT_BYTES + 6] = '\0';
    form_bench_row(&bench, "I01.2.a", title, NULL); /* just inside */
    assert_true(form_bench_import(&bench, FORM_ASK, NULL));
    title[LIMIT_TEXT_BYTES + 6] = 'x';
    title[LIMIT_TEXT_BYTES + 7] = '\0';
    form_bench_row(&bench, "I01.2.b", title, NULL);
    form_bench_row(&bench, "I01.3.a", title, "date=x", NULL);
    assert_false(form_bench_import(&bench, FORM_ASK, NULL));
    assert_string_equal(bench.told.bytes, "form.xlsx: Lembar!E3 EDIT_LONG\n"
                                          "form.xlsx: Lembar!E4 EDIT_LONG\n"
                                          "form.xlsx: Lembar!G4 FORM_DATE\n");
    free(title);
}

static void ignore(void *context, const struct error *problem)
{
    (void)context;
    (void)problem;
}

static void test_form_sighting__only_so_many_documents(void **state)
{
    (void)state;
    static const uint32_t columns[FORM_CELLS] = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    const struct form_listener listener = {ignore, NULL, NULL, NULL};
    struct arena arena = ARENA_EMPTY;
    struct form_report report = {.merge = {&bench.edit, &arena, FORM_ASK},
                                 .path = "form.xlsx",
                                 .listener = &listener,
                                 .tally = &bench.tally};
    struct form_key key = {.edit = &bench.edit, .arena = &arena};
    struct form_sightings sightings = {.report = &report, .key = &key, .arena = &arena};
    struct form_row row = {.sheet = "Lembar", .row = 2, .columns = columns, .id = ""};
    for (size_t i = 0; i < FORM_CELLS; i++) {
        row.cells[i] = (struct form_raw){SHEET_TEXT, ""};
    }
    row.cells[FORM_TITLE].text = "SK";
    row.cells[FORM_VALUE].text = "I01 I02 I03 I04 I05"; /* five of each row */
    for (size_t i = 0; i < LIMIT_FORM_EVIDENCE / 5; i++) {
        assert_true(form_sighting_row(&sightings, &row, &bench.place.err));
    }
    assert_int_equal(sightings.count, LIMIT_FORM_EVIDENCE);
    assert_false(form_sighting_row(&sightings, &row, &bench.place.err));
    place_failed(&bench.place, "FORM_EVIDENCE");
    arena_release(&arena);
}

static void test_form_sighting__what_is_a_link(void **state)
{
    (void)state;
    assert_true(form_is_link("http://contoh.go.id"));
    assert_true(form_is_link("HTTPS://contoh.go.id"));
    assert_false(form_is_link("httpd.conf"));
    assert_false(form_is_link("file:///etc/passwd"));
    assert_false(form_is_link(""));
}

int main(void)
{
#define CASE(test) cmocka_unit_test_setup_teardown(test, enter, leave)
    const struct CMUnitTest tests[] = {
        CASE(test_form_sighting__empty_rows_say_nothing),
        CASE(test_form_sighting__days_of_every_kind),
        CASE(test_form_sighting__what_is_no_day_of_a_document),
        CASE(test_form_sighting__a_day_that_was_there_before_is_left_alone),
        CASE(test_form_sighting__numbers_are_texts_too),
        CASE(test_form_sighting__other_kinds_are_told),
        CASE(test_form_sighting__files_are_kept_without_folders),
        CASE(test_form_sighting__places_on_a_disk_are_told),
        CASE(test_form_sighting__a_document_needs_a_name),
        CASE(test_form_sighting__the_register_names_known_criteria),
        CASE(test_form_sighting__long_texts_are_told_all_at_once),
        CASE(test_form_sighting__only_so_many_documents),
        CASE(test_form_sighting__what_is_a_link),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
