/* Files that were damaged by chance: refused with a clear sentence or opened, never a crash; and
 * what verifies as whole says exactly what the undamaged file said. */
#include "file.h"
#include "support_store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <cmocka.h>

static struct place place;
static struct text original; /* bytes of the file */
static struct text expected; /* what it exports */

static int enter(void **state)
{
    (void)state;
    place_enter(&place);
    original = (struct text)TEXT_EMPTY;
    expected = (struct text)TEXT_EMPTY;
    struct store *store = place_store(&place, "penuh.spbe", STORE_WRITE);
    place_fill(&place, store);
    char *large = place_query("penuh.spbe", "SELECT sha256 FROM evidence WHERE number = 2");
    /* Without the large document: most mutations would only hit its zeros. */
    assert_true(store_begin(store, "Siti", "test", &place.err) &&
                store_purge(store, large, &place.err) && store_commit(store, &place.err) &&
                store_copy(store, "asli.spbe", &place.err));
    free(large);
    place_export(&place, store, &expected);
    store_close(store);
    return !file_read("asli.spbe", 10000000, &original, &place.err);
}

static int leave(void **state)
{
    (void)state;
    text_release(&original);
    text_release(&expected);
    place_leave(&place);
    return 0;
}

/* Random numbers that are the same everywhere. */
static uint64_t seed;

static size_t dice(size_t sides)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (size_t)(seed >> 20) % sides;
}

enum { PAGE = 4096, WAYS = 8 };

/* One mutation in place; returns the new length. */
static size_t mutate(char *bytes, size_t length, size_t way)
{
    size_t page = dice(length / PAGE) * PAGE;
    size_t other = dice(length / PAGE) * PAGE;
    char saved[PAGE];
    switch (way) {
    case 0: /* one bit anywhere */
        bytes[dice(length)] ^= (char)(1 << dice(8));
        return length;
    case 1: /* some bits in one page's head, where the tree's structure is */
        for (int i = 0; i < 3; i++) {
            bytes[page + dice(64)] ^= (char)(1 << dice(8));
        }
        return length;
    case 2: /* cut short */
        return dice(length);
    case 3: /* the database's own header */
        bytes[16 + dice(84)] = (char)dice(256);
        return length;
    case 4: /* two pages change places */
        memcpy(saved, bytes + page, PAGE);
        memmove(bytes + page, bytes + other, PAGE);
        memcpy(bytes + other, saved, PAGE);
        return length;
    case 5: /* a run of one byte */
        memset(bytes + dice(length - 300), (int)dice(256), 1 + dice(300));
        return length;
    case 6: /* many bits */
        for (int i = 0; i < 40; i++) {
            bytes[dice(length)] ^= (char)(1 << dice(8));
        }
        return length;
    default: /* a page of an older state: zeros */
        memset(bytes + page, 0, PAGE);
        return length;
    }
}

static bool see_change(void *context, const struct change *change)
{
    size_t *bytes = context;
    *bytes += strlen(change->who) + strlen(change->subject);
    return true;
}

/* Does with a damaged file what commands do; true when it could be opened and read. */
static bool use(const char *path)
{
    struct error err = {.kind = ERROR_NONE};
    struct arena arena = ARENA_EMPTY;
    struct assessment assessment;
    struct exhibit *list = NULL;
    size_t count = 0;
    struct store *store = store_open(path, STORE_READ, &err);
    bool ok = store != NULL &&
              store_load(store, &place.fixture.instrument, &arena, &assessment, &err) &&
              store_evidence(store, NULL, &arena, &list, &count, &err) &&
              store_history(store, NULL, 1, see_change, &count, &err);
    for (size_t i = 0; ok && i < assessment.responses[0].evidence_count; i++) {
        struct error fetching = {.kind = ERROR_NONE};
        const char *sha256 = assessment.responses[0].evidence[i].sha256;
        if (sha256 != NULL) {
            store_fetch(store, sha256, "keluar.bin", &fetching);
        }
    }
    if (!ok) {
        assert_true(err.kind == ERROR_STORE || err.kind == ERROR_LIMIT || err.kind == ERROR_SYSTEM);
        assert_true(strlen(err.message) > 10);
    }
    store_close(store);
    arena_release(&arena);
    return ok;
}

