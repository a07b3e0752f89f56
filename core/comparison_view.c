#include "comparison_view.h"

#include "bridge.h"
#include "cause_view.h"
#include "comparison_notice.h"
#include "comparison_summary.h"
#include "figure.h"
#include "lang.h"
#include "memory.h"
#include "table.h"
#include "unit_standing.h"
#include "unit_view.h"

#include <stdlib.h>

enum { COLUMNS = 24, DELTA_DECIMALS = 3 };

/* "+0,25", "-1", "0". */
static void add_delta(struct text *out, struct fraction delta, int decimals)
{
    text_add(out, delta.num > 0 ? "+" : "");
    figure_rounded(out, delta, decimals);
}

static void number_cell(struct table *table, struct fraction value, int decimals, bool partial)
{
    struct text text = TEXT_EMPTY;
    figure_rounded(&text, value, decimals);
    text_add(&text, partial ? "*" : "");
    table_cell(table, TONE_PLAIN, text.bytes);
    text_release(&text);
}

/* ---- who is compared ---- */

static void tell(void *context, const char *sentence)
{
    console_paragraph(context, 0, sentence);
}

static void print_sides(const struct comparison *comparison, const struct console *console)
{
    static const struct table_column columns[] = {
        {.title = ""},
        {.title = N_("Agency"), .gives = true},
        {.title = N_("Year"), .right = true},
        {.title = N_("Instrument")},
        {.title = N_("Basis")},
        {.title = N_("Index"), .right = true},
        {.title = N_("Predicate")},
        {.title = N_("Given"), .right = true},
    };
    struct table *table = table_new(columns, sizeof columns / sizeof *columns);
    struct console copy = *console;
    bool names = comparison_needs_names(comparison);
    for (size_t i = 0; i < comparison->count; i++) {
        const struct compared_side *side = &comparison->sides[i];
        const struct index_value *index = &side->index[side->basis];
        bool partial = index->given < index->of;
        table_format(table, TONE_STRONG, "[%zu]", i + 1);
        if (names) {
            table_format(table, TONE_PLAIN, "%s (%s)", side->agency, side->name);
        } else {
            table_cell(table, TONE_PLAIN, side->agency);
        }
        table_format(table, TONE_PLAIN, "%d", side->year);
        table_cell(table, TONE_PLAIN, side->instrument->id);
        table_cell(table, TONE_FAINT, evaluation_basis_label(side->basis));
        number_cell(table, index->exact, side->instrument->decimals, partial);
        table_cell(table, TONE_PLAIN, evaluation_band_label(index->band));
        table_format(table, partial ? TONE_WARN : TONE_FAINT, "%u/%u", index->given, index->of);
    }
    table_print(table, console);
    table_free(table);
    console_write(console, TONE_PLAIN, "\n");
    comparison_summary_tell(comparison, tell, &copy);
    comparison_notice_tell(comparison, tell, &copy);
    console_write(console, TONE_PLAIN, "\n");
}

/* ---- index, domains, aspects ---- */

/* A table with a column for each side, and one for the difference. */
static struct table *new_table(const struct comparison *comparison, struct table_column *columns,
                               char (*titles)[8])
{
    size_t count = 0;
    columns[count++] = (struct table_column){.title = ""};
    columns[count++] = (struct table_column){.title = N_("Name"), .gives = true};
    for (size_t i = 0; i < comparison->count; i++) {
        snprintf(titles[i], sizeof *titles, "[%u]", (unsigned)(i + 1) % 100U);
        columns[count++] = (struct table_column){.title = titles[i], .right = true};
    }
    columns[count++] = (struct table_column){.title = N_("Difference"), .right = true};
    return table_new(columns, count);
}

static void group_row(struct table *table, const struct comparison *comparison, const char *id,
                      const char *name, bool domains, size_t position)
{
    int decimals = comparison->sides[0].instrument->decimals;
    struct fraction first = fraction_whole(0), value = first, delta;
    table_cell(table, TONE_PLAIN, id);
    table_cell(table, TONE_PLAIN, name);
    for (size_t i = 0; i < comparison->count; i++) {
        const struct compared_side *side = &comparison->sides[i];
        const struct group *group = domains ? &side->domains[position] : &side->aspects[position];
        value = group->value[side->basis];
        first = i == 0 ? value : first;
        number_cell(table, value, decimals, group->given[side->basis] < group->of);
    }
    bool known = fraction_subtract(value, first, &delta);
    table_difference(table, known, delta, decimals);
}

