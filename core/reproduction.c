#include "reproduction.h"

#include "report.h"

#include <string.h>

/* The result of the assessment, as a document that was read. */
static bool compute(const struct assessment *assessment, enum basis basis, struct arena *arena,
                    struct saved_result *out, struct error *err)
{
    struct evaluation evaluation;
    struct text json = TEXT_EMPTY;
    bool ok = evaluation_run(&evaluation, assessment, (int)basis, arena, err);
    if (ok) {
        report_write(&evaluation, REPORT_PLAIN, arena, &json);
        const char *bytes = arena_copy(arena, json.bytes, json.length);
        ok = saved_result_read(bytes, json.length, "spbe", arena, out, err);
    }
    text_release(&json);
    return ok;
}

bool reproduction_run(const struct saved_result *saved, const struct assessment *assessment,
                      struct arena *arena, struct reproduction *out, struct error *err)
{
    struct saved_result now;
    size_t guess = 0;
    if (!compute(assessment, saved->basis, arena, &now, err)) {
        return false;
    }
    *out = (struct reproduction){.compared = saved->figure_count};
    out->differs = arena_get(arena, saved->figure_count, sizeof *out->differs);
    for (size_t i = 0; i < saved->figure_count; i++) {
        const struct saved_figure *old = &saved->figures[i];
        const struct saved_figure *found = saved_result_figure(&now, old->of, old->key, &guess);
        if (found == NULL || strcmp(found->text, old->text) != 0) {
            out->differs[out->count++] =
                (struct reproduction_difference){old, found == NULL ? NULL : found->text};
        }
    }
    return true;
}
