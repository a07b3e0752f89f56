#include "script_file.h"

#include "batch.h"
#include "console.h"
#include "file.h"
#include "file_name.h"
#include "limit.h"
#include "memory.h"
#include "message.h"
#include "script_table.h"
#include "stream.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PAGE_BYTES = 262144 };

/* The resolved name of the file that argument `i` names; yours to free. */
static char *file_argument(struct script *script, const struct script_call *call, size_t i,
                           bool writing, struct error *err)
{
    return script_state_file(script, script_value_text(call, i), writing, err);
}

/* Reads the file of argument 0 whole. */
static bool read_whole(struct script *script, const struct script_call *call, size_t most,
                       struct text *bytes, struct error *err)
{
    char *path = file_argument(script, call, 0, false, err);
    bool done = path != NULL && file_read(path, most, bytes, err);
    free(path);
    return done;
}

/* Writes the file of argument 0. */
static bool write_whole(struct script *script, const struct script_call *call, const char *bytes,
                        size_t length, struct error *err)
{
    char *path = file_argument(script, call, 0, true, err);
    bool done = path != NULL && script_state_count(script, length, err) &&
                file_write(path, bytes, length, err);
    free(path);
    return done;
}

/* ---- texts ---------------------------------------------------------------------------------------- */

static bool is_text(const struct text *bytes)
{
    return memchr(bytes->bytes, '\0', bytes->length) == NULL &&
           text_utf8_prefix(bytes->bytes, bytes->length) == bytes->length;
}

static bool do_read(struct script *script, const struct script_call *call, struct text *out,
                    struct error *err)
{
    struct text bytes = TEXT_EMPTY;
    bool done = read_whole(script, call, LIMIT_LUA_STRING, &bytes, err) &&
                (is_text(&bytes) || error_set(err, M_SCRIPT_TEXT, script_value_text(call, 0)));
    if (done) {
        text_append_json(out, bytes.bytes, bytes.length);
    }
    text_release(&bytes);
    return done;
}

static bool do_write(struct script *script, const struct script_call *call, struct text *out,
                     struct error *err)
{
    const char *text = script_value_text(call, 1);
    (void)out;
    return write_whole(script, call, text, strlen(text), err);
}

static bool do_tell(struct script *script, const struct script_call *call, struct text *out,
                    struct error *err)
{
    struct text line = TEXT_EMPTY;
    (void)out;
    console_add_safe(&line, script_value_text(call, 0), true);
    bool done = script_state_count(script, line.length + 1, err);
    if (done) {
        fprintf(stderr, "%s\n", line.bytes);
    }
    text_release(&line);
    return done;
}

/* ---- JSON ----------------------------------------------------------------------------------------- */

/* True when the bytes are one sound JSON value that fits into an answer. */
static bool is_sound(const char *bytes, size_t length, const char *name, struct error *err)
{
    struct arena arena = ARENA_EMPTY;
    struct json json;
    json_open(&json, bytes, length, &arena, name);
    json.value_limit = LIMIT_SCRIPT_VALUES;
    json_skip(&json, NULL);
    bool sound = json_end(&json, err);
    arena_release(&arena);
    return sound;
}

static bool do_read_json(struct script *script, const struct script_call *call, struct text *out,
                         struct error *err)
{
    struct text bytes = TEXT_EMPTY;
    bool done = read_whole(script, call, LIMIT_ANSWER_BYTES - LIMIT_MESSAGE_BYTES, &bytes, err) &&
                is_sound(bytes.bytes, bytes.length, script_value_text(call, 0), err);
    if (done) {
        text_append(out, bytes.bytes, bytes.length);
    }
    text_release(&bytes);
    return done;
}

static bool do_write_json(struct script *script, const struct script_call *call, struct text *out,
                          struct error *err)
{
    struct text line = TEXT_EMPTY;
    (void)out;
    text_append(&line, call->arguments[1].bytes, call->arguments[1].length);
    text_add_byte(&line, '\n');
    bool done = write_whole(script, call, line.bytes, line.length, err);
    text_release(&line);
    return done;
}

/* A walk over the documents of a file. */
struct document_walk {
    struct stream *stream;
    char *name; /* for places */
};

static void free_documents(void *context)
{
    struct document_walk *walk = context;
    stream_close(walk->stream);
    free(walk->name);
    free(walk);
}

