#include "merge.h"

#include "message.h"
#include "text.h"

#include <stdio.h>
#include <string.h>

/* A merge on its way. */
struct merge {
    const struct edit *edit;
    const struct assessment *document;
    struct arena *arena;
    const struct indicator *about;   /* the indicator at hand */
    const struct response *response; /* what the document says about it */
    struct error *err;
};

/* One fact of the indicator at hand; NULL is not mentioned. */
static bool put(struct merge *m, enum field field, const char *subject, const char *now)
{
    return now == NULL || store_set(m->edit->store, field, m->about->id, subject, now, m->err);
}

static const char *exact(struct merge *m, struct fraction value)
{
    struct text text = TEXT_EMPTY;
    fraction_add_exact(&text, value);
    const char *copy = arena_string(m->arena, text.bytes);
    text_release(&text);
    return copy;
}

static const char *maybe(struct merge *m, struct maybe value)
{
    return value.given ? exact(m, value.value) : NULL;
}

static const char *answer_fact(enum answer answer)
{
    return answer == ANSWER_NONE ? NULL : answer == ANSWER_YES ? "yes" : "no";
}

static bool merge_values(struct merge *m)
{
    const struct response *r = m->response;
    const char *id = m->about->id;
    return put(m, FIELD_CLAIMED, id, maybe(m, r->claimed)) && put(m, FIELD_NOTE, id, r->note) &&
           put(m, FIELD_CARRIED, id, r->carried) &&
           (r->unit == NULL ||
            store_set(m->edit->store, FIELD_UNIT_LISTED, NULL, r->unit, r->unit, m->err)) &&
           put(m, FIELD_UNIT, id, r->unit);
}

static bool merge_levels(struct merge *m)
{
    const struct instrument *instrument = m->document->instrument;
    for (uint32_t l = 0; l < m->about->levels.count; l++) {
        const struct level *level = &instrument->levels[m->about->levels.first + l];
        const char *id = arena_format(m->arena, "%s.%d", m->about->id, level->number);
        if (m->response->explanations != NULL &&
            !put(m, FIELD_EXPLANATION, id, m->response->explanations[l])) {
            return false;
        }
        for (uint32_t c = 0; c < level->criteria.count; c++) {
            size_t position = level->criteria.first + c;
            const char *criterion = instrument->criteria[position].id;
            if (!put(m, FIELD_MET, criterion, answer_fact(m->document->answers[position])) ||
                !put(m, FIELD_MET_NOTE, criterion, m->document->notes[position])) {
                return false;
            }
        }
    }
    return true;
}

static bool merge_items(struct merge *m)
{
    for (size_t i = 0; i < m->response->item_count; i++) {
        const struct item *item = &m->response->items[i];
        const char *id =
            arena_format(m->arena, "%s.%d.e%d", m->about->id, item->level, item->number);
        if (!put(m, FIELD_ITEM, id, answer_fact(item->answer)) ||
            !put(m, FIELD_ITEM_NOTE, id, item->note)) {
            return false;
        }
    }
    for (size_t i = 0; i < m->response->measure_count; i++) {
        const struct measure *measure = &m->response->measures[i];
        const char *id = arena_format(m->arena, "%s/%s", m->about->id, measure->key);
        if (!put(m, FIELD_MEASURE, id, exact(m, measure->value))) {
            return false;
        }
    }
    return true;
}

/* ---- verdicts ---- */

static bool same(const char *one, const char *other)
{
    return one == other || (one != NULL && other != NULL && strcmp(one, other) == 0);
}

static bool same_verdict(const struct verdict *one, const struct verdict *other)
{
    return one->stage == other->stage && fraction_compare(one->value, other->value) == 0 &&
           same(one->reason, other->reason) && same(one->by, other->by);
}

static bool add_verdict(struct merge *m, const struct verdict *verdict)
{
    char id[24];
    return store_next_id(m->edit->store, FIELD_VERDICT_FOR, id, m->err) &&
           put(m, FIELD_VERDICT_FOR, id, m->about->id) &&
           put(m, FIELD_VERDICT_STAGE, id, assessment_stage_word(verdict->stage)) &&
           put(m, FIELD_VERDICT_VALUE, id, exact(m, verdict->value)) &&
           put(m, FIELD_VERDICT_REASON, id, verdict->reason) &&
           put(m, FIELD_VERDICT_BY, id, verdict->by[0] == '\0' ? NULL : verdict->by);
}

