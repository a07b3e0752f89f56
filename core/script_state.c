#include "script_state.h"

#include "lang.h"
#include "memory.h"
#include "message.h"

#include <stdlib.h>
#include <string.h>

/* ---- things that are open ------------------------------------------------------------------------- */

static void close_case(struct script_case *file)
{
    session_close(&file->session);
    free(file->path);
    free(file);
}

static void close_output(struct script_output *output)
{
    text_release(&output->text);
    free(output->path);
    free(output);
}

static void close_book(struct script_book *book)
{
    canvas_release(&book->canvas);
    free(book->name);
    free(book);
}

void script_state_close(struct script_thing *thing)
{
    switch (thing->kind) {
    case SCRIPT_KIND_NONE:
        break;
    case SCRIPT_KIND_ASSESSMENT:
        close_case(thing->file);
        break;
    case SCRIPT_KIND_OUTPUT:
        close_output(thing->output);
        break;
    case SCRIPT_KIND_BOOK:
        close_book(thing->book);
        break;
    case SCRIPT_KIND_WALK:
        thing->page.free(thing->page.walk);
        break;
    }
    *thing = (struct script_thing){.kind = SCRIPT_KIND_NONE};
}

struct script_thing *script_state_add(struct script *script, int64_t *number, struct error *err)
{
    for (size_t i = 0; i < LIMIT_SCRIPT_OPEN; i++) {
        if (script->things[i].kind == SCRIPT_KIND_NONE) {
            *number = script->opened++ * LIMIT_SCRIPT_OPEN + (int64_t)i;
            script->things[i].number = *number;
            return &script->things[i];
        }
    }
    error_set(err, M_SCRIPT_OPEN, NULL, LIMIT_SCRIPT_OPEN);
    return NULL;
}

struct script_thing *script_state_thing(struct script *script, int64_t number,
                                        enum script_kind kind, struct error *err)
{
    struct script_thing *thing = &script->things[number < 0 ? 0 : number % LIMIT_SCRIPT_OPEN];
    if (thing->number != number || thing->kind != kind) {
        error_set(err, M_SCRIPT_CLOSED, NULL);
        return NULL;
    }
    return thing;
}

struct script_case *script_state_case(struct script *script, const struct script_call *call,
                                      size_t i, struct error *err)
{
    const struct script_thing *thing =
        script_state_thing(script, script_value_open(call, i), SCRIPT_KIND_ASSESSMENT, err);
    return thing == NULL ? NULL : thing->file;
}

struct script_case *script_state_find(struct script *script, const char *path)
{
    for (size_t i = 0; i < LIMIT_SCRIPT_OPEN; i++) {
        const struct script_thing *thing = &script->things[i];
        if (thing->kind == SCRIPT_KIND_ASSESSMENT &&
            store_is_itself(thing->file->session.store, path)) {
            return thing->file;
        }
    }
    return NULL;
}

void script_state_release(struct script *script)
{
    for (size_t i = 0; i < LIMIT_SCRIPT_OPEN; i++) {
        script_state_close(&script->things[i]);
    }
    for (size_t i = 0; i < SCRIPT_EVALUATORS; i++) {
        evaluator_free(script->evaluators[i].evaluator);
        free(script->evaluators[i].key);
    }
}

char *script_state_file(struct script *script, const char *path, bool writing, struct error *err)
{
    char *whole = script_access_file(script->access, path, writing, err);
    if (whole != NULL && strcmp(whole, "-") != 0 && script_state_find(script, whole) != NULL) {
        error_set(err, M_SCRIPT_FILE_OPEN, path);
        free(whole);
        return NULL;
    }
    return whole;
}

bool script_state_walk(struct script *script,
                       bool (*next)(void *walk, struct text *page, struct error *err),
                       void (*release)(void *walk), void *walk, struct text *out, struct error *err)
{
    int64_t number = 0;
    struct script_thing *thing = script_state_add(script, &number, err);
    if (thing == NULL) {
        release(walk);
        return false;
    }
    thing->kind = SCRIPT_KIND_WALK;
    thing->page = (struct script_walk){next, release, walk};
    text_add_int(out, number);
    return true;
}

void script_state_problem(const struct error *problem, struct text *page)
{
    struct text sentence = TEXT_EMPTY;
    text_format(&sentence, "%s%s%s", problem->where, problem->where[0] == '\0' ? "" : ": ",
                problem->message);
    text_add(page, "{\"problem\":");
    text_add_json(page, sentence.bytes);
    text_add_byte(page, '}');
    text_release(&sentence);
}

bool script_state_count(struct script *script, size_t bytes, struct error *err)
{
    if (bytes > LIMIT_SCRIPT_OUTPUT - script->written) {
        return error_set(err, M_SCRIPT_OUTPUT, NULL, LIMIT_SCRIPT_OUTPUT);
    }
    script->written += bytes;
    return true;
}

