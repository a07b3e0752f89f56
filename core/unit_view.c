#include "unit_view.h"

#include "cause_view.h"
#include "figure.h"
#include "lang.h"
#include "limit.h"
#include "memory.h"
#include "table.h"
#include "unit_report.h"
#include "unit_standing.h"

#include <stdio.h>
#include <stdlib.h>

enum { SHOWN = 3, GAIN_DECIMALS = 3, COLUMNS = LIMIT_COMPARED + 4 };

static const char *unit_name(const char *unit)
{
    return unit == NULL ? _("(no unit)") : unit;
}

static const struct compared_side *last_side(const struct comparison *comparison)
{
    return &comparison->sides[comparison->count - 1];
}

/* A mean, "–" where the basis has nothing, with a star where it has not everything. */
static void mean_cell(struct table *table, const struct compared_side *side, bool known,
                      unsigned given, const struct unit_standing *standing, struct fraction mean)
{
    struct text text = TEXT_EMPTY;
    if (known && given > 0) {
        figure_rounded(&text, mean, side->instrument->decimals);
        text_add(&text, given < standing->indicators ? "*" : "");
    }
    table_cell(table, text.length > 0 ? TONE_PLAIN : TONE_FAINT,
               text.length > 0 ? text.bytes : "–");
    text_release(&text);
}

/* "4/6", "–" where there are none. */
static void share_cell(struct table *table, unsigned part, unsigned whole)
{
    if (whole == 0) {
        table_cell(table, TONE_FAINT, "–");
    } else {
        table_format(table, part < whole ? TONE_PLAIN : TONE_GOOD, "%u/%u", part, whole);
    }
}

/* ---- one side ---- */

static void standing_row(struct table *table, const struct comparison *comparison, size_t rank)
{
    const struct compared_side *side = last_side(comparison);
    const char *unit = comparison->units[rank];
    struct unit_standing standing;
    struct text text = TEXT_EMPTY;
    bool known = unit_standing_measure(side, unit, &standing);
    if (unit == NULL) {
        table_cell(table, TONE_FAINT, "");
    } else {
        table_format(table, TONE_STRONG, "%zu", rank + 1);
    }
    table_cell(table, unit == NULL ? TONE_FAINT : TONE_PLAIN, unit_name(unit));
    table_format(table, TONE_PLAIN, "%zu", standing.indicators);
    mean_cell(table, side, known, standing.given[BASIS_CLAIMED], &standing,
              standing.mean[BASIS_CLAIMED]);
    mean_cell(table, side, known, standing.answered > 0 ? (unsigned)standing.indicators : 0,
              &standing, standing.met);
    mean_cell(table, side, known, standing.given[BASIS_SUPPORTED], &standing,
              standing.mean[BASIS_SUPPORTED]);
    mean_cell(table, side, known, standing.given[BASIS_VERIFIED], &standing,
              standing.mean[BASIS_VERIFIED]);
    share_cell(table, standing.borne_out, standing.claims);
    share_cell(table, standing.accepted, standing.judged);
    figure_rounded(&text, known ? standing.gained : fraction_whole(0), GAIN_DECIMALS);
    text_add(&text, "/");
    figure_rounded(&text, known ? standing.possible : fraction_whole(0), GAIN_DECIMALS);
    table_cell(table, TONE_PLAIN, text.bytes);
    text_release(&text);
}

static void print_standings(const struct comparison *comparison, const struct console *console)
{
    static const struct table_column columns[] = {
        {.title = ""},
        {.title = N_("Unit"), .gives = true},
        {.title = N_("Ind."), .right = true},
        {.title = N_("Claimed"), .right = true},
        {.title = N_("Met"), .right = true},
        {.title = N_("Supported"), .right = true},
        {.title = N_("Verified"), .right = true},
        {.title = N_("Proven"), .right = true},
        {.title = N_("Accepted"), .right = true},
        {.title = N_("Of the index"), .right = true},
    };
    struct table *table = table_new(columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < comparison->unit_count; i++) {
        standing_row(table, comparison, i);
    }
    table_print(table, console);
    table_free(table);
    console_paragraph(
        console, 0,
        _("Claimed to verified: means by weight; met: by the answers alone; proven: claims that "
          "evidence bears out, of all; accepted: claims that the assessor kept, of those judged; "
          "of the index: points brought, of those possible. * not every indicator has a value"));
    console_write(console, TONE_PLAIN, "\n");
}

