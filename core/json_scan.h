/* json_scan: walks over JSON text by its brackets and quotes alone.
 *
 * Two things need a document's outline apart from reading it: the place where an error stands, and
 * what to step over when looking ahead. Nothing here checks grammar or allocates by the size of the
 * input, and any bytes at all may come in. */
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

#endif
