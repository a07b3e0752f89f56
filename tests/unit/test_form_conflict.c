/* Conflicts told with all that a person needs, and decisions that count for what the person saw. The workbook is
 * made here, cell by cell, as the template makes it. */
#include "form.h"
#include "form_conflict.h"
#include "form_decision.h"
#include "form_filler.h"
#include "form_group.h"
#include "support_sheet.h"
#include "support_store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#define MAIN "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006"

static struct place place;
static struct store *store;
static struct arena arena;
static struct edit edit;
static struct form_conflicts conflicts;
static struct text told, book;
static struct form_tally tally;
static size_t undecided;

static int enter(void **state)
{
    (void)state;
    place_enter(&place);
    store = place_store(&place, "kota.spbe", STORE_WRITE);
    edit = (struct edit){store, &place.fixture.instrument, "Siti"};
    conflicts = (struct form_conflicts){.arena = &arena};
    told = (struct text)TEXT_EMPTY;
    book = (struct text)TEXT_EMPTY;
    return 0;
}

static int leave(void **state)
{
    (void)state;
    text_release(&told);
    text_release(&book);
    arena_release(&arena);
    store_close(store);
    place_leave(&place);
    return 0;
}

static const char *mark_of(const char *text)
{
    char mark[FORM_MARK + 1];
    form_mark(text, mark);
    return arena_string(&arena, mark);
}

/* Adds a conflict about a document of I01, which meets an item of the file ("" for none). */
static void dispute_document(const char *item, enum form_reason reason, const char *title,
                             const char *criteria)
{
    struct form_document document = {"I01", criteria, {NULL}, ""};
    for (size_t i = 0; i < FORM_CELLS; i++) {
        document.texts[i] = "";
    }
    document.texts[FORM_TITLE] = title;
    struct form_dispute it = {.field = {FIELD_EVIDENCE_FOR, "I01", item, mark_of(""), title},
                              .reason = reason,
                              .now = "",
                              .document = &document};
    struct exhibit *list = NULL;
    size_t count = 0;
    assert_true(store_evidence(store, NULL, &arena, &list, &count, &place.err));
    for (size_t i = 0; i < count; i++) {
        if (strcmp(list[i].id, item) == 0) {
            it.now = form_group_told(&list[i], &arena);
        }
    }
    assert_true(form_conflicts_add(&conflicts, &edit, &it, "isi.xlsx: Data!D5", &place.err));
}

/* Puts an item for I01 into the file. */
static void add_item(const char *id, const char *title, const char *criteria)
{
    place_change(store, FIELD_EVIDENCE_FOR, "I01", id, "I01");
    place_change(store, FIELD_EVIDENCE_TITLE, "I01", id, title);
    place_change(store, FIELD_EVIDENCE_SUPPORTS, "I01", id, criteria);
}

/* Adds a conflict about I01: the form began with `base` and says `mine`, the file says `now`. */
static void dispute(enum field field, const char *subject, const char *base, const char *mine,
                    const char *now)
{
    const struct form_dispute it = {
        .field = {field, "I01", subject, mark_of(base), mine}, .reason = FORM_BOTH, .now = now};
    assert_true(form_conflicts_add(&conflicts, &edit, &it, "isi.xlsx: Data!D5", &place.err));
}

/* ---- what is told ---- */

static void test_form_conflict__says_what_the_form_began_with_and_who_changed_it(void **state)
{
    (void)state;
    place_change(store, FIELD_CLAIMED, "I01", "I01", "2");
    place_change(store, FIELD_CLAIMED, "I01", "I01", "4");
    dispute(FIELD_CLAIMED, "I01", "2", "3", "4");
    assert_string_equal(conflicts.items[0].base, "2");
    assert_string_equal(conflicts.items[0].who, "Siti");
    assert_non_null(conflicts.items[0].at);
    dispute(FIELD_CLAIMED, "I01", "", "3", "4");
    assert_string_equal(conflicts.items[1].base, "");
    dispute(FIELD_CLAIMED, "I01", "5", "3", "4");
    assert_null(conflicts.items[2].base);
}

