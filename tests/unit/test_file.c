#include "file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Each test has a folder of its own as working folder. */
static char folder[64];

static int enter(void **state)
{
    (void)state;
    const char *under = getenv("TMPDIR");
    snprintf(folder, sizeof folder, "%s/spbe-file-XXXXXX",
             under != NULL && strlen(under) < 40 ? under : "/tmp");
    return mkdtemp(folder) == NULL || chdir(folder) != 0;
}

/* Names in the working folder, without "." and "..". */
static size_t entries(void)
{
    size_t count = 0;
    DIR *listing = opendir(".");
    for (struct dirent *entry; (entry = readdir(listing)) != NULL;) {
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    }
    closedir(listing);
    return count;
}

static int leave(void **state)
{
    (void)state;
    char command[256];
    snprintf(command, sizeof command, "chmod -R u+rwx %s; rm -rf %s", folder, folder);
    return chdir("/") != 0 || system(command) != 0;
}

static void put(const char *path, const char *content)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs(content, file);
    fclose(file);
}

static void check_content(const char *path, const char *expected)
{
    struct text text = TEXT_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    assert_true(file_read(path, 1000000, &text, &err));
    assert_string_equal(text.bytes, expected);
    text_release(&text);
}

static void check_error(struct error *err, const char *id, enum error_kind kind, const char *where)
{
    assert_string_equal(err->id, id);
    assert_int_equal(err->kind, kind);
    assert_string_equal(err->where, where);
    error_clear(err);
}

/* ---- reading ---- */

static void test_file__reads_all_of_a_file_and_nothing_else(void **state)
{
    (void)state;
    struct text text = TEXT_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    text_add(&text, "left over");
    put("a", "satu\n");
    assert_true(file_read("a", 5, &text, &err));
    assert_string_equal(text.bytes, "satu\n");
    put("empty", "");
    assert_true(file_read("empty", 0, &text, &err));
    assert_int_equal(text.length, 0);
    text_release(&text);
}

static void test_file__reading_stops_at_the_limit(void **state)
{
    (void)state;
    struct text text = TEXT_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    put("a", "12345");
    assert_true(file_read("a", 5, &text, &err));
    assert_false(file_read("a", 4, &text, &err));
    check_error(&err, "FILE_LARGE", ERROR_LIMIT, "a");
    assert_false(file_read("/dev/zero", 100000, &text, &err));
    check_error(&err, "FILE_LARGE", ERROR_LIMIT, "/dev/zero");
    text_release(&text);
}

static void test_file__what_cannot_be_read_is_named(void **state)
{
    (void)state;
    struct text text = TEXT_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    assert_false(file_read("nothing", 10, &text, &err));
    check_error(&err, "FILE_OPEN", ERROR_INPUT, "nothing");
    assert_false(file_read(".", 10, &text, &err));
    check_error(&err, "FILE_FOLDER", ERROR_INPUT, ".");
    text_release(&text);
}

static void test_file__reads_a_pipe_to_its_end(void **state)
{
    (void)state;
    struct text text = TEXT_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    assert_int_equal(mkfifo("pipe", 0600), 0);
    pid_t child = fork();
    if (child == 0) {
        FILE *pipe = fopen("pipe", "wb");
        for (int i = 0; pipe != NULL && i < 50000; i++) {
            fputs("abc", pipe);
        }
        _exit(pipe == NULL || fclose(pipe) != 0);
    }
    assert_true(file_read("pipe", 1000000, &text, &err));
    assert_int_equal(text.length, 150000);
    waitpid(child, NULL, 0);
    text_release(&text);
}

/* ---- writing ---- */

static void test_file__writes_whole_files_and_leaves_nothing_beside_them(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    assert_true(file_write("a", "satu", 4, &err));
    check_content("a", "satu");
    assert_true(file_write("a", "", 0, &err));
    check_content("a", "");
    assert_int_equal(entries(), 1);
}

static void test_file__a_new_file_follows_the_mask_and_an_old_one_keeps_its_rights(void **state)
{
    (void)state;
    struct stat about;
    struct error err = {.kind = ERROR_NONE};
    mode_t mask = umask(027);
    assert_true(file_write("new", "x", 1, &err));
    umask(mask);
    assert_int_equal(stat("new", &about), 0);
    assert_int_equal(about.st_mode & 0777, 0640);
    put("old", "x");
    chmod("old", 0604);
    assert_true(file_write("old", "y", 1, &err));
    assert_int_equal(stat("old", &about), 0);
    assert_int_equal(about.st_mode & 0777, 0604);
}

