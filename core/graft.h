/* graft: a copy of what was declared in which values are replaced, as overlays do.
 *
 * Every value of the copy knows the declared value that it stands for (its `origin`), and so its file and
 * line; a value that was put in stands for the one that an overlay declares, and bears the number of
 * the change that put it there. Nothing but this module writes into a tree. */
#ifndef SPBE_GRAFT_H
#define SPBE_GRAFT_H

#include "arena.h"
#include "data.h"

/* A copy of a whole tree; memory from `arena`, texts are shared. NULL stays NULL. */
const struct data *graft_copy(const struct data *value, struct arena *arena);

/* A value to put in: a flag, standing for the declared value `origin`. */
struct data graft_flag(bool flag, const struct data *origin);
/* As graft_flag, for a whole number. */
struct data graft_number(const char *text, const struct data *origin);

/* A function of that name in the worker ("overlay-1.lua:changes[2].to"), which must last. */
struct data graft_function(const char *name, const struct data *origin, struct arena *arena);

/* Puts a copy of a value into the field `key` of a record in a copy, in place of what was there or as a
 * new field. change: its number, from 1. Gives the value in the copy. */
const struct data *graft_put(const struct data *record, const char *key, const struct data *value,
                             unsigned change, struct arena *arena);
/* Takes a field out of a record in a copy; nothing when there is none. */
void graft_drop(const struct data *record, const char *key);
/* Puts a record without fields into a list in a copy, at `position` (at most its count). */
const struct data *graft_insert(const struct data *list, size_t position, const struct data *origin,
                                unsigned change, struct arena *arena);
/* Notes on a record in a copy that a change was made to it as a whole; it then stands for `origin`. */
void graft_mark(const struct data *record, const struct data *origin, unsigned change);

/* The value with the highest number of a change in a tree, itself or below, of equal ones the innermost;
 * NULL when there is none. */
const struct data *graft_newest(const struct data *value);

#endif