static void test_form_conflict__answers_are_told_in_the_words_of_the_form(void **state)
{
    (void)state;
    place_change(store, FIELD_MET, "I01", "I01.2.a", "yes");
    place_change(store, FIELD_MET, "I01", "I01.2.a", NULL);
    dispute(FIELD_MET, "I01.2.a", "Ya", "Tidak", "");
    assert_string_equal(conflicts.items[0].base, "Ya");
}

static void test_form_conflict__many_are_kept_in_their_order(void **state)
{
    (void)state;
    for (int i = 0; i < 40; i++) {
        dispute(FIELD_NOTE, "I01", "", arena_format(&arena, "n%d", i), "x");
    }
    assert_int_equal(conflicts.count, 40);
    assert_string_equal(conflicts.items[39].dispute.field.mine, "n39");
    assert_string_equal(conflicts.items[0].dispute.field.mine, "n0");
}

static void test_form_conflict__the_same_conflicts_give_the_same_options(void **state)
{
    (void)state;
    struct text again = TEXT_EMPTY;
    dispute(FIELD_NOTE, "I01", "", "dua\nbaris \"x\"", "lain");
    assert_true(form_conflicts_options(&conflicts, &edit, &told, &place.err));
    assert_true(form_conflicts_options(&conflicts, &edit, &again, &place.err));
    assert_string_equal(told.bytes, again.bytes);
    assert_non_null(strstr(told.bytes, "[\"K1\",\"note\",\"I01\",\"dua\\nbaris \\\"x\\\"\","));
    assert_non_null(strstr(told.bytes, "\"seal\":\""));
    text_release(&again);
}

/* Who wrote the other part of an explanation has not changed this one. */
static void test_form_conflict__parts_of_an_explanation_have_their_own_history(void **state)
{
    (void)state;
    place_change(store, FIELD_EXPLANATION, "I01", "I01.2", "FAKTA: awal");
    place_change(store, FIELD_EXPLANATION, "I01", "I01.2", "FAKTA: baru");
    assert_true(store_begin(store, "Wati", "test", &place.err) &&
                store_set(store, FIELD_EXPLANATION, "I01", "I01.2", "FAKTA: baru\n\nANALISIS: a",
                          &place.err) &&
                store_commit(store, &place.err));
    dispute(FIELD_EXPLANATION, "I01.2/facts", "awal", "lain", "baru");
    assert_string_equal(conflicts.items[0].base, "awal");
    assert_string_equal(conflicts.items[0].who, "Siti");
    dispute(FIELD_EXPLANATION, "I01.2/analysis", "", "b", "a");
    assert_string_equal(conflicts.items[1].who, "Wati");
    assert_true(form_conflicts_options(&conflicts, &edit, &told, &place.err));
    assert_non_null(strstr(told.bytes, "\"subject\":\"I01.2 FAKTA\""));
    assert_non_null(strstr(told.bytes, "\"I01.2/analysis\""));
}

/* ---- the workbook ---- */

static void add_row(struct text *rows, size_t row, const char *const *cells, size_t count)
{
    text_format(rows, "<row r=\"%zu\">", row);
    for (size_t i = 0; i < count; i++) {
        text_format(rows, "<c r=\"%c%zu\" t=\"inlineStr\"><is><t>%s</t></is></c>", (char)('A' + i),
                    row, cells[i] == NULL ? "" : cells[i]);
    }
    text_add(rows, "</row>");
}

/* The rows of a document below its conflict; returns the last one. */
static size_t add_document(struct text *rows, size_t row, struct text *sealed,
                           const struct form_document *document)
{
    const char *all[][2] = {{"evidence_for", document->indicator},
                            {"evidence_supports", document->criteria},
                            {"evidence_title", document->texts[FORM_TITLE]},
                            {"evidence_date", document->texts[FORM_DATE]}};
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        const char *cells[FORM_CELLS] = {"D1", all[i][0], NULL, all[i][1]};
        if (all[i][1][0] != '\0') {
            add_row(rows, ++row, cells, 4);
            form_seal_row(sealed, cells);
        }
    }
    return row;
}

