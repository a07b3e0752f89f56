/* script_form: forms that were filled in, and decided conflicts, taken in by a script. */
#ifndef SPBE_SCRIPT_FORM_H
#define SPBE_SCRIPT_FORM_H

#include "edit.h"
#include "script_state.h"

/* assessment:form(files [, right [, anyway [, options]]]) of SCRIPT_CHANGE_CALLS, within a step that the caller takes
 * back when it fails. Appends what became of the fields, in numbers. Fails with SCRIPT_CHOICE, SCRIPT_NO_FORM,
 * as form_intake_check and form_intake_take do, and with IMPORT_BAD where one of several files has problems;
 * then all of them are told on standard error. */
bool script_form_take(struct script *script, const struct script_call *call,
                      const struct edit *edit, struct text *out, struct error *err);

#endif
