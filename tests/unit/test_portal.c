/* What is typed into the official application: what fits, what does not and why, the texts beside it, and
 * the folder that holds it all. */
#include "archive.h"
#include "file.h"
#include "portal.h"
#include "portal_text.h"
#include "support_hand.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

static struct hand hand;
static struct portal *portal; /* of the instrument; may be changed */
static struct hand_over all;
static struct portal_plan plan;

static int enter(void **state)
{
    (void)state;
    hand_open(&hand);
    portal = &hand.place.fixture.instrument.portal;
    return 0;
}

static int leave(void **state)
{
    (void)state;
    hand_close(&hand);
    return 0;
}

/* Plans; wants "ALONE Uji01a-x.pdf" and the like for the indicator, in one line. */
static void check_plan(size_t indicator, const char *expected)
{
    static const char *const ways[] = {"alone", "packed", "left"};
    static const char *const reasons[] = {"", "-large", "-full", "-type", "-many", "-away"};
    struct text text = TEXT_EMPTY;
    all = hand_gather(&hand);
    portal_plan(&all, &hand.arena, &plan);
    const struct portal_page *page = &plan.pages[indicator];
    text_add(&text, page->archive == NULL ? "" : page->archive);
    for (size_t i = 0; i < page->file_count; i++) {
        const struct portal_file *file = &page->files[i];
        text_format(&text, " %s%s:%s", ways[file->way], reasons[file->reason], file->item->name);
    }
    assert_string_equal(text.bytes, expected);
    text_release(&text);
}

static void check_holds(const struct text *text, const char *wanted)
{
    if (strstr(text->bytes, wanted) == NULL) {
        fail_msg("%s\n\ndoes not hold: %s", text->bytes, wanted);
    }
}

static void check_readme(const char *wanted)
{
    struct text text = TEXT_EMPTY;
    portal_text_readme(&plan, &text);
    check_holds(&text, wanted);
    text_release(&text);
}

static void check_page(size_t indicator, const char *wanted)
{
    struct text text = TEXT_EMPTY;
    portal_text_page(&plan, &plan.pages[indicator], &text);
    check_holds(&text, wanted);
    text_release(&text);
}

/* ---- the plan ---- */

static void test_portal__one_document_goes_as_it_is(void **state)
{
    (void)state;
    check_plan(0, "");
    assert_null(plan.pages[0].folder);
    hand_attach(&hand, "I01.2.a", "a.PDF", "1", NULL);
    check_plan(0, " alone:Uji01a-a.pdf");
    assert_int_equal(plan.unfit, 0);
    assert_int_equal(plan.used, 1);
    assert_non_null(plan.pages[0].folder);
    assert_null(plan.pages[1].folder);
}

static void test_portal__several_or_other_kinds_go_into_an_archive(void **state)
{
    (void)state;
    hand_attach(&hand, "I01.2.a", "a.pdf", "1", NULL);
    hand_attach(&hand, "I01.3.a", "b.mp4", "2", NULL);
    hand_attach(&hand, "I02.2.a", "c.jpeg", "3", NULL);
    check_plan(0, "Uji01.zip packed:Uji01a-a.pdf packed:Uji01b-b.mp4");
    check_plan(1, "Uji02.zip packed:Uji02a-c.jpeg");
    assert_int_equal(plan.unfit, 0);
}

static void test_portal__without_archives_each_file_is_judged(void **state)
{
    (void)state;
    hand_attach(&hand, "I01.2.a", "a.pdf", "1", NULL);
    hand_attach(&hand, "I01.3.a", "b.pdf", "2", NULL);
    hand_attach(&hand, "I01.4.a", "c.mp4", "3", NULL);
    static const char *const archives[] = {"", "rar", "7z"};
    for (size_t i = 0; i < 3; i++) {
        portal->archive = archives[i];
        check_plan(0, " alone:Uji01a-a.pdf left-many:Uji01b-b.pdf left-type:Uji01c-c.mp4");
        assert_int_equal(plan.unfit, 2);
    }
    portal->archive = "zip";
    static const char *const types[] = {"pdf", NULL};
    portal->types = types;
    check_plan(0, " alone:Uji01a-a.pdf left-many:Uji01b-b.pdf left-type:Uji01c-c.mp4");
    portal->files = 2;
    check_plan(0, " alone:Uji01a-a.pdf alone:Uji01b-b.pdf left-type:Uji01c-c.mp4");
}

