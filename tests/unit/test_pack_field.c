#include "pack_field.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

/* Checks one declared value; the sentences stay in *complaints, which the caller releases. */
static bool check(const char *json, const char *lua, enum record record, struct arena *arena,
                  struct source *source, struct complaints *complaints)
{
    struct text answer = TEXT_EMPTY;
    text_format(&answer, "{\"value\":%s}", json);
    *source = (struct source){.name = "f.lua", .text = TEXT_EMPTY};
    text_add(&source->text, lua);
    source->value = data_read(answer.bytes, answer.length, arena);
    assert_non_null(source->value);
    text_release(&answer);
    *complaints = (struct complaints){.place = "p", .sources = source, .source_count = 1};
    return pack_field_check(source->value, record, complaints);
}

/* Wants these sentences, each behind its place, lines separated by "\n". */
static void want(const char *json, const char *lua, enum record record, const char *expected)
{
    struct arena arena = ARENA_EMPTY;
    struct source source;
    struct complaints complaints;
    struct text found = TEXT_EMPTY;
    bool ok = check(json, lua, record, &arena, &source, &complaints);
    complaints_sort(&complaints);
    for (size_t i = 0; i < complaints.count; i++) {
        text_format(&found, "%s%s: %s", i == 0 ? "" : "\n", complaints.list[i].error.where,
                    complaints.list[i].error.message);
    }
    assert_string_equal(found.bytes, expected);
    assert_int_equal(ok, expected[0] == '\0');
    text_release(&found);
    text_release(&source.text);
    complaints_release(&complaints);
    arena_release(&arena);
}

/* A criterion with one field changed. */
#define CRITERION(fields) "{\"basis\":\"a\"" fields ",\"id\":\"I01.2.a\",\"text\":\"x\"}"

static void test_pack_field__what_is_right_passes(void **state)
{
    (void)state;
    want(CRITERION(""), "", RECORD_CRITERION, "");
    want(CRITERION(",\"from\":2021,\"guideline_only\":true"), "", RECORD_CRITERION, "");
    want("{\"source\":\"a\",\"text\":\"b\"}", "", RECORD_DIFFERENCE, "");
    want("[]", "", RECORD_NOTES, ""); /* an empty table, and nothing is needed */
}

static void test_pack_field__a_missing_field_is_told_with_its_meaning(void **state)
{
    (void)state;
    want("{\"source\":\"a\"}", "\nreturn {\n source = 'a' }", RECORD_DIFFERENCE,
         "p/f.lua:2: the field 'text' is missing: how it differs");
    want("[]", "return {}", RECORD_DIFFERENCE,
         "p/f.lua:1: the field 'source' is missing: the document that differs: an id of "
         "legal_basis\n"
         "p/f.lua:1: the field 'text' is missing: how it differs");
}

static void test_pack_field__a_mistyped_field_is_told_the_one_that_was_meant(void **state)
{
    (void)state;
    want("{\"source\":\"a\",\"txet\":\"b\"}", "return {\n source = 'a',\n txet = 'b' }",
         RECORD_DIFFERENCE, "p/f.lua:3: the field 'txet' is not known here; did you mean 'text'?");
    want("{\"source\":\"a\",\"text\":\"b\",\"texts\":\"c\"}", "", RECORD_DIFFERENCE,
         "p/f.lua:1: the field 'texts' is not known here; 'spbe help pack' lists the fields");
    want("{\"colour\":\"red\",\"source\":\"a\",\"text\":\"b\"}", "", RECORD_DIFFERENCE,
         "p/f.lua:1: the field 'colour' is not known here; 'spbe help pack' lists the fields");
}

