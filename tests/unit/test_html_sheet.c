/* A sheet as a table: every cell once, in its place, whatever is merged, hidden or wide. */
#include "html_sheet.h"

#include "support_page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

/* A page with one row of texts, finished by the caller. */
static void open_row(struct page_test *page, const char *const *texts)
{
    page_open(page);
    for (uint32_t column = 0; texts[column] != NULL; column++) {
        if (*texts[column] != '\0') {
            page_text(page, 0, column, texts[column], NULL);
        }
    }
}

static void test_html_sheet__cells_stand_in_their_columns(void **state)
{
    (void)state;
    struct page_test page;
    open_row(&page, (const char *const[]){"a", "", "", "d", "e", NULL});
    page_text(&page, 1, 1, "di baris dua", NULL);
    page_finish(&page, "id");
    assert_html(&page, "<td>a</td><td colspan=\"2\"></td><td>d</td><td>e</td></tr>");
    assert_html(&page, "<td></td><td colspan=\"2\">di baris dua</td></tr>");
    assert_int_equal(html_count(&page, "<tr"), 2);
    page_close(&page);
}

static void test_html_sheet__merged_cells_span(void **state)
{
    (void)state;
    struct page_test page;
    page_open(&page);
    page_merge(&page, (struct area){0, 0, 1, 2, 2}, "tengah", "tebal");
    for (uint32_t row = 0; row < 3; row++) {
        page_text(&page, row, 0, "kiri", NULL);
        page_text(&page, row, 3, "kanan", NULL);
    }
    page_finish(&page, "id");
    assert_html(&page, "<td>kiri</td><td class=\"s1\" colspan=\"2\" rowspan=\"3\">tengah</td>"
                       "<td>kanan</td></tr>");
    assert_int_equal(html_count(&page, "<td>kiri</td><td>kanan</td></tr>"), 2);
    page_close(&page);
}

/* What is written over a merged area is what the area shows. */
static void test_html_sheet__a_formula_over_merged_cells_shows_its_value(void **state)
{
    (void)state;
    struct page_test page;
    struct style two = STYLE_PLAIN;
    strcpy(two.format, "0.00");
    page_open(&page);
    page_style(&page, "dua", &two);
    page_merge(&page, (struct area){0, 0, 0, 0, 2}, "", NULL);
    struct style_name name = {"dua", 3};
    assert_true(canvas_write_formula(&page.canvas, (struct cell){0, 0, 0}, "=1+1.9795", 9, 2.9795,
                                     &name, &page.err));
    assert_true(canvas_write_formula_text(&page.canvas, (struct cell){0, 1, 0},
                                          "=IF(1>2,\"\",\"b\")", 15, "b", 1, NULL, &page.err));
    page_finish(&page, "id");
    assert_html(&page, "<td class=\"s2 n\" colspan=\"3\">2,98</td>");
    assert_html(&page, "<td>b</td>");
    assert_no_html(&page, "IF(");
    page_close(&page);
}

static void test_html_sheet__hidden_rows_and_columns_are_left_out(void **state)
{
    (void)state;
    struct page_test page;
    open_row(&page, (const char *const[]){"a", "tersembunyi", "c", NULL});
    page_text(&page, 1, 0, "tersembunyi", NULL);
    page_merge(&page, (struct area){0, 2, 0, 3, 2}, "gabung", NULL);
    assert_true(canvas_columns(&page.canvas, 0, 1, 1, 9, true, &page.err));
    assert_true(canvas_row(&page.canvas, 0, 1, 9, true, &page.err));
    assert_true(canvas_row(&page.canvas, 0, 2, 9, true, &page.err));
    page_finish(&page, "id");
    assert_no_html(&page, "tersembunyi");
    assert_html(&page, "<td>a</td><td>c</td></tr>");
    assert_html(&page, "<td colspan=\"2\">gabung</td>"); /* its first row is hidden */
    page_close(&page);
}

