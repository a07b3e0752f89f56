/* Documents that a form names, taken into a file: which rows are about which item, three ways for each cell,
 * and nothing taken back. */
#include "support_form.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static struct form_bench bench;

static int enter(void **state)
{
    (void)state;
    form_bench_enter(&bench);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    form_bench_leave(&bench);
    return 0;
}

/* Takes the form in, wants it good, and wants it to change nothing the second time. */
static void take_twice(size_t changes)
{
    if (!form_bench_import(&bench, FORM_ASK, NULL)) {
        fail_msg("problems:\n%s", bench.told.bytes);
    }
    assert_int_equal(bench.changes, changes);
    if (!form_bench_import(&bench, FORM_ASK, NULL)) {
        fail_msg("problems, the second time:\n%s", bench.told.bytes);
    }
    assert_int_equal(bench.changes, 0);
}

/* ---- new documents ---- */

static void test_form_evidence__a_document_becomes_an_item(void **state)
{
    (void)state;
    form_bench_begin(&bench);
    form_bench_row(&bench, "I01.2.a", "title=Perwali", "number=12/2023", "date=1/5/2023",
                   "pages=3-7", "file=perwali.pdf", NULL);
    take_twice(7);
    form_bench_wants(&bench, "E1 I01 Perwali|12/2023|2023-05-01|3-7|perwali.pdf I01.2.a -\n");
    form_bench_told(&bench, "form.xlsx: 1 ");
}

static void test_form_evidence__rows_with_one_file_are_one_item(void **state)
{
    (void)state;
    form_bench_begin(&bench);
    form_bench_row(&bench, "I01.2.a", "file=perwali.pdf", "pages=3", NULL);
    form_bench_row(&bench, "I01.2.b", "file=perwali.pdf", "pages=5", "title=Perwali", NULL);
    form_bench_row(&bench, "I01.3.a", "file=perwali.pdf", "pages=3", NULL);
    form_bench_row(&bench, "I02.2.a", "file=perwali.pdf", NULL);
    take_twice(8);
    form_bench_wants(&bench, "E1 I01 Perwali|||3; 5|perwali.pdf I01.2.a,I01.2.b,I01.3.a -\n"
                             "E2 I02 ||||perwali.pdf I02.2.a -\n");
}

static void test_form_evidence__rows_with_one_title_and_number_are_one_item(void **state)
{
    (void)state;
    form_bench_begin(&bench);
    form_bench_row(&bench, "I01.2.a", "title=SK", "number=1", NULL);
    form_bench_row(&bench, "I01.2.b", "title=SK", "number=1", "file=sk.pdf", NULL);
    form_bench_row(&bench, "I01.3.a", "title=SK", "number=2", NULL);
    form_bench_row(&bench, "I01.3.b", "title=SK", NULL);
    take_twice(12);
    form_bench_wants(&bench, "E1 I01 SK|1|||sk.pdf I01.2.a,I01.2.b -\n"
                             "E2 I01 SK|2||| I01.3.a -\n"
                             "E3 I01 SK|||| I01.3.b -\n");
}

static void test_form_evidence__files_of_one_name_in_two_folders_are_two(void **state)
{
    (void)state;
    form_bench_begin(&bench);
    form_bench_row(&bench, "I01.2.a", "file=2023/sk.pdf", NULL);
    form_bench_row(&bench, "I01.2.b", "file=2024\\sk.pdf", NULL);
    take_twice(6);
    form_bench_wants(&bench, "E1 I01 ||||sk.pdf I01.2.a -\n"
                             "E2 I01 ||||sk.pdf I01.2.b -\n");
}

static void test_form_evidence__a_known_document_is_extended(void **state)
{
    (void)state;
    form_bench_begin(&bench);
    form_bench_item(&bench, "I01", "I01.3.a", "title=Perwali", "file=perwali.pdf", "pages=1", NULL);
    form_bench_row(&bench, "I01.2.a", "file=perwali.pdf", "number=12", "pages=4", NULL);
    take_twice(3);
    form_bench_wants(&bench, "E1 I01 Perwali|12||1; 4|perwali.pdf I01.3.a,I01.2.a -\n");
}