/* ---- rules ---------------------------------------------------------------------------------------- */

/* A place for another evaluator, under a key that becomes its own. */
static struct script_evaluator *place_for(struct script *script, char *key)
{
    struct script_evaluator *place = &script->evaluators[script->evaluator_next];
    script->evaluator_next = (script->evaluator_next + 1) % SCRIPT_EVALUATORS;
    evaluator_free(place->evaluator);
    free(place->key);
    *place = (struct script_evaluator){key, NULL};
    return place;
}

/* The evaluator of a key, made where there is none yet. The key becomes its own. */
static struct evaluator *find_evaluator(struct script *script, char *key, const char *const *rules,
                                        int asked, struct error *err)
{
    for (size_t i = 0; i < SCRIPT_EVALUATORS; i++) {
        if (script->evaluators[i].key != NULL && strcmp(script->evaluators[i].key, key) == 0) {
            free(key);
            return script->evaluators[i].evaluator;
        }
    }
    struct evaluator *evaluator = evaluator_new(rules, asked, err);
    if (evaluator == NULL) {
        free(key);
        return NULL;
    }
    place_for(script, key)->evaluator = evaluator;
    return evaluator;
}

/* True for the id of a pack of the program; anything else is a path. */
static bool is_id(const char *name)
{
    return strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(name);
}

/* A rule pack or overlay by its id, or by a path that the script may use. */
static const char *resolve_rules(struct script *script, const struct script_call *call,
                                 const char *name, struct error *err)
{
    if (is_id(name)) {
        return name;
    }
    struct error first = {.kind = ERROR_NONE};
    char *path = script_access_file(script->access, name, false, &first);
    if (path == NULL) {
        path = script_access_folder(script->access, name, &first);
    }
    if (path == NULL) {
        error_set(err, M_SCRIPT_FILE, name);
        return NULL;
    }
    const char *kept = arena_string(call->arena, path);
    free(path);
    return kept;
}

const char *const *script_state_rules(struct script *script, const struct script_call *call,
                                      const char *const *names, struct error *err)
{
    size_t count = 0;
    while (names[count] != NULL) {
        count++;
    }
    const char **paths = arena_get(call->arena, count + 1, sizeof *paths);
    for (size_t i = 0; i < count; i++) {
        paths[i] = resolve_rules(script, call, names[i], err);
        if (paths[i] == NULL) {
            return NULL;
        }
    }
    return paths;
}

struct evaluator *script_state_evaluator(struct script *script, const struct script_call *call,
                                         size_t options, int *asked, struct error *err)
{
    if (!evaluation_ask(script_value_option(call, options, "basis"), asked, err)) {
        return NULL;
    }
    const char *const *rules =
        script_state_rules(script, call, script_value_option_list(call, options, "rules"), err);
    if (rules == NULL) {
        return NULL;
    }
    struct text key = TEXT_EMPTY;
    text_format(&key, "%d", *asked);
    for (const char *const *rule = rules; *rule != NULL; rule++) {
        text_format(&key, "\n%s", *rule);
    }
    return find_evaluator(script, text_take(&key), rules, *asked, err);
}

/* ---- inputs --------------------------------------------------------------------------------------- */

/* Evaluates a file by its path; one that is open is read as it is now, with what was not committed. */
static const struct evaluation *evaluate_path(struct script *script, struct evaluator *evaluator,
                                              const char *path, struct error *err)
{
    char *whole = script_access_file(script->access, path, false, err);
    if (whole == NULL) {
        return NULL;
    }
    const struct script_case *open =
        strcmp(whole, "-") == 0 ? NULL : script_state_find(script, whole);
    const struct evaluation *evaluation =
        open != NULL ? evaluator_opened(evaluator, open->session.store, path, err)
                     : evaluator_input(evaluator, whole, err);
    free(whole);
    return evaluation;
}

const struct evaluation *script_state_evaluate(struct script *script, struct evaluator *evaluator,
                                               const struct script_input *input, struct error *err)
{
    if (input->path != NULL) {
        return evaluate_path(script, evaluator, input->path, err);
    }
    if (input->open >= 0) {
        const struct script_thing *thing =
            script_state_thing(script, input->open, SCRIPT_KIND_ASSESSMENT, err);
        return thing == NULL ? NULL
                             : evaluator_opened(evaluator, thing->file->session.store,
                                                thing->file->path, err);
    }
    if (input->document.bytes == NULL) {
        error_set(err, M_SCRIPT_CLOSED, NULL);
        return NULL;
    }
    return evaluator_document(evaluator, input->document.bytes, input->document.length,
                              input->document.length, _("the document"), err);
}
