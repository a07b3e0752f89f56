#include "dialogue_view.h"

#include "dialogue_page.h"
#include "dialogue_search.h"
#include "dialogue_strip.h"
#include "figure.h"
#include "lang.h"

#include <string.h>

enum { MARGIN = 1, SIDE_FROM = 110, SIDE_COLUMNS = 38, FOOT_ROWS = 4, HEAD_ROWS = 3 };

static const struct evaluation *evaluation_of(const struct dialogue *dialogue)
{
    return dialogue->model.evaluation;
}

/* Puts a text in as many lines as it needs, at most `most`, the last one cut; returns the next row. */
static size_t put_lines(struct picture *picture, size_t row, struct part part, size_t most,
                        enum look look, const char *text)
{
    const char *rest = text;
    for (size_t i = 0; i < most && *rest != '\0'; i++) {
        const char *line = rest;
        size_t bytes = picture_break(line, part.width, &rest);
        const char *shown =
            i + 1 == most ? line
                          : arena_copy(picture->arena, line, bytes); /* the last: cut by put */
        picture_put(picture, row++, part.left, part.width, look, shown);
    }
    return row;
}

/* Puts a text at the right end of a row. */
static size_t put_right(struct picture *picture, size_t row, enum look look, const char *text)
{
    size_t columns = text_columns(text);
    size_t left = picture->columns > columns + MARGIN ? picture->columns - columns - MARGIN : 0;
    picture_put(picture, row, left, columns, look, text);
    return left;
}

/* A line across a part, with words in it ("" for none). */
static void put_rule(struct picture *picture, size_t row, struct part part, enum look look,
                     const char *words)
{
    size_t column = part.left;
    if (words[0] != '\0') {
        picture_fill(picture, row, column, 2, LOOK_FAINT, "─");
        column += 3;
        column += picture_put(picture, row, column, part.width - 4, look, words) + 1;
    }
    if (column < part.left + part.width) {
        picture_fill(picture, row, column, part.left + part.width - column, LOOK_FAINT, "─");
    }
}

/* ---- the frame ---- */

/* "supported 1,85 Cukup (30 of 47)" */
static const char *basis_text(const struct dialogue *dialogue, struct picture *picture,
                              enum basis basis, const char *name)
{
    const struct index_value *index = &evaluation_of(dialogue)->index[basis];
    struct text text = TEXT_EMPTY;
    text_format(&text, "%s ", name);
    if (index->given == 0) {
        text_add(&text, "–");
    } else {
        figure_rounded(&text, index->exact, evaluation_of(dialogue)->instrument->decimals);
        text_format(&text, " %s", index->band == NULL ? "" : index->band->name);
    }
    if (index->given > 0 && index->given < index->of) {
        text_format(&text, " (%u/%u)", index->given, index->of);
    }
    const char *out = arena_copy(picture->arena, text.bytes, text.length);
    text_release(&text);
    return out;
}

static void draw_head(const struct dialogue *dialogue, struct picture *picture)
{
    const struct evaluation *evaluation = evaluation_of(dialogue);
    const struct instrument *instrument = evaluation->instrument;
    struct progress_count count = {{0}};
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        progress_add(&count, &dialogue->model.progress[i]);
    }
    const char *done =
        arena_format(picture->arena, _("%zu of %zu complete (%u %%)"), count.of[PROGRESS_COMPLETE],
                     progress_total(&count), progress_percent(&count));
    const char *title = arena_format(picture->arena, "%s · %d · %s", evaluation->assessment->agency,
                                     evaluation->assessment->year, instrument->short_title);
    picture_fill(picture, 0, 0, picture->columns, LOOK_BAR, " ");
    size_t right = put_right(picture, 0, LOOK_BAR, done);
    picture_put(picture, 0, MARGIN, right - 2, LOOK_BAR, title);
    size_t column = MARGIN + picture_put(picture, 1, MARGIN, 20, LOOK_PLAIN, _("Index")) + 3;
    column += picture_put(picture, 1, column, 40, LOOK_STRONG,
                          basis_text(dialogue, picture, BASIS_SUPPORTED, _("supported"))) +
              3;
    column += picture_put(picture, 1, column, 40, LOOK_PLAIN,
                          basis_text(dialogue, picture, BASIS_CLAIMED, _("claimed"))) +
              3;
    if (evaluation->index[BASIS_VERIFIED].given > 0) {
        picture_put(picture, 1, column, 40, LOOK_PLAIN,
                    basis_text(dialogue, picture, BASIS_VERIFIED, _("verified")));
    }
    put_rule(picture, 2, (struct part){0, picture->columns}, LOOK_FAINT, "");
}

