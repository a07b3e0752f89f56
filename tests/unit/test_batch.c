/* Many assessments in one run: each refusal is counted, the only one is told as itself, and many are
 * told by their number. */
#include "batch.h"

#include "limit.h"
#include "message.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* Refuses so many documents. */
static void refuse(struct batch *batch, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        batch_refuse_empty(batch, "kota.json");
    }
}

static void test_batch__all_read_is_a_good_end(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    struct batch batch = {.done = 3};
    assert_true(batch_end(&batch, &err));
    assert_false(error_is_set(&err));
    struct batch none = {.done = 0};
    assert_true(batch_end(&none, &err));
}

static void test_batch__the_only_document_is_refused_with_its_own_error(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    struct batch batch = {.done = 0};
    refuse(&batch, 1);
    assert_false(batch.told); /* the caller tells it */
    assert_false(batch_end(&batch, &err));
    assert_string_equal(err.id, "EVALUATOR_NONE");
    assert_string_equal(err.where, "kota.json");
}

static void test_batch__one_of_several_is_told_and_counted(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    struct batch batch = {.done = 4};
    refuse(&batch, 1);
    assert_true(batch.told);
    assert_false(batch_end(&batch, &err));
    assert_string_equal(err.id, "BATCH_BAD");
    assert_int_equal(err.kind, ERROR_INPUT);
    assert_non_null(strchr(err.message, '1'));
    assert_non_null(strchr(err.message, '5'));
}

static void test_batch__the_first_is_kept_when_more_come(void **state)
{
    (void)state;
    struct batch batch = {.done = 0};
    struct error other = {.kind = ERROR_NONE};
    batch_refuse_empty(&batch, "satu.json");
    error_set(&other, M_EVALUATOR_NONE, "dua.json");
    batch_refuse(&batch, &other);
    assert_int_equal(batch.bad, 2);
    assert_true(batch.told);
    assert_string_equal(batch.first.where, "satu.json");
}

static void test_batch__beyond_the_limit_they_are_only_counted(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    struct batch batch = {.done = 0};
    refuse(&batch, LIMIT_REFUSALS);
    assert_false(batch_end(&batch, &err));
    assert_string_equal(err.id, "BATCH_BAD");
    error_clear(&err);
    refuse(&batch, 1);
    assert_int_equal(batch.bad, LIMIT_REFUSALS + 1);
    assert_false(batch_end(&batch, &err));
    assert_string_equal(err.id, "BATCH_MANY");
}

static void test_batch__a_document_is_numbered_only_among_others(void **state)
{
    (void)state;
    struct text name = TEXT_EMPTY;
    assert_string_equal(batch_name("kota.json", 1, true, &name), "kota.json");
    const char *numbered = batch_name("kota.json", 12, false, &name);
    assert_int_equal(strncmp(numbered, "kota.json", 9), 0);
    assert_string_equal(numbered + strlen(numbered) - 2, "12");
    assert_null(strstr(batch_name("-", 1, true, &name), "-"));
    text_release(&name);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_batch__all_read_is_a_good_end),
        cmocka_unit_test(test_batch__the_only_document_is_refused_with_its_own_error),
        cmocka_unit_test(test_batch__one_of_several_is_told_and_counted),
        cmocka_unit_test(test_batch__the_first_is_kept_when_more_come),
        cmocka_unit_test(test_batch__beyond_the_limit_they_are_only_counted),
        cmocka_unit_test(test_batch__a_document_is_numbered_only_among_others),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
