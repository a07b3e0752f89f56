/* specimen_file: from every instrument a file can be made of every example, and forms, registers and conflicts of it
 * hold what their templates draw. */
#include "specimen_file.h"

#include "evaluator.h"
#include "pack.h"
#include "specimen.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

static const char *const packs[] = {"pemdi-2026", "spbe-2018", "spbe-2020"};

/* An example, made into a file of a folder of its own. */
struct example {
    char folder[48], path[64];
    struct evaluator *evaluator;
    struct store *store;
    const struct evaluation *evaluation; /* of the file */
    struct arena arena;
    struct text options;
    struct error err;
};

static void open_example(struct example *e, const char *id, enum specimen fill)
{
    static const char *const none[] = {NULL};
    struct text text = TEXT_EMPTY;
    *e = (struct example){.arena = ARENA_EMPTY, .options = TEXT_EMPTY};
    strcpy(e->folder, "/tmp/spbe-specimen-XXXXXX");
    assert_non_null(mkdtemp(e->folder));
    snprintf(e->path, sizeof e->path, "%s/c.spbe", e->folder);
    struct pack *pack = pack_load(id, &e->err);
    assert_non_null(pack);
    specimen_write(pack_instrument(pack), fill, &text);
    pack_free(pack);
    e->evaluator = evaluator_new(none, BASIS_BY_RULE, &e->err);
    const struct evaluation *evaluation =
        evaluator_document(e->evaluator, text.bytes, text.length, text.length, "", &e->err);
    assert_non_null(evaluation);
    if (!specimen_file_make(e->path, evaluation->assessment, &e->err)) {
        fail_msg("%s: %s: %s", id, e->err.where, e->err.message);
    }
    e->store = store_open(e->path, STORE_READ, &e->err);
    assert_non_null(e->store);
    e->evaluation = evaluator_opened(e->evaluator, e->store, e->path, &e->err);
    assert_non_null(e->evaluation);
    text_release(&text);
}

static void close_example(struct example *e)
{
    store_close(e->store);
    evaluator_free(e->evaluator);
    arena_release(&e->arena);
    text_release(&e->options);
    unlink(e->path);
    assert_int_equal(rmdir(e->folder), 0);
}

/* The options that a template of that kind finds. */
static const char *options_of(struct example *e, enum template_kind kind)
{
    text_clear(&e->options);
    assert_true(
        specimen_file_options(e->store, e->evaluation, kind, &e->arena, &e->options, &e->err));
    return e->options.bytes;
}

static size_t count(const char *bytes, const char *piece)
{
    size_t found = 0;
    for (const char *at = bytes; (at = strstr(at, piece)) != NULL; at++) {
        found++;
    }
    return found;
}

/* A form asks for every indicator, and carries its seal. */
static void test_specimen_file__forms_of_every_instrument(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof packs / sizeof packs[0]; i++) {
        struct example e;
        open_example(&e, packs[i], SPECIMEN_HALF);
        const char *options = options_of(&e, TEMPLATE_FORM);
        assert_non_null(strstr(options, "\"seal\":\""));
        const struct instrument *instrument = e.evaluation->instrument;
        for (size_t n = 0; n < instrument->indicator_count; n++) {
            char row[64];
            snprintf(row, sizeof row, "[\"%s\",", instrument->indicators[n].id);
            assert_non_null(strstr(options, row));
        }
        close_example(&e);
    }
}

/* A register shows what stands and what was withdrawn; nothing answered is no item. */
static void test_specimen_file__registers_of_every_instrument(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof packs / sizeof packs[0]; i++) {
        struct example e;
        open_example(&e, packs[i], SPECIMEN_FULL);
        const char *options = options_of(&e, TEMPLATE_REGISTER);
        assert_true(count(options, "\"stands\":true") > 20);
        assert_int_equal(count(options, "\"stands\":false"), 1);
        close_example(&e);
        open_example(&e, packs[i], SPECIMEN_EMPTY);
        assert_string_equal(options_of(&e, TEMPLATE_REGISTER), "{\"evidence\":[]}");
        close_example(&e);
    }
}

/* Conflicts are of each kind, and of a document where the file has one. */
static void test_specimen_file__conflicts_of_every_instrument(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof packs / sizeof packs[0]; i++) {
        struct example e;
        open_example(&e, packs[i], SPECIMEN_FULL);
        const char *options = options_of(&e, TEMPLATE_CONFLICTS);
        assert_non_null(strstr(options, "\"reason\":\"both\""));
        assert_non_null(strstr(options, "\"reason\":\"verified\""));
        assert_non_null(strstr(options, "\"reason\":\"locked\""));
        assert_int_equal(count(options, "\"document\":true"), 1);
        assert_non_null(strstr(options, "99/2020"));
        close_example(&e);
        open_example(&e, packs[i], SPECIMEN_EMPTY);
        options = options_of(&e, TEMPLATE_CONFLICTS);
        assert_true(count(options, "\"place\":") >= 3);
        assert_int_equal(count(options, "\"document\":true"), 0);
        close_example(&e);
    }
}

/* A file that is there is never written over. */
static void test_specimen_file__never_over_another_file(void **state)
{
    (void)state;
    struct example e;
    open_example(&e, "spbe-2018", SPECIMEN_EMPTY);
    assert_false(specimen_file_make(e.path, e.evaluation->assessment, &e.err));
    assert_int_equal(e.err.kind == ERROR_NONE, 0);
    close_example(&e);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_specimen_file__forms_of_every_instrument),
        cmocka_unit_test(test_specimen_file__registers_of_every_instrument),
        cmocka_unit_test(test_specimen_file__conflicts_of_every_instrument),
        cmocka_unit_test(test_specimen_file__never_over_another_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
