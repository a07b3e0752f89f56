#include "dialogue.h"

#include "lang.h"

#include <limits.h>
#include <stdarg.h>
#include <string.h>

static const struct instrument *instrument_of(const struct dialogue *dialogue)
{
    return dialogue->model.evaluation->instrument;
}

static enum answer answer_of(const struct dialogue *dialogue, int criterion)
{
    return (enum answer)dialogue->model.evaluation->assessment->answers[criterion];
}

bool dialogue_counts(const struct dialogue *dialogue, int criterion)
{
    return instrument_holds(instrument_of(dialogue)->criteria[criterion].years,
                            dialogue->model.evaluation->year);
}

const char *dialogue_answer_word(enum answer answer)
{
    return answer == ANSWER_YES ? _("yes") : answer == ANSWER_NO ? _("no") : "·";
}

/* ---- saying ---- */

void dialogue_say(struct dialogue *dialogue, bool bad, const char *sentence)
{
    dialogue->said = bad ? SAID_BAD : SAID_HINT;
    text_clear(&dialogue->message);
    text_add(&dialogue->message, sentence);
}

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

/* ---- where the focus is ---- */

/* The next criterion of the level that counts, from `from` on in steps of `by`; NOWHERE behind the edge. */
static int criterion_from(const struct dialogue *dialogue, int level, int from, int by)
{
    struct span span = instrument_of(dialogue)->levels[level].criteria;
    int end = (int)(span.first + span.count);
    for (int i = from; i >= (int)span.first && i < end; i += by) {
        if (dialogue_counts(dialogue, i)) {
            return i;
        }
    }
    return NOWHERE;
}

static int first_criterion(const struct dialogue *dialogue, int level)
{
    return criterion_from(dialogue, level,
                          (int)instrument_of(dialogue)->levels[level].criteria.first, 1);
}

/* The first criterion without answer from `from` on, or NOWHERE. */
static int open_criterion(const struct dialogue *dialogue, int level, int from)
{
    int i = criterion_from(dialogue, level, from, 1);
    while (i != NOWHERE && answer_of(dialogue, i) != ANSWER_NONE) {
        i = criterion_from(dialogue, level, i + 1, 1);
    }
    return i;
}

/* The level that the work is at: the one whose criteria come next, else what keeps it from rising. */
static int working_level(const struct dialogue *dialogue, int indicator)
{
    const struct progress *progress = &dialogue->model.progress[indicator];
    const struct rating *rating = &dialogue->model.evaluation->ratings[indicator];
    struct span levels = instrument_of(dialogue)->indicators[indicator].levels;
    int last = (int)(levels.first + levels.count) - 1;
    return progress->level != NOWHERE      ? progress->level
           : progress->unproven != NOWHERE ? progress->unproven
           : rating->blocking != NOWHERE   ? rating->blocking
                                           : last;
}

/* Shows a level; the focus comes to its first criterion without answer, else to its first. */
static void show_level(struct dialogue *dialogue, int level)
{
    int first = first_criterion(dialogue, level);
    int open = first == NOWHERE ? NOWHERE : open_criterion(dialogue, level, first);
    dialogue->level = level;
    dialogue->criterion = open == NOWHERE ? first : open;
    dialogue->at_claim = false;
}

static void show_indicator(struct dialogue *dialogue, int indicator)
{
    dialogue->indicator = indicator;
    show_level(dialogue, working_level(dialogue, indicator));
}

void dialogue_show(struct dialogue *dialogue, int indicator, int criterion)
{
    dialogue->indicator = indicator;
    if (criterion == NOWHERE) {
        show_level(dialogue, working_level(dialogue, indicator));
        dialogue->at_claim = true;
        return;
    }
    dialogue->level = instrument_of(dialogue)->criteria[criterion].level;
    dialogue->criterion = criterion;
    dialogue->at_claim = false;
}

/* ---- what is missing ---- */

/* Goes to what an indicator lacks behind the focus at `after`: positions of criteria, INT_MAX for its claim. */
static bool go_to_gap(struct dialogue *dialogue, int indicator, int after)
{
    const struct progress *progress = &dialogue->model.progress[indicator];
    int target =
        progress->unproven == NOWHERE ? NOWHERE : first_criterion(dialogue, progress->unproven);
    if (target > after) {
        dialogue_show(dialogue, indicator, target);
        dialogue_say(dialogue, false, _("Evidence is missing for this level: press b."));
        return true;
    }
    int first = progress->level == NOWHERE ? NOWHERE : first_criterion(dialogue, progress->level);
    target = first == NOWHERE
                 ? NOWHERE
                 : open_criterion(dialogue, progress->level,
                                  after >= first && after < INT_MAX ? after + 1 : first);
    if (target > after) {
        dialogue_show(dialogue, indicator, target);
        return true;
    }
    if (progress->claim && after < INT_MAX) {
        dialogue_show(dialogue, indicator, NOWHERE);
        dialogue_say(dialogue, false, _("The claim is missing: press k."));
        return true;
    }
    return false;
}

