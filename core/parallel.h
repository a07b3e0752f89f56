/* parallel: a batch over several processes, with its results in the order of the inputs.
 *
 * This process cuts the streams into pieces, between documents and without looking at these, and deals them out to a
 * crew: of ordinary files the places only (pieces), which the members read themselves, of everything else the bytes
 * (stream_next_piece). Each member does its piece as `batch` does a stream, and answers with text. Pieces are
 * asked for in the order in which they were dealt, so the output is byte for byte that of one process. A member does
 * not know how many documents stand before its piece; where refusals must be told by their numbers, this process does
 * that piece once more. Where a stream cannot be cut, this process does the rest itself. Assessment files (.spbe) are dealt out by
 * their names. */
#ifndef SPBE_PARALLEL_H
#define SPBE_PARALLEL_H

#include "batch.h"
#include "error.h"
#include "text.h"

#include <stdbool.h>
#include <stddef.h>

/* What the members do with an assessment, and what becomes of their text. */
struct parallel {
    /* In a member: appends the result of one assessment to *out; `without` is to be raised where the
     * asked basis has no data. */
    void (*write)(void *context, const struct evaluation *evaluation, struct text *out,
                  size_t *without);
    /* In this process: takes the text of a piece, in order. False, with *err set, ends the batch. */
    bool (*put)(void *context, const char *bytes, size_t length, struct error *err);
    void *context;
    size_t without;    /* the sum over all members */
    size_t piece_size; /* bytes of a piece, about; 0: as is best */
};

/* Does all inputs (NULL-terminated) with `jobs` members. batch: its evaluator is copied into the
 * members, its counts and refusals are kept here; `take` is not called. batch_end is left to the caller. */
bool parallel_run(struct parallel *parallel, struct batch *batch, const char *const *inputs,
                  size_t jobs, struct error *err);

#endif
