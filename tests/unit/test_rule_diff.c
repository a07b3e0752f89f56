#include "rule_diff.h"

#include "support_fixture.h"
#include "support_overlay.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

/* Two instruments of the same making; the second one is the test's to change. */
struct pair {
    struct fixture one, other;
    struct arena arena;
    struct rule_differences found;
};

/* A copy that may be written. */
static void *writable(struct pair *pair, const void *from, size_t count, size_t size)
{
    return memcpy(arena_get(&pair->arena, count, size), from, count * size);
}

static void open_pair(struct pair *pair)
{
    *pair = (struct pair){.arena = ARENA_EMPTY};
    fixture_open(&pair->one);
    fixture_open(&pair->other);
    struct instrument *other = &pair->other.instrument;
    other->domains = writable(pair, other->domains, other->domain_count, sizeof *other->domains);
    other->aspects = writable(pair, other->aspects, other->aspect_count, sizeof *other->aspects);
    other->indicators =
        writable(pair, other->indicators, other->indicator_count, sizeof *other->indicators);
    other->levels = writable(pair, other->levels, other->level_count, sizeof *other->levels);
    other->criteria =
        writable(pair, other->criteria, other->criterion_count, sizeof *other->criteria);
    other->bands = writable(pair, other->bands, other->band_count, sizeof *other->bands);
    instrument_index(other, &pair->arena);
}

static void close_pair(struct pair *pair)
{
    fixture_close(&pair->one);
    fixture_close(&pair->other);
    arena_release(&pair->arena);
}

static void compare(struct pair *pair, int year, int other_year)
{
    struct rule_side one = {&pair->one.instrument, year};
    struct rule_side other = {&pair->other.instrument, other_year};
    pair->found = rule_diff(&one, &other, &pair->arena);
}

static void want(const struct pair *pair, size_t i, const char *kind, const char *of,
                 const char *before, const char *after)
{
    assert_true(i < pair->found.count);
    const struct rule_difference *found = &pair->found.list[i];
    assert_string_equal(found->kind, kind);
    assert_string_equal(found->of, of);
    assert_string_equal(found->before, before);
    assert_string_equal(found->after, after);
}

/* Parts of the second instrument, to be changed. */
static struct indicator *indicator(struct pair *pair, size_t i)
{
    return (struct indicator *)(uintptr_t)&pair->other.instrument.indicators[i];
}

static struct criterion *criterion(struct pair *pair, const char *id)
{
    int position = instrument_find_criterion(&pair->other.instrument, id, strlen(id), NOWHERE);
    assert_int_not_equal(position, NOWHERE);
    return (struct criterion *)(uintptr_t)&pair->other.instrument.criteria[position];
}

static struct level *level(struct pair *pair, size_t i)
{
    return (struct level *)(uintptr_t)&pair->other.instrument.levels[i];
}

static void test_rule_diff__equal_rules_do_not_differ(void **state)
{
    (void)state;
    struct pair pair;
    open_pair(&pair);
    compare(&pair, 0, 0);
    assert_int_equal(pair.found.count, 0);
    compare(&pair, 2023, 2023);
    assert_int_equal(pair.found.count, 0);
    close_pair(&pair);
}

static void test_rule_diff__weights_are_exact(void **state)
{
    (void)state;
    struct pair pair;
    open_pair(&pair);
    indicator(&pair, 0)->weight = fraction_make(100, 3);
    compare(&pair, 0, 0);
    assert_int_equal(pair.found.count, 1);
    want(&pair, 0, "weight", "I01", "12.5", "100/3");
    close_pair(&pair);
}

static void test_rule_diff__a_criterion_is_withdrawn_or_comes_by_year(void **state)
{
    (void)state;
    struct pair pair;
    open_pair(&pair);
    compare(&pair, 2022, 2023); /* I02.3.b from 2023 on, I02.4.b until 2022 */
    bool added = false, withdrawn = false;
    for (size_t i = 0; i < pair.found.count; i++) {
        const struct rule_difference *found = &pair.found.list[i];
        added = added || (strcmp(found->kind, "add") == 0 && strcmp(found->of, "I02.3.b") == 0);
        withdrawn = withdrawn ||
                    (strcmp(found->kind, "withdraw") == 0 && strcmp(found->of, "I02.4.b") == 0);
    }
    assert_true(added);
    assert_true(withdrawn);
    close_pair(&pair);
}

static void test_rule_diff__a_withdrawn_criterion_is_one_that_went(void **state)
{
    (void)state;
    struct pair pair;
    open_pair(&pair);
    criterion(&pair, "I01.2.b")->withdrawn = true;
    compare(&pair, 0, 0);
    assert_int_equal(pair.found.count, 1);
    assert_string_equal(pair.found.list[0].kind, "withdraw");
    assert_string_equal(pair.found.list[0].of, "I01.2.b");
    assert_string_equal(pair.found.list[0].after, "");
    close_pair(&pair);
}

