#include "template.h"

#include "file.h"
#include "lang.h"
#include "limit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A folder with the files of a template, and a run of it over a small document. */
struct case_ {
    char folder[32];
    char path[64];
    struct text document;
    struct text previous;
    struct template_run run;
    struct error err;
};

static void write_file(const struct case_ *c, const char *name, const char *source)
{
    struct error err = {.kind = ERROR_NONE};
    struct text path = TEXT_EMPTY;
    text_format(&path, "%s/%s", c->folder, name);
    assert_true(file_write(path.bytes, source, strlen(source), &err));
    text_release(&path);
}

static void open_case(struct case_ *c, const char *source)
{
    struct text folder = TEXT_EMPTY;
    *c = (struct case_){.document = TEXT_EMPTY, .previous = TEXT_EMPTY};
    strcpy(c->folder, "/tmp/spbe-template-XXXXXX");
    assert_non_null(mkdtemp(c->folder));
    snprintf(c->path, sizeof c->path, "%s/coba.lua", c->folder);
    text_format(&folder, "%s/bagian", c->folder);
    assert_int_equal(mkdir(folder.bytes, 0700), 0);
    text_release(&folder);
    write_file(c, "coba.lua", source);
    text_add(&c->document, "{\"nama\":\"Kota Contoh\",\"nilai\":\"7/6\",\"tiga\":3,\"tiada\":null,"
                           "\"daftar\":[1,null,\"dua\"],\"baik\":true}");
    c->run = (struct template_run){
        .options = "{\"target\":\"3.5\"}", .document = &c->document, .year = 2024};
}

/* Runs the template of a case. */
static bool run(struct case_ *c)
{
    struct template *template = template_open(c->path, "id", &c->err);
    assert_non_null(template);
    bool done = template_run(template, &c->run, &c->err);
    template_close(template);
    return done;
}

static void close_case(struct case_ *c)
{
    struct text command = TEXT_EMPTY;
    text_format(&command, "rm -rf %s", c->folder);
    assert_int_equal(system(command.bytes), 0);
    text_release(&command);
    text_release(&c->document);
    text_release(&c->previous);
}

/* Wants a template to be refused by that sentence, at that place in its folder. */
static void check_refused(const char *source, const char *where, const char *message)
{
    struct case_ c;
    char place[128];
    open_case(&c, source);
    assert_false(run(&c));
    snprintf(place, sizeof place, "%s/%s", c.folder, where);
    if (strcmp(c.err.where, place) != 0 || strstr(c.err.message, message) == NULL) {
        fail_msg("%s\n%s: %s\ninstead of\n%s: %s", source, c.err.where, c.err.message, place,
                 message);
    }
    close_case(&c);
}

/* Wants an expression of Lua to have a value, as tostring shows it. */
static void check_value(const char *expression, const char *expected)
{
    struct text source = TEXT_EMPTY;
    struct text wanted = TEXT_EMPTY;
    text_format(&source, "error(\"<\" .. tostring(%s) .. \">\")", expression);
    text_format(&wanted, "<%s>", expected);
    check_refused(source.bytes, "coba.lua:1", wanted.bytes);
    text_release(&source);
    text_release(&wanted);
}

static void check_drawn(const char *source)
{
    struct case_ c;
    open_case(&c, source);
    if (!run(&c)) {
        fail_msg("%s\n%s: %s", source, c.err.where, c.err.message);
    }
    close_case(&c);
}

/* ---- what a template finds ---- */

static void test_template__the_document_is_a_table(void **state)
{
    (void)state;
    check_value("report.nama", "Kota Contoh");
    check_value("report.nilai", "7/6");
    check_value("report.tiga + 1", "4");
    check_value("report.tiada", "nil");
    check_value("#report.daftar", "3");
    check_value("report.daftar[2]", "false");
    check_value("report.baik", "true");
    check_value("options.target", "3.5");
    check_value("previous", "false");
    check_value("language", "id");
}

