#include "form_group.h"

#include "arena.h"
#include "lang.h"
#include "message.h"

#include <string.h>

/* A document that some rows of one indicator put forward. */
struct group {
    const struct form_sighting *first;
    struct form_document document;
    struct text criteria; /* ids by commas */
    const char *item;     /* what became of it; NULL for nothing */
    struct group *next;
};

struct grouping {
    struct form_sightings *sightings;
    struct form_report *report;
    const struct edit *edit;
    struct arena *arena;
    struct exhibit *exhibits;
    size_t exhibit_count;
    bool *taken;
    struct group *groups, *last;
};

/* The mark of a text, from the arena. */
static const char *mark_of(struct grouping *grouping, const char *text)
{
    char *mark = arena_get(grouping->arena, FORM_MARK + 1, 1);
    form_mark(text, mark);
    return mark;
}

const char *form_group_told(const struct exhibit *exhibit, struct arena *arena)
{
    struct form_document document = form_document_of(exhibit);
    struct text text = TEXT_EMPTY;
    form_document_tell(&document, &text);
    if (exhibit->withdrawn != NULL) {
        text_add(&text, "\n");
        text_format(&text, _("withdrawn: %s"), exhibit->withdrawn);
    }
    const char *told = arena_copy(arena, text.bytes, text.length);
    text_release(&text);
    return told;
}

/* ---- rows of one document ---- */

/* Tells that two rows say different things of one document. */
static void tell_difference(struct grouping *grouping, const struct form_sighting *here,
                            enum form_cell cell, const struct form_sighting *there,
                            const char *theirs)
{
    struct error problem = {.kind = ERROR_NONE};
    struct form_place place = form_sighting_place(here, cell);
    error_set(&problem, M_FORM_DIFFERS, NULL, form_shown(here->texts[cell]), here->texts[cell],
              there->row, there->sheet, form_shown(theirs), theirs);
    form_report_problem(grouping->report, &place, &problem);
}

/* Adds what a row says of a document that an earlier one named. */
static void extend(struct grouping *grouping, struct group *group, const struct form_sighting *s)
{
    struct form_document *document = &group->document;
    for (enum form_cell cell = FORM_TITLE; cell < FORM_CELLS; cell++) {
        const char *said = document->texts[cell];
        if (s->texts[cell][0] == '\0' || strcmp(s->texts[cell], said) == 0) {
            continue;
        }
        if (said[0] == '\0') {
            document->texts[cell] = s->texts[cell];
        } else if (cell == FORM_PAGES) {
            document->texts[cell] = form_document_unite(said, s->texts[cell], grouping->arena);
        } else {
            tell_difference(grouping, s, cell, group->first, said);
        }
    }
    document->typed = document->typed[0] == '\0' ? s->typed : document->typed;
    form_document_add_ids(&group->criteria, s->criteria, grouping->arena);
}

/* A row as a document of its own. */
static struct form_document document_of(const struct form_sighting *s)
{
    struct form_document document = {s->indicator, s->criteria, {NULL}, s->typed};
    memcpy(document.texts, s->texts, sizeof document.texts);
    return document;
}

/* The group of the document that a row names; NULL when it is the first. What was ruled stays for itself. */
static struct group *find_group(struct grouping *grouping, const struct form_sighting *s)
{
    struct form_document document = document_of(s);
    struct group *group = s->ruling == FORM_UNRULED ? grouping->groups : NULL;
    while (group != NULL && (strcmp(group->first->indicator, s->indicator) != 0 ||
                             !form_document_same(&group->document, &document))) {
        group = group->next;
    }
    return group;
}

static struct group *add_group(struct grouping *grouping, const struct form_sighting *s)
{
    struct group *group = arena_get(grouping->arena, 1, sizeof *group);
    *group = (struct group){
        .first = s, .document = {s->indicator, "", {NULL}, ""}, .criteria = TEXT_EMPTY};
    for (size_t i = FORM_TITLE; i < FORM_CELLS; i++) {
        group->document.texts[i] = "";
    }
    *(grouping->last == NULL ? &grouping->groups : &grouping->last->next) = group;
    grouping->last = group;
    return group;
}

