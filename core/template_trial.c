#include "template_trial.h"

#include "comparison.h"
#include "comparison_report.h"
#include "evaluator.h"
#include "file.h"
#include "lang.h"
#include "limit.h"
#include "memory.h"
#include "message.h"
#include "pack.h"
#include "plan.h"
#include "plan_document.h"
#include "report.h"
#include "rollup.h"
#include "rollup_report.h"
#include "specimen.h"
#include "specimen_file.h"
#include "template.h"
#include "temporary.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TITLE_WIDTH = 32, FORMATS = 2 };

struct template_trial {
    char *name, *folder;
    enum template_kind kind;
    struct evaluator *evaluator;
    size_t drawn;
};

/* ---- beginning and end ---------------------------------------------------------------------------- */

/* A new folder, yours to free; NULL after setting *err. */
static char *make_folder(struct error *err)
{
    struct text folder = TEXT_EMPTY;
    const char *place = getenv("TMPDIR");
    text_format(&folder, "%s/", place == NULL || place[0] == '\0' ? "/tmp" : place);
    temporary_pattern(&folder);
    if (mkdtemp(folder.bytes) == NULL) {
        error_set(err, M_FILE_WRITE, folder.bytes, error_cause(errno));
        text_release(&folder);
        return NULL;
    }
    return text_take(&folder);
}

struct template_trial *template_trial_open(const char *name, struct error *err)
{
    static const char *const none[] = {NULL};
    struct template_trial *trial = memory_zero(1, sizeof *trial);
    *trial = (struct template_trial){.name = memory_copy(name, strlen(name))};
    struct text source = TEXT_EMPTY;
    bool done = template_source(name, &source, err) &&
                template_kind_declared(source.bytes, name, &trial->kind, err);
    text_release(&source);
    trial->kind = trial->kind == TEMPLATE_KIND_COUNT ? TEMPLATE_RESULT : trial->kind;
    trial->folder = done ? make_folder(err) : NULL;
    trial->evaluator = trial->folder == NULL ? NULL : evaluator_new(none, BASIS_BY_RULE, err);
    if (trial->evaluator == NULL) {
        template_trial_close(trial);
        return NULL;
    }
    return trial;
}

void template_trial_close(struct template_trial *trial)
{
    if (trial != NULL) {
        if (trial->folder != NULL) {
            rmdir(trial->folder); /* each drawing is removed as soon as it was looked at */
        }
        evaluator_free(trial->evaluator);
        free(trial->folder);
        free(trial->name);
        free(trial);
    }
}

enum template_kind template_trial_kind(const struct template_trial *trial)
{
    return trial->kind;
}

/* ---- one drawing ---------------------------------------------------------------------------------- */

/* Draws into one file, says how large it became, and removes it. */
static bool draw_file(struct template_trial *trial, const char *format, struct template_run *run,
                      struct error *err)
{
    struct text path = TEXT_EMPTY;
    struct stat about;
    text_format(&path, "%s/contoh.%s", trial->folder, format);
    struct template *template = template_open(trial->name, lang_name(), err);
    run->output = path.bytes;
    bool done = template != NULL && template_run(template, run, err);
    template_close(template);
    if (done && stat(path.bytes, &about) == 0) {
        printf("  %s %4lld KiB", format, (long long)(about.st_size + 1023) / 1024);
    }
    unlink(path.bytes);
    text_release(&path);
    return done;
}

/* Draws as a workbook and as a page. rollup: whose rows follow the document, or NULL. */
static bool draw(struct template_trial *trial, const char *title, struct template_run run,
                 const struct rollup *rollup, struct error *err)
{
    static const char *const formats[FORMATS] = {"xlsx", "html"};
    bool done = true;
    printf("  %-*s", TITLE_WIDTH, title);
    for (size_t i = 0; done && i < FORMATS; i++) {
        struct rollup_cursor cursor = {.rollup = rollup};
        if (rollup != NULL) {
            run.rows = rollup_report_page;
            run.context = &cursor;
        }
        done = draw_file(trial, formats[i], &run, err);
    }
    printf("\n");
    fflush(stdout);
    trial->drawn += done ? 1 : 0;
    return done;
}

bool template_trial_document(struct template_trial *trial, const char *title,
                             const struct text *document, int year, struct error *err)
{
    struct template_run run = {.options = "{}", .document = document, .year = year};
    return draw(trial, title, run, NULL, err);
}

