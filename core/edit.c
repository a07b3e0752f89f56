#include "edit.h"

#include "lang.h"
#include "limit.h"
#include "message.h"
#include "near_id.h"
#include "text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* ---- what was typed ---- */

bool edit_check_text(const char *what, const char *text, const char **out, struct error *err)
{
    size_t length = text == NULL ? 0 : strlen(text);
    *out = length == 0 ? NULL : text;
    if (length > LIMIT_TEXT_BYTES) {
        error_set(err, M_EDIT_LONG, what, (size_t)LIMIT_TEXT_BYTES);
        return false;
    }
    if (length > 0 && text_utf8_prefix(text, length) != length) {
        error_set(err, M_EDIT_UTF8, what);
        return false;
    }
    return true;
}

bool edit_need_text(const char *what, const char *text, const char **out, struct error *err)
{
    if (!edit_check_text(what, text, out, err)) {
        return false;
    }
    if (*out == NULL || (*out)[strspn(*out, " \t\r\n")] == '\0') {
        error_set(err, M_EDIT_EMPTY, what);
        return false;
    }
    return true;
}

bool edit_check_name(const char *name, struct error *err)
{
    enum { NAME_BYTES = 200 };
    const char *text = NULL;
    if (!edit_need_text("--as", name, &text, err)) {
        return false;
    }
    for (const char *at = text; *at != '\0'; at++) {
        if ((unsigned char)*at < ' ' || *at == 127) {
            return error_set(err, M_EDIT_NAME, "--as");
        }
    }
    return strlen(text) <= NAME_BYTES || error_set(err, M_EDIT_NAME, "--as");
}

/* Fails with "did you mean" where something is near. */
static bool refuse_id(const struct instrument *instrument, const char *id, bool criteria,
                      struct error *err)
{
    const char *near =
        criteria ? near_id_criterion(instrument, id) : near_id_indicator(instrument, id);
    int slot = instrument_find_slot(instrument, id, strcspn(id, "."));
    if (slot != NOWHERE) {
        return error_set(err, M_EDIT_SLOT, id, instrument->indicators[slot].slot_of,
                         instrument->indicators[slot].id);
    }
    if (near[0] != '\0') {
        return criteria ? error_set(err, M_EDIT_CRITERION_NEAR, id, instrument->id, near)
                        : error_set(err, M_EDIT_INDICATOR_NEAR, id, instrument->id, near);
    }
    return criteria ? error_set(err, M_EDIT_CRITERION, id, instrument->id)
                    : error_set(err, M_EDIT_INDICATOR, id, instrument->id);
}

int edit_indicator(const struct instrument *instrument, const char *id, struct error *err)
{
    int position = instrument_find_indicator(instrument, id, strlen(id), 0);
    if (position == NOWHERE) {
        refuse_id(instrument, id, false, err);
    }
    return position;
}

/* The id of an indicator's first criterion, or "". */
static const char *first_criterion(const struct instrument *instrument, int indicator)
{
    for (size_t i = 0; i < instrument->criterion_count; i++) {
        if ((int)instrument->criteria[i].indicator == indicator) {
            return instrument->criteria[i].id;
        }
    }
    return "";
}

int edit_criterion(const struct instrument *instrument, const char *id, struct error *err)
{
    int position = instrument_find_criterion(instrument, id, strlen(id), 0);
    int indicator = instrument_find_indicator(instrument, id, strlen(id), 0);
    if (position == NOWHERE && indicator != NOWHERE) {
        error_set(err, M_EDIT_CRITERION_WHOLE, id, first_criterion(instrument, indicator));
    } else if (position == NOWHERE) {
        refuse_id(instrument, id, true, err);
    }
    return position;
}

bool edit_read_value(const struct instrument *instrument, const struct indicator *indicator,
                     const char *typed, struct fraction *value, struct error *err)
{
    if (!fraction_parse(typed, strlen(typed), true, value)) {
        return error_set(err, M_EDIT_NUMBER, indicator->id, typed);
    }
    bool whole = fraction_is_whole(*value);
    if (!whole && !instrument->fractions) {
        return error_set(err, M_EDIT_WHOLE, indicator->id, typed);
    }
    bool inside = fraction_compare(*value, fraction_whole(instrument->level_lowest)) >= 0 &&
                  fraction_compare(*value, fraction_whole(instrument->level_highest)) <= 0;
    if (!inside || (whole && instrument_level(instrument, indicator, (int)value->num) == NULL)) {
        return error_set(err, M_EDIT_SCALE, indicator->id, typed, instrument->level_lowest,
                         instrument->level_highest);
    }
    return true;
}

