/* The program that reads PDFs, kept on a short lead: in the place of pdftotext stand programs that do what
 * a hostile document could make it do. */
#include "guest.h"
#include "limit.h"
#include "pdf_text.h"
#include "support_store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include <cmocka.h>

static struct place place;
static struct text text;
static int document;

/* A folder with a document, and one (bin) in which pdftotext is looked for. */
static int enter(void **state)
{
    (void)state;
    char bin[512];
    place_enter(&place);
    text = (struct text)TEXT_EMPTY;
    place_write("surat.pdf", "%PDF-1.4 isi", 12);
    document = open("surat.pdf", O_RDONLY | O_CLOEXEC);
    assert_true(getcwd(bin, sizeof bin - 5) != NULL && mkdir("bin", 0700) == 0);
    strcat(bin, "/bin");
    return setenv("PATH", bin, 1);
}

static int leave(void **state)
{
    (void)state;
    close(document);
    text_release(&text);
    setenv("PATH", "/usr/local/bin:/usr/bin:/bin", 1);
    place_leave(&place);
    return 0;
}

/* Puts a Python script in the place of pdftotext. */
static void stand_in(const char *script)
{
    FILE *file = fopen("bin/pdftotext", "we");
    assert_non_null(file);
    fprintf(file, "#!/usr/bin/python3\nimport sys, os\nout = sys.stdout\n%s\n", script);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(chmod("bin/pdftotext", 0700), 0);
}

static void test_pdf_text__gives_what_the_program_writes(void **state)
{
    (void)state;
    stand_in("out.write(open('/dev/fd/0').read() + '|' + ' '.join(sys.argv[1:]) + '|' +"
             " ','.join(os.environ))");
    assert_int_equal(pdf_text_read(document, &text), PDF_TEXT_DONE);
    /* The environment is empty, but for what Python itself puts there. */
    assert_non_null(strstr(text.bytes, "%PDF-1.4 isi|-q -enc UTF-8 -eol unix -l 200 /dev/fd/0 -|"));
    assert_null(strstr(text.bytes, "PATH"));
    assert_null(strstr(text.bytes, "HOME"));
}

static void test_pdf_text__without_the_program_says_so(void **state)
{
    (void)state;
    assert_int_equal(pdf_text_read(document, &text), PDF_TEXT_MISSING);
    /* What cannot be run, a folder, and what lies in the working folder do not count. */
    place_write("bin/pdftotext", "x", 1);
    assert_null(pdf_text_program());
    unlink("bin/pdftotext");
    assert_int_equal(mkdir("bin/pdftotext", 0700), 0);
    assert_null(pdf_text_program());
    rmdir("bin/pdftotext");
    stand_in("pass");
    assert_int_equal(setenv("PATH", "bin::.:", 1), 0);
    assert_null(pdf_text_program());
    assert_int_equal(unsetenv("PATH"), 0);
    assert_null(pdf_text_program());
}

static void test_pdf_text__a_program_that_fails_is_told(void **state)
{
    (void)state;
    stand_in("out.write('half'); out.flush(); sys.exit(1)");
    assert_int_equal(pdf_text_read(document, &text), PDF_TEXT_FAILED);
    stand_in("os.abort()");
    assert_int_equal(pdf_text_read(document, &text), PDF_TEXT_FAILED);
    place_write("bin/pdftotext", "no program", 10);
    assert_int_equal(chmod("bin/pdftotext", 0700), 0);
    assert_int_equal(pdf_text_read(document, &text), PDF_TEXT_FAILED);
}

static void test_pdf_text__pages_and_bytes_are_bounded(void **state)
{
    (void)state;
    char script[160];
    assert_int_equal(LIMIT_INSPECT_PAGES, 200); /* "-l 200", as the first test sees it */
    snprintf(script, sizeof script, "out.write('x' * %d)", LIMIT_INSPECT_BYTES - 1);
    stand_in(script);
    assert_int_equal(pdf_text_read(document, &text), PDF_TEXT_DONE);
    assert_int_equal(text.length, LIMIT_INSPECT_BYTES - 1);
    /* One that never stops writing: what came until then is enough. */
    stand_in("while True: out.write('x' * 65536)");
    assert_int_equal(pdf_text_read(document, &text), PDF_TEXT_DONE);
    assert_int_equal(text.length, LIMIT_INSPECT_BYTES);
}

