/* What a worker sends is read by type and range, or not at all: the values reach the workbook. */
#include "draw_value.h"

#include "arena.h"
#include "gate.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

/* A text as the reader hands it on. */
static struct json_text text_of(const char *bytes)
{
    return (struct json_text){bytes, strlen(bytes)};
}

/* Wants the failure `id`, and forgets it; NULL: wants none. */
static void check_error(struct error *err, const char *id, const char *about)
{
    const char *found = error_is_set(err) ? err->id : NULL;
    if ((found == NULL) != (id == NULL) || (id != NULL && strcmp(found, id) != 0)) {
        fail_msg("%s: %s instead of %s", about, found ? found : "done", id ? id : "done");
    }
    error_clear(err);
}

/* ---- arguments ---------------------------------------------------------------------------------- */

/* Reads a list of arguments; texts live in `arena`. */
static bool read_arguments(const char *list, enum drawing_command command, struct arena *arena,
                           struct draw_value values[DRAWING_ARGUMENTS])
{
    struct json json;
    json_open(&json, list, strlen(list), arena, NULL);
    assert_true(json_array(&json));
    return draw_value_arguments(&json, command, values);
}

/* A row from 1 that stayed from 1 would move the whole report down by one. */
static void test_draw_value__places_count_from_0(void **state)
{
    (void)state;
    struct arena arena = ARENA_EMPTY;
    struct draw_value values[DRAWING_ARGUMENTS];
    assert_true(read_arguments("[2,1,16384,\"isi\",null]", DRAW_TEXT, &arena, values));
    assert_true(values[0].number == 2); /* sheets count from 0 already */
    assert_true(values[1].number == 0);
    assert_true(values[2].number == 16383);
    assert_true(json_is(&values[3].text, "isi"));
    assert_false(values[4].given);
    arena_release(&arena);
}

/* A formula's value is a text or a number; which one decides how the cell is written. */
static void test_draw_value__a_value_keeps_its_kind(void **state)
{
    (void)state;
    struct arena arena = ARENA_EMPTY;
    struct draw_value values[DRAWING_ARGUMENTS];
    assert_true(read_arguments("[0,1,1,\"=A2\",\"7\",\"gaya\"]", DRAW_FORMULA, &arena, values));
    assert_true(values[4].is_text);
    assert_true(json_is(&values[4].text, "7"));
    assert_true(values[5].given);
    assert_true(read_arguments("[0,1,1,\"=A2\",-2.5e1,null]", DRAW_FORMULA, &arena, values));
    assert_false(values[4].is_text);
    assert_true(values[4].number == -25);
    arena_release(&arena);
}

/* Options and lists are handed on as they stand: who reads them knows their shape. */
static void test_draw_value__options_stay_json(void **state)
{
    (void)state;
    struct arena arena = ARENA_EMPTY;
    struct draw_value values[DRAWING_ARGUMENTS];
    assert_true(read_arguments("[\"nama\",{\"a\":[1,{}]}]", DRAW_STYLE, &arena, values));
    assert_true(json_is(&values[1].text, "{\"a\":[1,{}]}"));
    assert_true(read_arguments("[0,1,1,[1,\"b\",false],\"tebal\"]", DRAW_CELLS, &arena, values));
    assert_true(json_is(&values[3].text, "[1,\"b\",false]"));
    assert_true(json_is(&values[4].text, "\"tebal\""));
    arena_release(&arena);
}

/* Nothing of the last command may shine through in the next one. */
static void test_draw_value__values_are_cleared_first(void **state)
{
    (void)state;
    struct arena arena = ARENA_EMPTY;
    struct draw_value values[DRAWING_ARGUMENTS];
    memset(values, 0xAB, sizeof values);
    assert_true(read_arguments("[0]", DRAW_PROTECT, &arena, values));
    for (size_t i = 1; i < DRAWING_ARGUMENTS; i++) {
        assert_false(values[i].given);
        assert_false(values[i].flag);
        assert_false(values[i].is_text);
        assert_null(values[i].text.bytes);
        assert_true(values[i].number == 0);
    }
    arena_release(&arena);
}

