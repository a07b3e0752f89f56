#include "edit_explanation.h"

#include "explanation.h"
#include "message.h"

#include <stdlib.h>
#include <string.h>

/* ---- levels ---- */

/* The indicator in front of the last point of an id, or NOWHERE. */
static int indicator_of(const struct instrument *instrument, const char *id)
{
    const char *point = strrchr(id, '.');
    return point == NULL ? NOWHERE
                         : instrument_find_indicator(instrument, id, (size_t)(point - id), 0);
}

static bool refuse_level(const struct instrument *instrument, const char *id, struct error *err)
{
    const struct indicator *first = &instrument->indicators[0];
    return error_set(err, M_EDIT_LEVEL, id, instrument->id, first->id,
                     instrument->levels[first->levels.first].number);
}

int edit_level(const struct instrument *instrument, const char *id, struct error *err)
{
    int position = indicator_of(instrument, id);
    const char *digits = position == NOWHERE ? "" : strrchr(id, '.') + 1;
    size_t length = strlen(digits);
    const struct level *level = NULL;
    if (length > 0 && length < 4 && strspn(digits, "0123456789") == length &&
        (length == 1 || digits[0] != '0')) {
        level = instrument_level(instrument, &instrument->indicators[position],
                                 (int)strtol(digits, NULL, 10));
    }
    if (level == NULL) {
        refuse_level(instrument, id, err);
        return NOWHERE;
    }
    return (int)(level - instrument->levels);
}

/* ---- explanations ---- */

static bool is_none(const char *typed)
{
    return typed[0] == '\0' || strcmp(typed, "-") == 0;
}

/* Puts a typed part in the place of the one that is there. */
static bool put_part(const char **part, const char *what, const char *typed, struct error *err)
{
    const char *text = NULL;
    if (typed == NULL) {
        return true;
    }
    if (!edit_check_text(what, typed, &text, err)) {
        return false;
    }
    *part = is_none(typed) ? NULL : text;
    return true;
}

/* Appends the text that the parts make, those that are there and those that were typed. */
static bool combine(const struct edit *edit, const char *id,
                    const struct edit_explanation *explanation, struct text *out, struct error *err)
{
    const struct portal *portal = &edit->instrument->portal;
    struct arena arena = ARENA_EMPTY;
    struct explanation parts = {NULL, NULL};
    const char *now = NULL;
    bool both = explanation->facts != NULL && explanation->analysis != NULL;
    bool ok = store_get(edit->store, FIELD_EXPLANATION, id, &arena, &now, err);
    if (ok && !explanation_split(portal, now, &arena, &parts) && !both) {
        ok = error_set(err, M_EDIT_EXPLANATION, id);
    }
    ok = ok && put_part(&parts.facts, "--fact", explanation->facts, err) &&
         put_part(&parts.analysis, "--analysis", explanation->analysis, err);
    if (ok) {
        explanation_join(portal, &parts, out);
    }
    arena_release(&arena);
    return ok;
}

bool edit_explain(const struct edit *edit, const char *level,
                  const struct edit_explanation *explanation, struct error *err)
{
    const struct instrument *instrument = edit->instrument;
    bool parts = explanation->facts != NULL || explanation->analysis != NULL;
    if (edit_level(instrument, level, err) == NOWHERE) {
        return false;
    }
    if (parts && explanation->text != NULL) {
        return error_set(err, M_EDIT_EXPLANATION, level);
    }
    if (parts && !explanation_has_parts(&instrument->portal)) {
        return error_set(err, M_EDIT_PARTS, level, instrument->id);
    }
    struct text whole = TEXT_EMPTY;
    const char *text = NULL;
    const char *typed = explanation->text;
    bool ok = true;
    if (parts) {
        ok = combine(edit, level, explanation, &whole, err);
        typed = whole.bytes;
    }
    const char *indicator = instrument->indicators[indicator_of(instrument, level)].id;
    ok = ok && typed != NULL && edit_check_text("--text", typed, &text, err) &&
         store_set(edit->store, FIELD_EXPLANATION, indicator, level, is_none(typed) ? NULL : text,
                   err);
    text_release(&whole);
    return ok;
}

/* ---- general questions ---- */

int edit_question(const struct instrument *instrument, const char *id, struct error *err)
{
    for (size_t i = 0; i < instrument->question_count; i++) {
        if (strcmp(instrument->questions[i].id, id) == 0) {
            return (int)i;
        }
    }
    error_set(err, M_EDIT_QUESTION, id, instrument->id);
    return NOWHERE;
}

bool edit_general(const struct edit *edit, const char *question, const char *answer,
                  struct error *err)
{
    const char *text = NULL;
    return edit_question(edit->instrument, question, err) != NOWHERE &&
           edit_check_text(question, answer, &text, err) &&
           store_set(edit->store, FIELD_GENERAL, NULL, question, is_none(answer) ? NULL : text,
                     err);
}
