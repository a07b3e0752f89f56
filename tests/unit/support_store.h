/* store: an assessment file in a folder of its own, for tests of what lies in it.
 *
 *     static struct place place;                    // in a test's set-up and tear-down
 *     place_enter(&place); … place_leave(&place);
 *
 *     struct store *store = place_store(&place, "kota.spbe", STORE_WRITE);
 *     place_tamper("kota.spbe", "UPDATE answer SET met = 'no'");
 *
 * All of it ends the test when something fails that should not. */
#ifndef SPBE_SUPPORT_STORE_H
#define SPBE_SUPPORT_STORE_H

#include "store.h"
#include "support_fixture.h"
#include "text.h"

struct place {
    char root[512];  /* the working folder before enter: the checkout */
    char folder[64]; /* the working folder between enter and leave */
    struct fixture fixture;
    struct error err; /* of the call that was expected to fail last */
};

/* Makes an empty folder, goes there, and builds the fixture's instrument. */
void place_enter(struct place *place);
/* Goes back to the checkout, and removes the folder with all that lies in it. */
void place_leave(struct place *place);

/* Makes a file of "Kota Uji", 2024, with the fixture's instrument and two rule files. */
void place_create(struct place *place, const char *path);
/* Creates the file unless it is there, and opens it. */
struct store *place_store(struct place *place, const char *path, enum store_access access);
/* One step with one change, by Siti; arguments as store_set takes them. */
void place_change(struct store *store, enum field field, const char *indicator, const char *subject,
                  const char *now);
/* Everything of every kind: answers, notes, claims, verdicts, evidence with two documents, units,
 * states, a general answer, an explanation. */
void place_fill(struct place *place, struct store *store);

/* Writes a file. */
void place_write(const char *path, const void *bytes, size_t length);
/* Runs SQL on a file as another program would, without any guard. */
void place_tamper(const char *path, const char *sql);
/* The first column of the first row, or "". Yours to free. */
char *place_query(const char *path, const char *sql);
/* What a store exports. */
void place_export(struct place *place, struct store *store, struct text *json);
/* The findings of a verification, one a line "where: what"; their number. */
int64_t place_verify(const char *path, struct text *findings);
/* Files in the working folder. */
size_t place_files(void);

/* Wants a fact as it is written (NULL: there is none), what an open step has changed so far included. */
void place_fact(struct place *place, struct store *store, enum field field, const char *subject,
                const char *wanted);

/* Wants a failure with the row `id` of message.h, and forgets it. */
void place_failed(struct place *place, const char *id);

#endif