/* A worker that was taken over cannot reach outside the grid, nor leave out what must be there. */
static void test_draw_value__bad_arguments_are_refused(void **state)
{
    (void)state;
    static const struct {
        const char *list;
        enum drawing_command command;
    } rows[] = {
        {"[]", DRAW_TEXT},
        {"[0,1,1]", DRAW_TEXT},                     /* too few */
        {"[0,1,1,null,null]", DRAW_TEXT},           /* the text must be there */
        {"[null,1,1,\"a\",null]", DRAW_TEXT},       /* and the sheet */
        {"[0,1,1,\"a\",null,null]", DRAW_TEXT},     /* too many */
        {"[0,1,1,\"a\"]", DRAW_TEXT},               /* what may be left out is sent as null */
        {"[-1,1,1,\"a\",null]", DRAW_TEXT},         /* no such sheet */
        {"[2147483648,1,1,\"a\",null]", DRAW_TEXT}, /* nor one that does not fit */
        {"[0,0,1,\"a\",null]", DRAW_TEXT},          /* before the first row */
        {"[0,1048577,1,\"a\",null]", DRAW_TEXT},    /* after the last */
        {"[0,1,0,\"a\",null]", DRAW_TEXT},          /* before the first column */
        {"[0,1,16385,\"a\",null]", DRAW_TEXT},      /* after the last */
        {"[0,1.5,1,\"a\",null]", DRAW_TEXT},        /* between two rows */
        {"[0,1e3,1,\"a\",null]", DRAW_TEXT},        /* our own worker writes no such row */
        {"[0,\"1\",1,\"a\",null]", DRAW_TEXT},      /* a text is no row */
        {"[0,1,1,5,null]", DRAW_TEXT},              /* a number is no text */
        {"[0,1,1,\"a\",5]", DRAW_TEXT},             /* nor a style */
        {"[0,1,1,true,null]", DRAW_NUMBER},         /* a flag is no number */
        {"[0,1,1,\"5\",null]", DRAW_NUMBER},        /* a text neither */
        {"[0,1,1,\"=A1\",false,null]", DRAW_FORMULA},
        {"[0,1,1,\"=A1\",{},null]", DRAW_FORMULA},
        {"[\"a\",{\"b\":1,\"b\":2}]", DRAW_STYLE}, /* one key twice */
        {"[\"a\",{\"b\":}]", DRAW_STYLE},
        {"[\"a\",", DRAW_STYLE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena arena = ARENA_EMPTY;
        struct draw_value values[DRAWING_ARGUMENTS];
        if (read_arguments(rows[i].list, rows[i].command, &arena, values)) {
            fail_msg("%s was taken", rows[i].list);
        }
        arena_release(&arena);
    }
}

/* ---- numbers and colours ------------------------------------------------------------------------ */

static void test_draw_value__numbers_are_read_exactly(void **state)
{
    (void)state;
    static const struct {
        const char *json;
        bool good;
        double wanted;
    } rows[] = {
        {"0", true, 0},
        {"-0.5", true, -0.5},
        {"2.9795", true, 2.9795},
        {"1e3", true, 1000},
        {"9007199254740993", true, 9007199254740992.0},
        {"0.1000000000000000055511151231257827021", true, 0.1}, /* 39 characters: the most */
        {"0.10000000000000000555111512312578270211", false, 0}, /* one more */
        {"\"1\"", false, 0},
        {"null", false, 0},
        {"01", false, 0},
        {"1.", false, 0},
        {"+1", false, 0},
        {"NaN", false, 0},
        {"", false, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena arena = ARENA_EMPTY;
        struct json json;
        struct error err = {.kind = ERROR_NONE};
        double number = -7;
        json_open(&json, rows[i].json, strlen(rows[i].json), &arena, NULL);
        bool good = draw_value_number(&json, &number) && json_end(&json, &err);
        if (good != rows[i].good || (good && number != rows[i].wanted)) {
            fail_msg("%s: %d, %.17g", rows[i].json, good, number);
        }
        arena_release(&arena);
    }
}

static void test_draw_value__a_colour_has_six_digits(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int32_t wanted; /* -2: refused */
    } rows[] = {
        {"#000000", 0},  {"#ffffff", 0xFFFFFF}, {"#14365C", 0x14365C}, {"#aBcDeF", 0xABCDEF},
        {"#12345", -2},  {"#1234567", -2},      {"14365C0", -2},       {"#14365G", -2},
        {"#14365 ", -2}, {"# 4365C", -2},       {"red", -2},           {"", -2},
        {"#-12345", -2}, {"#0x1234", -2},       {"#14365@", -2},       {"#14365`", -2},
        {"#1436/5", -2}, {"#1436:5", -2},       {"#é1234", -2},        {"0#14365", -2},
        {"##14365", -2}, {"#14365\n", -2},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct json_text text = text_of(rows[i].text);
        int32_t color = -2;
        bool good = draw_value_color(&text, &color);
        if (good != (rows[i].wanted != -2) || color != rows[i].wanted) {
            fail_msg("'%s': %d, %06x", rows[i].text, good, (unsigned)color);
        }
    }
}

/* ---- options ------------------------------------------------------------------------------------ */

/* Each type is taken as itself and refused as another, by the key that the author wrote. */
static void test_draw_value__options_have_types(void **state)
{
    (void)state;
    static const struct {
        const char *options;
        enum option_set set;
        const char *id, *says;
    } rows[] = {
        {"{}", OPTIONS_STYLE, NULL, NULL},
        {"[]", OPTIONS_STYLE, NULL, NULL}, /* how an empty table of Lua travels */
        {"", OPTIONS_STYLE, NULL, NULL},   /* left out */
        {"{\"bold\":true}", OPTIONS_STYLE, NULL, NULL},
        {"{\"bold\":1}", OPTIONS_STYLE, "DRAW_TYPE", "'bold' needs true or false"},
        {"{\"bold\":\"true\"}", OPTIONS_STYLE, "DRAW_TYPE", "'bold'"},
        {"{\"bold\":null}", OPTIONS_STYLE, "DRAW_TYPE", "'bold'"},
        {"{\"size\":10.5}", OPTIONS_STYLE, NULL, NULL},
        {"{\"size\":\"10\"}", OPTIONS_STYLE, "DRAW_TYPE", "'size' needs a number"},
        {"{\"size\":false}", OPTIONS_STYLE, "DRAW_TYPE", "'size'"},
        {"{\"font\":\"Arial\"}", OPTIONS_STYLE, NULL, NULL},
        {"{\"font\":7}", OPTIONS_STYLE, "DRAW_TYPE", "'font' needs a text"},
        {"{\"font\":[\"Arial\"]}", OPTIONS_STYLE, "DRAW_TYPE", "'font'"},
        {"{\"fill\":\"#14365C\"}", OPTIONS_STYLE, NULL, NULL},
        {"{\"fill\":\"14365C\"}", OPTIONS_STYLE, "DRAW_TYPE", "'fill' needs a colour"},
        {"{\"fill\":1324636}", OPTIONS_STYLE, "DRAW_TYPE", "'fill'"},
        {"{\"series\":[{\"x\":1}]}", OPTIONS_CHART, NULL, NULL},
        {"{\"colour\":\"#14365C\"}", OPTIONS_STYLE, "DRAW_OPTION",
         "'colour' is not an option of uji"},
        {"{\"Bold\":true}", OPTIONS_STYLE, "DRAW_OPTION", "'Bold'"},
        {"{\"bol\":true}", OPTIONS_STYLE, "DRAW_OPTION", "'bol'"},
        {"{\"\":true}", OPTIONS_STYLE, "DRAW_OPTION", "''"},
        {"{\"bold\":true}", OPTIONS_PAGE, "DRAW_OPTION", "'bold'"}, /* of another set */
        {"[true]", OPTIONS_STYLE, "DRAW_OPTIONS", "uji"},
        {"\"bold\"", OPTIONS_STYLE, "DRAW_OPTIONS", "uji"},
        {"7", OPTIONS_STYLE, "DRAW_OPTIONS", "uji"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena arena = ARENA_EMPTY;
        struct error err = {.kind = ERROR_NONE};
        struct draw_value values[DRAWING_OPTIONS];
        struct json_text text = text_of(rows[i].options);
        bool done = draw_value_options(&text, rows[i].set, "uji", &arena, values, &err);
        assert_int_equal(done, rows[i].id == NULL);
        if (rows[i].says != NULL && strstr(err.message, rows[i].says) == NULL) {
            fail_msg("%s: %s", rows[i].options, err.message);
        }
        check_error(&err, rows[i].id, rows[i].options);
        arena_release(&arena);
    }
}

/* A value lands at the position of its own option, whatever the order of the keys. */
static void test_draw_value__options_find_their_place(void **state)
{
    (void)state;
    struct arena arena = ARENA_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    struct draw_value values[DRAWING_OPTIONS];
    struct json_text text =
        text_of("{\"tab\":\"#0000FF\",\"zoom\":85,\"gridlines\":false,\"freeze_row\":4}");
    memset(values, 0xAB, sizeof values);
    assert_true(draw_value_options(&text, OPTIONS_VIEW, "view", &arena, values, &err));
    assert_int_equal(values[VIEW_TAB].color, 0x0000FF);
    assert_true(values[VIEW_ZOOM].number == 85);
    assert_true(values[VIEW_ROW].number == 4);
    assert_true(values[VIEW_GRIDLINES].given); /* said, and not so */
    assert_false(values[VIEW_GRIDLINES].flag);
    assert_false(values[VIEW_COLUMN].given);
    assert_false(values[VIEW_HIDDEN].given);
    assert_false(values[VIEW_ACTIVE].flag);
    arena_release(&arena);
}

/* Every option of every set can be given: none hides behind another of the same key. */
static void test_draw_value__every_option_is_reached(void **state)
{
    (void)state;
    static const char *const samples[] = {[OPTION_FLAG] = "true",
                                          [OPTION_NUMBER] = "3",
                                          [OPTION_TEXT] = "\"isi\"",
                                          [OPTION_COLOR] = "\"#102030\"",
                                          [OPTION_ANY] = "[1]"};
    for (int set = OPTIONS_STYLE; set < OPTIONS_NONE; set++) {
        const struct drawing_option_row *rows = drawing_options((enum option_set)set);
        for (size_t i = 0; rows[i].key != NULL; i++) {
            struct arena arena = ARENA_EMPTY;
            struct error err = {.kind = ERROR_NONE};
            struct draw_value values[DRAWING_OPTIONS];
            struct text json = TEXT_EMPTY;
            text_format(&json, "{\"%s\":%s}", rows[i].key, samples[rows[i].type]);
            struct json_text text = {json.bytes, json.length};
            assert_true(
                draw_value_options(&text, (enum option_set)set, "uji", &arena, values, &err));
            for (size_t j = 0; j < DRAWING_OPTIONS; j++) {
                assert_int_equal(values[j].given, i == j);
            }
            text_release(&json);
            arena_release(&arena);
        }
    }
}

/* ---- lists, words, copies ----------------------------------------------------------------------- */

static void test_draw_value__a_list_is_a_list(void **state)
{
    (void)state;
    static const struct {
        const char *list, *id;
    } rows[] = {{"[1,2]", NULL},         {"[]", NULL},         {"", "DRAW_TYPE"},
                {"{}", "DRAW_TYPE"},     {"1", "DRAW_TYPE"},   {"null", "DRAW_TYPE"},
                {"\"[]\"", "DRAW_TYPE"}, {"true", "DRAW_TYPE"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena arena = ARENA_EMPTY;
        struct error err = {.kind = ERROR_NONE};
        struct json json;
        struct json_text text = text_of(rows[i].list);
        bool done = draw_value_list(&text, "kolom", &arena, &json, &err);
        assert_int_equal(done, rows[i].id == NULL);
        assert_true(done || strstr(err.message, "'kolom'") != NULL);
        check_error(&err, rows[i].id, rows[i].list);
        arena_release(&arena);
    }
}

/* A word that is not in the list is refused with the option's name; nothing given changes nothing. */
static void test_draw_value__a_word_has_a_position(void **state)
{
    (void)state;
    static const char *const words[] = {"none", "thin", "thick"};
    static const struct {
        const char *text; /* NULL: not given */
        uint8_t wanted;   /* 9: untouched */
        const char *id;
    } rows[] = {{"none", 0, NULL},        {"thin", 1, NULL},       {"thick", 2, NULL},
                {NULL, 9, NULL},          {"thi", 9, "DRAW_WORD"}, {"thinn", 9, "DRAW_WORD"},
                {"Thin", 9, "DRAW_WORD"}, {"", 9, "DRAW_WORD"},    {"none ", 9, "DRAW_WORD"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct error err = {.kind = ERROR_NONE};
        const char *text = rows[i].text == NULL ? "" : rows[i].text;
        struct draw_value value = {.given = rows[i].text != NULL, .text = text_of(text)};
        uint8_t position = 9;
        bool done = draw_value_word(&value, "garis", words, 3, &position, &err);
        assert_int_equal(done, rows[i].id == NULL);
        assert_int_equal(position, rows[i].wanted);
        assert_true(done || strstr(err.message, "'garis'") != NULL);
        check_error(&err, rows[i].id, text);
    }
}

/* "" and nothing are different: an empty title is not the same as none. */
static void test_draw_value__a_copy_ends_where_the_text_does(void **state)
{
    (void)state;
    struct arena arena = ARENA_EMPTY;
    struct draw_value part = {.given = true, .text = {"judulnya", 5}};
    struct draw_value empty = {.given = true, .text = {"x", 0}};
    struct draw_value none = {.given = false, .text = {"x", 1}};
    assert_string_equal(draw_value_string(&part, &arena), "judul");
    assert_string_equal(draw_value_string(&empty, &arena), "");
    assert_null(draw_value_string(&none, &arena));
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_draw_value__places_count_from_0),
        cmocka_unit_test(test_draw_value__a_value_keeps_its_kind),
        cmocka_unit_test(test_draw_value__options_stay_json),
        cmocka_unit_test(test_draw_value__values_are_cleared_first),
        cmocka_unit_test(test_draw_value__bad_arguments_are_refused),
        cmocka_unit_test(test_draw_value__numbers_are_read_exactly),
        cmocka_unit_test(test_draw_value__a_colour_has_six_digits),
        cmocka_unit_test(test_draw_value__options_have_types),
        cmocka_unit_test(test_draw_value__options_find_their_place),
        cmocka_unit_test(test_draw_value__every_option_is_reached),
        cmocka_unit_test(test_draw_value__a_list_is_a_list),
        cmocka_unit_test(test_draw_value__a_word_has_a_position),
        cmocka_unit_test(test_draw_value__a_copy_ends_where_the_text_does),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
