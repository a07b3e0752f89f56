/* desk: the fixture's instrument and the assessment documents that are read with it. */
#ifndef SPBE_SUPPORT_DESK_H
#define SPBE_SUPPORT_DESK_H

#include "assessment.h"
#include "error.h"
#include "support_fixture.h"

/* How a document of the fixture's instrument begins; members or "}" follow. */
#define DESK_HEAD "{\"format\":\"spbe-assessment/1\",\"instrument\":\"uji-2020\",\"year\":2024"
#define DESK_SHA "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

/* A document that uses every key that a whole-valued instrument takes, in canonical form. */
extern const char desk_full[];

/* An instrument and what was read with it last. */
struct desk {
    struct fixture fixture;
    struct arena arena;
    struct assessment assessment;
    struct error err;
};

/* cmocka's set-up: *state becomes a struct desk with nothing read. */
int desk_open(void **state);
/* And its tear-down. */
int desk_close(void **state);
/* Reads a document, called f.json; false with desk->err set when it is refused. */
bool desk_take_bytes(struct desk *desk, const char *bytes, size_t length);
/* Reads a document that must be good. */
void desk_take(struct desk *desk, const char *bytes);
/* Reads a document that must be refused, by this row of core/message.h and at this place. */
void desk_refuse(struct desk *desk, const char *bytes, const char *id, const char *where);

#endif
