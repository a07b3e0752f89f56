/* What each kind of change does to the rules, and what stacks of overlays refuse. */
#include "overlay.h"

#include "support_overlay.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#define BASE "tests/packs/check/base"

/* The rules with one overlay on them. */
static struct pack *with(struct overlays *overlays, const char *rows)
{
    overlays_open(overlays, BASE);
    overlays_put(overlays, "satu", rows);
    return overlays_sound(overlays);
}

static void done(struct overlays *overlays, struct pack *pack)
{
    pack_free(pack);
    overlays_close(overlays);
}

static const struct criterion *criterion(const struct instrument *instrument, const char *id)
{
    int position = instrument_find_criterion(instrument, id, strlen(id), NOWHERE);
    return position == NOWHERE ? NULL : &instrument->criteria[position];
}

static void want_weight(const struct instrument *instrument, const char *id, int num, int den)
{
    int position = instrument_find_indicator(instrument, id, strlen(id), NOWHERE);
    assert_int_not_equal(position, NOWHERE);
    assert_int_equal(
        fraction_compare(instrument->indicators[position].weight, fraction_make(num, den)), 0);
}

/* ---- kinds ---- */

static void test_overlay__weights_change_and_units_follow(void **state)
{
    (void)state;
    struct overlays o;
    struct pack *pack = with(&o, "{change='weight', of='I01', to=15, was=15.5},\n"
                                 "{change='weight', of='I02', to='50/2'}");
    const struct instrument *instrument = pack_instrument(pack);
    want_weight(instrument, "I01", 15, 1);
    want_weight(instrument, "I02", 25, 1);
    assert_int_equal(instrument->units_total, 10000);
    assert_int_equal(instrument->indicators[0].units, 1500);
    assert_int_equal(instrument->change_count, 2);
    assert_string_equal(instrument->changes[0].before, "15.5");
    assert_string_equal(instrument->changes[0].after, "15");
    assert_int_equal(instrument->changes[1].line, 10);
    done(&o, pack);
}

static void test_overlay__domains_and_aspects_have_weights_too(void **state)
{
    (void)state;
    struct overlays o;
    struct pack *pack =
        with(&o, "{change='weight', of='D1', to=50},{change='weight', of='D2', to=50},"
                 "{change='weight', of='A1', to=50},{change='weight', of='A2', to=50},"
                 "{change='weight', of='I01', to=25.5},"
                 "{change='weight', of='I03', to=50}");
    const struct instrument *instrument = pack_instrument(pack);
    assert_int_equal(fraction_compare(instrument->domains[0].weight, fraction_whole(50)), 0);
    assert_int_equal(fraction_compare(instrument->aspects[1].weight, fraction_whole(50)), 0);
    done(&o, pack);
}

static void test_overlay__the_text_of_a_criterion_changes(void **state)
{
    (void)state;
    struct overlays o;
    struct pack *pack = with(&o, "{change='text', of='I01.2.a', to='Kebijakan sudah sah.'}");
    const struct instrument *instrument = pack_instrument(pack);
    assert_string_equal(criterion(instrument, "I01.2.a")->text, "Kebijakan sudah sah.");
    assert_string_equal(instrument->changes[0].before, "Kebijakan ditetapkan.");
    done(&o, pack);
}

static void test_overlay__a_criterion_is_added_in_the_order_of_ids(void **state)
{
    (void)state;
    struct overlays o;
    struct pack *pack = with(
        &o, "{change='add', of='I01.3.c', to='Hasil diumumkan.', basis='aturan-2020'},"
            "{change='add', of='I02.2.c', to='Ada jadwal.', basis='pedoman-2023',"
            " guideline_only=true, from=2023},"
            "{change='add', of='I02.2.b', to='Ada biaya.', basis='aturan-2020', ['until']=2022}");
    const struct instrument *instrument = pack_instrument(pack);
    const struct criterion *a = criterion(instrument, "I02.2.a");
    assert_string_equal(a[1].id, "I02.2.b");
    assert_string_equal(a[2].id, "I02.2.c");
    assert_true(a[2].guideline_only);
    assert_int_equal(a[2].years.from, 2023);
    assert_int_equal(a[1].years.until, 2022);
    assert_string_equal(criterion(instrument, "I01.3.c")[-1].id, "I01.3.b");
    done(&o, pack);
}

