/* form_part: a part of an explanation as a field of its own, so that facts and analysis are compared, disputed and
 * decided each for itself.
 *
 * The record keeps one text a level (explanation.h). On a form its parts have the subjects "I11.3/facts" and
 * "I11.3/analysis", and are merged like any other field; an instrument without parts has "I11.3". A text that
 * is not in the form counts as facts. All other fields are whole: they pass through here unchanged. */
#ifndef SPBE_FORM_PART_H
#define SPBE_FORM_PART_H

#include "arena.h"
#include "change.h"
#include "explanation.h"
#include "instrument.h"
#include "text.h"

/* The subject of the facts of a level ("I11.3"), from `arena`. */
const char *form_part_facts(const char *level, struct arena *arena);
/* The subject of its analysis, from `arena`. */
const char *form_part_analysis(const char *level, struct arena *arena);

/* The subject of the fact that a field is kept in: "I11.3" of "I11.3/facts". From `arena`. */
const char *form_part_subject(enum field field, const char *subject, struct arena *arena);
/* What people read for a subject: "I11.3 FAKTA". From `arena`. */
const char *form_part_name(const struct portal *portal, enum field field, const char *subject,
                           struct arena *arena);

/* The parts of a level's text, as two cells begin with them. */
void form_part_split(const struct portal *portal, const char *text, struct arena *arena,
                     struct explanation *parts);
/* What two cells say, in the parts that it will be divided into when it is kept: a whole explanation that was
 * pasted into one of them comes apart. NULL and "" are nothing. */
void form_part_read(const struct portal *portal, const char *facts, const char *analysis,
                    struct arena *arena, struct explanation *parts);

/* The text that a fact has for a subject: the part of it, or all of it. NULL where there is nothing. */
const char *form_part_of(const struct portal *portal, enum field field, const char *subject,
                         const char *fact, struct arena *arena);
/* Appends the whole text of a level once the part that `subject` names says `mine`. */
void form_part_put(const struct portal *portal, const char *subject, const char *now,
                   const char *mine, struct arena *arena, struct text *out);

#endif
