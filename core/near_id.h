/* near_id: what a person probably meant who typed an id that an instrument does not have.
 *
 * A number says which indicator was meant: "11", "i11", "I011" mean I11, and I48 of 47 is one too many, not
 * a misspelt I08. Only what has no number is compared letter by letter. */
#ifndef SPBE_NEAR_ID_H
#define SPBE_NEAR_ID_H

#include "instrument.h"

/* The id of the indicator that was meant, or "" where none is near. Borrowed from the instrument. */
const char *near_id_indicator(const struct instrument *instrument, const char *typed);
/* The same for a criterion; its indicator is found first. */
const char *near_id_criterion(const struct instrument *instrument, const char *typed);

#endif
