#include "script_store.h"

#include "exchange.h"
#include "json_out.h"
#include "memory.h"
#include "message.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- steps ---------------------------------------------------------------------------------------- */

/* Forgets the step that was ended. */
static void forget_step(struct script_case *file)
{
    file->session.edit = (struct edit){.store = NULL};
    file->session.asked = false;
    file->step = false;
}

bool script_store_begin(struct script *script, struct script_case *file, struct error *err)
{
    if (!file->writing) {
        return error_set(err, M_SCRIPT_READ_ONLY, file->path);
    }
    if (session_begin(&file->session, script->call, script->origin.bytes, err)) {
        return true;
    }
    store_rollback(file->session.store);
    forget_step(file);
    return false;
}

bool script_store_end(struct script_case *file, bool good, struct text *out, struct error *err)
{
    struct store *store = file->session.store;
    good = good && store_commit(store, err);
    if (!good) {
        store_rollback(store);
    } else {
        text_add_int(out, store_history_length(store) - file->session.first + 1);
    }
    forget_step(file);
    return good;
}

static bool do_begin(struct script *script, const struct script_call *call, struct text *out,
                     struct error *err)
{
    struct script_case *file = script_state_case(script, call, 0, err);
    (void)out;
    if (file == NULL || (file->step && !error_set(err, M_SCRIPT_STEP_OPEN, file->path))) {
        return false;
    }
    file->broken = false;
    file->step = script_store_begin(script, file, err);
    return file->step;
}

static bool do_commit(struct script *script, const struct script_call *call, struct text *out,
                      struct error *err)
{
    struct script_case *file = script_state_case(script, call, 0, err);
    if (file == NULL) {
        return false;
    }
    if (file->broken) {
        file->broken = false;
        return error_set(err, M_SCRIPT_BROKEN, file->path);
    }
    return file->step ? script_store_end(file, true, out, err)
                      : error_set(err, M_SCRIPT_STEP, file->path);
}

static bool do_rollback(struct script *script, const struct script_call *call, struct text *out,
                        struct error *err)
{
    struct script_case *file = script_state_case(script, call, 0, err);
    if (file == NULL) {
        return false;
    }
    if (file->step) {
        script_store_end(file, false, out, err);
    }
    file->broken = false;
    return true;
}

/* ---- opening -------------------------------------------------------------------------------------- */

/* Keeps an opened session as a thing; appends its number. */
static bool keep_case(struct script *script, struct session *session, const char *path,
                      bool writing, struct text *out, struct error *err)
{
    int64_t number = 0;
    struct script_thing *thing = script_state_add(script, &number, err);
    if (thing == NULL) {
        session_close(session);
        return false;
    }
    struct script_case *file = memory_zero(1, sizeof *file);
    *file = (struct script_case){
        .session = *session, .path = memory_copy(path, strlen(path)), .writing = writing};
    thing->kind = SCRIPT_KIND_ASSESSMENT;
    thing->file = file;
    text_add_int(out, number);
    return true;
}

/* Opens a file by its resolved name; for writing where that is possible. name: the one that the script knows. */
static bool open_path(struct script *script, const char *path, const char *name, struct text *out,
                      struct error *err)
{
    struct session session;
    bool writing = access(path, W_OK) == 0;
    if (!session_open(&session, path, writing ? STORE_WRITE : STORE_READ, err)) {
        session_close(&session);
        return false;
    }
    return keep_case(script, &session, name, writing, out, err);
}

static bool do_open(struct script *script, const struct script_call *call, struct text *out,
                    struct error *err)
{
    char *path = script_state_file(script, script_value_text(call, 0), true, err);
    bool done = path != NULL && open_path(script, path, script_value_text(call, 0), out, err);
    free(path);
    return done;
}

/* Makes the file, with the rules that it starts from. */
static bool make_file(struct script *script, const char *path, const struct pack *pack,
                      struct store_about *about, struct error *err)
{
    const struct instrument *instrument = pack_instrument(pack);
    struct text who = TEXT_EMPTY;
    bool asked = false;
    bool done = session_who(script->call, NULL, &who, &asked, err);
    struct store_rule *rules = memory_zero(instrument->file_count, sizeof *rules);
    for (size_t i = 0; i < instrument->file_count; i++) {
        const struct text *source = pack_source(pack, i);
        rules[i] = (struct store_rule){instrument->files[i].name, source->bytes, source->length};
    }
    about->person = asked ? who.bytes : NULL;
    done = done && store_create(path, about, rules, instrument->file_count, who.bytes, err);
    free(rules);
    text_release(&who);
    return done;
}

/* The value of a name that must be given; NULL after SCRIPT_NEEDS. */
static const char *need(const struct script_call *call, const char *name, struct error *err)
{
    const char *value = script_value_option(call, 1, name);
    if (value == NULL) {
        error_set(err, M_SCRIPT_NEEDS, NULL, call->row->call, name);
    }
    return value;
}

static bool do_create(struct script *script, const struct script_call *call, struct text *out,
                      struct error *err)
{
    static const char *const names[] = {"instrument", "agency", "kind", "year", NULL};
    const char *values[4];
    struct store_about about = {.person = NULL};
    bool done = script_value_options(call, 1, names, err);
    for (size_t i = 0; i < 4; i++) {
        values[i] = done ? need(call, names[i], err) : NULL;
        done = values[i] != NULL;
    }
    char *path = done ? script_state_file(script, script_value_text(call, 0), true, err) : NULL;
    struct pack *pack = path == NULL ? NULL : pack_load(values[0], err);
    done = pack != NULL &&
           edit_check_cover(pack_instrument(pack), values[1], values[2], values[3], &about, err) &&
           make_file(script, path, pack, &about, err) &&
           open_path(script, path, script_value_text(call, 0), out, err);
    pack_free(pack);
    free(path);
    return done;
}

static bool do_close(struct script *script, const struct script_call *call, struct text *out,
                     struct error *err)
{
    struct script_thing *thing =
        script_state_thing(script, script_value_open(call, 0), SCRIPT_KIND_ASSESSMENT, err);
    (void)out;
    if (thing != NULL) {
        script_state_close(thing);
    }
    return thing != NULL;
}

/* ---- what it is ----------------------------------------------------------------------------------- */

static bool do_about(struct script *script, const struct script_call *call, struct text *out,
                     struct error *err)
{
    const struct script_case *file = script_state_case(script, call, 0, err);
    if (file == NULL) {
        return false;
    }
    const struct store_about *about = store_about(file->session.store);
    struct json_out json = {out, false};
    json_out_open(&json, '{');
    json_out_member(&json, "file", file->path);
    json_out_member(&json, "instrument", about->instrument);
    json_out_member(&json, "agency", about->agency);
    json_out_member(&json, "kind", assessment_kind_word(about->kind));
    json_out_member_int(&json, "year", about->year);
    json_out_member_int(&json, "entries", store_history_length(file->session.store));
    json_out_close(&json, '}');
    return true;
}

static bool do_document(struct script *script, const struct script_call *call, struct text *out,
                        struct error *err)
{
    struct script_case *file = script_state_case(script, call, 0, err);
    struct assessment assessment;
    struct arena arena = ARENA_EMPTY;
    bool done = file != NULL &&
                store_load(file->session.store, file->session.instrument, &arena, &assessment, err);
    if (done) {
        exchange_write(&assessment, out);
    }
    arena_release(&arena);
    return done;
}

script_handler *const script_store_handlers[] = {
#define STORE_HANDLER(name, lua, shape, call, handler, meaning) handler,
    SCRIPT_STORE_CALLS(STORE_HANDLER)
#undef STORE_HANDLER
};
