#include "check_page.h"

#include "figure.h"
#include "fraction.h"
#include "instrument.h"
#include "json_out.h"
#include "lang.h"
#include "overlay_start.h"
#include "table.h"

/* Levels whose evidence is due, and those of them for which the pack names none: nobody who collects
 * evidence for their criteria learns what is accepted. */
static void tell_evidence(const struct instrument *instrument, const struct console *console)
{
    const struct level *first = NULL;
    size_t due = 0, silent = 0;
    for (size_t i = 0; i < instrument->level_count; i++) {
        const struct level *level = &instrument->levels[i];
        bool counts = !level->baseline && level->number >= instrument->duty.from_level &&
                      level->criteria.count > 0 && !instrument->items;
        bool names = level->evidence != NULL && level->evidence[0] != NULL;
        due += counts ? 1 : 0;
        silent += counts && !names ? 1 : 0;
        first = first == NULL && counts && !names ? level : first;
    }
    if (first != NULL) {
        const struct criterion *criterion = &instrument->criteria[first->criteria.first];
        fprintf(
            console->stream,
            _("  evidence   %zu of %zu levels that need evidence say nothing of what is accepted; "
              "the first is that of %s\n"),
            silent, due, criterion->id);
    }
}

/* What an author has not yet written, and overlays that change nothing. */
static void tell_overlays(const struct instrument *instrument, const struct console *console)
{
    for (size_t i = 0; i < instrument->overlay_count; i++) {
        struct text left = TEXT_EMPTY;
        size_t changes = 0;
        for (size_t c = 0; c < instrument->change_count; c++) {
            changes += instrument->changes[c].overlay == i ? 1 : 0;
        }
        if (overlay_start_left(&instrument->overlays[i], &left)) {
            fprintf(console->stream,
                    _("  to write   %s still has the words of its beginning: %s\n"),
                    instrument->overlays[i].id, left.bytes);
        }
        if (changes == 0) {
            fprintf(console->stream, _("  to write   %s changes nothing yet\n"),
                    instrument->overlays[i].id);
        }
        text_release(&left);
    }
}

void check_page_proofs(const struct pack *pack, const struct console *console)
{
    const struct instrument *instrument = pack_instrument(pack);
    struct text line = TEXT_EMPTY;
    size_t examples = 0;
    pack_examples(pack, &examples);
    text_format(&line, _("%s: nothing is wrong"), pack_place(pack));
    console_write(console, TONE_GOOD, line.bytes);
    fputc('\n', console->stream);
    fprintf(console->stream,
            _("  fields     %zu files, every field known, of its type, not empty\n"),
            instrument->file_count);
    fprintf(console->stream,
            _("  weights    %zu domains, %zu aspects, %zu indicators: each adds up exactly\n"),
            instrument->domain_count, instrument->aspect_count, instrument->indicator_count);
    fprintf(console->stream, _("  ids        %zu criteria, each id well-formed and used once\n"),
            instrument->criterion_count);
    fprintf(console->stream,
            _("  levels     %zu, rising, each can be reached in every year from %d to %d\n"),
            instrument->level_count, instrument->year_first, instrument->year_last);
    fprintf(console->stream,
            _("  bands      %zu, over the scale %d to %d without gap or overlap\n"),
            instrument->band_count, instrument->level_lowest, instrument->level_highest);
    if (instrument->function_count > 0) {
        fprintf(console->stream,
                _("  functions  %zu values are computed, each behind those that it reads\n"),
                instrument->function_count);
    } else {
        fprintf(console->stream, _("  order      a better answer never lowers the index\n"));
    }
    if (instrument->overlay_count > 0) {
        fprintf(console->stream, _("  overlays   %zu with %zu changes, none against another\n"),
                instrument->overlay_count, instrument->change_count);
        tell_overlays(instrument, console);
    }
    tell_evidence(instrument, console);
    fprintf(console->stream, _("  examples   %zu; 'spbe rules test' computes them\n"), examples);
    text_release(&line);
}

