/* report_source: the full result document that papers about a result are drawn from.
 *
 * It is made from an evaluation, or is one that was saved before: then nothing is evaluated again, and what a
 * later program would say otherwise stays as it was. Beside the document it knows the two things that drawing needs
 * of it: the year, and the scale on which a target can lie. */
#ifndef SPBE_REPORT_SOURCE_H
#define SPBE_REPORT_SOURCE_H

#include "arena.h"
#include "error.h"
#include "evaluation.h"
#include "text.h"

#include <stdbool.h>

struct report_source {
    struct text document; /* format spbe-report/1, REPORT_FULL, without line break at its end */
    int year;             /* of the assessment; it dates what is drawn */
    int lowest,
        highest; /* numbers of the instrument's levels; highest 0: the document does not say */
};

/* One without a document; release it like any other. */
#define REPORT_SOURCE_EMPTY ((struct report_source){.document = TEXT_EMPTY})

/* Makes the document of an evaluation, in place of whatever the source holds. scratch: for its sentences; may be
 * cleared afterwards. */
void report_source_make(const struct evaluation *evaluation, struct arena *scratch,
                        struct report_source *out);

/* Takes a file that is a result document already: its name ends with .json, it is at most LIMIT_ANSWER_BYTES long,
 * and it is one JSON object with the format spbe-report/1 and the year of its assessment. False for everything
 * else, which is then an input to be evaluated; what *out holds is left undefined, to be made or released. */
bool report_source_read(const char *path, struct report_source *out);

/* Frees the document; *source is then empty. */
void report_source_release(struct report_source *source);

/* Appends the options for the template as a JSON object: {"target":"3.5"}, exact; {} when target is NULL.
 *
 * target: as typed, a decimal with comma or point. Fails with REPORT_TARGET when it is no number, and with
 * REPORT_TARGET_SCALE when it does not lie on the source's scale, where that is known. */
bool report_source_options(const struct report_source *source, const char *target, struct text *out,
                           struct error *err);

#endif