/* A spreadsheet lets a text run over the empty cells beside it; a cell with something stops it. */
static void test_html_sheet__a_long_text_runs_over_empty_cells(void **state)
{
    static const char text[] = "Laporan hasil evaluasi mandiri";
    (void)state;
    struct page_test page;
    page_open(&page);
    page_text(&page, 0, 0, text, NULL);
    page_text(&page, 0, 9, "akhir", NULL);
    page_text(&page, 1, 0, text, NULL);
    page_text(&page, 1, 1, "pagar", NULL);
    page_finish(&page, "id");
    assert_html(&page, "<td colspan=\"3\">Laporan hasil evaluasi mandiri</td>"
                       "<td colspan=\"6\"></td><td>akhir</td></tr>");
    assert_html(&page, "<td>Laporan hasil evaluasi mandiri</td><td>pagar</td></tr>");
    page_close(&page);
}

/* A text that wraps stays in its column, and so does one in a box. */
static void test_html_sheet__a_text_in_a_box_stays_in_it(void **state)
{
    (void)state;
    struct page_test page;
    struct style wrapped = STYLE_PLAIN;
    struct style boxed = STYLE_PLAIN;
    wrapped.wrap = true;
    boxed.fill = 0xF3F6FA;
    page_open(&page);
    page_style(&page, "lipat", &wrapped);
    page_style(&page, "kotak", &boxed);
    page_text(&page, 0, 0, "sebuah kalimat yang panjang", "lipat");
    page_text(&page, 1, 0, "sebuah kalimat yang panjang", "kotak");
    page_text(&page, 2, 5, "x", NULL);
    page_finish(&page, "id");
    assert_html(&page, "<td class=\"s2\">sebuah kalimat yang panjang</td></tr>");
    assert_html(&page, "<td class=\"s3\">sebuah kalimat yang panjang</td></tr>");
    page_close(&page);
}

/* Centred over a selection: the blank cells of the same style belong to it. */
static void test_html_sheet__centred_across_takes_its_blanks(void **state)
{
    (void)state;
    struct page_test page;
    struct style across = STYLE_PLAIN;
    struct style_name name = {"lintas", 6};
    across.align = ALIGN_ACROSS;
    page_open(&page);
    page_style(&page, "lintas", &across);
    page_text(&page, 0, 0, "A", "lintas");
    assert_true(canvas_fill(&page.canvas, &(struct area){0, 0, 1, 0, 2}, &name, &page.err));
    page_text(&page, 0, 3, "b", NULL);
    page_finish(&page, "id");
    assert_html(&page, "<td class=\"s2\" colspan=\"3\">A</td><td>b</td></tr>");
    page_close(&page);
}

/* The headings of a table are headings for a screen reader, and on top of every printed page. */
static void test_html_sheet__headings_of_a_table_are_headings(void **state)
{
    (void)state;
    struct page_test page;
    static const char *const names[] = {"Instansi", "Indeks"};
    struct table_look look = {
        .name = "rekap", .name_length = 5, .columns = names, .column_count = 2};
    page_open(&page);
    page_text(&page, 0, 0, "Judul", NULL);
    assert_true(canvas_table(&page.canvas, &(struct area){0, 2, 0, 4, 1}, &look, &page.err));
    page_text(&page, 3, 0, "Kota Contoh", NULL);
    page_finish(&page, "id");
    assert_order(&page, "<td>Judul</td>", "<thead>");
    assert_order(&page, "<thead>", "<th scope=\"col\">Instansi</th><th scope=\"col\">Indeks</th>");
    assert_order(&page, "</thead>", "Kota Contoh");
    assert_html(&page, "<table class=\"g i\""); /* what is above the head */
    assert_html(&page, "<table class=\"g h\"");
    assert_int_equal(html_count(&page, "<table"), 2);
    page_close(&page);
}

