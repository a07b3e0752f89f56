#include "score_field.h"

#include "lang.h"
#include "text.h"

#include <stdio.h>
#include <string.h>

const struct score_field score_field_input[] = {
    {"indicator", "string", N_("id of the indicator, or of its slot")},
    {"year", "integer", N_("whose rules are used")},
    {"kind", "string", N_("kind of the agency; \"\" when it is not said")},
    {"claimed?", "spbe.Value", N_("the value that is claimed")},
    {"verified?", "spbe.Value", N_("the value of an assessor")},
    {"supported", "spbe.Value", N_("the value by levels, answers and evidence alone")},
    {"met_level", "integer", N_("the highest level by its criteria alone")},
    {"levels", "spbe.ScoreLevel[]", N_("the levels, from the lowest on")},
    {"answers", "table<string, boolean>", N_("by criterion: true when it is met")},
    {"evidence", "table<string, integer>", N_("by criterion: how many items of evidence name it")},
    {"values", "table<string, spbe.Value>",
     N_("by indicator: the supported value of those that depends_on names")},
    {NULL, NULL, NULL},
};

const struct score_field score_field_level[] = {
    {"level", "integer", N_("its number")},
    {"criteria", "integer", N_("how many criteria count")},
    {"met", "integer", N_("how many of them are met")},
    {"unmet", "integer", N_("how many are not")},
    {"evidence", "integer", N_("items of evidence that name one of them")},
    {"baseline", "boolean", N_("it is granted to everyone")},
    {"complete", "boolean", N_("every criterion is met")},
    {"proven", "boolean", N_("the evidence duty is done, or there is none")},
    {NULL, NULL, NULL},
};

const char *score_field_near(const struct score_field *fields, const char *word)
{
    const char *best = NULL;
    unsigned least = 0;
    char name[32];
    for (; fields->name != NULL; fields++) {
        snprintf(name, sizeof name, "%.*s", (int)strcspn(fields->name, "?"), fields->name);
        unsigned distance = text_distance(word, name);
        if (distance == 0) {
            return NULL;
        }
        if (best == NULL || distance < least) {
            best = fields->name;
            least = distance;
        }
    }
    return best;
}
