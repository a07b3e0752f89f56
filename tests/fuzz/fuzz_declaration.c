/* What a worker may answer, held against the table of fields and proved: each line of the input is the
 * answer for one file (pack.lua, a domain, another domain, checks, examples). Whatever they declare ends
 * in complaints or in an instrument whose every criterion can be found. */
#include "check_case.h"
#include "check_scale.h"
#include "check_slot.h"
#include "check_tree.h"
#include "pack_build.h"
#include "pack_example.h"
#include "pack_field.h"
#include "pack_json.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { FILES = 5 };

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static const char *const names[FILES] = {"pack.lua", "d1.lua", "d2.lua", "checks.lua",
                                         "examples.lua"};

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

static void check_all(struct declaration *declaration, struct complaints *complaints)
{
    pack_field_check(declaration->pack, RECORD_PACK, complaints);
    for (size_t i = 0; i < declaration->domains.count; i++) {
        pack_field_check(declaration->domains.items[i], RECORD_DOMAIN, complaints);
    }
    if (declaration->checks != NULL) {
        pack_field_check(declaration->checks, RECORD_CHECKS, complaints);
    }
    if (declaration->examples != NULL) {
        pack_field_check_list(declaration->examples, RECORD_EXAMPLE, complaints);
    }
    check_tree(declaration, complaints);
    check_scale(declaration, complaints);
    check_slot(declaration, complaints);
    check_case(declaration, complaints);
    complaints_sort(complaints);
}

static void build(const struct declaration *declaration, const struct source *sources, size_t count,
                  struct arena *arena)
{
    struct instrument instrument;
    struct text json = TEXT_EMPTY;
    size_t examples = 0;
    pack_build(declaration, sources, count, arena, &instrument);
    pack_example_list(declaration, &instrument, arena, &examples);
    pack_json_write(declaration, &instrument, instrument.year_last + 1, &json);
    for (size_t i = 0; i < instrument.criterion_count; i++) {
        const char *id = instrument.criteria[i].id;
        if (instrument_find_criterion(&instrument, id, strlen(id), NOWHERE) != (int)i) {
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
    if (count > 0) {
        const struct data *domains[2];
        struct declaration declaration = {.pack = sources[0].value, .domains = {domains, 0}};
        for (size_t i = 1; i < count && i < 3; i++) {
            domains[declaration.domains.count++] = sources[i].value;
        }
        declaration.checks = count > 3 ? sources[3].value : NULL;
        declaration.examples = count > 4 ? sources[4].value : NULL;
        struct complaints complaints = {.place = "p", .sources = sources, .source_count = count};
        declaration_flatten(&declaration, &arena);
        check_all(&declaration, &complaints);
        if (complaints.count == 0) {
            build(&declaration, sources, count, &arena);
        }
        complaints_release(&complaints);
    }
    arena_release(&arena);
    return 0;
}
