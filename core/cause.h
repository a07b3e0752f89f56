/* cause: by what an indicator's value differs between two sides: criteria, items that score, an outside index,
 * and the documents put forward for them.
 *
 * Between two assessments a cause is what is different: another answer, another document, or a criterion that
 * counts in one year only. Two sides of one assessment (self against assessor) have the same answers and
 * documents: there the causes are what is at issue, all that the levels between both values ask for, as it
 * stands. Only sides by the same rules have causes. */
#ifndef SPBE_CAUSE_H
#define SPBE_CAUSE_H

#include "comparison.h"

enum cause_kind { CAUSE_CRITERION, CAUSE_ITEM, CAUSE_MEASURE };

/* On which side a document is put forward for a cause. */
enum cause_holder { HOLDER_NONE, HOLDER_FROM, HOLDER_TO, HOLDER_BOTH };

enum { CAUSE_ID_SIZE = 64 };

struct cause {
    const char *text; /* of the criterion or item; "" for a measure */
    /* The first that supports it on one side only; of what is at issue the first that supports it. NULL where
     * there is none. */
    const struct compared_document *document;
    struct fraction points;   /* what an item adds */
    size_t documents[2];      /* how many support it, on either side */
    struct maybe measures[2]; /* the outside index on either side */
    enum cause_kind kind;
    int level; /* number; 0 for a measure */
    enum cause_holder holder;
    enum answer answers[2];
    bool at_issue;
    bool counts[2];         /* on either side */
    char id[CAUSE_ID_SIZE]; /* "I01.2.a", "I01.2.e1", "indeks_sdi"; cut when longer */
};

/* Two comparable sides and an indicator. From a side to itself it is what is at issue between what is claimed
 * there and the value on the side's basis. */
struct cause_pair {
    const struct comparison *comparison;
    size_t from, to, indicator; /* positions */
};

/* The causes of one kind; at most `room`, the rest is left out. Gives back how many there are in all. What is at
 * issue comes in the order of the instrument; of changes other answers come first, then what is proven on one
 * side only, then other documents, each in that order. */
size_t cause_list(const struct cause_pair *pair, enum cause_kind kind, struct cause *out,
                  size_t room);
/* How many causes there are of all kinds. */
size_t cause_count(const struct cause_pair *pair);

#endif
