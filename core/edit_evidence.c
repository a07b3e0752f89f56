#include "edit_evidence.h"

#include "message.h"

#include <string.h>

bool edit_describe(struct edit_description *description, struct error *err)
{
    struct edit_description *d = description;
    return edit_check_text("--title", d->title, &d->title, err) &&
           edit_check_text("--number", d->number, &d->number, err) &&
           edit_check_text("--unit", d->unit, &d->unit, err) &&
           edit_check_text("--pages", d->pages, &d->pages, err) &&
           edit_check_text("--note", d->note, &d->note, err) &&
           edit_check_text("--date", d->date, &d->date, err) &&
           (d->date == NULL || assessment_is_date(d->date) ||
            error_set(err, M_EDIT_DATE, "--date", d->date));
}

/* ---- what a target names ---- */

/* One indicator of a target, with the criteria named under it. */
struct aim {
    int indicator;
    struct text criteria; /* ids, by commas */
};

/* Indicators in the order in which they are first named. */
struct aims {
    const struct instrument *instrument;
    struct arena *arena;
    struct aim *list; /* room for every indicator */
    size_t count;
};

static struct aim *aim_at(struct aims *aims, int indicator)
{
    for (size_t i = 0; i < aims->count; i++) {
        if (aims->list[i].indicator == indicator) {
            return &aims->list[i];
        }
    }
    aims->list[aims->count] = (struct aim){indicator, TEXT_EMPTY};
    return &aims->list[aims->count++];
}

/* True when a list of ids by commas holds one. */
static bool lists(const char *ids, const char *id)
{
    size_t length = strlen(id);
    for (const char *at = ids; *at != '\0';) {
        size_t piece = strcspn(at, ",");
        if (piece == length && memcmp(at, id, length) == 0) {
            return true;
        }
        at += piece + (at[piece] == ',');
    }
    return false;
}

static void add_id(struct text *ids, const char *id)
{
    if (!lists(ids->bytes, id)) {
        text_add(ids, ids->length > 0 ? "," : "");
        text_add(ids, id);
    }
}

static bool take_target(void *context, const char *id, struct error *err)
{
    struct aims *aims = context;
    const struct instrument *instrument = aims->instrument;
    int indicator = instrument_find_indicator(instrument, id, strlen(id), 0);
    if (indicator != NOWHERE) {
        aim_at(aims, indicator);
        return true;
    }
    int criterion = edit_criterion(instrument, id, err);
    if (criterion == NOWHERE) {
        return false;
    }
    add_id(&aim_at(aims, instrument->criteria[criterion].indicator)->criteria, id);
    return true;
}

static void release_aims(struct aims *aims)
{
    for (size_t i = 0; i < aims->count; i++) {
        text_release(&aims->list[i].criteria);
    }
}

/* ---- items ---- */

/* True when a text of an item says what is said now, or nothing is said now. */
static bool agrees(const char *is, const char *said)
{
    return said == NULL || (is != NULL && strcmp(is, said) == 0);
}

/* The item that already puts this document forward in the same words; NULL when there is none. */
static const struct exhibit *find_same(const struct exhibit *list, size_t count, const char *sha256,
                                       const struct edit_description *d)
{
    for (size_t i = 0; i < count; i++) {
        const struct evidence *item = &list[i].item;
        if (list[i].withdrawn == NULL && item->sha256 != NULL &&
            strcmp(item->sha256, sha256) == 0 && agrees(item->title, d->title) &&
            agrees(item->number, d->number) && agrees(item->date, d->date) &&
            agrees(item->unit, d->unit) && agrees(item->pages, d->pages) &&
            agrees(item->note, d->note)) {
            return &list[i];
        }
    }
    return NULL;
}

/* The facts of a new item. */
static bool add_item(const struct edit *edit, const char *indicator, const char *id,
                     const char *file, const char *sha256, const struct edit_description *d,
                     struct error *err)
{
    const struct {
        enum field field;
        const char *text;
    } facts[] = {
        {FIELD_EVIDENCE_FOR, indicator},    {FIELD_EVIDENCE_TITLE, d->title},
        {FIELD_EVIDENCE_NUMBER, d->number}, {FIELD_EVIDENCE_DATE, d->date},
        {FIELD_EVIDENCE_FILE, file},        {FIELD_EVIDENCE_SHA256, sha256},
        {FIELD_EVIDENCE_UNIT, d->unit},     {FIELD_EVIDENCE_PAGES, d->pages},
        {FIELD_EVIDENCE_NOTE, d->note},
    };
    for (size_t i = 0; i < sizeof facts / sizeof facts[0]; i++) {
        if (!store_set(edit->store, facts[i].field, indicator, id, facts[i].text, err)) {
            return false;
        }
    }
    return true;
}

