#include "what_view.h"

#include "figure.h"
#include "lang.h"
#include "reason.h"
#include "table.h"

#include <stdlib.h>

enum { OPEN_SHOWN = 5 };

/* What the functions below share. */
struct view {
    const struct what_if *what;
    const struct instrument *instrument;
    const struct console *console;
    struct arena *scratch;
    struct text text; /* of the present line */
};

/* "+0,025", "–", in a copy. */
static const char *difference(struct view *view, struct fraction change)
{
    struct text text = TEXT_EMPTY;
    text_add(&text, change.num > 0 ? "+" : "");
    figure_exact(&text, change);
    const char *copy = arena_string(view->scratch, change.num == 0 ? "–" : text.bytes);
    text_release(&text);
    return copy;
}

static enum console_tone tone_of(struct fraction change)
{
    return change.num > 0 ? TONE_GOOD : change.num < 0 ? TONE_BAD : TONE_PLAIN;
}

/* "2,98 Baik", in a copy. */
static const char *index_words(struct view *view, struct fraction index)
{
    struct text text = TEXT_EMPTY;
    const struct band *band = evaluation_band(view->what->before, index);
    figure_rounded(&text, index, view->instrument->decimals);
    text_format(&text, " %s", evaluation_band_label(band));
    const char *copy = arena_string(view->scratch, text.bytes);
    text_release(&text);
    return copy;
}

/* ---- before and after ---- */

static void write_indexes(struct view *view)
{
    static const struct table_column columns[] = {
        {.title = N_("Index"), .gives = true},
        {.title = N_("Before")},
        {.title = N_("After")},
        {.title = N_("Change"), .right = true},
        {.title = N_("Given"), .right = true},
    };
    struct table *table = table_new(columns, sizeof columns / sizeof columns[0]);
    for (int b = 0; b < BASIS_COUNT; b++) {
        const struct index_value *before = &view->what->before->index[b];
        const struct index_value *after = &view->what->after.index[b];
        struct fraction change = view->what->change[b];
        bool main = (enum basis)b == view->what->before->main;
        if (before->given == 0 && after->given == 0 && !main) {
            continue;
        }
        table_cell(table, main ? TONE_STRONG : TONE_PLAIN, evaluation_basis_label((enum basis)b));
        table_cell(table, TONE_PLAIN, index_words(view, before->exact));
        table_cell(table, main ? TONE_STRONG : TONE_PLAIN, index_words(view, after->exact));
        table_cell(table, tone_of(change), difference(view, change));
        table_format(table, after->given < after->of ? TONE_WARN : TONE_FAINT, "%u/%u",
                     after->given, after->of);
    }
    table_print(table, view->console);
    table_free(table);
}

/* What a change means, where its effect is none: why the indicator is not higher. */
static void write_change(struct view *view, const struct what_change *change)
{
    struct fraction effect = change->effect[change->acts];
    struct reason reasons[REASONS_MAX];
    text_format(&view->text, "%s  %s (%s)", difference(view, effect),
                view->instrument->indicators[change->indicator].short_name,
                evaluation_basis_label(change->acts));
    if (change->kind != WHAT_VALUE) {
        size_t count = reason_list(&view->what->after, change->indicator, view->scratch, reasons);
        text_format(&view->text, "; %s", reasons[count - 1].text);
    }
    console_flush_item(view->console, 2, TONE_STRONG, change->word, &view->text);
}

static void write_changes(struct view *view)
{
    if (view->what->change_count > 0) {
        console_heading(view->console, TONE_STRONG, _("Each change alone"));
    }
    for (size_t i = 0; i < view->what->change_count; i++) {
        write_change(view, &view->what->changes[i]);
    }
}

/* ---- domains and aspects ---- */

