#include "dialogue_strip.h"

#include "figure.h"
#include "lang.h"

static const struct evaluation *evaluation_of(const struct dialogue *dialogue)
{
    return dialogue->model.evaluation;
}

/* The criteria are drawn on an endless strip, of which the picture shows a window. */
struct strip {
    struct picture *picture;
    struct part part;
    size_t top, rows; /* of the picture */
    size_t first;     /* row of the strip that is shown at `top` */
    size_t row;       /* of the strip, drawn next */
    bool measuring;   /* counts rows only */
};

static size_t strip_put(struct strip *strip, size_t column, size_t width, enum look look,
                        const char *text)
{
    bool shown =
        !strip->measuring && strip->row >= strip->first && strip->row - strip->first < strip->rows;
    return !shown ? 0
                  : picture_put(strip->picture, strip->top + strip->row - strip->first,
                                strip->part.left + column, width, look, text);
}

static void strip_lines(struct strip *strip, size_t column, enum look look, const char *text)
{
    size_t width = strip->part.width - column;
    const char *rest = text;
    while (*rest != '\0') {
        const char *line = rest;
        size_t bytes = picture_break(line, width, &rest);
        strip_put(strip, column, width, look, arena_copy(strip->picture->arena, line, bytes));
        strip->row++;
    }
}

const char *dialogue_strip_describe(const struct evidence *item, struct arena *arena)
{
    struct text text = TEXT_EMPTY;
    const char *name = item->title != NULL ? item->title : item->file;
    text_add(&text, name == NULL ? "?" : name);
    if (item->number != NULL) {
        text_format(&text, " · %s", item->number);
    }
    if (item->date != NULL) {
        text_format(&text, " · %s", item->date);
    }
    if (item->pages != NULL) {
        text_add(&text, " · ");
        text_format(&text, _("pages %s"), item->pages);
    }
    const char *copy = arena_copy(arena, text.bytes, text.length);
    text_release(&text);
    return copy;
}

/* Documents that support a criterion, with their details, and its note, below it. */
static void draw_beside(const struct dialogue *dialogue, struct strip *strip, size_t column,
                        int criterion)
{
    const struct assessment *assessment = evaluation_of(dialogue)->assessment;
    const struct response *response = &assessment->responses[dialogue->indicator];
    struct arena *arena = strip->picture->arena;
    for (size_t i = 0; i < response->evidence_count; i++) {
        const struct evidence *item = &response->evidence[i];
        for (size_t s = 0; s < item->support_count; s++) {
            if (item->supports[s] == criterion) {
                strip_lines(strip, column, LOOK_GOOD,
                            arena_format(arena, "+ %s", dialogue_strip_describe(item, arena)));
            }
        }
    }
    if (assessment->notes[criterion] != NULL) {
        strip_lines(strip, column, LOOK_FAINT,
                    arena_format(arena, "“%s”", assessment->notes[criterion]));
    }
}

/* One item that scores, or one criterion: id, answer, text. Returns the column of the text. */
static size_t draw_spot(const struct dialogue *dialogue, struct strip *strip, struct spot spot,
                        bool focus, const char *words)
{
    enum answer answer = dialogue_answer(dialogue, dialogue->level, spot);
    struct text text = TEXT_EMPTY;
    dialogue_spot_id(dialogue, dialogue->level, spot, &text);
    size_t id = text_columns(text.bytes);
    size_t answers = text_columns(_("yes")) > text_columns(_("no")) ? text_columns(_("yes"))
                                                                    : text_columns(_("no"));
    size_t column = 2 + id + 2 + answers + 2;
    strip_put(strip, 0, 1, LOOK_STRONG, focus ? "▸" : "");
    strip_put(strip, 2, id, focus ? LOOK_BAR : LOOK_PLAIN,
              arena_copy(strip->picture->arena, text.bytes, text.length));
    strip_put(strip, 2 + id + 2, answers,
              answer == ANSWER_YES  ? LOOK_GOOD
              : answer == ANSWER_NO ? LOOK_BAD
                                    : LOOK_FAINT,
              dialogue_answer_word(answer));
    strip_lines(strip, column, focus ? LOOK_STRONG : LOOK_PLAIN, words);
    text_release(&text);
    return column;
}

