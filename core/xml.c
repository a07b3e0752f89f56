#include "xml.h"

#include "limit.h"
#include "memory.h"
#include "message.h"

#include <expat.h>
#include <stdlib.h>
#include <string.h>

enum { SEPARATOR = '\n' }; /* cannot stand in a namespace's name as it is normalised */

struct xml {
    XML_Parser parser;
    const struct xml_listener *listener;
    const char *place;
    struct error *err; /* of the call that is running */
    unsigned depth;
    size_t silent; /* bytes fed since something was told */
    bool failed;
};

/* Namespaces by their names. */
static const struct {
    const char *name;
    enum xml_space space;
} spaces[] = {
    {"http://schemas.openxmlformats.org/spreadsheetml/2006/main", XML_SHEET},
    {"http://purl.oclc.org/ooxml/spreadsheetml/main", XML_SHEET},
    {"http://schemas.openxmlformats.org/package/2006/relationships", XML_RELATION},
    {"http://schemas.openxmlformats.org/package/2006/content-types", XML_TYPES},
};
static const char *const relation_spaces[] = {
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
};

static void stop(struct xml *xml)
{
    xml->failed = true;
    XML_StopParser(xml->parser, XML_FALSE);
}

/* Splits a name of the parser into its namespace and the name itself. */
static const char *local_name(const char *name, enum xml_space *space)
{
    const char *separator = strchr(name, SEPARATOR);
    *space = XML_OTHER;
    if (separator == NULL) {
        return name;
    }
    size_t length = (size_t)(separator - name);
    for (size_t i = 0; i < sizeof spaces / sizeof spaces[0]; i++) {
        if (strlen(spaces[i].name) == length && memcmp(spaces[i].name, name, length) == 0) {
            *space = spaces[i].space;
        }
    }
    return separator + 1;
}

/* ---- what the parser tells ---- */

static void on_open(void *context, const XML_Char *name, const XML_Char **attributes)
{
    struct xml *xml = context;
    enum xml_space space = XML_OTHER;
    size_t count = 0;
    xml->silent = 0;
    if (xml->failed) {
        return;
    }
    while (attributes[2 * count] != NULL) {
        count++;
    }
    bool ok = ++xml->depth <= LIMIT_XML_DEPTH ||
              error_set(xml->err, M_XML_DEEP, xml->place, LIMIT_XML_DEPTH);
    ok = ok && (count <= LIMIT_XML_ATTRIBUTES ||
                error_set(xml->err, M_XML_ATTRIBUTES, xml->place, LIMIT_XML_ATTRIBUTES));
    const char *local = local_name(name, &space);
    if (!ok || !xml->listener->open(xml->listener->context, space, local,
                                    (const char *const *)attributes, xml->err)) {
        stop(xml);
    }
}

static void on_close(void *context, const XML_Char *name)
{
    struct xml *xml = context;
    enum xml_space space = XML_OTHER;
    xml->silent = 0;
    xml->depth--;
    const char *local = local_name(name, &space);
    if (!xml->failed && xml->listener->close != NULL &&
        !xml->listener->close(xml->listener->context, space, local, xml->err)) {
        stop(xml);
    }
}

static void on_text(void *context, const XML_Char *bytes, int length)
{
    struct xml *xml = context;
    xml->silent = 0;
    if (!xml->failed && xml->listener->text != NULL &&
        !xml->listener->text(xml->listener->context, bytes, (size_t)length, xml->err)) {
        stop(xml);
    }
}

/* Everything else: comments, instructions, the declaration. */
static void on_rest(void *context, const XML_Char *bytes, int length)
{
    (void)bytes;
    (void)length;
    ((struct xml *)context)->silent = 0;
}

static void on_doctype(void *context, const XML_Char *name, const XML_Char *system,
                       const XML_Char *public, int internal)
{
    struct xml *xml = context;
    (void)name;
    (void)system;
    (void)public;
    (void)internal;
    error_set(xml->err, M_XML_DOCTYPE, xml->place);
    stop(xml);
}

/* ---- reading ---- */

struct xml *xml_new(const struct xml_listener *listener, const char *place)
{
    struct xml *xml = memory_zero(1, sizeof *xml);
    static const XML_Memory_Handling_Suite memory = {malloc, realloc, free};
    static const XML_Char separator[] = {SEPARATOR, '\0'};
    xml->listener = listener;
    xml->place = place;
    xml->parser = XML_ParserCreate_MM(NULL, &memory, separator);
    if (xml->parser == NULL) {
        memory_resize(NULL, SIZE_MAX, 2); /* ends the program as any other want of memory */
    }
    XML_SetUserData(xml->parser, xml);
    XML_SetElementHandler(xml->parser, on_open, on_close);
    XML_SetCharacterDataHandler(xml->parser, on_text);
    XML_SetStartDoctypeDeclHandler(xml->parser, on_doctype);
    XML_SetDefaultHandler(xml->parser, on_rest);
    return xml;
}

void xml_free(struct xml *xml)
{
    if (xml != NULL) {
        XML_ParserFree(xml->parser);
        free(xml);
    }
}

static bool parse(struct xml *xml, const char *bytes, size_t length, bool last, struct error *err)
{
    xml->err = err;
    enum XML_Status status = XML_Parse(xml->parser, bytes, (int)length, last);
    if (status == XML_STATUS_OK) {
        return true;
    }
    /* What was refused has said so; the rest is the parser's own. */
    return error_set(err, M_XML_FORM, xml->place,
                     (unsigned long)XML_GetCurrentLineNumber(xml->parser),
                     XML_ErrorString(XML_GetErrorCode(xml->parser)));
}

bool xml_feed(void *context, const char *bytes, size_t length, struct error *err)
{
    struct xml *xml = context;
    enum { PIECE = 65536 };
    for (size_t at = 0; at < length; at += PIECE) {
        size_t size = length - at < PIECE ? length - at : PIECE;
        /* A tag that does not end is read again with each piece: that must not go on for long. */
        xml->silent += size;
        if (!parse(xml, bytes + at, size, false, err)) {
            return false;
        }
        if (xml->silent > LIMIT_XML_TAG) {
            return error_set(err, M_XML_TAG, xml->place, LIMIT_XML_TAG);
        }
    }
    return true;
}

bool xml_end(struct xml *xml, struct error *err)
{
    return parse(xml, "", 0, true, err);
}

/* ---- attributes ---- */

const char *xml_value(const char *const *attributes, const char *name)
{
    for (; attributes[0] != NULL; attributes += 2) {
        if (strcmp(attributes[0], name) == 0) {
            return attributes[1];
        }
    }
    return NULL;
}

const char *xml_relation_value(const char *const *attributes, const char *name)
{
    for (; attributes[0] != NULL; attributes += 2) {
        const char *separator = strchr(attributes[0], SEPARATOR);
        if (separator == NULL || strcmp(separator + 1, name) != 0) {
            continue;
        }
        size_t length = (size_t)(separator - attributes[0]);
        for (size_t i = 0; i < sizeof relation_spaces / sizeof relation_spaces[0]; i++) {
            if (strlen(relation_spaces[i]) == length &&
                memcmp(relation_spaces[i], attributes[0], length) == 0) {
                return attributes[1];
            }
        }
    }
    return NULL;
}

bool xml_true(const char *value)
{
    return value != NULL && (strcmp(value, "1") == 0 || strcmp(value, "true") == 0);
}
