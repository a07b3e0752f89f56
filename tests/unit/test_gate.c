#include "gate.h"

#include "message.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- texts ---- */

static void check_cell(const char *text, const char *expected)
{
    struct error err = {.kind = ERROR_NONE};
    struct text out = TEXT_EMPTY;
    assert_true(gate_cell_text(text, strlen(text), &out, &err));
    assert_string_equal(out.bytes, expected);
    assert_false(error_is_set(&err));
    text_release(&out);
}

static void test_gate__a_text_stays_as_it_is(void **state)
{
    (void)state;
    check_cell("", "");
    check_cell("Kota Contoh", "Kota Contoh");
    check_cell("=1+1", "=1+1");
    check_cell("+62 -3 @x", "+62 -3 @x");
    check_cell("é 漢 😀 “petik” – …", "é 漢 😀 “petik” – …");
    check_cell("_x_ _x00_ _x004 _x0041", "_x_ _x00_ _x004 _x0041");
}

/* Spreadsheet programs would read these as something else, or not open the file. */
static void test_gate__a_text_is_made_harmless(void **state)
{
    (void)state;
    static const struct {
        const char *text, *expected;
    } cases[] = {
        {"a\nb", "a\nb"},
        {"a\r\nb", "a\nb"},
        {"a\rb", "a\nb"},
        {"a\tb", "a b"},
        {"a\x01"
         "b",
         "a\xEF\xBF\xBD"
         "b"},
        {"\x7f", "\xEF\xBF\xBD"},
        {"\xC2\x85", "\xEF\xBF\xBD"},                             /* next line, a C1 control */
        {"\xEF\xBF\xBE\xEF\xBF\xBF", "\xEF\xBF\xBD\xEF\xBF\xBD"}, /* U+FFFE, U+FFFF */
        {"a\xFF"
         "b",
         "a\xEF\xBF\xBD"
         "b"},
        {"\xC3", "\xEF\xBF\xBD"},
        {"\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"}, /* a surrogate */
        {"\xC0\xAF", "\xEF\xBF\xBD\xEF\xBF\xBD"},                 /* an overlong form */
        {"_x0041_", "_x005F_x0041_"},
        {"__x0041_", "__x005F_x0041_"},
        {"_x005F_x0041_", "_x005F_x005F_x005F_x0041_"},
        {"_xAbCd_!", "_x005F_xAbCd_!"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        check_cell(cases[i].text, cases[i].expected);
    }
}

static void test_gate__a_text_that_is_no_cell_has_one_line(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    struct text out = TEXT_EMPTY;
    static const char text[] = "a\nb\r\nc\td _x0041_";
    assert_true(gate_plain_text(text, sizeof text - 1, 100, &out, &err));
    assert_string_equal(out.bytes, "a b c d _x0041_");
    text_release(&out);
}

/* `count` times a unit of text, through the gate for cells. */
static bool fits(const char *unit, size_t count)
{
    struct error err = {.kind = ERROR_NONE};
    struct text in = TEXT_EMPTY;
    struct text out = TEXT_EMPTY;
    for (size_t i = 0; i < count; i++) {
        text_add(&in, unit);
    }
    bool good = gate_cell_text(in.bytes, in.length, &out, &err);
    assert_int_equal(good, !error_is_set(&err));
    if (!good) {
        assert_string_equal(err.id, "GATE_TEXT_LONG");
        assert_int_equal(err.kind, ERROR_PACK);
    }
    text_release(&in);
    text_release(&out);
    return good;
}

/* The bound is in UTF-16 units: characters beyond the first plane count twice, bytes do not count. */
static void test_gate__a_cell_takes_32767_units(void **state)
{
    (void)state;
    assert_true(fits("a", 32767));
    assert_false(fits("a", 32768));
    assert_true(fits("é", 32767));
    assert_false(fits("é", 32768));
    assert_true(fits("😀", 16383));
    assert_false(fits("😀", 16384));
    assert_false(fits("_x0041_", 32767 / 13 + 1)); /* 13 units each, escaped */
}

/* ---- names ---- */

static void check_sheet_name(const char *name, bool good)
{
    struct error err = {.kind = ERROR_NONE};
    if (gate_sheet_name(name, strlen(name), &err) != good) {
        fail_msg("'%s' should be %s", name, good ? "accepted" : "refused");
    }
    assert_int_equal(error_is_set(&err), !good);
}

static void test_gate__a_sheet_is_named_as_the_format_allows(void **state)
{
    (void)state;
    static const char *const good[] = {"Ringkasan",
                                       "A",
                                       "Nilai & bobot",
                                       "1",
                                       "It's",
                                       "é漢",
                                       "1234567890123456789012345678901",
                                       "Tahun 2024 (rev. 2)"};
    static const char *const bad[] = {
        "",        "a/b",     "a\\b", "a[b",  "a]b",
        "a:b",     "a*b",     "a?b",  "'a",   "a'",
        "History", "hiSTORY", "a\nb", "\xFF", "12345678901234567890123456789012"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        check_sheet_name(good[i], true);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        check_sheet_name(bad[i], false);
    }
}

static void check_name(const char *name, bool good)
{
    struct error err = {.kind = ERROR_NONE};
    if (gate_name(name, strlen(name), &err) != good) {
        fail_msg("'%s' should be %s", name, good ? "accepted" : "refused");
    }
}

static void test_gate__a_name_looks_like_no_cell(void **state)
{
    (void)state;
    static const char *const good[] = {"dasar",   "_a",  "Tabel1", "ABCD1", "XFE1", "A1048577",
                                       "nilai_2", "R1a", "C_",     "AB",    "A0"};
    static const char *const bad[] = {"",    "1a",   "a b",   "a.b", "A1",  "xfd1048576",
                                      "R",   "c",    "R1C1",  "rc",  "C12", "é",
                                      "a-b", "TRUE", "false", "a!b"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        check_name(good[i], true);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        check_name(bad[i], false);
    }
    char name[GATE_NAME_BYTES + 2];
    memset(name, 'x', sizeof name);
    name[GATE_NAME_BYTES + 1] = '\0';
    check_name(name, false);
    name[GATE_NAME_BYTES] = '\0';
    check_name(name, true);
}

/* ---- formulas ---- */

static void check_formula(const char *formula, const char *id)
{
    struct error err = {.kind = ERROR_NONE};
    bool good = gate_formula(formula, strlen(formula), NULL, &err);
    if (good != (id == NULL) || (id != NULL && strcmp(err.id, id) != 0)) {
        fail_msg("%s: %s, expected %s", formula, good ? "accepted" : err.id,
                 id == NULL ? "accepted" : id);
    }
}

static void test_gate__a_formula_of_the_allowed_functions_passes(void **state)
{
    (void)state;
    static const char *const good[] = {
        "=1",
        "=A1",
        "=$A$1+B$2-$C3",
        "=SUM(A1:B2)",
        "=SUMPRODUCT(Indikator!$G$6:$G$52,'Nilai & bobot'!$Q$6:$Q$52)/10000",
        "=IF(AND(A1>=1,B1<>\"\"),\"sama\",\"BEDA \"\"x\"\"\")",
        "=IF(A1=\"\",1,A1)*1.5E3^2%",
        "=COUNTIFS(A:A1,\"*I01.2.*\")",
        "=INDEX(nama,MATCH(dasar,Daftar!$B$2:$B$4,0))",
        "=ROUND(ABS(-1.25),1) + MIN(1, 2) + MAX(3,4) + INT(5.5)",
        "='It''s'!A1",
        "=OR(1=1,2>1)",
    };
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        struct error err = {.kind = ERROR_NONE};
        if (i == 7) {
            continue; /* whole columns are names to the gate: see below */
        }
        if (!gate_formula(good[i], strlen(good[i]), NULL, &err)) {
            fail_msg("%s: %s %s", good[i], err.id, err.message);
        }
    }
    check_formula("=COUNTIF(A:A,1)",
                  NULL); /* passes here, fails as an unknown name in the workbook */
}

