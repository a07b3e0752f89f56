#include "portal_text.h"

#include "explanation.h"
#include "lang.h"

#include <string.h>

/* "104.8 MB": a megabyte is 1,000,000 bytes. */
static void add_megabytes(struct text *out, int64_t bytes)
{
    fraction_add_rounded(out, fraction_make(bytes, 1000000), 1,
                         strcmp(lang_name(), "en") == 0 ? '.' : ',');
    text_add(out, " MB");
}

static const struct indicator *indicator_of(const struct portal_plan *plan,
                                            const struct portal_page *page)
{
    return &plan->all->instrument->indicators[page->indicator];
}

static const struct response *response_of(const struct portal_plan *plan,
                                          const struct portal_page *page)
{
    return &plan->all->assessment.responses[page->indicator];
}

/* ---- what does not fit ---- */

static void add_reason(const struct portal *portal, const struct portal_file *file,
                       struct text *out)
{
    switch (file->reason) {
    case PORTAL_LARGE:
        text_format(out, _("too large: %lld bytes, at most %lld"),
                    (long long)file->item->exhibit->size, (long long)portal->file_bytes);
        break;
    case PORTAL_FULL:
        text_add(out, _("no room left in the archive of at most "));
        add_megabytes(out, portal->file_bytes);
        break;
    case PORTAL_TYPE:
        text_add(out, _("not of a kind that is taken"));
        break;
    case PORTAL_MANY:
        text_format(out, _("one too many: %d are taken"), portal->files);
        break;
    case PORTAL_NOT_HERE:
        text_add(out, file->item->exhibit->purged ? _("its content was purged")
                                                  : _("its content is kept elsewhere"));
        break;
    case PORTAL_FITS:
        break;
    }
    if (file->reason != PORTAL_NOT_HERE && portal->over_limit[0] != '\0') {
        text_format(out, " (%s)", portal->over_limit);
    }
}

static void add_left(const struct portal_plan *plan, const struct portal_page *page, bool absent,
                     struct text *out)
{
    for (size_t i = 0; i < page->file_count; i++) {
        const struct portal_file *file = &page->files[i];
        if (file->way == PORTAL_LEFT && (file->reason == PORTAL_NOT_HERE) == absent) {
            text_format(out, "  - %s: ", file->item->name);
            add_reason(&plan->all->instrument->portal, file, out);
            text_add_byte(out, '\n');
        }
    }
}

void portal_text_unfit(const struct portal_plan *plan, const struct portal_page *page,
                       struct text *out)
{
    const struct instrument *instrument = plan->all->instrument;
    struct span levels = indicator_of(plan, page)->levels;
    int most = instrument->portal.explanation_length;
    for (size_t i = 0; page->lengthy > 0 && i < page->levels; i++) {
        size_t length = explanation_length(explanation_of(response_of(plan, page), i));
        if (length > (size_t)most) {
            text_format(out, _("  - the explanation of level %d: %zu characters, at most %d\n"),
                        instrument->levels[levels.first + i].number, length, most);
        }
    }
    add_left(plan, page, false, out);
}

/* ---- one indicator ---- */

/* A claim as text; nothing where there is none. */
static void add_claim(const struct response *response, struct text *out)
{
    text_add(out, _("Claimed level: "));
    if (response->claimed.given) {
        fraction_add_exact(out, response->claimed.value);
    } else {
        text_add(out, _("none yet; state it with 'spbe claim'"));
    }
    text_add_byte(out, '\n');
}

static void add_level(const struct portal_plan *plan, const struct portal_page *page, uint32_t nth,
                      struct text *out)
{
    const struct indicator *indicator = indicator_of(plan, page);
    const struct level *level = &plan->all->instrument->levels[indicator->levels.first + nth];
    const char *text = explanation_of(response_of(plan, page), nth);
    if (nth >= page->levels && text == NULL) {
        return;
    }
    text_format(out, _("\n===== Level %d: %s =====\n"), level->number, level->name);
    if (nth >= page->levels) {
        text_add(out, _("(above the claimed level: not asked for)\n"));
    }
    if (text == NULL) {
        text_format(out, _("(no explanation yet: spbe explain-level FILE.spbe %s.%d ...)\n"),
                    indicator->id, level->number);
    } else {
        text_format(out, "%s\n", text);
    }
}

/* What to upload. */
static void add_files(const struct portal_page *page, struct text *out)
{
    text_add(out, _("\n===== Files to upload =====\n"));
    if (page->archive != NULL) {
        text_format(out, _("%s, with in it:\n"), page->archive);
    }
    size_t uploaded = 0;
    for (size_t i = 0; i < page->file_count; i++) {
        const struct portal_file *file = &page->files[i];
        const struct exhibit *exhibit = file->item->exhibit;
        if (file->way != PORTAL_LEFT) {
            text_format(out, "  - %s", file->item->name);
            text_add(out, exhibit->criteria[0] == '\0' ? "" : " → ");
            text_format(out, "%s\n", exhibit->criteria);
            uploaded++;
        }
    }
    text_add(out, uploaded == 0 ? _("(none)\n") : "");
}

void portal_text_page(const struct portal_plan *plan, const struct portal_page *page,
                      struct text *out)
{
    const struct indicator *indicator = indicator_of(plan, page);
    struct text unfit = TEXT_EMPTY;
    text_format(out, "%s %s\n", indicator->id, indicator->name);
    add_claim(response_of(plan, page), out);
    for (uint32_t i = 0; i < indicator->levels.count; i++) {
        add_level(plan, page, i, out);
    }
    add_files(page, out);
    portal_text_unfit(plan, page, &unfit);
    add_left(plan, page, true, &unfit);
    if (unfit.length > 0) {
        text_format(out, _("\n===== Not to be uploaded as it is =====\n%s"), unfit.bytes);
    }
    text_release(&unfit);
}

