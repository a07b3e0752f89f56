#include "form_key.h"

#include "edit_explanation.h"
#include "edit_score.h"
#include "message.h"
#include "sheet_reader.h"

#include <string.h>

/* The sheet on its way in. */
struct key_reading {
    struct form_key *key;
    const char *path;
    bool anyway;
    struct text cells[FORM_CELLS];
    uint32_t row;
    struct text sealed;
    bool format, closed; /* first and last row have come */
    struct error refusal;
};

const struct exhibit *form_key_exhibit(const struct form_key *key, const char *id)
{
    for (size_t i = 0; i < key->exhibit_count; i++) {
        if (strcmp(key->exhibits[i].id, id) == 0) {
            return &key->exhibits[i];
        }
    }
    return NULL;
}

/* The base of a level or a general question, which stand from `bases` on. */
static struct form_base *find_prose(const struct form_key *key, const char *id,
                                    struct form_base *bases)
{
    const struct instrument *instrument = key->edit->instrument;
    struct error ignored = {.kind = ERROR_NONE};
    int question = edit_question(instrument, id, &ignored);
    if (question != NOWHERE) {
        return &bases[instrument->level_count + (size_t)question];
    }
    error_clear(&ignored);
    int level = edit_level(instrument, id, &ignored);
    return level == NOWHERE ? NULL : &bases[level];
}

struct form_base *form_key_find(const struct form_key *key, const char *id)
{
    const struct instrument *instrument = key->edit->instrument;
    struct form_base *measures = key->bases + instrument->indicator_count;
    struct form_base *criteria = measures + instrument->indicator_count;
    struct form_base *items = criteria + instrument->criterion_count;
    struct score_subject score;
    int indicator = instrument_find_indicator(instrument, id, strlen(id), 0);
    int criterion =
        indicator != NOWHERE ? NOWHERE : instrument_find_criterion(instrument, id, strlen(id), 0);
    if (indicator != NOWHERE) {
        return &key->bases[indicator];
    }
    if (criterion != NOWHERE) {
        return &criteria[criterion];
    }
    if (edit_score_subject(instrument, id, &score)) {
        return score.item == 0 ? &measures[score.indicator]
                               : &items[key->items[score.level] + score.item - 1];
    }
    const struct exhibit *exhibit = form_key_exhibit(key, id);
    return exhibit == NULL ? find_prose(key, id, items + key->item_count + key->exhibit_count)
                           : &items[key->item_count + (size_t)(exhibit - key->exhibits)];
}

static bool check_assessment(const struct edit *edit, const char *identity, const char *agency,
                             const char *path, struct error *err)
{
    const char *ours = store_about(edit->store)->agency;
    char present[HASH_HEX + 1];
    struct text clean = TEXT_EMPTY;
    if (!store_identity(edit->store, present, err)) {
        return false;
    }
    form_clean(ours, &clean);
    bool same = strcmp(clean.bytes, agency) == 0;
    text_release(&clean);
    if (strcmp(identity, present) == 0) {
        return true;
    }
    return same ? error_set(err, M_FORM_FILE, path, ours)
                : error_set(err, M_FORM_AGENCY, path, agency, ours);
}

bool form_key_check(const struct edit *edit, const char *key, const char *first, const char *second,
                    const char *path, bool anyway, struct error *err)
{
    const struct instrument *instrument = edit->instrument;
    if (strcmp(key, "instrument") == 0 && strcmp(first, instrument->id) != 0) {
        return error_set(err, M_FORM_RULES, path, first, instrument->id);
    }
    if (anyway) {
        return true;
    }
    if (strcmp(key, "instrument") == 0 && strcmp(second, instrument->sha256) != 0) {
        return error_set(err, M_FORM_PACK, path, first, second, instrument->sha256);
    }
    return strcmp(key, "assessment") != 0 || check_assessment(edit, first, second, path, err);
}

/* Keeps the marks of a row that has a base. */
static void keep_marks(struct key_reading *reading, struct form_base *base)
{
    for (size_t i = FORM_VALUE; i < FORM_CELLS; i++) {
        const struct text *cell = &reading->cells[i];
        if (i != FORM_ITEM && cell->length == FORM_MARK) {
            memcpy(base->marks[i], cell->bytes, FORM_MARK);
        }
    }
    const char *item = reading->cells[FORM_ITEM].bytes;
    base->item = item[0] == '\0' ? NULL : arena_string(reading->key->arena, item);
    base->there = base->marks[FORM_VALUE][0] != '\0' && base->marks[FORM_NOTE][0] != '\0';
}

