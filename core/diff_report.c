#include "diff_report.h"

#include "json_out.h"
#include "rule_words.h"

static void write_side(struct json_out *out, const char *key, const struct rule_side *side)
{
    json_out_key(out, key);
    json_out_open(out, '{');
    json_out_member(out, "id", side->instrument->id);
    json_out_member(out, "title", side->instrument->title);
    json_out_key(out, "year");
    if (side->year == 0) {
        json_out_null(out);
    } else {
        json_out_int(out, side->year);
    }
    json_out_member(out, "sha256", side->instrument->sha256);
    json_out_key(out, "overlays");
    json_out_open(out, '[');
    for (size_t i = 0; i < side->instrument->overlay_count; i++) {
        json_out_string(out, side->instrument->overlays[i].id);
    }
    json_out_close(out, ']');
    json_out_close(out, '}');
}

void diff_report_write(const struct rule_side *one, const struct rule_side *other,
                       const struct rule_differences *found, struct text *text)
{
    struct text words = TEXT_EMPTY;
    struct json_out out = {text, false};
    json_out_open(&out, '{');
    json_out_member(&out, "format", "spbe-rules-diff/1");
    write_side(&out, "a", one);
    write_side(&out, "b", other);
    json_out_key(&out, "differences");
    json_out_open(&out, '[');
    for (size_t i = 0; i < found->count; i++) {
        const struct rule_difference *difference = &found->list[i];
        text_clear(&words);
        rule_words_sentence(&words, difference);
        json_out_open(&out, '{');
        json_out_member(&out, "change", difference->kind);
        json_out_member(&out, "of", difference->of);
        json_out_member(&out, "before", difference->before);
        json_out_member(&out, "after", difference->after);
        json_out_member(&out, "text", words.bytes);
        json_out_close(&out, '}');
    }
    json_out_close(&out, ']');
    json_out_close(&out, '}');
    text_release(&words);
}