static void test_rule_diff__what_a_criterion_says_and_when_it_counts(void **state)
{
    (void)state;
    struct pair pair;
    open_pair(&pair);
    struct criterion *changed = criterion(&pair, "I01.2.a");
    changed->text = "Lain.";
    changed->basis = "surat-lain";
    changed->guideline_only = true;
    changed->years = (struct dated){2022, 0};
    const char *text = pair.one.instrument.criteria[changed - pair.other.instrument.criteria].text;
    const char *basis =
        pair.one.instrument.criteria[changed - pair.other.instrument.criteria].basis;
    compare(&pair, 0, 0);
    assert_int_equal(pair.found.count, 4);
    want(&pair, 0, "text", "I01.2.a", text, "Lain.");
    want(&pair, 1, "basis", "I01.2.a", basis, "surat-lain");
    want(&pair, 2, "guideline_only", "I01.2.a", "false", "true");
    want(&pair, 3, "years", "I01.2.a", "", "2022-");
    changed->years = (struct dated){0, 2023};
    compare(&pair, 0, 0);
    want(&pair, 3, "years", "I01.2.a", "", "-2023");
    changed->years = (struct dated){2022, 2023};
    compare(&pair, 0, 0);
    want(&pair, 3, "years", "I01.2.a", "", "2022-2023");
    compare(&pair, 2023, 2023); /* in a year, only whether it counts */
    assert_int_equal(pair.found.count, 3);
    close_pair(&pair);
}

static void test_rule_diff__levels(void **state)
{
    (void)state;
    struct pair pair;
    static const char *const evidence[] = {"Satu", "Dua", NULL};
    open_pair(&pair);
    struct level *changed = level(&pair, 1);
    const char *name = changed->name;
    changed->name = "Lain";
    changed->baseline = true;
    changed->evidence = evidence;
    changed->note = "Pembatas.";
    compare(&pair, 0, 0);
    assert_int_equal(pair.found.count, 4);
    want(&pair, 0, "level_name", "I01.2", name, "Lain");
    want(&pair, 1, "baseline", "I01.2", "false", "true");
    assert_string_equal(pair.found.list[2].kind, "evidence");
    assert_string_equal(pair.found.list[2].after, "Satu; Dua");
    want(&pair, 3, "note", "I01.2", "", "Pembatas.");
    close_pair(&pair);
}

static void test_rule_diff__a_level_that_is_missing_on_one_side(void **state)
{
    (void)state;
    struct pair pair;
    open_pair(&pair);
    indicator(&pair, 0)->levels.count--;
    compare(&pair, 0, 0);
    assert_int_equal(pair.found.count, 1);
    assert_string_equal(pair.found.list[0].kind, "level");
    assert_string_equal(pair.found.list[0].of, "I01.5");
    assert_string_equal(pair.found.list[0].after, "");
    struct rule_side one = {&pair.other.instrument, 0}, other = {&pair.one.instrument, 0};
    struct rule_differences turned = rule_diff(&one, &other, &pair.arena);
    assert_int_equal(turned.count, 1);
    assert_string_equal(turned.list[0].before, "");
    close_pair(&pair);
}

static void test_rule_diff__the_words_of_an_indicator(void **state)
{
    (void)state;
    struct pair pair;
    static const char *const articles[] = {"Pasal 1", NULL};
    open_pair(&pair);
    struct indicator *changed = indicator(&pair, 2);
    changed->name = "Nama lain";
    changed->kind = "process";
    changed->definition = "Penjelasan lain";
    changed->applicability = "Semua";
    changed->legal_basis = articles;
    compare(&pair, 0, 0);
    assert_int_equal(pair.found.count, 5);
    static const char *const kinds[] = {"name", "kind", "definition", "applicability",
                                        "legal_basis"};
    for (size_t i = 0; i < 5; i++) {
        assert_string_equal(pair.found.list[i].kind, kinds[i]);
        assert_string_equal(pair.found.list[i].of, "I03");
    }
    close_pair(&pair);
}

static void test_rule_diff__parameters_of_the_whole(void **state)
{
    (void)state;
    struct pair pair;
    open_pair(&pair);
    struct instrument *changed = &pair.other.instrument;
    changed->id = "lain";
    changed->title = "Instrumen lain";
    changed->year_last++;
    changed->level_lowest--;
    changed->level_highest++;
    changed->unanswered = fraction_whole(0);
    changed->duty = (struct duty){3, 2};
    changed->decimals = 3;
    compare(&pair, 0, 0);
    static const char *const kinds[] = {
        "instrument", "name",          "last_year",      "level_lowest", "level_highest",
        "unanswered", "evidence_from", "evidence_count", "decimals",
    };
    size_t found = 0;
    for (size_t i = 0; i < pair.found.count; i++) {
        for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
            found += strcmp(pair.found.list[i].kind, kinds[k]) == 0 ? 1 : 0;
        }
        assert_string_equal(pair.found.list[i].of, "");
    }
    assert_int_equal(found, sizeof kinds / sizeof *kinds);
    close_pair(&pair);
}

