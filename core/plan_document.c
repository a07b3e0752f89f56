#include "plan_document.h"

#include "json_out.h"
#include "result_head.h"

/* What the functions below share. */
struct writer {
    struct json_out out;
    const struct plan *plan;
    const struct instrument *instrument;
};

static void write_cost(struct json_out *out, const char *key, int64_t parts)
{
    struct text text = TEXT_EMPTY;
    plan_price_add(&text, parts);
    json_out_key(out, key);
    json_out_plain(out, text.bytes);
    text_release(&text);
}

static void write_day(struct json_out *out, const char *key, bool given, struct day day)
{
    struct text text = TEXT_EMPTY;
    json_out_key(out, key);
    if (given) {
        calendar_add(&text, day);
        json_out_plain(out, text.bytes);
    } else {
        json_out_null(out);
    }
    text_release(&text);
}

/* The day so many months before all must be done; null where no such day is asked for. */
static void write_before(struct json_out *out, const char *key, const struct plan_order *order,
                         int months)
{
    struct day day = order->last;
    write_day(out, key, order->by, order->by ? calendar_before(day, months) : day);
}

/* ---- what was asked ---- */

static void write_target(struct writer *writer)
{
    struct json_out *out = &writer->out;
    const struct plan_order *order = writer->plan->order;
    json_out_key(out, "target");
    if (!order->target) {
        json_out_null(out);
        return;
    }
    json_out_open(out, '{');
    json_out_member_exact(out, "index", order->index);
    json_out_member(out, "predicate", order->band == NULL ? NULL : order->band->name);
    bool exact = writer->plan->evaluation->reading == READING_EXACT;
    json_out_member(out, "reading", exact ? "exact" : "rounded");
    json_out_member_exact(out, "threshold", order->threshold);
    json_out_close(out, '}');
}

/* The scale that values lie on, and the places that are published. */
static void write_scale(struct writer *writer)
{
    struct json_out *out = &writer->out;
    json_out_key(out, "scale");
    json_out_open(out, '{');
    json_out_member_int(out, "lowest", writer->instrument->level_lowest);
    json_out_member_int(out, "highest", writer->instrument->level_highest);
    json_out_member_int(out, "decimals", writer->instrument->decimals);
    json_out_close(out, '}');
}

/* Units as a weight in percent. */
static struct fraction weight_of(const struct writer *writer, int64_t units)
{
    return fraction_make(units * 100, writer->instrument->units_total);
}

/* What people call an indicator. */
static void write_indicator(struct writer *writer, size_t indicator)
{
    const struct indicator *what = &writer->instrument->indicators[indicator];
    json_out_member(&writer->out, "indicator", what->id);
    json_out_member(&writer->out, "short_name", what->short_name);
}

static void write_aspects(struct writer *writer)
{
    struct json_out *out = &writer->out;
    const struct evaluation *evaluation = writer->plan->evaluation;
    int decimals = writer->instrument->decimals;
    json_out_key(out, "aspects");
    json_out_open(out, '[');
    for (size_t a = 0; a < writer->instrument->aspect_count; a++) {
        const struct plan_least *least = &writer->plan->order->aspects[a];
        struct fraction before = evaluation->aspects[a].value[evaluation->main];
        json_out_open(out, '{');
        json_out_member(out, "id", writer->instrument->aspects[a].id);
        json_out_member(out, "name", writer->instrument->aspects[a].name);
        json_out_member_exact(out, "weight",
                              weight_of(writer, writer->instrument->aspects[a].units));
        json_out_key(out, "least");
        if (least->asked) {
            json_out_exact(out, least->value);
        } else {
            json_out_null(out);
        }
        json_out_member_rounded(out, "before", before, decimals);
        json_out_member_exact(out, "before_exact", before);
        json_out_member_rounded(out, "after", writer->plan->aspects[a], decimals);
        json_out_member_exact(out, "after_exact", writer->plan->aspects[a]);
        json_out_member_rounded(out, "highest", writer->plan->highest_aspects[a], decimals);
        json_out_close(out, '}');
    }
    json_out_close(out, ']');
}

static void write_costs(struct writer *writer)
{
    struct json_out *out = &writer->out;
    const struct plan_prices *prices = writer->plan->prices;
    const struct effort *effort = &writer->instrument->effort;
    json_out_key(out, "prices");
    json_out_open(out, '{');
    json_out_member(out, "unit", plan_price_unit(prices, writer->instrument));
    json_out_member_bool(out, "file", prices->file);
    json_out_member_int(out, "steps_by_file", (int64_t)prices->from_file);
    json_out_member(out, "pack_unit", effort->unit);
    json_out_member(out, "pack_date", effort->date);
    json_out_member(out, "pack_source", effort->source);
    json_out_close(out, '}');
}

/* ---- what stands in the way ---- */