static void test_file__a_failed_write_leaves_the_old_content(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    assert_false(file_write("no/such/folder/a", "x", 1, &err));
    check_error(&err, "FILE_WRITE", ERROR_SYSTEM, "no/such/folder/a");
    assert_false(file_write(".", "x", 1, &err));
    check_error(&err, "FILE_FOLDER", ERROR_INPUT, ".");
    if (geteuid() != 0) {
        mkdir("closed", 0700);
        put("closed/a", "satu");
        chmod("closed", 0500);
        assert_false(file_write("closed/a", "dua", 3, &err));
        check_error(&err, "FILE_WRITE", ERROR_SYSTEM, "closed/a");
        check_content("closed/a", "satu");
    }
}

static void test_file__a_link_stays_and_its_file_is_replaced(void **state)
{
    (void)state;
    struct stat about;
    struct error err = {.kind = ERROR_NONE};
    mkdir("far", 0700);
    put("far/a", "satu");
    assert_int_equal(symlink("far/a", "link"), 0);
    assert_true(file_write("link", "dua", 3, &err));
    assert_int_equal(lstat("link", &about), 0);
    assert_true(S_ISLNK(about.st_mode));
    check_content("far/a", "dua");
}

static void test_file__devices_are_written_to_and_never_replaced(void **state)
{
    (void)state;
    struct stat about;
    struct error err = {.kind = ERROR_NONE};
    assert_true(file_write("/dev/null", "x", 1, &err));
    assert_int_equal(stat("/dev/null", &about), 0);
    assert_true(S_ISCHR(about.st_mode));
    assert_false(file_write("/dev/full", "x", 1, &err));
    check_error(&err, "FILE_WRITE", ERROR_SYSTEM, "/dev/full");
    char *name = NULL;
    assert_false(file_temporary("/dev/null", &name, &err));
    check_error(&err, "FILE_SPECIAL", ERROR_INPUT, "/dev/null");
}

/* A wrong name after -o must not replace an assessment by a report. */
static void test_file__an_assessment_file_is_never_replaced(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    char *name = NULL;
    FILE *file = fopen("kota.spbe", "wb");
    assert_int_equal(fwrite("SQLite format 3", 1, 16, file), 16);
    fclose(file);
    put("pendek.spbe", "SQLite format 3");
    assert_int_equal(symlink("kota.spbe", "tautan.json"), 0);
    assert_false(file_write("kota.spbe", "x", 1, &err));
    check_error(&err, "FILE_DATABASE", ERROR_INPUT, "kota.spbe");
    assert_false(file_temporary("tautan.json", &name, &err));
    check_error(&err, "FILE_DATABASE", ERROR_INPUT, "tautan.json");
    check_content("kota.spbe", "SQLite format 3");
    assert_true(file_write("pendek.spbe", "x", 1, &err));
    assert_int_equal(entries(), 3);
}

static void test_file__pipes_and_devices_are_special(void **state)
{
    (void)state;
    put("berkas", "isi");
    assert_int_equal(mkfifo("pipa", 0600), 0);
    assert_true(file_is_special("pipa"));
    assert_true(file_is_special("/dev/null"));
    assert_false(file_is_special("berkas"));
    assert_false(file_is_special("."));
    assert_false(file_is_special("tidak-ada"));
}

/* ---- temporary files ---- */

static void test_file__a_temporary_file_stands_beside_its_target_and_is_private(void **state)
{
    (void)state;
    struct stat about;
    struct error err = {.kind = ERROR_NONE};
    char *name = NULL;
    mkdir("sub", 0700);
    assert_true(file_temporary("sub/out.xlsx", &name, &err));
    assert_non_null(strstr(name, "sub/.spbe-"));
    assert_int_equal(stat(name, &about), 0);
    assert_int_equal(about.st_mode & 0777, 0600);
    assert_int_equal(about.st_size, 0);
    assert_true(file_commit(name, "sub/out.xlsx", &err));
    assert_false(file_exists(name));
    assert_true(file_exists("sub/out.xlsx"));
    free(name);
}

