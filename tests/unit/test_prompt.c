#include "prompt.h"

#include "limit.h"
#include "support_terminal.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A prompt that reads `bytes` as from a pipe. */
static void open_on(struct prompt *prompt, const char *bytes, size_t length)
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    if (fork() == 0) { /* long lines do not fit into a pipe: somebody else writes them */
        close(ends[0]);
        for (size_t done = 0; done < length;) {
            ssize_t wrote = write(ends[1], bytes + done, length - done);
            if (wrote <= 0) {
                break;
            }
            done += (size_t)wrote;
        }
        _exit(0);
    }
    close(ends[1]);
    prompt_open(prompt, fdopen(ends[0], "r"));
}

static void close_on(struct prompt *prompt)
{
    fclose(prompt->from);
    prompt_close(prompt);
}

/* Each statement begins anew; the last line may lack its break. */
static void test_prompt__reads_line_by_line(void **state)
{
    (void)state;
    struct prompt prompt;
    struct error err = {.kind = ERROR_NONE};
    open_on(&prompt, "1 + 1\n\n  x", 10);
    assert_int_equal(prompt_read(&prompt, false, &err), PROMPT_LINE);
    assert_string_equal(prompt.text.bytes, "1 + 1\n");
    assert_int_equal(prompt.first, 1);
    assert_int_equal(prompt_read(&prompt, false, &err), PROMPT_LINE);
    assert_string_equal(prompt.text.bytes, "\n");
    assert_int_equal(prompt.last, 0);
    assert_int_equal(prompt_read(&prompt, false, &err), PROMPT_LINE);
    assert_string_equal(prompt.text.bytes, "  x\n");
    assert_int_equal(prompt.first, 3);
    assert_int_equal(prompt_read(&prompt, false, &err), PROMPT_GONE);
    close_on(&prompt);
}

/* A statement of several lines is kept whole, and knows where it began. */
static void test_prompt__goes_on_with_a_statement(void **state)
{
    (void)state;
    struct prompt prompt;
    struct error err = {.kind = ERROR_NONE};
    open_on(&prompt, "a\nb\nc\n", 6);
    prompt_read(&prompt, false, &err);
    prompt_read(&prompt, false, &err);
    assert_int_equal(prompt_read(&prompt, true, &err), PROMPT_LINE);
    assert_string_equal(prompt.text.bytes, "b\nc\n");
    assert_int_equal(prompt.first, 2);
    assert_int_equal(prompt.last, 1);
    close_on(&prompt);
}

/* A line that cannot be taken is told with its number; the next one is read as if nothing was. */
static void test_prompt__passes_over_what_is_no_text(void **state)
{
    (void)state;
    static const char bytes[] = "\xff\xfe\na\0b\n2\n";
    struct prompt prompt;
    struct error err = {.kind = ERROR_NONE};
    open_on(&prompt, bytes, sizeof bytes - 1);
    assert_int_equal(prompt_read(&prompt, false, &err), PROMPT_REFUSED);
    assert_string_equal(err.id, "PROMPT_TEXT");
    assert_string_equal(err.where, "line 1");
    error_clear(&err);
    assert_int_equal(prompt_read(&prompt, false, &err), PROMPT_REFUSED);
    assert_string_equal(err.where, "line 2");
    assert_int_equal(prompt_read(&prompt, false, &err), PROMPT_LINE);
    assert_string_equal(prompt.text.bytes, "2\n");
    close_on(&prompt);
}

/* As much as a source may have is taken; a byte more is not, and no more memory is asked for. */
static void test_prompt__bounds_a_statement(void **state)
{
    (void)state;
    struct prompt prompt;
    struct error err = {.kind = ERROR_NONE};
    size_t length = (size_t)LIMIT_SOURCE_BYTES * 4;
    char *bytes = malloc(length);
    assert_non_null(bytes);
    memset(bytes, 'a', length);
    bytes[LIMIT_SOURCE_BYTES] = '\n';
    bytes[length - 3] = '\n';
    bytes[length - 2] = '7';
    bytes[length - 1] = '\n';
    open_on(&prompt, bytes, length);
    assert_int_equal(prompt_read(&prompt, false, &err), PROMPT_LINE);
    assert_int_equal(prompt.last, LIMIT_SOURCE_BYTES);
    assert_int_equal(prompt_read(&prompt, false, &err), PROMPT_REFUSED);
    assert_string_equal(err.id, "PROMPT_LONG");
    assert_true(prompt.text.capacity <= (size_t)LIMIT_SOURCE_BYTES * 2 + 64);
    assert_int_equal(prompt_read(&prompt, false, &err), PROMPT_LINE);
    assert_string_equal(prompt.text.bytes, "7\n");
    close_on(&prompt);
    free(bytes);
}

/* A person is asked, on the terminal and not in the output, and sees when a statement goes on. */
static void test_prompt__asks_on_a_terminal(void **state)
{
    (void)state;
    struct terminal terminal;
    struct prompt prompt;
    struct error err = {.kind = ERROR_NONE};
    char seen[256];
    terminal_open(&terminal, 80);
    int kept = dup(STDERR_FILENO);
    assert_true(dup2(fileno(terminal.program), STDERR_FILENO) >= 0);
    prompt_open(&prompt, terminal.program);
    assert_true(prompt.asks);
    assert_int_equal(write(terminal.master, "if x\nend\n", 9), 9);
    assert_int_equal(prompt_read(&prompt, false, &err), PROMPT_LINE);
    assert_int_equal(prompt_read(&prompt, true, &err), PROMPT_LINE);
    dup2(kept, STDERR_FILENO);
    close(kept);
    terminal_seen(&terminal, seen, sizeof seen);
    assert_non_null(strstr(seen, "> "));
    assert_non_null(strstr(seen, ". "));
    assert_string_equal(prompt.text.bytes, "if x\nend\n");
    prompt_close(&prompt);
    terminal_close(&terminal);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_prompt__reads_line_by_line),
        cmocka_unit_test(test_prompt__goes_on_with_a_statement),
        cmocka_unit_test(test_prompt__passes_over_what_is_no_text),
        cmocka_unit_test(test_prompt__bounds_a_statement),
        cmocka_unit_test(test_prompt__asks_on_a_terminal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