/* Makes one document of the rows that name the same. */
static void gather(struct grouping *grouping)
{
    for (struct form_sighting *s = grouping->sightings->first; s != NULL; s = s->next) {
        if (s->item == NULL && !s->left_out) {
            struct group *group = find_group(grouping, s);
            group = group == NULL ? add_group(grouping, s) : group;
            extend(grouping, group, s);
            s->group = group;
        }
    }
    for (struct group *group = grouping->groups; group != NULL; group = group->next) {
        group->document.criteria =
            arena_copy(grouping->arena, group->criteria.bytes, group->criteria.length);
        group->document.typed =
            group->document.texts[FORM_FILE]; /* folders have told files apart */
        text_release(&group->criteria);
    }
}

/* ---- the item that a document is already ---- */

/* How surely an item is a document: 0 not, 3 its file, title and number agree. */
static int likeness(const struct group *group, const struct exhibit *exhibit)
{
    struct form_document item = form_document_of(exhibit);
    const struct form_document *document = &group->document;
    if (strcmp(item.indicator, document->indicator) != 0 || !form_document_same(document, &item)) {
        return 0;
    }
    return 1 + (strcmp(document->texts[FORM_TITLE], item.texts[FORM_TITLE]) == 0) +
           (strcmp(document->texts[FORM_NUMBER], item.texts[FORM_NUMBER]) == 0);
}

/* The item that a document is: the likest that stands, or else (withdrawn) one that was withdrawn; NULL for none. */
static const struct exhibit *find_item(const struct grouping *grouping, const struct group *group,
                                       bool withdrawn)
{
    const struct exhibit *found = NULL;
    int best = 0;
    for (size_t i = 0; i < grouping->exhibit_count; i++) {
        const struct exhibit *exhibit = &grouping->exhibits[i];
        bool fits = withdrawn ? exhibit->withdrawn != NULL : exhibit->stands && !grouping->taken[i];
        int like = fits ? likeness(group, exhibit) : 0;
        if (like > best) {
            best = like;
            found = exhibit;
        }
    }
    return found;
}

static const struct exhibit *exhibit_of(const struct grouping *grouping, const char *id)
{
    for (size_t i = 0; id != NULL && i < grouping->exhibit_count; i++) {
        if (strcmp(grouping->exhibits[i].id, id) == 0) {
            return &grouping->exhibits[i];
        }
    }
    return NULL;
}

/* ---- what a person has to decide ---- */

/* Puts a whole document before a person: instead of the sentence `problem`, where disputes are listened to. exhibit:
 * the item that it meets in the file, or NULL. */
static bool ask(struct grouping *grouping, struct group *group, const struct exhibit *exhibit,
                enum form_reason reason, struct error *problem, struct error *err)
{
    struct text mine = TEXT_EMPTY;
    struct form_place place = form_sighting_place(group->first, FORM_TITLE);
    const char *indicator = group->document.indicator;
    form_document_tell(&group->document, &mine);
    struct form_dispute dispute = {
        .field = {FIELD_EVIDENCE_FOR, indicator, exhibit == NULL ? "" : exhibit->id,
                  mark_of(grouping, ""), arena_copy(grouping->arena, mine.bytes, mine.length)},
        .reason = reason,
        .now = exhibit == NULL ? "" : form_group_told(exhibit, grouping->arena),
        .document = &group->document};
    text_release(&mine);
    if (!store_get(grouping->edit->store, FIELD_VERIFIED, indicator, grouping->arena,
                   &dispute.verified, err)) {
        return false;
    }
    form_report_undecided(grouping->report, &place, &dispute, problem);
    return true;
}

/* A document that was withdrawn does not come back by itself: asked or left out, unless the form is right.
 * *done: there is nothing more to do with it. */
