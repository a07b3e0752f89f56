#include "script_rules.h"

#include "batch.h"
#include "check_page.h"
#include "diff_report.h"
#include "example.h"
#include "file.h"
#include "impact.h"
#include "impact_report.h"
#include "json_out.h"
#include "kept_rules.h"
#include "message.h"
#include "pack_stack.h"
#include "pack_trial.h"
#include "reproduction.h"
#include "rule_diff.h"
#include "script_batch.h"

#include <stdlib.h>
#include <string.h>

static bool do_packs(struct script *script, const struct script_call *call, struct text *out,
                     struct error *err)
{
    char **ids = pack_list(err);
    (void)script;
    (void)call;
    text_add_byte(out, '[');
    for (size_t i = 0; ids != NULL && ids[i] != NULL; i++) {
        text_add(out, i > 0 ? "," : "");
        text_add_json(out, ids[i]);
        free(ids[i]);
    }
    text_add_byte(out, ']');
    free(ids);
    return ids != NULL;
}

static bool do_rules(struct script *script, const struct script_call *call, struct text *out,
                     struct error *err)
{
    const char *const names[] = {script_value_text(call, 0), NULL};
    int64_t year = script_value_whole(call, 1, 0);
    if (year < 0 || year > LIMIT_YEAR) {
        return error_set(err, M_SCRIPT_YEAR, NULL, LIMIT_YEAR);
    }
    const char *const *paths = script_state_rules(script, call, names, err);
    struct pack *pack = paths == NULL ? NULL : pack_load(paths[0], err);
    bool done = pack != NULL && pack_show(pack, (int)year, out, err);
    pack_free(pack);
    return done;
}

/* ---- what is right, what differs ------------------------------------------------------------------ */

/* The pack and overlays of list argument `i`, read; NULL with SCRIPT_FILE, or as pack_stack_open fails. */
static struct pack *open_rules(struct script *script, const struct script_call *call, size_t i,
                               struct error *err)
{
    const char *const *rules = script_state_rules(script, call, script_value_list(call, i), err);
    return rules == NULL ? NULL : pack_stack_open(rules, err);
}

static bool do_check_rules(struct script *script, const struct script_call *call, struct text *out,
                           struct error *err)
{
    struct pack *pack = open_rules(script, call, 0, err);
    if (pack == NULL) {
        return false;
    }
    struct check_result result = {.place = pack_place(pack), .complaints = pack_complaints(pack)};
    bool done = true;
    if (result.complaints->count == 0) {
        pack_check_crosswalks(pack);
    }
    if (result.complaints->count == 0) {
        done = pack_trial_run(pack_instrument(pack), call->arena, &result.remarks,
                              &result.remark_count, err);
    }
    if (done) {
        check_page_json(&result, out);
    }
    pack_free(pack);
    return done;
}

static bool do_test_rules(struct script *script, const struct script_call *call, struct text *out,
                          struct error *err)
{
    size_t count = 0, numbers = 0, different = 0;
    const char *const *rules = script_state_rules(script, call, script_value_list(call, 0), err);
    struct pack *pack = rules == NULL ? NULL : pack_stack_load(rules, err);
    const struct pack_example *examples = pack == NULL ? NULL : pack_examples(pack, &count);
    bool done = pack != NULL;
    for (size_t i = 0; done && i < count; i++) {
        struct example_result result;
        struct arena arena = ARENA_EMPTY;
        done = example_run(pack_instrument(pack), &examples[i], &arena, &result, err);
        numbers += done ? result.count : 0;
        different += done ? result.different : 0;
        arena_release(&arena);
    }
    if (done) {
        struct json_out json = {out, false};
        json_out_open(&json, '{');
        json_out_member_int(&json, "examples", (int64_t)count);
        json_out_member_int(&json, "numbers", (int64_t)numbers);
        json_out_member_int(&json, "different", (int64_t)different);
        json_out_close(&json, '}');
    }
    pack_free(pack);
    return done;
}

/* One side of a comparison of rules: its list, the year behind the last name taken off ("spbe-2020@2024"). */
static struct pack *open_side(struct script *script, const struct script_call *call, size_t i,
                              struct rule_side *side, struct error *err)
{
    enum { YEAR_DIGITS = 4 };
    const char *const *given = script_value_list(call, i);
    size_t count = 0;
    while (given[count] != NULL) {
        count++;
    }
    const char **names = arena_get(call->arena, count + 1, sizeof *names);
    for (size_t n = 0; n < count; n++) {
        const char *at = strrchr(given[n], '@');
        bool year = at != NULL && strspn(at + 1, "0123456789") == YEAR_DIGITS &&
                    at[1 + YEAR_DIGITS] == '\0';
        side->year = year ? (int)strtol(at + 1, NULL, 10) : side->year;
        names[n] = year ? arena_copy(call->arena, given[n], (size_t)(at - given[n])) : given[n];
    }
    const char *const *rules = script_state_rules(script, call, names, err);
    struct pack *pack = rules == NULL ? NULL : pack_stack_load(rules, err);
    side->instrument = pack == NULL ? NULL : pack_instrument(pack);
    if (pack != NULL && side->year != 0 && side->year < side->instrument->year_first) {
        error_set(err, M_PACK_YEAR, pack_place(pack), side->instrument->year_first, side->year);
        pack_free(pack);
        return NULL;
    }
    return pack;
}

