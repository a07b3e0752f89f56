#include "fill.h"

#include "completion.h"
#include "dialogue_view.h"
#include "edit_evidence.h"
#include "edit_score.h"
#include "edit_undo.h"
#include "inspector.h"
#include "lang.h"
#include "memory.h"
#include "screen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- the model ---- */

/* Returned indicators first, then the others, both in the instrument's order. */
static const int *order_of(struct fill *fill)
{
    size_t count = fill->session.instrument->indicator_count;
    int *order = arena_get(&fill->arena, count, sizeof *order);
    size_t next = 0;
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < count; i++) {
            bool returned = fill->assessment.responses[i].state == STATE_RETURNED;
            if (returned == (pass == 0)) {
                order[next++] = (int)i;
            }
        }
    }
    return order;
}

static bool load_reasons(struct fill *fill, const char **reasons, struct error *err)
{
    const struct instrument *instrument = fill->session.instrument;
    bool ok = true;
    for (size_t i = 0; ok && i < instrument->indicator_count; i++) {
        if (fill->assessment.responses[i].state != STATE_OPEN) {
            ok = store_get(fill->session.store, FIELD_STATE_REASON, instrument->indicators[i].id,
                           &fill->arena, &reasons[i], err);
        }
    }
    return ok;
}

bool fill_load(struct fill *fill, struct error *err)
{
    arena_clear(&fill->arena);
    size_t count = fill->session.instrument->indicator_count;
    if (!store_load(fill->session.store, fill->session.instrument, &fill->arena, &fill->assessment,
                    err) ||
        !evaluation_run(&fill->evaluation, &fill->assessment, BASIS_SUPPORTED, &fill->arena, err)) {
        return false;
    }
    struct progress *progress = arena_get(&fill->arena, count, sizeof *progress);
    const char **reasons = arena_get(&fill->arena, count, sizeof *reasons);
    for (size_t i = 0; i < count; i++) {
        progress[i] = progress_of(&fill->evaluation, i);
    }
    fill->model = (struct dialogue_model){&fill->evaluation, progress, reasons, order_of(fill)};
    return load_reasons(fill, reasons, err);
}

bool fill_open(struct fill *fill, const struct call *call, struct error *err)
{
    *fill = (struct fill){.who = TEXT_EMPTY, .arena = ARENA_EMPTY};
    return session_open(&fill->session, call->arguments[0], STORE_WRITE, err) &&
           session_who(call, store_about(fill->session.store)->person, &fill->who, &fill->asked,
                       err) &&
           fill_load(fill, err);
}

void fill_close(struct fill *fill)
{
    session_close(&fill->session);
    text_release(&fill->who);
    arena_release(&fill->arena);
    free(fill->steps);
}

/* ---- granting ---- */

static void remember(struct fill *fill, const struct wish *wish, int64_t first)
{
    if (fill->step_count == fill->step_capacity) {
        fill->step_capacity = fill->step_capacity == 0 ? 64 : fill->step_capacity * 2;
        fill->steps = memory_resize(fill->steps, fill->step_capacity, sizeof *fill->steps);
    }
    fill->steps[fill->step_count++] = (struct fill_step){
        first,
        store_history_length(fill->session.store),
        wish->indicator,
        wish->kind == WISH_CLAIM ? NOWHERE : wish->criterion,
        wish->level,
        wish->kind == WISH_MEASURE ? 0 : wish->item,
        wish->kind == WISH_MEASURE || (wish->kind != WISH_CLAIM && wish->item > 0)};
}

/* The id of what a wish is about: of an item that scores, or of a criterion. */
static void add_wished(const struct fill *fill, const struct wish *wish, struct text *id)
{
    const struct instrument *instrument = fill->session.instrument;
    if (wish->item > 0) {
        text_format(id, "%s.%d.e%zu", instrument->indicators[wish->indicator].id,
                    instrument->levels[wish->level].number, wish->item);
    } else {
        text_add(id, instrument->criteria[wish->criterion].id);
    }
}

static const char *const answer_words[] = {
    [ANSWER_NONE] = "-", [ANSWER_YES] = "yes", [ANSWER_NO] = "no"};