static void test_form_evidence__the_likest_of_known_documents_counts(void **state)
{
    (void)state;
    form_bench_item(&bench, "I01", "I01.3.a", "title=Lama", "file=sk.pdf", NULL);
    form_bench_item(&bench, "I01", "I01.3.a", "title=Baru", "file=sk.pdf", NULL);
    form_bench_begin(&bench);
    form_bench_row(&bench, "I01.2.a", "title=Baru", "file=sk.pdf", NULL);
    take_twice(1);
    form_bench_wants(&bench, "E1 I01 Lama||||sk.pdf I01.3.a -\n"
                             "E2 I01 Baru||||sk.pdf I01.3.a,I01.2.a -\n");
}

static void test_form_evidence__rows_that_contradict_one_another_are_told(void **state)
{
    (void)state;
    form_bench_begin(&bench);
    form_bench_row(&bench, "I01.2.a", "title=A", "number=1", "date=2023-01-01", "file=a.pdf", NULL);
    form_bench_row(&bench, "I01.2.b", "title=B", "number=2", "date=2023-01-02", "file=a.pdf", NULL);
    assert_false(form_bench_import(&bench, FORM_ASK, NULL));
    assert_string_equal(bench.told.bytes, "form.xlsx: Lembar!E3 FORM_DIFFERS\n"
                                          "form.xlsx: Lembar!F3 FORM_DIFFERS\n"
                                          "form.xlsx: Lembar!G3 FORM_DIFFERS\n"
                                          "form.xlsx: 1 documents are named whose contents are not "
                                          "in the file yet; --evidence DIR takes them in\n");
    form_bench_wants(&bench, "");
}

static void test_form_evidence__links_are_kept_as_they_are(void **state)
{
    (void)state;
    form_bench_begin(&bench);
    form_bench_row(&bench, "I01.2.a", "file=https://contoh.go.id/a/b.pdf?x=../1", NULL);
    form_bench_row(&bench, "I01.2.b", "file=HTTP://contoh.go.id/c", NULL);
    take_twice(6);
    form_bench_wants(&bench, "E1 I01 ||||https://contoh.go.id/a/b.pdf?x=../1 I01.2.a -\n"
                             "E2 I01 ||||HTTP://contoh.go.id/c I01.2.b -\n");
    assert_string_equal(bench.told.bytes, "");
}

/* ---- three ways ---- */

static void test_form_evidence__untouched_rows_change_nothing(void **state)
{
    (void)state;
    form_bench_item(&bench, "I01", "I01.2.a,I01.2.b", "title=Perwali", "date=2023-05-01", NULL);
    form_bench_begin(&bench);
    form_bench_row(&bench, "I01.2.a", NULL);
    form_bench_row(&bench, "I01.2.b", NULL);
    form_bench_row(&bench, "E1", NULL);
    place_change(bench.store, FIELD_EVIDENCE_TITLE, "I01", "E1", "Perwali baru");
    place_change(bench.store, FIELD_EVIDENCE_SUPPORTS, "I01", "E1", "I01.3.a");
    take_twice(0);
    form_bench_wants(&bench, "E1 I01 Perwali baru||2023-05-01|| I01.3.a -\n");
}

static void test_form_evidence__a_corrected_cell_corrects_the_item(void **state)
{
    (void)state;
    form_bench_item(&bench, "I01", "I01.2.a,I01.2.b", "title=Perwali", "number=1", "pages=9", NULL);
    form_bench_begin(&bench);
    form_bench_row(&bench, "I01.2.a", "number=2", NULL);
    form_bench_row(&bench, "I01.2.b", "number=2", "pages=", NULL);
    form_bench_row(&bench, "E1", "date=2 Mei 2023", NULL);
    take_twice(3);
    form_bench_wants(&bench, "E1 I01 Perwali|2|2023-05-02|| I01.2.a,I01.2.b -\n");
}

