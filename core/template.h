/* template: a Lua template, run over a result document into a workbook or a page of HTML.
 *
 * The template runs in a worker (template_guest.h); this is the program's side. Only it reads files: the
 * template itself, what the template includes, its pictures; by plain names, beside the template or in
 * the program's own folder templates/. The file that is asked for appears whole or not at all. */
#ifndef SPBE_TEMPLATE_H
#define SPBE_TEMPLATE_H

#include "error.h"
#include "template_kind.h"
#include "text.h"

struct template;

/* Where a page of rows ends: far enough below LIMIT_MESSAGE_BYTES, and small enough for Lua. */
enum { TEMPLATE_PAGE_BYTES = 262144 };

/* Finds a template and starts its worker, which already prepares what needs no document: so open it before
 * the document is made.
 *
 * name:     a file ("kami/laporan.lua") or one of the program's own ("laporan-pimpinan").
 * language: "id" or "en".
 * Yours to template_close. Fails with TEMPLATE_UNKNOWN, TEMPLATE_DECLARES, FILE_OPEN, FILE_LARGE; what the template itself
 * does wrong is told by template_run. */
struct template *template_open(const char *name, const char *language, struct error *err);

/* The kind of document that a template declares; TEMPLATE_KIND_COUNT for none. */
enum template_kind template_declares(const struct template *template);

/* What it is run over. */
struct template_run {
    /* What a document and its options are together ("spbe-form/1"); NULL: what the document says. */
    const char *draws;
    const char *options;         /* a JSON object, `options` in the template */
    const struct text *document; /* format spbe-report/1, full form */
    const struct text *previous; /* of a former year, or NULL */
    /* Appends the next page of the rows behind the document, a JSON list of at most
     * TEMPLATE_PAGE_BYTES or of one row; "[]" when there are no more. NULL: there are none. */
    void (*rows)(void *context, struct text *page);
    void *context; /* of `rows` */
    const char
        *output; /* where it goes: a page when the name ends with ".html", else a workbook; NULL to
                         * throw the drawing away */
    int year;    /* dates it */
};

/* Runs it, once. Fails with TEMPLATE_KIND when it declares another document; with ERROR_PACK kinds for whatever the template did wrong, file and line as place;
 * TEMPLATE_DOCUMENT; and as canvas does. */
bool template_run(struct template *template, const struct template_run *run, struct error *err);

/* True when a file of that name can be drawn: it ends with ".xlsx" or ".html". */
bool template_draws(const char *output);

/* Ends the worker and frees the handle; NULL is taken. */
void template_close(struct template *template);

/* A template of the program's own. */
struct template_entry {
    char *name;  /* "laporan-pimpinan" */
    char *title; /* its first line, without the comment sign */
    enum template_kind kind;
};
/* The program's own templates, sorted by name, ended by one without a name; *list is yours to
 * template_free_list. Fails with FILE_RESOURCE. */
bool template_list(struct template_entry **list, struct error *err);
/* Frees a list that template_list made; NULL is taken. */
void template_free_list(struct template_entry *list);

/* Reads the source of a template by name, as template_open finds it. */
bool template_source(const char *name, struct text *source, struct error *err);

#endif
