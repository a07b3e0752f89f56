/* What a worker that was taken over could send as drawing commands, for a workbook and for a page of HTML:
 * each is done, refused by a sentence, or not believed; what is done can be written. Whether a command is
 * believed does not depend on what is made of it. */
#include "draw.h"

#include "arena.h"
#include "canvas.h"
#include "json.h"

#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void show_place(void *context, int64_t place, struct text *out)
{
    (void)context;
    text_format(out, "x.lua:%lld", (long long)place);
}

/* A picture: whatever its name says. */
static bool read_file(void *context, const char *name, size_t max, struct text *out,
                      struct error *err)
{
    (void)context;
    (void)err;
    text_add(out, "\x89PNG\r\n\x1a\n");
    text_add(out, name);
    return out->length <= max;
}

/* Draws into `path`; true when every command was believed. */
static bool draw_into(const char *path, const char *language, const char *bytes, size_t length)
{
    static const struct draw_source source = {show_place, read_file, NULL};
    struct error err = {.kind = ERROR_NONE};
    struct arena arena = ARENA_EMPTY;
    struct json json;
    int64_t at = 0;
    struct canvas canvas;
    if (!canvas_begin(&canvas, path, 2024, &err)) {
        abort();
    }
    json_open(&json, bytes, length, &arena, NULL);
    bool done = draw_commands(&canvas, &json, &arena, &source, &err);
    if (done && error_is_set(&err)) {
        abort();
    }
    if (done && !canvas_finish(&canvas, language, &at, &err) && err.kind != ERROR_PACK &&
        err.kind != ERROR_LIMIT) { /* conditions of a page have a budget */
        abort();
    }
    canvas_release(&canvas);
    unlink(path);
    arena_release(&arena);
    return done;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    bool workbook = draw_into("/tmp/spbe-fuzz-draw.xlsx", "id", (const char *)bytes, length);
    bool page = draw_into("/tmp/spbe-fuzz-draw.html", length % 2 ? "en" : "id", (const char *)bytes,
                          length);
    if (workbook != page) {
        abort();
    }
    return 0;
}