static void test_portal__what_is_not_known_refuses_nothing(void **state)
{
    (void)state;
    static const char *const none[] = {NULL};
    portal->types = none;
    portal->files = 0;
    portal->file_bytes = 0;
    portal->name_length = 0;
    hand_attach(&hand, "I01.2.a", "a.mp4", "1", NULL);
    hand_attach_large(&hand, "I01.3.a", "b.xyz", 2000000);
    check_plan(0, " alone:Uji01a-a.mp4 alone:Uji01b-b.xyz");
    struct text text = TEXT_EMPTY;
    portal_text_readme(&plan, &text);
    assert_null(strstr(text.bytes, "at most"));
    check_holds(&text, "Limits that were kept\n  (none: the rule pack states no limits)\n");
    text_release(&text);
}

/* The limit itself is kept, alone and in an archive, whose own bytes count. */
static void test_portal__the_size_decides_to_the_byte(void **state)
{
    (void)state;
    hand_attach_large(&hand, "I01.2.a", "pas.pdf", 1000000);
    check_plan(0, " alone:Uji01a-pas.pdf");
    hand_attach_large(&hand, "I02.2.a", "lebih.pdf", 1000001);
    check_plan(1, " left-large:Uji02a-lebih.pdf");
    assert_int_equal(plan.unfit, 1);
    check_readme("Uji02a-lebih.pdf: too large: 1000001 bytes, at most 1000000 (rujuk lewat URL)\n");
    /* 22 bytes of the archive, 2 × (30 + 46) of two parts, and 2 names in each twice. */
    size_t room = 1000000 - 22 - 152 - 2 * (strlen("Uji03a-x.pdf") + strlen("Uji03b-y.pdf"));
    hand_attach(&hand, "I03.2.a", "x.pdf", "1", NULL);
    hand_attach_large(&hand, "I03.3.a", "y.pdf", room - 1);
    check_plan(2, "Uji03.zip packed:Uji03a-x.pdf packed:Uji03b-y.pdf");
    hand_attach(&hand, "I04.2.a", "x.pdf", "1", NULL);
    hand_attach_large(&hand, "I04.3.a", "y.pdf", room);
    hand_attach(&hand, "I04.4.a", "z.pdf", "2", NULL);
    check_plan(3, "Uji04.zip packed:Uji04a-x.pdf left-full:Uji04b-y.pdf packed:Uji04c-z.pdf");
    check_readme("Uji04b-y.pdf: no room left in the archive of at most 1,0 MB");
}

static void test_portal__what_is_elsewhere_is_missing_not_unfit(void **state)
{
    (void)state;
    hand_describe(&hand, "I01", "E5", "Di lemari");
    check_plan(0, " left-away:Uji01a-Di-lemari");
    assert_int_equal(plan.unfit, 0);
    check_readme("  - no claimed level\n  - Uji01a-Di-lemari: its content is kept elsewhere\n");
    check_page(0, "===== Not to be uploaded as it is =====\n  - Uji01a-Di-lemari: ");
}

/* ---- the texts ---- */

