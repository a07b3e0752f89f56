#include "lua_words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

static void check(const char *source, size_t expected)
{
    assert_int_equal(lua_words_count(source, strlen(source)), expected);
}

static void test_lua_words__counts_the_words_that_chain_jumps(void **state)
{
    (void)state;
    check("", 0);
    check("return a and b or c", 2);
    check("if a then elseif b then elseif c then end", 2);
    check("while true do break end", 1);
    check("goto x ::x::", 3);
    check("return orange, android, nor, _or, or1", 0);
    check("return(a)or(b)or\"\"", 2);
    check("x=a~=b==c", 0);
}

static void test_lua_words__texts_and_comments_do_not_count(void **state)
{
    (void)state;
    check("return \"a or b\" .. 'c and d'", 0);
    check("-- a or b\nreturn a or b -- or", 1);
    check("--[[ or\n or ]] or --[==[ or ]] or ]==] or", 2);
    check("return [[ or ]] or [=[ or ]] or ]=]", 1);
    check("t[a or [[x]] ]", 1);
    check("--[ or\n or", 1);
}

static void test_lua_words__escapes_do_not_end_a_text(void **state)
{
    (void)state;
    check("return \"a\\\" or \\\\\" or 1", 1);
    check("return 'a\\' or ' or 1", 1);
    check("return \"a\\\n or \" or 1", 1);
    check("return \"a\\\r\n or \" or 1", 1);
    check("return \"a\\z \n\r\n  or \" or 1", 1);
}

static void test_lua_words__a_text_without_end_ends_the_count(void **state)
{
    (void)state;
    check("or \" or \n or", 1);
    check("or \"", 1);
    check("or \"\\", 1);
    check("or [[ or ", 1);
    check("or --[==[ or ]=]", 1);
    check("[", 0);
    check("[====", 0);
    check("-", 0);
    check(":", 0);
}

/* Every prefix of a source with every kind of text is taken without reading behind its end: the bytes
 * are copied to the end of a block of their own, where a sanitizer sees one byte too many. */
static void test_lua_words__any_prefix_is_safe(void **state)
{
    (void)state;
    static const char source[] =
        "return [==[a]=]==] .. 'x\\z  \\'' .. \"\\\r\n\" --[[c]] or a::b::";
    for (size_t length = 0; length < sizeof source; length++) {
        char *copy = test_malloc(length + 1);
        memcpy(copy + 1, source, length);
        assert_true(lua_words_count(copy + 1, length) <= 3);
        test_free(copy);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lua_words__counts_the_words_that_chain_jumps),
        cmocka_unit_test(test_lua_words__texts_and_comments_do_not_count),
        cmocka_unit_test(test_lua_words__escapes_do_not_end_a_text),
        cmocka_unit_test(test_lua_words__a_text_without_end_ends_the_count),
        cmocka_unit_test(test_lua_words__any_prefix_is_safe),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
