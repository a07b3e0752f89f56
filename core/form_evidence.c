#include "form_evidence.h"

#include "arena.h"
#include "edit_evidence.h"
#include "form_content.h"
#include "lang.h"
#include "limit.h"
#include "message.h"

#include <string.h>

static const enum field fields[FORM_CELLS] = {[FORM_TITLE] = FIELD_EVIDENCE_TITLE,
                                              [FORM_NUMBER] = FIELD_EVIDENCE_NUMBER,
                                              [FORM_DATE] = FIELD_EVIDENCE_DATE,
                                              [FORM_PAGES] = FIELD_EVIDENCE_PAGES,
                                              [FORM_FILE] = FIELD_EVIDENCE_FILE};

/* A document that some rows of one indicator put forward. */
struct group {
    const struct form_sighting *first;
    const char *texts[FORM_CELLS];
    const char *typed;
    struct text criteria; /* ids by commas */
    const char *item;     /* what became of it; NULL for nothing */
    struct group *next;
};

struct evidence_taking {
    struct form_sightings *sightings;
    struct form_report *report;
    const struct edit *edit;
    struct arena *arena;
    struct exhibit *exhibits; /* as they are after the corrections */
    size_t exhibit_count;
    bool *taken;
    struct group *groups, *last;
};

/* ---- small things ---- */

/* The mark of a text, from the arena. */
static const char *mark_of(struct evidence_taking *taking, const char *text)
{
    char *mark = arena_get(taking->arena, FORM_MARK + 1, 1);
    form_mark(text, mark);
    return mark;
}

/* Adds a piece of a list ("4; 7") that is not there yet. */
static void add_piece(struct text *all, const char *piece, size_t length)
{
    for (const char *at = all->bytes; *at != '\0';) {
        size_t one = strcspn(at, ";");
        if (one == length && memcmp(at, piece, length) == 0) {
            return;
        }
        at += one + (at[one] == ';');
        at += strspn(at, " ");
    }
    text_add(all, all->length > 0 ? "; " : "");
    text_append(all, piece, length);
}

/* The pieces of two lists of pages, each once. A long text is one piece: nobody lists so many. */
static const char *unite(struct evidence_taking *taking, const char *one, const char *other)
{
    enum { LIST_BYTES = 200 };
    struct text all = TEXT_EMPTY;
    size_t whole = strlen(other);
    bool begins = strncmp(one, other, whole) == 0 && (one[whole] == '\0' || one[whole] == ';');
    if (strlen(one) > LIMIT_TEXT_BYTES || begins) {
        return one;
    }
    text_add(&all, one);
    if (whole > LIST_BYTES) {
        text_format(&all, "; %s", other);
    } else {
        for (const char *at = other; *at != '\0';) {
            size_t length = strcspn(at, ";");
            add_piece(&all, at, length);
            at += length + (at[length] == ';');
            at += strspn(at, " ");
        }
    }
    const char *united = arena_copy(taking->arena, all.bytes, all.length);
    text_release(&all);
    return united;
}

/* Adds ids that are not there yet. */
static void add_ids(struct text *ids, const char *more, struct arena *arena)
{
    for (const char *at = more; *at != '\0';) {
        size_t length = strcspn(at, ",");
        const char *id = arena_copy(arena, at, length);
        if (!edit_lists(ids->bytes, id)) {
            text_add(ids, ids->length > 0 ? "," : "");
            text_add(ids, id);
        }
        at += length + (at[length] == ',');
    }
}

/* Tells that two rows say different things of one document. */
static void tell_difference(struct evidence_taking *taking, const struct form_sighting *here,
                            enum form_cell cell, const struct form_sighting *there,
                            const char *theirs)
{
    struct error problem = {.kind = ERROR_NONE};
    struct form_place place = form_sighting_place(here, cell);
    error_set(&problem, M_FORM_DIFFERS, NULL, form_shown(here->texts[cell]), here->texts[cell],
              there->row, there->sheet, form_shown(theirs), theirs);
    form_report_problem(taking->report, &place, &problem);
}

/* ---- what rows are about ---- */

