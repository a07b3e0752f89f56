/* What can be drawn on, and what is refused with a sentence before anything is written to it. */
#include "screen.h"
#include "support_terminal.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/* Puts a file number in the place of standard input and output; gives the old ones back later. */
struct swapped {
    int input, output;
};

static struct swapped swap_to(int number)
{
    struct swapped old = {dup(STDIN_FILENO), dup(STDOUT_FILENO)};
    fflush(stdout);
    dup2(number, STDIN_FILENO);
    dup2(number, STDOUT_FILENO);
    return old;
}

static void swap_back(struct swapped old)
{
    dup2(old.input, STDIN_FILENO);
    dup2(old.output, STDOUT_FILENO);
    close(old.input);
    close(old.output);
}

/* The id of the message that refuses a terminal of that kind, or "" when it is fine. */
static const char *refusal(int number, const char *kind)
{
    struct error err = {.kind = ERROR_NONE};
    setenv("TERM", kind, 1);
    struct swapped old = swap_to(number);
    bool fine = screen_check(&err);
    swap_back(old);
    assert_int_equal(fine, err.id == NULL);
    return fine ? "" : err.id;
}

static void test_screen__a_terminal_that_cannot_place_a_cursor_is_refused(void **state)
{
    (void)state;
    struct terminal terminal;
    char seen[64];
    terminal_open(&terminal, 80);
    int number = fileno(terminal.program);
    assert_string_equal(refusal(number, "dumb"), "SCREEN_DUMB");
    assert_string_equal(refusal(number, "no-such-terminal"), "SCREEN_DUMB");
    assert_string_equal(refusal(number, "vt100"), "");
    terminal_seen(&terminal, seen, sizeof seen);
    assert_string_equal(seen, "");
    terminal_close(&terminal);
}

static void test_screen__a_file_is_no_terminal(void **state)
{
    (void)state;
    int number = open("/dev/null", O_RDWR);
    assert_string_equal(refusal(number, "xterm"), "SCREEN_NONE");
    close(number);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_screen__a_terminal_that_cannot_place_a_cursor_is_refused),
        cmocka_unit_test(test_screen__a_file_is_no_terminal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
