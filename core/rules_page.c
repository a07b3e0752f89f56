#include "rules_page.h"

#include "condition.h"
#include "lang.h"
#include "overlay_kind.h"
#include "pack_table.h"
#include "rule_words.h"
#include "table.h"
#include "text.h"

#include <string.h>

/* A page that is being written, line by line. */
struct page {
    const struct console *console;
    const struct instrument *instrument;
    int year;         /* whose rules are shown; 0 = all */
    struct text line; /* the paragraph that is being put together */
};

/* ---- pieces ---- */

static void heading(const struct console *console, const char *text)
{
    fputc('\n', console->stream);
    console_write(console, TONE_STRONG, text);
    fputc('\n', console->stream);
}

/* Writes the paragraph that was put together, and begins another. */
static void end_line(struct page *page, size_t indent)
{
    console_paragraph(page->console, indent, page->line.bytes);
    text_clear(&page->line);
}

/* Writes "Label: text", unless the text is empty. */
static void labelled(struct page *page, size_t indent, const char *label, const char *text)
{
    if (text[0] != '\0') {
        text_format(&page->line, "%s: %s", label, text);
        end_line(page, indent);
    }
}

/* Writes a heading and each text of a list behind a dash; nothing for an empty list. */
static void listed(struct page *page, size_t indent, const char *label, string_list list)
{
    if (list[0] == NULL) {
        return;
    }
    text_format(&page->line, "%s:", label);
    end_line(page, indent);
    for (; *list != NULL; list++) {
        text_format(&page->line, "- %s", *list);
        end_line(page, indent + 2);
    }
}

/* A star before what an overlay changed. */
static void mark(const struct page *page, const char *id, struct text *text)
{
    for (size_t i = 0; i < page->instrument->change_count; i++) {
        const struct rule_change *change = &page->instrument->changes[i];
        if (strcmp(change->of, id) == 0 && strcmp(change->kind, "weight") == 0) {
            text_add(text, "* ");
            return;
        }
    }
}

/* A table cell with a weight: two decimals, so that they stand below each other, or what is exact. */
static void weight_cell(const struct page *page, struct table *table, enum console_tone tone,
                        const char *id, struct fraction weight)
{
    struct text text = TEXT_EMPTY;
    mark(page, id, &text);
    if (100 % weight.den == 0) {
        fraction_add_rounded(&text, weight, 2, strcmp(lang_name(), "en") == 0 ? '.' : ',');
    } else {
        rule_words_number(&text, weight);
    }
    table_cell(table, tone, text.bytes);
    text_release(&text);
}

/* ---- a whole instrument ---- */

static void title(struct page *page)
{
    const struct instrument *instrument = page->instrument;
    text_format(&page->line, "%s (%s)", instrument->short_title, instrument->id);
    console_write(page->console, TONE_STRONG, page->line.bytes);
    text_clear(&page->line);
    fputc('\n', page->console->stream);
    console_paragraph(page->console, 0, instrument->title);
    if (page->year == 0) {
        text_format(&page->line, _("For the years %d to %d; later years use the rules of %d."),
                    instrument->year_first, instrument->year_last, instrument->year_last);
    } else {
        const char *guide = instrument_guideline(instrument, page->year);
        text_format(&page->line, _("As it stands in %d. Guide: %s"), page->year,
                    guide[0] == '\0' ? "-" : instrument_document(instrument, guide));
    }
    end_line(page, 0);
    console_paragraph(page->console, 0, instrument->disclaimer);
}

static void indicator_rows(const struct page *page, struct table *table,
                           const struct aspect *aspect)
{
    const struct instrument *instrument = page->instrument;
    for (uint32_t i = 0; i < aspect->indicators.count; i++) {
        const struct indicator *indicator = &instrument->indicators[aspect->indicators.first + i];
        table_format(table, TONE_PLAIN, "    %s", indicator->id);
        table_cell(table, TONE_PLAIN, indicator->short_name);
        weight_cell(page, table, TONE_PLAIN, indicator->id, indicator->weight);
    }
}

