/* check: what the proofs about a pack share: the pack, its scale and years, and small proofs that
 * more than one of them needs. See check_tree, check_scale, check_case. */
#ifndef SPBE_CHECK_H
#define SPBE_CHECK_H

#include "complaint.h"
#include "declaration.h"

struct check {
    const struct declaration *pack;
    struct complaints *complaints;
    int lowest, highest; /* of the scale */
    int named;       /* the lowest level that the pack writes: above a level 0 by rule, or lowest */
    int first, last; /* years */
    bool has_scale,
        has_years; /* false where the pack does not say them rightly: what depends on them
                                  is then not checked, so that one mistake is one complaint */
};

/* Both hands of all proofs. */
struct check check_start(const struct declaration *pack, struct complaints *complaints);

/* A text names a document of legal_basis. Passes over NULL and what is no text. */
void check_document(const struct check *check, const struct data *name);
/* `from` and `until` of a record are in order and inside the years of the pack, if it has any. */
void check_dated(const struct check *check, const struct data *record);
/* A whole number is a level of the scale, if there is one. Passes over NULL and what is no number. */
void check_level(const struct check *check, const struct data *number);
/* There are not more than `most` things of that name; the complaint stands at `at`. False beyond. */
bool check_most(const struct check *check, const struct data *at, const char *name, size_t count,
                int most);
/* Of two values the one that an overlay changed, or changed last; else the first. `other` may be NULL. */
const struct data *check_newer(const struct data *one, const struct data *other);
/* Complains that the weights in list `key` of a parent, `sum`, are not its own: by how much, and where an
 * overlay changed one. */
void check_sum_off(const struct check *check, const struct data *parent, const char *key,
                   struct fraction own, struct fraction sum);
/* An exact number as people write it, in `out`; gives `out`. */
const char *check_say(struct fraction number, char out[64]);

#endif
