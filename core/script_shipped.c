#include "script_shipped.h"

#include "command.h"
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
#include <sys/stat.h>

enum { TITLE_BYTES = 200 };

/* scandir's filter */
static int is_script(const struct dirent *entry)
{
    return file_name_ends(entry->d_name, ".lua");
}

/* The program's own scripts, sorted; NULL-terminated, yours to free_names. NULL with FILE_RESOURCE. */
static char **list_names(struct error *err)
{
    struct dirent **entries = NULL;
    char *folder = file_resource("scripts", err);
    int count = folder == NULL ? -1 : scandir(folder, &entries, is_script, alphasort);
    free(folder);
    if (count < 0) {
        error_set(err, M_FILE_RESOURCE, "scripts");
        return NULL;
    }
    char **names = memory_zero((size_t)count + 1, sizeof *names);
    for (int i = 0; i < count; i++) {
        names[i] = memory_copy(entries[i]->d_name, strlen(entries[i]->d_name) - strlen(".lua"));
        free(entries[i]);
    }
    free(entries);
    return names;
}

static void free_names(char **names)
{
    for (size_t i = 0; names != NULL && names[i] != NULL; i++) {
        free(names[i]);
    }
    free(names);
}

/* The path of one of the program's own, with or without ".lua"; NULL where there is none of that name. */
static char *find_own(const char *name)
{
    struct error ignored = {.kind = ERROR_NONE};
    struct text path = TEXT_EMPTY;
    text_format(&path, "scripts/%s%s", name, file_name_ends(name, ".lua") ? "" : ".lua");
    char *found = file_resource(path.bytes, &ignored);
    text_release(&path);
    return found;
}

/* Says that there is no script of that name, and which one was perhaps meant. */
static void refuse(const char *name, struct error *err)
{
    struct error ignored = {.kind = ERROR_NONE};
    char **names = list_names(&ignored);
    struct text typed = TEXT_EMPTY;
    text_append(&typed, name, strlen(name) - (file_name_ends(name, ".lua") ? strlen(".lua") : 0));
    const char *near =
        names == NULL ? NULL : command_nearest(typed.bytes, (const char *const *)names);
    if (near != NULL) {
        error_set(err, M_SCRIPT_NAME_NEAR, name, near);
    } else {
        error_set(err, M_SCRIPT_NAME, name);
    }
    text_release(&typed);
    free_names(names);
}

char *script_shipped_path(const char *name, struct error *err)
{
    struct stat about;
    bool plain = name[0] != '\0' && strchr(name, '/') == NULL && stat(name, &about) != 0;
    char *own = plain ? find_own(name) : NULL;
    if (plain && own == NULL) {
        refuse(name, err);
        return NULL;
    }
    return plain ? own : memory_copy(name, strlen(name));
}

/* The comment that says what a script does: its first line, in English its second. */
static const char *title_of(const char *source)
{
    const char *second = strchr(source, '\n');
    bool english = strcmp(lang_name(), "en") == 0 && second != NULL &&
                   strncmp(second, "\n--- ", strlen("\n--- ")) == 0;
    source = english ? second + 1 : source;
    return source + strspn(source, "- ");
}

/* Adds a script's name and what it does. */
static void add_row(struct table *table, const char *folder, const char *name)
{
    struct error ignored = {.kind = ERROR_NONE};
    struct text path = TEXT_EMPTY, source = TEXT_EMPTY;
    text_format(&path, "%s/%s.lua", folder, name);
    if (file_read(path.bytes, LIMIT_SOURCE_BYTES, &source, &ignored)) {
        const char *title = title_of(source.bytes);
        size_t length = strcspn(title, "\r\n");
        table_cell(table, TONE_STRONG, name);
        table_format(table, TONE_PLAIN, "%.*s", (int)(length < TITLE_BYTES ? length : TITLE_BYTES),
                     title);
    }
    text_release(&source);
    text_release(&path);
}

bool script_shipped_print(const struct console *console, struct error *err)
{
    static const struct table_column columns[] = {{.title = N_("Script")},
                                                  {.title = N_("What it does"), .gives = true}};
    char **names = list_names(err);
    char *folder = names == NULL ? NULL : file_resource("scripts", err);
    struct table *table = folder == NULL ? NULL : table_new(columns, 2);
    for (size_t i = 0; table != NULL && names[i] != NULL; i++) {
        add_row(table, folder, names[i]);
    }
    if (table != NULL) {
        table_print(table, console);
        table_free(table);
    }
    free_names(names);
    free(folder);
    return table != NULL;
}
