#include "limit.h"
#include "program.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* One run of the whole program in a child. */
struct run {
    int status; /* as waitpid gives it */
    char out[65536], err[4096];
};

/* What a file holds, NUL-terminated. */
static void slurp(FILE *file, char *out, size_t size)
{
    rewind(file);
    out[fread(out, 1, size - 1, file)] = '\0';
    fclose(file);
}

/* Splits "spbe <words>" at spaces into argv; returns argc. */
static int split(char *line, char **words, int room)
{
    int count = 0;
    for (char *rest = line, *word; count < room && (word = strtok_r(rest, " ", &rest)) != NULL;) {
        words[count++] = word;
    }
    words[count] = NULL;
    return count;
}

/* Runs "spbe <line>" with standard output on `out_fd`, or kept in *run when that is -1. */
static void run_to(struct run *run, const char *line, int out_fd)
{
    FILE *out = tmpfile();
    FILE *err = tmpfile();
    assert_non_null(out);
    assert_non_null(err);
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        char bytes[512];
        char *words[32];
        snprintf(bytes, sizeof bytes, "spbe %s", line);
        dup2(out_fd >= 0 ? out_fd : fileno(out), STDOUT_FILENO);
        dup2(fileno(err), STDERR_FILENO);
        exit(program_run(split(bytes, words, 30), words));
    }
    waitpid(child, &run->status, 0);
    slurp(out, run->out, sizeof run->out);
    slurp(err, run->err, sizeof run->err);
}

static void check_exit(struct run *run, const char *line, int status)
{
    run_to(run, line, -1);
    if (!WIFEXITED(run->status) || WEXITSTATUS(run->status) != status) {
        fail_msg("spbe %s: wait status %d, expected exit %d\n%s", line, run->status, status,
                 run->err);
    }
}

static void check_text(const char *text, const char *part)
{
    if (strstr(text, part) == NULL) {
        fail_msg("lacks \"%s\": %s", part, text);
    }
}

static struct run run; /* too large for a stack that tests share; each test fills it anew */

static void test_program__version_is_data_and_nothing_else(void **state)
{
    (void)state;
    check_exit(&run, "--version", 0);
    assert_memory_equal(run.out, "spbe ", 5);
    assert_string_equal(run.out + strlen(run.out) - 1, "\n");
    assert_string_equal(run.err, "");
}

static void test_program__version_and_help_win_over_any_mistake(void **state)
{
    (void)state;
    check_exit(&run, "evaluate --quatsch --version", 0);
    check_exit(&run, "--quatsch --help", 0);
    check_exit(&run, "nix --help", 0);
    check_exit(&run, "rules --help", 0);
    check_text(run.out, "rules show");
}

static void test_program__each_kind_of_error_has_its_exit_status(void **state)
{
    (void)state;
    check_exit(&run, "", 2);
    check_exit(&run, "nix", 2);
    check_exit(&run, "evaluate /tidak/ada.json", 3);
    check_exit(&run, "rules check /tidak/ada", 4);
    check_exit(&run, "verify /proc/self/status", 5);
}

static void test_program__a_mistake_is_one_line_on_standard_error(void **state)
{
    (void)state;
    check_exit(&run, "nix", 2);
    assert_string_equal(run.out, "");
    assert_memory_equal(run.err, "spbe: nix: ", 11);
    assert_ptr_equal(strchr(run.err, '\n'), run.err + strlen(run.err) - 1);
}

static void test_program__the_place_of_a_mistake_cannot_move_a_terminal(void **state)
{
    (void)state;
    check_exit(&run, "\033[2J", 2);
    check_text(run.err, "?[2J");
    assert_null(strchr(run.err, '\033'));
}