/* Reads a value on the instrument's scale; *exact gets its text. */
static bool read_value(const struct instrument *instrument, const struct indicator *indicator,
                       const char *typed, struct text *exact, struct error *err)
{
    struct fraction value;
    if (!edit_read_value(instrument, indicator, typed, &value, err)) {
        return false;
    }
    fraction_add_exact(exact, value);
    return true;
}

/* ---- answers and values ---- */

bool edit_answer_fact(const char *id, const char *word, const char **fact, struct error *err)
{
    static const struct {
        const char *word, *fact;
    } words[] = {{"yes", "yes"}, {"ya", "yes"}, {"no", "no"}, {"tidak", "no"}, {"-", NULL}};
    size_t i = 0;
    while (i < sizeof words / sizeof words[0] && strcasecmp(words[i].word, word) != 0) {
        i++;
    }
    if (i == sizeof words / sizeof words[0]) {
        return error_set(err, M_EDIT_ANSWER, id, word);
    }
    *fact = words[i].fact;
    return true;
}

bool edit_answer(const struct edit *edit, const char *criterion, const char *word, const char *note,
                 struct error *err)
{
    const struct instrument *instrument = edit->instrument;
    int position = edit_criterion(instrument, criterion, err);
    const char *fact = NULL;
    if (position == NOWHERE || !edit_answer_fact(criterion, word, &fact, err)) {
        return false;
    }
    const char *indicator = instrument->indicators[instrument->criteria[position].indicator].id;
    const char *text = NULL;
    return edit_check_text("--note", note, &text, err) &&
           store_set(edit->store, FIELD_MET, indicator, criterion, fact, err) &&
           (note == NULL ||
            store_set(edit->store, FIELD_MET_NOTE, indicator, criterion, text, err));
}

bool edit_claim(const struct edit *edit, const char *indicator, const char *value, const char *note,
                struct error *err)
{
    int position = edit_indicator(edit->instrument, indicator, err);
    const char *text = NULL;
    if (position == NOWHERE || !edit_check_text("--note", note, &text, err)) {
        return false;
    }
    struct text exact = TEXT_EMPTY;
    bool none = strcmp(value, "-") == 0;
    bool ok = (none || read_value(edit->instrument, &edit->instrument->indicators[position], value,
                                  &exact, err)) &&
              store_set(edit->store, FIELD_CLAIMED, indicator, indicator, none ? NULL : exact.bytes,
                        err) &&
              (note == NULL || store_set(edit->store, FIELD_NOTE, indicator, indicator, text, err));
    text_release(&exact);
    return ok;
}

/* Makes the verified value that of the verdict that counts now. */
static bool settle_verified(const struct edit *edit, int position, struct error *err)
{
    struct arena arena = ARENA_EMPTY;
    struct text exact = TEXT_EMPTY;
    struct assessment assessment;
    const char *indicator = edit->instrument->indicators[position].id;
    bool ok = store_load(edit->store, edit->instrument, &arena, &assessment, err);
    const struct verdict *counts = ok ? assessment_verdict(&assessment.responses[position]) : NULL;
    if (counts != NULL) {
        fraction_add_exact(&exact, counts->value);
        ok = store_set(edit->store, FIELD_VERIFIED, indicator, indicator, exact.bytes, err) &&
             store_set(edit->store, FIELD_VERIFIED_REASON, indicator, indicator, counts->reason,
                       err);
    }
    text_release(&exact);
    arena_release(&arena);
    return ok;
}

/* The four facts of a verdict, and one that says it is there. */
static bool add_verdict(const struct edit *edit, const char *indicator, const char *value,
                        const char *reason, const char *stage, struct error *err)
{
    struct store *store = edit->store;
    char id[24];
    return store_next_id(store, FIELD_VERDICT_FOR, id, err) &&
           store_set(store, FIELD_VERDICT_FOR, indicator, id, indicator, err) &&
           store_set(store, FIELD_VERDICT_STAGE, indicator, id, stage, err) &&
           store_set(store, FIELD_VERDICT_VALUE, indicator, id, value, err) &&
           store_set(store, FIELD_VERDICT_REASON, indicator, id, reason, err) &&
           store_set(store, FIELD_VERDICT_BY, indicator, id, edit->who, err);
}

bool edit_note(const struct edit *edit, const char *indicator, const char *note, struct error *err)
{
    const char *text = NULL;
    return edit_indicator(edit->instrument, indicator, err) != NOWHERE &&
           edit_check_text("--note", note, &text, err) &&
           store_set(edit->store, FIELD_NOTE, indicator, indicator, text, err);
}

