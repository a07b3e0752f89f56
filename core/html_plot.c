#include "html_plot.h"

#include "html_number.h"
#include "html_range.h"

#include <string.h>

/* The text that a cell shows, in the arena. */
static const char *shown(const struct html_book *book, const struct html_cell *cell,
                         const char *format, bool english, struct arena *arena)
{
    if (cell == NULL || cell->kind == HTML_BLANK) {
        return "";
    }
    if (cell->kind == HTML_TEXT) {
        return cell->text;
    }
    struct text text = TEXT_EMPTY;
    const struct style *style = html_book_look(book, cell->style);
    html_number_add(&text, cell->number,
                    format != NULL  ? format
                    : style == NULL ? ""
                                    : style->format,
                    english);
    const char *kept = arena_copy(arena, text.bytes, text.length);
    text_release(&text);
    return kept;
}

/* A name: a text, or the cell that a reference means. */
static const char *name_of(const struct html_book *book, const struct html_sheet *sheet,
                           const char *name, bool english, struct arena *arena)
{
    struct html_range range;
    if (name == NULL || *name != '=') {
        return name == NULL ? "" : name;
    }
    return html_range_find(book, sheet, name, &range)
               ? shown(book, html_range_cell(&range, 0), NULL, english, arena)
               : "";
}

/* Where the points of a scatter chart stand: the numbers of the categories, else 1, 2, 3… */
static const double *places_of(const struct html_range *categories, size_t count,
                               struct arena *arena)
{
    double *places = arena_get(arena, count + 1, sizeof *places);
    for (size_t i = 0; i < count; i++) {
        const struct html_cell *cell = categories == NULL ? NULL : html_range_cell(categories, i);
        places[i] = cell != NULL && cell->kind == HTML_NUMBER ? cell->number : (double)(i + 1);
    }
    return places;
}

/* Takes the values of one series; how many. */
static size_t take_values(const struct html_book *book, const struct html_range *range,
                          const struct plot *plot, struct arena *arena, struct plot_series *out)
{
    size_t count = html_range_count(range, PLOT_POINTS);
    double *values = arena_get(arena, count, sizeof *values);
    bool *has = arena_get(arena, count, sizeof *has);
    const char **labels = arena_get(arena, count, sizeof *labels);
    for (size_t i = 0; i < count; i++) {
        const struct html_cell *cell = html_range_cell(range, i);
        has[i] = cell != NULL && cell->kind == HTML_NUMBER;
        values[i] = has[i] ? cell->number : 0;
        labels[i] = shown(book, cell, out->look->label_format, plot->english, arena);
    }
    out->values = values;
    out->has = has;
    out->labels = labels;
    return count;
}

static void take_series(const struct html_book *book, const struct html_sheet *sheet,
                        const struct chart_series *look, struct arena *arena, struct plot *plot,
                        size_t counts[CHART_SERIES])
{
    struct html_range range;
    struct html_range categories;
    struct plot_series *series = &plot->series[plot->count];
    if (!html_range_find(book, sheet, look->values, &range)) {
        return;
    }
    *series = (struct plot_series){.look = look,
                                   .name = name_of(book, sheet, look->name, plot->english, arena)};
    size_t count = take_values(book, &range, plot, arena, series);
    bool named =
        look->categories != NULL && html_range_find(book, sheet, look->categories, &categories);
    series->places = places_of(named ? &categories : NULL, count, arena);
    counts[plot->count++] = count;
    plot->points = count > plot->points ? count : plot->points;
}

/* The names of the points, from the first series that has some. */
static void take_labels(const struct html_book *book, const struct html_sheet *sheet,
                        struct arena *arena, struct plot *plot)
{
    const char **labels = arena_get(arena, plot->points + 1, sizeof *labels);
    struct html_range range;
    bool found = false;
    for (size_t i = 0; i < plot->count && !found; i++) {
        const char *categories = plot->series[i].look->categories;
        found = categories != NULL && html_range_find(book, sheet, categories, &range);
    }
    size_t count = found ? html_range_count(&range, plot->points) : 0;
    for (size_t i = 0; i < plot->points; i++) {
        labels[i] =
            i < count ? shown(book, html_range_cell(&range, i), NULL, plot->english, arena) : "";
    }
    plot->labels = labels;
}

/* Gives every series as many points, the last ones without a number; finds the extremes. */
static void level(struct plot *plot, const size_t counts[CHART_SERIES], struct arena *arena)
{
    bool any = false;
    for (size_t i = 0; i < plot->count; i++) {
        struct plot_series *series = &plot->series[i];
        double *values = arena_get(arena, plot->points, sizeof *values);
        double *places = arena_get(arena, plot->points, sizeof *places);
        bool *has = arena_get(arena, plot->points, sizeof *has);
        const char **labels = arena_get(arena, plot->points, sizeof *labels);
        for (size_t p = 0; p < plot->points; p++) {
            bool there = p < counts[i];
            has[p] = there && series->has[p];
            values[p] = there ? series->values[p] : 0;
            places[p] = there ? series->places[p] : 0;
            labels[p] = there ? series->labels[p] : "";
            if (has[p]) {
                plot->low = !any || values[p] < plot->low ? values[p] : plot->low;
                plot->high = !any || values[p] > plot->high ? values[p] : plot->high;
                any = true;
            }
        }
        series->values = values;
        series->places = places;
        series->has = has;
        series->labels = labels;
    }
}

void html_plot_take(const struct html_book *book, const struct html_sheet *sheet,
                    const struct chart *chart, bool english, struct arena *arena, struct plot *out)
{
    size_t counts[CHART_SERIES] = {0};
    *out = (struct plot){.chart = chart, .english = english};
    for (size_t i = 0; i < chart->series_count; i++) {
        take_series(book, sheet, &chart->series[i], arena, out, counts);
    }
    take_labels(book, sheet, arena, out);
    level(out, counts, arena);
}