/* A table of the record, and whether it is taken. */
static const struct {
    const char *json;
    enum record record;
    bool ok;
} typed[] = {
    /* a text */
    {"{\"id\":\"a\",\"text\":\"b\"}", RECORD_QUESTION, true},
    {"{\"id\":1,\"text\":\"b\"}", RECORD_QUESTION, false},
    {"{\"id\":\"a\",\"text\":true}", RECORD_QUESTION, false},
    {"{\"id\":\"a\",\"text\":\"\"}", RECORD_QUESTION, false},
    {"{\"id\":\"a\",\"text\":\" \\n\\t\"}", RECORD_QUESTION, false},
    {"{\"id\":\"a\",\"text\":[]}", RECORD_QUESTION, false},
    {"{\"id\":\"a\",\"text\":{\"@function\":\"f\"}}", RECORD_QUESTION, false},
    /* a note may be empty */
    {"{\"legal_basis_note\":\"\"}", RECORD_SOURCES_META, true},
    {"{\"legal_basis_note\":0}", RECORD_SOURCES_META, false},
    /* whole numbers */
    {"{\"at_least\":0,\"from_level\":1000000}", RECORD_DUTY, true},
    {"{\"at_least\":-1,\"from_level\":1}", RECORD_DUTY, false},
    {"{\"at_least\":1,\"from_level\":1000001}", RECORD_DUTY, false},
    {"{\"at_least\":1.5,\"from_level\":1}", RECORD_DUTY, false},
    {"{\"at_least\":\"1\",\"from_level\":1}", RECORD_DUTY, false},
    {"{\"at_least\":1e1,\"from_level\":1}", RECORD_DUTY, false},
    /* years */
    {"{\"first\":2000,\"last\":2100}", RECORD_YEARS, true},
    {"{\"first\":1999,\"last\":2100}", RECORD_YEARS, false},
    {"{\"first\":2000,\"last\":2101}", RECORD_YEARS, false},
    {"{\"first\":\"2021\",\"last\":2024}", RECORD_YEARS, false},
    /* exact numbers */
    {"{\"max\":\"20/6\",\"min\":1.3}", RECORD_RANGE, true},
    {"{\"max\":\"1,5\",\"min\":1.3}", RECORD_RANGE, false},
    {"{\"max\":1e9,\"min\":1.3}", RECORD_RANGE, false},
    {"{\"max\":\"banyak\",\"min\":1.3}", RECORD_RANGE, false},
    /* true or false */
    {"{\"max\":2,\"max_inclusive\":true,\"min\":1,\"name\":\"x\"}", RECORD_PREDICATE, true},
    {"{\"max\":2,\"max_inclusive\":\"true\",\"min\":1,\"name\":\"x\"}", RECORD_PREDICATE, false},
    {"{\"max\":2,\"max_inclusive\":1,\"min\":1,\"name\":\"x\"}", RECORD_PREDICATE, false},
    /* lists of texts and of numbers */
    {"{\"partial\":[\"a\",\"b\"]}", RECORD_COVERAGE, true},
    {"{\"partial\":[]}", RECORD_COVERAGE, true},
    {"{\"partial\":[\"a\",1]}", RECORD_COVERAGE, false},
    {"{\"partial\":[\"\"]}", RECORD_COVERAGE, false},
    {"{\"partial\":\"a\"}", RECORD_COVERAGE, false},
    {"{\"partial\":{\"x\":\"a\"}}", RECORD_COVERAGE, false},
    {"{\"strength_levels\":[4,5]}", RECORD_REPORT, true},
    {"{\"strength_levels\":[4,\"5\"]}", RECORD_REPORT, false},
    {"{\"strength_levels\":[4.5]}", RECORD_REPORT, false},
    /* tables with free names */
    {"{\"predicate_on\":{\"2021\":\"exact\"},\"published_decimals\":2}", RECORD_ROUNDING, true},
    {"{\"predicate_on\":[],\"published_decimals\":2}", RECORD_ROUNDING, true},
    {"{\"predicate_on\":{\"21\":\"exact\"},\"published_decimals\":2}", RECORD_ROUNDING, false},
    {"{\"predicate_on\":{\"2021\":1},\"published_decimals\":2}", RECORD_ROUNDING, false},
    {"{\"predicate_on\":[\"exact\"],\"published_decimals\":2}", RECORD_ROUNDING, false},
    {"{\"symbols\":{\"N I\":\"nilai\"}}", RECORD_FORMULA, true},
    {"{\"symbols\":{\"NI\":2}}", RECORD_FORMULA, false},
    {"{\"variants\":{\"Optimum\":[\"x\",\"y\"]}}", RECORD_NAMES_META, true},
    {"{\"variants\":{\"Optimum\":\"x\"}}", RECORD_NAMES_META, false},
    /* lists of exact numbers, and lists of those */
    {"{\"criteria\":[],\"item_points\":[0.5,\"1/3\"],\"level\":1}", RECORD_LEVEL, true},
    {"{\"criteria\":[],\"item_points\":[\"x\"],\"level\":1}", RECORD_LEVEL, false},
    {"{\"criteria\":[],\"item_points\":0.5,\"level\":1}", RECORD_LEVEL, false},
    {"{\"bands\":[[0,1,1,2],[]],\"input\":\"x\"}", RECORD_CONVERSION, true},
    {"{\"bands\":[0,1],\"input\":\"x\"}", RECORD_CONVERSION, false},
    {"{\"bands\":[[\"x\"]],\"input\":\"x\"}", RECORD_CONVERSION, false},
    /* anything for readers */
    {"{\"articles\":12}", RECORD_DOCUMENT, true},
    {"{\"articles\":{\"a\":[1,true,{\"b\":\"\"}]}}", RECORD_DOCUMENT, true},
    /* fields of its own: of records that there are, that no pack has already */
    {"{\"own_fields\":{\"level\":{\"tema\":\"x\"}}}", RECORD_PACK, false}, /* others are missing */
    /* tables inside tables */
    {"{\"range\":{\"max\":2,\"min\":1}}", RECORD_FORMULA, true},
    {"{\"range\":{\"max\":2}}", RECORD_FORMULA, false},
    {"{\"range\":[1,2]}", RECORD_FORMULA, false},
    {"{\"earlier\":[{\"source\":\"a\",\"text\":\"b\"}],\"since\":\"a\",\"text\":\"b\","
     "\"topic\":\"c\"}",
     RECORD_RULE, true},
    {"{\"earlier\":[{\"source\":\"a\"}],\"since\":\"a\",\"text\":\"b\",\"topic\":\"c\"}",
     RECORD_RULE, false},
    {"{\"earlier\":{\"source\":\"a\",\"text\":\"b\"},\"since\":\"a\",\"text\":\"b\","
     "\"topic\":\"c\"}",
     RECORD_RULE, false},
};

