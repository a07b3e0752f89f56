/* How the files of a pack become one declaration: each where it belongs, in the order in which the entry names
 * them, and what is wrong is told without stopping the rest. */
#include "pack_loader.h"

#include "limit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { FILES_MOST = 6 };

/* A pack in memory, and what became of it. */
struct load {
    struct pack_text texts[FILES_MOST];
    size_t count;
    struct pack_folder folder;
    struct arena arena;
    struct source sources[LIMIT_PACK_FILES];
    struct complaints complaints;
    struct declaration declaration;
    struct error err;
};

static void put(struct load *load, const char *name, const char *bytes)
{
    assert_true(load->count < FILES_MOST);
    load->texts[load->count++] = (struct pack_text){name, bytes, strlen(bytes)};
}

/* Loads what was put, as a folder with this entry. */
static bool run(struct load *load, const char *entry)
{
    struct pack_reader reader = {
        .from = &load->folder, .arena = &load->arena, .complaints = &load->complaints};
    pack_folder_hold("uji", entry, load->texts, load->count, &load->folder);
    load->complaints.place = load->folder.place;
    load->complaints.sources = load->sources;
    for (size_t i = 0; i < LIMIT_PACK_FILES; i++) {
        load->sources[i].text = (struct text)TEXT_EMPTY;
    }
    bool done = pack_loader_run(&reader, load->sources, &load->declaration, &load->err);
    assert_null(reader.worker);
    assert_int_equal(done, !error_is_set(&load->err));
    return done;
}

static void release(struct load *load)
{
    for (size_t i = 0; i < LIMIT_PACK_FILES; i++) {
        text_release(&load->sources[i].text);
    }
    complaints_release(&load->complaints);
    arena_release(&load->arena);
    pack_folder_release(&load->folder);
}

/* The pack has a complaint of this row. */
static bool complained(const struct load *load, const char *id)
{
    for (size_t i = 0; i < load->complaints.count; i++) {
        if (strcmp(load->complaints.list[i].error.id, id) == 0) {
            return true;
        }
    }
    return false;
}

static void test_pack_loader__puts_each_file_where_it_belongs(void **state)
{
    (void)state;
    struct load load = {.arena = ARENA_EMPTY};
    put(&load, "dua.lua", "return {id = 'D2'}");
    put(&load, "pack.lua",
        "return {files = {domains = {'satu.lua', 'dua.lua'}, notes = 'catatan.lua',\n"
        "  examples = 'contoh.lua', crosswalks = {'jalan.lua'}}}");
    put(&load, "satu.lua", "return {id = 'D1'}");
    put(&load, "catatan.lua", "return {from = 1}");
    put(&load, "contoh.lua", "return {}");
    put(&load, "jalan.lua", "return {from = 'lama'}");
    assert_true(run(&load, PACK_ENTRY));
    assert_true(load.declaration.whole);
    assert_int_equal(load.declaration.domains.count, 2);
    assert_string_equal(data_text(load.declaration.domains.items[0], "id", ""), "D1");
    assert_string_equal(data_text(load.declaration.domains.items[1], "id", ""), "D2");
    assert_int_equal(load.declaration.loose.count, 0);
    assert_int_equal(load.declaration.crosswalks.count, 1);
    assert_ptr_equal(load.declaration.notes, load.sources[3].value);
    assert_ptr_equal(load.declaration.examples, load.sources[4].value);
    assert_null(load.declaration.checks);
    release(&load);
}

static void
test_pack_loader__keeps_sources_in_the_order_of_the_entry_with_their_hashes(void **state)
{
    (void)state;
    static const char *const names[] = {"pack.lua", "b.lua", "a.lua"};
    struct load load = {.arena = ARENA_EMPTY};
    put(&load, "a.lua", "return {id = 'A1'}");
    put(&load, "b.lua", "return {id = 'A2'}");
    put(&load, "pack.lua", "return {files = {aspects = {'b.lua', 'a.lua'}}}");
    assert_true(run(&load, PACK_ENTRY));
    assert_int_equal(load.complaints.source_count, 3);
    for (size_t i = 0; i < 3; i++) {
        char hash[HASH_HEX + 1];
        assert_string_equal(load.sources[i].name, names[i]);
        hash_of(load.sources[i].text.bytes, load.sources[i].text.length, hash);
        assert_string_equal(load.sources[i].sha256, hash);
    }
    assert_int_equal(load.declaration.loose.count, 2);
    assert_int_equal(load.declaration.domains.count, 0);
    release(&load);
}

