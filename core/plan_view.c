#include "plan_view.h"

#include "figure.h"
#include "lang.h"
#include "limit.h"
#include "table.h"

/* What the functions below share. */
struct view {
    const struct plan *plan;
    const struct instrument *instrument;
    const struct console *console;
    struct arena *scratch;
    struct text text; /* of the present line */
};

/* A number of the arena, exact; a cost of hundredths. */
static const char *exact(struct view *view, struct fraction value)
{
    struct text text = TEXT_EMPTY;
    figure_exact(&text, value);
    const char *copy = arena_string(view->scratch, text.bytes);
    text_release(&text);
    return copy;
}

static const char *cost(struct view *view, int64_t parts)
{
    enum { PART = 100 };
    return exact(view, fraction_make(parts, PART));
}

static const char *day(struct view *view, struct day day)
{
    struct text text = TEXT_EMPTY;
    calendar_add(&text, day);
    const char *copy = arena_string(view->scratch, text.bytes);
    text_release(&text);
    return copy;
}

/* Appends "2,98 Baik". */
static void add_index(struct view *view, struct fraction index)
{
    const struct band *band = evaluation_band(view->plan->evaluation, index);
    figure_rounded(&view->text, index, view->instrument->decimals);
    text_format(&view->text, " %s", evaluation_band_label(band));
}

/* ---- head ---- */

static void write_head(struct view *view)
{
    const struct evaluation *evaluation = view->plan->evaluation;
    const struct index_value *index = &evaluation->index[evaluation->main];
    const char *agency = evaluation->assessment->agency;
    text_format(&view->text, "%s · %d", agency[0] == '\0' ? _("(agency without name)") : agency,
                evaluation->assessment->year);
    console_flush_paragraph(view->console, 0, &view->text);
    text_format(&view->text, "%s ", _("Index"));
    add_index(view, view->plan->before);
    if (view->plan->possible && !view->plan->reached) {
        text_add(&view->text, " → ");
        add_index(view, view->plan->after);
    }
    console_flush(view->console, TONE_STRONG, &view->text);
    text_format(&view->text, "  (%s, ", evaluation_basis_label(evaluation->main));
    text_format(&view->text, _("%u of %u indicators"), index->given, index->of);
    text_add(&view->text, ")\n");
    console_flush(view->console, index->given < index->of ? TONE_WARN : TONE_PLAIN, &view->text);
}

/* What is asked for, and from which exact index on it holds. */
static void write_target(struct view *view)
{
    const struct plan_order *order = view->plan->order;
    if (order->target) {
        text_format(&view->text, "%s ", _("Target"));
        figure_exact(&view->text, order->index);
        text_format(&view->text, "%s%s", order->band == NULL ? "" : " ",
                    order->band == NULL ? "" : order->band->name);
        if (fraction_compare(order->threshold, order->index) != 0) {
            text_add(&view->text, "; ");
            text_format(&view->text, _("rounded, it is reached from %s on"),
                        exact(view, order->threshold));
        }
        text_add(&view->text, "\n");
    }
    for (size_t a = 0; a < view->instrument->aspect_count; a++) {
        if (order->aspects[a].asked) {
            const struct evaluation *evaluation = view->plan->evaluation;
            text_format(&view->text, "%s %s: ", view->instrument->aspects[a].id,
                        view->instrument->aspects[a].name);
            text_format(&view->text, _("at least %s"), exact(view, order->aspects[a].value));
            text_add(&view->text, "; ");
            figure_rounded(&view->text, evaluation->aspects[a].value[evaluation->main],
                           view->instrument->decimals);
            if (view->plan->possible) {
                text_add(&view->text, " → ");
                figure_rounded(&view->text, view->plan->aspects[a], view->instrument->decimals);
            }
            text_add(&view->text, "\n");
        }
    }
    text_add(&view->text, "\n");
    console_flush(view->console, TONE_PLAIN, &view->text);
}

/* ---- steps ---- */

static void step_row(struct view *view, struct table *table, size_t number)
{
    const struct plan_step *step = &view->plan->steps[number];
    const struct indicator *indicator = &view->instrument->indicators[step->indicator];
    const char *unit = view->plan->evaluation->assessment->responses[step->indicator].unit;
    table_format(table, TONE_FAINT, "%zu", number + 1);
    table_cell(table, TONE_STRONG, indicator->id);
    table_cell(table, TONE_PLAIN, indicator->short_name);
    table_cell(table, TONE_PLAIN, unit);
    table_format(table, TONE_PLAIN, "%s → %s", exact(view, step->from), exact(view, step->to));
    table_format(table, TONE_GOOD, "+%s", exact(view, step->gain));
    table_cell(table, TONE_PLAIN, cost(view, step->price.cost_parts));
    table_format(table, TONE_PLAIN, "%d", step->price.months);
    table_cell(table, TONE_PLAIN, view->plan->order->by ? day(view, step->start) : "");
}

