/* Documents of a stream are told apart the same way however they arrive, and a broken one takes no
 * good one along. */
#include "limit.h"
#include "memory.h"
#include "stream.h"
#include "text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <cmocka.h>

/* A document counts as sound here when its brackets are balanced and closed as they were opened. */
static bool is_sound(const char *bytes, size_t length)
{
    char open[64];
    size_t depth = 0;
    bool in_string = false;
    for (size_t i = 0; i < length; i++) {
        if (in_string) {
            if (bytes[i] == '\n') {
                return false;
            }
            in_string = bytes[i] != '"';
            i += bytes[i] == '\\';
        } else if (bytes[i] == '"') {
            in_string = true;
        } else if (bytes[i] == '{' || bytes[i] == '[') {
            open[depth++] = bytes[i] == '{' ? '}' : ']';
        } else if (bytes[i] == '}' || bytes[i] == ']') {
            if (depth == 0 || open[--depth] != bytes[i] || (depth == 0 && i + 1 < length)) {
                return false;
            }
        } else if (depth == 0) {
            return false;
        }
    }
    return depth == 0 && !in_string && length > 0;
}

/* Reads a stream to its end and notes each document as "good[…]" or "bad[…]". */
static void read_all(struct stream *stream, bool guess, struct text *out)
{
    struct stream_document document;
    struct error err = {.kind = ERROR_NONE};
    size_t number = 0;
    while (stream_next(stream, guess, &document, &err)) {
        bool good = is_sound(document.bytes, document.length);
        if (!good && guess && stream_exact(stream, &document, &err)) {
            good = is_sound(document.bytes, document.length);
        }
        assert_int_equal(document.number, ++number);
        while (!good && document.length > 0 && document.bytes[document.length - 1] == '\n') {
            document.length--;
        }
        text_format(out, "%s[%.*s]", good ? "good" : "bad", (int)document.length, document.bytes);
        if (good) {
            text_format(out, "+%zu", document.whole - document.length);
        }
    }
    assert_string_equal(err.message, "");
}

/* Writes bytes into a pipe from a process of its own, `step` at a time, and reads them as a stream. */
static void read_in_steps(const char *bytes, size_t length, size_t step, bool guess,
                          struct text *out)
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        for (size_t at = 0; at < length; at += step) {
            size_t count = length - at < step ? length - at : step;
            if (write(ends[1], bytes + at, count) < 0) {
                _exit(1);
            }
        }
        _exit(0);
    }
    close(ends[1]);
    char path[64];
    snprintf(path, sizeof path, "/dev/fd/%d", ends[0]);
    struct error err = {.kind = ERROR_NONE};
    struct stream *stream = stream_open(path, &err);
    assert_non_null(stream);
    close(ends[0]);
    read_all(stream, guess, out);
    stream_close(stream);
    waitpid(child, NULL, 0);
}

