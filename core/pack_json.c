#include "pack_json.h"

#include "pack_field.h"
#include "pack_table.h"

/* What is written, and for which year; 0 = all. */
struct output {
    struct text *json;
    int year;
    const struct data *pack; /* what pack.lua returned */
};

static void write_value(const struct output *output, const struct data *value,
                        const struct field *field);

static void write_key(const struct output *output, const char *key, bool first)
{
    if (!first) {
        text_add_byte(output->json, ',');
    }
    text_add_json(output->json, key);
    text_add_byte(output->json, ':');
}

/* Writes the fields that a record has, in the table's order; the rest of an object's inside. `first`
 * tells whether something stands before them; gives the same for what follows. */
static bool write_fields(const struct output *output, const struct data *value, enum record record,
                         bool first)
{
    for (const struct field *field = pack_fields(record); field->record == record; field++) {
        const struct data *each = data_get(value, field->name);
        if (each != NULL) {
            write_key(output, field->name, first);
            write_value(output, each, field);
            first = false;
        }
    }
    const struct data *own = pack_field_own(output->pack, record);
    const struct field row = {.type = FIELD_FREE, .inner = RECORD_COUNT};
    for (const struct data *name = own == NULL ? NULL : own->first; name != NULL;
         name = name->next) {
        const struct data *each = data_get(value, name->key);
        if (each != NULL) {
            write_key(output, name->key, first);
            write_value(output, each, &row);
            first = false;
        }
    }
    return first;
}

static void write_record(const struct output *output, const struct data *value, enum record record)
{
    text_add_byte(output->json, '{');
    write_fields(output, value, record, true);
    text_add_byte(output->json, '}');
}

/* True when an item of a list counts in the year that is shown. */
static bool counts(const struct output *output, const struct data *item, enum record record)
{
    bool dated = record == RECORD_CRITERION || record == RECORD_AGE;
    return output->year == 0 || !dated || instrument_holds(declaration_years(item), output->year);
}

/* Writes the items of a list, each as if it were a field of that type. */
static void write_list(const struct output *output, const struct data *value, enum field_type type,
                       enum record inner)
{
    const struct field row = {.type = type, .inner = inner};
    bool first = true;
    text_add_byte(output->json, '[');
    for (const struct data *each = value->first; each != NULL; each = each->next) {
        if (counts(output, each, inner)) {
            text_add(output->json, first ? "" : ",");
            write_value(output, each, &row);
            first = false;
        }
    }
    text_add_byte(output->json, ']');
}

/* Writes a table with free names, each value as if it were a field of that type. */
static void write_map(const struct output *output, const struct data *value, enum field_type type)
{
    const struct field row = {.type = type, .inner = RECORD_COUNT};
    text_add_byte(output->json, '{');
    for (const struct data *each = value->first; each != NULL; each = each->next) {
        write_key(output, each->key, each == value->first);
        write_value(output, each, &row);
    }
    text_add_byte(output->json, '}');
}

/* A number as it is; an exact number that was written as a text stays a text. */
static void write_plain(const struct output *output, const struct data *value)
{
    if (value->type == DATA_NUMBER) {
        text_add(output->json, value->text);
    } else if (value->type == DATA_FLAG) {
        text_add(output->json, value->flag ? "true" : "false");
    } else {
        text_add_json(output->json, value->text);
    }
}

/* Anything, as it is. */
static void write_free(const struct output *output, const struct data *value)
{
    if (value->type == DATA_LIST) {
        write_list(output, value, FIELD_FREE, RECORD_COUNT);
    } else if (value->type == DATA_RECORD) {
        write_map(output, value, FIELD_FREE);
    } else {
        write_plain(output, value);
    }
}

static void write_value(const struct output *output, const struct data *value,
                        const struct field *field)
{
    switch (field->type) {
    case FIELD_TEXT:
    case FIELD_NOTE:
    case FIELD_FLAG:
    case FIELD_WHOLE:
    case FIELD_YEAR:
    case FIELD_NUMBER:
    case FIELD_ANY:
        write_plain(output, value);
        return;
    case FIELD_TEXTS:
    case FIELD_WHOLES:
    case FIELD_NUMBERS:
        write_list(output, value, FIELD_TEXT, RECORD_COUNT); /* each is written as it is */
        return;
    case FIELD_RECORD:
        write_record(output, value, field->inner);
        return;
    case FIELD_LIST:
        write_list(output, value, FIELD_RECORD, field->inner);
        return;
    case FIELD_BY_YEAR:
    case FIELD_BY_NAME:
        write_map(output, value, FIELD_TEXT);
        return;
    case FIELD_NAME_LISTS:
        write_map(output, value, FIELD_TEXTS);
        return;
    case FIELD_ROWS:
        write_list(output, value, FIELD_NUMBERS, RECORD_COUNT);
        return;
    case FIELD_LEVEL_NAMES:
    case FIELD_FREE:
    case FIELD_OWN:
        write_free(output, value);
        return;
    case FIELD_FUNCTION:
        text_add(output->json, "{\"function\":");
        text_add_json(output->json, value->first->text);
        text_add_byte(output->json, '}');
        return;
    }
}

