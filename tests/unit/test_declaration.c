/* The files of a pack as one whole: flat lists in the instrument's order, names that find them, and the
 * small questions that checks and loading ask. Also of packs with mistakes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "declaration.h"

#include <stdbool.h>
#include <string.h>

#define COUNT(rows) (sizeof(rows) / sizeof(rows)[0])

struct desk {
    struct arena arena;
    struct declaration pack;
    const struct data *files[4];
};

static struct desk shared;

static int open_desk(void **state)
{
    shared = (struct desk){.arena = ARENA_EMPTY};
    *state = &shared;
    return 0;
}

static int close_desk(void **state)
{
    struct desk *desk = *state;
    arena_release(&desk->arena);
    return 0;
}

/* A value, written with ' for ". */
static const struct data *value(struct desk *desk, const char *text)
{
    char *json = arena_format(&desk->arena, "{\"value\":%s}", text);
    for (char *at = json; *at != '\0'; at++) {
        *at = *at == '\'' ? '"' : *at;
    }
    const struct data *read = data_read(json, strlen(json), &desk->arena);
    if (read == NULL) {
        fail_msg("no value: %s", json);
    }
    return read;
}

/* Makes the declaration of pack.lua and up to two files of domains. */
static void declare(struct desk *desk, const char *pack, const char *first, const char *second)
{
    desk->pack = (struct declaration){.pack = value(desk, pack)};
    desk->files[0] = value(desk, first);
    desk->files[1] = second == NULL ? NULL : value(desk, second);
    desk->pack.domains.items = desk->files;
    desk->pack.domains.count = second == NULL ? 1 : 2;
    declaration_flatten(&desk->pack, &desk->arena);
}

static const char pack_text[] = "{'broken':3,'legal_basis':[{'id':'aturan','title':'Aturan'},{'id':"
                                "'panduan','title':'Panduan'}],"
                                "'level_names':{'process':['a','b'],'service':['c','d']},"
                                "'years':{'first':2021,'last':2024}}";

static const char first_text[] =
    "{'aspects':[{'id':'A1','indicators':["
    "{'id':'I01','levels':[{'criteria':[{'id':'I01.1.a'},{'id':'I01.1.b'}],'level':1},"
    "{'criteria':[{'id':'I01.2.a'}],'level':2}]},"
    "{'id':'I02','levels':[{'criteria':[],'level':1}]}]},"
    "{'id':'A2','indicators':[]}],'id':'D1'}";

static const char second_text[] = "{'aspects':[{'id':'A3','indicators':[{'id':'I10','levels':["
                                  "{'criteria':[{'id':'I10.3.a'}],'level':3}]}]}],'id':'D2'}";

static void declare_whole(struct desk *desk)
{
    declare(desk, pack_text, first_text, second_text);
}

/* The ids of a list in one line. */
static void assert_ids(const struct data_list *list, const char *ids)
{
    struct text all = TEXT_EMPTY;
    for (size_t i = 0; i < list->count; i++) {
        text_format(&all, "%s%s", i == 0 ? "" : " ", data_text(list->items[i], "id", "?"));
    }
    assert_string_equal(all.length == 0 ? "" : all.bytes, ids);
    text_release(&all);
}

/* Protects the instrument's order: everything that counts positions counts these. */
static void test_declaration__flattens_in_order(void **state)
{
    struct desk *desk = *state;
    declare_whole(desk);
    assert_ids(&desk->pack.domains, "D1 D2");
    assert_ids(&desk->pack.aspects, "A1 A2 A3");
    assert_ids(&desk->pack.indicators, "I01 I02 I10");
    assert_ids(&desk->pack.criteria, "I01.1.a I01.1.b I01.2.a I10.3.a");
    assert_int_equal(desk->pack.levels.count, 4);
    assert_string_equal(data_get(desk->pack.levels.items[3], "level")->text, "3");
}

