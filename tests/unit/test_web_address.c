/* web_address: what a link may lead to. Whoever clicks trusts the program that drew it: an address that runs
 * something, reads a file, or hides its host is none. */
#include "web_address.h"

#include "text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdio.h>
#include <string.h>
#include <cmocka.h>

static void test_web_address__pages_and_mailboxes_are_taken(void **state)
{
    static const char *const good[] = {
        "https://spbe.go.id",
        "http://spbe.go.id",
        "https://spbe.go.id/",
        "https://SPBE.go.id/Peraturan/Nomor_59.pdf",
        "https://spbe.go.id:8443/a",
        "https://spbe.go.id:1",
        "https://spbe.go.id?cari=bukti",
        "https://spbe.go.id#atas",
        "https://spbe.go.id/a?b=c&d=%2F%c3%A9#e",
        "https://drive.example.id/file/d/1a-B_c~d/view?usp=sharing",
        "https://a/(b)/c;d,e'f!g*h+i$j@k:l=m",
        "https://127.0.0.1/a",
        "https://xn--bcher-kva.example",
        "https://a",
        "mailto:spbe@kota.go.id",
        "mailto:nama.orang+spbe@kota.go.id?subject=Bukti%20dukung&cc=a@b.id",
    };
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        struct error err = {.kind = ERROR_NONE};
        if (!web_address_check(good[i], strlen(good[i]), &err)) {
            fail_msg("'%s' is refused: %s", good[i], err.message);
        }
    }
}

static const char *const bad[] = {
    "",
    "spbe.go.id",
    "//spbe.go.id",
    "/etc/passwd",
    "#atas",
    /* other schemes, however they are written */
    "javascript:alert(1)",
    "JAVASCRIPT://a/%0aalert(1)",
    "vbscript:a",
    "data:text/html;base64,PHNjcmlwdD4=",
    "file:///etc/passwd",
    "file://host/share/a.exe",
    "ftp://spbe.go.id/a",
    "internal:'Satu'!A1",
    "external:c:\\a.xlsx",
    "ms-excel:ofe|u|https://a/b.xlsx",
    "ldap://a/b",
    "https:spbe.go.id",
    "https:/spbe.go.id",
    "HTTPS://spbe.go.id",
    "hTtP://spbe.go.id",
    " https://spbe.go.id",
    "https://spbe.go.id ",
    "=HYPERLINK(\"https://a\")",
    "'https://spbe.go.id",
    "view-source:https://a",
    /* a host that is none, or another one than it seems */
    "https://",
    "https:///a",
    "https://.",
    "https://-a.id",
    "https://a.id.",
    "https://?a",
    "https://bank.go.id@jahat.example/a",
    "https://user:pass@a.id",
    "https://bank.go.id\\@jahat.example",
    "https://b\xC3\xA4nk.go.id",
    "https://bank_go.id/a",
    "https://[::1]/a",
    "https://a.id:",
    "https://a.id:80a",
    "https://a.id:123456",
    "https://a.id:/b",
    /* what would end it, or be read otherwise */
    "https://a.id/b c",
    "https://a.id/\"onclick=\"a()",
    "https://a.id/<b>",
    "https://a.id/a\nb",
    "https://a.id/a\tb",
    "https://a.id/a\\b",
    "https://a.id/a|b",
    "https://a.id/{a}",
    "https://a.id/`a`",
    "https://a.id/^",
    "https://a.id/%",
    "https://a.id/%4",
    "https://a.id/%zz",
    "https://a.id/%4g",
    "https://a.id/a#b#c",
    "https://a.id/\xC3\xA9",
    "https://a.id/\xE2\x80\xAE",
    "https://a.id/\x7F",
    "mailto:",
    "mailto:a",
    "mailto:@a.id",
    "mailto:a@",
    "mailto:a@b c",
    "mailto:a@b.id,c@d.id",
    "mailto:a b@c.id",
    "mailto:\"a\"@b.id",
    "mailto:a@b.id/c",
    "mailto:a@b.id?subject=a b",
    "MAILTO:a@b.id",
};

static void test_web_address__all_else_is_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct error err = {.kind = ERROR_NONE};
        if (web_address_is(bad[i], strlen(bad[i]))) {
            fail_msg("'%s' is taken", bad[i]);
        }
        assert_false(web_address_check(bad[i], strlen(bad[i]), &err));
        assert_string_equal(err.id, "WEB_ADDRESS");
        assert_int_equal(err.kind, ERROR_PACK);
    }
}

/* What stands behind a NUL would not be seen by those who write it out. */
static void test_web_address__bytes_are_counted_not_ended(void **state)
{
    (void)state;
    assert_false(web_address_is("https://a.id\0/b", 15));
    assert_false(web_address_is("https://a.id/\0", 14));
    assert_true(web_address_is("https://a.id<b>", 12)); /* only so many bytes are looked at */
    assert_false(web_address_is("https://a.id/%41", 15));
}

/* The host has the bound of a name of the net, the whole that of Excel; both sides of each. */
static void test_web_address__lengths_have_bounds(void **state)
{
    struct text address = TEXT_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    (void)state;
    text_add(&address, "https://");
    for (int i = 0; i < 253; i++) {
        text_add_byte(&address, 'a');
    }
    assert_true(web_address_is(address.bytes, address.length));
    text_add_byte(&address, 'a');
    assert_false(web_address_is(address.bytes, address.length));
    text_clear(&address);
    text_add(&address, "https://a/");
    while (address.length < WEB_ADDRESS_LETTERS) {
        text_add_byte(&address, 'a');
    }
    assert_true(web_address_check(address.bytes, address.length, &err));
    text_add_byte(&address, 'a');
    assert_false(web_address_is(address.bytes, address.length));
    assert_false(web_address_check(address.bytes, address.length, &err));
    assert_string_equal(err.id, "WEB_ADDRESS_LONG");
    assert_non_null(strstr(err.message, "2080"));
    text_release(&address);
}

/* A sentence shows the beginning of what was refused, whole letters of it, and no more. */
static void test_web_address__a_refusal_shows_the_beginning(void **state)
{
    struct text address = TEXT_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    (void)state;
    text_add(&address, "x");
    for (int i = 0; i < 100; i++) {
        text_add(&address, "\xC3\xA9");
    }
    assert_false(web_address_check(address.bytes, address.length, &err));
    assert_true(strlen(err.message) < 200);
    assert_int_equal(text_utf8_prefix(err.message, strlen(err.message)), strlen(err.message));
    text_release(&address);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_web_address__pages_and_mailboxes_are_taken),
        cmocka_unit_test(test_web_address__all_else_is_refused),
        cmocka_unit_test(test_web_address__bytes_are_counted_not_ended),
        cmocka_unit_test(test_web_address__lengths_have_bounds),
        cmocka_unit_test(test_web_address__a_refusal_shows_the_beginning),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
