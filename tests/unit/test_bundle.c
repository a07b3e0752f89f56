/* The hand-over package: whole or not there, the same bytes each time, and every way of altering it is
 * told by the name of the file. */
#include "archive.h"
#include "bundle.h"
#include "bundle_check.h"
#include "file.h"
#include "limit.h"
#include "support_hand.h"
#include "support_sheet.h"
#include "zip_writer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

static struct hand hand;
static struct error *err;

static int enter(void **state)
{
    (void)state;
    hand_open(&hand);
    err = &hand.place.err;
    hand_attach(&hand, "I01.2.a", "satu.pdf", "isi satu", "Perwali 1/2023");
    hand_attach(&hand, "I02.2.a", "dua.pdf", "isi dua", NULL);
    hand_describe(&hand, "I02", "E9", "Di lemari");
    return 0;
}

static int leave(void **state)
{
    (void)state;
    hand_close(&hand);
    return 0;
}

static struct bundle write_bundle(const char *path)
{
    struct hand_over all = hand_gather(&hand);
    struct bundle bundle;
    if (!bundle_write(hand.store, &all, path, &bundle, err)) {
        fail_msg("%s: %s", err->where, err->message);
    }
    return bundle;
}

static void note(void *context, const char *where, const char *what)
{
    text_format(context, "%s: %s\n", where, what);
}

/* Wants these findings; "" for a whole package. Gives the verdict. */
static struct bundle_verdict check(const char *path, const char *expected)
{
    struct text findings = TEXT_EMPTY;
    struct bundle_verdict verdict;
    if (!bundle_verify(path, note, &findings, &verdict, err)) {
        fail_msg("%s: %s", err->where, err->message);
    }
    assert_string_equal(findings.bytes, expected);
    assert_int_equal(verdict.findings == 0, expected[0] == '\0');
    text_release(&findings);
    return verdict;
}

static bool take(void *context, const char *bytes, size_t length, struct error *error)
{
    (void)error;
    text_append(context, bytes, length);
    return true;
}

static struct archive *open_bundle(const char *path)
{
    static const struct archive_limits limits = {100, 1000000, 1000000};
    struct archive *archive = archive_open_file(path, &limits, err);
    assert_non_null(archive);
    return archive;
}

/* Writes the package anew: the part `name` gets other bytes, or (NULL) is left out; a part that is not
 * there is added. */
static void rewrite(const char *from, const char *to, const char *name, const char *bytes)
{
    struct archive *archive = open_bundle(from);
    place_write(to, "", 0);
    struct zip_writer *zip = zip_writer_open(to, to, err);
    bool found = false;
    for (size_t i = 0; i < archive_count(archive); i++) {
        const char *part = archive_name(archive, i);
        struct text content = TEXT_EMPTY;
        bool meant = strcmp(part, name) == 0;
        found = found || meant;
        assert_true(archive_read(archive, part, take, &content, err));
        if (meant && bytes != NULL) {
            assert_true(zip_writer_put(zip, part, bytes, strlen(bytes), err));
        } else if (!meant) {
            assert_true(zip_writer_put(zip, part, content.bytes, content.length, err));
        }
        text_release(&content);
    }
    if (!found) {
        assert_true(zip_writer_put(zip, name, bytes, strlen(bytes), err));
    }
    assert_true(zip_writer_close(zip, err));
    archive_close(archive);
}

/* ---- writing ---- */

static void test_bundle__holds_everything_and_is_whole(void **state)
{
    (void)state;
    struct bundle bundle = write_bundle("o.zip");
    assert_int_equal(bundle.files, 2);
    struct bundle_verdict verdict = check("o.zip", "");
    assert_int_equal(verdict.files, 4);
    assert_string_equal(verdict.manifest, bundle.manifest);
    struct archive *archive = open_bundle("o.zip");
    static const char *const names[] = {"assessment.json", "bukti/Uji01a-Perwali-1-2023.pdf",
                                        "bukti/Uji02a-dua.pdf", "DAFTAR-BUKTI.txt",
                                        "manifest.json"};
    assert_int_equal(archive_count(archive), 5);
    for (size_t i = 0; i < 5; i++) {
        assert_string_equal(archive_name(archive, i), names[i]);
    }
    struct text json = TEXT_EMPTY;
    struct text exported = TEXT_EMPTY;
    assert_true(archive_read(archive, "assessment.json", take, &json, err));
    place_export(&hand.place, hand.store, &exported);
    assert_string_equal(json.bytes, exported.bytes);
    text_release(&json);
    text_release(&exported);
    archive_close(archive);
}

