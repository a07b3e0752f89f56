/* The files that a script consists of: found beside it or where it may read, numbered once, named for people. */
#include "script_source.h"

#include "drawing.h"
#include "file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static char home[64];

static void put(const char *path, const char *content)
{
    struct error err = {.kind = ERROR_NONE};
    assert_true(file_write(path, content, strlen(content), &err));
}

static int set_up(void **state)
{
    (void)state;
    snprintf(home, sizeof home, "/tmp/spbe-source-XXXXXX");
    bool made = mkdtemp(home) != NULL && chdir(home) == 0 && mkdir("skrip", 0700) == 0 &&
                mkdir("skrip/bantu", 0700) == 0 && mkdir("boleh", 0700) == 0;
    put("skrip/utama.lua", "return 0");
    put("skrip/satu.lua", "return 1");
    put("skrip/bantu/dua.lua", "return 2");
    put("skrip/biner.lua", "return '\xff'");
    put("boleh/tiga.lua", "return 3");
    put("luar.lua", "return 4");
    return made && symlink("../luar.lua", "skrip/tautan.lua") == 0 ? 0 : 1;
}

static int tear_down(void **state)
{
    char command[96];
    (void)state;
    snprintf(command, sizeof command, "rm -rf '%s'", home);
    return chdir("/") == 0 && system(command) == 0 ? 0 : 1;
}

/* A script at work, without its worker. */
static void open_script(struct script *script, const char *path)
{
    static const char *const folders[] = {"boleh", NULL};
    struct text source = TEXT_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    *script = (struct script){.origin = TEXT_EMPTY};
    script->access = script_access_new(NULL, 0, folders, &err);
    assert_non_null(script->access);
    assert_true(script_source_open(script, path, NULL, &source, &err));
    text_release(&source);
}

static void close_script(struct script *script)
{
    script_source_release(script);
    script_access_free(script->access);
}

/* Includes a file; the answer must begin like this. */
static void check_given(struct script *script, const char *name, const char *begins)
{
    struct text out = TEXT_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    if (!script_source_include(script, name, &out, &err)) {
        fail_msg("%s: %s", name, err.message);
    }
    assert_int_equal(strncmp(out.bytes, begins, strlen(begins)), 0);
    text_release(&out);
}

static void check_refused(struct script *script, const char *name, const char *id)
{
    struct text out = TEXT_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    assert_false(script_source_include(script, name, &out, &err));
    assert_string_equal(err.id, id);
    text_release(&out);
}

/* A file counts once, by whatever name; what is beside the script comes before what is allowed. */
static void test_script_source__files_are_numbered_once(void **state)
{
    struct script script;
    (void)state;
    open_script(&script, "skrip/utama.lua");
    check_given(&script, "satu.lua",
                "{\"number\":1,\"name\":\"satu.lua\",\"source\":\"return 1\"}");
    check_given(&script, "bantu/dua.lua", "{\"number\":2,\"name\":\"bantu/dua.lua\"");
    check_given(&script, "./satu.lua", "{\"number\":1,\"name\":\"satu.lua\"");
    check_given(&script, "bantu/../satu.lua", "{\"number\":1,");
    check_given(&script, "boleh/tiga.lua", "{\"number\":3,\"name\":\"boleh/tiga.lua\"");
    check_given(&script, "utama.lua", "{\"number\":0,\"name\":\"utama.lua\"");
    assert_int_equal(script.source_count, 4);
    close_script(&script);
}

static void test_script_source__nothing_else_is_reached(void **state)
{
    struct script script;
    (void)state;
    open_script(&script, "skrip/utama.lua");
    check_refused(&script, "../luar.lua", "SCRIPT_MISSING");
    check_refused(&script, "luar.lua", "SCRIPT_MISSING");
    check_refused(&script, "tautan.lua", "SCRIPT_MISSING");
    check_refused(&script, "boleh/../luar.lua", "SCRIPT_MISSING");
    check_refused(&script, "/etc/passwd", "SCRIPT_INCLUDE");
    check_refused(&script, "bantu", "SCRIPT_INCLUDE");
    check_refused(&script, "biner.lua", "SCRIPT_SOURCE");
    assert_int_equal(script.source_count, 1);
    close_script(&script);
}

/* A script of the program's own is known by the name it was called by. */
static void test_script_source__a_name_can_stand_for_the_path(void **state)
{
    struct script script = {.origin = TEXT_EMPTY};
    struct text source = TEXT_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    const char *rest = NULL;
    (void)state;
    assert_true(script_source_open(&script, "skrip/utama.lua", "utama", &source, &err));
    assert_string_equal(script_source_find(&script, "utama.lua:3", &rest), "utama");
    assert_string_equal(rest, ":3");
    assert_int_equal(strncmp(script.origin.bytes, "script utama.lua ", 17), 0);
    script_source_release(&script);
    text_release(&source);
}

/* At the prompt nothing lies beside, but what is allowed is there. */
static void test_script_source__the_prompt_has_what_is_allowed(void **state)
{
    struct script script;
    (void)state;
    open_script(&script, NULL);
    assert_string_equal(script.origin.bytes, "script -i");
    check_refused(&script, "luar.lua", "SCRIPT_MISSING");
    check_given(&script, "boleh/tiga.lua", "{\"number\":1,");
    close_script(&script);
}

/* People read where a file lies from where they stand, and the history has the SHA-256 of each. */
static void test_script_source__places_are_those_people_know(void **state)
{
    struct script script;
    struct text place = TEXT_EMPTY;
    const char *rest = NULL;
    (void)state;
    open_script(&script, "skrip/utama.lua");
    check_given(&script, "bantu/dua.lua", "{");
    check_given(&script, "boleh/tiga.lua", "{");
    script_source_place(&script, drawing_place(1, 12), &place);
    assert_string_equal(place.bytes, "skrip/bantu/dua.lua:12");
    assert_string_equal(script_source_find(&script, "boleh/tiga.lua:3", &rest), "boleh/tiga.lua");
    assert_string_equal(rest, ":3");
    assert_string_equal(script_source_find(&script, "utama.lua:3", &rest), "skrip/utama.lua");
    assert_string_equal(script_source_find(&script, "nix.lua:3", &rest), "skrip/utama.lua");
    assert_string_equal(rest, "");
    assert_int_equal(strncmp(script.origin.bytes, "script utama.lua ", 17), 0);
    assert_non_null(strstr(script.origin.bytes, ", bantu/dua.lua "));
    text_release(&place);
    close_script(&script);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_script_source__files_are_numbered_once),
        cmocka_unit_test(test_script_source__nothing_else_is_reached),
        cmocka_unit_test(test_script_source__a_name_can_stand_for_the_path),
        cmocka_unit_test(test_script_source__the_prompt_has_what_is_allowed),
        cmocka_unit_test(test_script_source__places_are_those_people_know),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