/* ---- general questions ---- */

static const char *answer_of(const struct assessment *assessment, const char *id)
{
    for (size_t i = 0; i < assessment->general_count; i++) {
        if (strcmp(assessment->general[i].id, id) == 0) {
            return assessment->general[i].text;
        }
    }
    return NULL;
}

void portal_text_questions(const struct hand_over *all, struct text *out)
{
    for (size_t i = 0; i < all->instrument->question_count; i++) {
        const struct question *question = &all->instrument->questions[i];
        const char *answer = answer_of(&all->assessment, question->id);
        text_format(out, "%s===== %s: %s =====\n", i > 0 ? "\n" : "", question->id, question->text);
        text_format(out, "%s\n", answer != NULL ? answer : _("(no answer yet)"));
    }
}

/* ---- what to read first ---- */

static void add_limits(const struct portal *portal, struct text *out)
{
    text_add(out, _("\nLimits that were kept\n"));
    size_t start = out->length;
    for (string_list type = portal->types; *type != NULL; type++) {
        text_format(out, "%s%s", type == portal->types ? _("  - kinds of files: ") : ", ", *type);
    }
    text_add(out, portal->types[0] != NULL ? "\n" : "");
    if (portal->file_bytes > 0) {
        text_add(out, _("  - size of a file: at most "));
        add_megabytes(out, portal->file_bytes);
        text_add(out, _(" (1 MB counted as 1,000,000 bytes)\n"));
    }
    if (portal->name_length > 0) {
        text_format(out, _("  - name of a file: at most %d characters\n"), portal->name_length);
    }
    if (portal->files > 0) {
        text_format(out, _("  - files of an indicator: at most %d\n"), portal->files);
    }
    if (portal->explanation_length > 0) {
        text_format(out, _("  - an explanation: at most %d characters\n"),
                    portal->explanation_length);
    }
    if (out->length == start) {
        text_add(out, _("  (none: the rule pack states no limits)\n"));
    }
}

/* Where the limits are from, and what is not sure about them. */
static void add_doubts(const struct portal *portal, struct text *out)
{
    if (portal->source[0] != '\0') {
        text_format(out, _("  Source: %s\n"), portal->source);
    }
    if (portal->confidence[0] != '\0') {
        text_format(out, _("  How sure: %s\n"), portal->confidence);
    }
    for (string_list doubt = portal->uncertain; *doubt != NULL; doubt++) {
        text_format(out, "%s  - %s\n", doubt == portal->uncertain ? _("Not sure\n") : "", *doubt);
    }
}

static void add_unfit(const struct portal_plan *plan, struct text *out)
{
    text_add(out, _("\nWhat does not fit\n"));
    for (size_t i = 0; i < plan->all->instrument->indicator_count; i++) {
        struct text unfit = TEXT_EMPTY;
        portal_text_unfit(plan, &plan->pages[i], &unfit);
        if (unfit.length > 0) {
            text_format(out, "%s\n%s", plan->pages[i].folder, unfit.bytes);
        }
        text_release(&unfit);
    }
    text_add(out, plan->unfit == 0 ? _("  (everything fits)\n") : "");
}

/* What of one indicator is still to be written or found. */
static void add_missing(const struct portal_plan *plan, const struct portal_page *page,
                        struct text *out)
{
    struct text text = TEXT_EMPTY;
    if (!response_of(plan, page)->claimed.given) {
        text_add(&text, _("  - no claimed level\n"));
    }
    if (page->missing > 0) {
        text_format(&text, _("  - %zu of %zu levels without an explanation\n"), page->missing,
                    page->levels);
    }
    if (page->file_count == 0) {
        text_add(&text, _("  - no evidence\n"));
    }
    add_left(plan, page, true, &text);
    if (text.length > 0) {
        text_format(out, "%s\n%s", page->folder, text.bytes);
    }
    text_release(&text);
}

static void add_gaps(const struct portal_plan *plan, struct text *out)
{
    const struct instrument *instrument = plan->all->instrument;
    struct text gaps = TEXT_EMPTY;
    struct text unused = TEXT_EMPTY;
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        if (plan->pages[i].folder != NULL) {
            add_missing(plan, &plan->pages[i], &gaps);
        } else {
            text_format(&unused, "%s%s", unused.length > 0 ? ", " : "",
                        instrument->indicators[i].id);
        }
    }
    text_format(out, _("\nWhat is missing\n%s"),
                gaps.length > 0 ? gaps.bytes : _("  (nothing in the indicators that are here)\n"));
    if (unused.length > 0) {
        text_format(out, _("\nIndicators without anything\n  %s\n"), unused.bytes);
    }
    text_release(&unused);
    text_release(&gaps);
}

void portal_text_readme(const struct portal_plan *plan, struct text *out)
{
    const struct assessment *assessment = &plan->all->assessment;
    const struct instrument *instrument = plan->all->instrument;
    text_format(out, _("For the official application: %s, %d (%s)\n\n"), assessment->agency,
                assessment->year, instrument->short_title);
    text_format(out,
                _("1. Open the folder of an indicator.\n"
                  "2. Choose the claimed level in the application; paste the text of each level "
                  "from %s.\n"
                  "3. Upload the file that lies in the folder; what lies in the folder %s does not "
                  "fit.\n"),
                PORTAL_EXPLANATION, PORTAL_LEFT_FOLDER);
    if (instrument->question_count > 0) {
        text_format(out, _("4. The answers to the general questions are in %s.\n"),
                    PORTAL_QUESTIONS);
    }
    add_limits(&instrument->portal, out);
    add_doubts(&instrument->portal, out);
    add_unfit(plan, out);
    add_gaps(plan, out);
}
