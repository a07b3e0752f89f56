#include "specimen.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "evaluator.h"
#include "pack.h"

#include <stdlib.h>
#include <string.h>

/* Evaluates one specimen of an instrument; checks what `check` wants of it. */
static void with_specimen(const char *id, enum specimen fill,
                          void (*check)(const struct evaluation *evaluation))
{
    static const char *const none[] = {NULL};
    struct error err = {.kind = ERROR_NONE};
    struct text text = TEXT_EMPTY;
    struct pack *pack = pack_load(id, &err);
    assert_non_null(pack);
    specimen_write(pack_instrument(pack), fill, &text);
    pack_free(pack);
    struct evaluator *evaluator = evaluator_new(none, BASIS_BY_RULE, &err);
    assert_non_null(evaluator);
    const struct evaluation *evaluation =
        evaluator_document(evaluator, text.bytes, text.length, text.length, "contoh", &err);
    if (evaluation == NULL) {
        fail_msg("%s: %s: %s", id, err.where, err.message);
    }
    check(evaluation);
    evaluator_free(evaluator);
    text_release(&text);
}

static void for_every_instrument(enum specimen fill,
                                 void (*check)(const struct evaluation *evaluation))
{
    struct error err = {.kind = ERROR_NONE};
    char **ids = pack_list(&err);
    assert_non_null(ids);
    assert_non_null(ids[0]);
    for (size_t i = 0; ids[i] != NULL; i++) {
        with_specimen(ids[i], fill, check);
        free(ids[i]);
    }
    free(ids);
}

/* How many indicators have something on a basis. */
static size_t given(const struct evaluation *evaluation, enum basis basis)
{
    return evaluation->index[basis].given;
}

static void has_nothing(const struct evaluation *evaluation)
{
    for (int basis = 0; basis < BASIS_COUNT; basis++) {
        assert_int_equal(given(evaluation, (enum basis)basis), 0);
    }
}

/* A template must live with an assessment that was only just begun. */
static void test_specimen__empty_has_nothing_at_all(void **state)
{
    (void)state;
    for_every_instrument(SPECIMEN_EMPTY, has_nothing);
}

static void is_in_between(const struct evaluation *evaluation)
{
    size_t all = evaluation->instrument->indicator_count;
    assert_int_equal(given(evaluation, BASIS_CLAIMED), (all + 1) / 2);
    assert_true(given(evaluation, BASIS_VERIFIED) > 0);
    assert_true(given(evaluation, BASIS_VERIFIED) < given(evaluation, BASIS_CLAIMED));
}

/* Gaps are what templates stumble over: indicators without a value, some with a verdict. */
static void test_specimen__half_has_gaps(void **state)
{
    (void)state;
    for_every_instrument(SPECIMEN_HALF, is_in_between);
}

static void is_complete(const struct evaluation *evaluation)
{
    size_t all = evaluation->instrument->indicator_count;
    assert_int_equal(given(evaluation, BASIS_CLAIMED), all);
    assert_int_equal(given(evaluation, BASIS_VERIFIED), all);
    const struct fraction highest = fraction_whole(evaluation->instrument->level_highest);
    assert_int_equal(fraction_compare(evaluation->index[BASIS_CLAIMED].exact, highest), 0);
    assert_true(fraction_compare(evaluation->index[BASIS_VERIFIED].exact, highest) < 0);
}

static void test_specimen__full_reaches_the_highest_index(void **state)
{
    (void)state;
    for_every_instrument(SPECIMEN_FULL, is_complete);
}

/* Examples are the same on every day and machine: what is drawn of them can be compared. */
static void test_specimen__is_the_same_each_time(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    struct text one = TEXT_EMPTY, other = TEXT_EMPTY;
    struct pack *pack = pack_load("spbe-2020", &err);
    assert_non_null(pack);
    specimen_write(pack_instrument(pack), SPECIMEN_HALF, &one);
    specimen_write(pack_instrument(pack), SPECIMEN_HALF, &other);
    assert_string_equal(one.bytes, other.bytes);
    assert_null(strchr(one.bytes, '\n'));
    text_release(&one);
    text_release(&other);
    pack_free(pack);
}

static void test_specimen__each_has_a_title(void **state)
{
    (void)state;
    for (int fill = 0; fill < SPECIMEN_COUNT; fill++) {
        assert_true(strlen(specimen_title((enum specimen)fill)) > 0);
    }
    assert_string_not_equal(specimen_title(SPECIMEN_EMPTY), specimen_title(SPECIMEN_FULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_specimen__empty_has_nothing_at_all),
        cmocka_unit_test(test_specimen__half_has_gaps),
        cmocka_unit_test(test_specimen__full_reaches_the_highest_index),
        cmocka_unit_test(test_specimen__is_the_same_each_time),
        cmocka_unit_test(test_specimen__each_has_a_title),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
