/* A folder of documents: found by names that people write, and by nothing that leads out of it. */
#include "folder.h"
#include "limit.h"
#include "support_store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

static struct place place;
static struct folder folder;

static void make(const char *path)
{
    place_write(path, "x", 1);
}

static int enter(void **state)
{
    (void)state;
    place_enter(&place);
    assert_int_equal(mkdir("bukti", 0777), 0);
    assert_int_equal(mkdir("bukti/2024", 0777), 0);
    assert_int_equal(mkdir("bukti/2024/SK", 0777), 0);
    assert_int_equal(mkdir("bukti/lama", 0777), 0);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    folder_close(&folder);
    place_leave(&place);
    return 0;
}

static void open_folder(void)
{
    assert_true(folder_open(&folder, "bukti", &place.err));
}

/* Wants a name to mean one file. */
static void finds(const char *name, const char *way)
{
    size_t count = 0;
    const struct folder_file *file = folder_find(&folder, name, &count);
    assert_int_equal(count, 1);
    if (file == NULL) {
        fail_msg("not found: %s", name);
    }
    assert_string_equal(file->way, way);
    assert_int_equal(strncmp(file->path, "bukti/", 6), 0);
    assert_int_equal(access(file->path, R_OK), 0);
}

/* Wants a name to mean this many files, none or several. */
static void finds_none(const char *name, size_t wanted)
{
    size_t count = 0;
    assert_null(folder_find(&folder, name, &count));
    assert_int_equal(count, wanted);
}

/* ---- names ---- */

static void test_folder__exact_names_in_subfolders(void **state)
{
    (void)state;
    make("bukti/perwali.pdf");
    make("bukti/2024/sk.pdf");
    make("bukti/2024/SK/tim.pdf");
    open_folder();
    finds("perwali.pdf", "perwali.pdf");
    finds("./perwali.pdf", "perwali.pdf");
    finds("sk.pdf", "2024/sk.pdf");
    finds("2024/sk.pdf", "2024/sk.pdf");
    finds("2024\\sk.pdf", "2024/sk.pdf");
    finds("SK/tim.pdf", "2024/SK/tim.pdf");
    finds("2024/SK/tim.pdf", "2024/SK/tim.pdf");
    finds_none("tidak-ada.pdf", 0);
    finds_none("im.pdf", 0);
    finds_none("24/sk.pdf", 0);
    finds_none("lama/sk.pdf", 0);
    finds_none("./sk.pdf", 0);
}

static void test_folder__several_files_of_one_name(void **state)
{
    (void)state;
    make("bukti/sk.pdf");
    make("bukti/2024/sk.pdf");
    make("bukti/lama/sk.pdf");
    open_folder();
    finds_none("sk.pdf", 3);
    finds("2024/sk.pdf", "2024/sk.pdf");
    finds("./sk.pdf", "sk.pdf");
    finds_none("SK.PDF", 3);
}

static void test_folder__capitals_only_where_the_exact_name_is_nowhere(void **state)
{
    (void)state;
    make("bukti/Perwali.PDF");
    make("bukti/2024/a.pdf");
    make("bukti/lama/A.pdf");
    open_folder();
    finds("perwali.pdf", "Perwali.PDF");
    finds("PERWALI.pdf", "Perwali.PDF");
    finds("a.pdf", "2024/a.pdf");
    finds("A.pdf", "lama/A.pdf");
    finds_none("a.PDF", 2);
    finds("LAMA/a.PDF", "lama/A.pdf");
}

static void test_folder__accents_composed_or_not(void **state)
{
    (void)state;
    make("bukti/R\xC3\xA9sum\xC3\xA9.pdf");
    make("bukti/nai\xCC\x88"
         "f.pdf");
    make("bukti/catatan\xC2\xA0rapat.pdf");
    open_folder();
    finds("Re\xCC\x81sume\xCC\x81.pdf", "R\xC3\xA9sum\xC3\xA9.pdf");
    finds("re\xCC\x81sum\xC3\x89.pdf", "R\xC3\xA9sum\xC3\xA9.pdf");
    finds("na\xC3\xAF"
          "f.pdf",
          "nai\xCC\x88"
          "f.pdf");
    finds("catatan rapat.pdf", "catatan\xC2\xA0rapat.pdf");
    finds_none("Resume.pdf", 0); /* another letter is another name */
}

static void test_folder__alike(void **state)
{
    (void)state;
    assert_true(folder_alike("Perwali.PDF", "perwali.pdf"));
    assert_true(folder_alike("\xC3\x87.pdf", "c\xCC\xA7.pdf"));
    assert_true(folder_alike("\xF0\x9F\x93\x84.pdf", "\xF0\x9F\x93\x84.PDF"));
    assert_true(folder_alike("", ""));
    assert_false(folder_alike("a.pdf", "b.pdf"));
    assert_false(folder_alike("\xC3\xA6.pdf", "ae.pdf"));
    assert_false(folder_alike("\xC3\xB7", "/"));
}

