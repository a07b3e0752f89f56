#include "report_frame.h"

#include "arena.h"
#include "memory.h"
#include "result_head.h"

#include <stdlib.h>

#define FORMAT "spbe-report/1"

/* Members as they stand in a document, without the comma before the first. */
struct part {
    const char *json;
    size_t length;
};

/* The parts for one instrument in one year; all in `arena`. */
struct entry {
    const struct instrument *instrument; /* NULL = not used yet */
    int year;
    struct arena arena;
    struct part rules, scale;
    struct part *domains, *aspects, *indicators; /* by position */
};

/* A stream may mix years and instruments; more of them than this only take longer. */
enum { ENTRIES = 16 };

struct report_frame {
    struct entry entries[ENTRIES];
    struct entry *fitting;
    size_t next; /* the entry that is filled next */
};

/* --- the parts ---------------------------------------------------------------------------------- */

static void write_overlays(struct json_out *out, const struct instrument *instrument)
{
    json_out_key(out, "overlays");
    json_out_open(out, '[');
    for (size_t i = 0; i < instrument->overlay_count; i++) {
        const struct overlay_note *overlay = &instrument->overlays[i];
        json_out_open(out, '{');
        json_out_member(out, "id", overlay->id);
        json_out_member(out, "title", overlay->title);
        json_out_member(out, "author", overlay->author);
        json_out_member(out, "date", overlay->date);
        json_out_member(out, "reason", overlay->reason);
        json_out_member(out, "source", overlay->source);
        json_out_member(out, "sha256", overlay->sha256);
        json_out_close(out, '}');
    }
    json_out_close(out, ']');
}

static void write_rules(struct json_out *out, const struct instrument *instrument)
{
    result_head_open_rules(out, instrument);
    if (instrument->base_sha256 != NULL) {
        json_out_member(out, "base_sha256", instrument->base_sha256);
    }
    write_overlays(out, instrument);
    json_out_key(out, "files");
    json_out_open(out, '[');
    for (size_t i = 0; i < instrument->file_count; i++) {
        json_out_open(out, '{');
        json_out_member(out, "name", instrument->files[i].name);
        json_out_member(out, "sha256", instrument->files[i].sha256);
        json_out_close(out, '}');
    }
    json_out_close(out, ']');
    json_out_close(out, '}');
}

static void write_head(struct json_out *out, const struct instrument *instrument)
{
    result_head_begin(out, FORMAT);
    write_rules(out, instrument);
}

static void write_guideline(struct json_out *out, const struct evaluation *evaluation)
{
    const char *id = instrument_guideline(evaluation->instrument, evaluation->year);
    json_out_key(out, "guideline");
    json_out_open(out, '{');
    json_out_member(out, "id", id);
    json_out_member(out, "title",
                    id[0] == '\0' ? "" : instrument_document(evaluation->instrument, id));
    json_out_close(out, '}');
    json_out_member_int(out, "year_used", evaluation->year);
}

static void write_band(struct json_out *out, const struct band *band)
{
    json_out_open(out, '{');
    json_out_member(out, "name", band->name);
    json_out_member_exact(out, "min", band->min);
    json_out_member_exact(out, "max", band->max);
    json_out_member_bool(out, "max_inclusive", band->max_inclusive);
    json_out_close(out, '}');
}

static void write_scale(struct json_out *out, const struct evaluation *evaluation)
{
    const struct instrument *instrument = evaluation->instrument;
    json_out_key(out, "scale");
    json_out_open(out, '{');
    json_out_member_int(out, "lowest", instrument->level_lowest);
    json_out_member_int(out, "highest", instrument->level_highest);
    json_out_member_int(out, "decimals", instrument->decimals);
    json_out_member_int(out, "units", instrument->units_total);
    json_out_key(out, "bands");
    json_out_open(out, '[');
    for (size_t i = 0; i < instrument->band_count; i++) {
        write_band(out, &instrument->bands[i]);
    }
    json_out_close(out, ']');
    json_out_member(out, "reading", evaluation->reading == READING_EXACT ? "exact" : "rounded");
    json_out_member_int(out, "strength_from", instrument->strength_from);
    json_out_member_int(out, "weakness_to", instrument->weakness_to);
    json_out_member_exact(out, "target_index", instrument->target_index);
    json_out_member_int(out, "target_level", instrument->target_level);
    json_out_member_exact(out, "unanswered", instrument->unanswered);
    json_out_member_int(out, "evidence_at_least", instrument->duty.at_least);
    if (instrument->fractions) {
        json_out_member_bool(out, "continuous", true);
    }
    if (instrument->items) {
        json_out_member_bool(out, "items", true);
    }
    json_out_close(out, '}');
}

/* The members that domains and aspects share. */
static void write_group(struct json_out *out, const char *id, int number, const char *name,
                        struct fraction weight, int64_t units)
{
    json_out_member(out, "id", id);
    json_out_member_int(out, "no", number);
    json_out_member(out, "name", name);
    json_out_member_exact(out, "weight", weight);
    json_out_member_int(out, "units", units);
}