static void test_html_sheet__rows_that_repeat_on_paper_are_the_head(void **state)
{
    (void)state;
    struct page_test page;
    struct page setup = {.repeat = true, .repeat_first = 0, .repeat_last = 1};
    page_open(&page);
    page_text(&page, 0, 0, "Kelompok", NULL);
    page_text(&page, 1, 0, "Nama", NULL);
    page_text(&page, 2, 0, "isi", NULL);
    assert_true(canvas_page(&page.canvas, 0, &setup, &page.err));
    page_finish(&page, "id");
    assert_order(&page, "<thead>", "<td>Kelompok</td>");
    assert_order(&page, "<td>Kelompok</td>", "<th scope=\"col\">Nama</th>");
    assert_order(&page, "</thead>", "<td>isi</td>");
    assert_int_equal(html_count(&page, "<table"), 1);
    page_close(&page);
}

/* A merged cell that reaches out of the head cannot be cut: then there is no head, and nothing is lost. */
static void test_html_sheet__a_head_is_never_cut_through_a_cell(void **state)
{
    (void)state;
    struct page_test page;
    struct page setup = {.repeat = true, .repeat_first = 1, .repeat_last = 1};
    page_open(&page);
    page_merge(&page, (struct area){0, 1, 0, 2, 0}, "panjang", NULL);
    page_text(&page, 1, 1, "kepala", NULL);
    page_text(&page, 3, 1, "isi", NULL);
    assert_true(canvas_page(&page.canvas, 0, &setup, &page.err));
    page_finish(&page, "id");
    assert_no_html(&page, "<thead>");
    assert_html(&page, "<td rowspan=\"2\">panjang</td>");
    page_close(&page);
}

/* A sheet with one cell far down must not become a million rows. */
static void test_html_sheet__empty_rows_are_drawn_together(void **state)
{
    (void)state;
    struct page_test page;
    page_open(&page);
    page_text(&page, 0, 0, "atas", NULL);
    page_text(&page, 1048575, 16383, "bawah", NULL);
    page_finish(&page, "id");
    assert_html(&page, "<tr style=\"height:48px\"><td></td></tr>");
    assert_html(&page, "<td colspan=\"16383\"></td><td>bawah</td>");
    assert_int_equal(html_count(&page, "<tr"), 3);
    page_close(&page);
}

static void test_html_sheet__links_lead_to_rows_that_are_there(void **state)
{
    (void)state;
    struct page_test page;
    page_open(&page);
    size_t seen = page_sheet(&page, "Dua");
    size_t hidden = page_sheet(&page, "Tiga");
    struct view view = {.hidden = true, .tab = -1};
    assert_true(
        canvas_write_text(&page.canvas, (struct cell){seen, 4, 0}, "tujuan", 6, NULL, &page.err));
    assert_true(
        canvas_write_text(&page.canvas, (struct cell){hidden, 4, 0}, "x", 1, NULL, &page.err));
    assert_true(canvas_view(&page.canvas, hidden, &view, &page.err));
    const struct cell targets[] = {{seen, 4, 0}, {seen, 9, 0}, {hidden, 4, 0}};
    for (uint32_t i = 0; i < 3; i++) {
        assert_true(canvas_write_link(&page.canvas, (struct cell){0, i, 0}, targets[i], "ke", 2,
                                      NULL, &page.err));
    }
    page_finish(&page, "id");
    assert_html(&page, "<a href=\"#s2r5\">ke</a>");
    assert_html(&page, "<tr id=\"s2r5\"");
    assert_html(&page, "<a href=\"#s2\">ke</a>"); /* the row has nothing */
    assert_html(&page, "<td>ke</td>");            /* the sheet is not seen */
    page_close(&page);
}

/* A page that is opened from it learns nothing of this one and cannot change it; nothing of an address or its text
 * ends the element. */