static void aspect_rows(const struct page *page, struct table *table, struct span aspects)
{
    const struct instrument *instrument = page->instrument;
    for (uint32_t i = 0; i < aspects.count; i++) {
        const struct aspect *aspect = &instrument->aspects[aspects.first + i];
        table_format(table, TONE_PLAIN, "  %s", aspect->id);
        table_cell(table, TONE_PLAIN, aspect->name);
        weight_cell(page, table, TONE_PLAIN, aspect->id, aspect->weight);
        indicator_rows(page, table, aspect);
    }
}

static void structure(const struct page *page)
{
    static const struct table_column columns[] = {
        {.title = ""},
        {.title = N_("Name"), .gives = true},
        {.title = N_("Weight %"), .right = true},
    };
    struct table *table = table_new(columns, 3);
    for (size_t i = 0; i < page->instrument->domain_count; i++) {
        const struct domain *domain = &page->instrument->domains[i];
        table_cell(table, TONE_STRONG, domain->id);
        table_cell(table, TONE_STRONG, domain->name);
        weight_cell(page, table, TONE_STRONG, domain->id, domain->weight);
        aspect_rows(page, table, domain->aspects);
    }
    if (page->instrument->domain_count == 0) {
        aspect_rows(page, table, (struct span){0, (uint32_t)page->instrument->aspect_count});
        heading(page->console, _("Aspects, indicators"));
    } else {
        heading(page->console, _("Domains, aspects, indicators"));
    }
    table_print(table, page->console);
    table_free(table);
    if (page->instrument->change_count > 0) {
        console_paragraph(page->console, 0, _("* changed by an overlay"));
    }
}

static void bands(struct page *page)
{
    heading(page->console, _("Predicates"));
    for (size_t i = 0; i < page->instrument->band_count; i++) {
        const struct band *band = &page->instrument->bands[i];
        text_format(&page->line, "%s: ", band->name);
        rule_words_number(&page->line, band->min);
        text_add(&page->line, band->max_inclusive ? " – " : " – < ");
        rule_words_number(&page->line, band->max);
        end_line(page, 2);
    }
}

/* True when an indicator before this one is of the same kind. */
static bool kind_seen(const struct instrument *instrument, size_t position)
{
    for (size_t i = 0; i < position; i++) {
        if (strcmp(instrument->indicators[i].kind, instrument->indicators[position].kind) == 0) {
            return true;
        }
    }
    return false;
}

static void level_names(struct page *page)
{
    const struct instrument *instrument = page->instrument;
    heading(page->console, _("Levels"));
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        const struct indicator *indicator = &instrument->indicators[i];
        if (kind_seen(instrument, i)) {
            continue;
        }
        text_format(&page->line, "%s%s", indicator->kind, indicator->kind[0] == '\0' ? "" : ": ");
        for (uint32_t l = 0; l < indicator->levels.count; l++) {
            const struct level *level = &instrument->levels[indicator->levels.first + l];
            text_format(&page->line, "%s%d %s", l == 0 ? "" : ", ", level->number, level->name);
        }
        end_line(page, 2);
    }
    if (instrument->items) {
        console_paragraph(page->console, 2,
                          _("Evidence items score one by one; a level opens when every item of the "
                            "levels below is accepted."));
    }
    if (instrument->duty.from_level <= instrument->level_highest) {
        text_format(&page->line,
                    _("From level %d on, a level needs evidence: at least %u that supports one of "
                      "its criteria."),
                    instrument->duty.from_level, instrument->duty.at_least);
        end_line(page, 2);
    }
}

