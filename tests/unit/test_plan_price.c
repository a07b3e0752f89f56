/* The prices of steps: those of the pack, those of an agency's file over them, and the file that is written
 * for it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "file.h"
#include "plan_price.h"

#include "support_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { TOLD = 16 };

/* An instrument, its prices, and what was told about a file. */
struct desk {
    struct fixture fixture;
    struct arena arena;
    struct plan_prices prices;
    const char *told[TOLD]; /* "PRICE_COST", in order */
    char first[1100];       /* place and message of the first */
    size_t told_count;
    struct error err;
};

static void tell(void *context, const struct error *problem)
{
    struct desk *desk = context;
    assert_true(desk->told_count < TOLD);
    if (desk->told_count == 0) {
        snprintf(desk->first, sizeof desk->first, "%s: %s", problem->where, problem->message);
    }
    desk->told[desk->told_count++] = problem->id;
}

static void open_desk(struct desk *desk)
{
    *desk = (struct desk){.arena = ARENA_EMPTY};
    fixture_open(&desk->fixture);
    plan_price_start(&desk->prices, &desk->fixture.instrument, &desk->arena);
}

static void close_desk(struct desk *desk)
{
    arena_release(&desk->arena);
    fixture_close(&desk->fixture);
}

/* Reads a text as a file of costs. */
static bool read_text(struct desk *desk, const char *text, size_t length)
{
    const struct plan_listener listener = {tell, desk};
    char path[] = "/tmp/spbe-price-XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0);
    assert_int_equal(write(file, text, length), (ssize_t)length);
    close(file);
    bool done = plan_price_read(&desk->prices, &desk->fixture.instrument, path, &listener,
                                &desk->arena, &desk->err);
    unlink(path);
    return done;
}

static bool read_file(struct desk *desk, const char *text)
{
    return read_text(desk, text, strlen(text));
}

/* The price of a step by indicator (from 1) and level. */
static const struct plan_price *step(const struct desk *desk, int indicator, int level)
{
    const struct indicator *what = &desk->fixture.instrument.indicators[indicator - 1];
    return &desk->prices.steps[what->levels.first + (uint32_t)level - 1];
}

/* Protects packs that say nothing: every step counts as one, and takes no time that anybody knows. */
static void test_plan_price__counts_steps_where_the_pack_is_silent(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk);
    for (size_t i = 0; i < desk.fixture.instrument.level_count; i++) {
        assert_int_equal(desk.prices.steps[i].cost_parts, 100);
        assert_int_equal(desk.prices.steps[i].months, 0);
        assert_false(desk.prices.steps[i].fixed);
        assert_int_equal(desk.prices.steps[i].source, PLAN_BY_COUNT);
    }
    assert_string_equal(plan_price_unit(&desk.prices, &desk.fixture.instrument), "steps");
    close_desk(&desk);
}

/* Protects what the pack's author judged: it is taken over, with its unit. */
static void test_plan_price__takes_the_pack_at_its_word(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk);
    struct step_price *own =
        arena_get(&desk.arena, desk.fixture.instrument.level_count, sizeof *own);
    for (size_t i = 0; i < desk.fixture.instrument.level_count; i++) {
        own[i] = (struct step_price){(int64_t)i * 10, (int)i, ""};
    }
    desk.fixture.instrument.effort = (struct effort){own, "poin", "2026-01-01", "taksiran"};
    plan_price_start(&desk.prices, &desk.fixture.instrument, &desk.arena);
    assert_int_equal(desk.prices.steps[7].cost_parts, 70);
    assert_int_equal(desk.prices.steps[7].months, 7);
    assert_int_equal(desk.prices.steps[7].source, PLAN_BY_PACK);
    assert_string_equal(plan_price_unit(&desk.prices, &desk.fixture.instrument), "poin");
    assert_true(read_file(&desk, "indikator;biaya\nI01;5\n"));
    assert_string_equal(plan_price_unit(&desk.prices, &desk.fixture.instrument), "");
    close_desk(&desk);
}