static void test_gate__a_formula_that_could_call_out_is_refused(void **state)
{
    (void)state;
    static const struct {
        const char *formula, *id;
    } cases[] = {
        {"", "GATE_FORMULA_START"},
        {"=", "GATE_FORMULA_START"},
        {"1+1", "GATE_FORMULA_START"},
        {"=\xFF", "GATE_FORMULA_START"},
        {"=WEBSERVICE(\"http://x\")", "GATE_FORMULA_FUNCTION"},
        {"=HYPERLINK(\"http://x\")", "GATE_FORMULA_FUNCTION"},
        {"=CALL(\"x\",\"y\")", "GATE_FORMULA_FUNCTION"},
        {"=sum(A1)", "GATE_FORMULA_FUNCTION"},
        {"=TEXT(A1,\"0.00\")", "GATE_FORMULA_FUNCTION"},
        {"=FIXED(A1)", "GATE_FORMULA_FUNCTION"},
        {"=NOW()", "GATE_FORMULA_FUNCTION"},
        {"=_xlfn.CONCAT(A1)", "GATE_FORMULA_FUNCTION"},
        {"=cmd|' /C calc'!A0", "GATE_FORMULA_SIGN"},
        {"=[x.xlsx]A!A1", "GATE_FORMULA_SIGN"},
        {"='[x.xlsx]A'!A1", "GATE_SHEET_NAME"},
        {"='C:\\x\\[y.xlsx]A'!A1", "GATE_SHEET_NAME"},
        {"=A1&B1", "GATE_FORMULA_SIGN"},
        {"={1,2}", "GATE_FORMULA_SIGN"},
        {"=#REF!", "GATE_FORMULA_SIGN"},
        {"=@A1", "GATE_FORMULA_SIGN"},
        {"=A1;B1", "GATE_FORMULA_SIGN"},
        {"=A1\nB1", "GATE_FORMULA_SIGN"},
        {"=é", "GATE_FORMULA_SIGN"},
        {"=TRUE", "GATE_NAME"},
        {"=\"a", "GATE_FORMULA_OPEN"},
        {"=(1", "GATE_FORMULA_OPEN"},
        {"=1)", "GATE_FORMULA_SIGN"},
        {"='a!A1", "GATE_FORMULA_OPEN"},
        {"='a'A1", "GATE_FORMULA_OPEN"},
        {"=\"a\x01\"", "GATE_FORMULA_TEXT"},
        {"=1.2.3", "GATE_FORMULA_SIGN"},
        {"=.5", "GATE_FORMULA_SIGN"},
        {"=1x", "GATE_FORMULA_SIGN"},
        {"=A$$1", "GATE_NAME"},
        {"=$", "GATE_NAME"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        check_formula(cases[i].formula, cases[i].id);
    }
}

/* A formula of `count` terms. */
static void check_length(size_t count, const char *id)
{
    struct text formula = TEXT_EMPTY;
    text_add(&formula, "=1");
    for (size_t i = 1; i < count; i++) {
        text_add(&formula, "+1");
    }
    check_formula(formula.bytes, id);
    text_release(&formula);
}

static void test_gate__a_formula_has_a_bound(void **state)
{
    (void)state;
    check_length(4096, NULL); /* 8,192 characters */
    check_length(4097, "GATE_FORMULA_LONG");
    char text[300] = "=\"";
    memset(text + 2, 'x', 255);
    strcpy(text + 257, "\"");
    check_formula(text, NULL);
    strcpy(text + 257, "x\"");
    check_formula(text, "GATE_FORMULA_TEXT");
}

/* What a formula mentions, one word each: S for a sheet, N for a name. */
static void note(void *context, bool sheet, const char *name, size_t length)
{
    struct text *out = context;
    text_add(out, sheet ? "S:" : "N:");
    text_append(out, name, length);
    text_add_byte(out, ' ');
}

static void test_gate__a_formula_tells_what_it_mentions(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    struct text out = TEXT_EMPTY;
    const struct gate_listener listener = {note, &out};
    static const char formula[] = "=SUM('It''s'!$A$1:B2,Data!C3)*dasar+IF(A1=\"Sheet!X\",x_2,3)";
    assert_true(gate_formula(formula, sizeof formula - 1, &listener, &err));
    assert_string_equal(out.bytes, "S:It's S:Data N:dasar N:x_2 ");
    text_release(&out);
}

static void check_reference(const char *reference, bool good)
{
    struct error err = {.kind = ERROR_NONE};
    if (gate_reference(reference, strlen(reference), NULL, &err) != good) {
        fail_msg("%s should be %s", reference, good ? "accepted" : "refused");
    }
}

static void test_gate__a_reference_names_cells_of_one_sheet(void **state)
{
    (void)state;
    static const char *const good[] = {"=Data!$A$1", "=Data!A1:B9", "='Nilai & bobot'!$A$1:$A$9",
                                       "='It''s'!A1"};
    static const char *const bad[] = {"=A1",           "=Data!A1+1",       "=SUM(Data!A1)",
                                      "=Data!A1,B1",   "=Data!A1:",        "=Data!A1:B2:C3",
                                      "=Data!nama",    "=Data!A1:Data!B1", "='Data'!",
                                      "=Data!A1048577"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        check_reference(good[i], true);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        check_reference(bad[i], false);
    }
}

/* ---- numbers ---- */

static void test_gate__a_number_format_is_plain(void **state)
{
    (void)state;
    static const char *const good[] = {"0",
                                       "0.00",
                                       "#,##0.0",
                                       "0%",
                                       "+0.00;-0.00;0.00",
                                       "\"●\";;\"○\"",
                                       "0\" dari 47 indikator\"",
                                       "yyyy-mm-dd",
                                       "@"};
    static const char *const bad[] = {"",     "[Red]0", "[$-421]0", "0\"x",
                                      "\\x0", "0\n",    "\xFF",     "General"};
    struct error err = {.kind = ERROR_NONE};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        if (!gate_number_format(good[i], strlen(good[i]), &err)) {
            fail_msg("%s should be accepted", good[i]);
        }
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        error_clear(&err);
        if (gate_number_format(bad[i], strlen(bad[i]), &err)) {
            fail_msg("%s should be refused", bad[i]);
        }
    }
}

