/* Crosswalks: read from a pack, proved line by line, held against the pack they come from. */
#include "crosswalk.h"

#include "pack.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#define BASE "tests/packs/check/base"

/* A pack with one crosswalk, whose rows begin on line 3. */
struct bench {
    struct arena arena;
    struct pack *pack;
};

/* The text of a file of the base pack; of pack.lua with the crosswalk among its files. */
static struct pack_text text_of(const struct pack *base, size_t i, struct arena *arena)
{
    static const char mark[] = "    notes = \"notes.lua\",\n";
    const char *name = pack_instrument(base)->files[i].name;
    const struct text *source = pack_source(base, i);
    const char *at = strcmp(name, "pack.lua") == 0 ? strstr(source->bytes, mark) : NULL;
    const char *bytes = arena_copy(arena, source->bytes, source->length);
    if (at != NULL) {
        bytes = arena_format(arena, "%.*s    crosswalks = { \"lama.lua\" },\n%s",
                             (int)(at - source->bytes), source->bytes, at);
    }
    return (struct pack_text){arena_string(arena, name), bytes, strlen(bytes)};
}

static void bench_open(struct bench *bench, const char *from, const char *rows)
{
    struct error err = {.kind = ERROR_NONE};
    struct pack_text texts[16];
    size_t count = 0;
    *bench = (struct bench){.arena = ARENA_EMPTY};
    struct pack *base = pack_load(BASE, &err);
    assert_non_null(base);
    for (size_t i = 0; i < pack_instrument(base)->file_count; i++) {
        texts[count++] = text_of(base, i, &bench->arena);
    }
    const char *text = arena_format(
        &bench->arena, "return { from = \"%s\", source = \"Nota uji\", rows = {\n\n%s\n} }\n", from,
        rows);
    texts[count++] = (struct pack_text){"lama.lua", text, strlen(text)};
    bench->pack = pack_open_kept("uji", texts, count, &err);
    assert_non_null(bench->pack);
    pack_free(base);
}

static void bench_close(struct bench *bench)
{
    pack_free(bench->pack);
    arena_release(&bench->arena);
}

static void test_crosswalk__rows_are_read_as_they_stand(void **state)
{
    (void)state;
    struct bench bench;
    bench_open(&bench, "spbe-2018",
               "{ relation = 'split', to = 'I01', from = { 'I03', 'I04' }, confidence = 'high',\n"
               "  comparability = 'low', note = 'dipecah',\n"
               "  criteria = { { to = 'I01.2.a', from = 'I03.2.a' } } },\n"
               "{ relation = 'none', to = 'I02' },\n"
               "{ relation = 'none', from = { 'I35-1' }, note = 'tidak dinilai lagi' },");
    assert_int_equal(pack_complaints(bench.pack)->count, 0);
    const struct crosswalk *crosswalk = pack_crosswalk(bench.pack, "spbe-2018");
    assert_non_null(crosswalk);
    assert_null(pack_crosswalk(bench.pack, "spbe-2020"));
    assert_string_equal(crosswalk->source, "Nota uji");
    assert_int_equal(crosswalk->row_count, 3);
    const struct crosswalk_row *row = crosswalk_to(crosswalk, "I01");
    assert_int_equal(row->relation, RELATION_SPLIT);
    assert_string_equal(row->from[1], "I04");
    assert_null(row->from[2]);
    assert_string_equal(row->comparability, "low");
    assert_int_equal(row->pair_count, 1);
    assert_string_equal(row->pairs[0].from, "I03.2.a");
    assert_int_equal(crosswalk_to(crosswalk, "I02")->relation, RELATION_NONE);
    assert_null(crosswalk_to(crosswalk, "I03"));
    assert_null(crosswalk->rows[2].to);
    bench_close(&bench);
}