static const struct {
    const char *name, *input, *documents;
} cases[] = {
    {"nothing", "", ""},
    {"white space only", " \n\t\r\n", ""},
    {"one", "{}", "good[{}]+0"},
    {"one, with its line break", "{}\n", "good[{}]+1"},
    {"one, with the line break of Windows", "{}\r\n", "good[{}]+2"},
    {"spaces before the line break", "{} \n", "good[{}]+0"},
    {"one a line", "{\"a\":1}\n{\"b\":2}\n", "good[{\"a\":1}]+1good[{\"b\":2}]+1"},
    {"nothing between", "{\"a\":1}{\"b\":[]}", "good[{\"a\":1}]+0good[{\"b\":[]}]+0"},
    {"spaces between", " {} {}  \n\n {} ", "good[{}]+0good[{}]+0good[{}]+0"},
    {"over lines", "{\n  \"a\": {\n    \"b\": 1\n  }\n}\n{\n}\n",
     "good[{\n  \"a\": {\n    \"b\": 1\n  }\n}]+1good[{\n}]+1"},
    {"brackets in strings", "{\"a\":\"}{\"}\n{\"\\\"}\":\"[\"}\n",
     "good[{\"a\":\"}{\"}]+1good[{\"\\\"}\":\"[\"}]+1"},
    {"a backslash at the end of a string", "{\"a\":\"\\\\\"}\n{}\n",
     "good[{\"a\":\"\\\\\"}]+1good[{}]+1"},
    {"a list is one document", "[{},{}]\n{}", "good[[{},{}]]+1good[{}]+0"},
    {"lines inside that look like an end", "{\"a\":[\n{\"b\":1},\n{\"b\":2}\n]}\n{}",
     "good[{\"a\":[\n{\"b\":1},\n{\"b\":2}\n]}]+1good[{}]+0"},
    {"cut inside a list", "{\"a\":[1,2\n{\"b\":2}\n{}\n",
     "bad[{\"a\":[1,2]good[{\"b\":2}]+1good[{}]+1"},
    {"cut inside a string", "{\"a\":\"x\n{\"b\":2}\n", "bad[{\"a\":\"x]good[{\"b\":2}]+1"},
    {"cut inside an escape", "{\"a\":\"x\\\n{\"b\":2}\n", "bad[{\"a\":\"x\\]good[{\"b\":2}]+1"},
    {"cut after a comma, before a document", "{\"a\":[1,\n{\"format\":2}\n",
     "bad[{\"a\":[1,]good[{\"format\":2}]+1"},
    {"cut after a comma, before a document over lines", "{\"a\":[1,\n{\n  \"format\":2\n}\n",
     "bad[{\"a\":[1,]good[{\n  \"format\":2\n}]+1"},
    {"cut at the very end", "{}\n{\"a\":[1,2", "good[{}]+1bad[{\"a\":[1,2]"},
    {"words between", "{}\nhello {}\n{}\n", "good[{}]+1bad[hello {}]good[{}]+1"},
    {"a bracket too many", "{}}\n{}\n", "good[{}]+0bad[}]good[{}]+1"},
    {"a comma between lines", "{},\n{}\n", "good[{}]+0bad[,]good[{}]+1"},
    {"a byte order mark belongs to the document", "\xEF\xBB\xBF{\n\"a\":1}\n{}",
     "bad[\xEF\xBB\xBF{\n\"a\":1}]good[{}]+0"},
    {"a number", "12\n{}", "bad[12]good[{}]+0"},
    {"brackets of the wrong kind", "{\"a\":[1}}\n{}", "bad[{\"a\":[1}}]good[{}]+0"},
};

static void test_stream__tells_documents_apart(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        size_t length = strlen(cases[i].input);
        size_t steps[] = {1, 2, 3, 7, length + 1};
        for (size_t s = 0; s < 2 * sizeof steps / sizeof steps[0]; s++) {
            struct text out = TEXT_EMPTY;
            read_in_steps(cases[i].input, length, steps[s / 2], s % 2 == 0, &out);
            if (strcmp(out.bytes, cases[i].documents) != 0) {
                fail_msg("%s, %zu bytes at once, %s: %s", cases[i].name, steps[s / 2],
                         s % 2 == 0 ? "guessed" : "by brackets", out.bytes);
            }
            text_release(&out);
        }
    }
}

/* --- size --------------------------------------------------------------------------------------- */

/* Appends a document of exactly `length` bytes. */
static void add_document(struct text *text, size_t length)
{
    text_add(text, "{\"a\":\"");
    text_reserve(text, length);
    for (size_t i = 8; i < length; i++) {
        text_add_byte(text, i % 100 == 0 ? '{' : 'x');
    }
    text_add(text, "\"}");
}

/* Puts text into a file and opens it as a stream. */
static struct stream *stream_of(const struct text *text)
{
    char path[] = "/tmp/spbe-stream-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, text->bytes, text->length), (ssize_t)text->length);
    close(fd);
    struct error err = {.kind = ERROR_NONE};
    struct stream *stream = stream_open(path, &err);
    assert_non_null(stream);
    unlink(path);
    return stream;
}