/* A withdrawn criterion stays known: assessments that answer it can still be read. */
static void test_overlay__a_withdrawn_criterion_counts_in_no_year_but_stays(void **state)
{
    (void)state;
    struct overlays o;
    struct pack *pack = with(&o, "{change='withdraw', of='I01.2.b'}");
    const struct instrument *instrument = pack_instrument(pack);
    const struct criterion *gone = criterion(instrument, "I01.2.b");
    assert_non_null(gone);
    assert_true(gone->withdrawn);
    for (int year = 2021; year <= 2023; year++) {
        assert_false(instrument_holds(gone->years, year));
    }
    done(&o, pack);
}

static void test_overlay__a_criterion_can_be_withdrawn_from_a_year_on(void **state)
{
    (void)state;
    struct overlays o;
    struct pack *pack = with(&o, "{change='withdraw', of='I01.2.b', from=2022},\n"
                                 "{change='withdraw', of='I01.3.b', from=2023}");
    const struct instrument *instrument = pack_instrument(pack);
    assert_int_equal(criterion(instrument, "I01.2.b")->years.until, 2021);
    assert_false(criterion(instrument, "I01.2.b")->withdrawn);
    assert_true(criterion(instrument, "I01.3.b")->withdrawn); /* it began with 2023 */
    done(&o, pack);
}

static void test_overlay__the_years_of_a_criterion_change(void **state)
{
    (void)state;
    struct overlays o;
    struct pack *pack = with(&o, "{change='years', of='I01.2.b', from=2021},"
                                 "{change='years', of='I02.3.a', ['until']=2023}");
    const struct instrument *instrument = pack_instrument(pack);
    assert_int_equal(criterion(instrument, "I01.2.b")->years.until, 0);
    assert_int_equal(criterion(instrument, "I02.3.a")->years.until, 2023);
    assert_string_equal(instrument->changes[0].before, "2021-2022");
    assert_string_equal(instrument->changes[0].after, "2021-");
    assert_string_equal(instrument->changes[1].before, "");
    done(&o, pack);
}

static void test_overlay__duty_baseline_and_unanswered_change(void **state)
{
    (void)state;
    struct overlays o;
    struct pack *pack = with(&o, "{change='evidence_from', to=3},{change='evidence_count', to=2},"
                                 "{change='unanswered', to='3/2'},"
                                 "{change='baseline', of='I02.2', to=true}");
    const struct instrument *instrument = pack_instrument(pack);
    assert_int_equal(instrument->duty.from_level, 3);
    assert_int_equal(instrument->duty.at_least, 2);
    assert_int_equal(fraction_compare(instrument->unanswered, fraction_make(3, 2)), 0);
    assert_true(instrument_level(instrument, &instrument->indicators[1], 2)->baseline);
    done(&o, pack);
}

static void test_overlay__a_band_moves_with_the_one_below(void **state)
{
    (void)state;
    struct overlays o;
    struct pack *pack = with(&o, "{change='band', of='Baik', to=2.6, was=2.5}");
    const struct instrument *instrument = pack_instrument(pack);
    assert_int_equal(fraction_compare(instrument->bands[0].min, fraction_make(13, 5)), 0);
    assert_int_equal(fraction_compare(instrument->bands[1].max, fraction_make(13, 5)), 0);
    done(&o, pack);
}

static void test_overlay__dated_parameters_change(void **state)
{
    (void)state;
    struct overlays o;
    struct pack *pack =
        with(&o, "{change='last_year', to=2025},"
                 "{change='document', of='pedoman-2025', to='Pedoman Uji 2025'},"
                 "{change='guideline', from=2024, ['until']=2025, to='pedoman-2025'},"
                 "{change='reading', from=2022, to='exact'}");
    const struct instrument *instrument = pack_instrument(pack);
    assert_int_equal(instrument->year_last, 2025);
    assert_string_equal(instrument_guideline(instrument, 2025), "pedoman-2025");
    assert_string_equal(instrument_guideline(instrument, 2023), "pedoman-2023");
    assert_string_equal(instrument_document(instrument, "pedoman-2025"), "Pedoman Uji 2025");
    assert_int_equal(instrument_reading(instrument, 2022), READING_EXACT);
    assert_int_equal(instrument_reading(instrument, 2021), READING_ROUNDED);
    done(&o, pack);
}

/* ---- what is told of it ---- */