static bool do_diff(struct script *script, const struct script_call *call, struct text *out,
                    struct error *err)
{
    struct rule_side one = {NULL, 0}, other = {NULL, 0};
    struct pack *first = open_side(script, call, 0, &one, err);
    struct pack *second = first == NULL ? NULL : open_side(script, call, 1, &other, err);
    if (second != NULL) {
        struct rule_differences found = rule_diff(&one, &other, call->arena);
        diff_report_write(&one, &other, &found, out);
    }
    pack_free(first);
    pack_free(second);
    return second != NULL;
}

/* ---- results computed again ----------------------------------------------------------------------- */

/* Appends what came out. missing: the rule file that the assessment file does not keep, or NULL. */
static void give_reproduction(const struct saved_result *saved, const struct assessment *now,
                              const char *missing, const struct reproduction *again,
                              struct text *out)
{
    struct json_out json = {out, false};
    bool changed = missing == NULL && strcmp(saved->assessment, now->sha256) != 0;
    json_out_open(&json, '{');
    json_out_member_bool(&json, "same", missing == NULL && again->count == 0 && !changed);
    json_out_member(&json, "missing", missing);
    json_out_member_bool(&json, "changed", changed);
    json_out_member_int(&json, "compared", (int64_t)again->compared);
    json_out_key(&json, "differs");
    json_out_open(&json, '[');
    for (size_t i = 0; i < again->count; i++) {
        json_out_open(&json, '{');
        json_out_member(&json, "of", again->differs[i].saved->of);
        json_out_member(&json, "key", again->differs[i].saved->key);
        json_out_member(&json, "was", again->differs[i].saved->text);
        json_out_member(&json, "now", again->differs[i].now);
        json_out_close(&json, '}');
    }
    json_out_close(&json, ']');
    json_out_close(&json, '}');
}

/* Computes a saved result again, by the rules that it names. */
static bool reproduce(struct script_case *file, const struct saved_result *saved,
                      struct arena *arena, struct text *out, struct error *err)
{
    const struct pack_file *missing = NULL;
    struct assessment now = {.year = 0};
    struct reproduction again = {.count = 0};
    struct pack *pack = kept_rules_load(file->session.store, file->path, saved->files,
                                        saved->file_count, &missing, err);
    bool done =
        missing != NULL ||
        (pack != NULL && store_load(file->session.store, pack_instrument(pack), arena, &now, err) &&
         reproduction_run(saved, &now, arena, &again, err));
    if (done) {
        give_reproduction(saved, &now, missing == NULL ? NULL : missing->name, &again, out);
    }
    pack_free(pack);
    return done;
}

static bool do_reproduce(struct script *script, const struct script_call *call, struct text *out,
                         struct error *err)
{
    struct saved_result saved;
    struct text bytes = TEXT_EMPTY;
    const char *name = script_value_text(call, 1);
    struct script_case *file = script_state_case(script, call, 0, err);
    char *path = file == NULL ? NULL : script_state_file(script, name, false, err);
    bool done = path != NULL && file_read(path, LIMIT_JSON_BYTES, &bytes, err) &&
                saved_result_read(bytes.bytes, bytes.length, name, call->arena, &saved, err);
    if (done) {
        const char *instrument = store_about(file->session.store)->instrument;
        done = (strcmp(saved.rules, instrument) == 0 ||
                error_set(err, M_REPRODUCE_OTHER, name, saved.rules, file->path, instrument)) &&
               reproduce(file, &saved, call->arena, out, err);
    }
    text_release(&bytes);
    free(path);
    return done;
}

/* ---- impact --------------------------------------------------------------------------------------- */

/* The impact that is being measured. */
struct measuring {
    struct impact impact;
    int asked;
};

/* batch.take */
static bool add_assessment(void *context, const struct evaluation *evaluation, const char *name,
                           struct error *err)
{
    struct measuring *measuring = context;
    return impact_add(&measuring->impact, evaluation->assessment, measuring->asked, name, err);
}

static bool measure(struct script *script, const struct script_call *call, const char *const *rules,
                    struct pack *pack, struct text *out, struct error *err)
{
    struct measuring measuring = {.asked = BASIS_BY_RULE};
    if (!evaluation_ask(script_value_option(call, 2, "basis"), &measuring.asked, err)) {
        return false;
    }
    struct evaluator *evaluator = evaluator_new(rules, measuring.asked, err);
    bool done = evaluator != NULL && impact_open(&measuring.impact, pack, err) &&
                script_batch_run(script, call, 1, evaluator, add_assessment, &measuring, err);
    if (done) {
        impact_sort(&measuring.impact);
        impact_report_write(&measuring.impact, out);
    }
    impact_close(&measuring.impact);
    evaluator_free(evaluator);
    return done;
}

static bool do_impact(struct script *script, const struct script_call *call, struct text *out,
                      struct error *err)
{
    static const char *const names[] = {"basis", NULL};
    if (!script_value_options(call, 2, names, err)) {
        return false;
    }
    const char *const *rules = script_state_rules(script, call, script_value_list(call, 0), err);
    struct pack *pack = rules == NULL ? NULL : pack_stack_load(rules, err);
    bool done = pack != NULL &&
                (pack_instrument(pack)->overlay_count > 0 ||
                 error_set(err, M_IMPACT_OVERLAY, script_value_list(call, 0)[0])) &&
                measure(script, call, rules, pack, out, err);
    pack_free(pack);
    return done;
}

script_handler *const script_rules_handlers[] = {
#define RULES_HANDLER(name, lua, shape, how, handler, meaning) handler,
    SCRIPT_RULES_CALLS(RULES_HANDLER)
#undef RULES_HANDLER
};
