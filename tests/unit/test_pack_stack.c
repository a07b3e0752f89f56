/* Packs and overlays from their names: which goes where, and what is refused. */
#include "pack_stack.h"

#include "limit.h"
#include "overlay_file.h"
#include "support_overlay.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#define BASE "tests/packs/check/base"

/* A whole overlay of spbe-2020. */
#define OF_2020                                                                             \
    "return { format = 'spbe-overlay/1', id = 'lain', title = 'Lain', base = 'spbe-2020', " \
    "author = 'Inspektorat', date = '2026-11-22', reason = 'Uji', source = 'Nota',\n"       \
    "changes = { { change = 'unanswered', to = 2 } } }\n"

static void test_pack_stack__one_pack_alone_is_that_pack(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    const char *const names[] = {BASE, NULL};
    struct pack *pack = pack_stack_load(names, &err);
    assert_non_null(pack);
    assert_string_equal(pack_place(pack), BASE);
    assert_int_equal(pack_instrument(pack)->overlay_count, 0);
    assert_null(pack_instrument(pack)->base_sha256);
    pack_free(pack);
}

static void test_pack_stack__an_overlay_alone_finds_the_programs_pack(void **state)
{
    (void)state;
    struct overlays o;
    overlays_open(&o, NULL);
    overlays_put_file(&o, "lain", OF_2020);
    struct pack *pack = overlays_sound(&o);
    assert_string_equal(pack_instrument(pack)->id, "spbe-2020");
    assert_int_equal(pack_instrument(pack)->overlay_count, 1);
    assert_non_null(strstr(pack_place(pack), "rules/spbe-2020 + "));
    pack_free(pack);
    overlays_close(&o);
}

/* Loading twice gives the same hash, whatever the order of the names; the order of overlays counts. */
static void test_pack_stack__the_hash_is_that_of_the_stack(void **state)
{
    (void)state;
    struct overlays o;
    struct error err = {.kind = ERROR_NONE};
    overlays_open(&o, BASE);
    overlays_put(&o, "satu", "{change='unanswered', to=2}");
    overlays_put(&o, "dua", "{change='evidence_from', to=3}");
    const char *const turned[] = {o.places[1], o.places[2], BASE, NULL};
    const char *const swapped[] = {BASE, o.places[2], o.places[1], NULL};
    struct pack *one = overlays_sound(&o), *two = pack_stack_load(turned, &err);
    struct pack *three = pack_stack_load(swapped, &err);
    assert_string_equal(pack_instrument(one)->sha256, pack_instrument(two)->sha256);
    assert_string_not_equal(pack_instrument(one)->sha256, pack_instrument(three)->sha256);
    pack_free(one);
    pack_free(two);
    pack_free(three);
    overlays_close(&o);
}

static void want_error(const char *const *names, const char *id)
{
    struct error err = {.kind = ERROR_NONE};
    assert_null(pack_stack_load(names, &err));
    assert_string_equal(err.id, id);
}

static void test_pack_stack__what_does_not_fit_together_is_refused(void **state)
{
    (void)state;
    struct overlays o;
    overlays_open(&o, NULL);
    overlays_put_file(&o, "lain", OF_2020);
    overlays_put(&o, "satu", "{change='unanswered', to=2}");
    overlays_put_file(&o, "rusak", "return {");
    const char *const wrong_base[] = {BASE, o.places[0], NULL};
    const char *const no_base[] = {o.places[1], NULL};
    const char *const two[] = {BASE, "spbe-2020", NULL};
    const char *const twice[] = {BASE, o.places[1], o.places[1], NULL};
    const char *const broken[] = {BASE, o.places[2], NULL};
    const char *const unknown[] = {BASE, "tidak-ada-sama-sekali", NULL};
    want_error(wrong_base, "OVERLAY_BASE");
    want_error(no_base, "PACK_UNKNOWN");
    want_error(two, "OVERLAY_PACKS");
    want_error(twice, "OVERLAY_TWICE");
    want_error(broken, "SANDBOX_SYNTAX");
    want_error(unknown, "OVERLAY_PACKS");
    overlays_close(&o);
}

static void test_pack_stack__complaints_of_an_overlay_alone_are_all_kept(void **state)
{
    (void)state;
    struct overlays o;
    struct error err = {.kind = ERROR_NONE};
    overlays_open(&o, BASE);
    overlays_put(&o, "satu", "{change='unanswered'},\n{change='x'},\n{of='I01'}");
    struct pack *pack = overlays_load(&o, &err);
    assert_non_null(pack);
    assert_int_equal(pack_complaints(pack)->count,
                     1); /* a field is missing; kinds are not looked at */
    pack_free(pack);
    assert_null(pack_stack_load((const char *const *)o.places, &err));
    assert_string_equal(err.id, "PACK_FIELD_MISSING");
    overlays_close(&o);
}