/* Gives three pages of rows, then no more. */
static void give_page(void *context, struct text *page)
{
    int *left = context;
    if (*left > 0) {
        text_format(page, "[{\"n\":%d,\"t\":\"a\\tb\",\"x\":[null,\"7/6\"]},{\"n\":0}]", *left);
        (*left)--;
    } else {
        text_add(page, "[]");
    }
}

/* Protects templates over more than fits into a message: rows come page by page, in order, to their end. */
static void test_template__rows_come_page_by_page(void **state)
{
    (void)state;
    struct case_ c;
    int left = 3;
    open_case(&c, "local seen = \"\"\nlocal page = rows()\nwhile page do\n"
                  "  seen = seen .. page[1].n .. #page .. page[1].t .. tostring(page[1].x[1])\n"
                  "  sheet(\"S\" .. page[1].n)\n  page = rows()\nend\n"
                  "error(\"<\" .. seen .. tostring(rows()) .. \">\")");
    c.run.rows = give_page;
    c.run.context = &left;
    assert_false(run(&c));
    assert_non_null(strstr(c.err.message, "<32a?bfalse22a?bfalse12a?bfalsefalse>") != NULL
                        ? c.err.message
                        : strstr(c.err.message, "<32a\tbfalse22a\tbfalse12a\tbfalsefalse>"));
    close_case(&c);
}

/* A report has no rows behind it; asking is no error. */
static void test_template__without_rows_there_are_none(void **state)
{
    (void)state;
    check_value("rows()", "false");
    check_drawn("sheet(\"A\")\nif rows() then error(\"rows\") end");
}

static void test_template__the_former_year_is_there_when_asked_for(void **state)
{
    (void)state;
    struct case_ c;
    open_case(&c, "error(previous.indeks)");
    text_add(&c.previous, "{\"indeks\":\"dulu\"}");
    c.run.previous = &c.previous;
    assert_false(run(&c));
    assert_non_null(strstr(c.err.message, "dulu"));
    close_case(&c);
}

static void test_template__numbers_are_exact_or_for_people(void **state)
{
    (void)state;
    check_value("exact(\"2.9795\")", "2.9795");
    check_value("exact(\"7/4\")", "1.75");
    check_value("exact(5)", "5.0");
    check_value("decimal(\"2.345\")", "2,35");
    check_value("decimal(\"2.344999\")", "2,34");
    check_value("decimal(\"7/6\", 3)", "1,167");
    check_value("decimal(3, 0)", "3");
    check_value("decimal(\"0.05\", 1)", "0,1");
    check_value("decimal(\"-0.5\", 0)", "-1");
    check_value("decimal(\"-0.004\")", "0,00");
    check_refused("return exact(\"dua\")", "coba.lua:1", "argument 1 (exact(text)");
    check_refused("return decimal(\"1e5\")", "coba.lua:1", "argument 1 (decimal");
    check_refused("return decimal(\"1\", 10)", "coba.lua:1", "argument 2 (decimal");
}

static void test_template__references_are_as_in_formulas(void **state)
{
    (void)state;
    check_value("ref(3, 2)", "B3");
    check_value("ref(1, 1, 9, 16384)", "A1:XFD9");
    check_value(
        "ref(1, 26) .. ref(1, 27) .. ref(1, 52) .. ref(1, 53) .. ref(1, 702) .. ref(1, 703)",
        "Z1AA1AZ1BA1ZZ1AAA1");
    check_value("fixed(3, 2)", "$B$3");
    check_value("fixed(3, 2, 9, 3)", "$B$3:$C$9");
    check_value("at(sheet(\"It's\"), 3, 2)", "'It''s'!$B$3");
    check_value("at(sheet(\"Satu\"), 1, 1, 2, 2)", "'Satu'!$A$1:$B$2");
    check_value("quote('a \"b\" c')", "\"a \"\"b\"\" c\"");
    check_refused("return ref(0, 1)", "coba.lua:1", "argument 1 (ref");
    check_refused("return ref(2, 2, 1, 3)", "coba.lua:1", "argument 3 (ref");
    check_refused("return at(\"Satu\", 1, 1)", "coba.lua:1", "argument 1 (at");
}

