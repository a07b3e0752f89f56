/* The language: chosen from what was asked or from the environment, on a machine with no locale but
 * C.UTF-8, and never touching how numbers are written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "file.h"
#include "lang.h"
#include "text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"};

static int clear_environment(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof variables / sizeof variables[0]; i++) {
        unsetenv(variables[i]);
    }
    return 0;
}

/* Protects the choice: --lang first, then the first variable that says something, else Indonesian. */
static void test_lang__is_chosen_from_option_then_environment(void **state)
{
    (void)state;
    static const struct {
        const char *asked, *lc_all, *lc_messages, *lang, *chosen;
    } rows[] = {
        {NULL, NULL, NULL, NULL, "id"},          {"id", NULL, NULL, NULL, "id"},
        {"en", NULL, NULL, NULL, "en"},          {"en", "id_ID.UTF-8", "id", "id", "en"},
        {"id", "en_US.UTF-8", "en", "en", "id"}, {NULL, NULL, NULL, "en_US.UTF-8", "en"},
        {NULL, NULL, NULL, "id_ID.UTF-8", "id"}, {NULL, NULL, NULL, "C", "id"},
        {NULL, NULL, NULL, "C.UTF-8", "id"},     {NULL, NULL, NULL, "de_DE.UTF-8", "id"},
        {NULL, NULL, "en_GB", "id_ID", "en"},    {NULL, "id_ID", "en_GB", "en_US", "id"},
        {NULL, "", "", "en_US", "en"},           {NULL, "", "id", "en_US", "id"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const char *values[] = {rows[i].lc_all, rows[i].lc_messages, rows[i].lang};
        for (size_t k = 0; k < 3; k++) {
            if (values[k] == NULL) {
                unsetenv(variables[k]);
            } else {
                setenv(variables[k], values[k], 1);
            }
        }
        assert_string_equal(lang_start(rows[i].asked, "/nowhere"), rows[i].chosen);
        assert_string_equal(lang_name(), rows[i].chosen);
    }
}

/* Protects a broken installation: without a catalogue, English is better than nothing. */
static void test_lang__falls_back_to_english_text(void **state)
{
    (void)state;
    lang_start("id", "/nowhere");
    assert_string_equal(lang_text("is a folder; name a file"), "is a folder; name a file");
    assert_string_equal(lang_text(""), "");
    assert_string_equal(_("no such text anywhere"), "no such text anywhere");
}

/* What a process of its own says for a text, in a language; the language is chosen once a process. */
static void say_in(const char *language, const char *folder, const char *text, char said[256])
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        lang_start(language, folder);
        const char *translation = lang_text(text);
        bool same = strcmp(translation, lang_fixed(text)) == 0;
        ssize_t done = write(ends[1], translation, strlen(translation));
        _exit(same && done > 0 ? 0 : 1);
    }
    close(ends[1]);
    ssize_t length = read(ends[0], said, 255);
    said[length < 0 ? 0 : length] = '\0';
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    assert_int_equal(status, 0);
}

/* Protects readers in Indonesia: the built catalogue is found and used, and English stays English. */
static void test_lang__translates_with_the_catalogue(void **state)
{
    (void)state;
    static const char text[] = "is a folder; name a file";
    struct error err = {.kind = ERROR_NONE};
    char folder[4096];
    char said[256];
    char *program = file_program(&err);
    assert_non_null(program);
    *strrchr(program, '/') = '\0';
    snprintf(folder, sizeof folder, "%s/../lang", program);
    free(program);
    if (access(folder, R_OK) != 0) {
        skip();
    }
    say_in("id", folder, text, said);
    assert_string_not_equal(said, text);
    assert_non_null(strstr(said, "folder"));
    say_in("en", folder, text, said);
    assert_string_equal(said, text);
}

/* Protects every number that is written: the point stays a point. */
static void test_lang__leaves_numbers_alone(void **state)
{
    (void)state;
    char number[16];
    setenv("LC_ALL", "id_ID.UTF-8", 1);
    setenv("LC_NUMERIC", "id_ID.UTF-8", 1);
    lang_start(NULL, "/nowhere");
    snprintf(number, sizeof number, "%.2f", 2.5);
    assert_string_equal(number, "2.50");
    assert_true(strtod("2.75", NULL) > 2.7);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_lang__is_chosen_from_option_then_environment,
                               clear_environment),
        cmocka_unit_test_setup(test_lang__falls_back_to_english_text, clear_environment),
        cmocka_unit_test_setup(test_lang__translates_with_the_catalogue, clear_environment),
        cmocka_unit_test_setup(test_lang__leaves_numbers_alone, clear_environment),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
