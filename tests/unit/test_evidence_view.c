/* Evidence as it is listed: versions, equal contents, what became of an item. */
#include "evidence_view.h"
#include "lang.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

#define ONE "1111111111111111111111111111111111111111111111111111111111111111"
#define TWO "2222222222222222222222222222222222222222222222222222222222222222"

/* E1 was replaced by E3, E3 by E4; E2 has E1's content, E5 that of E4, E6 is only described. */
static const struct exhibit list[] = {
    {.id = "E1", .indicator = "I01", .item = {.sha256 = ONE}, .criteria = "", .replaced = "E3"},
    {.id = "E2", .indicator = "I02", .item = {.sha256 = ONE}, .criteria = "", .stands = true},
    {.id = "E3", .indicator = "I01", .item = {.sha256 = NULL}, .criteria = "", .replaced = "E4"},
    {.id = "E4", .indicator = "I01", .item = {.sha256 = TWO}, .criteria = "", .stands = true},
    {.id = "E5", .indicator = "I01", .item = {.sha256 = TWO}, .criteria = "", .stands = true},
    {.id = "E6", .indicator = "I01", .item = {.sha256 = NULL}, .criteria = "", .stands = true},
};
enum { COUNT = sizeof list / sizeof list[0] };

static void test_evidence_view__versions_are_counted_along_the_chain(void **state)
{
    (void)state;
    static const int versions[COUNT] = {1, 1, 2, 3, 1, 1};
    for (size_t i = 0; i < COUNT; i++) {
        assert_int_equal(evidence_view_version(list, COUNT, &list[i]), versions[i]);
    }
}

static void test_evidence_view__a_ring_of_versions_ends(void **state)
{
    (void)state;
    const struct exhibit ring[] = {{.id = "E1", .replaced = "E2"}, {.id = "E2", .replaced = "E1"}};
    assert_true(evidence_view_version(ring, 2, &ring[0]) <= 2);
}

static void test_evidence_view__equal_contents_point_to_the_first_that_stands(void **state)
{
    (void)state;
    assert_null(evidence_view_twin(list, &list[0]));
    assert_null(evidence_view_twin(list, &list[1])); /* E1 does not count any more */
    assert_ptr_equal(evidence_view_twin(list, &list[4]), &list[3]);
    assert_null(evidence_view_twin(list, &list[5])); /* nothing is known of its content */
}

/* What is said of an item's content, in English. */
static void check_content(const struct exhibit *item, const char *expected)
{
    struct text text = TEXT_EMPTY;
    evidence_view_content(&text, item);
    assert_string_equal(text.bytes, expected);
    text_release(&text);
}

static void test_evidence_view__says_what_became_of_the_content(void **state)
{
    (void)state;
    check_content(&(struct exhibit){.size = 999}, "999 B");
    check_content(&(struct exhibit){.size = 1000}, "1.0 KB");
    check_content(&(struct exhibit){.size = 999949}, "999.9 KB");
    check_content(&(struct exhibit){.size = 999950}, "1.0 MB");
    check_content(&(struct exhibit){.size = EXHIBIT_NO_CONTENT}, "elsewhere");
    check_content(&(struct exhibit){.size = EXHIBIT_NO_CONTENT, .purged = true}, "purged");
    check_content(&(struct exhibit){.size = 5, .replaced = "E2"}, "replaced by E2");
    check_content(&(struct exhibit){.withdrawn = "keliru", .replaced = "E2", .purged = true},
                  "withdrawn: keliru; purged");
}

static void test_evidence_view__an_object_tells_versions_and_twins(void **state)
{
    (void)state;
    struct text text = TEXT_EMPTY;
    evidence_view_json(&text, list, COUNT, &list[3]);
    assert_non_null(strstr(text.bytes, "\"version\":3,\"replaces\":\"E3\",\"replaced_by\":null"));
    assert_non_null(strstr(text.bytes, "\"same_as\":null"));
    text_clear(&text);
    evidence_view_json(&text, list, COUNT, &list[4]);
    assert_non_null(strstr(text.bytes, "\"same_as\":\"E4\""));
    text_release(&text);
}

int main(void)
{
    lang_start("en", "/nowhere");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_evidence_view__versions_are_counted_along_the_chain),
        cmocka_unit_test(test_evidence_view__a_ring_of_versions_ends),
        cmocka_unit_test(test_evidence_view__equal_contents_point_to_the_first_that_stands),
        cmocka_unit_test(test_evidence_view__says_what_became_of_the_content),
        cmocka_unit_test(test_evidence_view__an_object_tells_versions_and_twins),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
