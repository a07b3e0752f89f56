#include "explain_view.h"

#include "condition.h"
#include "figure.h"
#include "lang.h"
#include "reason.h"
#include "rule_words.h"

#include <string.h>

enum { CRITERION_INDENT = 4, DETAIL_INDENT = 10 };

/* What the functions below share. */
struct view {
    const struct evaluation *evaluation;
    const struct instrument *instrument;
    const struct indicator *indicator;
    const struct response *response;
    int position;
    const struct console *console;
    struct arena *scratch;
    struct text text; /* of the present line */
};

/* --- what it is --------------------------------------------------------------------------------- */

/* "D2 Tata Kelola SPBE › A2 Perencanaan Strategis SPBE". */
static void write_place(struct view *view)
{
    const struct aspect *aspect = &view->instrument->aspects[view->indicator->aspect];
    if (aspect->domain != NOWHERE) {
        const struct domain *domain = &view->instrument->domains[aspect->domain];
        text_format(&view->text, "%s %s › ", domain->id, domain->name);
    }
    text_format(&view->text, "%s %s", aspect->id, aspect->name);
    console_flush_paragraph(view->console, 0, &view->text);
}

/* True when an id is that of the indicator, or of something in it. */
static bool is_inside(const struct indicator *indicator, const char *id)
{
    size_t length = strlen(indicator->id);
    return strncmp(id, indicator->id, length) == 0 && strchr(".-", id[length]) != NULL;
}

/* The overlays on the rules, and what they change of the indicator. */
static void write_overlays(struct view *view)
{
    const struct instrument *instrument = view->instrument;
    for (size_t i = 0; i < instrument->overlay_count; i++) {
        rule_words_overlay(&view->text, &instrument->overlays[i]);
        console_flush_paragraph(view->console, 0, &view->text);
        for (size_t c = 0; c < instrument->change_count; c++) {
            const struct rule_change *change = &instrument->changes[c];
            if (change->overlay == i && is_inside(view->indicator, change->of)) {
                text_add(&view->text, "- ");
                rule_words_change(&view->text, change);
                console_flush_paragraph(view->console, 2, &view->text);
            }
        }
    }
}

static void write_identity(struct view *view)
{
    const struct assessment *assessment = view->evaluation->assessment;
    text_format(&view->text, "%s %s", view->indicator->id, view->indicator->name);
    console_flush_paragraph(view->console, 0, &view->text);
    write_place(view);
    text_format(&view->text, "%s · %d", assessment->agency, assessment->year);
    console_flush_paragraph(view->console, 0, &view->text);
    if (view->response->carried != NULL) {
        text_format(&view->text,
                    _("Carried over from %s, not yet confirmed: the answers and documents below "
                      "count when somebody has looked at them (spbe confirm FILE %s)."),
                    view->response->carried, view->indicator->id);
        console_flush_paragraph(view->console, 0, &view->text);
    }
    write_overlays(view);
    if (view->indicator->definition != NULL && view->indicator->definition[0] != '\0') {
        console_write(view->console, TONE_PLAIN, "\n");
        text_add(&view->text, view->indicator->definition);
        console_flush_paragraph(view->console, 0, &view->text);
    }
}

/* The articles, and the guide of the year. */
static void write_legal_basis(struct view *view)
{
    string_list articles = view->indicator->legal_basis;
    const char *guideline = instrument_guideline(view->instrument, view->evaluation->year);
    if (articles != NULL && articles[0] != NULL) {
        text_format(&view->text, "%s: ", _("Legal basis"));
        for (size_t i = 0; articles[i] != NULL; i++) {
            text_format(&view->text, "%s%s", i == 0 ? "" : "; ", articles[i]);
        }
        console_flush_paragraph(view->console, 0, &view->text);
    }
    if (guideline[0] != '\0') {
        text_format(&view->text, _("Guide of %d: "), view->evaluation->year);
        text_add(&view->text, instrument_document(view->instrument, guideline));
        console_flush_paragraph(view->console, 0, &view->text);
    }
}

