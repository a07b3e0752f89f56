#include "warning.h"

#include "explanation.h"
#include "figure.h"
#include "inspection.h"
#include "lang.h"
#include "memory.h"
#include "text.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { TITLE_COLUMNS = 60 };

/* What matters about a criterion here; bits of warner.traits. */
enum {
    TRAIT_DUE = 1,     /* evidence is due at its level */
    TRAIT_POLICY = 2,  /* a regulation proves it */
    TRAIT_PARTIAL = 4, /* its level asks for a part */
    TRAIT_FULL = 8,    /* its level asks for all of it */
    TRAIT_AGED = 16,   /* an age rule is about it */
    TRAIT_COVERAGE = TRAIT_PARTIAL | TRAIT_FULL
};

/* A shortened title for a sentence, as the two arguments of "%.*s%s" and its end. */
struct short_title {
    int length;
    const char *bytes, *end;
};

static struct short_title shorten(const struct evidence *item)
{
    const char *name = item->title != NULL  ? item->title
                       : item->file != NULL ? item->file
                                            : _("(without title)");
    size_t length = text_fit(name, TITLE_COLUMNS);
    return (struct short_title){(int)length, name, name[length] == '\0' ? "" : "…"};
}

/* --- claims ------------------------------------------------------------------------------------- */

/* Where values lie between levels, the values are told, not the levels. */
static void warn_of_claim(struct evaluation *evaluation, const char *id,
                          const struct rated *claimed, const struct rated *supported)
{
    char claim[64];
    char support[64];
    problem_add(&evaluation->problems, SEVERITY_WARNING, "claim_above_support", id,
                supported->given
                    ? _("%s is claimed, but what was answered supports only %s; meet what is "
                        "missing or lower the claim")
                    : _("%s is claimed, but nothing has been answered, which counts as %s; answer, "
                        "or lower the claim"),
                figure_say(claimed->value, claim), figure_say(supported->value, support));
}

static void check_claim(struct evaluation *evaluation, size_t i)
{
    const struct rating *rating = &evaluation->ratings[i];
    const struct rated *claimed = &rating->on[BASIS_CLAIMED];
    const struct rated *supported = &rating->on[BASIS_SUPPORTED];
    const char *id = evaluation->instrument->indicators[i].id;
    if (!claimed->given || fraction_compare(claimed->value, supported->value) <= 0) {
        return;
    }
    const struct indicator *indicator = &evaluation->instrument->indicators[i];
    if (evaluation->instrument->fractions) {
        warn_of_claim(evaluation, id, claimed, supported);
        return;
    }
    int claim = instrument_level_of(evaluation->instrument, indicator, claimed->value);
    int level = instrument_level_of(evaluation->instrument, indicator, supported->value);
    if (!supported->given) {
        problem_add(
            &evaluation->problems, SEVERITY_WARNING, "claim_above_support", id,
            _("level %d is claimed, but no criterion has been answered; answer the criteria "
              "and name the evidence"),
            claim);
    } else if (rating->computed != NULL) {
        problem_add(
            &evaluation->problems, SEVERITY_WARNING, "claim_above_support", id,
            _("level %d is claimed, but the rules compute less from answers and evidence: %s"),
            claim, rating->computed);
    } else if (fraction_compare(rating->met, claimed->value) >= 0) {
        problem_add(&evaluation->problems, SEVERITY_WARNING, "claim_above_support", id,
                    _("level %d is claimed and its criteria are met, but evidence supports only "
                      "level %d; attach evidence that names the criteria of level %d"),
                    claim, level, evaluation->instrument->levels[rating->blocking].number);
    } else {
        problem_add(&evaluation->problems, SEVERITY_WARNING, "claim_above_support", id,
                    _("level %d is claimed, but answers and evidence support only level %d; meet "
                      "what is missing or lower the claim"),
                    claim, level);
    }
}

static void check_claims(struct evaluation *evaluation)
{
    if (evaluation_has(evaluation, BASIS_SUPPORTED)) {
        for (size_t i = 0; i < evaluation->instrument->indicator_count; i++) {
            check_claim(evaluation, i);
        }
    } else if (evaluation_has(evaluation, BASIS_CLAIMED)) {
        problem_add(&evaluation->problems, SEVERITY_NOTICE, "claims_only", "index",
                    _("no criterion has been answered; the claims stand without answers and "
                      "evidence"));
    }
}

