/* A part of a workbook from anywhere: told as it stands, wherever it is cut, and refused where it
 * could cost more than it is worth. */
#include "limit.h"
#include "text.h"
#include "xml.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define SHEET "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define STRICT "http://purl.oclc.org/ooxml/spreadsheetml/main"
#define LINKS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

/* What was told, as one line: "<s:row r=7>text</row>". */
struct told {
    struct text text;
    const char *refuse; /* the element that the listener does not want */
    char relation[32];
};

static bool on_open(void *context, enum xml_space space, const char *name,
                    const char *const *attributes, struct error *err)
{
    struct told *told = context;
    const char *value = xml_value(attributes, "r");
    const char *relation = xml_relation_value(attributes, "id");
    text_format(&told->text, "<%c:%s", "srto"[space], name);
    if (value != NULL) {
        text_format(&told->text, " r=%s", value);
    }
    if (relation != NULL) {
        snprintf(told->relation, sizeof told->relation, "%s", relation);
    }
    text_add(&told->text, ">");
    if (told->refuse != NULL && strcmp(told->refuse, name) == 0) {
        return error_set(err, ERROR_INPUT, "TEST", "refused", "listener");
    }
    return true;
}

static bool on_close(void *context, enum xml_space space, const char *name, struct error *err)
{
    (void)space;
    (void)err;
    text_format(&((struct told *)context)->text, "</%s>", name);
    return true;
}

static bool on_text(void *context, const char *bytes, size_t length, struct error *err)
{
    (void)err;
    text_append(&((struct told *)context)->text, bytes, length);
    return true;
}

static struct told told;
static struct error err;

static int enter(void **state)
{
    (void)state;
    told = (struct told){.text = TEXT_EMPTY};
    text_add(&told.text, "");
    err = (struct error){.kind = ERROR_NONE};
    return 0;
}

static int leave(void **state)
{
    (void)state;
    text_release(&told.text);
    return 0;
}

/* Feeds a part in pieces of `piece` bytes; true when all of it was well. */
static bool feed(const char *part, size_t length, size_t piece)
{
    struct xml_listener listener = {on_open, on_close, on_text, &told};
    struct xml *xml = xml_new(&listener, "sheet1.xml");
    bool ok = true;
    for (size_t at = 0; ok && at < length; at += piece) {
        ok = xml_feed(xml, part + at, length - at < piece ? length - at : piece, &err);
    }
    ok = ok && xml_end(xml, &err);
    xml_free(xml);
    return ok;
}

static bool read_part(const char *part)
{
    return feed(part, strlen(part), strlen(part) + 1);
}

/* Wants a part to be refused with one row of message.h. */
static void refuses(const char *part, const char *id)
{
    assert_false(read_part(part));
    assert_string_equal(err.id, id);
    assert_non_null(strstr(err.where, "sheet1.xml"));
}

static void test_xml__tells_elements_and_texts_in_order(void **state)
{
    (void)state;
    assert_true(read_part("<?xml version=\"1.0\"?><sheet xmlns=\"" SHEET "\">"
                          "<row r=\"7\">satu<!-- dua -->tiga</row></sheet>"));
    assert_string_equal(told.text.bytes, "<s:sheet><s:row r=7>satutiga</row></sheet>");
}

static void test_xml__where_a_part_is_cut_makes_no_difference(void **state)
{
    (void)state;
    const char *part = "<sheet xmlns='" SHEET "'><c r='A1'>\xC3\xA9 &amp; &#x41;</c></sheet>";
    assert_true(read_part(part));
    struct text whole = TEXT_EMPTY;
    text_add(&whole, told.text.bytes);
    for (size_t piece = 1; piece < 9; piece++) {
        text_clear(&told.text);
        assert_true(feed(part, strlen(part), piece));
        assert_string_equal(told.text.bytes, whole.bytes);
    }
    assert_non_null(strstr(whole.bytes, "\xC3\xA9 & A"));
    text_release(&whole);
}

static void test_xml__the_strict_form_is_the_same_namespace(void **state)
{
    (void)state;
    assert_true(read_part("<x:row xmlns:x='" STRICT "'/>"));
    assert_string_equal(told.text.bytes, "<s:row></row>");
}

