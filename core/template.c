#include "template.h"

#include "arena.h"
#include "canvas.h"
#include "draw.h"
#include "drawing.h"
#include "file.h"
#include "file_name.h"
#include "json.h"
#include "limit.h"
#include "memory.h"
#include "message.h"
#include "worker.h"

#include <assert.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { NAME_BYTES = 48, FOLDER_BYTES = 4096, TITLE_BYTES = 200 };

static const char own_folder[] = "templates/";

/* A template at work. */
struct template
{
    char *language;
    struct worker *worker;
    struct canvas canvas;
    struct arena arena; /* of the message at hand */
    struct text folder; /* where the template lies, with its slash; "" = here */
    struct text shown;  /* the same for people */
    struct text file;   /* its name there */
    struct text answer;
    char *files[LIMIT_TEMPLATE_FILES]; /* for people, in the order in which the worker got them */
    size_t file_count;
    char *name;                     /* as it was asked for */
    enum template_kind kind;        /* that it declares */
    const struct template_run *run; /* the present one */
};

/* ---- files ---------------------------------------------------------------------------------------- */

/* True for small letters, digits, "_" and "-", with at most one folder before and `end` behind. */
static bool good_name(const char *name, const char *end)
{
    static const char allowed[] = "abcdefghijklmnopqrstuvwxyz0123456789_-";
    size_t first = strspn(name, allowed);
    if (first > 0 && name[first] == '/') {
        name += first + 1;
        first = strspn(name, allowed);
    }
    return first > 0 && strcmp(name + first, end) == 0;
}

/* Where one of the program's own files lies, yours to free; NULL when it is not there. */
static char *own_file(const char *name)
{
    struct text path = TEXT_EMPTY;
    struct error ignored = {.kind = ERROR_NONE};
    text_format(&path, "%s%s", own_folder, name);
    char *found = file_resource(path.bytes, &ignored);
    text_release(&path);
    return found;
}

/* Reads a file beside the template or, failing that, among the program's own; *shown is for people,
 * yours to free. */
static bool read_file(const struct template *template, const char *name, size_t max,
                      struct text *out, char **shown, struct error *err)
{
    struct text path = TEXT_EMPTY;
    struct text place = TEXT_EMPTY;
    text_format(&path, "%s%s", template->folder.bytes, name);
    text_format(&place, "%s%s", template->shown.bytes, name);
    bool done = false;
    if (file_exists(path.bytes)) {
        done = file_read(path.bytes, max, out, err);
    } else {
        char *own = own_file(name);
        text_clear(&place);
        text_format(&place, "%s%s", own_folder, name);
        done = own != NULL ? file_read(own, max, out, err)
                           : error_set(err, M_TEMPLATE_MISSING, NULL, name);
        free(own);
    }
    text_release(&path);
    if (done && shown != NULL) {
        *shown = text_take(&place);
    }
    text_release(&place);
    return done;
}

/* draw_source.read: a picture. */
static bool read_picture(void *context, const char *name, size_t max, struct text *out,
                         struct error *err)
{
    if (strlen(name) > NAME_BYTES || !good_name(name, ".png")) {
        return error_set(err, M_TEMPLATE_NAME, NULL, name, ".png");
    }
    return read_file(context, name, max, out, NULL, err);
}

/* draw_source.place */
static void show_place(void *context, int64_t place, struct text *out)
{
    const struct template *template = context;
    size_t file = (size_t)(place / DRAWING_LINES);
    text_format(out, "%s:%lld", template->files[file < template->file_count ? file : 0],
                (long long)(place % DRAWING_LINES));
}

/* Splits a path into its folder, with the slash, and its name. */
static void split_path(const char *path, struct text *folder, struct text *name)
{
    const char *slash = strrchr(path, '/');
    size_t length = slash == NULL ? 0 : (size_t)(slash - path) + 1;
    text_append(folder, path, length);
    text_add(name, path + length);
}

