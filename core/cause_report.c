#include "cause_report.h"

static const char *answer_word(const struct cause *cause, int side)
{
    static const char *const words[] = {
        [ANSWER_NONE] = "none", [ANSWER_YES] = "yes", [ANSWER_NO] = "no"};
    return cause->counts[side] ? words[cause->answers[side]] : "not_asked";
}

static void write_maybe(struct json_out *out, const char *key, const struct maybe *maybe)
{
    json_out_key(out, key);
    if (maybe->given) {
        json_out_exact(out, maybe->value);
    } else {
        json_out_null(out);
    }
}

static void write_documents(struct json_out *out, const struct cause *cause)
{
    static const char *const holders[] = {NULL, "from", "to", "both"};
    const struct compared_document *document = cause->document;
    json_out_member_int(out, "documents_from", (int64_t)cause->documents[0]);
    json_out_member_int(out, "documents_to", (int64_t)cause->documents[1]);
    json_out_member(out, "document", document == NULL ? NULL : document->title);
    json_out_member(out, "pages", document == NULL ? NULL : document->pages);
    json_out_member(out, "document_on", holders[cause->holder]);
    json_out_member_bool(out, "at_issue", cause->at_issue);
}

static void write_cause(struct json_out *out, const struct cause *cause)
{
    json_out_open(out, '{');
    json_out_member(out, "id", cause->id);
    if (cause->kind == CAUSE_MEASURE) {
        write_maybe(out, "from", &cause->measures[0]);
        write_maybe(out, "to", &cause->measures[1]);
        json_out_close(out, '}');
        return;
    }
    json_out_member_int(out, "level", cause->level);
    json_out_member(out, "text", cause->text);
    if (cause->kind == CAUSE_ITEM) {
        json_out_member_exact(out, "points", cause->points);
    }
    json_out_member(out, "from", answer_word(cause, 0));
    json_out_member(out, "to", answer_word(cause, 1));
    write_documents(out, cause);
    json_out_close(out, '}');
}

/* Writes the list of one kind; gives back how many there are in all. */
static size_t write_list(struct json_out *out, const char *key, const struct cause_pair *pair,
                         enum cause_kind kind)
{
    struct cause list[CAUSES_TOLD];
    size_t count = cause_list(pair, kind, list, CAUSES_TOLD);
    json_out_key(out, key);
    json_out_open(out, '[');
    for (size_t i = 0; i < count && i < CAUSES_TOLD; i++) {
        write_cause(out, &list[i]);
    }
    json_out_close(out, ']');
    return count;
}

void cause_report_write(struct json_out *out, const struct cause_pair *pair)
{
    write_list(out, "measures", pair, CAUSE_MEASURE);
    size_t items = write_list(out, "items", pair, CAUSE_ITEM);
    json_out_member_int(out, "items_count", (int64_t)items);
    size_t criteria = write_list(out, "criteria", pair, CAUSE_CRITERION);
    json_out_member_int(out, "criteria_count", (int64_t)criteria);
}

void cause_report_reason(struct json_out *out, const struct compared_side *side, size_t indicator)
{
    const char *reason = comparison_reason(side, indicator);
    bool judged = comparison_judged(side, indicator);
    enum stage stage = judged ? (enum stage)side->stages[indicator] : STAGE_COUNT;
    json_out_member(out, "reason", reason);
    json_out_member(out, "reason_by", reason == NULL ? NULL : judged ? "assessor" : "rules");
    json_out_member(out, "stage", stage == STAGE_COUNT ? NULL : assessment_stage_word(stage));
    json_out_member(out, "open", side->reasons[indicator]);
}
