/* pack_field: what a pack's files declare, held against the table of fields.
 *
 * Unknown, missing and wrong fields are complaints, each with its line, an unknown one with the nearest
 * known name. A pack may announce further fields of its own (own_fields in pack.lua), for readers: they
 * may hold anything, and nothing is computed from them. What has passed here has the shape that pack_table promises; whether it makes sense is
 * pack_check's question. */
#ifndef SPBE_PACK_FIELD_H
#define SPBE_PACK_FIELD_H

#include "complaint.h"
#include "data.h"
#include "pack_table.h"

#include <stdbool.h>

/* Checks a value and all below it against the rows of `record`. False when it complained. */
bool pack_field_check(const struct data *value, enum record record, struct complaints *complaints);
/* As pack_field_check, for one value that must be of a plain type. */
bool pack_field_check_one(const struct data *value, enum field_type type,
                          struct complaints *complaints);
/* As pack_field_check, for a list of records. */
bool pack_field_check_list(const struct data *value, enum record record,
                           struct complaints *complaints);

/* The fields that a pack (what pack.lua returned) adds to a record, by name; NULL when none. */
const struct data *pack_field_own(const struct data *pack, enum record record);

#endif