/* Finds the template that `name` means: a file, or one of the program's own without its ending. */
static bool find(const char *name, struct template *template, struct error *err)
{
    if (file_name_ends(name, ".lua")) {
        split_path(name, &template->folder, &template->file);
        text_add(&template->shown, template->folder.bytes);
        return true;
    }
    text_format(&template->file, "%s.lua", name);
    char *own = strchr(name, '/') == NULL && good_name(template->file.bytes, ".lua")
                    ? own_file(template->file.bytes)
                    : NULL;
    if (own == NULL) {
        return error_set(err, M_TEMPLATE_UNKNOWN, name);
    }
    struct text unused = TEXT_EMPTY;
    split_path(own, &template->folder, &unused);
    text_add(&template->shown, own_folder);
    text_release(&unused);
    free(own);
    return true;
}

/* Reads the template itself. */
static bool read_template(struct template *template, struct text *source, struct error *err)
{
    struct text path = TEXT_EMPTY;
    text_format(&path, "%s%s", template->folder.bytes, template->file.bytes);
    bool done = file_read(path.bytes, LIMIT_SOURCE_BYTES, source, err);
    text_clear(&path);
    text_format(&path, "%s%s", template->shown.bytes, template->file.bytes);
    template->files[0] = text_take(&path);
    template->file_count = 1;
    return done;
}

/* ---- the conversation with the worker ------------------------------------------------------------- */

/* The name in the next include("…") of a source, with its NUL; false when there is none. *at moves on. */
static bool next_include(const char **at, char name[NAME_BYTES])
{
    static const char call[] = "include(\"";
    while ((*at = strstr(*at, call)) != NULL) {
        *at += sizeof call - 1;
        size_t length = strcspn(*at, "\"\n");
        if (length < NAME_BYTES && (*at)[length] == '"') {
            memcpy(name, *at, length);
            name[length] = '\0';
            return true;
        }
    }
    return false;
}

/* The files sent ahead so far: names, and the sources that are still to be looked through. */
struct ahead {
    char names[LIMIT_TEMPLATE_FILES][NAME_BYTES];
    struct text sources[LIMIT_TEMPLATE_FILES];
    size_t count;
};

/* Reads the files that a source includes, as far as they are there: what is missing is told when the
 * template really asks for it. */
static void look_ahead(const struct template *template, const char *source, struct ahead *ahead)
{
    char name[NAME_BYTES];
    struct error ignored = {.kind = ERROR_NONE};
    for (const char *at = source; ahead->count < LIMIT_TEMPLATE_FILES && next_include(&at, name);) {
        bool known = false;
        for (size_t i = 0; i < ahead->count; i++) {
            known = known || strcmp(ahead->names[i], name) == 0;
        }
        struct text *text = &ahead->sources[ahead->count];
        *text = (struct text)TEXT_EMPTY;
        if (!known && good_name(name, ".lua") &&
            read_file(template, name, LIMIT_SOURCE_BYTES, text, NULL, &ignored)) {
            memcpy(ahead->names[ahead->count++], name, sizeof name);
        }
    }
}

/* Appends the files that the template will probably include, as a JSON object: a question for each would
 * make both sides wait. */
static void add_ahead(const struct template *template, const struct text *source, struct text *out)
{
    struct ahead *ahead = memory_zero(1, sizeof *ahead);
    look_ahead(template, source->bytes, ahead);
    for (size_t i = 0; i < ahead->count; i++) {
        look_ahead(template, ahead->sources[i].bytes, ahead);
    }
    text_add_byte(out, '{');
    for (size_t i = 0; i < ahead->count; i++) {
        text_format(out, "%s\"%s\":", i > 0 ? "," : "", ahead->names[i]);
        text_append_json(out, ahead->sources[i].bytes, ahead->sources[i].length);
        text_release(&ahead->sources[i]);
    }
    text_add_byte(out, '}');
    free(ahead);
}