/* ---- several sides ---- */

static void trend_row(struct table *table, const struct comparison *comparison, const char *unit)
{
    struct unit_standing first = {.indicators = 0}, last = first;
    struct fraction delta = fraction_whole(0);
    bool known = true;
    table_cell(table, unit == NULL ? TONE_FAINT : TONE_PLAIN, unit_name(unit));
    for (size_t i = 0; i < comparison->count; i++) {
        const struct compared_side *side = &comparison->sides[i];
        bool now = unit_standing_measure(side, unit, &last);
        mean_cell(table, side, now, last.given[side->basis], &last, last.value);
        first = i == 0 ? last : first;
        known = known && now;
    }
    known = known && first.indicators > 0 && last.indicators > 0 &&
            fraction_subtract(last.value, first.value, &delta);
    table_difference(table, known, delta, last_side(comparison)->instrument->decimals);
}

static void print_trend(const struct comparison *comparison, const struct console *console)
{
    struct table_column columns[COLUMNS];
    char titles[LIMIT_COMPARED][8];
    size_t count = 0;
    columns[count++] = (struct table_column){.title = N_("Unit"), .gives = true};
    for (size_t i = 0; i < comparison->count && i < LIMIT_COMPARED; i++) {
        snprintf(titles[i], sizeof *titles, "[%u]", (unsigned)(i + 1) % 100U);
        columns[count++] = (struct table_column){.title = titles[i], .right = true};
    }
    columns[count++] = (struct table_column){.title = N_("Difference"), .right = true};
    struct table *table = table_new(columns, count);
    for (size_t i = 0; i < comparison->unit_count; i++) {
        trend_row(table, comparison, comparison->units[i]);
    }
    table_print(table, console);
    table_free(table);
    console_write(console, TONE_PLAIN, "\n");
}

/* ---- why ---- */

/* An indicator that is not at the top: its values, and what it still could bring. */
static void print_indicator(const struct comparison *comparison, size_t indicator,
                            const struct console *console)
{
    const size_t last = comparison->count - 1;
    const struct compared_side *side = last_side(comparison);
    const struct rating *rating = &side->ratings[indicator];
    struct text text = TEXT_EMPTY;
    for (size_t b = 0; b < BASIS_COUNT; b++) {
        if (rating->on[b].given) {
            text_format(&text, "%s ", evaluation_basis_label((enum basis)b));
            cause_view_add_value(&text, side, rating->on[b].value);
            text_add(&text, "; ");
        }
    }
    text_add(&text, _("still to gain: "));
    figure_rounded(&text, unit_standing_missing(side, indicator), GAIN_DECIMALS);
    text_format(&text, " · %s", side->instrument->indicators[indicator].name);
    console_item(console, 2, TONE_STRONG, side->instrument->indicators[indicator].id, text.bytes);
    cause_view_print(&(struct cause_pair){comparison, last, last, indicator}, console, 8);
    text_release(&text);
}

static void print_unit(const struct comparison *comparison, const char *unit, size_t *order,
                       const struct console *console)
{
    struct text text = TEXT_EMPTY;
    size_t count = unit_report_order(comparison, unit, order), told = 0;
    text_format(&text, "%s\n", unit_name(unit));
    console_write(console, TONE_STRONG, text.bytes);
    for (; told < count && told < SHOWN; told++) {
        if (unit_standing_missing(last_side(comparison), order[told]).num == 0) {
            break;
        }
        print_indicator(comparison, order[told], console);
    }
    if (told == 0) {
        console_paragraph(console, 2, _("Nothing is left to gain."));
    }
    console_write(console, TONE_PLAIN, "\n");
    text_release(&text);
}

void unit_view_print(const struct comparison *comparison, const struct console *console)
{
    size_t *order = memory_zero(comparison->sides[0].instrument->indicator_count, sizeof *order);
    if (comparison->unit_count > 0 && comparison->count > 1) {
        print_trend(comparison, console);
    }
    if (comparison->unit_count > 0) {
        print_standings(comparison, console);
        console_write(console, TONE_STRONG, _("What costs each unit most, and why"));
        console_write(console, TONE_PLAIN, "\n");
    }
    for (size_t i = 0; i < comparison->unit_count; i++) {
        print_unit(comparison, comparison->units[i], order, console);
    }
    free(order);
}