static void test_html_sheet__links_lead_to_the_web(void **state)
{
    static const char site[] = "https://spbe.go.id/?a=1&b='2'";
    (void)state;
    struct page_test page;
    page_open(&page);
    assert_true(canvas_write_web(&page.canvas, (struct cell){0, 0, 0}, site, strlen(site),
                                 "<b>situs</b>", 12, NULL, &page.err));
    assert_true(canvas_write_web(&page.canvas, (struct cell){0, 1, 0}, "mailto:a@kota.go.id", 19,
                                 "", 0, NULL, &page.err));
    assert_true(canvas_write_link(&page.canvas, (struct cell){0, 2, 0}, (struct cell){0, 0, 0},
                                  "ke atas", 7, NULL, &page.err));
    assert_false(canvas_write_web(&page.canvas, (struct cell){0, 3, 0}, "javascript:a()", 14, "x",
                                  1, NULL, &page.err));
    error_clear(&page.err);
    page_finish(&page, "id");
    assert_html(&page, "<a href=\"https://spbe.go.id/?a=1&amp;b=&#39;2&#39;\" target=\"_blank\" "
                       "rel=\"noopener noreferrer\">&lt;b&gt;situs&lt;/b&gt;</a>");
    assert_html(&page, "<a href=\"mailto:a@kota.go.id\" target=\"_blank\" rel=\"noopener "
                       "noreferrer\">mailto:a@kota.go.id</a>");
    assert_html(&page, "<a href=\"#s1r1\">ke atas</a>");
    assert_int_equal(html_count(&page, "<a href=\"http"), 1);
    page_close(&page);
}

static void test_html_sheet__turned_texts_are_turned(void **state)
{
    (void)state;
    struct page_test page;
    struct style up = STYLE_PLAIN;
    struct style down = STYLE_PLAIN;
    up.rotation = 90;
    down.rotation = -90;
    page_open(&page);
    page_style(&page, "naik", &up);
    page_style(&page, "turun", &down);
    page_text(&page, 0, 0, "a", "naik");
    page_text(&page, 0, 1, "b", "turun");
    page_finish(&page, "id");
    assert_html(&page,
                "<td class=\"s2\"><span class=\"v u\" style=\"max-height:60px\">a</span></td>");
    assert_html(&page,
                "<td class=\"s3\"><span class=\"v\" style=\"max-height:60px\">b</span></td>");
    page_close(&page);
}

/* What lies outside of the printed area is for the screen only; pages end where they are told to. */
static void test_html_sheet__paper_is_told_what_it_gets(void **state)
{
    (void)state;
    struct page_test page;
    struct page setup = {.only = true, .area = {0, 0, 0, 4, 1}};
    page_open(&page);
    page_text(&page, 0, 0, "cetak", NULL);
    page_text(&page, 0, 2, "pembantu", NULL);
    page_text(&page, 4, 0, "halaman dua", NULL);
    page_text(&page, 5, 0, "tidak dicetak", NULL);
    page_text(&page, 2, 0, "tengah", NULL);
    assert_true(canvas_page(&page.canvas, 0, &setup, &page.err));
    assert_true(canvas_breaks(&page.canvas, 0, (uint32_t[]){1, 4}, 2, &page.err));
    page_finish(&page, "id");
    assert_html(&page, "<td class=\"p\">pembantu</td>");
    assert_html(&page, "<tr class=\"b\" style=\"height:20px\"><td></td></tr>"); /* an empty row */
    assert_html(&page, "<tr class=\"b\" style=\"height:20px\"><td colspan=\"2\">halaman dua</td>");
    assert_html(&page,
                "<tr class=\"p\" style=\"height:20px\"><td colspan=\"2\">tidak dicetak</td>");
    page_close(&page);
}

static void freeze(struct page_test *page, uint32_t rows, uint32_t columns)
{
    const struct view view = {.frozen = true, .row = rows, .column = columns, .tab = -1};
    assert_true(canvas_view(&page->canvas, 0, &view, &page->err));
}

/* What is frozen stays in sight: the head, and the columns, blank cells too, else one would see through
 * them. The first of these names the row. */
