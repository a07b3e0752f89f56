/* Contents of the files that a form names: once, from the folder only, and never in place of what is there
 * unless the form names another file. */
#include "support_form.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <sys/stat.h>
#include <cmocka.h>

static struct form_bench bench;
static struct folder folder;

static int enter(void **state)
{
    (void)state;
    form_bench_enter(&bench);
    assert_int_equal(mkdir("bukti", 0777), 0);
    folder = (struct folder){.arena = ARENA_EMPTY};
    return 0;
}

static int leave(void **state)
{
    (void)state;
    folder_close(&folder);
    form_bench_leave(&bench);
    return 0;
}

static void make(const char *path, const char *content)
{
    place_write(path, content, strlen(content));
}

/* Takes the form in with the folder as it is now; wants no problem. */
static size_t take(void)
{
    folder_close(&folder);
    assert_true(folder_open(&folder, "bukti", &bench.place.err));
    if (!form_bench_import(&bench, FORM_ASK, &folder)) {
        fail_msg("problems:\n%s", bench.told.bytes);
    }
    return bench.changes;
}

static void test_form_content__comes_with_the_item(void **state)
{
    (void)state;
    make("bukti/perwali.pdf", "satu");
    form_bench_begin(&bench);
    form_bench_row(&bench, "I01.2.a", "file=perwali.pdf", NULL);
    form_bench_row(&bench, "I02.2.a", "file=perwali.pdf", NULL);
    assert_int_equal(take(), 9); /* two items of three facts, their hashes, one content */
    form_bench_wants(&bench, "E1 I01 ||||perwali.pdf I01.2.a +\n"
                             "E2 I02 ||||perwali.pdf I02.2.a +\n");
    assert_string_equal(bench.told.bytes, "");
    assert_int_equal(take(), 0);
}

static void test_form_content__comes_later(void **state)
{
    (void)state;
    form_bench_begin(&bench);
    form_bench_row(&bench, "I01.2.a", "title=Perwali", "file=perwali.pdf", NULL);
    assert_int_equal(take(), 4);
    form_bench_told(&bench, "Lembar!I2: 'perwali.pdf' is not in the folder; only its name is kept");
    make("bukti/perwali.pdf", "satu");
    assert_int_equal(take(), 2);
    form_bench_wants(&bench, "E1 I01 Perwali||||perwali.pdf I01.2.a +\n");
}

static void test_form_content__comes_for_untouched_rows_too(void **state)
{
    (void)state;
    form_bench_item(&bench, "I01", "I01.2.a", "title=Perwali", "file=perwali.pdf", NULL);
    make("bukti/perwali.pdf", "satu");
    form_bench_begin(&bench);
    form_bench_row(&bench, "I01.2.a", NULL);
    assert_int_equal(take(), 2);
    form_bench_wants(&bench, "E1 I01 Perwali||||perwali.pdf I01.2.a +\n");
}

static void test_form_content__is_counted_without_a_folder(void **state)
{
    (void)state;
    form_bench_begin(&bench);
    form_bench_row(&bench, "I01.2.a", "file=a.pdf", NULL);
    form_bench_row(&bench, "I01.2.b", "file=a.pdf", NULL);
    form_bench_row(&bench, "I02.2.a", "file=b.pdf", NULL);
    form_bench_row(&bench, "I03.2.a", "file=https://contoh.go.id/", NULL);
    assert_true(form_bench_import(&bench, FORM_ASK, NULL));
    assert_string_equal(bench.told.bytes, "form.xlsx: 2 documents are named whose contents are not "
                                          "in the file yet; --evidence DIR takes them in\n");
}

static void test_form_content__several_files_of_one_name(void **state)
{
    (void)state;
    assert_int_equal(mkdir("bukti/a", 0777), 0);
    assert_int_equal(mkdir("bukti/b", 0777), 0);
    make("bukti/a/sk.pdf", "satu");
    make("bukti/b/sk.pdf", "dua");
    form_bench_begin(&bench);
    form_bench_row(&bench, "I01.2.a", "file=sk.pdf", NULL);
    form_bench_row(&bench, "I02.2.a", "file=b/sk.pdf", NULL);
    take();
    form_bench_told(&bench, "Lembar!I2: 'sk.pdf' is in the folder 2 times");
    form_bench_wants(&bench, "E1 I01 ||||sk.pdf I01.2.a -\n"
                             "E2 I02 ||||sk.pdf I02.2.a +\n");
}

static void test_form_content__another_file_is_a_newer_version(void **state)
{
    (void)state;
    make("bukti/lama.pdf", "satu");
    form_bench_begin(&bench);
    form_bench_row(&bench, "I01.2.a", "title=Perwali", "file=lama.pdf", NULL);
    take();
    form_bench_begin(&bench);
    form_bench_row(&bench, "I01.2.a", "file=baru.pdf", "number=2", NULL);
    assert_true(form_bench_import(&bench, FORM_ASK, NULL));
    form_bench_told(&bench, "Lembar!I2: E1 keeps its document 'lama.pdf'");
    form_bench_wants(&bench, "E1 I01 Perwali|2|||lama.pdf I01.2.a +\n");
    take();
    form_bench_told(&bench, "'baru.pdf' is not in the folder");
    make("bukti/Baru.pdf", "dua");
    take();
    form_bench_wants(&bench, "E1 I01 Perwali|2|||lama.pdf I01.2.a x\n"
                             "E2 I01 Perwali|2|||Baru.pdf I01.2.a +\n");
    assert_int_equal(take(), 0);
}

