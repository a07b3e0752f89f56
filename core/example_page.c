#include "example_page.h"

#include "figure.h"
#include "lang.h"
#include "memory.h"
#include "reason.h"
#include "table.h"

#include <stdlib.h>
#include <string.h>

/* ---- an example ---- */

/* What a line of an example is about, in words: "D1 Kebijakan Internal SPBE". */
static void add_subject(struct table *table, const struct instrument *instrument, const char *what)
{
    for (size_t i = 0; i < instrument->domain_count; i++) {
        if (strcmp(instrument->domains[i].id, what) == 0) {
            table_format(table, TONE_PLAIN, "%s %s", what, instrument->domains[i].name);
            return;
        }
    }
    for (size_t i = 0; i < instrument->aspect_count; i++) {
        if (strcmp(instrument->aspects[i].id, what) == 0) {
            table_format(table, TONE_PLAIN, "%s %s", what, instrument->aspects[i].name);
            return;
        }
    }
    int indicator = instrument_find_indicator(instrument, what, strlen(what), 0);
    if (indicator != NOWHERE) {
        table_format(table, TONE_PLAIN, "%s %s", what,
                     instrument->indicators[indicator].short_name);
        return;
    }
    table_cell(table, TONE_PLAIN,
               strcmp(what, "index") == 0   ? _("Index")
               : strcmp(what, "exact") == 0 ? _("Index before rounding")
                                            : _("Predicate"));
}

/* A number of an example as people read it; words pass. */
static void add_number(struct table *table, const char *what, const char *number)
{
    struct text text = TEXT_EMPTY;
    text_add(&text, number);
    char *point = strcmp(what, "predicate") == 0 ? NULL : strchr(text.bytes, '.');
    if (point != NULL) {
        *point = figure_point();
    }
    table_cell(table, TONE_PLAIN, text.bytes);
    text_release(&text);
}

void example_page_result(const struct instrument *instrument, const struct pack_example *example,
                         const struct example_result *result, const struct console *console)
{
    static const struct table_column columns[] = {
        {.title = "", .gives = true},
        {.title = N_("Expected"), .right = true},
        {.title = N_("Computed"), .right = true},
        {.title = ""},
    };
    struct table *table = table_new(columns, 4);
    for (size_t i = 0; i < result->count; i++) {
        const struct example_line *line = &result->lines[i];
        add_subject(table, instrument, line->what);
        add_number(table, line->what, line->expected);
        add_number(table, line->what, line->computed);
        table_cell(table, line->same ? TONE_GOOD : TONE_BAD,
                   !line->same  ? _("DIFFERS")
                   : line->near ? _("near enough")
                                : _("same"));
    }
    console_write(console, TONE_STRONG, example->name);
    fputc('\n', console->stream);
    table_print(table, console);
    table_free(table);
    if (example->source[0] != '\0') {
        console_paragraph(console, 0, example->source);
    }
    if (example->note[0] != '\0') {
        console_paragraph(console, 0, example->note);
    }
    fputc('\n', console->stream);
}

/* ---- the proof of a number ---- */

/* True when an indicator is in the number of a line. */
static bool is_in(const struct instrument *instrument, const struct example_line *line,
                  const struct indicator *indicator)
{
    const struct aspect *aspect = &instrument->aspects[indicator->aspect];
    bool whole = strcmp(line->what, "index") == 0 || strcmp(line->what, "exact") == 0 ||
                 strcmp(line->what, "predicate") == 0;
    return whole || strcmp(line->what, indicator->id) == 0 || strcmp(line->what, aspect->id) == 0 ||
           (aspect->domain != NOWHERE &&
            strcmp(line->what, instrument->domains[aspect->domain].id) == 0);
}

static bool is_asked(const struct instrument *instrument, const struct example_result *result,
                     const struct indicator *indicator)
{
    bool asked = false;
    for (size_t i = 0; i < result->count; i++) {
        const struct example_line *line = &result->lines[i];
        asked = asked || (!line->same && is_in(instrument, line, indicator));
    }
    return asked;
}

