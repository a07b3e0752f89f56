#include "script_give.h"

#include "bundle.h"
#include "bundle_check.h"
#include "evidence_register.h"
#include "form_making.h"
#include "json_out.h"
#include "message.h"
#include "portal.h"

#include <stdlib.h>

static bool do_questions(struct script *script, const struct script_call *call, struct text *out,
                         struct error *err)
{
    struct script_case *file = script_state_case(script, call, 0, err);
    struct json_out json = {out, false};
    bool done = file != NULL;
    json_out_open(&json, '[');
    for (size_t i = 0; done && i < file->session.instrument->question_count; i++) {
        const struct question *question = &file->session.instrument->questions[i];
        const char *answer = NULL;
        done =
            store_get(file->session.store, FIELD_GENERAL, question->id, call->arena, &answer, err);
        json_out_open(&json, '{');
        json_out_member(&json, "id", question->id);
        json_out_member(&json, "text", question->text);
        json_out_member(&json, "answer", answer);
        json_out_close(&json, '}');
    }
    json_out_close(&json, ']');
    return done;
}

/* ---- forms ---------------------------------------------------------------------------------------- */

/* The indicators of the option "indicators", by commas; NULL when it was not given. */
static const char *indicators_of(const struct script_call *call)
{
    struct script_call piece = {.row = call->row, .arena = call->arena};
    piece.arguments[0] = script_value_option_raw(call, 2, "indicators");
    return piece.arguments[0].bytes == NULL ? NULL : script_value_joined(&piece, 0);
}

static bool do_write_form(struct script *script, const struct script_call *call, struct text *out,
                          struct error *err)
{
    static const char *const names[] = {"unit", "indicators", NULL};
    struct form_making making = {.document = TEXT_EMPTY};
    struct script_case *file = script_state_case(script, call, 0, err);
    if (file == NULL || !script_value_options(call, 2, names, err)) {
        return false;
    }
    const char *unit = script_value_option(call, 2, "unit");
    const char *indicators = indicators_of(call);
    char *path = script_state_file(script, script_value_text(call, 1), true, err);
    bool done = path != NULL && form_making_open(&making, &file->session, call->arena, err) &&
                form_making_choose(&making, indicators, unit, err) &&
                form_making_draw(&making, unit, unit == NULL && indicators == NULL, path, err);
    int64_t count = 0;
    for (size_t i = 0; done && i < file->session.instrument->indicator_count; i++) {
        count += making.chosen[i];
    }
    text_add_int(out, count);
    form_making_close(&making);
    free(path);
    return done;
}

/* ---- the register of evidence --------------------------------------------------------------------- */

/* What the register lists: the assessment as it is now, with what was not committed, and its warnings. */
static bool find_evidence(struct script *script, const struct script_call *call,
                          const struct script_case *file, struct register_source *source,
                          struct arena **scratch, struct error *err)
{
    const struct script_input input = {.open = script_value_open(call, 0)};
    int asked = BASIS_BY_RULE;
    struct exhibit *list = NULL;
    struct evaluator *evaluator = script_state_evaluator(script, call, 2, &asked, err);
    source->evaluation =
        evaluator == NULL ? NULL : script_state_evaluate(script, evaluator, &input, err);
    if (source->evaluation == NULL ||
        (source->indicator != NULL &&
         edit_indicator(file->session.instrument, source->indicator, err) == NOWHERE)) {
        return false;
    }
    *scratch = evaluator_scratch(evaluator);
    bool done = store_evidence(file->session.store, NULL, call->arena, &list, &source->count, err);
    source->list = list;
    return done;
}

static bool do_write_register(struct script *script, const struct script_call *call,
                              struct text *out, struct error *err)
{
    static const char *const names[] = {"indicator", "all", NULL};
    struct register_source source = {.indicator = script_value_option(call, 2, "indicator")};
    struct arena *scratch = NULL;
    struct script_case *file = script_state_case(script, call, 0, err);
    if (file == NULL || !script_value_options(call, 2, names, err) ||
        !script_value_option_flag(call, 2, "all", &source.all, err)) {
        return false;
    }
    char *path = script_state_file(script, script_value_text(call, 1), true, err);
    bool done = path != NULL && find_evidence(script, call, file, &source, &scratch, err) &&
                evidence_register_write(&source, path, scratch, err);
    text_add_int(out, (int64_t)evidence_register_count(&source));
    free(path);
    return done;
}

/* ---- packages ------------------------------------------------------------------------------------- */

/* The open assessment of argument 0, of which no step is under way, gathered; and where it goes. */
static bool gather(struct script *script, const struct script_call *call, struct hand_over *all,
                   struct script_case **file, char **path, struct error *err)
{
    *file = script_state_case(script, call, 0, err);
    *path = *file == NULL ? NULL : script_state_file(script, script_value_text(call, 1), true, err);
    return *path != NULL && (!(*file)->step || error_set(err, M_SCRIPT_STEP_OPEN, (*file)->path)) &&
           hand_over_gather((*file)->session.store, (*file)->session.instrument, call->arena, all,
                            err);
}

static bool do_bundle(struct script *script, const struct script_call *call, struct text *out,
                      struct error *err)
{
    struct hand_over all;
    struct bundle bundle;
    struct script_case *file = NULL;
    char *path = NULL;
    bool done = gather(script, call, &all, &file, &path, err) &&
                bundle_write(file->session.store, &all, path, &bundle, err);
    if (done) {
        struct json_out json = {out, false};
        json_out_open(&json, '{');
        json_out_member_int(&json, "files", (int64_t)bundle.files);
        json_out_member_int(&json, "listed", (int64_t)(all.count - bundle.files));
        json_out_member(&json, "manifest", bundle.manifest);
        json_out_close(&json, '}');
    }
    free(path);
    return done;
}

static bool do_portal(struct script *script, const struct script_call *call, struct text *out,
                      struct error *err)
{
    struct hand_over all;
    struct portal_plan plan;
    struct script_case *file = NULL;
    char *path = NULL;
    bool done = gather(script, call, &all, &file, &path, err);
    if (done) {
        portal_plan(&all, call->arena, &plan);
        done = portal_write(file->session.store, &plan, path, err);
    }
    if (done) {
        struct json_out json = {out, false};
        json_out_open(&json, '{');
        json_out_member_int(&json, "indicators", (int64_t)plan.used);
        json_out_member_int(&json, "unfit", (int64_t)plan.unfit);
        json_out_close(&json, '}');
    }
    free(path);
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

static bool do_check_bundle(struct script *script, const struct script_call *call, struct text *out,
                            struct error *err)
{
    struct bundle_verdict verdict = {.files = 0};
    struct json_out json = {out, false};
    char *path = script_state_file(script, script_value_text(call, 0), false, err);
    json_out_open(&json, '{');
    json_out_key(&json, "findings");
    json_out_open(&json, '[');
    bool done = path != NULL && bundle_verify(path, tell_finding, &json, &verdict, err);
    json_out_close(&json, ']');
    json_out_member_int(&json, "files", (int64_t)verdict.files);
    json_out_member(&json, "manifest", verdict.manifest);
    json_out_close(&json, '}');
    free(path);
    return done;
}

script_handler *const script_give_handlers[] = {
#define GIVE_HANDLER(name, lua, shape, how, handler, meaning) handler,
    SCRIPT_GIVE_CALLS(GIVE_HANDLER)
#undef GIVE_HANDLER
};
