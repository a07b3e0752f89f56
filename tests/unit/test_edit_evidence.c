/* Evidence put forward and taken back: once per document and indicator, aimed at criteria, never
 * lost. */
#include "edit_evidence.h"
#include "support_store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

static struct place place;
static struct store *store;
static struct edit edit;
static struct text ids;
static struct arena arena;
static const struct edit_description nothing;

static int enter(void **state)
{
    (void)state;
    place_enter(&place);
    ids = (struct text)TEXT_EMPTY;
    arena = (struct arena)ARENA_EMPTY;
    store = place_store(&place, "kota.spbe", STORE_WRITE);
    edit = (struct edit){store, &place.fixture.instrument, "Siti"};
    place_write("perwali.pdf", "isi perwali", 11);
    place_write("laporan.pdf", "isi laporan", 11);
    return !store_begin(store, "Siti", "test", &place.err);
}

static int leave(void **state)
{
    (void)state;
    text_release(&ids);
    arena_release(&arena);
    store_close(store);
    place_leave(&place);
    return 0;
}

static bool attach(const char *target, const char *path, const struct edit_description *description)
{
    text_clear(&ids);
    return edit_attach(&edit, target, path, description, &ids, &place.err);
}

static struct exhibit item(const char *id)
{
    struct exhibit found;
    assert_true(edit_find_evidence(store, id, &arena, &found, &place.err));
    return found;
}

static void test_edit_evidence__one_item_for_each_indicator_with_its_criteria(void **state)
{
    (void)state;
    assert_true(attach("I02.2.a, I01.2.b,I02.3.a,I01.2.a,I01.2.a,I03", "./perwali.pdf", &nothing));
    assert_string_equal(ids.bytes, "E1,E2,E3");
    assert_string_equal(item("E1").indicator, "I02");
    assert_string_equal(item("E1").criteria, "I02.2.a,I02.3.a");
    assert_string_equal(item("E2").criteria, "I01.2.b,I01.2.a");
    assert_string_equal(item("E3").criteria, "");
    assert_string_equal(item("E3").item.file, "perwali.pdf");
    assert_int_equal(item("E3").size, 11);
    assert_string_equal(item("E1").item.sha256, item("E3").item.sha256);
}

/* Items that score are aimed at as criteria are, each under its indicator; what is none of them is refused. */
static void test_edit_evidence__items_that_score_are_supported_too(void **state)
{
    (void)state;
    struct assessment assessment;
    fixture_as_pemdi(&place.fixture);
    assert_true(attach("I01.2.e1,I01.2.a,I02.1.e2", "perwali.pdf", &nothing));
    assert_string_equal(ids.bytes, "E1,E2");
    assert_string_equal(item("E1").criteria, "I01.2.e1,I01.2.a");
    assert_string_equal(item("E2").criteria, "I02.1.e2");
    text_clear(&ids);
    assert_true(edit_support(&edit, "E1", "I01.3.e2,I01.2.e1", &ids, &place.err));
    assert_string_equal(item("E1").criteria, "I01.2.e1,I01.2.a,I01.3.e2");
    assert_false(attach("I01.2.e3", "perwali.pdf", &nothing));
    place_failed(&place, "EDIT_ITEM");
    assert_false(attach("I99.2.e1", "perwali.pdf", &nothing));
    place_failed(&place, "EDIT_ITEM");
    assert_true(store_load(store, edit.instrument, &arena, &assessment, &place.err));
    const struct evidence *found = &assessment.responses[0].evidence[0];
    assert_int_equal(found->support_count, 1);
    assert_int_equal(found->item_count, 2);
    assert_true(assessment_proves_item(found, 3, 2));
    struct text id = TEXT_EMPTY;
    assessment_add_support(edit.instrument, "I01", found, 2, &id);
    assert_string_equal(id.bytes, "I01.3.e2");
    text_release(&id);
    /* A newer version takes the place of the old one, with all that it supports. */
    text_clear(&ids);
    assert_true(edit_replace(&edit, "E1", "laporan.pdf", &nothing, &ids, &place.err));
    assert_string_equal(item("E3").criteria, "I01.2.e1,I01.2.a,I01.3.e2");
}