/* Keys at the bottom, in up to two rows; a hint without words begins the second. */
struct hint {
    const char *key, *means;
};

static const struct hint browse_hints[] = {
    {N_("y"), N_("yes")}, {N_("n"), N_("no")},    {"-", N_("none")},    {"k", N_("claim")},
    {"c C", N_("note")},  {"b", N_("evidence")},  {"e", N_("details")}, {"u", N_("undo")},
    {"", NULL},           {"Tab", N_("missing")}, {"←→", N_("level")},  {"PgDn", N_("indicator")},
    {"/", N_("find")},    {"i", N_("about")},     {"?", N_("help")},    {"q", N_("quit")},
    {NULL, NULL}};
/* The same where an outside index scores the indicator. */
static const struct hint measure_hints[] = {
    {N_("y"), N_("yes")},   {N_("n"), N_("no")},   {"m", N_("outside index")}, {"k", N_("claim")},
    {"c C", N_("note")},    {"b", N_("evidence")}, {"u", N_("undo")},          {"", NULL},
    {"Tab", N_("missing")}, {"←→", N_("level")},   {"PgDn", N_("indicator")},  {"/", N_("find")},
    {"i", N_("about")},     {"?", N_("help")},     {"q", N_("quit")},          {NULL, NULL}};
static const struct hint list_hints[] = {
    {"↑↓", N_("choose")}, {"Enter", N_("go there")}, {"Esc", N_("back")}, {NULL, NULL}};
static const struct hint item_hints[] = {
    {"↑↓", N_("choose")}, {"Enter", N_("change the details")}, {"Esc", N_("back")}, {NULL, NULL}};
static const struct hint detail_hints[] = {
    {"Enter", N_("save, go on")}, {"Esc", N_("back")}, {NULL, NULL}};
static const struct hint line_hints[] = {
    {"Enter", N_("save")}, {"Esc", N_("back, nothing saved")}, {NULL, NULL}};
static const struct hint path_hints[] = {{"Tab", N_("finish the name")},
                                         {"Enter", N_("go on")},
                                         {"Esc", N_("back, nothing saved")},
                                         {NULL, NULL}};
static const struct hint page_hints[] = {{"↑↓", N_("scroll")}, {"Enter", N_("back")}, {NULL, NULL}};

static void draw_keys(const struct dialogue *dialogue, struct picture *picture)
{
    static const struct hint *const modes[] = {
        [DIALOGUE_BROWSE] = browse_hints, [DIALOGUE_LIST] = list_hints,
        [DIALOGUE_ITEMS] = item_hints,    [DIALOGUE_CLAIM] = line_hints,
        [DIALOGUE_MEASURE] = line_hints,  [DIALOGUE_NOTE] = line_hints,
        [DIALOGUE_REMARK] = line_hints,   [DIALOGUE_PATH] = path_hints,
        [DIALOGUE_TITLE] = line_hints,    [DIALOGUE_DETAIL] = detail_hints,
        [DIALOGUE_HELP] = page_hints,     [DIALOGUE_ABOUT] = page_hints};
    size_t row = picture->rows - 2;
    size_t column = MARGIN;
    bool measured =
        evaluation_of(dialogue)->instrument->indicators[dialogue->indicator].conversion != NULL;
    const struct hint *hints =
        dialogue->mode == DIALOGUE_BROWSE && measured ? measure_hints : modes[dialogue->mode];
    for (const struct hint *hint = hints; hint->key != NULL; hint++) {
        if (hint->means == NULL) {
            row++;
            column = MARGIN;
            continue;
        }
        const char *key = hint->key[0] == '\0' ? "" : lang_text(hint->key);
        column += picture_put(picture, row, column, 20, LOOK_STRONG, key) + 1;
        column += picture_put(picture, row, column, 40, LOOK_PLAIN, lang_text(hint->means)) + 2;
    }
}