static bool ask_withdrawn(struct grouping *grouping, struct group *group, bool *done,
                          struct error *err)
{
    const struct exhibit *exhibit = exhibit_of(grouping, group->first->gone);
    struct error problem = {.kind = ERROR_NONE};
    exhibit = exhibit == NULL ? find_item(grouping, group, true) : exhibit;
    *done = exhibit != NULL && grouping->report->merge.choice != FORM_THEIRS;
    if (!*done || grouping->report->merge.choice != FORM_ASK) {
        return true;
    }
    error_set(&problem, M_FORM_WITHDRAWN, NULL, exhibit->id, exhibit->withdrawn);
    return ask(grouping, group, exhibit, FORM_IS_WITHDRAWN, &problem, err);
}

/* True when a person is to choose between two descriptions as a whole: only one who is shown disputes can. */
static bool is_other(const struct grouping *grouping, const struct group *group,
                     const struct exhibit *exhibit)
{
    struct form_document item = form_document_of(exhibit);
    return grouping->report->merge.choice == FORM_ASK &&
           grouping->report->listener->dispute != NULL &&
           form_document_differs(&item, &group->document);
}

/* ---- into the file ---- */

/* Adds the criteria of a document to an item. */
static bool add_criteria(struct grouping *grouping, const struct group *group,
                         const struct exhibit *exhibit, struct error *err)
{
    struct text criteria = TEXT_EMPTY;
    struct form_place place = form_sighting_place(group->first, FORM_TITLE);
    form_document_add_ids(&criteria, exhibit->criteria, grouping->arena);
    form_document_add_ids(&criteria, group->document.criteria, grouping->arena);
    struct form_field field = {FIELD_EVIDENCE_SUPPORTS, exhibit->indicator, exhibit->id,
                               mark_of(grouping, exhibit->criteria), criteria.bytes};
    bool ok = form_report_merge(grouping->report, &place, &field, NULL, err);
    text_release(&criteria);
    return ok;
}

/* Adds to an item what the form says of it; what differs is for a person to decide. */
static bool extend_item(struct grouping *grouping, struct group *group,
                        const struct exhibit *exhibit, struct error *err)
{
    bool ok = true;
    const struct form_document *document = &group->document;
    for (enum form_cell cell = FORM_TITLE; ok && cell < FORM_CELLS; cell++) {
        const char *now = form_evidence_text(&exhibit->item, cell);
        struct form_place place = form_sighting_place(group->first, cell);
        struct form_field field = {form_document_field(cell), exhibit->indicator, exhibit->id,
                                   mark_of(grouping, ""), document->texts[cell]};
        if (cell == FORM_PAGES && now != NULL && document->texts[cell][0] != '\0') {
            field.began = mark_of(grouping, now);
            field.mine = form_document_unite(now, document->texts[cell], grouping->arena);
        }
        bool content = cell == FORM_FILE && exhibit->item.sha256 != NULL;
        ok = document->texts[cell][0] == '\0' || content ||
             form_report_merge(grouping->report, &place, &field, NULL, err);
    }
    group->item = exhibit->id;
    return ok && add_criteria(grouping, group, exhibit, err);
}

/* Says that a criterion's row named another document than the one that it began with. */
static void tell_beside(struct grouping *grouping, const struct group *group)
{
    struct text text = TEXT_EMPTY;
    struct form_place place = form_sighting_place(group->first, FORM_TITLE);
    if (group->first->beside != NULL) {
        text_format(&text, _("names another document: it becomes %s, and %s stays as evidence"),
                    group->item, group->first->beside);
        form_report_notice(grouping->report, &place, text.bytes);
    }
    text_release(&text);
}

