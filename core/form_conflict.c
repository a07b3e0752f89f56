#include "form_conflict.h"

#include "edit_explanation.h"
#include "edit_score.h"
#include "form.h"
#include "form_part.h"
#include "json_out.h"
#include "lang.h"

#include <string.h>

static const char *const reason_words[FORM_REASONS] = {[FORM_BOTH] = "both",
                                                       [FORM_IS_VERIFIED] = "verified",
                                                       [FORM_IS_LOCKED] = "locked",
                                                       [FORM_IS_WITHDRAWN] = "withdrawn",
                                                       [FORM_IS_OTHER] = "other"};

const char *form_reason_word(enum form_reason reason)
{
    return reason_words[reason];
}

enum form_reason form_reason(const char *word)
{
    for (int i = 0; i < FORM_REASONS; i++) {
        if (strcmp(reason_words[i], word) == 0) {
            return (enum form_reason)i;
        }
    }
    return FORM_BOTH;
}

/* ---- what the history knows ---- */

struct looking {
    const struct edit *edit;
    struct arena *arena;
    struct form_conflict *conflict;
    const char *subject; /* of the fact */
};

/* A text of the history in the words of a form; "" where there is none. */
static const char *told(const struct looking *looking, const char *fact)
{
    const struct form_field *field = &looking->conflict->dispute.field;
    const char *word = form_word(looking->edit, field->field, field->subject, fact, looking->arena);
    return word == NULL ? "" : word;
}

/* Takes a text of the history as the base, when it has the base's mark. */
static void try_base(struct looking *looking, const char *word)
{
    char mark[FORM_MARK + 1];
    form_mark(word, mark);
    if (strcmp(mark, looking->conflict->dispute.field.began) == 0) {
        looking->conflict->base = arena_string(looking->arena, word);
    }
}

/* Keeps who changed the file, and when. */
static void keep_change(struct looking *looking, const struct change *change)
{
    looking->conflict->who = arena_string(looking->arena, change->who);
    looking->conflict->at = arena_string(looking->arena, change->at);
}

static bool look(void *context, const struct change *change)
{
    struct looking *looking = context;
    const struct form_dispute *dispute = &looking->conflict->dispute;
    const struct form_field *field = &dispute->field;
    if (dispute->document != NULL) {
        if (looking->subject[0] != '\0' && strcmp(change->subject, looking->subject) == 0) {
            keep_change(looking, change);
        }
    } else if (change->field == field->field && strcmp(change->subject, looking->subject) == 0) {
        const char *was = told(looking, change->was);
        const char *now = told(looking, change->now);
        if (strcmp(was, now) == 0) {
            return true; /* the other part of an explanation */
        }
        try_base(looking, was);
        try_base(looking, now);
        keep_change(looking, change);
    }
    return true;
}

static struct form_conflict *next(struct form_conflicts *conflicts)
{
    if (conflicts->count == conflicts->room) {
        size_t room = conflicts->room == 0 ? 16 : conflicts->room * 2;
        struct form_conflict *items = arena_get(conflicts->arena, room, sizeof *items);
        for (size_t i = 0; i < conflicts->count; i++) {
            items[i] = conflicts->items[i];
        }
        conflicts->items = items;
        conflicts->room = room;
    }
    return &conflicts->items[conflicts->count++];
}

/* A copy that lives as long as the conflicts do; NULL stays NULL. */
static const struct form_document *copy_document(const struct form_document *document,
                                                 struct arena *arena)
{
    struct form_document *copy = document == NULL ? NULL : arena_get(arena, 1, sizeof *copy);
    if (copy != NULL) {
        copy->indicator = arena_string(arena, document->indicator);
        copy->criteria = arena_string(arena, document->criteria);
        copy->typed = arena_string(arena, document->typed);
        for (size_t i = FORM_TITLE; i < FORM_CELLS; i++) {
            copy->texts[i] = arena_string(arena, document->texts[i]);
        }
    }
    return copy;
}

