/* What a worker that was taken over could send as drawing commands: each is done, refused by a sentence,
 * or not believed; what is done can be written. */
#include "draw.h"

#include "arena.h"
#include "canvas.h"
#include "json.h"

#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

static const char output[] = "/tmp/spbe-fuzz-draw.xlsx";

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

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static const struct draw_source source = {show_place, read_file, NULL};
    struct error err = {.kind = ERROR_NONE};
    struct arena arena = ARENA_EMPTY;
    struct json json;
    int64_t at = 0;
    struct canvas canvas;
    if (!canvas_begin(&canvas, output, 2024, &err)) {
        abort();
    }
    json_open(&json, (const char *)bytes, length, &arena, NULL);
    bool done = draw_commands(&canvas, &json, &arena, &source, &err);
    if (done && error_is_set(&err)) {
        abort();
    }
    if (done && !canvas_finish(&canvas, "id", &at, &err) && err.kind != ERROR_PACK) {
        abort();
    }
    canvas_release(&canvas);
    unlink(output);
    arena_release(&arena);
    return 0;
}