static void test_overlay__the_instrument_knows_its_overlays_and_hashes(void **state)
{
    (void)state;
    struct overlays o;
    struct error err = {.kind = ERROR_NONE};
    struct pack *base = pack_load(BASE, &err);
    struct pack *pack =
        with(&o, "{change='unanswered', to=2, reason='Lebih adil', source='Nota 3'}");
    const struct instrument *instrument = pack_instrument(pack);
    assert_int_equal(instrument->overlay_count, 1);
    assert_string_equal(instrument->overlays[0].id, "satu");
    assert_string_equal(instrument->overlays[0].author, "Inspektorat");
    assert_string_equal(instrument->overlays[0].date, "2023-05-01");
    assert_false(instrument->overlays[0].other_base);
    assert_string_equal(instrument->changes[0].reason, "Lebih adil");
    assert_string_equal(instrument->changes[0].source, "Nota 3");
    assert_string_equal(instrument->base_sha256, pack_instrument(base)->sha256);
    assert_string_not_equal(instrument->sha256, instrument->base_sha256);
    assert_int_equal(instrument->file_count, pack_instrument(base)->file_count + 1);
    const struct pack_file *last = &instrument->files[instrument->file_count - 1];
    assert_string_equal(last->name, "satu/overlay.lua");
    assert_string_equal(last->sha256, instrument->overlays[0].sha256);
    assert_non_null(strstr(pack_source(pack, instrument->file_count - 1)->bytes, "Lebih adil"));
    assert_null(pack_instrument(base)->base_sha256);
    pack_free(base);
    done(&o, pack);
}

static void test_overlay__an_empty_one_changes_nothing(void **state)
{
    (void)state;
    struct overlays o;
    struct pack *pack = with(&o, "");
    const struct instrument *instrument = pack_instrument(pack);
    assert_int_equal(instrument->change_count, 0);
    want_weight(instrument, "I01", 31, 2);
    done(&o, pack);
}

/* ---- stacks ---- */

/* Wants one complaint, at the line of a file of the folder, that holds these words. */
static void want_complaint(struct overlays *overlays, const char *place, const char *words)
{
    struct error err = {.kind = ERROR_NONE};
    struct pack *pack = overlays_load(overlays, &err);
    assert_non_null(pack);
    const struct complaints *complaints = pack_complaints(pack);
    assert_int_equal(complaints->count, 1);
    const struct error *error = &complaints->list[0].error;
    if (strstr(error->where, place) == NULL || strstr(error->message, words) == NULL) {
        print_error("%s: %s\n", error->where, error->message);
    }
    assert_non_null(strstr(error->where, place));
    assert_non_null(strstr(error->message, words));
    pack_free(pack);
    overlays_close(overlays);
}

/* Two overlays, with these rows. */
static void stack_two(struct overlays *overlays, const char *first, const char *second)
{
    overlays_open(overlays, BASE);
    overlays_put(overlays, "satu", first);
    overlays_put(overlays, "dua", second);
}

static void test_overlay__two_that_touch_different_values_stack(void **state)
{
    (void)state;
    struct overlays o;
    stack_two(&o, "{change='unanswered', to=2}", "{change='evidence_from', to=3}");
    struct pack *pack = overlays_sound(&o);
    const struct instrument *instrument = pack_instrument(pack);
    assert_int_equal(instrument->overlay_count, 2);
    assert_int_equal(instrument->changes[1].overlay, 1);
    assert_int_equal(instrument->duty.from_level, 3);
    assert_int_equal(fraction_compare(instrument->unanswered, fraction_whole(2)), 0);
    done(&o, pack);
}

/* A sum may be put right by the next overlay. */
static void test_overlay__sums_are_checked_for_the_whole_stack(void **state)
{
    (void)state;
    struct overlays o;
    stack_two(&o, "{change='weight', of='I01', to=16}", "{change='weight', of='I02', to=24}");
    done(&o, overlays_sound(&o));
}

static void test_overlay__two_that_say_the_same_agree(void **state)
{
    (void)state;
    struct overlays o;
    stack_two(&o, "{change='unanswered', to=2},{change='withdraw', of='I01.2.b'}",
              "{change='unanswered', to='4/2'},{change='withdraw', of='I01.2.b'}");
    done(&o, overlays_sound(&o));
}

static void test_overlay__two_that_differ_are_a_conflict_with_both_places(void **state)
{
    (void)state;
    struct overlays o;
    stack_two(&o, "{change='unanswered', to=2}", "\n{change='unanswered', to=3}");
    want_complaint(&o, "/dua/overlay.lua:10", "satu/overlay.lua:9");
}

static void test_overlay__the_later_one_may_say_that_it_counts(void **state)
{
    (void)state;
    struct overlays o;
    stack_two(&o, "{change='unanswered', to=2}", "{change='unanswered', to=3, over='satu', was=2}");
    struct pack *pack = overlays_sound(&o);
    assert_int_equal(fraction_compare(pack_instrument(pack)->unanswered, fraction_whole(3)), 0);
    assert_string_equal(pack_instrument(pack)->changes[1].before, "2");
    done(&o, pack);
}