/* Adds the document's verdicts that are not there yet, then sets what counts. */
static bool merge_verdicts(struct merge *m, const struct response *present)
{
    bool *taken = arena_get(m->arena, present->verdict_count, sizeof *taken);
    for (size_t i = 0; i < m->response->verdict_count; i++) {
        size_t p = 0;
        while (p < present->verdict_count &&
               (taken[p] || !same_verdict(&present->verdicts[p], &m->response->verdicts[i]))) {
            p++;
        }
        if (p < present->verdict_count) {
            taken[p] = true;
        } else if (!add_verdict(m, &m->response->verdicts[i])) {
            return false;
        }
    }
    return put(m, FIELD_VERIFIED, m->about->id, maybe(m, m->response->verified)) &&
           put(m, FIELD_VERIFIED_REASON, m->about->id, m->response->verified_reason);
}

/* ---- evidence ---- */

/* The ids of the criteria and items that a document supports, by commas; NULL when none. */
static const char *supports(struct merge *m, const struct evidence *item)
{
    struct text ids = TEXT_EMPTY;
    for (size_t i = 0; i < item->support_count + item->item_count; i++) {
        text_add(&ids, i > 0 ? "," : "");
        assessment_add_support(m->document->instrument, m->about->id, item, i, &ids);
    }
    const char *copy = ids.length > 0 ? arena_string(m->arena, ids.bytes) : NULL;
    text_release(&ids);
    return copy;
}

/* What was found inside a document, where the file knows nothing of it yet. */
static bool put_inspection(struct merge *m, const struct evidence *item)
{
    const char *known = NULL;
    if (item->inspection == NULL || item->sha256 == NULL) {
        return true;
    }
    return store_get(m->edit->store, FIELD_INSPECTION, item->sha256, m->arena, &known, m->err) &&
           (known != NULL || store_set(m->edit->store, FIELD_INSPECTION, NULL, item->sha256,
                                       item->inspection, m->err));
}

static bool put_item(struct merge *m, const char *id, const struct evidence *item)
{
    return put(m, FIELD_EVIDENCE_FOR, id, m->about->id) &&
           put(m, FIELD_EVIDENCE_TITLE, id, item->title) &&
           put(m, FIELD_EVIDENCE_NUMBER, id, item->number) &&
           put(m, FIELD_EVIDENCE_DATE, id, item->date) &&
           put(m, FIELD_EVIDENCE_FILE, id, item->file) &&
           put(m, FIELD_EVIDENCE_SHA256, id, item->sha256) &&
           put(m, FIELD_EVIDENCE_UNIT, id, item->unit) &&
           put(m, FIELD_EVIDENCE_PAGES, id, item->pages) &&
           put(m, FIELD_EVIDENCE_NOTE, id, item->note) &&
           put(m, FIELD_EVIDENCE_SUPPORTS, id, supports(m, item)) && put_inspection(m, item);
}

/* How surely two items are one: 3 alike in all, 2 the same document, 1 the same name; 0 not. */
static int likeness(struct merge *m, const struct exhibit *present, const struct evidence *item)
{
    const struct evidence *p = &present->item;
    const char *ids = supports(m, item);
    bool described = same(p->title, item->title) && same(p->number, item->number);
    if (described && same(p->date, item->date) && same(p->file, item->file) &&
        same(p->sha256, item->sha256) && same(p->unit, item->unit) && same(p->pages, item->pages) &&
        same(p->note, item->note) && same(present->criteria, ids == NULL ? "" : ids)) {
        return 3;
    }
    if (p->sha256 != NULL && item->sha256 != NULL) {
        return same(p->sha256, item->sha256) ? 2 : 0;
    }
    return described && p->title != NULL ? 1 : 0;
}

/* Finds an item of the file that nobody has taken and that is at least as alike as asked. */
static size_t find_item(struct merge *m, const struct exhibit *list, const bool *taken,
                        size_t count, const struct evidence *item, int least)
{
    size_t i = 0;
    while (i < count && (taken[i] || !list[i].stands || likeness(m, &list[i], item) < least)) {
        i++;
    }
    return i;
}

/* True when an item is a version that the file has replaced: the newer one stays. */
static bool is_old_version(struct merge *m, const struct exhibit *list, size_t count,
                           const struct evidence *item)
{
    for (size_t i = 0; i < count; i++) {
        if (list[i].withdrawn == NULL && list[i].replaced != NULL &&
            likeness(m, &list[i], item) >= 2) {
            return true;
        }
    }
    return false;
}