/* LIMIT_JSON_BYTES, just inside and just outside; the documents around it are found. */
static void test_stream__marks_what_is_too_large_and_goes_on(void **state)
{
    (void)state;
    for (size_t excess = 0; excess < 3; excess++) {
        for (int guess = 0; guess < 2; guess++) {
            struct text text = TEXT_EMPTY;
            text_add(&text, "{}\n");
            add_document(&text, LIMIT_JSON_BYTES + (excess == 2 ? 9000000 : excess));
            text_add(&text, "\n{\"b\":1}\n");
            struct stream *stream = stream_of(&text);
            struct stream_document document;
            struct error err = {.kind = ERROR_NONE};
            assert_true(stream_next(stream, guess == 1, &document, &err));
            assert_false(document.large);
            assert_true(stream_next(stream, guess == 1, &document, &err));
            assert_int_equal(document.large, excess > 0);
            assert_true(stream_next(stream, guess == 1, &document, &err));
            assert_int_equal(document.number, 3);
            assert_int_equal(document.length, 7);
            assert_memory_equal(document.bytes, "{\"b\":1}", 7);
            assert_false(stream_next(stream, guess == 1, &document, &err));
            stream_close(stream);
            text_release(&text);
        }
    }
}

static void test_stream__a_large_broken_document_ends_where_the_next_begins(void **state)
{
    (void)state;
    struct text text = TEXT_EMPTY;
    add_document(&text, 5000000);
    text.length -= 2; /* without its end */
    text_add(&text, "\n{\"format\":1}\n");
    struct stream *stream = stream_of(&text);
    struct stream_document document;
    struct error err = {.kind = ERROR_NONE};
    assert_true(stream_next(stream, true, &document, &err));
    assert_true(document.large);
    assert_true(stream_next(stream, true, &document, &err));
    assert_int_equal(document.length, strlen("{\"format\":1}"));
    assert_false(stream_next(stream, true, &document, &err));
    stream_close(stream);
    text_release(&text);
}

static void test_stream__large_rubbish_is_one_document(void **state)
{
    (void)state;
    struct text text = TEXT_EMPTY;
    for (size_t i = 0; i < 5000000; i++) {
        text_add_byte(&text, 'x');
    }
    text_add(&text, "\n{}");
    struct stream *stream = stream_of(&text);
    struct stream_document document;
    struct error err = {.kind = ERROR_NONE};
    assert_true(stream_next(stream, true, &document, &err));
    assert_true(document.large);
    assert_true(stream_next(stream, true, &document, &err));
    assert_int_equal(document.number, 2);
    assert_memory_equal(document.bytes, "{}", 2);
    stream_close(stream);
    text_release(&text);
}

/* Documents that begin and end at every place of the buffer. */
static void test_stream__documents_cross_the_buffer(void **state)
{
    (void)state;
    for (int guess = 0; guess < 2; guess++) {
        struct text text = TEXT_EMPTY;
        for (size_t i = 0; i < 400; i++) {
            add_document(&text, 1000 + 37 * i);
            text_add(&text, i % 3 == 0 ? "\n" : i % 3 == 1 ? "" : "\r\n\n");
        }
        struct stream *stream = stream_of(&text);
        struct stream_document document;
        struct error err = {.kind = ERROR_NONE};
        for (size_t i = 0; i < 400; i++) {
            assert_true(stream_next(stream, guess == 1, &document, &err));
            if (guess == 1 && !is_sound(document.bytes, document.length)) {
                assert_true(stream_exact(stream, &document, &err));
            }
            assert_int_equal(document.length, 1000 + 37 * i);
            assert_int_equal(document.whole - document.length, i % 3 == 0 ? 1 : i % 3 == 1 ? 0 : 2);
        }
        assert_false(stream_next(stream, guess == 1, &document, &err));
        stream_close(stream);
        text_release(&text);
    }
}

/* --- the only one ------------------------------------------------------------------------------- */