static void print_groups(const struct comparison *comparison, const struct console *console)
{
    struct table_column columns[COLUMNS];
    char titles[COLUMNS][8];
    const struct instrument *instrument = comparison->sides[0].instrument;
    struct table *table = new_table(comparison, columns, titles);
    struct fraction delta = fraction_whole(0);
    table_cell(table, TONE_PLAIN, "");
    table_cell(table, TONE_STRONG, _("Index"));
    for (size_t i = 0; i < comparison->count; i++) {
        const struct compared_side *side = &comparison->sides[i];
        const struct index_value *index = &side->index[side->basis];
        number_cell(table, index->exact, instrument->decimals, index->given < index->of);
    }
    bool known = comparison_index(comparison, 0, comparison->count - 1, &delta);
    table_difference(table, known, delta, instrument->decimals + 2); /* where rounding hides it */
    table_rule(table);
    for (size_t i = 0; i < instrument->domain_count; i++) {
        group_row(table, comparison, instrument->domains[i].id, instrument->domains[i].name, true,
                  i);
    }
    for (size_t i = 0; i < instrument->aspect_count; i++) {
        group_row(table, comparison, instrument->aspects[i].id, instrument->aspects[i].name, false,
                  i);
    }
    table_print(table, console);
    table_free(table);
    console_write(console, TONE_PLAIN, "\n");
}

/* ---- from one instrument to another ---- */

/* "3", or "2 – 4". */
static void interval_cell(struct table *table, const struct bridge_line *line)
{
    struct text text = TEXT_EMPTY;
    figure_exact(&text, line->low);
    if (fraction_compare(line->low, line->high) != 0) {
        text_add(&text, " – ");
        figure_exact(&text, line->high);
    }
    table_cell(table, TONE_PLAIN, text.bytes);
    text_release(&text);
}

static void bridged_row(struct table *table, const struct instrument *instrument, size_t position,
                        const struct bridge_line *line)
{
    struct text text = TEXT_EMPTY;
    struct fraction change = fraction_whole(0);
    for (string_list id = line->row->from; *id != NULL; id++) {
        text_format(&text, "%s%s", text.length == 0 ? "" : ", ", *id);
    }
    table_cell(table, TONE_PLAIN, instrument->indicators[position].id);
    table_cell(table, TONE_PLAIN, instrument->indicators[position].name);
    table_cell(table, TONE_FAINT, text.bytes);
    interval_cell(table, line);
    text_clear(&text);
    figure_exact(&text, line->now);
    table_cell(table, TONE_PLAIN, text.bytes);
    bool known = line->compared && fraction_subtract(line->now, line->low, &change);
    table_difference(table, known, change, instrument->decimals);
    text_release(&text);
}

static void print_bridge(const struct comparison *comparison, const struct bridge *bridge,
                         const struct console *console)
{
    char titles[2][8];
    const struct instrument *instrument = comparison->sides[bridge->to].instrument;
    struct console copy = *console;
    bridge_tell(comparison, bridge, tell, &copy);
    console_write(console, TONE_PLAIN, "\n");
    if (bridge->crosswalk == NULL || bridge->known == 0) {
        return;
    }
    snprintf(titles[0], sizeof *titles, "[%u]", (unsigned)(bridge->from + 1) % 100U);
    snprintf(titles[1], sizeof *titles, "[%u]", (unsigned)(bridge->to + 1) % 100U);
    const struct table_column columns[] = {
        {.title = ""},
        {.title = N_("Kept its subject"), .gives = true},
        {.title = N_("Formerly")},
        {.title = titles[0], .right = true},
        {.title = titles[1], .right = true},
        {.title = N_("Change"), .right = true},
    };
    struct table *table = table_new(columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        if (bridge->lines[i].known) {
            bridged_row(table, instrument, i, &bridge->lines[i]);
        }
    }
    table_print(table, console);
    table_free(table);
    console_paragraph(console, 0, bridge->crosswalk->source);
    console_write(console, TONE_PLAIN, "\n");
}