static void test_portal__a_page_has_each_level_up_to_the_claim(void **state)
{
    (void)state;
    hand_set(&hand, FIELD_CLAIMED, "I01", "I01", "3");
    hand_set(&hand, FIELD_EXPLANATION, "I01", "I01.2", "FAKTA: a\n\nANALISIS: b");
    hand_set(&hand, FIELD_EXPLANATION, "I01", "I01.5", "terlalu dini");
    check_plan(0, "");
    struct text text = TEXT_EMPTY;
    portal_text_page(&plan, &plan.pages[0], &text);
    check_holds(&text, "Claimed level: 3\n");
    check_holds(&text, "===== Level 1: ");
    check_holds(&text, "(no explanation yet: spbe explain-level FILE.spbe I01.3 ...)\n");
    check_holds(&text, "=====\nFAKTA: a\n\nANALISIS: b\n");
    check_holds(&text, "(above the claimed level: not asked for)\nterlalu dini\n");
    check_holds(&text, "===== Files to upload =====\n(none)\n");
    assert_null(strstr(text.bytes, "Level 4"));
    text_release(&text);
    check_readme("  - 2 of 3 levels without an explanation\n  - no evidence\n");
}

static void test_portal__a_long_explanation_does_not_fit(void **state)
{
    (void)state;
    portal->explanation_length = 5;
    hand_set(&hand, FIELD_CLAIMED, "I01", "I01", "3");
    hand_set(&hand, FIELD_EXPLANATION, "I01", "I01.2", "ééééé");
    hand_set(&hand, FIELD_EXPLANATION, "I01", "I01.3", "enam.x");
    check_plan(0, "");
    assert_int_equal(plan.unfit, 1);
    check_readme("  - the explanation of level 3: 6 characters, at most 5\n");
    check_readme("  - an explanation: at most 5 characters\n");
}

/* A limit that is not sure must never look as if it were. */
static void test_portal__the_limits_come_with_their_doubts(void **state)
{
    (void)state;
    check_plan(0, "");
    check_readme("  - kinds of files: pdf, zip\n");
    check_readme("  - name of a file: at most 40 characters\n");
    check_readme("  Source: sumber uji\n  How sure: medium\nNot sure\n  - Batas ini dikarang.\n");
    check_readme("What does not fit\n  (everything fits)\n");
    check_readme("Indicators without anything\n  I01, I02, I03, I04, I05\n");
}

static void test_portal__general_questions_stand_with_their_answers(void **state)
{
    (void)state;
    struct text text = TEXT_EMPTY;
    hand_set(&hand, FIELD_GENERAL, NULL, "PU2", "jawaban");
    check_plan(0, "");
    portal_text_questions(&all, &text);
    check_holds(&text, "===== PU1: ");
    check_holds(&text, "(no answer yet)\n\n===== PU2: ");
    check_holds(&text, "=====\njawaban\n");
    text_clear(&text);
    hand.place.fixture.instrument.question_count = 0;
    portal_text_questions(&all, &text);
    assert_int_equal(text.length, 0);
    text_release(&text);
}

/* ---- the folder ---- */

static bool take(void *context, const char *bytes, size_t length, struct error *err)
{
    (void)err;
    text_append(context, bytes, length);
    return true;
}

static void check_file(const char *path, const char *expected)
{
    struct text text = TEXT_EMPTY;
    if (!file_read(path, 2000000, &text, &hand.place.err)) {
        fail_msg("%s", path);
    }
    if (expected != NULL) {
        assert_string_equal(text.bytes, expected);
    }
    text_release(&text);
}