static void add_exact(struct table *table, struct fraction value)
{
    struct text text = TEXT_EMPTY;
    figure_exact(&text, value);
    table_cell(table, TONE_PLAIN, text.bytes);
    text_release(&text);
}

/* The answers to the criteria of an indicator: "I05.2.a ya, I05.2.b tidak". */
static void print_answers(const struct evaluation *evaluation, const struct indicator *indicator,
                          const struct console *console)
{
    const struct instrument *instrument = evaluation->instrument;
    struct text text = TEXT_EMPTY;
    for (size_t i = 0; i < instrument->criterion_count; i++) {
        const struct criterion *criterion = &instrument->criteria[i];
        if (&instrument->indicators[criterion->indicator] != indicator ||
            evaluation->assessment->answers[i] == ANSWER_NONE) {
            continue;
        }
        text_format(&text, "%s%s %s", text.length == 0 ? "" : ", ", criterion->id,
                    !evaluation_counts(evaluation, criterion)        ? _("does not count")
                    : evaluation_answer(evaluation, i) == ANSWER_YES ? _("yes")
                                                                     : _("no"));
    }
    if (text.length > 0) {
        console_item(console, 2, TONE_PLAIN, indicator->id, text.bytes);
    }
    text_release(&text);
}

/* Why the value of an indicator is what it is. */
static void print_reasons(const struct evaluation *evaluation, size_t position,
                          const struct console *console)
{
    struct arena arena = ARENA_EMPTY;
    struct reason reasons[REASONS_MAX];
    size_t count = reason_list(evaluation, (int)position, &arena, reasons);
    for (size_t i = 0; i < count; i++) {
        console_item(console, 2, TONE_PLAIN, evaluation->instrument->indicators[position].id,
                     reasons[i].text);
    }
    arena_release(&arena);
}

static void print_values(const struct instrument *instrument, const struct example_result *result,
                         const struct console *console)
{
    static const struct table_column columns[] = {
        {.title = N_("Indicator"), .gives = true},    {.title = N_("Level"), .right = true},
        {.title = N_("Value"), .right = true},        {.title = N_("Weight %"), .right = true},
        {.title = N_("Contribution"), .right = true},
    };
    struct table *table = table_new(columns, 5);
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        const struct indicator *indicator = &instrument->indicators[i];
        if (!is_asked(instrument, result, indicator)) {
            continue;
        }
        table_format(table, TONE_PLAIN, "%s %s", indicator->id, indicator->short_name);
        table_format(table, TONE_PLAIN, "%d", result->evaluation->ratings[i].level);
        add_exact(table, result->evaluation->ratings[i].value);
        add_exact(table, indicator->weight);
        add_exact(table, evaluation_contribution(result->evaluation, (int)i));
    }
    table_print(table, console);
    table_free(table);
}

void example_page_proof(const struct instrument *instrument, const struct example_result *result,
                        const struct console *console)
{
    const struct evaluation *evaluation = result->evaluation;
    console_write(console, TONE_STRONG, _("How the computed numbers came about"));
    fputc('\n', console->stream);
    print_values(instrument, result, console);
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        if (evaluation->main == BASIS_SUPPORTED &&
            is_asked(instrument, result, &instrument->indicators[i])) {
            print_answers(evaluation, &instrument->indicators[i], console);
            print_reasons(evaluation, i, console);
        }
    }
    fputc('\n', console->stream);
}

/* ---- what is touched ---- */

/* Appends the ids that are flagged, runs of them as "I01–I09". */
static void add_runs(struct text *out, const struct instrument *instrument, const bool *flags)
{
    size_t count = instrument->indicator_count;
    for (size_t i = 0; i < count; i++) {
        if (!flags[i]) {
            continue;
        }
        size_t last = i;
        while (last + 1 < count && flags[last + 1]) {
            last++;
        }
        text_format(out, "%s%s", out->length == 0 ? "" : ", ", instrument->indicators[i].id);
        if (last > i) {
            text_format(out, "–%s", instrument->indicators[last].id);
        }
        i = last;
    }
}

