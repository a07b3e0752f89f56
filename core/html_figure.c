#include "html_figure.h"

#include "html_chart.h"
#include "html_plot.h"
#include "html_text.h"

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

static void add_chart(const struct html_book *book, const struct html_sheet *sheet,
                      const struct chart *chart, bool english, struct text *out)
{
    struct plot plot;
    struct arena arena = ARENA_EMPTY;
    html_plot_take(book, sheet, chart, english, &arena, &plot);
    text_add(out, "<figure>");
    html_chart_add(out, &plot);
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
