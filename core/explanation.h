/* explanation: what an agency writes for a level, as one text in two parts, facts and analysis.
 *
 * The record keeps one text a level. Where the instrument says which words stand before the parts
 * (struct portal), a text that begins with the first of them, or with the second, is in that form:
 *
 *     FAKTA: Perwali 12/2023, pasal 4, halaman 3 (Indikator11a-perwali.pdf)
 *
 *     ANALISIS: pasal 4 mengatur seluruh muatan, jadi tingkat 3 terpenuhi
 *
 * Any other text is whole, and stays as it was written. */
#ifndef SPBE_EXPLANATION_H
#define SPBE_EXPLANATION_H

#include "arena.h"
#include "assessment.h"
#include "text.h"

#include <stdbool.h>
#include <stddef.h>

/* The parts of a text; NULL where there is none. */
struct explanation {
    const char *facts, *analysis;
};

/* True when the instrument names both words. */
bool explanation_has_parts(const struct portal *portal);
/* Divides a text, parts from `arena`; false when it is not in the form. NULL has no parts, and is. */
bool explanation_split(const struct portal *portal, const char *text, struct arena *arena,
                       struct explanation *parts);
/* Appends the text of the parts; nothing when there are none. */
void explanation_join(const struct portal *portal, const struct explanation *parts,
                      struct text *out);

/* Characters of a text, as a form on a screen counts them; NULL has none. */
size_t explanation_length(const char *text);

/* What an agency wrote for a level of an indicator by its place among the indicator's levels; NULL where
 * it wrote nothing. */
const char *explanation_of(const struct response *response, size_t nth);
/* Levels that want an explanation, from the lowest up to the claimed one. */
size_t explanation_wanted(const struct instrument *instrument, size_t indicator,
                          const struct response *response);
/* Those of them that have one. */
size_t explanation_given(const struct instrument *instrument, size_t indicator,
                         const struct response *response);

#endif
