#include "pack_folder.h"

#include "support_overlay.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Wants a name to lead to this place and entry. */
static void want(const char *name, const char *place, const char *entry)
{
    struct error err = {.kind = ERROR_NONE};
    struct pack_folder folder;
    assert_true(pack_folder_find(name, &folder, &err));
    assert_string_equal(folder.place, place);
    assert_string_equal(folder.entry, entry);
    assert_int_equal(access(folder.path, F_OK), 0);
    pack_folder_release(&folder);
    assert_null(folder.path);
}

static void want_refused(const char *name, const char *id)
{
    struct error err = {.kind = ERROR_NONE};
    struct pack_folder folder;
    assert_false(pack_folder_find(name, &folder, &err));
    assert_string_equal(err.id, id);
    assert_string_equal(err.where, name);
    pack_folder_release(&folder);
}

static void test_pack_folder__an_id_is_the_programs_own(void **state)
{
    (void)state;
    want("spbe-2020", "rules/spbe-2020", "pack.lua");
    assert_true(pack_folder_is_id("spbe-2020"));
    assert_false(pack_folder_is_id("Spbe"));
    assert_false(pack_folder_is_id("../spbe"));
    assert_false(pack_folder_is_id(""));
}

static void test_pack_folder__a_path_is_a_folder_or_its_entry(void **state)
{
    (void)state;
    want("tests/packs/check/base", "tests/packs/check/base", "pack.lua");
    want("tests/packs/check/base/", "tests/packs/check/base", "pack.lua");
    want("tests/packs/check/base//pack.lua", "tests/packs/check/base", "pack.lua");
}

static void test_pack_folder__an_overlay_is_told_by_its_entry(void **state)
{
    (void)state;
    struct overlays o;
    char entry[128];
    overlays_open(&o, NULL);
    overlays_put(&o, "satu", "");
    want(o.places[0], o.places[0], "overlay.lua");
    snprintf(entry, sizeof entry, "%s/overlay.lua", o.places[0]);
    want(entry, o.places[0], "overlay.lua");
    assert_true(pack_folder_is_overlay(o.places[0]));
    assert_true(pack_folder_is_overlay(entry));
    assert_false(pack_folder_is_overlay("spbe-2020"));
    assert_false(pack_folder_is_overlay("tidak-ada"));
    assert_false(pack_folder_is_overlay("tests/examples/kota-bandar-lampung-2023.json"));
    overlays_close(&o);
}

/* A folder with both files is a pack, unless the overlay is named. */
static void test_pack_folder__a_folder_with_both_is_a_pack(void **state)
{
    (void)state;
    struct overlays o;
    char pack[128], overlay[128];
    overlays_open(&o, NULL);
    overlays_put(&o, "satu", "");
    snprintf(pack, sizeof pack, "%s/pack.lua", o.places[0]);
    snprintf(overlay, sizeof overlay, "%s/overlay.lua", o.places[0]);
    FILE *file = fopen(pack, "w");
    assert_non_null(file);
    assert_int_equal(fclose(file), 0);
    want(o.places[0], o.places[0], "pack.lua");
    want(pack, o.places[0], "pack.lua");
    want(overlay, o.places[0], "overlay.lua");
    assert_int_equal(unlink(pack), 0);
    overlays_close(&o);
}

static void test_pack_folder__what_is_none_is_refused(void **state)
{
    (void)state;
    want_refused("tests/packs", "PACK_NO_ENTRY");
    want_refused("tests/packs/check/base/notes.lua", "PACK_NOT_ENTRY");
    want_refused("spbe-2021", "PACK_NEAREST");
    want_refused("sesuatu-yang-lain", "PACK_UNKNOWN");
    want_refused("", "PACK_NO_ENTRY");
}

static void test_pack_folder__lists_are_sorted_and_of_one_kind(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    char **packs = pack_folder_list(PACK_ENTRY, &err);
    char **all = pack_folder_list(NULL, &err);
    size_t pack_count = 0, all_count = 0;
    assert_non_null(packs);
    for (; packs[pack_count] != NULL; pack_count++) {
        assert_true(pack_count == 0 || strcmp(packs[pack_count - 1], packs[pack_count]) < 0);
        assert_false(pack_folder_is_overlay(packs[pack_count]));
    }
    for (; all[all_count] != NULL; all_count++) {
        assert_true(pack_folder_is_id(all[all_count]));
    }
    assert_true(all_count >= pack_count && pack_count > 0);
    pack_folder_list_free(packs);
    pack_folder_list_free(all);
    pack_folder_list_free(NULL);
}

/* A folder that is nothing but texts: no path leads out of it, and nothing of the disk leads in. */
static void test_pack_folder__texts_are_found_by_their_whole_name(void **state)
{
    (void)state;
    static const struct pack_text texts[] = {{"pack.lua", "return 1", 8},
                                             {"domain_1.lua", "return 2", 8}};
    struct pack_folder folder;
    pack_folder_hold("kota.spbe", PACK_ENTRY, texts, 2, &folder);
    assert_string_equal(folder.place, "kota.spbe");
    assert_null(folder.path);
    assert_ptr_equal(pack_folder_text(&folder, "domain_1.lua"), &texts[1]);
    assert_ptr_equal(pack_folder_text(&folder, folder.entry), &texts[0]);
    assert_null(pack_folder_text(&folder, "domain_2.lua"));
    assert_null(pack_folder_text(&folder, "pack"));
    assert_null(pack_folder_text(&folder, "./pack.lua"));
    assert_null(pack_folder_text(&folder, ""));
    pack_folder_release(&folder);
    assert_null(folder.place);
    assert_int_equal(folder.text_count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pack_folder__an_id_is_the_programs_own),
        cmocka_unit_test(test_pack_folder__a_path_is_a_folder_or_its_entry),
        cmocka_unit_test(test_pack_folder__an_overlay_is_told_by_its_entry),
        cmocka_unit_test(test_pack_folder__a_folder_with_both_is_a_pack),
        cmocka_unit_test(test_pack_folder__texts_are_found_by_their_whole_name),
        cmocka_unit_test(test_pack_folder__what_is_none_is_refused),
        cmocka_unit_test(test_pack_folder__lists_are_sorted_and_of_one_kind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