static void test_overlay__withdrawing_what_another_changed_is_a_conflict(void **state)
{
    (void)state;
    struct overlays o;
    stack_two(&o, "{change='text', of='I01.2.b', to='Lain.'}", "{change='withdraw', of='I01.2.b'}");
    want_complaint(&o, "/dua/overlay.lua:9", "satu/overlay.lua:9");
}

static void test_overlay__withdrawing_what_another_added_is_a_conflict(void **state)
{
    (void)state;
    struct overlays o;
    stack_two(&o, "{change='add', of='I01.2.c', to='Baru.', basis='aturan-2020'}",
              "{change='withdraw', of='I01.2.c'}");
    want_complaint(&o, "/dua/overlay.lua:9", "satu/overlay.lua:9");
}

static void test_overlay__changing_what_another_withdrew_is_a_conflict(void **state)
{
    (void)state;
    struct overlays o;
    stack_two(&o, "{change='withdraw', of='I01.2.b', from=2022}",
              "{change='text', of='I01.2.b', to='Lain.'}");
    want_complaint(&o, "/dua/overlay.lua:9", "satu/overlay.lua:9");
}

static void test_overlay__adding_one_criterion_twice_is_a_conflict(void **state)
{
    (void)state;
    struct overlays o;
    stack_two(&o, "{change='add', of='I01.2.c', to='Baru.', basis='aturan-2020'}",
              "{change='add', of='I01.2.c', to='Lain.', basis='aturan-2020'}");
    want_complaint(&o, "/dua/overlay.lua:9", "satu/overlay.lua:9");
}

/* ---- the checks of packs, at the overlay's lines ---- */

static void alone(struct overlays *overlays, const char *rows)
{
    overlays_open(overlays, BASE);
    overlays_put(overlays, "satu", rows);
}

static void test_overlay__a_weight_that_breaks_a_sum_is_blamed_itself(void **state)
{
    (void)state;
    struct overlays o;
    alone(&o, "{change='weight', of='I01', to=16},\n{change='text', of='I02.2.a', to='Lain.'}");
    want_complaint(&o, "/satu/overlay.lua:9", "0.5");
}

static void test_overlay__a_domain_that_breaks_the_whole_is_blamed_itself(void **state)
{
    (void)state;
    struct overlays o;
    alone(&o, "{change='unanswered', to=2},\n{change='weight', of='I03', to=61},\n"
              "{change='weight', of='A2', to=61},\n{change='weight', of='D2', to=61}");
    want_complaint(&o, "/satu/overlay.lua:12", "101");
}

static void test_overlay__a_level_without_criteria_is_told_at_the_withdrawal(void **state)
{
    (void)state;
    struct overlays o;
    alone(&o, "{change='unanswered', to=2},\n{change='withdraw', of='I02.2.a', from=2023}");
    want_complaint(&o, "/satu/overlay.lua:10", "I02");
}

static void test_overlay__a_band_that_becomes_empty_is_told_at_the_change(void **state)
{
    (void)state;
    struct overlays o;
    alone(&o, "{change='evidence_from', to=3},\n{change='band', of='Baik', to=1.5}");
    want_complaint(&o, "/satu/overlay.lua:10", "1.5");
}

static void test_overlay__an_unknown_document_is_told_at_the_change(void **state)
{
    (void)state;
    struct overlays o;
    alone(&o, "{change='add', of='I01.2.c', to='Baru.', basis='surat-lain'}");
    want_complaint(&o, "/satu/overlay.lua:9", "surat-lain");
}

/* Taking something away leaves nothing behind that could be blamed; the change is, all the same. */
static void test_overlay__a_year_that_was_taken_away_is_told_at_the_change(void **state)
{
    (void)state;
    struct overlays o;
    alone(&o, "{change='unanswered', to=2},\n{change='years', of='I01.2.b'}");
    want_complaint(&o, "/satu/overlay.lua:10", "I01.2.b");
}

/* A second withdrawal to another year is a conflict; to the same year it is agreement. */
static void test_overlay__withdrawals_to_different_years_are_a_conflict(void **state)
{
    (void)state;
    struct overlays o;
    stack_two(&o, "{change='withdraw', of='I01.2.b', from=2022}",
              "{change='withdraw', of='I01.2.b', from=2022}");
    done(&o, overlays_sound(&o));
    stack_two(&o, "{change='withdraw', of='I01.2.b', from=2022}",
              "{change='withdraw', of='I01.2.b'}");
    want_complaint(&o, "/dua/overlay.lua:9", "satu/overlay.lua:9");
}

static void test_overlay__a_wrong_id_is_told_at_the_change(void **state)
{
    (void)state;
    struct overlays o;
    alone(&o, "{change='add', of='I01.2.CC', to='Baru.', basis='aturan-2020'}");
    want_complaint(&o, "/satu/overlay.lua:9", "I01.2.CC");
}

