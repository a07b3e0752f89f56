#include "rollup_view.h"

#include "figure.h"
#include "lang.h"
#include "table.h"

enum { WEAKEST_SHOWN = 10 };

/* ---- cells ---- */

static void number_cell(struct table *table, enum console_tone tone, struct maybe value,
                        int decimals)
{
    struct text text = TEXT_EMPTY;
    if (value.given) {
        figure_rounded(&text, value.value, decimals);
    }
    table_cell(table, tone, value.given ? text.bytes : "–");
    text_release(&text);
}

static void stat_cells(struct table *table, const struct rollup_stat *stat, int decimals)
{
    number_cell(table, TONE_STRONG, stat->mean, decimals);
    number_cell(table, TONE_PLAIN, stat->least, decimals);
    number_cell(table, TONE_PLAIN, stat->lower, decimals);
    number_cell(table, TONE_PLAIN, stat->median, decimals);
    number_cell(table, TONE_PLAIN, stat->upper, decimals);
    number_cell(table, TONE_PLAIN, stat->most, decimals);
    table_format(table, stat->given < stat->count ? TONE_WARN : TONE_FAINT, "%zu/%zu", stat->given,
                 stat->count);
}

static const char *kind_word(enum kind kind)
{
    const char *word = assessment_kind_word(kind);
    return word == NULL ? _("(no kind)") : word;
}

/* ---- head ---- */

/* What a reader must know before the numbers: several bases, incomplete ones, agencies that stand twice. */
static void print_notices(const struct rollup_group *group, const struct console *console)
{
    struct text text = TEXT_EMPTY;
    if (group->complete < group->count) {
        text_format(&text,
                    _("* %zu of %zu assessments do not have a value for every indicator; what is "
                      "missing counts as the rules say."),
                    group->count - group->complete, group->count);
        console_paragraph(console, 0, text.bytes);
        text_clear(&text);
    }
    size_t bases = 0;
    for (int b = 0; b < BASIS_COUNT; b++) {
        if (group->bases[b] > 0) {
            text_format(&text, "%s%s: %zu", bases > 0 ? ", " : "",
                        evaluation_basis_label((enum basis)b), group->bases[b]);
            bases++;
        }
    }
    if (bases > 1) {
        text_add(&text, _(". Their indices rest on different bases; --basis chooses one."));
    }
    console_paragraph(console, 0, text.bytes);
    if (group->twice > 0) {
        text_clear(&text);
        text_format(&text, _("%zu assessments are of an agency that stands here already."),
                    group->twice);
        console_paragraph(console, 0, text.bytes);
    }
    text_release(&text);
}

static void print_head(const struct rollup_group *group, const struct console *console)
{
    struct text text = TEXT_EMPTY;
    text_format(&text, _("%s, year %d, %zu assessments"), group->instrument->title, group->year,
                group->count);
    console_write(console, TONE_STRONG, text.bytes);
    console_write(console, TONE_PLAIN, "\n");
    text_release(&text);
    print_notices(group, console);
    console_write(console, TONE_PLAIN, "\n");
}

/* ---- tables ---- */

/* Predicates by kind of agency. */
static void print_kinds(const struct rollup_group *group, const struct console *console)
{
    static const struct table_column columns[] = {
        {.title = N_("Kind")},
        {.title = N_("Agencies"), .right = true},
        {.title = N_("Mean"), .right = true},
        {.title = N_("Median"), .right = true},
        {.title = N_("Predicates"), .gives = true},
    };
    const struct instrument *instrument = group->instrument;
    struct table *table = table_new(columns, sizeof columns / sizeof *columns);
    struct text text = TEXT_EMPTY;
    for (size_t i = 0; i <= group->kind_count; i++) {
        bool all = i == group->kind_count;
        const struct rollup_stat *stat = all ? &group->units[0].stat : &group->kinds[i].index;
        const size_t *counts = all ? group->predicates : group->kinds[i].predicates;
        if (all) {
            table_rule(table);
        }
        table_cell(table, TONE_PLAIN, all ? _("all") : kind_word(group->kinds[i].kind));
        table_format(table, TONE_PLAIN, "%zu", stat->count);
        number_cell(table, TONE_STRONG, stat->mean, instrument->decimals);
        number_cell(table, TONE_PLAIN, stat->median, instrument->decimals);
        text_clear(&text);
        for (size_t b = 0; b <= instrument->band_count; b++) {
            if (counts[b] > 0) {
                text_format(&text, "%s%s %zu", text.length > 0 ? ", " : "",
                            evaluation_band_label(
                                b == instrument->band_count ? NULL : &instrument->bands[b]),
                            counts[b]);
            }
        }
        table_cell(table, TONE_PLAIN, text.bytes);
    }
    table_print(table, console);
    table_free(table);
    text_release(&text);
    console_write(console, TONE_PLAIN, "\n");
}

