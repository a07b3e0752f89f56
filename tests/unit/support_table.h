/* table: the fixture's instrument, and assessments of it that are made and compared. */
#ifndef SPBE_SUPPORT_TABLE_H
#define SPBE_SUPPORT_TABLE_H

#include "comparison.h"
#include "support_case.h"
#include "support_fixture.h"

struct table {
    struct fixture fixture;
    struct comparison comparison;
    struct case_ c;   /* the assessment at hand */
    const char *file; /* from which it seems to come: "berkas.json" */
};

/* Begins a comparison without sides. */
void table_open(struct table *table);
/* Frees what it holds. */
void table_close(struct table *table);
/* Begins an assessment of an agency; table_end adds it. */
struct case_ *table_begin_of(struct table *table, const char *agency, int year);
/* The same of "Kota Contoh". */
struct case_ *table_begin(struct table *table, int year);
/* Evaluates the assessment at hand on a basis and adds it to the comparison. */
void table_end(struct table *table, int asked);
/* Wants a piece in what was shown or written of it. */
void table_shows(const char *text, const char *part);
/* Wants it nowhere there. */
void table_shows_not(const char *text, const char *part);
/* Adds one of an agency that claims a level everywhere. */
void table_claim(struct table *table, const char *agency, int year, int level);

#endif
