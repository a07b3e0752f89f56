/* report_set: the papers about one result, drawn into a folder that appears complete or not at all.
 *
 * Each paper is a template of the program's own; beside them lies the result itself as JSON. What there is
 * nothing to say about is left out: objections, where no assessor set less than was stated or proven. */
#ifndef SPBE_REPORT_SET_H
#define SPBE_REPORT_SET_H

#include "error.h"
#include "template.h"
#include "text.h"

#include <stdbool.h>

/* The file that holds the result. */
#define REPORT_SET_RESULT "hasil.json"

/* One paper. */
struct report_paper {
    const char *template; /* its template, and the name of its file without ending */
    const char *title;    /* N_() */
    bool objections;      /* only where something is disputed */
};
/* All of them, in the order in which they are drawn; ends with a row without template. */
const struct report_paper *report_set_papers(void);

/* True when a full result document (format spbe-report/1) tells of something that is disputed. */
bool report_set_disputed(const struct text *document);

/* Draws the papers. A paper that is only for objections is left out where nothing is disputed.
 *
 * folder:   new, or empty.
 * run:      what they are drawn from; its output is not looked at.
 * formats:  endings of the files ("xlsx"), NULL-terminated; a paper is drawn in each.
 * language: "id" or "en".
 * Fails as out_folder, template_open and template_run do; nothing is left then. */
bool report_set_write(const char *folder, const struct template_run *run,
                      const char *const *formats, const char *language, struct error *err);

#endif