/* The guides of all years, and which index a predicate is read from; of one year, where one is shown. */
static void dated(struct page *page)
{
    const struct instrument *instrument = page->instrument;
    heading(page->console, page->year == 0 ? _("By year") : _("In this year"));
    for (size_t i = 0; page->year == 0 && i < instrument->guideline_count; i++) {
        text_format(&page->line, "%d: %s", instrument->guidelines[i].year,
                    instrument_document(instrument, instrument->guidelines[i].document));
        end_line(page, 2);
    }
    for (size_t i = 0; page->year == 0 && i < instrument->reading_count; i++) {
        bool exact = instrument->readings[i].reading == READING_EXACT;
        text_format(&page->line,
                    exact ? _("from %d: the predicate is read from the exact index")
                          : _("from %d: the predicate is read from the rounded index"),
                    instrument->readings[i].from);
        end_line(page, 2);
    }
    if (page->year != 0) {
        bool exact = instrument_reading(instrument, page->year) == READING_EXACT;
        console_paragraph(page->console, 2,
                          exact ? _("the predicate is read from the exact index")
                                : _("the predicate is read from the rounded index"));
    }
}

static void conflicts(struct page *page)
{
    if (page->instrument->conflict_count == 0) {
        return;
    }
    heading(page->console, _("Where official papers contradict each other"));
    for (size_t i = 0; i < page->instrument->conflict_count; i++) {
        const struct conflict *conflict = &page->instrument->conflicts[i];
        text_format(&page->line, "%s: %s → %s", conflict->topic, conflict->text,
                    conflict->resolution);
        end_line(page, 2);
    }
}

/* What a report says as well: that the pack is unofficial, what it could not confirm. */
static void notes(struct page *page)
{
    string_list note = page->instrument->notes;
    if (note[0] != NULL && strcmp(note[0], page->instrument->disclaimer) == 0) {
        note++; /* stands at the top of the page */
    }
    if (note[0] != NULL) {
        heading(page->console, _("Notes"));
    }
    for (; *note != NULL; note++) {
        text_format(&page->line, "- %s", *note);
        end_line(page, 2);
    }
}

/* What an overlay says of itself, and each of its changes with its line. */
static void overlay_part(struct page *page, size_t position)
{
    const struct instrument *instrument = page->instrument;
    const struct overlay_note *overlay = &instrument->overlays[position];
    rule_words_overlay(&page->line, overlay);
    end_line(page, 2);
    labelled(page, 4, _("Reason"), overlay->reason);
    labelled(page, 4, _("Source"), overlay->source);
    if (overlay->other_base) {
        console_paragraph(page->console, 4,
                          _("It was written for another state of the pack; see whether it still "
                            "means what it says."));
    }
    for (size_t i = 0; i < instrument->change_count; i++) {
        const struct rule_change *change = &instrument->changes[i];
        if (change->overlay != position) {
            continue;
        }
        text_add(&page->line, "- ");
        rule_words_change(&page->line, change);
        text_format(&page->line, " [%s:%u]", overlay->file, change->line);
        end_line(page, 4);
        labelled(page, 6, _("Reason"), change->reason);
        labelled(page, 6, _("Source"), change->source);
    }
}

static void overlays(struct page *page)
{
    if (page->instrument->overlay_count == 0) {
        return;
    }
    heading(page->console, _("Overlays and what they change"));
    for (size_t i = 0; i < page->instrument->overlay_count; i++) {
        overlay_part(page, i);
    }
}

static void files(const struct page *page)
{
    heading(page->console, _("Files"));
    for (size_t i = 0; i < page->instrument->file_count; i++) {
        fprintf(page->console->stream, "  %s  %s\n", page->instrument->files[i].sha256,
                page->instrument->files[i].name);
    }
    fprintf(page->console->stream, "  %s  (%s)\n", page->instrument->sha256, _("all of them"));
}

void rules_page_instrument(const struct instrument *instrument, int year,
                           const struct console *console)
{
    struct page page = {console, instrument, year, TEXT_EMPTY};
    page.year = year == 0 ? 0 : instrument_year(instrument, year);
    title(&page);
    overlays(&page);
    structure(&page);
    level_names(&page);
    bands(&page);
    dated(&page);
    conflicts(&page);
    notes(&page);
    files(&page);
    text_release(&page.line);
}

/* ---- one indicator ---- */