static void test_form_evidence__pages_of_all_rows_are_kept(void **state)
{
    (void)state;
    form_bench_item(&bench, "I01", "I01.2.a,I01.2.b,I01.3.a", "title=Perwali", "pages=9", NULL);
    form_bench_begin(&bench);
    form_bench_row(&bench, "I01.2.a", "pages=2", NULL);
    form_bench_row(&bench, "I01.2.b", "pages=4", NULL);
    form_bench_row(&bench, "I01.3.a", NULL);
    take_twice(1);
    form_bench_wants(&bench, "E1 I01 Perwali|||2; 4| I01.2.a,I01.2.b,I01.3.a -\n");
}

static void test_form_evidence__pages_are_compared_whole(void **state)
{
    (void)state;
    form_bench_item(&bench, "I01", "I01.2.a", "file=a.pdf", "pages=45; 7", NULL);
    form_bench_begin(&bench);
    form_bench_row(&bench, "I01.2.b", "file=a.pdf", "pages=4", NULL);
    form_bench_row(&bench, "I01.3.a", "file=a.pdf", "pages=7; 8", NULL);
    take_twice(2);
    form_bench_wants(&bench, "E1 I01 |||45; 7; 4; 8|a.pdf I01.2.a,I01.2.b,I01.3.a -\n");
}

static void test_form_evidence__too_many_pages_are_told(void **state)
{
    (void)state;
    char *pages = malloc(20016);
    assert_non_null(pages);
    memset(pages, '1', 20015);
    memcpy(pages, "pages=", 6);
    pages[20015] = '\0';
    form_bench_begin(&bench);
    form_bench_row(&bench, "I01.2.a", "file=a.pdf", pages, NULL);
    pages[6] = '2';
    form_bench_row(&bench, "I01.2.b", "file=a.pdf", pages, NULL);
    pages[6] = '3';
    form_bench_row(&bench, "I01.3.a", "file=a.pdf", pages, NULL);
    assert_false(form_bench_import(&bench, FORM_ASK, NULL));
    form_bench_told(&bench, "form.xlsx: Lembar!H2: E1 EDIT_LONG");
    free(pages);
}

static void test_form_evidence__two_corrections_of_one_cell_are_told(void **state)
{
    (void)state;
    form_bench_item(&bench, "I01", "I01.2.a,I01.2.b", "title=Perwali", "number=1", NULL);
    form_bench_begin(&bench);
    form_bench_row(&bench, "I01.2.a", "number=2", NULL);
    form_bench_row(&bench, "I01.2.b", "number=3", NULL);
    assert_false(form_bench_import(&bench, FORM_THEIRS, NULL));
    assert_string_equal(bench.told.bytes, "form.xlsx: Lembar!F3 FORM_DIFFERS\n");
}

static void test_form_evidence__both_sides_changed_is_a_conflict(void **state)
{
    (void)state;
    form_bench_item(&bench, "I01", "I01.2.a", "title=Perwali", "number=1", NULL);
    form_bench_begin(&bench);
    form_bench_row(&bench, "I01.2.a", "number=2", NULL);
    place_change(bench.store, FIELD_EVIDENCE_NUMBER, "I01", "E1", "3");
    assert_false(form_bench_import(&bench, FORM_ASK, NULL));
    form_bench_told(&bench, "form.xlsx: Lembar!F2 FORM_CONFLICT");
    assert_true(form_bench_import(&bench, FORM_OURS, NULL));
    form_bench_wants(&bench, "E1 I01 Perwali|3||| I01.2.a -\n");
    assert_true(form_bench_import(&bench, FORM_THEIRS, NULL));
    form_bench_wants(&bench, "E1 I01 Perwali|2||| I01.2.a -\n");
}