/* Which levels of which indicators are touched. */
static void print_levels(const struct cover *cover, const struct console *console)
{
    static const struct table_column columns[] = {
        {.title = N_("Level"), .right = true},
        {.title = N_("Touched"), .right = true},
        {.title = N_("Indicators"), .gives = true},
    };
    const struct instrument *instrument = cover->instrument;
    struct table *table = table_new(columns, 3);
    bool *touched = memory_zero(instrument->indicator_count, sizeof *touched);
    for (int level = instrument->level_lowest; level <= instrument->level_highest; level++) {
        struct text ids = TEXT_EMPTY;
        size_t found = example_cover_level(cover, level, touched);
        add_runs(&ids, instrument, touched);
        table_format(table, TONE_PLAIN, "%d", level);
        table_format(table, TONE_PLAIN, "%zu/%zu", found, instrument->indicator_count);
        table_cell(table, TONE_PLAIN, ids.bytes);
        text_release(&ids);
    }
    console_write(console, TONE_STRONG, _("Coverage"));
    fputc('\n', console->stream);
    table_print(table, console);
    table_free(table);
    free(touched);
}

static const char *const kind_titles[COVER_KINDS] = {
    [COVER_LEVELS] = N_("levels of indicators"), [COVER_CRITERIA] = N_("criteria"),
    [COVER_ITEMS] = N_("evidence items"),        [COVER_MEASURES] = N_("outside indices"),
    [COVER_FUNCTIONS] = N_("functions"),         [COVER_BANDS] = N_("predicates"),
};

/* One kind of things, where there are any; counts it into *total. */
static void add_kind(struct table *table, const char *title, struct cover_count count,
                     struct cover_count *total)
{
    if (count.of == 0) {
        return;
    }
    table_cell(table, TONE_PLAIN, title);
    table_format(table, TONE_PLAIN, "%zu/%zu", count.touched, count.of);
    table_format(table, TONE_PLAIN, "%u %%", example_cover_percent(count));
    total->touched += count.touched;
    total->of += count.of;
}

static void print_gap(const struct console *console, const char *title, const char *gaps)
{
    if (gaps != NULL && gaps[0] != '\0') {
        fprintf(console->stream, _("%s that no example touches:\n"), title);
        console_paragraph(console, 2, gaps);
    }
}

static void print_gaps(const struct cover *cover, const struct function_cover *functions,
                       const struct console *console)
{
    for (int kind = COVER_CRITERIA; kind < COVER_KINDS; kind++) {
        struct text gaps = TEXT_EMPTY;
        example_cover_gaps(cover, (enum cover_kind)kind, &gaps);
        print_gap(console, lang_text(kind_titles[kind]), gaps.bytes);
        text_release(&gaps);
    }
    if (functions != NULL) {
        struct text gaps = TEXT_EMPTY;
        function_cover_gaps(functions, &gaps);
        print_gap(console, _("lines of functions"), gaps.bytes);
        text_release(&gaps);
    }
}

unsigned example_page_cover(const struct cover *cover, const struct function_cover *functions,
                            const struct console *console)
{
    static const struct table_column columns[] = {
        {.title = N_("Touched by an example")},
        {.title = "", .right = true},
        {.title = "", .right = true},
    };
    struct cover_count total = {0, 0}, lines = {0, 0};
    print_levels(cover, console);
    fputc('\n', console->stream);
    struct table *table = table_new(columns, 3);
    for (int kind = 0; kind < COVER_KINDS; kind++) {
        add_kind(table, lang_text(kind_titles[kind]),
                 example_cover_count(cover, (enum cover_kind)kind), &total);
    }
    if (functions != NULL) {
        function_cover_count(functions, &lines.touched, &lines.of);
        add_kind(table, _("lines of functions"), lines, &total);
    }
    struct cover_count all = {0, 0};
    table_rule(table);
    add_kind(table, _("all of it"), total, &all);
    table_print(table, console);
    table_free(table);
    print_gaps(cover, functions, console);
    return example_cover_percent(total);
}
