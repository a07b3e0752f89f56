/* What is handed over: all evidence that stands, in the order in which an explanation names it, each under
 * a name of its own; and one moment of the file. */
#include "support_hand.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

static struct hand hand;

static int enter(void **state)
{
    (void)state;
    hand_open(&hand);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    hand_close(&hand);
    return 0;
}

/* Wants the items "E2 Uji01a-x.pdf here", one a line. */
static void check_items(const struct hand_over *all, const char *expected)
{
    struct text text = TEXT_EMPTY;
    for (size_t i = 0; i < all->count; i++) {
        text_format(&text, "%s %s %s\n", all->items[i].exhibit->id, all->items[i].name,
                    hand_over_content_word(&all->items[i]));
    }
    assert_string_equal(text.bytes, expected);
    text_release(&text);
}

static void test_hand_over__items_stand_by_indicator_and_level(void **state)
{
    (void)state;
    hand_attach(&hand, "I03", "tanpa-kriteria.pdf", "1", NULL);
    hand_attach(&hand, "I03.4.a", "empat.pdf", "2", NULL);
    hand_attach(&hand, "I01.3.a,I01.2.b", "tiga.pdf", "3", "Perwali Satu");
    hand_attach(&hand, "I03.2.a", "dua.pdf", "4", NULL);
    hand_attach(&hand, "I03.4.a", "empat-lagi.PDF", "5", NULL);
    hand_attach(&hand, "I01.2.a", "awal", "6", NULL);
    struct hand_over all = hand_gather(&hand);
    check_items(&all, "E6 Uji01a-awal here\n"
                      "E3 Uji01b-Perwali-Satu.pdf here\n"
                      "E4 Uji03a-dua.pdf here\n"
                      "E2 Uji03b-empat.pdf here\n"
                      "E5 Uji03c-empat-lagi.pdf here\n"
                      "E1 Uji03d-tanpa-kriteria.pdf here\n");
    struct span third = hand_over_of(&all, 2);
    assert_int_equal(third.first, 2);
    assert_int_equal(third.count, 4);
    assert_int_equal(hand_over_of(&all, 1).count, 0);
}

/* A document for an item stands where its level begins. */
static void test_hand_over__items_that_score_stand_at_their_levels(void **state)
{
    (void)state;
    fixture_as_pemdi(&hand.place.fixture);
    hand_attach(&hand, "I01.4.a", "empat.pdf", "1", NULL);
    hand_attach(&hand, "I01.3.e2", "tiga.pdf", "2", NULL);
    hand_attach(&hand, "I01.2.a", "dua.pdf", "3", NULL);
    hand_attach(&hand, "I01", "lepas.pdf", "4", NULL);
    struct hand_over all = hand_gather(&hand);
    check_items(&all, "E3 Uji01a-dua.pdf here\n"
                      "E2 Uji01b-tiga.pdf here\n"
                      "E1 Uji01c-empat.pdf here\n"
                      "E4 Uji01d-lepas.pdf here\n");
}

static void test_hand_over__what_is_not_here_is_named_and_what_was_withdrawn_is_not(void **state)
{
    (void)state;
    hand_attach(&hand, "I01.2.a", "satu.pdf", "1", NULL);
    hand_attach(&hand, "I01.2.a", "dua.pdf", "2", NULL);
    hand_attach(&hand, "I02.2.a", "dua-lagi.pdf", "3", NULL);
    hand_describe(&hand, "I02", "E7", "Di lemari");
    hand_withdraw(&hand, "E1", false);
    struct hand_over all = hand_gather(&hand);
    check_items(&all, "E2 Uji01a-dua.pdf here\n"
                      "E3 Uji02a-dua-lagi.pdf here\n"
                      "E7 Uji02b-Di-lemari elsewhere\n");
}

/* Only the version that counts is handed over. */
static void test_hand_over__an_older_version_stays_behind(void **state)
{
    (void)state;
    hand_attach(&hand, "I01.2.a", "lama.pdf", "1", NULL);
    hand_attach(&hand, "I01.3.a", "lain.pdf", "2", NULL);
    hand_replace(&hand, "E1", "baru.pdf", "3");
    struct hand_over all = hand_gather(&hand);
    check_items(&all, "E3 Uji01a-baru.pdf here\nE2 Uji01b-lain.pdf here\n");
}