/* Sends the template and what it will include. */
static bool send_start(struct template *template, const struct text *source, struct error *err)
{
    struct text start = TEXT_EMPTY;
    text_add(&start, "{\"file\":");
    text_add_json(&start, template->file.bytes);
    text_add(&start, ",\"source\":");
    text_append_json(&start, source->bytes, source->length);
    text_format(&start, ",\"language\":\"%s\",\"files\":", template->language);
    add_ahead(template, source, &start);
    text_add_byte(&start, '}');
    bool done = worker_send(template->worker, start.bytes, start.length, err);
    text_release(&start);
    return done;
}

/* Sends the documents and the options. */
static bool send_run(struct template *template, const struct template_run *run, struct error *err)
{
    const char *previous = run->previous == NULL ? "null" : run->previous->bytes;
    size_t previous_length = run->previous == NULL ? 4 : run->previous->length;
    return worker_send(template->worker, run->document->bytes, run->document->length, err) &&
           worker_send(template->worker, previous, previous_length, err) &&
           worker_send(template->worker, run->options, strlen(run->options), err);
}

/* Notes that a file that was sent ahead begins its work. */
static bool note_file(struct template *template, const char *name, struct error *err)
{
    if (template->file_count == LIMIT_TEMPLATE_FILES || !good_name(name, ".lua")) {
        return worker_refuse(template->worker, err);
    }
    struct text path = TEXT_EMPTY;
    text_format(&path, "%s%s", template->folder.bytes, name);
    bool beside = file_exists(path.bytes);
    text_clear(&path);
    text_format(&path, "%s%s", beside ? template->shown.bytes : own_folder, name);
    template->files[template->file_count++] = text_take(&path);
    return true;
}

/* Answers a request for a file. */
static bool give_file(struct template *template, const char *name, int64_t place, struct error *err)
{
    struct text source = TEXT_EMPTY;
    struct text answer = TEXT_EMPTY;
    char *shown = NULL;
    bool done = template->file_count < LIMIT_TEMPLATE_FILES;
    if (!done) {
        worker_refuse(template->worker, err); /* its own count comes first */
    } else if (!good_name(name, ".lua")) {
        done = error_set(err, M_TEMPLATE_NAME, NULL, name, ".lua");
    } else {
        done = read_file(template, name, LIMIT_SOURCE_BYTES, &source, &shown, err);
    }
    if (done) {
        template->files[template->file_count++] = shown;
        text_add(&answer, "{\"source\":");
        text_append_json(&answer, source.bytes, source.length);
        text_add_byte(&answer, '}');
        done = worker_send(template->worker, answer.bytes, answer.length, err);
    } else {
        struct text where = TEXT_EMPTY;
        show_place(template, place, &where);
        error_place(err, where.bytes);
        text_release(&where);
    }
    text_release(&source);
    text_release(&answer);
    return done;
}

/* Answers a request for a page of rows. */
static bool give_rows(struct template *template, struct error *err)
{
    struct text page = TEXT_EMPTY;
    if (template->run->rows != NULL) {
        template->run->rows(template->run->context, &page);
    } else {
        text_add(&page, "[]");
    }
    bool done = worker_send(template->worker, page.bytes, page.length, err);
    text_release(&page);
    return done;
}

/* One message of the worker. */
struct answer {
    const char *include, *file; /* NULL for none */
    int64_t place;
    bool done, drawn, rows;
};

