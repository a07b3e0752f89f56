#include "console.h"

#include "support_terminal.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* What `write` puts into a stream that is no terminal. */
struct page {
    char *bytes;
    size_t length;
    FILE *stream;
    struct console console;
};

static void page_open(struct page *page)
{
    page->stream = open_memstream(&page->bytes, &page->length);
    assert_non_null(page->stream);
    console_open(&page->console, page->stream);
}

static void page_close(struct page *page)
{
    fclose(page->stream);
    free(page->bytes);
}

static void check_page(struct page *page, const char *expected)
{
    fflush(page->stream);
    assert_string_equal(page->bytes, expected);
}

/* ---- what a stream is ---- */

static void test_console__pipe_has_no_colour_and_no_bound(void **state)
{
    (void)state;
    struct page page;
    setenv("TERM", "xterm", 1);
    page_open(&page);
    assert_false(page.console.terminal);
    assert_false(page.console.colour);
    assert_int_equal(page.console.width, 0);
    page_close(&page);
}

static void test_console__terminal_tells_its_width(void **state)
{
    (void)state;
    struct terminal terminal;
    struct console console;
    setenv("TERM", "xterm", 1);
    unsetenv("NO_COLOR");
    terminal_open(&terminal, 132);
    console_open(&console, terminal.program);
    assert_true(console.terminal);
    assert_true(console.colour);
    assert_int_equal(console.width, 132);
    terminal_close(&terminal);
}

static void test_console__terminal_without_a_width_has_80_and_a_tiny_one_40(void **state)
{
    (void)state;
    static const struct {
        unsigned short columns;
        size_t width;
    } cases[] = {{0, 80}, {5, 40}, {40, 40}, {41, 41}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct terminal terminal;
        struct console console;
        terminal_open(&terminal, cases[i].columns);
        console_open(&console, terminal.program);
        assert_int_equal(console.width, cases[i].width);
        terminal_close(&terminal);
    }
}

static void test_console__no_color_and_dumb_terminals_are_respected(void **state)
{
    (void)state;
    static const struct {
        const char *no_color, *term;
        bool colour;
    } cases[] = {
        {NULL, "xterm", true}, {"", "xterm", true}, {"1", "xterm", false},
        {NULL, "dumb", false}, {NULL, "", false},   {NULL, NULL, false},
    };
    struct terminal terminal;
    terminal_open(&terminal, 80);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct console console;
        unsetenv("NO_COLOR");
        unsetenv("TERM");
        if (cases[i].no_color != NULL) {
            setenv("NO_COLOR", cases[i].no_color, 1);
        }
        if (cases[i].term != NULL) {
            setenv("TERM", cases[i].term, 1);
        }
        console_open(&console, terminal.program);
        assert_int_equal(console.colour, cases[i].colour);
    }
    terminal_close(&terminal);
    unsetenv("NO_COLOR");
    setenv("TERM", "xterm", 1);
}

/* ---- text from outside ---- */

static void check_safe(const char *text, bool keep_lines, const char *expected)
{
    struct text out = TEXT_EMPTY;
    console_add_safe(&out, text, keep_lines);
    assert_string_equal(out.bytes, expected);
    text_release(&out);
}

static void test_console__control_characters_cannot_move_a_terminal(void **state)
{
    (void)state;
    check_safe("Kota \033[2JContoh\a", false, "Kota ?[2JContoh?");
    check_safe("a\x7f"
               "b\xc2\x9b"
               "31mc",
               false, "a?b?31mc");
    check_safe("a\rb", true, "a?b");
}

static void test_console__marks_of_direction_cannot_turn_a_line(void **state)
{
    (void)state;
    check_safe("a\xe2\x80\xae"
               "b\xe2\x81\xa6"
               "c\xd8\x9c"
               "d\xe2\x80\x8f",
               false, "a?b?c?d?");
    check_safe("é – “kutipan” Ж 漢", false, "é – “kutipan” Ж 漢");
}

static void test_console__line_breaks_stay_only_where_they_may(void **state)
{
    (void)state;
    check_safe("satu\ndua\ttiga", false, "satu dua tiga");
    check_safe("satu\ndua\ttiga", true, "satu\ndua\ttiga");
}

static void test_console__bytes_that_are_no_text_become_question_marks(void **state)
{
    (void)state;
    check_safe("a\xff\xfe"
               "b\xc3",
               false, "a??b?");
}

/* ---- writing ---- */

static void test_console__tones_show_only_on_a_terminal(void **state)
{
    (void)state;
    struct page page;
    page_open(&page);
    console_write(&page.console, TONE_BAD, "kurang");
    check_page(&page, "kurang");
    page_close(&page);

    char seen[128];
    struct terminal terminal;
    struct console console;
    terminal_open(&terminal, 80);
    console_open(&console, terminal.program);
    console_write(&console, TONE_BAD, "kurang");
    console_write(&console, TONE_PLAIN, " cukup");
    terminal_seen(&terminal, seen, sizeof seen);
    assert_string_equal(seen, "\033[31mkurang\033[0m cukup");
    terminal_close(&terminal);
}

