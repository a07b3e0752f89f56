/* form_filler: who filled a form in, as the form's sheet "Identitas" says.
 *
 * Of that sheet only the name comes back. It names the origin in the history, and the person where the one
 * who imports is not known otherwise: a name in a form is what somebody typed, and whoever takes the form in
 * answers for it. Position and contact stay in the form: the file keeps no personal data that it does not
 * need. The date does too: the history has its own clock. */
#ifndef SPBE_FORM_FILLER_H
#define SPBE_FORM_FILLER_H

#include "text.h"

#include <stdbool.h>
#include <stddef.h>

/* The row and the columns of the name, by their hidden words. */
#define FORM_FILLER_ROW "spbe:filler"
#define FORM_KEY_COLUMN "spbe:key"
#define FORM_FACT_COLUMN "spbe:fact"

/* Reads the name, with plain spaces; "" when the form has none, when it is no name that the history takes,
 * and when the form cannot be read, which form_import then tells. The rows may stand on any sheet. */
void form_filler(const char *bytes, size_t length, struct text *name);

#endif