static void test_pack_field__every_type_takes_its_own_and_nothing_else(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
        struct arena arena = ARENA_EMPTY;
        struct source source;
        struct complaints complaints;
        bool ok = check(typed[i].json, "", typed[i].record, &arena, &source, &complaints);
        if (ok != typed[i].ok) {
            print_error("%s\n", typed[i].json);
        }
        assert_int_equal(ok, typed[i].ok);
        assert_int_equal(complaints.count == 0, typed[i].ok);
        complaints_release(&complaints);
        text_release(&source.text);
        arena_release(&arena);
    }
}

static void test_pack_field__a_wrong_type_says_what_is_there(void **state)
{
    (void)state;
    want("{\"at_least\":1.5,\"from_level\":\"dua\"}",
         "return {\n at_least = 1.5,\n from_level = 'dua' }", RECORD_DUTY,
         "p/f.lua:2: 'at_least' must be a whole number from 0 to 1000000, not 1.5\n"
         "p/f.lua:3: 'from_level' must be a whole number from 0 to 1000000, not a text");
    want("{\"partial\":[\"a\",{\"b\":1}]}", "return { partial = { 'a',\n { b = 1 } } }",
         RECORD_COVERAGE, "p/f.lua:2: 'partial[2]' must be a text, not a table with named fields");
    want("[1]", "return { 1 }", RECORD_COVERAGE,
         "p/f.lua:1: 'return' must be a table with named fields, not a list");
}

static void test_pack_field__a_list_of_records_is_checked_item_by_item(void **state)
{
    (void)state;
    struct arena arena = ARENA_EMPTY;
    struct complaints complaints;
    struct source source;
    check(
        "{\"sources_catalog\":[{\"cite\":\"a\",\"key\":\"S1\",\"what\":\"b\"},{\"key\":\"S2\"},7]}",
        "", RECORD_NOTES, &arena, &source, &complaints);
    assert_int_equal(complaints.count, 3);
    complaints_release(&complaints);
    complaints = (struct complaints){.place = "p", .sources = &source, .source_count = 1};
    assert_false(pack_field_check_list(source.value, RECORD_REFERENCE, &complaints));
    assert_int_equal(complaints.count, 1);
    complaints_release(&complaints);
    text_release(&source.text);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pack_field__what_is_right_passes),
        cmocka_unit_test(test_pack_field__a_missing_field_is_told_with_its_meaning),
        cmocka_unit_test(test_pack_field__a_mistyped_field_is_told_the_one_that_was_meant),
        cmocka_unit_test(test_pack_field__every_type_takes_its_own_and_nothing_else),
        cmocka_unit_test(test_pack_field__a_wrong_type_says_what_is_there),
        cmocka_unit_test(test_pack_field__a_list_of_records_is_checked_item_by_item),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
