/* A pack's worked examples and checks of evidence speak of the pack: each slip of an author is told, by
 * its own row, and what is right is left in peace. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "check_case.h"
#include "support_draft.h"

#include <string.h>

#define COUNT(rows) (sizeof(rows) / sizeof(rows)[0])

/* Runs the proofs with this file, as examples or as checks. */
static void run(struct draft *draft, bool examples, const char *text)
{
    draft_open(draft);
    draft_add(draft, "pack.lua",
              "{'predicates':[{'name':'Baik'},{'name':'Kurang'}],"
              "'rounding':{'published_decimals':2},'scale':{'highest':5,'lowest':1,'unanswered':1},"
              "'years':{'first':2021,'last':2023}}");
    draft_add(draft, "domain_1.lua",
              "{'aspects':[{'id':'A1','indicators':[{'id':'I01','levels':[{'criteria':["
              "{'id':'I01.2.a'}],'level':2}]},{'id':'I02','levels':[]}]}],'id':'D1'}");
    *(examples ? &draft->pack.examples : &draft->pack.checks) = draft_add(draft, "extra.lua", text);
    draft_declare(draft);
    check_case(&draft->pack, &draft->complaints);
}

/* Wants exactly this complaint, or none for NULL. */
static void want(bool examples, const char *text, const char *id)
{
    struct draft draft;
    run(&draft, examples, text);
    draft_want(&draft, id, text);
    draft_close(&draft);
}

/* Protects authors of examples: numbers as published, known ids, one level for each indicator. */
static void test_check_case__examples(void **state)
{
    (void)state;
    static const struct {
        const char *text, *id;
    } rows[] = {
        {"[]", NULL},
        {"[{'levels':[1,5]}]", NULL},
        {"[{'levels':[1]}]", "PACK_CASE_LEVELS"},
        {"[{'levels':[1,2,3]}]", "PACK_CASE_LEVELS"},
        {"[{'levels':[]}]", "PACK_CASE_LEVELS"},
        {"[{'case':'x','levels':[1,5]}]", NULL},
        {"[{'case':'x'}]", "PACK_CASE_GIVEN"},
        {"[{'aspects':{'A1':'2.00'},'case':'x','levels':[1,5]}]", "PACK_CASE_GIVEN"},
        {"[{'aspects':{'A1':'2.00'},'case':'x'}]", NULL},
        {"[{'aspects':{'A1':'2'},'case':'x'}]", "PACK_CASE_NUMBER"},
        {"[{'aspects':{},'case':'x'}]", "PACK_CASE_ASPECT"},
        {"[{'year':2021}]", NULL},
        {"[{'year':2030}]", NULL}, /* a later year is served by the last rules */
        {"[{'year':2020}]", "PACK_CASE_YEAR"},
        {"[{'basis':'claimed'}]", NULL},
        {"[{'basis':'verified'}]", "PACK_KNOWN"},
        {"[{'kind':'kota'}]", NULL},
        {"[{'kind':'lainnya'}]", NULL},
        {"[{'kind':'Kota'}]", "PACK_CASE_KIND"},
        {"[{'expect':{'index':'2.35'}}]", NULL},
        {"[{'expect':{'index':'2.3'}}]", "PACK_CASE_NUMBER"},
        {"[{'expect':{'index':'2'}}]", "PACK_CASE_NUMBER"},
        {"[{'expect':{'index':'2.350'}}]", "PACK_CASE_NUMBER"},
        {"[{'expect':{'index':'x.yz'}}]", "PACK_CASE_NUMBER"},
        {"[{'expect':{'exact':'20/6'}}]", NULL},
        {"[{'expect':{'exact':'dua'}}]", "PACK_CASE_EXACT"},
        {"[{'expect':{'domains':{'D1':'2.00'}}}]", NULL},
        {"[{'expect':{'domains':{'A1':'2.00'}}}]", "PACK_NO_SUCH_ID"},
        {"[{'expect':{'domains':{'D1':'2.0'}}}]", "PACK_CASE_NUMBER"},
        {"[{'expect':{'aspects':{'A1':'2.00'}}}]", NULL},
        {"[{'expect':{'aspects':{'D1':'2.00'}}}]", "PACK_NO_SUCH_ID"},
        {"[{'expect':{'predicate':'Kurang'}}]", NULL},
        {"[{'expect':{'predicate':'kurang'}}]", "PACK_CASE_PREDICATE"},
        {"[{},{'kind':'desa'},[]]", "PACK_CASE_KIND"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        want(true, rows[i].text, rows[i].id);
    }
}

/* Protects authors of checks: every name means something, words are as the search expects them. */
static void test_check_case__checks(void **state)
{
    (void)state;
    static const struct {
        const char *text, *id;
    } rows[] = {
        {"{}", NULL},
        {"{'policy_proves':['I01','I01.2','I01.2.a']}", NULL},
        {"{'policy_proves':['I02']}", "PACK_NO_SUCH_ID"}, /* has no criterion */
        {"{'policy_proves':['I01.2.b']}", "PACK_NO_SUCH_ID"},
        {"{'policy_proves':['']}", "PACK_NO_SUCH_ID"},
        {"{'ages':[{'criteria':['I01.2']}]}", NULL},
        {"{'ages':[{'criteria':['I01.2']},{'criteria':['I1']}]}", "PACK_NO_SUCH_ID"},
        {"{'policy_words':['peraturan','sk 12']}", NULL},
        {"{'policy_words':['Peraturan']}", "PACK_WORD_CASE"},
        {"{'record_words':['notuleN']}", "PACK_WORD_CASE"},
        {"{'draft_words':['rancangan','DRAF']}", "PACK_WORD_CASE"},
        {"{'coverage':{'full':['I01.2'],'partial':['I01.2']}}", NULL},
        {"{'coverage':{'full':['I01.3']}}", "PACK_NO_SUCH_ID"},
        {"{'coverage':{'partial':['I01']}}", "PACK_NO_SUCH_ID"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        want(false, rows[i].text, rows[i].id);
    }
}

/* Protects against two complaints about one mistake: wrong shapes are told elsewhere, and not again. */
static void test_check_case__passes_over_wrong_shapes(void **state)
{
    (void)state;
    static const char *const examples[] = {
        "{}",
        "3",
        "['x',4,true]",
        "[{'basis':3,'expect':5,'kind':4,'levels':'x','year':'x'}]",
        "[{'expect':{'aspects':[],'domains':3,'exact':1,'index':2,'predicate':[]}}]",
    };
    static const char *const checks[] = {
        "[]",
        "'x'",
        "{'ages':3,'coverage':[],'policy_proves':{'a':'x'},'policy_words':'X'}",
        "{'ages':['x',{'criteria':3}],'coverage':{'full':[3]},'draft_words':[true]}",
    };
    for (size_t i = 0; i < COUNT(examples); i++) {
        want(true, examples[i], NULL);
    }
    for (size_t i = 0; i < COUNT(checks); i++) {
        want(false, checks[i], NULL);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_check_case__examples),
        cmocka_unit_test(test_check_case__checks),
        cmocka_unit_test(test_check_case__passes_over_wrong_shapes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
