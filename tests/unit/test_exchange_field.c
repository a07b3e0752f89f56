/* Objects read by a table of their keys, and the texts in them: every document goes through these. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "exchange_field.h"
#include "limit.h"

#include <stdlib.h>
#include <string.h>

#define COUNT(rows) (sizeof(rows) / sizeof(rows)[0])
#define DIGITS "0123456789abcdef0123456789ABCDEF0123456789abcdef0123456789abcde"

/* What the table below reads into. */
struct target {
    const char *text, *date, *sha256;
};

static const struct field fields[] = {
    {FIELD("text"), exchange_read_text, offsetof(struct target, text)},
    {FIELD("date"), exchange_read_date, offsetof(struct target, date)},
    {FIELD("sha256"), exchange_read_sha256, offsetof(struct target, sha256)},
    FIELD_END,
};

/* Reads an object; true, or the row that refused it in *err. */
static bool take(struct arena *arena, const char *json, struct target *target, struct error *err)
{
    struct assessment out = {.arena = arena};
    struct reader reader = {.out = &out};
    *target = (struct target){NULL, NULL, NULL};
    *err = (struct error){.kind = ERROR_NONE};
    json_open(&reader.json, json, strlen(json), arena, NULL);
    bool read = exchange_read_fields(&reader, fields, target);
    return json_end(&reader.json, err) && read;
}

/* Protects the table's promise: any order, null as if absent, and nothing unknown or twice. */
static void test_exchange_field__reads_by_the_table(void **state)
{
    (void)state;
    static const struct {
        const char *json, *text, *date, *id;
    } rows[] = {
        {"{}", NULL, NULL, NULL},
        {"{\"text\":\"a\",\"date\":\"2023-05-01\"}", "a", "2023-05-01", NULL},
        {"{\"date\":\"2024-02-29\",\"text\":\"a\"}", "a", "2024-02-29", NULL},
        {"{\"text\":null,\"date\":null}", NULL, NULL, NULL},
        {"{\"text\":\"\",\"date\":\"\"}", NULL, NULL, NULL},
        {"{\"te\\u0078t\":\"\\u00e9\"}", "\xC3\xA9", NULL, NULL},
        {"{\"tex\":\"a\"}", NULL, NULL, "JSON_UNKNOWN_KEY"},
        {"{\"texts\":\"a\"}", NULL, NULL, "JSON_UNKNOWN_KEY"},
        {"{\"\":null}", NULL, NULL, "JSON_UNKNOWN_KEY"},
        {"{\"text\":null,\"text\":\"a\"}", NULL, NULL, "JSON_DUPLICATE_KEY"},
        {"{\"text\":3}", NULL, NULL, "JSON_TYPE"},
        {"[]", NULL, NULL, "JSON_TYPE"},
        {"{\"date\":\"2023-02-29\"}", NULL, NULL, "EXCHANGE_DATE"},
        {"{\"date\":\"2023-5-1\"}", NULL, NULL, "EXCHANGE_DATE"},
        {"{\"sha256\":\"" DIGITS "\"}", NULL, NULL, "EXCHANGE_SHA256"},
        {"{\"sha256\":\"" DIGITS "g\"}", NULL, NULL, "EXCHANGE_SHA256"},
        {"{\"sha256\":\"" DIGITS "00\"}", NULL, NULL, "EXCHANGE_SHA256"},
        {"{\"sha256\":\"\"}", NULL, NULL, "EXCHANGE_SHA256"},
    };
    struct arena arena = ARENA_EMPTY;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct target target;
        struct error err;
        bool read = take(&arena, rows[i].json, &target, &err);
        assert_int_equal(read, rows[i].id == NULL);
        if (!read) {
            assert_string_equal(err.id, rows[i].id);
            continue;
        }
        assert_string_equal(target.text == NULL ? "" : target.text,
                            rows[i].text == NULL ? "" : rows[i].text);
        assert_int_equal(target.text == NULL, rows[i].text == NULL);
        assert_int_equal(target.date == NULL, rows[i].date == NULL);
    }
    arena_release(&arena);
}

/* Protects comparison of hashes: their digits are kept small. */
static void test_exchange_field__keeps_hashes_small(void **state)
{
    (void)state;
    struct arena arena = ARENA_EMPTY;
    struct target target;
    struct error err;
    assert_true(take(&arena, "{\"sha256\":\"" DIGITS "F\"}", &target, &err));
    assert_int_equal(strlen(target.sha256), 64);
    assert_int_equal(strcspn(target.sha256, "ABCDEF"), 64);
    assert_int_equal(target.sha256[63], 'f');
    arena_release(&arena);
}

/* Both sides of LIMIT_TEXT_BYTES. */
static void test_exchange_field__limits_a_text(void **state)
{
    (void)state;
    struct arena arena = ARENA_EMPTY;
    for (size_t more = 0; more < 2; more++) {
        struct text json = TEXT_EMPTY;
        struct target target;
        struct error err;
        text_add(&json, "{\"text\":\"");
        for (size_t i = 0; i < LIMIT_TEXT_BYTES + more; i++) {
            text_add_byte(&json, 'x');
        }
        text_add(&json, "\"}");
        assert_int_equal(take(&arena, json.bytes, &target, &err), more == 0);
        if (more == 0) {
            assert_int_equal(strlen(target.text), LIMIT_TEXT_BYTES);
        } else {
            assert_string_equal(err.id, "JSON_LONG");
        }
        text_release(&json);
    }
    arena_release(&arena);
}

/* Protects growing arrays: new rows are zero, old ones keep what they hold. */
static void test_exchange_field__lists_grow(void **state)
{
    (void)state;
    struct arena arena = ARENA_EMPTY;
    struct assessment out = {.arena = &arena};
    struct reader reader = {.out = &out};
    struct list list = LIST_EMPTY;
    for (int i = 1; i <= 100; i++) {
        int *row = exchange_list_add(&reader, &list, sizeof *row);
        assert_int_equal(*row, 0);
        *row = i;
        assert_int_equal(list.count, i);
    }
    for (int i = 0; i < 100; i++) {
        assert_int_equal(((const int *)list.rows)[i], i + 1);
    }
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_exchange_field__reads_by_the_table),
        cmocka_unit_test(test_exchange_field__keeps_hashes_small),
        cmocka_unit_test(test_exchange_field__limits_a_text),
        cmocka_unit_test(test_exchange_field__lists_grow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