bool edit_rate(const struct edit *edit, const char *indicator, const char *value,
               const char *reason, const char *stage, struct error *err)
{
    int position = edit_indicator(edit->instrument, indicator, err);
    const char *why = NULL;
    if (position == NOWHERE || !edit_need_text("--reason", reason, &why, err)) {
        return false;
    }
    const char *word = stage == NULL ? assessment_stage_word(STAGE_DOKUMEN) : stage;
    if (assessment_stage(word, strlen(word)) == STAGE_COUNT) {
        return error_set(err, M_EDIT_STAGE, "--stage", word);
    }
    struct text exact = TEXT_EMPTY;
    bool ok =
        read_value(edit->instrument, &edit->instrument->indicators[position], value, &exact, err) &&
        add_verdict(edit, indicator, exact.bytes, why, word, err) &&
        settle_verified(edit, position, err);
    text_release(&exact);
    return ok;
}

/* ---- the file itself ---- */

static bool check_year(const struct instrument *instrument, const char *typed, int *year,
                       struct error *err)
{
    bool digits = strlen(typed) == 4 && strspn(typed, "0123456789") == 4;
    *year = digits ? (int)strtol(typed, NULL, 10) : 0;
    if (*year < instrument->year_first || *year > LIMIT_YEAR) {
        return error_set(err, M_EDIT_YEAR, "year", typed, instrument->id, instrument->year_first,
                         (int)LIMIT_YEAR);
    }
    return true;
}

static bool check_kind(const char *word, enum kind *kind, struct error *err)
{
    *kind = KIND_NONE;
    for (int k = 0; k < KIND_NONE; k++) {
        if (strcasecmp(assessment_kind_word((enum kind)k), word) == 0) {
            *kind = (enum kind)k;
        }
    }
    return *kind != KIND_NONE || error_set(err, M_EDIT_KIND, "kind", word);
}

bool edit_check_cover(const struct instrument *instrument, const char *agency, const char *kind,
                      const char *year, struct store_about *about, struct error *err)
{
    about->instrument = instrument->id;
    about->rules_sha256 = instrument->sha256;
    return edit_need_text("agency", agency, &about->agency, err) &&
           check_kind(kind, &about->kind, err) && check_year(instrument, year, &about->year, err);
}

bool edit_set(const struct edit *edit, const char *what, const char *value, struct error *err)
{
    int year = 0;
    enum kind kind = KIND_NONE;
    const char *text = NULL;
    if (strcmp(what, "agency") == 0) {
        return edit_need_text("agency", value, &text, err) &&
               store_set(edit->store, FIELD_AGENCY, NULL, "", text, err);
    }
    if (strcmp(what, "kind") == 0) {
        return check_kind(value, &kind, err) &&
               store_set(edit->store, FIELD_KIND, NULL, "", assessment_kind_word(kind), err);
    }
    if (strcmp(what, "year") == 0) {
        return check_year(edit->instrument, value, &year, err) &&
               store_set(edit->store, FIELD_YEAR, NULL, "", value, err);
    }
    return strcmp(what, "deadline") == 0 ? edit_deadline(edit, NULL, value, err)
                                         : error_set(err, M_EDIT_WHAT, "set", what);
}

/* ---- units and states ---- */

/* Fails with EDIT_UNIT unless the unit is on the list. */
static bool check_listed(const struct edit *edit, const char *name, struct error *err)
{
    struct arena arena = ARENA_EMPTY;
    const char *listed = NULL;
    bool ok = store_get(edit->store, FIELD_UNIT_LISTED, name, &arena, &listed, err) &&
              (listed != NULL || error_set(err, M_EDIT_UNIT, name));
    arena_release(&arena);
    return ok;
}

bool edit_deadline(const struct edit *edit, const char *unit, const char *day, struct error *err)
{
    bool none = strcmp(day, "-") == 0;
    if (!none && !assessment_is_date(day)) {
        return error_set(err, M_EDIT_DATE, "deadline", day);
    }
    return (unit == NULL || check_listed(edit, unit, err)) &&
           store_set(edit->store, FIELD_DEADLINE, NULL, unit == NULL ? "" : unit, none ? NULL : day,
                     err);
}

bool edit_unit(const struct edit *edit, const char *name, struct error *err)
{
    const char *text = NULL;
    if (!edit_need_text("unit", name, &text, err)) {
        return false;
    }
    if (strcmp(text, "-") == 0) {
        return error_set(err, M_EDIT_EMPTY, "unit");
    }
    return store_set(edit->store, FIELD_UNIT_LISTED, NULL, text, text, err);
}

