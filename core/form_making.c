#include "form_making.h"

#include "edit.h"
#include "lang.h"
#include "lateness.h"
#include "message.h"
#include "report.h"
#include "template.h"

#include <string.h>

/* ---- which indicators ---- */

static bool choose_one(void *context, const char *piece, struct error *err)
{
    struct form_making *making = context;
    int position = edit_indicator(making->session->instrument, piece, err);
    if (position != NOWHERE) {
        making->chosen[position] = true;
    }
    return position != NOWHERE;
}

size_t form_making_choose_unit(struct form_making *making, const char *unit)
{
    size_t count = 0;
    for (size_t i = 0; i < making->session->instrument->indicator_count; i++) {
        const char *owner = making->assessment.responses[i].unit;
        making->chosen[i] = unit == NULL || (owner != NULL && strcmp(owner, unit) == 0);
        count += making->chosen[i];
    }
    return count;
}

bool form_making_choose(struct form_making *making, const char *indicators, const char *unit,
                        struct error *err)
{
    if (indicators != NULL) {
        return edit_each_piece(indicators, "--indicators", choose_one, making, err);
    }
    return form_making_choose_unit(making, unit) > 0 ||
           error_set(err, M_FORM_NONE, "--unit", unit == NULL ? "" : unit);
}

/* ---- one form ---- */

/* Why indicators were returned. */
static bool read_reasons(struct form_making *making, struct error *err)
{
    struct session *session = making->session;
    size_t count = session->instrument->indicator_count;
    const char **reasons = arena_get(making->arena, count, sizeof *reasons);
    bool ok = true;
    for (size_t i = 0; ok && i < count; i++) {
        if (making->assessment.responses[i].state == STATE_RETURNED) {
            ok = store_get(session->store, FIELD_STATE_REASON,
                           session->instrument->indicators[i].id, making->arena, &reasons[i], err);
        }
    }
    making->source.reasons = reasons;
    return ok;
}

bool form_making_open(struct form_making *making, struct session *session, struct arena *arena,
                      struct error *err)
{
    struct form_source *source = &making->source;
    struct exhibit *exhibits = NULL;
    *making = (struct form_making){.session = session, .arena = arena, .document = TEXT_EMPTY};
    if (!store_load(session->store, session->instrument, arena, &making->assessment, err) ||
        !evaluation_run(&making->evaluation, &making->assessment, BASIS_BY_RULE, arena, err) ||
        !store_identity(session->store, making->identity, err) ||
        !store_evidence(session->store, NULL, arena, &exhibits, &source->exhibit_count, err)) {
        return false;
    }
    making->chosen = arena_get(arena, session->instrument->indicator_count, sizeof *making->chosen);
    source->assessment = &making->assessment;
    source->chosen = making->chosen;
    source->identity = making->identity;
    source->revision = store_history_length(session->store);
    source->exhibits = exhibits;
    report_write(&making->evaluation, REPORT_FULL, arena, &making->document);
    return read_reasons(making, err);
}

void form_making_close(struct form_making *making)
{
    text_release(&making->document);
}

bool form_making_options(struct form_making *making, const char *unit, bool questions,
                         struct text *out, struct error *err)
{
    making->source.unit = unit;
    making->source.questions = questions;
    if (!lateness_deadline(making->session->store, unit, making->arena, &making->source.deadline,
                           err)) {
        return false;
    }
    form_options(&making->source, out);
    return true;
}

bool form_making_draw(struct form_making *making, const char *unit, bool questions,
                      const char *path, struct error *err)
{
    struct text options = TEXT_EMPTY;
    struct template *template = template_open("formulir", lang_name(), err);
    bool ok = template != NULL && form_making_options(making, unit, questions, &options, err);
    struct template_run run = {.draws = "spbe-form/1",
                               .options = options.bytes,
                               .document = &making->document,
                               .output = path,
                               .year = making->assessment.year};
    ok = ok && template_run(template, &run, err);
    template_close(template);
    text_release(&options);
    return ok;
}