/* The rows of the hidden sheet, sealed. */
static void add_hidden(struct text *rows)
{
    char identity[65];
    char seal[HASH_HEX + 1];
    const struct instrument *instrument = &place.fixture.instrument;
    struct text sealed = TEXT_EMPTY;
    assert_true(store_identity(store, identity, &place.err));
    const char *format[] = {FORM_CONFLICT_FORMAT};
    const char *rules[FORM_CELLS] = {"instrument", instrument->id, instrument->sha256};
    const char *assessment[FORM_CELLS] = {"assessment", identity, "Kota Uji"};
    add_row(rows, 1, format, 1);
    add_row(rows, 2, rules, 3);
    form_seal_row(&sealed, rules);
    add_row(rows, 3, assessment, 3);
    form_seal_row(&sealed, assessment);
    size_t row = 3;
    for (size_t i = 0; i < conflicts.count; i++) {
        const struct form_dispute *it = &conflicts.items[i].dispute;
        const char *cells[FORM_CELLS] = {arena_format(&arena, "K%zu", i + 1),
                                         change_word(it->field.field),
                                         it->field.subject,
                                         it->field.mine,
                                         mark_of(it->now),
                                         it->field.began,
                                         it->verified,
                                         form_reason_word(it->reason)};
        add_row(rows, ++row, cells, CONFLICT_CELLS);
        form_seal_row(&sealed, cells);
        if (it->document != NULL) {
            row = add_document(rows, row, &sealed, it->document);
        }
    }
    hash_of(sealed.bytes, sealed.length, seal);
    const char *last[] = {"seal", seal};
    add_row(rows, row + 1, last, 2);
    text_release(&sealed);
}

static const char *sheet_of(const struct text *rows)
{
    return arena_format(&arena, "<worksheet " MAIN "><sheetData>%s</sheetData></worksheet>",
                        rows->bytes);
}

/* Makes the workbook of the conflicts, decided by these words, in the order of the conflicts. */
static void decide(const char *const *words)
{
    struct text hidden = TEXT_EMPTY;
    struct text shown = TEXT_EMPTY;
    const char *head[] = {"spbe:id", "spbe:decision"};
    add_hidden(&hidden);
    add_row(&shown, 1, head, 2);
    for (size_t i = 0; i < conflicts.count; i++) {
        const char *cells[] = {arena_format(&arena, "K%zu", i + 1), words[i]};
        add_row(&shown, i + 6, cells, 2);
    }
    const char *parts[] = {
        "[Content_Types].xml",
        "<Types xmlns=\"" PACKAGE "/content-types\"/>",
        "_rels/.rels",
        "<Relationships xmlns=\"" PACKAGE "/relationships\"><Relationship Id=\"a\" Type=\"" OFFICE
        "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"" PACKAGE "/relationships\"><Relationship Id=\"b\" Type=\"" OFFICE
        "/worksheet\" Target=\"b.xml\"/><Relationship Id=\"c\" Type=\"" OFFICE
        "/worksheet\" Target=\"c.xml\"/></Relationships>",
        "xl/workbook.xml",
        "<workbook " MAIN " xmlns:r=\"" OFFICE "\"><sheets>"
        "<sheet name=\"Konflik\" sheetId=\"1\" r:id=\"b\"/>"
        "<sheet name=\"_spbe_konflik\" sheetId=\"2\" r:id=\"c\"/></sheets></workbook>",
        "xl/b.xml",
        sheet_of(&shown),
        "xl/c.xml",
        sheet_of(&hidden)};
    text_clear(&book);
    sheet_archive(&book, parts, sizeof parts / sizeof parts[0] / 2);
    text_release(&hidden);
    text_release(&shown);
}

static void hear_problem(void *context, const struct error *problem)
{
    (void)context;
    text_format(&told, "%s %s; ", problem->where, problem->id);
}

static void hear_notice(void *context, const char *at, const char *text)
{
    (void)context;
    text_format(&told, "%s %s; ", at, text);
}

