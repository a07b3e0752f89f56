/* The assessment file as everything above sees it: steps that last or never were, a journal that
 * says so, two hands at once, and files of the first version for ever. */
#include "exchange.h"
#include "hash.h"
#include "store.h"
#include "support_store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

static struct place place;

static int enter(void **state)
{
    (void)state;
    place_enter(&place);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    place_leave(&place);
    return 0;
}

/* --- making a file ---------------------------------------------------------------------------- */

static void test_store__a_new_file_says_what_it_is_about(void **state)
{
    (void)state;
    struct store *store = place_store(&place, "kota.spbe", STORE_READ);
    const struct store_about *about = store_about(store);
    assert_string_equal(about->instrument, place.fixture.instrument.id);
    assert_string_equal(about->agency, "Kota Uji");
    assert_int_equal(about->kind, KIND_KOTA);
    assert_int_equal(about->year, 2024);
    assert_string_equal(about->rules_sha256, "");
    assert_null(about->person);
    assert_false(store_is_shared(store));
    store_close(store);
    assert_int_equal(place_files(), 1);
}

static void test_store__a_new_file_never_replaces_one(void **state)
{
    (void)state;
    const struct store_about about = {
        .instrument = "x", .rules_sha256 = "", .agency = "B", .kind = KIND_KOTA, .year = 2024};
    place_write("kota.spbe", "milik orang", 11);
    assert_false(store_create("kota.spbe", &about, NULL, 0, "Siti", &place.err));
    place_failed(&place, "FILE_EXISTS");
    assert_false(store_create("tidak/ada/kota.spbe", &about, NULL, 0, "Siti", &place.err));
    place_failed(&place, "FILE_WRITE");
    assert_int_equal(place_files(), 1);
}

static void test_store__a_new_file_has_the_rights_of_any_new_file(void **state)
{
    (void)state;
    struct stat about;
    mode_t mask = umask(027);
    place_create(&place, "kota.spbe");
    umask(mask);
    assert_int_equal(stat("kota.spbe", &about), 0);
    assert_int_equal(about.st_mode & 0777, 0640);
}

static void test_store__recognises_files_by_name_or_content(void **state)
{
    (void)state;
    place_create(&place, "tanpa-akhiran");
    place_write("kota.json", "{}", 2);
    assert_true(store_recognises("kota.spbe"));
    assert_true(store_recognises("tanpa-akhiran"));
    assert_false(store_recognises("kota.json"));
    assert_false(store_recognises("tidak-ada"));
    assert_false(store_recognises("spbe"));
    assert_false(store_recognises("."));
}

/* --- steps ------------------------------------------------------------------------------------ */

static void test_store__a_step_lasts_when_it_was_committed(void **state)
{
    (void)state;
    struct store *store = place_store(&place, "kota.spbe", STORE_WRITE);
    place_change(store, FIELD_MET, "I01", "I01.2.a", "yes");
    store_close(store);
    store = place_store(&place, "kota.spbe", STORE_READ);
    place_fact(&place, store, FIELD_MET, "I01.2.a", "yes");
    store_close(store);
}

static void test_store__a_step_that_was_not_ended_never_was(void **state)
{
    (void)state;
    struct store *store = place_store(&place, "kota.spbe", STORE_WRITE);
    int64_t before = store_history_length(store);
    assert_true(store_begin(store, "Siti", "test", &place.err) &&
                store_set(store, FIELD_MET, "I01", "I01.2.a", "yes", &place.err));
    place_fact(&place, store, FIELD_MET, "I01.2.a", "yes");
    store_rollback(store);
    place_fact(&place, store, FIELD_MET, "I01.2.a", NULL);
    assert_true(store_begin(store, "Siti", "test", &place.err) &&
                store_set(store, FIELD_MET, "I01", "I01.2.a", "yes", &place.err));
    store_close(store);
    store = place_store(&place, "kota.spbe", STORE_READ);
    place_fact(&place, store, FIELD_MET, "I01.2.a", NULL);
    assert_int_equal(store_history_length(store), before);
    store_close(store);
}

static void test_store__what_is_so_already_leaves_no_trace(void **state)
{
    (void)state;
    struct store *store = place_store(&place, "kota.spbe", STORE_WRITE);
    place_change(store, FIELD_CLAIMED, "I01", "I01", "3");
    int64_t before = store_history_length(store);
    place_change(store, FIELD_CLAIMED, "I01", "I01", "3");
    place_change(store, FIELD_NOTE, "I01", "I01", NULL);
    assert_int_equal(store_history_length(store), before);
    store_close(store);
}

