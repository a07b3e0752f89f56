/* draw: drawing commands, as a worker sends them, done on a canvas. */
#ifndef SPBE_DRAW_H
#define SPBE_DRAW_H

#include "arena.h"
#include "canvas.h"
#include "error.h"
#include "json.h"
#include "text.h"

/* Where a drawing comes from. */
struct draw_source {
    /* Names a place (drawing_place) for people: "templates/laporan.lua:12". */
    void (*place)(void *context, int64_t place, struct text *out);
    /* Reads a file beside the template, for a picture. */
    bool (*read)(void *context, const char *name, size_t max, struct text *out, struct error *err);
    void *context;
};

/* Does the commands of one list, cursor before it, arena for the moment.
 *
 * Fails with the template's place in front when a command cannot be done; returns false with nothing in
 * *err when the list is none that our own worker would send. */
bool draw_commands(struct canvas *canvas, struct json *json, struct arena *arena,
                   const struct draw_source *source, struct error *err);

#endif