/* Protects tables as people write them: any separator, any order of columns, capitals, other columns, decimal
 * comma or point, blank rows, numbers in place of ids. */
static void test_plan_price__reads_tables_as_people_write_them(void **state)
{
    (void)state;
    static const char *const tables[] = {
        "indikator;tingkat;biaya\nI02;3;12,5\n",
        "indikator,tingkat,biaya\nI02,3,12.50\n",
        "indikator\ttingkat\tbiaya\nI02\t3\t12,5\n",
        "Biaya;Nama;INDIKATOR;Tingkat\r\n12,5;\"Peta; rencana\";i02;3\r\n",
        "\xEF\xBB\xBFindikator;tingkat;biaya\n2;3;12,5\n",
        "Daftar biaya tahun depan\n\nNo;Level;Cost\n;;\n02;3;12,5\n;;\n",
        "sep=;\nkode;tingkat;biaya;keterangan\nI02;3;12,5;murah\n",
    };
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
        struct desk desk;
        open_desk(&desk);
        if (!read_file(&desk, tables[i])) {
            fail_msg("%s: %s %s", tables[i], desk.err.message, desk.first);
        }
        assert_int_equal(step(&desk, 2, 3)->cost_parts, 1250);
        assert_int_equal(step(&desk, 2, 3)->source, PLAN_BY_FILE);
        assert_int_equal(step(&desk, 2, 4)->cost_parts, 100);
        assert_int_equal(desk.prices.from_file, 1);
        close_desk(&desk);
    }
}

/* Protects particular rows: one with a level goes before one without, wherever each stands. */
static void test_plan_price__a_row_with_a_level_goes_first(void **state)
{
    (void)state;
    static const char *const tables[] = {
        "indikator;tingkat;biaya;bulan\nI03;;8;6\nI03;4;9;\n",
        "indikator;tingkat;biaya;bulan\nI03;4;9;0\nI03;;8;6\n",
    };
    for (size_t i = 0; i < 2; i++) {
        struct desk desk;
        open_desk(&desk);
        assert_true(read_file(&desk, tables[i]));
        assert_int_equal(step(&desk, 3, 2)->cost_parts, 800);
        assert_int_equal(step(&desk, 3, 4)->cost_parts, 900);
        assert_int_equal(step(&desk, 3, 5)->cost_parts, 800);
        assert_int_equal(step(&desk, 3, 3)->months, 6);
        assert_int_equal(desk.prices.from_file, 4);
        assert_int_equal(step(&desk, 2, 4)->cost_parts, 100);
        close_desk(&desk);
    }
}

/* Protects indicators that cannot move: all of it, or from a level on. */
static void test_plan_price__fixes_indicators_and_levels(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk);
    assert_true(read_file(&desk,
                          "indikator;tingkat;biaya;tetap\n"
                          "I01;;;ya\nI02;4;;X\nI03;;;tidak\nI04;;;\nI05;3;7;-\nI05;;;yes\n"));
    for (int level = 2; level <= 5; level++) {
        assert_true(step(&desk, 1, level)->fixed);
        assert_int_equal(step(&desk, 2, level)->fixed, level == 4);
        assert_false(step(&desk, 3, level)->fixed);
        assert_false(step(&desk, 4, level)->fixed);
        assert_true(step(&desk, 5, level)->fixed);
    }
    assert_int_equal(step(&desk, 1, 2)->cost_parts, 100);
    assert_int_equal(step(&desk, 5, 3)->cost_parts, 700);
    close_desk(&desk);
}

/* Protects against an order of rows that matters: of a row for one step and one for all, each cell counts the same
 * whichever comes first; an empty cell says nothing. */
