/* Memory that ends and disks that fail, at every call in turn: a file holds the state before or
 * after, never half of it, and says so itself. */
#include "edit_evidence.h"
#include "exchange.h"
#include "file.h"
#include "merge.h"
#include "support_fault.h"
#include "support_store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

static struct place place;
static struct text before, after, now;
static struct text original; /* bytes of the untouched file */

static int enter(void **state)
{
    (void)state;
    fault_install();
    place_enter(&place);
    before = (struct text)TEXT_EMPTY;
    after = (struct text)TEXT_EMPTY;
    now = (struct text)TEXT_EMPTY;
    struct store *store = place_store(&place, "asli.spbe", STORE_WRITE);
    place_change(store, FIELD_CLAIMED, "I01", "I01", "2");
    store_close(store);
    original = (struct text)TEXT_EMPTY;
    return !file_read("asli.spbe", 1000000, &original, &place.err);
}

static int leave(void **state)
{
    (void)state;
    text_release(&before);
    text_release(&after);
    text_release(&now);
    text_release(&original);
    place_leave(&place);
    return 0;
}

/* --- what is done while something fails ------------------------------------------------------- */

/* Each opens kota.spbe anew, does one step, closes it, and returns whether that was
 * acknowledged. */
typedef bool action(struct error *err);

static bool run_edit(bool (*change)(const struct edit *edit, struct error *err), struct error *err)
{
    struct store *store = store_open("kota.spbe", STORE_WRITE, err);
    const struct edit edit = {store, &place.fixture.instrument, "Siti"};
    bool ok = store != NULL && store_begin(store, "Siti", "test", err) && change(&edit, err) &&
              store_commit(store, err);
    store_close(store);
    return ok;
}

static bool change_answer(const struct edit *edit, struct error *err)
{
    return edit_answer(edit, "I01.2.a", "yes", "catatan", err);
}

static bool answer(struct error *err)
{
    return run_edit(change_answer, err);
}

static bool change_attach(const struct edit *edit, struct error *err)
{
    struct text ids = TEXT_EMPTY;
    const struct edit_description description = {.title = "Perwali"};
    bool ok = edit_attach(edit, "I01.2.a,I02", "bukti.bin", &description, &ids, err);
    text_release(&ids);
    return ok;
}

static bool attach(struct error *err)
{
    return run_edit(change_attach, err);
}

static bool change_import(const struct edit *edit, struct error *err)
{
    static const char document[] =
        "{\"format\":\"spbe-assessment/1\",\"instrument\":\"uji-2020\",\"year\":2024,\"answers\":{"
        "\"I01\":{\"claimed\":3,\"unit\":\"Kominfo\",\"criteria\":{\"I01.2.a\":{\"met\":true}},"
        "\"evidence\":[{\"title\":\"SK\",\"supports\":[\"I01.2.a\"]}]},\"I02\":{\"claimed\":4}}}";
    struct arena arena = ARENA_EMPTY;
    struct assessment assessment;
    bool ok = exchange_read(document, sizeof document - 1, "uji.json", edit->instrument, &arena,
                            &assessment, err) &&
              merge_assessment(edit, &assessment, "uji.json", false, err);
    arena_release(&arena);
    return ok;
}

static bool import(struct error *err)
{
    return run_edit(change_import, err);
}

/* --- checks ----------------------------------------------------------------------------------- */

static void export_of(const char *path, struct text *json)
{
    struct store *store = place_store(&place, path, STORE_READ);
    place_export(&place, store, json);
    store_close(store);
}

/* Puts the untouched file back. */
static void reset(void)
{
    unlink("kota.spbe-journal");
    place_write("kota.spbe", original.bytes, original.length);
}

/* What the action makes of the file when nothing fails. */
static void learn(action *run)
{
    struct error err = {.kind = ERROR_NONE};
    reset();
    export_of("kota.spbe", &before);
    assert_int_equal(place_verify("kota.spbe", &now), 0);
    assert_true(run(&err));
    export_of("kota.spbe", &after);
    assert_string_not_equal(before.bytes, after.bytes);
}

/* True when every byte is as before and no journal lies beside the file: learn() looked at that. */
static bool untouched(void)
{
    struct error err = {.kind = ERROR_NONE};
    text_clear(&now);
    return access("kota.spbe-journal", F_OK) != 0 && file_read("kota.spbe", 10000000, &now, &err) &&
           now.length == original.length && memcmp(now.bytes, original.bytes, now.length) == 0;
}

