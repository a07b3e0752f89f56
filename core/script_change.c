#include "script_change.h"

#include "carry.h"
#include "edit_evidence.h"
#include "edit_explanation.h"
#include "edit_score.h"
#include "exchange.h"
#include "file.h"
#include "inspector.h"
#include "json_out.h"
#include "kept_rules.h"
#include "lang.h"
#include "level_table.h"
#include "merge.h"
#include "message.h"
#include "pack_stack.h"
#include "script_form.h"
#include "script_store.h"

#include <stdlib.h>
#include <string.h>

/* What one call does to an assessment, within a step. `result`: appended to when it gives more than the number of
 * changes. */
struct change_job {
    struct script *script;
    const struct script_call *call;
    struct script_case *file;
    const struct edit *edit;
    struct text *result;
};
typedef bool change_function(const struct change_job *job, struct error *err);

static const char *text(const struct change_job *job, size_t i)
{
    return script_value_text(job->call, i);
}

/* Runs one change in a step of its own, or in the one that is open. */
static bool change(struct script *script, const struct script_call *call, change_function *run,
                   struct text *out, struct error *err)
{
    struct script_case *file = script_state_case(script, call, 0, err);
    if (file == NULL || (file->broken && !error_set(err, M_SCRIPT_BROKEN, file->path))) {
        return false;
    }
    bool own = !file->step;
    if (own && !script_store_begin(script, file, err)) {
        return false;
    }
    struct text result = TEXT_EMPTY, count = TEXT_EMPTY;
    int64_t before = store_history_length(file->session.store);
    const struct change_job job = {script, call, file, &file->session.edit, &result};
    bool good = run(&job, err);
    if (good && !own) {
        text_add_int(&count, store_history_length(file->session.store) - before);
    } else {
        good = script_store_end(file, good, &count, err);
        file->broken = !good && !own;
    }
    text_add(out, result.length > 0 ? result.bytes : count.bytes);
    text_release(&result);
    text_release(&count);
    return good;
}

/* ---- answers -------------------------------------------------------------------------------------- */

static bool answer(const struct change_job *job, struct error *err)
{
    bool item = edit_score_is_item(text(job, 1));
    return (item ? edit_score_item : edit_answer)(job->edit, text(job, 1), text(job, 2),
                                                  text(job, 3), err);
}

static bool claim(const struct change_job *job, struct error *err)
{
    return edit_claim(job->edit, text(job, 1), text(job, 2), text(job, 3), err);
}

static bool rate(const struct change_job *job, struct error *err)
{
    return edit_rate(job->edit, text(job, 1), text(job, 2), text(job, 3), text(job, 4), err);
}

static bool measure(const struct change_job *job, struct error *err)
{
    return edit_score_measure(job->edit, text(job, 1), text(job, 3), text(job, 2), err);
}

static bool note(const struct change_job *job, struct error *err)
{
    return edit_note(job->edit, text(job, 1), text(job, 2), err);
}

static bool set(const struct change_job *job, struct error *err)
{
    return edit_set(job->edit, text(job, 1), text(job, 2), err);
}

static bool deadline(const struct change_job *job, struct error *err)
{
    return edit_deadline(job->edit, text(job, 1), text(job, 2), err);
}

static bool explanation(const struct change_job *job, struct error *err)
{
    static const char *const names[] = {"text", "facts", "analysis", NULL};
    const struct edit_explanation texts = {.text = script_value_option(job->call, 2, "text"),
                                           .facts = script_value_option(job->call, 2, "facts"),
                                           .analysis =
                                               script_value_option(job->call, 2, "analysis")};
    return script_value_options(job->call, 2, names, err) &&
           edit_explain(job->edit, text(job, 1), &texts, err);
}

static bool general(const struct change_job *job, struct error *err)
{
    return edit_general(job->edit, text(job, 1), text(job, 2), err);
}

/* ---- units and states ----------------------------------------------------------------------------- */

static bool unit(const struct change_job *job, struct error *err)
{
    return edit_unit(job->edit, text(job, 1), err);
}

static bool assign(const struct change_job *job, struct error *err)
{
    return edit_assign(job->edit, text(job, 1), script_value_joined(job->call, 2), err);
}

