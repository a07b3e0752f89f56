#include "impact_report.h"

#include "json_out.h"
#include "lang.h"
#include "result_head.h"
#include "rule_words.h"

static void write_rules(struct json_out *out, const struct instrument *instrument)
{
    result_head_open_rules(out, instrument);
    if (instrument->base_sha256 != NULL) {
        json_out_member(out, "base_sha256", instrument->base_sha256);
    }
    json_out_key(out, "overlays");
    json_out_open(out, '[');
    for (size_t i = 0; i < instrument->overlay_count; i++) {
        const struct overlay_note *overlay = &instrument->overlays[i];
        json_out_open(out, '{');
        json_out_member(out, "id", overlay->id);
        json_out_member(out, "title", overlay->title);
        json_out_member(out, "author", overlay->author);
        json_out_member(out, "date", overlay->date);
        json_out_member(out, "sha256", overlay->sha256);
        json_out_close(out, '}');
    }
    json_out_close(out, ']');
    json_out_close(out, '}');
}

static void write_change(struct json_out *out, const struct instrument *instrument,
                         const struct rule_change *change)
{
    struct text words = TEXT_EMPTY;
    rule_words_change(&words, change);
    json_out_open(out, '{');
    json_out_member(out, "overlay", instrument->overlays[change->overlay].id);
    json_out_member_int(out, "line", change->line);
    json_out_member(out, "change", change->kind);
    json_out_member(out, "of", change->of);
    json_out_member(out, "text", words.bytes);
    json_out_member(out, "reason", change->reason);
    json_out_close(out, '}');
    text_release(&words);
}

static void write_totals(struct json_out *out, const struct impact_total *total)
{
    json_out_member_int(out, "moved", (int64_t)total->moved);
    json_out_member_int(out, "up", (int64_t)total->up);
    json_out_member_int(out, "down", (int64_t)total->down);
    json_out_member_int(out, "predicates", (int64_t)total->predicates);
    json_out_member_exact(out, "largest", total->largest);
}

static void write_steps(struct json_out *out, const struct impact *impact)
{
    const struct instrument *instrument = pack_instrument(impact->pack);
    json_out_key(out, "steps");
    json_out_open(out, '[');
    for (size_t i = 0; i < impact->steps.count; i++) {
        const struct impact_step *step = &impact->steps.list[i];
        json_out_open(out, '{');
        json_out_member_int(out, "no", (int64_t)i + 1);
        json_out_key(out, "changes");
        json_out_open(out, '[');
        for (size_t c = 0; c < step->count; c++) {
            write_change(out, instrument, &instrument->changes[step->changes[c]]);
        }
        json_out_close(out, ']');
        json_out_member_bool(out, "alone", step->has_alone);
        write_totals(out, &impact->totals[i]);
        json_out_close(out, '}');
    }
    json_out_close(out, ']');
}

static void write_index(struct json_out *out, const char *key, const struct impact_index *index,
                        int decimals)
{
    json_out_key(out, key);
    json_out_open(out, '{');
    json_out_member_rounded(out, "value", index->exact, decimals);
    json_out_member_exact(out, "exact", index->exact);
    json_out_member(out, "predicate", index->predicate);
    json_out_close(out, '}');
}

static void write_move(struct json_out *out, const struct impact_move *move)
{
    json_out_open(out, '{');
    json_out_member_int(out, "step", (int64_t)move->step + 1);
    json_out_member_exact(out, "delta", move->delta);
    json_out_key(out, "alone");
    if (move->has_alone) {
        json_out_exact(out, move->alone);
    } else {
        json_out_null(out);
    }
    if (move->predicate != NULL) {
        json_out_member(out, "predicate", move->predicate);
    }
    json_out_key(out, "levels");
    json_out_open(out, '[');
    for (size_t i = 0; i < move->level_count; i++) {
        json_out_open(out, '{');
        json_out_member(out, "indicator", move->levels[i].indicator);
        json_out_member_exact(out, "from", move->levels[i].from);
        json_out_member_exact(out, "to", move->levels[i].to);
        json_out_close(out, '}');
    }
    json_out_close(out, ']');
    json_out_close(out, '}');
}

static void write_result(struct json_out *out, const struct impact_result *result, int decimals)
{
    json_out_open(out, '{');
    json_out_member(out, "agency", result->name);
    json_out_member_int(out, "year", result->year);
    json_out_member(out, "basis", evaluation_basis_word(result->basis));
    json_out_member_int(out, "given", result->given);
    json_out_member_int(out, "of", result->of);
    write_index(out, "before", &result->before, decimals);
    write_index(out, "after", &result->after, decimals);
    json_out_member_exact(out, "delta", result->delta);
    json_out_key(out, "moves");
    json_out_open(out, '[');
    for (size_t i = 0; i < result->move_count; i++) {
        write_move(out, &result->moves[i]);
    }
    json_out_close(out, ']');
    json_out_close(out, '}');
}

void impact_report_write(const struct impact *impact, struct text *text)
{
    struct json_out out = {text, false};
    const struct instrument *instrument = pack_instrument(impact->pack);
    json_out_open(&out, '{');
    json_out_member(&out, "format", "spbe-impact/1");
    json_out_member(&out, "lang", lang_name());
    write_rules(&out, instrument);
    json_out_member(
        &out, "attribution",
        _("Each step is added to the ones before it; what changes then is its effect, "
          "and the effects of all steps add up to the difference. 'alone' is the effect "
          "of the step on the pack without the others."));
    write_steps(&out, impact);
    json_out_key(&out, "all");
    json_out_open(&out, '{');
    write_totals(&out, &impact->all);
    json_out_close(&out, '}');
    json_out_key(&out, "assessments");
    json_out_open(&out, '[');
    for (size_t i = 0; i < impact->count; i++) {
        write_result(&out, &impact->results[i], instrument->decimals);
    }
    json_out_close(&out, ']');
    json_out_close(&out, '}');
}
