/* verify: whether an assessment file is whole and nobody but spbe has changed it.
 *
 * Five questions, each asked whatever the others answered: is the schema ours; are the database's
 * pages sound; does the journal's chain hold; does each fact say what the journal last said, and
 * the other way round; has each document, and each rule file, the bytes of its SHA-256. */
#ifndef SPBE_VERIFY_H
#define SPBE_VERIFY_H

#include "database.h"
#include "dossier.h"
#include "error.h"

/* found: told each finding: where ("journal entry 12", "I07", "E3") and what. Damage that stops the
 * reading is a finding too; false only where the question itself could not be asked (memory,
 * disk). */
bool verify_all(struct database *database,
                void (*found)(void *context, const char *where, const char *what), void *context,
                struct store_verdict *verdict, struct error *err);

#endif
