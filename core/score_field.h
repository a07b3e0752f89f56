/* score_field: the fields of what a scoring function is given, in one table.
 *
 * `calculation` writes them; `stub` tells them to editors; `pack_trial` knows by them what a function may ask
 * for. `help function` says the same at length. */
#ifndef SPBE_SCORE_FIELD_H
#define SPBE_SCORE_FIELD_H

struct score_field {
    const char *name;    /* "met_level"; ends with '?' where it may be nil */
    const char *type;    /* as annotations write it: "integer" */
    const char *meaning; /* N_() */
};

/* Those of an input, and of one of its levels; each ends with a row without name. */
extern const struct score_field score_field_input[], score_field_level[];

/* The name that is most like a word, its '?' at the end and all; NULL when the word is a name itself. */
const char *score_field_near(const struct score_field *fields, const char *word);

#endif
