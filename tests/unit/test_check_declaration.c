/* A pack is proved by every proof, whatever another has found; one that is sound is left in peace. */
#include "check_declaration.h"
#include "pack_loader.h"

#include "file.h"
#include "limit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define SMALL \
    "tests/packs/good/small/" /* a sound pack of two files; each test spoils it by some slips */

/* One slip: what is written instead of what, in whichever file has it. */
struct slip {
    const char *from, *to;
    const char *id; /* the row that tells of it */
};

/* A file of the pack with the first `from` of each slip replaced by `to`. Yours to free. */
static char *spoiled(const char *path, const struct slip *slips, size_t count)
{
    struct text text = TEXT_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    assert_true(file_read(path, LIMIT_SOURCE_BYTES, &text, &err));
    for (size_t i = 0; i < count; i++) {
        const char *at = strstr(text.bytes, slips[i].from);
        struct text next = TEXT_EMPTY;
        if (at == NULL) {
            continue;
        }
        text_append(&next, text.bytes, (size_t)(at - text.bytes));
        text_format(&next, "%s%s", slips[i].to, at + strlen(slips[i].from));
        text_release(&text);
        text = next;
    }
    return text_take(&text);
}

/* Loads the pack with the slips and proves it; *found gets for each slip whether its row was told. The number of
 * complaints is returned. */
static size_t prove(const struct slip *slips, size_t count, bool *found)
{
    struct arena arena = ARENA_EMPTY;
    struct source sources[LIMIT_PACK_FILES];
    struct complaints complaints = {.place = "uji", .sources = sources};
    struct declaration declaration = {.pack = NULL};
    struct pack_folder folder;
    struct error err = {.kind = ERROR_NONE};
    char *files[2] = {spoiled(SMALL "pack.lua", slips, count),
                      spoiled(SMALL "domain_1.lua", slips, count)};
    const struct pack_text texts[2] = {{"pack.lua", files[0], strlen(files[0])},
                                       {"domain_1.lua", files[1], strlen(files[1])}};
    for (size_t i = 0; i < LIMIT_PACK_FILES; i++) {
        sources[i] = (struct source){.text = TEXT_EMPTY};
    }
    pack_folder_hold("uji", PACK_ENTRY, texts, 2, &folder);
    struct pack_reader reader = {.from = &folder, .arena = &arena, .complaints = &complaints};
    if (!pack_loader_run(&reader, sources, &declaration, &err)) {
        fail_msg("%s: %s", err.where, err.message);
    }
    declaration_flatten(&declaration, &arena);
    check_declaration(&declaration, &complaints);
    size_t total = complaints.count;
    for (size_t i = 0; i < total; i++) {
        for (size_t s = 0; s < count; s++) {
            found[s] = found[s] || strcmp(complaints.list[i].error.id, slips[s].id) == 0;
        }
    }
    for (size_t i = 0; i < LIMIT_PACK_FILES; i++) {
        text_release(&sources[i].text);
    }
    complaints_release(&complaints);
    arena_release(&arena);
    pack_folder_release(&folder);
    free(files[0]);
    free(files[1]);
    return total;
}

static void test_check_declaration__a_sound_pack_has_no_complaints(void **state)
{
    (void)state;
    assert_int_equal(prove(NULL, 0, NULL), 0);
}

static void test_check_declaration__every_proof_is_heard_at_once(void **state)
{
    (void)state;
    static const struct slip slips[] = {
        {"indicators = 2", "indicators = 3", "PACK_COUNT"}, /* check_tree */
        {"min = 1.5", "min = 1.7", "PACK_BAND_GAP"},        /* check_scale */
    };
    bool found[2] = {false, false};
    assert_true(prove(slips, 2, found) >= 2);
    assert_true(found[0]);
    assert_true(found[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_check_declaration__a_sound_pack_has_no_complaints),
        cmocka_unit_test(test_check_declaration__every_proof_is_heard_at_once),
    };
    return cmocka_run_group_tests_name("check_declaration", tests, NULL, NULL);
}