/* Moves every indicator of the list, all or none. */
static bool move(const struct change_job *job, enum state state, const char *reason,
                 struct error *err)
{
    bool good = true;
    for (const char *const *id = script_value_list(job->call, 1); good && *id != NULL; id++) {
        good = edit_state(job->edit, *id, state, reason, err);
    }
    return good;
}

static bool submit(const struct change_job *job, struct error *err)
{
    return move(job, STATE_SUBMITTED, NULL, err);
}

static bool give_back(const struct change_job *job, struct error *err)
{
    return move(job, STATE_RETURNED, text(job, 2), err);
}

static bool lock(const struct change_job *job, struct error *err)
{
    return move(job, STATE_LOCKED, NULL, err);
}

static bool confirm(const struct change_job *job, struct error *err)
{
    bool good = script_value_given(job->call, 1) || edit_confirm(job->edit, NULL, err);
    for (const char *const *id = script_value_list(job->call, 1); good && *id != NULL; id++) {
        good = edit_confirm(job->edit, *id, err);
    }
    return good;
}

/* ---- evidence ------------------------------------------------------------------------------------- */

/* Reads how a document is described, from the options of argument `i`. */
static bool describe_by(const struct change_job *job, size_t i, struct edit_description *out,
                        struct error *err)
{
    static const char *const names[] = {"title", "number", "date", "unit", "pages", "note", NULL};
    const struct script_call *call = job->call;
    *out = (struct edit_description){.title = script_value_option(call, i, "title"),
                                     .number = script_value_option(call, i, "number"),
                                     .date = script_value_option(call, i, "date"),
                                     .unit = script_value_option(call, i, "unit"),
                                     .pages = script_value_option(call, i, "pages"),
                                     .note = script_value_option(call, i, "note")};
    return script_value_options(call, i, names, err);
}

/* Gives a list of ids, "E1,E2", as JSON. */
static bool give_ids(const struct change_job *job, const struct text *ids)
{
    text_add_byte(job->result, '[');
    for (const char *at = ids->bytes; *at != '\0';) {
        size_t length = strcspn(at, ",");
        text_add(job->result, at == ids->bytes ? "" : ",");
        text_append_json(job->result, at, length);
        at += length + (at[length] == ',');
    }
    text_add_byte(job->result, ']');
    return true;
}

static bool attach(const struct change_job *job, struct error *err)
{
    struct edit_description description;
    struct text ids = TEXT_EMPTY;
    char *path = script_state_file(job->script, text(job, 2), false, err);
    bool good =
        path != NULL && describe_by(job, 3, &description, err) &&
        edit_describe(&description, err) &&
        edit_attach(job->edit, script_value_joined(job->call, 1), path, &description, &ids, err) &&
        give_ids(job, &ids);
    text_release(&ids);
    free(path);
    return good;
}

static bool support(const struct change_job *job, struct error *err)
{
    struct text ids = TEXT_EMPTY;
    bool good =
        edit_support(job->edit, text(job, 1), script_value_joined(job->call, 2), &ids, err) &&
        give_ids(job, &ids);
    text_release(&ids);
    return good;
}

static bool describe(const struct change_job *job, struct error *err)
{
    struct edit_description description;
    return describe_by(job, 2, &description, err) &&
           edit_redescribe(job->edit, text(job, 1), &description, err);
}

static bool replace(const struct change_job *job, struct error *err)
{
    struct edit_description description;
    struct text ids = TEXT_EMPTY;
    char *path = script_state_file(job->script, text(job, 2), false, err);
    bool good = path != NULL && describe_by(job, 3, &description, err) &&
                edit_replace(job->edit, text(job, 1), path, &description, &ids, err) &&
                give_ids(job, &ids);
    text_release(&ids);
    free(path);
    return good;
}

static bool withdraw(const struct change_job *job, struct error *err)
{
    return edit_withdraw(job->edit, text(job, 1), text(job, 2), script_value_flag(job->call, 3),
                         err);
}

/* ---- other assessments ---------------------------------------------------------------------------- */