static void test_html_sheet__frozen_panes_stay_in_sight(void **state)
{
    (void)state;
    struct page_test page;
    open_row(&page, (const char *const[]){"Kode", "Nama", "Nilai", "Ket", NULL});
    page_text(&page, 1, 0, "I01", NULL);
    page_text(&page, 1, 2, "x", NULL);
    page_text(&page, 2, 3, "y", NULL);
    freeze(&page, 1, 2);
    page_finish(&page, "id");
    assert_html(&page, "<thead>\n<tr class=\"a\" style=\"height:20px\"><th class=\"z z0\" "
                       "scope=\"col\">Kode</th><th class=\"z z1\" scope=\"col\">Nama</th>"
                       "<th scope=\"col\">Nilai</th>");
    assert_html(&page, "<th class=\"z z0\" scope=\"row\">I01</th><td class=\"z z1\"></td>"
                       "<td>x</td>");
    assert_html(&page, "<td class=\"z z0\" colspan=\"2\"></td><td></td><td>y</td>");
    assert_html(&page, "#s1 .z0{left:0px}#s1 .z1{left:64px}");
    assert_html(&page, "#s1 thead{position:sticky;");
    page_close(&page);
}

/* A sheet that is no wide table is laid out anew on a narrow screen, and nothing in it sticks. */
static void test_html_sheet__a_board_is_marked(void **state)
{
    (void)state;
    struct page_test page;
    open_row(&page, (const char *const[]){"a", "b", NULL});
    page_text(&page, 1, 0, "5d98d43bb34cb937aa01bc", NULL);
    page_text(&page, 1, 1, "Penyelenggaraan-pemerintahan berbasis", NULL);
    page_finish(&page, "id");
    assert_html(&page, "<section id=\"s1\" class=\"r\"");
    assert_html(&page, "<td class=\"w\">5d98d43bb34cb937aa01bc</td>"); /* a word to be broken */
    assert_html(&page, "<td>Penyelenggaraan-pemerintahan berbasis</td>");
    assert_no_html(&page, "class=\"z");
    page_close(&page);
}

/* Rows drawn as headings are headings, though no command says so; a bold row on a light ground is none. */
static void test_html_sheet__light_letters_on_dark_are_headings(void **state)
{
    (void)state;
    struct page_test page;
    struct style dark = STYLE_PLAIN;
    struct style light = STYLE_PLAIN;
    dark.bold = light.bold = true;
    dark.fill = light.color = 0x14365C;
    dark.color = light.fill = 0xFFFFFF;
    page_open(&page);
    page_style(&page, "gelap", &dark);
    page_style(&page, "terang", &light);
    page_text(&page, 0, 0, "Nama", "gelap");
    page_text(&page, 0, 1, "Nilai", "gelap");
    page_text(&page, 1, 0, "Domain", "terang");
    page_text(&page, 1, 1, "3", "terang");
    page_text(&page, 2, 0, "Judul", "gelap"); /* one cell is a title, not headings */
    page_finish(&page, "id");
    assert_html(&page, "<tr class=\"a\" style=\"height:20px\"><th class=\"s2\" scope=\"col\">Nama");
    assert_html(&page, "<tr style=\"height:20px\"><td class=\"s3\">Domain</td>");
    assert_html(&page, "<td class=\"s2\">Judul</td>");
    page_close(&page);
}

/* No printed page ends with a title, whatever lies between it and what it is the title of. */
static void test_html_sheet__titles_stay_with_what_follows(void **state)
{
    (void)state;
    struct page_test page;
    page_open(&page);
    page_text(&page, 0, 0, "Judul", "tebal");
    page_text(&page, 2, 0, "satu", NULL);
    page_text(&page, 3, 0, "dua", NULL);
    page_text(&page, 4, 0, "tiga", NULL);
    page_finish(&page, "id");
    assert_html(&page, "<tr class=\"a\" style=\"height:20px\"><td class=\"s1\">Judul</td></tr>\n"
                       "<tr class=\"a\" style=\"height:20px\"><td></td></tr>\n"
                       "<tr class=\"a\" style=\"height:20px\"><td>satu</td></tr>\n");
    assert_html(&page, "<tr style=\"height:20px\"><td>tiga</td></tr>");
    page_close(&page);
}

