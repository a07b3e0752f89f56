/* source_map: on which line of a Lua file a field of the returned table stands.
 *
 * For sentences only ("domain_2.lua:41: weights add up to 24"): the values themselves come from the
 * worker. This module only looks at the text: it knows Lua's tokens and table constructors, takes the
 * table that the file returns, and remembers where its fields begin. What is computed (a local, a call)
 * is not followed: the nearest field that can be seen answers. Any bytes are safe. A map is made in one
 * pass over the file; a look-up walks the fields of each table on the path. */
#ifndef SPBE_SOURCE_MAP_H
#define SPBE_SOURCE_MAP_H

#include <stddef.h>

struct source_map;

/* The map of a file of `length` bytes, which must stay where they are until source_map_free. */
struct source_map *source_map_new(const char *bytes, size_t length);
void source_map_free(struct source_map *map); /* NULL is taken */

/* The line (from 1) of `path`, or that of its nearest ancestor that can be found; the line of the
 * returned table for the empty path; 1 when the file returns no table.
 *
 * path: names and positions as in Lua, "aspects[1].indicators[3].weight", "guideline_by_year.2021";
 *       a name is everything up to the next '.' or '[', a position counts from 1. Of a field that is
 *       written twice the last is meant, as in Lua. */
unsigned source_map_find(const struct source_map *map, const char *path);

/* One look-up: makes the map, asks, and frees it. */
unsigned source_map_line(const char *bytes, size_t length, const char *path);

#endif
