#include "pack_field.h"

#include "lang.h"
#include "message.h"

#include <stdio.h>
#include <string.h>

enum { YEAR_MIN = 2000, YEAR_MAX = 2100, WHOLE_MAX = 1000000, FIELDS_NEAR = 64 };

/* What stands there instead. */
static const char *const data_words[] = {
    [DATA_FLAG] = N_("true or false"),
    [DATA_NUMBER] = N_("a number"),
    [DATA_TEXT] = N_("a text"),
    [DATA_LIST] = N_("a list"),
    [DATA_RECORD] = N_("a table with named fields"),
    [DATA_FUNCTION] = N_("a function"),
};

/* "weight", or "legal_basis[2]" for an item of a list. */
static void add_label(const struct data *value, struct text *out)
{
    if (value->key != NULL || value->parent == NULL) {
        text_add(out, value->key == NULL ? "return" : value->key);
        return;
    }
    add_label(value->parent, out);
    text_format(out, "[%zu]", value->position + 1);
}

static bool wrong_type(const struct data *value, enum field_type type,
                       struct complaints *complaints)
{
    struct text label = TEXT_EMPTY;
    add_label(value, &label);
    bool number = value->type == DATA_NUMBER;
    complain(complaints, value, M_PACK_FIELD_TYPE, label.bytes, pack_type_title(type),
             number ? value->text : lang_text(data_words[value->type]));
    text_release(&label);
    return false;
}

static bool check_text(const struct data *value, enum field_type type,
                       struct complaints *complaints)
{
    if (value->type != DATA_TEXT) {
        return wrong_type(value, type, complaints);
    }
    if (type == FIELD_NOTE || strspn(value->text, " \t\n\r") < strlen(value->text)) {
        return true;
    }
    struct text label = TEXT_EMPTY;
    add_label(value, &label);
    complain(complaints, value, M_PACK_TEXT_EMPTY, label.bytes);
    text_release(&label);
    return false;
}

static bool check_number(const struct data *value, enum field_type type,
                         struct complaints *complaints)
{
    struct fraction exact;
    int whole = 0;
    bool ok = type == FIELD_NUMBER ? data_fraction(value, &exact)
              : type == FIELD_YEAR ? data_whole(value, YEAR_MIN, YEAR_MAX, &whole)
                                   : data_whole(value, 0, WHOLE_MAX, &whole);
    return ok || wrong_type(value, type, complaints);
}

static bool check_value(const struct data *value, const struct field *field,
                        struct complaints *complaints);

/* Checks each item of a list as if it were a field of that type. */
static bool check_items(const struct data *value, enum field_type list, enum field_type item,
                        enum record inner, struct complaints *complaints)
{
    if (!data_is_list(value)) {
        return wrong_type(value, list, complaints);
    }
    const struct field row = {.type = item, .inner = inner};
    bool ok = true;
    for (const struct data *each = value->first; each != NULL; each = each->next) {
        ok = check_value(each, &row, complaints) && ok;
    }
    return ok;
}

/* Checks each value of a table with free names as if it were a field of that type. */
static bool check_map(const struct data *value, enum field_type map, enum field_type item,
                      struct complaints *complaints)
{
    if (!data_is_record(value)) {
        return wrong_type(value, map, complaints);
    }
    const struct field row = {.type = item, .inner = RECORD_COUNT};
    bool ok = true;
    for (const struct data *each = value->first; each != NULL; each = each->next) {
        int year = data_key_year(each);
        if (map == FIELD_BY_YEAR && (year < YEAR_MIN || year > YEAR_MAX)) {
            ok = complain(complaints, each, M_PACK_KEY_YEAR, each->key);
        }
        ok = check_value(each, &row, complaints) && ok;
    }
    return ok;
}

/* Names of levels: lists by kind, or one text for each number. */
static bool check_level_names(const struct data *value, struct complaints *complaints)
{
    const struct data *first = data_is_record(value) ? value->first : NULL;
    bool single = first != NULL && first->type == DATA_TEXT;
    return check_map(value, FIELD_LEVEL_NAMES, single ? FIELD_TEXT : FIELD_TEXTS, complaints);
}

/* Anything for readers; only a function cannot be shown. */
static bool check_free(const struct data *value, struct complaints *complaints)
{
    bool ok = value->type != DATA_FUNCTION || wrong_type(value, FIELD_FREE, complaints);
    bool filled = value->type == DATA_LIST || value->type == DATA_RECORD;
    for (const struct data *each = filled ? value->first : NULL; each != NULL; each = each->next) {
        ok = check_free(each, complaints) && ok;
    }
    return ok;
}

/* The record that a pack calls so; RECORD_COUNT when none is. */
static enum record record_of(const char *word)
{
    int record = 0;
    while (record < RECORD_COUNT && (pack_record_word((enum record)record) == NULL ||
                                     strcmp(pack_record_word((enum record)record), word) != 0)) {
        record++;
    }
    return (enum record)record;
}

/* The fields that a pack adds: to records that there are, and none that has a row. */
static bool check_own(const struct data *value, struct complaints *complaints)
{
    if (!data_is_record(value)) {
        return wrong_type(value, FIELD_OWN, complaints);
    }
    bool ok = true;
    for (const struct data *each = value->first; each != NULL; each = each->next) {
        enum record record = record_of(each->key);
        if (record == RECORD_COUNT) {
            ok = complain(complaints, each, M_PACK_OWN_RECORD, each->key);
            continue;
        }
        ok = check_map(each, FIELD_OWN, FIELD_TEXT, complaints) && ok;
        bool named = data_is_record(each);
        for (const struct data *own = named ? each->first : NULL; own != NULL; own = own->next) {
            if (pack_field_row(record, own->key) != NULL) {
                ok = complain(complaints, own, M_PACK_OWN_KNOWN, own->key);
            }
        }
    }
    return ok;
}

