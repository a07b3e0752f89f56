#include "result_head.h"

#include "lang.h"

void result_head_begin(struct json_out *out, const char *format)
{
    json_out_member(out, "format", format);
    json_out_key(out, "engine");
    json_out_open(out, '{');
    json_out_member(out, "name", "spbe");
    json_out_member(out, "version", SPBE_VERSION);
    json_out_close(out, '}');
    json_out_member(out, "lang", lang_name());
}

void result_head_open_rules(struct json_out *out, const struct instrument *instrument)
{
    json_out_key(out, "rules");
    json_out_open(out, '{');
    json_out_member(out, "id", instrument->id);
    json_out_member(out, "title", instrument->title);
    json_out_member(out, "sha256", instrument->sha256);
}

void result_head_assessment(struct json_out *out, const struct assessment *assessment)
{
    json_out_key(out, "assessment");
    json_out_open(out, '{');
    json_out_key(out, "agency");
    json_out_open(out, '{');
    json_out_member(out, "name", assessment->agency);
    json_out_member(out, "kind", assessment_kind_word(assessment->kind));
    json_out_close(out, '}');
    json_out_member_int(out, "year", assessment->year);
    json_out_member(out, "instrument", assessment->instrument->id);
    json_out_member(out, "sha256", assessment->sha256);
    json_out_close(out, '}');
}

void result_head_write(struct json_out *out, const char *format,
                       const struct evaluation *evaluation)
{
    result_head_begin(out, format);
    result_head_open_rules(out, evaluation->instrument);
    json_out_close(out, '}');
    result_head_assessment(out, evaluation->assessment);
    json_out_member(out, "basis", evaluation_basis_word(evaluation->main));
}

void result_head_index(struct json_out *out, const char *key, const struct evaluation *evaluation,
                       struct fraction exact)
{
    const struct band *band = evaluation_band(evaluation, exact);
    json_out_key(out, key);
    json_out_open(out, '{');
    json_out_member_rounded(out, "value", exact, evaluation->instrument->decimals);
    json_out_member_exact(out, "exact", exact);
    json_out_member(out, "predicate", band == NULL ? "" : band->name);
    json_out_close(out, '}');
}