static void test_xml__a_namespace_of_others_is_told_apart(void **state)
{
    (void)state;
    /* A namespace that only begins like ours is another one. */
    assert_true(read_part("<row xmlns='" SHEET "/x'/>"));
    assert_string_equal(told.text.bytes, "<o:row></row>");
    text_clear(&told.text);
    assert_true(read_part("<row/>"));
    assert_string_equal(told.text.bytes, "<o:row></row>");
}

static void test_xml__relations_and_types_have_their_own_spaces(void **state)
{
    (void)state;
    assert_true(read_part("<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/"
                          "relationships'/>"));
    assert_string_equal(told.text.bytes, "<r:Relationships></Relationships>");
    text_clear(&told.text);
    assert_true(read_part("<Types xmlns='http://schemas.openxmlformats.org/package/2006/"
                          "content-types'/>"));
    assert_string_equal(told.text.bytes, "<t:Types></Types>");
}

static void test_xml__the_id_of_a_relation_is_known_by_its_namespace(void **state)
{
    (void)state;
    assert_true(read_part("<sheet xmlns='" SHEET "' xmlns:any='" LINKS "' id='3' any:id='rId7'/>"));
    assert_string_equal(told.relation, "rId7");
    told.relation[0] = '\0';
    assert_true(read_part("<sheet xmlns:r='urn:lain' r:id='rId7'/>"));
    assert_string_equal(told.relation, ""); /* only the prefix is the usual one */
    assert_true(read_part("<sheet id='rId7'/>"));
    assert_string_equal(told.relation, "");
}

static void test_xml__a_namespaced_attribute_is_no_plain_one(void **state)
{
    (void)state;
    assert_true(read_part("<c xmlns:x='urn:lain' x:r='1'/>"));
    assert_string_equal(told.text.bytes, "<o:c></c>");
}

static void test_xml__another_encoding_becomes_utf8(void **state)
{
    (void)state;
    assert_true(read_part("<?xml version='1.0' encoding='ISO-8859-1'?><c>caf\xE9</c>"));
    assert_string_equal(told.text.bytes, "<o:c>caf\xC3\xA9</c>");
}

static void test_xml__a_document_type_is_refused_before_it_can_grow(void **state)
{
    (void)state;
    refuses("<!DOCTYPE c [<!ENTITY a 'aaaa'>]><c>&a;</c>", "XML_DOCTYPE");
    assert_string_equal(told.text.bytes, "");
    error_clear(&err);
    refuses("<!DOCTYPE c SYSTEM 'file:///etc/hostname'><c/>", "XML_DOCTYPE");
}

static void test_xml__what_is_not_well_formed_is_told_with_its_line(void **state)
{
    (void)state;
    refuses("<a>\n<b>\n</a>", "XML_FORM");
    assert_non_null(strstr(err.message, "3"));
    const char *const others[] = {"",
                                  "teks",
                                  "<a",
                                  "<a>",
                                  "<a/><b/>",
                                  "<a b='1' b='2'/>",
                                  "<a>&tidak;</a>",
                                  "<a>\xFF</a>",
                                  "<x:a/>"};
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        error_clear(&err);
        refuses(others[i], "XML_FORM");
    }
}

/* A part of `depth` elements, one in the other. */
static void nest(struct text *part, size_t depth)
{
    text_clear(part);
    for (size_t i = 0; i < depth; i++) {
        text_add(part, "<a>");
    }
    for (size_t i = 0; i < depth; i++) {
        text_add(part, "</a>");
    }
}

static void test_xml__elements_nest_up_to_the_limit(void **state)
{
    (void)state;
    struct text part = TEXT_EMPTY;
    nest(&part, LIMIT_XML_DEPTH);
    assert_true(read_part(part.bytes));
    nest(&part, LIMIT_XML_DEPTH + 1);
    refuses(part.bytes, "XML_DEEP");
    assert_int_equal(err.kind, ERROR_LIMIT);
    text_release(&part);
}

static void test_xml__elements_side_by_side_are_not_deep(void **state)
{
    (void)state;
    struct text part = TEXT_EMPTY;
    text_add(&part, "<a>");
    for (size_t i = 0; i < 10 * LIMIT_XML_DEPTH; i++) {
        text_add(&part, "<b/>");
    }
    text_add(&part, "</a>");
    assert_true(read_part(part.bytes));
    text_release(&part);
}