static void test_plan_price__takes_rows_in_any_order(void **state)
{
    (void)state;
    static const char *const files[] = {"indikator;tingkat;biaya;bulan;tetap\nI01;;3;9;ya\nI01;2;8;"
                                        ";\nI01;3;;2;\nI02;;5;;\nI02;4;;7;-\n",
                                        "indikator;tingkat;biaya;bulan;tetap\nI01;2;8;;\nI01;3;;2;"
                                        "\nI01;;3;9;ya\nI02;4;;7;-\nI02;;5;;\n"};
    for (size_t i = 0; i < 2; i++) {
        struct desk desk;
        open_desk(&desk);
        assert_true(read_file(&desk, files[i]));
        for (int level = 2; level <= 5; level++) {
            assert_true(step(&desk, 1, level)->fixed);
            assert_int_equal(step(&desk, 1, level)->cost_parts, level == 2 ? 800 : 300);
            assert_int_equal(step(&desk, 1, level)->months, level == 3 ? 2 : 9);
            assert_false(step(&desk, 2, level)->fixed);
            assert_int_equal(step(&desk, 2, level)->cost_parts, 500);
        }
        assert_int_equal(step(&desk, 2, 4)->months, 7);
        close_desk(&desk);
    }
}

/* Protects whoever made a slip: each has its own row, and the line is told. */
static void test_plan_price__tells_each_slip_with_its_line(void **state)
{
    (void)state;
    static const struct {
        const char *row, *id;
    } rows[] = {
        {"I99;2;1;1;", "EDIT_INDICATOR"},
        {"zzzzzzzz;2;1;1;", "EDIT_INDICATOR"},
        {";2;1;1;", "PRICE_INDICATOR"},
        {"I01;1;1;1;", "PRICE_LEVEL"}, /* nobody is raised to the lowest level */
        {"I01;6;1;1;", "PRICE_LEVEL"},
        {"I01;dua;1;1;", "PRICE_LEVEL"},
        {"I01;2;-1;1;", "PRICE_COST"},
        {"I01;2;1/2;1;", "PRICE_COST"},
        {"I01;2;1.000;1;", "PRICE_COST"},
        {"I01;2;1.000.000;1;", "PRICE_COST"},
        {"I01;2;Rp 5;1;", "PRICE_COST"},
        {"I01;2;1000000000000;1;", "PRICE_COST"},
        {"I01;2;1;241;", "PRICE_MONTHS"},
        {"I01;2;1;-1;", "PRICE_MONTHS"},
        {"I01;2;1;1,5;", "PRICE_MONTHS"},
        {"I01;2;1;99999;", "PRICE_MONTHS"},
        {"I01;2;1;1;mungkin", "PRICE_FIXED"},
        {"I02;3;4;1;", "PRICE_TWICE"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct desk desk;
        open_desk(&desk);
        const char *text = arena_format(
            &desk.arena, "indikator;tingkat;biaya;bulan;tetap\nI02;3;4;1;\n%s\n", rows[i].row);
        assert_false(read_file(&desk, text));
        assert_string_equal(desk.err.id, "PRICE_PROBLEMS");
        assert_int_equal(desk.err.kind, ERROR_INPUT);
        if (desk.told_count != 1 || strcmp(desk.told[0], rows[i].id) != 0) {
            fail_msg("%s: %zu told, %s", rows[i].row, desk.told_count, desk.first);
        }
        assert_non_null(strstr(desk.first, "line 3: "));
        close_desk(&desk);
    }
}

/* Protects a long file: all of its slips are told in one go, several of one row too. */
static void test_plan_price__tells_all_slips_at_once(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk);
    assert_false(read_file(&desk, "indikator;tingkat;biaya;bulan;tetap\n"
                                  "I01;9;x;y;z\nI02;2;1;1;\nI03;2;q;1;\n"));
    static const char *const wanted[] = {"PRICE_LEVEL", "PRICE_COST", "PRICE_MONTHS", "PRICE_FIXED",
                                         "PRICE_COST"};
    assert_int_equal(desk.told_count, 5);
    for (size_t i = 0; i < 5; i++) {
        assert_string_equal(desk.told[i], wanted[i]);
    }
    close_desk(&desk);
}