/* ---- what rose and fell ---- */

/* True when an indicator is a chosen unit's on the last side, or no units were chosen. */
static bool is_chosen(const struct comparison *comparison, size_t indicator)
{
    const struct compared_side *side = &comparison->sides[comparison->count - 1];
    bool chosen = comparison->unit_count == 0;
    for (size_t i = 0; i < comparison->unit_count; i++) {
        chosen = chosen || unit_standing_owns(side, comparison->units[i], indicator);
    }
    return chosen;
}

/* One indicator whose value moved from a side to the next. */
static void print_move(const struct cause_pair *pair, const struct compared_value *value,
                       const struct console *console)
{
    const struct compared_side *side = &pair->comparison->sides[pair->to];
    const struct indicator *about = &side->instrument->indicators[pair->indicator];
    struct text text = TEXT_EMPTY;
    cause_view_add_value(&text, side, value->from);
    text_add(&text, value->given[0] ? " → " : "* → ");
    cause_view_add_value(&text, side, value->to);
    text_add(&text, value->given[1] ? "  " : "*  ");
    add_delta(&text, value->contribution, DELTA_DECIMALS);
    text_format(&text, "  %s", about->name);
    if (pair->comparison->unit_count > 0 && side->units[pair->indicator] != NULL) {
        text_format(&text, " (%s)", side->units[pair->indicator]);
    }
    console_item(console, 0,
                 value->delta.num < 0   ? TONE_BAD
                 : value->delta.num > 0 ? TONE_GOOD
                                        : TONE_STRONG,
                 about->id, text.bytes);
    cause_view_print(pair, console, 8);
    text_release(&text);
}

/* What is left to say of a step: that nothing moved, or what changed without moving a value. */
static void print_rest(size_t moved, size_t still, const struct console *console)
{
    struct text text = TEXT_EMPTY;
    if (moved == 0) {
        console_paragraph(console, 0, _("No indicator has another value."));
    }
    if (still > 0) {
        text_format(&text,
                    _("%zu indicators have other answers or documents and kept their value."),
                    still);
        console_paragraph(console, 0, text.bytes);
    }
    console_write(console, TONE_PLAIN, "\n");
    text_release(&text);
}

static void print_moves(const struct comparison *comparison, size_t to,
                        const struct console *console)
{
    size_t count = comparison->sides[to].instrument->indicator_count, moved = 0, still = 0;
    size_t *order = memory_zero(count, sizeof *order);
    struct text text = TEXT_EMPTY;
    comparison_order(comparison, to - 1, to, order);
    text_format(&text, _("From [%zu] to [%zu]: value, contribution to the index, why"), to, to + 1);
    text_add(&text, "\n");
    console_write(console, TONE_STRONG, text.bytes);
    for (size_t i = 0; i < count; i++) {
        const struct cause_pair pair = {comparison, to - 1, to, order[i]};
        struct compared_value value;
        bool known = comparison_value(comparison, to - 1, to, order[i], &value);
        if (!is_chosen(comparison, order[i])) {
            continue;
        }
        if (known && (value.delta.num != 0 || value.given[0] != value.given[1])) {
            print_move(&pair, &value, console);
            moved++;
        } else {
            still += cause_count(&pair) > 0;
        }
    }
    print_rest(moved, still, console);
    text_release(&text);
    free(order);
}

void comparison_view_print(const struct comparison *comparison, const struct console *console)
{
    print_sides(comparison, console);
    for (size_t i = 0; i < comparison->bridge_count; i++) {
        print_bridge(comparison, &comparison->bridges[i], console);
    }
    unit_view_print(comparison, console);
    if (comparison->comparable && comparison->count > 1) {
        print_groups(comparison, console);
    }
    for (size_t i = 1; i < comparison->count; i++) {
        if (comparison_pairs(comparison, i - 1, i)) {
            print_moves(comparison, i, console);
        }
    }
}
