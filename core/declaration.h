/* declaration: the files of a pack as one whole.
 *
 * Which file is which, and all domains, aspects, indicators, levels and criteria in the instrument's
 * order, flat. Parents are found through the values themselves. Also of a pack with mistakes: what has
 * not the shape of a table with names is left out (pack_field has complained about it). */
#ifndef SPBE_DECLARATION_H
#define SPBE_DECLARATION_H

#include "arena.h"
#include "data.h"
#include "instrument.h"
#include "name_index.h"

#include <stddef.h>

/* Values, flat. */
struct data_list {
    const struct data **items;
    size_t count;
};

struct declaration {
    const struct data *pack;                      /* what pack.lua returned */
    bool whole;                                   /* all files that it names were loaded */
    const struct data *notes, *checks, *examples; /* what those files returned; NULL when none */
    struct data_list crosswalks;                  /* what the files of crosswalks returned */
    struct data_list domains;                     /* what the files of domains returned */
    struct data_list loose; /* what the files of aspects returned, where there are no domains */
    struct data_list aspects, indicators, levels, criteria;
    size_t scored; /* values that an assessment has: indicators, each slot counted by itself */
    struct name_index domain_ids, aspect_ids, indicator_ids, criterion_ids;
    struct name_index level_ids;    /* "I05.2"; positions are those in `levels` */
    struct name_index document_ids; /* of legal_basis */
    struct name_index kinds;        /* of level_names */
};

/* A percent is divided into at least hundredths, the step in which weights are printed (so that a sheet
 * shows 1,30 % as 130), and into at most so many parts that sums of weights stay small. */
enum { DECLARATION_PARTS_LEAST = 100, DECLARATION_PARTS = 1000000 };

/* Fills the flat lists and the indexes from `pack` and `domains`; memory from `arena`. */
void declaration_flatten(struct declaration *declaration, struct arena *arena);

/* The record in whose list a value stands: the indicator of a level, the level of a criterion. */
const struct data *declaration_owner(const struct data *value);

/* The slots of an indicator, a list that is not empty, or NULL: it is then assessed once. */
const struct data *declaration_slots(const struct data *indicator);

/* The index of the texts in a list, or of the texts at `key` of the records in it. NULL is empty. */
struct name_index declaration_names(const struct data *list, const char *key, struct arena *arena);
/* True when a criterion is meant by one of the names: its id, or the beginning of it up to a point
 * ("I05.2" is all of that level, "I05" all of that indicator). */
bool declaration_is_meant(const struct name_index *names, const char *criterion);
/* True when a name means some criterion. */
bool declaration_means_any(const struct declaration *declaration, const char *name);

/* A whole number at a path of two names, "years" "last", or `otherwise`. */
int declaration_whole(const struct declaration *declaration, const char *record, const char *key,
                      int otherwise);
/* True when the predicates stand lowest first. */
bool declaration_bands_rise(const struct declaration *declaration);
/* The name of a level in level_names where that has one for each number; NULL else. */
const char *declaration_level_name(const struct declaration *declaration, int number);
/* First year of what counts in none. */
enum { DECLARATION_NEVER = 9999 };

/* The years in which a record counts, from its `from` and `until`; none when it is `withdrawn`. */
struct dated declaration_years(const struct data *record);
/* Adds the kinds of agencies that a word means ("pusat", "kota") to *kinds, a bit for each: 1 << 0 is
 * kementerian, then lembaga, provinsi, kabupaten, kota, lainnya (enum kind). False for no such word. */
bool declaration_kinds(const char *word, unsigned *kinds);
/* Makes *parts, at least 1, the smallest number that both it and `den` divide. False, and unchanged,
 * when that is above DECLARATION_PARTS. */
bool declaration_common(int64_t *parts, int64_t den);

#endif