static const char *spot_id(const struct dialogue *dialogue, struct spot spot, struct arena *arena)
{
    struct text text = TEXT_EMPTY;
    dialogue_spot_id(dialogue, dialogue->level, spot, &text);
    const char *id = arena_copy(arena, text.bytes, text.length);
    text_release(&text);
    return id;
}

/* The scale of the outside index in the question for it: "indeks_sdi (0 to 100, empty for none):" */
static const char *measure_question(const struct conversion *conversion, struct arena *arena)
{
    struct text text = TEXT_EMPTY;
    struct text most = TEXT_EMPTY;
    figure_exact(&text, conversion->lines[0].from);
    figure_exact(&most, conversion->lines[conversion->line_count - 1].to);
    const char *question = arena_format(arena, _("%s (%s to %s, empty for none):"),
                                        conversion->input, text.bytes, most.bytes);
    text_release(&text);
    text_release(&most);
    return question;
}

/* What a line to type in asks for. */
static const char *question_of(const struct dialogue *dialogue, struct picture *picture)
{
    const struct instrument *instrument = evaluation_of(dialogue)->instrument;
    struct spot spot = dialogue_spot(dialogue);
    const char *criterion = dialogue_is_spot(spot) ? spot_id(dialogue, spot, picture->arena) : "";
    static const char *const details[DIALOGUE_DETAILS] = {N_("Title of %s:"), N_("Number of %s:"),
                                                          N_("Date of %s (2023-05-01):"),
                                                          N_("Pages of %s (3-7):")};
    switch (dialogue->mode) {
    case DIALOGUE_LIST:
        return _("Find:");
    case DIALOGUE_CLAIM:
        return arena_format(picture->arena, _("Claim for %s (%d to %d, empty for none):"),
                            instrument->indicators[dialogue->indicator].id,
                            instrument->level_lowest, instrument->level_highest);
    case DIALOGUE_MEASURE:
        return measure_question(instrument->indicators[dialogue->indicator].conversion,
                                picture->arena);
    case DIALOGUE_NOTE:
        return arena_format(picture->arena, _("Note on %s:"), criterion);
    case DIALOGUE_REMARK:
        return arena_format(picture->arena, _("Note on %s:"),
                            instrument->indicators[dialogue->indicator].id);
    case DIALOGUE_DETAIL:
        return arena_format(picture->arena, lang_text(details[dialogue->detail]),
                            dialogue->item.bytes);
    case DIALOGUE_PATH:
        return arena_format(picture->arena, _("Document for %s:"), criterion);
    default:
        return _("Its title (may be empty):");
    }
}

static void draw_line(const struct dialogue *dialogue, struct picture *picture, size_t row)
{
    size_t column = MARGIN;
    column += picture_put(picture, row, column, picture->columns / 2, LOOK_STRONG,
                          question_of(dialogue, picture)) +
              1;
    size_t room = picture->columns - column - 1;
    size_t start = entry_window(&dialogue->entry, room);
    const char *shown = dialogue->entry.text.bytes + start;
    const char *left = arena_copy(picture->arena, shown, dialogue->entry.at - start);
    picture_put(picture, row, column, room, LOOK_PLAIN, shown);
    picture->cursor = true;
    picture->cursor_row = row;
    picture->cursor_column = column + text_columns(left);
}

