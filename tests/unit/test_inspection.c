/* The line that keeps what was found inside a document: what is written is read, and nothing else. */
#include "inspection.h"
#include "lang.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

static void test_inspection__what_is_written_is_read(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "unreadable",
        "pages=0",
        "pages=12",
        "pages=12 empty=12",
        "pages=1 draft=rancangan@1",
        "pages=12 empty=3 draft=draf@12 year=2023 date=2023-05-12",
        "pages=12 date=2023-05-12",
    };
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        struct inspection inspection;
        struct text text = TEXT_EMPTY;
        assert_true(inspection_read(lines[i], &inspection));
        inspection_write(&inspection, &text);
        assert_string_equal(text.bytes, lines[i]);
        text_release(&text);
    }
}

static void test_inspection__other_lines_are_refused(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "",
        "unreadable ",
        "pages",
        "pages=",
        "pages=01",
        "pages=-1",
        "pages=1234567",
        "pages=two",
        "pages=1 ",
        "pages=1  year=2023",
        "pages=1 empty=2",
        "pages=1 year=2023 empty=1",
        "pages=1 draft=@1",
        "pages=1 draft=draf",
        "pages=1 draft=draf@0",
        "pages=1 draft=draf@",
        "pages=1 draft=abcdefghijabcdefghijabcdefghijabcdefghijk@1",
        "pages=1 date=2023-02-30",
        "pages=1 date=2023-5-1",
        "pages=1 date=2023-05-12 more=1",
        "year=2023",
    };
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        struct inspection inspection;
        if (inspection_read(lines[i], &inspection)) {
            fail_msg("'%s' is read", lines[i]);
        }
    }
}

static void test_inspection__people_read_a_sentence(void **state)
{
    (void)state;
    static const struct {
        const char *line, *sentence;
    } cases[] = {
        {"unreadable", "no text could be taken out"},
        {"pages=3 empty=3", "pages looked at: 3; without text: 3"},
        {"pages=3 draft=draf@2 year=2023 date=2023-05-12",
         "pages looked at: 3; the mark 'draf' on page 2; newest date 2023-05-12"},
        {"pages=3 year=2024 date=2023-05-12",
         "pages looked at: 3; newest date 2023-05-12; newest year 2024"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct inspection inspection;
        struct text text = TEXT_EMPTY;
        assert_true(inspection_read(cases[i].line, &inspection));
        inspection_tell(&inspection, &text);
        assert_string_equal(text.bytes, cases[i].sentence);
        text_release(&text);
    }
}

int main(void)
{
    lang_start("en", "/nowhere");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_inspection__what_is_written_is_read),
        cmocka_unit_test(test_inspection__other_lines_are_refused),
        cmocka_unit_test(test_inspection__people_read_a_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
