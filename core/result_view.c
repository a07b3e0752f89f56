#include "result_view.h"

#include "figure.h"
#include "lang.h"
#include "pending.h"
#include "reason.h"
#include "rule_words.h"
#include "table.h"

#include <stdlib.h>
#include <string.h>

enum { BAR_COLUMNS = 16, BAR_NARROW = 8, STEPS_SHOWN = 5, PROBLEMS_SHOWN = 20 };

/* What the functions below share. */
struct view {
    const struct evaluation *evaluation;
    const struct instrument *instrument;
    const struct console *console;
    struct arena *scratch;
    struct text text; /* of the present line */
};

static enum console_tone predicate_tone(const struct evaluation *evaluation,
                                        const struct index_value *index)
{
    bool reached = fraction_compare(index->exact, evaluation->instrument->target_index) >= 0;
    return index->band == NULL ? TONE_BAD : reached ? TONE_GOOD : TONE_WARN;
}

/* --- head --------------------------------------------------------------------------------------- */

/* The overlays that the rules were changed by. */
static void write_overlays(struct view *view)
{
    for (size_t i = 0; i < view->instrument->overlay_count; i++) {
        rule_words_overlay(&view->text, &view->instrument->overlays[i]);
        console_flush_paragraph(view->console, 0, &view->text);
    }
}

/* Whose result, of which year, by which rules. */
static void write_title(struct view *view)
{
    const struct assessment *assessment = view->evaluation->assessment;
    const char *kind = assessment_kind_word(assessment->kind);
    const char *agency =
        assessment->agency[0] == '\0' ? _("(agency without name)") : assessment->agency;
    text_add(&view->text, agency);
    if (kind != NULL) {
        text_format(&view->text, " (%s)", kind);
    }
    text_format(&view->text, " · %d", assessment->year);
    console_flush_paragraph(view->console, 0, &view->text);
    console_paragraph(view->console, 0, view->instrument->title);
    write_overlays(view);
    const char *guideline = instrument_guideline(view->instrument, view->evaluation->year);
    if (guideline[0] != '\0') {
        console_paragraph(view->console, 0, instrument_document(view->instrument, guideline));
    }
    console_write(view->console, TONE_PLAIN, "\n");
}

/* "Index 2,98  Baik", what it rests on, and how far the next predicate is. */
static void write_index(struct view *view)
{
    const struct evaluation *evaluation = view->evaluation;
    const struct index_value *index = &evaluation->index[evaluation->main];
    text_format(&view->text, "%s ", _("Index"));
    figure_rounded(&view->text, index->exact, view->instrument->decimals);
    text_add(&view->text, "  ");
    console_flush(view->console, TONE_STRONG, &view->text);
    text_add(&view->text, evaluation_band_label(index->band));
    console_flush(view->console, predicate_tone(evaluation, index), &view->text);
    text_format(&view->text, "  (%s, ", evaluation_basis_label(evaluation->main));
    console_flush(view->console, TONE_PLAIN, &view->text);
    text_format(&view->text, _("%u of %u indicators"), index->given, index->of);
    console_flush(view->console, index->given < index->of ? TONE_WARN : TONE_PLAIN, &view->text);
    text_add(&view->text, ")\n");
    if (index->next != NULL) {
        text_add(&view->text, "      ");
        struct text distance = TEXT_EMPTY;
        figure_exact(&distance, index->distance);
        text_format(&view->text, _("%s below %s"), distance.bytes, index->next->name);
        text_release(&distance);
        text_add(&view->text, "\n");
    }
    size_t pending = pending_count(evaluation->assessment);
    if (pending > 0) {
        text_format(&view->text,
                    _("%zu indicators hold answers that were carried over and wait for 'spbe "
                      "confirm'\n"),
                    pending);
        console_flush(view->console, TONE_WARN, &view->text);
    }
    text_add(&view->text, "\n");
    console_flush(view->console, TONE_PLAIN, &view->text);
}

/* --- the three bases side by side --------------------------------------------------------------- */