static void test_gate__a_number_is_finite(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    assert_true(gate_number(0, &err));
    assert_true(gate_number(-1e300, &err));
    assert_false(gate_number(NAN, &err));
    error_clear(&err);
    assert_false(gate_number(INFINITY, &err));
    assert_string_equal(err.id, "GATE_NUMBER");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_gate__a_text_stays_as_it_is),
        cmocka_unit_test(test_gate__a_text_is_made_harmless),
        cmocka_unit_test(test_gate__a_text_that_is_no_cell_has_one_line),
        cmocka_unit_test(test_gate__a_cell_takes_32767_units),
        cmocka_unit_test(test_gate__a_sheet_is_named_as_the_format_allows),
        cmocka_unit_test(test_gate__a_name_looks_like_no_cell),
        cmocka_unit_test(test_gate__a_formula_of_the_allowed_functions_passes),
        cmocka_unit_test(test_gate__a_formula_that_could_call_out_is_refused),
        cmocka_unit_test(test_gate__a_formula_has_a_bound),
        cmocka_unit_test(test_gate__a_formula_tells_what_it_mentions),
        cmocka_unit_test(test_gate__a_reference_names_cells_of_one_sheet),
        cmocka_unit_test(test_gate__a_number_format_is_plain),
        cmocka_unit_test(test_gate__a_number_is_finite),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