/* ---- choosing some of the changes ---- */

/* Every choice has the same criteria at the same positions. */
static void test_overlay__some_changes_can_be_left_out(void **state)
{
    (void)state;
    struct overlays o;
    struct pack *pack = with(&o, "{change='add', of='I01.2.c', to='Baru.', basis='aturan-2020'},"
                                 "{change='unanswered', to=2}");
    struct arena arena = ARENA_EMPTY;
    struct instrument none, second;
    const bool off[] = {false, false}, on[] = {false, true};
    assert_true(pack_variant(pack, off, &arena, &none));
    assert_true(pack_variant(pack, on, &arena, &second));
    assert_int_equal(none.criterion_count, pack_instrument(pack)->criterion_count);
    assert_true(criterion(&none, "I01.2.c")->withdrawn);
    assert_true(criterion(&second, "I01.2.c")->withdrawn);
    assert_int_equal(fraction_compare(none.unanswered, fraction_whole(1)), 0);
    assert_int_equal(fraction_compare(second.unanswered, fraction_whole(2)), 0);
    arena_release(&arena);
    done(&o, pack);
}

static void test_overlay__a_choice_whose_sums_fail_is_refused(void **state)
{
    (void)state;
    struct overlays o;
    struct pack *pack = with(&o, "{change='weight', of='I01', to=16},"
                                 "{change='weight', of='I02', to=24}");
    struct arena arena = ARENA_EMPTY;
    struct instrument out;
    const bool half[] = {true, false}, all[] = {true, true};
    assert_false(pack_variant(pack, half, &arena, &out));
    assert_true(pack_variant(pack, all, &arena, &out));
    arena_release(&arena);
    done(&o, pack);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_overlay__weights_change_and_units_follow),
        cmocka_unit_test(test_overlay__domains_and_aspects_have_weights_too),
        cmocka_unit_test(test_overlay__the_text_of_a_criterion_changes),
        cmocka_unit_test(test_overlay__a_criterion_is_added_in_the_order_of_ids),
        cmocka_unit_test(test_overlay__a_withdrawn_criterion_counts_in_no_year_but_stays),
        cmocka_unit_test(test_overlay__a_criterion_can_be_withdrawn_from_a_year_on),
        cmocka_unit_test(test_overlay__the_years_of_a_criterion_change),
        cmocka_unit_test(test_overlay__duty_baseline_and_unanswered_change),
        cmocka_unit_test(test_overlay__a_band_moves_with_the_one_below),
        cmocka_unit_test(test_overlay__dated_parameters_change),
        cmocka_unit_test(test_overlay__the_instrument_knows_its_overlays_and_hashes),
        cmocka_unit_test(test_overlay__an_empty_one_changes_nothing),
        cmocka_unit_test(test_overlay__two_that_touch_different_values_stack),
        cmocka_unit_test(test_overlay__sums_are_checked_for_the_whole_stack),
        cmocka_unit_test(test_overlay__two_that_say_the_same_agree),
        cmocka_unit_test(test_overlay__two_that_differ_are_a_conflict_with_both_places),
        cmocka_unit_test(test_overlay__the_later_one_may_say_that_it_counts),
        cmocka_unit_test(test_overlay__withdrawing_what_another_changed_is_a_conflict),
        cmocka_unit_test(test_overlay__withdrawing_what_another_added_is_a_conflict),
        cmocka_unit_test(test_overlay__changing_what_another_withdrew_is_a_conflict),
        cmocka_unit_test(test_overlay__adding_one_criterion_twice_is_a_conflict),
        cmocka_unit_test(test_overlay__a_weight_that_breaks_a_sum_is_blamed_itself),
        cmocka_unit_test(test_overlay__a_domain_that_breaks_the_whole_is_blamed_itself),
        cmocka_unit_test(test_overlay__a_level_without_criteria_is_told_at_the_withdrawal),
        cmocka_unit_test(test_overlay__a_band_that_becomes_empty_is_told_at_the_change),
        cmocka_unit_test(test_overlay__an_unknown_document_is_told_at_the_change),
        cmocka_unit_test(test_overlay__a_year_that_was_taken_away_is_told_at_the_change),
        cmocka_unit_test(test_overlay__withdrawals_to_different_years_are_a_conflict),
        cmocka_unit_test(test_overlay__a_wrong_id_is_told_at_the_change),
        cmocka_unit_test(test_overlay__some_changes_can_be_left_out),
        cmocka_unit_test(test_overlay__a_choice_whose_sums_fail_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