/* ---- many ---- */

static void test_pack_stack__each_overlay_goes_to_its_pack(void **state)
{
    (void)state;
    struct overlays o;
    struct error err = {.kind = ERROR_NONE};
    struct pack *packs[LIMIT_PACKS];
    size_t count = 0;
    overlays_open(&o, NULL);
    overlays_put_file(&o, "lain", OF_2020);
    overlays_put(&o, "satu", "{change='unanswered', to=2}");
    const char *const names[] = {o.places[0], o.places[1], BASE, NULL};
    assert_true(pack_stack_load_all(names, packs, LIMIT_PACKS, &count, &err));
    assert_int_equal(count, 2);
    assert_string_equal(pack_instrument(packs[0])->id,
                        "uji-1"); /* named; the other was looked for */
    assert_string_equal(pack_instrument(packs[0])->overlays[0].id, "satu");
    assert_string_equal(pack_instrument(packs[1])->id, "spbe-2020");
    assert_string_equal(pack_instrument(packs[1])->overlays[0].id, "lain");
    pack_free(packs[0]);
    pack_free(packs[1]);
    overlays_close(&o);
}

static void test_pack_stack__many_are_refused_as_a_whole(void **state)
{
    (void)state;
    struct overlays o;
    struct pack *packs[2];
    overlays_open(&o, NULL);
    overlays_put_file(&o, "lain", OF_2020);
    overlays_put(&o, "satu", "{change='unanswered', to=9}");
    overlays_put(&o, "dua", "{change='x'}");
    const struct {
        const char *names[5];
        const char *id;
    } cases[] = {
        {{BASE, o.places[1], NULL}, "PACK_UNANSWERED"},
        {{BASE, o.places[2], NULL}, "OVERLAY_KIND_NEAREST"},
        {{o.places[0], "tidak-ada-sama-sekali", NULL}, "PACK_UNKNOWN"},
        {{BASE, BASE, BASE, NULL}, "EVALUATOR_PACKS"},
        {{BASE, BASE, o.places[0], NULL}, "EVALUATOR_PACKS"},
        {{o.places[1], NULL}, "PACK_UNKNOWN"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct error err = {.kind = ERROR_NONE};
        size_t count = 7;
        assert_false(pack_stack_load_all(cases[i].names, packs, 2, &count, &err));
        assert_string_equal(err.id, cases[i].id);
        assert_int_equal(count, 0);
    }
    overlays_close(&o);
}

/* ---- one file ---- */

static void test_overlay_file__knows_its_name_place_and_base(void **state)
{
    (void)state;
    struct overlays o;
    struct error err = {.kind = ERROR_NONE};
    overlays_open(&o, NULL);
    overlays_put_file(&o, "folder-lain", OF_2020);
    struct overlay_file *file = overlay_file_open(o.places[0], &err);
    assert_non_null(file);
    assert_int_equal(overlay_file_complaints(file)->count, 0);
    assert_string_equal(overlay_file_source(file)->name, "lain/overlay.lua"); /* after its id */
    assert_string_equal(overlay_file_place(file), o.places[0]);
    assert_string_equal(overlay_file_base(file), "spbe-2020");
    assert_int_equal(strlen(overlay_file_source(file)->sha256), 64);
    overlay_file_free(file);
    overlay_file_free(NULL);
    assert_null(overlay_file_open("tidak-ada-sama-sekali", &err));
    overlays_close(&o);
}

/* ---- kept in memory ---- */

/* The texts of a loaded stack, as a file would keep them. */
static struct pack_text *texts_of(const struct pack *pack, struct arena *arena, size_t *count)
{
    const struct instrument *instrument = pack_instrument(pack);
    struct pack_text *texts = arena_get(arena, instrument->file_count, sizeof *texts);
    for (size_t i = 0; i < instrument->file_count; i++) {
        const struct text *source = pack_source(pack, i);
        texts[i] =
            (struct pack_text){arena_string(arena, instrument->files[i].name),
                               arena_copy(arena, source->bytes, source->length), source->length};
    }
    *count = instrument->file_count;
    return texts;
}

static void test_pack_stack__kept_texts_give_the_same_rules(void **state)
{
    (void)state;
    struct overlays o;
    struct arena arena = ARENA_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    size_t count = 0;
    overlays_open(&o, BASE);
    overlays_put(&o, "satu", "{change='unanswered', to=2}");
    overlays_put(&o, "dua", "{change='evidence_from', to=3}");
    struct pack *pack = overlays_sound(&o);
    struct pack_text *texts = texts_of(pack, &arena, &count);
    overlays_close(&o); /* the disk is not needed any more */
    struct pack *kept = pack_stack_load_kept("kota.spbe", texts, count, &err);
    assert_non_null(kept);
    assert_string_equal(pack_instrument(kept)->sha256, pack_instrument(pack)->sha256);
    assert_string_equal(pack_instrument(kept)->base_sha256, pack_instrument(pack)->base_sha256);
    assert_string_equal(pack_instrument(kept)->overlays[1].id, "dua");
    assert_string_equal(pack_instrument(kept)->overlays[1].file, "dua/overlay.lua");
    assert_string_equal(pack_place(kept), "kota.spbe + satu + dua");
    pack_free(kept);
    pack_free(pack);
    arena_release(&arena);
}

/* Whoever altered a file before it was kept is told the line in it, as on the disk. */
static void test_pack_stack__kept_texts_are_checked_as_others_are(void **state)
{
    (void)state;
    static const struct {
        const char *name, *text, *id, *where;
    } cases[] = {
        {"domain_1.lua", "return {", "SANDBOX_SYNTAX", "kota.spbe/domain_1.lua:1"},
        {"domain_1.lua", "return os.exit()", "SANDBOX_ABSENT", "kota.spbe/domain_1.lua:1"},
        {"notes.lua", "\xff", "PACK_FILE_TEXT", "kota.spbe/notes.lua:1"},
        {"pack.lua", "return { base = 'x' }", "PACK_OVERLAY", "kota.spbe/pack.lua"},
    };
    struct error none = {.kind = ERROR_NONE};
    struct pack *pack = pack_load(BASE, &none);
    assert_non_null(pack);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct arena arena = ARENA_EMPTY;
        struct error err = {.kind = ERROR_NONE};
        size_t count = 0;
        struct pack_text *texts = texts_of(pack, &arena, &count);
        for (size_t t = 0; t < count; t++) {
            if (strcmp(texts[t].name, cases[i].name) == 0) {
                texts[t].bytes = cases[i].text;
                texts[t].length = strlen(cases[i].text);
            }
        }
        assert_null(pack_stack_load_kept("kota.spbe", texts, count, &err));
        assert_string_equal(err.id, cases[i].id);
        assert_string_equal(err.where, cases[i].where);
        arena_release(&arena);
    }
    pack_free(pack);
}