/* --- dates -------------------------------------------------------------------------------------- */

/* The year of a date "2023-05-01", or 0. */
static int year_of(const char *date)
{
    int year = 0;
    for (int i = 0; i < 4; i++) {
        if (date == NULL || date[i] < '0' || date[i] > '9') {
            return 0;
        }
        year = year * 10 + (date[i] - '0');
    }
    return year;
}

/* The first criterion of an item that an age rule is about, or NULL. */
static const struct criterion *aged_criterion(const struct instrument *instrument,
                                              const struct age_rule *rule,
                                              const struct evidence *item)
{
    for (size_t s = 0; s < item->support_count; s++) {
        if (rule->criteria[item->supports[s]]) {
            return &instrument->criteria[item->supports[s]];
        }
    }
    return NULL;
}

static void check_age(struct evaluation *evaluation, const char *id, const struct evidence *item,
                      const struct age_rule *rule, int year)
{
    const struct criterion *criterion = aged_criterion(evaluation->instrument, rule, item);
    int turns = year + rule->under_years;
    if (criterion == NULL || turns > evaluation->assessment->year) {
        return;
    }
    struct short_title title = shorten(item);
    if (turns < evaluation->assessment->year) {
        problem_add(
            &evaluation->problems, SEVERITY_WARNING, "too_old", id,
            _("'%.*s%s' of %s is too old for %s: %s must be younger than %d years (%s); put "
              "forward a newer one"),
            title.length, title.bytes, title.end, item->date, criterion->id, rule->what,
            rule->under_years, rule->source);
    } else {
        problem_add(&evaluation->problems, SEVERITY_NOTICE, "ages", id,
                    _("'%.*s%s' of %s comes to the age of %d years in %d, and %s for %s must be "
                      "younger (%s); have a newer one ready"),
                    title.length, title.bytes, title.end, item->date, rule->under_years, turns,
                    rule->what, criterion->id, rule->source);
    }
}

/* Looks at the date of an item. any: the traits of its criteria. */
static void check_date(struct evaluation *evaluation, const char *id, const struct evidence *item,
                       unsigned any)
{
    const struct evidence_checks *checks = &evaluation->instrument->checks;
    int year = year_of(item->date);
    if (year > evaluation->assessment->year) {
        struct short_title title = shorten(item);
        problem_add(&evaluation->problems, SEVERITY_WARNING, "after_period", id,
                    _("'%.*s%s' is dated %s, after the assessment's year %d; put forward what was "
                      "in force then, or correct the date"),
                    title.length, title.bytes, title.end, item->date, evaluation->assessment->year);
    }
    for (size_t r = 0; year != 0 && (any & TRAIT_AGED) != 0 && r < checks->age_count; r++) {
        if (instrument_holds(checks->ages[r].years, evaluation->year)) {
            check_age(evaluation, id, item, &checks->ages[r], year);
        }
    }
}

/* --- what a document can prove ------------------------------------------------------------------ */

/* The first criterion of an item that has a trait, or has it not. There is one. */
static const struct criterion *first_with(const struct warner *warner, const struct evidence *item,
                                          unsigned trait, bool has)
{
    size_t s = 0;
    while (((warner->traits[item->supports[s]] & trait) != 0) != has) {
        s++;
        assert(s < item->support_count);
    }
    return &warner->instrument->criteria[item->supports[s]];
}

static void warn_of_draft(struct evaluation *evaluation, const char *id,
                          const struct evidence *item, const struct criterion *due)
{
    struct short_title title = shorten(item);
    problem_add(&evaluation->problems, SEVERITY_WARNING, "draft", id,
                _("'%.*s%s' reads like a draft; level %d asks for what is in force, so put forward "
                  "the final document"),
                title.length, title.bytes, title.end,
                evaluation->instrument->levels[due->level].number);
}