static void test_edit_evidence__the_description_is_kept(void **state)
{
    (void)state;
    const struct edit_description description = {.title = "Perwali 12/2023",
                                                 .number = "12/2023",
                                                 .date = "2023-05-01",
                                                 .unit = "Bagian Hukum",
                                                 .pages = "3-7",
                                                 .note = ""};
    assert_true(attach("I01.2.a", "perwali.pdf", &description));
    const struct exhibit found = item("E1");
    assert_string_equal(found.item.title, "Perwali 12/2023");
    assert_string_equal(found.item.number, "12/2023");
    assert_string_equal(found.item.date, "2023-05-01");
    assert_string_equal(found.item.unit, "Bagian Hukum");
    assert_string_equal(found.item.pages, "3-7");
    assert_null(found.item.note);
}

static void test_edit_evidence__the_same_document_extends_its_item(void **state)
{
    (void)state;
    assert_true(attach("I01.2.a", "perwali.pdf", &(struct edit_description){.title = "Perwali"}));
    assert_true(attach("I01.3.a", "perwali.pdf", &nothing));
    assert_string_equal(ids.bytes, "E1");
    assert_string_equal(item("E1").criteria, "I01.2.a,I01.3.a");
    /* Described otherwise it is another item of the same document. */
    assert_true(attach("I01.4.a", "perwali.pdf", &(struct edit_description){.pages = "9"}));
    assert_string_equal(ids.bytes, "E2");
    /* Another indicator, or another document, too. */
    assert_true(attach("I02.2.a", "perwali.pdf", &nothing));
    assert_string_equal(ids.bytes, "E3");
    assert_true(attach("I01.2.a", "laporan.pdf", &nothing));
    assert_string_equal(ids.bytes, "E4");
}

static void test_edit_evidence__what_was_withdrawn_is_not_extended(void **state)
{
    (void)state;
    assert_true(attach("I01.2.a", "perwali.pdf", &nothing));
    assert_true(edit_withdraw(&edit, "E1", "keliru", false, &place.err));
    assert_true(attach("I01.2.a", "perwali.pdf", &nothing));
    assert_string_equal(ids.bytes, "E2");
}

static void test_edit_evidence__wrong_targets_and_descriptions_are_refused(void **state)
{
    (void)state;
    static const struct {
        const char *target, *id;
    } targets[] = {{"I01.2.z", "EDIT_CRITERION_NEAR"},
                   {"", "EDIT_LIST"},
                   {"I01.2.a,", "EDIT_LIST"},
                   {"semua", "EDIT_CRITERION"}};
    for (size_t i = 0; i < sizeof targets / sizeof targets[0]; i++) {
        assert_false(attach(targets[i].target, "perwali.pdf", &nothing));
        place_failed(&place, targets[i].id);
    }
    static const char *const dates[] = {"2023", "1 Mei 2023", "2023-02-29", "2023-13-01"};
    for (size_t i = 0; i < sizeof dates / sizeof dates[0]; i++) {
        assert_false(
            attach("I01.2.a", "perwali.pdf", &(struct edit_description){.date = dates[i]}));
        place_failed(&place, "EDIT_DATE");
    }
    assert_false(attach("I01.2.a", "perwali.pdf", &(struct edit_description){.title = "\xff"}));
    place_failed(&place, "EDIT_UTF8");
    assert_false(attach("I01.2.a", "tidak-ada.pdf", &nothing));
    place_failed(&place, "FILE_OPEN");
    size_t count = 9;
    struct exhibit *list = NULL;
    assert_true(store_evidence(store, NULL, &arena, &list, &count, &place.err));
    assert_int_equal(count, 0);
}

static void test_edit_evidence__a_withdrawal_says_why_once(void **state)
{
    (void)state;
    assert_true(attach("I01.2.a", "perwali.pdf", &nothing));
    assert_false(edit_withdraw(&edit, "E1", "", false, &place.err));
    place_failed(&place, "EDIT_EMPTY");
    assert_false(edit_withdraw(&edit, "E7", "keliru", false, &place.err));
    place_failed(&place, "EDIT_EVIDENCE");
    assert_false(edit_withdraw(&edit, "1", "keliru", false, &place.err));
    place_failed(&place, "EDIT_EVIDENCE");
    assert_true(edit_withdraw(&edit, "E1", "keliru", false, &place.err));
    assert_string_equal(item("E1").withdrawn, "keliru");
    assert_int_equal(item("E1").size, 11);
    assert_false(edit_withdraw(&edit, "E1", "lagi", false, &place.err));
    assert_non_null(strstr(place.err.message, "keliru"));
    place_failed(&place, "EDIT_WITHDRAWN");
}