static void draw_foot(const struct dialogue *dialogue, struct picture *picture)
{
    static const enum look looks[] = {
        [SAID_DONE] = LOOK_GOOD, [SAID_HINT] = LOOK_WARN, [SAID_BAD] = LOOK_BAD};
    size_t row = picture->rows - FOOT_ROWS;
    put_rule(picture, row, (struct part){0, picture->columns}, LOOK_FAINT, "");
    if (dialogue->mode == DIALOGUE_BROWSE) {
        picture_put(picture, row + 1, MARGIN, picture->columns - 2, looks[dialogue->said],
                    dialogue->message.bytes);
    } else if (dialogue->mode < DIALOGUE_HELP && dialogue->mode != DIALOGUE_ITEMS) {
        draw_line(dialogue, picture, row + 1);
    }
    draw_keys(dialogue, picture);
}

/* ---- all indicators, at the left or as a list ---- */

/* "●" complete, "◐" begun, "○" untouched, "!" returned. */
static const char *mark_of(const struct dialogue *dialogue, int indicator)
{
    static const char *const marks[PROGRESS_STATES] = {"○", "◐", "●"};
    bool returned =
        evaluation_of(dialogue)->assessment->responses[indicator].state == STATE_RETURNED;
    return returned ? "!" : marks[dialogue->model.progress[indicator].state];
}

static enum look mark_look(const struct dialogue *dialogue, int indicator)
{
    bool complete = dialogue->model.progress[indicator].state == PROGRESS_COMPLETE;
    return mark_of(dialogue, indicator)[0] == '!' ? LOOK_WARN : complete ? LOOK_GOOD : LOOK_FAINT;
}

/* One indicator in one row: mark, id, name, supported level. */
static void draw_indicator(const struct dialogue *dialogue, struct picture *picture, size_t row,
                           struct part part, int position, bool focus)
{
    const struct indicator *indicator = &evaluation_of(dialogue)->instrument->indicators[position];
    enum look look = focus ? LOOK_BAR : LOOK_PLAIN;
    size_t column = part.left;
    if (focus) {
        picture_fill(picture, row, part.left, part.width, LOOK_BAR, " ");
    }
    picture_put(picture, row, column, 1, focus ? LOOK_BAR : mark_look(dialogue, position),
                mark_of(dialogue, position));
    column += 2;
    column += picture_put(picture, row, column, 8, look, indicator->id) + 2;
    picture_put(picture, row, column, part.left + part.width - column - 3, look,
                indicator->short_name);
    picture_put(picture, row, part.left + part.width - 1, 1, look,
                arena_format(picture->arena, "%d",
                             evaluation_supported_level(evaluation_of(dialogue), position)));
}

static void draw_side(const struct dialogue *dialogue, struct picture *picture)
{
    size_t count = evaluation_of(dialogue)->instrument->indicator_count;
    size_t rows = picture->rows - HEAD_ROWS - FOOT_ROWS;
    size_t at = (size_t)dialogue->indicator;
    size_t first = at < rows / 2 || count <= rows ? 0 : at - rows / 2;
    first = count > rows && first > count - rows ? count - rows : first;
    struct part part = {MARGIN, SIDE_COLUMNS - 3};
    for (size_t i = 0; i < rows; i++) {
        if (first + i < count) {
            draw_indicator(dialogue, picture, HEAD_ROWS + i, part, (int)(first + i),
                           first + i == at);
        }
        picture_put(picture, HEAD_ROWS + i, SIDE_COLUMNS - 1, 1, LOOK_FAINT, "│");
    }
}

/* A text from where `words` are still seen in `room` columns: its beginning, where that will do. */
static const char *part_with(const char *text, const char *words, size_t room, struct arena *arena)
{
    enum { BEFORE = 12 };
    const char *at = strcasestr(text, words);
    const char *start = text;
    if (at == NULL || text_columns(text) <= room) {
        return text;
    }
    size_t needed =
        text_columns(arena_copy(arena, text, (size_t)(at - text))) + text_columns(words) + 1;
    if (needed <= room) {
        return text;
    }
    start = at - text > BEFORE ? at - BEFORE : text;
    while (start > text && start[-1] != ' ') {
        start--;
    }
    return arena_format(arena, "… %s", start);
}