/* Charts that stand side by side are put below each other, each with its heading. */
static void test_html_sheet__figures_side_by_side_have_an_order(void **state)
{
    (void)state;
    struct page_test page;
    struct chart chart = {.kind = CHART_BAR,
                          .description = "x",
                          .width = 128,
                          .height = 60,
                          .legend = "none",
                          .gap = 50,
                          .hole = 50,
                          .series_count = 1};
    chart.series[0] =
        (struct chart_series){.values = "=Satu!$A$1:$A$2", .color = -1, .label_color = -1};
    page_open(&page);
    page_text(&page, 0, 0, "Kiri", NULL);
    page_text(&page, 0, 3, "Kanan", NULL);
    assert_true(canvas_chart(&page.canvas, (struct cell){0, 1, 0}, &chart, &page.err));
    assert_true(canvas_chart(&page.canvas, (struct cell){0, 1, 3}, &chart, &page.err));
    page_text(&page, 4, 0, "bawah", NULL);
    page_finish(&page, "id");
    assert_html(&page, "<tbody class=\"c\">\n<tr style=\"height:20px\"><td>Kiri</td>");
    assert_html(&page, "<td class=\"o1\">Kanan</td>");
    assert_html(&page, "<td class=\"f o1\" colspan=\"2\" rowspan=\"3\"><figure>");
    assert_order(&page, "</tbody>", "bawah");
    page_close(&page);
}

/* A link to a row that is hidden leads to the sheet. */
static void test_html_sheet__links_to_hidden_rows_lead_to_the_sheet(void **state)
{
    (void)state;
    struct page_test page;
    page_open(&page);
    page_text(&page, 4, 0, "tersembunyi", NULL);
    assert_true(canvas_row(&page.canvas, 0, 4, 20, true, &page.err));
    assert_true(canvas_write_link(&page.canvas, (struct cell){0, 0, 0}, (struct cell){0, 4, 0},
                                  "ke", 2, NULL, &page.err));
    page_finish(&page, "id");
    assert_html(&page, "<a href=\"#s1\">ke</a>");
    page_close(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_html_sheet__cells_stand_in_their_columns),
        cmocka_unit_test(test_html_sheet__merged_cells_span),
        cmocka_unit_test(test_html_sheet__a_formula_over_merged_cells_shows_its_value),
        cmocka_unit_test(test_html_sheet__hidden_rows_and_columns_are_left_out),
        cmocka_unit_test(test_html_sheet__a_long_text_runs_over_empty_cells),
        cmocka_unit_test(test_html_sheet__a_text_in_a_box_stays_in_it),
        cmocka_unit_test(test_html_sheet__centred_across_takes_its_blanks),
        cmocka_unit_test(test_html_sheet__headings_of_a_table_are_headings),
        cmocka_unit_test(test_html_sheet__rows_that_repeat_on_paper_are_the_head),
        cmocka_unit_test(test_html_sheet__a_head_is_never_cut_through_a_cell),
        cmocka_unit_test(test_html_sheet__empty_rows_are_drawn_together),
        cmocka_unit_test(test_html_sheet__links_lead_to_rows_that_are_there),
        cmocka_unit_test(test_html_sheet__links_lead_to_the_web),
        cmocka_unit_test(test_html_sheet__turned_texts_are_turned),
        cmocka_unit_test(test_html_sheet__paper_is_told_what_it_gets),
        cmocka_unit_test(test_html_sheet__frozen_panes_stay_in_sight),
        cmocka_unit_test(test_html_sheet__a_board_is_marked),
        cmocka_unit_test(test_html_sheet__light_letters_on_dark_are_headings),
        cmocka_unit_test(test_html_sheet__titles_stay_with_what_follows),
        cmocka_unit_test(test_html_sheet__figures_side_by_side_have_an_order),
        cmocka_unit_test(test_html_sheet__links_to_hidden_rows_lead_to_the_sheet),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