static bool merge_evidence(struct merge *m)
{
    const struct response *r = m->response;
    struct exhibit *list = NULL;
    size_t count = 0;
    if (r->evidence_count == 0) {
        return true;
    }
    if (!store_evidence(m->edit->store, m->about->id, m->arena, &list, &count, m->err)) {
        return false;
    }
    bool *taken = arena_get(m->arena, count, sizeof *taken);
    bool *done = arena_get(m->arena, r->evidence_count, sizeof *done);
    /* The surest pairs first, so that a near one does not take the place of an equal one. */
    for (int least = 3; least >= 1; least--) {
        for (size_t i = 0; i < r->evidence_count; i++) {
            size_t p = done[i] ? count : find_item(m, list, taken, count, &r->evidence[i], least);
            if (p < count) {
                taken[p] = true;
                done[i] = true;
                if (!put_item(m, list[p].id, &r->evidence[i])) {
                    return false;
                }
            }
        }
    }
    for (size_t i = 0; i < r->evidence_count; i++) {
        char id[24];
        done[i] = done[i] || is_old_version(m, list, count, &r->evidence[i]);
        if (!done[i] && !(store_next_id(m->edit->store, FIELD_EVIDENCE_FOR, id, m->err) &&
                          put_item(m, id, &r->evidence[i]))) {
            return false;
        }
    }
    return true;
}

/* ---- the document ---- */

/* The state comes last: what is locked takes no more changes. */
static bool merge_response(struct merge *m, const struct response *present)
{
    return merge_values(m) && merge_levels(m) && merge_items(m) && merge_evidence(m) &&
           merge_verdicts(m, present) &&
           (m->response->state == STATE_OPEN ||
            put(m, FIELD_STATE, m->about->id, assessment_state_word(m->response->state)));
}

static bool check_cover(const struct store_about *about, const struct assessment *document,
                        const char *name, struct error *err)
{
    if (document->agency[0] != '\0' && strcmp(document->agency, about->agency) != 0) {
        return error_set(err, M_MERGE_AGENCY, name, document->agency, about->agency);
    }
    if (document->kind != KIND_NONE && document->kind != about->kind) {
        return error_set(err, M_MERGE_KIND, name, assessment_kind_word(document->kind),
                         assessment_kind_word(about->kind));
    }
    return document->year == about->year ||
           error_set(err, M_MERGE_YEAR, name, document->year, about->year);
}

bool merge_assessment(const struct edit *edit, const struct assessment *document, const char *name,
                      bool anyway, struct error *err)
{
    struct arena arena = ARENA_EMPTY;
    struct assessment present;
    struct merge m = {.edit = edit, .document = document, .arena = &arena, .err = err};
    bool ok = (anyway || check_cover(store_about(edit->store), document, name, err)) &&
              store_load(edit->store, edit->instrument, &arena, &present, err);
    for (size_t i = 0; ok && i < document->general_count; i++) {
        ok = store_set(edit->store, FIELD_GENERAL, NULL, document->general[i].id,
                       document->general[i].text, err);
    }
    for (size_t i = 0; ok && i < edit->instrument->indicator_count; i++) {
        m.about = &edit->instrument->indicators[i];
        m.response = &document->responses[i];
        ok = merge_response(&m, &present.responses[i]);
    }
    arena_release(&arena);
    return ok;
}

/* The key of an indicator's object that a field stands under; NULL for the rest. */
static const char *key_of(enum field field)
{
    static const char *const keys[FIELD_COUNT] = {
        [FIELD_CLAIMED] = "claimed",
        [FIELD_VERIFIED] = "verified",
        [FIELD_VERIFIED_REASON] = "verified_reason",
        [FIELD_NOTE] = "note",
        [FIELD_UNIT] = "unit",
        [FIELD_STATE] = "state",
        [FIELD_CARRIED] = "carried",
        [FIELD_EXPLANATION] = "explanations",
        [FIELD_ITEM] = "items",
        [FIELD_ITEM_NOTE] = "items",
        [FIELD_MEASURE] = "measures",
    };
    return field < FIELD_COUNT ? keys[field] : NULL;
}

void merge_place(const struct change *change, struct text *out)
{
    const char *key = key_of(change->field);
    enum field field = change->field;
    if (field == FIELD_GENERAL) {
        text_format(out, "$.general.%s", change->subject);
    } else if (change->indicator == NULL) {
        return;
    } else if (field == FIELD_MET || field == FIELD_MET_NOTE) {
        text_format(out, "$.answers.%s.criteria[\"%s\"].%s", change->indicator, change->subject,
                    field == FIELD_MET ? "met" : "note");
    } else if (field >= FIELD_EVIDENCE_FOR && field <= FIELD_EVIDENCE_REPLACED) {
        text_format(out, "$.answers.%s.evidence", change->indicator);
    } else if (field >= FIELD_VERDICT_FOR && field <= FIELD_VERDICT_BY) {
        text_format(out, "$.answers.%s.stages", change->indicator);
    } else if (key != NULL) {
        text_format(out, "$.answers.%s.%s", change->indicator, key);
    }
}