/* Protects look-ups by id: each finds its own record, and only whole ids find one. */
static void test_declaration__finds_by_id(void **state)
{
    struct desk *desk = *state;
    declare_whole(desk);
    const struct {
        const struct name_index *index;
        const char *name;
        const struct data *meant;
        size_t position;
    } rows[] = {
        {&desk->pack.domain_ids, "D2", desk->pack.domains.items[1], 1},
        {&desk->pack.aspect_ids, "A3", desk->pack.aspects.items[2], 2},
        {&desk->pack.indicator_ids, "I01", desk->pack.indicators.items[0], 0},
        {&desk->pack.indicator_ids, "I10", desk->pack.indicators.items[2], 2},
        {&desk->pack.level_ids, "I01.2", desk->pack.levels.items[1], 1},
        {&desk->pack.level_ids, "I10.3", desk->pack.levels.items[3], 3},
        {&desk->pack.criterion_ids, "I01.1.b", desk->pack.criteria.items[1], 1},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const struct named *found = name_index_find(rows[i].index, rows[i].name);
        assert_non_null(found);
        assert_ptr_equal(found->value, rows[i].meant);
        assert_int_equal(found->position, rows[i].position);
    }
    assert_null(name_index_find(&desk->pack.indicator_ids, "I0"));
    assert_null(name_index_find(&desk->pack.indicator_ids, "I011"));
    assert_null(name_index_find(&desk->pack.level_ids, "I01.3"));
    assert_null(name_index_find(&desk->pack.criterion_ids, "I01"));
}

/* Protects documents and kinds, which come from pack.lua. */
static void test_declaration__knows_documents_and_kinds(void **state)
{
    struct desk *desk = *state;
    declare_whole(desk);
    assert_int_equal(desk->pack.document_ids.count, 2);
    assert_non_null(name_index_find(&desk->pack.document_ids, "panduan"));
    assert_null(name_index_find(&desk->pack.document_ids, "Panduan"));
    assert_int_equal(desk->pack.kinds.count, 2);
    assert_non_null(name_index_find(&desk->pack.kinds, "service"));
    assert_null(name_index_find(&desk->pack.kinds, "a"));
}

/* Protects the checks from a pack with mistakes: what has no shape is left out, the rest stays. */
static void test_declaration__leaves_out_what_has_no_shape(void **state)
{
    struct desk *desk = *state;
    static const struct {
        const char *pack, *domain;
        size_t aspects, indicators, levels, criteria;
    } rows[] = {
        {"{}", "{}", 0, 0, 0, 0},
        {"[]", "[]", 0, 0, 0, 0},
        {"{}", "{'aspects':3}", 0, 0, 0, 0},
        {"{}", "{'aspects':{'indicators':[]}}", 0, 0, 0, 0},
        {"{}", "{'aspects':['x',1,true,[],{'id':'A'}]}", 1, 0, 0, 0},
        {"{}", "{'aspects':[{'indicators':[{'levels':'x'},{'levels':[{}]}]}]}", 1, 2, 1, 0},
        {"{}",
         "{'aspects':[{'indicators':[{'levels':[{'level':1},7,{'criteria':[{'id':'c'},9]}]}]}]}", 1,
         1, 2, 1},
        {"{'legal_basis':{'id':'x'},'level_names':['process']}", "{}", 0, 0, 0, 0},
        {"{'legal_basis':['x',{'id':4}],'level_names':3}", "{}", 0, 0, 0, 0},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        declare(desk, rows[i].pack, rows[i].domain, NULL);
        const struct declaration *pack = &desk->pack;
        if (pack->aspects.count != rows[i].aspects ||
            pack->indicators.count != rows[i].indicators || pack->levels.count != rows[i].levels ||
            pack->criteria.count != rows[i].criteria) {
            fail_msg("row %zu: %zu %zu %zu %zu", i, pack->aspects.count, pack->indicators.count,
                     pack->levels.count, pack->criteria.count);
        }
        assert_int_equal(pack->document_ids.count, 0);
        assert_int_equal(pack->kinds.count, 0);
    }
}

