/* script_access: a script uses the files that were named or allowed, wherever names and links seem to lead. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "script_access.h"

#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A folder with: boleh/ (allowed), boleh/dalam/, boleh-juga/ (not), luar/rahasia.txt, disebut.txt (named). */
static char home[PATH_MAX];

static void touch(const char *path)
{
    int file = open(path, O_CREAT | O_WRONLY, 0600);
    assert_true(file >= 0);
    close(file);
}

static int set_up(void **state)
{
    (void)state;
    snprintf(home, sizeof home, "/tmp/spbe-access-XXXXXX");
    assert_non_null(mkdtemp(home));
    assert_int_equal(chdir(home), 0);
    assert_int_equal(mkdir("boleh", 0700) | mkdir("boleh/dalam", 0700) | mkdir("boleh-juga", 0700) |
                         mkdir("luar", 0700),
                     0);
    touch("disebut.txt");
    touch("luar/rahasia.txt");
    touch("boleh/isi.txt");
    touch("boleh/dalam/isi.txt");
    touch("boleh-juga/isi.txt");
    assert_int_equal(symlink("../luar/rahasia.txt", "boleh/tautan.txt"), 0);
    assert_int_equal(symlink("../luar", "boleh/keluar"), 0);
    assert_int_equal(symlink("../luar/belum.txt", "boleh/buntu.txt"), 0);
    assert_int_equal(symlink("dalam/isi.txt", "boleh/wajar.txt"), 0);
    assert_int_equal(symlink("../boleh/isi.txt", "luar/masuk.txt"), 0);
    return 0;
}

static int tear_down(void **state)
{
    char command[PATH_MAX + 16];
    (void)state;
    snprintf(command, sizeof command, "rm -rf '%s'", home);
    return chdir("/") == 0 && system(command) == 0 ? 0 : 1;
}

static struct script_access *open_access(void)
{
    static char *words[] = {(char *)"disebut.txt", (char *)"--out=baru.txt", (char *)"luar",
                            (char *)"tidak/ada.txt"};
    static const char *const folders[] = {"boleh", NULL};
    struct error err = {.kind = ERROR_NONE};
    struct script_access *access = script_access_new(words, 4, folders, &err);
    assert_non_null(access);
    return access;
}

/* A file may not be used, and why. */
static void check_refused(const struct script_access *access, const char *path, const char *id)
{
    struct error err = {.kind = ERROR_NONE};
    char *whole = script_access_file(access, path, true, &err);
    if (whole != NULL) {
        fail_msg("%s may be used", path);
    }
    assert_string_equal(err.id, id);
    assert_string_equal(err.where, path);
}

/* Whether a file may be used; `ends` is what its resolved name is, below home. */
static void check_file(const struct script_access *access, const char *path, const char *ends)
{
    if (ends == NULL) {
        check_refused(access, path, "SCRIPT_FILE");
        return;
    }
    struct error err = {.kind = ERROR_NONE};
    char *whole = script_access_file(access, path, true, &err);
    if (whole == NULL) {
        fail_msg("%s may not be used", path);
        return;
    }
    assert_string_equal(whole, ends + 1);
    free(whole);
}

static void test_script_access__named_files_are_used_by_any_name(void **state)
{
    struct script_access *access = open_access();
    char absolute[PATH_MAX + 16];
    (void)state;
    snprintf(absolute, sizeof absolute, "%s/disebut.txt", home);
    check_file(access, "disebut.txt", "/disebut.txt");
    check_file(access, "./luar/../disebut.txt", "/disebut.txt");
    check_file(access, absolute, "/disebut.txt");
    check_file(access, "baru.txt", "/baru.txt");
    check_file(access, "lain.txt", NULL);
    check_file(access, "disebut.txt/", NULL);
    check_refused(access, "luar", "SCRIPT_IS_FOLDER"); /* that it is named allows nothing */
    check_refused(access, "luar/", "SCRIPT_IS_FOLDER");
    check_file(access, "/etc", NULL); /* of others not even that is told */
    check_file(access, "luar/rahasia.txt", NULL);
    check_file(access, "tidak/ada.txt", NULL);
    check_file(access, "", NULL);
    script_access_free(access);
}

static void test_script_access__allowed_folders_end_where_they_end(void **state)
{
    struct script_access *access = open_access();
    (void)state;
    check_file(access, "boleh/isi.txt", "/boleh/isi.txt");
    check_file(access, "boleh/dalam/isi.txt", "/boleh/dalam/isi.txt");
    check_file(access, "boleh/baru.txt", "/boleh/baru.txt");
    check_file(access, "boleh/dalam/../isi.txt", "/boleh/isi.txt");
    check_file(access, "boleh/wajar.txt", "/boleh/dalam/isi.txt");
    check_file(access, "luar/masuk.txt", "/boleh/isi.txt");
    check_file(access, "boleh/../luar/rahasia.txt", NULL);
    check_file(access, "boleh-juga/isi.txt", NULL);
    check_file(access, "boleh/../boleh-juga/isi.txt", NULL);
    check_file(access, "/etc/passwd", NULL);
    check_file(access, "boleh/../../../../../../../etc/passwd", NULL);
    check_file(access, "boleh/tidak-ada/baru.txt", NULL);
    check_file(access, "boleh/..", NULL);
    check_file(access, "/proc/self/mem", NULL);
    script_access_free(access);
}

