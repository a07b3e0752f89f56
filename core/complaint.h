/* complaint: all that is wrong with a pack, one sentence each, with file and line.
 *
 * A complaint carries a struct error (kind ERROR_PACK, a row of message.h), so that one of them can
 * refuse the pack and all of them can be listed. The place of a value is found from its path in the
 * file's text. Where overlays changed the values, the pack below them was sound: a complaint then names
 * the nearest change, inside the value or around it, in the overlay's file. */
#ifndef SPBE_COMPLAINT_H
#define SPBE_COMPLAINT_H

#include "data.h"
#include "error.h"
#include "hash.h"

#include <stdbool.h>
#include <stddef.h>

/* One file of a pack: its text, and what it declares. */
struct source {
    const char *name;   /* "domain_1.lua" */
    const char *module; /* in the worker that scores: "overlay-1.lua"; NULL = its name */
    const char *place;  /* in sentences: "rules/x/overlay.lua"; NULL = the pack's and the name */
    struct text text;   /* as read */
    char sha256[HASH_HEX + 1];
    const struct data *value; /* NULL until it was run */
};

struct complaint {
    struct error error;
    size_t source; /* position of its file */
    unsigned line; /* in that file */
};

struct complaints {
    const char *place;            /* the pack as the user named it: "rules/spbe-2020"; borrowed */
    const struct source *sources; /* borrowed; their texts stay as they are */
    size_t source_count;
    struct source_map **maps; /* of the sources that were complained about; NULL for the others */
    size_t map_count;
    struct complaint *list;
    size_t count; /* at most LIMIT_COMPLAINTS */
    size_t more;  /* made when the list was full: only counted */
    bool changed; /* the values are copies that overlays changed (graft) */
};

/* Adds one sentence about `at`, a value of one of the sources: complain(list, at, M_…, args). Returns
 * false, so that a check can end with it. */
bool complain(struct complaints *complaints, const struct data *at, enum error_kind kind,
              const char *id, const char *format, ...) __attribute__((format(printf, 5, 6)));

/* Appends file and line of a value, "domain_1.lua:41", for a sentence about another value. */
void complaint_place(struct complaints *complaints, const struct data *at, struct text *out);

/* The line alone. */
unsigned complaint_line(struct complaints *complaints, const struct data *at);

/* Puts them into the order of files and lines, as a person corrects them. */
void complaints_sort(struct complaints *complaints);
/* Frees the list and what was remembered about the sources. */
void complaints_release(struct complaints *complaints);

#endif