bool edit_each_piece(const char *list, const char *what,
                     bool (*each)(void *context, const char *piece, struct error *err),
                     void *context, struct error *err)
{
    struct arena arena = ARENA_EMPTY;
    bool ok = true;
    const char *at = list;
    do {
        size_t length = strcspn(at, ",");
        const char *begin = at;
        const char *end = at + length;
        while (begin < end && *begin == ' ') {
            begin++;
        }
        while (end > begin && end[-1] == ' ') {
            end--;
        }
        ok = end > begin ? each(context, arena_copy(&arena, begin, (size_t)(end - begin)), err)
                         : error_set(err, M_EDIT_LIST, what, list);
        at += length + 1;
    } while (ok && at[-1] == ',');
    arena_release(&arena);
    return ok;
}

struct assigning {
    const struct edit *edit;
    const char *unit; /* NULL: nobody */
};

static bool assign_one(void *context, const char *id, struct error *err)
{
    const struct assigning *assigning = context;
    return edit_indicator(assigning->edit->instrument, id, err) != NOWHERE &&
           store_set(assigning->edit->store, FIELD_UNIT, id, id, assigning->unit, err);
}

bool edit_assign(const struct edit *edit, const char *name, const char *indicators,
                 struct error *err)
{
    struct assigning assigning = {edit, strcmp(name, "-") == 0 ? NULL : name};
    const char *text = NULL;
    return edit_need_text("unit", name, &text, err) &&
           (assigning.unit == NULL || check_listed(edit, name, err)) &&
           edit_each_piece(indicators, "unit assign", assign_one, &assigning, err);
}

/* A state as people read it. */
static const char *state_label(enum state state)
{
    static const char *const labels[STATE_COUNT] = {
        [STATE_OPEN] = N_("open"),
        [STATE_SUBMITTED] = N_("submitted"),
        [STATE_RETURNED] = N_("returned"),
        [STATE_LOCKED] = N_("locked"),
    };
    return _(labels[state]);
}

/* Whether an indicator may go from one state to another. */
static bool may_move(enum state from, enum state to)
{
    switch (to) {
    case STATE_SUBMITTED:
        return from == STATE_OPEN || from == STATE_RETURNED;
    case STATE_RETURNED:
        return from == STATE_SUBMITTED || from == STATE_LOCKED;
    case STATE_LOCKED:
        return from != STATE_LOCKED;
    default:
        return false;
    }
}

bool edit_confirm(const struct edit *edit, const char *indicator, struct error *err)
{
    const struct instrument *instrument = edit->instrument;
    bool ok = indicator == NULL || edit_indicator(instrument, indicator, err) != NOWHERE;
    for (size_t i = 0; ok && i < instrument->indicator_count; i++) {
        const char *id = instrument->indicators[i].id;
        if (indicator == NULL || strcmp(indicator, id) == 0) {
            ok = store_set(edit->store, FIELD_CARRIED, id, id, NULL, err);
        }
    }
    return ok;
}

/* Fails with EDIT_CARRIED where an indicator goes on with what nobody has confirmed. */
static bool check_confirmed(const struct edit *edit, const char *indicator, enum state state,
                            struct arena *arena, struct error *err)
{
    const char *carried = NULL;
    if (state != STATE_SUBMITTED && state != STATE_LOCKED) {
        return true;
    }
    return store_get(edit->store, FIELD_CARRIED, indicator, arena, &carried, err) &&
           (carried == NULL ||
            error_set(err, M_EDIT_CARRIED, indicator, state_label(state), carried, indicator));
}

bool edit_state(const struct edit *edit, const char *indicator, enum state state,
                const char *reason, struct error *err)
{
    struct arena arena = ARENA_EMPTY;
    const char *word = NULL;
    const char *why = NULL;
    if (edit_indicator(edit->instrument, indicator, err) == NOWHERE ||
        (state == STATE_RETURNED && !edit_need_text("--reason", reason, &why, err)) ||
        !store_get(edit->store, FIELD_STATE, indicator, &arena, &word, err)) {
        arena_release(&arena);
        return false;
    }
    enum state from = word == NULL ? STATE_OPEN : assessment_state(word, strlen(word));
    bool ok = (may_move(from, state) ||
               error_set(err, M_EDIT_STATE, indicator, state_label(state), state_label(from))) &&
              check_confirmed(edit, indicator, state, &arena, err);
    arena_release(&arena);
    return ok &&
           store_set(edit->store, FIELD_STATE, indicator, indicator, assessment_state_word(state),
                     err) &&
           store_set(edit->store, FIELD_STATE_REASON, indicator, indicator, why, err);
}
