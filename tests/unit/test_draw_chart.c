/* The options of a chart as a template gives them, down to the file; what is out of range is refused. */
#include "draw_chart.h"

#include "support_book.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#define SERIES "\"series\":[{\"values\":\"=Satu!$B$1:$B$3\"}]"

static const char chart_part[] = "xl/charts/chart1.xml";

/* Draws a chart with its corner in B5. */
static bool draw(struct book *book, const char *options)
{
    struct arena arena = ARENA_EMPTY;
    struct draw_value arguments[DRAWING_ARGUMENTS] = {
        {.given = true, .number = 0},
        {.given = true, .number = 4},
        {.given = true, .number = 1},
        {.given = true, .text = {options, strlen(options)}}};
    struct canvas canvas = {.workbook = book->workbook};
    bool done = draw_chart(&canvas, arguments, &arena, &book->err);
    arena_release(&arena);
    return done;
}

/* Wants a text in the chart that options make. */
static void check_part(const char *options, const char *part, const char *wanted)
{
    struct book book;
    book_open(&book);
    assert_done(&book, draw(&book, options));
    book_finish(&book);
    assert_part(&book, part, wanted);
    book_close(&book);
}

struct refusal {
    const char *options, *id;
};

static void check_refused(const struct refusal *rows)
{
    for (; rows->options != NULL; rows++) {
        struct book book;
        book_open(&book);
        bool done = draw(&book, rows->options);
        if (done || strcmp(book.err.id, rows->id) != 0) {
            fail_msg("%s: %s instead of %s", rows->options, done ? "done" : book.err.id, rows->id);
        }
        book_close(&book);
    }
}

/* Wants each to be taken. */
static void check_taken(const char *const *rows)
{
    for (; *rows != NULL; rows++) {
        struct book book;
        book_open(&book);
        if (!draw(&book, *rows)) {
            fail_msg("%s: %s", *rows, book.err.message);
        }
        book_close(&book);
    }
}

