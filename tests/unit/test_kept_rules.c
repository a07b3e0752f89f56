/* Rules kept in a file: found by content, loaded without the disk, and never others than were asked for. */
#include "kept_rules.h"

#include "pack_stack.h"
#include "support_overlay.h"
#include "support_store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

static struct place place;
static struct overlays overlays;
static char base[600];

/* The pack that is kept, found from the working folder of the tests. */
static int enter(void **state)
{
    (void)state;
    place_enter(&place);
    snprintf(base, sizeof base, "%s/tests/packs/check/base", place.root);
    overlays_open(&overlays, base);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    overlays_close(&overlays);
    place_leave(&place);
    return 0;
}

/* Keeps a pack as one step. */
static void keep(struct store *store, const struct pack *pack)
{
    assert_true(store_begin(store, "Siti", "rules keep", &place.err));
    assert_true(kept_rules_add(store, pack, &place.err));
    assert_true(store_commit(store, &place.err));
}

/* Loads the rules that another pack consists of. */
static struct pack *load_same(struct store *store, const struct pack *pack,
                              const struct pack_file **missing)
{
    const struct instrument *instrument = pack_instrument(pack);
    return kept_rules_load(store, "kota.spbe", instrument->files, instrument->file_count, missing,
                           &place.err);
}

static void check_same(struct store *store, const struct pack *pack)
{
    const struct pack_file *missing = NULL;
    struct pack *kept = load_same(store, pack, &missing);
    assert_null(missing);
    assert_non_null(kept);
    const struct instrument *one = pack_instrument(pack);
    const struct instrument *other = pack_instrument(kept);
    assert_string_equal(one->sha256, other->sha256);
    assert_string_equal(one->id, other->id);
    assert_int_equal(one->criterion_count, other->criterion_count);
    assert_int_equal(one->overlay_count, other->overlay_count);
    assert_int_equal(one->change_count, other->change_count);
    assert_true(fraction_compare(one->unanswered, other->unanswered) == 0);
    pack_free(kept);
}

static void test_kept_rules__a_pack_is_loaded_as_it_was(void **state)
{
    (void)state;
    struct store *store = place_store(&place, "kota.spbe", STORE_WRITE);
    struct pack *pack = pack_load(base, &place.err);
    assert_non_null(pack);
    keep(store, pack);
    check_same(store, pack);
    pack_free(pack);
    store_close(store);
}

static void test_kept_rules__overlays_stand_in_their_order(void **state)
{
    (void)state;
    struct store *store = place_store(&place, "kota.spbe", STORE_WRITE);
    overlays_put(&overlays, "satu", "{change='unanswered', to=2}");
    overlays_put(&overlays, "dua", "{change='evidence_from', to=3}");
    struct pack *pack = overlays_sound(&overlays);
    keep(store, pack);
    check_same(store, pack);
    pack_free(pack);
    store_close(store);
}

/* Two states of one overlay: names collide, contents do not. */
static void test_kept_rules__each_state_of_a_file_is_kept(void **state)
{
    (void)state;
    struct store *store = place_store(&place, "kota.spbe", STORE_WRITE);
    overlays_put(&overlays, "satu", "{change='unanswered', to=2}");
    struct pack *first = overlays_sound(&overlays);
    keep(store, first);
    overlays_close(&overlays);
    overlays_open(&overlays, base);
    overlays_put(&overlays, "satu", "{change='unanswered', to=3}");
    struct pack *second = overlays_sound(&overlays);
    keep(store, second);
    assert_string_not_equal(pack_instrument(first)->sha256, pack_instrument(second)->sha256);
    check_same(store, first);
    check_same(store, second);
    char *names = place_query("kota.spbe",
                              "SELECT count(*) FROM rule_file WHERE name LIKE 'satu/overlay.lua%'");
    assert_string_equal(names, "2");
    free(names);
    pack_free(first);
    pack_free(second);
    store_close(store);
}

/* Kept twice is kept once, and leaves no trace in the history. */
static void test_kept_rules__what_is_kept_is_not_kept_again(void **state)
{
    (void)state;
    struct store *store = place_store(&place, "kota.spbe", STORE_WRITE);
    struct pack *pack = pack_load(base, &place.err);
    keep(store, pack);
    int64_t length = store_history_length(store);
    keep(store, pack);
    assert_int_equal(store_history_length(store), length);
    pack_free(pack);
    store_close(store);
}

static void test_kept_rules__the_first_file_that_is_missing_is_named(void **state)
{
    (void)state;
    const struct pack_file *missing = NULL;
    struct store *store = place_store(&place, "kota.spbe", STORE_WRITE);
    struct pack *pack = pack_load(base, &place.err);
    keep(store, pack);
    overlays_put(&overlays, "satu", "{change='unanswered', to=2}");
    struct pack *other = overlays_sound(&overlays);
    assert_null(load_same(store, other, &missing));
    assert_non_null(missing);
    assert_string_equal(missing->name, "satu/overlay.lua");
    assert_false(error_is_set(&place.err));
    pack_free(other);
    pack_free(pack);
    store_close(store);
}

static void test_kept_rules__altered_bytes_are_refused(void **state)
{
    (void)state;
    const struct pack_file *missing = NULL;
    struct store *store = place_store(&place, "kota.spbe", STORE_WRITE);
    struct pack *pack = pack_load(base, &place.err);
    keep(store, pack);
    store_close(store);
    place_tamper("kota.spbe", "UPDATE rule_file SET bytes = x'2020' WHERE name = 'domain_2.lua'");
    store = store_open("kota.spbe", STORE_READ, &place.err);
    assert_non_null(store);
    assert_null(load_same(store, pack, &missing));
    place_failed(&place, "DOCUMENT_ALTERED");
    pack_free(pack);
    store_close(store);
}

/* A list that leaves out a file that pack.lua names is not a whole pack, though all of it is kept. */
static void test_kept_rules__a_pack_with_a_hole_is_no_pack(void **state)
{
    (void)state;
    const struct pack_file *missing = NULL;
    struct store *store = place_store(&place, "kota.spbe", STORE_WRITE);
    struct pack *pack = pack_load(base, &place.err);
    keep(store, pack);
    const struct instrument *instrument = pack_instrument(pack);
    assert_null(kept_rules_load(store, "kota.spbe", instrument->files, instrument->file_count - 1,
                                &missing, &place.err));
    place_failed(&place, "PACK_FILE_MISSING");
    assert_null(
        kept_rules_load(store, "kota.spbe", instrument->files + 1, 1, &missing, &place.err));
    place_failed(&place, "PACK_FILE_MISSING");
    pack_free(pack);
    store_close(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_kept_rules__a_pack_is_loaded_as_it_was, enter, leave),
        cmocka_unit_test_setup_teardown(test_kept_rules__overlays_stand_in_their_order, enter,
                                        leave),
        cmocka_unit_test_setup_teardown(test_kept_rules__each_state_of_a_file_is_kept, enter,
                                        leave),
        cmocka_unit_test_setup_teardown(test_kept_rules__what_is_kept_is_not_kept_again, enter,
                                        leave),
        cmocka_unit_test_setup_teardown(test_kept_rules__the_first_file_that_is_missing_is_named,
                                        enter, leave),
        cmocka_unit_test_setup_teardown(test_kept_rules__altered_bytes_are_refused, enter, leave),
        cmocka_unit_test_setup_teardown(test_kept_rules__a_pack_with_a_hole_is_no_pack, enter,
                                        leave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