static void test_edit_evidence__a_purge_takes_the_content_and_keeps_the_rest(void **state)
{
    (void)state;
    assert_true(attach("I01.2.a", "perwali.pdf", &nothing));
    assert_true(attach("I02.2.a", "perwali.pdf", &nothing));
    assert_false(edit_withdraw(&edit, "E1", "data pribadi", true, &place.err));
    place_failed(&place, "STORE_IN_USE");
    assert_true(edit_withdraw(&edit, "E2", "data pribadi", false, &place.err));
    assert_true(edit_withdraw(&edit, "E1", "data pribadi", true, &place.err));
    const struct exhibit gone = item("E2");
    assert_true(gone.purged);
    assert_int_equal(gone.size, EXHIBIT_NO_CONTENT);
    assert_int_equal(strlen(gone.item.sha256), 64);
    assert_string_equal(gone.item.file, "perwali.pdf");
    /* An item that was only described has nothing to purge. */
    assert_true(store_set(store, FIELD_EVIDENCE_FOR, "I03", "E3", "I03", &place.err));
    assert_false(edit_withdraw(&edit, "E3", "sebab", true, &place.err));
    place_failed(&place, "STORE_NO_DOCUMENT");
}

static void test_edit_evidence__a_locked_indicator_keeps_its_evidence(void **state)
{
    (void)state;
    assert_true(attach("I01.2.a", "perwali.pdf", &nothing));
    assert_true(edit_state(&edit, "I01", STATE_LOCKED, NULL, &place.err));
    assert_false(attach("I01.3.a", "perwali.pdf", &nothing));
    place_failed(&place, "STORE_LOCKED_INDICATOR");
    assert_false(attach("I01.3.a", "laporan.pdf", &nothing));
    place_failed(&place, "STORE_LOCKED_INDICATOR");
    assert_false(edit_withdraw(&edit, "E1", "sebab", true, &place.err));
    place_failed(&place, "STORE_LOCKED_INDICATOR");
}

static void test_edit_evidence__an_item_comes_to_support_more(void **state)
{
    (void)state;
    const struct edit_description d = {.title = "Perwali", .pages = "3-7"};
    assert_true(attach("I01.2.a", "perwali.pdf", &d));
    text_clear(&ids);
    assert_true(edit_support(&edit, "E1", "I01.3.a,I02.2.a", &ids, &place.err));
    assert_string_equal(ids.bytes, "E1,E2");
    assert_string_equal(item("E1").criteria, "I01.2.a,I01.3.a");
    assert_string_equal(item("E2").indicator, "I02");
    assert_string_equal(item("E2").item.title, "Perwali");
    assert_string_equal(item("E2").item.pages, "3-7");
    assert_string_equal(item("E2").item.sha256, item("E1").item.sha256);
    /* Again: nothing new comes into being. */
    text_clear(&ids);
    assert_true(edit_support(&edit, "E1", "I02.3.a", &ids, &place.err));
    assert_string_equal(ids.bytes, "E2");
    assert_string_equal(item("E2").criteria, "I02.2.a,I02.3.a");
    assert_false(edit_support(&edit, "E9", "I02.3.a", &ids, &place.err));
    place_failed(&place, "EDIT_EVIDENCE");
    assert_false(edit_support(&edit, "E1", "I02.9.z", &ids, &place.err));
    error_clear(&place.err);
}

static void test_edit_evidence__a_document_kept_elsewhere_supports_more_too(void **state)
{
    (void)state;
    assert_true(store_set(store, FIELD_EVIDENCE_FOR, "I03", "E1", "I03", &place.err) &&
                store_set(store, FIELD_EVIDENCE_TITLE, "I03", "E1", "SK", &place.err));
    text_clear(&ids);
    assert_true(edit_support(&edit, "E1", "I01.2.a", &ids, &place.err));
    assert_true(edit_support(&edit, "E1", "I01.3.a", &ids, &place.err));
    assert_string_equal(ids.bytes, "E2");
    assert_string_equal(item("E2").criteria, "I01.2.a,I01.3.a");
}

