/* A folder as output: there with all its files, or not at all; never over what somebody has. */
#include "file.h"
#include "message.h"
#include "out_folder.h"
#include "support_store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

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

static void check_file(const char *path, const char *expected)
{
    struct text text = TEXT_EMPTY;
    assert_true(file_read(path, 1000, &text, &place.err));
    assert_string_equal(text.bytes, expected);
    text_release(&text);
}

/* Makes keluar/dalam/a.txt and keluar/b.txt. */
static bool make(const char *path, bool ok)
{
    struct out_folder *folder = out_folder_begin(path, &place.err);
    if (folder == NULL) {
        return false;
    }
    assert_true(out_folder_make(folder, "dalam", &place.err));
    assert_true(out_folder_make(folder, "dalam", &place.err));
    assert_true(out_folder_add(folder, "dalam/a.txt", "isi", 3, &place.err));
    assert_true(out_folder_open(folder, "b.txt", &place.err));
    assert_true(out_folder_write(folder, "sa", 2, &place.err));
    assert_true(out_folder_write(folder, "tu", 2, &place.err));
    return out_folder_end(folder, ok, &place.err);
}

static void test_out_folder__appears_with_all_its_files(void **state)
{
    (void)state;
    static const char *const paths[] = {"baru", "garis/", "./titik"};
    for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
        assert_true(make(paths[i], true));
    }
    check_file("baru/dalam/a.txt", "isi");
    check_file("garis/b.txt", "satu");
    check_file("titik/b.txt", "satu");
    struct stat about;
    assert_int_equal(stat("baru", &about), 0);
    mode_t mask = umask(0);
    umask(mask);
    assert_int_equal(about.st_mode & 0777, 0777 & ~mask);
    assert_int_equal(place_files(), 3);
}

static void test_out_folder__an_empty_folder_gives_way(void **state)
{
    (void)state;
    mkdir("kosong", 0755);
    assert_int_equal(symlink("kosong", "tautan"), 0);
    assert_true(make("tautan", true));
    check_file("kosong/b.txt", "satu");
}

static void test_out_folder__what_is_there_is_never_touched(void **state)
{
    (void)state;
    mkdir("penuh", 0755);
    place_write("penuh/milik-orang", "x", 1);
    assert_false(make("penuh", true));
    place_failed(&place, "OUT_FOLDER_FULL");
    assert_false(make("penuh/milik-orang", true));
    place_failed(&place, "OUT_FOLDER_FILE");
    assert_false(make("tidak/ada", true));
    place_failed(&place, "OUT_FOLDER_WRITE");
    assert_false(make("penuh/milik-orang/x", true));
    place_failed(&place, "OUT_FOLDER_WRITE");
    check_file("penuh/milik-orang", "x");
    assert_int_equal(place_files(), 1);
}

/* Somebody may fill the place while the folder is being made. */
static void test_out_folder__a_place_that_is_taken_meanwhile_is_left(void **state)
{
    (void)state;
    struct out_folder *folder = out_folder_begin("keluar", &place.err);
    assert_non_null(folder);
    mkdir("keluar", 0755);
    place_write("keluar/x", "x", 1);
    assert_false(out_folder_end(folder, true, &place.err));
    place_failed(&place, "OUT_FOLDER_FULL");
    check_file("keluar/x", "x");
    assert_int_equal(place_files(), 1);
}

static void test_out_folder__an_abandoned_one_leaves_nothing(void **state)
{
    (void)state;
    assert_false(make("keluar", false));
    assert_int_equal(place_files(), 0);
    assert_false(out_folder_end(NULL, true, &place.err));
}

static void test_out_folder__a_full_disk_leaves_nothing(void **state)
{
    (void)state;
    struct rlimit old;
    getrlimit(RLIMIT_FSIZE, &old);
    struct rlimit limit = {2, old.rlim_max};
    signal(SIGXFSZ, SIG_IGN);
    struct out_folder *folder = out_folder_begin("keluar", &place.err);
    setrlimit(RLIMIT_FSIZE, &limit);
    bool ok = out_folder_add(folder, "a.txt", "isi", 3, &place.err);
    setrlimit(RLIMIT_FSIZE, &old);
    signal(SIGXFSZ, SIG_DFL);
    assert_false(out_folder_end(folder, ok, &place.err));
    place_failed(&place, "OUT_FOLDER_WRITE");
    assert_int_equal(place_files(), 0);
}

/* A library that was given the temporary name fails with it; the user has never seen that name. */
static void test_out_folder__an_error_inside_tells_the_user_s_name(void **state)
{
    (void)state;
    struct out_folder *folder = out_folder_begin("keluar", &place.err);
    char *path = out_folder_path(folder, "a.html", &place.err);
    error_set(&place.err, M_FILE_WRITE, path, "cakram penuh");
    free(path);
    assert_false(out_folder_end(folder, false, &place.err));
    assert_string_equal(place.err.where, "keluar/a.html");
    place_failed(&place, "FILE_WRITE");
    assert_int_equal(place_files(), 0);
}

static void test_out_folder__a_name_twice_is_refused(void **state)
{
    (void)state;
    struct out_folder *folder = out_folder_begin("keluar", &place.err);
    char *path = out_folder_path(folder, "a.zip", &place.err);
    assert_non_null(path);
    assert_true(file_exists(path));
    free(path);
    assert_null(out_folder_path(folder, "a.zip", &place.err));
    place_failed(&place, "OUT_FOLDER_WRITE");
    assert_true(out_folder_end(folder, true, &place.err));
}

/* An interrupted program finishes what it has begun, or removes it: it is not killed in between. */
static void test_out_folder__a_signal_waits(void **state)
{
    (void)state;
    pid_t child = fork();
    if (child == 0) {
        signal(SIGTERM, SIG_DFL); /* measuring coverage catches it */
        struct out_folder *folder = out_folder_begin("keluar", &place.err);
        raise(SIGTERM);
        out_folder_add(folder, "a.txt", "isi", 3, &place.err);
        out_folder_end(folder, true, &place.err);
        _exit(1);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM);
    check_file("keluar/a.txt", "isi");
    assert_int_equal(place_files(), 1);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_out_folder__##name, enter, leave)
    const struct CMUnitTest tests[] = {
        TEST(appears_with_all_its_files),
        TEST(an_empty_folder_gives_way),
        TEST(what_is_there_is_never_touched),
        TEST(a_place_that_is_taken_meanwhile_is_left),
        TEST(an_abandoned_one_leaves_nothing),
        TEST(a_full_disk_leaves_nothing),
        TEST(an_error_inside_tells_the_user_s_name),
        TEST(a_name_twice_is_refused),
        TEST(a_signal_waits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
