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

#include "entry.h"
#include "key.h"
#include "progress.h"

#include <stdbool.h>
#include <stddef.h>

/* What the conversation is about; everything is borrowed, and replaced after each change. */
struct dialogue_model {
    const struct evaluation *evaluation;
    const struct progress *progress; /* by position of the indicator */
    const char *const *reasons;      /* why an indicator was returned or locked; NULL where none */
    const int
        *order; /* positions of all indicators as they are to be worked on: returned ones first */
};

enum dialogue_mode {
    DIALOGUE_BROWSE, /* one indicator, one of its levels, one criterion in focus */
    DIALOGUE_LIST,   /* indicators that hold what was typed */
    DIALOGUE_ITEMS,  /* the evidence of the indicator, to choose an item of */
    DIALOGUE_CLAIM,  /* asking for: the claimed value, */
    DIALOGUE_NOTE,   /* the note on the criterion, */
    DIALOGUE_REMARK, /* the note on the indicator, */
    DIALOGUE_PATH,   /* the path of a document, */
    DIALOGUE_TITLE,  /* and its title, */
    DIALOGUE_DETAIL, /* the title, number, date and pages of an item, one after the other */
    DIALOGUE_HELP,   /* all keys */
    DIALOGUE_ABOUT   /* the indicator's definition, why it has its value, what proves its level */
};

enum wish_kind {
    WISH_NONE,
    WISH_ANSWER,       /* word: "yes", "no" or "-" */
    WISH_CLAIM,        /* word: as typed, or "-" */
    WISH_NOTE,         /* word: as typed, may be empty */
    WISH_REMARK,       /* the same, on the indicator */
    WISH_ATTACH,       /* word: the path; title: as typed, may be empty */
    WISH_DETAIL_TITLE, /* word: as typed, may be empty; title: id of the evidence item */
    WISH_DETAIL_NUMBER,
    WISH_DETAIL_DATE,
    WISH_DETAIL_PAGES,
    WISH_FINISH, /* word: a path to be finished; answered by dialogue_finish */
    WISH_UNDO,
    WISH_QUIT
};

/* The four details of an item, in the order in which they are asked. */
enum { DIALOGUE_DETAILS = WISH_DETAIL_PAGES - WISH_DETAIL_TITLE + 1 };

/* What is to be done to the file. Texts live until the next key. */
struct wish {
    enum wish_kind kind;
    int indicator; /* position */
    int criterion; /* position, or NOWHERE */
    const char *word, *title;
};

struct dialogue {
    struct dialogue_model model;
    enum dialogue_mode mode;
    int indicator; /* position of the one that is shown */
    int level;     /* position of the one that is shown */
    int criterion; /* position of the one in focus, or NOWHERE in a level without any */
    bool at_claim; /* the claim is in focus instead */
    struct entry entry;
    struct text path;    /* kept while the title is asked */
    struct text message; /* the last thing said */
    struct text choices; /* names that a path can be finished to */
    enum { SAID_DONE, SAID_HINT, SAID_BAD } said;
    struct text item; /* id of the evidence item whose details are asked */
    int detail;       /* which of them, from 0 */
    size_t at;        /* the line chosen in a list, or first line shown of a page */
};

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
/* After an undo: shows what was taken back. criterion: NOWHERE for a claim. */
void dialogue_show(struct dialogue *dialogue, int indicator, int criterion);
/* Says a sentence; bad: something failed. */
void dialogue_say(struct dialogue *dialogue, bool bad, const char *sentence);
/* Answers WISH_FINISH: the path as far as it is clear, and the names that are possible ("" for none). */
void dialogue_finish(struct dialogue *dialogue, const char *path, const char *choices);

/* True when a criterion counts in the assessment's year. */
bool dialogue_counts(const struct dialogue *dialogue, int criterion);
/* The `number`th (from 0) indicator that the list shows, or NOWHERE behind the last. *criterion, where not
 * NULL: the first criterion that holds what was typed, when the indicator's name does not; else NOWHERE. */
int dialogue_match(const struct dialogue *dialogue, size_t number, int *criterion);
/* The item whose details are asked; NULL when it is no longer there. */
const struct evidence *dialogue_item(const struct dialogue *dialogue);
/* The detail of an item, NULL where nothing is said. */
const char *dialogue_detail(const struct evidence *item, int detail);
/* The word for an answer, in the reader's language; "·" where there is none. Static. */
const char *dialogue_answer_word(enum answer answer);

#endif