/* The newest version of an item. */
static const struct exhibit *newest(const struct form_key *key, const char *id)
{
    const struct exhibit *exhibit = form_key_exhibit(key, id);
    for (size_t i = 0; exhibit != NULL && exhibit->replaced != NULL && i < key->exhibit_count;
         i++) {
        exhibit = form_key_exhibit(key, exhibit->replaced);
    }
    return exhibit;
}

static bool any_touched(const struct form_sighting *sighting)
{
    bool any = sighting->supports_touched;
    for (size_t i = FORM_TITLE; i < FORM_CELLS; i++) {
        any = any || sighting->touched[i];
    }
    return any;
}

/* True when a criterion's row has nothing left of the title, number and file that it began with. */
static bool names_another(const struct form_sighting *sighting)
{
    static const enum form_cell names[] = {FORM_TITLE, FORM_NUMBER, FORM_FILE};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (sighting->base->marks[names[i]][0] != '\0' && !sighting->touched[names[i]]) {
            return false;
        }
    }
    return !sighting->of_register;
}

/* What is to be done with a row whose item was withdrawn: nothing, or as the choice says. */
static void resolve_withdrawn(struct evidence_taking *taking, struct form_sighting *sighting,
                              const struct exhibit *exhibit)
{
    struct error problem = {.kind = ERROR_NONE};
    struct form_place place = form_sighting_place(sighting, FORM_TITLE);
    enum form_choice choice = taking->report->merge.choice;
    sighting->item = NULL;
    sighting->left_out = !any_touched(sighting) || choice != FORM_THEIRS;
    if (any_touched(sighting) && choice == FORM_ASK) {
        error_set(&problem, M_FORM_WITHDRAWN, NULL, exhibit->id, exhibit->withdrawn);
        form_report_undecided(taking->report, &place, &problem);
    }
}

/* Finds out which item each row corrects; all others put a document forward. */
static void resolve(struct evidence_taking *taking)
{
    for (struct form_sighting *s = taking->sightings->first; s != NULL; s = s->next) {
        const struct exhibit *exhibit =
            s->item == NULL ? NULL : newest(taking->sightings->key, s->item);
        if (exhibit == NULL) {
            s->item = NULL;
        } else if (strcmp(exhibit->indicator, s->indicator) != 0) {
            s->item = NULL; /* no form of ours */
        } else if (!exhibit->stands) {
            resolve_withdrawn(taking, s, exhibit);
        } else if (names_another(s)) {
            s->beside = exhibit->id;
            s->item = NULL;
        } else {
            s->item = exhibit->id;
        }
    }
}

/* ---- corrections ---- */

/* An earlier row that says otherwise about the same cell of the same item. */
static const struct form_sighting *find_rival(const struct evidence_taking *taking,
                                              const struct form_sighting *sighting,
                                              enum form_cell cell)
{
    const struct form_sighting *s = taking->sightings->first;
    while (s != sighting &&
           !(s->item != NULL && strcmp(s->item, sighting->item) == 0 && s->touched[cell] &&
             strcmp(s->texts[cell], sighting->texts[cell]) != 0)) {
        s = s->next;
    }
    return s == sighting ? NULL : s;
}

/* The pages that all rows name for an item. */
static const char *all_pages(struct evidence_taking *taking, const struct form_sighting *sighting)
{
    const char *pages = sighting->texts[FORM_PAGES];
    for (const struct form_sighting *s = sighting->next; s != NULL; s = s->next) {
        if (s->item != NULL && strcmp(s->item, sighting->item) == 0 && s->touched[FORM_PAGES]) {
            pages = unite(taking, pages, s->texts[FORM_PAGES]);
        }
    }
    return pages;
}

/* One cell of a row that is about an item. */
static bool correct_cell(struct evidence_taking *taking, const struct form_sighting *s,
                         enum form_cell cell, struct error *err)
{
    const struct form_sighting *rival = find_rival(taking, s, cell);
    struct form_place place = form_sighting_place(s, cell);
    const char *began = s->base->marks[cell];
    struct form_field field = {fields[cell], s->indicator, s->item,
                               began[0] != '\0' ? began : mark_of(taking, ""), s->texts[cell]};
    if (rival != NULL && cell == FORM_PAGES) {
        return true;
    }
    if (rival != NULL) {
        tell_difference(taking, s, cell, rival, rival->texts[cell]);
        return true;
    }
    if (cell == FORM_PAGES) {
        field.mine = all_pages(taking, s);
    }
    return form_report_merge(taking->report, &place, &field, NULL, err);
}

