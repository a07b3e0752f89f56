#include "form_report.h"

#include "lang.h"
#include "limit.h"
#include "sheet_reader.h"
#include "text.h"

/* Appends "formulir.xlsx: 2 Tata Kelola!D17". */
static void add_place(const struct form_report *report, const struct form_place *place,
                      struct text *out)
{
    text_add(out, report->path);
    if (place->column != 0) {
        text_format(out, ": %s!", place->sheet);
        sheet_add_column(out, place->column);
        text_add_int(out, place->row);
    }
}

/* Puts the cell in front of an error, and tells it. */
static void tell(struct form_report *report, const struct form_place *place, struct error *problem)
{
    struct text where = TEXT_EMPTY;
    add_place(report, place, &where);
    error_place(problem, where.bytes);
    if (report->problems++ < LIMIT_PROBLEMS) {
        report->listener->problem(report->listener->context, problem);
    }
    text_release(&where);
}

void form_report_problem(struct form_report *report, const struct form_place *place,
                         struct error *problem)
{
    report->tally->of[FORM_REFUSED]++;
    tell(report, place, problem);
}

void form_report_notice(struct form_report *report, const struct form_place *place,
                        const char *text)
{
    struct text where = TEXT_EMPTY;
    add_place(report, place, &where);
    if (report->listener->notice != NULL && report->notices++ < LIMIT_PROBLEMS) {
        report->listener->notice(report->listener->context, where.bytes, text);
    }
    text_release(&where);
}

/* What became of a field: told where it is for a person to mend or decide. */
static void settle(struct form_report *report, const struct form_place *place,
                   enum form_outcome outcome, const struct form_dispute *dispute,
                   struct error *problem)
{
    const struct form_listener *listener = report->listener;
    report->tally->of[outcome]++;
    if (outcome == FORM_DISPUTED && listener->dispute != NULL) {
        struct text where = TEXT_EMPTY;
        add_place(report, place, &where);
        listener->dispute(listener->context, dispute, where.bytes);
        text_release(&where);
    } else if (outcome == FORM_DISPUTED || outcome == FORM_REFUSED) {
        tell(report, place, problem);
    }
}

void form_report_undecided(struct form_report *report, const struct form_place *place,
                           const struct form_dispute *dispute, struct error *problem)
{
    struct text text = TEXT_EMPTY;
    report->tally->of[FORM_DISPUTED]++;
    if (report->listener->dispute == NULL) {
        tell(report, place, problem);
    } else if (dispute != NULL) {
        add_place(report, place, &text);
        report->listener->dispute(report->listener->context, dispute, text.bytes);
    } else {
        text_format(&text, _("left out: %s"), problem->message);
        form_report_notice(report, place, text.bytes);
    }
    text_release(&text);
}

bool form_report_merge_whole(struct form_report *report, const struct form_place *place,
                             const struct form_field *field, enum form_outcome *outcome,
                             struct error *err)
{
    struct form_dispute dispute;
    struct error problem = {.kind = ERROR_NONE};
    bool ok = form_merge(&report->merge, field, outcome, &dispute, &problem, err);
    if (ok && *outcome == FORM_DISPUTED) {
        form_report_undecided(report, place, NULL, &problem);
    } else if (ok) {
        settle(report, place, *outcome, &dispute, &problem);
    }
    return ok;
}

bool form_report_merge(struct form_report *report, const struct form_place *place,
                       const struct form_field *field, enum form_outcome *outcome,
                       struct error *err)
{
    enum form_outcome became = FORM_UNTOUCHED;
    struct form_dispute dispute;
    struct error problem = {.kind = ERROR_NONE};
    bool ok = form_merge(&report->merge, field, &became, &dispute, &problem, err);
    if (ok) {
        settle(report, place, became, &dispute, &problem);
    }
    if (outcome != NULL) {
        *outcome = became;
    }
    return ok;
}