static void test_stream__knows_whether_a_document_is_the_only_one(void **state)
{
    (void)state;
    static const struct {
        const char *input;
        bool alone;
    } rows[] = {
        {"{}", true},      {"{}\n\n  \n", true}, {"{\"a\":[", true},
        {"{}\n{}", false}, {"{}{}", false},      {"{\"a\":[\n{\"format\":1}\n", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct text text = TEXT_EMPTY;
        text_add(&text, rows[i].input);
        struct stream *stream = stream_of(&text);
        struct stream_document document;
        struct error err = {.kind = ERROR_NONE};
        assert_true(stream_next(stream, false, &document, &err));
        assert_int_equal(stream_alone(stream, &document), rows[i].alone);
        while (stream_next(stream, false, &document, &err)) {
            assert_false(stream_alone(stream, &document));
        }
        stream_close(stream);
        text_release(&text);
    }
}

/* --- opening ------------------------------------------------------------------------------------ */

static void test_stream__says_what_cannot_be_opened(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    assert_null(stream_open("/nowhere/kota.json", &err));
    assert_string_equal(err.id, "FILE_OPEN");
    assert_string_equal(err.where, "/nowhere/kota.json");
    error_clear(&err);
    assert_null(stream_open("/tmp", &err));
    assert_string_equal(err.id, "FILE_FOLDER");
    stream_close(NULL);
}

/* Protects the batch's time: white space costs what it weighs, however it is cut into lines. */
static void test_stream__a_million_blank_lines_cost_little(void **state)
{
    (void)state;
    struct text bytes = TEXT_EMPTY;
    struct text found = TEXT_EMPTY;
    for (size_t places = 0; places < 3; places++) {
        text_clear(&bytes);
        text_clear(&found);
        text_add(&bytes, places == 0 ? "{\"a\":1," : places == 1 ? "{}" : "{ }}");
        for (size_t i = 0; i < 1000000; i++) {
            text_add_byte(&bytes, '\n');
        }
        text_add(&bytes, places == 0 ? "\"b\":2}" : "{}");
        clock_t begun = clock();
        read_in_steps(bytes.bytes, bytes.length, 65536, true, &found);
        assert_true((double)(clock() - begun) / CLOCKS_PER_SEC < 2.0);
    }
    text_release(&bytes);
    text_release(&found);
}

/* A workbook, a letter or a picture is refused once, by what it is; anything else is a stream, and a broken document
 * that begins as one is told with its place. */
static void test_stream__documents_of_an_office_are_no_streams(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t length;
        const char *id; /* "" for a stream */
    } kinds[] = {{"PK\003\004rest", 8, "STREAM_OFFICE"},
                 {"\xD0\xCF\x11\xE0", 4, "STREAM_OFFICE"},
                 {"%PDF-1.7", 8, "STREAM_OFFICE"},
                 {"\x89PNG\r\n\x1a\n{}", 10, "STREAM_BINARY"},
                 {"\xFF\xFE{\0}\0", 6, "STREAM_BINARY"},
                 {" \n\0{}", 5, "STREAM_BINARY"},
                 {"{\"a\":\"\x01\"}", 9, ""},
                 {" [\0]", 4, ""},
                 {"a;b\r\n\tc\f", 8, ""},
                 {"PK", 2, ""},
                 {"{}", 2, ""},
                 {"  ", 2, ""},
                 {"", 0, ""}};
    char path[] = "/tmp/spbe-test-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        struct error err = {.kind = ERROR_NONE};
        ssize_t length = (ssize_t)kinds[i].length;
        assert_int_equal(ftruncate(fd, 0), 0);
        assert_int_equal(pwrite(fd, kinds[i].bytes, kinds[i].length, 0), length);
        struct stream *stream = stream_open(path, &err);
        assert_string_equal(stream == NULL ? err.id : "", kinds[i].id);
        stream_close(stream);
    }
    close(fd);
    unlink(path);
}