/* --- values and arithmetic ---------------------------------------------------------------------- */

static void write_values(struct view *view)
{
    const struct rating *rating = &view->evaluation->ratings[view->position];
    console_heading(view->console, TONE_STRONG, _("Value"));
    for (int b = 0; b < BASIS_COUNT; b++) {
        bool main = (enum basis)b == view->evaluation->main;
        const char *mark =
            arena_format(view->scratch, "%s:", evaluation_basis_label((enum basis)b));
        if (!rating->on[b].given) {
            text_format(&view->text, "– (%s ", _("nothing given, counted as"));
        }
        figure_exact(&view->text, rating->on[b].value);
        text_add(&view->text, rating->on[b].given ? "" : ")");
        text_format(&view->text, "%s%s", main ? "  ← " : "",
                    main ? _("the basis of this result") : "");
        console_flush_item(view->console, 2, main ? TONE_STRONG : TONE_PLAIN, mark, &view->text);
    }
}

/* "3 × 2,5 % = 0,075 of the index 2,9795". */
static void write_contribution(struct view *view)
{
    const struct evaluation *evaluation = view->evaluation;
    const struct index_value *index = &evaluation->index[evaluation->main];
    struct text number = TEXT_EMPTY;
    console_heading(view->console, TONE_STRONG, _("Contribution to the index"));
    figure_exact(&view->text, evaluation->ratings[view->position].value);
    text_add(&view->text, " × ");
    figure_exact(&view->text, view->indicator->weight);
    text_add(&view->text, " % = ");
    figure_exact(&view->text, evaluation_contribution(evaluation, view->position));
    figure_exact(&number, index->exact);
    text_format(&view->text, "  (%s %s, ", _("of the index"), number.bytes);
    text_format(&view->text, _("%u of %u indicators"), index->given, index->of);
    text_add(&view->text, ")");
    console_flush_paragraph(view->console, 2, &view->text);
    int next = evaluation->ratings[view->position].next;
    if (next != NOWHERE) {
        text_clear(&number);
        figure_exact(&number, evaluation_gain(evaluation, view->position));
        bool begun = fraction_compare(view->instrument->levels[next].from,
                                      evaluation->ratings[view->position].value) <= 0;
        text_format(&view->text,
                    begun ? _("all of level %d would add %s") : _("level %d would add %s"),
                    view->instrument->levels[next].number, number.bytes);
        text_add(&view->text, "\n");
    }
    console_flush(view->console, TONE_PLAIN, &view->text);
    text_release(&number);
}

static void write_reasons(struct view *view)
{
    struct reason reasons[REASONS_MAX];
    size_t count = reason_list(view->evaluation, view->position, view->scratch, reasons);
    console_heading(view->console, TONE_STRONG, _("Why"));
    for (size_t i = 0; i < count; i++) {
        console_item(view->console, 2, TONE_PLAIN, "-", reasons[i].text);
    }
}

/* --- levels ------------------------------------------------------------------------------------- */

/* One document of the indicator, by its position. */
static void write_document(struct view *view, size_t position)
{
    const struct evidence *item = &view->response->evidence[position];
    const char *parts[] = {item->number, item->date, item->file, item->pages};
    text_format(&view->text, "%s %zu: %s", _("evidence"), position + 1,
                item->title == NULL ? _("(without title)") : item->title);
    for (size_t p = 0; p < sizeof parts / sizeof parts[0]; p++) {
        if (parts[p] != NULL) {
            text_format(&view->text, " · %s", parts[p]);
        }
    }
    console_flush_paragraph(view->console, DETAIL_INDENT, &view->text);
}

/* Documents that name a criterion. */
static void write_evidence(struct view *view, int criterion)
{
    for (size_t e = 0; e < view->response->evidence_count; e++) {
        const struct evidence *item = &view->response->evidence[e];
        bool named = false;
        for (size_t s = 0; s < item->support_count; s++) {
            named = named || item->supports[s] == criterion;
        }
        if (named) {
            write_document(view, e);
        }
    }
}

