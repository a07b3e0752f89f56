#include "support_chart.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <string.h>

void chart_open(struct chart_test *test, enum chart_kind kind, const double first[3],
                const double second[3])
{
    static const char *const names[] = {"A", "B", "C"};
    struct page_test *page = &test->page;
    page_open(page);
    page_text(page, 0, 1, "Satu & dua", NULL);
    for (uint32_t row = 0; row < 3; row++) {
        page_text(page, row + 1, 0, names[row], NULL);
        if (!isnan(first[row])) {
            page_number(page, row + 1, 1, first[row], NULL);
        }
        if (second != NULL && !isnan(second[row])) {
            page_number(page, row + 1, 2, second[row], NULL);
        }
    }
    test->chart = (struct chart){.kind = kind,
                                 .description = "Uraian <gambar>",
                                 .legend = "bottom",
                                 .width = 400,
                                 .height = 300,
                                 .gap = 50,
                                 .hole = 50,
                                 .value = {.gridlines = true},
                                 .series_count = second == NULL ? 1 : 2};
    test->chart.series[0] = (struct chart_series){.name = "=Satu!$B$1",
                                                  .categories = "=Satu!$A$2:$A$4",
                                                  .values = "=Satu!$B$2:$B$4",
                                                  .color = 0x14365C,
                                                  .label_color = -1};
    test->chart.series[1] = (struct chart_series){.name = "Target",
                                                  .categories = "=Satu!$A$2:$A$4",
                                                  .values = "=Satu!$C$2:$C$4",
                                                  .color = 0xC8963E,
                                                  .label_color = -1};
}

void chart_draw(struct chart_test *test)
{
    struct page_test *page = &test->page;
    if (!canvas_chart(&page->canvas, (struct cell){0, 1, 4}, &test->chart, &page->err)) {
        fail_msg("%s: %s", page->err.id, page->err.message);
    }
    page_finish(page, "id");
}

void chart_close(struct chart_test *test)
{
    page_close(&test->page);
}

void assert_svg(const struct chart_test *test, const char *wanted)
{
    assert_html(&test->page, wanted);
}

void assert_no_svg(const struct chart_test *test, const char *unwanted)
{
    assert_no_html(&test->page, unwanted);
}