/* Answers an item, or notes something on it as it is answered now. */
static bool change_item(const struct fill *fill, const struct edit *edit, const struct wish *wish,
                        struct error *err)
{
    int number = fill->session.instrument->levels[wish->level].number;
    const struct item *item =
        assessment_item(&fill->assessment.responses[wish->indicator], number, (int)wish->item);
    enum answer present = item == NULL ? ANSWER_NONE : item->answer;
    bool note = wish->kind == WISH_NOTE;
    struct text id = TEXT_EMPTY;
    add_wished(fill, wish, &id);
    bool ok = edit_score_item(edit, id.bytes, note ? answer_words[present] : wish->word,
                              note ? wish->word : NULL, err);
    text_release(&id);
    return ok;
}

static bool change_note(const struct fill *fill, const struct edit *edit, const struct wish *wish,
                        struct error *err)
{
    const char *id = fill->session.instrument->criteria[wish->criterion].id;
    return edit_answer(edit, id, answer_words[fill->assessment.answers[wish->criterion]],
                       wish->word, err);
}

static bool attach(const struct fill *fill, const struct edit *edit, const struct wish *wish,
                   struct error *err)
{
    struct edit_description description = {.title = wish->title};
    struct text path = TEXT_EMPTY;
    struct text ids = TEXT_EMPTY;
    struct text target = TEXT_EMPTY;
    completion_expand(wish->word, &path);
    add_wished(fill, wish, &target);
    bool ok = edit_attach(edit, target.bytes, path.bytes, &description, &ids, err);
    enum inspector_end end;
    ok = ok && inspector_attached(edit, path.bytes, ids.bytes, &end, err);
    text_release(&target);
    text_release(&ids);
    text_release(&path);
    return ok;
}

/* Describes an item otherwise, in one point. */
static bool change_detail(const struct edit *edit, const struct wish *wish, struct error *err)
{
    struct edit_description d = {.title = wish->kind == WISH_DETAIL_TITLE ? wish->word : NULL,
                                 .number = wish->kind == WISH_DETAIL_NUMBER ? wish->word : NULL,
                                 .date = wish->kind == WISH_DETAIL_DATE ? wish->word : NULL,
                                 .pages = wish->kind == WISH_DETAIL_PAGES ? wish->word : NULL};
    return edit_redescribe(edit, wish->title, &d, err);
}

static bool take_back(const struct fill *fill, const struct edit *edit, struct error *err)
{
    const struct fill_step *step = &fill->steps[fill->step_count - 1];
    return edit_undo(edit, step->first, step->last, err);
}

/* What a wish changes, within a step. */
static bool change(const struct fill *fill, const struct edit *edit, const struct wish *wish,
                   struct error *err)
{
    const struct instrument *instrument = fill->session.instrument;
    switch (wish->kind) {
    case WISH_ANSWER:
        return wish->item > 0 ? change_item(fill, edit, wish, err)
                              : edit_answer(edit, instrument->criteria[wish->criterion].id,
                                            wish->word, NULL, err);
    case WISH_CLAIM:
        return edit_claim(edit, instrument->indicators[wish->indicator].id, wish->word, NULL, err);
    case WISH_MEASURE:
        return edit_score_measure(edit, instrument->indicators[wish->indicator].id, NULL,
                                  wish->word, err);
    case WISH_NOTE:
        return wish->item > 0 ? change_item(fill, edit, wish, err)
                              : change_note(fill, edit, wish, err);
    case WISH_REMARK:
        return edit_note(edit, instrument->indicators[wish->indicator].id, wish->word, err);
    case WISH_DETAIL_TITLE:
    case WISH_DETAIL_NUMBER:
    case WISH_DETAIL_DATE:
    case WISH_DETAIL_PAGES:
        return change_detail(edit, wish, err);
    case WISH_ATTACH:
        return attach(fill, edit, wish, err);
    case WISH_CONFIRM:
        return edit_confirm(edit, instrument->indicators[wish->indicator].id, err);
    default:
        return take_back(fill, edit, err);
    }
}

/* One step of the store; *first: number of its first entry in the journal. */
static bool take_step(struct fill *fill, const struct wish *wish, int64_t *first, struct error *err)
{
    struct store *store = fill->session.store;
    if (!store_begin(store, fill->who.bytes, wish->kind == WISH_UNDO ? "fill undo" : "fill", err)) {
        return false;
    }
    struct edit edit = {store, fill->session.instrument, fill->who.bytes};
    bool ok = !fill->asked || store_set(store, FIELD_PERSON, NULL, "", fill->who.bytes, err);
    *first = store_history_length(store) + 1;
    ok = ok && change(fill, &edit, wish, err) && store_commit(store, err);
    if (!ok) {
        store_rollback(store);
    }
    fill->asked = fill->asked && !ok;
    return ok;
}

