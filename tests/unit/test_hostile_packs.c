/* The packs of tests/packs/bad, one after the other in one process: each is refused with the line that
 * stands beside it, and the honest pack that is loaded after it is as it was before. The command-line
 * test hostile measures each in a process of its own. */
#include "pack.h"

#include "channel.h"
#include "file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>

static const char bad_folder[] = "tests/packs/bad";
static const char honest_pack[] = "tests/packs/good/small";

/* Everything that the honest pack declares. */
static void show_honest(struct text *json)
{
    struct error err = {.kind = ERROR_NONE};
    text_clear(json);
    struct pack *pack = pack_load(honest_pack, &err);
    assert_non_null(pack);
    assert_true(pack_show(pack, 0, json, &err));
    pack_free(pack);
}

/* The line in which `name` is refused, without the program's name and the line break. */
static void read_expected(const char *name, struct text *expected)
{
    struct error err = {.kind = ERROR_NONE};
    char path[512];
    snprintf(path, sizeof path, "%s/%s/expected", bad_folder, name);
    assert_true(file_read(path, 4096, expected, &err));
    assert_memory_equal(expected->bytes, "spbe: ", 6);
    assert_int_equal(expected->bytes[expected->length - 1], '\n');
    expected->bytes[expected->length - 1] = '\0';
    memmove(expected->bytes, expected->bytes + 6, expected->length - 6);
}

static void check_refused(const char *name)
{
    char path[512];
    struct error err = {.kind = ERROR_NONE};
    struct text expected = TEXT_EMPTY;
    struct text told = TEXT_EMPTY;
    snprintf(path, sizeof path, "%s/%s", bad_folder, name);
    long long begin = channel_clock_ms();
    struct pack *pack = pack_load(path, &err);
    assert_null(pack);
    assert_true(channel_clock_ms() - begin < 2000);
    assert_int_equal(err.kind, ERROR_PACK);
    read_expected(name, &expected);
    text_format(&told, "%s: %s", err.where + sizeof bad_folder, err.message);
    assert_string_equal(told.bytes, expected.bytes);
    text_release(&expected);
    text_release(&told);
}

/* Large sources are written by generate.sh, for the command-line test. */
static bool has_generator(const char *name)
{
    char path[512];
    snprintf(path, sizeof path, "%s/%s/generate.sh", bad_folder, name);
    return file_exists(path);
}

static int by_name(const void *one, const void *other)
{
    return strcmp(*(char *const *)one, *(char *const *)other);
}

/* The names of all bad packs, sorted; each and the array to be freed. */
static char **list_bad(size_t *count)
{
    char **names = NULL;
    DIR *folder = opendir(bad_folder);
    assert_non_null(folder);
    *count = 0;
    for (struct dirent *entry = readdir(folder); entry != NULL; entry = readdir(folder)) {
        if (entry->d_name[0] != '.' && !has_generator(entry->d_name)) {
            names = realloc(names, (*count + 1) * sizeof *names);
            assert_non_null(names);
            names[(*count)++] = strdup(entry->d_name);
        }
    }
    closedir(folder);
    qsort(names, *count, sizeof *names, by_name);
    return names;
}

static void test_hostile_packs__each_is_refused_and_harms_nothing(void **state)
{
    (void)state;
    size_t count = 0;
    struct text before = TEXT_EMPTY;
    struct text after = TEXT_EMPTY;
    char **names = list_bad(&count);
    assert_true(count >= 90);
    show_honest(&before);
    for (size_t i = 0; i < count; i++) {
        check_refused(names[i]);
        show_honest(&after);
        if (strcmp(after.bytes, before.bytes) != 0) {
            fail_msg("after %s another pack is not what it was", names[i]);
        }
        free(names[i]);
    }
    free(names);
    text_release(&before);
    text_release(&after);
}

static void test_hostile_packs__no_process_is_left_and_none_was_large(void **state)
{
    (void)state;
    struct rusage used;
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
    assert_int_equal(errno, ECHILD);
    assert_int_equal(getrusage(RUSAGE_CHILDREN, &used), 0);
#ifndef SPBE_SANITIZED
    assert_true(used.ru_maxrss < 128 * 1024); /* in KiB, of the largest */
#endif
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hostile_packs__each_is_refused_and_harms_nothing),
        cmocka_unit_test(test_hostile_packs__no_process_is_left_and_none_was_large),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