static void write_blocks(struct writer *writer)
{
    static const char *const words[] = {
        [PLAN_KEPT] = "kept", [PLAN_FIXED] = "fixed", [PLAN_LATE] = "late"};
    struct json_out *out = &writer->out;
    json_out_key(out, "blocked");
    json_out_open(out, '[');
    for (size_t i = 0; i < writer->instrument->indicator_count; i++) {
        enum plan_block block = writer->plan->blocks[i];
        if (block != PLAN_FREE) {
            json_out_open(out, '{');
            write_indicator(writer, i);
            json_out_member(out, "why", words[block]);
            json_out_close(out, '}');
        }
    }
    json_out_close(out, ']');
}

/* ---- what is done ---- */

static void write_total(struct writer *writer)
{
    struct json_out *out = &writer->out;
    const struct plan *plan = writer->plan;
    bool known = plan->fastest != PLAN_UNKNOWN;
    json_out_key(out, "total");
    json_out_open(out, '{');
    write_cost(out, "cost", plan->cost_parts);
    json_out_member_int(out, "steps", (int64_t)plan->step_count);
    json_out_member_int(out, "indicators", (int64_t)plan->raised);
    json_out_member_int(out, "months", plan->months);
    if (known) {
        json_out_member_int(out, "months_fastest", plan->fastest);
    } else {
        json_out_key(out, "months_fastest");
        json_out_null(out);
    }
    write_before(out, "begin_by", plan->order, plan->months);
    if (known) {
        write_before(out, "out_of_reach_after", plan->order, plan->fastest);
    } else {
        write_day(out, "out_of_reach_after", false, plan->order->last);
    }
    json_out_close(out, '}');
}

static void write_ties(struct writer *writer)
{
    struct json_out *out = &writer->out;
    struct text count = TEXT_EMPTY;
    uint64_t ties = writer->plan->ties;
    text_format(&count, "%llu", (unsigned long long)ties);
    json_out_key(out, "ties");
    json_out_plain(out, count.bytes);
    json_out_member_bool(out, "ties_or_more", writer->plan->ties_or_more);
    json_out_member_int(out, "states", (int64_t)writer->plan->states);
    text_release(&count);
}

static void write_next(struct writer *writer)
{
    struct json_out *out = &writer->out;
    const struct plan *plan = writer->plan;
    json_out_member_bool(out, "next_proven", plan->next_proven);
    json_out_key(out, "next");
    if (!plan->next.known) {
        json_out_null(out);
        return;
    }
    json_out_open(out, '{');
    write_cost(out, "cost", plan->next.cost_parts);
    json_out_key(out, "raises");
    json_out_open(out, '[');
    for (size_t i = 0; i < writer->instrument->indicator_count; i++) {
        struct fraction from = plan->evaluation->ratings[i].value;
        if (fraction_compare(plan->next.values[i], from) != 0) {
            json_out_open(out, '{');
            write_indicator(writer, i);
            json_out_member_exact(out, "from", from);
            json_out_member_exact(out, "to", plan->next.values[i]);
            json_out_close(out, '}');
        }
    }
    json_out_close(out, ']');
    json_out_close(out, '}');
}

static void write_answer(struct json_out *out, enum answer answer)
{
    static const char *const words[] = {
        [ANSWER_NONE] = NULL, [ANSWER_YES] = "yes", [ANSWER_NO] = "no"};
    json_out_member(out, "answer", words[answer]);
}

/* The criteria of the level that is to be reached, and how each is answered. */
static void write_criteria(struct writer *writer, const struct level *level)
{
    struct json_out *out = &writer->out;
    const struct evaluation *evaluation = writer->plan->evaluation;
    json_out_key(out, "criteria");
    json_out_open(out, '[');
    for (uint32_t i = 0; i < level->criteria.count; i++) {
        uint32_t position = level->criteria.first + i;
        const struct criterion *criterion = &writer->instrument->criteria[position];
        if (evaluation_counts(evaluation, criterion)) {
            json_out_open(out, '{');
            json_out_member(out, "id", criterion->id);
            json_out_member(out, "text", criterion->text);
            write_answer(out, evaluation_answer(evaluation, position));
            json_out_close(out, '}');
        }
    }
    json_out_close(out, ']');
}

/* What scores below the value that is to be reached, where items of evidence do: those of the level that the
 * step goes through, and how each is answered. */
static void write_items(struct writer *writer, const struct plan_step *step)
{
    struct json_out *out = &writer->out;
    const struct response *response =
        &writer->plan->evaluation->assessment->responses[step->indicator];
    const struct indicator *indicator = &writer->instrument->indicators[step->indicator];
    struct text id = TEXT_EMPTY;
    json_out_key(out, "items");
    json_out_open(out, '[');
    for (uint32_t i = 0; i < indicator->levels.count; i++) {
        const struct level *level = &writer->instrument->levels[indicator->levels.first + i];
        bool through = fraction_compare(level->from, step->to) < 0 &&
                       fraction_compare(level->to, step->from) > 0;
        for (size_t n = 0; through && n < level->item_count; n++) {
            const struct item *item = assessment_item(response, level->number, (int)n + 1);
            text_clear(&id);
            text_format(&id, "%s.%d.e%zu", indicator->id, level->number, n + 1);
            json_out_open(out, '{');
            json_out_member(out, "id", id.bytes);
            json_out_member(out, "text", level->evidence[n]);
            write_answer(out, item == NULL ? ANSWER_NONE : item->answer);
            json_out_close(out, '}');
        }
    }
    json_out_close(out, ']');
    text_release(&id);
}

