#include "carry.h"

#include "text.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Where the answers to one indicator come from. */
struct carrying {
    const struct edit *edit;
    const struct carry_from *from;
    struct arena *arena;
    struct assessment present;      /* what the file holds before */
    const struct exhibit *exhibits; /* of the earlier file */
    size_t exhibit_count;
    int *becomes;       /* by criterion of the earlier instrument: position here, or NOWHERE */
    const char *origin; /* "spbe-2018 2020" */
};

/* ---- criteria ---- */

/* The criterion here that a pair of the row names, or NOWHERE. */
static int paired(const struct crosswalk_row *row, const struct instrument *instrument,
                  const char *id)
{
    for (size_t i = 0; i < row->pair_count; i++) {
        if (strcmp(row->pairs[i].from, id) == 0) {
            return instrument_find_criterion(instrument, row->pairs[i].to, strlen(row->pairs[i].to),
                                             0);
        }
    }
    return NOWHERE;
}

/* The criterion of an indicator with the same words on the same level, or NOWHERE. */
static int same_words(const struct instrument *instrument, const struct indicator *indicator,
                      int level, const char *text)
{
    const struct level *here = instrument_level(instrument, indicator, level);
    for (uint32_t i = 0; here != NULL && i < here->criteria.count; i++) {
        uint32_t c = here->criteria.first + i;
        if (strcmp(instrument->criteria[c].text, text) == 0) {
            return (int)c;
        }
    }
    return NOWHERE;
}

/* What an earlier criterion is here, if it holds in both years. */
static int correspondent(const struct carrying *c, const struct carry_line *line, size_t indicator,
                         size_t criterion)
{
    const struct assessment *old = c->from->assessment;
    const struct instrument *instrument = c->edit->instrument;
    const struct criterion *was = &old->instrument->criteria[criterion];
    int level = old->instrument->levels[was->level].number;
    int here = NOWHERE;
    if (line->row == NULL) {
        here = instrument_find_criterion(instrument, was->id, strlen(was->id), (int)criterion);
    } else {
        here = paired(line->row, instrument, was->id);
        here = here != NOWHERE
                   ? here
                   : same_words(instrument, &instrument->indicators[indicator], level, was->text);
    }
    bool holds = here != NOWHERE &&
                 instrument_holds(was->years, instrument_year(old->instrument, old->year)) &&
                 instrument_holds(instrument->criteria[here].years,
                                  instrument_year(instrument, c->present.year));
    return holds ? here : NOWHERE;
}

static const char *word_of(enum answer answer)
{
    return answer == ANSWER_YES ? "yes" : "no";
}

/* Carries the answers to the criteria of one earlier indicator, and notes what each became. */
static bool carry_answers(struct carrying *c, struct carry_line *line, size_t to, int from,
                          struct error *err)
{
    const struct assessment *old = c->from->assessment;
    bool ok = true;
    for (size_t i = 0; ok && i < old->instrument->criterion_count; i++) {
        if (old->instrument->criteria[i].indicator != from) {
            continue;
        }
        c->becomes[i] = correspondent(c, line, to, i);
        enum answer answer = (enum answer)old->answers[i];
        if (answer == ANSWER_NONE) {
            continue;
        }
        line->left += c->becomes[i] == NOWHERE;
        if (c->becomes[i] != NOWHERE) {
            const char *id = c->edit->instrument->criteria[c->becomes[i]].id;
            ok = edit_answer(c->edit, id, word_of(answer), old->notes[i], err);
            line->answers++;
        }
    }
    return ok;
}

/* Carries the answers to items, which keep their ids within one instrument only. */
static bool carry_items(struct carrying *c, struct carry_line *line, size_t to, int from,
                        struct error *err)
{
    const struct response *old = &c->from->assessment->responses[from];
    const char *indicator = c->edit->instrument->indicators[to].id;
    bool ok = true;
    for (size_t i = 0; ok && i < old->item_count; i++) {
        const struct item *item = &old->items[i];
        if (line->row != NULL || item->answer == ANSWER_NONE) {
            line->left += item->answer != ANSWER_NONE;
            continue;
        }
        const char *id = arena_format(c->arena, "%s.%d.e%d", indicator, item->level, item->number);
        ok = store_set(c->edit->store, FIELD_ITEM, indicator, id, word_of(item->answer), err) &&
             store_set(c->edit->store, FIELD_ITEM_NOTE, indicator, id, item->note, err);
        line->answers++;
    }
    return ok;
}