/* Documents that name an item that scores. */
static void write_proof(struct view *view, int level, int number)
{
    for (size_t e = 0; e < view->response->evidence_count; e++) {
        if (assessment_proves_item(&view->response->evidence[e], level, number)) {
            write_document(view, e);
        }
    }
}

/* The sign and the word of an answer. */
static void add_answer(struct text *text, unsigned char answer)
{
    text_format(text, "%s %s",
                answer == ANSWER_YES  ? "✓"
                : answer == ANSWER_NO ? "✗"
                                      : "·",
                answer == ANSWER_YES  ? _("met")
                : answer == ANSWER_NO ? _("not met")
                                      : _("not answered"));
}

/* Appends the number of the document that asks for a criterion, "[2]"; write_sources names them. */
static void add_source(struct view *view, const char *id)
{
    for (size_t d = 0; d < view->instrument->document_count; d++) {
        if (id[0] != '\0' && strcmp(view->instrument->documents[d].id, id) == 0) {
            text_format(&view->text, " [%zu]", d + 1);
        }
    }
}

static void write_criterion(struct view *view, uint32_t position)
{
    const struct criterion *criterion = &view->instrument->criteria[position];
    unsigned char answer = (unsigned char)evaluation_answer(view->evaluation, position);
    const char *note = view->evaluation->assessment->notes[position];
    struct text conditions = TEXT_EMPTY;
    condition_tell(criterion, &conditions);
    text_format(&view->text, "    %s  ", criterion->id);
    add_answer(&view->text, answer);
    if (conditions.length > 0) {
        text_format(&view->text, " (%s)", conditions.bytes);
    }
    text_release(&conditions);
    console_flush(view->console,
                  answer == ANSWER_YES  ? TONE_GOOD
                  : answer == ANSWER_NO ? TONE_BAD
                                        : TONE_WARN,
                  &view->text);
    text_add(&view->text, "\n");
    console_flush(view->console, TONE_PLAIN, &view->text);
    text_add(&view->text, criterion->text);
    add_source(view, criterion->basis);
    console_flush_paragraph(view->console, DETAIL_INDENT, &view->text);
    if (criterion->detail != NULL && criterion->detail[0] != '\0') {
        text_add(&view->text, criterion->detail);
        console_flush_paragraph(view->console, DETAIL_INDENT, &view->text);
    }
    if (note != NULL) {
        text_format(&view->text, "%s: %s", _("note"), note);
        console_flush_paragraph(view->console, DETAIL_INDENT, &view->text);
    }
    write_evidence(view, (int)position);
}

/* How a level stands, in a few words. */
static const char *standing_word(const struct level *level, const struct standing *standing)
{
    if (level->baseline && standing->counted == 0) {
        return _("granted to everyone");
    }
    if (standing->complete && standing->proven) {
        return standing->due ? _("met and proven") : _("met");
    }
    if (standing->complete) {
        return _("met but unproven");
    }
    return level->baseline ? _("granted, but its criteria are open for the levels above")
                           : _("not met");
}

/* The items of a level that scores by them: answer, what each adds, its text, a note. */
static void write_items(struct view *view, const struct level *level)
{
    for (size_t i = 0; i < level->item_count; i++) {
        const struct item *item = assessment_item(view->response, level->number, (int)i + 1);
        enum answer answer = item == NULL ? ANSWER_NONE : item->answer;
        text_format(&view->text, "    %s.%d.e%zu  %s %s (+", view->indicator->id, level->number,
                    i + 1,
                    answer == ANSWER_YES  ? "✓"
                    : answer == ANSWER_NO ? "✗"
                                          : "·",
                    answer == ANSWER_YES  ? _("accepted")
                    : answer == ANSWER_NO ? _("not accepted")
                                          : _("not answered"));
        figure_exact(&view->text, level->points[i]);
        text_add(&view->text, ")");
        console_flush(view->console,
                      answer == ANSWER_YES  ? TONE_GOOD
                      : answer == ANSWER_NO ? TONE_BAD
                                            : TONE_WARN,
                      &view->text);
        text_add(&view->text, "\n");
        console_flush(view->console, TONE_PLAIN, &view->text);
        text_add(&view->text, level->evidence[i]);
        console_flush_paragraph(view->console, DETAIL_INDENT, &view->text);
        if (item != NULL && item->note != NULL) {
            text_format(&view->text, "%s: %s", _("note"), item->note);
            console_flush_paragraph(view->console, DETAIL_INDENT, &view->text);
        }
        write_proof(view, level->number, (int)i + 1);
    }
}

