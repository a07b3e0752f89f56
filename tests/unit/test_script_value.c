/* script_value: calls as a worker sends them: what fits its row is understood, all else is no call. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "script_value.h"

#include <string.h>

/* A call, read from the list of its arguments. */
struct value_case {
    struct arena arena;
    struct json json;
    struct script_call call;
};

static bool read_call(struct value_case *c, enum script_number number, const char *list)
{
    struct error ignored = {.kind = ERROR_NONE};
    *c = (struct value_case){.arena = ARENA_EMPTY};
    json_open(&c->json, list, strlen(list), &c->arena, NULL);
    c->json.value_limit = SIZE_MAX;
    return script_value_read(&c->json, &script_rows[number], &c->arena, &c->call) &&
           json_end(&c->json, &ignored);
}

static void opens(struct value_case *c, enum script_number number, const char *list)
{
    if (!read_call(c, number, list)) {
        fail_msg("%s is no call of %s", list, script_rows[number].name);
    }
}

static void refuses(enum script_number number, const char *list)
{
    struct value_case c;
    if (read_call(&c, number, list)) {
        fail_msg("%s is taken for a call of %s", list, script_rows[number].name);
    }
    arena_release(&c.arena);
}

static void test_script_value__what_fits_is_read(void **state)
{
    static const struct {
        enum script_number number;
        const char *list;
    } cases[] = {
        {SCRIPT_READ, "[\"a\"]"},
        {SCRIPT_READ, " [ \"a\" ] "},
        {SCRIPT_WRITE, "[\"a\",\"\"]"},
        {SCRIPT_FILES, "[\".\",null]"},
        {SCRIPT_FILES, "[\".\",\".x\"]"},
        {SCRIPT_PACKS, "[]"},
        {SCRIPT_RULES, "[\"p\",2024]"},
        {SCRIPT_RULES, "[\"p\",null]"},
        {SCRIPT_EVALUATE, "[\"a\",{}]"},
        {SCRIPT_EVALUATE, "[{\"open\":3},{\"basis\":\"claimed\"}]"},
        {SCRIPT_EVALUATE, "[{\"document\":{}},null]"},
        {SCRIPT_RESULTS, "[[],null]"},
        {SCRIPT_RESULTS, "[[\"a\",{\"open\":1}],null]"},
        {SCRIPT_WHAT_IF, "[\"a\",[],null]"},
        {SCRIPT_WHAT_IF, "[\"a\",[\"x\",\"y\"],{}]"},
        {SCRIPT_WRITE_JSON, "[\"a\",null]"},
        {SCRIPT_WRITE_JSON, "[\"a\",[1,{\"b\":[]}]]"},
        {SCRIPT_CLAIM, "[{\"open\":0},\"I01\",\"3\",null]"},
        {SCRIPT_WITHDRAW, "[{\"open\":0},\"E1\",\"x\",true]"},
        {SCRIPT_WITHDRAW, "[{\"open\":0},\"E1\",\"x\",null]"},
        {SCRIPT_HISTORY, "[{\"open\":0},null,null]"},
        {SCRIPT_OUTPUT_WRITE, "[{\"open\":0},\"x\"]"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct value_case c;
        opens(&c, cases[i].number, cases[i].list);
        arena_release(&c.arena);
    }
}

/* What our own worker would never send: it was taken over, or there is a mistake of ours. */
static void test_script_value__all_else_is_refused(void **state)
{
    static const struct {
        enum script_number number;
        const char *list;
    } cases[] = {
        {SCRIPT_READ, ""},
        {SCRIPT_READ, "null"},
        {SCRIPT_READ, "{}"},
        {SCRIPT_READ, "\"a\""},
        {SCRIPT_READ, "[]"},
        {SCRIPT_READ, "[null]"},
        {SCRIPT_READ, "[1]"},
        {SCRIPT_READ, "[true]"},
        {SCRIPT_READ, "[[\"a\"]]"},
        {SCRIPT_READ, "[{\"a\":1}]"},
        {SCRIPT_READ, "[\"a\",\"b\"]"},
        {SCRIPT_READ, "[\"a\""},
        {SCRIPT_READ, "[\"a]"},
        {SCRIPT_READ, "[\"a\\u0000\"]"},
        {SCRIPT_READ, "[\"\\ud800\"]"},
        {SCRIPT_READ, "[\"a\"] []"},
        {SCRIPT_FILES, "[\".\"]"},
        {SCRIPT_FILES, "[null,\".x\"]"},
        {SCRIPT_FILES, "[\".\",5]"},
        {SCRIPT_RULES, "[\"p\",\"2024\"]"},
        {SCRIPT_RULES, "[\"p\",true]"},
        {SCRIPT_EVALUATE, "[5,null]"},
        {SCRIPT_EVALUATE, "[[\"a\"],null]"},
        {SCRIPT_EVALUATE, "[\"a\",[]]"},
        {SCRIPT_EVALUATE, "[\"a\",\"b\"]"},
        {SCRIPT_RESULTS, "[\"a\",null]"},
        {SCRIPT_RESULTS, "[{},null]"},
        {SCRIPT_WHAT_IF, "[\"a\",\"x\",null]"},
        {SCRIPT_WHAT_IF, "[\"a\",[1],null]"},
        {SCRIPT_WHAT_IF, "[\"a\",[\"x\",null],null]"},
        {SCRIPT_WHAT_IF, "[\"a\",[[\"x\"]],null]"},
        {SCRIPT_CLAIM, "[0,\"I01\",\"3\",null]"},
        {SCRIPT_CLAIM, "[\"k\",\"I01\",\"3\",null]"},
        {SCRIPT_CLAIM, "[{\"open\":0},\"I01\",3,null]"},
        {SCRIPT_WITHDRAW, "[{\"open\":0},\"E1\",\"x\",1]"},
        {SCRIPT_WITHDRAW, "[{\"open\":0},\"E1\",\"x\",\"true\"]"},
        {SCRIPT_WRITE_JSON, "[\"a\",{\"b\":1,\"b\":2}]"},
        {SCRIPT_WRITE_JSON, "[\"a\",01]"},
        {SCRIPT_WRITE_JSON, "[\"a\",]"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        refuses(cases[i].number, cases[i].list);
    }
}

static void test_script_value__plain_values_come_as_they_are(void **state)
{
    struct value_case c;
    (void)state;
    opens(&c, SCRIPT_WITHDRAW, "[{\"open\":41},\"E1\",\"a \\\"b\\\" \\u00e9\",true]");
    assert_int_equal(script_value_open(&c.call, 0), 41);
    assert_string_equal(script_value_text(&c.call, 1), "E1");
    assert_string_equal(script_value_text(&c.call, 2), "a \"b\" é");
    assert_true(script_value_flag(&c.call, 3));
    assert_true(script_value_given(&c.call, 3));
    arena_release(&c.arena);
    opens(&c, SCRIPT_WITHDRAW, "[{\"open\":0},\"\",\"x\",null]");
    assert_string_equal(script_value_text(&c.call, 1), "");
    assert_false(script_value_flag(&c.call, 3));
    assert_false(script_value_given(&c.call, 3));
    arena_release(&c.arena);
    opens(&c, SCRIPT_HISTORY, "[{\"open\":0},null,77]");
    assert_null(script_value_text(&c.call, 1));
    assert_int_equal(script_value_whole(&c.call, 2, 1), 77);
    arena_release(&c.arena);
    opens(&c, SCRIPT_HISTORY, "[{\"open\":0},\"I01\",null]");
    assert_int_equal(script_value_whole(&c.call, 2, 1), 1);
    arena_release(&c.arena);
    opens(&c, SCRIPT_HISTORY, "[{\"open\":0},\"I01\",1.5]");
    assert_int_equal(script_value_whole(&c.call, 2, 9), 9);
    arena_release(&c.arena);
}

/* A handle that is none leads to nothing that is open. */
static void test_script_value__forged_handles_are_no_numbers(void **state)
{
    static const char *const handles[] = {"{}",
                                          "{\"open\":-1}",
                                          "{\"open\":\"0\"}",
                                          "{\"open\":null}",
                                          "{\"open\":1.5}",
                                          "{\"shut\":0}",
                                          "{\"open\":99999999999999999999}"};
    (void)state;
    for (size_t i = 0; i < sizeof handles / sizeof handles[0]; i++) {
        struct value_case c;
        struct text list = TEXT_EMPTY;
        text_format(&list, "[%s]", handles[i]);
        opens(&c, SCRIPT_CLOSE, list.bytes);
        assert_int_equal(script_value_open(&c.call, 0), -1);
        arena_release(&c.arena);
        text_release(&list);
    }
}

static void test_script_value__lists_end_with_nothing(void **state)
{
    struct value_case c;
    (void)state;
    opens(&c, SCRIPT_WHAT_IF, "[\"a\",[\"x\",\"y z\",\"\"],null]");
    const char *const *list = script_value_list(&c.call, 1);
    assert_string_equal(list[0], "x");
    assert_string_equal(list[1], "y z");
    assert_string_equal(list[2], "");
    assert_null(list[3]);
    assert_string_equal(script_value_joined(&c.call, 1), "x,y z,");
    arena_release(&c.arena);
    opens(&c, SCRIPT_CONFIRM, "[{\"open\":0},null]");
    assert_null(script_value_list(&c.call, 1)[0]);
    assert_string_equal(script_value_joined(&c.call, 1), "");
    arena_release(&c.arena);
    opens(&c, SCRIPT_CONFIRM, "[{\"open\":0},[]]");
    assert_null(script_value_list(&c.call, 1)[0]);
    assert_true(script_value_given(&c.call, 1));
    arena_release(&c.arena);
}

static void test_script_value__options_are_found_by_name(void **state)
{
    static const char *const names[] = {"basis", "rules", "year", "deep", "flag", NULL};
    struct value_case c;
    struct error err = {.kind = ERROR_NONE};
    (void)state;
    opens(
        &c, SCRIPT_EVALUATE,
        "[\"a\",{\"basis\":\"claimed\",\"rules\":[\"p\",\"q\"],\"year\":2024,\"deep\":{\"x\":[1]},"
        "\"flag\":true}]");
    assert_true(script_value_options(&c.call, 1, names, &err));
    assert_string_equal(script_value_option(&c.call, 1, "basis"), "claimed");
    assert_string_equal(script_value_option(&c.call, 1, "year"), "2024");
    assert_null(script_value_option(&c.call, 1, "rules"));
    assert_null(script_value_option(&c.call, 1, "deep"));
    assert_null(script_value_option(&c.call, 1, "flag"));
    assert_null(script_value_option(&c.call, 1, "none"));
    const char *const *rules = script_value_option_list(&c.call, 1, "rules");
    assert_string_equal(rules[1], "q");
    assert_null(rules[2]);
    assert_string_equal(script_value_option_list(&c.call, 1, "basis")[0], "claimed");
    assert_null(script_value_option_list(&c.call, 1, "none")[0]);
    assert_null(script_value_option_list(&c.call, 1, "deep")[0]);
    struct json_text deep = script_value_option_raw(&c.call, 1, "deep");
    assert_int_equal(deep.length, strlen("{\"x\":[1]}"));
    assert_memory_equal(deep.bytes, "{\"x\":[1]}", deep.length);
    arena_release(&c.arena);
}

/* "ya", 1 and null are no answer to what is on or off: whoever writes them means something, and is told. */
static void test_script_value__flags_are_true_or_false(void **state)
{
    static const char *const wrong[] = {"\"true\"", "1", "0", "null", "[true]", "{}"};
    struct value_case c;
    struct error err = {.kind = ERROR_NONE};
    bool flag = true;
    (void)state;
    opens(&c, SCRIPT_WRITE_REGISTER, "[{\"open\":0},\"a.csv\",{\"all\":true,\"other\":false}]");
    assert_true(script_value_option_flag(&c.call, 2, "all", &flag, &err) && flag);
    assert_true(script_value_option_flag(&c.call, 2, "other", &flag, &err) && !flag);
    flag = true;
    assert_true(script_value_option_flag(&c.call, 2, "none", &flag, &err) && !flag);
    arena_release(&c.arena);
    opens(&c, SCRIPT_WRITE_REGISTER, "[{\"open\":0},\"a.csv\",null]");
    flag = true;
    assert_true(script_value_option_flag(&c.call, 2, "all", &flag, &err) && !flag);
    arena_release(&c.arena);
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        struct text list = TEXT_EMPTY;
        text_format(&list, "[{\"open\":0},\"a.csv\",{\"all\":%s}]", wrong[i]);
        opens(&c, SCRIPT_WRITE_REGISTER, list.bytes);
        assert_false(script_value_option_flag(&c.call, 2, "all", &flag, &err));
        assert_string_equal(err.id, "SCRIPT_FLAG");
        error_clear(&err);
        arena_release(&c.arena);
        text_release(&list);
    }
}

static void test_script_value__unknown_options_are_refused(void **state)
{
    static const char *const names[] = {"basis", NULL};
    struct value_case c;
    struct error err = {.kind = ERROR_NONE};
    (void)state;
    opens(&c, SCRIPT_EVALUATE, "[\"a\",{\"basis\":\"claimed\",\"bases\":1}]");
    assert_false(script_value_options(&c.call, 1, names, &err));
    assert_string_equal(err.id, "SCRIPT_OPTION");
    assert_non_null(strstr(err.message, "bases"));
    arena_release(&c.arena);
    err = (struct error){.kind = ERROR_NONE};
    opens(&c, SCRIPT_EVALUATE, "[\"a\",null]");
    assert_true(script_value_options(&c.call, 1, names, &err));
    assert_null(script_value_option(&c.call, 1, "basis"));
    assert_null(script_value_option_list(&c.call, 1, "basis")[0]);
    assert_null(script_value_option_raw(&c.call, 1, "basis").bytes);
    arena_release(&c.arena);
}

static void test_script_value__inputs_are_files_open_ones_or_documents(void **state)
{
    struct value_case c;
    size_t count = 0;
    (void)state;
    opens(&c, SCRIPT_RESULTS,
          "[[\"a.json\",{\"open\":5},{\"document\":{\"year\":2024}},{},7],null]");
    struct script_input *inputs = script_value_inputs(&c.call, 0, &count);
    assert_int_equal(count, 5);
    assert_string_equal(inputs[0].path, "a.json");
    assert_int_equal(inputs[0].open, -1);
    assert_null(inputs[1].path);
    assert_int_equal(inputs[1].open, 5);
    assert_int_equal(inputs[2].document.length, strlen("{\"year\":2024}"));
    for (size_t i = 3; i < 5; i++) { /* nothing that leads anywhere */
        assert_null(inputs[i].path);
        assert_int_equal(inputs[i].open, -1);
        assert_null(inputs[i].document.bytes);
    }
    arena_release(&c.arena);
    opens(&c, SCRIPT_EVALUATE, "[\"b.json\",null]");
    inputs = script_value_inputs(&c.call, 0, &count);
    assert_int_equal(count, 1);
    assert_string_equal(inputs[0].path, "b.json");
    arena_release(&c.arena);
    opens(&c, SCRIPT_RESULTS, "[[],null]");
    script_value_inputs(&c.call, 0, &count);
    assert_int_equal(count, 0);
    arena_release(&c.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_script_value__what_fits_is_read),
        cmocka_unit_test(test_script_value__all_else_is_refused),
        cmocka_unit_test(test_script_value__plain_values_come_as_they_are),
        cmocka_unit_test(test_script_value__forged_handles_are_no_numbers),
        cmocka_unit_test(test_script_value__lists_end_with_nothing),
        cmocka_unit_test(test_script_value__options_are_found_by_name),
        cmocka_unit_test(test_script_value__flags_are_true_or_false),
        cmocka_unit_test(test_script_value__unknown_options_are_refused),
        cmocka_unit_test(test_script_value__inputs_are_files_open_ones_or_documents),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