static void test_program__speaks_the_language_asked_for(void **state)
{
    (void)state;
    setenv("LC_ALL", "id_ID.UTF-8", 1);
    check_exit(&run, "help exit", 0);
    check_text(run.out, "Status keluar");
    check_exit(&run, "help exit --lang en", 0);
    check_text(run.out, "Exit statuses");
    setenv("LC_ALL", "en_US.UTF-8", 1);
    check_exit(&run, "help exit", 0);
    check_text(run.out, "Exit statuses");
    check_exit(&run, "--lang id help exit", 0);
    check_text(run.out, "Status keluar");
    unsetenv("LC_ALL");
}

static void test_program__a_full_disk_is_an_error_of_the_system(void **state)
{
    (void)state;
    int full = open("/dev/full", O_WRONLY);
    run_to(&run, "help --lang en", full);
    close(full);
    assert_true(WIFEXITED(run.status));
    assert_int_equal(WEXITSTATUS(run.status), 7);
    check_text(run.err, "standard output");
    check_text(run.err, "the disk is full");
}

static void test_program__a_reader_that_has_gone_ends_it_without_a_word(void **state)
{
    (void)state;
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    close(ends[0]);
    run_to(&run, "help limits", ends[1]);
    close(ends[1]);
    assert_true(WIFSIGNALED(run.status));
    assert_int_equal(WTERMSIG(run.status), SIGPIPE);
    assert_string_equal(run.err, "");
}

static void test_program__an_error_is_told_even_when_nobody_reads_the_data(void **state)
{
    (void)state;
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    close(ends[0]);
    run_to(&run, "nix", ends[1]);
    close(ends[1]);
    assert_true(WIFEXITED(run.status));
    assert_int_equal(WEXITSTATUS(run.status), 2);
    check_text(run.err, "spbe: nix");
}

static void test_program__roles_of_workers_are_named_and_can_be_run(void **state)
{
    (void)state;
    const struct guest_role *role = program_roles();
    assert_non_null(role->name);
    for (; role->name != NULL; role++) {
        assert_non_null(role->run);
        assert_true(role->cpu_seconds > 0);
    }
}

/* Protects the machine where a worker does not keep to what it is told: the system's own bounds are set, and those of
 * scripts, which may be given more, lie above what the command line can give. */
static void test_program__each_role_is_bounded(void **state)
{
    (void)state;
    for (const struct guest_role *role = program_roles(); role->name != NULL; role++) {
        bool script = strcmp(role->name, "script") == 0;
        assert_int_equal(role->memory, script ? LIMIT_SCRIPT_PROCESS : 0);
        assert_true(role->cpu_seconds <= LIMIT_SCRIPT_CPU_S);
    }
    assert_true(LIMIT_SCRIPT_CPU_S > LIMIT_SCRIPT_S_MOST);
    assert_true(LIMIT_SCRIPT_PROCESS / 1048576 > LIMIT_SCRIPT_MIB_MOST);
}

static void test_program__runs_again_in_the_same_way(void **state)
{
    (void)state;
    char first[sizeof run.out];
    check_exit(&run, "help", 0);
    memcpy(first, run.out, sizeof first);
    check_exit(&run, "help", 0);
    assert_string_equal(run.out, first);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_program__version_is_data_and_nothing_else),
        cmocka_unit_test(test_program__version_and_help_win_over_any_mistake),
        cmocka_unit_test(test_program__each_kind_of_error_has_its_exit_status),
        cmocka_unit_test(test_program__a_mistake_is_one_line_on_standard_error),
        cmocka_unit_test(test_program__the_place_of_a_mistake_cannot_move_a_terminal),
        cmocka_unit_test(test_program__speaks_the_language_asked_for),
        cmocka_unit_test(test_program__a_full_disk_is_an_error_of_the_system),
        cmocka_unit_test(test_program__a_reader_that_has_gone_ends_it_without_a_word),
        cmocka_unit_test(test_program__an_error_is_told_even_when_nobody_reads_the_data),
        cmocka_unit_test(test_program__roles_of_workers_are_named_and_can_be_run),
        cmocka_unit_test(test_program__each_role_is_bounded),
        cmocka_unit_test(test_program__runs_again_in_the_same_way),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
