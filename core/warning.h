/* warning: what would make an assessor refuse a claim, said before the assessor does.
 *
 * Looks at claims and evidence after an evaluation and adds to its problems. Nothing here changes a
 * value. What words, years and levels mean comes from the instrument (struct evidence_checks); each
 * warning names its indicator and says what to do. Codes:
 *
 *     claim_above_support  claimed more than answers and evidence bear out
 *     claims_only          there are claims and not one answered criterion (a notice)
 *     supports_nothing     a document that names no criterion, and no item, counts for nothing
 *     accepted_bare        evidence items that score are accepted, and no document is named for them
 *     after_period         a document dated after the assessment's year
 *     too_old              a document older than the guide of the year allows for what it proves
 *     ages                 one that reaches that age within the year (a notice)
 *     draft                a draft put forward for a level that asks for proof, by its title or by a mark
 *                          inside of it
 *     policy               a regulation put forward for a criterion that asks for practice
 *     partial_and_full     one document for a part (level 2) and for the whole (level 3), without the
 *                          pages that prove the whole
 *     explanation_long     an explanation that the official application does not take whole
 *     scan                 a document without text to search (a notice)
 *     unreadable           one that could not be looked into (a notice)
 *     date_differs         one dated later than any year that it names (a notice)
 *     file_name            a file name longer than the official application takes (a notice)
 *
 * Costs a pass over the evidence, and a sort of the items of those indicators whose evidence is put
 * forward for levels of both coverages. */
#ifndef SPBE_WARNING_H
#define SPBE_WARNING_H

#include "evaluation.h"
#include "vocabulary.h"

/* What the checks of one instrument need; made once for a batch. */
struct warner {
    const struct instrument *instrument; /* borrowed */
    unsigned char *traits;               /* private: of each criterion */
    struct vocabulary vocabulary;
};

/* Prepares for an instrument. */
void warner_open(struct warner *warner, const struct instrument *instrument);
/* Frees what it holds; a warner of zeros is taken. */
void warner_close(struct warner *warner);
/* Adds the warnings, and ends the list of problems. Called once for an evaluation. */
void warner_run(const struct warner *warner, struct evaluation *evaluation);

/* As warner_run, for a single evaluation. */
void warning_run(struct evaluation *evaluation);

#endif
