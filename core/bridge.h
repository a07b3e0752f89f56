/* bridge: what of an assessment by one instrument can be said in another, along the crosswalk between them.
 *
 * An indicator that kept its subject (relation "same") has the value that it had; every other one could have any
 * value of the later scale. With the weights of the later instrument that is an interval, lowest to highest, in
 * which the earlier assessment's index would lie. A later index outside of it rose or fell whatever the rest
 * was; inside of it nothing can be said. The comparable part are the indicators that kept their subject and
 * have a value on both sides: their mean by the later weights can be subtracted, and speaks of that part only.
 *
 * A value below the later scale (level 0) counts as its lowest. Where several indicators became one with the
 * same subject, it lies between the lowest and the highest of them. Every number is exact. */
#ifndef SPBE_BRIDGE_H
#define SPBE_BRIDGE_H

#include "comparison.h"
#include "crosswalk.h"

enum bridge_verdict { BRIDGE_OPEN, BRIDGE_ROSE, BRIDGE_FELL };

/* What the earlier side would have for an indicator of the later one. */
struct bridge_line {
    const struct crosswalk_row *row; /* NULL where the crosswalk says nothing */
    bool known;                      /* it kept its subject and had a value */
    bool compared;                   /* and that is one value, and the later side has one as well */
    struct fraction low, high;
    struct fraction now; /* of the later side, as counted */
};

struct bridge {
    size_t from, to;                   /* sides: the earlier instrument's, the later one's */
    const struct crosswalk *crosswalk; /* NULL: none is known, and nothing below is set */
    const struct bridge_line *lines;   /* one for each indicator of the later instrument */
    size_t known, compared;            /* lines that are so */
    bool exact;                        /* false: what follows would be too long to be exact */
    struct fraction known_weight;      /* percent of the later index */
    struct fraction lowest, highest;   /* of the index */
    enum bridge_verdict verdict;
    struct fraction part_weight;     /* percent; of the comparable part, 0 where there is none */
    struct fraction part[2], change; /* its mean on either side, and their difference */
};

/* Builds the bridges between neighbouring sides of different instruments and keeps them in the comparison. find:
 * gives the crosswalk into `to` from the instrument with an id, or NULL; borrowed as long as the comparison. */
void bridge_build(struct comparison *comparison,
                  const struct crosswalk *(*find)(void *context, const struct instrument *to,
                                                  const char *from),
                  void *context);

/* The predicate of an index of a side's instrument in its year; "" below the lowest. */
const char *bridge_predicate(const struct compared_side *side, struct fraction exact);
/* The word of a verdict: "rose". Static. */
const char *bridge_verdict_word(enum bridge_verdict verdict);
/* Tells a bridge in sentences, one after the other. */
void bridge_tell(const struct comparison *comparison, const struct bridge *bridge,
                 void (*tell)(void *context, const char *sentence), void *context);

#endif
