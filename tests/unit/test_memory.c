/* Allocation that does not fail: and what happens when it would. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "memory.h"

#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void test_memory__gives_what_is_asked(void **state)
{
    (void)state;
    char *bytes = memory_get(100);
    memset(bytes, 'x', 100);
    bytes = memory_resize(bytes, 50, 4);
    assert_int_equal(bytes[99], 'x');
    memset(bytes, 'y', 200);
    free(bytes);
    int *zeros = memory_zero(1000, sizeof *zeros);
    for (size_t i = 0; i < 1000; i++) {
        assert_int_equal(zeros[i], 0);
    }
    free(zeros);
    char *grown = memory_resize(NULL, 3, 1);
    memcpy(grown, "ab", 3);
    assert_string_equal(grown, "ab");
    free(grown);
}

/* Protects the speed of reports: a large block that was freed is there again without new pages. */
static void test_memory__keeps_pages_for_the_next_block(void **state)
{
    (void)state;
    enum { LARGE = 1 << 20 };
    memory_start();
    char *first = memory_get(LARGE);
    memset(first, 'x', LARGE);
    uintptr_t place = (uintptr_t)first;
    free(first);
    char *second = memory_get(LARGE);
#ifndef SPBE_SANITIZED
    assert_int_equal((uintptr_t)second, place);
#else
    assert_true(place != 0);
#endif
    free(second);
}

/* Protects callers with nothing to keep: nothing is a pointer that can be freed. */
static void test_memory__gives_nothing_too(void **state)
{
    (void)state;
    void *none = memory_get(0);
    assert_non_null(none);
    free(none);
    none = memory_zero(0, 8);
    assert_non_null(none);
    none = memory_resize(none, 0, 8);
    assert_non_null(none);
    free(none);
}

static void test_memory__copies_with_a_nul_behind(void **state)
{
    (void)state;
    char *copy = memory_copy("abcdef", 3);
    assert_string_equal(copy, "abc");
    free(copy);
    copy = memory_copy(NULL, 0);
    assert_string_equal(copy, "");
    free(copy);
}

/* The address sanitizer ends the program itself when too much is asked for. */
#if defined(__SANITIZE_ADDRESS__)
#define ADDRESS_SANITIZER
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ADDRESS_SANITIZER
#endif
#endif

/* Runs one request for too much in a child; its exit status, and what it said. */
static int ask_too_much(int kind, char said[256])
{
    int pipe_ends[2];
    assert_int_equal(pipe(pipe_ends), 0);
    pid_t child = fork();
    if (child == 0) {
        dup2(pipe_ends[1], STDERR_FILENO);
        void *memory = kind == 0   ? memory_get(SIZE_MAX / 2)
                       : kind == 1 ? memory_zero(SIZE_MAX / 2, 4)
                       : kind == 2 ? memory_resize(NULL, SIZE_MAX / 2, 4)
                                   : memory_resize(NULL, SIZE_MAX / 2, 1);
        _exit(memory == NULL ? 1 : 0);
    }
    close(pipe_ends[1]);
    ssize_t length = read(pipe_ends[0], said, 255);
    said[length < 0 ? 0 : length] = '\0';
    close(pipe_ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* Protects data when memory ends: one line, exit status 7, and no crash; a product that overflows
 * included. */
static void test_memory__ends_the_program_in_order(void **state)
{
    (void)state;
#ifndef ADDRESS_SANITIZER
    for (int kind = 0; kind < 4; kind++) {
        char said[256];
        assert_int_equal(ask_too_much(kind, said), 7);
        assert_memory_equal(said, "spbe: ", 6);
        assert_ptr_equal(strchr(said, '\n'), said + strlen(said) - 1);
    }
#else
    (void)ask_too_much;
#endif
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_memory__gives_what_is_asked),
        cmocka_unit_test(test_memory__keeps_pages_for_the_next_block),
        cmocka_unit_test(test_memory__gives_nothing_too),
        cmocka_unit_test(test_memory__copies_with_a_nul_behind),
        cmocka_unit_test(test_memory__ends_the_program_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