static void warn_of_policy(struct evaluation *evaluation, const char *id,
                           const struct evidence *item, const struct criterion *practice)
{
    struct short_title title = shorten(item);
    problem_add(&evaluation->problems, SEVERITY_WARNING, "policy", id,
                _("'%.*s%s' is a regulation, and %s asks for practice ('%s'); add proof that it is "
                  "done: reports, minutes, screenshots"),
                title.length, title.bytes, title.end, practice->id, practice->text);
}

/* Looks at the words of an item; true when they are those of a draft. any, all: the traits of its
 * criteria. */
static bool check_words(const struct warner *warner, struct evaluation *evaluation, const char *id,
                        const struct evidence *item, unsigned any, unsigned all)
{
    int kinds = vocabulary_kinds(&warner->vocabulary, item->title);
    int file_kinds = item->file == NULL ? 0 : vocabulary_kinds(&warner->vocabulary, item->file);
    if (((kinds | file_kinds) & WORD_DRAFT) != 0 && (any & TRAIT_DUE) != 0) {
        warn_of_draft(evaluation, id, item, first_with(warner, item, TRAIT_DUE, true));
    }
    if ((kinds & (WORD_POLICY | WORD_RECORD)) == WORD_POLICY && (all & TRAIT_POLICY) == 0) {
        warn_of_policy(evaluation, id, item, first_with(warner, item, TRAIT_POLICY, false));
    }
    return ((kinds | file_kinds) & WORD_DRAFT) != 0;
}

static size_t letters_of(const char *text)
{
    size_t count = 0;
    for (; *text != '\0'; text++) {
        count += ((unsigned char)*text & 0xC0U) != 0x80U;
    }
    return count;
}

/* --- what a look inside found -------------------------------------------------------------------- */

static void warn_of_mark(struct evaluation *evaluation, const char *id, const struct evidence *item,
                         const struct inspection *inside, const struct criterion *due)
{
    struct short_title title = shorten(item);
    problem_add(&evaluation->problems, SEVERITY_WARNING, "draft", id,
                _("'%.*s%s' bears the mark '%s' on page %d; level %d asks for what is in force, so "
                  "put forward the final document"),
                title.length, title.bytes, title.end, inside->draft, inside->draft_page,
                evaluation->instrument->levels[due->level].number);
}

/* Says where the text of a document is missing, and so could not be looked at. */
static void check_text(struct evaluation *evaluation, const char *id, const struct evidence *item,
                       const struct inspection *inside)
{
    struct short_title title = shorten(item);
    if (!inside->readable) {
        problem_add(&evaluation->problems, SEVERITY_NOTICE, "unreadable", id,
                    _("'%.*s%s' could not be checked inside; make sure that it can be opened "
                      "without a password"),
                    title.length, title.bytes, title.end);
    } else if (inside->pages > 0 && inside->empty == inside->pages) {
        problem_add(&evaluation->problems, SEVERITY_NOTICE, "scan", id,
                    _("'%.*s%s' has no text that can be searched or checked (a scan); assessors "
                      "ask for documents that can be searched"),
                    title.length, title.bytes, title.end);
    }
}

/* Holds the dates inside against the assessment's year and against the date that was stated. */
static void check_dates_inside(struct evaluation *evaluation, const char *id,
                               const struct evidence *item, const struct inspection *inside)
{
    struct short_title title = shorten(item);
    int stated = year_of(item->date);
    int year = evaluation->assessment->year;
    if (year_of(inside->date) > year && stated <= year) {
        problem_add(&evaluation->problems, SEVERITY_NOTICE, "after_period", id,
                    _("'%.*s%s' names the day %s, after the assessment's year %d; see whether it "
                      "was in force then"),
                    title.length, title.bytes, title.end, inside->date, year);
    }
    if (inside->year != 0 && stated > inside->year) {
        problem_add(&evaluation->problems, SEVERITY_NOTICE, "date_differs", id,
                    _("'%.*s%s' is dated %s, but names no year after %d; correct the date, or see "
                      "whether it is the right document"),
                    title.length, title.bytes, title.end, item->date, inside->year);
    }
}