bool form_conflicts_add(struct form_conflicts *conflicts, const struct edit *edit,
                        const struct form_dispute *dispute, const char *place, struct error *err)
{
    struct arena *arena = conflicts->arena;
    struct form_conflict *conflict = next(conflicts);
    conflict->dispute = *dispute;
    struct form_field *field = &conflict->dispute.field;
    field->indicator = arena_string(arena, field->indicator);
    field->subject = arena_string(arena, field->subject);
    field->began = arena_string(arena, field->began);
    field->mine = arena_string(arena, field->mine);
    conflict->dispute.now = arena_string(arena, dispute->now);
    conflict->dispute.verified = arena_string(arena, dispute->verified);
    conflict->dispute.document = copy_document(dispute->document, arena);
    conflict->place = arena_string(arena, place);
    struct looking looking = {edit, arena, conflict,
                              form_part_subject(field->field, field->subject, arena)};
    char nothing[FORM_MARK + 1];
    form_mark("", nothing);
    conflict->base = strcmp(field->began, nothing) == 0 ? "" : NULL;
    return store_history(edit->store, field->indicator, 1, look, &looking, err);
}

/* ---- the workbook ---- */

/* A row of the hidden sheet, into the options and into what is sealed. */
static void add_row(struct json_out *out, struct text *sealed, const char *const *cells,
                    size_t count)
{
    const char *all[FORM_CELLS] = {NULL};
    json_out_open(out, '[');
    for (size_t i = 0; i < count; i++) {
        all[i] = cells[i];
        json_out_string(out, cells[i] == NULL ? "" : cells[i]);
    }
    json_out_close(out, ']');
    form_seal_row(sealed, all);
}

static void add_key(struct json_out *out, struct text *sealed, const char *id,
                    const struct form_conflict *conflict)
{
    const struct form_dispute *dispute = &conflict->dispute;
    char now[FORM_MARK + 1];
    form_mark(dispute->now, now);
    const char *cells[CONFLICT_CELLS] = {[CONFLICT_ID] = id,
                                         [CONFLICT_FIELD] = change_word(dispute->field.field),
                                         [CONFLICT_SUBJECT] = dispute->field.subject,
                                         [CONFLICT_MINE] = dispute->field.mine,
                                         [CONFLICT_NOW] = now,
                                         [CONFLICT_BEGAN] = dispute->field.began,
                                         [CONFLICT_VERIFIED] = dispute->verified,
                                         [CONFLICT_REASON] = form_reason_word(dispute->reason)};
    add_row(out, sealed, cells, CONFLICT_CELLS);
}

/* The texts of a document, a row each. */
static void add_document(struct json_out *out, struct text *sealed, const char *id,
                         const struct form_document *document)
{
    const char *indicator[] = {id, change_word(FIELD_EVIDENCE_FOR), NULL, document->indicator};
    const char *criteria[] = {id, change_word(FIELD_EVIDENCE_SUPPORTS), NULL, document->criteria};
    add_row(out, sealed, indicator, 4);
    add_row(out, sealed, criteria, 4);
    for (enum form_cell cell = FORM_TITLE; cell < FORM_CELLS; cell++) {
        const char *text[] = {id, change_word(form_document_field(cell)), NULL,
                              document->texts[cell]};
        if (document->texts[cell][0] != '\0') {
            add_row(out, sealed, text, 4);
        }
    }
}

/* What people read of a subject: the text of the criterion or item, else the indicator's name. */
static const char *subject_text(const struct instrument *instrument, const struct form_field *field)
{
    struct error ignored = {.kind = ERROR_NONE};
    if (field->indicator == NULL) {
        int question = edit_question(instrument, field->subject, &ignored);
        return question == NOWHERE ? "" : instrument->questions[question].text;
    }
    int criterion =
        instrument_find_criterion(instrument, field->subject, strlen(field->subject), 0);
    int indicator =
        instrument_find_indicator(instrument, field->indicator, strlen(field->indicator), 0);
    struct score_subject score;
    if (edit_score_subject(instrument, field->subject, &score) && score.item > 0) {
        return instrument->levels[score.level].evidence[score.item - 1];
    }
    return criterion != NOWHERE   ? instrument->criteria[criterion].text
           : indicator != NOWHERE ? instrument->indicators[indicator].name
                                  : "";
}