/* True when two lists of ids by commas hold the same. */
static bool same_ids(const char *one, const char *other, struct arena *arena)
{
    struct text both = TEXT_EMPTY;
    struct text first = TEXT_EMPTY;
    struct text second = TEXT_EMPTY;
    add_ids(&first, one, arena);
    add_ids(&second, other, arena);
    add_ids(&both, one, arena);
    add_ids(&both, other, arena);
    bool same = both.length == first.length && both.length == second.length;
    text_release(&both);
    text_release(&first);
    text_release(&second);
    return same;
}

/* What a row of the register says its item supports. */
static bool correct_supports(struct evidence_taking *taking, const struct form_sighting *s,
                             const struct exhibit *exhibit, struct error *err)
{
    struct text shown = TEXT_EMPTY;
    struct form_place place = form_sighting_place(s, FORM_VALUE);
    form_add_supports(exhibit, &shown);
    /* The mark is of the ids as they are shown. */
    bool same = strcmp(mark_of(taking, shown.bytes), s->base->marks[FORM_VALUE]) == 0;
    struct form_field field = {
        FIELD_EVIDENCE_SUPPORTS, s->indicator, s->item,
        same ? mark_of(taking, exhibit->criteria) : s->base->marks[FORM_VALUE], s->criteria};
    text_release(&shown);
    return same_ids(exhibit->criteria, s->criteria, taking->arena) ||
           form_report_merge(taking->report, &place, &field, NULL, err);
}

/* A row that is about an item. The name of a file whose content is there belongs to that content. */
static bool correct(struct evidence_taking *taking, const struct form_sighting *s,
                    struct error *err)
{
    const struct exhibit *exhibit = form_key_exhibit(taking->sightings->key, s->item);
    bool ok = true;
    for (enum form_cell cell = FORM_TITLE; ok && cell < FORM_CELLS; cell++) {
        bool ours = cell == FORM_FILE && exhibit->item.sha256 != NULL;
        ok = !s->touched[cell] || ours || correct_cell(taking, s, cell, err);
    }
    return ok && (!s->supports_touched || correct_supports(taking, s, exhibit, err));
}

/* ---- documents put forward ---- */

/* True when two descriptions are of one document; files with their folders. */
static bool same_document(const char *const one[FORM_CELLS], const char *one_file,
                          const char *const other[FORM_CELLS], const char *other_file)
{
    if (one_file[0] != '\0' && other_file[0] != '\0') {
        return strcmp(one_file, other_file) == 0;
    }
    bool named = one[FORM_TITLE][0] != '\0' || one[FORM_NUMBER][0] != '\0';
    return named && strcmp(one[FORM_TITLE], other[FORM_TITLE]) == 0 &&
           strcmp(one[FORM_NUMBER], other[FORM_NUMBER]) == 0;
}

/* Adds what a row says of a document that an earlier one named. */
static void extend(struct evidence_taking *taking, struct group *group,
                   const struct form_sighting *s)
{
    for (enum form_cell cell = FORM_TITLE; cell < FORM_CELLS; cell++) {
        const char *said = group->texts[cell];
        if (s->texts[cell][0] == '\0' || strcmp(s->texts[cell], said) == 0) {
            continue;
        }
        if (said[0] == '\0') {
            group->texts[cell] = s->texts[cell];
        } else if (cell == FORM_PAGES) {
            group->texts[cell] = unite(taking, said, s->texts[cell]);
        } else {
            tell_difference(taking, s, cell, group->first, said);
        }
    }
    group->typed = group->typed[0] == '\0' ? s->typed : group->typed;
    add_ids(&group->criteria, s->criteria, taking->arena);
}

