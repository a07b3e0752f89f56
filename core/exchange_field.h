/* exchange_field: objects of the assessment JSON, read by a table of their keys.
 *
 * A row of a table has a key, a function that reads its value, and the member that it goes to. One
 * function walks any object by such a table and refuses what is not in it, or comes twice; null is
 * taken as if the key were not there. The functions return false after a failure, which json_end
 * tells. */
#ifndef SPBE_EXCHANGE_FIELD_H
#define SPBE_EXCHANGE_FIELD_H

#include "assessment.h"
#include "json.h"

#include <stdbool.h>
#include <stddef.h>

/* One document on its way into a record. */
struct reader {
    struct json json;
    const struct instrument *instrument;
    struct assessment *out;
    unsigned char *indicators_seen, *criteria_seen; /* 1 where the key has come */
    int indicator;        /* position of the one being read; -1 at first */
    int next_criterion;   /* expected next: documents come in order */
    const char *verified; /* where the indicator's `verified` stands */
    bool format, named;   /* the keys format and instrument have come */
};

/* A key of an object. A table of at most 32 ends with a row without a name. */
struct field {
    const char *name;
    size_t length; /* of the name */
    /* Reads the value at the cursor into the member of `target`. */
    bool (*read)(struct reader *reader, const struct field *field, void *target);
    size_t offset; /* of the member in *target */
};

#define FIELD(name) name, sizeof(name) - 1
#define FIELD_END        \
    {                    \
        NULL, 0, NULL, 0 \
    }

/* A growing array in the reader's arena; its final rows stay there. */
struct list {
    void *rows;
    size_t count, capacity;
};
#define LIST_EMPTY \
    {              \
        NULL, 0, 0 \
    }

/* Room for one more row of `size` bytes, zeroed. Earlier rows may move. */
void *exchange_list_add(struct reader *reader, struct list *list, size_t size);

/* Reads an object whose keys are the rows of `fields`, each at most once. */
bool exchange_read_fields(struct reader *reader, const struct field *fields, void *target);

/* Fails with JSON_DUPLICATE_KEY at the key last taken. */
bool exchange_refuse_repeated(struct reader *reader, const struct json_text *key);
/* Fails with EXCHANGE_MISSING at an object that began at `place`. */
bool exchange_refuse_missing(struct reader *reader, const char *place, const char *key);

/* The member of `target` that a field names. */
void *exchange_member(void *target, const struct field *field);

/* Reads a text of at most LIMIT_TEXT_BYTES into a `const char *`; an empty one counts as not given
 * (NULL). */
bool exchange_read_text(struct reader *reader, const struct field *field, void *target);
/* Reads a day of the calendar, "2023-05-01", into a `const char *`. */
bool exchange_read_date(struct reader *reader, const struct field *field, void *target);
/* Reads 64 hexadecimal digits, kept small, into a `const char *`. */
bool exchange_read_sha256(struct reader *reader, const struct field *field, void *target);

#endif
