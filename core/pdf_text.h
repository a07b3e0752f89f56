/* pdf_text: the text of a PDF document, taken out by pdftotext (poppler-utils) where that is installed.
 *
 * PDFs come from anywhere and their readers have holes. So pdftotext is never linked: it runs as a process
 * of its own that gets the open document, a pipe to write to and nothing else; guest_exec bounds it
 * (processor time, memory, no files written, no network, no other program) before it begins, and it is
 * killed at a deadline or when it has written enough. */
#ifndef SPBE_PDF_TEXT_H
#define SPBE_PDF_TEXT_H

#include "text.h"

#include <stdbool.h>

enum pdf_text_end {
    PDF_TEXT_DONE,
    PDF_TEXT_MISSING, /* pdftotext is not installed */
    PDF_TEXT_FAILED   /* it cannot read the document, or was stopped at a limit */
};

/* True when the open file begins as a PDF does. */
bool pdf_text_is_pdf(int fd);
/* Where pdftotext is, looked for in the folders of PATH; NULL where it is not. Yours to free. */
char *pdf_text_program(void);
/* The text of the open file `fd` (regular; stays open): of the first LIMIT_INSPECT_PAGES pages, at most LIMIT_INSPECT_BYTES of it, in *out (cleared
 * first), which is no valid UTF-8 of necessity; a form feed ends each page. */
enum pdf_text_end pdf_text_read(int fd, struct text *out);

#endif