/* Appends {"value":…} or {"problem":"…"}. alone: it is the only one of its file. */
static void add_document(const struct document_walk *walk, const struct stream_document *document,
                         bool alone, struct text *page)
{
    struct error problem = {.kind = ERROR_NONE};
    struct text name = TEXT_EMPTY;
    batch_name(walk->name, document->number, alone, &name);
    if (document->large) {
        error_set(&problem, M_EXCHANGE_LARGE, name.bytes, (size_t)LIMIT_JSON_BYTES);
    } else if (is_sound(document->bytes, document->length, name.bytes, &problem)) {
        text_add(page, "{\"value\":");
        text_append(page, document->bytes, document->length);
        text_add_byte(page, '}');
    }
    if (error_is_set(&problem)) {
        script_state_problem(&problem, page);
    }
    text_release(&name);
}

static bool next_documents(void *context, struct text *page, struct error *err)
{
    struct document_walk *walk = context;
    struct stream_document document;
    text_add_byte(page, '[');
    size_t start = page->length;
    while (page->length < PAGE_BYTES && stream_next(walk->stream, false, &document, err)) {
        text_add(page, page->length > start ? "," : "");
        bool alone = document.number == 1 && stream_alone(walk->stream, &document);
        add_document(walk, &document, alone, page);
    }
    text_add_byte(page, ']');
    return !error_is_set(err);
}

static bool do_documents(struct script *script, const struct script_call *call, struct text *out,
                         struct error *err)
{
    const char *name = script_value_text(call, 0);
    char *path = file_argument(script, call, 0, false, err);
    struct stream *stream = path == NULL ? NULL : stream_open(path, err);
    free(path);
    if (stream == NULL) {
        return false;
    }
    struct document_walk *walk = memory_zero(1, sizeof *walk);
    *walk = (struct document_walk){stream, memory_copy(name, strlen(name))};
    return script_state_walk(script, next_documents, free_documents, walk, out, err);
}

/* ---- tables --------------------------------------------------------------------------------------- */

/* The sheet that argument 1 names, by its name or number. */
static const char *sheet_argument(const struct script_call *call)
{
    const struct json_text *piece = &call->arguments[1];
    const char *name = script_value_text(call, 1);
    bool number = name == NULL && script_value_given(call, 1);
    return number ? arena_copy(call->arena, piece->bytes, piece->length) : name;
}

static bool do_read_table(struct script *script, const struct script_call *call, struct text *out,
                          struct error *err)
{
    struct text bytes = TEXT_EMPTY;
    bool done = read_whole(script, call, LIMIT_SHEET_FILE, &bytes, err);
    if (done && !script_table_read(&bytes, sheet_argument(call), out, err)) {
        done = error_place(err, script_value_text(call, 0));
    }
    text_release(&bytes);
    return done;
}

static bool do_write_csv(struct script *script, const struct script_call *call, struct text *out,
                         struct error *err)
{
    struct text csv = TEXT_EMPTY;
    const char *word = script_value_text(call, 2);
    (void)out;
    bool done = word == NULL || (word[0] != '\0' && strchr(",;\t", word[0]) && word[1] == '\0') ||
                error_set(err, M_SCRIPT_SEPARATOR, NULL, word);
    done = done &&
           script_table_write(&call->arguments[1], word == NULL ? ',' : word[0], &csv, err) &&
           write_whole(script, call, csv.bytes, csv.length, err);
    text_release(&csv);
    return done;
}

static bool do_show(struct script *script, const struct script_call *call, struct text *out,
                    struct error *err)
{
    struct console console;
    (void)out;
    console_open(&console, stdout);
    return script_state_count(script, call->arguments[0].length, err) &&
           script_table_show(&call->arguments[0], &console, err);
}

/* ---- folders -------------------------------------------------------------------------------------- */

/* Endings are told whatever the capitals, as everywhere; a whole name is its own ending here. */
static bool is_asked(const char *name, const char *ending)
{
    return ending == NULL || strcmp(name, ending) == 0 || file_name_ends(name, ending);
}

