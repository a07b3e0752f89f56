#include "form_merge.h"

#include "edit_explanation.h"
#include "edit_score.h"
#include "form.h"
#include "form_part.h"
#include "message.h"

#include <string.h>

enum { SHOWN_BYTES = 60 };

int form_shown(const char *text)
{
    size_t length = strlen(text);
    return (int)text_utf8_prefix(text, length < SHOWN_BYTES ? length : SHOWN_BYTES);
}

const char *form_word(const struct edit *edit, enum field field, const char *subject,
                      const char *fact, struct arena *arena)
{
    bool answer = field == FIELD_MET || field == FIELD_ITEM;
    if (answer && fact != NULL) {
        return strcmp(fact, "yes") == 0 ? "Ya" : "Tidak";
    }
    return form_part_of(&edit->instrument->portal, field, subject, fact, arena);
}

bool form_present(const struct edit *edit, enum field field, const char *subject,
                  struct arena *arena, const char **now, struct error *err)
{
    const char *fact = NULL;
    struct text clean = TEXT_EMPTY;
    const char *kept = form_part_subject(field, subject, arena);
    if (!store_get(edit->store, field, kept, arena, &fact, err)) {
        return false;
    }
    form_clean(form_word(edit, field, subject, fact, arena), &clean);
    *now = arena_copy(arena, clean.bytes, clean.length);
    text_release(&clean);
    return true;
}

/* Puts a part of an explanation beside the one that is there. */
static bool write_part(const struct edit *edit, const struct form_field *field, struct arena *arena,
                       struct error *err)
{
    const char *now = NULL;
    const char *level = form_part_subject(field->field, field->subject, arena);
    struct text whole = TEXT_EMPTY;
    bool ok = store_get(edit->store, FIELD_EXPLANATION, level, arena, &now, err);
    if (ok) {
        form_part_put(&edit->instrument->portal, field->subject, now, field->mine, arena, &whole);
        struct edit_explanation said = {.text = whole.bytes};
        const char *text = NULL;
        ok = edit_check_text(level, whole.bytes, &text, err) &&
             edit_explain(edit, level, &said, err);
    }
    text_release(&whole);
    return ok;
}

static bool write_field(const struct edit *edit, const struct form_field *field,
                        struct arena *arena, struct error *err)
{
    const char *text = NULL;
    const char *typed = field->mine[0] == '\0' ? "-" : field->mine;
    switch (field->field) {
    case FIELD_MET:
        return edit_answer(edit, field->subject, typed, NULL, err);
    case FIELD_ITEM:
        return edit_score_item(edit, field->subject, typed, NULL, err);
    case FIELD_MEASURE:
        return edit_score_measure(edit, field->indicator, NULL, typed, err);
    case FIELD_CLAIMED:
        return edit_claim(edit, field->subject, typed, NULL, err);
    case FIELD_EXPLANATION:
        return write_part(edit, field, arena, err);
    case FIELD_GENERAL:
        return edit_general(edit, field->subject, typed, err);
    default:
        return edit_check_text(field->subject, field->mine, &text, err) &&
               store_set(edit->store, field->field, field->indicator, field->subject, text, err);
    }
}

/* Whether something stands against what the form says; *reason then says what. */
static bool is_disputed(const struct form_merge *merge, struct form_dispute *dispute,
                        bool *disputed, struct error *err)
{
    struct store *store = merge->edit->store;
    const char *indicator = dispute->field.indicator;
    const char *state = NULL;
    char now[FORM_MARK + 1];
    if (indicator != NULL &&
        (!store_get(store, FIELD_VERIFIED, indicator, merge->arena, &dispute->verified, err) ||
         !store_get(store, FIELD_STATE, indicator, merge->arena, &state, err))) {
        return false;
    }
    form_mark(dispute->now, now);
    bool locked = state != NULL && strcmp(state, assessment_state_word(STATE_LOCKED)) == 0;
    bool both = strcmp(now, dispute->field.began) != 0;
    dispute->reason = locked ? FORM_IS_LOCKED : both ? FORM_BOTH : FORM_IS_VERIFIED;
    *disputed = locked || both || dispute->verified != NULL;
    return true;
}

static void describe(const struct form_merge *merge, const struct form_dispute *dispute,
                     struct error *problem)
{
    const struct form_field *field = &dispute->field;
    const char *name = form_part_name(&merge->edit->instrument->portal, field->field,
                                      field->subject, merge->arena);
    switch (dispute->reason) {
    case FORM_IS_LOCKED:
        error_set(problem, M_STORE_LOCKED_INDICATOR, field->indicator);
        break;
    case FORM_IS_VERIFIED:
        error_set(problem, M_FORM_VERIFIED, NULL, field->indicator);
        break;
    default:
        error_set(problem, M_FORM_CONFLICT, NULL, name, form_shown(field->mine), field->mine,
                  form_shown(dispute->now), dispute->now);
    }
}

/* Writes the field; what a person typed wrong is a problem, all else ends it. */
static bool take(const struct form_merge *merge, const struct form_field *field,
                 enum form_outcome *outcome, struct error *problem, struct error *err)
{
    *outcome = FORM_TAKEN;
    if (write_field(merge->edit, field, merge->arena, problem)) {
        return true;
    }
    *outcome = FORM_REFUSED;
    if (problem->kind != ERROR_INPUT && strcmp(problem->id, "EDIT_LONG") != 0) {
        *err = *problem;
        return false;
    }
    return true;
}

bool form_merge(const struct form_merge *merge, const struct form_field *field,
                enum form_outcome *outcome, struct form_dispute *dispute, struct error *problem,
                struct error *err)
{
    char mine[FORM_MARK + 1];
    bool disputed = false;
    *dispute = (struct form_dispute){.field = *field};
    *outcome = FORM_UNTOUCHED;
    form_mark(field->mine, mine);
    if (strcmp(mine, field->began) == 0) {
        return true;
    }
    if (!form_present(merge->edit, field->field, field->subject, merge->arena, &dispute->now,
                      err)) {
        return false;
    }
    *outcome = FORM_SAME;
    if (strcmp(dispute->now, field->mine) == 0) {
        return true;
    }
    if (!is_disputed(merge, dispute, &disputed, err)) {
        return false;
    }
    if (disputed && (merge->choice != FORM_THEIRS || dispute->reason == FORM_IS_LOCKED)) {
        *outcome = merge->choice == FORM_OURS ? FORM_KEPT : FORM_DISPUTED;
        describe(merge, dispute, problem);
        return true;
    }
    return take(merge, field, outcome, problem, err);
}