/* What was found in an indicator: "I23  I23.3.b text of the criterion"; on a wide screen with its name. */
static void draw_found(const struct dialogue *dialogue, struct picture *picture, size_t row,
                       const struct found *found, bool focus)
{
    enum { NAME_COLUMNS = 44, ID_COLUMNS = 7 };
    const struct instrument *instrument = evaluation_of(dialogue)->instrument;
    struct part part = {MARGIN, picture->columns - 2};
    struct text text = TEXT_EMPTY;
    if (found->text == NULL) {
        draw_indicator(dialogue, picture, row, part, found->indicator, focus);
        return;
    }
    if (focus) {
        picture_fill(picture, row, part.left, part.width, LOOK_BAR, " ");
    }
    size_t column = part.left + ID_COLUMNS;
    if (picture->columns >= SIDE_FROM) {
        draw_indicator(dialogue, picture, row, (struct part){part.left, NAME_COLUMNS},
                       found->indicator, focus);
        column = part.left + NAME_COLUMNS + 2;
    } else {
        picture_put(picture, row, part.left, 1,
                    focus ? LOOK_BAR : mark_look(dialogue, found->indicator),
                    mark_of(dialogue, found->indicator));
        picture_put(picture, row, part.left + 2, ID_COLUMNS - 3, focus ? LOOK_BAR : LOOK_PLAIN,
                    instrument->indicators[found->indicator].id);
    }
    if (found->id == NULL) {
        text_format(&text, "%s.%d.e%zu", instrument->indicators[found->indicator].id,
                    instrument->levels[found->level].number, found->spot.item);
    } else {
        text_add(&text, found->id);
    }
    column += picture_put(picture, row, column, 12, focus ? LOOK_BAR : LOOK_FAINT, text.bytes);
    column += text.length > 0;
    size_t room = part.left + part.width - column;
    picture_put(picture, row, column, room, focus ? LOOK_BAR : LOOK_PLAIN,
                part_with(found->text, dialogue->entry.text.bytes, room, picture->arena));
    text_release(&text);
}

static void draw_list(const struct dialogue *dialogue, struct picture *picture)
{
    size_t rows = picture->rows - HEAD_ROWS - FOOT_ROWS;
    size_t first = dialogue->at < rows ? 0 : dialogue->at - rows + 1;
    struct found found;
    for (size_t i = 0; i < rows && dialogue_search(dialogue, first + i, &found); i++) {
        draw_found(dialogue, picture, HEAD_ROWS + i, &found, first + i == dialogue->at);
    }
    if (!dialogue_search(dialogue, 0, &found)) {
        picture_put(picture, HEAD_ROWS + 1, MARGIN, picture->columns - 2, LOOK_FAINT,
                    _("Nothing holds this: no indicator, criterion, document or note."));
    }
}

/* ---- one indicator ---- */

/* "Kebijakan Internal SPBE › Kebijakan Internal Tata Kelola SPBE" */
static const char *place_of(const struct dialogue *dialogue, struct picture *picture)
{
    const struct instrument *instrument = evaluation_of(dialogue)->instrument;
    const struct aspect *aspect =
        &instrument->aspects[instrument->indicators[dialogue->indicator].aspect];
    if (aspect->domain == NOWHERE) {
        return arena_format(picture->arena, "%s %s", aspect->id, aspect->name);
    }
    const struct domain *domain = &instrument->domains[aspect->domain];
    return arena_format(picture->arena, "%s %s › %s %s", domain->id, domain->name, aspect->id,
                        aspect->name);
}

/* "Supported 1,75, level 2", where values lie between levels; else the level. */
static void add_supported(const struct evaluation *evaluation, int indicator, struct text *out)
{
    int level = evaluation_supported_level(evaluation, indicator);
    if (!evaluation->instrument->fractions) {
        text_format(out, _("Supported level %d"), level);
        return;
    }
    const struct rated *supported = &evaluation->ratings[indicator].on[BASIS_SUPPORTED];
    text_format(out, "%s ", _("Supported value"));
    if (supported->given) {
        figure_rounded(out, supported->value, evaluation->instrument->decimals);
        text_format(out, _(" (level %d)"), level);
    } else {
        text_add(out, "–");
    }
}