static bool is_returned(const struct dialogue *dialogue, int indicator)
{
    return dialogue->model.evaluation->assessment->responses[indicator].state == STATE_RETURNED;
}

/* Goes to an indicator that lacks nothing, but was returned. */
static bool go_to_returned(struct dialogue *dialogue, int indicator)
{
    if (!is_returned(dialogue, indicator)) {
        return false;
    }
    show_indicator(dialogue, indicator);
    dialogue_say(dialogue, false,
                 _("Nothing is missing here, but it was returned: see the reason."));
    return true;
}

/* Position of the shown indicator in the order of the work. */
static size_t rank_of(const struct dialogue *dialogue)
{
    size_t rank = 0;
    while (dialogue->model.order[rank] != dialogue->indicator) {
        rank++;
    }
    return rank;
}

static void next_gap(struct dialogue *dialogue)
{
    size_t count = instrument_of(dialogue)->indicator_count;
    size_t rank = rank_of(dialogue);
    if (go_to_gap(dialogue, dialogue->indicator,
                  dialogue->at_claim ? INT_MAX : dialogue->criterion)) {
        return;
    }
    for (size_t i = 1; i <= count; i++) {
        int next = dialogue->model.order[(rank + i) % count];
        if (go_to_gap(dialogue, next, NOWHERE) || (i < count && go_to_returned(dialogue, next))) {
            return;
        }
    }
    dialogue_say(dialogue, false, _("Nothing is missing any more."));
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
            is_returned(dialogue, model->order[i])) {
            first = model->order[i];
        }
    }
    show_indicator(dialogue, first);
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

