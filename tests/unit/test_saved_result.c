/* A result read back: its rules and figures, and nothing else; what is no result is refused. */
#include "saved_result.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#define HASH "93a5146eaedf23dc00b7040c9fba1f36bb6f6d8dab495bf8d8e41271ec690d4f"

static const char whole[] =
    "{\"format\":\"spbe-report/1\",\"engine\":{\"name\":\"spbe\",\"version\":\"0.0.7\"},"
    "\"rules\":{\"id\":\"uji-1\",\"title\":\"Uji\",\"sha256\":\"" HASH "\",\"overlays\":[],"
    "\"files\":[{\"name\":\"pack.lua\",\"sha256\":\"" HASH "\"},"
    "{\"name\":\"satu/overlay.lua\",\"sha256\":\"abc\"}]},"
    "\"assessment\":{\"agency\":{\"name\":\"Kota Uji\",\"kind\":\"kota\"},\"year\":2024,"
    "\"instrument\":\"uji-1\",\"sha256\":\"" HASH "\"},\"basis\":\"supported\","
    "\"index\":{\"value\":\"1.50\",\"exact\":\"3/2\",\"given\":1,\"of\":2,"
    "\"next\":{\"predicate\":\"Baik\"}},"
    "\"indexes\":{\"claimed\":{\"value\":\"2.00\"}},"
    "\"domains\":[{\"id\":\"D1\",\"name\":\"D\",\"value\":\"1.50\",\"aspects\":[{\"id\":\"A1\","
    "\"indicators\":[{\"id\":\"I01\",\"level\":2,\"claimed\":null,\"reasons\":[{\"level\":3}]}]}]}]"
    ","
    "\"problems\":[{\"message\":\"x\"}]}";

static bool read_text(const char *json, struct arena *arena, struct saved_result *out,
                      struct error *err)
{
    return saved_result_read(json, strlen(json), "hasil.json", arena, out, err);
}

static void check_figure(const struct saved_result *result, const char *of, const char *key,
                         const char *text)
{
    size_t guess = 0;
    const struct saved_figure *figure = saved_result_figure(result, of, key, &guess);
    if (text == NULL) {
        assert_null(figure);
    } else {
        assert_non_null(figure);
        assert_string_equal(figure->text, text);
    }
}

static void test_saved_result__rules_and_figures_are_read(void **state)
{
    (void)state;
    struct arena arena = ARENA_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    struct saved_result result;
    assert_true(read_text(whole, &arena, &result, &err));
    assert_string_equal(result.engine, "0.0.7");
    assert_string_equal(result.rules, "uji-1");
    assert_string_equal(result.sha256, HASH);
    assert_int_equal(result.file_count, 2);
    assert_string_equal(result.files[1].name, "satu/overlay.lua");
    assert_string_equal(result.agency, "Kota Uji");
    assert_int_equal(result.year, 2024);
    assert_string_equal(result.assessment, HASH);
    assert_int_equal(result.basis, BASIS_SUPPORTED);
    check_figure(&result, "index", "exact", "3/2");
    check_figure(&result, "indexes.claimed", "value", "2.00");
    check_figure(&result, "D1", "value", "1.50");
    check_figure(&result, "I01", "level", "2");
    check_figure(&result, "I01", "claimed", "null");
    arena_release(&arena);
}

/* What a reason or a hint mentions is no figure of the indicator. */
static void test_saved_result__sentences_and_hints_are_passed_over(void **state)
{
    (void)state;
    struct arena arena = ARENA_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    struct saved_result result;
    assert_true(read_text(whole, &arena, &result, &err));
    assert_int_equal(result.figure_count, 8);
    check_figure(&result, "index", "predicate", NULL);
    check_figure(&result, "I01", "value", NULL);
    arena_release(&arena);
}

static void test_saved_result__what_is_no_result_is_refused(void **state)
{
    (void)state;
    static const struct {
        const char *name, *json, *id;
    } cases[] = {
        {"an assessment", "{\"format\":\"spbe-assessment/1\"}", "SAVED_FORMAT"},
        {"nothing in it", "{}", "SAVED_PART"},
        {"no assessment",
         "{\"rules\":{\"id\":\"a\",\"sha256\":\"b\",\"files\":[{\"name\":\"c\"}]}}", "SAVED_PART"},
        {"a list", "[]", "JSON_TYPE"},
        {"cut off", "{\"rules\":{\"id\":\"a\"", "JSON_CUT"},
        {"two documents", "{} {}", "JSON_AFTER"},
        {"a year that is none", "{\"assessment\":{\"year\":99999}}", "JSON_RANGE"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct arena arena = ARENA_EMPTY;
        struct error err = {.kind = ERROR_NONE};
        struct saved_result result;
        bool read = read_text(cases[i].json, &arena, &result, &err);
        if (read || strcmp(err.id, cases[i].id) != 0) {
            fail_msg("%s: %s, wanted %s", cases[i].name, read ? "read" : err.id, cases[i].id);
        }
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_saved_result__rules_and_figures_are_read),
        cmocka_unit_test(test_saved_result__sentences_and_hints_are_passed_over),
        cmocka_unit_test(test_saved_result__what_is_no_result_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
