/* Hostile assessment documents: each is refused with its sentence and its place, soon and cheaply, and
 * leaves nothing behind; honest ones beside them pass.
 *
 * test_hostile_json --write FOLDER writes them as files instead, and FOLDER/list: a line with file, row
 * of the message ("-" for an honest one), and path. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "exchange.h"
#include "support_fixture.h"
#include "support_guard.h"
#include "support_hostile.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

/* The tiny instrument under the id of the real one. */
static int open_fixture(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    fixture_open(fixture);
    fixture->instrument.id = "spbe-2020";
    *state = fixture;
    return 0;
}

static int close_fixture(void **state)
{
    fixture_close(*state);
    free(*state);
    return 0;
}

/* As a program does: the instrument's id first, then the document. */
static bool read_document(const struct instrument *instrument, const char *bytes, size_t length,
                          struct error *err)
{
    char id[EXCHANGE_ID_BYTES];
    struct arena arena = ARENA_EMPTY;
    struct assessment assessment;
    bool ok = exchange_peek_instrument(bytes, length, "f.json", id, err) &&
              exchange_read(bytes, length, "f.json", instrument, &arena, &assessment, err);
    arena_release(&arena);
    return ok;
}

/* The path in a place: behind the position, with bytes beyond ASCII as one '?' a run. */
static const char *path_of(char *where)
{
    char *to = where;
    for (const char *at = where; *at != '\0'; at++) {
        if ((unsigned char)*at < 0x80) {
            *to++ = *at;
        } else if (to == where || to[-1] != '?') {
            *to++ = '?';
        }
    }
    *to = '\0';
    const char *path = strchr(where, '$');
    return path == NULL ? "" : path;
}

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Reads one; false, having said why, when it is not dealt with as it should. */
static bool check_document(const struct hostile *row, const struct instrument *instrument)
{
    struct text bytes = TEXT_EMPTY;
    struct guard guard;
    struct error err = {.kind = ERROR_NONE};
    hostile_write(row, &bytes);
    guard_open(&guard, bytes.bytes, bytes.length);
    double begun = seconds_now();
    bool ok = read_document(instrument, guard.bytes, bytes.length, &err);
    double taken = seconds_now() - begun;
    guard_close(&guard);
    text_release(&bytes);
    if (ok != (row->id == NULL) || taken > 2.0) {
        print_error("%s is %s in %.1f s: %s: %s\n", row->name, ok ? "taken" : "refused", taken,
                    err.where, err.message);
        return false;
    }
    if (ok) {
        return true;
    }
    const char *path = path_of(err.where);
    bool good = strcmp(err.id, row->id) == 0 && strcmp(path, row->path) == 0 &&
                strncmp(err.where, "f.json", 6) == 0 && strlen(err.message) > 10 &&
                strlen(err.message) < 300;
    if (!good) {
        print_error("%s: wanted %s at %s, got %s at %s (%s)\n", row->name, row->id, row->path,
                    err.id, err.where, err.message);
    }
    return good;
}

/* Protects the import and the batch from whatever is sent to them. */
static void test_hostile_json__each_is_refused_with_its_sentence_and_place(void **state)
{
    const struct fixture *fixture = *state;
    size_t count = 0;
    const struct hostile *rows = hostile_documents(&count);
    size_t bad = 0;
    size_t wrong = 0;
    for (size_t i = 0; i < count; i++) {
        wrong += check_document(&rows[i], &fixture->instrument) ? 0 : 1;
        bad += rows[i].id != NULL ? 1 : 0;
    }
    assert_int_equal(wrong, 0);
    assert_true(bad >= 150);
    assert_true(count - bad >= 12);
}

/* Protects the machine: all of them together never took more than 256 MiB. */
static void test_hostile_json__memory_stays_small(void **state)
{
    (void)state;
#ifndef SPBE_SANITIZED
    struct rusage usage;
    assert_int_equal(getrusage(RUSAGE_SELF, &usage), 0);
    assert_true(usage.ru_maxrss < 256L * 1024);
#endif
}

/* Protects the user's patience with names: no two documents carry the same. */
static void test_hostile_json__names_are_unique(void **state)
{
    (void)state;
    size_t count = 0;
    const struct hostile *rows = hostile_documents(&count);
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < i; k++) {
            assert_string_not_equal(rows[i].name, rows[k].name);
        }
    }
}

/* Writes the documents as files; returns the exit status. */
static int write_files(const char *folder)
{
    char path[4096];
    size_t count = 0;
    const struct hostile *rows = hostile_documents(&count);
    snprintf(path, sizeof path, "%s/list", folder);
    FILE *list = fopen(path, "w");
    for (size_t i = 0; list != NULL && i < count; i++) {
        struct text bytes = TEXT_EMPTY;
        hostile_write(&rows[i], &bytes);
        snprintf(path, sizeof path, "%s/%s.json", folder, rows[i].name);
        FILE *file = fopen(path, "wb");
        if (file == NULL || fwrite(bytes.bytes, 1, bytes.length, file) != bytes.length ||
            fclose(file) != 0) {
            return 1;
        }
        text_release(&bytes);
        fprintf(list, "%s.json\t%s\t%s\n", rows[i].name, rows[i].id == NULL ? "-" : rows[i].id,
                rows[i].path == NULL ? "" : rows[i].path);
    }
    return list == NULL || fclose(list) != 0 ? 1 : 0;
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hostile_json__names_are_unique),
        cmocka_unit_test(test_hostile_json__each_is_refused_with_its_sentence_and_place),
        cmocka_unit_test(test_hostile_json__memory_stays_small),
    };
    if (argc == 3 && strcmp(argv[1], "--write") == 0) {
        return write_files(argv[2]);
    }
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
