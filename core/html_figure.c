#include "html_figure.h"

#include "html_chart.h"
#include "html_plot.h"
#include "html_text.h"

/* A chart wider than the first is drawn for narrow screens as well: so wide, with so much room for each
 * bar; so many columns may stay upright. */
enum { WIDE_PX = 420, SLIM_PX = 340, SLIM_BAR_PX = 34, SLIM_COLUMNS = 5 };

static void add_picture(const struct html_image *image, struct text *out)
{
    text_add(out, "<figure><img alt=\"");
    html_text_value(out, image->description, strlen(image->description));
    text_format(out, "\" width=\"%u\" src=\"data:image/png;base64,", html_grid_image_width(image));
    html_text_base64(out, image->bytes, image->length);
    text_add(out, "\"/></figure>");
}

static void add_cell(struct text *out, const char *tag, const char *text)
{
    text_format(out, "<%s>", tag);
    html_text_add(out, text, strlen(text));
    text_format(out, "</%.2s>", tag);
}

/* The numbers of a chart, as their cells show them. */
static void add_numbers(const struct plot *plot, struct text *out)
{
    text_format(out, "<details><summary>%s</summary><table><thead><tr><td></td>",
                plot->english ? "The numbers" : "Angkanya");
    for (size_t i = 0; i < plot->count; i++) {
        if (!plot->series[i].look->invisible) {
            add_cell(out, "th scope=\"col\"", plot->series[i].name);
        }
    }
    text_add(out, "</tr></thead><tbody>");
    for (size_t p = 0; p < plot->points; p++) {
        text_add(out, "<tr>");
        add_cell(out, "th scope=\"row\"", plot->labels[p]);
        for (size_t i = 0; i < plot->count; i++) {
            if (!plot->series[i].look->invisible) {
                add_cell(out, "td", plot->series[i].labels[p]);
            }
        }
        text_add(out, "</tr>");
    }
    text_add(out, "</tbody></table></details>");
}

/* The chart for a narrow screen: not as wide, and columns become bars, whose names have room. */
static void make_slim(const struct chart *chart, size_t points, struct chart *out)
{
    bool columns = chart->kind == CHART_COLUMN || chart->kind == CHART_COLUMN_STACKED;
    bool few = points <= SLIM_COLUMNS;
    *out = *chart;
    out->width = SLIM_PX;
    if (columns && !few) {
        uint32_t need = (uint32_t)points * SLIM_BAR_PX + 2 * SLIM_BAR_PX;
        out->kind = chart->kind == CHART_COLUMN ? CHART_BAR : CHART_BAR_STACKED;
        out->category.reverse = !chart->category.reverse;
        out->height = need > chart->height ? need : chart->height;
    } else if (chart->kind == CHART_RADAR || chart->kind == CHART_RADAR_FILLED) {
        out->height = chart->height < SLIM_PX ? chart->height : SLIM_PX;
    }
}

static void add_chart(const struct html_book *book, const struct html_sheet *sheet,
                      const struct chart *chart, bool english, struct text *out)
{
    struct plot plot;
    struct arena arena = ARENA_EMPTY;
    html_plot_take(book, sheet, chart, english, &arena, &plot);
    bool wide = chart->width > WIDE_PX;
    text_add(out, wide ? "<figure>\n<div class=\"wide\">" : "<figure>");
    html_chart_add(out, &plot);
    if (wide) {
        struct chart slim;
        make_slim(chart, plot.points, &slim);
        plot.chart = &slim;
        text_add(out, "</div>\n<div class=\"slim\">");
        html_chart_add(out, &plot);
        text_add(out, "</div>\n");
    }
    add_numbers(&plot, out);
    text_add(out, "</figure>");
    arena_release(&arena);
}

void html_figure_write(const struct html_book *book, const struct html_sheet *sheet,
                       const struct html_span *span, bool english, struct text *out)
{
    if (span->image != NULL) {
        add_picture(span->image, out);
    } else {
        add_chart(book, sheet, &span->chart->chart, english, out);
    }
}
