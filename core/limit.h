/* limit: every bound that protects a user or the machine, in one table.
 *
 * A row is: name, value, unit, what is bounded. `spbe help limits` prints it, and a test walks it:
 * each limit has a case just inside and just outside (tests/limits/). */
#ifndef SPBE_LIMIT_H
#define SPBE_LIMIT_H

#define LIMITS(row)                                                                                  \
    row(LIMIT_JSON_BYTES, 2097152, "bytes", "one assessment document")                               \
    row(LIMIT_JSON_VALUES, 50000, "values", "one assessment document")                               \
    row(LIMIT_JSON_DEPTH, 32, "levels", "nesting of a JSON document")                                \
    row(LIMIT_SOURCE_BYTES, 131072, "bytes", "one Lua source file of a pack, template or script")    \
    row(LIMIT_PACK_FILES, 64, "files", "one rule pack")                                              \
    row(LIMIT_MESSAGE_BYTES, 1048576, "bytes", "one message between the program and a worker")       \
    row(LIMIT_WORKER_MS, 1500, "milliseconds", "one answer of a worker")                             \
    row(LIMIT_WORKER_MEMORY, 134217728, "bytes", "address space that Lua may hold in a worker")      \
    row(LIMIT_DOCUMENT_BYTES, 104857600, "bytes", "one evidence document")                           \
    row(LIMIT_TEXT_BYTES, 32767, "bytes", "one text that a person types (note, title, reason)") \
    row(LIMIT_STORE_WAIT_MS, 5000, "milliseconds", "waiting for another writer of an assessment file")

enum limit {
#define LIMIT_ENUM(name, value, unit, what) name = value,
    LIMITS(LIMIT_ENUM)
#undef LIMIT_ENUM
};

#endif
