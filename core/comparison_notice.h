/* comparison_notice: what a reader must know before the numbers of a comparison: "these indices rest on different
 * bases", "the later year stands first". */
#ifndef SPBE_COMPARISON_NOTICE_H
#define SPBE_COMPARISON_NOTICE_H

#include "comparison.h"

/* Calls `tell` with each sentence, in the reader's language. */
void comparison_notice_tell(const struct comparison *comparison,
                            void (*tell)(void *context, const char *sentence), void *context);

#endif
