#include "support_tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

cJSON *tree_read(struct text *text)
{
    cJSON *tree = cJSON_Parse(text->bytes);
    assert_non_null(tree);
    text_release(text);
    return tree;
}

const cJSON *tree_at(const cJSON *tree, const char *path)
{
    char part[64];
    while (tree != NULL && *path != '\0') {
        size_t length = strcspn(path, ".");
        assert_true(length < sizeof part);
        memcpy(part, path, length);
        part[length] = '\0';
        tree = cJSON_IsArray(tree) ? cJSON_GetArrayItem(tree, atoi(part))
                                   : cJSON_GetObjectItemCaseSensitive(tree, part);
        path += length + (path[length] == '.');
    }
    return tree;
}

void tree_want(const cJSON *tree, const char *path, const char *wanted)
{
    const cJSON *value = tree_at(tree, path);
    if (!cJSON_IsString(value)) {
        fail_msg("%s is no text", path);
    } else if (strcmp(value->valuestring, wanted) != 0) {
        fail_msg("%s is %s", path, value->valuestring);
    }
}

void tree_want_number(const cJSON *tree, const char *path, int wanted)
{
    const cJSON *value = tree_at(tree, path);
    if (!cJSON_IsNumber(value) || value->valuedouble != wanted) {
        fail_msg("%s is not %d", path, wanted);
    }
}

void tree_want_none(const cJSON *tree, const char *path)
{
    if (tree_at(tree, path) != NULL) {
        fail_msg("%s is there", path);
    }
}
