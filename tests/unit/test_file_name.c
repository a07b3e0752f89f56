/* Names of evidence files: safe everywhere, never too long, always unique, and readable. */
#include "file_name.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

static void check_name(const struct file_name *name, size_t most, const char *expected)
{
    struct text text = TEXT_EMPTY;
    file_name_add(&text, name, most);
    assert_string_equal(text.bytes, expected);
    text_release(&text);
}

static void test_file_name__is_made_of_indicator_letter_and_title(void **state)
{
    (void)state;
    static const struct {
        const char *title, *file, *expected;
    } cases[] = {
        {"Perwali 12/2023", "scan.pdf", "Indikator11a-Perwali-12-2023.pdf"},
        {NULL, "scan.pdf", "Indikator11a-scan.pdf"},
        {"", "scan.PDF", "Indikator11a-scan.pdf"},
        {NULL, "Foto Rapat (1).JPEG", "Indikator11a-Foto-Rapat-1.jpeg"},
        {NULL, "a.b.c.pdf", "Indikator11a-a-b-c.pdf"},
        {NULL, "tanpa akhiran", "Indikator11a-tanpa-akhiran"},
        {NULL, ".pdf", "Indikator11a-pdf"},
        {NULL, "a.sangatpanjangsekali", "Indikator11a-a-sangatpanjangsekali"},
        {NULL, "a.p f", "Indikator11a-a-p-f"},
        {NULL, "titik.", "Indikator11a-titik"},
        {"Peraturan é –", "x.pdf", "Indikator11a-Peraturan.pdf"},
        {"…", "x.pdf", "Indikator11a.pdf"},
        {"../../etc/passwd", "x.pdf", "Indikator11a-etc-passwd.pdf"},
        {"con:\\nul|*?\"<>", NULL, "Indikator11a-con-nul"},
        {NULL, NULL, "Indikator11a"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const struct file_name name = {"Indikator", "I11", 0, cases[i].title, cases[i].file};
        check_name(&name, 60, cases[i].expected);
    }
}

static void test_file_name__letters_go_on_behind_z(void **state)
{
    (void)state;
    static const struct {
        size_t nth;
        const char *expected;
    } cases[] = {{0, "01a"},   {25, "01z"},  {26, "01aa"},  {27, "01ab"},
                 {51, "01az"}, {52, "01ba"}, {701, "01zz"}, {702, "01aaa"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const struct file_name name = {"", "I01", cases[i].nth, NULL, NULL};
        check_name(&name, 0, cases[i].expected);
    }
}

/* Slots of one indicator have ids of their own, and so names of their own. */
static void test_file_name__slots_are_told_apart(void **state)
{
    (void)state;
    check_name(&(struct file_name){"", "I35-1", 0, "x", "x.pdf"}, 0, "35-1a-x.pdf");
    check_name(&(struct file_name){"", "I35-2", 0, "x", "x.pdf"}, 0, "35-2a-x.pdf");
    check_name(&(struct file_name){"[Indikator ", "42", 1, "x", NULL}, 0, "Indikator42b-x");
}

/* Whatever comes in, the bound holds, the ending stays, and no hyphen is left before it. */
static void test_file_name__is_never_too_long(void **state)
{
    (void)state;
    char title[301];
    for (size_t i = 0; i < 300; i++) {
        title[i] = i % 7 == 6 ? ' ' : 'x';
    }
    title[300] = '\0';
    for (size_t length = 0; length <= 300; length++) {
        for (size_t most = 0; most <= 64; most += 16) {
            struct text text = TEXT_EMPTY;
            const struct file_name name = {"Awalan panjang sekali", "I11", 702,
                                           title + 300 - length, "berkas.panjangg"};
            file_name_add(&text, &name, most);
            size_t bound = most == 0 ? 60 : most < 32 ? 32 : most;
            assert_true(text.length <= bound);
            assert_string_equal(text.bytes + text.length - 9, ".panjangg");
            assert_true(text.bytes[text.length - 10] != '-');
            assert_memory_equal(text.bytes, "Awalan-panja11aaa", 17);
            text_release(&text);
        }
    }
}

static void test_file_name__folders_are_for_people(void **state)
{
    (void)state;
    static const struct {
        const char *id, *title, *expected;
        size_t most;
    } cases[] = {
        {"I11", "Arsitektur SPBE", "I11 - Arsitektur SPBE", 60},
        {"I11", "Rencana & Anggaran/Belanja", "I11 - Rencana Anggaran Belanja", 60},
        {"I11", "Layanan (Sektor 1)", "I11 - Layanan (Sektor 1)", 60},
        {"I11", "", "I11", 60},
        {"I11", "..", "I11", 60},
        {"I11", "Arsitektur SPBE", "I11 - Arsitektur", 17},
        {"I35-1", "x\ny", "I35-1 - x y", 60},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct text text = TEXT_EMPTY;
        file_name_add_folder(&text, cases[i].id, cases[i].title, cases[i].most);
        assert_string_equal(text.bytes, cases[i].expected);
        text_release(&text);
    }
}

static void test_file_name__endings_are_small_letters(void **state)
{
    (void)state;
    static const struct {
        const char *file, *ending;
    } cases[] = {{"a.PDF", "pdf"}, {"a.tar.gz", "gz"}, {"a", ""},   {"a.", ""},
                 {NULL, ""},       {".htaccess", ""},  {"a.é", ""}, {"a.mp4", "mp4"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct text text = TEXT_EMPTY;
        file_name_add_ending(&text, cases[i].file);
        assert_string_equal(text.bytes, cases[i].ending);
        text_release(&text);
    }
}

/* A tired official writes LAPORAN.XLSX; a name that is nothing but its ending is none. */
static void test_file_name__ends_are_found_whatever_the_capitals(void **state)
{
    (void)state;
    assert_true(file_name_ends("laporan.xlsx", ".xlsx"));
    assert_true(file_name_ends("LAPORAN.XLSX", ".xlsx"));
    assert_true(file_name_ends("map/a.Xlsx", ".xlsx"));
    assert_false(file_name_ends("laporan.xls", ".xlsx"));
    assert_false(file_name_ends("laporan.xlsx.zip", ".xlsx"));
    assert_false(file_name_ends(".xlsx", ".xlsx"));
    assert_false(file_name_ends("", ".xlsx"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_file_name__is_made_of_indicator_letter_and_title),
        cmocka_unit_test(test_file_name__letters_go_on_behind_z),
        cmocka_unit_test(test_file_name__slots_are_told_apart),
        cmocka_unit_test(test_file_name__is_never_too_long),
        cmocka_unit_test(test_file_name__folders_are_for_people),
        cmocka_unit_test(test_file_name__endings_are_small_letters),
        cmocka_unit_test(test_file_name__ends_are_found_whatever_the_capitals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