/* One element with so many attributes. */
static void adorn(struct text *part, size_t count)
{
    text_clear(part);
    text_add(part, "<a");
    for (size_t i = 0; i < count; i++) {
        text_format(part, " a%zu='1'", i);
    }
    text_add(part, "/>");
}

static void test_xml__an_element_has_attributes_up_to_the_limit(void **state)
{
    (void)state;
    struct text part = TEXT_EMPTY;
    adorn(&part, LIMIT_XML_ATTRIBUTES);
    assert_true(read_part(part.bytes));
    adorn(&part, LIMIT_XML_ATTRIBUTES + 1);
    refuses(part.bytes, "XML_ATTRIBUTES");
    text_release(&part);
}

static void test_xml__a_tag_without_end_is_given_up(void **state)
{
    (void)state;
    struct text part = TEXT_EMPTY;
    text_add(&part, "<a b='");
    while (part.length < 2 * (size_t)LIMIT_XML_TAG) {
        text_add(&part, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
    }
    refuses(part.bytes, "XML_TAG");
    text_release(&part);
}

static void test_xml__a_long_text_is_no_long_tag(void **state)
{
    (void)state;
    struct text part = TEXT_EMPTY;
    text_add(&part, "<a>");
    while (part.length < 2 * (size_t)LIMIT_XML_TAG) {
        text_add(&part, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
    }
    text_add(&part, "</a>");
    assert_true(read_part(part.bytes));
    assert_int_equal(told.text.length, part.length + 2); /* "o:" */
    text_release(&part);
}

static void test_xml__a_listener_that_refuses_hears_nothing_more(void **state)
{
    (void)state;
    told.refuse = "b";
    assert_false(read_part("<a><b>satu</b><c/></a>"));
    assert_string_equal(err.id, "TEST");
    assert_string_equal(told.text.bytes, "<o:a><o:b>");
}

static void test_xml__texts_are_left_out_where_nobody_wants_them(void **state)
{
    (void)state;
    struct xml_listener listener = {on_open, NULL, NULL, &told};
    struct xml *xml = xml_new(&listener, "sheet1.xml");
    assert_true(xml_feed(xml, "<a>satu</a>", 11, &err));
    assert_true(xml_end(xml, &err));
    xml_free(xml);
    xml_free(NULL);
    assert_string_equal(told.text.bytes, "<o:a>");
}

static void test_xml__true_is_one_or_true(void **state)
{
    (void)state;
    assert_true(xml_true("1"));
    assert_true(xml_true("true"));
    const char *const others[] = {"0", "false", "", "TRUE", "yes", "11", NULL};
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        assert_false(xml_true(others[i]));
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, enter, leave)
    const struct CMUnitTest tests[] = {
        TEST(test_xml__tells_elements_and_texts_in_order),
        TEST(test_xml__where_a_part_is_cut_makes_no_difference),
        TEST(test_xml__the_strict_form_is_the_same_namespace),
        TEST(test_xml__a_namespace_of_others_is_told_apart),
        TEST(test_xml__relations_and_types_have_their_own_spaces),
        TEST(test_xml__the_id_of_a_relation_is_known_by_its_namespace),
        TEST(test_xml__a_namespaced_attribute_is_no_plain_one),
        TEST(test_xml__another_encoding_becomes_utf8),
        TEST(test_xml__a_document_type_is_refused_before_it_can_grow),
        TEST(test_xml__what_is_not_well_formed_is_told_with_its_line),
        TEST(test_xml__elements_nest_up_to_the_limit),
        TEST(test_xml__elements_side_by_side_are_not_deep),
        TEST(test_xml__an_element_has_attributes_up_to_the_limit),
        TEST(test_xml__a_tag_without_end_is_given_up),
        TEST(test_xml__a_long_text_is_no_long_tag),
        TEST(test_xml__a_listener_that_refuses_hears_nothing_more),
        TEST(test_xml__texts_are_left_out_where_nobody_wants_them),
        TEST(test_xml__true_is_one_or_true),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