static void end_row(struct key_reading *reading)
{
    const char *id = reading->cells[FORM_ID].bytes;
    char seal[HASH_HEX + 1];
    if (!reading->format) {
        reading->format = reading->row == 1 && strcmp(id, FORM_FORMAT) == 0;
        return;
    }
    if (reading->closed || id[0] == '\0') {
        return;
    }
    if (strcmp(id, "seal") == 0) {
        reading->closed = true;
        hash_of(reading->sealed.bytes, reading->sealed.length, seal);
        reading->format = strcmp(reading->cells[FORM_VALUE].bytes, seal) == 0;
        return;
    }
    const char *cells[FORM_CELLS];
    for (size_t i = 0; i < FORM_CELLS; i++) {
        cells[i] = reading->cells[i].bytes;
    }
    form_seal_row(&reading->sealed, cells);
    form_key_check(reading->key->edit, id, cells[FORM_VALUE], cells[FORM_NOTE], reading->path,
                   reading->anyway,
                   &reading->refusal); /* told once the seal is known to be whole */
    struct form_base *base = form_key_find(reading->key, id);
    if (base != NULL) {
        keep_marks(reading, base);
    }
}

static void begin_row(struct key_reading *reading, uint32_t row)
{
    if (reading->row != 0) {
        end_row(reading);
    }
    for (size_t i = 0; i < FORM_CELLS; i++) {
        text_clear(&reading->cells[i]);
    }
    reading->row = row;
}

static bool take_cell(void *context, const struct sheet_cell *cell, struct error *err)
{
    struct key_reading *reading = context;
    (void)err;
    if (cell->row != reading->row) {
        begin_row(reading, cell->row);
    }
    if (cell->column <= FORM_CELLS) {
        form_clean(cell->text, &reading->cells[cell->column - 1]);
    }
    return true;
}

/* Counts the items that score, level by level. */
static void count_items(struct form_key *key)
{
    const struct instrument *instrument = key->edit->instrument;
    size_t *items = arena_get(key->arena, instrument->level_count, sizeof *items);
    for (size_t i = 0; i < instrument->level_count; i++) {
        items[i] = key->item_count;
        key->item_count += instrument->levels[i].item_count;
    }
    key->items = items;
}

bool form_key_begin(struct form_key *key, const struct edit *edit, struct arena *arena,
                    struct error *err)
{
    const struct instrument *instrument = edit->instrument;
    struct exhibit *exhibits = NULL;
    *key = (struct form_key){.edit = edit, .arena = arena};
    if (!store_evidence(key->edit->store, NULL, key->arena, &exhibits, &key->exhibit_count, err)) {
        return false;
    }
    key->exhibits = exhibits;
    count_items(key);
    key->bases =
        arena_get(key->arena,
                  instrument->indicator_count * 2 + instrument->criterion_count + key->item_count +
                      key->exhibit_count + instrument->level_count + instrument->question_count,
                  sizeof *key->bases);
    return true;
}

bool form_key_read(struct form_key *key, const struct edit *edit, struct sheet_book *book,
                   const char *path, bool anyway, struct arena *arena, struct error *err)
{
    struct key_reading reading = {.key = key,
                                  .path = path,
                                  .anyway = anyway,
                                  .sealed = TEXT_EMPTY,
                                  .refusal = {.kind = ERROR_NONE}};
    for (size_t i = 0; i < FORM_CELLS; i++) {
        reading.cells[i] = (struct text)TEXT_EMPTY;
    }
    bool ok = form_key_begin(key, edit, arena, err) &&
              sheet_read(book, sheet_book_find(book, FORM_SHEET), take_cell, &reading, err);
    if (ok) {
        begin_row(&reading, 0);
        ok = (reading.format && reading.closed) || error_set(err, M_FORM_SEAL, FORM_SHEET);
    }
    if (ok && error_is_set(&reading.refusal)) {
        *err = reading.refusal;
        ok = false;
    }
    for (size_t i = 0; i < FORM_CELLS; i++) {
        text_release(&reading.cells[i]);
    }
    text_release(&reading.sealed);
    return ok;
}