static void test_file__an_abandoned_temporary_file_is_gone(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    char *name = NULL;
    assert_true(file_temporary("out", &name, &err));
    file_abandon(name);
    assert_int_equal(entries(), 0);
    free(name);
}

static void test_file__a_new_name_never_replaces_a_file(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    char *name = NULL;
    assert_true(file_temporary("kota.spbe", &name, &err));
    put("kota.spbe", "milik orang lain");
    assert_false(file_commit_new(name, "kota.spbe", &err));
    check_error(&err, "FILE_EXISTS", err.kind, "kota.spbe");
    check_content("kota.spbe", "milik orang lain");
    assert_int_equal(entries(), 1);
    free(name);
    assert_true(file_temporary("baru.spbe", &name, &err));
    assert_true(file_commit_new(name, "baru.spbe", &err));
    assert_true(file_exists("baru.spbe"));
    free(name);
}

/* No room while the file is written: the old one stays, and the half of the new one goes. */
static void test_file__a_full_disk_leaves_the_old_content(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    struct rlimit old;
    put("out.json", "lama");
    getrlimit(RLIMIT_FSIZE, &old);
    struct rlimit limit = {100, old.rlim_max};
    char bytes[1000] = {0};
    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &limit);
    bool done = file_write("out.json", bytes, sizeof bytes, &err);
    setrlimit(RLIMIT_FSIZE, &old);
    signal(SIGXFSZ, SIG_DFL);
    assert_false(done);
    check_error(&err, "FILE_WRITE", ERROR_SYSTEM, "out.json");
    check_content("out.json", "lama");
    assert_int_equal(entries(), 1);
}

/* A folder came to lie where the output was to go, after it was begun. */
static void test_file__what_cannot_get_its_name_is_gone(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    char *name = NULL;
    assert_true(file_temporary("out", &name, &err));
    assert_int_equal(mkdir("out", 0700), 0);
    assert_false(file_commit(name, "out", &err));
    check_error(&err, "FILE_WRITE", ERROR_SYSTEM, "out");
    assert_int_equal(entries(), 1);
    free(name);
    err = (struct error){.kind = ERROR_NONE};
    assert_true(file_temporary("baru", &name, &err));
    file_abandon(name);
    assert_false(file_commit_new(name, "baru", &err)); /* somebody has removed it meanwhile */
    check_error(&err, "FILE_WRITE", ERROR_SYSTEM, "baru");
    assert_int_equal(entries(), 1);
    free(name);
}

static void test_file__a_file_that_fails_while_it_is_read_is_told(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    struct text text = TEXT_EMPTY;
    assert_false(
        file_read("/proc/self/mem", 1000, &text, &err)); /* nothing lies at its beginning */
    check_error(&err, "FILE_READ", ERROR_SYSTEM, "/proc/self/mem");
    text_release(&text);
}