/* Imports the workbook as one step; false after rolling it back. */
static bool take(enum form_choice choice)
{
    const struct form_listener listener = {.problem = hear_problem, .notice = hear_notice};
    const struct form_manner manner = {.choice = choice, .listener = &listener};
    text_clear(&told);
    error_clear(&place.err);
    assert_true(form_decision_is(book.bytes, book.length));
    assert_false(form_is(book.bytes, book.length));
    assert_true(store_begin(store, "Siti", "import", &place.err));
    bool ok = form_decision_import(&edit, book.bytes, book.length, "k.xlsx", &manner, &tally,
                                   &undecided, &place.err) &&
              store_commit(store, &place.err);
    store_rollback(store);
    return ok;
}

static void want(enum field field, const char *subject, const char *now)
{
    const char *fact = NULL;
    assert_true(store_get(store, field, subject, &arena, &fact, &place.err));
    assert_string_equal(fact == NULL ? "-" : fact, now);
}

/* ---- decisions ---- */

static void test_form_decision__each_counts_for_itself(void **state)
{
    (void)state;
    place_change(store, FIELD_CLAIMED, "I01", "I01", "4");
    place_change(store, FIELD_MET, "I01", "I01.2.a", "no");
    place_change(store, FIELD_NOTE, "I01", "I01", "berkas");
    dispute(FIELD_CLAIMED, "I01", "2", "3", "4");
    dispute(FIELD_MET, "I01.2.a", "", "Ya", "Tidak");
    dispute(FIELD_NOTE, "I01", "", "formulir", "berkas");
    decide((const char *[]){"Formulir", "berkas", ""});
    assert_true(take(FORM_ASK));
    want(FIELD_CLAIMED, "I01", "3");
    want(FIELD_MET, "I01.2.a", "no");
    want(FIELD_NOTE, "I01", "berkas");
    assert_int_equal(tally.of[FORM_TAKEN], 1);
    assert_int_equal(tally.of[FORM_KEPT], 1);
    assert_int_equal(undecided, 1);
    assert_string_equal(told.bytes, "k.xlsx: Konflik!B8 I01, note: not decided yet; ");
    /* A second time nothing is left to do. */
    assert_true(take(FORM_ASK));
    assert_int_equal(tally.of[FORM_TAKEN], 0);
    assert_int_equal(tally.of[FORM_SAME], 1);
}

static void test_form_decision__what_moved_on_is_a_new_conflict(void **state)
{
    (void)state;
    place_change(store, FIELD_CLAIMED, "I01", "I01", "4");
    dispute(FIELD_CLAIMED, "I01", "2", "3", "4");
    place_change(store, FIELD_CLAIMED, "I01", "I01", "5");
    decide((const char *[]){"formulir"});
    assert_false(take(FORM_ASK));
    assert_string_equal(told.bytes, "k.xlsx: Konflik!B6 FORM_CONFLICT; ");
    decide((const char *[]){"berkas"});
    assert_false(take(FORM_ASK));
    want(FIELD_CLAIMED, "I01", "5");
    assert_true(take(FORM_OURS));
    want(FIELD_CLAIMED, "I01", "5");
    decide((const char *[]){"formulir"});
    assert_true(take(FORM_THEIRS));
    want(FIELD_CLAIMED, "I01", "3");
}

static void test_form_decision__verified_since_is_a_new_conflict(void **state)
{
    (void)state;
    place_change(store, FIELD_CLAIMED, "I01", "I01", "4");
    dispute(FIELD_CLAIMED, "I01", "2", "3", "4");
    place_change(store, FIELD_VERIFIED, "I01", "I01", "2");
    decide((const char *[]){"formulir"});
    assert_false(take(FORM_ASK));
    assert_string_equal(told.bytes, "k.xlsx: Konflik!B6 FORM_VERIFIED; ");
    decide((const char *[]){"berkas"});
    assert_true(take(FORM_ASK));
    want(FIELD_CLAIMED, "I01", "4");
}

static void test_form_decision__a_lock_holds(void **state)
{
    (void)state;
    place_change(store, FIELD_CLAIMED, "I01", "I01", "4");
    place_change(store, FIELD_STATE, "I01", "I01", "locked");
    dispute(FIELD_CLAIMED, "I01", "2", "3", "4");
    decide((const char *[]){"formulir"});
    assert_false(take(FORM_THEIRS));
    want(FIELD_CLAIMED, "I01", "4");
}