/* An item without a date whose newest year is too long ago for what it proves. */
static void check_age_inside(struct evaluation *evaluation, const char *id,
                             const struct evidence *item, const struct inspection *inside)
{
    const struct evidence_checks *checks = &evaluation->instrument->checks;
    for (size_t r = 0; item->date == NULL && inside->year != 0 && r < checks->age_count; r++) {
        const struct age_rule *rule = &checks->ages[r];
        const struct criterion *criterion = aged_criterion(evaluation->instrument, rule, item);
        if (criterion != NULL && instrument_holds(rule->years, evaluation->year) &&
            inside->year + rule->under_years < evaluation->assessment->year) {
            struct short_title title = shorten(item);
            problem_add(&evaluation->problems, SEVERITY_WARNING, "too_old", id,
                        _("'%.*s%s' names no year after %d, too old for %s: %s must be younger "
                          "than %d years (%s); state its date, or put forward a newer one"),
                        title.length, title.bytes, title.end, inside->year, criterion->id,
                        rule->what, rule->under_years, rule->source);
        }
    }
}

/* Looks at what is known of an item's inside. any: the traits of its criteria; told: its title reads like a
 * draft already. */
static void check_inside(const struct warner *warner, struct evaluation *evaluation, const char *id,
                         const struct evidence *item, unsigned any, bool told)
{
    struct inspection inside;
    if (item->inspection == NULL || !inspection_read(item->inspection, &inside)) {
        return;
    }
    check_text(evaluation, id, item, &inside);
    if (inside.draft[0] != '\0' && (any & TRAIT_DUE) != 0 && !told) {
        warn_of_mark(evaluation, id, item, &inside, first_with(warner, item, TRAIT_DUE, true));
    }
    check_dates_inside(evaluation, id, item, &inside);
    if ((any & TRAIT_AGED) != 0) {
        check_age_inside(evaluation, id, item, &inside);
    }
}

/* Looks at the length of a file's name, in letters. */
static void check_name(struct evaluation *evaluation, const char *id, const struct evidence *item)
{
    int most = evaluation->instrument->portal.name_length;
    if (item->file == NULL || most <= 0 || strlen(item->file) <= (size_t)most) {
        return;
    }
    size_t letters = letters_of(item->file);
    if (letters > (size_t)most) {
        struct short_title title = shorten(item);
        problem_add(&evaluation->problems, SEVERITY_NOTICE, "file_name", id,
                    _("the file name of '%.*s%s' has %zu letters, and the official application "
                      "takes %d and cuts the rest; shorten it before it is handed over"),
                    title.length, title.bytes, title.end, letters, most);
    }
}

/* --- a part and the whole ----------------------------------------------------------------------- */

/* One item of evidence for a level with coverage. */
struct claim_of_part {
    uint64_t key; /* of the document */
    size_t order; /* among the items of the indicator */
    const struct evidence *item;
    int partial, full; /* numbers of the levels it names, or NOWHERE */
};

/* FNV-1a, to bring equal documents together; equality is then looked at in full. */
static uint64_t add_to_key(uint64_t key, const char *text)
{
    for (; text != NULL && *text != '\0'; text++) {
        key = (key ^ (unsigned char)*text) * UINT64_C(1099511628211);
    }
    return (key ^ 0xFF) * UINT64_C(1099511628211);
}

/* What identifies a document: its hash, else its file, else title and number. */
static uint64_t document_key(const struct evidence *item)
{
    uint64_t key = UINT64_C(14695981039346656037);
    if (item->sha256 != NULL) {
        return add_to_key(key, item->sha256);
    }
    if (item->file != NULL) {
        return add_to_key(key, item->file);
    }
    return add_to_key(add_to_key(key, item->title), item->number);
}

static bool same_text(const char *one, const char *other)
{
    return one == NULL || other == NULL ? one == other : strcmp(one, other) == 0;
}

static bool same_document(const struct evidence *one, const struct evidence *other)
{
    if (one->sha256 != NULL || other->sha256 != NULL) {
        return same_text(one->sha256, other->sha256);
    }
    if (one->file != NULL || other->file != NULL) {
        return same_text(one->file, other->file);
    }
    return same_text(one->title, other->title) && same_text(one->number, other->number);
}

static int compare_parts(const void *left, const void *right)
{
    const struct claim_of_part *one = left;
    const struct claim_of_part *other = right;
    if (one->key != other->key) {
        return one->key < other->key ? -1 : 1;
    }
    return (one->order > other->order) - (one->order < other->order);
}