static void test_bundle__lists_what_it_does_not_hold(void **state)
{
    (void)state;
    struct text list = TEXT_EMPTY;
    struct text manifest = TEXT_EMPTY;
    struct hand_over all = hand_gather(&hand);
    bundle_add_list(&all, &list);
    assert_non_null(strstr(list.bytes, "I01 "));
    assert_non_null(strstr(list.bytes, "  Uji01a-Perwali-1-2023.pdf\n    title: Perwali 1/2023\n"));
    assert_non_null(strstr(list.bytes, "Uji02b-Di-lemari (not in the package: kept elsewhere)\n"));
    bundle_add_manifest(&all, &list, &list, &manifest);
    assert_non_null(
        strstr(manifest.bytes, "\"name\":\"Uji02b-Di-lemari\",\"content\":\"elsewhere\""));
    assert_null(strstr(manifest.bytes, "bukti/Uji02b"));
    text_release(&list);
    text_release(&manifest);
}

static void test_bundle__the_same_file_gives_the_same_bytes(void **state)
{
    (void)state;
    struct text one = TEXT_EMPTY;
    struct text other = TEXT_EMPTY;
    write_bundle("o.zip");
    write_bundle("p.zip");
    assert_true(file_read("o.zip", 100000, &one, err) && file_read("p.zip", 100000, &other, err));
    assert_int_equal(one.length, other.length);
    assert_memory_equal(one.bytes, other.bytes, one.length);
    text_release(&one);
    text_release(&other);
}

static void test_bundle__without_evidence_is_a_package_too(void **state)
{
    (void)state;
    hand_withdraw(&hand, "E1", true);
    hand_withdraw(&hand, "E2", false);
    struct bundle bundle = write_bundle("o.zip");
    assert_int_equal(bundle.files, 0);
    assert_int_equal(check("o.zip", "").files, 2);
}

static void test_bundle__never_replaces_a_file(void **state)
{
    (void)state;
    struct bundle bundle;
    struct hand_over all = hand_gather(&hand);
    place_write("o.zip", "lama", 4);
    assert_false(bundle_write(hand.store, &all, "o.zip", &bundle, err));
    place_failed(&hand.place, "FILE_EXISTS");
    assert_false(bundle_write(hand.store, &all, "kota.spbe", &bundle, err));
    place_failed(&hand.place, "FILE_EXISTS");
    assert_false(bundle_write(hand.store, &all, "tidak/ada.zip", &bundle, err));
    place_failed(&hand.place, "FILE_WRITE");
    assert_int_equal(place_files(), 2);
}

/* A document that was altered in the file must not become part of a package that says it is right. */
static void test_bundle__an_altered_document_stops_it(void **state)
{
    (void)state;
    struct bundle bundle;
    struct hand_over all = hand_gather(&hand);
    place_tamper("kota.spbe", "UPDATE chunk SET bytes = CAST('isi DUA' AS BLOB) "
                              "WHERE bytes = CAST('isi dua' AS BLOB)");
    assert_false(bundle_write(hand.store, &all, "o.zip", &bundle, err));
    place_failed(&hand.place, "DOCUMENT_ALTERED");
    assert_int_equal(place_files(), 1);
}

