/* template: a Lua template, run over a result document into a workbook.
 *
 * The template runs in a worker (template_guest.h); this is the program's side. Only it reads files: the
 * template itself, what the template includes, its pictures; by plain names, beside the template or in
 * the program's own folder templates/. The file that is asked for appears whole or not at all. */
#ifndef SPBE_TEMPLATE_H
#define SPBE_TEMPLATE_H

#include "error.h"
#include "text.h"

/* One run. */
struct template_run {
    const char
        *name; /* a file ("kami/laporan.lua") or one of the program's own ("laporan-pimpinan") */
    const char *language;        /* "id" or "en" */
    const char *options;         /* a JSON object, `options` in the template */
    const struct text *document; /* format spbe-report/1, full form */
    const struct text *previous; /* of a former year, or NULL */
    const char *output;          /* where the workbook goes; NULL to throw the drawing away */
    int year;                    /* dates the workbook */
};

/* Runs it. Fails with ERROR_PACK kinds for whatever the template did wrong, file and line as place;
 * TEMPLATE_UNKNOWN, TEMPLATE_DOCUMENT; and as workbook does. */
bool template_run(const struct template_run *run, struct error *err);

/* A template of the program's own. */
struct template_entry {
    char *name;  /* "laporan-pimpinan" */
    char *title; /* its first line, without the comment sign */
};
/* The program's own templates, sorted by name, ended by one without a name; *list is yours to
 * template_free_list. Fails with FILE_RESOURCE. */
bool template_list(struct template_entry **list, struct error *err);
/* Frees a list that template_list made; NULL is taken. */
void template_free_list(struct template_entry *list);

/* Reads the source of a template by name, as template_run finds it. */
bool template_source(const char *name, struct text *source, struct error *err);

#endif