/* The levels with coverage that an item names. */
static struct claim_of_part part_of(const struct instrument *instrument,
                                    const struct evidence *item, size_t order)
{
    struct claim_of_part part = {0, order, item, NOWHERE, NOWHERE};
    for (size_t s = 0; s < item->support_count; s++) {
        const struct criterion *criterion = &instrument->criteria[item->supports[s]];
        const struct level *level = &instrument->levels[criterion->level];
        if (level->coverage == COVERAGE_PARTIAL) {
            part.partial = level->number;
        } else if (level->coverage == COVERAGE_FULL) {
            part.full = level->number;
        }
    }
    part.key = part.partial == NOWHERE && part.full == NOWHERE ? 0 : document_key(item);
    return part;
}

/* Looks at the items of one document (sorted together): both coverages, and the whole without pages? */
static void check_document(struct evaluation *evaluation, const char *id,
                           const struct claim_of_part *parts, size_t count)
{
    int partial = NOWHERE;
    int full = NOWHERE;
    for (size_t i = 0; i < count; i++) {
        partial = parts[i].partial != NOWHERE ? parts[i].partial : partial;
        full = parts[i].full != NOWHERE && parts[i].item->pages == NULL ? parts[i].full : full;
    }
    if (partial != NOWHERE && full != NOWHERE) {
        struct short_title title = shorten(parts[0].item);
        evaluation->problems.about = parts[0].item;
        problem_add(&evaluation->problems, SEVERITY_WARNING, "partial_and_full", id,
                    _("'%.*s%s' is put forward for level %d (a part) and for level %d (all of it); "
                      "name the pages that prove the whole, or add a document that does"),
                    title.length, title.bytes, title.end, partial, full);
        evaluation->problems.about = NULL;
    }
}

/* Brings the items of each document together. Called where criteria of both coverages are named. */
static void check_parts(struct evaluation *evaluation, size_t i)
{
    const struct indicator *indicator = &evaluation->instrument->indicators[i];
    const struct response *response = &evaluation->assessment->responses[i];
    struct claim_of_part *parts =
        arena_get(evaluation->problems.arena, response->evidence_count, sizeof *parts);
    size_t count = 0;
    for (size_t e = 0; e < response->evidence_count; e++) {
        struct claim_of_part part = part_of(evaluation->instrument, &response->evidence[e], e);
        if (part.partial != NOWHERE || part.full != NOWHERE) {
            parts[count++] = part;
        }
    }
    qsort(parts, count, sizeof *parts, compare_parts);
    for (size_t from = 0; from < count;) {
        size_t to = from + 1;
        while (to < count && parts[to].key == parts[from].key &&
               same_document(parts[to].item, parts[from].item)) {
            to++;
        }
        check_document(evaluation, indicator->id, parts + from, to - from);
        from = to;
    }
}

/* --- all of it ---------------------------------------------------------------------------------- */

/* Looks at one item; returns which coverages it names. */
static unsigned check_item(const struct warner *warner, struct evaluation *evaluation,
                           const char *id, const struct evidence *item)
{
    unsigned any = 0;
    unsigned all = ~0U;
    if (item->support_count + item->item_count == 0) {
        struct short_title title = shorten(item);
        problem_add(
            &evaluation->problems, SEVERITY_WARNING, "supports_nothing", id,
            _("'%.*s%s' names no criterion and so counts for nothing; say which criteria it "
              "supports"),
            title.length, title.bytes, title.end);
        return 0;
    }
    /* Traits are of criteria: the rules have none for items that score. */
    for (size_t s = 0; s < item->support_count; s++) {
        any |= warner->traits[item->supports[s]];
        all &= warner->traits[item->supports[s]];
    }
    check_date(evaluation, id, item, any);
    bool draft = check_words(warner, evaluation, id, item, any, all);
    check_inside(warner, evaluation, id, item, any, draft);
    check_name(evaluation, id, item);
    return any & TRAIT_COVERAGE;
}