static void test_form_decision__what_is_no_decision_is_told(void **state)
{
    (void)state;
    place_change(store, FIELD_CLAIMED, "I01", "I01", "4");
    dispute(FIELD_CLAIMED, "I01", "2", "3", "4");
    dispute(FIELD_NOTE, "I01", "", "x", "");
    decide((const char *[]){"entah", "ya"});
    assert_false(take(FORM_ASK));
    assert_string_equal(told.bytes,
                        "k.xlsx: Konflik!B6 FORM_DECISION; k.xlsx: Konflik!B7 FORM_DECISION; ");
}

/* Words of a person: each part for itself, and answers that belong to no indicator. */
static void test_form_decision__of_words(void **state)
{
    (void)state;
    place_change(store, FIELD_EXPLANATION, "I01", "I01.2", "FAKTA: f\n\nANALISIS: a");
    place_change(store, FIELD_GENERAL, NULL, "PU1", "berkas");
    dispute(FIELD_EXPLANATION, "I01.2/facts", "", "fakta formulir", "f");
    dispute(FIELD_EXPLANATION, "I01.2/analysis", "", "analisis formulir", "a");
    dispute(FIELD_GENERAL, "PU1", "", "formulir", "berkas");
    dispute(FIELD_EXPLANATION, "I01.3", "", "utuh", "");
    decide((const char *[]){"formulir", "berkas", "formulir", "formulir"});
    assert_true(take(FORM_ASK));
    want(FIELD_EXPLANATION, "I01.2", "FAKTA: fakta formulir\n\nANALISIS: a");
    want(FIELD_EXPLANATION, "I01.3", "utuh");
    want(FIELD_GENERAL, "PU1", "formulir");
    assert_int_equal(tally.of[FORM_TAKEN], 3);
    assert_int_equal(tally.of[FORM_KEPT], 1);
}

/* Wants the evidence of I01 to be these lines, "E1 title criteria". */
static void want_items(const char *lines)
{
    struct exhibit *list = NULL;
    size_t count = 0;
    struct text now = TEXT_EMPTY;
    assert_true(store_evidence(store, NULL, &arena, &list, &count, &place.err));
    for (size_t i = 0; i < count; i++) {
        text_format(&now, "%s%s %s %s\n", list[i].stands ? "" : "x", list[i].id, list[i].item.title,
                    list[i].criteria);
    }
    assert_string_equal(now.bytes, lines);
    text_release(&now);
}

/* One as in the file, one as in the form, or two. */
static void test_form_decision__of_documents(void **state)
{
    (void)state;
    add_item("E1", "a", "I01.2.a");
    add_item("E2", "b", "I01.2.a");
    add_item("E3", "c", "I01.2.a");
    dispute_document("E1", FORM_IS_OTHER, "A", "I01.2.b");
    dispute_document("E2", FORM_IS_OTHER, "B", "I01.2.b");
    dispute_document("E3", FORM_IS_OTHER, "C", "I01.2.b");
    dispute_document("", FORM_IS_VERIFIED, "D", "I01.2.b");
    dispute_document("", FORM_IS_VERIFIED, "E", "I01.2.b");
    decide((const char *[]){"berkas", "formulir", "keduanya", "formulir", "berkas"});
    assert_true(take(FORM_ASK));
    want_items("E1 a I01.2.a,I01.2.b\nE2 B I01.2.a,I01.2.b\nE3 c I01.2.a\nE4 C I01.2.b\n"
               "E5 D I01.2.b\n");
    assert_string_equal(told.bytes, "");
    /* The same decisions again change nothing. */
    assert_true(take(FORM_ASK));
    want_items("E1 a I01.2.a,I01.2.b\nE2 B I01.2.a,I01.2.b\nE3 c I01.2.a\nE4 C I01.2.b\n"
               "E5 D I01.2.b\n");
    assert_int_equal(tally.of[FORM_TAKEN], 0);
}