/* "indeks_sdi 68,75" */
static void add_measure(const struct evaluation *evaluation, int indicator, struct text *out)
{
    const char *key = evaluation->instrument->indicators[indicator].conversion->input;
    const struct measure *measure =
        assessment_measure(&evaluation->assessment->responses[indicator], key);
    text_format(out, "%s ", key);
    if (measure != NULL) {
        figure_exact(out, measure->value);
    } else {
        text_add(out, "–");
    }
}

/* The values of the indicator side by side. */
static void draw_values(const struct dialogue *dialogue, struct picture *picture, size_t row,
                        struct part part)
{
    const struct evaluation *evaluation = evaluation_of(dialogue);
    const struct rating *rating = &evaluation->ratings[dialogue->indicator];
    struct text text = TEXT_EMPTY;
    const struct rated *claimed = &rating->on[BASIS_CLAIMED];
    text_format(&text, "%s ", _("Claim"));
    if (claimed->given) {
        figure_exact(&text, claimed->value);
    } else {
        text_add(&text, "–");
    }
    size_t column = part.left;
    column += picture_put(picture, row, column, part.width,
                          dialogue->at_claim ? LOOK_BAR : LOOK_STRONG, text.bytes) +
              3;
    text_clear(&text);
    add_supported(evaluation, dialogue->indicator, &text);
    column += picture_put(picture, row, column, part.width, LOOK_STRONG, text.bytes) + 3;
    if (evaluation->instrument->indicators[dialogue->indicator].conversion != NULL) {
        text_clear(&text);
        add_measure(evaluation, dialogue->indicator, &text);
        column += picture_put(picture, row, column, part.width,
                              dialogue->at_measure ? LOOK_BAR : LOOK_STRONG, text.bytes) +
                  3;
    }
    if (rating->on[BASIS_VERIFIED].given) {
        text_clear(&text);
        text_format(&text, "%s ", _("Verified"));
        figure_exact(&text, rating->on[BASIS_VERIFIED].value);
        picture_put(picture, row, column, part.width, LOOK_STRONG, text.bytes);
    }
    text_release(&text);
}

/* The state with its reason; returns the next row. */
static size_t draw_state(const struct dialogue *dialogue, struct picture *picture, size_t row,
                         struct part part)
{
    static const char *const states[STATE_COUNT] = {NULL, N_("Submitted for review"),
                                                    N_("Returned to be reworked"),
                                                    N_("Locked: it cannot be changed")};
    enum state state = evaluation_of(dialogue)->assessment->responses[dialogue->indicator].state;
    const char *reason = dialogue->model.reasons[dialogue->indicator];
    if (state == STATE_OPEN) {
        return row;
    }
    const char *text = arena_format(picture->arena, "%s%s%s", lang_text(states[state]),
                                    reason == NULL ? "" : ": ", reason == NULL ? "" : reason);
    return put_lines(picture, row, part, 2, LOOK_WARN, text);
}

/* Says that what is seen was carried over, until it is confirmed; returns the next row. */
static size_t draw_carried(const struct dialogue *dialogue, struct picture *picture, size_t row,
                           struct part part)
{
    const char *from = evaluation_of(dialogue)->assessment->responses[dialogue->indicator].carried;
    if (from == NULL) {
        return row;
    }
    return put_lines(picture, row, part, 2, LOOK_WARN,
                     arena_format(picture->arena,
                                  _("Carried over from %s, not yet confirmed: look at it, then "
                                    "press K."),
                                  from));
}

static size_t draw_missing(const struct dialogue *dialogue, struct picture *picture, size_t row,
                           struct part part)
{
    struct text text = TEXT_EMPTY;
    const struct progress *progress = &dialogue->model.progress[dialogue->indicator];
    text_format(&text, "%s ", _("Missing:"));
    size_t length = text.length;
    progress_tell(evaluation_of(dialogue), progress, &text);
    bool missing = text.length > length;
    if (!missing) {
        text_clear(&text);
        text_add(&text, _("Nothing is missing."));
    }
    row = put_lines(picture, row, part, 2, missing ? LOOK_WARN : LOOK_GOOD, text.bytes);
    text_release(&text);
    return row;
}

