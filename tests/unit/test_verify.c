/* Whatever another hand changes in a file is named: each kind of row, altered, taken out or put
 * in. */
#include "support_store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <cmocka.h>

static struct place place;
static struct text findings;

/* Every test tampers with a copy of the same well-filled file. */
static int enter(void **state)
{
    (void)state;
    findings = (struct text)TEXT_EMPTY;
    place_enter(&place);
    struct store *store = place_store(&place, "asli.spbe", STORE_WRITE);
    place_fill(&place, store);
    store_close(store);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    text_release(&findings);
    place_leave(&place);
    return 0;
}

/* Tampers and wants a finding that holds `expected`. */
static void finds(const char *tamper, const char *expected)
{
    assert_int_equal(system("cp asli.spbe kota.spbe"), 0);
    place_tamper("kota.spbe", tamper);
    int64_t count = place_verify("kota.spbe", &findings);
    if (count == 0 || strstr(findings.bytes, expected) == NULL) {
        fail_msg("%s\nexpected: %s\nfound:\n%s", tamper, expected, findings.bytes);
    }
}

static void test_verify__an_untouched_file_is_whole(void **state)
{
    (void)state;
    assert_int_equal(place_verify("asli.spbe", &findings), 0);
    assert_string_equal(findings.bytes, "");
}

static void test_verify__altered_facts_are_named_with_both_versions(void **state)
{
    (void)state;
    finds("UPDATE answer SET met = 'no' WHERE criterion = 'I01.2.a'",
          "I01.2.a: answer is \"no\", but the journal says \"yes\"\n");
    finds("UPDATE answer SET note = 'lain' WHERE criterion = 'I01.2.a'",
          "I01.2.a: note on the answer is \"lain\"");
    finds("UPDATE response SET claimed = '5' WHERE indicator = 'I01'",
          "I01: claimed value is \"5\", but the journal says \"3\"\n");
    finds("UPDATE response SET verified = '5' WHERE indicator = 'I01'",
          "I01: verified value is \"5\"");
    finds("UPDATE response SET verified_reason = 'x' WHERE indicator = 'I01'",
          "I01: reason of the verified");
    finds("UPDATE response SET note = 'x' WHERE indicator = 'I01'", "I01: note is \"x\"");
    finds("UPDATE response SET unit = NULL WHERE indicator = 'I01'",
          "I01: owning unit is nothing, but the journal says \"Kominfo\"\n");
    finds("UPDATE response SET state = 'locked' WHERE indicator = 'I02'",
          "I02: state is \"locked\"");
    finds("UPDATE response SET state_reason = '' WHERE indicator = 'I02'",
          "I02: reason of the state is \"\"");
    finds("UPDATE response SET carried = 'x' WHERE indicator = 'I01'",
          "I01: carried over from is \"x\"");
    finds("UPDATE explanation SET text = 'x'", "I01.2: explanation is \"x\"");
    finds("UPDATE general SET text = 'x'", "PU1: general question is \"x\"");
    finds("UPDATE assessment SET agency = 'Kota Lain'",
          "the file: agency is \"Kota Lain\", but the journal says \"Kota Uji\"\n");
    finds("UPDATE assessment SET year = 2023", "the file: year is \"2023\"");
    finds("UPDATE assessment SET kind = 'provinsi'", "the file: kind of agency is \"provinsi\"");
    finds("UPDATE assessment SET person = 'Budi'",
          "the file: name kept for later changes is \"Budi\"");
    finds("UPDATE assessment SET instrument = 'spbe-2018'",
          "the file: instrument is \"spbe-2018\"");
    finds("UPDATE assessment SET rules = replace(rules, '0', '1')", "the file: rules is \"");
}

