/* crosswalk: which indicator of an earlier instrument became which of this one.
 *
 * A pack may carry crosswalks, one file for each earlier instrument (files.crosswalks). A row says how they
 * are related and who says so; criteria correspond only where the row pairs them, or where their words are
 * the same. Nothing is computed from it: `carry` brings answers and documents along its rows. */
#ifndef SPBE_CROSSWALK_H
#define SPBE_CROSSWALK_H

#include "arena.h"
#include "complaint.h"
#include "declaration.h"
#include "instrument.h"

enum relation {
    RELATION_SAME,    /* the same subject, perhaps in other words */
    RELATION_SPLIT,   /* a part of what one indicator was */
    RELATION_MERGED,  /* several became this one */
    RELATION_CHANGED, /* comparable only roughly */
    RELATION_NONE,    /* nothing corresponds */
    RELATION_COUNT
};

/* Two criteria that ask the same, by their ids. */
struct crosswalk_pair {
    const char *to, *from;
};

struct crosswalk_row {
    enum relation relation;
    const char *
        to; /* id of an indicator or slot of this pack; NULL: what it was is not assessed any more */
    string_list from;                              /* ids of the other; empty: it is new */
    const char *comparability, *confidence, *note; /* "" when not given */
    const struct crosswalk_pair *pairs;
    size_t pair_count;
};

struct crosswalk {
    const char *from;          /* id of the other pack */
    const char *source, *note; /* note: "" when not given */
    const struct crosswalk_row *rows;
    size_t row_count;
    const struct data *declared; /* for places of complaints */
};

/* Proves all crosswalks of a pack by itself: relations, their ends, ids of this pack. Complaints stand at
 * the lines of their files. */
void crosswalk_check(const struct declaration *declaration, struct complaints *complaints);
/* Proves one against the pack that it comes from: every id of it exists there. */
void crosswalk_check_from(const struct crosswalk *crosswalk, const struct instrument *from,
                          struct complaints *complaints);

/* The crosswalks of a pack without complaints, from `arena`; *count of them. */
const struct crosswalk *crosswalk_list(const struct declaration *declaration, struct arena *arena,
                                       size_t *count);

/* The row that ends at an indicator, or NULL. */
const struct crosswalk_row *crosswalk_to(const struct crosswalk *crosswalk, const char *indicator);

/* The word of a relation: "same". Static. */
const char *crosswalk_relation_word(enum relation relation);
/* What people read for it. Translated. */
const char *crosswalk_relation_label(enum relation relation);

#endif