static void group_row(struct view *view, const char *id, const char *name,
                      const struct group *before, const struct group *after, bool *begun)
{
    for (int b = 0; b < BASIS_COUNT; b++) {
        if (fraction_compare(before->value[b], after->value[b]) == 0) {
            continue;
        }
        if (!*begun) {
            console_heading(view->console, TONE_STRONG, _("Domains and aspects that move"));
        }
        *begun = true;
        text_format(&view->text, "%s: ", name);
        figure_rounded(&view->text, before->value[b], view->instrument->decimals);
        text_add(&view->text, " → ");
        figure_rounded(&view->text, after->value[b], view->instrument->decimals);
        text_format(&view->text, " (%s)", evaluation_basis_label((enum basis)b));
        console_flush_item(view->console, 2, TONE_STRONG, id, &view->text);
    }
}

static void write_groups(struct view *view)
{
    bool begun = false;
    for (size_t d = 0; d < view->instrument->domain_count; d++) {
        group_row(view, view->instrument->domains[d].id, view->instrument->domains[d].name,
                  &view->what->before->domains[d], &view->what->after.domains[d], &begun);
    }
    for (size_t a = 0; a < view->instrument->aspect_count; a++) {
        group_row(view, view->instrument->aspects[a].id, view->instrument->aspects[a].name,
                  &view->what->before->aspects[a], &view->what->after.aspects[a], &begun);
    }
}

/* ---- the range ---- */

struct open_item {
    int indicator;
    struct fraction spread;
};

/* The widest first; among equals in the instrument's order. */
static int compare_open(const void *left, const void *right)
{
    const struct open_item *one = left, *other = right;
    int order = fraction_compare(other->spread, one->spread);
    return order != 0 ? order
                      : (one->indicator > other->indicator) - (one->indicator < other->indicator);
}

/* The indicators that decide most between lowest and highest. */
static void write_open(struct view *view, const struct range *range)
{
    size_t count = 0;
    struct open_item *list =
        arena_get(view->scratch, view->instrument->indicator_count + 1, sizeof *list);
    for (int i = 0; i < (int)view->instrument->indicator_count; i++) {
        if (range->items[i].spread.num > 0) {
            list[count++] = (struct open_item){i, range->items[i].spread};
        }
    }
    qsort(list, count, sizeof *list, compare_open);
    for (size_t i = 0; i < count && i < OPEN_SHOWN; i++) {
        const struct range_item *item = &range->items[list[i].indicator];
        const struct indicator *indicator = &view->instrument->indicators[list[i].indicator];
        text_format(&view->text, "%s: ", indicator->short_name);
        for (int end = 0; end < RANGE_ENDS; end++) {
            text_add(&view->text, end == 0 ? "" : " / ");
            figure_exact(&view->text, item->value[end]);
        }
        text_format(&view->text, "; %s", difference(view, item->spread));
        console_flush_item(view->console, 2, TONE_STRONG, indicator->id, &view->text);
    }
}

static void write_range(struct view *view)
{
    static const char *const labels[RANGE_ENDS] = {N_("lowest"), N_("expected"), N_("highest")};
    const struct range *range = &view->what->range_after;
    console_heading(view->console, TONE_STRONG, _("How far the index is still open"));
    for (int end = 0; end < RANGE_ENDS; end++) {
        text_format(&view->text, "  %s: %s", _(labels[end]), index_words(view, range->index[end]));
        text_add(&view->text, "\n");
    }
    console_flush(view->console, TONE_PLAIN, &view->text);
    if (range->open == 0) {
        text_format(&view->text, "  %s\n", _("Nothing is open."));
        console_flush(view->console, TONE_PLAIN, &view->text);
        return;
    }
    text_format(&view->text,
                _("Open: %zu of %zu indicators. What decides most (lowest / expected / "
                  "highest; of the index):"),
                range->open, view->instrument->indicator_count);
    console_flush_paragraph(view->console, 2, &view->text);
    write_open(view, range);
}

void what_view_print(const struct what_if *what, const struct console *console,
                     struct arena *scratch)
{
    struct view view = {what, what->before->instrument, console, scratch, TEXT_EMPTY};
    const char *agency = what->before->assessment->agency;
    text_format(&view.text, "%s · %d\n\n", agency[0] == '\0' ? _("(agency without name)") : agency,
                what->before->assessment->year);
    console_flush(view.console, TONE_PLAIN, &view.text);
    write_indexes(&view);
    write_changes(&view);
    write_groups(&view);
    write_range(&view);
    text_release(&view.text);
}
