#include "complaint.h"

#include "limit.h"
#include "message.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

/* Two files of a pack with a few values. */
struct files {
    struct arena arena;
    struct source sources[2];
    struct complaints complaints;
};

static void put(struct files *files, size_t position, const char *name, const char *lua,
                const char *json)
{
    struct source *source = &files->sources[position];
    *source = (struct source){.name = name, .text = TEXT_EMPTY};
    text_add(&source->text, lua);
    source->value = data_read(json, strlen(json), &files->arena);
    assert_non_null(source->value);
}

static int setup(void **state)
{
    static struct files files;
    files = (struct files){.arena = ARENA_EMPTY};
    put(&files, 0, "pack.lua", "return {\n  a = 1,\n  b = {\n    2,\n    3,\n  },\n}\n",
        "{\"value\":{\"a\":1,\"b\":[2,3]}}");
    put(&files, 1, "domain_1.lua", "\nreturn {\n\n  a = 1 }\n", "{\"value\":{\"a\":1}}");
    files.complaints =
        (struct complaints){.place = "rules/x", .sources = files.sources, .source_count = 2};
    *state = &files;
    return 0;
}

static int teardown(void **state)
{
    struct files *files = *state;
    complaints_release(&files->complaints);
    text_release(&files->sources[0].text);
    text_release(&files->sources[1].text);
    arena_release(&files->arena);
    return 0;
}

static const struct data *value(void **state, size_t file, const char *key)
{
    return data_get(((struct files *)*state)->sources[file].value, key);
}

static struct complaints *list(void **state)
{
    return &((struct files *)*state)->complaints;
}

static void test_complaint__names_pack_file_and_line(void **state)
{
    assert_false(complain(list(state), value(state, 0, "b")->first->next, M_PACK_DOCUMENT, "x"));
    assert_false(complain(list(state), value(state, 1, "a"), M_PACK_DOCUMENT, "y"));
    assert_int_equal(list(state)->count, 2);
    const struct error *first = &list(state)->list[0].error;
    assert_string_equal(first->where, "rules/x/pack.lua:5");
    assert_string_equal(first->message, "'x' is no document of legal_basis");
    assert_string_equal(first->id, "PACK_DOCUMENT");
    assert_int_equal(first->kind, ERROR_PACK);
    assert_string_equal(list(state)->list[1].error.where, "rules/x/domain_1.lua:4");
}

static void test_complaint__another_value_can_be_pointed_at(void **state)
{
    struct text place = TEXT_EMPTY;
    complaint_place(list(state), value(state, 0, "b"), &place);
    assert_string_equal(place.bytes, "pack.lua:3");
    text_release(&place);
}

static void test_complaint__they_are_sorted_by_file_then_line_then_age(void **state)
{
    complain(list(state), value(state, 1, "a"), M_PACK_DOCUMENT, "5");
    complain(list(state), value(state, 0, "b")->first->next, M_PACK_DOCUMENT, "4");
    complain(list(state), value(state, 0, "a"), M_PACK_DOCUMENT, "1");
    complain(list(state), value(state, 0, "b"), M_PACK_DOCUMENT, "3");
    complain(list(state), value(state, 0, "a"), M_PACK_DOCUMENT, "2");
    complaints_sort(list(state));
    for (size_t i = 0; i < 5; i++) {
        assert_int_equal(list(state)->list[i].error.message[1], '1' + (int)i);
    }
}

static void test_complaint__sorting_nothing_is_allowed(void **state)
{
    complaints_sort(list(state));
    assert_int_equal(list(state)->count, 0);
}

static void test_complaint__a_full_list_counts_on(void **state)
{
    for (int i = 0; i < LIMIT_COMPLAINTS + 3; i++) {
        complain(list(state), value(state, 0, "a"), M_PACK_DOCUMENT, "x");
        assert_int_equal(list(state)->more, i < LIMIT_COMPLAINTS ? 0 : i - LIMIT_COMPLAINTS + 1);
    }
    assert_int_equal(list(state)->count, LIMIT_COMPLAINTS);
    assert_int_equal(list(state)->more, 3);
}

/* What a stranger writes must not move a terminal, or push the advice off the end of a sentence. */
static void test_complaint__quoted_texts_are_harmless_and_leave_the_advice(void **state)
{
    char quoted[4096];
    memset(quoted, 'x', sizeof quoted - 1);
    quoted[sizeof quoted - 1] = '\0';
    complain(list(state), value(state, 0, "a"), M_PACK_TEXT_EMPTY, quoted);
    complain(list(state), value(state, 0, "a"), M_PACK_DOCUMENT, "\x1b[2J\n");
    const char *sentence = list(state)->list[0].error.message;
    const char advice[] = "write a text or leave the field out";
    assert_true(strlen(sentence) < sizeof list(state)->list[0].error.message);
    assert_string_equal(sentence + strlen(sentence) - strlen(advice), advice);
    assert_null(strchr(list(state)->list[1].error.message, '\x1b'));
    assert_null(strchr(list(state)->list[1].error.message, '\n'));
}

static void test_complaint__long_texts_are_cut_between_characters(void **state)
{
    char quoted[4096] = "";
    for (size_t start = 0; start < 4; start++) {
        memset(quoted, 'x', start);
        for (size_t i = start; i + 3 < sizeof quoted; i += 3) {
            memcpy(quoted + i, "\xe6\xbc\xa2", 4);
        }
        complain(list(state), value(state, 0, "a"), M_PACK_TEXT_EMPTY, quoted);
        const char *sentence = list(state)->list[start].error.message;
        assert_int_equal(text_utf8_prefix(sentence, strlen(sentence)), strlen(sentence));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_complaint__names_pack_file_and_line, setup, teardown),
        cmocka_unit_test_setup_teardown(test_complaint__another_value_can_be_pointed_at, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(test_complaint__they_are_sorted_by_file_then_line_then_age,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(test_complaint__sorting_nothing_is_allowed, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(test_complaint__a_full_list_counts_on, setup, teardown),
        cmocka_unit_test_setup_teardown(
            test_complaint__quoted_texts_are_harmless_and_leave_the_advice, setup, teardown),
        cmocka_unit_test_setup_teardown(test_complaint__long_texts_are_cut_between_characters,
                                        setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