/* The words of an item, with what it adds: "Dokumen perencanaan (+0,25)". */
static const char *item_words(const struct level *level, size_t item, struct arena *arena)
{
    struct text text = TEXT_EMPTY;
    text_format(&text, "%s (+", level->evidence[item - 1]);
    figure_exact(&text, level->points[item - 1]);
    text_add(&text, ")");
    const char *copy = arena_copy(arena, text.bytes, text.length);
    text_release(&text);
    return copy;
}

/* Documents put forward for an item, and its note, below it. */
static void draw_below_item(const struct dialogue *dialogue, struct strip *strip, size_t column,
                            size_t number)
{
    const struct evaluation *evaluation = evaluation_of(dialogue);
    const struct response *response = &evaluation->assessment->responses[dialogue->indicator];
    int level = evaluation->instrument->levels[dialogue->level].number;
    const struct item *item = assessment_item(response, level, (int)number);
    struct arena *arena = strip->picture->arena;
    for (size_t i = 0; i < response->evidence_count; i++) {
        if (assessment_proves_item(&response->evidence[i], level, (int)number)) {
            strip_lines(strip, column, LOOK_GOOD,
                        arena_format(arena, "+ %s",
                                     dialogue_strip_describe(&response->evidence[i], arena)));
        }
    }
    if (item != NULL && item->note != NULL) {
        strip_lines(strip, column, LOOK_FAINT, arena_format(arena, "“%s”", item->note));
    }
}

/* Draws the whole strip; *from and *to: rows of what is in focus. */
static void draw_strip(const struct dialogue *dialogue, struct strip *strip, size_t *from,
                       size_t *to)
{
    const struct instrument *instrument = evaluation_of(dialogue)->instrument;
    const struct level *level = &instrument->levels[dialogue->level];
    struct spot chosen = dialogue_spot(dialogue);
    strip->row = 0;
    for (struct spot spot = dialogue_first_spot(dialogue, dialogue->level); dialogue_is_spot(spot);
         spot = dialogue_next_spot(dialogue, dialogue->level, spot, 1)) {
        bool focus = spot.item == chosen.item && spot.criterion == chosen.criterion;
        *from = focus ? strip->row : *from;
        if (spot.item > 0) {
            const char *words = item_words(level, spot.item, strip->picture->arena);
            draw_below_item(dialogue, strip, draw_spot(dialogue, strip, spot, focus, words),
                            spot.item);
        } else {
            const char *words = instrument->criteria[spot.criterion].text;
            draw_beside(dialogue, strip, draw_spot(dialogue, strip, spot, focus, words),
                        spot.criterion);
        }
        *to = focus ? strip->row : *to;
    }
    if (strip->row == 0) {
        strip_lines(strip, 2, LOOK_FAINT, _("This level asks for nothing of its own."));
    }
    if (level->note[0] != '\0') {
        strip->row++;
        strip_lines(strip, 2, LOOK_FAINT, level->note);
    }
}

size_t dialogue_strip_height(const struct dialogue *dialogue, struct picture *picture,
                             struct part part)
{
    struct strip strip = {.picture = picture, .part = part, .measuring = true};
    size_t from = 0;
    size_t to = 0;
    draw_strip(dialogue, &strip, &from, &to);
    return strip.row;
}

void dialogue_strip_draw(const struct dialogue *dialogue, struct picture *picture, size_t top,
                         size_t bottom, struct part part)
{
    struct strip strip = {.picture = picture, .part = part, .top = top, .measuring = true};
    size_t from = 0;
    size_t to = 0;
    strip.rows = bottom > top ? bottom - top : 0;
    draw_strip(dialogue, &strip, &from, &to);
    size_t total = strip.row;
    strip.measuring = false;
    strip.first = to <= strip.rows ? 0 : to - strip.rows;
    strip.first = strip.first > from ? from : strip.first;
    draw_strip(dialogue, &strip, &from, &to);
    if (strip.first > 0) {
        picture_put(picture, top, part.left + part.width, 1, LOOK_STRONG, "↑");
    }
    if (total > strip.first + strip.rows) {
        picture_put(picture, bottom - 1, part.left + part.width, 1, LOOK_STRONG, "↓");
    }
}
