#include "script_case.h"

#include "edit_evidence.h"
#include "evidence_view.h"
#include "exchange.h"
#include "file.h"
#include "json_out.h"
#include "lateness.h"
#include "message.h"
#include "status.h"

#include <stdlib.h>
#include <string.h>

/* ---- evidence ------------------------------------------------------------------------------------- */

static bool do_evidence(struct script *script, const struct script_call *call, struct text *out,
                        struct error *err)
{
    struct exhibit *list = NULL;
    size_t count = 0;
    const char *indicator = script_value_text(call, 1);
    struct script_case *file = script_state_case(script, call, 0, err);
    if (file == NULL ||
        (indicator != NULL &&
         edit_indicator(file->session.instrument, indicator, err) == NOWHERE) ||
        !store_evidence(file->session.store, indicator, call->arena, &list, &count, err)) {
        return false;
    }
    text_add_byte(out, '[');
    for (size_t i = 0; i < count; i++) {
        text_add(out, i > 0 ? "," : "");
        evidence_view_json(out, list, count, &list[i]);
    }
    text_add_byte(out, ']');
    return true;
}

static bool do_save(struct script *script, const struct script_call *call, struct text *out,
                    struct error *err)
{
    struct exhibit item;
    struct script_case *file = script_state_case(script, call, 0, err);
    (void)out;
    if (file == NULL || !edit_find_evidence(file->session.store, script_value_text(call, 1),
                                            call->arena, &item, err)) {
        return false;
    }
    if (item.item.sha256 == NULL) {
        return error_set(err, M_STORE_NO_DOCUMENT, item.id);
    }
    char *path = script_state_file(script, script_value_text(call, 2), true, err);
    size_t size = item.size > 0 ? (size_t)item.size : 0;
    bool done = path != NULL && script_state_count(script, size, err) &&
                store_fetch(file->session.store, item.item.sha256, path, err);
    free(path);
    return done;
}

/* ---- units and progress --------------------------------------------------------------------------- */

/* Appends a unit with the deadline that holds for it, its own or the general one, and its indicators. */
static bool add_unit(struct script_case *file, const struct assessment *assessment,
                     const char *unit, struct arena *arena, struct json_out *json,
                     struct error *err)
{
    const char *deadline = NULL;
    const struct instrument *instrument = file->session.instrument;
    if (!lateness_deadline(file->session.store, unit, arena, &deadline, err)) {
        return false;
    }
    json_out_open(json, '{');
    json_out_member(json, "name", unit);
    json_out_member(json, "deadline", deadline);
    json_out_key(json, "indicators");
    json_out_open(json, '[');
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        const char *owner = assessment->responses[i].unit;
        if (owner != NULL && strcmp(owner, unit) == 0) {
            json_out_string(json, instrument->indicators[i].id);
        }
    }
    json_out_close(json, ']');
    json_out_close(json, '}');
    return true;
}

static bool do_units(struct script *script, const struct script_call *call, struct text *out,
                     struct error *err)
{
    struct store_list units = {.count = 0};
    struct assessment assessment;
    struct json_out json = {out, false};
    struct script_case *file = script_state_case(script, call, 0, err);
    bool done =
        file != NULL &&
        store_load(file->session.store, file->session.instrument, call->arena, &assessment, err) &&
        store_subjects(file->session.store, FIELD_UNIT_LISTED, call->arena, &units, err);
    json_out_open(&json, '[');
    for (size_t i = 0; done && i < units.count; i++) {
        done = add_unit(file, &assessment, units.items[i], call->arena, &json, err);
    }
    json_out_close(&json, ']');
    return done;
}

static bool do_status(struct script *script, const struct script_call *call, struct text *out,
                      struct error *err)
{
    struct script_case *file = script_state_case(script, call, 0, err);
    return file != NULL && status_write(&file->session, script->today, out, err);
}

/* ---- history -------------------------------------------------------------------------------------- */