/* Levels below that answers and evidence do not bear out yet: they are to be made up for as well. */
static void write_owed(struct writer *writer, const struct plan_step *step)
{
    struct json_out *out = &writer->out;
    const struct evaluation *evaluation = writer->plan->evaluation;
    const struct indicator *indicator = &writer->instrument->indicators[step->indicator];
    json_out_key(out, "levels_owed");
    json_out_open(out, '[');
    for (int i = (int)indicator->levels.first; i < step->level; i++) {
        const struct standing *standing = &evaluation->levels[i];
        if (fraction_compare(writer->instrument->levels[i].from, step->from) <= 0 &&
            !(standing->complete && standing->proven)) {
            json_out_int(out, standing->number);
        }
    }
    json_out_close(out, ']');
}

static void write_price(struct writer *writer, const struct plan_step *step)
{
    static const char *const words[] = {
        [PLAN_BY_COUNT] = "count", [PLAN_BY_PACK] = "pack", [PLAN_BY_FILE] = "file"};
    struct json_out *out = &writer->out;
    const struct step_price *own = writer->instrument->effort.prices;
    write_cost(out, "cost", step->price.cost_parts);
    json_out_member(out, "price_by", words[step->price.source]);
    json_out_member_int(out, "months", step->price.months);
    json_out_member(out, "what", own == NULL ? "" : own[step->level].what);
    json_out_member_int(out, "begins_before", step->begins);
    json_out_member_int(out, "ends_before", step->ends);
    write_day(out, "start", writer->plan->order->by, step->start);
    write_day(out, "end", writer->plan->order->by, step->end);
}

static void write_step(struct writer *writer, const struct plan_step *step)
{
    struct json_out *out = &writer->out;
    const struct indicator *indicator = &writer->instrument->indicators[step->indicator];
    const struct aspect *aspect = &writer->instrument->aspects[indicator->aspect];
    const struct level *level = &writer->instrument->levels[step->level];
    const struct evaluation *evaluation = writer->plan->evaluation;
    json_out_open(out, '{');
    json_out_member(out, "indicator", indicator->id);
    json_out_member(out, "name", indicator->name);
    json_out_member(out, "short_name", indicator->short_name);
    json_out_member(out, "aspect", aspect->id);
    json_out_member(out, "domain",
                    aspect->domain == NOWHERE ? NULL
                                              : writer->instrument->domains[aspect->domain].id);
    json_out_member(out, "unit", evaluation->assessment->responses[step->indicator].unit);
    json_out_member_exact(out, "from", step->from);
    json_out_member_exact(out, "to", step->to);
    json_out_member_int(out, "to_level", level->number);
    json_out_member(out, "level", level->name);
    json_out_member_exact(out, "gain", step->gain);
    result_head_index(out, "index", evaluation, step->index);
    write_price(writer, step);
    write_criteria(writer, level);
    write_items(writer, step);
    json_out_member_bool(out, "evidence_due", evaluation->levels[step->level].due);
    json_out_member_int(out, "evidence_given", evaluation->levels[step->level].evidence);
    json_out_member_list(out, "evidence", level->evidence);
    json_out_member(out, "note", level->note);
    write_owed(writer, step);
    json_out_close(out, '}');
}

/* Positions of steps in the order of work. */
static void write_turns(struct writer *writer)
{
    struct json_out *out = &writer->out;
    json_out_key(out, "order");
    json_out_open(out, '[');
    for (size_t t = 0; t < writer->plan->step_count; t++) {
        json_out_int(out, (int64_t)writer->plan->turns[t]);
    }
    json_out_close(out, ']');
}

void plan_document_write(const struct plan *plan, struct text *text)
{
    struct writer writer = {{text, false}, plan, plan->evaluation->instrument};
    struct json_out *out = &writer.out;
    json_out_open(out, '{');
    result_head_write(out, "spbe-plan/1", plan->evaluation);
    write_scale(&writer);
    write_target(&writer);
    json_out_member_int(out, "per_unit", plan->order->per_unit);
    write_day(out, "by", plan->order->by, plan->order->last);
    write_day(out, "from", plan->order->from, plan->order->first);
    json_out_member_bool(out, "possible", plan->possible);
    json_out_member_bool(out, "reached", plan->reached);
    result_head_index(out, "before", plan->evaluation, plan->before);
    result_head_index(out, "after", plan->evaluation, plan->after);
    result_head_index(out, "highest", plan->evaluation, plan->highest);
    write_aspects(&writer);
    write_blocks(&writer);
    write_costs(&writer);
    write_total(&writer);
    write_ties(&writer);
    write_next(&writer);
    write_turns(&writer);
    json_out_key(out, "steps");
    json_out_open(out, '[');
    for (size_t s = 0; s < plan->step_count; s++) {
        write_step(&writer, &plan->steps[s]);
    }
    json_out_close(out, ']');
    json_out_close(out, '}');
}