/* What stands for the subject: of a document, the item that it meets, or its indicator. */
static const char *shown_subject(const struct instrument *instrument,
                                 const struct form_dispute *dispute, struct arena *arena)
{
    const struct form_field *field = &dispute->field;
    if (dispute->document != NULL) {
        return field->subject[0] == '\0'
                   ? field->indicator
                   : arena_format(arena, "%s %s", field->indicator, field->subject);
    }
    return form_part_name(&instrument->portal, field->field, field->subject, arena);
}

static void add_shown(struct json_out *out, const char *id, const struct instrument *instrument,
                      const struct form_conflict *conflict, struct arena *arena)
{
    const struct form_dispute *dispute = &conflict->dispute;
    json_out_open(out, '{');
    json_out_member(out, "id", id);
    json_out_member(out, "indicator", dispute->field.indicator);
    json_out_member(out, "subject", shown_subject(instrument, dispute, arena));
    json_out_member(out, "text", subject_text(instrument, &dispute->field));
    json_out_member(out, "what",
                    dispute->document != NULL ? _("document") : change_label(dispute->field.field));
    json_out_key(out, "document");
    json_out_bool(out, dispute->document != NULL);
    json_out_member(out, "criteria",
                    dispute->document == NULL ? NULL : dispute->document->criteria);
    json_out_member(out, "base", conflict->base);
    json_out_member(out, "file", dispute->now);
    json_out_member(out, "form", dispute->field.mine);
    json_out_member(out, "who", conflict->who);
    json_out_member(out, "at", conflict->at);
    json_out_member(out, "place", conflict->place);
    json_out_member(out, "reason", form_reason_word(dispute->reason));
    json_out_member(out, "verified", dispute->verified);
    json_out_close(out, '}');
}

/* The hidden rows; the seal over them into `seal`. */
static void add_keys(const struct form_conflicts *conflicts, const struct edit *edit,
                     const char *identity, struct json_out *out, char seal[HASH_HEX + 1])
{
    struct text sealed = TEXT_EMPTY;
    const struct instrument *instrument = edit->instrument;
    const char *rules[] = {"instrument", instrument->id, instrument->sha256};
    const char *assessment[] = {"assessment", identity, store_about(edit->store)->agency};
    json_out_open(out, '[');
    add_row(out, &sealed, rules, 3);
    add_row(out, &sealed, assessment, 3);
    for (size_t i = 0; i < conflicts->count; i++) {
        add_key(out, &sealed, arena_format(conflicts->arena, "K%zu", i + 1), &conflicts->items[i]);
        if (conflicts->items[i].dispute.document != NULL) {
            add_document(out, &sealed, arena_format(conflicts->arena, "D%zu", i + 1),
                         conflicts->items[i].dispute.document);
        }
    }
    json_out_close(out, ']');
    hash_of(sealed.bytes, sealed.length, seal);
    text_release(&sealed);
}

bool form_conflicts_options(const struct form_conflicts *conflicts, const struct edit *edit,
                            struct text *out, struct error *err)
{
    const struct store_about *about = store_about(edit->store);
    char identity[HASH_HEX + 1];
    char seal[HASH_HEX + 1];
    struct json_out json = {out, false};
    if (!store_identity(edit->store, identity, err)) {
        return false;
    }
    json_out_open(&json, '{');
    json_out_member(&json, "format", FORM_CONFLICT_FORMAT);
    json_out_member(&json, "agency", about->agency);
    json_out_member_int(&json, "year", about->year);
    json_out_key(&json, "rows");
    add_keys(conflicts, edit, identity, &json, seal);
    json_out_member(&json, "seal", seal);
    json_out_key(&json, "conflicts");
    json_out_open(&json, '[');
    for (size_t i = 0; i < conflicts->count; i++) {
        add_shown(&json, arena_format(conflicts->arena, "K%zu", i + 1), edit->instrument,
                  &conflicts->items[i], conflicts->arena);
    }
    json_out_close(&json, ']');
    json_out_close(&json, '}');
    return true;
}