static void test_edit_evidence__a_description_changes_where_something_is_said(void **state)
{
    (void)state;
    const struct edit_description d = {.title = "Perwali", .number = "12", .date = "2023-05-01"};
    const struct edit_description now = {.number = "13/2023", .date = "", .pages = "2"};
    assert_true(attach("I01.2.a", "perwali.pdf", &d));
    assert_true(edit_redescribe(&edit, "E1", &now, &place.err));
    assert_string_equal(item("E1").item.title, "Perwali");
    assert_string_equal(item("E1").item.number, "13/2023");
    assert_null(item("E1").item.date);
    assert_string_equal(item("E1").item.pages, "2");
    assert_false(
        edit_redescribe(&edit, "E1", &(struct edit_description){.date = "kemarin"}, &place.err));
    place_failed(&place, "EDIT_DATE");
}

static void test_edit_evidence__a_newer_version_takes_the_place(void **state)
{
    (void)state;
    const struct edit_description d = {.title = "Perwali", .number = "12"};
    const struct edit_description now = {.date = "2024-02-01"};
    assert_true(attach("I01.2.a,I01.2.b", "perwali.pdf", &d));
    text_clear(&ids);
    assert_true(edit_replace(&edit, "E1", "laporan.pdf", &now, &ids, &place.err));
    assert_string_equal(ids.bytes, "E2");
    const struct exhibit old = item("E1");
    const struct exhibit new = item("E2");
    assert_string_equal(old.replaced, "E2");
    assert_false(old.stands);
    assert_int_equal(old.size, 11);
    assert_true(new.stands);
    assert_string_equal(new.criteria, "I01.2.a,I01.2.b");
    assert_string_equal(new.item.title, "Perwali");
    assert_string_equal(new.item.number, "12");
    assert_string_equal(new.item.date, "2024-02-01");
    assert_string_equal(new.item.file, "laporan.pdf");
}

static void test_edit_evidence__what_no_longer_counts_is_left_alone(void **state)
{
    (void)state;
    assert_true(attach("I01.2.a", "perwali.pdf", &nothing));
    assert_false(edit_replace(&edit, "E1", "perwali.pdf", &nothing, &ids, &place.err));
    place_failed(&place, "EDIT_SAME");
    assert_true(edit_replace(&edit, "E1", "laporan.pdf", &nothing, &ids, &place.err));
    assert_false(edit_replace(&edit, "E1", "laporan.pdf", &nothing, &ids, &place.err));
    assert_non_null(strstr(place.err.message, "E2"));
    place_failed(&place, "EDIT_REPLACED");
    assert_false(edit_support(&edit, "E1", "I01.3.a", &ids, &place.err));
    place_failed(&place, "EDIT_REPLACED");
    /* The old content attached again is a new item: it is not what was replaced. */
    assert_true(attach("I01.2.a", "perwali.pdf", &nothing));
    assert_string_equal(ids.bytes, "E3");
    assert_true(edit_withdraw(&edit, "E3", "keliru", false, &place.err));
    assert_false(edit_redescribe(&edit, "E3", &nothing, &place.err));
    place_failed(&place, "EDIT_WITHDRAWN");
    /* Of a version that was replaced the content can go. */
    assert_true(edit_withdraw(&edit, "E1", "data pribadi", true, &place.err));
    assert_true(item("E1").purged);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_edit_evidence__##name, enter, leave)
    const struct CMUnitTest tests[] = {
        TEST(one_item_for_each_indicator_with_its_criteria),
        TEST(items_that_score_are_supported_too),
        TEST(the_description_is_kept),
        TEST(the_same_document_extends_its_item),
        TEST(what_was_withdrawn_is_not_extended),
        TEST(wrong_targets_and_descriptions_are_refused),
        TEST(a_withdrawal_says_why_once),
        TEST(a_purge_takes_the_content_and_keeps_the_rest),
        TEST(a_locked_indicator_keeps_its_evidence),
        TEST(an_item_comes_to_support_more),
        TEST(a_document_kept_elsewhere_supports_more_too),
        TEST(a_description_changes_where_something_is_said),
        TEST(a_newer_version_takes_the_place),
        TEST(what_no_longer_counts_is_left_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
