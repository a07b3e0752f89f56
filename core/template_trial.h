/* template_trial: draws a template with examples, to see whether and where it fails.
 *
 * The examples are made by the program itself, of the document that the template declares: from each instrument
 * that comes with the program, with nothing, half and everything answered (specimen), evaluated and planned,
 * compared or rolled up as the commands do; forms, registers and conflicts come from an assessment file made of them
 * (specimen_file). The effect of overlays lies as a small example in templates/contoh/. Each is drawn as a workbook and as a page,
 * into a folder of its own that is removed; one line a document says what was drawn. */
#ifndef SPBE_TEMPLATE_TRIAL_H
#define SPBE_TEMPLATE_TRIAL_H

#include "error.h"
#include "template_kind.h"
#include "text.h"

#include <stdbool.h>

struct template_trial;

/* Begins with a template, by the name that template_open takes. Yours to template_trial_close. Fails as
 * template_open does, and with FILE_WRITE where no folder can be made. */
struct template_trial *template_trial_open(const char *name, struct error *err);
/* Removes its folder and frees it; NULL is taken. */
void template_trial_close(struct template_trial *trial);

/* What the template draws; a result where it declares nothing. */
enum template_kind template_trial_kind(const struct template_trial *trial);

/* Draws all examples. Fails at the first that cannot be drawn. */
bool template_trial_examples(struct template_trial *trial, struct error *err);
/* Draws a document of the template's kind that is there already. title: for people. */
bool template_trial_document(struct template_trial *trial, const char *title,
                             const struct text *document, int year, struct error *err);
/* Draws what one assessment makes: an INPUT as evaluator_input takes it. */
bool template_trial_input(struct template_trial *trial, const char *input, struct error *err);

#endif
