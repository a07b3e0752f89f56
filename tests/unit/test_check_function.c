#include "check_function.h"

#include "support_draft.h"
#include "text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

enum { COUNT_MOST = 2000 };

/* Runs the proofs over these indicators, of which only what they depend on is written. */
static void run(struct draft *draft, const char *indicators)
{
    struct text domain = TEXT_EMPTY;
    text_format(&domain, "{'aspects':[{'indicators':[%s]}]}", indicators);
    draft_open(draft);
    draft_add(draft, "pack.lua", "{'id':'uji'}");
    draft_add(draft, "domain_1.lua", domain.bytes);
    draft_declare(draft);
    check_function(&draft->pack, &draft->complaints);
    text_release(&domain);
}

#define FUNCTION ",'value':{'@function':'domain_1.lua:x'}"

/* Wants exactly this complaint with this word in it, or none at all for NULL. */
static void want(const char *indicators, const char *id, const char *word)
{
    struct draft draft;
    run(&draft, indicators);
    draft_want(&draft, id, indicators);
    if (id != NULL) {
        assert_non_null(strstr(draft.complaints.list[0].error.message, word));
    }
    draft_close(&draft);
}

static void test_check_function__what_it_depends_on_is_there(void **state)
{
    (void)state;
    want("{'id':'I01'},{'depends_on':['I01'],'id':'I02'" FUNCTION "}", NULL, "");
    want("{'depends_on':['I02'],'id':'I01'" FUNCTION "},{'id':'I02'" FUNCTION "}", NULL, "");
    want("{'depends_on':[],'id':'I01'" FUNCTION "}", NULL, "");
    want("{'id':'I01'},{'depends_on':['I03'],'id':'I02'" FUNCTION "}", "PACK_NO_SUCH_ID", "I03");
    want("{'id':'I01'},{'depends_on':['I1'],'id':'I02'" FUNCTION "}", "PACK_NO_SUCH_ID", "I1");
    want("{'id':'I01'},{'depends_on':['A1'],'id':'I02'" FUNCTION "}", "PACK_NO_SUCH_ID", "A1");
    want("{'id':'I01'},{'depends_on':[''],'id':'I02'" FUNCTION "}", "PACK_NO_SUCH_ID", "");
}

/* Only a function can read other values; a list without one is a slip. */
static void test_check_function__dependence_without_a_function_is_a_slip(void **state)
{
    (void)state;
    want("{'id':'I01'},{'depends_on':['I01'],'id':'I02'}", "PACK_DEPEND_ALONE", "I02");
    want("{'id':'I01'},{'id':'I02'}", NULL, "");
}

static void test_check_function__a_slot_is_named_by_itself(void **state)
{
    (void)state;
    static const char slots[] = "{'id':'I01','slots':[{'id':'I01-1'},{'id':'I01-2'}]},";
    struct text text = TEXT_EMPTY;
    text_format(&text, "%s{'depends_on':['I01-2'],'id':'I02'" FUNCTION "}", slots);
    want(text.bytes, NULL, "");
    text_clear(&text);
    text_format(&text, "%s{'depends_on':['I01'],'id':'I02'" FUNCTION "}", slots);
    want(text.bytes, "PACK_NO_SUCH_ID", "I01");
    text_clear(&text);
    text_format(&text, "%s{'depends_on':['I01-3'],'id':'I02'" FUNCTION "}", slots);
    want(text.bytes, "PACK_NO_SUCH_ID", "I01-3");
    text_release(&text);
}

static void test_check_function__a_circle_is_told_once_with_all_that_is_in_it(void **state)
{
    (void)state;
    want("{'depends_on':['I01'],'id':'I01'" FUNCTION "}", "PACK_DEPEND_CIRCLE", "I01 → I01");
    want("{'depends_on':['I02'],'id':'I01'" FUNCTION "},{'depends_on':['I01'],'id':'I02'" FUNCTION
         "}",
         "PACK_DEPEND_CIRCLE", "I01 → I02 → I01");
    want("{'depends_on':['I02'],'id':'I01'" FUNCTION "},{'depends_on':['I03'],'id':'I02'" FUNCTION
         "},{'depends_on':['I02'],'id':'I03'" FUNCTION "}",
         "PACK_DEPEND_CIRCLE", ": I02 → I03 → I02");
}

/* Two ways to the same value are no circle. */
static void test_check_function__a_value_may_be_read_by_many(void **state)
{
    (void)state;
    want("{'id':'I01'" FUNCTION "},{'depends_on':['I01'],'id':'I02'" FUNCTION
         "},{'depends_on':['I01'],'id':'I03'" FUNCTION
         "},{'depends_on':['I02','I03','I01'],'id':'I04'" FUNCTION "}",
         NULL, "");
}

/* A chain as long as a pack may have indicators is followed to its end; a longer one not at all. */
static void test_check_function__a_long_chain_has_an_end(void **state)
{
    (void)state;
    static const size_t counts[] = {1000, 1001, COUNT_MOST};
    for (size_t n = 0; n < sizeof counts / sizeof *counts; n++) {
        struct text chain = TEXT_EMPTY;
        struct draft draft;
        for (size_t i = 1; i <= counts[n]; i++) {
            size_t next = i == counts[n] ? 1 : i + 1; /* the last closes the circle */
            text_format(&chain, "%s{'depends_on':['I%02zu'],'id':'I%02zu'" FUNCTION "}",
                        i == 1 ? "" : ",", next, i);
        }
        run(&draft, chain.bytes);
        assert_int_equal(draft.complaints.count, n == 0 ? 1 : 0);
        draft_close(&draft);
        text_release(&chain);
    }
}

static void test_check_function__wrong_shapes_are_passed_over(void **state)
{
    (void)state;
    static const char *const shapes[] = {
        "{'depends_on':'I01','id':'I01'" FUNCTION "}",
        "{'depends_on':[1,true,['I01']],'id':'I01'" FUNCTION "}",
        "{'depends_on':{'x':'I01'},'id':'I01'" FUNCTION "}",
        "{'depends_on':['I02'],'id':7" FUNCTION "},{'id':'I02'}",
        "{'id':'I01','value':3}",
    };
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        struct draft draft;
        run(&draft, shapes[i]);
        assert_int_equal(draft.complaints.count, 0);
        draft_close(&draft);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_check_function__what_it_depends_on_is_there),
        cmocka_unit_test(test_check_function__dependence_without_a_function_is_a_slip),
        cmocka_unit_test(test_check_function__a_slot_is_named_by_itself),
        cmocka_unit_test(test_check_function__a_circle_is_told_once_with_all_that_is_in_it),
        cmocka_unit_test(test_check_function__a_value_may_be_read_by_many),
        cmocka_unit_test(test_check_function__a_long_chain_has_an_end),
        cmocka_unit_test(test_check_function__wrong_shapes_are_passed_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