/* Makes one document of the rows that name the same. */
static void gather(struct evidence_taking *taking)
{
    for (struct form_sighting *s = taking->sightings->first; s != NULL; s = s->next) {
        struct group *group = s->item != NULL || s->left_out ? NULL : taking->groups;
        while (group != NULL && (strcmp(group->first->indicator, s->indicator) != 0 ||
                                 !same_document(group->texts, group->typed, s->texts, s->typed))) {
            group = group->next;
        }
        if (s->item != NULL || s->left_out) {
            continue;
        }
        if (group == NULL) {
            group = arena_get(taking->arena, 1, sizeof *group);
            *group = (struct group){.first = s, .typed = "", .criteria = TEXT_EMPTY};
            for (size_t i = FORM_TITLE; i < FORM_CELLS; i++) {
                group->texts[i] = "";
            }
            *(taking->last == NULL ? &taking->groups : &taking->last->next) = group;
            taking->last = group;
        }
        extend(taking, group, s);
        s->group = group;
    }
}

/* How surely an item is a document: 0 not, 3 its file, title and number agree. */
static int likeness(const struct group *group, const struct exhibit *exhibit)
{
    const char *texts[FORM_CELLS];
    for (size_t i = FORM_TITLE; i < FORM_CELLS; i++) {
        const char *text = form_evidence_text(&exhibit->item, (enum form_cell)i);
        texts[i] = text == NULL ? "" : text;
    }
    if (strcmp(exhibit->indicator, group->first->indicator) != 0 ||
        !same_document(group->texts, group->texts[FORM_FILE], texts, texts[FORM_FILE])) {
        return 0;
    }
    return 1 + (strcmp(group->texts[FORM_TITLE], texts[FORM_TITLE]) == 0) +
           (strcmp(group->texts[FORM_NUMBER], texts[FORM_NUMBER]) == 0);
}

/* The item that a document is already: the likest that stands, or else (withdrawn) one that was withdrawn. */
static size_t find_item(const struct evidence_taking *taking, const struct group *group,
                        bool withdrawn)
{
    size_t found = taking->exhibit_count;
    int best = 0;
    for (size_t i = 0; i < taking->exhibit_count; i++) {
        const struct exhibit *exhibit = &taking->exhibits[i];
        bool fits = withdrawn ? exhibit->withdrawn != NULL : exhibit->stands && !taking->taken[i];
        int like = fits ? likeness(group, exhibit) : 0;
        if (like > best) {
            best = like;
            found = i;
        }
    }
    return found;
}

/* Adds to an item what the form says of it; what differs is for a person to decide. */
static bool extend_item(struct evidence_taking *taking, struct group *group,
                        const struct exhibit *exhibit, struct error *err)
{
    bool ok = true;
    for (enum form_cell cell = FORM_TITLE; ok && cell < FORM_CELLS; cell++) {
        const char *now = form_evidence_text(&exhibit->item, cell);
        struct form_place place = form_sighting_place(group->first, cell);
        struct form_field field = {fields[cell], exhibit->indicator, exhibit->id,
                                   mark_of(taking, ""), group->texts[cell]};
        if (cell == FORM_PAGES && now != NULL && group->texts[cell][0] != '\0') {
            field.began = mark_of(taking, now);
            field.mine = unite(taking, now, group->texts[cell]);
        }
        bool content = cell == FORM_FILE && exhibit->item.sha256 != NULL;
        ok = group->texts[cell][0] == '\0' || content ||
             form_report_merge(taking->report, &place, &field, NULL, err);
    }
    struct text criteria = TEXT_EMPTY;
    struct form_place place = form_sighting_place(group->first, FORM_TITLE);
    add_ids(&criteria, exhibit->criteria, taking->arena);
    add_ids(&criteria, group->criteria.bytes, taking->arena);
    struct form_field field = {FIELD_EVIDENCE_SUPPORTS, exhibit->indicator, exhibit->id,
                               mark_of(taking, exhibit->criteria), criteria.bytes};
    ok = ok && form_report_merge(taking->report, &place, &field, NULL, err);
    text_release(&criteria);
    group->item = exhibit->id;
    return ok;
}