static void test_bundle__a_full_disk_leaves_nothing(void **state)
{
    (void)state;
    struct bundle bundle;
    struct rlimit old;
    hand_attach_large(&hand, "I03.2.a", "besar.pdf", 300000);
    struct hand_over all = hand_gather(&hand);
    getrlimit(RLIMIT_FSIZE, &old);
    signal(SIGXFSZ, SIG_IGN);
    for (rlim_t most = 0; most <= 300000; most += 60000) {
        struct rlimit limit = {most, old.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
        bool ok = bundle_write(hand.store, &all, "o.zip", &bundle, err);
        setrlimit(RLIMIT_FSIZE, &old);
        assert_false(ok);
        place_failed(&hand.place, "FILE_WRITE");
        assert_int_equal(place_files(), 1);
    }
    signal(SIGXFSZ, SIG_DFL);
}

/* Both limits are looked at before a byte is written. */
static void test_bundle__too_much_is_refused_before_it_begins(void **state)
{
    (void)state;
    struct bundle bundle;
    struct hand_over all = hand_gather(&hand);
    struct exhibit large = *all.items[0].exhibit;
    all.items[0].exhibit = &large;
    large.size = LIMIT_BUNDLE_BYTES - all.items[1].exhibit->size + 1;
    assert_false(bundle_write(hand.store, &all, "o.zip", &bundle, err));
    place_failed(&hand.place, "BUNDLE_LARGE");
    large.size--;
    large.item.sha256 = "tidak-ada";
    assert_false(bundle_write(hand.store, &all, "o.zip", &bundle, err));
    place_failed(&hand.place, "STORE_NO_DOCUMENT");
    struct hand_item *many = arena_get(&hand.arena, LIMIT_BUNDLE_FILES + 1, sizeof *many);
    for (size_t i = 0; i <= LIMIT_BUNDLE_FILES; i++) {
        many[i] = all.items[1];
        many[i].exhibit = i == 0 ? &large : many[i].exhibit;
    }
    large.size = 1;
    all.items = many;
    all.count = LIMIT_BUNDLE_FILES + 1;
    assert_false(bundle_write(hand.store, &all, "o.zip", &bundle, err));
    place_failed(&hand.place, "BUNDLE_FILES");
    all.count--;
    assert_false(bundle_write(hand.store, &all, "o.zip", &bundle, err));
    place_failed(&hand.place, "STORE_NO_DOCUMENT");
    assert_int_equal(place_files(), 1);
}

/* ---- verifying ---- */

static void test_bundle__an_altered_file_is_named(void **state)
{
    (void)state;
    struct text expected = TEXT_EMPTY;
    char was[65];
    char is[65];
    write_bundle("o.zip");
    rewrite("o.zip", "p.zip", "bukti/Uji02a-dua.pdf", "isi DUA");
    hash_of("isi dua", 7, was);
    hash_of("isi DUA", 7, is);
    text_format(&expected,
                "bukti/Uji02a-dua.pdf: was altered: its SHA-256 is %s, the manifest says %s\n", is,
                was);
    check("p.zip", expected.bytes);
    text_release(&expected);
}

static void test_bundle__missing_and_foreign_files_are_named(void **state)
{
    (void)state;
    write_bundle("o.zip");
    rewrite("o.zip", "p.zip", "bukti/Uji02a-dua.pdf", NULL);
    check("p.zip", "bukti/Uji02a-dua.pdf: is missing in the package\n");
    rewrite("p.zip", "q.zip", "bukti/UJI02A-DUA.pdf", "isi dua");
    check("q.zip", "bukti/Uji02a-dua.pdf: is missing in the package\n"
                   "bukti/UJI02A-DUA.pdf: is in the package, but not in its manifest\n");
    rewrite("o.zip", "r.zip", "bukti/", "");
    check("r.zip", "");
    rewrite("o.zip", "s.zip", "tambahan.exe", "x");
    check("s.zip", "tambahan.exe: is in the package, but not in its manifest\n");
    rewrite("o.zip", "t.zip", "assessment.json", NULL);
    check("t.zip", "assessment.json: is missing in the package\n");
}

/* Every byte of the package matters, but for times and rights: flipped, it is told, as a finding or as a
 * package that cannot be read. */
static void test_bundle__no_flipped_byte_passes_unseen(void **state)
{
    (void)state;
    struct text bytes = TEXT_EMPTY;
    size_t unseen = 0;
    write_bundle("o.zip");
    assert_true(file_read("o.zip", 100000, &bytes, err));
    struct archive *archive = open_bundle("o.zip");
    struct text manifest = TEXT_EMPTY;
    assert_true(archive_read(archive, "manifest.json", take, &manifest, err));
    archive_close(archive);
    for (size_t i = 0; i < bytes.length; i += 3) {
        struct text findings = TEXT_EMPTY;
        struct bundle_verdict verdict;
        bytes.bytes[i] ^= 0x11;
        place_write("p.zip", bytes.bytes, bytes.length);
        bool ok = bundle_verify("p.zip", note, &findings, &verdict, err);
        error_clear(err);
        unseen += ok && verdict.findings == 0;
        bytes.bytes[i] ^= 0x11;
        text_release(&findings);
    }
    /* Headers of five parts: times, versions, rights. */
    assert_true(unseen < 80);
    text_release(&manifest);
    text_release(&bytes);
}

static void test_bundle__a_cut_package_is_refused(void **state)
{
    (void)state;
    struct text bytes = TEXT_EMPTY;
    struct text findings = TEXT_EMPTY;
    struct bundle_verdict verdict;
    write_bundle("o.zip");
    assert_true(file_read("o.zip", 100000, &bytes, err));
    for (size_t cut = 1; cut < bytes.length; cut += cut < 30 ? 1 : bytes.length / 13) {
        place_write("p.zip", bytes.bytes, bytes.length - cut);
        assert_false(bundle_verify("p.zip", note, &findings, &verdict, err));
        assert_int_equal(err->kind, ERROR_INPUT);
        assert_string_equal(findings.bytes, "");
        error_clear(err);
    }
    text_release(&findings);
    text_release(&bytes);
}

static void check_manifest(const char *json, const char *id)
{
    struct text findings = TEXT_EMPTY;
    struct bundle_verdict verdict;
    rewrite("o.zip", "p.zip", "manifest.json", json);
    assert_false(bundle_verify("p.zip", note, &findings, &verdict, err));
    assert_non_null(strstr(err->where, "p.zip"));
    place_failed(&hand.place, id);
    text_release(&findings);
}

static void test_bundle__a_manifest_of_another_form_is_refused(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "{}",
        "{\"format\":\"spbe-bundle/2\",\"files\":[]}",
        "{\"format\":\"spbe-bundle/1\"}",
        "{\"files\":[]}",
        "{\"format\":\"spbe-bundle/1\",\"files\":[{}]}",
        "{\"format\":\"spbe-bundle/1\",\"files\":[{\"name\":\"a\",\"bytes\":1}]}",
        "{\"format\":\"spbe-bundle/1\",\"files\":[{\"name\":\"a\",\"name\":\"a\"}]}",
        "{\"format\":\"spbe-bundle/1\",\"files\":[{\"nama\":\"a\"}]}",
        "{\"format\":\"spbe-bundle/1\",\"files\":[],\"files\":[]}",
        "{\"format\":\"spbe-bundle/1\",\"format\":\"spbe-bundle/1\",\"files\":[]}",
    };
    write_bundle("o.zip");
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        check_manifest(wrong[i], "BUNDLE_FORMAT");
    }
    check_manifest("{\"format\":\"spbe-bundle/1\",\"files\":{}}", "JSON_TYPE");
    check_manifest("bukan JSON", "JSON_EXPECTED");
    check_manifest("{\"format\":\"spbe-bundle/1\",\"files\":[{\"name\":\"a\",\"bytes\":-1}]}",
                   "JSON_RANGE");
    rewrite("o.zip", "q.zip", "manifest.json", NULL);
    struct bundle_verdict verdict;
    assert_false(bundle_verify("q.zip", note, NULL, &verdict, err));
    place_failed(&hand.place, "BUNDLE_MANIFEST");
    rewrite("o.zip", "r.zip", "manifest.json",
            "{\"format\":\"spbe-bundle/1\",\"baru\":{\"x\":[1]},\"files\":["
            "{\"name\":\"x\",\"bytes\":0,\"sha256\":\"x\"},{\"name\":\"x\",\"bytes\":0,"
            "\"sha256\":\"x\"}]}");
    check("r.zip", "x: is missing in the package\n"
                   "x: stands in the manifest twice\n"
                   "assessment.json: is in the package, but not in its manifest\n"
                   "bukti/Uji01a-Perwali-1-2023.pdf: is in the package, but not in its manifest\n"
                   "bukti/Uji02a-dua.pdf: is in the package, but not in its manifest\n"
                   "DAFTAR-BUKTI.txt: is in the package, but not in its manifest\n");
}