static void test_verify__altered_evidence_and_verdicts_are_named(void **state)
{
    (void)state;
    finds("UPDATE evidence SET title = 'x' WHERE number = 1", "E1: title is \"x\"");
    finds("UPDATE evidence SET reference = 'x' WHERE number = 1", "E1: document number is \"x\"");
    finds("UPDATE evidence SET date = '2024-01-01' WHERE number = 1", "E1: document date is");
    finds("UPDATE evidence SET file = 'x' WHERE number = 1", "E1: file is \"x\"");
    finds("UPDATE evidence SET sha256 = NULL WHERE number = 1", "E1: SHA-256 is nothing");
    finds("UPDATE evidence SET unit = 'x' WHERE number = 1", "E1: unit is \"x\"");
    finds("UPDATE evidence SET pages = 'x' WHERE number = 1", "E1: pages is \"x\"");
    finds("UPDATE evidence SET note = 'x' WHERE number = 1", "E1: note is \"x\"");
    finds("UPDATE evidence SET supports = 'I01.3.a' WHERE number = 1",
          "E1: supports is \"I01.3.a\", but the journal says \"I01.2.a,I01.2.b\"\n");
    finds("UPDATE evidence SET withdrawn = NULL WHERE number = 2",
          "E2: withdrawn is nothing, but the journal says \"keliru\"\n");
    finds("UPDATE evidence SET for = NULL WHERE number = 1", "E1: evidence for is nothing");
    finds("UPDATE evidence SET number = 9 WHERE number = 1",
          "E9: evidence for is \"I01\", but the journal says nothing");
    finds("UPDATE verdict SET value = '5'", "V1: value is \"5\", but the journal says \"2\"\n");
    finds("UPDATE verdict SET reason = 'x'", "V1: reason is \"x\"");
    finds("UPDATE verdict SET stage = 'reviu'", "V1: stage is \"reviu\"");
    finds("UPDATE verdict SET assessor = 'Siti'", "V1: assessor is \"Siti\"");
}

static void test_verify__moved_facts_are_named(void **state)
{
    (void)state;
    finds("UPDATE answer SET indicator = 'I02' WHERE criterion = 'I01.2.a'",
          "I01.2.a: stands under indicator I02, but the journal says I01\n");
    finds("UPDATE evidence SET indicator = 'I02', for = 'I02' WHERE number = 1", "E1: ");
    finds("UPDATE verdict SET indicator = 'I02', for = 'I02'", "V1: ");
}

static void test_verify__rows_taken_out_are_named(void **state)
{
    (void)state;
    finds("DELETE FROM answer WHERE criterion = 'I01.2.b'",
          "I01.2.b: answer is nothing, but the journal says \"no\"\n");
    finds("DELETE FROM response WHERE indicator = 'I01'", "I01: claimed value is nothing");
    finds("DELETE FROM evidence WHERE number = 1", "E1: title is nothing");
    finds("DELETE FROM verdict", "V1: value is nothing");
    finds("DELETE FROM general", "PU1: general question is nothing");
    finds("DELETE FROM assessment",
          "the file: agency is nothing, but the journal says \"Kota Uji\"");
    finds("DELETE FROM rule_file WHERE name = 'pack.lua'", "pack.lua: rule file is nothing");
    finds("PRAGMA foreign_keys = OFF; DELETE FROM unit", "Kominfo: unit is nothing");
    finds("PRAGMA foreign_keys = OFF; DELETE FROM unit",
          "response: row 1 belongs to nothing in 'unit'\n");
    finds("DELETE FROM explanation", "I01.2: explanation is nothing");
}

static void test_verify__rows_put_in_are_named(void **state)
{
    (void)state;
    finds("INSERT INTO answer VALUES ('I03.2.a', 'I03', 'yes', NULL)",
          "I03.2.a: answer is \"yes\", but the journal says nothing\n");
    finds("INSERT INTO response (indicator, claimed) VALUES ('I05', '5')",
          "I05: claimed value is \"5\", but the journal says nothing\n");
    finds("INSERT INTO evidence (indicator, for, title) VALUES ('I03', 'I03', 'x')",
          "E3: title is \"x\"");
    finds("INSERT INTO verdict (indicator, for) VALUES ('I03', 'I03')",
          "V2: verdict on is \"I03\"");
    finds("INSERT INTO unit VALUES ('x', 'x')", "x: unit is \"x\"");
    finds("INSERT INTO item VALUES ('I01.2.e1', 'I01', 'yes', NULL)",
          "I01.2.e1: evidence item is \"yes\"");
    finds("INSERT INTO measure VALUES ('I01/x', 'I01', '3')", "I01/x: outside index is \"3\"");
    finds("INSERT INTO rule_file VALUES ('x.lua', NULL, x'00')",
          "rule file x.lua: content was altered\n");
}

