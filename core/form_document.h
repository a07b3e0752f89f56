/* form_document: a document as a form or a file describes it, for one indicator: what it says, whether two of
 * them mean the same one, and its words for a person who has to decide between them. */
#ifndef SPBE_FORM_DOCUMENT_H
#define SPBE_FORM_DOCUMENT_H

#include "arena.h"
#include "change.h"
#include "dossier.h"
#include "form.h"
#include "text.h"

#include <stdbool.h>

struct form_document {
    const char *indicator;
    const char *criteria; /* ids of criteria and items by commas, "" for none */
    const char
        *texts[FORM_CELLS]; /* FORM_TITLE to FORM_FILE, "" for empty; a file without folders */
    const char *typed;      /* the file as typed, with folders; "" for none */
};

/* How a document is decided where a form and a file do not agree on it. */
enum form_ruling {
    FORM_UNRULED,
    FORM_RULED_FILE, /* one document, described as in the file */
    FORM_RULED_FORM, /* one document, described as in the form; a new one where the file has none */
    FORM_RULED_BOTH  /* two documents */
};

/* The field of the file that a cell is kept in. */
enum field form_document_field(enum form_cell cell);
/* The cell of a field, or FORM_CELLS. */
enum form_cell form_document_cell(enum field field);
/* An item of the file as a document; borrows its texts. */
struct form_document form_document_of(const struct exhibit *exhibit);

/* True when two descriptions are of one document: of the same file, or, where one has none, of the same title
 * and number. */
bool form_document_same(const struct form_document *one, const struct form_document *other);
/* True when the item already says all that the document says, and supports all of its criteria. */
bool form_document_holds(const struct form_document *item, const struct form_document *document,
                         struct arena *arena);
/* True when an item says something else than the document; pages may differ, and what one of them leaves open. */
bool form_document_differs(const struct form_document *item, const struct form_document *document);

/* Appends what people read: title, number, date, pages, file, a line each. */
void form_document_tell(const struct form_document *document, struct text *out);

/* Adds ids that are not there yet to a list by commas. */
void form_document_add_ids(struct text *ids, const char *more, struct arena *arena);
/* The pieces of two lists of pages ("4; 7"), each once, from `arena` or one of the two. */
const char *form_document_unite(const char *one, const char *other, struct arena *arena);

#endif
