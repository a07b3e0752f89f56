/* The text of a document: marks of drafts where marks stand, dates where dates stand, and neither where a
 * sentence only speaks of them. */
#include "inspect_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static const char *const draft_words[] = {"draf", "draft", "konsep", "rancangan", NULL};
static const char *const policy_words[] = {"sk", NULL};

static const struct {
    const char *name, *text, *line;
} cases[] = {
    {"no page at all", "", "pages=0"},
    {"one page", "isi\n\f", "pages=1"},
    {"text behind the last page's end", "isi\n\fsisa", "pages=2"},
    {"pages without text", "isi\n\f\n \n\f\f", "pages=3 empty=2"},
    {"marks of punctuation are no text", "- . -\n\f", "pages=1 empty=1"},

    {"a mark on a line of its own", "isi\n\fpasal satu\nDRAFT\nlagi\f", "pages=2 draft=draft@2"},
    {"a mark with a number", "isi\n\fa\nDRAF 3\n\f", "pages=2 draft=draf@2"},
    {"the first mark is named", "RANCANGAN\n\fKONSEP\n\f", "pages=2 draft=rancangan@1"},
    {"a title", "RANCANGAN PERATURAN WALI KOTA CONTOH\n\f", "pages=1 draft=rancangan@1"},
    {"a title in small letters", "Draf Perwali\n\f", "pages=1 draft=draf@1"},
    {"a title below the letterhead", "A\nB\nC\nD\nKonsep SK\n\f", "pages=1 draft=konsep@1"},
    {"no title any more", "A b\nB b\nC b\nD b\nE b\nKonsep SPBE adalah\n\f", "pages=1"},
    {"a title on a later page", "isi\n\fRancangan yang disebut\n\f", "pages=2"},
    {"a heading in capitals", "isi\n\fBAB II RANCANGAN ARSITEKTUR SPBE\n\f", "pages=2"},
    {"a sentence that speaks of it", "ini bukan rancangan\nlagi\n\f", "pages=1"},
    {"another word", "KONSEPTOR\n\f", "pages=1"},

    {"a word across the page", "D\n\nR\n\nAF\n\nT\n\nPasal 1\n\f", "pages=1 draft=draft@1"},
    {"at the end of the page", "pasal\nKO\nN\nSE\nP\f", "pages=1 draft=konsep@1"},
    {"letters with spaces", "pasal\nD R A F T\nlagi\f", "pages=1 draft=draft@1"},
    {"cut by a line", "pasal\nKO\nN\nlalu\nSE\nP\f", "pages=1"},
    {"over two pages", "pasal\nKO\nN\f\nSE\nP\f", "pages=2"},
    {"longer than any word", "AAAA\nBBBB\nCCCC\nDDDD\nEEEE\nFFFF\nGGGG\nHHHH\nIIII\nJJJJ\nKKKK\n\f",
     "pages=1"},

    {"a date", "pada tanggal 12 Mei 2023.\n\f", "pages=1 year=2023 date=2023-05-12"},
    {"in capitals, over a line's end", "12 AGUSTUS\n2024\n\f", "pages=1 year=2024 date=2024-08-12"},
    {"as machines write it", "2022-11-30\n\f", "pages=1 year=2022 date=2022-11-30"},
    {"the newest date", "1 Mei 2023 2 Mei 2023 3 Mei 2021\n\f",
     "pages=1 year=2023 date=2023-05-02"},
    {"a day that is none", "31 Februari 2023\n\f", "pages=1 year=2023"},
    {"a month", "Mei 2020\n\f", "pages=1 year=2020"},
    {"a year", "UU Nomor 23 Tahun 2014, TA 2019\n\f", "pages=1 year=2019"},
    {"a year that names no time", "nomor 2024 dan 1 2 2025\n\f", "pages=1"},
    {"years of no document", "Tahun 1799, Tahun 9999\n\f", "pages=1"},
    {"a number of more digits", "Tahun 20245\n\f", "pages=1"},
};

static const struct evidence_checks checks = {.policy_words = policy_words,
                                              .draft_words = draft_words};

static void test_inspect_text__tells_marks_pages_and_dates(void **state)
{
    (void)state;
    struct vocabulary vocabulary;
    vocabulary_open(&vocabulary, &checks);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct inspection inspection;
        struct text line = TEXT_EMPTY;
        inspect_text(cases[i].text, strlen(cases[i].text), &vocabulary, &inspection);
        inspection_write(&inspection, &line);
        if (strcmp(line.bytes, cases[i].line) != 0) {
            fail_msg("%s: %s", cases[i].name, line.bytes);
        }
        text_release(&line);
    }
    vocabulary_close(&vocabulary);
}

static void test_inspect_text__any_bytes_are_taken(void **state)
{
    (void)state;
    struct vocabulary vocabulary;
    struct inspection inspection;
    enum { LENGTH = 4096, ROUNDS = 200 };
    vocabulary_open(&vocabulary, &checks);
    char *bytes = malloc(LENGTH);
    assert_non_null(bytes);
    srand(7);
    for (int round = 0; round < ROUNDS; round++) {
        for (size_t i = 0; i < LENGTH; i++) {
            bytes[i] = (char)(round % 2 == 0 ? rand() : "DRAFT \n\f2023-Mei"[rand() % 16]);
        }
        inspect_text(bytes, LENGTH, &vocabulary, &inspection);
        struct text line = TEXT_EMPTY;
        struct inspection again;
        inspection_write(&inspection, &line);
        assert_true(inspection_read(line.bytes, &again));
        text_release(&line);
    }
    free(bytes);
    vocabulary_close(&vocabulary);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_inspect_text__tells_marks_pages_and_dates),
        cmocka_unit_test(test_inspect_text__any_bytes_are_taken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