/* The facts of a new item, but for the first. */
static bool describe_item(struct grouping *grouping, struct group *group, const char *id,
                          struct error *err)
{
    bool ok = true;
    const struct form_document *document = &group->document;
    for (enum form_cell cell = FORM_TITLE; ok && cell < FORM_CELLS; cell++) {
        struct form_place place = form_sighting_place(group->first, cell);
        struct form_field field = {form_document_field(cell), document->indicator, id,
                                   mark_of(grouping, ""), document->texts[cell]};
        ok = form_report_merge(grouping->report, &place, &field, NULL, err);
    }
    group->item = id;
    tell_beside(grouping, group);
    return ok && store_set(grouping->edit->store, FIELD_EVIDENCE_SUPPORTS, document->indicator, id,
                           document->criteria[0] != '\0' ? document->criteria : NULL, err);
}

/* A new item. That it may be added is decided by its first fact. */
static bool add_item(struct grouping *grouping, struct group *group, struct error *err)
{
    char id[24];
    enum form_outcome outcome = FORM_UNTOUCHED;
    struct form_dispute dispute;
    struct error problem = {.kind = ERROR_NONE};
    const char *indicator = group->document.indicator;
    if (!store_next_id(grouping->edit->store, FIELD_EVIDENCE_FOR, id, err)) {
        return false;
    }
    struct form_field field = {FIELD_EVIDENCE_FOR, indicator, arena_string(grouping->arena, id),
                               mark_of(grouping, ""), indicator};
    if (!form_merge(&grouping->report->merge, &field, &outcome, &dispute, &problem, err)) {
        return false;
    }
    if (outcome == FORM_DISPUTED) {
        return ask(grouping, group, NULL, dispute.reason, &problem, err);
    }
    grouping->report->tally->of[outcome]++;
    return outcome != FORM_TAKEN || describe_item(grouping, group, field.subject, err);
}

/* Takes a document in that nobody has ruled on. */
static bool put_group(struct grouping *grouping, struct group *group, struct error *err)
{
    bool done = false;
    const struct exhibit *exhibit = find_item(grouping, group, false);
    struct error problem = {.kind = ERROR_NONE};
    if (exhibit == NULL) {
        return ask_withdrawn(grouping, group, &done, err) &&
               (done || add_item(grouping, group, err));
    }
    grouping->taken[exhibit - grouping->exhibits] = true;
    return is_other(grouping, group, exhibit)
               ? ask(grouping, group, exhibit, FORM_IS_OTHER, &problem, err)
               : extend_item(grouping, group, exhibit, err);
}

/* Carries out what a person has ruled; what is locked stays as it is. */
static bool put_ruled(struct grouping *grouping, struct group *group, struct error *err)
{
    enum form_choice choice = grouping->report->merge.choice;
    enum form_ruling ruling = group->first->ruling;
    const struct exhibit *seen = exhibit_of(grouping, group->first->met);
    bool there = seen != NULL && seen->stands && ruling != FORM_RULED_BOTH &&
                 strcmp(seen->indicator, group->document.indicator) == 0;
    grouping->report->merge.choice = FORM_THEIRS;
    if (there) {
        group->item = seen->id;
    }
    bool ok = ruling == FORM_RULED_FILE && there ? add_criteria(grouping, group, seen, err)
              : there                            ? extend_item(grouping, group, seen, err)
                                                 : add_item(grouping, group, err);
    grouping->report->merge.choice = choice;
    return ok;
}

bool form_group_take(struct form_sightings *sightings, struct error *err)
{
    struct grouping grouping = {.sightings = sightings,
                                .report = sightings->report,
                                .edit = sightings->report->merge.edit,
                                .arena = sightings->arena};
    bool ok = store_evidence(grouping.edit->store, NULL, grouping.arena, &grouping.exhibits,
                             &grouping.exhibit_count, err);
    grouping.taken = arena_get(grouping.arena, grouping.exhibit_count, sizeof *grouping.taken);
    gather(&grouping);
    for (struct group *group = grouping.groups; ok && group != NULL; group = group->next) {
        ok = group->first->ruling == FORM_UNRULED ? put_group(&grouping, group, err)
                                                  : put_ruled(&grouping, group, err);
    }
    for (struct form_sighting *s = sightings->first; s != NULL; s = s->next) {
        s->item = s->group != NULL ? s->group->item : s->item;
    }
    return ok;
}