static void test_portal__the_folder_holds_texts_and_files(void **state)
{
    (void)state;
    static const struct archive_limits limits = {9, 9000, 9000};
    struct text folder = TEXT_EMPTY;
    struct text path = TEXT_EMPTY;
    struct text content = TEXT_EMPTY;
    hand_attach(&hand, "I01.2.a", "a.pdf", "satu", NULL);
    hand_attach(&hand, "I02.2.a", "b.pdf", "dua", NULL);
    hand_attach(&hand, "I02.3.a", "c.mp4", "tiga", NULL);
    hand_attach_large(&hand, "I03.2.a", "d.pdf", 1000001);
    hand_describe(&hand, "I04", "E9", "Di lemari");
    check_plan(0, " alone:Uji01a-a.pdf");
    assert_true(portal_write(hand.store, &plan, "keluar", &hand.place.err));
    check_file("keluar/BACA-DULU.txt", NULL);
    check_file("keluar/pertanyaan-umum.txt", NULL);
    text_format(&path, "keluar/%s/Uji01a-a.pdf", plan.pages[0].folder);
    check_file(path.bytes, "satu");
    text_clear(&path);
    text_format(&path, "keluar/%s/Uji02.zip", plan.pages[1].folder);
    struct archive *archive = archive_open_file(path.bytes, &limits, &hand.place.err);
    assert_non_null(archive);
    assert_int_equal(archive_count(archive), 2);
    assert_true(archive_read(archive, "Uji02b-c.mp4", take, &content, &hand.place.err));
    assert_string_equal(content.bytes, "tiga");
    archive_close(archive);
    text_clear(&path);
    text_format(&path, "keluar/%s/tidak-muat/Uji03a-d.pdf", plan.pages[2].folder);
    check_file(path.bytes, NULL);
    text_clear(&path);
    text_format(&path, "keluar/%s/penjelasan.txt", plan.pages[3].folder);
    check_file(path.bytes, NULL);
    assert_int_equal(place_files(), 2);
    text_release(&content);
    text_release(&path);
    text_release(&folder);
}

static void test_portal__a_failure_leaves_nothing(void **state)
{
    (void)state;
    struct rlimit old;
    hand_attach(&hand, "I01.2.a", "a.pdf", "satu", NULL);
    hand_attach_large(&hand, "I02.2.a", "b.pdf", 200000);
    hand_attach(&hand, "I02.3.a", "c.mp4", "tiga", NULL);
    check_plan(0, " alone:Uji01a-a.pdf");
    getrlimit(RLIMIT_FSIZE, &old);
    signal(SIGXFSZ, SIG_IGN);
    for (rlim_t most = 0; most <= 200000; most += 50000) {
        struct rlimit limit = {most, old.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
        bool ok = portal_write(hand.store, &plan, "keluar", &hand.place.err);
        setrlimit(RLIMIT_FSIZE, &old);
        assert_false(ok);
        assert_int_equal(hand.place.err.kind, ERROR_SYSTEM);
        error_clear(&hand.place.err);
        assert_int_equal(place_files(), 1);
    }
    signal(SIGXFSZ, SIG_DFL);
    place_tamper("kota.spbe", "UPDATE chunk SET bytes = CAST('SATU' AS BLOB) "
                              "WHERE bytes = CAST('satu' AS BLOB)");
    assert_false(portal_write(hand.store, &plan, "keluar", &hand.place.err));
    place_failed(&hand.place, "DOCUMENT_ALTERED");
    mkdir("keluar", 0755);
    place_write("keluar/x", "x", 1);
    assert_false(portal_write(hand.store, &plan, "keluar", &hand.place.err));
    place_failed(&hand.place, "OUT_FOLDER_FULL");
    assert_int_equal(place_files(), 2);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_portal__##name, enter, leave)
    const struct CMUnitTest tests[] = {
        TEST(one_document_goes_as_it_is),
        TEST(several_or_other_kinds_go_into_an_archive),
        TEST(without_archives_each_file_is_judged),
        TEST(what_is_not_known_refuses_nothing),
        TEST(the_size_decides_to_the_byte),
        TEST(what_is_elsewhere_is_missing_not_unfit),
        TEST(a_page_has_each_level_up_to_the_claim),
        TEST(a_long_explanation_does_not_fit),
        TEST(the_limits_come_with_their_doubts),
        TEST(general_questions_stand_with_their_answers),
        TEST(the_folder_holds_texts_and_files),
        TEST(a_failure_leaves_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
