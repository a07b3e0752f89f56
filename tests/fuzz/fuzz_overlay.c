/* Overlays put on rules that a worker answered with: the last lines of the input are overlays, the lines
 * before them the files of a pack (pack.lua, a domain, another domain). Whatever they change ends in
 * complaints, each with a line of the overlay's file, or in an instrument that is sound; the rules without
 * any of the changes are then those of the pack. */
#include "check_case.h"
#include "check_scale.h"
#include "check_slot.h"
#include "check_tree.h"
#include "limit.h"
#include "overlay.h"
#include "pack_build.h"
#include "pack_field.h"
#include "pack_json.h"
#include "rule_words.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { PACK_FILES = 3, FILES = 5 };

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static const char *const names[FILES] = {"pack.lua", "d1.lua", "d2.lua", "satu/overlay.lua",
                                         "dua/overlay.lua"};

/* Reads one line for each file; gives how many there are. */
static size_t read_lines(const char *at, const char *end, struct source *sources,
                         struct arena *arena)
{
    size_t count = 0;
    while (count < FILES && at < end) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        stop = stop == NULL ? end : stop;
        struct source *source = &sources[count];
        *source = (struct source){.name = names[count], .text = TEXT_EMPTY};
        source->value = data_read(at, (size_t)(stop - at), arena);
        if (source->value == NULL) {
            return 0;
        }
        count++;
        at = stop == end ? end : stop + 1;
    }
    return count;
}

static void check_all(const struct declaration *declaration, struct complaints *complaints)
{
    check_tree(declaration, complaints);
    check_scale(declaration, complaints);
    check_slot(declaration, complaints);
    check_case(declaration, complaints);
}

/* The pack alone is sound. */
static bool sound_pack(struct declaration *declaration, struct complaints *complaints,
                       struct arena *arena)
{
    pack_field_check(declaration->pack, RECORD_PACK, complaints);
    for (size_t i = 0; i < declaration->domains.count; i++) {
        pack_field_check(declaration->domains.items[i], RECORD_DOMAIN, complaints);
    }
    declaration_flatten(declaration, arena);
    check_all(declaration, complaints);
    return complaints->count == 0;
}

/* Each overlay by itself has the shape of one. */
static bool sound_overlays(const struct data *const *overlays, size_t count,
                           struct complaints *complaints)
{
    for (size_t i = 0; i < count; i++) {
        if (pack_field_check(overlays[i], RECORD_OVERLAY, complaints)) {
            overlay_check(overlays[i], complaints);
        }
    }
    return complaints->count == 0;
}

/* Says every change in words. */
static void tell(const struct overlay_stack *stack)
{
    struct text words = TEXT_EMPTY;
    for (size_t i = 0; i < stack->change_count; i++) {
        const struct overlay_change *change = &stack->changes[i];
        struct rule_difference difference = {change->kind->word, change->of, change->before,
                                             change->after};
        rule_words_sentence(&words, &difference);
    }
    text_release(&words);
}

/* Puts the overlays on, with all of the changes or with none. */
static void put_on(const struct declaration *base, const struct data *const *overlays, size_t count,
                   bool all, struct complaints *complaints, struct arena *arena)
{
    struct declaration effective;
    struct instrument instrument;
    struct text json = TEXT_EMPTY;
    const bool *none = arena_get(arena, LIMIT_CHANGES, sizeof *none);
    struct overlay_stack stack = {.overlays = overlays, .count = count, .on = all ? NULL : none};
    if (overlay_apply(&stack, base, &effective, arena, complaints)) {
        check_all(&effective, complaints);
        tell(&stack);
    }
    if (complaints->count == 0) {
        pack_build(&effective, complaints->sources, complaints->source_count, arena, &instrument);
        pack_json_write(&effective, &instrument, 0, &json);
    }
    for (size_t i = 0; i < complaints->count; i++) {
        if (complaints->list[i].source < PACK_FILES && !complaints->changed) {
            abort();
        }
    }
    text_release(&json);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena arena = ARENA_EMPTY;
    struct source sources[FILES];
    const char *at = (const char *)bytes;
    size_t count = read_lines(at, at + length, sources, &arena);
    if (count > PACK_FILES) {
        const struct data *domains[2] = {sources[1].value, sources[2].value};
        const struct data *overlays[2] = {sources[3].value, count > 4 ? sources[4].value : NULL};
        struct declaration base = {.pack = sources[0].value, .domains = {domains, 2}};
        struct complaints complaints = {.place = "p", .sources = sources, .source_count = count};
        if (sound_pack(&base, &complaints, &arena) &&
            sound_overlays(overlays, count - PACK_FILES, &complaints)) {
            put_on(&base, overlays, count - PACK_FILES, false, &complaints, &arena);
            put_on(&base, overlays, count - PACK_FILES, true, &complaints, &arena);
        }
        complaints_release(&complaints);
    }
    arena_release(&arena);
    return 0;
}
