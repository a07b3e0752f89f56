/* name_index: names with their values, sorted, so that a look-up costs little however many a stranger
 * has written. Filled once, then only asked. Equal names stay in the order of their adding. */
#ifndef SPBE_NAME_INDEX_H
#define SPBE_NAME_INDEX_H

#include "arena.h"
#include "data.h"

#include <stdbool.h>
#include <stddef.h>

struct named {
    const char *name; /* borrowed */
    const struct data *value;
    size_t position; /* among those added, from 0 */
};

struct name_index {
    struct named *list;
    size_t count;
};

/* An index with room for `most` names; memory from `arena`. */
void name_index_init(struct name_index *index, size_t most, struct arena *arena);
/* Adds one; a name that is NULL is passed over. */
void name_index_add(struct name_index *index, const char *name, const struct data *value);
/* Ends the filling. */
void name_index_sort(struct name_index *index);

/* The first entry of that name, or NULL. */
const struct named *name_index_find(const struct name_index *index, const char *name);
/* As name_index_find, for `length` bytes of a name. */
const struct named *name_index_find_part(const struct name_index *index, const char *name,
                                         size_t length);
/* True when some name begins with `begin` and goes on with `next`. */
bool name_index_begins(const struct name_index *index, const char *begin, char next);

#endif