/* The changes of a step, as one text. */
static bool note_change(void *context, const struct change *change)
{
    text_format(context, "%d %d %s %s %s %s %s>%s\n", (int)change->number, (int)change->step,
                change->who, change->origin, change->word, change->subject,
                change->was == NULL ? "" : change->was, change->now == NULL ? "" : change->now);
    assert_int_equal(strlen(change->at), 20);
    assert_int_equal(change->at[10], 'T');
    assert_int_equal(change->at[19], 'Z');
    return true;
}

static void test_store__the_history_says_who_what_was_and_what_is(void **state)
{
    (void)state;
    struct text told = TEXT_EMPTY;
    struct store *store = place_store(&place, "kota.spbe", STORE_WRITE);
    assert_true(store_begin(store, "Budi", "claim", &place.err) &&
                store_set(store, FIELD_CLAIMED, "I01", "I01", "3", &place.err) &&
                store_set(store, FIELD_NOTE, "I01", "I01", "n", &place.err) &&
                store_commit(store, &place.err));
    place_change(store, FIELD_CLAIMED, "I01", "I01", "2");
    assert_true(store_history(store, "I01", 1, note_change, &told, &place.err));
    assert_string_equal(told.bytes, "7 7 Budi claim claimed I01 >3\n"
                                    "8 7 Budi claim note I01 >n\n"
                                    "9 9 Siti test claimed I01 3>2\n");
    text_release(&told);
    store_close(store);
}

static void test_store__the_cover_is_new_after_a_step(void **state)
{
    (void)state;
    struct store *store = place_store(&place, "kota.spbe", STORE_WRITE);
    place_change(store, FIELD_AGENCY, NULL, "", "Kota Baru");
    assert_string_equal(store_about(store)->agency, "Kota Baru");
    store_close(store);
}

static void test_store__a_locked_indicator_takes_no_change_but_of_its_state(void **state)
{
    (void)state;
    struct store *store = place_store(&place, "kota.spbe", STORE_WRITE);
    place_change(store, FIELD_STATE, "I01", "I01", "locked");
    static const struct {
        enum field field;
        const char *subject, *now;
    } changes[] = {{FIELD_CLAIMED, "I01", "3"},
                   {FIELD_MET, "I01.2.a", "yes"},
                   {FIELD_EVIDENCE_FOR, "E1", "I01"},
                   {FIELD_VERDICT_FOR, "V1", "I01"},
                   {FIELD_UNIT, "I01", NULL}};
    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
        assert_true(store_begin(store, "Siti", "test", &place.err));
        bool ok = store_set(store, changes[i].field, "I01", changes[i].subject, changes[i].now,
                            &place.err);
        /* That nobody owns it is so already. */
        assert_true(ok == (changes[i].field == FIELD_UNIT));
        if (!ok) {
            assert_int_equal(place.err.kind, ERROR_STORE);
            place_failed(&place, "STORE_LOCKED_INDICATOR");
        }
        store_rollback(store);
    }
    place_change(store, FIELD_CLAIMED, "I02", "I02", "3");
    place_change(store, FIELD_STATE, "I01", "I01", "returned");
    place_change(store, FIELD_CLAIMED, "I01", "I01", "3");
    store_close(store);
}

static void test_store__ids_are_never_used_twice(void **state)
{
    (void)state;
    char id[24];
    struct store *store = place_store(&place, "kota.spbe", STORE_WRITE);
    place_fill(&place, store);
    assert_true(store_next_id(store, FIELD_EVIDENCE_FOR, id, &place.err));
    assert_string_equal(id, "E3");
    assert_true(store_next_id(store, FIELD_VERDICT_FOR, id, &place.err));
    assert_string_equal(id, "V2");
    store_close(store);
}

static void test_store__lists_subjects_in_the_order_in_which_they_came(void **state)
{
    (void)state;
    struct arena arena = ARENA_EMPTY;
    struct store_list list;
    struct store *store = place_store(&place, "kota.spbe", STORE_WRITE);
    assert_true(store_subjects(store, FIELD_UNIT_LISTED, &arena, &list, &place.err));
    assert_int_equal(list.count, 0);
    for (int i = 40; i > 0; i--) {
        char name[16];
        snprintf(name, sizeof name, "Dinas %02d", i);
        place_change(store, FIELD_UNIT_LISTED, NULL, name, name);
    }
    assert_true(store_subjects(store, FIELD_UNIT_LISTED, &arena, &list, &place.err));
    assert_int_equal(list.count, 40);
    assert_string_equal(list.items[0], "Dinas 40");
    assert_string_equal(list.items[39], "Dinas 01");
    arena_release(&arena);
    store_close(store);
}

/* --- what is loaded --------------------------------------------------------------------------- */

