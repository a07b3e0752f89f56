#include "check_slot.h"

#include "check.h"
#include "message.h"

#include <stdio.h>
#include <string.h>

/* One slot: its id and its weight, which is added to *sum; false when there is no weight to add. */
static bool check_one(const struct check *check, const char *indicator, const struct data *slot,
                      struct fraction *sum)
{
    char due[64];
    char words[64];
    struct fraction weight;
    const struct data *id = data_get(slot, "id");
    const struct data *value = data_get(slot, "weight");
    snprintf(due, sizeof due, "%.16s-%zu", indicator, slot->position + 1);
    if (id != NULL && id->type == DATA_TEXT && strcmp(id->text, due) != 0) {
        complain(check->complaints, id, M_PACK_SLOT_ID, id->text, due);
    }
    if (!data_fraction(value, &weight)) {
        return false;
    }
    if (weight.num <= 0) {
        complain(check->complaints, value, M_PACK_WEIGHT_SIGN, check_say(weight, words));
    }
    return fraction_add(*sum, weight, sum);
}

/* The slots of an indicator: in order, and together as heavy as it. */
static void check_slots(const struct check *check, const struct data *indicator)
{
    const struct data *slots = data_get(indicator, "slots");
    const char *id = data_text(indicator, "id", NULL);
    struct fraction own;
    struct fraction sum = fraction_whole(0);
    bool known = data_fraction(data_get(indicator, "weight"), &own);
    if (slots == NULL || !data_is_list(slots) || id == NULL) {
        return;
    }
    if (slots->count == 0) {
        complain(check->complaints, slots, M_PACK_NO_PARTS, id, "slots");
        return;
    }
    for (const struct data *slot = slots->first; slot != NULL; slot = slot->next) {
        known = check_one(check, id, slot, &sum) && known;
    }
    if (known && fraction_compare(own, sum) != 0) {
        check_sum_off(check, indicator, "slots", own, sum);
    }
}

/* The level 0 of an indicator stands exactly where the pack has one. */
static void check_zero(const struct check *check, const struct data *indicator, bool ruled)
{
    const struct data *zero = data_get(indicator, "level_zero");
    if (ruled && zero == NULL) {
        complain(check->complaints, indicator, M_PACK_ZERO_MISSING,
                 data_text(indicator, "id", "?"));
    } else if (!ruled && zero != NULL) {
        complain(check->complaints, zero, M_PACK_ZERO_RULE, data_text(indicator, "id", "?"));
    }
}

void check_slot(const struct declaration *declaration, struct complaints *complaints)
{
    struct check check = check_start(declaration, complaints);
    const struct data *rule = data_get(declaration->pack, "level_zero_rule");
    if (rule != NULL && check.lowest > 0) {
        complain(complaints, rule, M_PACK_ZERO_SCALE, check.lowest);
    }
    for (size_t i = 0; i < declaration->indicators.count; i++) {
        check_slots(&check, declaration->indicators.items[i]);
        check_zero(&check, declaration->indicators.items[i], rule != NULL);
    }
}
