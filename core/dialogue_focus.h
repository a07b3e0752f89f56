/* dialogue_focus: the state of `spbe fill`, and where in the work it is: on a criterion, on an item that
 * scores, on the outside index or on the claim.
 *
 * A level's items come before its criteria. `dialogue` acts on keys. */
#ifndef SPBE_DIALOGUE_FOCUS_H
#define SPBE_DIALOGUE_FOCUS_H

#include "entry.h"
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
    DIALOGUE_BROWSE,  /* one indicator, one of its levels, one criterion in focus */
    DIALOGUE_LIST,    /* indicators that hold what was typed */
    DIALOGUE_ITEMS,   /* the evidence of the indicator, to choose an item of */
    DIALOGUE_CLAIM,   /* asking for: the claimed value, */
    DIALOGUE_MEASURE, /* the value of the outside index, */
    DIALOGUE_NOTE,    /* the note on the criterion or item, */
    DIALOGUE_REMARK,  /* the note on the indicator, */
    DIALOGUE_PATH,    /* the path of a document, */
    DIALOGUE_TITLE,   /* and its title, */
    DIALOGUE_DETAIL,  /* the title, number, date and pages of an item, one after the other */
    DIALOGUE_HELP,    /* all keys */
    DIALOGUE_ABOUT    /* the indicator's definition, why it has its value, what proves its level */
};

enum wish_kind {
    WISH_NONE,
    WISH_ANSWER,       /* word: "yes", "no" or "-" */
    WISH_CLAIM,        /* word: as typed, or "-" */
    WISH_MEASURE,      /* the same, of the outside index */
    WISH_NOTE,         /* word: as typed, may be empty */
    WISH_REMARK,       /* the same, on the indicator */
    WISH_ATTACH,       /* word: the path; title: as typed, may be empty */
    WISH_DETAIL_TITLE, /* word: as typed, may be empty; title: id of the evidence item */
    WISH_DETAIL_NUMBER,
    WISH_DETAIL_DATE,
    WISH_DETAIL_PAGES,
    WISH_FINISH,  /* word: a path to be finished; answered by dialogue_finish */
    WISH_CONFIRM, /* what was carried over into the indicator */
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
    int level;   /* position of the one that is shown */
    size_t item; /* of that level, from 1: what is answered or noted; 0 for none */
};

struct dialogue {
    struct dialogue_model model;
    enum dialogue_mode mode;
    int indicator;   /* position of the one that is shown */
    int level;       /* position of the one that is shown */
    int criterion;   /* position of the one in focus, or NOWHERE */
    size_t scored;   /* item of the level, from 1: the one that scores in focus; 0 for none */
    bool at_claim;   /* the claim is in focus instead, */
    bool at_measure; /* or the outside index */
    struct entry entry;
    struct text path;    /* kept while the title is asked */
    struct text message; /* the last thing said */
    struct text choices; /* names that a path can be finished to */
    enum { SAID_DONE, SAID_HINT, SAID_BAD } said;
    struct text item; /* id of the evidence item whose details are asked */
    int detail;       /* which of them, from 0 */
    size_t at;        /* the line chosen in a list, or first line shown of a page */
};

/* Something of a level that can be answered: an item that scores, or a criterion. */
struct spot {
    int criterion; /* position, or NOWHERE */
    size_t item;   /* from 1, or 0 */
};

/* True when a criterion counts in the assessment's year and is asked of its kind of agency. */
bool dialogue_counts(const struct dialogue *dialogue, int criterion);
/* True when there is such a spot. */
bool dialogue_is_spot(struct spot spot);
/* What is in focus; no spot where the claim or the outside index is, or nothing. */
struct spot dialogue_spot(const struct dialogue *dialogue);
/* The first spot of a level. */
struct spot dialogue_first_spot(const struct dialogue *dialogue, int level);
/* The spot of a level before (by -1) or behind (by 1) one; none at its ends. */
struct spot dialogue_next_spot(const struct dialogue *dialogue, int level, struct spot from,
                               int by);
/* The answer to a spot of a level; to a decisive criterion, what the outside index says. */
enum answer dialogue_answer(const struct dialogue *dialogue, int level, struct spot spot);
/* The id of a spot: "I01.2.a", "I01.2.e1"; copied into `out`. */
void dialogue_spot_id(const struct dialogue *dialogue, int level, struct spot spot,
                      struct text *out);

/* Says a sentence; bad: something failed. */
void dialogue_say(struct dialogue *dialogue, bool bad, const char *sentence);
/* Puts a spot of the shown level in focus. */
void dialogue_focus(struct dialogue *dialogue, struct spot spot);
/* Shows a level; the focus comes to its first spot without answer, else to its first. */
void dialogue_show_level(struct dialogue *dialogue, int level);
/* Shows an indicator at the level that the work is at. */
void dialogue_show_indicator(struct dialogue *dialogue, int indicator);
/* Shows a criterion; NOWHERE: the claim. */
void dialogue_show(struct dialogue *dialogue, int indicator, int criterion);
/* Shows an item of a level; 0: the outside index of the indicator. */
void dialogue_show_item(struct dialogue *dialogue, int indicator, int level, size_t item);
/* Goes to what is missing next: an answer, evidence, the outside index, a claim; says so when nothing is. */
void dialogue_next_gap(struct dialogue *dialogue);
/* True when an indicator was returned. */
bool dialogue_is_returned(const struct dialogue *dialogue, int indicator);

#endif
