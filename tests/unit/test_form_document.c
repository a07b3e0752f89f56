/* Two descriptions of a document: whether they mean the same one, whether they contradict each other, and what
 * people read of them. */
#include "form_document.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

static struct arena arena;

static int leave(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

/* Title, number, date, pages, file; "" for what is not said. */
static struct form_document document(const char *title, const char *number, const char *date,
                                     const char *pages, const char *file)
{
    struct form_document made = {"I01", "I01.2.a", {NULL}, file};
    made.texts[FORM_TITLE] = title;
    made.texts[FORM_NUMBER] = number;
    made.texts[FORM_DATE] = date;
    made.texts[FORM_PAGES] = pages;
    made.texts[FORM_FILE] = file;
    return made;
}

static void test_form_document__files_tell_documents_apart(void **state)
{
    (void)state;
    struct form_document one = document("Perwali", "12", "", "", "a.pdf");
    struct form_document renamed = document("Peraturan", "13", "", "", "a.pdf");
    struct form_document elsewhere = document("Perwali", "12", "", "", "b.pdf");
    assert_true(form_document_same(&one, &renamed));
    assert_false(form_document_same(&one, &elsewhere));
    renamed.typed = "2024/a.pdf";
    assert_false(form_document_same(&one, &renamed)); /* another folder */
}

static void test_form_document__without_a_file_title_and_number_do(void **state)
{
    (void)state;
    struct form_document one = document("Perwali", "12", "", "", "");
    struct form_document same = document("Perwali", "12", "", "", "a.pdf");
    struct form_document other = document("Perwali", "13", "", "", "a.pdf");
    struct form_document nothing = document("", "", "", "", "");
    assert_true(form_document_same(&one, &same));
    assert_false(form_document_same(&one, &other));
    assert_false(form_document_same(&nothing, &nothing));
}

/* Pages add up, and what one side leaves open contradicts nothing. */
static void test_form_document__what_contradicts(void **state)
{
    (void)state;
    struct form_document item = document("Perwali", "12", "", "4", "a.pdf");
    struct form_document more = document("Perwali", "", "2023-05-01", "7", "a.pdf");
    struct form_document other = document("Perwali", "13", "", "", "a.pdf");
    assert_false(form_document_differs(&item, &more));
    assert_true(form_document_differs(&item, &other));
}

static void test_form_document__what_is_held_already(void **state)
{
    (void)state;
    struct form_document item = document("Perwali", "12", "2023-05-01", "4; 7", "a.pdf");
    struct form_document some = document("Perwali", "", "", "7", "");
    item.criteria = "I01.2.a,I01.2.b";
    assert_true(form_document_holds(&item, &some, &arena));
    some.criteria = "I01.3.a";
    assert_false(form_document_holds(&item, &some, &arena));
    some.criteria = "";
    assert_true(form_document_holds(&item, &some, &arena));
    some.texts[FORM_PAGES] = "9";
    assert_false(form_document_holds(&item, &some, &arena));
    some.texts[FORM_PAGES] = "";
    some.texts[FORM_NUMBER] = "13";
    assert_false(form_document_holds(&item, &some, &arena));
    item.texts[FORM_NUMBER] = "";
    assert_false(form_document_holds(&item, &some, &arena));
}

static void test_form_document__of_an_item(void **state)
{
    (void)state;
    struct exhibit exhibit = {.id = "E1",
                              .indicator = "I01",
                              .item = {.title = "Perwali", .file = "a.pdf"},
                              .criteria = "I01.2.a"};
    struct form_document made = form_document_of(&exhibit);
    assert_string_equal(made.texts[FORM_TITLE], "Perwali");
    assert_string_equal(made.texts[FORM_NUMBER], "");
    assert_string_equal(made.typed, "a.pdf");
    assert_string_equal(made.criteria, "I01.2.a");
}

static void test_form_document__is_told_line_by_line(void **state)
{
    (void)state;
    struct text told = TEXT_EMPTY;
    struct form_document made = document("Perwali %s", "12/2023", "2023-05-01", "4", "a.pdf");
    form_document_tell(&made, &told);
    assert_string_equal(told.bytes, "Perwali %s\nnumber 12/2023\n2023-05-01\npages 4\na.pdf");
    text_clear(&told);
    made = document("", "", "", "", "a.pdf");
    form_document_tell(&made, &told);
    assert_string_equal(told.bytes, "a.pdf");
    text_release(&told);
}

static void test_form_document__fields_and_cells(void **state)
{
    (void)state;
    for (enum form_cell cell = FORM_TITLE; cell < FORM_CELLS; cell++) {
        assert_int_equal(form_document_cell(form_document_field(cell)), cell);
    }
    assert_int_equal(form_document_cell(FIELD_CLAIMED), FORM_CELLS);
    assert_int_equal(form_document_cell(FIELD_COUNT), FORM_CELLS);
}

static void test_form_document__pages_are_united(void **state)
{
    (void)state;
    char many[300];
    memset(many, '1', sizeof many);
    many[299] = '\0';
    assert_string_equal(form_document_unite("4", "7", &arena), "4; 7");
    assert_string_equal(form_document_unite("4; 7", "7", &arena), "4; 7");
    assert_string_equal(form_document_unite("4", "4; 9", &arena), "4; 9");
    assert_string_equal(form_document_unite("14", "4", &arena), "14; 4");
    assert_string_equal(form_document_unite("4", "", &arena), "4");
    assert_string_equal(form_document_unite("", "4", &arena), "4");
    assert_int_equal(strlen(form_document_unite("4", many, &arena)), 3 + 299);
}

static void test_form_document__ids_come_once(void **state)
{
    (void)state;
    struct text ids = TEXT_EMPTY;
    form_document_add_ids(&ids, "I01.2.a,I01.2.b", &arena);
    form_document_add_ids(&ids, "I01.2.b,I01.2.aa", &arena);
    form_document_add_ids(&ids, "", &arena);
    assert_string_equal(ids.bytes, "I01.2.a,I01.2.b,I01.2.aa");
    text_release(&ids);
}

#define TEST(name) cmocka_unit_test_teardown(test_form_document__##name, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(files_tell_documents_apart),
        TEST(without_a_file_title_and_number_do),
        TEST(what_contradicts),
        TEST(what_is_held_already),
        TEST(of_an_item),
        TEST(is_told_line_by_line),
        TEST(fields_and_cells),
        TEST(pages_are_united),
        TEST(ids_come_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