/* The bytes of an input that is a document, or a file that holds one. */
static bool read_document(const struct change_job *job, const struct script_input *input,
                          struct text *bytes, struct error *err)
{
    if (input->document.bytes != NULL) {
        text_append(bytes, input->document.bytes, input->document.length);
        return true;
    }
    if (input->path == NULL) {
        return error_set(err, M_SCRIPT_DOCUMENT, NULL);
    }
    char *path = script_state_file(job->script, input->path, false, err);
    bool done = path != NULL &&
                (!store_recognises(path) || error_set(err, M_MERGE_STORE, input->path)) &&
                file_read(path, LIMIT_JSON_BYTES, bytes, err);
    free(path);
    return done;
}

static bool merge(const struct change_job *job, struct error *err)
{
    size_t count = 0;
    const struct script_input *input = script_value_inputs(job->call, 1, &count);
    const char *name = input->path == NULL ? _("the document") : input->path;
    struct assessment document;
    struct text bytes = TEXT_EMPTY;
    bool good = read_document(job, input, &bytes, err) &&
                exchange_read(bytes.bytes, bytes.length, name, job->file->session.instrument,
                              job->call->arena, &document, err) &&
                merge_assessment(job->edit, &document, name, script_value_flag(job->call, 2), err);
    text_release(&bytes);
    return good;
}

/* level_listener.problem: as 'spbe import' tells it. */
static void tell_problem(void *context, const struct error *problem)
{
    (void)context;
    error_print(problem, stderr);
}

static bool form(const struct change_job *job, struct error *err)
{
    return script_form_take(job->script, job->call, job->edit, job->result, err);
}

/* An earlier assessment that is carried over. */
struct carrying {
    struct store *store;
    struct pack *pack;
    struct assessment old;
    struct carry_from from;
    char *scratch;
};

/* Both are of one agency, and there is a way from one to the other. */
static bool find_way(const struct change_job *job, struct carrying *carrying, struct error *err)
{
    const struct store_about *old = store_about(carrying->store);
    const struct store_about *new = store_about(job->edit->store);
    bool same = strcmp(old->agency, new->agency) == 0 && old->kind == new->kind;
    if (!same && !script_value_flag(job->call, 2)) {
        return error_set(err, M_CARRY_AGENCY, text(job, 1), old->agency, new->agency);
    }
    if (strcmp(old->instrument, new->instrument) == 0) {
        return old->year != new->year || error_set(err, M_CARRY_YEAR, text(job, 1), old->year);
    }
    carrying->from.crosswalk = pack_crosswalk(job->file->session.pack, old->instrument);
    return carrying->from.crosswalk != NULL ||
           error_set(err, M_CARRY_WAY, text(job, 1), old->instrument, new->instrument);
}

static bool open_old(const struct change_job *job, const char *path, struct carrying *carrying,
                     struct error *err)
{
    const char *beside = arena_format(job->call->arena, "%s-carry", job->file->path);
    carrying->store = store_open(path, STORE_READ, err);
    return carrying->store != NULL && find_way(job, carrying, err) &&
           (carrying->pack = pack_load(store_about(carrying->store)->instrument, err)) != NULL &&
           store_load(carrying->store, pack_instrument(carrying->pack), job->call->arena,
                      &carrying->old, err) &&
           file_temporary(beside, &carrying->scratch, err);
}

/* Gives what was carried, in numbers. */
static void give_totals(const struct change_job *job, const struct carry_line *lines)
{
    int64_t answers = 0, evidence = 0, indicators = 0;
    for (size_t i = 0; i < job->edit->instrument->indicator_count; i++) {
        answers += lines[i].answers;
        evidence += lines[i].evidence;
        indicators += lines[i].outcome == CARRY_DONE;
    }
    struct json_out json = {job->result, false};
    json_out_open(&json, '{');
    json_out_member_int(&json, "answers", answers);
    json_out_member_int(&json, "evidence", evidence);
    json_out_member_int(&json, "indicators", indicators);
    json_out_close(&json, '}');
}

