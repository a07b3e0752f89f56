/* portal_text: the texts that go with what is typed into the official application: of each indicator what
 * to paste and what to upload, of all of them what does not fit, and how sure the limits are. Plain text in
 * the reader's language, with LF. */
#ifndef SPBE_PORTAL_TEXT_H
#define SPBE_PORTAL_TEXT_H

#include "portal_plan.h"
#include "text.h"

/* What stands in folders beside them. */
#define PORTAL_EXPLANATION "penjelasan.txt"
#define PORTAL_QUESTIONS "pertanyaan-umum.txt"
#define PORTAL_README "BACA-DULU.txt"
#define PORTAL_LEFT_FOLDER "tidak-muat"

/* Appends what to paste for one indicator, level by level, and its files. */
void portal_text_page(const struct portal_plan *plan, const struct portal_page *page,
                      struct text *out);
/* Appends the general questions with their answers; nothing where the instrument has none. */
void portal_text_questions(const struct hand_over *all, struct text *out);
/* Appends what to do, the limits and where they are from, what does not fit and what is missing. */
void portal_text_readme(const struct portal_plan *plan, struct text *out);
/* Appends what of one indicator does not fit, a line each; nothing where all fits. */
void portal_text_unfit(const struct portal_plan *plan, const struct portal_page *page,
                       struct text *out);

#endif