/* Appends the names of a folder's files, as the script may use them. */
static bool add_files(struct script *script, const struct script_call *call,
                      struct dirent *const *entries, size_t count, struct text *out)
{
    const char *folder = script_value_text(call, 0);
    const char *ending = script_value_text(call, 1);
    size_t folder_length = strlen(folder);
    bool closed = folder_length > 0 && folder[folder_length - 1] == '/';
    bool more = false;
    text_add_byte(out, '[');
    for (size_t i = 0; i < count; i++) {
        struct error ignored = {.kind = ERROR_NONE};
        const char *name = entries[i]->d_name;
        const char *path = arena_format(call->arena, "%s%s%s", folder, closed ? "" : "/", name);
        char *whole = script_access_file(script->access, path, false, &ignored);
        size_t length = strlen(path);
        if (whole != NULL && file_exists(whole) && text_utf8_prefix(path, length) == length &&
            is_asked(name, ending)) {
            text_add(out, more ? "," : "");
            text_add_json(out, path);
            more = true;
        }
        free(whole);
    }
    text_add_byte(out, ']');
    return true;
}

/* scandir: not the hidden ones */
static int is_shown(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static int by_bytes(const struct dirent **one, const struct dirent **other)
{
    return strcmp((*one)->d_name, (*other)->d_name);
}

static bool do_files(struct script *script, const struct script_call *call, struct text *out,
                     struct error *err)
{
    struct dirent **entries = NULL;
    const char *folder = script_value_text(call, 0);
    char *whole = script_access_folder(script->access, folder, err);
    int count = whole == NULL ? -1 : scandir(whole, &entries, is_shown, by_bytes);
    bool done = whole != NULL && (count >= 0 || error_set(err, M_SCRIPT_FOLDER, folder));
    free(whole);
    if (done && count > LIMIT_FOLDER_FILES) {
        done = error_set(err, M_FOLDER_FILES, folder, LIMIT_FOLDER_FILES);
    }
    done = done && add_files(script, call, entries, (size_t)count, out);
    for (int i = 0; i < count; i++) {
        free(entries[i]);
    }
    free(entries);
    return done;
}

static bool do_exists(struct script *script, const struct script_call *call, struct text *out,
                      struct error *err)
{
    struct error ignored = {.kind = ERROR_NONE};
    char *path = script_access_file(script->access, script_value_text(call, 0), false, &ignored);
    (void)err;
    text_add(out, path != NULL && (strcmp(path, "-") == 0 || file_exists(path)) ? "true" : "false");
    free(path);
    return true;
}

/* ---- outputs -------------------------------------------------------------------------------------- */

static bool do_output(struct script *script, const struct script_call *call, struct text *out,
                      struct error *err)
{
    int64_t number = 0;
    char *path = file_argument(script, call, 0, true, err);
    struct script_thing *thing = path == NULL ? NULL : script_state_add(script, &number, err);
    if (thing == NULL) {
        free(path);
        return false;
    }
    struct script_output *output = memory_zero(1, sizeof *output);
    *output = (struct script_output){path, TEXT_EMPTY};
    thing->kind = SCRIPT_KIND_OUTPUT;
    thing->output = output;
    text_add_int(out, number);
    return true;
}

/* The output whose method was called. */
static struct script_thing *output_argument(struct script *script, const struct script_call *call,
                                            struct error *err)
{
    return script_state_thing(script, script_value_open(call, 0), SCRIPT_KIND_OUTPUT, err);
}

static bool do_output_write(struct script *script, const struct script_call *call, struct text *out,
                            struct error *err)
{
    const char *text = script_value_text(call, 1);
    struct script_thing *thing = output_argument(script, call, err);
    (void)out;
    if (thing == NULL || !script_state_count(script, strlen(text), err)) {
        return false;
    }
    text_add(&thing->output->text, text);
    return true;
}

static bool do_output_close(struct script *script, const struct script_call *call, struct text *out,
                            struct error *err)
{
    struct script_thing *thing = output_argument(script, call, err);
    (void)out;
    if (thing == NULL) {
        return false;
    }
    const struct text *text = &thing->output->text;
    bool done = file_write(thing->output->path, text->bytes, text->length, err);
    script_state_close(thing);
    return done;
}

script_handler *const script_file_handlers[] = {
#define FILE_HANDLER(name, lua, shape, call, handler, meaning) handler,
    SCRIPT_FILE_CALLS(FILE_HANDLER)
#undef FILE_HANDLER
};
