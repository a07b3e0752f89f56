/* What a killed program leaves is taken away by the next one, and nothing else ever is. */
#include "temporary.h"

#include "support_store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static struct place place;

static int enter(void **state)
{
    (void)state;
    place_enter(&place);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    place_leave(&place);
    return 0;
}

enum { NAME_BYTES = 128 };

/* The present process's pattern, without its folder. */
static void get_pattern(char out[NAME_BYTES])
{
    struct text path = TEXT_EMPTY;
    temporary_pattern(&path);
    assert_true(path.length < NAME_BYTES);
    memcpy(out, path.bytes, path.length + 1);
    text_release(&path);
}

static void make_file(const char *name)
{
    place_write(name, "isi", 3);
}

/* Looks for what is left in the working folder. */
static void look(void)
{
    char name[NAME_BYTES];
    get_pattern(name);
}

static bool is_there(const char *name)
{
    struct stat about;
    return lstat(name, &about) == 0;
}

/* Starts a process that makes a folder with a file in a folder, and a file, as outputs are made. It then waits to
 * be killed. Their names come back. */
static pid_t start_maker(char folder[NAME_BYTES], char file[NAME_BYTES])
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t pid = fork();
    if (pid == 0) {
        char inner[2 * NAME_BYTES];
        get_pattern(folder);
        get_pattern(file);
        bool made = mkdtemp(folder) != NULL && mkstemp(file) >= 0;
        snprintf(inner, sizeof inner, "%s/dalam", folder);
        made = made && mkdir(inner, 0700) == 0;
        snprintf(inner, sizeof inner, "%s/dalam/a.txt", folder);
        make_file(inner);
        made = made && write(ends[1], folder, NAME_BYTES) == NAME_BYTES &&
               write(ends[1], file, NAME_BYTES) == NAME_BYTES;
        for (;;) {
            pause();
        }
    }
    assert_int_equal(read(ends[0], folder, NAME_BYTES), NAME_BYTES);
    assert_int_equal(read(ends[0], file, NAME_BYTES), NAME_BYTES);
    close(ends[0]);
    close(ends[1]);
    return pid;
}

static void end_maker(pid_t pid)
{
    assert_int_equal(kill(pid, SIGKILL), 0);
    assert_int_equal(waitpid(pid, NULL, 0), pid);
}

static void test_temporary__what_a_killed_process_left_goes_with_the_next(void **state)
{
    (void)state;
    char folder[NAME_BYTES];
    char file[NAME_BYTES];
    end_maker(start_maker(folder, file));
    assert_true(is_there(folder) && is_there(file));
    look();
    assert_false(is_there(folder) || is_there(file));
}

static void test_temporary__what_a_living_process_makes_stays(void **state)
{
    (void)state;
    char folder[NAME_BYTES];
    char file[NAME_BYTES];
    char own[NAME_BYTES];
    get_pattern(own);
    assert_int_not_equal(mkstemp(own), -1);
    pid_t maker = start_maker(folder, file);
    look();
    assert_true(is_there(folder) && is_there(file) && is_there(own));
    assert_int_equal(kill(maker, SIGSTOP), 0); /* it does nothing, and lives */
    look();
    assert_true(is_there(folder) && is_there(file));
    end_maker(maker);
    look();
    assert_false(is_there(folder) || is_there(file));
    assert_true(is_there(own));
}

/* A pattern whose parts between "-" are replaced: NULL keeps the part of the dead process in `dead`. */
static void alter(const char *dead, const char *machine, const char *pid, const char *start,
                  const char *end, char out[NAME_BYTES])
{
    char parts[3][32];
    assert_int_equal(sscanf(dead, ".spbe-%31[^-]-%31[^-]-%31[^-]-", parts[0], parts[1], parts[2]),
                     3);
    snprintf(out, NAME_BYTES, ".spbe-%s-%s-%s-%s", machine == NULL ? parts[0] : machine,
             pid == NULL ? parts[1] : pid, start == NULL ? parts[2] : start, end);
}

/* The same number, another process: of one that has taken the number of a dead one. */
static void test_temporary__a_number_that_was_used_again_does_not_protect(void **state)
{
    (void)state;
    char mine[NAME_BYTES];
    char name[NAME_BYTES];
    get_pattern(mine);
    alter(mine, NULL, NULL, "1", "abcdef", name);
    make_file(name);
    look();
    assert_false(is_there(name));
}