/* The file is as before or as after, whole in itself; after, when that was acknowledged. */
static void check_state(bool acknowledged, const char *what, long n)
{
    if (!acknowledged && untouched()) {
        return;
    }
    struct text findings = TEXT_EMPTY;
    export_of("kota.spbe", &now);
    bool old = strcmp(now.bytes, before.bytes) == 0;
    bool new = strcmp(now.bytes, after.bytes) == 0;
    if ((!old && !new) || (acknowledged && !new)) {
        fail_msg("%s at %ld: acknowledged %d\n%s", what, n, acknowledged, now.bytes);
    }
    if (place_verify("kota.spbe", &findings) != 0) {
        fail_msg("%s at %ld: %s", what, n, findings.bytes);
    }
    text_release(&findings);
}

/* How far apart the calls lie that fail: the first ones all, then steps; SPBE_FAULTS=all (`make
 * soak`) takes every one. */
static long step_from(long n, long stride)
{
    const char *all = getenv("SPBE_FAULTS");
    return (all != NULL && strcmp(all, "all") == 0) || n < 20 ? 1 : stride;
}

static void sweep(action *run, enum fault_kind kind, bool lasting, const char *what, long stride)
{
    bool struck = true;
    learn(run);
    for (long n = 1; struck; n += step_from(n, stride)) {
        struct error err = {.kind = ERROR_NONE};
        reset();
        fault_arm(kind, n, lasting);
        bool acknowledged = run(&err);
        struck = fault_disarm();
        assert_true(acknowledged || error_is_set(&err));
        if (kind == FAULT_MEMORY && lasting && !acknowledged) {
            assert_string_equal(err.id, "STORE_MEMORY");
        }
        assert_int_equal(sqlite3_memory_used(), 0);
        check_state(acknowledged, what, n);
    }
}

/* --- memory ----------------------------------------------------------------------------------- */

static void test_store_fault__memory_may_end_at_any_request(void **state)
{
    (void)state;
    place_write("bukti.bin", "isi bukti", 9);
    sweep(answer, FAULT_MEMORY, false, "answer, one failure", 31);
    sweep(answer, FAULT_MEMORY, true, "answer, for good", 97);
    sweep(attach, FAULT_MEMORY, false, "attach, one failure", 43);
    sweep(attach, FAULT_MEMORY, true, "attach, for good", 103);
    sweep(import, FAULT_MEMORY, false, "import, one failure", 47);
    sweep(import, FAULT_MEMORY, true, "import, for good", 107);
}

/* --- disk ------------------------------------------------------------------------------------- */

static void test_store_fault__the_disk_may_fail_at_any_call(void **state)
{
    (void)state;
    place_write("bukti.bin", "isi bukti", 9);
    for (int lasting = 0; lasting < 2; lasting++) {
        sweep(answer, FAULT_DISK, lasting, "answer", 1);
        sweep(answer, FAULT_FULL, lasting, "answer, full", 1);
        sweep(answer, FAULT_SHORT, lasting, "answer, short", 1);
        sweep(attach, FAULT_DISK, lasting, "attach", 3);
        sweep(import, FAULT_DISK, lasting, "import", 3);
        sweep(import, FAULT_SHORT, lasting, "import, short", 3);
    }
}

/* A document that is larger than the page cache: pages go to the disk before the step ends. */
static void test_store_fault__a_large_document_comes_whole_or_not_at_all(void **state)
{
    (void)state;
    enum { LARGE = 3 * 1048576 + 5 };
    char *bytes = malloc(LARGE);
    for (int i = 0; i < LARGE; i++) {
        bytes[i] = (char)(i % 251);
    }
    place_write("bukti.bin", bytes, LARGE);
    free(bytes);
    sweep(attach, FAULT_DISK, false, "attach, large", 97);
    sweep(attach, FAULT_FULL, true, "attach, large, full", 101);
    sweep(attach, FAULT_POWER, true, "attach, large, power", 103);
}

static void test_store_fault__the_power_may_be_cut_at_any_call(void **state)
{
    (void)state;
    const char *rounds = getenv("SPBE_CUTS");
    int most = rounds == NULL ? 2 : atoi(rounds);
    place_write("bukti.bin", "isi bukti", 9);
    for (int round = 0; round < most; round++) {
        sweep(answer, FAULT_POWER, true, "answer, power", 1);
        sweep(import, FAULT_POWER, true, "import, power", 2);
        sweep(attach, FAULT_POWER, true, "attach, power", 2);
    }
}

/* --- files that come into being --------------------------------------------------------------- */

/* Sweeps something that makes `target`: afterwards it is whole or not there, and nothing lies
 * beside it. */
