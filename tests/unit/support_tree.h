/* tree: a document that the program wrote, read by another reader of JSON, and its values by their paths. */
#ifndef SPBE_SUPPORT_TREE_H
#define SPBE_SUPPORT_TREE_H

#include "text.h"

#include <cjson/cJSON.h>

/* The tree of a text, which is released; to cJSON_Delete. Ends the test when it is no JSON. */
cJSON *tree_read(struct text *text);
/* The value at a path of names and positions, "domains.0.aspects.1.value"; NULL when it is not there. */
const cJSON *tree_at(const cJSON *tree, const char *path);
/* Wants this text there. */
void tree_want(const cJSON *tree, const char *path, const char *wanted);
/* Wants this number there. */
void tree_want_number(const cJSON *tree, const char *path, int wanted);
/* Wants nothing there, not even null. */
void tree_want_none(const cJSON *tree, const char *path);

#endif
