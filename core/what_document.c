#include "what_document.h"

#include "json_out.h"
#include "result_head.h"

/* The indexes of all bases that have anything before or after. */
static void write_indexes(struct json_out *out, const struct what_if *what)
{
    json_out_key(out, "indexes");
    json_out_open(out, '{');
    for (int b = 0; b < BASIS_COUNT; b++) {
        const struct index_value *before = &what->before->index[b], *after = &what->after.index[b];
        if (before->given == 0 && after->given == 0) {
            continue;
        }
        json_out_key(out, evaluation_basis_word((enum basis)b));
        json_out_open(out, '{');
        result_head_index(out, "before", what->before, before->exact);
        result_head_index(out, "after", &what->after, after->exact);
        json_out_member_exact(out, "change", what->change[b]);
        json_out_member_int(out, "given", after->given);
        json_out_member_int(out, "of", after->of);
        json_out_close(out, '}');
    }
    json_out_close(out, '}');
}

static void write_changes(struct json_out *out, const struct what_if *what)
{
    json_out_key(out, "changes");
    json_out_open(out, '[');
    for (size_t i = 0; i < what->change_count; i++) {
        const struct what_change *change = &what->changes[i];
        json_out_open(out, '{');
        json_out_member(out, "change", change->word);
        json_out_member(out, "indicator",
                        what->before->instrument->indicators[change->indicator].id);
        json_out_member(out, "basis", evaluation_basis_word(change->acts));
        json_out_key(out, "effect");
        json_out_open(out, '{');
        for (int b = 0; b < BASIS_COUNT; b++) {
            json_out_member_exact(out, evaluation_basis_word((enum basis)b), change->effect[b]);
        }
        json_out_close(out, '}');
        json_out_close(out, '}');
    }
    json_out_close(out, ']');
}

/* One domain or aspect whose value moves on some basis. */
static void write_group(struct json_out *out, const char *id, const char *name,
                        const struct group *before, const struct group *after)
{
    for (int b = 0; b < BASIS_COUNT; b++) {
        if (fraction_compare(before->value[b], after->value[b]) != 0) {
            json_out_open(out, '{');
            json_out_member(out, "id", id);
            json_out_member(out, "name", name);
            json_out_member(out, "basis", evaluation_basis_word((enum basis)b));
            json_out_member_exact(out, "before", before->value[b]);
            json_out_member_exact(out, "after", after->value[b]);
            json_out_close(out, '}');
        }
    }
}

static void write_groups(struct json_out *out, const struct what_if *what)
{
    const struct instrument *instrument = what->before->instrument;
    json_out_key(out, "domains");
    json_out_open(out, '[');
    for (size_t d = 0; d < instrument->domain_count; d++) {
        write_group(out, instrument->domains[d].id, instrument->domains[d].name,
                    &what->before->domains[d], &what->after.domains[d]);
    }
    json_out_close(out, ']');
    json_out_key(out, "aspects");
    json_out_open(out, '[');
    for (size_t a = 0; a < instrument->aspect_count; a++) {
        write_group(out, instrument->aspects[a].id, instrument->aspects[a].name,
                    &what->before->aspects[a], &what->after.aspects[a]);
    }
    json_out_close(out, ']');
}

static void write_range(struct json_out *out, const char *key, const struct evaluation *evaluation,
                        const struct range *range)
{
    json_out_key(out, key);
    json_out_open(out, '{');
    for (int end = 0; end < RANGE_ENDS; end++) {
        result_head_index(out, range_word((enum range_end)end), evaluation, range->index[end]);
    }
    json_out_key(out, "open");
    json_out_open(out, '[');
    for (size_t i = 0; i < evaluation->instrument->indicator_count; i++) {
        const struct range_item *item = &range->items[i];
        if (fraction_compare(item->value[RANGE_LOWEST], item->value[RANGE_HIGHEST]) < 0) {
            json_out_open(out, '{');
            json_out_member(out, "indicator", evaluation->instrument->indicators[i].id);
            for (int end = 0; end < RANGE_ENDS; end++) {
                json_out_member_exact(out, range_word((enum range_end)end), item->value[end]);
            }
            json_out_member_exact(out, "spread", item->spread);
            json_out_close(out, '}');
        }
    }
    json_out_close(out, ']');
    json_out_close(out, '}');
}

void what_document_write(const struct what_if *what, struct text *text)
{
    struct json_out out = {text, false};
    json_out_open(&out, '{');
    result_head_write(&out, "spbe-what-if/1", what->before);
    write_indexes(&out, what);
    write_changes(&out, what);
    write_groups(&out, what);
    write_range(&out, "range_before", what->before, &what->range_before);
    write_range(&out, "range_after", &what->after, &what->range_after);
    json_out_close(&out, '}');
}