/* ---- documents of one assessment ------------------------------------------------------------------ */

/* The plan to the target that is asked for most: 3.50, or where the scale ends below. */
static bool write_plan(const struct evaluation *evaluation, struct arena *arena, struct text *out,
                       struct error *err)
{
    static const char *const none[] = {NULL};
    struct plan_words words = {.target = "3.50", .aspects = none, .keep = none};
    struct plan_prices prices;
    struct plan_order order;
    struct plan plan;
    plan_price_start(&prices, evaluation->instrument, arena);
    if (!plan_order_read(&order, evaluation, &words, arena, err) ||
        !plan_make(&plan, evaluation, &order, &prices, arena, err)) {
        return false;
    }
    plan_document_write(&plan, out);
    return true;
}

/* Evaluates the file of an example, and draws what the template's kind makes of it. */
static bool draw_file_of(struct template_trial *trial, const char *title, const char *path,
                         struct error *err)
{
    struct text options = TEXT_EMPTY;
    struct text document = TEXT_EMPTY;
    struct arena *arena = evaluator_scratch(trial->evaluator);
    struct store *store = store_open(path, STORE_READ, err);
    const struct evaluation *evaluation =
        store == NULL ? NULL : evaluator_opened(trial->evaluator, store, path, err);
    bool done = evaluation != NULL &&
                specimen_file_options(store, evaluation, trial->kind, arena, &options, err);
    if (done) {
        report_write(evaluation, REPORT_FULL, arena, &document);
        struct template_run run = {.draws = template_kinds[trial->kind].format,
                                   .options = options.bytes,
                                   .document = &document,
                                   .year = evaluation->assessment->year};
        done = draw(trial, title, run, NULL, err);
    }
    store_close(store);
    text_release(&options);
    text_release(&document);
    return done;
}

/* Draws a form, a register or conflicts: what comes with options that a file makes. */
static bool draw_optioned(struct template_trial *trial, const char *title,
                          const struct evaluation *evaluation, struct error *err)
{
    struct text path = TEXT_EMPTY;
    text_format(&path, "%s/contoh.spbe", trial->folder);
    bool done = specimen_file_make(path.bytes, evaluation->assessment, err) &&
                draw_file_of(trial, title, path.bytes, err);
    unlink(path.bytes);
    text_release(&path);
    return done;
}

/* Draws the effect of overlays that lies in templates/contoh/. */
static bool draw_impact(struct template_trial *trial, struct error *err)
{
    struct text document = TEXT_EMPTY;
    char *found = file_resource("templates/contoh/dampak.json", err);
    bool done = found != NULL && file_read(found, LIMIT_SOURCE_BYTES, &document, err) &&
                template_trial_document(trial, _("an overlay"), &document, 2024, err);
    free(found);
    text_release(&document);
    return done;
}

/* Draws the document of one evaluation: a result, a plan, a form, a register, conflicts. */
static bool draw_one(struct template_trial *trial, const char *title,
                     const struct evaluation *evaluation, struct error *err)
{
    struct arena *arena = evaluator_scratch(trial->evaluator);
    struct text document = TEXT_EMPTY;
    bool done = true;
    switch (trial->kind) {
    case TEMPLATE_FORM:
    case TEMPLATE_CONFLICTS:
    case TEMPLATE_REGISTER:
        return draw_optioned(trial, title, evaluation, err);
    case TEMPLATE_PLAN:
        done = write_plan(evaluation, arena, &document, err);
        break;
    default:
        report_write(evaluation, REPORT_FULL, arena, &document);
    }
    done =
        done && template_trial_document(trial, title, &document, evaluation->assessment->year, err);
    text_release(&document);
    return done;
}

/* ---- documents of several assessments ------------------------------------------------------------- */

/* Assessments that are compared, or rolled up. */
struct several {
    struct comparison comparison;
    struct rollup rollup;
    int year;
};

static void open_several(struct several *several)
{
    comparison_open(&several->comparison);
    rollup_open(&several->rollup);
    several->year = 0;
}

static void add_one(struct several *several, struct template_trial *trial,
                    const struct evaluation *evaluation, const char *name)
{
    int year = evaluation->assessment->year;
    several->year = year > several->year ? year : several->year;
    comparison_add(&several->comparison, evaluation, name, evaluator_scratch(trial->evaluator));
    rollup_add(&several->rollup, evaluation, name);
}

