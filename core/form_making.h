/* form_making: forms to be filled in, made from an assessment file that is open.
 *
 * Gathered once, from one moment of the file; then any number of forms is drawn, each of the indicators that were
 * chosen last. */
#ifndef SPBE_FORM_MAKING_H
#define SPBE_FORM_MAKING_H

#include "evaluation.h"
#include "form.h"
#include "session.h"
#include "text.h"

#include <stdbool.h>
#include <stddef.h>

struct form_making {
    struct session *session; /* borrowed */
    struct arena *arena;     /* borrowed; holds what is gathered */
    struct assessment assessment;
    struct evaluation evaluation;
    struct text document;      /* the result document */
    struct form_source source; /* `chosen`, `unit` and `deadline` of the form at hand */
    char identity[65];
    bool *chosen; /* one a indicator */
};

/* Gathers. Always followed by form_making_close. */
bool form_making_open(struct form_making *making, struct session *session, struct arena *arena,
                      struct error *err);
/* Frees what it holds. */
void form_making_close(struct form_making *making);

/* Chooses these indicators ("I01,I02"), else those that a unit owns, else all. Fails as edit_indicator does, and with
 * FORM_NONE where a unit owns nothing. */
bool form_making_choose(struct form_making *making, const char *indicators, const char *unit,
                        struct error *err);
/* Chooses what a unit owns (NULL: everything); how many that are. */
size_t form_making_choose_unit(struct form_making *making, const char *unit);
/* Appends the options of the template "formulir" for the chosen indicators; as form_making_draw. */
bool form_making_options(struct form_making *making, const char *unit, bool questions,
                         struct text *out, struct error *err);
/* Draws the form of the chosen indicators. unit: who it is for, or NULL. questions: also the general ones. */
bool form_making_draw(struct form_making *making, const char *unit, bool questions,
                      const char *path, struct error *err);

#endif