static bool add_piece(void *context, const void *bytes, size_t length, struct error *err)
{
    (void)err;
    text_append(context, bytes, length);
    return true;
}

static bool refuse_piece(void *context, const void *bytes, size_t length, struct error *err)
{
    (void)context, (void)bytes, (void)length;
    err->kind = ERROR_SYSTEM;
    err->id = "TEST";
    return false;
}

/* A document of more than one piece comes in order and whole; what takes it may say no. */
static void test_hand_over__a_document_is_streamed_in_order(void **state)
{
    (void)state;
    enum { LARGE = 2500000 };
    struct text out = TEXT_EMPTY;
    struct error *err = &hand.place.err;
    hand_attach_large(&hand, "I01.2.a", "besar.pdf", LARGE);
    struct hand_over all = hand_gather(&hand);
    const char *sha256 = all.items[0].exhibit->item.sha256;
    assert_true(store_stream(hand.store, sha256, add_piece, &out, err));
    assert_int_equal(out.length, LARGE);
    char computed[65];
    hash_of(out.bytes, out.length, computed);
    assert_string_equal(computed, sha256);
    text_release(&out);
    assert_false(store_stream(hand.store, sha256, refuse_piece, NULL, err));
    place_failed(&hand.place, "TEST");
    assert_false(store_stream(hand.store, "tidak-ada", add_piece, &out, err));
    place_failed(&hand.place, "STORE_NO_DOCUMENT");
    hand_withdraw(&hand, "E1", true);
    assert_false(store_stream(hand.store, sha256, add_piece, &out, err));
    place_failed(&hand.place, "STORE_PURGED");
}

/* The same document for two indicators is two files: an assessor opens one indicator at a time. */
static void test_hand_over__a_shared_document_has_a_name_at_each_indicator(void **state)
{
    (void)state;
    hand_attach(&hand, "I01.2.a,I02.2.a", "sama.pdf", "1", NULL);
    struct hand_over all = hand_gather(&hand);
    check_items(&all, "E1 Uji01a-sama.pdf here\nE2 Uji02a-sama.pdf here\n");
}

static void test_hand_over__an_empty_file_hands_over_nothing(void **state)
{
    (void)state;
    struct hand_over all = hand_gather(&hand);
    assert_int_equal(all.count, 0);
    assert_true(all.entries > 0);
    assert_int_equal(strlen(all.head), 64);
    assert_string_equal(all.assessment.agency, "Kota Uji");
}

static void test_hand_over__the_head_is_that_of_the_journal(void **state)
{
    (void)state;
    struct hand_over before = hand_gather(&hand);
    hand_set(&hand, FIELD_CLAIMED, "I01", "I01", "3");
    struct hand_over after = hand_gather(&hand);
    assert_int_equal(after.entries, before.entries + 1);
    assert_string_not_equal(after.head, before.head);
    assert_int_equal(after.entries, store_history_length(hand.store));
}

/* While a file is held, what is read does not change under the reader. */
static void test_hand_over__a_held_file_is_of_one_moment(void **state)
{
    (void)state;
    struct error *err = &hand.place.err;
    int64_t entries = 0;
    int64_t again = 0;
    char head[65];
    assert_true(store_hold(hand.store, err));
    assert_true(store_head(hand.store, &entries, head, err));
    struct store *other = store_open("kota.spbe", STORE_READ, err);
    assert_non_null(other);
    assert_true(store_head(hand.store, &again, head, err));
    assert_int_equal(entries, again);
    store_close(other);
    store_let_go(hand.store);
    store_let_go(hand.store);
    hand_set(&hand, FIELD_CLAIMED, "I01", "I01", "3");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_hand_over__##name, enter, leave)
    const struct CMUnitTest tests[] = {
        TEST(items_stand_by_indicator_and_level),
        TEST(items_that_score_stand_at_their_levels),
        TEST(what_is_not_here_is_named_and_what_was_withdrawn_is_not),
        TEST(an_older_version_stays_behind),
        TEST(a_document_is_streamed_in_order),
        TEST(a_shared_document_has_a_name_at_each_indicator),
        TEST(an_empty_file_hands_over_nothing),
        TEST(the_head_is_that_of_the_journal),
        TEST(a_held_file_is_of_one_moment),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
