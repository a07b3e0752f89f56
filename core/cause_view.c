#include "cause_view.h"

#include "figure.h"
#include "lang.h"

enum { SHOWN = 3, PLACES = 4 };

void cause_view_add_value(struct text *out, const struct compared_side *side, struct fraction value)
{
    int64_t scale = 1;
    for (int i = 0; i < PLACES; i++) {
        scale *= 10;
    }
    if (scale % value.den == 0) {
        figure_exact(out, value);
    } else {
        figure_rounded(out, value, side->instrument->decimals);
    }
}

static const char *answer_word(const struct cause *cause, int side)
{
    bool item = cause->kind == CAUSE_ITEM;
    enum answer answer = cause->answers[side];
    return !cause->counts[side]   ? _("not asked")
           : answer == ANSWER_YES ? (item ? _("accepted") : _("met"))
           : answer == ANSWER_NO  ? (item ? _("not accepted") : _("not met"))
                                  : _("not answered");
}

/* "Perwali 9/2024, p. 3–5". */
static void add_document(struct text *out, const struct compared_document *document)
{
    text_add(out, document->title[0] == '\0' ? _("(without title)") : document->title);
    if (document->pages != NULL) {
        text_format(out, _(", p. %s"), document->pages);
    }
}

static void add_change(struct text *out, const struct cause *cause)
{
    const char *from = answer_word(cause, 0), *to = answer_word(cause, 1);
    bool moved = cause->counts[0] != cause->counts[1] || cause->answers[0] != cause->answers[1];
    text_add(out, from);
    if (moved) {
        text_format(out, " → %s", to);
    }
    if (cause->documents[0] != cause->documents[1]) {
        text_format(out, _("; documents: %zu, then %zu"), cause->documents[0], cause->documents[1]);
    }
    if (cause->document != NULL) {
        text_add(out, cause->holder == HOLDER_TO ? _("; new: ") : _("; no longer: "));
        add_document(out, cause->document);
    }
}

/* Something at issue as it stands. */
static void add_standing(struct text *out, const struct cause *cause)
{
    text_add(out, answer_word(cause, 0));
    if (cause->document == NULL) {
        text_add(out, _(", without document"));
    } else {
        text_format(out, _("; documents: %zu, "), cause->documents[0]);
        text_add(out, cause->documents[0] > 1 ? _("among them ") : "");
        add_document(out, cause->document);
    }
}

static void add_measure(struct text *out, const struct cause *cause)
{
    for (int side = 0; side < 2; side++) {
        text_add(out, side == 0 ? "" : " → ");
        if (cause->measures[side].given) {
            figure_exact(out, cause->measures[side].value);
        } else {
            text_add(out, _("not given"));
        }
    }
}

static void print_cause(const struct cause *cause, const struct console *console, size_t indent,
                        struct text *text)
{
    text_clear(text);
    if (cause->kind == CAUSE_MEASURE) {
        add_measure(text, cause);
    } else if (cause->at_issue) {
        add_standing(text, cause);
    } else {
        add_change(text, cause);
    }
    if (cause->text[0] != '\0') {
        text_format(text, " · %s", cause->text);
    }
    console_item(console, indent, TONE_FAINT, cause->id, text->bytes);
}

static void print_kind(const struct cause_pair *pair, enum cause_kind kind,
                       const struct console *console, size_t indent, struct text *text)
{
    struct cause list[SHOWN];
    size_t count = cause_list(pair, kind, list, SHOWN);
    for (size_t i = 0; i < count && i < SHOWN; i++) {
        print_cause(&list[i], console, indent, text);
    }
    if (count > SHOWN) {
        text_clear(text);
        text_format(text, kind == CAUSE_ITEM ? _("and %zu more items") : _("and %zu more criteria"),
                    count - SHOWN);
        console_paragraph(console, indent, text->bytes);
    }
}

void cause_view_print(const struct cause_pair *pair, const struct console *console, size_t indent)
{
    const struct compared_side *side = &pair->comparison->sides[pair->to];
    const char *reason = comparison_reason(side, pair->indicator);
    bool judged = comparison_judged(side, pair->indicator);
    struct text text = TEXT_EMPTY;
    if (judged) {
        text_format(&text, _("The assessor: %s"), reason);
        console_paragraph(console, indent, text.bytes);
    }
    print_kind(pair, CAUSE_MEASURE, console, indent, &text);
    print_kind(pair, CAUSE_ITEM, console, indent, &text);
    print_kind(pair, CAUSE_CRITERION, console, indent, &text);
    if (side->reasons[pair->indicator] != NULL && (!judged || cause_count(pair) == 0)) {
        text_clear(&text);
        text_format(&text, _("Still open: %s"), side->reasons[pair->indicator]);
        console_paragraph(console, indent, text.bytes);
    }
    text_release(&text);
}