/* A value in a cell: "2,98", with a star where it does not rest on all indicators, or "–". */
static void value_cell(struct view *view, struct table *table, enum basis basis,
                       struct fraction value, unsigned given, unsigned of)
{
    if (given > 0) {
        figure_rounded(&view->text, value, view->instrument->decimals);
        text_add(&view->text, given < of ? "*" : "");
    }
    table_cell(table, basis == view->evaluation->main ? TONE_STRONG : TONE_PLAIN,
               given == 0 ? "–" : view->text.bytes);
    text_clear(&view->text);
}

/* Columns of a bar: on a narrow terminal it gives way to the names, and then goes. */
static size_t bar_columns(const struct console *console)
{
    enum { WIDE = 100, NARROW = 80 };
    return console->width == 0 || console->width >= WIDE ? BAR_COLUMNS
           : console->width >= NARROW                    ? BAR_NARROW
                                                         : 0;
}

static void group_row(struct view *view, struct table *table, const char *id, const char *name,
                      enum console_tone tone, const struct group *group)
{
    enum basis main = view->evaluation->main;
    table_cell(table, tone, id);
    table_cell(table, tone, name);
    for (int b = 0; b < BASIS_COUNT; b++) {
        value_cell(view, table, (enum basis)b, group->value[b], group->given[b], group->of);
    }
    table_format(table, group->given[main] < group->of ? TONE_WARN : TONE_FAINT, "%u/%u",
                 group->given[main], group->of);
    console_add_bar(&view->text, group->value[main],
                    fraction_whole(view->instrument->level_highest), bar_columns(view->console));
    table_cell(table, TONE_PLAIN, view->text.bytes);
    text_clear(&view->text);
}

static void aspect_rows(struct view *view, struct table *table, struct span aspects)
{
    for (uint32_t a = aspects.first; a < aspects.first + aspects.count; a++) {
        const struct aspect *aspect = &view->instrument->aspects[a];
        const char *id = arena_format(view->scratch, "  %s", aspect->id);
        group_row(view, table, id, aspect->name, TONE_PLAIN, &view->evaluation->aspects[a]);
    }
}

/* The row of the index itself. */
static void index_row(struct view *view, struct table *table)
{
    struct group all = {.of = view->evaluation->index[0].of};
    for (int b = 0; b < BASIS_COUNT; b++) {
        all.value[b] = view->evaluation->index[b].exact;
        all.given[b] = view->evaluation->index[b].given;
    }
    group_row(view, table, "", _("Index"), TONE_STRONG, &all);
}

static void write_values(struct view *view)
{
    struct table_column columns[] = {
        {.title = ""},
        {.title = view->instrument->domain_count == 0 ? N_("Aspect") : N_("Domain, aspect"),
         .gives = true},
        {.title = N_("Claimed"), .right = true},
        {.title = N_("Supported"), .right = true},
        {.title = N_("Verified"), .right = true},
        {.title = N_("Given"), .right = true},
        {.title = ""},
    };
    struct table *table = table_new(columns, sizeof columns / sizeof columns[0]);
    index_row(view, table);
    table_rule(table);
    for (size_t d = 0; d < view->instrument->domain_count; d++) {
        const struct domain *domain = &view->instrument->domains[d];
        group_row(view, table, domain->id, domain->name, TONE_STRONG,
                  &view->evaluation->domains[d]);
        aspect_rows(view, table, domain->aspects);
    }
    if (view->instrument->domain_count == 0) {
        aspect_rows(view, table, (struct span){0, (uint32_t)view->instrument->aspect_count});
    }
    table_print(table, view->console);
    table_free(table);
}

/* Says what the stars mean, where there are any. */
static void write_star(struct view *view)
{
    for (int b = 0; b < BASIS_COUNT; b++) {
        const struct index_value *index = &view->evaluation->index[b];
        if (index->given > 0 && index->given < index->of) {
            text_format(&view->text, "%s: ", evaluation_basis_label((enum basis)b));
            text_format(&view->text, _("only %u of %u indicators; the others are counted as "),
                        index->given, index->of);
            figure_exact(&view->text, view->instrument->unanswered);
            console_flush_item(view->console, 0, TONE_STRONG, "*", &view->text);
        }
    }
}

