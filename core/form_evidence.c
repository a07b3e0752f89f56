#include "form_evidence.h"

#include "arena.h"
#include "form_content.h"
#include "form_group.h"
#include "message.h"

#include <string.h>

struct evidence_taking {
    struct form_sightings *sightings;
    struct form_report *report;
    const struct edit *edit;
    struct arena *arena;
};

/* ---- small things ---- */

/* The mark of a text, from the arena. */
static const char *mark_of(struct evidence_taking *taking, const char *text)
{
    char *mark = arena_get(taking->arena, FORM_MARK + 1, 1);
    form_mark(text, mark);
    return mark;
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

/* A row whose item was withdrawn: untouched it says nothing, else it puts the document forward again
 * (form_group). */
static void resolve_withdrawn(struct form_sighting *sighting, const struct exhibit *exhibit)
{
    sighting->item = NULL;
    sighting->left_out = !any_touched(sighting);
    sighting->gone = exhibit->id;
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
            resolve_withdrawn(s, exhibit);
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
            pages = form_document_unite(pages, s->texts[FORM_PAGES], taking->arena);
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
    struct form_field field = {form_document_field(cell), s->indicator, s->item,
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
    form_document_add_ids(&first, one, arena);
    form_document_add_ids(&second, other, arena);
    form_document_add_ids(&both, one, arena);
    form_document_add_ids(&both, other, arena);
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

/* ---- all of it ---- */

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
    return ok && form_group_take(sightings, err) && form_content_take(sightings, folder, err);
}