/* Each word draws what it says: a radar that came out as columns would go unnoticed. */
static void test_draw_chart__kinds_by_their_words(void **state)
{
    (void)state;
    static const struct {
        const char *word, *element;
    } rows[] = {
        {"area", "c:areaChart"},
        {"bar", "c:barDir val=\"bar\""},
        {"column", "c:barDir val=\"col\""},
        {"column_stacked", "c:grouping val=\"stacked\""},
        {"doughnut", "c:doughnutChart"},
        {"line", "c:lineChart"},
        {"pie", "c:pieChart"},
        {"radar", "c:radarStyle val=\"marker\""},
        {"scatter", "c:scatterChart"},
        {"radar_filled", "c:radarStyle val=\"filled\""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct text options = TEXT_EMPTY;
        text_format(&options,
                    "{\"kind\":\"%s\",\"series\":[{\"categories\":\"=Satu!$A$1:$A$3\","
                    "\"values\":\"=Satu!$B$1:$B$3\"}]}",
                    rows[i].word);
        check_part(options.bytes, chart_part, rows[i].element);
        text_release(&options);
    }
}

/* Who says nothing gets a column chart with its legend below. */
static void test_draw_chart__what_is_left_out(void **state)
{
    (void)state;
    struct book book;
    book_open(&book);
    assert_done(&book, draw(&book, "{" SERIES "}"));
    book_finish(&book);
    assert_part(&book, chart_part, "c:barDir val=\"col\"");
    assert_part(&book, chart_part, "c:legendPos val=\"b\"");
    assert_part(&book, chart_part, "c:gapWidth val=\"60\"");
    assert_part(&book, "xl/drawings/drawing1.xml", "<xdr:from><xdr:col>1</xdr:col>");
    assert_part(&book, "xl/drawings/drawing1.xml", "<xdr:row>4</xdr:row>");
    book_close(&book);
}

/* What a person or a screen reader reads on the chart is what the template says. */
static void test_draw_chart__texts_and_axes_arrive(void **state)
{
    (void)state;
    struct book book;
    book_open(&book);
    assert_done(&book,
                draw(&book, "{\"kind\":\"bar\",\"title\":\"Nilai & bobot\",\"description\":"
                            "\"Empat batang\",\"legend\":\"right\",\"gap\":120,"
                            "\"overlap\":-20,\"value\":{\"least\":1,\"most\":5,\"step\":0.5,"
                            "\"format\":\"0.0\",\"gridlines\":true},\"category\":{\"reverse\":"
                            "true},\"series\":[{\"name\":\"Klaim\",\"values\":\"=Satu!$B$1:$B$3\","
                            "\"color\":\"#14365C\",\"labels\":true,\"points\":[\"#AA0011\"]}]}"));
    book_finish(&book);
    assert_part(&book, chart_part, "Nilai &amp; bobot");
    assert_part(&book, chart_part, "c:legendPos val=\"r\"");
    assert_part(&book, chart_part, "c:gapWidth val=\"120\"");
    assert_part(&book, chart_part, "c:overlap val=\"-20\"");
    assert_part(&book, chart_part, "c:min val=\"1\"");
    assert_part(&book, chart_part, "c:max val=\"5\"");
    assert_part(&book, chart_part, "c:majorUnit val=\"0.5\"");
    assert_part(&book, chart_part, "c:orientation val=\"maxMin\"");
    assert_part(&book, chart_part, "formatCode=\"0.0\"");
    assert_part(&book, chart_part, "14365C");
    assert_part(&book, chart_part, "AA0011");
    assert_part(&book, chart_part, "c:showVal val=\"1\"");
    assert_part(&book, "xl/drawings/drawing1.xml", "descr=\"Empat batang\"");
    book_close(&book);
}

/* The base of a waterfall keeps its room, and nobody sees it: not in the chart, not in the legend. */
static void test_draw_chart__what_is_invisible_is_not_drawn(void **state)
{
    (void)state;
    struct book book;
    book_open(&book);
    assert_done(&book,
                draw(&book,
                     "{\"kind\":\"column_stacked\",\"series\":[{\"name\":\"Alas\","
                     "\"values\":\"=Satu!$A$1:$A$3\",\"invisible\":true,\"color\":\"#AA0011\"},"
                     "{\"name\":\"Naik\",\"values\":\"=Satu!$B$1:$B$3\"}]}"));
    book_finish(&book);
    assert_part(&book, chart_part, "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>");
    assert_part(&book, chart_part,
                "<c:legendEntry><c:idx val=\"0\"/><c:delete val=\"1\"/></c:legendEntry>");
    assert_part(&book, chart_part, "Satu!$A$1:$A$3");
    book_close(&book);
}

static void test_draw_chart__the_edges_of_ranges_are_taken(void **state)
{
    (void)state;
    static const char *const rows[] = {"{\"width\":40," SERIES "}",
                                       "{\"width\":4000," SERIES "}",
                                       "{\"height\":40," SERIES "}",
                                       "{\"height\":4000," SERIES "}",
                                       "{\"x\":0,\"y\":1000," SERIES "}",
                                       "{\"x\":1000,\"y\":0," SERIES "}",
                                       "{\"gap\":0," SERIES "}",
                                       "{\"gap\":500," SERIES "}",
                                       "{\"overlap\":-100," SERIES "}",
                                       "{\"overlap\":100," SERIES "}",
                                       "{\"kind\":\"doughnut\",\"hole\":10," SERIES "}",
                                       "{\"kind\":\"doughnut\",\"hole\":90," SERIES "}",
                                       "{\"legend\":\"none\"," SERIES "}",
                                       "{\"category\":{},\"value\":[]," SERIES "}",
                                       NULL};
    check_taken(rows);
}

/* Numbers that no member can hold must not wrap around into ones that look possible. */
static void test_draw_chart__outside_of_ranges_is_refused(void **state)
{
    (void)state;
    static const struct refusal rows[] = {
        {"{\"width\":39," SERIES "}", "WORKBOOK_RANGE"},
        {"{\"width\":4001," SERIES "}", "WORKBOOK_RANGE"},
        {"{\"width\":4294967336," SERIES "}", "WORKBOOK_RANGE"}, /* 40 in 32 bits */
        {"{\"width\":-1," SERIES "}", "WORKBOOK_RANGE"},
        {"{\"width\":1e300," SERIES "}", "WORKBOOK_RANGE"},
        {"{\"height\":39.9," SERIES "}", "WORKBOOK_RANGE"},
        {"{\"height\":4001," SERIES "}", "WORKBOOK_RANGE"},
        {"{\"x\":-1," SERIES "}", "WORKBOOK_RANGE"},
        {"{\"x\":1001," SERIES "}", "WORKBOOK_RANGE"},
        {"{\"y\":-1," SERIES "}", "WORKBOOK_RANGE"},
        {"{\"y\":1001," SERIES "}", "WORKBOOK_RANGE"},
        {"{\"gap\":501," SERIES "}", "WORKBOOK_RANGE"},
        {"{\"gap\":65536," SERIES "}", "WORKBOOK_RANGE"}, /* 0 in 16 bits */
        {"{\"overlap\":-101," SERIES "}", "WORKBOOK_RANGE"},
        {"{\"overlap\":101," SERIES "}", "WORKBOOK_RANGE"},
        {"{\"kind\":\"doughnut\",\"hole\":9," SERIES "}", "WORKBOOK_RANGE"},
        {"{\"kind\":\"doughnut\",\"hole\":91," SERIES "}", "WORKBOOK_RANGE"},
        {"{\"kind\":\"doughnut\",\"hole\":266," SERIES "}", "WORKBOOK_RANGE"}, /* 10 in 8 bits */
        {"{\"legend\":\"kanan\"," SERIES "}", "WORKBOOK_RANGE"},
        {"{\"series\":[{\"values\":\"=Satu!$B$1:$B$3\",\"transparency\":101}]}", "WORKBOOK_RANGE"},
        {"{\"series\":[{\"values\":\"=Satu!$B$1:$B$3\",\"transparency\":-1}]}", "WORKBOOK_RANGE"},
        {NULL, NULL}};
    check_refused(rows);
}

/* The author reads which option is wrong, in the chart, its axes and its series alike. */
static void test_draw_chart__wrong_options_are_refused(void **state)
{
    (void)state;
    static const struct refusal rows[] = {
        {"{}", "DRAW_TYPE"}, /* nothing to draw */
        {"[1]", "DRAW_OPTIONS"},
        {"{\"series\":[]}", "WORKBOOK_RANGE"},
        {"{\"series\":{\"values\":\"=Satu!$B$1:$B$3\"}}", "DRAW_TYPE"},
        {"{\"series\":[5]}", "DRAW_OPTIONS"},
        {"{\"series\":[{}]}", "WORKBOOK_RANGE"},
        {"{\"series\":[{\"values\":5}]}", "DRAW_TYPE"},
        {"{\"series\":[{\"values\":\"B1:B3\"}]}", "GATE_FORMULA_START"},
        {"{\"series\":[{\"warna\":\"#112233\"}]}", "DRAW_OPTION"},
        {"{\"series\":[{\"values\":\"=Satu!$B$1:$B$3\",\"points\":[1]}]}", "WORKBOOK_RANGE"},
        {"{\"series\":[{\"values\":\"=Satu!$B$1:$B$3\",\"points\":[\"merah\"]}]}",
         "WORKBOOK_RANGE"},
        {"{\"series\":[{\"values\":\"=Satu!$B$1:$B$3\",\"points\":\"#112233\"}]}", "DRAW_TYPE"},
        {"{\"value\":5," SERIES "}", "DRAW_OPTIONS"},
        {"{\"value\":{\"min\":1}," SERIES "}", "DRAW_OPTION"},
        {"{\"category\":{\"reverse\":1}," SERIES "}", "DRAW_TYPE"},
        {"{\"kind\":\"Radar\"," SERIES "}", "DRAW_WORD"},
        {"{\"kind\":\"\"," SERIES "}", "DRAW_WORD"},
        {"{\"title\":1," SERIES "}", "DRAW_TYPE"},
        {NULL, NULL}};
    check_refused(rows);
}

/* One list item more than there is room for must end in a sentence, not behind the array. */
static void check_list(const char *start, const char *item, size_t count, const char *end,
                       bool good)
{
    struct book book;
    struct text options = TEXT_EMPTY;
    book_open(&book);
    text_add(&options, start);
    for (size_t i = 0; i < count; i++) {
        text_format(&options, "%s%s", i == 0 ? "" : ",", item);
    }
    text_add(&options, end);
    bool done = draw(&book, options.bytes);
    if (good) {
        assert_done(&book, done);
    } else {
        assert_failed(&book, done, "WORKBOOK_RANGE");
    }
    text_release(&options);
    book_close(&book);
}

static void test_draw_chart__lists_have_a_bound(void **state)
{
    (void)state;
    static const char series[] = "{\"values\":\"=Satu!$B$1:$B$3\"}";
    static const char points[] = "{\"series\":[{\"values\":\"=Satu!$B$1:$B$3\",\"points\":[";
    check_list("{\"series\":[", series, 24, "]}", true);
    check_list("{\"series\":[", series, 25, "]}", false);
    check_list(points, "\"#112233\"", 64, "]}]}", true);
    check_list(points, "\"#112233\"", 65, "]}]}", false);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_draw_chart__kinds_by_their_words),
        cmocka_unit_test(test_draw_chart__what_is_left_out),
        cmocka_unit_test(test_draw_chart__texts_and_axes_arrive),
        cmocka_unit_test(test_draw_chart__what_is_invisible_is_not_drawn),
        cmocka_unit_test(test_draw_chart__the_edges_of_ranges_are_taken),
        cmocka_unit_test(test_draw_chart__outside_of_ranges_is_refused),
        cmocka_unit_test(test_draw_chart__wrong_options_are_refused),
        cmocka_unit_test(test_draw_chart__lists_have_a_bound),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