static void test_crosswalk__each_mistake_is_told_at_its_line(void **state)
{
    (void)state;
    static const struct {
        const char *rows, *id, *where;
    } cases[] = {
        {"{ relation = 'moved', to = 'I01', from = { 'I01' } },", "CROSS_RELATION",
         "uji/lama.lua:3"},
        {"{ relation = 'none', to = 'I01' },\n{ relation = 'none', to = 'I01', from = { 'I02' } },",
         "CROSS_ENDS", "uji/lama.lua:4"},
        {"{ relation = 'same', to = 'I01' },", "CROSS_ENDS", "uji/lama.lua:3"},
        {"{ relation = 'none' },", "CROSS_ENDS", "uji/lama.lua:3"},
        {"{ relation = 'same',\nto = 'I09', from = { 'I01' } },", "PACK_NO_SUCH_ID",
         "uji/lama.lua:4"},
        {"{ relation = 'same', to = 'I01', from = { 'I01' } },\n"
         "{ relation = 'same', to = 'I01', from = { 'I02' } },",
         "PACK_TWICE", "uji/lama.lua:4"},
        {"{ relation = 'same', to = 'I01', from = { 'I01' },\n"
         "criteria = { { to = 'I02.2.a', from = 'I01.2.a' } } },",
         "CROSS_CRITERION", "uji/lama.lua:4"},
        {"{ relation = 'same', to = 'I01', from = { 'I01' },\n"
         "criteria = { { to = 'I01.2.z', from = 'I01.2.a' } } },",
         "CROSS_CRITERION", "uji/lama.lua:4"},
        {"{ relation = 'same', to = 'I01', from = { 'I01' },\n"
         "criteria = { { to = 'I01.2.a',\nfrom = 'I02.2.a' } } },",
         "CROSS_CRITERION", "uji/lama.lua:5"},
        {"{ relation = 'same', to = 'I01', from = { 'I01' }, weight = 3 },", "PACK_FIELD_UNKNOWN",
         "uji/lama.lua:3"},
        {"{ to = 'I01', from = { 'I01' } },", "PACK_FIELD_MISSING", "uji/lama.lua:3"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct bench bench;
        bench_open(&bench, "spbe-2018", cases[i].rows);
        const struct complaints *complaints = pack_complaints(bench.pack);
        assert_true(complaints->count >= 1);
        const struct error *first = &complaints->list[0].error;
        if (strcmp(first->id, cases[i].id) != 0 || strcmp(first->where, cases[i].where) != 0) {
            fail_msg("case %zu: %s %s", i, first->id, first->where);
        }
        bench_close(&bench);
    }
}

/* Ids of the other pack can only be proved when that is there; loading this one does not need it. */
static void test_crosswalk__ids_of_the_other_pack_are_proved_on_request(void **state)
{
    (void)state;
    struct bench bench;
    bench_open(&bench, "spbe-2018",
               "{ relation = 'merged', to = 'I01', from = { 'I03', 'I35', 'I35-2' } },\n"
               "{ relation = 'same', to = 'I02', from = { 'I77' } },\n"
               "{ relation = 'same', to = 'I03', from = { 'I05' },\n"
               "criteria = { { to = 'I03.2.a', from = 'I05.9.a' } } },");
    const struct complaints *complaints = pack_complaints(bench.pack);
    assert_int_equal(complaints->count, 0);
    pack_check_crosswalks(bench.pack);
    assert_int_equal(complaints->count, 2);
    assert_string_equal(complaints->list[0].error.id, "CROSS_FROM");
    assert_string_equal(complaints->list[0].error.where, "uji/lama.lua:4");
    assert_string_equal(complaints->list[1].error.where, "uji/lama.lua:6");
    bench_close(&bench);
}

static void test_crosswalk__a_pack_that_is_not_there_is_named(void **state)
{
    (void)state;
    struct bench bench;
    bench_open(&bench, "tidak-ada-sama-sekali", "{ relation = 'none', to = 'I01' },");
    const struct complaints *complaints = pack_complaints(bench.pack);
    assert_int_equal(complaints->count, 0);
    pack_check_crosswalks(bench.pack);
    assert_int_equal(complaints->count, 1);
    assert_string_equal(complaints->list[0].error.id, "CROSS_PACK");
    assert_string_equal(complaints->list[0].error.where, "uji/lama.lua:1");
    bench_close(&bench);
}

/* The crosswalk of the program's own pack: every indicator on both sides has its row. */
static void test_crosswalk__of_spbe_2020_leaves_nothing_out(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    struct pack *old = pack_load("spbe-2018", &err);
    struct pack *new = pack_load("spbe-2020", &err);
    assert_true(old != NULL && new != NULL);
    const struct crosswalk *crosswalk = pack_crosswalk(new, "spbe-2018");
    assert_non_null(crosswalk);
    assert_int_equal(crosswalk->row_count, 61);
    for (size_t i = 0; i < pack_instrument(new)->indicator_count; i++) {
        assert_non_null(crosswalk_to(crosswalk, pack_instrument(new)->indicators[i].id));
    }
    for (size_t i = 0; i < pack_instrument(old)->indicator_count; i++) {
        const char *id = pack_instrument(old)->indicators[i].id;
        bool found = false;
        for (size_t r = 0; r < crosswalk->row_count; r++) {
            for (string_list from = crosswalk->rows[r].from; *from != NULL; from++) {
                found = found || strcmp(*from, id) == 0;
            }
        }
        if (!found) {
            /* Slots 4 to 6 have become nothing that the facts name. */
            assert_true(strcmp(id, "I35-3") > 0);
        }
    }
    pack_check_crosswalks(new);
    assert_int_equal(pack_complaints(new)->count, 0);
    pack_free(new);
    pack_free(old);
}

static void test_crosswalk__every_relation_has_a_word_and_a_label(void **state)
{
    (void)state;
    for (int i = 0; i < RELATION_COUNT; i++) {
        assert_true(strlen(crosswalk_relation_word((enum relation)i)) > 3);
        assert_true(strlen(crosswalk_relation_label((enum relation)i)) > 3);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_crosswalk__rows_are_read_as_they_stand),
        cmocka_unit_test(test_crosswalk__each_mistake_is_told_at_its_line),
        cmocka_unit_test(test_crosswalk__ids_of_the_other_pack_are_proved_on_request),
        cmocka_unit_test(test_crosswalk__a_pack_that_is_not_there_is_named),
        cmocka_unit_test(test_crosswalk__of_spbe_2020_leaves_nothing_out),
        cmocka_unit_test(test_crosswalk__every_relation_has_a_word_and_a_label),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