static void test_store__the_sha256_of_a_record_is_that_of_its_json(void **state)
{
    (void)state;
    struct arena arena = ARENA_EMPTY;
    struct assessment assessment;
    struct text json = TEXT_EMPTY;
    char sha256[HASH_HEX + 1];
    struct store *store = place_store(&place, "kota.spbe", STORE_WRITE);
    place_fill(&place, store);
    assert_true(store_load(store, &place.fixture.instrument, &arena, &assessment, &place.err));
    exchange_write(&assessment, &json);
    hash_of(json.bytes, json.length, sha256);
    assert_string_equal(assessment.sha256, sha256);
    text_release(&json);
    arena_release(&arena);
    store_close(store);
}

static void test_store__within_a_step_the_record_is_that_of_the_step(void **state)
{
    (void)state;
    struct text before = TEXT_EMPTY;
    struct text during = TEXT_EMPTY;
    struct store *store = place_store(&place, "kota.spbe", STORE_WRITE);
    place_export(&place, store, &before);
    assert_true(store_begin(store, "Siti", "test", &place.err) &&
                store_set(store, FIELD_CLAIMED, "I01", "I01", "4", &place.err));
    place_export(&place, store, &during);
    assert_string_not_equal(before.bytes, during.bytes);
    store_rollback(store);
    place_export(&place, store, &during);
    assert_string_equal(before.bytes, during.bytes);
    text_release(&before);
    text_release(&during);
    store_close(store);
}

/* --- several hands ---------------------------------------------------------------------------- */

static void test_store__a_reader_sees_what_was_committed_and_nothing_else(void **state)
{
    (void)state;
    struct store *writer = place_store(&place, "kota.spbe", STORE_WRITE);
    struct store *reader = place_store(&place, "kota.spbe", STORE_READ);
    assert_true(store_begin(writer, "Siti", "test", &place.err) &&
                store_set(writer, FIELD_CLAIMED, "I01", "I01", "3", &place.err));
    place_fact(&place, reader, FIELD_CLAIMED, "I01", NULL);
    assert_true(store_commit(writer, &place.err));
    place_fact(&place, reader, FIELD_CLAIMED, "I01", "3");
    store_close(reader);
    store_close(writer);
}

static void test_store__a_step_knows_what_another_hand_did_before(void **state)
{
    (void)state;
    struct store *one = place_store(&place, "kota.spbe", STORE_WRITE);
    struct store *other = place_store(&place, "kota.spbe", STORE_WRITE);
    place_change(one, FIELD_CLAIMED, "I01", "I01", "3");
    place_change(other, FIELD_CLAIMED, "I01", "I01", "2");
    struct text told = TEXT_EMPTY;
    assert_true(store_history(one, "I01", 1, note_change, &told, &place.err));
    assert_non_null(strstr(told.bytes, "claimed I01 3>2"));
    text_release(&told);
    store_close(one);
    store_close(other);
}

static void test_store__knows_itself_by_any_name(void **state)
{
    (void)state;
    char sha256[65];
    struct store *store = place_store(&place, "kota.spbe", STORE_WRITE);
    assert_int_equal(symlink("kota.spbe", "lain.spbe"), 0);
    assert_int_equal(link("kota.spbe", "sama.spbe"), 0);
    place_write("isi.txt", "isi", 3);
    assert_true(store_is_itself(store, "kota.spbe"));
    assert_true(store_is_itself(store, "./lain.spbe"));
    assert_true(store_is_itself(store, "sama.spbe"));
    assert_false(store_is_itself(store, "isi.txt"));
    assert_false(store_is_itself(store, "tidak-ada"));
    assert_true(store_begin(store, "Siti", "test", &place.err));
    assert_false(store_keep(store, "lain.spbe", sha256, &place.err));
    place_failed(&place, "DOCUMENT_SELF");
    store_close(store);
}

/* --- the whole file --------------------------------------------------------------------------- */

static void test_store__a_copy_holds_everything(void **state)
{
    (void)state;
    struct text first = TEXT_EMPTY;
    struct text second = TEXT_EMPTY;
    struct store *store = place_store(&place, "kota.spbe", STORE_WRITE);
    place_fill(&place, store);
    size_t files = place_files();
    assert_true(store_copy(store, "salinan.spbe", &place.err));
    assert_int_equal(place_files(), files + 1);
    place_export(&place, store, &first);
    store_close(store);
    store = place_store(&place, "salinan.spbe", STORE_READ);
    place_export(&place, store, &second);
    assert_string_equal(first.bytes, second.bytes);
    assert_false(store_copy(store, "kota.spbe", &place.err));
    place_failed(&place, "FILE_EXISTS");
    assert_false(store_copy(store, "tidak/ada.spbe", &place.err));
    place_failed(&place, "FILE_WRITE");
    store_close(store);
    assert_int_equal(place_verify("salinan.spbe", &first), 0);
    text_release(&first);
    text_release(&second);
}

