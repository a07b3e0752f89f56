/* A file is cut between documents by looking at few places; its pieces are the whole. */
#include "pieces.h"

#include "file.h"
#include "limit.h"
#include "memory.h"
#include "text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/* A file in a folder of its own. */
struct desk {
    char folder[32], path[64], other[64];
};

static int open_desk(void **state)
{
    struct desk *desk = memory_zero(1, sizeof *desk);
    strcpy(desk->folder, "/tmp/spbe-pieces-XXXXXX");
    assert_non_null(mkdtemp(desk->folder));
    snprintf(desk->path, sizeof desk->path, "%s/a.jsonl", desk->folder);
    snprintf(desk->other, sizeof desk->other, "%s/b.jsonl", desk->folder);
    *state = desk;
    return 0;
}

static int close_desk(void **state)
{
    struct desk *desk = *state;
    unlink(desk->path);
    unlink(desk->other);
    rmdir(desk->folder);
    free(desk);
    return 0;
}

static struct stream *write_and_open(const struct desk *desk, const struct text *text)
{
    struct error err = {.kind = ERROR_NONE};
    assert_true(file_write(desk->path, text->bytes, text->length, &err));
    struct stream *stream = stream_open(desk->path, &err);
    assert_non_null(stream);
    return stream;
}

/* A stream over the range reads these bytes, and no more. */
static void assert_range(const struct desk *desk, const struct stream_range *range,
                         const char *bytes)
{
    struct error err = {.kind = ERROR_NONE};
    struct stream_piece all;
    struct stream *stream = stream_open_range(desk->path, range, 0, true, &err);
    assert_non_null(stream);
    assert_true(stream_next_piece(stream, LIMIT_JSON_BYTES, &all, &err));
    assert_int_equal(all.length, range->length);
    assert_memory_equal(all.bytes, bytes, all.length);
    assert_true(all.last);
    stream_close(stream);
}

/* Lines of documents, some of several lines, of up to `longest` bytes. */
static void add_documents(struct text *text, long count, long longest)
{
    for (; count > 0; count--) {
        text_add(text, random() % 4 == 0 ? "{\n\"a\":\"" : "{\"a\":\"");
        for (long i = random() % longest; i > 0; i--) {
            text_add_byte(text, 'x');
        }
        text_add(text, random() % 5 == 0 ? "\"}{}\r\n\n" : "\"}\n");
    }
}

/* All pieces are the whole; each ends where a stream can be cut, and is longer than asked for only where nothing shorter
 * would do. */
static void test_pieces__end_between_documents(void **state)
{
    const struct desk *desk = *state;
    srandom(5);
    for (size_t round = 0; round < 60; round++) {
        struct error err = {.kind = ERROR_NONE};
        struct text text = TEXT_EMPTY;
        struct stream_range range = {.last = false};
        add_documents(&text, random() % 30 + 1, round % 2 == 0 ? 200 : 30000);
        struct stream *stream = write_and_open(desk, &text);
        struct pieces pieces = {.stream = stream, .size = (size_t)random() % 40000 + 1};
        uint64_t at = 0;
        assert_true(stream_range(stream, &pieces.rest));
        while (pieces_next(&pieces, &range, &err)) {
            const char *bytes = text.bytes + range.offset;
            size_t length = (size_t)range.length;
            assert_int_equal(range.offset, at);
            at += length;
            assert_int_equal(range.last, at == text.length);
            assert_true(range.last || stream_find_cut(bytes, length + 1) == length);
            assert_true(length <= pieces.size || stream_find_cut(bytes, pieces.size) == 0);
            assert_range(desk, &range, bytes);
        }
        assert_int_equal(at, text.length);
        assert_false(error_is_set(&err));
        stream_close(stream);
        text_release(&text);
    }
}