static long long now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void test_pdf_text__time_is_bounded(void **state)
{
    (void)state;
    long long begin = now_ms();
    /* It has said all that it will, and does not go. */
    stand_in("import time\nout.write('isi'); out.flush(); os.close(1); time.sleep(60)");
    assert_int_equal(pdf_text_read(document, &text), PDF_TEXT_FAILED);
    long long took = now_ms() - begin;
    assert_true(took >= LIMIT_INSPECT_MS && took < LIMIT_INSPECT_MS + 2000);
}

static void test_pdf_text__memory_is_bounded(void **state)
{
    (void)state;
    char script[160];
    snprintf(script, sizeof script, "a = bytearray(%d)\nout.write('taken')",
             LIMIT_INSPECT_MEMORY - 100000000);
    stand_in(script);
    assert_int_equal(pdf_text_read(document, &text), PDF_TEXT_DONE);
#ifndef SPBE_SANITIZED
    snprintf(script, sizeof script, "a = bytearray(%d)\nout.write('taken')", LIMIT_INSPECT_MEMORY);
    stand_in(script);
    assert_int_equal(pdf_text_read(document, &text), PDF_TEXT_FAILED);
#endif
}

static void test_pdf_text__nothing_can_be_done_with_it(void **state)
{
    (void)state;
#ifndef SPBE_SANITIZED
    static const char *const deeds[] = {
        "open('jejak', 'w')",
        "os.open('surat.pdf', os.O_RDWR)",
        "os.rename('surat.pdf', 'lain.pdf')",
        "os.unlink('surat.pdf')",
        "os.mkdir('jejak')",
        "os.symlink('surat.pdf', 'jejak')",
        "os.truncate('surat.pdf', 0)",
        "os.chmod('surat.pdf', 0o777)",
        "import socket; socket.socket()",
        "os.fork()",
        "os.execv('/bin/true', ['true'])",
        "os.kill(os.getppid(), 0)",
    };
    for (size_t i = 0; i < sizeof deeds / sizeof deeds[0]; i++) {
        char script[400];
        snprintf(script, sizeof script,
                 "try:\n  %s\n  out.write('done')\nexcept OSError as e:\n  out.write(e.strerror)",
                 deeds[i]);
        stand_in(script);
        assert_int_equal(pdf_text_read(document, &text), PDF_TEXT_DONE);
        if (strcmp(text.bytes, "Operation not permitted") != 0) {
            fail_msg("%s: %s", deeds[i], text.bytes);
        }
    }
#endif
}

static void test_pdf_text__a_pdf_is_known_by_its_beginning(void **state)
{
    (void)state;
    assert_true(pdf_text_is_pdf(document));
    char bytes[2048];
    memset(bytes, ' ', sizeof bytes);
    memcpy(bytes + 1019, "%PDF-", 5);
    place_write("jauh.pdf", bytes, sizeof bytes);
    int far = open("jauh.pdf", O_RDONLY | O_CLOEXEC);
    assert_true(pdf_text_is_pdf(far));
    close(far);
    place_write("lebih.pdf", bytes, 1023);
    int cut = open("lebih.pdf", O_RDONLY | O_CLOEXEC);
    assert_false(pdf_text_is_pdf(cut));
    close(cut);
}

int main(int argc, char **argv)
{
    if (argc >= 3 && strcmp(argv[1], "--limited") == 0) {
        guest_exec(argv + 2);
    }
#define TEST(name) cmocka_unit_test_setup_teardown(test_pdf_text__##name, enter, leave)
    const struct CMUnitTest tests[] = {
        TEST(gives_what_the_program_writes),
        TEST(without_the_program_says_so),
        TEST(a_program_that_fails_is_told),
        TEST(pages_and_bytes_are_bounded),
        TEST(time_is_bounded),
        TEST(memory_is_bounded),
        TEST(nothing_can_be_done_with_it),
        TEST(a_pdf_is_known_by_its_beginning),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