/* What overlays changed of one thing. */
static void changes_of(struct page *page, size_t indent, const char *id)
{
    for (size_t i = 0; i < page->instrument->change_count; i++) {
        const struct rule_change *change = &page->instrument->changes[i];
        const struct overlay_note *overlay = &page->instrument->overlays[change->overlay];
        if (strcmp(change->of, id) == 0) {
            text_add(&page->line, "* ");
            rule_words_change(&page->line, change);
            text_format(&page->line, " [%s:%u]", overlay->file, change->line);
            end_line(page, indent);
        }
    }
}

/* How an outside index becomes the value: its lines, and where that is known from. */
static void conversion(struct page *page, const struct conversion *conversion)
{
    if (conversion == NULL) {
        return;
    }
    text_format(&page->line, _("The outside index %s becomes the value:"), conversion->input);
    end_line(page, 0);
    for (size_t i = 0; i < conversion->line_count; i++) {
        const struct line *line = &conversion->lines[i];
        rule_words_number(&page->line, line->from);
        text_add(&page->line, " – ");
        rule_words_number(&page->line, line->to);
        text_add(&page->line, " → ");
        rule_words_number(&page->line, line->low);
        text_add(&page->line, " – ");
        rule_words_number(&page->line, line->high);
        end_line(page, 2);
    }
    labelled(page, 2, _("Source"), conversion->basis);
    labelled(page, 2, _("Note"), conversion->note);
}

static void indicator_head(struct page *page, const struct indicator *indicator)
{
    const struct instrument *instrument = page->instrument;
    const struct aspect *aspect = &instrument->aspects[indicator->aspect];
    text_format(&page->line, "%s %s", indicator->id, indicator->short_name);
    console_write(page->console, TONE_STRONG, page->line.bytes);
    text_clear(&page->line);
    fputc('\n', page->console->stream);
    console_paragraph(page->console, 0, indicator->name);
    if (aspect->domain != NOWHERE) {
        labelled(page, 0, _("Domain"), instrument->domains[aspect->domain].name);
    }
    labelled(page, 0, _("Aspect"), aspect->name);
    text_format(&page->line, "%s: ", _("Weight"));
    rule_words_number(&page->line, indicator->weight);
    text_add(&page->line, " %");
    end_line(page, 0);
    changes_of(page, 0, indicator->id);
    fputc('\n', page->console->stream);
    console_paragraph(page->console, 0, indicator->definition);
    console_paragraph(page->console, 0, indicator->applicability);
    listed(page, 0, _("Legal basis"), indicator->legal_basis);
    listed(page, 0, _("Also called"), indicator->aliases);
    labelled(page, 0, _("Who says how far it is"), indicator->data_source);
    listed(page, 0, _("Looked after by"), indicator->supervisors);
    labelled(page, 0, _("Note"), indicator->ladder_note);
    conversion(page, indicator->conversion);
    labelled(page, 0, _("What is uncertain"), indicator->confidence_note);
}

/* Appends in which years a criterion counts, ", from 2021 on". */
static void add_years(struct text *out, struct dated years)
{
    if (years.from != 0 && years.until != 0) {
        text_format(out, _(", %d to %d"), years.from, years.until);
    } else if (years.from != 0) {
        text_format(out, _(", from %d on"), years.from);
    } else if (years.until != 0) {
        text_format(out, _(", until %d"), years.until);
    }
}

/* "I01.2.b (kepmenpanrb-962-2021, from 2021)", and the text below it. */
static void criterion_line(struct page *page, const struct criterion *criterion)
{
    if (page->year != 0 && !instrument_holds(criterion->years, page->year)) {
        return;
    }
    struct text inside = TEXT_EMPTY;
    struct text conditions = TEXT_EMPTY;
    text_add(&inside, criterion->basis);
    if (criterion->withdrawn) {
        text_add(&inside, _(", withdrawn"));
    } else {
        add_years(&inside, criterion->years);
    }
    condition_tell(criterion, &conditions);
    if (conditions.length > 0) {
        text_format(&inside, "%s%s", inside.length == 0 ? "" : "; ", conditions.bytes);
    }
    text_add(&page->line, criterion->id);
    if (inside.length > 0) {
        text_format(&page->line, " (%s)", inside.bytes);
    }
    end_line(page, 2);
    console_paragraph(page->console, 4, criterion->text);
    if (criterion->detail[0] != '\0') {
        console_paragraph(page->console, 4, criterion->detail);
    }
    changes_of(page, 4, criterion->id);
    text_release(&inside);
    text_release(&conditions);
}