static struct table *new_stat_table(void)
{
    static const struct table_column columns[] = {
        {.title = ""},
        {.title = N_("Name"), .gives = true},
        {.title = N_("Mean"), .right = true},
        {.title = N_("Lowest"), .right = true},
        {.title = N_("Quartile 1"), .right = true},
        {.title = N_("Median"), .right = true},
        {.title = N_("Quartile 3"), .right = true},
        {.title = N_("Highest"), .right = true},
        {.title = N_("Complete"), .right = true},
    };
    return table_new(columns, sizeof columns / sizeof *columns);
}

static void stat_row(struct table *table, const struct rollup_group *group, const char *id,
                     const char *name, enum rollup_part part, size_t position)
{
    const struct instrument *instrument = group->instrument;
    table_cell(table, TONE_PLAIN, id);
    table_cell(table, TONE_PLAIN, name);
    stat_cells(table, &group->units[rollup_unit(instrument, part, position)].stat,
               instrument->decimals);
}

static void print_parts(const struct rollup_group *group, const struct console *console)
{
    const struct instrument *instrument = group->instrument;
    struct table *table = new_stat_table();
    stat_row(table, group, "", _("Index"), ROLLUP_INDEX, 0);
    table_rule(table);
    for (size_t i = 0; i < instrument->domain_count; i++) {
        stat_row(table, group, instrument->domains[i].id, instrument->domains[i].name,
                 ROLLUP_DOMAIN, i);
    }
    if (instrument->domain_count > 0) {
        table_rule(table);
    }
    for (size_t i = 0; i < instrument->aspect_count; i++) {
        stat_row(table, group, instrument->aspects[i].id, instrument->aspects[i].name,
                 ROLLUP_ASPECT, i);
    }
    table_print(table, console);
    table_free(table);
    console_write(console, TONE_PLAIN, "\n");
}

static void print_weakest(const struct rollup_group *group, const struct console *console)
{
    const struct instrument *instrument = group->instrument;
    struct table *table = new_stat_table();
    for (size_t i = 0; i < instrument->indicator_count && i < WEAKEST_SHOWN; i++) {
        const struct indicator *indicator = &instrument->indicators[group->weakest[i]];
        stat_row(table, group, indicator->id,
                 indicator->short_name[0] == '\0' ? indicator->name : indicator->short_name,
                 ROLLUP_INDICATOR, group->weakest[i]);
    }
    console_write(console, TONE_STRONG, _("The weakest indicators"));
    console_write(console, TONE_PLAIN, "\n");
    table_print(table, console);
    table_free(table);
    console_write(console, TONE_PLAIN, "\n");
}

static void ranking_row(struct table *table, const struct rollup_group *group,
                        const struct rollup_row *row)
{
    struct text text = TEXT_EMPTY;
    bool part = row->given < row->of;
    figure_rounded(&text, row->index, group->instrument->decimals);
    text_add(&text, part ? "*" : "");
    table_format(table, TONE_PLAIN, "%zu", row->rank);
    table_cell(table, TONE_STRONG, text.bytes);
    table_cell(table, TONE_PLAIN, evaluation_band_label(row->band));
    table_format(table, part ? TONE_WARN : TONE_FAINT, "%u/%u", row->given, row->of);
    table_cell(table, TONE_FAINT, evaluation_basis_label(row->basis));
    table_cell(table, TONE_PLAIN, kind_word(row->kind));
    table_cell(table, TONE_PLAIN, row->agency);
    text_release(&text);
}

static void print_ranking(const struct rollup_group *group, const struct console *console)
{
    static const struct table_column columns[] = {
        {.title = N_("Rank"), .right = true},
        {.title = N_("Index"), .right = true},
        {.title = N_("Predicate")},
        {.title = N_("Given"), .right = true},
        {.title = N_("Basis")},
        {.title = N_("Kind")},
        {.title = N_("Agency"), .gives = true},
    };
    struct table *table = table_new(columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < group->count; i++) {
        ranking_row(table, group, &group->rows[i]);
    }
    table_print(table, console);
    table_free(table);
}

void rollup_view_print(const struct rollup *rollup, const struct console *console)
{
    for (size_t i = 0; i < rollup->count; i++) {
        console_write(console, TONE_PLAIN, i > 0 ? "\n" : "");
        print_head(rollup->groups[i], console);
        print_kinds(rollup->groups[i], console);
        print_parts(rollup->groups[i], console);
        print_weakest(rollup->groups[i], console);
        print_ranking(rollup->groups[i], console);
    }
}
