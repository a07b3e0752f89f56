#include "html_page.h"

#include "file.h"
#include "html_grid.h"
#include "html_layout.h"
#include "html_paper.h"
#include "html_sheet.h"
#include "html_style.h"
#include "html_text.h"
#include "limit.h"
#include "memory.h"
#include "message.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A page while it is written. */
struct page_writer {
    const struct html_book *book;
    const struct html_sheet *first; /* that is not hidden; it may be empty */
    bool english;
    struct html_grid *grids; /* of the sheets that are seen */
    struct html_layout *layouts;
    size_t count;
    size_t steps; /* of conditions */
    struct text out;
    FILE *file;
};

static void add_meta(struct text *out, const char *name, const char *content)
{
    if (content != NULL && *content != '\0') {
        text_format(out, "<meta name=\"%s\" content=\"", name);
        html_text_value(out, content, strlen(content));
        text_add(out, "\"/>\n");
    }
}

/* What the page is called: the title of the drawing, else its first sheet. */
static const char *title_of(const struct page_writer *w)
{
    const char *title = w->book->title;
    const char *name = w->first == NULL ? "" : w->first->name;
    return title != NULL && *title != '\0' ? title : name;
}

static void add_head(struct page_writer *w)
{
    const struct html_book *book = w->book;
    const char *title = title_of(w);
    text_format(&w->out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\"/>\n",
                w->english ? "en" : "id");
    text_add(&w->out,
             "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;;"
             " style-src &#39;unsafe-inline&#39;; img-src data:; base-uri &#39;none&#39;;"
             " form-action &#39;none&#39;\"/>\n"
             "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
             "<meta name=\"referrer\" content=\"no-referrer\"/>\n");
    add_meta(&w->out, "description", book->subject);
    add_meta(&w->out, "generator", "spbe");
    text_add(&w->out, "<title>");
    html_text_value(&w->out, title, strlen(title));
    text_add(&w->out, "</title>\n<style>\n");
    html_style_add(&w->out, book, w->count > 1);
    for (size_t i = 0; i < w->count; i++) {
        struct html_extent extent = html_paper_extent(book, &w->grids[i]);
        html_style_paper(&w->out, w->grids[i].sheet, i + 1, &extent);
        html_style_screen(&w->out, &w->grids[i], &w->layouts[i], i + 1);
    }
    text_add(&w->out, "</style>\n</head>\n<body>\n");
}

static void add_nav(struct page_writer *w)
{
    if (w->count < 2) {
        return;
    }
    text_format(&w->out, "<nav aria-label=\"%s\"><ul>", w->english ? "Sheets" : "Lembar");
    for (size_t i = 0; i < w->count; i++) {
        const char *name = w->grids[i].sheet->name;
        text_format(&w->out, "<li><a href=\"#s%zu\">", i + 1);
        html_text_add(&w->out, name, strlen(name));
        text_add(&w->out, "</a></li>");
    }
    text_add(&w->out, "</ul></nav>\n");
}

static void add_page(struct page_writer *w)
{
    add_head(w);
    add_nav(w);
    text_add(&w->out, "<main>\n<h1>");
    html_text_value(&w->out, title_of(w), strlen(title_of(w)));
    text_add(&w->out, "</h1>\n");
    for (size_t i = 0; i < w->count; i++) {
        html_sheet_write(w->book, &w->grids[i], &w->layouts[i], i + 1, w->english, &w->steps,
                         &w->out, w->file);
    }
    text_format(&w->out, "</main>\n</body>\n</html>\n");
    html_text_drain(&w->out, w->file, 0);
}

static void find_grids(struct page_writer *w)
{
    w->grids = memory_zero(w->book->sheets.count, sizeof *w->grids);
    w->layouts = memory_zero(w->book->sheets.count, sizeof *w->layouts);
    for (size_t i = 0; i < w->book->sheets.count; i++) {
        const struct html_sheet *sheet = html_book_at(w->book, i);
        w->first = w->first == NULL && !sheet->view.hidden ? sheet : w->first;
        if (html_sheet_seen(sheet)) {
            html_grid_make(sheet, &w->grids[w->count]);
            html_layout_make(w->book, &w->grids[w->count], &w->layouts[w->count]);
            w->count++;
        }
    }
}

static bool close_file(struct page_writer *w, struct error *err)
{
    bool bad = ferror(w->file) != 0;
    int cause = errno;
    if (fclose(w->file) != 0) {
        bad = true;
        cause = errno;
    }
    return !bad || error_set(err, M_FILE_WRITE, w->book->path, error_cause(cause));
}

static bool over(struct error *err)
{
    struct text most = TEXT_EMPTY;
    text_format(&most, "%zu", (size_t)LIMIT_PAGE_STEPS);
    bool done = error_set(err, M_HTML_STEPS, NULL, most.bytes);
    text_release(&most);
    return done;
}

bool html_page_write(struct html_book *book, const char *language, struct error *err)
{
    struct page_writer w = {
        .book = book, .english = strcmp(language, "en") == 0, .out = TEXT_EMPTY};
    html_book_ready(book);
    find_grids(&w);
    w.file = fopen(book->temporary, "we");
    bool done = w.first == NULL  ? error_set(err, M_WORKBOOK_EMPTY, NULL)
                : w.file == NULL ? error_set(err, M_FILE_WRITE, book->path, error_cause(errno))
                                 : true;
    if (done) {
        add_page(&w);
        done = close_file(&w, err) && (w.steps <= LIMIT_PAGE_STEPS || over(err));
    }
    for (size_t i = 0; i < w.count; i++) {
        html_grid_free(&w.grids[i]);
        html_layout_free(&w.layouts[i]);
    }
    free(w.grids);
    free(w.layouts);
    text_release(&w.out);
    if (done) {
        done = file_commit(book->temporary, book->path, err);
        free(book->temporary);
        book->temporary = NULL; /* it has its name, or is gone */
    }
    return done;
}