/* ---- evidence ---- */

/* The ids here of what a document supported, by commas: of criteria, and within one instrument of items that
 * score, which keep theirs. */
static void translate(const struct carrying *c, const char *criteria, struct text *out)
{
    const struct instrument *old = c->from->assessment->instrument;
    bool same = c->from->crosswalk == NULL;
    while (*criteria != '\0') {
        size_t length = strcspn(criteria, ",");
        int was = instrument_find_criterion(old, criteria, length, 0);
        int here = was == NOWHERE ? NOWHERE : c->becomes[was];
        const char *id = here != NOWHERE          ? c->edit->instrument->criteria[here].id
                         : same && was == NOWHERE ? arena_copy(c->arena, criteria, length)
                                                  : NULL;
        if (id != NULL) {
            text_format(out, "%s%s", out->length == 0 ? "" : ",", id);
        }
        criteria += length + (criteria[length] == ',');
    }
}

/* Brings the content along, where the earlier file has it. */
static bool carry_content(const struct carrying *c, const struct exhibit *exhibit,
                          struct error *err)
{
    const char *sha256 = exhibit->item.sha256;
    const char *here = NULL;
    char kept[65];
    if (sha256 == NULL || exhibit->size == EXHIBIT_NO_CONTENT || exhibit->purged) {
        return true;
    }
    if (!store_get(c->edit->store, FIELD_CONTENT, sha256, c->arena, &here, err)) {
        return false;
    }
    if (here != NULL && strcmp(here, "purged") != 0) {
        return true;
    }
    bool ok = store_fetch(c->from->store, sha256, c->from->scratch, err) &&
              store_keep(c->edit->store, c->from->scratch, kept, err);
    unlink(c->from->scratch);
    return ok &&
           (exhibit->item.inspection == NULL || store_set(c->edit->store, FIELD_INSPECTION, NULL,
                                                          sha256, exhibit->item.inspection, err));
}

/* Puts one document forward here. */
static bool carry_exhibit(const struct carrying *c, struct carry_line *line, const char *indicator,
                          const struct exhibit *exhibit, struct error *err)
{
    char id[24];
    struct text supports = TEXT_EMPTY;
    const struct evidence *item = &exhibit->item;
    translate(c, exhibit->criteria, &supports);
    const char *criteria = supports.length == 0 ? NULL : supports.bytes;
    const struct {
        enum field field;
        const char *text;
    } facts[] = {
        {FIELD_EVIDENCE_FOR, indicator},       {FIELD_EVIDENCE_TITLE, item->title},
        {FIELD_EVIDENCE_NUMBER, item->number}, {FIELD_EVIDENCE_DATE, item->date},
        {FIELD_EVIDENCE_FILE, item->file},     {FIELD_EVIDENCE_SHA256, item->sha256},
        {FIELD_EVIDENCE_UNIT, item->unit},     {FIELD_EVIDENCE_PAGES, item->pages},
        {FIELD_EVIDENCE_NOTE, item->note},     {FIELD_EVIDENCE_SUPPORTS, criteria},
    };
    bool ok = carry_content(c, exhibit, err) &&
              store_next_id(c->edit->store, FIELD_EVIDENCE_FOR, id, err);
    for (size_t i = 0; ok && i < sizeof facts / sizeof *facts; i++) {
        ok = store_set(c->edit->store, facts[i].field, indicator, id, facts[i].text, err);
    }
    line->evidence++;
    line->loose += criteria == NULL;
    text_release(&supports);
    return ok;
}

static bool carry_evidence(const struct carrying *c, struct carry_line *line, size_t to, int from,
                           struct error *err)
{
    const char *was = c->from->assessment->instrument->indicators[from].id;
    const char *here = c->edit->instrument->indicators[to].id;
    bool ok = true;
    for (size_t i = 0; ok && i < c->exhibit_count; i++) {
        const struct exhibit *exhibit = &c->exhibits[i];
        if (exhibit->stands && strcmp(exhibit->indicator, was) == 0) {
            ok = carry_exhibit(c, line, here, exhibit, err);
        }
    }
    return ok;
}

/* ---- indicators ---- */

