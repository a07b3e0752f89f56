/* The packs of tests/packs/bad and the overlays of tests/packs/overlays, one after the other in one process:
 * each is refused with the line that stands beside it, the honest pack that is loaded after it is as it was
 * before, and an evaluator whose worker lives through all of them scores as before. The command-line tests
 * hostile and overlays measure each in a process of its own. */
#include "pack.h"

#include "evaluator.h"
#include "file.h"
#include "pack_stack.h"
#include "report.h"

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
static const char overlay_folder[] = "tests/packs/overlays";
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

/* What the evaluator, which scores with functions, makes of an honest assessment; appended. */
static void score_honest(struct evaluator *evaluator, struct text *json)
{
    static const char document[] =
        "{\"format\":\"spbe-assessment/"
        "1\",\"instrument\":\"kami-uji\",\"year\":2024,\"answers\":{\"I01\":"
        "{\"criteria\":{\"I01.1.a\":{\"met\":true},\"I01.1.b\":{\"met\":false}}}}}";
    struct error err = {.kind = ERROR_NONE};
    const struct evaluation *evaluation = evaluator_document(
        evaluator, document, sizeof document - 1, sizeof document - 1, "honest", &err);
    if (evaluation == NULL) {
        fail_msg("%s: %s", err.where, err.message);
    }
    report_write(evaluation, REPORT_PLAIN, evaluator_scratch(evaluator), json);
}

/* All that must be as it was after an enemy. */
static void look_around(struct evaluator *evaluator, struct text *json)
{
    show_honest(json);
    score_honest(evaluator, json);
}

static struct evaluator *start_evaluator(void)
{
    static const char *const rules[] = {"tests/packs/kami", NULL};
    struct error err = {.kind = ERROR_NONE};
    struct evaluator *evaluator = evaluator_new(rules, BASIS_BY_RULE, &err);
    assert_non_null(evaluator);
    return evaluator;
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

/* What this process and its workers that have ended took of the processor: the clock would measure how
 * busy the machine is. */
static double processor_seconds(void)
{
    double sum = 0;
    const int whose[] = {RUSAGE_SELF, RUSAGE_CHILDREN};
    for (size_t i = 0; i < 2; i++) {
        struct rusage used;
        assert_int_equal(getrusage(whose[i], &used), 0);
        sum += (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec);
        sum += (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
    }
    return sum;
}

static void check_refused(const char *name)
{
    char path[512];
    struct error err = {.kind = ERROR_NONE};
    struct text expected = TEXT_EMPTY;
    struct text told = TEXT_EMPTY;
    snprintf(path, sizeof path, "%s/%s", bad_folder, name);
    double begin = processor_seconds();
    struct pack *pack = pack_load(path, &err);
    assert_null(pack);
    assert_true(processor_seconds() - begin < 2);
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

/* The names in a folder, sorted; each and the array to be freed. */
static char **list_enemies(const char *path, size_t *count)
{
    char **names = NULL;
    DIR *folder = opendir(path);
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

/* Has `check` meet every enemy of a folder, and looks around after each. */
static void meet_all(const char *folder, size_t least, void (*check)(const char *name))
{
    size_t count = 0;
    struct text before = TEXT_EMPTY;
    struct text after = TEXT_EMPTY;
    struct evaluator *evaluator = start_evaluator();
    char **names = list_enemies(folder, &count);
    assert_true(count >= least);
    look_around(evaluator, &before);
    for (size_t i = 0; i < count; i++) {
        check(names[i]);
        look_around(evaluator, &after);
        if (strcmp(after.bytes, before.bytes) != 0) {
            fail_msg("after %s another pack is not what it was", names[i]);
        }
        free(names[i]);
    }
    free(names);
    evaluator_free(evaluator);
    text_release(&before);
    text_release(&after);
}

static void test_hostile_packs__each_is_refused_and_harms_nothing(void **state)
{
    (void)state;
    meet_all(bad_folder, 300, check_refused);
}

/* An overlay cannot be put on its pack; the sentence names its file. */
static void check_overlay(const char *name)
{
    char path[512];
    struct error err = {.kind = ERROR_NONE};
    const char *const names[] = {path, NULL};
    snprintf(path, sizeof path, "%s/%s", overlay_folder, name);
    double begin = processor_seconds();
    assert_null(pack_stack_load(names, &err));
    assert_true(processor_seconds() - begin < 3);
    assert_int_equal(err.kind, ERROR_PACK);
    if (strstr(err.where, "overlay.lua") == NULL) {
        fail_msg("%s: %s: %s", name, err.where, err.message);
    }
}

static void test_hostile_packs__each_overlay_is_refused_and_harms_nothing(void **state)
{
    (void)state;
    meet_all(overlay_folder, 50, check_overlay);
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
        cmocka_unit_test(test_hostile_packs__each_overlay_is_refused_and_harms_nothing),
        cmocka_unit_test(test_hostile_packs__no_process_is_left_and_none_was_large),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
