#include "crosswalk.h"

#include "lang.h"
#include "message.h"

#include <string.h>

static const struct {
    const char *word, *label;
} relations[RELATION_COUNT] = {
    [RELATION_SAME] = {"same", N_("same subject")},
    [RELATION_SPLIT] = {"split", N_("part of a former indicator")},
    [RELATION_MERGED] = {"merged", N_("merged from several")},
    [RELATION_CHANGED] = {"changed", N_("roughly comparable")},
    [RELATION_NONE] = {"none", N_("nothing corresponds")},
};

const char *crosswalk_relation_word(enum relation relation)
{
    return relations[relation].word;
}

const char *crosswalk_relation_label(enum relation relation)
{
    return lang_text(relations[relation].label);
}

static enum relation relation_of(const char *word)
{
    int relation = 0;
    while (relation < RELATION_COUNT && strcmp(relations[relation].word, word) != 0) {
        relation++;
    }
    return (enum relation)relation;
}

/* The first value of the list at a key, or NULL. */
static const struct data *first_of(const struct data *record, const char *key)
{
    const struct data *list = data_get(record, key);
    return list != NULL && data_is_list(list) ? list->first : NULL;
}

/* True when a criterion's id begins with that of an indicator or slot. */
static bool belongs(const char *criterion, const char *indicator)
{
    size_t length = strlen(indicator);
    return strncmp(criterion, indicator, length) == 0 && criterion[length] == '.';
}

/* ---- proofs ---- */

struct proof {
    const struct declaration *pack;
    struct complaints *complaints;
    struct name_index ends; /* the `to` of all rows, with their values */
};

/* An indicator of this pack; a slot is known by its indicator. */
static bool knows(const struct proof *proof, const char *id)
{
    return name_index_find_part(&proof->pack->indicator_ids, id, strcspn(id, "-")) != NULL;
}

/* Complains of a pair whose criteria do not belong to the ends of its row. */
static void check_pair(const struct proof *proof, const struct data *row, const struct data *pair)
{
    const struct data *to = data_get(pair, "to");
    const struct data *from = data_get(pair, "from");
    const char *end = data_text(row, "to", "");
    if (to != NULL && to->type == DATA_TEXT &&
        (!belongs(to->text, end) ||
         (strchr(end, '-') == NULL &&
          name_index_find(&proof->pack->criterion_ids, to->text) == NULL))) {
        complain(proof->complaints, to, M_CROSS_CRITERION, to->text, end);
    }
    bool belonging = from == NULL || from->type != DATA_TEXT;
    for (const struct data *id = first_of(row, "from"); !belonging && id != NULL; id = id->next) {
        belonging = id->type == DATA_TEXT && belongs(from->text, id->text);
    }
    if (!belonging) {
        complain(proof->complaints, from, M_CROSS_CRITERION, from->text, "from");
    }
}

static void check_row(const struct proof *proof, const struct data *row)
{
    const struct data *word = data_get(row, "relation");
    const struct data *to = data_get(row, "to");
    bool has_from = first_of(row, "from") != NULL;
    if (word == NULL || word->type != DATA_TEXT) {
        return;
    }
    enum relation relation = relation_of(word->text);
    if (relation == RELATION_COUNT) {
        complain(proof->complaints, word, M_CROSS_RELATION, word->text);
    } else if ((relation == RELATION_NONE) == (to != NULL && has_from) ||
               (to == NULL && !has_from)) {
        complain(proof->complaints, row, M_CROSS_ENDS);
    }
    if (to != NULL && to->type == DATA_TEXT && !knows(proof, to->text)) {
        complain(proof->complaints, to, M_PACK_NO_SUCH_ID, to->text);
    } else if (to != NULL && to->type == DATA_TEXT &&
               name_index_find(&proof->ends, to->text)->value != to) {
        complain(proof->complaints, to, M_PACK_TWICE, to->text, "rows");
    }
    for (const struct data *pair = first_of(row, "criteria"); pair != NULL; pair = pair->next) {
        check_pair(proof, row, pair);
    }
}

static void check_one(const struct declaration *pack, const struct data *crosswalk,
                      struct complaints *complaints)
{
    struct arena arena = ARENA_EMPTY;
    struct proof proof = {.pack = pack, .complaints = complaints};
    const struct data *rows = data_get(crosswalk, "rows");
    name_index_init(&proof.ends, rows == NULL ? 0 : rows->count, &arena);
    for (const struct data *row = first_of(crosswalk, "rows"); row != NULL; row = row->next) {
        const struct data *to = data_get(row, "to");
        name_index_add(&proof.ends, data_text(row, "to", NULL), to);
    }
    name_index_sort(&proof.ends);
    for (const struct data *row = first_of(crosswalk, "rows"); row != NULL; row = row->next) {
        check_row(&proof, row);
    }
    arena_release(&arena);
}

