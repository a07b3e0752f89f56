/* inspector: looks inside the PDFs of an assessment file and keeps what it finds with them (inspection.h),
 * once for each content, so that warnings are the same on every machine. */
#ifndef SPBE_INSPECTOR_H
#define SPBE_INSPECTOR_H

#include "edit.h"

enum inspector_end {
    INSPECTOR_OTHER,  /* no PDF, or looked at before: nothing was done */
    INSPECTOR_DONE,   /* looked at; that it could not be read is a finding too */
    INSPECTOR_MISSING /* pdftotext is not installed: nothing was done */
};

/* Looks at the open document `fd`, whose content the file knows by `sha256`, and keeps the findings in the
 * place of older ones. */
bool inspector_look(const struct edit *edit, int fd, const char *sha256, enum inspector_end *end,
                    struct error *err);
/* Looks at the document at `path`, which was just put forward as the first of these items (ids by
 * commas), unless its content was looked at before. */
bool inspector_attached(const struct edit *edit, const char *path, const char *ids,
                        enum inspector_end *end, struct error *err);
/* Looks again at the content that the file has under `sha256`: it is written beside `beside` for that
 * moment, open only to this process. Fails as store_fetch. */
bool inspector_again(const struct edit *edit, const char *beside, const char *sha256,
                     enum inspector_end *end, struct error *err);

#endif