static void test_form_evidence__a_known_document_said_otherwise_is_a_conflict(void **state)
{
    (void)state;
    form_bench_begin(&bench);
    form_bench_row(&bench, "I01.2.a", "title=Perwali A", "file=a.pdf", NULL);
    form_bench_item(&bench, "I01", "I01.2.a", "title=Perwali B", "file=a.pdf", NULL);
    assert_false(form_bench_import(&bench, FORM_ASK, NULL));
    form_bench_told(&bench, "form.xlsx: Lembar!E2 FORM_CONFLICT");
    form_bench_wants(&bench, "E1 I01 Perwali B||||a.pdf I01.2.a -\n");
}

/* ---- nothing is taken back ---- */

static void test_form_evidence__an_emptied_row_is_told_and_kept(void **state)
{
    (void)state;
    form_bench_item(&bench, "I01", "I01.2.a", "title=Perwali", "file=a.pdf", NULL);
    form_bench_begin(&bench);
    form_bench_row(&bench, "I01.2.a", "title=", "file=", NULL);
    take_twice(0);
    form_bench_told(&bench, "form.xlsx: Lembar!E2: was emptied");
    form_bench_wants(&bench, "E1 I01 Perwali||||a.pdf I01.2.a -\n");
}

static void test_form_evidence__another_document_stands_beside_the_first(void **state)
{
    (void)state;
    form_bench_item(&bench, "I01", "I01.2.a,I01.2.b", "title=Perwali", "number=1",
                    "date=2023-05-01", NULL);
    form_bench_begin(&bench);
    form_bench_row(&bench, "I01.2.a", "title=SK", "number=7", NULL); /* of the same day */
    assert_true(form_bench_import(&bench, FORM_ASK, NULL));
    form_bench_told(&bench, "it becomes E2, and E1 stays as evidence");
    assert_true(form_bench_import(&bench, FORM_ASK, NULL));
    assert_int_equal(bench.changes, 0);
    assert_string_equal(bench.told.bytes, "");
    form_bench_wants(&bench, "E1 I01 Perwali|1|2023-05-01|| I01.2.a,I01.2.b -\n"
                             "E2 I01 SK|7|2023-05-01|| I01.2.a -\n");
}

static void test_form_evidence__the_register_always_corrects(void **state)
{
    (void)state;
    form_bench_item(&bench, "I01", "I01.2.a,I01.2.b", "title=Perwali", NULL);
    form_bench_begin(&bench);
    form_bench_row(&bench, "E1", "title=Peraturan Wali Kota", NULL);
    take_twice(1);
    form_bench_wants(&bench, "E1 I01 Peraturan Wali Kota|||| I01.2.a,I01.2.b -\n");
}

static void test_form_evidence__withdrawn_stays_withdrawn(void **state)
{
    (void)state;
    form_bench_begin(&bench);
    form_bench_row(&bench, "I01.2.a", "title=Perwali", NULL);
    assert_true(form_bench_import(&bench, FORM_ASK, NULL));
    place_change(bench.store, FIELD_EVIDENCE_WITHDRAWN, "I01", "E1", "keliru");
    assert_false(form_bench_import(&bench, FORM_ASK, NULL));
    form_bench_told(&bench, "form.xlsx: Lembar!E2 FORM_WITHDRAWN");
    assert_true(form_bench_import(&bench, FORM_OURS, NULL));
    assert_int_equal(bench.changes, 0);
    assert_true(form_bench_import(&bench, FORM_THEIRS, NULL));
    form_bench_wants(&bench, "E1 I01 Perwali|||| I01.2.a x\n"
                             "E2 I01 Perwali|||| I01.2.a -\n");
}