/* A description that has changed since is a new conflict; --ours and --theirs settle it. */
static void test_form_decision__of_a_document_that_moved_on(void **state)
{
    (void)state;
    add_item("E1", "a", "I01.2.a");
    dispute_document("E1", FORM_IS_OTHER, "A", "I01.2.b");
    place_change(store, FIELD_EVIDENCE_TITLE, "I01", "E1", "lain");
    decide((const char *[]){"keduanya"});
    assert_false(take(FORM_ASK));
    assert_string_equal(told.bytes, "k.xlsx: Konflik!B6 FORM_CONFLICT; ");
    assert_true(take(FORM_OURS));
    want_items("E1 lain I01.2.a\n");
    assert_true(take(FORM_THEIRS));
    want_items("E1 lain I01.2.a\nE2 A I01.2.b\n");
}

/* A lock holds against every word. */
static void test_form_decision__of_a_document_of_a_locked_indicator(void **state)
{
    (void)state;
    add_item("E1", "a", "I01.2.a");
    place_change(store, FIELD_STATE, "I01", "I01", "locked");
    dispute_document("E1", FORM_IS_OTHER, "A", "I01.2.b");
    dispute_document("", FORM_IS_LOCKED, "B", "I01.2.b");
    decide((const char *[]){"formulir", "formulir"});
    assert_false(take(FORM_THEIRS));
    want_items("E1 a I01.2.a\n");
    assert_non_null(strstr(told.bytes, "STORE_LOCKED_INDICATOR"));
}

/* Two documents are no choice where there is only one. */
static void test_form_decision__both_only_where_there_are_two(void **state)
{
    (void)state;
    place_change(store, FIELD_CLAIMED, "I01", "I01", "4");
    dispute(FIELD_CLAIMED, "I01", "2", "3", "4");
    dispute_document("", FORM_IS_VERIFIED, "A", "I01.2.b");
    decide((const char *[]){"keduanya", "both"});
    assert_false(take(FORM_ASK));
    assert_string_equal(told.bytes,
                        "k.xlsx: Konflik!B6 FORM_DECISION; k.xlsx: Konflik!B7 FORM_DECISION; ");
}

/* Criteria of another indicator, an indicator that is none, a day that is none: nobody's workbook. */
static void test_form_decision__documents_that_no_form_names(void **state)
{
    (void)state;
    dispute_document("", FORM_IS_VERIFIED, "A", "I02.2.a");
    decide((const char *[]){"formulir"});
    assert_false(take(FORM_THEIRS));
    assert_string_equal(place.err.id, "FORM_SEAL");
    struct form_document bad = {"I99", "", {NULL}, ""};
    bad.texts[FORM_TITLE] = "A";
    bad.texts[FORM_DATE] = "";
    conflicts.items[0].dispute.document = &bad;
    decide((const char *[]){"formulir"});
    assert_false(take(FORM_THEIRS));
    assert_string_equal(place.err.id, "FORM_SEAL");
    bad.indicator = "I01";
    bad.texts[FORM_DATE] = "kemarin";
    decide((const char *[]){"formulir"});
    assert_false(take(FORM_THEIRS));
    assert_string_equal(place.err.id, "FORM_SEAL");
    bad.indicator = ""; /* its row is missing */
    bad.texts[FORM_DATE] = "";
    decide((const char *[]){"formulir"});
    assert_false(take(FORM_THEIRS));
    assert_string_equal(place.err.id, "FORM_SEAL");
    want_items("");
}

/* Whoever looks at the workbook sees the item, what it supports, and who described it. */
static void test_form_conflict__documents_are_told_whole(void **state)
{
    (void)state;
    add_item("E1", "a", "I01.2.a");
    dispute_document("E1", FORM_IS_OTHER, "A", "I01.2.b,I01.3.a");
    dispute_document("", FORM_IS_VERIFIED, "B", "");
    assert_string_equal(conflicts.items[0].who, "Siti");
    assert_null(conflicts.items[1].who);
    assert_true(form_conflicts_options(&conflicts, &edit, &told, &place.err));
    assert_non_null(strstr(told.bytes, "\"subject\":\"I01 E1\""));
    assert_non_null(strstr(told.bytes, "\"subject\":\"I01\""));
    assert_non_null(strstr(told.bytes, "\"criteria\":\"I01.2.b,I01.3.a\""));
    assert_non_null(strstr(told.bytes, "[\"D1\",\"evidence_title\",\"\",\"A\"]"));
    assert_non_null(strstr(told.bytes, "\"reason\":\"other\""));
    for (int i = 0; i < FORM_REASONS; i++) {
        assert_int_equal(form_reason(form_reason_word((enum form_reason)i)), i);
    }
    assert_int_equal(form_reason("entah"), FORM_BOTH);
}