/* Draws them, and gives all back. */
static bool draw_several(struct several *several, struct template_trial *trial, const char *title,
                         bool going, struct error *err)
{
    struct text document = TEXT_EMPTY;
    struct template_run run = {.options = "{}", .document = &document, .year = several->year};
    rollup_finish(&several->rollup);
    if (going && trial->kind == TEMPLATE_ROLLUP) {
        rollup_report_summary(&several->rollup, &document);
        going = draw(trial, title, run, &several->rollup, err);
    } else if (going) {
        comparison_settle(&several->comparison);
        comparison_report_write(&several->comparison, &document);
        going = draw(trial, title, run, NULL, err);
    }
    text_release(&document);
    rollup_close(&several->rollup);
    comparison_close(&several->comparison);
    return going;
}

/* ---- examples ------------------------------------------------------------------------------------- */

/* The three specimens of one instrument, evaluated one after the other. */
struct examples {
    struct text documents[SPECIMEN_COUNT];
    const char *id;
};

static bool write_examples(const char *id, struct examples *examples, struct error *err)
{
    *examples = (struct examples){.id = id};
    struct pack *pack = pack_load(id, err);
    for (int fill = 0; fill < SPECIMEN_COUNT; fill++) {
        examples->documents[fill] = (struct text)TEXT_EMPTY;
        if (pack != NULL) {
            specimen_write(pack_instrument(pack), (enum specimen)fill, &examples->documents[fill]);
        }
    }
    pack_free(pack);
    return pack != NULL;
}

static const struct evaluation *
evaluate(struct template_trial *trial, const struct examples *examples, int fill, struct error *err)
{
    const struct text *text = &examples->documents[fill];
    return evaluator_document(trial->evaluator, text->bytes, text->length, text->length, "", err);
}

static bool draw_examples(struct template_trial *trial, const struct examples *examples,
                          struct error *err)
{
    struct text title = TEXT_EMPTY;
    bool several = trial->kind == TEMPLATE_COMPARISON || trial->kind == TEMPLATE_ROLLUP;
    struct several all;
    bool done = true;
    open_several(&all);
    for (int fill = 0; done && fill < SPECIMEN_COUNT; fill++) {
        const struct evaluation *evaluation = evaluate(trial, examples, fill, err);
        text_clear(&title);
        text_format(&title, "%s, %s", examples->id, specimen_title((enum specimen)fill));
        done = evaluation != NULL;
        if (done && several) {
            add_one(&all, trial, evaluation, title.bytes);
        } else if (done) {
            done = draw_one(trial, title.bytes, evaluation, err);
        }
    }
    if (several) {
        text_clear(&title);
        text_format(&title, _("%s, three side by side"), examples->id);
        done = draw_several(&all, trial, title.bytes, done, err);
    } else {
        rollup_close(&all.rollup);
        comparison_close(&all.comparison);
    }
    text_release(&title);
    return done;
}

bool template_trial_examples(struct template_trial *trial, struct error *err)
{
    if (trial->kind == TEMPLATE_IMPACT) {
        return draw_impact(trial, err);
    }
    char **ids = pack_list(err);
    bool done = ids != NULL;
    for (size_t i = 0; done && ids[i] != NULL; i++) {
        struct examples examples;
        done = write_examples(ids[i], &examples, err) && draw_examples(trial, &examples, err);
        for (int fill = 0; fill < SPECIMEN_COUNT; fill++) {
            text_release(&examples.documents[fill]);
        }
    }
    for (size_t i = 0; ids != NULL && ids[i] != NULL; i++) {
        free(ids[i]);
    }
    free(ids);
    return done;
}

bool template_trial_input(struct template_trial *trial, const char *input, struct error *err)
{
    const struct evaluation *evaluation = evaluator_input(trial->evaluator, input, err);
    if (evaluation == NULL) {
        return false;
    }
    if (trial->kind == TEMPLATE_IMPACT) {
        return draw_impact(trial, err);
    }
    if (trial->kind != TEMPLATE_COMPARISON && trial->kind != TEMPLATE_ROLLUP) {
        return draw_one(trial, input, evaluation, err);
    }
    struct several both; /* the assessment beside itself */
    open_several(&both);
    add_one(&both, trial, evaluation, input);
    add_one(&both, trial, evaluation, input);
    return draw_several(&both, trial, input, true, err);
}
