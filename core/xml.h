/* xml: one XML part from outside, told piece by piece.
 *
 * Strict about what could cost: no DOCTYPE (so no entities of its own), bounded depth, attributes, and
 * length of one tag. Names come without prefix, with the namespace told apart as far as workbooks need it.
 * Texts are UTF-8, whatever the part's encoding. */
#ifndef SPBE_XML_H
#define SPBE_XML_H

#include "error.h"

#include <stdbool.h>
#include <stddef.h>

/* Namespaces, in their transitional and their strict forms. */
enum xml_space { XML_SHEET, XML_RELATION, XML_TYPES, XML_OTHER };

/* Who is told. A function that returns false has set the error; nothing more is then told. */
struct xml_listener {
    /* An element begins. attributes: name, value, name, value, …, NULL; for xml_value. */
    bool (*open)(void *context, enum xml_space space, const char *name,
                 const char *const *attributes, struct error *err);
    /* An element ends. */
    bool (*close)(void *context, enum xml_space space, const char *name, struct error *err);
    /* Text inside the innermost element, in pieces. NULL: not wanted. */
    bool (*text)(void *context, const char *bytes, size_t length, struct error *err);
    void *context;
};

struct xml;

/* Begins a part. place: its name, for errors; both are borrowed until xml_free. */
struct xml *xml_new(const struct xml_listener *listener, const char *place);
/* Frees it; NULL is fine. */
void xml_free(struct xml *xml);

/* Reads on; `context` is the struct xml (so that it fits archive_read). Fails with XML_FORM, XML_DOCTYPE,
 * XML_DEEP, XML_ATTRIBUTES, XML_TAG, or as the listener does. */
bool xml_feed(void *context, const char *bytes, size_t length, struct error *err);
/* The part has ended: fails with XML_FORM when it should not have. */
bool xml_end(struct xml *xml, struct error *err);

/* The value of an attribute without prefix, or NULL. */
const char *xml_value(const char *const *attributes, const char *name);
/* The value of an attribute of the namespace of relationships (r:id), or NULL. */
const char *xml_relation_value(const char *const *attributes, const char *name);
/* True for "1" and "true". */
bool xml_true(const char *value);

#endif
