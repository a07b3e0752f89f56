/* Where documents go in pieces: a file appears whole or not at all, whatever happens in between. */
#include "sink.h"

#include "file.h"
#include "text.h"

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

/* A folder of a test's own, and a file in it. */
struct place {
    char folder[32];
    char path[64];
};

static void open_place(struct place *place)
{
    strcpy(place->folder, "/tmp/spbe-sink-XXXXXX");
    assert_non_null(mkdtemp(place->folder));
    snprintf(place->path, sizeof place->path, "%s/hasil.json", place->folder);
}

/* Also wants nothing but the file itself to be left in the folder. */
static void close_place(const struct place *place)
{
    unlink(place->path);
    assert_int_equal(rmdir(place->folder), 0);
}

static void check_content(const struct place *place, const char *wanted)
{
    struct text text = TEXT_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    assert_true(file_read(place->path, 1000, &text, &err));
    assert_string_equal(text.bytes, wanted);
    text_release(&text);
}

static void test_sink__a_file_appears_at_the_end(void **state)
{
    (void)state;
    struct place place;
    struct sink sink;
    struct error err = {.kind = ERROR_NONE};
    open_place(&place);
    assert_true(sink_open(&sink, place.path, &err));
    assert_true(sink_put(&sink, "satu ", 5, &err));
    assert_false(file_exists(place.path));
    assert_true(sink_put(&sink, "dua", 3, &err));
    assert_true(sink_close(&sink, true, &err));
    check_content(&place, "satu dua");
    close_place(&place);
}

static void test_sink__what_is_not_whole_leaves_nothing(void **state)
{
    (void)state;
    struct place place;
    struct sink sink;
    struct error err = {.kind = ERROR_NONE};
    open_place(&place);
    assert_true(sink_open(&sink, place.path, &err));
    assert_true(sink_put(&sink, "satu", 4, &err));
    assert_false(sink_close(&sink, false, &err));
    assert_false(file_exists(place.path));
    assert_false(error_is_set(&err)); /* why is the caller's to say */
    close_place(&place);
}

static void test_sink__the_old_file_stays_until_the_new_one_is_whole(void **state)
{
    (void)state;
    struct place place;
    struct sink sink;
    struct error err = {.kind = ERROR_NONE};
    open_place(&place);
    assert_true(file_write(place.path, "lama", 4, &err));
    assert_true(sink_open(&sink, place.path, &err));
    assert_true(sink_put(&sink, "baru", 4, &err));
    assert_false(sink_close(&sink, false, &err));
    check_content(&place, "lama");
    assert_true(sink_open(&sink, place.path, &err));
    assert_true(sink_put(&sink, "baru", 4, &err));
    assert_true(sink_close(&sink, true, &err));
    check_content(&place, "baru");
    close_place(&place);
}

static void test_sink__a_folder_that_is_not_there_is_an_error(void **state)
{
    (void)state;
    struct sink sink;
    struct error err = {.kind = ERROR_NONE};
    assert_false(sink_open(&sink, "/tmp/spbe-tidak-ada/hasil.json", &err));
    assert_int_equal(err.kind, ERROR_SYSTEM);
    assert_false(sink_close(&sink, false, &err)); /* as after any failure */
}

static void test_sink__a_device_is_written_to_as_it_is(void **state)
{
    (void)state;
    struct sink sink;
    struct stat about;
    struct error err = {.kind = ERROR_NONE};
    assert_true(sink_open(&sink, "/dev/null", &err));
    assert_null(sink.temporary);
    assert_true(sink_put(&sink, "satu", 4, &err));
    assert_true(sink_close(&sink, true, &err));
    assert_int_equal(stat("/dev/null", &about), 0);
    assert_true(S_ISCHR(about.st_mode));
}

static void test_sink__a_full_disk_is_told(void **state)
{
    (void)state;
    struct sink sink;
    struct error err = {.kind = ERROR_NONE};
    assert_true(sink_open(&sink, "/dev/full", &err));
    (void)sink_put(&sink, "satu", 4, &err); /* it may still lie in memory */
    assert_false(sink_close(&sink, true, &err));
    assert_string_equal(err.id, "FILE_WRITE");
    assert_string_equal(err.where, "/dev/full");
}

static void test_sink__standard_output_stays_open(void **state)
{
    (void)state;
    struct sink sink;
    struct error err = {.kind = ERROR_NONE};
    assert_true(sink_open(&sink, "-", &err));
    assert_ptr_equal(sink.file, stdout);
    assert_true(sink_put(&sink, "", 0, &err));
    assert_true(sink_close(&sink, true, &err));
    assert_false(ferror(stdout));
}

static void test_sink__a_document_is_one_line(void **state)
{
    (void)state;
    struct place place;
    struct text document = TEXT_EMPTY, read = TEXT_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    open_place(&place);
    text_add(&document, "{}");
    assert_true(sink_line(place.path, &document, &err));
    assert_true(file_read(place.path, 100, &read, &err));
    assert_string_equal(read.bytes, "{}\n");
    assert_false(sink_line("/dev/full", &document, &err));
    assert_string_equal(err.id, "FILE_WRITE");
    text_release(&document);
    text_release(&read);
    unlink(place.path);
    rmdir(place.folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sink__a_file_appears_at_the_end),
        cmocka_unit_test(test_sink__what_is_not_whole_leaves_nothing),
        cmocka_unit_test(test_sink__the_old_file_stays_until_the_new_one_is_whole),
        cmocka_unit_test(test_sink__a_folder_that_is_not_there_is_an_error),
        cmocka_unit_test(test_sink__a_device_is_written_to_as_it_is),
        cmocka_unit_test(test_sink__a_full_disk_is_told),
        cmocka_unit_test(test_sink__standard_output_stays_open),
        cmocka_unit_test(test_sink__a_document_is_one_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
