#include "support_overlay.h"

#include "memory.h"
#include "pack_stack.h"
#include "text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void overlays_open(struct overlays *overlays, const char *base)
{
    *overlays = (struct overlays){.base = base};
    snprintf(overlays->folder, sizeof overlays->folder, "/tmp/spbe-overlay-XXXXXX");
    assert_non_null(mkdtemp(overlays->folder));
    if (base != NULL) {
        overlays->places[overlays->count++] = memory_copy(base, strlen(base));
    }
}

void overlays_close(struct overlays *overlays)
{
    for (size_t i = 0; i < overlays->count; i++) {
        char path[160];
        snprintf(path, sizeof path, "%s/overlay.lua", overlays->places[i]);
        if (i > 0 || overlays->base == NULL) {
            assert_int_equal(unlink(path), 0);
            assert_int_equal(rmdir(overlays->places[i]), 0);
        }
        free(overlays->places[i]);
    }
    assert_int_equal(rmdir(overlays->folder), 0);
}

void overlays_put_file(struct overlays *overlays, const char *id, const char *source)
{
    struct text place = TEXT_EMPTY;
    char path[160];
    assert_true(overlays->count < OVERLAYS_MOST + 1);
    text_format(&place, "%s/%s", overlays->folder, id);
    assert_int_equal(mkdir(place.bytes, 0700), 0);
    snprintf(path, sizeof path, "%s/overlay.lua", place.bytes);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(source, file) >= 0);
    assert_int_equal(fclose(file), 0);
    overlays->places[overlays->count++] = text_take(&place);
}

void overlays_put(struct overlays *overlays, const char *id, const char *rows)
{
    struct text source = TEXT_EMPTY;
    text_format(&source,
                "return {\n  format = \"spbe-overlay/1\",\n  id = \"%s\",\n  title = \"Uji %s\",\n"
                "  base = \"uji-1\", author = \"Inspektorat\",\n  date = \"2023-05-01\",\n"
                "  reason = \"Uji\", source = \"Nota\",\n  changes = {\n%s\n  },\n}\n",
                id, id, rows);
    overlays_put_file(overlays, id, source.bytes);
    text_release(&source);
}

struct pack *overlays_load(struct overlays *overlays, struct error *err)
{
    return pack_stack_open((const char *const *)overlays->places, err);
}

struct pack *overlays_sound(struct overlays *overlays)
{
    struct error err = {.kind = ERROR_NONE};
    struct pack *pack = overlays_load(overlays, &err);
    if (pack == NULL) {
        print_error("%s: %s\n", err.where, err.message);
    }
    assert_non_null(pack);
    for (size_t i = 0; i < pack_complaints(pack)->count; i++) {
        const struct error *error = &pack_complaints(pack)->list[i].error;
        print_error("%s: %s\n", error->where, error->message);
    }
    assert_int_equal(pack_complaints(pack)->count, 0);
    return pack;
}