/* Carries from one earlier indicator. */
static bool carry_one(struct carrying *c, struct carry_line *line, size_t to, int from,
                      struct error *err)
{
    return carry_answers(c, line, to, from, err) && carry_items(c, line, to, from, err) &&
           carry_evidence(c, line, to, from, err);
}

/* Carries from the indicator, slot, or all slots of that id. */
static bool carry_id(struct carrying *c, struct carry_line *line, size_t to, const char *id,
                     struct error *err)
{
    const struct instrument *old = c->from->assessment->instrument;
    bool ok = true;
    for (size_t i = 0; ok && i < old->indicator_count; i++) {
        const char *slot_of = old->indicators[i].slot_of;
        if (strcmp(old->indicators[i].id, id) == 0 ||
            (slot_of != NULL && strcmp(slot_of, id) == 0)) {
            ok = carry_one(c, line, to, (int)i, err);
        }
    }
    return ok;
}

/* Carries everything that corresponds to an indicator, then marks it. */
static bool carry_indicator(struct carrying *c, struct carry_line *line, size_t to,
                            struct error *err)
{
    const char *id = c->edit->instrument->indicators[to].id;
    bool ok = line->row != NULL || carry_id(c, line, to, id, err);
    for (string_list from = line->row == NULL ? NULL : line->row->from;
         ok && from != NULL && *from != NULL; from++) {
        ok = carry_id(c, line, to, *from, err);
    }
    if (ok && line->answers + line->evidence > 0) {
        line->outcome = CARRY_DONE;
        ok = store_set(c->edit->store, FIELD_CARRIED, id, id, c->origin, err);
    }
    return ok;
}

/* True when the file says anything about the criteria, items or evidence of an indicator. */
static bool has_own(const struct carrying *c, size_t indicator)
{
    const struct instrument *instrument = c->edit->instrument;
    const struct response *response = &c->present.responses[indicator];
    bool own = response->evidence_count > 0 || response->item_count > 0;
    for (size_t i = 0; !own && i < instrument->criterion_count; i++) {
        own = instrument->criteria[i].indicator == (int)indicator &&
              c->present.answers[i] != ANSWER_NONE;
    }
    return own;
}

/* What can be said of an indicator before anything is carried into it. */
static enum carry_outcome outlook(const struct carrying *c, const struct carry_line *line,
                                  size_t indicator)
{
    const struct response *response = &c->present.responses[indicator];
    bool crossing = c->from->crosswalk != NULL;
    return response->state == STATE_LOCKED                                           ? CARRY_LOCKED
           : response->carried != NULL                                               ? CARRY_BEFORE
           : has_own(c, indicator)                                                   ? CARRY_OWN
           : crossing && (line->row == NULL || line->row->relation == RELATION_NONE) ? CARRY_NONE
                                                                                     : CARRY_EMPTY;
}

/* Reads both files. */
static bool prepare(struct carrying *c, struct error *err)
{
    const struct assessment *old = c->from->assessment;
    struct exhibit *exhibits = NULL;
    size_t criteria = old->instrument->criterion_count;
    if (!store_load(c->edit->store, c->edit->instrument, c->arena, &c->present, err) ||
        !store_evidence(c->from->store, NULL, c->arena, &exhibits, &c->exhibit_count, err)) {
        return false;
    }
    c->exhibits = exhibits;
    c->origin = arena_format(c->arena, "%s %d", old->instrument->id, old->year);
    c->becomes = arena_get(c->arena, criteria + 1, sizeof *c->becomes);
    return true;
}

bool carry_run(const struct edit *edit, const struct carry_from *from, struct carry_line *lines,
               struct error *err)
{
    struct arena arena = ARENA_EMPTY;
    struct carrying c = {.edit = edit, .from = from, .arena = &arena};
    bool ok = prepare(&c, err);
    for (size_t i = 0; ok && i < edit->instrument->indicator_count; i++) {
        const char *id = edit->instrument->indicators[i].id;
        for (size_t k = 0; k < from->assessment->instrument->criterion_count; k++) {
            c.becomes[k] = NOWHERE;
        }
        lines[i] = (struct carry_line){
            .row = from->crosswalk == NULL ? NULL : crosswalk_to(from->crosswalk, id)};
        lines[i].outcome = outlook(&c, &lines[i], i);
        ok = lines[i].outcome != CARRY_EMPTY || carry_indicator(&c, &lines[i], i, err);
    }
    arena_release(&arena);
    return ok;
}