void check_page_complaints(const struct check_result *result, const struct console *console)
{
    const struct complaints *complaints = result->complaints;
    for (size_t i = 0; i < complaints->count; i++) {
        const struct error *error = &complaints->list[i].error;
        fprintf(console->stream, "%s: %s\n", error->where, error->message);
    }
    for (size_t i = 0; i < result->remark_count; i++) {
        fprintf(console->stream, "%s: %s\n", result->remarks[i].where, result->remarks[i].message);
    }
    if (complaints->more > 0) {
        fprintf(console->stream, _("%zu more are not listed\n"), complaints->more);
    }
    fprintf(console->stream, _("complaints: %zu\n"),
            complaints->count + complaints->more + result->remark_count);
}

/* ---- the budget ---- */

/* Hundredths of a percent make small shares visible; "< 0.01" where even those are too coarse. */
static void add_share(struct table *table, const struct budget_line *line)
{
    struct fraction share = fraction_make(line->used * 100, line->most);
    struct text text = TEXT_EMPTY;
    if (line->used > 0 && fraction_round(share, 2) == 0) {
        text_add(&text, "< ");
        share = fraction_make(1, 100);
    }
    figure_rounded(&text, share, 2);
    text_add(&text, " %");
    enum console_tone tone = line->used * 10 >= line->most * 8 ? TONE_WARN : TONE_PLAIN;
    table_cell(table, tone, text.bytes);
    text_release(&text);
}

void check_page_budget(const struct check_result *result, const struct console *console)
{
    static const struct table_column columns[] = {
        {.title = N_("What is bounded"), .gives = true},
        {.title = N_("Used"), .right = true},
        {.title = N_("At most"), .right = true},
        {.title = N_("Share"), .right = true},
        {.title = N_("Counted in")},
        {.title = N_("Most in")},
    };
    struct table *table = table_new(columns, 6);
    for (size_t i = 0; i < result->budget_count; i++) {
        const struct budget_line *line = &result->budget[i];
        table_cell(table, TONE_PLAIN, lang_text(line->what));
        table_format(table, TONE_STRONG, "%lld", (long long)line->used);
        table_format(table, TONE_PLAIN, "%lld", (long long)line->most);
        add_share(table, line);
        table_cell(table, TONE_PLAIN, lang_text(line->unit));
        table_cell(table, TONE_PLAIN, line->varies ? _("differs from run to run") : line->where);
    }
    fputc('\n', console->stream);
    table_print(table, console);
    table_free(table);
}

/* ---- for programs ---- */

static void write_error(struct json_out *json, const struct error *error)
{
    json_out_open(json, '{');
    json_out_member(json, "where", error->where);
    json_out_member(json, "id", error->id);
    json_out_member(json, "message", error->message);
    json_out_close(json, '}');
}

static void write_budget(struct json_out *json, const struct check_result *result)
{
    json_out_key(json, "budget");
    json_out_open(json, '[');
    for (size_t i = 0; i < result->budget_count; i++) {
        const struct budget_line *line = &result->budget[i];
        json_out_open(json, '{');
        json_out_member(json, "limit", line->limit);
        json_out_member_int(json, "used", line->used);
        json_out_member_int(json, "most", line->most);
        json_out_member(json, "unit", line->unit);
        json_out_member(json, "file", line->where[0] == '\0' ? NULL : line->where);
        json_out_member_bool(json, "varies", line->varies);
        json_out_close(json, '}');
    }
    json_out_close(json, ']');
}

void check_page_json(const struct check_result *result, struct text *out)
{
    const struct complaints *complaints = result->complaints;
    struct json_out json = {out, false};
    json_out_open(&json, '{');
    json_out_member(&json, "rules", result->place);
    json_out_member_bool(&json, "sound", complaints->count + result->remark_count == 0);
    json_out_key(&json, "complaints");
    json_out_open(&json, '[');
    for (size_t i = 0; i < complaints->count; i++) {
        write_error(&json, &complaints->list[i].error);
    }
    for (size_t i = 0; i < result->remark_count; i++) {
        write_error(&json, &result->remarks[i]);
    }
    json_out_close(&json, ']');
    json_out_member_int(&json, "more", (int64_t)complaints->more);
    if (result->budget != NULL) {
        write_budget(&json, result);
    }
    json_out_close(&json, '}');
}
