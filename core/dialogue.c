#include "dialogue.h"

#include "dialogue_search.h"
#include "lang.h"

#include <stdarg.h>
#include <string.h>

static const struct instrument *instrument_of(const struct dialogue *dialogue)
{
    return dialogue->model.evaluation->instrument;
}

/* True when items or an outside index score the shown indicator, and criteria only explain. */
static bool is_scored(const struct dialogue *dialogue)
{
    const struct instrument *instrument = instrument_of(dialogue);
    return instrument->items || instrument->indicators[dialogue->indicator].conversion != NULL;
}

const char *dialogue_answer_word(enum answer answer)
{
    return answer == ANSWER_YES ? _("yes") : answer == ANSWER_NO ? _("no") : "·";
}

/* ---- saying ---- */

static void done(struct dialogue *dialogue, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Says that something was saved. */
static void done(struct dialogue *dialogue, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    dialogue->said = SAID_DONE;
    text_clear(&dialogue->message);
    text_format_list(&dialogue->message, format, arguments);
    va_end(arguments);
}

/* ---- begin, change, end ---- */

void dialogue_open(struct dialogue *dialogue, const struct dialogue_model *model)
{
    *dialogue = (struct dialogue){.model = *model,
                                  .entry = ENTRY_EMPTY,
                                  .path = TEXT_EMPTY,
                                  .message = TEXT_EMPTY,
                                  .choices = TEXT_EMPTY,
                                  .item = TEXT_EMPTY};
    int first = model->order[0];
    for (size_t i = instrument_of(dialogue)->indicator_count; i-- > 0;) {
        if (model->progress[model->order[i]].state != PROGRESS_COMPLETE ||
            dialogue_is_returned(dialogue, model->order[i])) {
            first = model->order[i];
        }
    }
    dialogue_show_indicator(dialogue, first);
}

void dialogue_close(struct dialogue *dialogue)
{
    entry_release(&dialogue->entry);
    text_release(&dialogue->path);
    text_release(&dialogue->message);
    text_release(&dialogue->choices);
    text_release(&dialogue->item);
}

static const struct response *response_of(const struct dialogue *dialogue)
{
    return &dialogue->model.evaluation->assessment->responses[dialogue->indicator];
}

const struct evidence *dialogue_item(const struct dialogue *dialogue)
{
    const struct response *response = response_of(dialogue);
    for (size_t i = 0; i < response->evidence_count; i++) {
        const char *id = response->evidence[i].id;
        if (id != NULL && strcmp(id, dialogue->item.bytes) == 0) {
            return &response->evidence[i];
        }
    }
    return NULL;
}

const char *dialogue_detail(const struct evidence *item, int detail)
{
    const char *const details[DIALOGUE_DETAILS] = {item->title, item->number, item->date,
                                                   item->pages};
    return details[detail];
}

void dialogue_renew(struct dialogue *dialogue, const struct dialogue_model *model)
{
    dialogue->model = *model;
    size_t count = response_of(dialogue)->evidence_count;
    bool gone = (dialogue->mode == DIALOGUE_DETAIL && dialogue_item(dialogue) == NULL) ||
                (dialogue->mode == DIALOGUE_ITEMS && dialogue->at >= count);
    if (gone) {
        dialogue->mode = DIALOGUE_BROWSE;
        dialogue_say(dialogue, true, _("This evidence is no longer there."));
    }
}

/* The level that a wish about a spot is about. */
static int level_of(const struct dialogue *dialogue, const struct wish *wish)
{
    return wish->item > 0 ? wish->level : instrument_of(dialogue)->criteria[wish->criterion].level;
}

/* Says what was answered, and what the level has come to by it. */
static void tell_answer(struct dialogue *dialogue, const struct wish *wish, struct spot spot)
{
    const struct evaluation *evaluation = dialogue->model.evaluation;
    int position = level_of(dialogue, wish);
    const struct standing *level = &evaluation->levels[position];
    int number = evaluation->instrument->levels[position].number;
    struct text id = TEXT_EMPTY;
    dialogue_spot_id(dialogue, position, spot, &id);
    if (level->complete && level->proven && (spot.item > 0 || !is_scored(dialogue))) {
        done(dialogue,
             spot.item > 0 ? _("Saved. All items of level %d are accepted. Tab: what is missing "
                               "next.")
                           : _("Saved. Level %d is met. Tab: what is missing next."),
             number);
    } else if (level->complete && !is_scored(dialogue)) {
        done(dialogue, _("Saved. All criteria of level %d are met; evidence is missing: press b."),
             number);
    } else {
        done(dialogue, _("Saved: %s %s"), id.bytes,
             dialogue_answer_word(dialogue_answer(dialogue, position, spot)));
    }
    text_release(&id);
}

/* Says what an answer did to its level, and moves to the next spot of its kind. */
static void settle_answer(struct dialogue *dialogue, const struct wish *wish)
{
    struct spot spot = {wish->criterion, wish->item};
    tell_answer(dialogue, wish, spot);
    struct spot next = dialogue_next_spot(dialogue, level_of(dialogue, wish), spot, 1);
    if (wish->word[0] != '-' && dialogue_is_spot(next) && (next.item > 0) == (spot.item > 0)) {
        dialogue_focus(dialogue, next);
    }
}

/* Asks for a detail of the item, with what is there to be changed. */
static void ask_detail(struct dialogue *dialogue, int detail)
{
    const struct evidence *item = dialogue_item(dialogue);
    dialogue->mode = DIALOGUE_DETAIL;
    dialogue->detail = detail;
    entry_set(&dialogue->entry, item == NULL ? "" : dialogue_detail(item, detail));
    text_clear(&dialogue->choices);
    text_clear(&dialogue->message);
}

/* After a detail was saved, or left as it is: the next one, or the end of it. */
static void next_detail(struct dialogue *dialogue)
{
    if (dialogue->mode == DIALOGUE_DETAIL && dialogue->detail + 1 < DIALOGUE_DETAILS) {
        ask_detail(dialogue, dialogue->detail + 1);
        return;
    }
    dialogue->mode = DIALOGUE_BROWSE;
    done(dialogue, _("Saved: the description of %s"), dialogue->item.bytes);
}

void dialogue_settle(struct dialogue *dialogue, const struct wish *wish)
{
    const char *indicator = instrument_of(dialogue)->indicators[wish->indicator].id;
    struct spot spot = {wish->criterion, wish->item};
    struct text id = TEXT_EMPTY;
    if (dialogue_is_spot(spot)) {
        dialogue_spot_id(dialogue, wish->level, spot, &id);
    }
    switch (wish->kind) {
    case WISH_ANSWER:
        settle_answer(dialogue, wish);
        break;
    case WISH_CLAIM:
        done(dialogue, _("Saved: the claim of %s"), indicator);
        break;
    case WISH_MEASURE:
        done(dialogue, _("Saved: the outside index of %s"), indicator);
        break;
    case WISH_NOTE:
        done(dialogue, _("Saved: the note on %s"), id.bytes);
        break;
    case WISH_REMARK:
        done(dialogue, _("Saved: the note on %s"), indicator);
        break;
    case WISH_CONFIRM:
        done(dialogue, _("Saved: what was carried over into %s is confirmed and counts"),
             indicator);
        break;
    case WISH_ATTACH:
        done(dialogue, _("Saved: the document supports %s. Its number, date, pages: press e."),
             id.bytes);
        break;
    case WISH_DETAIL_TITLE:
    case WISH_DETAIL_NUMBER:
    case WISH_DETAIL_DATE:
    case WISH_DETAIL_PAGES:
        next_detail(dialogue);
        break;
    default:
        break;
    }
    text_release(&id);
}

/* ---- keys ---- */

static struct wish wish_of(const struct dialogue *dialogue, enum wish_kind kind, const char *word)
{
    return (struct wish){kind, dialogue->indicator, dialogue->criterion, word,
                         "",   dialogue->level,     dialogue->scored};
}

static const struct wish nothing = {WISH_NONE, 0, NOWHERE, "", "", 0, 0};

static void ask(struct dialogue *dialogue, enum dialogue_mode mode, const char *text)
{
    dialogue->mode = mode;
    dialogue->at = 0;
    entry_set(&dialogue->entry, text);
    text_clear(&dialogue->choices);
}

/* The spot in focus; says so where there is none. */
static struct spot chosen_spot(struct dialogue *dialogue)
{
    struct spot spot = dialogue_spot(dialogue);
    if (!dialogue_is_spot(spot)) {
        dialogue_say(dialogue, true, _("Choose a criterion first (arrow keys)."));
    }
    return spot;
}

static void ask_note(struct dialogue *dialogue)
{
    const struct assessment *assessment = dialogue->model.evaluation->assessment;
    struct spot spot = chosen_spot(dialogue);
    if (spot.item > 0) {
        const struct item *item = assessment_item(
            response_of(dialogue), instrument_of(dialogue)->levels[dialogue->level].number,
            (int)spot.item);
        ask(dialogue, DIALOGUE_NOTE, item == NULL ? NULL : item->note);
    } else if (dialogue_is_spot(spot)) {
        ask(dialogue, DIALOGUE_NOTE, assessment->notes[spot.criterion]);
    }
}

/* Asks for a document; the folder of the last one stands there already. */
static void ask_path(struct dialogue *dialogue)
{
    struct spot spot = chosen_spot(dialogue);
    struct text folder = TEXT_EMPTY;
    const char *slash = strrchr(dialogue->path.bytes, '/');
    text_append(&folder, dialogue->path.bytes,
                slash == NULL ? 0 : (size_t)(slash - dialogue->path.bytes) + 1);
    if (dialogue_is_spot(spot)) {
        ask(dialogue, DIALOGUE_PATH, folder.bytes);
    }
    text_release(&folder);
}

/* Asks for the outside index, with what is there to be changed. */
static void ask_measure(struct dialogue *dialogue)
{
    const struct conversion *conversion =
        instrument_of(dialogue)->indicators[dialogue->indicator].conversion;
    struct text value = TEXT_EMPTY;
    if (conversion == NULL) {
        dialogue_say(dialogue, true, _("No outside index scores this indicator."));
        return;
    }
    const struct measure *measure = assessment_measure(response_of(dialogue), conversion->input);
    if (measure != NULL) {
        fraction_add_exact(&value, measure->value);
    }
    ask(dialogue, DIALOGUE_MEASURE, value.bytes);
    text_release(&value);
}

static void ask_claim(struct dialogue *dialogue)
{
    const struct maybe *claimed =
        &dialogue->model.evaluation->assessment->responses[dialogue->indicator].claimed;
    struct text value = TEXT_EMPTY;
    if (claimed->given) {
        fraction_add_exact(&value, claimed->value);
    }
    ask(dialogue, DIALOGUE_CLAIM, value.bytes);
    text_release(&value);
}

static struct wish answer(struct dialogue *dialogue, const char *word)
{
    struct spot spot = chosen_spot(dialogue);
    if (!dialogue_is_spot(spot)) {
        return nothing;
    }
    if (spot.item == 0 && instrument_of(dialogue)->criteria[spot.criterion].decisive) {
        dialogue_say(dialogue, true, _("The outside index answers this criterion: press m."));
        return nothing;
    }
    return wish_of(dialogue, WISH_ANSWER, word);
}

/* Confirms what was carried over into the indicator. */
static struct wish confirm(struct dialogue *dialogue)
{
    if (response_of(dialogue)->carried == NULL) {
        dialogue_say(dialogue, true, _("Nothing here waits for confirmation."));
        return nothing;
    }
    return wish_of(dialogue, WISH_CONFIRM, "");
}

/* Letters that answer, undo or quit; words of the answers are those of WISH_ANSWER. */
static struct wish wish_letter(struct dialogue *dialogue, uint32_t letter)
{
    static const struct {
        uint32_t letter;
        enum wish_kind kind;
        const char *word;
    } letters[] = {
        {'y', WISH_ANSWER, "yes"}, {'Y', WISH_ANSWER, "yes"},  {'t', WISH_ANSWER, "no"},
        {'T', WISH_ANSWER, "no"},  {'n', WISH_ANSWER, "no"},   {'N', WISH_ANSWER, "no"},
        {'-', WISH_ANSWER, "-"},   {'u', WISH_UNDO, ""},       {CONTROL_Z, WISH_UNDO, ""},
        {'q', WISH_QUIT, ""},      {CONTROL_C, WISH_QUIT, ""},
    };
    for (size_t i = 0; i < sizeof letters / sizeof letters[0]; i++) {
        if (letters[i].letter == letter) {
            return letters[i].kind == WISH_ANSWER
                       ? answer(dialogue, letters[i].word)
                       : wish_of(dialogue, letters[i].kind, letters[i].word);
        }
    }
    return nothing;
}

/* True when a document supports what is in focus. */
static bool supports_focus(const struct dialogue *dialogue, const struct evidence *item)
{
    struct spot spot = dialogue_spot(dialogue);
    bool supports =
        spot.item > 0 &&
        assessment_proves_item(item, instrument_of(dialogue)->levels[dialogue->level].number,
                               (int)spot.item);
    for (size_t s = 0; spot.item == 0 && s < item->support_count; s++) {
        supports = supports || item->supports[s] == spot.criterion;
    }
    return supports;
}

/* Shows the evidence of the indicator, the document that supports what is in focus chosen. */
static void ask_items(struct dialogue *dialogue)
{
    const struct response *response = response_of(dialogue);
    size_t chosen = 0;
    for (size_t i = response->evidence_count; i-- > 0;) {
        chosen = supports_focus(dialogue, &response->evidence[i]) ? i : chosen;
    }
    if (response->evidence_count == 0) {
        dialogue_say(dialogue, true, _("No document is attached here yet: press b."));
        return;
    }
    ask(dialogue, DIALOGUE_ITEMS, "");
    dialogue->at = chosen;
}

/* Letters that ask for something or show something else. */
static void ask_letter(struct dialogue *dialogue, uint32_t letter)
{
    switch (letter < 128 ? (int)letter : 0) {
    case 'k':
        ask_claim(dialogue);
        break;
    case 'm':
        ask_measure(dialogue);
        break;
    case 'c':
        ask_note(dialogue);
        break;
    case 'C':
        ask(dialogue, DIALOGUE_REMARK, response_of(dialogue)->note);
        break;
    case 'e':
        ask_items(dialogue);
        break;
    case 'b':
        ask_path(dialogue);
        break;
    case '/':
        ask(dialogue, DIALOGUE_LIST, "");
        break;
    case '?':
        ask(dialogue, DIALOGUE_HELP, "");
        break;
    case 'i':
        ask(dialogue, DIALOGUE_ABOUT, "");
        break;
    default:
        break;
    }
}

static struct wish browse_letter(struct dialogue *dialogue, uint32_t letter)
{
    if (letter == 'K') {
        return confirm(dialogue);
    }
    ask_letter(dialogue, letter);
    return dialogue->mode == DIALOGUE_BROWSE ? wish_letter(dialogue, letter) : nothing;
}

static void move_criterion(struct dialogue *dialogue, int by)
{
    struct spot spot = dialogue_spot(dialogue);
    struct spot next = dialogue_is_spot(spot)
                           ? dialogue_next_spot(dialogue, dialogue->level, spot, by)
                           : dialogue_first_spot(dialogue, dialogue->level);
    dialogue_focus(dialogue, dialogue_is_spot(next) ? next : spot);
}

static void move_level(struct dialogue *dialogue, int by)
{
    struct span levels = instrument_of(dialogue)->indicators[dialogue->indicator].levels;
    int next = dialogue->level + by;
    if (next >= (int)levels.first && next < (int)(levels.first + levels.count)) {
        dialogue_show_level(dialogue, next);
    }
}

static void move_indicator(struct dialogue *dialogue, int by)
{
    int next = dialogue->indicator + by;
    if (next >= 0 && next < (int)instrument_of(dialogue)->indicator_count) {
        dialogue_show_indicator(dialogue, next);
    }
}

static struct wish press_browse(struct dialogue *dialogue, const struct key *key)
{
    if (key->press != PRESS_NONE) {
        text_clear(&dialogue->message);
    }
    switch (key->press) {
    case PRESS_LETTER:
        return browse_letter(dialogue, key->letter);
    case PRESS_UP:
        move_criterion(dialogue, -1);
        break;
    case PRESS_DOWN:
        move_criterion(dialogue, 1);
        break;
    case PRESS_LEFT:
        move_level(dialogue, -1);
        break;
    case PRESS_RIGHT:
        move_level(dialogue, 1);
        break;
    case PRESS_PAGE_UP:
        move_indicator(dialogue, -1);
        break;
    case PRESS_PAGE_DOWN:
        move_indicator(dialogue, 1);
        break;
    case PRESS_HOME:
        dialogue_show_indicator(dialogue, dialogue->indicator);
        break;
    case PRESS_DELETE:
        return answer(dialogue, "-");
    case PRESS_TAB:
        dialogue_next_gap(dialogue);
        break;
    default:
        break;
    }
    return nothing;
}

/* ---- the list ---- */

static void leave(struct dialogue *dialogue)
{
    dialogue->mode = DIALOGUE_BROWSE;
    text_clear(&dialogue->choices);
}

static void choose_found(struct dialogue *dialogue)
{
    struct found found;
    if (!dialogue_search(dialogue, dialogue->at, &found)) {
        return;
    }
    leave(dialogue);
    if (found.spot.item > 0) {
        dialogue_show_item(dialogue, found.indicator, found.level, found.spot.item);
    } else if (found.spot.criterion != NOWHERE) {
        dialogue_show(dialogue, found.indicator, found.spot.criterion);
    } else {
        dialogue_show_indicator(dialogue, found.indicator);
    }
}

static void press_list(struct dialogue *dialogue, const struct key *key)
{
    struct found found;
    if (key->press == PRESS_ENTER) {
        choose_found(dialogue);
    } else if (key->press == PRESS_DOWN || key->press == PRESS_PAGE_DOWN) {
        for (int i = key->press == PRESS_DOWN ? 1 : 10; i > 0; i--) {
            dialogue->at += dialogue_search(dialogue, dialogue->at + 1, &found);
        }
    } else if (key->press == PRESS_UP || key->press == PRESS_PAGE_UP) {
        size_t by = key->press == PRESS_UP ? 1 : 10;
        dialogue->at -= dialogue->at < by ? dialogue->at : by;
    } else if (entry_press(&dialogue->entry, key) && key->press != PRESS_LEFT &&
               key->press != PRESS_RIGHT) {
        dialogue->at = 0;
    }
}

/* ---- the evidence of the indicator ---- */

static void press_items(struct dialogue *dialogue, const struct key *key)
{
    const struct response *response = response_of(dialogue);
    if (key->press == PRESS_DOWN) {
        dialogue->at += dialogue->at + 1 < response->evidence_count;
    } else if (key->press == PRESS_UP) {
        dialogue->at -= dialogue->at > 0;
    } else if (key->press == PRESS_ENTER && response->evidence[dialogue->at].id != NULL) {
        text_clear(&dialogue->item);
        text_add(&dialogue->item, response->evidence[dialogue->at].id);
        ask_detail(dialogue, 0);
    }
}

/* ---- one line asked for ---- */

void dialogue_finish(struct dialogue *dialogue, const char *path, const char *choices)
{
    entry_set(&dialogue->entry, path);
    text_clear(&dialogue->choices);
    text_add(&dialogue->choices, choices);
}

static bool blank(const char *text)
{
    return text[strspn(text, " ")] == '\0';
}

/* Wants a detail to be saved, unless it is as it was. The line stays until it is. */
static struct wish enter_detail(struct dialogue *dialogue)
{
    const struct evidence *item = dialogue_item(dialogue);
    const char *typed = dialogue->entry.text.bytes;
    const char *present = item == NULL ? NULL : dialogue_detail(item, dialogue->detail);
    const char *now = blank(typed) ? "" : typed;
    if (strcmp(present == NULL ? "" : present, now) == 0) {
        next_detail(dialogue);
        return nothing;
    }
    struct wish wish =
        wish_of(dialogue, (enum wish_kind)(WISH_DETAIL_TITLE + dialogue->detail), now);
    wish.title = dialogue->item.bytes;
    return wish;
}

static struct wish enter_line(struct dialogue *dialogue)
{
    enum dialogue_mode mode = dialogue->mode;
    const char *typed = dialogue->entry.text.bytes;
    if (mode == DIALOGUE_DETAIL) {
        return enter_detail(dialogue);
    }
    leave(dialogue);
    if (mode == DIALOGUE_CLAIM || mode == DIALOGUE_MEASURE) {
        return wish_of(dialogue, mode == DIALOGUE_CLAIM ? WISH_CLAIM : WISH_MEASURE,
                       blank(typed) ? "-" : typed);
    }
    if (mode == DIALOGUE_NOTE) {
        return wish_of(dialogue, WISH_NOTE, blank(typed) ? "" : typed);
    }
    if (mode == DIALOGUE_REMARK) {
        return wish_of(dialogue, WISH_REMARK, blank(typed) ? "" : typed);
    }
    if (mode == DIALOGUE_TITLE) {
        struct wish wish = wish_of(dialogue, WISH_ATTACH, dialogue->path.bytes);
        wish.title = blank(typed) ? "" : typed;
        return wish;
    }
    if (!blank(typed)) {
        text_clear(&dialogue->path);
        text_add(&dialogue->path, typed);
        ask(dialogue, DIALOGUE_TITLE, "");
    }
    return nothing;
}

static struct wish press_line(struct dialogue *dialogue, const struct key *key)
{
    if (key->press == PRESS_ENTER) {
        return enter_line(dialogue);
    }
    if (key->press == PRESS_TAB && dialogue->mode == DIALOGUE_PATH) {
        return wish_of(dialogue, WISH_FINISH, dialogue->entry.text.bytes);
    }
    if (entry_press(&dialogue->entry, key)) {
        text_clear(&dialogue->choices);
    }
    return nothing;
}

static void press_page(struct dialogue *dialogue, const struct key *key)
{
    switch (key->press) {
    case PRESS_UP:
        dialogue->at -= dialogue->at > 0;
        break;
    case PRESS_DOWN:
        dialogue->at++;
        break;
    case PRESS_PAGE_UP:
        dialogue->at -= dialogue->at < 10 ? dialogue->at : 10;
        break;
    case PRESS_PAGE_DOWN:
        dialogue->at += 10;
        break;
    case PRESS_LETTER:
    case PRESS_ENTER:
        leave(dialogue);
        break;
    default:
        break;
    }
}

struct wish dialogue_press(struct dialogue *dialogue, const struct key *key)
{
    bool stop =
        key->press == PRESS_ESCAPE || (key->press == PRESS_LETTER && key->letter == CONTROL_C);
    if (key->press == PRESS_GONE) {
        return wish_of(dialogue, WISH_QUIT, "");
    }
    if (dialogue->mode == DIALOGUE_BROWSE) {
        return press_browse(dialogue, key);
    }
    if (stop) {
        leave(dialogue);
        return nothing;
    }
    switch (dialogue->mode) {
    case DIALOGUE_LIST:
        press_list(dialogue, key);
        return nothing;
    case DIALOGUE_ITEMS:
        press_items(dialogue, key);
        return nothing;
    case DIALOGUE_HELP:
    case DIALOGUE_ABOUT:
        press_page(dialogue, key);
        return nothing;
    default:
        return press_line(dialogue, key);
    }
}