/* How a level stands where items or an outside index score. */
static const char *score_word(const struct view *view, uint32_t position)
{
    const struct standing *standing = &view->evaluation->levels[position];
    if (standing->complete) {
        return _("complete");
    }
    int open = view->evaluation->ratings[view->position].blocking;
    return open != NOWHERE && position > (uint32_t)open ? _("not open yet") : _("open");
}

/* "1,5 – 2,5: open, 2 of 4 items accepted". */
static void add_score(struct view *view, const struct level *level, uint32_t position)
{
    const struct standing *standing = &view->evaluation->levels[position];
    figure_exact(&view->text, level->from);
    text_add(&view->text, " – ");
    figure_exact(&view->text, level->to);
    text_format(&view->text, ": %s", score_word(view, position));
    if (standing->items > 0) {
        text_add(&view->text, ", ");
        text_format(&view->text, _("%u of %u items accepted"), standing->accepted, standing->items);
    }
    if (standing->counted > 0) {
        text_add(&view->text, "; ");
        text_format(&view->text, _("%u of %u criteria met"), standing->met, standing->counted);
    }
}

/* What assessors accept for the level that stands in the way. */
static void write_asked(struct view *view, const struct level *level)
{
    if (level->evidence == NULL || level->evidence[0] == NULL) {
        return;
    }
    text_add(&view->text, _("Accepted as evidence, for example:"));
    console_flush_paragraph(view->console, CRITERION_INDENT, &view->text);
    for (size_t i = 0; level->evidence[i] != NULL; i++) {
        console_item(view->console, CRITERION_INDENT, TONE_PLAIN, "•", level->evidence[i]);
    }
}

/* What limits a level, and what reaches it. */
static void write_level_texts(struct view *view, const struct level *level)
{
    if (level->note != NULL && level->note[0] != '\0') {
        text_add(&view->text, level->note);
        console_flush_paragraph(view->console, CRITERION_INDENT, &view->text);
    }
    if (level->examples != NULL && level->examples[0] != '\0') {
        text_format(&view->text, "%s: %s", _("For example"), level->examples);
        console_flush_paragraph(view->console, CRITERION_INDENT, &view->text);
    }
}

static void write_level(struct view *view, uint32_t position)
{
    const struct level *level = &view->instrument->levels[position];
    const struct standing *standing = &view->evaluation->levels[position];
    bool stands = standing->complete && standing->proven;
    const char *mark =
        arena_format(view->scratch, "%s %d %s", _("Level"), level->number, level->name);
    bool scored = view->instrument->items || view->indicator->conversion != NULL;
    if (scored) {
        add_score(view, level, position);
    } else {
        text_add(&view->text, standing_word(level, standing));
    }
    if (!scored && standing->counted > 0) {
        text_format(&view->text, " (%u/%u", standing->met, standing->counted);
        if (standing->due) {
            text_format(&view->text, _("; evidence: %u of %u"), standing->evidence,
                        view->instrument->duty.at_least);
        }
        text_add(&view->text, ")");
    }
    console_write(view->console, TONE_PLAIN, "\n");
    console_flush_item(view->console, 2, stands ? TONE_STRONG : TONE_PLAIN, mark, &view->text);
    write_items(view, level);
    for (uint32_t c = level->criteria.first; c < level->criteria.first + level->criteria.count;
         c++) {
        if (evaluation_counts(view->evaluation, &view->instrument->criteria[c])) {
            write_criterion(view, c);
        }
    }
    write_level_texts(view, level);
    if (!scored && view->evaluation->ratings[view->position].blocking == (int)position) {
        write_asked(view, level);
    }
}

