#include "script_shipped.h"

#include "file.h"
#include "file_name.h"
#include "lang.h"
#include "limit.h"
#include "memory.h"
#include "message.h"
#include "table.h"
#include "text.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

enum { TITLE_BYTES = 200 };

char *script_shipped_path(const char *name)
{
    struct error ignored = {.kind = ERROR_NONE};
    struct text path = TEXT_EMPTY;
    bool plain = strchr(name, '/') == NULL && !file_name_ends(name, ".lua") && !file_exists(name);
    char *folder = plain ? file_resource("scripts", &ignored) : NULL;
    if (folder != NULL) {
        text_format(&path, "%s/%s.lua", folder, name);
    }
    bool found = folder != NULL && file_exists(path.bytes);
    char *result = found ? memory_copy(path.bytes, path.length) : memory_copy(name, strlen(name));
    text_release(&path);
    free(folder);
    return result;
}

/* scandir's filter */
static int is_script(const struct dirent *entry)
{
    return file_name_ends(entry->d_name, ".lua");
}

/* Adds a script's name and the first line of its source, without the comment sign. */
static void add_row(struct table *table, const char *folder, const char *name)
{
    struct error ignored = {.kind = ERROR_NONE};
    struct text path = TEXT_EMPTY, source = TEXT_EMPTY, word = TEXT_EMPTY;
    text_format(&path, "%s/%s", folder, name);
    text_append(&word, name, strlen(name) - strlen(".lua"));
    if (file_read(path.bytes, LIMIT_SOURCE_BYTES, &source, &ignored)) {
        const char *title = source.bytes + strspn(source.bytes, "- ");
        size_t length = strcspn(title, "\r\n");
        table_cell(table, TONE_STRONG, word.bytes);
        table_format(table, TONE_PLAIN, "%.*s", (int)(length < TITLE_BYTES ? length : TITLE_BYTES),
                     title);
    }
    text_release(&word);
    text_release(&source);
    text_release(&path);
}

bool script_shipped_print(const struct console *console, struct error *err)
{
    static const struct table_column columns[] = {{.title = N_("Script")},
                                                  {.title = N_("What it does"), .gives = true}};
    struct dirent **entries = NULL;
    char *folder = file_resource("scripts", err);
    int count = folder == NULL ? -1 : scandir(folder, &entries, is_script, alphasort);
    if (count < 0) {
        free(folder);
        return error_set(err, M_FILE_RESOURCE, "scripts");
    }
    struct table *table = table_new(columns, 2);
    for (int i = 0; i < count; i++) {
        add_row(table, folder, entries[i]->d_name);
        free(entries[i]);
    }
    table_print(table, console);
    table_free(table);
    free(entries);
    free(folder);
    return true;
}