/* What is opened is the resolved name: whole where it lies elsewhere, and never one that means standard input. */
static void test_script_access__names_are_told_from_the_working_folder(void **state)
{
    struct script_access *access = open_access();
    struct error err = {.kind = ERROR_NONE};
    char wanted[PATH_MAX + 32];
    (void)state;
    touch("boleh/-");
    assert_int_equal(chdir("boleh"), 0);
    struct script_access *inside = NULL;
    static const char *const here[] = {".", NULL};
    inside = script_access_new(NULL, 0, here, &err);
    char *name = script_access_file(inside, "./-", true, &err);
    snprintf(wanted, sizeof wanted, "%s/boleh/-", home);
    assert_string_equal(name, wanted);
    free(name);
    name = script_access_file(inside, "../boleh/dalam/isi.txt", true, &err);
    assert_string_equal(name, "dalam/isi.txt");
    free(name);
    name = script_access_folder(inside, ".", &err);
    snprintf(wanted, sizeof wanted, "%s/boleh", home);
    assert_string_equal(name, wanted);
    free(name);
    script_access_free(inside);
    assert_int_equal(chdir(".."), 0);
    script_access_free(access);
}

static void test_script_access__links_count_by_where_they_lead(void **state)
{
    struct script_access *access = open_access();
    (void)state;
    check_file(access, "boleh/tautan.txt", NULL);
    check_file(access, "boleh/keluar/rahasia.txt", NULL);
    check_file(access, "boleh/keluar/baru.txt", NULL);
    check_file(access, "boleh/buntu.txt", NULL);
    check_file(access, "boleh/keluar/../boleh/isi.txt", "/boleh/isi.txt");
    script_access_free(access);
}

static void test_script_access__folders_are_looked_into_when_allowed(void **state)
{
    struct script_access *access = open_access();
    const char *const good[] = {"boleh", "boleh/", "boleh/dalam", "luar/../boleh"};
    const char *const bad[] = {"luar",  "boleh/keluar", ".", "..", "/", "boleh-juga", "",
                               "tidak", "boleh/isi.txt"};
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
        struct error err = {.kind = ERROR_NONE};
        char *whole = script_access_folder(access, good[i], &err);
        assert_non_null(whole);
        free(whole);
    }
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        struct error err = {.kind = ERROR_NONE};
        assert_null(script_access_folder(access, bad[i], &err));
        assert_string_equal(err.id, "SCRIPT_FOLDER");
    }
    script_access_free(access);
}

static void test_script_access__standard_input_must_be_named(void **state)
{
    struct script_access *access = open_access();
    static char *dash[] = {(char *)"-"};
    static const char *const none[] = {NULL};
    struct error err = {.kind = ERROR_NONE};
    (void)state;
    char *out = script_access_file(access, "-", true, &err);
    assert_string_equal(out, "-");
    free(out);
    assert_null(script_access_file(access, "-", false, &err));
    script_access_free(access);
    err = (struct error){.kind = ERROR_NONE};
    access = script_access_new(dash, 1, none, &err);
    char *in = script_access_file(access, "-", false, &err);
    assert_string_equal(in, "-");
    free(in);
    script_access_free(access);
}

static void test_script_access__an_allowed_folder_is_one(void **state)
{
    static const char *const file[] = {"disebut.txt", NULL};
    static const char *const absent[] = {"boleh", "tidak-ada", NULL};
    struct error err = {.kind = ERROR_NONE};
    (void)state;
    assert_null(script_access_new(NULL, 0, file, &err));
    assert_string_equal(err.id, "SCRIPT_ALLOW");
    err = (struct error){.kind = ERROR_NONE};
    assert_null(script_access_new(NULL, 0, absent, &err));
    assert_string_equal(err.where, "tidak-ada");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_script_access__named_files_are_used_by_any_name),
        cmocka_unit_test(test_script_access__allowed_folders_end_where_they_end),
        cmocka_unit_test(test_script_access__names_are_told_from_the_working_folder),
        cmocka_unit_test(test_script_access__links_count_by_where_they_lead),
        cmocka_unit_test(test_script_access__folders_are_looked_into_when_allowed),
        cmocka_unit_test(test_script_access__standard_input_must_be_named),
        cmocka_unit_test(test_script_access__an_allowed_folder_is_one),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