/* A piece ends between documents: before a line with "{" behind one with "}"; all pieces are the whole. */
static void test_stream__pieces_end_between_documents(void **state)
{
    (void)state;
    static const char first[] = "{\"a\":1}\n{\n\"b\":\n{}\n}\r\n\n";
    static const char second[] = "{\"c\":[\n{}]}{}\n";
    struct text text = TEXT_EMPTY;
    struct stream_piece piece;
    struct error err = {.kind = ERROR_NONE};
    text_add(&text, first);
    text_add(&text, second);
    while (text.length < LIMIT_JSON_BYTES) { /* so that the rest is no last piece */
        text_add(&text, "{ }");
    }
    struct stream *stream = stream_of(&text);
    assert_true(stream_next_piece(stream, sizeof first - 1 + 10, &piece, &err));
    assert_true(piece.length <= strlen(first) + strlen(second));
    size_t length = piece.length;
    assert_memory_equal(piece.bytes, text.bytes, length);
    assert_int_equal(text.bytes[length], '{');
    assert_int_equal(text.bytes[length - 1], '\n');
    assert_false(piece.last);
    stream_close(stream);
    text_clear(&text);
    text_add(&text, first);
    stream = stream_of(&text);
    assert_true(stream_next_piece(stream, 1000, &piece, &err));
    assert_true(piece.last);
    assert_int_equal(piece.length, strlen(first));
    assert_false(stream_next_piece(stream, 1000, &piece, &err));
    stream_close(stream);
    text_release(&text);
}

/* Where no place for a cut is found, nothing is lost: the stream goes on as one. */
static void test_stream__what_cannot_be_cut_is_left(void **state)
{
    (void)state;
    struct text text = TEXT_EMPTY;
    struct stream_piece piece;
    struct stream_document document;
    struct error err = {.kind = ERROR_NONE};
    text_add(&text, "{}\n{\"a\":1}\n");
    while (text.length < LIMIT_JSON_BYTES + 1000) {
        text_add(&text, "{} ");
    }
    struct stream *stream = stream_of(&text);
    assert_true(stream_next_piece(stream, 1000, &piece, &err));
    size_t length = piece.length;
    assert_true(length == 3 || length == 11);
    if (length == 3) {
        assert_true(stream_next_piece(stream, 1000, &piece, &err));
        length += piece.length;
    }
    assert_false(stream_next_piece(stream, 1000, &piece, &err));
    stream_counted(stream, 2);
    assert_true(stream_next(stream, false, &document, &err));
    assert_int_equal(document.number, 3);
    assert_int_equal(document.length, 2);
    stream_close(stream);
    text_release(&text);
}

/* A piece is a stream of its own, whose documents have the numbers of the whole. */
static void test_stream__a_piece_is_a_stream(void **state)
{
    (void)state;
    static const char bytes[] = "{\"a\":1}\n{}";
    const struct stream_piece piece = {bytes, sizeof bytes - 1, false};
    struct stream_document document;
    struct error err = {.kind = ERROR_NONE};
    struct stream *stream = stream_open_piece(&piece, 41, true);
    assert_true(stream_next(stream, true, &document, &err));
    assert_int_equal(document.number, 42);
    assert_true(stream_next(stream, true, &document, &err));
    assert_int_equal(document.length, 2);
    assert_false(stream_next(stream, true, &document, &err));
    stream_close(stream);
    const struct stream_piece one = {bytes, 7, true};
    stream = stream_open_piece(&one, 0, false);
    assert_true(stream_next(stream, true, &document, &err));
    assert_true(stream_alone(stream, &document));
    stream_close(stream);
    stream = stream_open_piece(&one, 0, true);
    assert_true(stream_next(stream, true, &document, &err));
    assert_false(stream_alone(stream, &document));
    stream_close(stream);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_stream__tells_documents_apart),
        cmocka_unit_test(test_stream__marks_what_is_too_large_and_goes_on),
        cmocka_unit_test(test_stream__a_large_broken_document_ends_where_the_next_begins),
        cmocka_unit_test(test_stream__large_rubbish_is_one_document),
        cmocka_unit_test(test_stream__documents_cross_the_buffer),
        cmocka_unit_test(test_stream__knows_whether_a_document_is_the_only_one),
        cmocka_unit_test(test_stream__a_million_blank_lines_cost_little),
        cmocka_unit_test(test_stream__says_what_cannot_be_opened),
        cmocka_unit_test(test_stream__documents_of_an_office_are_no_streams),
        cmocka_unit_test(test_stream__pieces_end_between_documents),
        cmocka_unit_test(test_stream__what_cannot_be_cut_is_left),
        cmocka_unit_test(test_stream__a_piece_is_a_stream),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