/* ---- a level and its criteria ---- */

static size_t draw_level_rule(const struct dialogue *dialogue, struct picture *picture, size_t row,
                              struct part part)
{
    const struct level *level = &evaluation_of(dialogue)->instrument->levels[dialogue->level];
    const struct standing *standing = &evaluation_of(dialogue)->levels[dialogue->level];
    struct text text = TEXT_EMPTY;
    text_format(&text, _("Level %d %s"), level->number, level->name);
    text_add(&text, " · ");
    if (standing->items > 0) {
        text_format(&text, _("%u of %u items accepted"), (unsigned)standing->accepted,
                    (unsigned)standing->items);
        text_add(&text, " · ");
    }
    text_format(&text, _("%u of %u met"), (unsigned)standing->met, (unsigned)standing->counted);
    if (standing->due) {
        text_add(&text, " · ");
        text_format(&text, _("evidence: %u"), (unsigned)standing->evidence);
    }
    put_rule(picture, row, part, LOOK_STRONG, text.bytes);
    text_release(&text);
    return row + 1;
}

static void draw_browse(const struct dialogue *dialogue, struct picture *picture, struct part part)
{
    const struct indicator *indicator =
        &evaluation_of(dialogue)->instrument->indicators[dialogue->indicator];
    size_t row = HEAD_ROWS;
    picture_put(picture, row++, part.left, part.width, LOOK_FAINT, place_of(dialogue, picture));
    row = put_lines(picture, row, part, 2, LOOK_STRONG,
                    arena_format(picture->arena, "%s  %s", indicator->id, indicator->name));
    draw_values(dialogue, picture, row++, part);
    row = draw_state(dialogue, picture, row, part);
    row = draw_carried(dialogue, picture, row, part);
    row = draw_missing(dialogue, picture, row, part);
    const char *note = evaluation_of(dialogue)->assessment->responses[dialogue->indicator].note;
    if (note != NULL) {
        row = put_lines(picture, row, part, 1, LOOK_FAINT,
                        arena_format(picture->arena, "“%s”", note));
    }
    size_t room = picture->rows - FOOT_ROWS - row - 1;
    size_t air = dialogue_strip_height(dialogue, picture, part) + 2 <= room ? 1 : 0;
    row = draw_level_rule(dialogue, picture, row + air, part);
    dialogue_strip_draw(dialogue, picture, row + air, picture->rows - FOOT_ROWS, part);
}

/* ---- the evidence of the indicator ---- */

/* Two lines an item: id, document and its details; the criteria that it supports. */
static void draw_item(const struct dialogue *dialogue, struct picture *picture, size_t row,
                      const struct evidence *item, bool focus)
{
    enum { ID_COLUMNS = 8 };
    size_t left = MARGIN + ID_COLUMNS;
    size_t width = picture->columns - left - MARGIN;
    struct text text = TEXT_EMPTY;
    if (focus) {
        picture_fill(picture, row, MARGIN, picture->columns - (size_t)2 * MARGIN, LOOK_BAR, " ");
    }
    picture_put(picture, row, MARGIN, ID_COLUMNS - 1, focus ? LOOK_BAR : LOOK_STRONG,
                item->id == NULL ? "" : item->id);
    picture_put(picture, row, left, width, focus ? LOOK_BAR : LOOK_PLAIN,
                dialogue_strip_describe(item, picture->arena));
    const struct instrument *instrument = evaluation_of(dialogue)->instrument;
    for (size_t s = 0; s < item->support_count + item->item_count; s++) {
        text_add(&text, s == 0 ? "" : ", ");
        assessment_add_support(instrument, instrument->indicators[dialogue->indicator].id, item, s,
                               &text);
    }
    picture_put(picture, row + 1, left, width, LOOK_FAINT,
                text.length == 0 ? _("supports nothing yet") : text.bytes);
    text_release(&text);
}