static void test_template__texts_can_be_measured_and_cut(void **state)
{
    (void)state;
    check_value("lines(\"satu\", 20)", "1");
    check_value("lines(\"satu dua tiga empat lima enam\", 10, 9)", "3");
    check_value("lines(\"a\\nb\", 20, 9, true)", "2");
    check_value("cut(\"abcdef\", 6)", "abcdef");
    check_value("cut(\"abcdef\", 4)", "abc…");
    check_value("cut(\"éééé\", 3)", "éé…");
    check_value("cut(\"\", 3)", "");
    check_refused("return cut(\"\\xff\", 3)", "coba.lua:1", "argument 1 (cut");
    check_refused("return lines(\"x\", -1)", "coba.lua:1", "argument 2 (lines");
}

/* The words come from the catalogue of the program that runs; without one they stay as they are. */
static void test_template__texts_are_translated_or_stay(void **state)
{
    (void)state;
    check_value("_(\"\")", "");
    check_value("_(\"tidak ada dalam katalog\")", "tidak ada dalam katalog");
}

static void test_template__names_that_are_not_there_are_found(void **state)
{
    (void)state;
    check_refused("local s = sheet(\"Satu\")\ns:teks(1, 1, \"x\")", "coba.lua:2", "sheet:teks");
    check_refused("lembar(\"Satu\")", "coba.lua:1", "lembar");
    check_refused("report = 1", "coba.lua:1", "report");
    check_refused("sheet.x = 1", "coba.lua:1", "index a function");
    check_refused("local s = sheet(\"Satu\")\ns.x = 1", "coba.lua:2", "");
}

/* ---- files ---- */

static void test_template__files_beside_it_can_be_included(void **state)
{
    (void)state;
    struct case_ c;
    open_case(&c, "local a, b = include(\"bagian/a.lua\"), include(\"bagian/a.lua\")\n"
                  "error(a.nama .. (a == b and \" sama\" or \" lain\"))");
    write_file(&c, "bagian/a.lua", "return { nama = \"a\" }");
    assert_false(run(&c));
    assert_non_null(strstr(c.err.message, "a sama"));
    close_case(&c);
}

/* Names that are made while it runs are asked for then. */
static void test_template__names_of_files_can_be_computed(void **state)
{
    (void)state;
    struct case_ c;
    open_case(&c, "local name = \"bagian/\" .. \"b\" .. \".lua\"\nsheet(include(name))");
    write_file(&c, "bagian/b.lua", "return \"Satu\"");
    assert_true(run(&c));
    close_case(&c);
}

static void test_template__an_error_names_the_file_that_made_it(void **state)
{
    (void)state;
    struct case_ c;
    static const char *const sources[] = {"sheet(\"Satu\"):text(1, 1, \"x\", \"tidak\")",
                                          "error(\"salah\")", "local"};
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
        struct text source = TEXT_EMPTY;
        open_case(&c, "include(\"bagian/a.lua\")");
        text_format(&source, "\n%s", sources[i]);
        write_file(&c, "bagian/a.lua", source.bytes);
        assert_false(run(&c));
        assert_non_null(strstr(c.err.where, "/bagian/a.lua:2"));
        assert_int_equal(c.err.kind, ERROR_PACK);
        text_release(&source);
        close_case(&c);
    }
}

static void test_template__files_elsewhere_are_out_of_reach(void **state)
{
    (void)state;
    check_refused("include(\"../a.lua\")", "coba.lua:1", "../a.lua");
    check_refused("include(\"/etc/passwd\")", "coba.lua:1", "/etc/passwd");
    check_refused("include(\"a/b/c.lua\")", "coba.lua:1", "a/b/c.lua");
    check_refused("include(\"a.txt\")", "coba.lua:1", "a.txt");
    check_refused("include(\"tidak-ada.lua\")", "coba.lua:1", "tidak-ada.lua");
    check_refused("include(\"A.lua\")", "coba.lua:1", "A.lua");
    check_refused("include(1)", "coba.lua:1",
                  "argument 1 (include(name)) must be the name of a file");
}

