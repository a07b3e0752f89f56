/* overlay: overlays in a temporary folder, for tests that stack them on a pack.
 *
 *     struct overlays o;
 *     overlays_open(&o, "tests/packs/check/base");
 *     overlays_put(&o, "satu", "{change='unanswered', to=2}");
 *     struct pack *pack = overlays_load(&o, &err);
 */
#ifndef SPBE_SUPPORT_OVERLAY_H
#define SPBE_SUPPORT_OVERLAY_H

#include "pack.h"

enum { OVERLAYS_MOST = 8 };

struct overlays {
    char folder[64];
    const char *base;                /* the pack that is named; NULL = the overlay's own */
    char *places[OVERLAYS_MOST + 2]; /* the names that are given, NULL-terminated */
    size_t count;
};

/* A folder for overlays of the pack at `base`. */
void overlays_open(struct overlays *overlays, const char *base);
/* Removes it. */
void overlays_close(struct overlays *overlays);
/* Adds an overlay with this id, of uji-1, and these rows of changes. Rows begin on line 9. */
void overlays_put(struct overlays *overlays, const char *id, const char *rows);
/* Adds an overlay whose whole file is given. */
void overlays_put_file(struct overlays *overlays, const char *id, const char *source);
/* Loads the stack; see pack_stack_open. */
struct pack *overlays_load(struct overlays *overlays, struct error *err);
/* Loads a stack that must be sound. */
struct pack *overlays_sound(struct overlays *overlays);

#endif
