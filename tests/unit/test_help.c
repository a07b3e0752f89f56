#include "help.h"

#include "lang.h"
#include "limit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

/* Collects what a page writes. */
struct page {
    char *bytes;
    size_t length;
    FILE *stream;
};

static void page_open(struct page *page)
{
    page->stream = open_memstream(&page->bytes, &page->length);
    assert_non_null(page->stream);
}

static void page_close(struct page *page)
{
    fclose(page->stream);
    free(page->bytes);
}

static void check_holds(struct page *page, const char *text)
{
    fflush(page->stream);
    if (strstr(page->bytes, text) == NULL) {
        fail_msg("lacks \"%s\":\n%s", text, page->bytes);
    }
}

/* The page of a topic; false with *err when there is none. */
static bool topic(struct page *page, const char *name, struct error *err)
{
    *err = (struct error){.kind = ERROR_NONE};
    page_open(page);
    return help_topic(name, page->stream, err);
}

static void check_no_topic(const char *name, const char *id)
{
    struct page page;
    struct error err;
    assert_false(topic(&page, name, &err));
    assert_string_equal(err.id, id);
    assert_int_equal(err.kind, ERROR_USAGE);
    fflush(page.stream);
    assert_int_equal(page.length, 0);
    page_close(&page);
}

static void test_help__overview_names_commands_and_topics(void **state)
{
    (void)state;
    struct page page;
    page_open(&page);
    help_overview(page.stream);
    check_holds(&page, "help [TOPIC]");
    check_holds(&page, "--lang id|en");
    check_holds(&page, "exit, ");
    check_holds(&page, "limits");
    assert_null(strstr(page.bytes, "complete"));
    page_close(&page);
}

static void test_help__page_of_a_command_shows_all_that_its_row_says(void **state)
{
    (void)state;
    static const struct command command = {
        .name = "uji coba",
        .arguments = "FILE...",
        .summary = "tries something",
        .example = "spbe uji coba kota.spbe --jobs 2",
        .details = "First paragraph.\nSecond paragraph.",
        .options = {{.name = "jobs", .argument = "N", .help = "how many at once", .letter = 'j'},
                    {.name = "quiet", .help = "says nothing"}},
    };
    struct page page;
    page_open(&page);
    help_command(&command, page.stream);
    check_holds(&page, "spbe uji coba FILE... [");
    check_holds(&page, "\ntries something\n");
    check_holds(&page, "\nFirst paragraph.\n");
    check_holds(&page, "\nSecond paragraph.\n");
    check_holds(&page, "  -j, --jobs N  how many at once\n");
    check_holds(&page, "  --quiet       says nothing\n");
    check_holds(&page, "  spbe uji coba kota.spbe --jobs 2\n");
    page_close(&page);
}

static void test_help__topics_are_sorted_and_without_repetition(void **state)
{
    (void)state;
    char **names = help_topics();
    assert_non_null(names[0]);
    for (size_t i = 1; names[i] != NULL; i++) {
        assert_true(strcmp(names[i - 1], names[i]) < 0);
    }
    for (size_t i = 0; names[i] != NULL; i++) {
        free(names[i]);
    }
    free(names);
}

static void test_help__every_topic_has_a_page(void **state)
{
    (void)state;
    char **names = help_topics();
    for (size_t i = 0; names[i] != NULL; i++) {
        struct page page;
        struct error err;
        assert_true(topic(&page, names[i], &err));
        fflush(page.stream);
        assert_true(page.length > 100);
        page_close(&page);
        free(names[i]);
    }
    free(names);
}

static void test_help__limits_come_from_the_one_table(void **state)
{
    (void)state;
    struct page page;
    struct error err;
    char number[32];
    assert_true(topic(&page, "limits", &err));
    snprintf(number, sizeof number, "%d", LIMIT_DOCUMENT_BYTES);
    check_holds(&page, number);
    check_holds(&page, "(100 MiB)");
    check_holds(&page, "(128 KiB)");
    page_close(&page);
}

static void test_help__commands_are_topics_too(void **state)
{
    (void)state;
    struct page page;
    struct error err;
    assert_true(topic(&page, "help", &err));
    check_holds(&page, "spbe help evaluate");
    page_close(&page);
}

static void test_help__a_wrong_word_suggests_the_nearest(void **state)
{
    (void)state;
    check_no_topic("exti", "HELP_NEAREST");
    check_no_topic("limitz", "HELP_NEAREST");
    check_no_topic("qqqq", "HELP_UNKNOWN");
}

static void test_help__no_path_can_be_reached_as_a_topic(void **state)
{
    (void)state;
    check_no_topic("../en/exit", "HELP_UNKNOWN");
    check_no_topic("/etc/passwd", "HELP_UNKNOWN");
    check_no_topic("exit.txt", "HELP_UNKNOWN");
    check_no_topic("exit\n", "HELP_NEAREST");
    char longest[300];
    memset(longest, 'a', sizeof longest - 1);
    longest[sizeof longest - 1] = '\0';
    check_no_topic(longest, "HELP_UNKNOWN");
}

/* ---- completion ---- */

static void check_offers(const char *first, const char *second, const char *expected)
{
    struct page page;
    char one[64];
    char two[64];
    char *words[] = {one, two};
    snprintf(one, sizeof one, "%s", first);
    snprintf(two, sizeof two, "%s", second == NULL ? "" : second);
    page_open(&page);
    help_complete(words, second == NULL ? 1 : 2, page.stream);
    fflush(page.stream);
    assert_string_equal(page.bytes == NULL ? "" : page.bytes, expected);
    page_close(&page);
}

static void test_help__completion_offers_commands_once(void **state)
{
    (void)state;
    check_offers("hel", NULL, "help\n");
    check_offers("help", NULL, "help\n");
    check_offers("zzz", NULL, "");
    check_offers("compl", NULL, "");
    check_offers("rule", NULL, "rules\n");
}

static void test_help__completion_offers_topics_and_options(void **state)
{
    (void)state;
    check_offers("help", "limi", "limits\n");
    check_offers("help", "--la", "--lang\n");
    check_offers("help", "--", "--as\n--help\n--lang\n");
    check_offers("unknown", "x", "");
}

static void test_help__completion_of_nothing_offers_all_first_words(void **state)
{
    (void)state;
    struct page page;
    page_open(&page);
    help_complete(NULL, 0, page.stream);
    check_holds(&page, "help\n");
    page_close(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_help__overview_names_commands_and_topics),
        cmocka_unit_test(test_help__page_of_a_command_shows_all_that_its_row_says),
        cmocka_unit_test(test_help__topics_are_sorted_and_without_repetition),
        cmocka_unit_test(test_help__every_topic_has_a_page),
        cmocka_unit_test(test_help__limits_come_from_the_one_table),
        cmocka_unit_test(test_help__commands_are_topics_too),
        cmocka_unit_test(test_help__a_wrong_word_suggests_the_nearest),
        cmocka_unit_test(test_help__no_path_can_be_reached_as_a_topic),
        cmocka_unit_test(test_help__completion_offers_commands_once),
        cmocka_unit_test(test_help__completion_offers_topics_and_options),
        cmocka_unit_test(test_help__completion_of_nothing_offers_all_first_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
