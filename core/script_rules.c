#include "script_rules.h"

#include "batch.h"
#include "impact.h"
#include "impact_report.h"
#include "message.h"
#include "pack_stack.h"
#include "script_batch.h"

#include <stdlib.h>

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
    const char *word = script_value_option(call, 2, "basis");
    measuring.asked = word == NULL ? BASIS_BY_RULE : (int)evaluation_basis(word);
    if (word != NULL && measuring.asked == BASIS_COUNT) {
        return error_set(err, M_EVALUATE_BASIS, NULL, word);
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