static void test_template__a_file_does_not_include_itself(void **state)
{
    (void)state;
    struct case_ c;
    open_case(&c, "include(\"a.lua\")");
    write_file(&c, "a.lua", "include(\"b.lua\")");
    write_file(&c, "b.lua", "\ninclude(\"a.lua\")");
    assert_false(run(&c));
    assert_string_equal(c.err.id, "TEMPLATE_CYCLE");
    assert_non_null(strstr(c.err.where, "b.lua:2"));
    close_case(&c);
}

/* A template of `count` files, itself included. */
static bool run_files(int count, struct error *err)
{
    struct case_ c;
    struct text source = TEXT_EMPTY;
    for (int i = 1; i < count; i++) {
        text_format(&source, "include(\"a%d.lua\")\n", i);
    }
    text_add(&source, "sheet(\"Satu\")");
    open_case(&c, source.bytes);
    for (int i = 1; i < count; i++) {
        char name[16];
        snprintf(name, sizeof name, "a%d.lua", i);
        write_file(&c, name, "return 1");
    }
    bool done = run(&c);
    *err = c.err;
    text_release(&source);
    close_case(&c);
    return done;
}

static void test_template__files_have_a_bound(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    assert_true(run_files(LIMIT_TEMPLATE_FILES, &err));
    assert_false(run_files(LIMIT_TEMPLATE_FILES + 1, &err));
    assert_string_equal(err.id, "TEMPLATE_FILES");
}

static void test_template__a_document_has_a_bound(void **state)
{
    (void)state;
    struct case_ c;
    open_case(&c, "sheet(#report.panjang > 8000000 and \"Satu\" or \"\")");
    text_clear(&c.document);
    text_add(&c.document, "{\"panjang\":\"");
    while (c.document.length < LIMIT_ANSWER_BYTES - 2) {
        text_add_byte(&c.document, 'x');
    }
    text_add(&c.document, "\"}");
    assert_int_equal(c.document.length, LIMIT_ANSWER_BYTES);
    if (!run(&c)) {
        fail_msg("%s: %s", c.err.where, c.err.message);
    }
    text_add_byte(&c.document, ' ');
    assert_false(run(&c));
    assert_string_equal(c.err.id, "TEMPLATE_DOCUMENT");
    close_case(&c);
}

static void test_template__only_templates_have_names(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    struct text source = TEXT_EMPTY;
    assert_false(template_source("tidak-ada", &source, &err));
    assert_string_equal(err.id, "TEMPLATE_UNKNOWN");
    error_clear(&err);
    assert_false(template_source("../x", &source, &err));
    assert_string_equal(err.id, "TEMPLATE_UNKNOWN");
    error_clear(&err);
    assert_false(template_source("tidak-ada.lua", &source, &err));
    assert_string_equal(err.id, "FILE_OPEN");
    error_clear(&err);
    assert_true(template_source("laporan-pimpinan", &source, &err));
    assert_true(source.length > 100);
    text_release(&source);
}

/* ---- drawing ---- */

static void test_template__drawings_can_be_thrown_away(void **state)
{
    (void)state;
    check_drawn(
        "local s = sheet(\"Satu\")\nfor r = 1, 3000 do s:cells(r, 1, { r, \"x\", false }) end");
    check_drawn("local s = sheet(\"Satu\")\ns:number(1, 1, \"7/6\")\ns:number(2, 1, "
                "1.5)\ns:number(3, 1, -2)");
}

