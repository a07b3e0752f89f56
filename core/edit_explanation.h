/* edit_explanation: what an agency writes in its own words: the explanation of a level, and the answers
 * to the instrument's general questions, as `edit` does the rest. */
#ifndef SPBE_EDIT_EXPLANATION_H
#define SPBE_EDIT_EXPLANATION_H

#include "edit.h"

/* What to write: the whole text, or one of its parts or both (explanation.h). NULL leaves what is there;
 * "-" or "" takes it away. */
struct edit_explanation {
    const char *text, *facts, *analysis;
};

/* Writes the explanation of a level ("I11.3").
 *
 * EDIT_LEVEL            no such level
 * EDIT_PARTS            the instrument knows no parts
 * EDIT_EXPLANATION      text and parts at once; or only one part, where a whole text is there, which would
 *                       be lost */
bool edit_explain(const struct edit *edit, const char *level,
                  const struct edit_explanation *explanation, struct error *err);

/* Position of the level that an id names ("I11.3"), or NOWHERE after setting EDIT_LEVEL. */
int edit_level(const struct instrument *instrument, const char *id, struct error *err);

/* Position of a general question by its id ("PU1"), or NOWHERE after setting EDIT_QUESTION. */
int edit_question(const struct instrument *instrument, const char *id, struct error *err);

/* Writes the answer to a general question by its id ("PU1"); "-" or "" takes it away. Fails with
 * EDIT_QUESTION. */
bool edit_general(const struct edit *edit, const char *question, const char *answer,
                  struct error *err);

#endif