/* Protects from files that are something else. */
static void test_plan_price__refuses_what_is_no_table_of_costs(void **state)
{
    (void)state;
    static const struct {
        const char *text, *id;
    } rows[] = {
        {"", "PRICE_HEADER"},
        {"I01;2;4\n", "PRICE_HEADER"},
        {"indikator;tingkat\nI01;2\n", "PRICE_HEADER"},
        {"tingkat;biaya\n2;4\n", "PRICE_HEADER"},
        {"{\"format\":\"spbe-assessment/1\"}", "PRICE_HEADER"},
        {"PK\x03\x04rest", "PRICE_WORKBOOK"},
        {"indikator;biaya\nI01;\"4\n", "CSV_QUOTE"},
        {"indikator;biaya\n\xFF\xFE;4\n", "CSV_UTF8"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct desk desk;
        open_desk(&desk);
        assert_false(read_file(&desk, rows[i].text));
        if (strcmp(desk.err.id, rows[i].id) != 0) {
            fail_msg("%s: %s", rows[i].text, desk.err.id);
        }
        assert_int_equal(desk.told_count, 0);
        close_desk(&desk);
    }
}

/* Protects the way round: what is written is read back to the same prices, whatever they are. */
static void test_plan_price__reads_what_it_writes(void **state)
{
    (void)state;
    struct desk desk;
    struct text text = TEXT_EMPTY;
    open_desk(&desk);
    size_t count = desk.fixture.instrument.level_count;
    for (size_t i = 0; i < count; i++) {
        desk.prices.steps[i] =
            (struct plan_price){(int64_t)(i * i * 1234567), (int)i, i % 7 == 0, PLAN_BY_COUNT};
    }
    plan_price_write(&desk.prices, &desk.fixture.instrument, &text);
    struct plan_price *before = desk.prices.steps;
    plan_price_start(&desk.prices, &desk.fixture.instrument, &desk.arena);
    assert_true(read_text(&desk, text.bytes, text.length));
    for (int i = 1; i <= 5; i++) {
        for (int level = 2; level <= 5; level++) {
            const struct plan_price *now = step(&desk, i, level);
            const struct plan_price *then = &before[now - desk.prices.steps];
            assert_int_equal(now->cost_parts, then->cost_parts);
            assert_int_equal(now->months, then->months);
            assert_int_equal(now->fixed, then->fixed);
        }
    }
    assert_int_equal(desk.prices.from_file, 20);
    text_release(&text);
    close_desk(&desk);
}

/* Protects sums in documents: costs are exact decimals, without zeros behind. */
static void test_plan_price__writes_costs_exactly(void **state)
{
    (void)state;
    static const struct {
        int64_t parts;
        const char *text;
    } rows[] = {
        {0, "0"}, {1, "0.01"}, {50, "0.5"}, {100, "1"}, {99999999999999, "999999999999.99"}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct text text = TEXT_EMPTY;
        plan_price_add(&text, rows[i].parts);
        assert_string_equal(text.bytes, rows[i].text);
        text_release(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plan_price__counts_steps_where_the_pack_is_silent),
        cmocka_unit_test(test_plan_price__takes_the_pack_at_its_word),
        cmocka_unit_test(test_plan_price__reads_tables_as_people_write_them),
        cmocka_unit_test(test_plan_price__a_row_with_a_level_goes_first),
        cmocka_unit_test(test_plan_price__fixes_indicators_and_levels),
        cmocka_unit_test(test_plan_price__takes_rows_in_any_order),
        cmocka_unit_test(test_plan_price__tells_each_slip_with_its_line),
        cmocka_unit_test(test_plan_price__tells_all_slips_at_once),
        cmocka_unit_test(test_plan_price__refuses_what_is_no_table_of_costs),
        cmocka_unit_test(test_plan_price__reads_what_it_writes),
        cmocka_unit_test(test_plan_price__writes_costs_exactly),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