/* A level or question that the instrument does not have: the hidden sheet is not ours. */
static void test_form_decision__words_about_nothing_are_refused(void **state)
{
    (void)state;
    dispute(FIELD_GENERAL, "PU9", "", "x", "");
    decide((const char *[]){"formulir"});
    assert_false(take(FORM_THEIRS));
    assert_string_equal(place.err.id, "FORM_SEAL");
    conflicts.count = 0;
    dispute(FIELD_EXPLANATION, "I01.9/facts", "", "x", "");
    decide((const char *[]){"formulir"});
    assert_false(take(FORM_THEIRS));
    assert_string_equal(place.err.id, "FORM_SEAL");
}

static void test_form_decision__a_field_that_no_form_has_is_refused(void **state)
{
    (void)state;
    dispute(FIELD_VERIFIED, "I01", "", "5", "");
    decide((const char *[]){"formulir"});
    assert_false(take(FORM_THEIRS));
    assert_string_equal(place.err.id, "FORM_SEAL");
    want(FIELD_VERIFIED, "I01", "-");
}

/* ---- who filled a form in ---- */

static void want_filler(const char *row, const char *name)
{
    struct text found = TEXT_EMPTY;
    char *rows = NULL;
    assert_true(asprintf(&rows,
                         "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>spbe:key</t></is></c>"
                         "<c r=\"C1\" t=\"inlineStr\"><is><t>spbe:fact</t></is></c></row>"
                         "<row r=\"4\"><c r=\"A4\" t=\"inlineStr\"><is><t>spbe:filler</t></is></c>"
                         "%s</row>",
                         row) > 0);
    text_clear(&book);
    sheet_workbook(&book, rows, NULL, NULL, "");
    form_filler(book.bytes, book.length, &found);
    assert_string_equal(found.bytes, name);
    free(rows);
    text_release(&found);
}

static void test_form_filler__a_name_as_somebody_typed_it(void **state)
{
    (void)state;
    want_filler("<c r=\"C4\" t=\"inlineStr\"><is><t> Siti\nAminah </t></is></c>", "Siti Aminah");
    want_filler("", "");
    want_filler("<c r=\"C4\"><v>12</v></c>", "");
    want_filler("<c r=\"D4\" t=\"inlineStr\"><is><t>Budi</t></is></c>", "");
    want_filler("<c r=\"C4\" t=\"str\"><f>A1</f><v>Budi</v></c>", "");
    form_filler("PK", 2, &told);
    assert_string_equal(told.bytes, "");
}

#define TEST(name) cmocka_unit_test_setup_teardown(test_form_##name, enter, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(conflict__says_what_the_form_began_with_and_who_changed_it),
        TEST(conflict__answers_are_told_in_the_words_of_the_form),
        TEST(conflict__many_are_kept_in_their_order),
        TEST(conflict__the_same_conflicts_give_the_same_options),
        TEST(decision__each_counts_for_itself),
        TEST(decision__what_moved_on_is_a_new_conflict),
        TEST(decision__verified_since_is_a_new_conflict),
        TEST(decision__a_lock_holds),
        TEST(decision__what_is_no_decision_is_told),
        TEST(conflict__parts_of_an_explanation_have_their_own_history),
        TEST(decision__of_words),
        TEST(decision__words_about_nothing_are_refused),
        TEST(decision__of_documents),
        TEST(decision__of_a_document_that_moved_on),
        TEST(decision__of_a_document_of_a_locked_indicator),
        TEST(decision__both_only_where_there_are_two),
        TEST(decision__documents_that_no_form_names),
        TEST(conflict__documents_are_told_whole),
        TEST(decision__a_field_that_no_form_has_is_refused),
        TEST(filler__a_name_as_somebody_typed_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
