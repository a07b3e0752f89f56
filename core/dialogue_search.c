#include "dialogue_search.h"

#include <string.h>

/* A search on its way to the found thing of a number. */
struct searching {
    const struct dialogue *dialogue;
    const struct instrument *instrument;
    const struct assessment *assessment;
    size_t left; /* to be passed over */
    struct found *found;
};

/* True when `text` holds what was typed. */
static bool holds(const struct searching *searching, const char *text)
{
    return text != NULL && strcasestr(text, searching->dialogue->entry.text.bytes) != NULL;
}

/* Counts something found; true when it is the one that is wanted. */
static bool hit(struct searching *searching, const struct found *found)
{
    if (searching->left-- > 0) {
        return false;
    }
    *searching->found = *found;
    return true;
}

static bool search_items(struct searching *searching, struct found found)
{
    const struct level *level = &searching->instrument->levels[found.level];
    const struct response *response = &searching->assessment->responses[found.indicator];
    struct text id = TEXT_EMPTY;
    bool done = false;
    for (size_t i = 1; !done && i <= level->item_count; i++) {
        const struct item *item = assessment_item(response, level->number, (int)i);
        const char *note = item == NULL ? NULL : item->note;
        found.spot = (struct spot){NOWHERE, i};
        text_clear(&id);
        text_format(&id, "%s.%d.e%zu", searching->instrument->indicators[found.indicator].id,
                    level->number, i);
        found.text = holds(searching, id.bytes) || holds(searching, level->evidence[i - 1])
                         ? level->evidence[i - 1]
                     : holds(searching, note) ? note
                                              : NULL;
        done = found.text != NULL && hit(searching, &found);
    }
    text_release(&id);
    return done;
}

static bool search_criteria(struct searching *searching, struct found found)
{
    struct span span = searching->instrument->levels[found.level].criteria;
    bool done = false;
    for (uint32_t c = span.first; !done && c < span.first + span.count; c++) {
        const struct criterion *criterion = &searching->instrument->criteria[c];
        const char *note = searching->assessment->notes[c];
        if (!dialogue_counts(searching->dialogue, (int)c)) {
            continue;
        }
        found.spot = (struct spot){(int)c, 0};
        found.id = criterion->id;
        found.text = holds(searching, criterion->id) || holds(searching, criterion->text)
                         ? criterion->text
                     : holds(searching, note) ? note
                                              : NULL;
        done = found.text != NULL && hit(searching, &found);
    }
    return done;
}

/* The text of a document that holds what was typed; NULL for none. */
static const char *document_text(const struct searching *searching, const struct evidence *item)
{
    const char *const texts[] = {item->title, item->number, item->file};
    const char *name = item->title != NULL ? item->title : item->file;
    if (holds(searching, item->id)) {
        return name == NULL ? item->id : name;
    }
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        if (holds(searching, texts[i])) {
            return texts[i];
        }
    }
    return NULL;
}

/* Puts the first thing that a document supports in focus: an item that scores, else a criterion of the year. */
static void lead_to(const struct searching *searching, const struct evidence *item,
                    struct found *found)
{
    const struct instrument *instrument = searching->instrument;
    found->spot = (struct spot){NOWHERE, 0};
    found->level = NOWHERE;
    for (size_t s = item->support_count; s-- > 0;) {
        if (dialogue_counts(searching->dialogue, item->supports[s])) {
            found->spot.criterion = item->supports[s];
            found->level = instrument->criteria[item->supports[s]].level;
        }
    }
    if (item->item_count > 0) {
        const struct level *level = instrument_level(
            instrument, &instrument->indicators[found->indicator], item->items[0].level);
        found->spot = (struct spot){NOWHERE, (size_t)item->items[0].number};
        found->level = (int)(level - instrument->levels);
    }
}

/* Documents; each leads to what it supports. */
static bool search_documents(struct searching *searching, struct found found)
{
    const struct response *response = &searching->assessment->responses[found.indicator];
    bool done = false;
    for (size_t i = 0; !done && i < response->evidence_count; i++) {
        const struct evidence *item = &response->evidence[i];
        lead_to(searching, item, &found);
        found.id = item->id == NULL ? "" : item->id;
        found.text = document_text(searching, item);
        done = found.text != NULL && hit(searching, &found);
    }
    return done;
}

static bool search_indicator(struct searching *searching, int position)
{
    const struct indicator *indicator = &searching->instrument->indicators[position];
    const char *note = searching->assessment->responses[position].note;
    struct found found = {position, NOWHERE, {NOWHERE, 0}, "", NULL};
    if (holds(searching, indicator->id) || holds(searching, indicator->name) ||
        holds(searching, indicator->short_name)) {
        return hit(searching, &found);
    }
    for (uint32_t i = 0; i < indicator->levels.count; i++) {
        struct found at = {position, (int)(indicator->levels.first + i), {NOWHERE, 0}, NULL, NULL};
        if (search_items(searching, at) || search_criteria(searching, at)) {
            return true;
        }
    }
    found.text = note;
    return search_documents(searching, found) || (holds(searching, note) && hit(searching, &found));
}

bool dialogue_search(const struct dialogue *dialogue, size_t number, struct found *found)
{
    const struct evaluation *evaluation = dialogue->model.evaluation;
    struct searching searching = {dialogue, evaluation->instrument, evaluation->assessment, number,
                                  found};
    for (size_t i = 0; i < evaluation->instrument->indicator_count; i++) {
        if (search_indicator(&searching, dialogue->model.order[i])) {
            return true;
        }
    }
    return false;
}