/* Says why a wish was not granted. The name of an option means nothing here. */
static void refuse(struct dialogue *dialogue, const struct error *failed)
{
    struct text sentence = TEXT_EMPTY;
    bool placed = failed->where[0] != '\0' && failed->where[0] != '-';
    text_format(&sentence, "%s%s%s", placed ? failed->where : "", placed ? ": " : "",
                failed->message);
    dialogue_say(dialogue, true, sentence.bytes);
    text_release(&sentence);
}

/* Tells the dialogue of a step that was made. */
static void settle(struct fill *fill, struct dialogue *dialogue, const struct wish *wish,
                   int64_t first)
{
    if (wish->kind == WISH_UNDO) {
        struct fill_step step = fill->steps[--fill->step_count];
        if (step.score) {
            dialogue_show_item(dialogue, step.indicator, step.level, step.item);
        } else {
            dialogue_show(dialogue, step.indicator, step.criterion);
        }
        dialogue_say(dialogue, false, _("Taken back; the history keeps both."));
    } else {
        if (store_history_length(fill->session.store) >= first) {
            remember(fill, wish, first);
        }
        dialogue_settle(dialogue, wish);
    }
}

static void finish(struct dialogue *dialogue, const char *typed)
{
    struct text path = TEXT_EMPTY;
    struct text choices = TEXT_EMPTY;
    size_t count = completion_path(typed, &path, &choices);
    dialogue_finish(dialogue, path.bytes, count == 0 ? _("There is no such file.") : choices.bytes);
    text_release(&choices);
    text_release(&path);
}

bool fill_grant(struct fill *fill, struct dialogue *dialogue, const struct wish *wish,
                struct error *err)
{
    struct error failed = {.kind = ERROR_NONE};
    int64_t first = 0;
    if (wish->kind == WISH_FINISH) {
        finish(dialogue, wish->word);
        return true;
    }
    if (wish->kind == WISH_UNDO && fill->step_count == 0) {
        dialogue_say(dialogue, false, _("There is nothing of this session to take back."));
        return true;
    }
    bool ok = take_step(fill, wish, &first, &failed);
    if (!fill_load(fill, err)) {
        return false;
    }
    dialogue_renew(dialogue, &fill->model);
    if (ok) {
        settle(fill, dialogue, wish, first);
    } else {
        refuse(dialogue, &failed);
    }
    return true;
}

/* ---- the conversation ---- */

static void show(struct screen_handle *screen, struct dialogue *dialogue, struct arena *arena)
{
    struct picture picture;
    size_t rows = 0;
    size_t columns = 0;
    arena_clear(arena);
    screen_size(screen, &rows, &columns);
    picture_start(&picture, rows, columns, arena);
    dialogue_draw(dialogue, &picture);
    screen_show(screen, &picture);
}

static bool converse(struct fill *fill, struct screen_handle *screen, struct error *err)
{
    struct arena arena = ARENA_EMPTY;
    struct dialogue dialogue;
    dialogue_open(&dialogue, &fill->model);
    bool ok = true;
    for (bool quit = false; ok && !quit;) {
        show(screen, &dialogue, &arena);
        struct key key = screen_read(screen);
        struct wish wish = dialogue_press(&dialogue, &key);
        quit = wish.kind == WISH_QUIT;
        if (key.press == PRESS_NONE) {
            ok = fill_load(fill, err);
            dialogue_renew(&dialogue, &fill->model);
        } else if (wish.kind != WISH_NONE && !quit) {
            ok = fill_grant(fill, &dialogue, &wish, err);
        }
    }
    dialogue_close(&dialogue);
    arena_release(&arena);
    return ok;
}

/* What was done, once the terminal is back. */
static void tell_end(const struct fill *fill)
{
    struct progress_count all = {{0}};
    for (size_t i = 0; i < fill->session.instrument->indicator_count; i++) {
        progress_add(&all, &fill->model.progress[i]);
    }
    printf(_("Everything is saved; %zu of %zu indicators are complete.\n"),
           all.of[PROGRESS_COMPLETE], progress_total(&all));
}

int fill_run(const struct call *call, struct error *err)
{
    struct fill fill;
    if (!screen_check(err)) {
        return 0;
    }
    if (fill_open(&fill, call, err)) {
        struct screen_handle *screen = screen_open(err);
        bool done = screen != NULL && converse(&fill, screen, err);
        screen_close(screen);
        if (done) {
            tell_end(&fill);
        }
    }
    fill_close(&fill);
    return 0;
}