static bool carry(const struct change_job *job, struct error *err)
{
    struct carrying carrying = {.store = NULL};
    size_t count = job->edit->instrument->indicator_count;
    struct carry_line *lines = arena_get(job->call->arena, count, sizeof *lines);
    char *path = script_state_file(job->script, text(job, 1), false, err);
    bool good = path != NULL && open_old(job, path, &carrying, err);
    if (good) {
        carrying.from.store = carrying.store;
        carrying.from.assessment = &carrying.old;
        carrying.from.scratch = carrying.scratch;
        good = carry_run(job->edit, &carrying.from, lines, err);
        file_abandon(carrying.scratch);
    }
    if (good) {
        give_totals(job, lines);
    }
    free(carrying.scratch);
    pack_free(carrying.pack);
    store_close(carrying.store);
    free(path);
    return good;
}

/* ---- tables of levels, rules, a look inside --------------------------------------------------------- */

static bool levels(const struct change_job *job, struct error *err)
{
    static const struct level_listener listener = {tell_problem, NULL};
    struct text bytes = TEXT_EMPTY;
    char *path = script_state_file(job->script, text(job, 1), false, err);
    bool good =
        path != NULL && file_read(path, LIMIT_SHEET_FILE, &bytes, err) &&
        level_table_import(job->edit, bytes.bytes, bytes.length, text(job, 1), &listener, err);
    text_release(&bytes);
    free(path);
    return good;
}

static bool keep(const struct change_job *job, struct error *err)
{
    const char *instrument = store_about(job->edit->store)->instrument;
    const char *const *rules =
        script_state_rules(job->script, job->call, script_value_list(job->call, 1), err);
    struct pack *pack = rules == NULL ? NULL : pack_stack_load(rules, err);
    bool good =
        pack != NULL &&
        (strcmp(pack_instrument(pack)->id, instrument) == 0 ||
         error_set(err, M_KEEP_OTHER, job->file->path, instrument, pack_instrument(pack)->id)) &&
        kept_rules_add(job->edit->store, pack, err);
    pack_free(pack);
    return good;
}

/* True when the content of an item is that of one before it in the list. */
static bool is_again(const struct exhibit *list, size_t i)
{
    bool found = false;
    for (size_t j = 0; !found && j < i; j++) {
        found =
            list[j].item.sha256 != NULL && strcmp(list[j].item.sha256, list[i].item.sha256) == 0;
    }
    return found;
}

/* Looks inside each PDF whose content is here; gives how many that were. */
static bool inspect(const struct change_job *job, struct error *err)
{
    const char *indicator = text(job, 1);
    struct exhibit *list = NULL;
    size_t count = 0;
    int64_t looked = 0;
    bool good =
        (indicator == NULL || edit_indicator(job->edit->instrument, indicator, err) != NOWHERE) &&
        store_evidence(job->edit->store, indicator, job->call->arena, &list, &count, err);
    for (size_t i = 0; good && i < count; i++) {
        enum inspector_end end = INSPECTOR_OTHER;
        if (list[i].size == EXHIBIT_NO_CONTENT || list[i].item.sha256 == NULL ||
            is_again(list, i)) {
            continue;
        }
        good = inspector_again(job->edit, job->file->path, list[i].item.sha256, &end, err) &&
               (end != INSPECTOR_MISSING || error_set(err, M_INSPECT_MISSING, "pdftotext"));
        looked += end == INSPECTOR_DONE;
    }
    text_add_int(job->result, looked);
    return good;
}

/* ---- the calls ------------------------------------------------------------------------------------ */

/* Each as a handler: do_answer runs `answer` within a step. */
#define CHANGE_HANDLER(number, lua, shape, how, function, meaning)                   \
    static bool do_##function(struct script *script, const struct script_call *call, \
                              struct text *out, struct error *err)                   \
    {                                                                                \
        return change(script, call, function, out, err);                             \
    }
SCRIPT_CHANGE_CALLS(CHANGE_HANDLER)
#undef CHANGE_HANDLER

script_handler *const script_change_handlers[] = {
#define CHANGE_ROW(number, lua, shape, how, function, meaning) do_##function,
    SCRIPT_CHANGE_CALLS(CHANGE_ROW)
#undef CHANGE_ROW
};