/* Reads a message; draws what it holds. Sets *err when a drawing cannot be done. */
static bool read_answer(struct template *template, struct answer *answer, struct error *err)
{
    const struct draw_source source = {show_place, read_picture, template};
    struct json json;
    struct json_text key;
    arena_clear(&template->arena);
    json_open(&json, template->answer.bytes, template->answer.length, &template->arena, NULL);
    json.value_limit = SIZE_MAX;
    json_object(&json);
    while (json_key(&json, &key)) {
        if (json_is(&key, "draw")) {
            answer->drawn = draw_commands(&template->canvas, &json, &template->arena, &source, err);
            if (!answer->drawn) {
                return false;
            }
        } else if (json_is(&key, "include")) {
            json_copy(&json, NAME_BYTES, &answer->include);
        } else if (json_is(&key, "file")) {
            json_copy(&json, NAME_BYTES, &answer->file);
        } else if (json_is(&key, "place")) {
            json_integer(&json, 0, INT64_MAX / 2, &answer->place);
        } else if (json_is(&key, "rows")) {
            json_bool(&json, &answer->rows);
        } else if (!json_is(&key, "done") || !json_bool(&json, &answer->done)) {
            return false;
        }
    }
    struct error bad = {.kind = ERROR_NONE};
    return json_end(&json, &bad) && (answer->done || answer->drawn || answer->rows ||
                                     answer->include != NULL || answer->file != NULL);
}

/* Receives until the template is done. */
static bool serve(struct template *template, struct error *err)
{
    struct answer answer = {.include = NULL};
    while (!answer.done) {
        answer = (struct answer){.include = NULL};
        if (!worker_receive(template->worker, &template->answer, err)) {
            return false;
        }
        if (!read_answer(template, &answer, err)) {
            return error_is_set(err) ? false : worker_refuse(template->worker, err);
        }
        if ((answer.file != NULL && !note_file(template, answer.file, err)) ||
            (answer.include != NULL && !give_file(template, answer.include, answer.place, err)) ||
            (answer.rows && !give_rows(template, err))) {
            return false;
        }
    }
    return true;
}

/* Puts the workbook or the page under its name. */
static bool finish(struct template *template, struct error *err)
{
    int64_t place = -1;
    if (canvas_finish(&template->canvas, template->language, &place, err)) {
        return true;
    }
    struct text where = TEXT_EMPTY;
    if (place >= 0) {
        show_place(template, place, &where);
    } else if (err->kind == ERROR_PACK || err->kind == ERROR_LIMIT) {
        text_add(&where, template->files[0]);
    }
    error_place(err, where.bytes);
    text_release(&where);
    return false;
}

static bool check_size(const struct text *document, struct error *err)
{
    return document == NULL || document->length <= LIMIT_ANSWER_BYTES ||
           error_set(err, M_TEMPLATE_DOCUMENT, NULL, (size_t)LIMIT_ANSWER_BYTES);
}

/* Starts the worker with the template. */
static bool start(struct template *template, struct error *err)
{
    struct text source = TEXT_EMPTY;
    bool done = read_template(template, &source, err) &&
                template_kind_declared(source.bytes, template->files[0], &template->kind, err);
    if (done) {
        template->worker = worker_start("template", template->shown.bytes, ERROR_PACK, err);
        done = template->worker != NULL;
    }
    if (done) {
        worker_about(template->worker, template->file.bytes);
        done = send_start(template, &source, err);
    }
    text_release(&source);
    return done;
}

struct template *template_open(const char *name, const char *language, struct error *err)
{
    struct template *template = memory_zero(1, sizeof *template);
    *template = (struct template){.language = memory_copy(language, strlen(language)),
                                  .name = memory_copy(name, strlen(name)),
                                  .arena = ARENA_EMPTY,
                                  .folder = TEXT_EMPTY,
                                  .shown = TEXT_EMPTY,
                                  .file = TEXT_EMPTY,
                                  .answer = TEXT_EMPTY};
    if (!find(name, template, err) || !start(template, err)) {
        template_close(template);
        return NULL;
    }
    return template;
}

enum template_kind template_declares(const struct template *template)
{
    return template->kind;
}

/* The kind of what it is run over. */
static enum template_kind given_kind(const struct template_run *run)
{
    struct text format = TEXT_EMPTY;
    if (run->draws == NULL) {
        return template_kind_of(run->document);
    }
    text_format(&format, "{\"format\":\"%s\"}", run->draws);
    enum template_kind kind = template_kind_of(&format);
    text_release(&format);
    return kind;
}

