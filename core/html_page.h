/* html_page: a drawing as one page of HTML: no script, nothing from elsewhere, ready to be printed. */
#ifndef SPBE_HTML_PAGE_H
#define SPBE_HTML_PAGE_H

#include "error.h"
#include "html_book.h"

#include <stdbool.h>

/* Writes the page of a record and gives the file its name; once. language: "id" or "en". Fails with
 * HTML_STEPS, FILE_WRITE; nothing is left behind then. */
bool html_page_write(struct html_book *book, const char *language, struct error *err);

#endif
