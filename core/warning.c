#include "warning.h"

#include "lang.h"
#include "text.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { TITLE_COLUMNS = 60 };

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

static void check_claim(struct evaluation *evaluation, size_t i)
{
    const struct rating *rating = &evaluation->ratings[i];
    const struct rated *claimed = &rating->on[BASIS_CLAIMED];
    const struct rated *supported = &rating->on[BASIS_SUPPORTED];
    const char *id = evaluation->instrument->indicators[i].id;
    if (!claimed->given || fraction_compare(claimed->value, supported->value) <= 0) {
        return;
    }
    int claim = instrument_level_of(evaluation->instrument, claimed->value);
    int level = instrument_level_of(evaluation->instrument, supported->value);
    if (!supported->given) {
        problem_add(
            &evaluation->problems, SEVERITY_WARNING, "claim_above_support", id,
            _("level %d is claimed, but no criterion has been answered; answer the criteria "
              "and name the evidence"),
            claim);
    } else if (fraction_compare(fraction_whole(rating->met_level), claimed->value) >= 0) {
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

/* --- words of a title --------------------------------------------------------------------------- */

enum { WORD_POLICY = 1, WORD_RECORD = 2, WORD_DRAFT = 4, WORD_KINDS = 3 };

/* The words that an instrument's checks look for, and what tells quickly that a word is none of them:
 * bit n of a row's lengths[c] is set where a word of n bytes begins with the letter c. Most words of a
 * title need no more than that. `fold` gives a byte in small letters, 0 for what is no part of a word. */
struct vocabulary {
    struct {
        string_list words;
        uint32_t lengths[32];
    } rows[WORD_KINDS];   /* row n is about the kind 1 << n */
    uint32_t lengths[32]; /* of all rows together */
    unsigned char fold[256];
};

static uint32_t length_bit(size_t length)
{
    return UINT32_C(1) << (length < 31 ? length : 31);
}

static void learn_words(struct vocabulary *vocabulary, int row, string_list words)
{
    vocabulary->rows[row].words = words;
    memset(vocabulary->rows[row].lengths, 0, sizeof vocabulary->rows[row].lengths);
    for (; words != NULL && *words != NULL; words++) {
        vocabulary->rows[row].lengths[(*words)[0] & 31] |= length_bit(strlen(*words));
        vocabulary->lengths[(*words)[0] & 31] |= length_bit(strlen(*words));
    }
}

static void learn(struct vocabulary *vocabulary, const struct evidence_checks *checks)
{
    for (int byte = 0; byte < 256; byte++) {
        bool capital = byte >= 'A' && byte <= 'Z';
        bool letter =
            capital || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte >= 0x80;
        vocabulary->fold[byte] = (unsigned char)(!letter ? 0 : capital ? byte - 'A' + 'a' : byte);
    }
    memset(vocabulary->lengths, 0, sizeof vocabulary->lengths);
    learn_words(vocabulary, 0, checks->policy_words);
    learn_words(vocabulary, 1, checks->record_words);
    learn_words(vocabulary, 2, checks->draft_words);
}

/* True when `length` bytes at `word` are a word of the list. */
static bool in_list(const struct vocabulary *vocabulary, string_list list,
                    const unsigned char *word, size_t length)
{
    for (; list != NULL && *list != NULL; list++) {
        const char *wanted = *list;
        size_t i = 0;
        while (i < length && (unsigned char)wanted[i] == vocabulary->fold[word[i]]) {
            i++;
        }
        if (i == length && wanted[i] == '\0') {
            return true;
        }
    }
    return false;
}

/* Which kinds a word has. */
static int kinds_of(const struct vocabulary *vocabulary, const unsigned char *word, size_t length)
{
    int kinds = 0;
    uint32_t bit = length_bit(length);
    for (int row = 0; row < WORD_KINDS; row++) {
        if ((vocabulary->rows[row].lengths[*word & 31] & bit) != 0 &&
            in_list(vocabulary, vocabulary->rows[row].words, word, length)) {
            kinds |= 1 << row;
        }
    }
    return kinds;
}

/* Which kinds of words stand in a text; NULL has none. */
static int words_of(const struct vocabulary *vocabulary, const char *text)
{
    const unsigned char *at = (const unsigned char *)text;
    int kinds = 0;
    while (at != NULL && *at != '\0') {
        const unsigned char *word = at;
        while (vocabulary->fold[*at] != 0) {
            at++;
        }
        size_t length = (size_t)(at - word);
        if (length == 0) {
            at++;
        } else if ((vocabulary->lengths[*word & 31] & length_bit(length)) != 0) {
            kinds |= kinds_of(vocabulary, word, length);
        }
    }
    return kinds;
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

static void check_date(struct evaluation *evaluation, const char *id, const struct evidence *item)
{
    const struct evidence_checks *checks = &evaluation->instrument->checks;
    int year = year_of(item->date);
    if (year == 0 || item->support_count == 0) {
        return;
    }
    if (year > evaluation->assessment->year) {
        struct short_title title = shorten(item);
        problem_add(&evaluation->problems, SEVERITY_WARNING, "after_period", id,
                    _("'%.*s%s' is dated %s, after the assessment's year %d; put forward what was "
                      "in force then, or correct the date"),
                    title.length, title.bytes, title.end, item->date, evaluation->assessment->year);
    }
    for (size_t r = 0; r < checks->age_count; r++) {
        if (instrument_holds(checks->ages[r].years, evaluation->year)) {
            check_age(evaluation, id, item, &checks->ages[r], year);
        }
    }
}

/* --- what a document can prove ------------------------------------------------------------------ */

/* The first criterion of an item at a level where evidence is due, or NULL. */
static const struct criterion *first_due(const struct evaluation *evaluation,
                                         const struct evidence *item)
{
    const struct instrument *instrument = evaluation->instrument;
    for (size_t s = 0; s < item->support_count; s++) {
        const struct criterion *criterion = &instrument->criteria[item->supports[s]];
        if (instrument->levels[criterion->level].number >= instrument->duty.from_level) {
            return criterion;
        }
    }
    return NULL;
}

/* The first criterion of an item that a regulation does not prove, or NULL. */
static const struct criterion *first_of_practice(const struct instrument *instrument,
                                                 const struct evidence *item)
{
    for (size_t s = 0; s < item->support_count; s++) {
        if (!instrument->criteria[item->supports[s]].policy_proves) {
            return &instrument->criteria[item->supports[s]];
        }
    }
    return NULL;
}

static void check_draft(struct evaluation *evaluation, const char *id, const struct evidence *item)
{
    const struct criterion *due = first_due(evaluation, item);
    if (due != NULL) {
        struct short_title title = shorten(item);
        problem_add(&evaluation->problems, SEVERITY_WARNING, "draft", id,
                    _("'%.*s%s' reads like a draft; level %d asks for what is in force, so put "
                      "forward the final document"),
                    title.length, title.bytes, title.end,
                    evaluation->instrument->levels[due->level].number);
    }
}

static void check_policy(struct evaluation *evaluation, const char *id, const struct evidence *item)
{
    const struct criterion *practice = first_of_practice(evaluation->instrument, item);
    if (practice != NULL) {
        struct short_title title = shorten(item);
        problem_add(
            &evaluation->problems, SEVERITY_WARNING, "policy", id,
            _("'%.*s%s' is a regulation, and %s asks for practice ('%s'); add proof that it "
              "is done: reports, minutes, screenshots"),
            title.length, title.bytes, title.end, practice->id, practice->text);
    }
}

static void check_words(struct evaluation *evaluation, const struct vocabulary *vocabulary,
                        const char *id, const struct evidence *item)
{
    int kinds = words_of(vocabulary, item->title);
    if (((kinds | words_of(vocabulary, item->file)) & WORD_DRAFT) != 0) {
        check_draft(evaluation, id, item);
    }
    if ((kinds & (WORD_POLICY | WORD_RECORD)) == WORD_POLICY) {
        check_policy(evaluation, id, item);
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
        problem_add(&evaluation->problems, SEVERITY_WARNING, "partial_and_full", id,
                    _("'%.*s%s' is put forward for level %d (a part) and for level %d (all of it); "
                      "name the pages that prove the whole, or add a document that does"),
                    title.length, title.bytes, title.end, partial, full);
    }
}

/* True when an indicator has levels of both coverages. */
static bool has_coverage(const struct instrument *instrument, const struct indicator *indicator)
{
    for (uint32_t i = 0; i < indicator->levels.count; i++) {
        if (instrument->levels[indicator->levels.first + i].coverage != COVERAGE_NONE) {
            return true;
        }
    }
    return false;
}

static void check_parts(struct evaluation *evaluation, size_t i)
{
    const struct indicator *indicator = &evaluation->instrument->indicators[i];
    const struct response *response = &evaluation->assessment->responses[i];
    if (response->evidence_count == 0 || !has_coverage(evaluation->instrument, indicator)) {
        return;
    }
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

static void check_item(struct evaluation *evaluation, const struct vocabulary *vocabulary,
                       const char *id, const struct evidence *item)
{
    if (item->support_count == 0) {
        struct short_title title = shorten(item);
        problem_add(
            &evaluation->problems, SEVERITY_WARNING, "supports_nothing", id,
            _("'%.*s%s' names no criterion and so counts for nothing; say which criteria it "
              "supports"),
            title.length, title.bytes, title.end);
        return;
    }
    check_date(evaluation, id, item);
    check_words(evaluation, vocabulary, id, item);
}

void warning_run(struct evaluation *evaluation)
{
    const struct instrument *instrument = evaluation->instrument;
    struct vocabulary vocabulary;
    learn(&vocabulary, &instrument->checks);
    check_claims(evaluation);
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        const struct response *response = &evaluation->assessment->responses[i];
        for (size_t e = 0; e < response->evidence_count; e++) {
            check_item(evaluation, &vocabulary, instrument->indicators[i].id,
                       &response->evidence[e]);
        }
        check_parts(evaluation, i);
    }
    problem_finish(&evaluation->problems);
}