/* A pack without all of its files would only be complained about for what is in the missing ones. */
static void test_pack_loader__a_name_that_is_no_good_leaves_the_other_files_alone(void **state)
{
    (void)state;
    static const struct {
        const char *files, *id;
    } rows[] = {
        {"domains = {'satu.lua', '../dua.lua'}", "PACK_FILE_NAME"},
        {"domains = {'satu.txt'}", "PACK_FILE_NAME"},
        {"domains = {'.lua'}", "PACK_FILE_NAME"},
        {"domains = {'satu.lua', 'satu.lua'}", "PACK_FILE_TWICE"},
        {"domains = {'satu.lua'}, notes = 'pack.lua'", "PACK_FILE_TWICE"},
        {"notes = 'satu.lua'", "PACK_PARTS"},
        {"domains = {'satu.lua'}, aspects = {'dua.lua'}", "PACK_PARTS"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct load load = {.arena = ARENA_EMPTY};
        char entry[160];
        snprintf(entry, sizeof entry, "return {files = {%s}}", rows[i].files);
        put(&load, "pack.lua", entry);
        assert_true(run(&load, PACK_ENTRY)); /* though no other file is there */
        assert_false(load.declaration.whole);
        assert_true(complained(&load, rows[i].id));
        assert_int_equal(load.complaints.source_count, 1);
        release(&load);
    }
}

static void test_pack_loader__a_slip_in_one_file_does_not_hide_the_next(void **state)
{
    (void)state;
    struct load load = {.arena = ARENA_EMPTY};
    put(&load, "pack.lua", "return {files = {domains = {'satu.lua', 'dua.lua'}}}");
    put(&load, "satu.lua", "return {id = 'D1', wieght = 1}");
    put(&load, "dua.lua", "return {id = 'D2', nmae = 'x'}");
    assert_true(run(&load, PACK_ENTRY));
    bool found[2] = {false, false};
    for (size_t i = 0; i < load.complaints.count; i++) {
        const struct complaint *complaint = &load.complaints.list[i];
        found[0] = found[0] || strstr(complaint->error.message, "wieght") != NULL;
        found[1] = found[1] || strstr(complaint->error.message, "nmae") != NULL;
    }
    assert_true(found[0] && found[1]);
    release(&load);
}

static void test_pack_loader__a_file_that_cannot_be_loaded_ends_it(void **state)
{
    (void)state;
    struct load missing = {.arena = ARENA_EMPTY}, broken = {.arena = ARENA_EMPTY};
    put(&missing, "pack.lua", "return {files = {domains = {'satu.lua', 'dua.lua'}}}");
    put(&missing, "satu.lua", "return {id = 'D1'}");
    assert_false(run(&missing, PACK_ENTRY));
    assert_int_equal(missing.err.kind, ERROR_PACK);
    assert_non_null(strstr(missing.err.message, "dua.lua"));
    put(&broken, "pack.lua", "return {files = {domains = {'satu.lua'}}}");
    put(&broken, "satu.lua", "return {\n  id = = 'D1'}");
    assert_false(run(&broken, PACK_ENTRY));
    assert_string_equal(broken.err.where, "uji/satu.lua:2");
    release(&missing);
    release(&broken);
}

static void test_pack_loader__an_overlay_is_no_pack(void **state)
{
    (void)state;
    static const char *const entries[] = {"return {base = 'uji-1', changes = {}}",
                                          "return {format = 'spbe-overlay/1'}"};
    for (size_t i = 0; i < 2; i++) {
        struct load load = {.arena = ARENA_EMPTY};
        put(&load, "pack.lua", entries[i]);
        assert_false(run(&load, PACK_ENTRY));
        assert_string_equal(load.err.id, "PACK_OVERLAY");
        assert_string_equal(load.err.where, "uji/pack.lua");
        release(&load);
    }
    struct load load = {.arena = ARENA_EMPTY};
    put(&load, "overlay.lua", "return {}");
    assert_false(run(&load, OVERLAY_ENTRY)); /* by its name alone, without running it */
    assert_string_equal(load.err.id, "PACK_OVERLAY");
    assert_int_equal(load.complaints.source_count, 0);
    release(&load);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pack_loader__puts_each_file_where_it_belongs),
        cmocka_unit_test(
            test_pack_loader__keeps_sources_in_the_order_of_the_entry_with_their_hashes),
        cmocka_unit_test(test_pack_loader__a_name_that_is_no_good_leaves_the_other_files_alone),
        cmocka_unit_test(test_pack_loader__a_slip_in_one_file_does_not_hide_the_next),
        cmocka_unit_test(test_pack_loader__a_file_that_cannot_be_loaded_ends_it),
        cmocka_unit_test(test_pack_loader__an_overlay_is_no_pack),
    };
    return cmocka_run_group_tests_name("pack_loader", tests, NULL, NULL);
}