/* The list of domains, or of aspects where there are no domains. */
static void write_tree(const struct output *output, const struct declaration *declaration)
{
    bool aspects = declaration->domains.count == 0;
    const struct data_list *list = aspects ? &declaration->aspects : &declaration->domains;
    write_key(output, aspects ? "aspects" : "domains", false);
    text_add_byte(output->json, '[');
    for (size_t i = 0; i < list->count; i++) {
        text_add(output->json, i == 0 ? "" : ",");
        write_record(output, list->items[i], aspects ? RECORD_ASPECT : RECORD_DOMAIN);
    }
    text_add_byte(output->json, ']');
}

static void write_year(const struct output *output, const struct instrument *instrument, int asked)
{
    int year = instrument_year(instrument, asked);
    bool exact = instrument_reading(instrument, year) == READING_EXACT;
    write_key(output, "year", false);
    text_format(output->json, "{\"asked\":%d,\"used\":%d,\"guideline\":", asked, year);
    text_add_json(output->json, instrument_guideline(instrument, year));
    text_format(output->json, ",\"predicate_on\":\"%s\"}", exact ? "exact" : "rounded");
}

/* Writes named texts as an object. */
static void write_texts(const struct output *output, const char *const texts[][2], size_t count)
{
    text_add_byte(output->json, '{');
    for (size_t i = 0; i < count; i++) {
        write_key(output, texts[i][0], i == 0);
        text_add_json(output->json, texts[i][1]);
    }
}

static void write_overlays(const struct output *output, const struct instrument *instrument)
{
    write_key(output, "overlays", false);
    for (size_t i = 0; i < instrument->overlay_count; i++) {
        const struct overlay_note *overlay = &instrument->overlays[i];
        const char *const texts[][2] = {
            {"id", overlay->id},         {"title", overlay->title},   {"author", overlay->author},
            {"date", overlay->date},     {"reason", overlay->reason}, {"source", overlay->source},
            {"sha256", overlay->sha256},
        };
        text_add(output->json, i == 0 ? "[" : ",");
        write_texts(output, texts, sizeof texts / sizeof *texts);
        text_add_byte(output->json, '}');
    }
    text_add_byte(output->json, ']');
}

static void write_changes(const struct output *output, const struct instrument *instrument)
{
    write_key(output, "changes", false);
    text_add_byte(output->json, '[');
    for (size_t i = 0; i < instrument->change_count; i++) {
        const struct rule_change *change = &instrument->changes[i];
        const char *const texts[][2] = {
            {"change", change->kind},
            {"of", change->of},
            {"before", change->before},
            {"after", change->after},
            {"reason", change->reason},
            {"source", change->source},
            {"overlay", instrument->overlays[change->overlay].id},
        };
        text_add(output->json, i == 0 ? "" : ",");
        write_texts(output, texts, sizeof texts / sizeof *texts);
        text_format(output->json, ",\"line\":%u}", change->line);
    }
    text_add_byte(output->json, ']');
}

void pack_json_write(const struct declaration *declaration, const struct instrument *instrument,
                     int asked, struct text *json)
{
    struct output output = {json, asked == 0 ? 0 : instrument_year(instrument, asked),
                            declaration->pack};
    text_add_byte(json, '{');
    write_fields(&output, declaration->pack, RECORD_PACK, true);
    if (declaration->notes != NULL) {
        write_fields(&output, declaration->notes, RECORD_NOTES, false);
    }
    if (asked != 0) {
        write_year(&output, instrument, asked);
    }
    if (instrument->overlay_count > 0) {
        write_overlays(&output, instrument);
        write_changes(&output, instrument);
    }
    write_tree(&output, declaration);
    if (declaration->checks != NULL) {
        write_key(&output, "evidence_checks", false);
        write_record(&output, declaration->checks, RECORD_CHECKS);
    }
    if (declaration->examples != NULL) {
        write_key(&output, "examples", false);
        write_list(&output, declaration->examples, FIELD_RECORD, RECORD_EXAMPLE);
    }
    text_add_byte(json, '}');
}
