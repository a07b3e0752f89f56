/* What "/" finds: an indicator by its name, and else everything in it that a person may remember a word of. */
#include "dialogue_search.h"
#include "support_case.h"
#include "support_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { INDICATORS = 5 };

static struct fixture fixture;
static struct case_ c;
static struct progress progress[INDICATORS];
static const char *reasons[INDICATORS];
static int order[INDICATORS];
static struct dialogue dialogue;
static struct found found;

static void begin(void)
{
    case_open(&c, &fixture.instrument, 2024);
    for (int i = 0; i < INDICATORS; i++) {
        order[i] = i;
    }
    dialogue = (struct dialogue){.message = TEXT_EMPTY, .entry = ENTRY_EMPTY};
}

static int enter(void **state)
{
    (void)state;
    fixture_open(&fixture);
    begin();
    return 0;
}

/* As enter, with an instrument whose items score. */
static int enter_pemdi(void **state)
{
    (void)state;
    fixture_open(&fixture);
    fixture_as_pemdi(&fixture);
    begin();
    return 0;
}

static int leave(void **state)
{
    (void)state;
    entry_release(&dialogue.entry);
    case_close(&c);
    fixture_close(&fixture);
    return 0;
}

/* Types a word; true when something holds it. */
static bool find(const char *word)
{
    case_run(&c, BASIS_SUPPORTED);
    for (size_t i = 0; i < INDICATORS; i++) {
        progress[i] = progress_of(&c.evaluation, i);
    }
    dialogue.model = (struct dialogue_model){&c.evaluation, progress, reasons, order};
    entry_set(&dialogue.entry, word);
    found = (struct found){NOWHERE, NOWHERE, {NOWHERE, 0}, NULL, NULL};
    return dialogue_search(&dialogue, 0, &found);
}

static size_t count(const char *word)
{
    size_t number = 0;
    find(word);
    while (dialogue_search(&dialogue, number, &found)) {
        number++;
    }
    return number;
}

static const char *criterion(void)
{
    return found.spot.criterion == NOWHERE ? "-"
                                           : fixture.instrument.criteria[found.spot.criterion].id;
}

static void test_dialogue_search__nothing_typed_is_every_indicator(void **state)
{
    (void)state;
    assert_int_equal(count(""), INDICATORS);
    order[0] = 3; /* returned ones come first */
    order[3] = 0;
    assert_true(find(""));
    assert_int_equal(found.indicator, 3);
    assert_null(found.text);
}

static void test_dialogue_search__an_indicator_by_its_id_comes_once(void **state)
{
    (void)state;
    assert_int_equal(count("i02"), 1);
    assert_true(find("i02"));
    assert_int_equal(found.indicator, 1);
    assert_null(found.text);
    assert_false(dialogue_is_spot(found.spot));
}

static void test_dialogue_search__a_criterion_by_its_id_and_text(void **state)
{
    (void)state;
    assert_true(find("I03.4.A"));
    assert_string_equal(criterion(), "I03.4.a");
    assert_string_equal(found.id, "I03.4.a");
    assert_string_equal(found.text, fixture.instrument.criteria[found.spot.criterion].text);
    assert_false(find("I02.4.b")); /* until 2022 only: it is not asked */
}

/* Every criterion that holds the words, not only the first of an indicator. */
static void test_dialogue_search__all_criteria_of_an_indicator(void **state)
{
    (void)state;
    assert_true(count("I01.2.") > 1);
    find("I01.2.");
    assert_true(dialogue_search(&dialogue, 1, &found));
    assert_string_equal(criterion(), "I01.2.b");
}

static void test_dialogue_search__documents_lead_to_what_they_support(void **state)
{
    (void)state;
    struct evidence item = {
        .title = "Perwali", .number = "12/2023", .file = "pindaian.pdf", .id = "E4"};
    case_evidence(&c, "I02", item, "I02.2.a");
    assert_true(find("perwali"));
    assert_string_equal(criterion(), "I02.2.a");
    assert_string_equal(found.id, "E4");
    assert_true(find("12/20"));
    assert_string_equal(found.text, "12/2023");
    assert_true(find("PINDAI"));
    assert_string_equal(found.text, "pindaian.pdf");
    assert_true(find("e4"));
    assert_string_equal(found.text, "Perwali");
}

/* A document that supports nothing yet leads to its indicator. */
static void test_dialogue_search__a_document_without_a_criterion(void **state)
{
    (void)state;
    case_evidence(&c, "I02", (struct evidence){.file = "lepas.pdf", .id = "E1"}, "");
    assert_true(find("lepas"));
    assert_int_equal(found.indicator, 1);
    assert_false(dialogue_is_spot(found.spot));
    assert_string_equal(found.text, "lepas.pdf");
}

static void test_dialogue_search__notes(void **state)
{
    (void)state;
    int position = instrument_find_criterion(&fixture.instrument, "I01.3.a", 7, 0);
    c.assessment.notes[position] = "menunggu tanda tangan";
    c.assessment.responses[3].note = "rapat tanggal lima";
    assert_true(find("TANDA tangan"));
    assert_string_equal(criterion(), "I01.3.a");
    assert_string_equal(found.text, "menunggu tanda tangan");
    assert_true(find("rapat"));
    assert_int_equal(found.indicator, 3);
    assert_false(dialogue_is_spot(found.spot));
    assert_string_equal(found.text, "rapat tanggal lima");
}

static void test_dialogue_search__nothing_holds_it(void **state)
{
    (void)state;
    assert_false(find("tidak ada di mana pun"));
    assert_false(find("%s"));
}

static void test_dialogue_search__items_that_score(void **state)
{
    (void)state;
    assert_true(find("I01.2.E2"));
    assert_int_equal(found.spot.item, 2);
    assert_int_equal(fixture.instrument.levels[found.level].number, 2);
    assert_null(found.id);
    const char *text = fixture.instrument.levels[found.level].evidence[1];
    assert_string_equal(found.text, text);
    assert_true(find(text));
    assert_true(found.spot.item > 0);
}

/* A document for an item that scores leads to the item. */
static void test_dialogue_search__documents_of_items(void **state)
{
    (void)state;
    static const struct item_name items[] = {{2, 2}};
    struct evidence item = {.title = "Laporan Khusus", .id = "E1", .items = items, .item_count = 1};
    case_evidence(&c, "I02", item, "");
    assert_true(find("laporan khusus"));
    assert_int_equal(found.indicator, 1);
    assert_int_equal(found.spot.item, 2);
    assert_int_equal(fixture.instrument.levels[found.level].number, 2);
    assert_string_equal(found.id, "E1");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_dialogue_search__##name, enter, leave)
    const struct CMUnitTest tests[] = {
        TEST(nothing_typed_is_every_indicator),
        TEST(an_indicator_by_its_id_comes_once),
        TEST(a_criterion_by_its_id_and_text),
        TEST(all_criteria_of_an_indicator),
        TEST(documents_lead_to_what_they_support),
        TEST(a_document_without_a_criterion),
        TEST(notes),
        TEST(nothing_holds_it),
        cmocka_unit_test_setup_teardown(test_dialogue_search__items_that_score, enter_pemdi, leave),
        cmocka_unit_test_setup_teardown(test_dialogue_search__documents_of_items, enter_pemdi,
                                        leave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