static void draw_items(const struct dialogue *dialogue, struct picture *picture)
{
    enum { ITEM_ROWS = 2 };
    const struct response *response =
        &evaluation_of(dialogue)->assessment->responses[dialogue->indicator];
    size_t rows = (picture->rows - HEAD_ROWS - FOOT_ROWS - ITEM_ROWS) / ITEM_ROWS;
    size_t first = dialogue->at < rows ? 0 : dialogue->at - rows + 1;
    picture_put(
        picture, HEAD_ROWS, MARGIN, picture->columns - 2, LOOK_STRONG,
        arena_format(picture->arena, _("Evidence of %s"),
                     evaluation_of(dialogue)->instrument->indicators[dialogue->indicator].id));
    for (size_t i = 0; i < rows && first + i < response->evidence_count; i++) {
        draw_item(dialogue, picture, HEAD_ROWS + ITEM_ROWS + i * ITEM_ROWS,
                  &response->evidence[first + i], first + i == dialogue->at);
    }
}

/* ---- pages ---- */

static void draw_page(struct dialogue *dialogue, struct picture *picture)
{
    size_t rows = picture->rows - HEAD_ROWS - FOOT_ROWS;
    size_t width = picture->columns - 2 > 100 ? 100 : picture->columns - 2;
    struct page page;
    dialogue_page(dialogue, picture->arena, width, &page);
    size_t last = page.count > rows ? page.count - rows : 0;
    dialogue->at = dialogue->at > last ? last : dialogue->at;
    for (size_t i = 0; i < rows && dialogue->at + i < page.count; i++) {
        const struct page_line *line = &page.lines[dialogue->at + i];
        picture_put(picture, HEAD_ROWS + i, MARGIN + line->indent, width, line->look, line->text);
    }
    if (dialogue->at < last) {
        picture_put(picture, HEAD_ROWS + rows - 1, picture->columns - 1, 1, LOOK_STRONG, "↓");
    }
}

/* A screen that is too small for all of it. */
static void draw_small(struct picture *picture)
{
    const char *text =
        arena_format(picture->arena,
                     _("This needs %d columns and %d rows; there are %zu and %zu. Enlarge the "
                       "window, or press q. Everything is saved."),
                     DIALOGUE_COLUMNS, DIALOGUE_ROWS, picture->columns, picture->rows);
    put_lines(picture, 0, (struct part){0, picture->columns}, picture->rows, LOOK_PLAIN, text);
}

/* What stands above a line to type in: names that are possible, or why the detail was refused. */
static void draw_above_line(const struct dialogue *dialogue, struct picture *picture)
{
    bool refused = dialogue->mode == DIALOGUE_DETAIL && dialogue->message.length > 0;
    const char *shown = refused ? dialogue->message.bytes : dialogue->choices.bytes;
    if (shown[0] != '\0') {
        size_t row = picture->rows - FOOT_ROWS - 1;
        picture_fill(picture, row, 0, picture->columns, LOOK_PLAIN, " ");
        picture_put(picture, row, MARGIN, picture->columns - 2, refused ? LOOK_BAD : LOOK_FAINT,
                    shown);
    }
}

void dialogue_draw(struct dialogue *dialogue, struct picture *picture)
{
    if (picture->columns < DIALOGUE_COLUMNS || picture->rows < DIALOGUE_ROWS) {
        draw_small(picture);
        return;
    }
    struct part part = {MARGIN, picture->columns - 2};
    draw_head(dialogue, picture);
    if (dialogue->mode == DIALOGUE_LIST) {
        draw_list(dialogue, picture);
    } else if (dialogue->mode == DIALOGUE_ITEMS) {
        draw_items(dialogue, picture);
    } else if (dialogue->mode >= DIALOGUE_HELP) {
        draw_page(dialogue, picture);
    } else {
        if (picture->columns >= SIDE_FROM) {
            draw_side(dialogue, picture);
            part = (struct part){SIDE_COLUMNS + 1, picture->columns - SIDE_COLUMNS - 2};
        }
        draw_browse(dialogue, picture, part);
        draw_above_line(dialogue, picture);
    }
    draw_foot(dialogue, picture);
}
