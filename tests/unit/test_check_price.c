/* A pack's table of steps: each slip of its author is told by its own row, the first row that fits holds,
 * and what is right is left in peace. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "check_price.h"
#include "limit.h"
#include "pack_price.h"
#include "support_draft.h"

#include <string.h>

#define COUNT(rows) (sizeof(rows) / sizeof(rows)[0])

/* A pack of two aspects, I01 (process) in A1 and I02 (service) in A2, levels 1 to 3, with this table of steps. */
static void run(struct draft *draft, const char *steps)
{
    static const char levels[] = "[{'level':1},{'level':2},{'level':3}]";
    draft_open(draft);
    draft_add(draft, "pack.lua",
              arena_format(&draft->arena,
                           "{'level_names':{'process':[],'service':[]},'plan':{'steps':%s},"
                           "'scale':{'highest':3,'lowest':1,'unanswered':1}}",
                           steps));
    draft_add(draft, "domain_1.lua",
              arena_format(&draft->arena,
                           "{'aspects':[{'id':'A1','indicators':[{'id':'I01','kind':'process',"
                           "'levels':%s}]},{'id':'A2','indicators':[{'id':'I02','kind':'service',"
                           "'levels':%s}]}],'id':'D1'}",
                           levels, levels));
    draft_declare(draft);
    check_price(&draft->pack, &draft->complaints);
}

/* Protects authors of a table: every slip has a sentence of its own. */
static void test_check_price__tells_each_slip(void **state)
{
    (void)state;
    static const struct {
        const char *steps, *id;
    } rows[] = {
        {"[{'cost':1,'level':2,'months':1},{'cost':1,'level':3,'months':1}]", NULL},
        {"[{'cost':0,'level':2,'months':0},{'cost':0.25,'level':3,'months':240}]", NULL},
        {"[{'cost':1,'level':2,'months':1}]", "PACK_STEP_MISSING"},
        {"[]", "PACK_STEP_MISSING"},
        {"[{'aspects':['A1'],'cost':1,'level':2,'months':1},"
         "{'cost':1,'kind':'service','level':2,'months':1},{'cost':1,'level':3,'months':1}]",
         NULL},
        {"[{'cost':1,'kind':'process','level':2,'months':1},{'cost':1,'level':3,'months':1}]",
         "PACK_STEP_MISSING"},
        {"[{'cost':-1,'level':2,'months':1},{'cost':1,'level':3,'months':1}]", "PACK_STEP_COST"},
        {"[{'cost':1.005,'level':2,'months':1},{'cost':1,'level':3,'months':1}]", "PACK_STEP_COST"},
        {"[{'cost':'1/3','level':2,'months':1},{'cost':1,'level':3,'months':1}]", "PACK_STEP_COST"},
        {"[{'cost':1,'level':2,'months':241},{'cost':1,'level':3,'months':1}]", "PACK_STEP_MONTHS"},
        {"[{'cost':1,'level':2,'months':1},{'cost':1,'level':3,'months':1},"
         "{'cost':1,'level':4,'months':1}]",
         "PACK_LEVEL_OUTSIDE"},
        {"[{'cost':1,'level':2,'months':1},{'cost':1,'level':3,'months':1},"
         "{'cost':1,'kind':'policy','level':3,'months':1}]",
         "PACK_KIND"},
        {"[{'cost':1,'level':2,'months':1},{'cost':1,'level':3,'months':1},"
         "{'aspects':['A3'],'cost':1,'level':3,'months':1}]",
         "PACK_NO_SUCH_ID"},
        {"3", NULL}, /* wrong shapes are told by pack_field, and not again */
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct draft draft;
        run(&draft, rows[i].steps);
        draft_want(&draft, rows[i].id, rows[i].steps);
        draft_close(&draft);
    }
}

/* Protects the rule that authors write by: particular rows first, general ones behind. */
static void test_check_price__the_first_row_that_fits_holds(void **state)
{
    (void)state;
    struct draft draft;
    const struct aspect aspects[] = {{.id = "A1"}, {.id = "A2"}};
    const struct indicator indicators[] = {
        {.kind = "process", .aspect = 0, .levels = {0, 3}},
        {.kind = "service", .aspect = 1, .levels = {3, 3}},
    };
    const struct level levels[] = {{.number = 1}, {.number = 2}, {.number = 3},
                                   {.number = 1}, {.number = 2}, {.number = 3}};
    struct instrument instrument = {.aspects = aspects,
                                    .indicators = indicators,
                                    .indicator_count = 2,
                                    .levels = levels,
                                    .level_count = 6};
    run(&draft, "[{'aspects':['A1'],'cost':6.5,'level':2,'months':7,'what':'kebijakan'},"
                "{'cost':3,'level':2,'months':2},{'cost':4,'level':3,'months':5}]");
    assert_int_equal(draft.complaints.count, 0);
    pack_price_build(&draft.pack, &draft.arena, &instrument);
    const struct step_price *prices = instrument.effort.prices;
    assert_int_equal(prices[1].cost_parts, 650);
    assert_int_equal(prices[1].months, 7);
    assert_string_equal(prices[1].what, "kebijakan");
    assert_int_equal(prices[2].cost_parts, 400);
    assert_int_equal(prices[4].cost_parts, 300);
    assert_int_equal(prices[5].months, 5);
    assert_string_equal(prices[5].what, "");
    draft_close(&draft);
}

/* Protects the sums of a plan: only what is counted exactly in hundredths is a cost. */
static void test_check_price__costs_are_hundredths(void **state)
{
    (void)state;
    static const struct {
        struct fraction cost;
        int64_t parts; /* -1: refused */
    } rows[] = {
        {{0, 1}, 0},
        {{1, 1}, 100},
        {{1, 4}, 25},
        {{1, 100}, 1},
        {{1, 200}, -1},
        {{1, 3}, -1},
        {{-1, 1}, -1},
        {{999999999999, 1}, 99999999999900},
        {{99999999999999, 100}, 99999999999999},
        {{1000000000000, 1}, -1},
        {{INT64_MAX, 1}, -1},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        int64_t parts = -1;
        assert_int_equal(check_price_cost(rows[i].cost, &parts), rows[i].parts >= 0);
        assert_int_equal(parts, rows[i].parts);
    }
}

/* Protects packs without the table: they are fine, and say nothing about costs. */
static void test_check_price__a_pack_needs_no_table(void **state)
{
    (void)state;
    struct declaration pack = {.pack = NULL};
    struct complaints complaints = {.place = "p"};
    struct instrument instrument = {.level_count = 0};
    struct arena arena = ARENA_EMPTY;
    check_price(&pack, &complaints);
    pack_price_build(&pack, &arena, &instrument);
    assert_int_equal(complaints.count, 0);
    assert_null(instrument.effort.prices);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_check_price__tells_each_slip),
        cmocka_unit_test(test_check_price__the_first_row_that_fits_holds),
        cmocka_unit_test(test_check_price__costs_are_hundredths),
        cmocka_unit_test(test_check_price__a_pack_needs_no_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