static void test_pack_stack__kept_texts_have_the_limits_of_files(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    struct text long_text = TEXT_EMPTY;
    while (long_text.length <= LIMIT_SOURCE_BYTES) {
        text_add(&long_text, "-- a line of a file that is too long\n");
    }
    struct pack_text text = {"pack.lua", long_text.bytes, long_text.length};
    assert_null(pack_stack_load_kept("kota.spbe", &text, 1, &err));
    assert_string_equal(err.id, "PACK_FILE_LARGE");
    text_release(&long_text);

    struct pack_text many[LIMIT_OVERLAYS + 1];
    for (size_t i = 0; i < LIMIT_OVERLAYS + 1; i++) {
        many[i] = (struct pack_text){"lain/overlay.lua", OF_2020, sizeof OF_2020 - 1};
    }
    err = (struct error){.kind = ERROR_NONE};
    assert_null(pack_stack_load_kept("kota.spbe", many, LIMIT_OVERLAYS + 1, &err));
    assert_string_equal(err.id, "OVERLAY_COUNT");
    err = (struct error){.kind = ERROR_NONE};
    assert_null(pack_stack_load_kept("kota.spbe", many, 1, &err)); /* no pack among them */
    assert_string_equal(err.id, "PACK_FILE_MISSING");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pack_stack__one_pack_alone_is_that_pack),
        cmocka_unit_test(test_pack_stack__an_overlay_alone_finds_the_programs_pack),
        cmocka_unit_test(test_pack_stack__the_hash_is_that_of_the_stack),
        cmocka_unit_test(test_pack_stack__what_does_not_fit_together_is_refused),
        cmocka_unit_test(test_pack_stack__complaints_of_an_overlay_alone_are_all_kept),
        cmocka_unit_test(test_pack_stack__each_overlay_goes_to_its_pack),
        cmocka_unit_test(test_pack_stack__many_are_refused_as_a_whole),
        cmocka_unit_test(test_pack_stack__kept_texts_give_the_same_rules),
        cmocka_unit_test(test_pack_stack__kept_texts_are_checked_as_others_are),
        cmocka_unit_test(test_pack_stack__kept_texts_have_the_limits_of_files),
        cmocka_unit_test(test_overlay_file__knows_its_name_place_and_base),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