/* Verification of a damaged file: the number of findings; -1 when it cannot be opened at all. */
static int64_t examine(const char *path)
{
    struct error err = {.kind = ERROR_NONE};
    struct store *store = store_open(path, STORE_EXAMINE, &err);
    if (store == NULL) {
        return -1;
    }
    store_close(store);
    struct text findings = TEXT_EMPTY;
    int64_t count = place_verify(path, &findings);
    text_release(&findings);
    return count;
}

/* What is said to be whole must say what it said before. */
static void check_silent(const char *path, size_t number)
{
    struct text json = TEXT_EMPTY;
    struct store *store = place_store(&place, path, STORE_READ);
    place_export(&place, store, &json);
    store_close(store);
    if (strcmp(json.bytes, expected.bytes) != 0) {
        fail_msg("mutant %zu verifies and says something else:\n%s", number, json.bytes);
    }
    text_release(&json);
}

static void test_store_mutant__damaged_files_are_refused_or_read_and_never_lie(void **state)
{
    (void)state;
    enum { MUTANTS = 1000 };
    size_t refused = 0;
    size_t whole = 0;
    char *bytes = malloc(original.length);
    for (size_t i = 0; i < MUTANTS; i++) {
        seed = 88172645463325252ULL + i * 2654435761U;
        dice(7);
        memcpy(bytes, original.bytes, original.length);
        size_t length = mutate(bytes, original.length, i % WAYS);
        place_write("mutan.spbe", bytes, length);
        time_t begun = time(NULL);
        bool used = use("mutan.spbe");
        int64_t findings = examine("mutan.spbe");
        assert_in_range(time(NULL) - begun, 0, 5);
        refused += !used;
        if (findings == 0) {
            assert_true(used);
            check_silent("mutan.spbe", i);
            whole++;
        }
        unlink("mutan.spbe-journal");
    }
    free(bytes);
    print_message("%zu of %d refused, %zu unharmed\n", refused, MUTANTS, whole);
    assert_true(refused > MUTANTS / 4);
}

/* --- what somebody planted -------------------------------------------------------------------- */

static void refuses(const char *tamper, const char *id)
{
    place_write("kota.spbe", original.bytes, original.length);
    place_tamper("kota.spbe", tamper);
    assert_null(store_open("kota.spbe", STORE_READ, &place.err));
    place_failed(&place, id);
}

static void test_store_mutant__planted_things_are_refused(void **state)
{
    (void)state;
    refuses("PRAGMA application_id = 1", "STORE_NOT_OURS");
    refuses("PRAGMA application_id = 0", "STORE_NOT_OURS");
    refuses("PRAGMA user_version = 99", "STORE_NEWER");
    refuses("PRAGMA user_version = -1", "STORE_DAMAGED");
    refuses("CREATE VIEW v AS SELECT * FROM answer", "STORE_SCHEMA");
    refuses("CREATE TRIGGER t BEFORE INSERT ON answer BEGIN SELECT 1; END", "STORE_SCHEMA");
    refuses("ALTER TABLE answer ADD COLUMN x INTEGER AS (abs(-9223372036854775808))",
            "STORE_SCHEMA");
    refuses("CREATE TABLE sqlitebrowser (x)", "STORE_SCHEMA");
}

static void test_store_mutant__a_journal_from_elsewhere_does_no_harm(void **state)
{
    (void)state;
    static const char *const journals[] = {"", "bukan jurnal", "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"};
    for (size_t i = 0; i < sizeof journals / sizeof journals[0]; i++) {
        place_write("kota.spbe", original.bytes, original.length);
        place_write("kota.spbe-journal", journals[i], strlen(journals[i]));
        struct error err = {.kind = ERROR_NONE};
        struct store *store = store_open("kota.spbe", STORE_READ, &err);
        assert_true(store != NULL || err.kind == ERROR_STORE);
        store_close(store);
        unlink("kota.spbe-journal");
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_store_mutant__##name, enter, leave)
    const struct CMUnitTest tests[] = {
        TEST(damaged_files_are_refused_or_read_and_never_lie),
        TEST(planted_things_are_refused),
        TEST(a_journal_from_elsewhere_does_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