static void test_template__arguments_are_checked_where_they_stand(void **state)
{
    (void)state;
    static const char head[] = "local s = sheet(\"Satu\")\n";
    static const struct {
        const char *call, *message;
    } cases[] = {
        {"s:text(1, 1)", "argument 3 (sheet:text(row, column, text [, style])) must be a text"},
        {"s:text(1, 1, 5)", "argument 3"},
        {"s:text(\"1\", 1, \"x\")", "argument 1"},
        {"s:text(1.5, 1, \"x\")", "argument 1"},
        {"s:text(1, 16385, \"x\")", "argument 2"},
        {"s:text(1, 1, \"x\", 5)", "argument 4"},
        {"s.text(1, 1, \"x\")", "'sheet'"},
        {"s:number(1, 1, \"dua\")", "argument 3"},
        {"s:number(1, 1, {})", "argument 3"},
        {"s:formula(1, 1, \"=1\")", "argument 4"},
        {"s:formula(1, 1, \"=1\", true)", "argument 4"},
        {"s:cells(1, 1, { 1, true })", "argument 3"},
        {"s:cells(1, 1, { 1, {} })", "argument 3"},
        {"s:cells(1, 1, { 1 / 0 })", "argument 3"},
        {"s:cells(1, 1, { 1 }, { 5 })", "argument 4"},
        {"s:cells(1, 1, \"x\")", "argument 3"},
        {"s:link(1, 1, \"Satu\", 1, 1, \"x\")", "argument 3"},
        {"s:page(\"x\")", "argument 1"},
        {"s:page({ x = print })", "print"},
        {"s:page({ [s] = 1 })", ""},
        {"s:text(1, 1, \"\\0\")", "UTF-8"},
        {"style(5, {})", "argument 1 (style(name, options)) must be a text"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text source = TEXT_EMPTY;
        text_format(&source, "%s%s", head, cases[i].call);
        check_refused(source.bytes, "coba.lua:2", cases[i].message);
        text_release(&source);
    }
}

/* A call that was refused and caught leaves nothing of itself in the drawing. */
static void test_template__a_refused_call_can_be_caught(void **state)
{
    (void)state;
    check_drawn("local s = sheet(\"Satu\")\n"
                "for r = 1, 2000 do\n"
                "  local done = pcall(s.text, s, r, 1, \"panjang sekali\", 5)\n"
                "  if done then error(\"harus gagal\") end\n"
                "  s:text(r, 1, \"x\")\n"
                "end");
}

/* The program's own templates, over an empty assessment, are drawn by tests/cli/report.sh. */
static void test_template__own_templates_are_listed(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    struct template_entry *list = NULL;
    bool found = false;
    assert_true(template_list(&list, &err));
    for (size_t i = 0; list[i].name != NULL; i++) {
        found = found || strcmp(list[i].name, "laporan-pimpinan") == 0;
        assert_true(strlen(list[i].title) > 5);
        assert_true(i == 0 || strcmp(list[i - 1].name, list[i].name) < 0);
    }
    assert_true(found);
    template_free_list(list);
    template_free_list(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_template__the_document_is_a_table),
        cmocka_unit_test(test_template__rows_come_page_by_page),
        cmocka_unit_test(test_template__without_rows_there_are_none),
        cmocka_unit_test(test_template__the_former_year_is_there_when_asked_for),
        cmocka_unit_test(test_template__numbers_are_exact_or_for_people),
        cmocka_unit_test(test_template__references_are_as_in_formulas),
        cmocka_unit_test(test_template__texts_can_be_measured_and_cut),
        cmocka_unit_test(test_template__texts_are_translated_or_stay),
        cmocka_unit_test(test_template__names_that_are_not_there_are_found),
        cmocka_unit_test(test_template__files_beside_it_can_be_included),
        cmocka_unit_test(test_template__names_of_files_can_be_computed),
        cmocka_unit_test(test_template__an_error_names_the_file_that_made_it),
        cmocka_unit_test(test_template__files_elsewhere_are_out_of_reach),
        cmocka_unit_test(test_template__a_file_does_not_include_itself),
        cmocka_unit_test(test_template__files_have_a_bound),
        cmocka_unit_test(test_template__a_document_has_a_bound),
        cmocka_unit_test(test_template__only_templates_have_names),
        cmocka_unit_test(test_template__drawings_can_be_thrown_away),
        cmocka_unit_test(test_template__arguments_are_checked_where_they_stand),
        cmocka_unit_test(test_template__a_refused_call_can_be_caught),
        cmocka_unit_test(test_template__own_templates_are_listed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
