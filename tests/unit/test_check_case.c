/* A pack's worked examples and checks of evidence speak of the pack: each slip of an author is told, by
 * its own row, and what is right is left in peace. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "check_case.h"

#include <string.h>

#define COUNT(rows) (sizeof(rows) / sizeof(rows)[0])

enum { PACK, DOMAIN, EXTRA, SOURCES };

/* A small pack, and one more file of it. */
struct desk {
    struct arena arena;
    struct source sources[SOURCES];
    struct declaration pack;
    const struct data *domains[1];
    struct complaints complaints;
};

static void add(struct desk *desk, size_t position, const char *name, const char *text)
{
    char *json = arena_format(&desk->arena, "{\"value\":%s}", text);
    for (char *at = json; *at != '\0'; at++) {
        *at = *at == '\'' ? '"' : *at;
    }
    desk->sources[position] = (struct source){
        .name = name,
        .text = TEXT_EMPTY,
        .value = data_read(json, strlen(json), &desk->arena),
    };
    if (desk->sources[position].value == NULL) {
        fail_msg("no value: %s", json);
    }
}

/* Runs the proofs with this file, as examples or as checks. */
static void run(struct desk *desk, bool examples, const char *text)
{
    *desk = (struct desk){.arena = ARENA_EMPTY};
    add(desk, PACK, "pack.lua",
        "{'predicates':[{'name':'Baik'},{'name':'Kurang'}],"
        "'rounding':{'published_decimals':2},'scale':{'highest':5,'lowest':1,'unanswered':1},"
        "'years':{'first':2021,'last':2023}}");
    add(desk, DOMAIN, "domain_1.lua",
        "{'aspects':[{'id':'A1','indicators':[{'id':'I01','levels':[{'criteria':["
        "{'id':'I01.2.a'}],'level':2}]},{'id':'I02','levels':[]}]}],'id':'D1'}");
    add(desk, EXTRA, "extra.lua", text);
    desk->domains[0] = desk->sources[DOMAIN].value;
    desk->pack = (struct declaration){.pack = desk->sources[PACK].value};
    desk->pack.domains.items = desk->domains;
    desk->pack.domains.count = 1;
    *(examples ? &desk->pack.examples : &desk->pack.checks) = desk->sources[EXTRA].value;
    declaration_flatten(&desk->pack, &desk->arena);
    desk->complaints =
        (struct complaints){.place = "p", .sources = desk->sources, .source_count = SOURCES};
    check_case(&desk->pack, &desk->complaints);
}

/* Wants exactly this complaint, or none for NULL. */
static void want(bool examples, const char *text, const char *id)
{
    struct desk desk;
    run(&desk, examples, text);
    bool told = id == NULL ? desk.complaints.count == 0
                           : desk.complaints.count == 1 &&
                                 strcmp(desk.complaints.list[0].error.id, id) == 0;
    for (size_t i = 0; !told && i < desk.complaints.count; i++) {
        print_error("%s: %s\n", desk.complaints.list[i].error.id,
                    desk.complaints.list[i].error.message);
    }
    if (!told) {
        fail_msg("%s", text);
    }
    complaints_release(&desk.complaints);
    arena_release(&desk.arena);
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