/* --- what to do next ---------------------------------------------------------------------------- */

struct step {
    int indicator;
    struct fraction gain;
};

/* The most gain first; among equals in the instrument's order. */
static int compare_steps(const void *left, const void *right)
{
    const struct step *one = left;
    const struct step *other = right;
    int order = fraction_compare(other->gain, one->gain);
    return order != 0 ? order
                      : (one->indicator > other->indicator) - (one->indicator < other->indicator);
}

/* The reason that says what to do: the last one, which speaks of criteria and evidence. */
static const char *what_to_do(struct view *view, int indicator)
{
    struct reason reasons[REASONS_MAX];
    size_t count = reason_list(view->evaluation, indicator, view->scratch, reasons);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(reasons[i].code, "unmet") == 0 || strcmp(reasons[i].code, "unanswered") == 0 ||
            strcmp(reasons[i].code, "unproven") == 0) {
            return reasons[i].text;
        }
    }
    return reasons[count - 1].text;
}

static void write_step(struct view *view, const struct step *step)
{
    const struct indicator *indicator = &view->instrument->indicators[step->indicator];
    const struct rating *rating = &view->evaluation->ratings[step->indicator];
    const char *gain = NULL;
    text_add_byte(&view->text, '+');
    figure_exact(&view->text, step->gain);
    gain = arena_copy(view->scratch, view->text.bytes, view->text.length);
    text_clear(&view->text);
    text_format(&view->text, "%s %s: ", indicator->id, indicator->short_name);
    text_format(&view->text, _("from level %d to %d"), rating->level,
                view->instrument->levels[rating->next].number);
    text_format(&view->text, "; %s", what_to_do(view, step->indicator));
    console_flush_item(view->console, 2, TONE_GOOD, gain, &view->text);
}

static void write_steps(struct view *view)
{
    size_t count = 0;
    struct step *steps = arena_get(view->scratch, view->instrument->indicator_count, sizeof *steps);
    for (int i = 0; i < (int)view->instrument->indicator_count; i++) {
        if (view->evaluation->ratings[i].next != NOWHERE) {
            steps[count++] = (struct step){i, evaluation_gain(view->evaluation, i)};
        }
    }
    qsort(steps, count, sizeof *steps, compare_steps);
    if (count > 0) {
        console_heading(view->console, TONE_STRONG, _("Next steps that add most to the index"));
    }
    for (size_t i = 0; i < count && i < STEPS_SHOWN; i++) {
        write_step(view, &steps[i]);
    }
}

/* --- problems ----------------------------------------------------------------------------------- */

/* Where a problem lies, as people read it: ids stay, words are translated. */
static const char *place_label(const char *where)
{
    static const char *const words[] = {N_("index"), N_("year"), N_("rules")};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (strcmp(where, words[i]) == 0) {
            return _(words[i]);
        }
    }
    return where;
}

/* Problems of one severity; returns how many were not shown. */
static size_t write_problems(struct view *view, enum severity severity, const char *title)
{
    size_t count = 0;
    const struct problem *problem = view->evaluation->problems.first;
    for (; problem != NULL; problem = problem->next) {
        if (problem->severity != severity) {
            continue;
        }
        if (count == 0) {
            console_heading(view->console, severity == SEVERITY_WARNING ? TONE_WARN : TONE_STRONG,
                            title);
        }
        if (count++ < PROBLEMS_SHOWN) {
            console_item(view->console, 2, TONE_STRONG, place_label(problem->where),
                         problem->message);
        }
    }
    return count > PROBLEMS_SHOWN ? count - PROBLEMS_SHOWN : 0;
}