static void write_steps(struct view *view)
{
    static const struct table_column columns[] = {
        {.title = "", .right = true},
        {.title = N_("Indicator")},
        {.title = "", .gives = true},
        {.title = N_("Unit"), .gives = true},
        {.title = N_("Level")},
        {.title = N_("Gain"), .right = true},
        {.title = N_("Cost"), .right = true},
        {.title = N_("Months"), .right = true},
        {.title = N_("Begin by")},
    };
    struct table *table = table_new(columns, sizeof columns / sizeof columns[0]);
    for (size_t s = 0; s < view->plan->step_count; s++) {
        step_row(view, table, s);
    }
    table_print(table, view->console);
    table_free(table);
}

static void write_total(struct view *view)
{
    const struct plan *plan = view->plan;
    const char *unit = plan_price_unit(plan->prices, view->instrument);
    text_format(&view->text, "\n%s: %s%s%s; ", _("Together"), cost(view, plan->cost_parts),
                unit[0] == '\0' ? "" : " ", unit);
    text_format(&view->text, _("steps: %zu, indicators: %zu, months: %d"), plan->step_count,
                plan->raised, plan->months);
    text_add(&view->text, "\n");
    console_flush(view->console, TONE_STRONG, &view->text);
}

/* ---- what else there is ---- */

/* Where the second plan differs: "I05 → 4, I11 → 2". */
static void add_difference(struct view *view)
{
    const struct plan *plan = view->plan;
    size_t s = 0;
    bool first = true;
    for (int i = 0; i < (int)view->instrument->indicator_count; i++) {
        struct fraction value = plan->evaluation->ratings[i].value;
        for (; s < plan->step_count && plan->steps[s].indicator == i; s++) {
            value = plan->steps[s].to;
        }
        if (fraction_compare(plan->next.values[i], value) != 0) {
            text_format(&view->text, "%s%s → ", first ? "" : ", ",
                        view->instrument->indicators[i].id);
            figure_exact(&view->text, plan->next.values[i]);
            first = false;
        }
    }
}

static void write_proof(struct view *view)
{
    const struct plan *plan = view->plan;
    text_format(&view->text, _("Nothing cheaper exists (%zu states were looked at)."),
                plan->states);
    text_add(&view->text, " ");
    if (plan->ties == 0 && plan->ties_or_more) {
        text_add(&view->text, _("Whether other plans cost as little, and with fewer steps, was not "
                                "counted: they are too many."));
    } else if (plan->ties == 0) {
        text_add(&view->text, _("No other plan costs as little."));
    } else if (plan->ties_or_more) {
        text_add(&view->text, _("Countless other plans cost as little."));
    } else {
        text_format(&view->text, _("Other plans that cost as little: %llu."),
                    (unsigned long long)plan->ties);
    }
    console_flush_paragraph(view->console, 0, &view->text);
    if (plan->next.known) {
        text_format(&view->text, _("Without one of these steps the cheapest plan costs %s: "),
                    cost(view, plan->next.cost_parts));
        add_difference(view);
        console_flush_paragraph(view->console, 0, &view->text);
    } else if (!plan->next_proven) {
        text_format(
            &view->text,
            _("What the cheapest plan without one of these steps costs is not known: to prove it "
              "takes more than %d states."),
            LIMIT_PLAN_STATES);
        console_flush_paragraph(view->console, 0, &view->text);
    } else {
        text_add(&view->text, _("There is no plan without one of these steps."));
        console_flush_paragraph(view->console, 0, &view->text);
    }
}

static void write_days(struct view *view)
{
    const struct plan *plan = view->plan;
    struct day last = plan->order->last;
    if (!plan->order->by && plan->fastest == 0) {
        return;
    }
    if (plan->order->by) {
        text_format(&view->text, _("To be done by %s, this plan must begin by %s."),
                    day(view, last), day(view, calendar_before(last, plan->months)));
        text_add(&view->text, " ");
    }
    if (plan->fastest == PLAN_UNKNOWN) {
        text_format(
            &view->text,
            _("How quick a plan can be is not known: to prove it takes more than %d states."),
            PLAN_FASTEST_STATES);
    } else if (plan->order->by) {
        text_format(
            &view->text,
            _("After %s the target is out of reach by any plan: the quickest takes %d months."),
            day(view, calendar_before(last, plan->fastest)), plan->fastest);
    } else {
        text_format(&view->text, _("The quickest plan of any cost takes %d months."),
                    plan->fastest);
    }
    console_flush_paragraph(view->console, 0, &view->text);
}