/* Every one of these looks like it was left, and was not, or cannot be judged. */
static void test_temporary__what_is_not_certainly_dead_and_ours_stays(void **state)
{
    (void)state;
    static const struct {
        const char *machine, *pid, *start, *end;
    } cases[] = {
        {"0123456789abcdef", NULL, NULL, "abcdef"}, /* another computer, on a shared folder */
        {"0", NULL, NULL, "abcdef"},
        {NULL, "0", NULL, "abcdef"},
        {NULL, "99999999999999999999", NULL, "abcdef"},
        {NULL, "4294967297", NULL, "abcdef"}, /* would be 1 in 32 bits */
        {NULL, "-5", NULL, "abcdef"},
        {NULL, "+5", NULL, "abcdef"},
        {NULL, NULL, "", "abcdef"},
        {NULL, NULL, NULL, "abcde"},
        {NULL, NULL, NULL, "abcdef.xlsx"},
        {NULL, NULL, NULL, "abcdef-wal"},
        {NULL, NULL, NULL, ""},
    };
    char folder[NAME_BYTES];
    char dead[NAME_BYTES];
    char name[NAME_BYTES];
    end_maker(start_maker(folder, dead));
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        alter(dead, cases[i].machine, cases[i].pid, cases[i].start, cases[i].end, name);
        make_file(name);
        look();
        if (!is_there(name)) {
            fail_msg("%s was removed", name);
        }
    }
    assert_false(is_there(dead));
}

static void test_temporary__other_hidden_names_stay(void **state)
{
    (void)state;
    static const char *const names[] = {".spbe-abcdef", ".spbe-", ".spbe", ".spbe-a-b-c-abcdef",
                                        "spbe-abcdef"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        make_file(names[i]);
        look();
        assert_true(is_there(names[i]));
    }
}

/* A link with such a name is none of ours, and nothing behind a link is touched. */
static void test_temporary__links_are_neither_removed_nor_followed(void **state)
{
    (void)state;
    char folder[NAME_BYTES];
    char file[NAME_BYTES];
    char link[NAME_BYTES];
    char inner[2 * NAME_BYTES];
    end_maker(start_maker(folder, file));
    assert_int_equal(mkdir("milik", 0700), 0);
    make_file("milik/a.txt");
    alter(file, NULL, NULL, NULL, "tautan", link);
    assert_int_equal(symlink("milik", link), 0);
    snprintf(inner, sizeof inner, "%s/milik", folder);
    assert_int_equal(symlink("../milik", inner), 0);
    look();
    assert_false(is_there(folder));
    assert_true(is_there(link) && is_there("milik/a.txt"));
}

static void test_temporary__the_journal_of_a_database_goes_too(void **state)
{
    (void)state;
    char folder[NAME_BYTES];
    char file[NAME_BYTES];
    char journal[2 * NAME_BYTES];
    end_maker(start_maker(folder, file));
    snprintf(journal, sizeof journal, "%s-journal", file);
    make_file(journal);
    look();
    assert_false(is_there(journal));
}

static void test_temporary__only_the_folder_that_is_written_to_is_looked_at(void **state)
{
    (void)state;
    char folder[NAME_BYTES];
    char file[NAME_BYTES];
    char moved[2 * NAME_BYTES];
    struct text path = TEXT_EMPTY;
    end_maker(start_maker(folder, file));
    assert_int_equal(mkdir("sub", 0700), 0);
    snprintf(moved, sizeof moved, "sub/%s", file);
    assert_int_equal(rename(file, moved), 0);
    look();
    assert_true(is_there(moved));
    text_add(&path, "sub/");
    temporary_pattern(&path);
    assert_false(is_there(moved));
    assert_int_equal(strncmp(path.bytes, "sub/.spbe-", 10), 0);
    text_clear(&path);
    text_add(&path, "tidak/ada/");
    temporary_pattern(&path); /* who makes the output says that it is not there */
    assert_int_equal(strncmp(path.bytes, "tidak/ada/.spbe-", 16), 0);
    text_release(&path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            test_temporary__what_a_killed_process_left_goes_with_the_next, enter, leave),
        cmocka_unit_test_setup_teardown(test_temporary__what_a_living_process_makes_stays, enter,
                                        leave),
        cmocka_unit_test_setup_teardown(
            test_temporary__a_number_that_was_used_again_does_not_protect, enter, leave),
        cmocka_unit_test_setup_teardown(test_temporary__what_is_not_certainly_dead_and_ours_stays,
                                        enter, leave),
        cmocka_unit_test_setup_teardown(test_temporary__other_hidden_names_stay, enter, leave),
        cmocka_unit_test_setup_teardown(test_temporary__links_are_neither_removed_nor_followed,
                                        enter, leave),
        cmocka_unit_test_setup_teardown(test_temporary__the_journal_of_a_database_goes_too, enter,
                                        leave),
        cmocka_unit_test_setup_teardown(
            test_temporary__only_the_folder_that_is_written_to_is_looked_at, enter, leave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