static void test_rule_diff__bands_by_their_names(void **state)
{
    (void)state;
    struct pair pair;
    open_pair(&pair);
    struct band *bands = (struct band *)(uintptr_t)pair.other.instrument.bands;
    const char *name = bands[0].name;
    bands[1].min = fraction_make(18, 5);
    bands[0].name = "Istimewa";
    compare(&pair, 0, 0);
    assert_int_equal(pair.found.count, 3);
    assert_string_equal(pair.found.list[0].of, name);
    assert_string_equal(pair.found.list[0].after, "");
    assert_string_equal(pair.found.list[1].after, "3.6");
    want(&pair, 2, "band", "Istimewa", "", pair.found.list[0].before);
    close_pair(&pair);
}

static void test_rule_diff__parts_and_indicators_that_come_and_go(void **state)
{
    (void)state;
    struct pair pair;
    open_pair(&pair);
    indicator(&pair, 4)->id = "I06";
    ((struct aspect *)(uintptr_t)pair.other.instrument.aspects)[2].id = "A4";
    ((struct domain *)(uintptr_t)pair.other.instrument.domains)[1].name = "Layanan lain";
    instrument_index(&pair.other.instrument, &pair.arena);
    compare(&pair, 0, 0);
    bool gone = false, came = false, renamed = false;
    for (size_t i = 0; i < pair.found.count; i++) {
        const struct rule_difference *found = &pair.found.list[i];
        gone = gone || (strcmp(found->of, "I05") == 0 && found->after[0] == '\0');
        came = came || (strcmp(found->of, "A4") == 0 && found->before[0] == '\0');
        renamed = renamed || strcmp(found->after, "Layanan lain") == 0;
    }
    assert_true(gone && came && renamed);
    close_pair(&pair);
}

/* Every change of an overlay is found again by comparing. */
static void test_rule_diff__finds_what_an_overlay_changes(void **state)
{
    (void)state;
    struct overlays o;
    struct arena arena = ARENA_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    overlays_open(&o, "tests/packs/check/base");
    overlays_put(&o, "satu",
                 "{change='weight', of='I01', to=15},{change='weight', of='I02', to=25},"
                 "{change='text', of='I01.2.a', to='Lain.'},{change='withdraw', of='I01.2.b'},"
                 "{change='unanswered', to=2},{change='band', of='Baik', to=2.6}");
    struct pack *pack = overlays_sound(&o);
    struct pack *base = pack_load("tests/packs/check/base", &err);
    struct rule_side one = {pack_instrument(base), 0}, other = {pack_instrument(pack), 0};
    struct rule_differences found = rule_diff(&one, &other, &arena);
    const struct instrument *instrument = pack_instrument(pack);
    assert_int_equal(found.count, instrument->change_count);
    for (size_t c = 0; c < instrument->change_count; c++) {
        const struct rule_change *change = &instrument->changes[c];
        size_t matches = 0;
        for (size_t i = 0; i < found.count; i++) {
            const struct rule_difference *each = &found.list[i];
            matches += strcmp(each->kind, change->kind) == 0 && strcmp(each->of, change->of) == 0 &&
                               strcmp(each->before, change->before) == 0 &&
                               strcmp(each->after, change->after) == 0
                           ? 1
                           : 0;
        }
        assert_int_equal(matches, 1);
    }
    arena_release(&arena);
    pack_free(base);
    pack_free(pack);
    overlays_close(&o);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rule_diff__equal_rules_do_not_differ),
        cmocka_unit_test(test_rule_diff__weights_are_exact),
        cmocka_unit_test(test_rule_diff__a_criterion_is_withdrawn_or_comes_by_year),
        cmocka_unit_test(test_rule_diff__a_withdrawn_criterion_is_one_that_went),
        cmocka_unit_test(test_rule_diff__what_a_criterion_says_and_when_it_counts),
        cmocka_unit_test(test_rule_diff__levels),
        cmocka_unit_test(test_rule_diff__a_level_that_is_missing_on_one_side),
        cmocka_unit_test(test_rule_diff__the_words_of_an_indicator),
        cmocka_unit_test(test_rule_diff__parameters_of_the_whole),
        cmocka_unit_test(test_rule_diff__bands_by_their_names),
        cmocka_unit_test(test_rule_diff__parts_and_indicators_that_come_and_go),
        cmocka_unit_test(test_rule_diff__finds_what_an_overlay_changes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