static void write_levels(struct view *view)
{
    console_heading(view->console, TONE_STRONG, _("Levels, criteria, evidence"));
    for (uint32_t i = 0; i < view->indicator->levels.count; i++) {
        write_level(view, view->indicator->levels.first + i);
    }
}

/* --- verdicts, doubts, problems ----------------------------------------------------------------- */

static void write_verdicts(struct view *view)
{
    if (view->response->verdict_count > 0) {
        console_heading(view->console, TONE_STRONG, _("Values set by assessors"));
    }
    for (size_t v = 0; v < view->response->verdict_count; v++) {
        const struct verdict *verdict = &view->response->verdicts[v];
        text_format(&view->text, "%s: ", assessment_stage_word(verdict->stage));
        figure_exact(&view->text, verdict->value);
        text_format(&view->text, ", %s", verdict->reason);
        if (verdict->by != NULL && verdict->by[0] != '\0') {
            text_format(&view->text, " (%s)", verdict->by);
        }
        console_flush_paragraph(view->console, 2, &view->text);
    }
}

/* True when a problem is about this indicator or one of its criteria. */
static bool is_about(const struct problem *problem, const char *id)
{
    size_t length = strlen(id);
    return strncmp(problem->where, id, length) == 0 &&
           (problem->where[length] == '\0' || problem->where[length] == '.');
}

/* Where the conversion of an outside index is known from. */
static const char *conversion_basis(const struct view *view)
{
    return view->indicator->conversion == NULL ? NULL : view->indicator->conversion->basis;
}

static void write_remarks(struct view *view)
{
    bool begun = false;
    const char *doubt = view->indicator->confidence_note;
    const struct problem *problem = view->evaluation->problems.first;
    for (; problem != NULL; problem = problem->next) {
        if (is_about(problem, view->indicator->id)) {
            if (!begun) {
                console_heading(view->console, TONE_STRONG, _("Warnings and notices"));
            }
            begun = true;
            console_item(view->console, 2, TONE_STRONG, problem->where, problem->message);
        }
    }
    const char *const open[] = {doubt, view->indicator->ladder_note, conversion_basis(view)};
    begun = false;
    for (size_t i = 0; i < sizeof open / sizeof *open; i++) {
        if (open[i] != NULL && open[i][0] != '\0') {
            if (!begun) {
                console_heading(view->console, TONE_STRONG,
                                _("What the official texts leave open"));
            }
            begun = true;
            text_add(&view->text, open[i]);
            console_flush_paragraph(view->console, 2, &view->text);
        }
    }
}

/* The documents that the numbers behind criteria mean. */
static void write_sources(struct view *view)
{
    bool named = false;
    for (size_t d = 0; d < view->instrument->document_count; d++) {
        named = named || view->instrument->documents[d].id[0] != '\0';
    }
    if (!named) {
        return;
    }
    console_heading(view->console, TONE_STRONG, _("Where criteria come from"));
    for (size_t d = 0; d < view->instrument->document_count; d++) {
        const char *mark = arena_format(view->scratch, "[%zu]", d + 1);
        console_item(view->console, 2, TONE_PLAIN, mark, view->instrument->documents[d].title);
    }
}

void explain_view_print(const struct evaluation *evaluation, int indicator,
                        const struct console *console, struct arena *scratch)
{
    struct view view = {
        .evaluation = evaluation,
        .instrument = evaluation->instrument,
        .indicator = &evaluation->instrument->indicators[indicator],
        .response = &evaluation->assessment->responses[indicator],
        .position = indicator,
        .console = console,
        .scratch = scratch,
        .text = TEXT_EMPTY,
    };
    write_identity(&view);
    write_legal_basis(&view);
    write_values(&view);
    write_contribution(&view);
    write_reasons(&view);
    write_levels(&view);
    write_verdicts(&view);
    write_remarks(&view);
    write_sources(&view);
    text_release(&view.text);
}