/* Protects positions: a level without a name still has its place, so that the next one has its own. */
static void test_declaration__unnamed_levels_keep_their_place(void **state)
{
    struct desk *desk = *state;
    declare(desk, "{}",
            "{'aspects':[{'indicators':[{'levels':[{'level':1}]},"
            "{'id':'I02','levels':[{'level':[]},{'level':2}]}]}]}",
            NULL);
    assert_int_equal(desk->pack.level_ids.count, 3);
    const struct named *found = name_index_find(&desk->pack.level_ids, "I02.2");
    assert_non_null(found);
    assert_int_equal(found->position, 2);
    assert_null(name_index_find(&desk->pack.level_ids, "I02.1"));
}

/* Protects the second of two equal names from hiding the first. */
static void test_declaration__first_of_equal_ids_is_found(void **state)
{
    struct desk *desk = *state;
    declare(desk, "{}", "{'aspects':[{'id':'A1','n':1},{'id':'A2'},{'id':'A1','n':2}]}", NULL);
    const struct named *found = name_index_find(&desk->pack.aspect_ids, "A1");
    assert_non_null(found);
    assert_ptr_equal(found->value, desk->pack.aspects.items[0]);
    assert_int_equal(desk->pack.aspect_ids.count, 3);
}

/* Protects sentences about a level or a criterion, which name what it belongs to. */
static void test_declaration__knows_the_owner(void **state)
{
    struct desk *desk = *state;
    declare_whole(desk);
    const struct declaration *pack = &desk->pack;
    assert_ptr_equal(declaration_owner(pack->criteria.items[2]), pack->levels.items[1]);
    assert_ptr_equal(declaration_owner(pack->levels.items[3]), pack->indicators.items[2]);
    assert_ptr_equal(declaration_owner(pack->indicators.items[0]), pack->aspects.items[0]);
    assert_ptr_equal(declaration_owner(pack->aspects.items[1]), pack->domains.items[0]);
    assert_null(declaration_owner(pack->domains.items[0]));
    assert_null(declaration_owner(pack->domains.items[0]->first));
}

