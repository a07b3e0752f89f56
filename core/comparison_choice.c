#include "comparison_choice.h"

#include "bridge.h"
#include "message.h"
#include "unit_standing.h"

bool comparison_choice_add_basis(struct comparison_choice *choice, const char *word,
                                 struct error *err)
{
    enum basis basis = evaluation_basis(word);
    if (basis == BASIS_COUNT) {
        return error_set(err, M_EVALUATE_BASIS, NULL, word);
    }
    if (choice->basis_count == LIMIT_COMPARED) {
        return error_set(err, M_COMPARE_MANY, NULL, LIMIT_COMPARED);
    }
    choice->bases[choice->basis_count++] = basis;
    return true;
}

bool comparison_choice_check(const struct comparison_choice *choice, size_t inputs,
                             struct error *err)
{
    if (inputs > LIMIT_COMPARED) {
        return error_set(err, M_COMPARE_MANY, NULL, LIMIT_COMPARED);
    }
    if (inputs == 1 && choice->basis_count < 2 && !choice->by_unit) {
        return error_set(err, M_COMPARE_ONE, NULL);
    }
    return inputs == 1 || choice->basis_count < 2 || choice->basis_count == inputs ||
           error_set(err, M_COMPARE_BASES, NULL, choice->basis_count, inputs);
}

/* Puts the sides on their bases; one side with several bases is repeated on each. */
static void set_bases(const struct comparison_choice *choice, struct comparison *comparison)
{
    size_t inputs = comparison->count;
    if (choice->basis_count == 0) {
        comparison_settle(comparison);
        return;
    }
    for (size_t i = 1; inputs == 1 && i < choice->basis_count; i++) {
        comparison_repeat(comparison, choice->bases[i]);
    }
    for (size_t i = 0; i < comparison->count; i++) {
        comparison->sides[i].basis = choice->bases[choice->basis_count == 1 ? 0 : i];
    }
}

/* bridge_build.find */
static const struct crosswalk *find_crosswalk(void *context, const struct instrument *to,
                                              const char *from)
{
    return evaluator_crosswalk(context, to, from);
}

bool comparison_choice_apply(const struct comparison_choice *choice, struct comparison *comparison,
                             struct evaluator *evaluator, struct error *err)
{
    set_bases(choice, comparison);
    bridge_build(comparison, find_crosswalk, evaluator);
    return !choice->by_unit || unit_standing_choose(comparison, choice->units, err);
}
