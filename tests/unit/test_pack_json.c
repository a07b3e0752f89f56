#include "pack_json.h"

#include "support_probe.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

/* The document of a probe without complaints; yours to free. */
static struct text show(struct probe *probe, int year)
{
    struct text json = TEXT_EMPTY;
    probe_run(probe);
    assert_int_equal(probe->complaints.count, 0);
    pack_json_write(&probe->declaration, &probe->instrument, year, &json);
    return json;
}

static bool has(const struct text *json, const char *part)
{
    return strstr(json->bytes, part) != NULL;
}

static void test_pack_json__writes_the_keys_of_the_table_in_its_order(void **state)
{
    (void)state;
    struct probe probe;
    probe_open(&probe);
    probe.weights = "100";
    struct text json = show(&probe, 0);
    assert_string_equal(
        json.bytes,
        "{\"format\":\"spbe-pack/1\",\"id\":\"uji\",\"title\":\"Uji\",\"short_title\":\"Uji\","
        "\"language\":\"id\",\"files\":{\"domains\":[\"domain_1.lua\"]},"
        "\"years\":{\"first\":2021,\"last\":2023},"
        "\"structure\":{\"domains\":1,\"aspects\":1,\"indicators\":1},"
        "\"legal_basis\":[{\"id\":\"aturan\",\"title\":\"Aturan\"}],"
        "\"guideline_by_year\":{\"2021\":\"aturan\",\"2022\":\"aturan\",\"2023\":\"aturan\"},"
        "\"scale\":{\"lowest\":1,\"highest\":3,\"unanswered\":1},"
        "\"rounding\":{\"published_decimals\":2,\"predicate_on\":{\"2021\":\"rounded\"}},"
        "\"predicates\":[{\"name\":\"Baik\",\"min\":2,\"max\":3,\"max_inclusive\":true},"
        "{\"name\":\"Kurang\",\"min\":1,\"max\":2,\"max_inclusive\":false}],"
        "\"level_names\":{\"process\":[\"Satu\",\"Dua\",\"Tiga\"]},\"cumulative\":true,"
        "\"evidence_duty\":{\"from_level\":2,\"at_least\":1},"
        "\"domains\":[{\"id\":\"D1\",\"no\":1,\"name\":\"Domain\",\"weight\":100,"
        "\"aspects\":[{\"id\":\"A1\",\"no\":1,\"name\":\"Aspek\",\"weight\":100,"
        "\"indicators\":[{\"id\":\"I01\",\"no\":1,\"name\":\"Indikator\",\"short_name\":\"I\","
        "\"kind\":\"process\",\"weight\":100,\"levels\":["
        "{\"level\":1,\"name\":\"Satu\",\"baseline\":true,\"criteria\":[]},"
        "{\"level\":2,\"name\":\"Dua\",\"criteria\":["
        "{\"id\":\"I01.2.a\",\"text\":\"x\",\"basis\":\"aturan\"}]},"
        "{\"level\":3,\"name\":\"Tiga\",\"criteria\":["
        "{\"id\":\"I01.3.a\",\"text\":\"y\",\"basis\":\"aturan\"}]}]}]}]}]}");
    text_release(&json);
    probe_close(&probe);
}

/* A number stays as it was written: no reader may find another weight than the pack says. */
static void test_pack_json__numbers_keep_their_form(void **state)
{
    (void)state;
    struct probe probe;
    probe_open(&probe);
    probe.weights = "1.3 \"100/3\" \"1961/30\"";
    struct text json = show(&probe, 0);
    assert_true(has(&json, "\"weight\":1.3,"));
    assert_true(has(&json, "\"weight\":\"100/3\","));
    text_release(&json);
    probe_close(&probe);
}

static void test_pack_json__without_a_year_dates_are_told_and_nothing_is_left_out(void **state)
{
    (void)state;
    struct probe probe;
    probe_open(&probe);
    probe.dates = ",\"from\":2021";
    struct text json = show(&probe, 0);
    assert_true(has(&json, "\"basis\":\"aturan\",\"from\":2021}"));
    assert_false(has(&json, "\"year\""));
    text_release(&json);
    probe_close(&probe);
}

static void test_pack_json__a_year_says_which_guide_and_reading_hold(void **state)
{
    (void)state;
    static const struct {
        int year;
        const char *expected;
    } cases[] = {
        {2021, "\"year\":{\"asked\":2021,\"used\":2021,\"guideline\":\"aturan\","
               "\"predicate_on\":\"rounded\"}"},
        {2023, "\"year\":{\"asked\":2023,\"used\":2023,\"guideline\":\"aturan\","
               "\"predicate_on\":\"exact\"}"},
        {2040, "\"year\":{\"asked\":2040,\"used\":2023,\"guideline\":\"aturan\","
               "\"predicate_on\":\"exact\"}"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct probe probe;
        probe_open(&probe);
        probe.reading = "{\"2021\":\"rounded\",\"2023\":\"exact\"}";
        struct text json = show(&probe, cases[i].year);
        assert_true(has(&json, cases[i].expected));
        text_release(&json);
        probe_close(&probe);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pack_json__writes_the_keys_of_the_table_in_its_order),
        cmocka_unit_test(test_pack_json__numbers_keep_their_form),
        cmocka_unit_test(test_pack_json__without_a_year_dates_are_told_and_nothing_is_left_out),
        cmocka_unit_test(test_pack_json__a_year_says_which_guide_and_reading_hold),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