void result_view_print(const struct evaluation *evaluation, const struct console *console,
                       struct arena *scratch)
{
    struct view view = {
        .evaluation = evaluation,
        .instrument = evaluation->instrument,
        .console = console,
        .scratch = scratch,
        .text = TEXT_EMPTY,
    };
    write_title(&view);
    write_index(&view);
    write_values(&view);
    write_star(&view);
    write_steps(&view);
    size_t hidden = write_problems(&view, SEVERITY_WARNING, _("Warnings")) +
                    write_problems(&view, SEVERITY_NOTICE, _("Notices"));
    if (hidden > 0) {
        text_format(&view.text, _("  and %zu more; --json - lists all of them"), hidden);
        text_add(&view.text, "\n");
        console_flush(view.console, TONE_FAINT, &view.text);
    }
    text_release(&view.text);
}

/* --- one line ----------------------------------------------------------------------------------- */

/* Appends `word` and spaces up to `columns`; right: the spaces come first. */
static void add_column(struct text *out, const char *word, size_t columns, bool right)
{
    size_t used = text_columns(word);
    size_t space = used < columns ? columns - used : 0;
    text_format(out, "%*s%s%*s  ", right ? (int)space : 0, "", word, right ? 0 : (int)space, "");
}

enum {
    INDEX_WIDE = 6,
    PREDICATE_WIDE = 12,
    BASIS_WIDE = 13,
    GIVEN_WIDE = 7,
    YEAR_WIDE = 5,
    WARNINGS_WIDE = 10
};

void result_view_heading(struct text *out)
{
    add_column(out, _("Index"), INDEX_WIDE, true);
    add_column(out, _("Predicate"), PREDICATE_WIDE, false);
    add_column(out, _("Basis"), BASIS_WIDE, false);
    add_column(out, _("Given"), GIVEN_WIDE, true);
    add_column(out, _("Year"), YEAR_WIDE, true);
    add_column(out, _("Warnings"), WARNINGS_WIDE, true);
    text_format(out, "%s\n", _("Agency"));
}

/* How many warnings an evaluation has. */
static size_t count_warnings(const struct evaluation *evaluation)
{
    size_t count = 0;
    const struct problem *problem = evaluation->problems.first;
    for (; problem != NULL; problem = problem->next) {
        count += problem->severity == SEVERITY_WARNING;
    }
    return count;
}

/* The basis as the table of one assessment heads its column. */
static const char *basis_title(enum basis basis)
{
    return basis == BASIS_CLAIMED     ? _("Claimed")
           : basis == BASIS_SUPPORTED ? _("Supported")
                                      : _("Verified");
}

void result_view_line(const struct evaluation *evaluation, const char *name, struct text *out)
{
    const struct index_value *index = &evaluation->index[evaluation->main];
    const struct assessment *assessment = evaluation->assessment;
    struct text word = TEXT_EMPTY;
    figure_rounded(&word, index->exact, evaluation->instrument->decimals);
    add_column(out, word.bytes, INDEX_WIDE, true);
    add_column(out, evaluation_band_label(index->band), PREDICATE_WIDE, false);
    add_column(out, basis_title(evaluation->main), BASIS_WIDE, false);
    text_clear(&word);
    text_format(&word, "%u/%u", index->given, index->of);
    add_column(out, word.bytes, GIVEN_WIDE, true);
    text_clear(&word);
    text_add_int(&word, assessment->year);
    add_column(out, word.bytes, YEAR_WIDE, true);
    text_clear(&word);
    text_add_int(&word, (int64_t)count_warnings(evaluation));
    add_column(out, word.bytes, WARNINGS_WIDE, true);
    console_add_safe(out, assessment->agency[0] == '\0' ? name : assessment->agency, false);
    for (size_t i = 0; i < evaluation->instrument->overlay_count; i++) {
        text_format(out, " + %s", evaluation->instrument->overlays[i].id);
    }
    text_add_byte(out, '\n');
    text_release(&word);
}

void result_view_tell_without(const char *agency, int year, enum basis basis)
{
    struct console console;
    struct text text = TEXT_EMPTY;
    console_open(&console, stderr);
    text_format(&text,
                _("%s, %d: has no %s; every indicator counts as the rules say for one "
                  "without a value"),
                agency, year, evaluation_basis_label(basis));
    console_paragraph(&console, 0, text.bytes);
    text_release(&text);
}
