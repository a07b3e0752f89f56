/* edit: what a person may change in an assessment file, checked against the instrument.
 *
 * Every interface (command line, terminal, browser) changes a file by these functions and by no
 * other, within an open step (store_begin). Each checks what was typed, then changes facts; where
 * one fails, the caller rolls the step back. Texts come from people: they must be valid UTF-8 of at
 * most LIMIT_TEXT_BYTES, an empty one counts as not given. Ids are those of the instrument; a wrong
 * one is refused with the nearest right one. */
#ifndef SPBE_EDIT_H
#define SPBE_EDIT_H

#include "error.h"
#include "instrument.h"
#include "store.h"

#include <stdbool.h>
#include <stddef.h>

/* An open step, and what the ids in it mean. */
struct edit {
    struct store *store;                 /* a step is open */
    const struct instrument *instrument; /* the one that the store names */
    const char *who;                     /* the person, for verdicts */
};

/* "yes", "no" (or "ya", "tidak") in any case, or "-" for not answered; note: NULL leaves the present one. */
bool edit_answer(const struct edit *edit, const char *criterion, const char *word, const char *note,
                 struct error *err);

/* The fact that a word stands for: "yes", "no", or NULL for "-". Fails with EDIT_ANSWER, `id` as place. */
bool edit_answer_fact(const char *id, const char *word, const char **fact, struct error *err);

/* The value that the agency claims: a level, between levels where the instrument has such values,
 * with decimal comma or point; "-" takes the claim away. note: of the indicator; NULL leaves it. */
bool edit_claim(const struct edit *edit, const char *indicator, const char *value, const char *note,
                struct error *err);

/* The agency's note on an indicator; an empty text takes it away. */
bool edit_note(const struct edit *edit, const char *indicator, const char *note, struct error *err);

/* An assessor's value with its reason, which must not be empty. stage: a word of the process, or
 * NULL for dokumen. All verdicts are kept; the verified value becomes that of the latest stage. */
bool edit_rate(const struct edit *edit, const char *indicator, const char *value,
               const char *reason, const char *stage, struct error *err);

/* what: "agency", "kind", "year" or "deadline" (edit_deadline of all units). */
bool edit_set(const struct edit *edit, const char *what, const char *value, struct error *err);

/* Until when answers are to be in: a day as 2026-12-15, "-" for none. unit: a listed one with a deadline of
 * its own, or NULL for all others. Fails with EDIT_DATE or EDIT_UNIT. */
bool edit_deadline(const struct edit *edit, const char *unit, const char *day, struct error *err);

/* Checks what a new file is to say of itself: instrument's years, a name, a kind. */
bool edit_check_cover(const struct instrument *instrument, const char *agency, const char *kind,
                      const char *year, struct store_about *about, struct error *err);

/* Adds a unit to the list; that it is there already is fine. */
bool edit_unit(const struct edit *edit, const char *name, struct error *err);
/* Makes a listed unit own indicators (ids by commas); "-" as name: nobody owns them. */
bool edit_assign(const struct edit *edit, const char *name, const char *indicators,
                 struct error *err);

/* Confirms what was carried over into an indicator, or into all of them (NULL): from then on it counts.
 * Where nothing waits, nothing changes. */
bool edit_confirm(const struct edit *edit, const char *indicator, struct error *err);

/* Moves an indicator to a state: submitted (from open or returned), returned (from submitted or
 * locked; needs a reason), locked (from any). Fails with EDIT_STATE; and with EDIT_CARRIED where what was
 * carried over waits for confirmation, on the way to submitted or locked. */
bool edit_state(const struct edit *edit, const char *indicator, enum state state,
                const char *reason, struct error *err);

/* Position of an indicator by its id, or NOWHERE after setting EDIT_INDICATOR. */
int edit_indicator(const struct instrument *instrument, const char *id, struct error *err);

/* A text from a person: at most LIMIT_TEXT_BYTES of valid UTF-8, else EDIT_LONG or EDIT_UTF8 with
 * `what` (the option's name) as place. *out borrows it; NULL where it counts as not given. */
bool edit_check_text(const char *what, const char *text, const char **out, struct error *err);
/* The same, and there must be something in it, else EDIT_EMPTY. */
bool edit_need_text(const char *what, const char *text, const char **out, struct error *err);

/* Calls `each` for the pieces of a list by commas, without the spaces around them, until it fails.
 * An empty piece is EDIT_LIST. A piece lives until `each` returns. */
bool edit_each_piece(const char *list, const char *what,
                     bool (*each)(void *context, const char *piece, struct error *err),
                     void *context, struct error *err);

/* Reads a value on the instrument's scale, with decimal comma or point: EDIT_NUMBER, EDIT_WHOLE, EDIT_SCALE. */
bool edit_read_value(const struct instrument *instrument, const struct indicator *indicator,
                     const char *typed, struct fraction *value, struct error *err);
/* Position of a criterion by its id, or NOWHERE after setting EDIT_CRITERION. */
int edit_criterion(const struct instrument *instrument, const char *id, struct error *err);

/* Checks a person's name (--as, SPBE_USER): not blank, at most 200 bytes, nothing invisible in
 * it. */
bool edit_check_name(const char *name, struct error *err);

#endif