static void test_folder__names_that_are_no_names(void **state)
{
    (void)state;
    static const char *const bad[] = {"",           "/etc/passwd",  "\\\\server\\a.pdf",
                                      "C:a.pdf",    "c:\\a.pdf",    "../a.pdf",
                                      "a/../b.pdf", "a\\..\\b.pdf", "..",
                                      "a/..",       "a/",           "a\xFF.pdf"};
    static const char *const good[] = {"a.pdf",   "a/b.pdf", "..a.pdf",
                                       "a...pdf", "./a.pdf", "C.pdf"};
    open_folder();
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        if (folder_is_name(bad[i])) {
            fail_msg("taken: %s", bad[i]);
        }
        finds_none(bad[i], 0);
    }
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
        if (!folder_is_name(good[i])) {
            fail_msg("refused: %s", good[i]);
        }
    }
}

/* ---- what is listed ---- */

static void test_folder__links_lead_nowhere(void **state)
{
    (void)state;
    make("rahasia.pdf");
    make("bukti/ada.pdf");
    assert_int_equal(symlink("../rahasia.pdf", "bukti/tautan.pdf"), 0);
    assert_int_equal(symlink("ada.pdf", "bukti/dalam.pdf"), 0);
    assert_int_equal(symlink("..", "bukti/naik"), 0);
    assert_int_equal(symlink(".", "bukti/diri"), 0);
    open_folder();
    assert_int_equal(folder.count, 1);
    finds("ada.pdf", "ada.pdf");
    finds_none("tautan.pdf", 0);
    finds_none("rahasia.pdf", 0);
    finds_none("naik/rahasia.pdf", 0);
}

static void test_folder__a_link_to_the_folder_itself_is_followed(void **state)
{
    (void)state;
    make("bukti/ada.pdf");
    assert_int_equal(symlink("bukti", "pintas"), 0);
    assert_true(folder_open(&folder, "pintas", &place.err));
    assert_int_equal(folder.count, 1);
}

static void test_folder__only_files_with_names_in_utf8(void **state)
{
    (void)state;
    make("bukti/a\xFF.pdf");
    make("bukti/b.pdf");
    assert_int_equal(mkfifo("bukti/pipa.pdf", 0600), 0);
    open_folder();
    assert_int_equal(folder.count, 1);
    assert_string_equal(folder.files[0].way, "b.pdf");
}

static void test_folder__listed_in_order(void **state)
{
    (void)state;
    make("bukti/c");
    make("bukti/2024/z");
    make("bukti/a");
    make("bukti/lama/b");
    open_folder();
    assert_int_equal(folder.count, 4);
    assert_string_equal(folder.files[0].way, "2024/z");
    assert_string_equal(folder.files[1].way, "a");
    assert_string_equal(folder.files[2].way, "c");
    assert_string_equal(folder.files[3].way, "lama/b");
}

static void test_folder__deep_ones_are_left_out(void **state)
{
    (void)state;
    struct text path = TEXT_EMPTY;
    text_add(&path, "bukti");
    for (int depth = 1; depth <= FOLDER_DEPTH + 1; depth++) {
        text_add(&path, "/d");
        assert_int_equal(mkdir(path.bytes, 0777), 0);
        if (depth >= FOLDER_DEPTH) {
            struct text file = TEXT_EMPTY;
            text_format(&file, "%s/f%d", path.bytes, depth - FOLDER_DEPTH);
            make(file.bytes);
            text_release(&file);
        }
    }
    open_folder();
    assert_int_equal(folder.count, 1);
    finds_none("f1", 0);
    text_release(&path);
}

static void test_folder__an_empty_one(void **state)
{
    (void)state;
    open_folder();
    assert_int_equal(folder.count, 0);
    finds_none("a.pdf", 0);
}

static void test_folder__what_is_no_folder(void **state)
{
    (void)state;
    make("berkas");
    assert_false(folder_open(&folder, "tidak-ada", &place.err));
    place_failed(&place, "FOLDER_OPEN");
    folder_close(&folder);
    assert_false(folder_open(&folder, "berkas", &place.err));
    assert_string_equal(place.err.where, "berkas");
    place_failed(&place, "FOLDER_OPEN");
}

int main(void)
{
#define CASE(test) cmocka_unit_test_setup_teardown(test, enter, leave)
    const struct CMUnitTest tests[] = {
        CASE(test_folder__exact_names_in_subfolders),
        CASE(test_folder__several_files_of_one_name),
        CASE(test_folder__capitals_only_where_the_exact_name_is_nowhere),
        CASE(test_folder__accents_composed_or_not),
        CASE(test_folder__alike),
        CASE(test_folder__names_that_are_no_names),
        CASE(test_folder__links_lead_nowhere),
        CASE(test_folder__a_link_to_the_folder_itself_is_followed),
        CASE(test_folder__only_files_with_names_in_utf8),
        CASE(test_folder__listed_in_order),
        CASE(test_folder__deep_ones_are_left_out),
        CASE(test_folder__an_empty_one),
        CASE(test_folder__what_is_no_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