static void test_form_evidence__a_row_whose_item_was_withdrawn(void **state)
{
    (void)state;
    form_bench_item(&bench, "I01", "I01.2.a", "title=Perwali", NULL);
    form_bench_begin(&bench);
    form_bench_row(&bench, "I01.2.a", NULL);
    place_change(bench.store, FIELD_EVIDENCE_WITHDRAWN, "I01", "E1", "keliru");
    take_twice(0);
    form_bench_begin(&bench);
    bench.began[0].stands = true; /* the form is older than the withdrawal */
    bench.began[0].withdrawn = NULL;
    form_bench_row(&bench, "I01.2.a", "number=2", NULL);
    assert_false(form_bench_import(&bench, FORM_ASK, NULL));
    form_bench_told(&bench, "FORM_WITHDRAWN");
}

static void test_form_evidence__a_forged_row_reaches_no_other_indicator(void **state)
{
    (void)state;
    form_bench_item(&bench, "I02", "I02.2.a", "title=SK", NULL);
    form_bench_begin(&bench);
    bench.began[0].criteria = "I01.2.a"; /* the hidden sheet says so */
    form_bench_row(&bench, "I01.2.a", "number=9", NULL);
    place_change(bench.store, FIELD_STATE, "I02", "I02", "locked");
    assert_true(form_bench_import(&bench, FORM_ASK, NULL));
    form_bench_wants(&bench, "E1 I02 SK|||| I02.2.a -\n"
                             "E2 I01 SK|9||| I01.2.a -\n");
}

/* ---- the register ---- */

static void test_form_evidence__free_rows_name_their_criteria(void **state)
{
    (void)state;
    form_bench_begin(&bench);
    form_bench_row(&bench, "", "title=Laporan", "supports=I02.2.a; I01.3.a,I01.2.a\nI04", NULL);
    take_twice(8);
    form_bench_wants(&bench, "E1 I01 Laporan|||| I01.2.a,I01.3.a -\n"
                             "E2 I02 Laporan|||| I02.2.a -\n"
                             "E3 I04 Laporan||||  -\n");
}

static void test_form_evidence__what_an_item_supports_three_ways(void **state)
{
    (void)state;
    form_bench_item(&bench, "I01", "I01.3.a,I01.2.a", "title=Perwali", NULL);
    form_bench_begin(&bench);
    form_bench_row(&bench, "E1", "supports=I01.2.a, I01.3.a", NULL); /* only sorted */
    take_twice(0);
    form_bench_begin(&bench);
    form_bench_row(&bench, "E1", "supports=I01.2.b", NULL);
    take_twice(1);
    form_bench_wants(&bench, "E1 I01 Perwali|||| I01.2.b -\n");
    form_bench_begin(&bench);
    form_bench_row(&bench, "E1", "supports=I01.2.a", NULL);
    place_change(bench.store, FIELD_EVIDENCE_SUPPORTS, "I01", "E1", "I01.3.b");
    assert_false(form_bench_import(&bench, FORM_ASK, NULL));
    form_bench_told(&bench, "form.xlsx: Lembar!B2 FORM_CONFLICT");
}

static void test_form_evidence__supports_that_were_emptied_stay(void **state)
{
    (void)state;
    form_bench_item(&bench, "I01", "I01.2.a", "title=Perwali", NULL);
    form_bench_begin(&bench);
    form_bench_row(&bench, "E1", "supports=", NULL);
    take_twice(0);
    form_bench_told(&bench, "form.xlsx: Lembar!B2: was emptied");
}

static void test_form_evidence__an_item_for_another_indicator_is_one_more(void **state)
{
    (void)state;
    form_bench_item(&bench, "I01", "I01.2.a", "title=Perwali", "number=1", NULL);
    form_bench_begin(&bench);
    form_bench_row(&bench, "E1", "supports=I01.2.a, I03.2.a", "number=2", NULL);
    take_twice(5);
    form_bench_wants(&bench, "E1 I01 Perwali|2||| I01.2.a -\n"
                             "E2 I03 Perwali|2||| I03.2.a -\n");
}

