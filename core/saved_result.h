/* saved_result: a result document (spbe-report/1) read back, as far as it takes to compute it again.
 *
 * Of a saved result only its figures matter here: every value, index, predicate, level, weight and count,
 * each with the id of what it belongs to. Names, sentences and the order of keys may have changed since
 * without changing a number; they are passed over. Read strictly, as every document. */
#ifndef SPBE_SAVED_RESULT_H
#define SPBE_SAVED_RESULT_H

#include "arena.h"
#include "error.h"
#include "evaluation.h"
#include "instrument.h"

/* One figure: "I07" "supported" "3". */
struct saved_figure {
    const char
        *of; /* id of the indicator, aspect or domain; "index" or "indexes.claimed" for the whole */
    const char *key;  /* as in the document: "value" */
    const char *text; /* the value as JSON writes it, without quotes: "2.98", "null" */
};

struct saved_result {
    const char *engine;      /* version */
    const char *rules;       /* id of the pack */
    const char *sha256;      /* of the rules */
    struct pack_file *files; /* of the rules */
    size_t file_count;
    const char *agency;
    const char *assessment; /* SHA-256 of the assessment */
    int year;
    enum basis basis;
    struct saved_figure *figures; /* in the order of the document */
    size_t figure_count;
};

/* Reads one document of `length` bytes; *out lives in `arena`. name: for places. Fails with the JSON_…
 * rows, SAVED_FORMAT or SAVED_PART. */
bool saved_result_read(const char *bytes, size_t length, const char *name, struct arena *arena,
                       struct saved_result *out, struct error *err);

/* The figure of that id and key, or NULL. guess: its position is tried first, and set. */
const struct saved_figure *saved_result_figure(const struct saved_result *result, const char *of,
                                               const char *key, size_t *guess);

#endif