/* Puts the document forward for one indicator; *ids gets the item's id. */
static bool attach_one(const struct edit *edit, const struct aim *aim, const char *file,
                       const char *sha256, const struct edit_description *d, struct text *ids,
                       struct error *err)
{
    const char *indicator = edit->instrument->indicators[aim->indicator].id;
    struct arena arena = ARENA_EMPTY;
    struct exhibit *list = NULL;
    size_t count = 0;
    char id[24];
    if (!store_evidence(edit->store, indicator, &arena, &list, &count, err) ||
        !store_next_id(edit->store, FIELD_EVIDENCE_FOR, id, err)) {
        arena_release(&arena);
        return false;
    }
    const struct exhibit *present = find_same(list, count, sha256, d);
    const char *item = present != NULL ? present->id : id;
    struct text criteria = TEXT_EMPTY;
    text_add(&criteria, present != NULL ? present->criteria : "");
    for (const char *at = aim->criteria.bytes; *at != '\0';) {
        size_t length = strcspn(at, ",");
        add_id(&criteria, arena_copy(&arena, at, length));
        at += length + (at[length] == ',');
    }
    bool ok = (present != NULL || add_item(edit, indicator, item, file, sha256, d, err)) &&
              store_set(edit->store, FIELD_EVIDENCE_SUPPORTS, indicator, item,
                        criteria.length > 0 ? criteria.bytes : NULL, err);
    add_id(ids, item);
    text_release(&criteria);
    arena_release(&arena);
    return ok;
}

bool edit_attach(const struct edit *edit, const char *target, const char *path,
                 const struct edit_description *description, struct text *ids, struct error *err)
{
    struct arena arena = ARENA_EMPTY;
    struct aims aims = {.instrument = edit->instrument, .arena = &arena};
    aims.list = arena_get(&arena, edit->instrument->indicator_count, sizeof *aims.list);
    struct edit_description d = *description;
    const char *slash = strrchr(path, '/');
    const char *file = NULL;
    char sha256[65];
    bool ok = edit_describe(&d, err) &&
              edit_check_text("DOC", slash == NULL ? path : slash + 1, &file, err) &&
              edit_each_piece(target, "TARGET", take_target, &aims, err) &&
              store_keep(edit->store, path, sha256, err);
    for (size_t i = 0; ok && i < aims.count; i++) {
        ok = attach_one(edit, &aims.list[i], file, sha256, &d, ids, err);
    }
    release_aims(&aims);
    arena_release(&arena);
    return ok;
}

bool edit_find_evidence(struct store *store, const char *id, struct arena *arena,
                        struct exhibit *out, struct error *err)
{
    struct exhibit *list = NULL;
    size_t count = 0;
    if (!store_evidence(store, NULL, arena, &list, &count, err)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        if (strcmp(list[i].id, id) == 0) {
            *out = list[i];
            return true;
        }
    }
    error_set(err, M_EDIT_EVIDENCE, id);
    return false;
}

bool edit_withdraw(const struct edit *edit, const char *id, const char *reason, bool purge,
                   struct error *err)
{
    struct arena arena = ARENA_EMPTY;
    struct exhibit item;
    const char *why = NULL;
    bool ok = edit_find_evidence(edit->store, id, &arena, &item, err) &&
              edit_need_text("--reason", reason, &why, err);
    if (ok && item.withdrawn != NULL && !purge) {
        ok = error_set(err, M_EDIT_WITHDRAWN, id, item.withdrawn);
    }
    /* A purge after the withdrawal has a reason of its own. */
    if (ok) {
        ok = store_set(edit->store, FIELD_EVIDENCE_WITHDRAWN, item.indicator, item.id, why, err);
    }
    if (ok && purge) {
        ok = item.item.sha256 == NULL ? error_set(err, M_STORE_NO_DOCUMENT, id)
                                      : store_purge(edit->store, item.item.sha256, err);
    }
    arena_release(&arena);
    return ok;
}