static void test_form_content__the_same_bytes_are_only_named_otherwise(void **state)
{
    (void)state;
    make("bukti/lama.pdf", "satu");
    form_bench_begin(&bench);
    form_bench_row(&bench, "I01.2.a", "file=lama.pdf", NULL);
    take();
    form_bench_begin(&bench);
    form_bench_row(&bench, "E1", "file=baru.pdf", NULL);
    make("bukti/baru.pdf", "satu");
    assert_int_equal(take(), 1);
    form_bench_wants(&bench, "E1 I01 ||||baru.pdf I01.2.a +\n");
    assert_int_equal(take(), 0);
}

static void test_form_content__both_sides_named_another_file(void **state)
{
    (void)state;
    make("bukti/lama.pdf", "satu");
    make("bukti/baru.pdf", "dua");
    form_bench_begin(&bench);
    form_bench_row(&bench, "I01.2.a", "title=SK", "file=lama.pdf", NULL);
    take();
    form_bench_begin(&bench);
    form_bench_row(&bench, "I01.2.a", "file=baru.pdf", NULL);
    place_change(bench.store, FIELD_EVIDENCE_FILE, "I01", "E1", "ketiga.pdf");
    assert_false(form_bench_import(&bench, FORM_ASK, &folder));
    form_bench_told(&bench, "form.xlsx: Lembar!I2 FORM_CONFLICT");
    assert_true(form_bench_import(&bench, FORM_OURS, &folder));
    assert_int_equal(bench.changes, 0);
}

static void test_form_content__an_emptied_name_leaves_the_document(void **state)
{
    (void)state;
    make("bukti/a.pdf", "satu");
    form_bench_begin(&bench);
    form_bench_row(&bench, "I01.2.a", "title=SK", "file=a.pdf", NULL);
    take();
    form_bench_begin(&bench);
    form_bench_row(&bench, "I01.2.a", "file=", NULL);
    assert_int_equal(take(), 0);
    form_bench_told(&bench, "Lembar!I2: E1 keeps its document 'a.pdf'");
    form_bench_begin(&bench);
    form_bench_row(&bench, "I01.2.a", "file=https://contoh.go.id/", NULL);
    assert_int_equal(take(), 0);
    form_bench_told(&bench, "Lembar!I2: E1 keeps its document 'a.pdf'");
}

static void test_form_content__not_the_document_on_record(void **state)
{
    (void)state;
    static const char other[] = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    form_bench_item(&bench, "I01", "I01.2.a", "file=a.pdf", NULL);
    place_change(bench.store, FIELD_EVIDENCE_SHA256, "I01", "E1", other);
    make("bukti/a.pdf", "satu");
    form_bench_begin(&bench);
    form_bench_row(&bench, "I01.2.a", NULL);
    assert_int_equal(take(), 0);
    form_bench_told(&bench, "'a.pdf' is not the document that E1 names by its SHA-256; left out");
}

static void test_form_content__verified_and_locked_stay(void **state)
{
    (void)state;
    form_bench_item(&bench, "I01", "I01.2.a", "file=a.pdf", NULL);
    form_bench_item(&bench, "I02", "I02.2.a", "file=a.pdf", NULL);
    place_change(bench.store, FIELD_VERIFIED, "I01", "I01", "2");
    place_change(bench.store, FIELD_STATE, "I02", "I02", "locked");
    make("bukti/a.pdf", "satu");
    form_bench_begin(&bench);
    form_bench_row(&bench, "I01.2.a", NULL);
    form_bench_row(&bench, "I02.2.a", NULL);
    assert_int_equal(take(), 0);
    assert_true(form_bench_import(&bench, FORM_THEIRS, &folder));
    form_bench_wants(&bench, "E1 I01 ||||a.pdf I01.2.a +\n"
                             "E2 I02 ||||a.pdf I02.2.a -\n");
}

static void test_form_content__an_empty_file_is_a_problem_with_its_cell(void **state)
{
    (void)state;
    make("bukti/a.pdf", "");
    assert_true(folder_open(&folder, "bukti", &bench.place.err));
    form_bench_begin(&bench);
    form_bench_row(&bench, "I01.2.a", "file=a.pdf", NULL);
    assert_false(form_bench_import(&bench, FORM_ASK, &folder));
    form_bench_told(&bench, "form.xlsx: Lembar!I2");
    form_bench_told(&bench, "DOCUMENT_EMPTY");
}

int main(void)
{
#define CASE(test) cmocka_unit_test_setup_teardown(test, enter, leave)
    const struct CMUnitTest tests[] = {
        CASE(test_form_content__comes_with_the_item),
        CASE(test_form_content__comes_later),
        CASE(test_form_content__comes_for_untouched_rows_too),
        CASE(test_form_content__is_counted_without_a_folder),
        CASE(test_form_content__several_files_of_one_name),
        CASE(test_form_content__another_file_is_a_newer_version),
        CASE(test_form_content__the_same_bytes_are_only_named_otherwise),
        CASE(test_form_content__both_sides_named_another_file),
        CASE(test_form_content__an_emptied_name_leaves_the_document),
        CASE(test_form_content__not_the_document_on_record),
        CASE(test_form_content__verified_and_locked_stay),
        CASE(test_form_content__an_empty_file_is_a_problem_with_its_cell),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
