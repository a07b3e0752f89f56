#include "pack_table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

/* Calls `check` for every row of the table. */
static void each_row(void (*check)(const struct field *field))
{
    for (enum record record = 0; record < RECORD_COUNT; record++) {
        for (const struct field *field = pack_fields(record); field->record == record; field++) {
            check(field);
        }
    }
}

static void test_pack_table__every_record_has_its_rows_and_a_title(void **state)
{
    (void)state;
    const struct field *last = NULL;
    for (enum record record = 0; record < RECORD_COUNT; record++) {
        const struct field *field = pack_fields(record);
        assert_int_equal(field->record, record);
        assert_true(last == NULL || field == last + 1); /* no row stands between two records */
        while (field->record == record) {
            last = field++;
        }
        assert_true(strlen(pack_record_title(record)) > 0);
        for (enum record other = 0; other < record; other++) {
            bool named = pack_record_class(record) != NULL && pack_record_class(other) != NULL;
            assert_true(!named || strcmp(pack_record_class(record), pack_record_class(other)) != 0);
        }
    }
}

static void has_meaning(const struct field *field)
{
    assert_true(strlen(field->name) > 0);
    assert_true(strlen(field->meaning) > 3);
    assert_true(strlen(pack_type_title(field->type)) > 0);
    assert_int_equal(field->name[strspn(field->name, "abcdefghijklmnopqrstuvwxyz0123456789_")],
                     '\0');
}

static void test_pack_table__every_field_says_what_it_means(void **state)
{
    (void)state;
    each_row(has_meaning);
}

static void has_inner(const struct field *field)
{
    bool inner = field->type == FIELD_RECORD || field->type == FIELD_LIST;
    assert_int_equal(inner, field->inner != RECORD_COUNT);
}

static void test_pack_table__only_tables_of_fields_lead_to_fields(void **state)
{
    (void)state;
    each_row(has_inner);
}

static void is_found(const struct field *field)
{
    assert_ptr_equal(pack_field_row(field->record, field->name), field);
}

static void test_pack_table__every_field_is_found_by_name_and_stands_once(void **state)
{
    (void)state;
    each_row(is_found);
    assert_null(pack_field_row(RECORD_CRITERION, "weight"));
    assert_null(pack_field_row(RECORD_EXPECT, ""));
    assert_null(pack_field_row(RECORD_PACK, "Title"));
}

/* A record that cannot be reached from what a file returns would be documented in vain. */
static void test_pack_table__every_record_can_stand_in_a_file(void **state)
{
    (void)state;
    bool reached[RECORD_COUNT] = {
        [RECORD_PACK] = true,      [RECORD_NOTES] = true,   [RECORD_CHECKS] = true,
        [RECORD_DOMAIN] = true,    [RECORD_EXAMPLE] = true, [RECORD_OVERLAY] = true,
        [RECORD_CROSSWALK] = true,
    };
    for (int round = 0; round < RECORD_COUNT; round++) {
        for (enum record record = 0; record < RECORD_COUNT; record++) {
            const struct field *field = pack_fields(record);
            for (; reached[record] && field->record == record; field++) {
                if (field->inner != RECORD_COUNT) {
                    reached[field->inner] = true;
                }
            }
        }
    }
    for (enum record record = 0; record < RECORD_COUNT; record++) {
        assert_true(reached[record]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pack_table__every_record_has_its_rows_and_a_title),
        cmocka_unit_test(test_pack_table__every_field_says_what_it_means),
        cmocka_unit_test(test_pack_table__only_tables_of_fields_lead_to_fields),
        cmocka_unit_test(test_pack_table__every_field_is_found_by_name_and_stands_once),
        cmocka_unit_test(test_pack_table__every_record_can_stand_in_a_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
