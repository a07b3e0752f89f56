#include "check_slot.h"

#include "support_probe.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#define SLOT(id, weight) "{\"id\":\"" id "\",\"label\":\"Layanan\",\"weight\":" weight "}"
#define SLOTS(list) "\"slots\":[" list "],"

static const char zero[] = "\"level_zero\":\"Belum ada.\",";
static const char zero_rule[] = "\"level_zero_rule\":{\"name\":\"Nol\"},";
static const char zero_bands[] =
    "[{\"max\":3,\"max_inclusive\":true,\"min\":2,\"name\":\"Baik\"},"
    "{\"max\":2,\"max_inclusive\":false,\"min\":0,\"name\":\"Kurang\"}]";

static void test_check_slot__slots_count_up_and_weigh_what_their_indicator_weighs(void **state)
{
    (void)state;
    static const struct {
        const char *slots, *complaint;
    } cases[] = {
        {"", NULL},
        {SLOTS(SLOT("I01-1", "15") "," SLOT("I01-2", "25")), NULL},
        {SLOTS(
             SLOT("I01-1", "\"40/3\"") "," SLOT("I01-2", "\"40/3\"") "," SLOT("I01-3", "\"40/3\"")),
         NULL},
        {SLOTS(SLOT("I01-1", "40")), NULL},
        {SLOTS(SLOT("I01-1", "15") "," SLOT("I01-3", "25")), "PACK_SLOT_ID"},
        {SLOTS(SLOT("I01-1", "15") "," SLOT("I01-1", "25")), "PACK_SLOT_ID"},
        {SLOTS(SLOT("I02-1", "15") "," SLOT("I01-2", "25")), "PACK_SLOT_ID"},
        {SLOTS(SLOT("I01-1", "15") "," SLOT("I01-2", "24")), "PACK_WEIGHT_SHORT"},
        {SLOTS(SLOT("I01-1", "0") "," SLOT("I01-2", "40")), "PACK_WEIGHT_SIGN"},
        {SLOTS(SLOT("I01-1", "\"x\"") "," SLOT("I01-2", "40")), "PACK_FIELD_TYPE"},
        {SLOTS(SLOT("I01-1", "0.00000001") "," SLOT("I01-2", "39.99999999")), "PACK_WEIGHT_FINE"},
        {SLOTS(""), "PACK_NO_PARTS"},
        {"\"slots\":\"tiga\",", "PACK_FIELD_TYPE"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct probe probe;
        probe_open(&probe);
        probe.slots = cases[i].slots;
        probe_want(&probe, cases[i].complaint);
        probe_close(&probe);
    }
}

static void test_check_slot__a_level_0_needs_a_rule_a_scale_and_a_meaning(void **state)
{
    (void)state;
    static const struct {
        const char *zero, *rule, *bands;
        int lowest;
        const char *complaint;
    } cases[] = {
        {zero, zero_rule, zero_bands, 0, NULL},
        {"", zero_rule, zero_bands, 0, "PACK_ZERO_MISSING"},
        {zero, "", NULL, 1, "PACK_ZERO_RULE"},
        {zero, zero_rule, NULL, 1, "PACK_ZERO_SCALE"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct probe probe;
        probe_open(&probe);
        probe.zero = cases[i].zero;
        probe.zero_rule = cases[i].rule;
        probe.bands = cases[i].bands == NULL ? probe.bands : cases[i].bands;
        probe.lowest = cases[i].lowest;
        probe_want(&probe, cases[i].complaint);
        probe_close(&probe);
    }
}

/* Each slot is a value of its own: own weight, own criteria under its id, the names of its indicator. */
static void test_check_slot__slots_are_built_as_values_of_their_own(void **state)
{
    (void)state;
    struct probe probe;
    probe_open(&probe);
    probe.slots = SLOTS(SLOT("I01-1", "15") "," SLOT("I01-2", "25"));
    probe_want(&probe, NULL);
    const struct instrument *built = &probe.instrument;
    assert_int_equal(built->indicator_count, 3);
    assert_int_equal(built->aspects[0].indicators.count, 3);
    assert_int_equal(built->criterion_count, 6);
    assert_int_equal(built->units_total, 10000);
    assert_string_equal(built->indicators[1].id, "I01-2");
    assert_string_equal(built->indicators[1].slot_of, "I01");
    assert_string_equal(built->indicators[1].name, "Indikator: Layanan");
    assert_int_equal(built->indicators[1].number, 1);
    assert_int_equal(built->indicators[1].units, 2500);
    assert_null(built->indicators[2].slot_of);
    int criterion = instrument_find_criterion(built, "I01-2.3.a", 9, NOWHERE);
    assert_int_equal(built->criteria[criterion].indicator, 1);
    assert_string_equal(built->criteria[criterion].text, "y");
    assert_int_equal(instrument_find_criterion(built, "I01.3.a", 7, NOWHERE), NOWHERE);
    assert_int_equal(instrument_find_slot(built, "I01", 3), 0);
    assert_int_equal(instrument_find_slot(built, "I02", 3), NOWHERE);
    probe_close(&probe);
}

static void test_check_slot__a_level_0_by_rule_is_granted_and_asks_for_nothing(void **state)
{
    (void)state;
    struct probe probe;
    probe_open(&probe);
    probe.zero = zero;
    probe.zero_rule = zero_rule;
    probe.bands = zero_bands;
    probe.lowest = 0;
    probe_want(&probe, NULL);
    const struct indicator *indicator = &probe.instrument.indicators[1];
    const struct level *level = instrument_level(&probe.instrument, indicator, 0);
    assert_int_equal(indicator->levels.count, 4);
    assert_true(level->baseline);
    assert_int_equal(level->criteria.count, 0);
    assert_string_equal(level->name, "Nol");
    assert_string_equal(level->note, "Belum ada.");
    assert_int_equal(instrument_level(&probe.instrument, indicator, 3)->criteria.count, 1);
    probe_close(&probe);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_check_slot__slots_count_up_and_weigh_what_their_indicator_weighs),
        cmocka_unit_test(test_check_slot__a_level_0_needs_a_rule_a_scale_and_a_meaning),
        cmocka_unit_test(test_check_slot__slots_are_built_as_values_of_their_own),
        cmocka_unit_test(test_check_slot__a_level_0_by_rule_is_granted_and_asks_for_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
