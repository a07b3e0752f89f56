/* The n-th allocation fails, for every n, through all that a worker does for a pack: its files, those of
 * overlays, all put together, watched, scored and reported. Each ends in the answers of a run without
 * failures or in one sentence about memory; nothing leaks.
 *
 * SPBE_FAULTS=all does so with a pack of full size too. */
#include "pack_guest.h"

#include "arena.h"
#include "file.h"
#include "fraction.h"
#include "guest.h"
#include "json.h"
#include "lang.h"
#include "limit.h"
#include "lua_json.h"
#include "lua_library.h"
#include "lua_score.h"
#include "lua_trace.h"
#include "memory.h"
#include "message.h"
#include "sandbox.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "support_seam.h"

#include "../../core/pack_guest.c"

static const char overlay_source[] =
    "--- Stage 3 counts as soon as one part of it is met.\n"
    "local function lenient(input)\n"
    "  local met = 0\n"
    "  for _, level in ipairs(input.levels) do met = met + level.met end\n"
    "  return { met, 7 }, (\"%d met in %s\"):format(met, tostring(input.year))\n"
    "end\n"
    "return {\n"
    "  format = \"spbe-overlay/1\", id = \"fungsi\", title = \"Tahap 3\", base = \"kami-uji\",\n"
    "  author = \"Inspektorat\", date = \"2026-11-22\", reason = \"Uji\", source = \"Nota\",\n"
    "  changes = {\n"
    "    { change = \"weight\", of = \"I01\", from = 40, to = \"121/3\" },\n"
    "    { change = \"function\", of = \"I01\", to = lenient },\n"
    "  },\n"
    "}\n";

static bool everything(void)
{
    const char *faults = getenv("SPBE_FAULTS");
    return faults != NULL && strcmp(faults, "all") == 0;
}

/* ---- what the parent sends ---- */

struct parent {
    struct text messages[SEAM_MESSAGES];
    struct seam seam;
};

static struct text *next_message(struct parent *parent)
{
    size_t i = parent->seam.count++;
    assert_true(i < SEAM_MESSAGES);
    parent->messages[i] = (struct text)TEXT_EMPTY;
    parent->seam.messages[i] = &parent->messages[i];
    return &parent->messages[i];
}

static void ask(struct parent *parent, const char *question)
{
    text_add(next_message(parent), question);
}

static void load(struct parent *parent, const char *name, const char *source, size_t length)
{
    struct text *message = next_message(parent);
    text_add(message, "{\"load\":");
    text_add_json(message, name);
    text_add(message, ",\"source\":");
    text_append_json(message, source, length);
    text_add(message, "}");
}

static void load_files(struct parent *parent, const char *folder, const char *const *names)
{
    for (; *names != NULL; names++) {
        struct error err = {.kind = ERROR_NONE};
        struct text path = TEXT_EMPTY;
        struct text source = TEXT_EMPTY;
        text_format(&path, "%s/%s", folder, *names);
        assert_true(file_read(path.bytes, LIMIT_SOURCE_BYTES, &source, &err));
        load(parent, *names, source.bytes, source.length);
        text_release(&path);
        text_release(&source);
    }
}

static void forget(struct parent *parent)
{
    for (size_t i = 0; i < parent->seam.count; i++) {
        text_release(&parent->messages[i]);
    }
}

/* Every allocation of what was put down fails in turn. */
static void sweep(struct parent *parent, size_t least)
{
    size_t count = seam_sweep(&parent->seam, pack_guest_run);
    if (count < least) {
        fail_msg("only %zu allocations: the test has lost what it tests", count);
    }
    forget(parent);
}

static const char *const kami[] = {"pack.lua", "domain_1.lua", "examples.lua", NULL};

#define LEVELS                                                                                   \
    "\"levels\":[{\"level\":1,\"met\":1,\"criteria\":2},{\"level\":2,\"met\":2,\"criteria\":2}," \
    "{\"level\":3,\"met\":1,\"criteria\":1}],\"year\":2024"

/* ---- the tests ---- */

static void test_pack_guest_allocation__a_pack_is_loaded_watched_and_scored(void **state)
{
    (void)state;
    struct parent parent = {.seam.until = "{\"steps\":"};
    load_files(&parent, "tests/packs/kami", kami);
    ask(&parent, "{\"trace\":true}");
    ask(&parent, "{\"values\":{\"I01\":\"3\",\"I03\":\"7/6\"},\"scores\":["
                 "{\"of\":\"I01\",\"score\":\"domain_1.lua:aspects[1].indicators[1].value\","
                 "\"uses\":[],\"input\":{" LEVELS "}},"
                 "{\"of\":\"I02\",\"score\":\"domain_1.lua:aspects[1].indicators[2].value\","
                 "\"uses\":[\"I01\",\"I03\"],\"input\":{" LEVELS "}}]}");
    ask(&parent, "{\"report\":true}");
    sweep(&parent, 500);
}

static void test_pack_guest_allocation__an_overlay_is_loaded(void **state)
{
    (void)state;
    struct parent parent = {.seam.count = 0};
    load(&parent, "overlay.lua", overlay_source, strlen(overlay_source));
    sweep(&parent, 200);
}

static void test_pack_guest_allocation__a_stack_is_loaded_and_scored(void **state)
{
    (void)state;
    struct parent parent = {.seam.count = 0};
    load_files(&parent, "tests/packs/kami", kami);
    load(&parent, "overlay-1.lua", overlay_source, strlen(overlay_source));
    ask(&parent, "{\"score\":\"overlay-1.lua:changes[2].to\",\"input\":{" LEVELS "}}");
    sweep(&parent, 500);
}

/* Too long for each `make test`: `make soak`. */
static void test_pack_guest_allocation__a_pack_of_full_size_is_loaded(void **state)
{
    (void)state;
    static const char *const files[] = {
        "pack.lua",     "domain_1.lua", "domain_2.lua", "domain_3.lua",
        "domain_4.lua", "notes.lua",    "checks.lua",   NULL};
    struct parent parent = {.seam.count = 0};
    if (!everything()) {
        skip();
    }
    load_files(&parent, "rules/spbe-2020", files);
    sweep(&parent, 2000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pack_guest_allocation__a_pack_is_loaded_watched_and_scored),
        cmocka_unit_test(test_pack_guest_allocation__an_overlay_is_loaded),
        cmocka_unit_test(test_pack_guest_allocation__a_stack_is_loaded_and_scored),
        cmocka_unit_test(test_pack_guest_allocation__a_pack_of_full_size_is_loaded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
