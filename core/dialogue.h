/* dialogue: the conversation of `spbe fill`, as a state machine: what is looked at, and what a key does.
 *
 * No terminal and no file is met here. Keys go in; what has to be done to the file comes out as a wish, which
 * `fill` grants and answers with dialogue_renew and dialogue_settle, or with dialogue_say where it failed.
 * dialogue_view draws the present state.
 *
 *     struct wish wish = dialogue_press(&dialogue, &key);
 */
#ifndef SPBE_DIALOGUE_H
#define SPBE_DIALOGUE_H

#include "dialogue_focus.h"
#include "key.h"

#include <stdbool.h>
#include <stddef.h>

/* Begins at the first indicator that lacks something. */
void dialogue_open(struct dialogue *dialogue, const struct dialogue_model *model);
/* Frees what it holds. */
void dialogue_close(struct dialogue *dialogue);
/* Takes the changed model; the focus stays where it is. */
void dialogue_renew(struct dialogue *dialogue, const struct dialogue_model *model);

/* Acts on a key. */
struct wish dialogue_press(struct dialogue *dialogue, const struct key *key);
/* After a wish was granted and the model renewed: says so, and moves on from an answered criterion. */
void dialogue_settle(struct dialogue *dialogue, const struct wish *wish);
/* Answers WISH_FINISH: the path as far as it is clear, and the names that are possible ("" for none). */
void dialogue_finish(struct dialogue *dialogue, const char *path, const char *choices);

/* The item whose details are asked; NULL when it is no longer there. */
const struct evidence *dialogue_item(const struct dialogue *dialogue);
/* The detail of an item, NULL where nothing is said. */
const char *dialogue_detail(const struct evidence *item, int detail);
/* The word for an answer, in the reader's language; "·" where there is none. Static. */
const char *dialogue_answer_word(enum answer answer);

#endif