static void write_indicator(struct json_out *out, const struct instrument *instrument,
                            const struct indicator *indicator)
{
    uint32_t last = indicator->levels.first + indicator->levels.count - 1;
    json_out_member(out, "id", indicator->id);
    json_out_member_int(out, "no", indicator->number);
    if (indicator->slot_of != NULL) {
        json_out_member(out, "slot_of", indicator->slot_of);
    }
    json_out_member(out, "name", indicator->name);
    json_out_member(out, "short_name", indicator->short_name);
    json_out_member(out, "kind", indicator->kind);
    json_out_member_exact(out, "weight", indicator->weight);
    json_out_member_int(out, "units", indicator->units);
    json_out_member_int(out, "max", instrument->levels[last].number);
    if (indicator->function != NULL) {
        json_out_member_bool(out, "computed", true);
    }
}

/* --- filling ------------------------------------------------------------------------------------ */

/* Takes what was written into the arena and empties the text. */
static struct part keep(struct arena *arena, struct json_out *out)
{
    struct part part = {arena_copy(arena, out->text->bytes, out->text->length), out->text->length};
    text_clear(out->text);
    out->more = false;
    return part;
}

static void fill_groups(struct entry *entry, struct json_out *out)
{
    const struct instrument *instrument = entry->instrument;
    entry->domains = arena_get(&entry->arena, instrument->domain_count, sizeof *entry->domains);
    for (size_t d = 0; d < instrument->domain_count; d++) {
        const struct domain *domain = &instrument->domains[d];
        write_group(out, domain->id, domain->number, domain->name, domain->weight, domain->units);
        entry->domains[d] = keep(&entry->arena, out);
    }
    entry->aspects = arena_get(&entry->arena, instrument->aspect_count, sizeof *entry->aspects);
    for (size_t a = 0; a < instrument->aspect_count; a++) {
        const struct aspect *aspect = &instrument->aspects[a];
        write_group(out, aspect->id, aspect->number, aspect->name, aspect->weight, aspect->units);
        entry->aspects[a] = keep(&entry->arena, out);
    }
}

static void fill(struct entry *entry, const struct evaluation *evaluation)
{
    const struct instrument *instrument = evaluation->instrument;
    struct text text = TEXT_EMPTY;
    struct json_out out = {&text, false};
    entry->instrument = instrument;
    entry->year = evaluation->year;
    write_head(&out, instrument);
    entry->rules = keep(&entry->arena, &out);
    write_guideline(&out, evaluation);
    write_scale(&out, evaluation);
    entry->scale = keep(&entry->arena, &out);
    fill_groups(entry, &out);
    entry->indicators =
        arena_get(&entry->arena, instrument->indicator_count, sizeof *entry->indicators);
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        write_indicator(&out, instrument, &instrument->indicators[i]);
        entry->indicators[i] = keep(&entry->arena, &out);
    }
    text_release(&text);
}

/* --- the frame ---------------------------------------------------------------------------------- */

struct report_frame *report_frame_new(void)
{
    return memory_zero(1, sizeof(struct report_frame));
}

void report_frame_free(struct report_frame *frame)
{
    for (size_t i = 0; frame != NULL && i < ENTRIES; i++) {
        arena_release(&frame->entries[i].arena);
    }
    free(frame);
}

static bool fits(const struct entry *entry, const struct evaluation *evaluation)
{
    return entry != NULL && entry->instrument == evaluation->instrument &&
           entry->year == evaluation->year;
}

void report_frame_fit(struct report_frame *frame, const struct evaluation *evaluation)
{
    if (fits(frame->fitting, evaluation)) {
        return;
    }
    for (size_t i = 0; i < ENTRIES; i++) {
        if (fits(&frame->entries[i], evaluation)) {
            frame->fitting = &frame->entries[i];
            return;
        }
    }
    frame->fitting = &frame->entries[frame->next++ % ENTRIES];
    arena_release(&frame->fitting->arena);
    fill(frame->fitting, evaluation);
}

void report_frame_rules(const struct report_frame *frame, struct json_out *out)
{
    json_out_raw(out, frame->fitting->rules.json, frame->fitting->rules.length);
}

void report_frame_scale(const struct report_frame *frame, struct json_out *out)
{
    json_out_raw(out, frame->fitting->scale.json, frame->fitting->scale.length);
}

void report_frame_domain(const struct report_frame *frame, size_t position, struct json_out *out)
{
    const struct part *part = &frame->fitting->domains[position];
    json_out_raw(out, part->json, part->length);
}

void report_frame_aspect(const struct report_frame *frame, size_t position, struct json_out *out)
{
    const struct part *part = &frame->fitting->aspects[position];
    json_out_raw(out, part->json, part->length);
}

void report_frame_indicator(const struct report_frame *frame, size_t position, struct json_out *out)
{
    const struct part *part = &frame->fitting->indicators[position];
    json_out_raw(out, part->json, part->length);
}