/* Where the history goes, as far as an answer can take it. */
struct telling {
    struct json_out json;
    bool full;
};

static bool tell_change(void *context, const struct change *change)
{
    struct telling *telling = context;
    struct json_out *json = &telling->json;
    json_out_open(json, '{');
    json_out_member_int(json, "number", change->number);
    json_out_member_int(json, "step", change->step);
    json_out_member(json, "at", change->at);
    json_out_member(json, "who", change->who);
    json_out_member(json, "origin", change->origin);
    json_out_member(json, "field", change->word);
    json_out_member(json, "indicator", change->indicator);
    json_out_member(json, "subject", change->subject);
    json_out_member(json, "was", change->was);
    json_out_member(json, "now", change->now);
    json_out_member(json, "hash", change->hash);
    json_out_close(json, '}');
    telling->full = json->text->length > LIMIT_ANSWER_BYTES - LIMIT_MESSAGE_BYTES;
    return !telling->full;
}

static bool do_history(struct script *script, const struct script_call *call, struct text *out,
                       struct error *err)
{
    struct telling telling = {.json = {out, false}};
    const char *indicator = script_value_text(call, 1);
    int64_t from = script_value_whole(call, 2, 1);
    struct script_case *file = script_state_case(script, call, 0, err);
    if (file == NULL || (indicator != NULL &&
                         edit_indicator(file->session.instrument, indicator, err) == NOWHERE)) {
        return false;
    }
    json_out_open(&telling.json, '[');
    bool done = store_history(file->session.store, indicator, from < 1 ? 1 : from, tell_change,
                              &telling, err) &&
                (!telling.full || error_set(err, M_SCRIPT_LONG, NULL, LIMIT_ANSWER_BYTES));
    json_out_close(&telling.json, ']');
    return done;
}

static void tell_finding(void *context, const char *where, const char *what)
{
    struct json_out *json = context;
    json_out_open(json, '{');
    json_out_member(json, "where", where);
    json_out_member(json, "what", what);
    json_out_close(json, '}');
}

static bool do_verify(struct script *script, const struct script_call *call, struct text *out,
                      struct error *err)
{
    struct store_verdict verdict = {.findings = 0};
    struct json_out json = {out, false};
    struct script_case *file = script_state_case(script, call, 0, err);
    json_out_open(&json, '[');
    bool done =
        file != NULL && store_verify(file->session.store, tell_finding, &json, &verdict, err);
    json_out_close(&json, ']');
    return done;
}

/* ---- copies --------------------------------------------------------------------------------------- */

static bool do_export(struct script *script, const struct script_call *call, struct text *out,
                      struct error *err)
{
    struct assessment assessment;
    struct text document = TEXT_EMPTY;
    struct script_case *file = script_state_case(script, call, 0, err);
    char *path =
        file == NULL ? NULL : script_state_file(script, script_value_text(call, 1), true, err);
    (void)out;
    bool done = path != NULL && store_load(file->session.store, file->session.instrument,
                                           call->arena, &assessment, err);
    if (done) {
        exchange_write(&assessment, &document);
        done = script_state_count(script, document.length, err) &&
               file_write(path, document.bytes, document.length, err);
    }
    text_release(&document);
    free(path);
    return done;
}

static bool do_copy(struct script *script, const struct script_call *call, struct text *out,
                    struct error *err)
{
    struct script_case *file = script_state_case(script, call, 0, err);
    char *path =
        file == NULL ? NULL : script_state_file(script, script_value_text(call, 1), true, err);
    (void)out;
    bool done = path != NULL && (!file->step || error_set(err, M_SCRIPT_STEP_OPEN, file->path)) &&
                store_copy(file->session.store, path, err);
    free(path);
    return done;
}

script_handler *const script_case_handlers[] = {
#define CASE_HANDLER(name, lua, shape, how, handler, meaning) handler,
    SCRIPT_CASE_CALLS(CASE_HANDLER)
#undef CASE_HANDLER
};