/* Says that a criterion's row named another document than the one that it began with. */
static void tell_beside(struct evidence_taking *taking, const struct group *group)
{
    struct text text = TEXT_EMPTY;
    struct form_place place = form_sighting_place(group->first, FORM_TITLE);
    if (group->first->beside != NULL) {
        text_format(&text, _("names another document: it becomes %s, and %s stays as evidence"),
                    group->item, group->first->beside);
        form_report_notice(taking->report, &place, text.bytes);
    }
    text_release(&text);
}

/* A new item. That it may be added is decided by its first fact. */
static bool add_item(struct evidence_taking *taking, struct group *group, struct error *err)
{
    char id[24];
    enum form_outcome outcome = FORM_UNTOUCHED;
    const char *indicator = group->first->indicator;
    struct store *store = taking->edit->store;
    struct form_place place = form_sighting_place(group->first, FORM_TITLE);
    struct form_field field = {FIELD_EVIDENCE_FOR, indicator, NULL, mark_of(taking, ""), indicator};
    if (!store_next_id(store, FIELD_EVIDENCE_FOR, id, err)) {
        return false;
    }
    field.subject = arena_string(taking->arena, id);
    bool ok = form_report_merge_whole(taking->report, &place, &field, &outcome, err);
    if (!ok || outcome != FORM_TAKEN) {
        return ok;
    }
    for (enum form_cell cell = FORM_TITLE; ok && cell < FORM_CELLS; cell++) {
        field.field = fields[cell];
        field.mine = group->texts[cell];
        place = form_sighting_place(group->first, cell);
        ok = form_report_merge(taking->report, &place, &field, NULL, err);
    }
    ok = ok && store_set(store, FIELD_EVIDENCE_SUPPORTS, indicator, field.subject,
                         group->criteria.length > 0 ? group->criteria.bytes : NULL, err);
    group->item = field.subject;
    tell_beside(taking, group);
    return ok;
}

/* A document that was withdrawn does not come back by itself: told or left out, unless the form is right. */
static bool is_withdrawn(struct evidence_taking *taking, const struct group *group)
{
    size_t i = find_item(taking, group, true);
    struct error problem = {.kind = ERROR_NONE};
    struct form_place place = form_sighting_place(group->first, FORM_TITLE);
    enum form_choice choice = taking->report->merge.choice;
    if (i == taking->exhibit_count || choice == FORM_THEIRS) {
        return false;
    }
    if (choice == FORM_ASK) {
        error_set(&problem, M_FORM_WITHDRAWN, NULL, taking->exhibits[i].id,
                  taking->exhibits[i].withdrawn);
        form_report_undecided(taking->report, &place, &problem);
    }
    return true;
}

static bool put_group(struct evidence_taking *taking, struct group *group, struct error *err)
{
    size_t i = find_item(taking, group, false);
    if (i < taking->exhibit_count) {
        taking->taken[i] = true;
        return extend_item(taking, group, &taking->exhibits[i], err);
    }
    return is_withdrawn(taking, group) || add_item(taking, group, err);
}

/* ---- all of it ---- */

static bool put_groups(struct evidence_taking *taking, struct error *err)
{
    bool ok = store_evidence(taking->edit->store, NULL, taking->arena, &taking->exhibits,
                             &taking->exhibit_count, err);
    taking->taken = arena_get(taking->arena, taking->exhibit_count, sizeof *taking->taken);
    gather(taking);
    for (struct group *group = taking->groups; group != NULL; group = group->next) {
        ok = ok && put_group(taking, group, err);
        text_release(&group->criteria);
    }
    for (struct form_sighting *s = taking->sightings->first; s != NULL; s = s->next) {
        s->item = s->group != NULL ? s->group->item : s->item;
    }
    return ok;
}

bool form_evidence_take(struct form_sightings *sightings, const struct folder *folder,
                        struct error *err)
{
    struct evidence_taking taking = {.sightings = sightings,
                                     .report = sightings->report,
                                     .edit = sightings->report->merge.edit,
                                     .arena = sightings->arena};
    bool ok = true;
    if (sightings->first == NULL) {
        return true;
    }
    resolve(&taking);
    for (const struct form_sighting *s = sightings->first; ok && s != NULL; s = s->next) {
        ok = s->item == NULL || correct(&taking, s, err);
    }
    return ok && put_groups(&taking, err) && form_content_take(sightings, folder, err);
}