void warner_open(struct warner *warner, const struct instrument *instrument)
{
    warner->instrument = instrument;
    warner->traits = memory_zero(instrument->criterion_count, 1);
    vocabulary_open(&warner->vocabulary, &instrument->checks);
    for (size_t c = 0; c < instrument->criterion_count; c++) {
        const struct criterion *criterion = &instrument->criteria[c];
        const struct level *level = &instrument->levels[criterion->level];
        unsigned traits = (level->number >= instrument->duty.from_level ? TRAIT_DUE : 0U) |
                          (criterion->policy_proves ? TRAIT_POLICY : 0U) |
                          (level->coverage == COVERAGE_PARTIAL ? TRAIT_PARTIAL : 0U) |
                          (level->coverage == COVERAGE_FULL ? TRAIT_FULL : 0U);
        for (size_t r = 0; r < instrument->checks.age_count; r++) {
            traits |= instrument->checks.ages[r].criteria[c] ? TRAIT_AGED : 0U;
        }
        warner->traits[c] = (unsigned char)traits;
    }
}

void warner_close(struct warner *warner)
{
    free(warner->traits);
    vocabulary_close(&warner->vocabulary);
    *warner = (struct warner){.instrument = NULL};
}

/* True when a document of the indicator is put forward for an item. */
static bool is_proven(const struct response *response, const struct item *item)
{
    size_t e = 0;
    while (e < response->evidence_count &&
           !assessment_proves_item(&response->evidence[e], item->level, item->number)) {
        e++;
    }
    return e < response->evidence_count;
}

/* Names what is accepted without a document, where items score: an assessor will ask for it. */
static void check_accepted(struct evaluation *evaluation, const char *id,
                           const struct response *response)
{
    const struct item *first = NULL;
    unsigned accepted = 0;
    unsigned bare = 0;
    for (size_t i = 0; i < response->item_count; i++) {
        const struct item *item = &response->items[i];
        if (item->answer == ANSWER_YES) {
            accepted++;
            if (!is_proven(response, item)) {
                bool earlier = first == NULL || item->level < first->level ||
                               (item->level == first->level && item->number < first->number);
                first = earlier ? item : first;
                bare++;
            }
        }
    }
    if (bare > 0) {
        problem_add(&evaluation->problems, SEVERITY_WARNING, "accepted_bare", id,
                    _("no document is named for %u of %u accepted evidence items (%s.%d.e%d "
                      "first); attach what proves them, an assessor will ask for it"),
                    bare, accepted, id, first->level, first->number);
    }
}

/* What the official application would cut or refuse; most is above 0. */
static void check_lengths(struct evaluation *evaluation, int most)
{
    const struct instrument *instrument = evaluation->instrument;
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        const struct indicator *indicator = &instrument->indicators[i];
        for (uint32_t l = 0; l < indicator->levels.count; l++) {
            const char *text = explanation_of(&evaluation->assessment->responses[i], l);
            size_t length = explanation_length(text);
            if (length > (size_t)most) {
                problem_add(&evaluation->problems, SEVERITY_WARNING, "explanation_long",
                            indicator->id,
                            _("the explanation of level %d has %zu characters, the official "
                              "application takes %d; shorten it"),
                            instrument->levels[indicator->levels.first + l].number, length, most);
            }
        }
    }
}

void warner_run(const struct warner *warner, struct evaluation *evaluation)
{
    const struct instrument *instrument = evaluation->instrument;
    assert(warner->instrument == instrument);
    check_claims(evaluation);
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        const struct response *response = &evaluation->assessment->responses[i];
        unsigned coverages = 0;
        for (size_t e = 0; e < response->evidence_count; e++) {
            evaluation->problems.about = &response->evidence[e];
            coverages |= check_item(warner, evaluation, instrument->indicators[i].id,
                                    &response->evidence[e]);
        }
        evaluation->problems.about = NULL;
        if (coverages == TRAIT_COVERAGE) {
            check_parts(evaluation, i);
        }
        if (instrument->items) {
            check_accepted(evaluation, instrument->indicators[i].id, response);
        }
    }
    if (instrument->portal.explanation_length > 0) {
        check_lengths(evaluation, instrument->portal.explanation_length);
    }
    problem_finish(&evaluation->problems);
}

void warning_run(struct evaluation *evaluation)
{
    struct warner warner;
    warner_open(&warner, evaluation->instrument);
    warner_run(&warner, evaluation);
    warner_close(&warner);
}
