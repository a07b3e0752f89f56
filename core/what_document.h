/* what_document: what changes would bring as a document, format spbe-what-if/1, described by
 * templates/spbe-what-if.schema.json. */
#ifndef SPBE_WHAT_DOCUMENT_H
#define SPBE_WHAT_DOCUMENT_H

#include "text.h"
#include "what_if.h"

/* Appends the document, one line without line break. */
void what_document_write(const struct what_if *what, struct text *text);

#endif