bool template_run(struct template *template, const struct template_run *run, struct error *err)
{
    assert(template->canvas.workbook == NULL);
    if (!template_kind_fits(template->kind, given_kind(run), template->name, err)) {
        return false;
    }
    if (!check_size(run->document, err) || !check_size(run->previous, err)) {
        return false;
    }
    if (!canvas_begin(&template->canvas, run->output, run->year, err)) {
        return false;
    }
    template->run = run;
    worker_allow(template->worker, LIMIT_TEMPLATE_MS + LIMIT_WORKER_MS);
    return send_run(template, run, err) && serve(template, err) &&
           (run->output == NULL || finish(template, err));
}

void template_close(struct template *template)
{
    if (template == NULL) {
        return;
    }
    worker_close(template->worker);
    canvas_release(&template->canvas);
    for (size_t i = 0; i < template->file_count; i++) {
        free(template->files[i]);
    }
    free(template->language);
    free(template->name);
    text_release(&template->folder);
    text_release(&template->shown);
    text_release(&template->file);
    text_release(&template->answer);
    arena_release(&template->arena);
    free(template);
}

bool template_draws(const char *output)
{
    return file_name_ends(output, ".xlsx") || file_name_ends(output, ".html");
}

/* ---- the program's own templates ------------------------------------------------------------------ */

bool template_source(const char *name, struct text *source, struct error *err)
{
    struct template template = {.folder = TEXT_EMPTY, .shown = TEXT_EMPTY, .file = TEXT_EMPTY};
    bool done = find(name, &template, err) && read_template(&template, source, err);
    free(template.files[0]);
    text_release(&template.folder);
    text_release(&template.shown);
    text_release(&template.file);
    return done;
}

/* The first line of a source, without its comment sign; yours to free. */
static char *title_of(const char *source)
{
    source += strspn(source, "- ");
    size_t length = strcspn(source, "\r\n");
    return memory_copy(source, length < TITLE_BYTES ? length : TITLE_BYTES);
}

static int by_name(const void *one, const void *other)
{
    return strcmp(((const struct template_entry *)one)->name,
                  ((const struct template_entry *)other)->name);
}

/* Adds a file of the folder to the list when it is a template. */
static void add_entry(const char *file, struct template_entry **list, size_t *count)
{
    struct error ignored = {.kind = ERROR_NONE};
    struct text source = TEXT_EMPTY;
    size_t length = strlen(file);
    char *name = file_name_ends(file, ".lua") ? memory_copy(file, length - 4) : NULL;
    if (name != NULL && template_source(name, &source, &ignored)) {
        *list = memory_resize(*list, *count + 2, sizeof **list);
        enum template_kind kind = TEMPLATE_RESULT;
        template_kind_declared(source.bytes, file, &kind, &ignored);
        (*list)[(*count)++] = (struct template_entry){name, title_of(source.bytes), kind};
        name = NULL;
    }
    free(name);
    text_release(&source);
}

bool template_list(struct template_entry **list, struct error *err)
{
    char *folder = file_resource("templates", err);
    DIR *listing = folder == NULL ? NULL : opendir(folder);
    free(folder);
    if (listing == NULL) {
        return error_set(err, M_FILE_RESOURCE, "templates");
    }
    size_t count = 0;
    *list = memory_zero(1, sizeof **list);
    for (const struct dirent *entry; (entry = readdir(listing)) != NULL;) {
        add_entry(entry->d_name, list, &count);
    }
    closedir(listing);
    (*list)[count] = (struct template_entry){NULL, NULL, TEMPLATE_KIND_COUNT};
    qsort(*list, count, sizeof **list, by_name);
    return true;
}

void template_free_list(struct template_entry *list)
{
    for (size_t i = 0; list != NULL && list[i].name != NULL; i++) {
        free(list[i].name);
        free(list[i].title);
    }
    free(list);
}
