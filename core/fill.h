/* fill: `spbe fill`: grants what a dialogue wishes, one lasting step of the store for each, and evaluates again.
 *
 * Nothing waits to be saved: an answer is in the file before the next key is read. */
#ifndef SPBE_FILL_H
#define SPBE_FILL_H

#include "command.h"
#include "dialogue.h"
#include "session.h"

/* A step of this session that can be taken back. */
struct fill_step {
    int64_t first, last; /* entries of the journal */
    int indicator, criterion;
    int level; /* with `item`: of dialogue_show_item */
    size_t item;
    bool score; /* an item or the outside index was changed */
};

struct fill {
    struct session session;
    struct text who;
    bool asked;         /* the name was asked, and is to be kept in the file */
    struct arena arena; /* of what follows, made again after each change */
    struct assessment assessment;
    struct evaluation evaluation;
    struct dialogue_model model;
    struct fill_step *steps;
    size_t step_count, step_capacity;
};

/* Opens the file and evaluates it; followed by fill_close. */
bool fill_open(struct fill *fill, const struct call *call, struct error *err);
/* Frees everything; NULL members are taken. */
void fill_close(struct fill *fill);
/* Reads the file again and evaluates it; the model is then new. */
bool fill_load(struct fill *fill, struct error *err);
/* Grants a wish and tells the dialogue what came of it. Fails only where the work cannot go on: the file
 * cannot be read any more. */
bool fill_grant(struct fill *fill, struct dialogue *dialogue, const struct wish *wish,
                struct error *err);
/* The command: the whole conversation on the terminal. */
int fill_run(const struct call *call, struct error *err);

#endif
