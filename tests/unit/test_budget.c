/* What a pack uses of each limit: the same on every run, and what the files really hold. */
#include "budget.h"

#include "check_page.h"
#include "limit.h"
#include "pack.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct bench {
    struct pack *pack;
    struct arena arena;
    struct budget_line lines[BUDGET_LINES];
    size_t count;
};

static void open_bench(struct bench *bench, const char *name)
{
    struct error err = {.kind = ERROR_NONE};
    size_t examples = 0;
    *bench = (struct bench){.pack = pack_load(name, &err), .arena = ARENA_EMPTY};
    assert_non_null(bench->pack);
    const struct pack_example *list = pack_examples(bench->pack, &examples);
    if (!budget_measure(pack_instrument(bench->pack), list, examples, &bench->arena, bench->lines,
                        &bench->count, &err)) {
        fail_msg("%s: %s", err.where, err.message);
    }
}

static void close_bench(struct bench *bench)
{
    pack_free(bench->pack);
    arena_release(&bench->arena);
}

static const struct budget_line *line_of(const struct bench *bench, const char *limit)
{
    for (size_t i = 0; i < bench->count; i++) {
        if (strcmp(bench->lines[i].limit, limit) == 0) {
            return &bench->lines[i];
        }
    }
    fail_msg("no line of %s", limit);
    return NULL;
}

/* Whatever there is a limit to has a line with the limit of the table, and lies below it. */
static void test_budget__every_line_is_a_limit(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        long value;
    } rows[] = {
#define ROW(name, value, unit, what) {#name, value},
        LIMITS(ROW)
#undef ROW
    };
    struct bench bench;
    open_bench(&bench, "tests/packs/kami");
    assert_true(bench.count >= 14);
    for (size_t i = 0; i < bench.count; i++) {
        bool known = false;
        for (size_t k = 0; k < sizeof rows / sizeof rows[0]; k++) {
            known = known || (strcmp(rows[k].name, bench.lines[i].limit) == 0 &&
                              rows[k].value == bench.lines[i].most);
        }
        assert_true(known);
        assert_true(bench.lines[i].used >= 0 && bench.lines[i].used <= bench.lines[i].most);
    }
    close_bench(&bench);
}

/* The files are measured as they lie on the disk, and the largest is named. */
static void test_budget__files_are_measured(void **state)
{
    (void)state;
    struct bench bench;
    struct stat about;
    open_bench(&bench, "tests/packs/kami");
    const struct budget_line *bytes = line_of(&bench, "LIMIT_SOURCE_BYTES");
    assert_string_equal(bytes->where, "domain_1.lua");
    assert_int_equal(stat("tests/packs/kami/domain_1.lua", &about), 0);
    assert_int_equal(bytes->used, about.st_size);
    assert_int_equal(line_of(&bench, "LIMIT_PACK_FILES")->used, 3);
    assert_int_equal(line_of(&bench, "LIMIT_INDICATORS")->used, 3);
    assert_int_equal(line_of(&bench, "LIMIT_EXAMPLES")->used, 4);
    assert_int_equal(line_of(&bench, "LIMIT_PACK_DEPTH")->used, 9);
    assert_true(line_of(&bench, "LIMIT_PACK_TEXT")->used > 0);
    close_bench(&bench);
}

/* The examples call the functions; a pack without functions needs no instructions for scoring. */
static void test_budget__functions_are_called_by_examples(void **state)
{
    (void)state;
    struct bench bench;
    open_bench(&bench, "tests/packs/kami");
    assert_true(line_of(&bench, "LIMIT_SCORE_STEPS")->used > 0);
    assert_true(line_of(&bench, "LIMIT_PACK_STEPS")->used > 0);
    assert_true(line_of(&bench, "LIMIT_PACK_DATA")->used > 1000);
    close_bench(&bench);
    open_bench(&bench, "tests/packs/good/small");
    assert_int_equal(line_of(&bench, "LIMIT_SCORE_STEPS")->used, 0);
    close_bench(&bench);
}

/* But for time, which says so, two runs give the same. */
static void test_budget__two_runs_give_the_same(void **state)
{
    (void)state;
    struct bench one, other;
    open_bench(&one, "tests/packs/kami");
    open_bench(&other, "tests/packs/kami");
    assert_int_equal(one.count, other.count);
    for (size_t i = 0; i < one.count; i++) {
        assert_string_equal(one.lines[i].limit, other.lines[i].limit);
        assert_int_equal(one.lines[i].varies, strcmp(one.lines[i].limit, "LIMIT_LUA_MS") == 0);
        if (!one.lines[i].varies) {
            assert_int_equal(one.lines[i].used, other.lines[i].used);
        }
    }
    close_bench(&one);
    close_bench(&other);
}

/* The page for programs holds each line with its numbers. */
static void test_budget__the_page_for_programs_has_every_line(void **state)
{
    (void)state;
    struct bench bench;
    struct text json = TEXT_EMPTY, part = TEXT_EMPTY;
    open_bench(&bench, "tests/packs/kami");
    struct check_result result = {.place = pack_place(bench.pack),
                                  .complaints = pack_complaints(bench.pack),
                                  .budget = bench.lines,
                                  .budget_count = bench.count};
    check_page_json(&result, &json);
    assert_int_equal(strncmp(json.bytes,
                             "{\"rules\":\"tests/packs/kami\",\"sound\":true,\"complaints\":[],"
                             "\"more\":0,\"budget\":[{\"limit\":\"LIMIT_PACK_FILES\",\"used\":3,",
                             111),
                     0);
    for (size_t i = 0; i < bench.count; i++) {
        text_clear(&part);
        text_format(&part, "{\"limit\":\"%s\",\"used\":%lld,\"most\":%lld,", bench.lines[i].limit,
                    (long long)bench.lines[i].used, (long long)bench.lines[i].most);
        assert_non_null(strstr(json.bytes, part.bytes));
    }
    result.budget = NULL;
    text_clear(&json);
    check_page_json(&result, &json);
    assert_string_equal(json.bytes, "{\"rules\":\"tests/packs/kami\",\"sound\":true,"
                                    "\"complaints\":[],\"more\":0}");
    text_release(&json);
    text_release(&part);
    close_bench(&bench);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_budget__every_line_is_a_limit),
        cmocka_unit_test(test_budget__files_are_measured),
        cmocka_unit_test(test_budget__functions_are_called_by_examples),
        cmocka_unit_test(test_budget__two_runs_give_the_same),
        cmocka_unit_test(test_budget__the_page_for_programs_has_every_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