static void test_console__paragraph_breaks_at_spaces_and_indents(void **state)
{
    (void)state;
    struct page page;
    page_open(&page);
    page.console.width = 24;
    console_paragraph(&page.console, 4, "satu dua tiga empat lima enam");
    check_page(&page, "    satu dua tiga empat\n    lima enam\n");
    page_close(&page);
}

static void test_console__paragraph_keeps_a_word_that_is_too_long_whole(void **state)
{
    (void)state;
    struct page page;
    page_open(&page);
    page.console.width = 20;
    console_paragraph(&page.console, 0, "a pertanggungjawabannyalah b");
    check_page(&page, "a\npertanggungjawabannyalah\nb\n");
    page_close(&page);
}

static void test_console__paragraph_of_nothing_is_an_empty_line(void **state)
{
    (void)state;
    struct page page;
    page_open(&page);
    console_paragraph(&page.console, 0, "");
    console_paragraph(&page.console, 0, "  ");
    check_page(&page, "\n\n");
    page_close(&page);
}

static void test_console__paragraph_in_a_pipe_has_76_columns(void **state)
{
    (void)state;
    struct page page;
    page_open(&page);
    char text[200];
    memset(text, 'x', 80);
    text[38] = ' ';
    text[76] = ' ';
    text[80] = '\0';
    console_paragraph(&page.console, 0, text);
    fflush(page.stream);
    assert_int_equal(strcspn(page.bytes, "\n"), 76);
    page_close(&page);
}

static void test_console__a_line_is_written_as_it_is_and_begun_anew(void **state)
{
    (void)state;
    struct page page;
    struct text line = TEXT_EMPTY;
    page_open(&page);
    text_add(&line, "Indeks ");
    console_flush(&page.console, TONE_STRONG, &line);
    assert_int_equal(line.length, 0);
    text_add(&line, "2,98\n");
    console_flush(&page.console, TONE_PLAIN, &line);
    text_add(&line, "satu\ndua");
    console_flush_paragraph(&page.console, 2, &line);
    assert_int_equal(line.length, 0);
    text_add(&line, "level 3");
    console_flush_item(&page.console, 1, TONE_GOOD, "I07", &line);
    assert_int_equal(line.length, 0);
    check_page(&page, "Indeks 2,98\n  satu dua\n I07  level 3\n");
    text_release(&line);
    page_close(&page);
}

static void test_console__a_heading_stands_below_an_empty_line(void **state)
{
    (void)state;
    struct page page;
    page_open(&page);
    console_write(&page.console, TONE_PLAIN, "satu\n");
    console_heading(&page.console, TONE_STRONG, "Peringatan");
    check_page(&page, "satu\n\nPeringatan\n");
    page_close(&page);
}

/* ---- bars ---- */

static void check_bar(int64_t num, int64_t den, size_t columns, const char *expected)
{
    struct text out = TEXT_EMPTY;
    console_add_bar(&out, fraction_make(num, den), fraction_whole(5), columns);
    assert_string_equal(out.bytes, expected);
    assert_int_equal(text_columns(out.bytes), columns);
    text_release(&out);
}

static void test_console__bar_fills_in_eighths_of_a_column(void **state)
{
    (void)state;
    check_bar(0, 1, 5, "░░░░░");
    check_bar(5, 1, 5, "█████");
    check_bar(3, 1, 5, "███░░");
    check_bar(7, 2, 5, "███▌░");
    check_bar(1, 8, 5, "▏░░░░");
    check_bar(39, 8, 5, "████▉");
}

static void test_console__bar_stays_within_its_columns(void **state)
{
    (void)state;
    check_bar(-1, 1, 4, "░░░░");
    check_bar(99, 1, 4, "████");
    check_bar(3, 1, 0, "");
    check_bar(INT64_MAX / 2, INT64_MAX, 4, "▍░░░");
}

/* ---- a question ---- */

static void test_console__nobody_is_asked_without_a_terminal(void **state)
{
    (void)state;
    struct text answer = TEXT_EMPTY;
    int keep = dup(STDIN_FILENO);
    assert_non_null(freopen("/dev/null", "r", stdin));
    assert_false(console_ask("Nama?", &answer));
    assert_int_equal(answer.length, 0);
    dup2(keep, STDIN_FILENO);
    close(keep);
    text_release(&answer);
}

