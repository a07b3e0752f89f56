/* form_sighting: what a row of a form says of a document, checked cell by cell.
 *
 * A row names a document by a title, a number, a date, pages, and the name of a file or a link. The row of a
 * criterion puts it forward for that criterion; a row of the register says itself what it supports.
 * Wrong cells are told at once (form_report); the row then says nothing. */
#ifndef SPBE_FORM_SIGHTING_H
#define SPBE_FORM_SIGHTING_H

#include "error.h"
#include "form_key.h"
#include "form_report.h"
#include "sheet_reader.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A cell as the sheet has it; `text` cleaned (form_clean). */
struct form_raw {
    enum sheet_kind kind;
    const char *text;
};

/* A row of a sheet with columns for evidence. */
struct form_row {
    const char *sheet;
    uint32_t row;
    const uint32_t *columns; /* FORM_CELLS of them; 0 = the sheet has no such column */
    struct form_raw cells[FORM_CELLS];
    const char *id; /* of a criterion or evidence item; "" for a free row of the register */
    const struct form_base *base; /* NULL for a free row */
};

struct group;

/* A document for one indicator, as a row has it. */
struct form_sighting {
    const char *sheet;
    uint32_t row;
    uint32_t columns[FORM_CELLS];
    const char
        *texts[FORM_CELLS];   /* FORM_TITLE to FORM_FILE, "" for empty; a file without folders */
    const char *typed;        /* the file as typed, with folders */
    bool touched[FORM_CELLS]; /* differs from what the form began with */
    bool of_register;
    const struct form_base *base; /* NULL for a free row */
    const char *item;             /* id of the evidence item that the row is about; NULL for none */
    const char *indicator;
    const char *
        criteria; /* ids by commas, of criteria and items that score, in the instrument's order; "" for none */
    bool supports_touched; /* of the register: `criteria` differ from what the form began with */
    struct form_sighting *next; /* in the order of the rows */
    /* For form_evidence. */
    bool left_out;       /* nothing is to be done */
    const char *gone;    /* the item that the row began with, where it was withdrawn since */
    const char *beside;  /* the item that the row began with, where it now names another document */
    struct group *group; /* the document that it is put forward as */
    enum form_ruling ruling; /* what a person has decided, */
    const char *met; /* and the item of the file that it was decided against; NULL for none */
};

/* The sightings of a form. */
struct form_sightings {
    struct form_report *report;
    const struct form_key *key;
    struct arena *arena;
    struct form_sighting *first, *last;
    size_t count;
    struct error refusal; /* too many */
};

/* Takes a row in; nothing comes of an empty one, but that it was emptied is told. A row of the register that
 * names criteria of several indicators becomes a sighting for each. Fails with FORM_EVIDENCE beyond
 * LIMIT_FORM_EVIDENCE sightings. */
bool form_sighting_row(struct form_sightings *sightings, const struct form_row *row,
                       struct error *err);

/* The cell of a sighting. */
struct form_place form_sighting_place(const struct form_sighting *sighting, enum form_cell cell);
/* True when a text names something of the web rather than a file. */
bool form_is_link(const char *text);

#endif