static void test_bundle__a_manifest_has_its_limits(void **state)
{
    (void)state;
    struct text json = TEXT_EMPTY;
    struct bundle_verdict verdict;
    write_bundle("o.zip");
    text_add(&json, "{\"format\":\"spbe-bundle/1\",\"files\":[");
    for (int i = 0; i < LIMIT_BUNDLE_FILES + 3; i++) {
        text_format(&json, "%s{\"name\":\"%d\",\"bytes\":0,\"sha256\":\"\"}", i > 0 ? "," : "", i);
    }
    text_add(&json, "]}");
    check_manifest(json.bytes, "BUNDLE_FILES");
    text_clear(&json);
    text_add(&json, "{\"format\":\"spbe-bundle/1\",\"files\":[]}");
    text_reserve(&json, LIMIT_BUNDLE_MANIFEST);
    memset(json.bytes + json.length, ' ', LIMIT_BUNDLE_MANIFEST - json.length + 1);
    json.bytes[LIMIT_BUNDLE_MANIFEST + 1] = '\0';
    check_manifest(json.bytes, "FILE_LARGE");
    json.bytes[LIMIT_BUNDLE_MANIFEST] = '\0';
    struct text findings = TEXT_EMPTY;
    static const struct archive_limits limits = {9, LIMIT_BUNDLE_MANIFEST, LIMIT_BUNDLE_BYTES};
    rewrite("o.zip", "p.zip", "manifest.json", json.bytes);
    struct archive *archive = archive_open_file("p.zip", &limits, err);
    assert_non_null(archive);
    archive_close(archive);
    assert_true(bundle_verify("p.zip", note, &findings, &verdict, err));
    text_release(&findings);
    text_release(&json);
}