/* ---- verified and locked ---- */

static void test_form_evidence__verified_is_asked_for(void **state)
{
    (void)state;
    form_bench_item(&bench, "I02", "I02.2.a", "title=SK", NULL);
    form_bench_begin(&bench);
    form_bench_row(&bench, "I01.2.a", "title=Perwali", "number=1", NULL);
    form_bench_row(&bench, "I02.2.a", "number=1", NULL);
    place_change(bench.store, FIELD_VERIFIED, "I01", "I01", "2");
    place_change(bench.store, FIELD_VERIFIED, "I02", "I02", "2");
    assert_false(form_bench_import(&bench, FORM_ASK, NULL));
    assert_string_equal(bench.told.bytes, "form.xlsx: Lembar!F3 FORM_VERIFIED\n"
                                          "form.xlsx: Lembar!E2 FORM_VERIFIED\n");
    assert_true(form_bench_import(&bench, FORM_OURS, NULL));
    assert_int_equal(bench.changes, 0);
    assert_int_equal(bench.tally.of[FORM_KEPT], 2);
    assert_true(form_bench_import(&bench, FORM_THEIRS, NULL));
    form_bench_wants(&bench, "E1 I02 SK|1||| I02.2.a -\n"
                             "E2 I01 Perwali|1||| I01.2.a -\n");
}

static void test_form_evidence__locked_stays_whatever_is_chosen(void **state)
{
    (void)state;
    form_bench_begin(&bench);
    form_bench_row(&bench, "I01.2.a", "title=Perwali", NULL);
    place_change(bench.store, FIELD_STATE, "I01", "I01", "locked");
    assert_false(form_bench_import(&bench, FORM_ASK, NULL));
    form_bench_told(&bench, "STORE_LOCKED_INDICATOR");
    assert_false(form_bench_import(&bench, FORM_THEIRS, NULL));
    assert_true(form_bench_import(&bench, FORM_OURS, NULL));
    form_bench_wants(&bench, "");
}

/* Where conflicts are gathered, a text of an item goes there, and so does a whole document: a new one, one that was
 * withdrawn, one that the file describes otherwise. Nothing of it is in the file before somebody decides. */
static void test_form_evidence__what_is_gathered(void **state)
{
    (void)state;
    form_bench_item(&bench, "I02", "I02.2.a", "title=SK", NULL);
    form_bench_item(&bench, "I03", "I03.2.a", "title=Laporan", NULL);
    form_bench_begin(&bench);
    form_bench_row(&bench, "I01.2.a", "title=Perwali", NULL);
    form_bench_row(&bench, "I02.2.a", "number=1", NULL);
    form_bench_row(&bench, "I03.2.a", "number=1", NULL);
    form_bench_row(&bench, "I04.2.a", "title=Lain", NULL);
    place_change(bench.store, FIELD_VERIFIED, "I01", "I01", "2");
    place_change(bench.store, FIELD_EVIDENCE_NUMBER, "I02", "E1", "2");
    place_change(bench.store, FIELD_EVIDENCE_WITHDRAWN, "I03", "E2", "keliru");
    form_bench_item(&bench, "I05", "I05.2.a", "title=SOP", "file=sop.pdf", NULL);
    form_bench_row(&bench, "", "supports=I05.2.a", "title=Pedoman", "file=sop.pdf", NULL);
    bench.gathers = true;
    assert_true(form_bench_import(&bench, FORM_ASK, NULL));
    form_bench_told(&bench, "form.xlsx: Lembar!F3 E1 evidence_number");
    form_bench_told(&bench, "form.xlsx: Lembar!E2  evidence_for");
    form_bench_told(&bench, "form.xlsx: Lembar!E4 E2 evidence_for");
    form_bench_told(&bench, "form.xlsx: Lembar!E6 E3 evidence_for");
    assert_int_equal(bench.tally.of[FORM_DISPUTED], 4);
    form_bench_wants(&bench, "E1 I02 SK|2||| I02.2.a -\n"
                             "E2 I03 Laporan|||| I03.2.a x\n"
                             "E3 I05 SOP||||sop.pdf I05.2.a -\n"
                             "E4 I04 Lain|||| I04.2.a -\n");
    /* Where nobody gathers, or somebody is right, each text is for itself. */
    bench.gathers = false;
    assert_false(form_bench_import(&bench, FORM_ASK, NULL));
    form_bench_told(&bench, "form.xlsx: Lembar!E6 FORM_CONFLICT");
    bench.gathers = true;
    assert_true(form_bench_import(&bench, FORM_OURS, NULL));
    assert_null(strstr(bench.told.bytes, "evidence_for"));
}