void crosswalk_check(const struct declaration *declaration, struct complaints *complaints)
{
    for (size_t i = 0; i < declaration->crosswalks.count; i++) {
        check_one(declaration, declaration->crosswalks.items[i], complaints);
    }
}

/* True when the other instrument has that indicator, slot, or indicator in slots. */
static bool has_indicator(const struct instrument *instrument, const char *id)
{
    return instrument_find_indicator(instrument, id, strlen(id), 0) != NOWHERE ||
           instrument_find_slot(instrument, id, strlen(id)) != NOWHERE;
}

void crosswalk_check_from(const struct crosswalk *crosswalk, const struct instrument *from,
                          struct complaints *complaints)
{
    for (const struct data *row = first_of(crosswalk->declared, "rows"); row != NULL;
         row = row->next) {
        for (const struct data *id = first_of(row, "from"); id != NULL; id = id->next) {
            if (!has_indicator(from, id->text)) {
                complain(complaints, id, M_CROSS_FROM, id->text, from->id);
            }
        }
        for (const struct data *pair = first_of(row, "criteria"); pair != NULL; pair = pair->next) {
            const struct data *id = data_get(pair, "from");
            if (instrument_find_criterion(from, id->text, strlen(id->text), 0) == NOWHERE) {
                complain(complaints, id, M_CROSS_FROM, id->text, from->id);
            }
        }
    }
}

/* ---- building ---- */

static string_list texts_of(const struct data *record, const char *key, struct arena *arena)
{
    const struct data *list = data_get(record, key);
    const char **texts = arena_get(arena, (list == NULL ? 0 : list->count) + 1, sizeof *texts);
    size_t count = 0;
    for (const struct data *each = first_of(record, key); each != NULL; each = each->next) {
        texts[count++] = each->text;
    }
    return texts;
}

static void build_row(const struct data *declared, struct arena *arena, struct crosswalk_row *row)
{
    const struct data *list = data_get(declared, "criteria");
    struct crosswalk_pair *pairs =
        arena_get(arena, (list == NULL ? 0 : list->count) + 1, sizeof *pairs);
    *row = (struct crosswalk_row){.relation = relation_of(data_text(declared, "relation", "")),
                                  .to = data_text(declared, "to", NULL),
                                  .from = texts_of(declared, "from", arena),
                                  .comparability = data_text(declared, "comparability", ""),
                                  .confidence = data_text(declared, "confidence", ""),
                                  .note = data_text(declared, "note", ""),
                                  .pairs = pairs};
    for (const struct data *pair = first_of(declared, "criteria"); pair != NULL;
         pair = pair->next) {
        pairs[row->pair_count++] =
            (struct crosswalk_pair){data_text(pair, "to", ""), data_text(pair, "from", "")};
    }
}

static void build_one(const struct data *declared, struct arena *arena, struct crosswalk *out)
{
    const struct data *list = data_get(declared, "rows");
    struct crosswalk_row *rows = arena_get(arena, list->count + 1, sizeof *rows);
    *out = (struct crosswalk){.from = data_text(declared, "from", ""),
                              .source = data_text(declared, "source", ""),
                              .note = data_text(declared, "note", ""),
                              .rows = rows,
                              .declared = declared};
    for (const struct data *row = list->first; row != NULL; row = row->next) {
        build_row(row, arena, &rows[out->row_count++]);
    }
}

const struct crosswalk *crosswalk_list(const struct declaration *declaration, struct arena *arena,
                                       size_t *count)
{
    *count = declaration->crosswalks.count;
    struct crosswalk *list = arena_get(arena, *count + 1, sizeof *list);
    for (size_t i = 0; i < *count; i++) {
        build_one(declaration->crosswalks.items[i], arena, &list[i]);
    }
    return list;
}

const struct crosswalk_row *crosswalk_to(const struct crosswalk *crosswalk, const char *indicator)
{
    for (size_t i = 0; i < crosswalk->row_count; i++) {
        if (crosswalk->rows[i].to != NULL && strcmp(crosswalk->rows[i].to, indicator) == 0) {
            return &crosswalk->rows[i];
        }
    }
    return NULL;
}
