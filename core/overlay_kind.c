#include "overlay_kind.h"

#include "lang.h"
#include "text.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

enum { NEAR = 3 };

static const struct overlay_kind kinds[OVERLAY_COUNT] = {
    {OVERLAY_WEIGHT, SUBJECT_PART, "weight", true, FIELD_NUMBER, OVERLAY_TAKES_WAS, 0, N_("weight"),
     N_("its weight in percent; all that add up to one sum are changed together")},
    {OVERLAY_TEXT, SUBJECT_CRITERION, "text", true, FIELD_TEXT, OVERLAY_TAKES_WAS, 0, N_("text"),
     N_("the statement of a criterion")},
    {OVERLAY_YEARS, SUBJECT_CRITERION, "years", false, FIELD_TEXT,
     OVERLAY_TAKES_FROM | OVERLAY_TAKES_UNTIL, 0, N_("years"),
     N_("the years in which a criterion counts: from, until, or neither for all")},
    {OVERLAY_ADD, SUBJECT_NEW_CRITERION, "add", true, FIELD_TEXT,
     OVERLAY_TAKES_FROM | OVERLAY_TAKES_UNTIL | OVERLAY_TAKES_BASIS | OVERLAY_TAKES_GUIDE,
     OVERLAY_TAKES_BASIS, N_("criterion added"),
     N_("a new criterion: its id, its statement, the document it comes from")},
    {OVERLAY_WITHDRAW, SUBJECT_CRITERION, "withdraw", false, FIELD_TEXT, OVERLAY_TAKES_FROM, 0,
     N_("criterion withdrawn"),
     N_("a criterion that counts no more: from a year on, or in no year at all")},
    {OVERLAY_BASELINE, SUBJECT_LEVEL, "baseline", true, FIELD_FLAG, OVERLAY_TAKES_WAS, 0,
     N_("always granted"), N_("whether a level is granted to everyone")},
    {OVERLAY_EVIDENCE_FROM, SUBJECT_NONE, "evidence_from", true, FIELD_WHOLE, OVERLAY_TAKES_WAS, 0,
     N_("evidence due from level"), N_("from which level on evidence is due")},
    {OVERLAY_EVIDENCE_COUNT, SUBJECT_NONE, "evidence_count", true, FIELD_WHOLE, OVERLAY_TAKES_WAS,
     0, N_("items of evidence for a level"),
     N_("how many items must support a criterion of a level")},
    {OVERLAY_UNANSWERED, SUBJECT_NONE, "unanswered", true, FIELD_NUMBER, OVERLAY_TAKES_WAS, 0,
     N_("value without an answer"), N_("the value of an indicator without an answer")},
    {OVERLAY_BAND, SUBJECT_BAND, "band", true, FIELD_NUMBER, OVERLAY_TAKES_WAS, 0,
     N_("lowest index of the predicate"),
     N_("the lowest index of a predicate; the band below ends there")},
    {OVERLAY_READING, SUBJECT_NONE, "reading", true, FIELD_TEXT,
     OVERLAY_TAKES_WAS | OVERLAY_TAKES_FROM, OVERLAY_TAKES_FROM, N_("predicate read from"),
     N_("from a year on: \"rounded\" or \"exact\", the index that a predicate is read from")},
    {OVERLAY_GUIDELINE, SUBJECT_NONE, "guideline", true, FIELD_TEXT,
     OVERLAY_TAKES_WAS | OVERLAY_TAKES_FROM | OVERLAY_TAKES_UNTIL, OVERLAY_TAKES_FROM, N_("guide"),
     N_("the guide of a year, or of the years from, until: an id of legal_basis")},
    {OVERLAY_FIRST_YEAR, SUBJECT_NONE, "first_year", true, FIELD_YEAR, OVERLAY_TAKES_WAS, 0,
     N_("first year"), N_("assessments of earlier years are refused")},
    {OVERLAY_LAST_YEAR, SUBJECT_NONE, "last_year", true, FIELD_YEAR, OVERLAY_TAKES_WAS, 0,
     N_("last year"), N_("the last year whose rules are known")},
    {OVERLAY_DOCUMENT, SUBJECT_NEW_DOCUMENT, "document", true, FIELD_TEXT, 0, 0,
     N_("document added"), N_("a paper that new criteria rest on: its short name and its title")},
    {OVERLAY_FUNCTION, SUBJECT_INDICATOR, "function", true, FIELD_FUNCTION, OVERLAY_TAKES_DEPENDS,
     0, N_("function"),
     N_("the function that computes an indicator's supported value; see: spbe help function")},
};

static const char *const subjects[] = {
    [SUBJECT_NONE] = "–",
    [SUBJECT_PART] = N_("a domain, an aspect or an indicator, such as \"I05\""),
    [SUBJECT_CRITERION] = N_("a criterion, such as \"I22.3.b\""),
    [SUBJECT_NEW_CRITERION] = N_("a criterion that is not there yet, such as \"I22.3.d\""),
    [SUBJECT_INDICATOR] = N_("an indicator, such as \"I05\""),
    [SUBJECT_LEVEL] = N_("a level, such as \"I05.2\""),
    [SUBJECT_BAND] = N_("a predicate, by its name"),
    [SUBJECT_NEW_DOCUMENT] = N_("a short name that is not there yet, such as \"se-12-2026\""),
};

const struct overlay_kind *overlay_kind(enum overlay_kind_id change)
{
    assert(change < OVERLAY_COUNT && kinds[change].change == change);
    return &kinds[change];
}

const struct overlay_kind *overlay_kind_find(const char *word)
{
    for (size_t i = 0; i < OVERLAY_COUNT; i++) {
        if (strcmp(kinds[i].word, word) == 0) {
            return &kinds[i];
        }
    }
    return NULL;
}

const char *overlay_kind_nearest(const char *word)
{
    const char *nearest = NULL;
    unsigned best = NEAR + 1;
    for (size_t i = 0; i < OVERLAY_COUNT; i++) {
        unsigned distance = text_distance(kinds[i].word, word);
        if (distance < best && distance < strlen(kinds[i].word)) {
            best = distance;
            nearest = kinds[i].word;
        }
    }
    return nearest;
}

const char *overlay_subject_title(enum overlay_subject subject)
{
    return lang_text(subjects[subject]);
}