/* Says what an answer did to its level, and moves to the next criterion of it. */
static void settle_answer(struct dialogue *dialogue, const struct wish *wish)
{
    const struct instrument *instrument = instrument_of(dialogue);
    const struct criterion *criterion = &instrument->criteria[wish->criterion];
    const struct standing *level = &dialogue->model.evaluation->levels[criterion->level];
    int number = instrument->levels[criterion->level].number;
    if (level->complete && level->proven) {
        done(dialogue, _("Saved. Level %d is met. Tab: what is missing next."), number);
    } else if (level->complete) {
        done(dialogue, _("Saved. All criteria of level %d are met; evidence is missing: press b."),
             number);
    } else {
        done(dialogue, _("Saved: %s %s"), criterion->id,
             dialogue_answer_word(answer_of(dialogue, wish->criterion)));
    }
    int next = criterion_from(dialogue, dialogue->level, wish->criterion + 1, 1);
    if (wish->word[0] != '-' && next != NOWHERE) {
        dialogue->criterion = next;
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
    const char *criterion =
        wish->criterion == NOWHERE ? "" : instrument_of(dialogue)->criteria[wish->criterion].id;
    switch (wish->kind) {
    case WISH_ANSWER:
        settle_answer(dialogue, wish);
        break;
    case WISH_CLAIM:
        done(dialogue, _("Saved: the claim of %s"), indicator);
        break;
    case WISH_NOTE:
        done(dialogue, _("Saved: the note on %s"), criterion);
        break;
    case WISH_REMARK:
        done(dialogue, _("Saved: the note on %s"), indicator);
        break;
    case WISH_ATTACH:
        done(dialogue, _("Saved: the document supports %s. Its number, date, pages: press e."),
             criterion);
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
}

/* ---- keys ---- */

static struct wish wish_of(const struct dialogue *dialogue, enum wish_kind kind, const char *word)
{
    return (struct wish){kind, dialogue->indicator, dialogue->criterion, word, ""};
}

static const struct wish nothing = {WISH_NONE, 0, NOWHERE, "", ""};

static void ask(struct dialogue *dialogue, enum dialogue_mode mode, const char *text)
{
    dialogue->mode = mode;
    dialogue->at = 0;
    entry_set(&dialogue->entry, text);
    text_clear(&dialogue->choices);
}

/* Begins to ask for something about the criterion in focus. */
static void ask_about_criterion(struct dialogue *dialogue, enum dialogue_mode mode)
{
    if (dialogue->criterion == NOWHERE || dialogue->at_claim) {
        dialogue_say(dialogue, true, _("Choose a criterion first (arrow keys)."));
        return;
    }
    bool path = mode == DIALOGUE_PATH;
    const char *note = dialogue->model.evaluation->assessment->notes[dialogue->criterion];
    struct text folder = TEXT_EMPTY;
    const char *slash = strrchr(dialogue->path.bytes, '/');
    text_append(&folder, dialogue->path.bytes,
                slash == NULL ? 0 : (size_t)(slash - dialogue->path.bytes) + 1);
    ask(dialogue, mode, path ? folder.bytes : note);
    text_release(&folder);
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
    if (dialogue->criterion == NOWHERE || dialogue->at_claim) {
        dialogue_say(dialogue, true, _("Choose a criterion first (arrow keys)."));
        return nothing;
    }
    return wish_of(dialogue, WISH_ANSWER, word);
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

/* Shows the evidence of the indicator, the item that supports the criterion in focus chosen. */
static void ask_items(struct dialogue *dialogue)
{
    const struct response *response = response_of(dialogue);
    size_t chosen = 0;
    for (size_t i = response->evidence_count; i-- > 0;) {
        for (size_t s = 0; s < response->evidence[i].support_count; s++) {
            chosen = response->evidence[i].supports[s] == dialogue->criterion ? i : chosen;
        }
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
    case 'c':
        ask_about_criterion(dialogue, DIALOGUE_NOTE);
        break;
    case 'C':
        ask(dialogue, DIALOGUE_REMARK, response_of(dialogue)->note);
        break;
    case 'e':
        ask_items(dialogue);
        break;
    case 'b':
        ask_about_criterion(dialogue, DIALOGUE_PATH);
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
    ask_letter(dialogue, letter);
    return dialogue->mode == DIALOGUE_BROWSE ? wish_letter(dialogue, letter) : nothing;
}

static void move_criterion(struct dialogue *dialogue, int by)
{
    int next = dialogue->criterion == NOWHERE || dialogue->at_claim
                   ? first_criterion(dialogue, dialogue->level)
                   : criterion_from(dialogue, dialogue->level, dialogue->criterion + by, by);
    dialogue->at_claim = false;
    dialogue->criterion = next == NOWHERE ? dialogue->criterion : next;
}

static void move_level(struct dialogue *dialogue, int by)
{
    struct span levels = instrument_of(dialogue)->indicators[dialogue->indicator].levels;
    int next = dialogue->level + by;
    if (next >= (int)levels.first && next < (int)(levels.first + levels.count)) {
        show_level(dialogue, next);
    }
}

static void move_indicator(struct dialogue *dialogue, int by)
{
    int next = dialogue->indicator + by;
    if (next >= 0 && next < (int)instrument_of(dialogue)->indicator_count) {
        show_indicator(dialogue, next);
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
        show_indicator(dialogue, dialogue->indicator);
        break;
    case PRESS_DELETE:
        return answer(dialogue, "-");
    case PRESS_TAB:
        next_gap(dialogue);
        break;
    default:
        break;
    }
    return nothing;
}

/* ---- the list ---- */

/* True when `text` holds what was typed, small and large letters alike. */
static bool holds(const struct dialogue *dialogue, const char *text)
{
    return strcasestr(text, dialogue->entry.text.bytes) != NULL;
}

/* The first criterion of an indicator that holds what was typed, or NOWHERE. */
static int find_criterion(const struct dialogue *dialogue, const struct indicator *indicator)
{
    for (uint32_t l = 0; l < indicator->levels.count; l++) {
        int level = (int)(indicator->levels.first + l);
        for (int c = first_criterion(dialogue, level); c != NOWHERE;
             c = criterion_from(dialogue, level, c + 1, 1)) {
            const struct criterion *criterion = &instrument_of(dialogue)->criteria[c];
            if (holds(dialogue, criterion->id) || holds(dialogue, criterion->text)) {
                return c;
            }
        }
    }
    return NOWHERE;
}

int dialogue_match(const struct dialogue *dialogue, size_t number, int *criterion)
{
    for (size_t i = 0; i < instrument_of(dialogue)->indicator_count; i++) {
        int position = dialogue->model.order[i];
        const struct indicator *indicator = &instrument_of(dialogue)->indicators[position];
        bool named = holds(dialogue, indicator->id) || holds(dialogue, indicator->name) ||
                     holds(dialogue, indicator->short_name);
        int found = named ? NOWHERE : find_criterion(dialogue, indicator);
        if ((named || found != NOWHERE) && number-- == 0) {
            if (criterion != NULL) {
                *criterion = found;
            }
            return position;
        }
    }
    return NOWHERE;
}

static void leave(struct dialogue *dialogue)
{
    dialogue->mode = DIALOGUE_BROWSE;
    text_clear(&dialogue->choices);
}

static void choose_match(struct dialogue *dialogue)
{
    int criterion = NOWHERE;
    int indicator = dialogue_match(dialogue, dialogue->at, &criterion);
    if (indicator == NOWHERE) {
        return;
    }
    leave(dialogue);
    if (criterion != NOWHERE) {
        dialogue_show(dialogue, indicator, criterion);
    } else {
        show_indicator(dialogue, indicator);
    }
}

static void press_list(struct dialogue *dialogue, const struct key *key)
{
    if (key->press == PRESS_ENTER) {
        choose_match(dialogue);
    } else if (key->press == PRESS_DOWN || key->press == PRESS_PAGE_DOWN) {
        for (int i = key->press == PRESS_DOWN ? 1 : 10; i > 0; i--) {
            dialogue->at += dialogue_match(dialogue, dialogue->at + 1, NULL) != NOWHERE;
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
    if (mode == DIALOGUE_CLAIM) {
        return wish_of(dialogue, WISH_CLAIM, blank(typed) ? "-" : typed);
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