static void test_store__a_purged_document_is_not_in_a_copy(void **state)
{
    (void)state;
    char sha256[65];
    struct store *store = place_store(&place, "kota.spbe", STORE_WRITE);
    place_write("a.txt", "rahasia 12345", 13);
    assert_true(store_begin(store, "Siti", "test", &place.err) &&
                store_keep(store, "a.txt", sha256, &place.err) && store_commit(store, &place.err) &&
                store_begin(store, "Siti", "test", &place.err) &&
                store_purge(store, sha256, &place.err) && store_commit(store, &place.err) &&
                store_copy(store, "salinan.spbe", &place.err));
    store_close(store);
    assert_int_not_equal(system("grep -q 'rahasia 12345' salinan.spbe"), 0);
}

static void test_store__files_of_version_1_are_read_for_ever(void **state)
{
    (void)state;
    char command[640];
    snprintf(command, sizeof command, "cp '%s/tests/store/version-1.spbe' lama.spbe", place.root);
    assert_int_equal(system(command), 0);
    struct text json = TEXT_EMPTY;
    struct text expected = TEXT_EMPTY;
    struct store *store = place_store(&place, "lama.spbe", STORE_READ);
    place_export(&place, store, &json);
    store_close(store);
    snprintf(command, sizeof command, "%s/tests/store/version-1.json", place.root);
    FILE *file = fopen(command, "re");
    assert_non_null(file);
    for (int c; (c = fgetc(file)) != EOF;) {
        text_add_byte(&expected, (char)c);
    }
    fclose(file);
    assert_string_equal(json.bytes, expected.bytes);
    assert_int_equal(place_verify("lama.spbe", &json), 0);
    store = place_store(&place, "lama.spbe", STORE_WRITE);
    place_change(store, FIELD_CLAIMED, "I03", "I03", "2");
    store_close(store);
    assert_int_equal(place_verify("lama.spbe", &json), 0);
    text_release(&json);
    text_release(&expected);
}

/* A rule file is found by its content, whatever name it got. */
static void test_store__a_rule_file_is_kept_once_and_found_by_content(void **state)
{
    (void)state;
    struct arena arena = ARENA_EMPTY;
    const struct store_rule first = {"satu/overlay.lua", "return 1", 8};
    const struct store_rule second = {"satu/overlay.lua", "return 2", 8};
    char sha256[65];
    const char *bytes = NULL;
    size_t length = 0;
    struct store *store = place_store(&place, "kota.spbe", STORE_WRITE);
    assert_true(store_begin(store, "Siti", "rules keep", &place.err));
    assert_true(store_keep_rule(store, &first, &place.err));
    assert_true(store_keep_rule(store, &second, &place.err));
    int64_t entries = store_history_length(store);
    assert_true(store_keep_rule(store, &first, &place.err));
    assert_int_equal(store_history_length(store), entries);
    assert_true(store_commit(store, &place.err));

    hash_of("return 2", 8, sha256);
    assert_true(store_rule(store, sha256, &arena, &bytes, &length, &place.err));
    assert_int_equal(length, 8);
    assert_memory_equal(bytes, "return 2", 8);
    hash_of("return 3", 8, sha256);
    assert_true(store_rule(store, sha256, &arena, &bytes, &length, &place.err));
    assert_null(bytes);
    store_close(store);
    struct text findings = TEXT_EMPTY;
    assert_int_equal(place_verify("kota.spbe", &findings), 0);
    text_release(&findings);
    arena_release(&arena);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_store__##name, enter, leave)
    const struct CMUnitTest tests[] = {
        TEST(a_new_file_says_what_it_is_about),
        TEST(a_new_file_never_replaces_one),
        TEST(a_new_file_has_the_rights_of_any_new_file),
        TEST(recognises_files_by_name_or_content),
        TEST(a_step_lasts_when_it_was_committed),
        TEST(a_step_that_was_not_ended_never_was),
        TEST(what_is_so_already_leaves_no_trace),
        TEST(the_history_says_who_what_was_and_what_is),
        TEST(the_cover_is_new_after_a_step),
        TEST(a_locked_indicator_takes_no_change_but_of_its_state),
        TEST(ids_are_never_used_twice),
        TEST(lists_subjects_in_the_order_in_which_they_came),
        TEST(the_sha256_of_a_record_is_that_of_its_json),
        TEST(within_a_step_the_record_is_that_of_the_step),
        TEST(a_reader_sees_what_was_committed_and_nothing_else),
        TEST(a_step_knows_what_another_hand_did_before),
        TEST(knows_itself_by_any_name),
        TEST(a_copy_holds_everything),
        TEST(a_purged_document_is_not_in_a_copy),
        TEST(a_rule_file_is_kept_once_and_found_by_content),
        TEST(files_of_version_1_are_read_for_ever),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
