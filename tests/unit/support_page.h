/* page: a page of HTML drawn in a test, and what is in it afterwards.
 *
 *     struct page_test page;
 *     page_open(&page);                            // one sheet "Satu", one style "tebal" (bold)
 *     page_text(&page, 0, 0, "Kota Contoh", NULL);
 *     page_finish(&page, "id");                    // ends the test when it cannot be written, or read as XML
 *     assert_html(&page, "<td>Kota Contoh</td>");
 *     page_close(&page);
 */
#ifndef SPBE_SUPPORT_PAGE_H
#define SPBE_SUPPORT_PAGE_H

#include "canvas.h"
#include "error.h"
#include "text.h"

struct page_test {
    struct canvas canvas;
    struct error err;
    char folder[32];
    char path[48];
    struct text html; /* after page_finish */
};

/* Begins a page in a folder of its own. */
void page_open(struct page_test *page);
/* Removes everything. */
void page_close(struct page_test *page);
/* Writes the page, and reads it with a strict parser. */
void page_finish(struct page_test *page, const char *language);

/* Writes a cell of the first sheet; style NULL: none. */
void page_text(struct page_test *page, uint32_t row, uint32_t column, const char *text,
               const char *style);
/* The same for a number. */
void page_number(struct page_test *page, uint32_t row, uint32_t column, double number,
                 const char *style);
/* Defines a style. */
void page_style(struct page_test *page, const char *name, const struct style *style);
/* Adds a sheet; its position. */
size_t page_sheet(struct page_test *page, const char *name);
/* Merges an area of the first sheet. */
void page_merge(struct page_test *page, struct area area, const char *text, const char *style);

/* Wants a text in the page. */
void assert_html(const struct page_test *page, const char *wanted);
/* Wants it not to be there. */
void assert_no_html(const struct page_test *page, const char *unwanted);
/* Wants one text before another. */
void assert_order(const struct page_test *page, const char *first, const char *second);
/* How often a text is in the page. */
size_t html_count(const struct page_test *page, const char *text);

#endif