/* Asks on a terminal on which `typed` stands; the answer goes to `out`. */
static bool ask(const char *typed, struct text *out)
{
    struct terminal terminal;
    terminal_open(&terminal, 80);
    int slave = fileno(terminal.program);
    int keep_in = dup(STDIN_FILENO);
    int keep_err = dup(STDERR_FILENO);
    dup2(slave, STDIN_FILENO);
    dup2(slave, STDERR_FILENO);
    assert_int_equal(write(terminal.master, typed, strlen(typed)), (ssize_t)strlen(typed));
    bool ok = console_ask("Nama?", out);
    dup2(keep_in, STDIN_FILENO);
    dup2(keep_err, STDERR_FILENO);
    close(keep_in);
    close(keep_err);
    terminal_close(&terminal);
    return ok;
}

static void test_console__answer_loses_spaces_around_it(void **state)
{
    (void)state;
    struct text answer = TEXT_EMPTY;
    assert_true(ask("  Tim Asesor Internal \n", &answer));
    assert_string_equal(answer.bytes, "Tim Asesor Internal");
    assert_true(ask("\n", &answer));
    assert_string_equal(answer.bytes, "");
    text_release(&answer);
}

/* ---- progress ---- */

static void pause_ms(long ms)
{
    struct timespec time = {.tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000};
    nanosleep(&time, NULL);
}

/* Runs `steps` steps of 5 ms with standard error on `fd`; what was shown. */
static void work(int fd, size_t steps)
{
    struct console_progress progress;
    int keep = dup(STDERR_FILENO);
    dup2(fd, STDERR_FILENO);
    console_progress_start(&progress, "Menilai", steps);
    for (size_t i = 1; i <= steps; i++) {
        pause_ms(5);
        console_progress_step(&progress, i);
    }
    console_progress_end(&progress);
    fflush(stderr);
    dup2(keep, STDERR_FILENO);
    close(keep);
}

static void test_console__progress_is_silent_in_a_pipe(void **state)
{
    (void)state;
    FILE *file = tmpfile();
    work(fileno(file), 120);
    assert_int_equal(lseek(fileno(file), 0, SEEK_END), 0);
    fclose(file);
}

static void test_console__progress_shows_long_work_and_leaves_no_trace(void **state)
{
    (void)state;
    char seen[4096];
    struct terminal terminal;
    terminal_open(&terminal, 80);
    work(fileno(terminal.program), 160);
    terminal_seen(&terminal, seen, sizeof seen);
    assert_non_null(strstr(seen, "\rMenilai "));
    assert_non_null(strstr(seen, "/160 ("));
    assert_string_equal(seen + strlen(seen) - 4, "\r\033[K");
    terminal_close(&terminal);
}

static void test_console__progress_of_short_work_never_appears(void **state)
{
    (void)state;
    char seen[64];
    struct terminal terminal;
    terminal_open(&terminal, 80);
    work(fileno(terminal.program), 10);
    terminal_seen(&terminal, seen, sizeof seen);
    assert_string_equal(seen, "");
    terminal_close(&terminal);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_console__pipe_has_no_colour_and_no_bound),
        cmocka_unit_test(test_console__terminal_tells_its_width),
        cmocka_unit_test(test_console__terminal_without_a_width_has_80_and_a_tiny_one_40),
        cmocka_unit_test(test_console__no_color_and_dumb_terminals_are_respected),
        cmocka_unit_test(test_console__control_characters_cannot_move_a_terminal),
        cmocka_unit_test(test_console__marks_of_direction_cannot_turn_a_line),
        cmocka_unit_test(test_console__line_breaks_stay_only_where_they_may),
        cmocka_unit_test(test_console__bytes_that_are_no_text_become_question_marks),
        cmocka_unit_test(test_console__tones_show_only_on_a_terminal),
        cmocka_unit_test(test_console__paragraph_breaks_at_spaces_and_indents),
        cmocka_unit_test(test_console__paragraph_keeps_a_word_that_is_too_long_whole),
        cmocka_unit_test(test_console__paragraph_of_nothing_is_an_empty_line),
        cmocka_unit_test(test_console__paragraph_in_a_pipe_has_76_columns),
        cmocka_unit_test(test_console__a_line_is_written_as_it_is_and_begun_anew),
        cmocka_unit_test(test_console__a_heading_stands_below_an_empty_line),
        cmocka_unit_test(test_console__bar_fills_in_eighths_of_a_column),
        cmocka_unit_test(test_console__bar_stays_within_its_columns),
        cmocka_unit_test(test_console__nobody_is_asked_without_a_terminal),
        cmocka_unit_test(test_console__answer_loses_spaces_around_it),
        cmocka_unit_test(test_console__progress_is_silent_in_a_pipe),
        cmocka_unit_test(test_console__progress_shows_long_work_and_leaves_no_trace),
        cmocka_unit_test(test_console__progress_of_short_work_never_appears),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
