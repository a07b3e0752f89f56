/* comparison_summary: a comparison in a few sentences, for who reads nothing else: which way the index went, how many
 * indicators rose and fell, where most was gained and lost; of units, who stands where. */
#ifndef SPBE_COMPARISON_SUMMARY_H
#define SPBE_COMPARISON_SUMMARY_H

#include "comparison.h"

/* How many indicators rose, fell and stayed between two comparable sides. */
struct comparison_count {
    size_t rose, fell, stayed;
};

/* Counts them; one whose difference would be too long to be exact is in none. */
struct comparison_count comparison_summary_count(const struct comparison *comparison, size_t from,
                                                 size_t to);
/* Calls `tell` with each sentence, in the reader's language; none where nothing can be compared. */
void comparison_summary_tell(const struct comparison *comparison,
                             void (*tell)(void *context, const char *sentence), void *context);

#endif
