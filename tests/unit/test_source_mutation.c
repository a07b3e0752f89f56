#include "source_mutation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

/* All mistakes of a source between two lines, as "line:was>with" in order. */
static void list(const char *lua, unsigned from, unsigned to, const char *expected)
{
    struct arena arena = ARENA_EMPTY;
    struct text source = TEXT_EMPTY, all = TEXT_EMPTY;
    size_t count = 0;
    text_add(&source, lua);
    text_add(&all, "");
    const struct source_mutation *found = source_mutation_list(&source, from, to, &arena, &count);
    for (size_t i = 0; i < count; i++) {
        text_format(&all, "%s%u:%s>%s", i > 0 ? " " : "", found[i].line, found[i].was,
                    found[i].with);
    }
    assert_string_equal(all.bytes == NULL ? "" : all.bytes, expected);
    text_release(&source);
    text_release(&all);
    arena_release(&arena);
}

/* Every mistake of a line of Lua. */
static void line(const char *lua, const char *expected)
{
    list(lua, 1, 1, expected);
}

static void test_source_mutation__comparisons_take_their_bound_in_or_out(void **state)
{
    (void)state;
    line("a<b", "1:<><=");
    line("a <= b", "1:<=><");
    line("a > b", "1:>>>=");
    line("a >= b", "1:>=>>");
    line("a == b", "1:==>~=");
    line("a ~= b", "1:~=>==");
}

static void test_source_mutation__numbers_grow_by_one(void **state)
{
    (void)state;
    line("return 9", "1:9>10");
    line("return 0", "1:0>1");
    line("return 1.5", "1:1.5>(1.5 + 1)");
    line("return .5", "1:.5>(.5 + 1)");
    line("return 0x1F", "1:0x1F>(0x1F + 1)");
    line("return 1e-3", "1:1e-3>(1e-3 + 1)");
    line("return 0x1p+4", "1:0x1p+4>(0x1p+4 + 1)");
    line("return 99999999999999999999", "1:99999999999999999999>(99999999999999999999 + 1)");
    line("a2 = x1y", ""); /* digits of names are no numbers */
}

static void test_source_mutation__signs_and_words(void **state)
{
    (void)state;
    line("a + b * c", "1:+>- 1:*>+");
    line("a and b or c", "1:and>or 1:or>and");
    line("band = order", "");
    line("a - b", "1:->+");
    line("f(x) - y[z] - w", "1:->+ 1:->+");
    line("return -a", ""); /* a sign, no difference */
    line("(-a)", "");
    line("a == -b", "1:==>~=");
    line("a << b >> c", ""); /* shifts are no comparisons */
    line("a // b", "1://>*");
    line("a .. b", "");
    line("::here::", "");
    line("local x <const> = y", "");
    line("local x <close> = y < z", "1:<><=");
}

static void test_source_mutation__comments_and_texts_stay(void **state)
{
    (void)state;
    line("-- 1 < 2", "");
    list("--[[ 1 < 2\n 3 ]] a < b", 1, 9, "2:<><=");
    list("--[==[ 1 ]] 2 ]=] 3\n ]==] 4", 1, 9, "2:4>5");
    line("x = \"1 < 2\"", "");
    line("x = '1 \\' < 2' < y", "1:<><=");
    line("x = \"\\\\\" < y", "1:<><=");
    list("x = [[ 1\n 2 ]] < y", 1, 9, "2:<><=");
    list("x = [=[ ]] ]=] .. 1", 1, 9, "1:1>2");
    list("x = t[t[1]]", 1, 9, "1:1>2"); /* no long text */
}

static void test_source_mutation__only_the_lines_asked_for(void **state)
{
    (void)state;
    static const char source[] = "a = 1\nb = 2\nc = 3\nd = 4\n";
    list(source, 2, 3, "2:2>3 3:3>4");
    list(source, 5, 9, "");
    list(source, 3, 2, "");
}

/* What is cut off, or no Lua at all, ends where it ends. */
static void test_source_mutation__any_bytes_are_safe(void **state)
{
    (void)state;
    static const char *const odd[] = {"",   "\"",     "'abc\\",   "[[",  "[==[ ]=]", "--[[",
                                      "--", "\"\\\"", "<",        "1e-", "0x",       "~",
                                      "=",  "<con",   "\xff\xfe", "-"};
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
        struct arena arena = ARENA_EMPTY;
        struct text source = TEXT_EMPTY;
        size_t count = 0;
        text_add(&source, odd[i]);
        source_mutation_list(&source, 1, 100, &arena, &count);
        assert_true(count <= 1);
        text_release(&source);
        arena_release(&arena);
    }
}

static void test_source_mutation__one_place_is_changed(void **state)
{
    (void)state;
    struct arena arena = ARENA_EMPTY;
    struct text source = TEXT_EMPTY, out = TEXT_EMPTY;
    size_t count = 0;
    text_add(&source, "if a < b and c <= 3 then end");
    const struct source_mutation *found = source_mutation_list(&source, 1, 1, &arena, &count);
    static const char *const expected[] = {
        "if a <= b and c <= 3 then end", "if a < b or c <= 3 then end",
        "if a < b and c < 3 then end", "if a < b and c <= 4 then end"};
    assert_int_equal(count, 4);
    for (size_t i = 0; i < count; i++) {
        text_clear(&out);
        source_mutation_make(&found[i], &source, &out);
        assert_string_equal(out.bytes, expected[i]);
    }
    text_release(&source);
    text_release(&out);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_source_mutation__comparisons_take_their_bound_in_or_out),
        cmocka_unit_test(test_source_mutation__numbers_grow_by_one),
        cmocka_unit_test(test_source_mutation__signs_and_words),
        cmocka_unit_test(test_source_mutation__comments_and_texts_stay),
        cmocka_unit_test(test_source_mutation__only_the_lines_asked_for),
        cmocka_unit_test(test_source_mutation__any_bytes_are_safe),
        cmocka_unit_test(test_source_mutation__one_place_is_changed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