/* The items that score, with what each adds: "e1 (0,25) Laporan". */
static void items(struct page *page, const struct level *level)
{
    text_format(&page->line, "%s:", _("Items that score"));
    end_line(page, 2);
    for (size_t i = 0; i < level->item_count; i++) {
        text_format(&page->line, "e%zu (+", i + 1);
        rule_words_number(&page->line, level->points[i]);
        text_format(&page->line, ") %s", level->evidence[i]);
        end_line(page, 4);
    }
}

static void level_part(struct page *page, const struct level *level)
{
    text_format(&page->line, _("Level %d %s"), level->number, level->name);
    if (level->baseline) {
        text_add(&page->line, _(" (always granted)"));
    }
    heading(page->console, page->line.bytes);
    text_clear(&page->line);
    for (uint32_t i = 0; i < level->criteria.count; i++) {
        criterion_line(page, &page->instrument->criteria[level->criteria.first + i]);
    }
    if (level->item_count > 0) {
        items(page, level);
    } else {
        listed(page, 2, _("Evidence, for example"), level->evidence);
    }
    labelled(page, 2, _("For example"), level->examples);
    labelled(page, 2, _("Note"), level->note);
    for (size_t i = 0; i < level->difference_count; i++) {
        text_format(&page->line, "%s: %s", level->differences[i].source,
                    level->differences[i].text);
        end_line(page, 2);
    }
}

void rules_page_indicator(const struct instrument *instrument, const struct indicator *indicator,
                          int year, const struct console *console)
{
    struct page page = {console, instrument, year, TEXT_EMPTY};
    page.year = year == 0 ? 0 : instrument_year(instrument, year);
    indicator_head(&page, indicator);
    for (uint32_t i = 0; i < indicator->levels.count; i++) {
        level_part(&page, &instrument->levels[indicator->levels.first + i]);
    }
    text_release(&page.line);
}

/* ---- the reference of fields ---- */

/* The kinds of changes that an overlay can make. */
static void kinds(const struct console *console)
{
    static const struct table_column columns[] = {
        {.title = "change"}, {.title = "of"}, {.title = "to"}, {.title = ""}};
    struct console wide = *console;
    wide.width = 0;
    struct table *table = table_new(columns, 4);
    for (enum overlay_kind_id id = 0; id < OVERLAY_COUNT; id++) {
        const struct overlay_kind *kind = overlay_kind(id);
        table_format(table, TONE_PLAIN, "  %s", kind->word);
        table_cell(table, TONE_FAINT, overlay_subject_title(kind->subject));
        table_cell(table, TONE_FAINT, kind->has_to ? pack_type_title(kind->to) : "–");
        table_cell(table, TONE_PLAIN, _(kind->meaning));
    }
    heading(console, _("The kinds of changes of an overlay"));
    table_print(table, &wide);
    table_free(table);
}

void rules_page_fields(const struct console *console)
{
    static const struct table_column columns[] = {{.title = ""}, {.title = ""}, {.title = ""}};
    struct console wide = *console;
    wide.width = 0;
    heading(console, _("The fields of a pack (* = needed)"));
    for (enum record record = 0; record < RECORD_COUNT; record++) {
        struct table *table = table_new(columns, 3);
        heading(console, pack_record_title(record));
        for (const struct field *field = pack_fields(record); field->record == record; field++) {
            table_format(table, TONE_PLAIN, "  %s%s", field->name, field->required ? "*" : "");
            table_cell(table, TONE_FAINT, pack_type_title(field->type));
            table_cell(table, TONE_PLAIN, _(field->meaning));
        }
        table_print(table, &wide);
        table_free(table);
    }
    kinds(console);
}
