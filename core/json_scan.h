/* json_scan: walks over JSON text by its brackets and quotes alone.
 *
 * Three things need a document's outline before, or after, it is read properly: where an error
 * stands, where a document ends in a stream of them, and what to step over when looking ahead. Nothing
 * here checks grammar or allocates by the size of the input, and any bytes at all may come in. */
#ifndef SPBE_JSON_SCAN_H
#define SPBE_JSON_SCAN_H

#include "text.h"

#include <stddef.h>

/* Appends the path of the value or key that holds the byte at `offset` ("$.answers.I07.claimed",
 * "$.list[3]"), else that of the bracket around it; the document is well-formed up to there. A key
 * that is no plain word stands in brackets (`["I01.2.a"]`), a long one is cut; below 64 levels the
 * path ends with "…". */
void json_path(const char *bytes, size_t length, size_t offset, struct text *out);

/* The byte behind the bracket that closes the one at `at`; NULL when it is not closed before `end`. */
const char *json_scan_bracketed(const char *at, const char *end);

/* The end of the first document at or after `at` in a stream of objects, told apart by their brackets.
 *
 * start: set to its first byte; when there is none, to `end`.
 * Returns the byte behind the document, or NULL when it may go on behind `end`.
 * A broken document ends where it certainly does: before a line break inside a string, before a
 * bracket that opens behind a complete value, or, when it begins with no bracket at all, before the
 * next line break. So one bad document does not take its neighbours along. */
const char *json_document(const char *at, const char *end, const char **start);

#endif