static bool check_value(const struct data *value, const struct field *field,
                        struct complaints *complaints)
{
    switch (field->type) {
    case FIELD_TEXT:
    case FIELD_NOTE:
        return check_text(value, field->type, complaints);
    case FIELD_FLAG:
        return value->type == DATA_FLAG || wrong_type(value, field->type, complaints);
    case FIELD_WHOLE:
    case FIELD_YEAR:
    case FIELD_NUMBER:
        return check_number(value, field->type, complaints);
    case FIELD_TEXTS:
        return check_items(value, field->type, FIELD_TEXT, RECORD_COUNT, complaints);
    case FIELD_WHOLES:
        return check_items(value, field->type, FIELD_WHOLE, RECORD_COUNT, complaints);
    case FIELD_RECORD:
        return pack_field_check(value, field->inner, complaints);
    case FIELD_LIST:
        return pack_field_check_list(value, field->inner, complaints);
    case FIELD_BY_YEAR:
    case FIELD_BY_NAME:
        return check_map(value, field->type, FIELD_TEXT, complaints);
    case FIELD_NAME_LISTS:
        return check_map(value, field->type, FIELD_TEXTS, complaints);
    case FIELD_ANY:
        return (value->type != DATA_LIST && value->type != DATA_RECORD) ||
               wrong_type(value, field->type, complaints);
    case FIELD_NUMBERS:
        return check_items(value, field->type, FIELD_NUMBER, RECORD_COUNT, complaints);
    case FIELD_ROWS:
        return check_items(value, field->type, FIELD_NUMBERS, RECORD_COUNT, complaints);
    case FIELD_LEVEL_NAMES:
        return check_level_names(value, complaints);
    case FIELD_FREE:
        return check_free(value, complaints);
    case FIELD_OWN:
        return check_own(value, complaints);
    case FIELD_FUNCTION:
        return value->type == DATA_FUNCTION || wrong_type(value, field->type, complaints);
    }
    return false;
}

/* The field that was probably meant by a mistyped name: the nearest of those that the record does not
 * have; NULL when none is near. A record of very many fields holds no slips of the finger, and is not
 * searched. */
static const struct field *meant_field(const struct data *record, enum record kind,
                                       const char *name)
{
    const struct field *nearest = NULL;
    unsigned best = 3;
    const struct field *field = pack_fields(kind);
    for (; record->count <= FIELDS_NEAR && field->record == kind; field++) {
        unsigned distance = text_distance(field->name, name);
        if (distance < best && distance < strlen(name) && data_get(record, field->name) == NULL) {
            best = distance;
            nearest = field;
        }
    }
    return nearest;
}

static bool unknown_field(const struct data *value, enum record record,
                          struct complaints *complaints)
{
    const struct field *meant = meant_field(value->parent, record, value->key);
    if (meant != NULL) {
        return complain(complaints, value, M_PACK_FIELD_NEAREST, value->key, meant->name);
    }
    return complain(complaints, value, M_PACK_FIELD_UNKNOWN, value->key);
}

/* True when a mistyped field of the record was meant to be this one: one mistake, one complaint. */
static bool is_mistyped(const struct data *value, enum record record, const struct field *field)
{
    if (value->count > FIELDS_NEAR) {
        return false;
    }
    for (const struct data *each = value->first; each != NULL; each = each->next) {
        if (each->key != NULL && pack_field_row(record, each->key) == NULL &&
            meant_field(value, record, each->key) == field) {
            return true;
        }
    }
    return false;
}

const struct data *pack_field_own(const struct data *pack, enum record record)
{
    const char *word = pack_record_word(record);
    const struct data *own = word == NULL ? NULL : data_get(data_get(pack, "own_fields"), word);
    return own != NULL && data_is_record(own) ? own : NULL;
}

/* A field without a row: one that the pack has announced, or unknown. The entry is the first source. */
static bool check_rowless(const struct data *value, enum record record,
                          struct complaints *complaints)
{
    const struct data *pack = complaints->source_count > 0 ? complaints->sources[0].value : NULL;
    if (data_get(pack_field_own(pack, record), value->key) != NULL) {
        return check_free(value, complaints);
    }
    return unknown_field(value, record, complaints);
}

bool pack_field_check(const struct data *value, enum record record, struct complaints *complaints)
{
    if (!data_is_record(value)) {
        return wrong_type(value, FIELD_RECORD, complaints);
    }
    bool ok = true;
    for (const struct data *each = value->first; each != NULL; each = each->next) {
        const struct field *field = pack_field_row(record, each->key);
        ok = (field == NULL ? check_rowless(each, record, complaints)
                            : check_value(each, field, complaints)) &&
             ok;
    }
    for (const struct field *field = pack_fields(record); field->record == record; field++) {
        if (field->required && data_get(value, field->name) == NULL) {
            ok = false;
            if (!is_mistyped(value, record, field)) {
                complain(complaints, value, M_PACK_FIELD_MISSING, field->name,
                         lang_text(field->meaning));
            }
        }
    }
    return ok;
}

bool pack_field_check_one(const struct data *value, enum field_type type,
                          struct complaints *complaints)
{
    const struct field row = {.type = type, .inner = RECORD_COUNT};
    return check_value(value, &row, complaints);
}

bool pack_field_check_list(const struct data *value, enum record record,
                           struct complaints *complaints)
{
    return check_items(value, FIELD_LIST, FIELD_RECORD, record, complaints);
}