/* Where nothing can be cut within the length of a document, the rest is one piece, on both sides of the limit. */
static void test_pieces__what_cannot_be_cut_is_one(void **state)
{
    const struct desk *desk = *state;
    static const size_t lengths[] = {LIMIT_JSON_BYTES - 1, LIMIT_JSON_BYTES, LIMIT_JSON_BYTES + 1,
                                     3 * LIMIT_JSON_BYTES};
    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++) {
        struct error err = {.kind = ERROR_NONE};
        struct text text = TEXT_EMPTY;
        struct stream_range range;
        text_add(&text, "{}\n{");
        while (text.length < lengths[i]) {
            text_add_byte(&text, ' ');
        }
        struct stream *stream = write_and_open(desk, &text);
        struct pieces pieces = {.stream = stream, .size = 1000};
        assert_true(stream_range(stream, &pieces.rest));
        assert_true(pieces_next(&pieces, &range, &err));
        assert_int_equal(range.length, 3);
        assert_true(pieces_next(&pieces, &range, &err));
        assert_int_equal(range.length, lengths[i] - 3);
        assert_true(range.last);
        assert_false(pieces_next(&pieces, &range, &err));
        stream_close(stream);
        text_release(&text);
    }
}

/* A file that is cut while it is read gives what there is; the pieces behind its end are empty. */
static void test_pieces__a_file_may_become_shorter(void **state)
{
    const struct desk *desk = *state;
    struct error err = {.kind = ERROR_NONE};
    struct text text = TEXT_EMPTY;
    struct stream_range range;
    struct stream_document document;
    srandom(3);
    add_documents(&text, 20, 3000);
    struct stream *stream = write_and_open(desk, &text);
    struct pieces pieces = {.stream = stream, .size = 100};
    assert_true(stream_range(stream, &pieces.rest));
    assert_int_equal(truncate(desk->path, 10), 0);
    assert_true(pieces_next(&pieces, &range, &err));
    assert_int_equal(range.length, text.length);
    struct stream *rest = stream_open_range(desk->path, &range, 0, true, &err);
    assert_true(stream_next(rest, false, &document, &err));
    assert_int_equal(document.length, 10);
    assert_false(stream_next(rest, false, &document, &err));
    assert_false(error_is_set(&err));
    stream_close(rest);
    stream_close(stream);
    text_release(&text);
}

/* Pieces of two different files must never be mixed. */
static void test_pieces__a_replaced_file_is_refused(void **state)
{
    const struct desk *desk = *state;
    struct error err = {.kind = ERROR_NONE};
    struct text text = TEXT_EMPTY;
    struct stream_range range;
    text_add(&text, "{}\n{}\n");
    struct stream *stream = write_and_open(desk, &text);
    assert_true(stream_range(stream, &range));
    assert_true(file_write(desk->other, text.bytes, text.length, &err));
    assert_int_equal(rename(desk->other, desk->path), 0);
    assert_null(stream_open_range(desk->path, &range, 0, true, &err));
    assert_string_equal(err.id, "STREAM_REPLACED");
    assert_int_equal(unlink(desk->path), 0);
    err = (struct error){.kind = ERROR_NONE};
    assert_null(stream_open_range(desk->path, &range, 0, true, &err));
    assert_string_equal(err.id, "FILE_OPEN");
    stream_close(stream);
    text_release(&text);
}

/* Only what has a size falls into ranges. */
static void test_pieces__devices_and_empty_files_have_no_range(void **state)
{
    const struct desk *desk = *state;
    struct error err = {.kind = ERROR_NONE};
    struct text text = TEXT_EMPTY;
    struct stream_range range;
    struct stream *stream = write_and_open(desk, &text);
    assert_false(stream_range(stream, &range));
    stream_close(stream);
    stream = stream_open("/dev/null", &err);
    assert_false(stream_range(stream, &range));
    stream_close(stream);
    stream = stream_open("-", &err);
    assert_false(stream_range(stream, &range));
    stream_close(stream);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pieces__end_between_documents),
        cmocka_unit_test(test_pieces__what_cannot_be_cut_is_one),
        cmocka_unit_test(test_pieces__a_file_may_become_shorter),
        cmocka_unit_test(test_pieces__a_replaced_file_is_refused),
        cmocka_unit_test(test_pieces__devices_and_empty_files_have_no_range),
    };
    return cmocka_run_group_tests(tests, open_desk, close_desk);
}