/* Protects lists of names, plain and inside records; what is no text has no name. */
static void test_declaration__indexes_names(void **state)
{
    struct desk *desk = *state;
    static const struct {
        const char *list, *key;
        size_t count;
        const char *in, *out;
    } rows[] = {
        {"['a','b']", NULL, 2, "b", "c"},
        {"['a',3,true,{'x':'q'},['z']]", NULL, 1, "a", "z"},
        {"[{'id':'a'},{'id':'b'},{'id':3},{}]", "id", 2, "b", "3"},
        {"[{'id':'a','no':'b'}]", "no", 1, "b", "a"},
        {"['a']", "id", 0, NULL, "a"},
        {"[]", NULL, 0, NULL, ""},
        {"{'x':'a'}", NULL, 0, NULL, "a"},
        {"'a'", NULL, 0, NULL, "a"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct name_index index =
            declaration_names(value(desk, rows[i].list), rows[i].key, &desk->arena);
        if (index.count != rows[i].count) {
            fail_msg("row %zu: %zu names", i, index.count);
        }
        assert_null(name_index_find(&index, rows[i].out));
        if (rows[i].in != NULL) {
            assert_non_null(name_index_find(&index, rows[i].in));
        }
    }
    assert_int_equal(declaration_names(NULL, "id", &desk->arena).count, 0);
}

/* Protects the meaning of short names in checks: all below an indicator or level, never its neighbour. */
static void test_declaration__short_names_mean_what_is_below(void **state)
{
    struct desk *desk = *state;
    static const struct {
        const char *names, *criterion;
        bool meant;
    } rows[] = {
        {"['I05']", "I05.2.a", true},
        {"['I05']", "I051.2.a", false},
        {"['I05']", "I06.2.a", false},
        {"['I05.2']", "I05.2.a", true},
        {"['I05.2']", "I05.21.a", false},
        {"['I05.2']", "I05.3.a", false},
        {"['I05.2.a']", "I05.2.a", true},
        {"['I05.2.a']", "I05.2.ab", false},
        {"['I05.2.a']", "I05.2", false},
        {"['I05.']", "I05.2.a", false},
        {"['']", "I05.2.a", false},
        {"['I0']", "I05.2.a", false},
        {"['I04','I06','I05.2']", "I05.2.c", true},
        {"[]", "I05.2.a", false},
        {"['bare']", "bare", true},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct name_index names = declaration_names(value(desk, rows[i].names), NULL, &desk->arena);
        if (declaration_is_meant(&names, rows[i].criterion) != rows[i].meant) {
            fail_msg("row %zu: %s in %s", i, rows[i].criterion, rows[i].names);
        }
    }
}

/* Protects authors of checks: a name that means nothing is told; the two questions agree. */
static void test_declaration__a_name_means_some_criterion(void **state)
{
    struct desk *desk = *state;
    declare_whole(desk);
    static const struct {
        const char *name;
        bool means;
    } rows[] = {
        {"I01", true},  {"I01.1", true}, {"I01.1.b", true},  {"I10.3", true},
        {"I02", false}, {"I1", false},   {"I01.3", false},   {"I01.1.", false},
        {"", false},    {"I0", false},   {"I01.1.c", false}, {"I10.3.", false},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        if (declaration_means_any(&desk->pack, rows[i].name) != rows[i].means) {
            fail_msg("'%s' is wrong", rows[i].name);
        }
        struct name_index names;
        name_index_init(&names, 1, &desk->arena);
        name_index_add(&names, rows[i].name, NULL);
        name_index_sort(&names);
        bool some = false;
        for (size_t k = 0; k < desk->pack.criteria.count; k++) {
            some |= declaration_is_meant(&names, data_text(desk->pack.criteria.items[k], "id", ""));
        }
        assert_int_equal(some, rows[i].means);
    }
}

/* Protects settings that may be absent: what is no whole number leaves the default. */
static void test_declaration__reads_whole_settings(void **state)
{
    struct desk *desk = *state;
    declare(desk,
            "{'flat':3,'years':{'a':-2147483648,'first':2021,'half':2.5,'list':[],"
            "'too':2147483648,'word':'x'}}",
            "{}", NULL);
    static const struct {
        const char *record, *key;
        int number;
    } rows[] = {
        {"years", "first", 2021}, {"years", "a", -2147483647 - 1},
        {"years", "half", 7},     {"years", "list", 7},
        {"years", "too", 7},      {"years", "word", 7},
        {"years", "absent", 7},   {"absent", "first", 7},
        {"flat", "first", 7},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        int number = declaration_whole(&desk->pack, rows[i].record, rows[i].key, 7);
        if (number != rows[i].number) {
            fail_msg("%s.%s is %d", rows[i].record, rows[i].key, number);
        }
    }
}

/* Protects dated rules: a side that is absent or no year stays open. */
static void test_declaration__reads_years(void **state)
{
    struct desk *desk = *state;
    static const struct {
        const char *record;
        int from, until;
    } rows[] = {
        {"{'from':2021,'until':2023}", 2021, 2023},
        {"{'from':2021}", 2021, 0},
        {"{'until':2022}", 0, 2022},
        {"{}", 0, 0},
        {"[]", 0, 0},
        {"'2021'", 0, 0},
        {"{'from':-1,'until':2022.5}", 0, 0},
        {"{'from':true,'until':[2022]}", 0, 0},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct dated years = declaration_years(value(desk, rows[i].record));
        assert_int_equal(years.from, rows[i].from);
        assert_int_equal(years.until, rows[i].until);
    }
    assert_int_equal(declaration_years(NULL).from, 0);
}

/* Protects exact weights: the smallest common parts, and a limit that sums of weights rely on. */
static void test_declaration__common_parts(void **state)
{
    (void)state;
    static const struct {
        int64_t parts, den, common; /* 0: refused */
    } rows[] = {
        {1, 1, 1},
        {1, 100, 100},
        {100, 1, 100},
        {100, 3, 300},
        {100, 8, 200},
        {300, 200, 600},
        {7, 11, 77},
        {12, 18, 36},
        {DECLARATION_PARTS, 1, DECLARATION_PARTS},
        {DECLARATION_PARTS, DECLARATION_PARTS, DECLARATION_PARTS},
        {1, DECLARATION_PARTS, DECLARATION_PARTS},
        {1, DECLARATION_PARTS + 1, 0},
        {DECLARATION_PARTS, 3, 0},
        {1000, 1001, 0},
        {1000, 999, 999000},
        {100, INT64_MAX, 0},
        {DECLARATION_PARTS, INT64_MAX, 0},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        int64_t parts = rows[i].parts;
        bool done = declaration_common(&parts, rows[i].den);
        int64_t due = rows[i].common == 0 ? rows[i].parts : rows[i].common;
        if (done != (rows[i].common != 0) || parts != due) {
            fail_msg("row %zu: %d, %lld", i, done, (long long)parts);
        }
    }
}

static void test_declaration__kinds_are_bits(void **state)
{
    (void)state;
    unsigned kinds = 0;
    assert_true(declaration_kinds("pusat", &kinds));
    assert_int_equal(kinds, 1U << 0 | 1U << 1);
    assert_true(declaration_kinds("kota", &kinds)); /* they gather */
    assert_int_equal(kinds, 1U << 0 | 1U << 1 | 1U << 4);
    assert_false(declaration_kinds("Kota", &kinds));
    assert_false(declaration_kinds("", &kinds));
    assert_int_equal(kinds, 1U << 0 | 1U << 1 | 1U << 4);
}

static void test_declaration__bands_may_stand_either_way(void **state)
{
    struct desk *desk = *state;
    static const struct {
        const char *bands;
        bool rise;
    } rows[] = {
        {"[{'min':1},{'min':2},{'min':3}]", true},
        {"[{'min':3},{'min':2},{'min':1}]", false},
        {"[{'min':1}]", false},
        {"[]", false},
        {"[{'min':'1'},{'min':'5/2'}]", true},
        {"[{'max':1},{'min':2}]", false},
        {"{'min':1}", false},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        char *json = arena_format(&desk->arena, "{'predicates':%s}", rows[i].bands);
        struct declaration pack = {.pack = value(desk, json)};
        assert_int_equal(declaration_bands_rise(&pack), rows[i].rise);
    }
}

static void test_declaration__levels_may_have_one_name_for_each_number(void **state)
{
    struct desk *desk = *state;
    struct declaration pack = {.pack = value(desk, "{'level_names':{'1':'Awal','2':'Jalan'}}")};
    assert_string_equal(declaration_level_name(&pack, 2), "Jalan");
    assert_null(declaration_level_name(&pack, 3));
    pack.pack = value(desk, "{'level_names':{'process':['Awal','Jalan']}}");
    assert_null(declaration_level_name(&pack, 1));
    pack.pack = value(desk, "{'level_names':['Awal']}");
    assert_null(declaration_level_name(&pack, 1));
}

/* A pack without domains: its files are aspects. */
static void test_declaration__aspects_may_stand_alone(void **state)
{
    struct desk *desk = *state;
    desk->pack = (struct declaration){.pack = value(desk, "{}")};
    desk->files[0] = value(desk, "{'id':'A1','indicators':[{'id':'I01','levels':[]}]}");
    desk->files[1] = value(desk, "{'id':'A2','indicators':[{'id':'I02','levels':[]}]}");
    desk->pack.loose.items = desk->files;
    desk->pack.loose.count = 2;
    declaration_flatten(&desk->pack, &desk->arena);
    assert_int_equal(desk->pack.domains.count, 0);
    assert_int_equal(desk->pack.aspects.count, 2);
    assert_int_equal(desk->pack.indicators.count, 2);
    assert_non_null(name_index_find(&desk->pack.aspect_ids, "A2"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(test_declaration__##name, open_desk, close_desk)
        TEST(flattens_in_order),
        TEST(finds_by_id),
        TEST(knows_documents_and_kinds),
        TEST(leaves_out_what_has_no_shape),
        TEST(unnamed_levels_keep_their_place),
        TEST(first_of_equal_ids_is_found),
        TEST(knows_the_owner),
        TEST(indexes_names),
        TEST(short_names_mean_what_is_below),
        TEST(a_name_means_some_criterion),
        TEST(reads_whole_settings),
        TEST(reads_years),
        TEST(common_parts),
        TEST(kinds_are_bits),
        TEST(bands_may_stand_either_way),
        TEST(levels_may_have_one_name_for_each_number),
        TEST(aspects_may_stand_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
