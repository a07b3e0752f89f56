#include "dialogue_page.h"

#include "lang.h"
#include "reason.h"

#include <string.h>

static void add_line(struct page *page, struct arena *arena, size_t indent, enum look look,
                     const char *text)
{
    if (page->count == page->capacity) {
        size_t capacity = page->capacity == 0 ? 64 : page->capacity * 2;
        struct page_line *lines = arena_get(arena, capacity, sizeof *lines);
        for (size_t i = 0; i < page->count; i++) {
            lines[i] = page->lines[i];
        }
        page->lines = lines;
        page->capacity = capacity;
    }
    page->lines[page->count++] = (struct page_line){indent, look, text};
}

/* Adds a text in as many lines as it needs. */
static void add_text(struct page *page, struct arena *arena, size_t indent, size_t width,
                     enum look look, const char *text)
{
    const char *rest = text;
    while (*rest != '\0') {
        const char *line = rest;
        size_t bytes = picture_break(line, width - indent, &rest);
        add_line(page, arena, indent, look, arena_copy(arena, line, bytes));
    }
}

static void add_title(struct page *page, struct arena *arena, const char *title)
{
    if (page->count > 0) {
        add_line(page, arena, 0, LOOK_PLAIN, "");
    }
    add_line(page, arena, 0, LOOK_STRONG, title);
}

static void add_keys(struct page *page, struct arena *arena, size_t width)
{
    static const struct {
        const char *key, *means;
    } keys[] = {
        {N_("y, n"), N_("the criterion is met, is not met; the focus moves on")},
        {N_("-, Del"), N_("takes the answer back")},
        {"k", N_("states the level that the agency claims")},
        {"m", N_("enters the value of the outside index, where one scores the indicator")},
        {"c", N_("writes a note on the criterion or the evidence item")},
        {"C", N_("writes a note on the indicator")},
        {"b",
         N_("attaches a document as evidence for the criterion or item; Tab finishes its name")},
        {"K", N_("confirms what was carried over into the indicator, so that it counts")},
        {"e", N_("changes the title, number, date and pages of a document of the indicator")},
        {"Tab", N_("jumps to what is missing next: an answer, evidence, a claim")},
        {"/", N_("finds indicators, items, criteria, documents and notes by their words; returned "
                 "indicators come first")},
        {"u, Ctrl-Z", N_("takes the last change of this session back; the history keeps both")},
        {"i", N_("tells all about the indicator: what it means, why it has its value, examples of "
                 "evidence")},
        {N_("Up, Down"), N_("the criterion before, the next one")},
        {N_("Left, Right"), N_("the level below, the level above")},
        {N_("PgUp, PgDn"), N_("the indicator before, the next one")},
        {"Home", N_("back to the level that the work is at")},
        {"Ctrl-L", N_("draws the screen again, with what others have changed")},
        {"q", N_("quits; everything is saved already")},
    };
    enum { KEY_COLUMNS = 16 };
    add_title(page, arena, _("Keys"));
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        size_t first = page->count;
        add_text(page, arena, KEY_COLUMNS, width, LOOK_PLAIN, lang_text(keys[i].means));
        const char *key = lang_text(keys[i].key);
        size_t columns = text_columns(key);
        page->lines[first].indent = 2;
        page->lines[first].text = arena_format(
            arena, "%s%*s%s", key, (int)(KEY_COLUMNS - 2 - columns), "", page->lines[first].text);
    }
    add_title(page, arena, _("Marks"));
    add_text(page, arena, 2, width, LOOK_PLAIN,
             arena_format(arena, "○ %s   ◐ %s   ● %s   ! %s", _("untouched"), _("begun"),
                          _("complete"), _("returned")));
    add_text(page, arena, 2, width, LOOK_PLAIN,
             _("The number behind a name is the supported level."));
}

static void add_list(struct page *page, struct arena *arena, size_t width, string_list list)
{
    for (size_t i = 0; list[i] != NULL; i++) {
        size_t first = page->count;
        add_text(page, arena, 4, width, LOOK_PLAIN, list[i]);
        if (page->count > first) {
            page->lines[first].indent = 2;
            page->lines[first].text = arena_format(arena, "· %s", page->lines[first].text);
        }
    }
}

static void add_about(struct page *page, const struct dialogue *dialogue, struct arena *arena,
                      size_t width)
{
    const struct evaluation *evaluation = dialogue->model.evaluation;
    const struct indicator *indicator = &evaluation->instrument->indicators[dialogue->indicator];
    const struct level *level = &evaluation->instrument->levels[dialogue->level];
    const char *note = evaluation->assessment->responses[dialogue->indicator].note;
    struct reason reasons[REASONS_MAX];
    add_text(page, arena, 0, width, LOOK_STRONG,
             arena_format(arena, "%s  %s", indicator->id, indicator->name));
    add_text(page, arena, 2, width, LOOK_PLAIN, indicator->definition);
    add_title(page, arena, _("Why it has its value"));
    size_t count = reason_list(evaluation, dialogue->indicator, arena, reasons);
    for (size_t i = 0; i < count; i++) {
        add_text(page, arena, 2, width, LOOK_PLAIN, reasons[i].text);
    }
    if (note != NULL) {
        add_title(page, arena, _("Note"));
        add_text(page, arena, 2, width, LOOK_PLAIN, note);
    }
    if (level->evidence[0] != NULL) {
        add_title(page, arena,
                  arena_format(arena, _("Examples of evidence for level %d"), level->number));
        add_list(page, arena, width, level->evidence);
    }
    if (indicator->legal_basis[0] != NULL) {
        add_title(page, arena, _("Legal basis"));
        add_list(page, arena, width, indicator->legal_basis);
    }
}

void dialogue_page(const struct dialogue *dialogue, struct arena *arena, size_t width,
                   struct page *page)
{
    *page = (struct page){NULL, 0, 0};
    if (dialogue->mode == DIALOGUE_HELP) {
        add_keys(page, arena, width);
    } else {
        add_about(page, dialogue, arena, width);
    }
}
