#include "support_page.h"

#include "file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PAGE_BYTES = 8000000 };

static void check_done(struct page_test *page, bool done)
{
    if (!done || error_is_set(&page->err)) {
        fail_msg("%s: %s", page->err.id, page->err.message);
    }
}

void page_open(struct page_test *page)
{
    struct style bold = STYLE_PLAIN;
    bold.bold = true;
    *page = (struct page_test){.html = TEXT_EMPTY};
    strcpy(page->folder, "/tmp/spbe-page-XXXXXX");
    assert_non_null(mkdtemp(page->folder));
    snprintf(page->path, sizeof page->path, "%s/x.html", page->folder);
    check_done(page, canvas_begin(&page->canvas, page->path, 2024, &page->err));
    assert_non_null(page->canvas.page);
    page_sheet(page, "Satu");
    page_style(page, "tebal", &bold);
}

void page_close(struct page_test *page)
{
    struct text command = TEXT_EMPTY;
    canvas_release(&page->canvas);
    text_format(&command, "rm -rf %s", page->folder);
    assert_int_equal(system(command.bytes), 0);
    text_release(&command);
    text_release(&page->html);
}

void page_finish(struct page_test *page, const char *language)
{
    int64_t at = 0;
    struct text command = TEXT_EMPTY;
    check_done(page, canvas_finish(&page->canvas, language, &at, &page->err));
    check_done(page, file_read(page->path, PAGE_BYTES, &page->html, &page->err));
    text_format(&command,
                "/usr/bin/python3 -c \"import xml.parsers.expat as e; "
                "e.ParserCreate().Parse(open('%s', 'rb').read(), True)\"",
                page->path);
    if (system(command.bytes) != 0) {
        fail_msg("not well-formed:\n%s", page->html.bytes);
    }
    text_release(&command);
}

static const struct style_name *name_of(const char *style, struct style_name *name)
{
    *name = (struct style_name){style, style == NULL ? 0 : strlen(style)};
    return style == NULL ? NULL : name;
}

void page_text(struct page_test *page, uint32_t row, uint32_t column, const char *text,
               const char *style)
{
    struct style_name name;
    check_done(page, canvas_write_text(&page->canvas, (struct cell){0, row, column}, text,
                                       strlen(text), name_of(style, &name), &page->err));
}

void page_number(struct page_test *page, uint32_t row, uint32_t column, double number,
                 const char *style)
{
    struct style_name name;
    check_done(page, canvas_write_number(&page->canvas, (struct cell){0, row, column}, number,
                                         name_of(style, &name), &page->err));
}

void page_style(struct page_test *page, const char *name, const struct style *style)
{
    check_done(page, canvas_style_define(&page->canvas, name, strlen(name), style, &page->err));
}

size_t page_sheet(struct page_test *page, const char *name)
{
    size_t sheet = 0;
    check_done(page, canvas_add_sheet(&page->canvas, name, strlen(name), &sheet, &page->err));
    return sheet;
}

void page_merge(struct page_test *page, struct area area, const char *text, const char *style)
{
    struct style_name name;
    check_done(page, canvas_merge(&page->canvas, &area, text, strlen(text), name_of(style, &name),
                                  &page->err));
}

void assert_html(const struct page_test *page, const char *wanted)
{
    if (strstr(page->html.bytes, wanted) == NULL) {
        fail_msg("there is no %s in\n%s", wanted, page->html.bytes);
    }
}

void assert_no_html(const struct page_test *page, const char *unwanted)
{
    if (strstr(page->html.bytes, unwanted) != NULL) {
        fail_msg("there is %s in\n%s", unwanted, page->html.bytes);
    }
}

void assert_order(const struct page_test *page, const char *first, const char *second)
{
    const char *one = strstr(page->html.bytes, first);
    const char *other = one == NULL ? NULL : strstr(one, second);
    if (other == NULL) {
        fail_msg("there is no %s and then %s in\n%s", first, second, page->html.bytes);
    }
}

size_t html_count(const struct page_test *page, const char *text)
{
    size_t count = 0;
    for (const char *at = page->html.bytes; (at = strstr(at, text)) != NULL; at++) {
        count++;
    }
    return count;
}