/* A child that interrupts itself while a temporary file exists, then ends it by `end`; its wait status. */
static int interrupted(void (*end)(const char *name))
{
    pid_t child = fork();
    if (child == 0) {
        struct error err = {.kind = ERROR_NONE};
        char *name = NULL;
        signal(SIGINT, SIG_DFL);
        if (!file_temporary("out", &name, &err)) {
            _exit(1);
        }
        raise(SIGINT);
        end(name);
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return status;
}

static void commit(const char *name)
{
    struct error err = {.kind = ERROR_NONE};
    file_commit(name, "out", &err);
}

static void test_file__an_interrupt_waits_until_no_temporary_file_is_left(void **state)
{
    (void)state;
    int status = interrupted(file_abandon);
    assert_true(WIFSIGNALED(status));
    assert_int_equal(WTERMSIG(status), SIGINT);
    assert_int_equal(entries(), 0);
    status = interrupted(commit);
    assert_true(WIFSIGNALED(status));
    assert_int_equal(entries(), 1);
    assert_true(file_exists("out"));
}

/* ---- what lies beside the program ---- */

static void test_file__resources_are_found_from_any_working_folder(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    char *path = file_resource("rules/spbe-2020/pack.lua", &err);
    assert_non_null(path);
    assert_int_equal(path[0], '/');
    assert_true(file_exists(path));
    free(path);
    assert_null(file_resource("rules/tidak-ada", &err));
    check_error(&err, "FILE_RESOURCE", ERROR_SYSTEM, "rules/tidak-ada");
}

static void test_file__program_is_a_path_that_can_be_run(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    char *path = file_program(&err);
    assert_non_null(path);
    assert_int_equal(access(path, X_OK), 0);
    assert_int_equal(path[0], '/');
    free(path);
}

static bool is_waiting(int signal)
{
    sigset_t now;
    sigprocmask(SIG_BLOCK, NULL, &now);
    return sigismember(&now, signal) == 1;
}

/* Who writes a whole folder holds the signals; a file written inside must not let them through, or an
 * interrupted program would leave half a folder. */
static void test_file__a_file_inside_a_hold_does_not_end_it(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    file_hold_signals();
    assert_true(file_write("a", "1", 1, &err));
    assert_true(is_waiting(SIGINT) && is_waiting(SIGTERM) && is_waiting(SIGHUP));
    assert_false(file_write("nirwana/a", "1", 1, &err));
    assert_true(is_waiting(SIGINT));
    file_free_signals();
    assert_false(is_waiting(SIGINT) || is_waiting(SIGTERM) || is_waiting(SIGHUP));
    assert_true(file_write("b", "1", 1, &(struct error){.kind = ERROR_NONE}));
    assert_false(is_waiting(SIGINT));
}

static void test_file__only_regular_files_exist(void **state)
{
    (void)state;
    put("a", "");
    mkdir("b", 0700);
    assert_true(file_exists("a"));
    assert_false(file_exists("b"));
    assert_false(file_exists("c"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_file__reads_all_of_a_file_and_nothing_else, enter,
                                        leave),
        cmocka_unit_test_setup_teardown(test_file__reading_stops_at_the_limit, enter, leave),
        cmocka_unit_test_setup_teardown(test_file__a_file_inside_a_hold_does_not_end_it, enter,
                                        leave),
        cmocka_unit_test_setup_teardown(test_file__what_cannot_be_read_is_named, enter, leave),
        cmocka_unit_test_setup_teardown(test_file__reads_a_pipe_to_its_end, enter, leave),
        cmocka_unit_test_setup_teardown(
            test_file__writes_whole_files_and_leaves_nothing_beside_them, enter, leave),
        cmocka_unit_test_setup_teardown(
            test_file__a_new_file_follows_the_mask_and_an_old_one_keeps_its_rights, enter, leave),
        cmocka_unit_test_setup_teardown(test_file__a_failed_write_leaves_the_old_content, enter,
                                        leave),
        cmocka_unit_test_setup_teardown(test_file__a_link_stays_and_its_file_is_replaced, enter,
                                        leave),
        cmocka_unit_test_setup_teardown(test_file__devices_are_written_to_and_never_replaced, enter,
                                        leave),
        cmocka_unit_test_setup_teardown(test_file__an_assessment_file_is_never_replaced, enter,
                                        leave),
        cmocka_unit_test_setup_teardown(test_file__pipes_and_devices_are_special, enter, leave),
        cmocka_unit_test_setup_teardown(
            test_file__a_temporary_file_stands_beside_its_target_and_is_private, enter, leave),
        cmocka_unit_test_setup_teardown(test_file__an_abandoned_temporary_file_is_gone, enter,
                                        leave),
        cmocka_unit_test_setup_teardown(test_file__a_new_name_never_replaces_a_file, enter, leave),
        cmocka_unit_test_setup_teardown(test_file__a_full_disk_leaves_the_old_content, enter,
                                        leave),
        cmocka_unit_test_setup_teardown(test_file__what_cannot_get_its_name_is_gone, enter, leave),
        cmocka_unit_test_setup_teardown(test_file__a_file_that_fails_while_it_is_read_is_told,
                                        enter, leave),
        cmocka_unit_test_setup_teardown(
            test_file__an_interrupt_waits_until_no_temporary_file_is_left, enter, leave),
        cmocka_unit_test_setup_teardown(test_file__resources_are_found_from_any_working_folder,
                                        enter, leave),
        cmocka_unit_test_setup_teardown(test_file__program_is_a_path_that_can_be_run, enter, leave),
        cmocka_unit_test_setup_teardown(test_file__only_regular_files_exist, enter, leave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
