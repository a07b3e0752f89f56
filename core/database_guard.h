/* database_guard: what keeps a database from elsewhere in its place: limits, switches, and the list
 * of what a statement may do. Only `database` uses it. */
#ifndef SPBE_DATABASE_GUARD_H
#define SPBE_DATABASE_GUARD_H

struct sqlite3;

/* Sets the limits of a fresh connection and switches off what a schema from elsewhere could run
 * (views, triggers, extensions, double-quoted texts). Returns SQLite's result, 0 when all is
 * well. */
int database_guard_harden(struct sqlite3 *handle);

/* From now on statements may read, add and replace facts; delete only document pieces; never change
 * an entry of the journal or the schema, and never reach another file. */
void database_guard_on(struct sqlite3 *handle);
/* Takes that list away, for making tables and for copying the file. */
void database_guard_off(struct sqlite3 *handle);

#endif