/* ---- newer versions ---- */

static void test_form_evidence__a_row_follows_its_item_to_the_newest_version(void **state)
{
    (void)state;
    form_bench_item(&bench, "I01", "I01.2.a", "title=Perwali", "number=1", NULL);
    form_bench_begin(&bench);
    form_bench_row(&bench, "I01.2.a", "number=2", NULL);
    form_bench_item(&bench, "I01", "I01.2.a", "title=Perwali", "number=1", NULL);
    place_change(bench.store, FIELD_EVIDENCE_REPLACED, "I01", "E1", "E2");
    take_twice(1);
    form_bench_wants(&bench, "E1 I01 Perwali|1||| I01.2.a x\n"
                             "E2 I01 Perwali|2||| I01.2.a -\n");
}

int main(void)
{
#define CASE(test) cmocka_unit_test_setup_teardown(test, enter, leave)
    const struct CMUnitTest tests[] = {
        CASE(test_form_evidence__a_document_becomes_an_item),
        CASE(test_form_evidence__rows_with_one_file_are_one_item),
        CASE(test_form_evidence__rows_with_one_title_and_number_are_one_item),
        CASE(test_form_evidence__files_of_one_name_in_two_folders_are_two),
        CASE(test_form_evidence__a_known_document_is_extended),
        CASE(test_form_evidence__the_likest_of_known_documents_counts),
        CASE(test_form_evidence__rows_that_contradict_one_another_are_told),
        CASE(test_form_evidence__links_are_kept_as_they_are),
        CASE(test_form_evidence__untouched_rows_change_nothing),
        CASE(test_form_evidence__a_corrected_cell_corrects_the_item),
        CASE(test_form_evidence__pages_of_all_rows_are_kept),
        CASE(test_form_evidence__pages_are_compared_whole),
        CASE(test_form_evidence__too_many_pages_are_told),
        CASE(test_form_evidence__two_corrections_of_one_cell_are_told),
        CASE(test_form_evidence__both_sides_changed_is_a_conflict),
        CASE(test_form_evidence__a_known_document_said_otherwise_is_a_conflict),
        CASE(test_form_evidence__an_emptied_row_is_told_and_kept),
        CASE(test_form_evidence__another_document_stands_beside_the_first),
        CASE(test_form_evidence__the_register_always_corrects),
        CASE(test_form_evidence__withdrawn_stays_withdrawn),
        CASE(test_form_evidence__a_row_whose_item_was_withdrawn),
        CASE(test_form_evidence__a_forged_row_reaches_no_other_indicator),
        CASE(test_form_evidence__free_rows_name_their_criteria),
        CASE(test_form_evidence__what_an_item_supports_three_ways),
        CASE(test_form_evidence__supports_that_were_emptied_stay),
        CASE(test_form_evidence__an_item_for_another_indicator_is_one_more),
        CASE(test_form_evidence__verified_is_asked_for),
        CASE(test_form_evidence__locked_stays_whatever_is_chosen),
        CASE(test_form_evidence__what_is_gathered),
        CASE(test_form_evidence__a_row_follows_its_item_to_the_newest_version),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