/* Names that would lead out of a folder, and sizes that no honest program declares. */
static void test_bundle__hostile_packages_are_refused(void **state)
{
    (void)state;
    static const char *const names[] = {"../manifest.json", "/manifest.json", "a\\b", "c:x"};
    struct bundle_verdict verdict;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        struct text bytes = TEXT_EMPTY;
        const char *parts[] = {names[i], "x"};
        sheet_archive(&bytes, parts, 1);
        place_write("p.zip", bytes.bytes, bytes.length);
        assert_false(bundle_verify("p.zip", note, NULL, &verdict, err));
        place_failed(&hand.place, "ARCHIVE_NAME");
        text_release(&bytes);
    }
    mkdir("folder", 0700);
    assert_false(bundle_verify("folder", note, NULL, &verdict, err));
    place_failed(&hand.place, "FILE_FOLDER");
    assert_false(bundle_verify("tidak-ada", note, NULL, &verdict, err));
    place_failed(&hand.place, "FILE_OPEN");
}

/* The declared size alone decides, before anything is unpacked. */
static void test_bundle__declared_sizes_are_held_to_the_limits(void **state)
{
    (void)state;
    for (int over = 0; over <= 1; over++) {
        struct text bytes = TEXT_EMPTY;
        struct bundle_verdict verdict;
        const char *parts[] = {"manifest.json", "x"};
        uint32_t size = (uint32_t)LIMIT_DOCUMENT_BYTES + (uint32_t)over;
        sheet_archive(&bytes, parts, 1);
        char *entry = memmem(bytes.bytes, bytes.length, "PK\1\2", 4);
        memcpy(entry + 20, &(uint32_t){1000000}, 4);
        memcpy(entry + 24, &size, 4);
        place_write("p.zip", bytes.bytes, bytes.length);
        assert_false(bundle_verify("p.zip", note, NULL, &verdict, err));
        if (over == 1) {
            place_failed(&hand.place, "ARCHIVE_PART_LARGE");
        } else {
            assert_string_not_equal(err->id, "ARCHIVE_PART_LARGE");
            error_clear(err);
        }
        text_release(&bytes);
    }
}

static void test_bundle__is_recognised_by_its_first_bytes(void **state)
{
    (void)state;
    write_bundle("o.bin");
    assert_true(bundle_recognises("o.bin"));
    assert_false(bundle_recognises("kota.spbe"));
    assert_false(bundle_recognises("tidak-ada"));
    assert_false(bundle_recognises("."));
    place_write("pendek", "PK", 2);
    assert_false(bundle_recognises("pendek"));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_bundle__##name, enter, leave)
    const struct CMUnitTest tests[] = {
        TEST(holds_everything_and_is_whole),
        TEST(lists_what_it_does_not_hold),
        TEST(the_same_file_gives_the_same_bytes),
        TEST(without_evidence_is_a_package_too),
        TEST(never_replaces_a_file),
        TEST(an_altered_document_stops_it),
        TEST(a_full_disk_leaves_nothing),
        TEST(too_much_is_refused_before_it_begins),
        TEST(an_altered_file_is_named),
        TEST(missing_and_foreign_files_are_named),
        TEST(no_flipped_byte_passes_unseen),
        TEST(a_cut_package_is_refused),
        TEST(a_manifest_of_another_form_is_refused),
        TEST(a_manifest_has_its_limits),
        TEST(hostile_packages_are_refused),
        TEST(declared_sizes_are_held_to_the_limits),
        TEST(is_recognised_by_its_first_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