static void sweep_new(action *run, const char *target, enum fault_kind kind, bool lasting,
                      long stride)
{
    bool struck = true;
    size_t files = place_files();
    for (long n = 1; struck; n += step_from(n, stride)) {
        struct error err = {.kind = ERROR_NONE};
        fault_arm(kind, n, lasting);
        bool ok = run(&err);
        struck = fault_disarm();
        assert_int_equal(sqlite3_memory_used(), 0);
        assert_true(ok || error_is_set(&err));
        assert_int_equal(place_files(), files + ok);
        if (ok) {
            assert_int_equal(place_verify(target, &now), 0);
            assert_int_equal(unlink(target), 0);
        }
    }
}

static bool create(struct error *err)
{
    const struct store_about about = {.instrument = "uji-2020",
                                      .rules_sha256 = "",
                                      .agency = "Kota",
                                      .kind = KIND_KOTA,
                                      .year = 2024};
    const struct store_rule rule = {"pack.lua", "return {}", 9};
    return store_create("baru.spbe", &about, &rule, 1, "Siti", err);
}

static bool copy(struct error *err)
{
    struct store *store = store_open("asli.spbe", STORE_READ, err);
    bool ok = store != NULL && store_copy(store, "salinan.spbe", err);
    store_close(store);
    return ok;
}

static void test_store_fault__a_new_file_is_whole_or_not_there(void **state)
{
    (void)state;
    sweep_new(create, "baru.spbe", FAULT_MEMORY, false, 61);
    sweep_new(create, "baru.spbe", FAULT_MEMORY, true, 131);
    sweep_new(create, "baru.spbe", FAULT_DISK, false, 1);
    sweep_new(create, "baru.spbe", FAULT_FULL, true, 1);
    sweep_new(copy, "salinan.spbe", FAULT_MEMORY, false, 61);
    sweep_new(copy, "salinan.spbe", FAULT_DISK, false, 1);
    sweep_new(copy, "salinan.spbe", FAULT_FULL, true, 1);
}

/* --- a reader --------------------------------------------------------------------------------- */

static bool read_file(struct error *err)
{
    struct arena arena = ARENA_EMPTY;
    struct assessment assessment;
    struct store *store = store_open("asli.spbe", STORE_READ, err);
    bool ok =
        store != NULL && store_load(store, &place.fixture.instrument, &arena, &assessment, err);
    if (ok) {
        text_clear(&now);
        exchange_write(&assessment, &now);
    }
    store_close(store);
    arena_release(&arena);
    return ok;
}

static void test_store_fault__a_reader_gets_everything_or_an_error(void **state)
{
    (void)state;
    export_of("asli.spbe", &before);
    for (int disk = 0; disk < 2; disk++) {
        bool struck = true;
        for (long n = 1; struck; n += step_from(n, 37)) {
            struct error err = {.kind = ERROR_NONE};
            fault_arm(disk ? FAULT_DISK : FAULT_MEMORY, n, false);
            bool ok = read_file(&err);
            struck = fault_disarm();
            assert_true(ok || error_is_set(&err));
            assert_int_equal(sqlite3_memory_used(), 0);
            if (ok) {
                assert_string_equal(now.bytes, before.bytes);
            }
        }
    }
}

/* --- what is said ----------------------------------------------------------------------------- */

/* The sentences that come from a lasting failure of this kind, wherever it strikes. */
static void gather_ids(enum fault_kind kind, long stride, struct text *ids)
{
    bool struck = true;
    text_clear(ids);
    for (long n = 1; struck; n += step_from(n, stride)) {
        struct error err = {.kind = ERROR_NONE};
        reset();
        fault_arm(kind, n, true);
        answer(&err);
        struck = fault_disarm();
        if (err.id != NULL && strstr(ids->bytes, err.id) == NULL) {
            text_format(ids, "%s ", err.id);
        }
    }
}

static void test_store_fault__each_failure_has_its_own_sentence(void **state)
{
    (void)state;
    struct text ids = TEXT_EMPTY;
    gather_ids(FAULT_MEMORY, 11, &ids);
    assert_string_equal(ids.bytes, "STORE_MEMORY ");
    gather_ids(FAULT_FULL, 1, &ids);
    assert_non_null(strstr(ids.bytes, "STORE_FULL"));
    gather_ids(FAULT_DISK, 1, &ids);
    assert_non_null(strstr(ids.bytes, "STORE_DISK"));
    assert_null(strstr(ids.bytes, "STORE_SCHEMA"));
    text_release(&ids);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_store_fault__##name, enter, leave)
    const struct CMUnitTest tests[] = {
        TEST(memory_may_end_at_any_request),
        TEST(the_disk_may_fail_at_any_call),
        TEST(a_large_document_comes_whole_or_not_at_all),
        TEST(the_power_may_be_cut_at_any_call),
        TEST(a_new_file_is_whole_or_not_there),
        TEST(a_reader_gets_everything_or_an_error),
        TEST(each_failure_has_its_own_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
