#include "edit_evidence.h"

#include "edit_score.h"
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
    struct text criteria; /* ids, by commas; of items that score too */
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

bool edit_lists(const char *ids, const char *id)
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
    if (!edit_lists(ids->bytes, id)) {
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
    struct score_subject score;
    if (edit_score_is_item(id)) {
        if (!edit_score_subject(instrument, id, &score)) {
            return error_set(err, M_EDIT_ITEM, id, instrument->id);
        }
        add_id(&aim_at(aims, score.indicator)->criteria, id);
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

/* The name of a document for people: its file's name without folders. */
static const char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash == NULL ? path : slash + 1;
}

/* True when a text of an item says what is said now, or nothing is said now. */
static bool agrees(const char *is, const char *said)
{
    return said == NULL || (is != NULL && strcmp(is, said) == 0);
}

static bool same_text(const char *one, const char *other)
{
    return one == NULL || other == NULL ? one == other : strcmp(one, other) == 0;
}

/* The item that already puts this document forward in the same words; NULL when there is none.
 * sha256: NULL for a document that is elsewhere; its title then says which it is. */
static const struct exhibit *find_same(const struct exhibit *list, size_t count, const char *sha256,
                                       const struct edit_description *d)
{
    for (size_t i = 0; i < count; i++) {
        const struct evidence *item = &list[i].item;
        if (list[i].stands && same_text(item->sha256, sha256) &&
            (sha256 != NULL || same_text(item->title, d->title)) && agrees(item->title, d->title) &&
            agrees(item->number, d->number) && agrees(item->date, d->date) &&
            agrees(item->unit, d->unit) && agrees(item->pages, d->pages) &&
            agrees(item->note, d->note)) {
            return &list[i];
        }
    }
    return NULL;
}

/* Makes the description of an item what `d` says. */
static bool put_description(const struct edit *edit, const char *indicator, const char *id,
                            const struct edit_description *d, struct error *err)
{
    const struct {
        enum field field;
        const char *text;
    } facts[] = {
        {FIELD_EVIDENCE_TITLE, d->title}, {FIELD_EVIDENCE_NUMBER, d->number},
        {FIELD_EVIDENCE_DATE, d->date},   {FIELD_EVIDENCE_UNIT, d->unit},
        {FIELD_EVIDENCE_PAGES, d->pages}, {FIELD_EVIDENCE_NOTE, d->note},
    };
    for (size_t i = 0; i < sizeof facts / sizeof facts[0]; i++) {
        if (!store_set(edit->store, facts[i].field, indicator, id, facts[i].text, err)) {
            return false;
        }
    }
    return true;
}

/* What is put forward: a document and its description; content elsewhere has no SHA-256. */
struct offer {
    const char *file, *sha256;
    const struct edit_description *description;
};

/* The facts of a new item. */
static bool add_item(const struct edit *edit, const char *indicator, const char *id,
                     const struct offer *offer, struct error *err)
{
    return store_set(edit->store, FIELD_EVIDENCE_FOR, indicator, id, indicator, err) &&
           put_description(edit, indicator, id, offer->description, err) &&
           store_set(edit->store, FIELD_EVIDENCE_FILE, indicator, id, offer->file, err) &&
           store_set(edit->store, FIELD_EVIDENCE_SHA256, indicator, id, offer->sha256, err);
}

/* The criteria of an item and of an aim together, by commas; NULL for none. From `arena`. */
static const char *join_criteria(const char *present, const struct aim *aim, struct arena *arena)
{
    struct text criteria = TEXT_EMPTY;
    text_add(&criteria, present);
    for (const char *at = aim->criteria.bytes; *at != '\0';) {
        size_t length = strcspn(at, ",");
        add_id(&criteria, arena_copy(arena, at, length));
        at += length + (at[length] == ',');
    }
    const char *joined = criteria.length > 0 ? arena_string(arena, criteria.bytes) : NULL;
    text_release(&criteria);
    return joined;
}

/* Puts the document forward for one indicator; *ids gets the item's id. known: the item to extend, or
 * NULL to look for one. */
static bool attach_one(const struct edit *edit, const struct aim *aim, const struct offer *offer,
                       const struct exhibit *known, struct text *ids, struct error *err)
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
    const struct exhibit *present =
        known != NULL ? known : find_same(list, count, offer->sha256, offer->description);
    const char *item = present != NULL ? present->id : id;
    const char *criteria = join_criteria(present != NULL ? present->criteria : "", aim, &arena);
    bool ok = (present != NULL || add_item(edit, indicator, item, offer, err)) &&
              store_set(edit->store, FIELD_EVIDENCE_SUPPORTS, indicator, item, criteria, err);
    add_id(ids, item);
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
    const char *file = NULL;
    char sha256[65];
    bool ok = edit_describe(&d, err) && edit_check_text("DOC", name_of(path), &file, err) &&
              edit_each_piece(target, "TARGET", take_target, &aims, err) &&
              store_keep(edit->store, path, sha256, err);
    for (size_t i = 0; ok && i < aims.count; i++) {
        const struct offer offer = {file, sha256, &d};
        ok = attach_one(edit, &aims.list[i], &offer, NULL, ids, err);
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

/* ---- items that are there ---- */

/* As edit_find_evidence; fails where the item no longer counts. */
static bool find_standing(const struct edit *edit, const char *id, struct arena *arena,
                          struct exhibit *item, struct error *err)
{
    if (!edit_find_evidence(edit->store, id, arena, item, err)) {
        return false;
    }
    if (item->withdrawn != NULL) {
        return error_set(err, M_EDIT_WITHDRAWN, id, item->withdrawn);
    }
    return item->stands || error_set(err, M_EDIT_REPLACED, id, item->replaced);
}

/* The description that an item has. */
static struct edit_description description_of(const struct evidence *item)
{
    return (struct edit_description){.title = item->title,
                                     .number = item->number,
                                     .date = item->date,
                                     .unit = item->unit,
                                     .pages = item->pages,
                                     .note = item->note};
}

/* The description of an item, changed by what is said now: a NULL leaves what is there, an empty text
 * takes it away. */
static bool change_description(const struct evidence *item, const struct edit_description *said,
                               struct edit_description *out, struct error *err)
{
    struct edit_description now = *said;
    if (!edit_describe(&now, err)) {
        return false;
    }
    *out = (struct edit_description){.title = said->title == NULL ? item->title : now.title,
                                     .number = said->number == NULL ? item->number : now.number,
                                     .date = said->date == NULL ? item->date : now.date,
                                     .unit = said->unit == NULL ? item->unit : now.unit,
                                     .pages = said->pages == NULL ? item->pages : now.pages,
                                     .note = said->note == NULL ? item->note : now.note};
    return true;
}

bool edit_support(const struct edit *edit, const char *id, const char *target, struct text *ids,
                  struct error *err)
{
    struct arena arena = ARENA_EMPTY;
    struct exhibit item;
    struct aims aims = {.instrument = edit->instrument, .arena = &arena};
    aims.list = arena_get(&arena, edit->instrument->indicator_count, sizeof *aims.list);
    bool ok = find_standing(edit, id, &arena, &item, err) &&
              edit_each_piece(target, "TARGET", take_target, &aims, err);
    for (size_t i = 0; ok && i < aims.count; i++) {
        const struct edit_description d = description_of(&item.item);
        const struct offer offer = {item.item.file, item.item.sha256, &d};
        const char *indicator = edit->instrument->indicators[aims.list[i].indicator].id;
        bool own = strcmp(indicator, item.indicator) == 0;
        ok = attach_one(edit, &aims.list[i], &offer, own ? &item : NULL, ids, err);
    }
    release_aims(&aims);
    arena_release(&arena);
    return ok;
}

bool edit_redescribe(const struct edit *edit, const char *id,
                     const struct edit_description *description, struct error *err)
{
    struct arena arena = ARENA_EMPTY;
    struct exhibit item;
    struct edit_description d;
    bool ok = find_standing(edit, id, &arena, &item, err) &&
              change_description(&item.item, description, &d, err) &&
              put_description(edit, item.indicator, item.id, &d, err);
    arena_release(&arena);
    return ok;
}

bool edit_replace(const struct edit *edit, const char *id, const char *path,
                  const struct edit_description *description, struct text *ids, struct error *err)
{
    struct arena arena = ARENA_EMPTY;
    struct exhibit old;
    struct edit_description d;
    const char *file = NULL;
    char sha256[65];
    char new_id[24];
    bool ok = find_standing(edit, id, &arena, &old, err) &&
              change_description(&old.item, description, &d, err) &&
              edit_check_text("DOC", name_of(path), &file, err) &&
              store_keep(edit->store, path, sha256, err) &&
              (!same_text(old.item.sha256, sha256) || error_set(err, M_EDIT_SAME, path, id)) &&
              store_next_id(edit->store, FIELD_EVIDENCE_FOR, new_id, err);
    if (ok) {
        const struct offer offer = {file, sha256, &d};
        const char *criteria = old.criteria[0] == '\0' ? NULL : old.criteria;
        ok =
            add_item(edit, old.indicator, new_id, &offer, err) &&
            store_set(edit->store, FIELD_EVIDENCE_SUPPORTS, old.indicator, new_id, criteria, err) &&
            store_set(edit->store, FIELD_EVIDENCE_REPLACED, old.indicator, id, new_id, err);
        add_id(ids, new_id);
    }
    arena_release(&arena);
    return ok;
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
