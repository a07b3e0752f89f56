/* Archives that are written: what went in comes out, the same bytes each time, the size known before, and
 * a full disk told with its cause. */
#include "archive.h"
#include "file.h"
#include "limit.h"
#include "support_store.h"
#include "zip_writer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>
#include <cmocka.h>

static struct place place;

static int enter(void **state)
{
    (void)state;
    place_enter(&place);
    place_write("keluar.zip", "", 0);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    place_leave(&place);
    return 0;
}

static void write_two(const char *path)
{
    struct zip_writer *zip = zip_writer_open(path, path, &place.err);
    assert_non_null(zip);
    assert_true(zip_writer_begin(zip, "folder/satu.txt", &place.err));
    assert_true(zip_writer_add(zip, "sa", 2, &place.err));
    assert_true(zip_writer_add(zip, "", 0, &place.err));
    assert_true(zip_writer_add(zip, "tu", 2, &place.err));
    assert_true(zip_writer_end(zip, &place.err));
    assert_true(zip_writer_put(zip, "kosong", "", 0, &place.err));
    assert_true(zip_writer_close(zip, &place.err));
}

static bool take(void *context, const char *bytes, size_t length, struct error *err)
{
    (void)err;
    text_append(context, bytes, length);
    return true;
}

static void test_zip_writer__what_goes_in_comes_out(void **state)
{
    (void)state;
    static const struct archive_limits limits = {10, 100, 100};
    struct text out = TEXT_EMPTY;
    write_two("keluar.zip");
    struct archive *archive = archive_open_file("keluar.zip", &limits, &place.err);
    assert_non_null(archive);
    assert_int_equal(archive_count(archive), 2);
    assert_true(archive_read(archive, "folder/satu.txt", take, &out, &place.err));
    assert_string_equal(out.bytes, "satu");
    assert_true(archive_read(archive, "kosong", take, &out, &place.err));
    assert_int_equal(out.length, 4);
    archive_close(archive);
    text_release(&out);
}

static void test_zip_writer__the_same_parts_give_the_same_bytes(void **state)
{
    (void)state;
    struct text one = TEXT_EMPTY;
    struct text other = TEXT_EMPTY;
    place_write("lain.zip", "isi lama yang lebih panjang dari arsip yang baru", 48);
    write_two("keluar.zip");
    usleep(10000);
    write_two("lain.zip");
    assert_true(file_read("keluar.zip", 10000, &one, &place.err));
    assert_true(file_read("lain.zip", 10000, &other, &place.err));
    assert_int_equal(one.length, other.length);
    assert_memory_equal(one.bytes, other.bytes, one.length);
    text_release(&one);
    text_release(&other);
}

/* A plan relies on it: an archive of 100 MB must not be found too large when it is finished. */
static void test_zip_writer__the_size_is_known_before(void **state)
{
    (void)state;
    struct text bytes = TEXT_EMPTY;
    write_two("keluar.zip");
    assert_true(file_read("keluar.zip", 10000, &bytes, &place.err));
    assert_int_equal(bytes.length, ZIP_WRITER_EMPTY +
                                       zip_writer_overhead(strlen("folder/satu.txt")) + 4 +
                                       zip_writer_overhead(strlen("kosong")));
    text_release(&bytes);
}

static void test_zip_writer__a_full_disk_is_told_at_each_step(void **state)
{
    (void)state;
    char block[4096];
    struct rlimit old;
    memset(block, 'x', sizeof block);
    getrlimit(RLIMIT_FSIZE, &old);
    signal(SIGXFSZ, SIG_IGN);
    for (rlim_t most = 0; most <= 64 * 1024; most += 16384) {
        struct rlimit limit = {most, old.rlim_max};
        struct zip_writer *zip = zip_writer_open("keluar.zip", "keluar.zip", &place.err);
        assert_non_null(zip);
        setrlimit(RLIMIT_FSIZE, &limit);
        bool ok = zip_writer_begin(zip, "besar", &place.err);
        for (int i = 0; ok && i < 64; i++) {
            ok = zip_writer_add(zip, block, sizeof block, &place.err);
        }
        ok = ok && zip_writer_end(zip, &place.err);
        ok = zip_writer_close(zip, &place.err) && ok;
        setrlimit(RLIMIT_FSIZE, &old);
        assert_false(ok);
        assert_string_equal(place.err.where, "keluar.zip");
        place_failed(&place, "FILE_WRITE");
    }
    signal(SIGXFSZ, SIG_DFL);
}

static void test_zip_writer__a_path_that_cannot_be_opened_is_refused(void **state)
{
    (void)state;
    assert_null(zip_writer_open("tidak/ada.zip", "ada.zip", &place.err));
    place_failed(&place, "FILE_WRITE");
    assert_false(zip_writer_close(NULL, &place.err));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_zip_writer__##name, enter, leave)
    const struct CMUnitTest tests[] = {
        TEST(what_goes_in_comes_out),
        TEST(the_same_parts_give_the_same_bytes),
        TEST(the_size_is_known_before),
        TEST(a_full_disk_is_told_at_each_step),
        TEST(a_path_that_cannot_be_opened_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