/* Whose costs these are. */
static void write_prices(struct view *view)
{
    const struct plan *plan = view->plan;
    const struct effort *effort = &view->instrument->effort;
    size_t by_file = 0;
    for (size_t s = 0; s < plan->step_count; s++) {
        by_file += plan->steps[s].price.source == PLAN_BY_FILE;
    }
    if (plan->prices->file) {
        text_format(&view->text, _("The file prices %zu of these %zu steps."), by_file,
                    plan->step_count);
        text_add(&view->text, by_file < plan->step_count ? " " : "");
    }
    if (by_file == plan->step_count && plan->prices->file) {
        console_flush_paragraph(view->console, 0, &view->text);
        return;
    }
    if (effort->prices == NULL) {
        text_add(&view->text,
                 _("The rules say nothing about costs: every other step counts as 1."));
    } else {
        text_format(&view->text,
                    _("The other costs and months are judged by the rules (%s, in %s): %s"),
                    effort->date, effort->unit, effort->source);
    }
    console_flush_paragraph(view->console, 0, &view->text);
}

/* ---- out of reach ---- */

static void write_blocks(struct view *view)
{
    static const char *const why[] = {
        [PLAN_KEPT] = N_("is kept where it is (--keep)"),
        [PLAN_FIXED] = N_("is fixed by the file of costs"),
        [PLAN_LATE] = N_("would not be done in time"),
    };
    for (size_t i = 0; i < view->instrument->indicator_count; i++) {
        enum plan_block block = view->plan->blocks[i];
        if (block != PLAN_FREE) {
            console_item(view->console, 2, TONE_STRONG, view->instrument->indicators[i].id,
                         _(why[block]));
        }
    }
    if (view->plan->order->per_unit > 0) {
        text_format(&view->text, _("each unit takes at most %u steps"),
                    view->plan->order->per_unit);
        console_flush_item(view->console, 2, TONE_STRONG, "--per-unit", &view->text);
    }
}

/* Aspects whose least value cannot be reached. */
static bool write_low_aspects(struct view *view)
{
    bool any = false;
    for (size_t a = 0; a < view->instrument->aspect_count; a++) {
        const struct plan_least *least = &view->plan->order->aspects[a];
        if (least->asked && fraction_compare(view->plan->highest_aspects[a], least->value) < 0) {
            text_format(&view->text, _("%s comes to %s at most, not to %s."),
                        view->instrument->aspects[a].id,
                        exact(view, view->plan->highest_aspects[a]), exact(view, least->value));
            console_flush_paragraph(view->console, 0, &view->text);
            any = true;
        }
    }
    return any;
}

static void write_out_of_reach(struct view *view)
{
    const struct plan *plan = view->plan;
    bool low = plan->order->target && fraction_compare(plan->highest, plan->order->threshold) < 0;
    text_format(&view->text, "%s\n", _("What is asked for is out of reach."));
    console_flush(view->console, TONE_BAD, &view->text);
    if (low) {
        text_format(&view->text, "%s ", _("The highest index within reach is"));
        add_index(view, plan->highest);
        text_format(&view->text, " (%s).", exact(view, plan->highest));
        console_flush_paragraph(view->console, 0, &view->text);
    }
    if (!write_low_aspects(view) && !low) {
        text_add(&view->text, _("Each part could be reached, but not all of them together."));
        console_flush_paragraph(view->console, 0, &view->text);
    }
    text_format(&view->text, "%s\n", _("What stands in the way:"));
    console_flush(view->console, TONE_PLAIN, &view->text);
    write_blocks(view);
}

void plan_view_print(const struct plan *plan, const struct console *console, struct arena *scratch)
{
    struct view view = {plan, plan->evaluation->instrument, console, scratch, TEXT_EMPTY};
    write_head(&view);
    write_target(&view);
    if (!plan->possible) {
        write_out_of_reach(&view);
    } else if (plan->step_count == 0) {
        text_format(&view.text, "%s\n",
                    _("What is asked for is reached already; nothing is to be done."));
        console_flush(view.console, TONE_GOOD, &view.text);
    } else {
        write_steps(&view);
        write_total(&view);
        write_proof(&view);
        write_days(&view);
        write_prices(&view);
    }
    text_release(&view.text);
}