static void test_verify__documents_are_named_with_their_evidence(void **state)
{
    (void)state;
    finds("UPDATE chunk SET bytes = x'00' WHERE length(bytes) = 9",
          "(E1, surat.txt): content was altered\n");
    finds("DELETE FROM chunk WHERE length(bytes) = 9", "(E1, surat.txt): has no content\n");
    finds("DELETE FROM chunk WHERE piece = 1", "(E2): content was altered\n");
    finds("UPDATE content SET size = 10 WHERE size = 9",
          "document content is \"10\", but the journal says \"9\"\n");
    finds("UPDATE content SET size = 10 WHERE size = 9",
          "(E1, surat.txt): has another size than recorded\n");
    finds("UPDATE content SET size = NULL WHERE size = 9",
          "(E1, surat.txt): was purged, but content is there\n");
    finds("DELETE FROM content WHERE size = 9", "document content is nothing");
    finds("DELETE FROM content WHERE size = 9", "chunk: row 1 belongs to nothing in 'content'\n");
    finds("UPDATE rule_file SET bytes = x'00' WHERE name = 'domain_1.lua'",
          "rule file domain_1.lua: content was altered\n");
    finds("UPDATE rule_file SET sha256 = replace(sha256, 'a', 'b') WHERE name = 'pack.lua'",
          "pack.lua: rule file is \"");
}

static void test_verify__a_planted_schema_is_named_and_the_rest_is_still_checked(void **state)
{
    (void)state;
    finds("CREATE TRIGGER evil AFTER INSERT ON answer BEGIN DELETE FROM answer; END; "
          "UPDATE answer SET met = 'no'",
          "trigger evil: was added\n");
    assert_non_null(strstr(findings.bytes, "I01.2.a: answer is \"no\""));
    finds("DROP INDEX journal_fact", "index journal_fact: is missing\n");
    finds("ALTER TABLE unit RENAME TO units", "table units: was added\n");
    assert_non_null(strstr(findings.bytes, "table unit: is missing\n"));
}

static void test_verify__a_broken_check_of_a_column_is_a_finding(void **state)
{
    (void)state;
    finds("PRAGMA ignore_check_constraints = ON; UPDATE answer SET met = 'maybe' WHERE met = 'yes'",
          "database: CHECK constraint failed in answer\n");
}

static void test_verify__overwritten_pages_are_findings_and_no_crash(void **state)
{
    (void)state;
    struct stat about;
    assert_int_equal(stat("asli.spbe", &about), 0);
    for (long at = 4096; at < 40 * 4096; at += 4096) {
        assert_int_equal(system("cp asli.spbe kota.spbe"), 0);
        FILE *file = fopen("kota.spbe", "r+be");
        fseek(file, at, SEEK_SET);
        for (int i = 0; i < 4096; i++) {
            fputc(0xa5, file);
        }
        fclose(file);
        struct error err = {.kind = ERROR_NONE};
        struct store *store = store_open("kota.spbe", STORE_EXAMINE, &err);
        if (store == NULL) {
            assert_int_equal(err.kind, ERROR_STORE);
            continue;
        }
        store_close(store);
        assert_true(place_verify("kota.spbe", &findings) > 0);
    }
}

static void test_verify__counts_what_it_went_through(void **state)
{
    (void)state;
    struct store_verdict verdict;
    struct store *store = place_store(&place, "asli.spbe", STORE_EXAMINE);
    assert_true(store_verify(store, NULL, NULL, &verdict, &place.err));
    assert_int_equal(verdict.documents, 2);
    assert_int_equal(verdict.purged, 0);
    assert_int_equal(verdict.findings, 0);
    assert_int_equal(verdict.entries, store_history_length(store));
    store_close(store);
    char *head = place_query("asli.spbe", "SELECT hash FROM journal ORDER BY number DESC");
    assert_string_equal(verdict.head, head);
    free(head);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_verify__##name, enter, leave)
    const struct CMUnitTest tests[] = {
        TEST(an_untouched_file_is_whole),
        TEST(altered_facts_are_named_with_both_versions),
        TEST(altered_evidence_and_verdicts_are_named),
        TEST(moved_facts_are_named),
        TEST(rows_taken_out_are_named),
        TEST(rows_put_in_are_named),
        TEST(documents_are_named_with_their_evidence),
        TEST(a_planted_schema_is_named_and_the_rest_is_still_checked),
        TEST(a_broken_check_of_a_column_is_a_finding),
        TEST(overwritten_pages_are_findings_and_no_crash),
        TEST(counts_what_it_went_through),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
