#include "channel.h"

#include "limit.h"
#include "memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { PATIENCE_MS = 20000, SHORT_MS = 30 };

/* Patience up to a moment of channel_clock_ms. */
static long long left_until(void *context)
{
    return *(const long long *)context - channel_clock_ms();
}

static long long forever(void *context)
{
    (void)context;
    return PATIENCE_MS;
}

static const struct channel_patience patient = {forever, NULL};

/* A thread that writes bytes to an end, as they are or as a message, and closes it if asked. */
struct writer {
    int fd;
    const char *bytes;
    size_t length;
    bool message, close;
    enum channel_end end;
};

static void *write_bytes(void *context)
{
    struct writer *writer = context;
    if (writer->message) {
        writer->end = channel_send(writer->fd, writer->bytes, writer->length, NULL);
    } else {
        writer->end = write(writer->fd, writer->bytes, writer->length) == (ssize_t)writer->length
                          ? CHANNEL_DONE
                          : CHANNEL_FAILED;
    }
    if (writer->close) {
        close(writer->fd);
    }
    return NULL;
}

/* Receives what `writer` writes; its `fd` is set here. */
static enum channel_end receive_from(struct writer *writer, struct text *out,
                                     const struct channel_patience *patience)
{
    int ends[2];
    pthread_t thread;
    assert_true(channel_pair(ends));
    writer->fd = ends[1];
    assert_int_equal(pthread_create(&thread, NULL, write_bytes, writer), 0);
    enum channel_end end = channel_receive(ends[0], out, patience);
    close(ends[0]);
    pthread_join(thread, NULL);
    if (!writer->close) {
        close(ends[1]);
    }
    return end;
}

static void check_message(size_t length)
{
    char *bytes = memory_get(length + 1);
    struct text out = TEXT_EMPTY;
    for (size_t i = 0; i < length; i++) {
        bytes[i] = (char)(i * 31 + i / 4096);
    }
    for (int bounded = 0; bounded < 2; bounded++) {
        struct writer writer = {.bytes = bytes, .length = length, .message = true};
        assert_int_equal(receive_from(&writer, &out, bounded ? &patient : NULL), CHANNEL_DONE);
        assert_int_equal(writer.end, CHANNEL_DONE);
        assert_int_equal(out.length, length);
        assert_memory_equal(out.bytes, bytes, length);
        assert_int_equal(out.bytes[length], 0);
    }
    text_release(&out);
    free(bytes);
}

static void test_channel__messages_of_any_size_arrive_whole(void **state)
{
    (void)state;
    check_message(0);
    check_message(1);
    check_message(LIMIT_MESSAGE_BYTES);
    check_message(LIMIT_MESSAGE_BYTES + 1);
    check_message(2 * LIMIT_MESSAGE_BYTES);
    check_message(LIMIT_ANSWER_BYTES);
}

static void test_channel__several_messages_stay_apart(void **state)
{
    (void)state;
    int ends[2];
    struct text out = TEXT_EMPTY;
    assert_true(channel_pair(ends));
    assert_int_equal(channel_send(ends[0], "one", 3, &patient), CHANNEL_DONE);
    assert_int_equal(channel_send(ends[0], "", 0, &patient), CHANNEL_DONE);
    assert_int_equal(channel_send(ends[0], "three", 5, NULL), CHANNEL_DONE);
    assert_int_equal(channel_receive(ends[1], &out, &patient), CHANNEL_DONE);
    assert_string_equal(out.bytes, "one");
    assert_int_equal(channel_receive(ends[1], &out, NULL), CHANNEL_DONE);
    assert_string_equal(out.bytes, "");
    assert_int_equal(channel_receive(ends[1], &out, &patient), CHANNEL_DONE);
    assert_string_equal(out.bytes, "three");
    close(ends[0]);
    close(ends[1]);
    text_release(&out);
}

/* A length is refused before anything is asked for it. */
static void test_channel__a_piece_or_message_that_is_too_long_is_refused(void **state)
{
    (void)state;
    static const char piece[] = "\x01\x00\x10\x00";   /* 1 MiB and one */
    static const char huge[] = "\xff\xff\xff\x7f";    /* 2 GiB */
    static const char endless[] = "\x00\x00\x00\x80"; /* nothing, and more to come */
    static const char *const heads[] = {piece, huge, endless};
    struct text out = TEXT_EMPTY;
    for (size_t i = 0; i < 3; i++) {
        struct writer writer = {.bytes = heads[i], .length = 4};
        assert_int_equal(receive_from(&writer, &out, &patient), CHANNEL_BAD);
        assert_true(out.capacity <= 64);
    }
    char *big = memory_zero(LIMIT_ANSWER_BYTES + 1, 1);
    assert_int_equal(channel_send(1, big, LIMIT_ANSWER_BYTES + 1, NULL), CHANNEL_LONG);
    free(big);
    text_release(&out);
}

/* Pieces of allowed length add up to more than a message may have. */
static void test_channel__pieces_are_counted_together(void **state)
{
    (void)state;
    size_t count = LIMIT_ANSWER_BYTES / LIMIT_MESSAGE_BYTES + 1;
    size_t size = 4 + LIMIT_MESSAGE_BYTES;
    char *bytes = memory_zero(count, size);
    struct text out = TEXT_EMPTY;
    for (size_t i = 0; i < count; i++) {
        memcpy(bytes + i * size, "\x00\x00\x10\x80", 4);
    }
    /* The reader leaves before the last piece is written: no signal may end the writer. */
    int ends[2];
    assert_true(channel_pair(ends));
    struct writer writer = {.fd = ends[1], .bytes = bytes, .length = (count - 1) * size + 4};
    pthread_t thread;
    pthread_create(&thread, NULL, write_bytes, &writer);
    assert_int_equal(channel_receive(ends[0], &out, &patient), CHANNEL_LONG);
    pthread_join(thread, NULL);
    close(ends[0]);
    close(ends[1]);
    free(bytes);
    text_release(&out);
}

static void test_channel__a_side_that_has_gone_is_told(void **state)
{
    (void)state;
    static const char half[] = "\x05\x00\x00\x00"
                               "ab";
    struct text out = TEXT_EMPTY;
    for (size_t length = 0; length < sizeof half; length++) {
        struct writer writer = {.bytes = half, .length = length, .close = true};
        assert_int_equal(receive_from(&writer, &out, &patient), CHANNEL_CLOSED);
        struct writer again = {.bytes = half, .length = length, .close = true};
        assert_int_equal(receive_from(&again, &out, NULL), CHANNEL_CLOSED);
    }
    text_release(&out);
}

/* Writing to a reader that has gone is an answer, not a SIGPIPE that ends the program. */
static void test_channel__writing_to_nobody_raises_no_signal(void **state)
{
    (void)state;
    int ends[2];
    assert_true(channel_pair(ends));
    close(ends[1]);
    assert_int_equal(channel_send(ends[0], "x", 1, &patient), CHANNEL_CLOSED);
    close(ends[0]);
}

static void test_channel__patience_ends_on_both_ways(void **state)
{
    (void)state;
    int ends[2];
    long long until = 0;
    const struct channel_patience patience = {left_until, &until};
    struct text out = TEXT_EMPTY;
    char *big = memory_zero(4 * LIMIT_MESSAGE_BYTES, 1);
    assert_true(channel_pair(ends));
    long long begin = channel_clock_ms();
    until = begin + SHORT_MS;
    assert_int_equal(channel_receive(ends[0], &out, &patience), CHANNEL_TIME);
    until = begin + 2 * SHORT_MS;
    assert_int_equal(channel_send(ends[0], big, 4 * LIMIT_MESSAGE_BYTES, &patience), CHANNEL_TIME);
    assert_true(channel_clock_ms() - begin >= 2 * SHORT_MS);
    assert_true(channel_clock_ms() - begin < 100 * SHORT_MS);
    assert_int_equal(channel_receive(ends[0], &out, &patience), CHANNEL_TIME);
    close(ends[0]);
    close(ends[1]);
    free(big);
    text_release(&out);
}

/* One byte now and then does not stretch the patience. */
static void *drip(void *context)
{
    const int *fd = context;
    static const char head[] = "\x10\x00\x00\x00";
    if (write(*fd, head, 4) != 4) {
        return NULL;
    }
    for (int i = 0; i < 10; i++) {
        usleep(SHORT_MS * 1000 / 2);
        if (send(*fd, "x", 1, MSG_NOSIGNAL) != 1) {
            return NULL;
        }
    }
    return NULL;
}

static void test_channel__dripping_does_not_stretch_the_patience(void **state)
{
    (void)state;
    int ends[2];
    pthread_t thread;
    struct text out = TEXT_EMPTY;
    assert_true(channel_pair(ends));
    pthread_create(&thread, NULL, drip, &ends[1]);
    long long until = channel_clock_ms() + SHORT_MS;
    const struct channel_patience patience = {left_until, &until};
    assert_int_equal(channel_receive(ends[0], &out, &patience), CHANNEL_TIME);
    close(ends[0]);
    pthread_join(thread, NULL);
    close(ends[1]);
    text_release(&out);
}

/* Patience that is renewed whenever it is asked, as of a writer that was kept from running: the third time
 * it is asked, the rest of the message is written. */
struct renewed {
    int fd;
    int asked;
};

static long long renew(void *context)
{
    struct renewed *renewed = context;
    renewed->asked++;
    if (renewed->asked == 4) {
        assert_int_equal(write(renewed->fd, "cd", 2), 2);
    }
    return 1;
}

static void test_channel__half_a_message_is_kept_while_patience_is_renewed(void **state)
{
    (void)state;
    static const char half[] = "\x04\x00\x00\x00"
                               "ab";
    int ends[2];
    struct text out = TEXT_EMPTY;
    assert_true(channel_pair(ends));
    struct renewed renewed = {.fd = ends[1], .asked = 0};
    const struct channel_patience patience = {renew, &renewed};
    assert_int_equal(write(ends[1], half, sizeof half - 1), sizeof half - 1);
    assert_int_equal(channel_receive(ends[0], &out, &patience), CHANNEL_DONE);
    assert_string_equal(out.bytes, "abcd");
    assert_true(renewed.asked >= 4);
    close(ends[0]);
    close(ends[1]);
    text_release(&out);
}

static void test_channel__a_broken_end_fails_with_its_reason(void **state)
{
    (void)state;
    struct text out = TEXT_EMPTY;
    assert_int_equal(channel_receive(-1, &out, NULL), CHANNEL_FAILED);
    assert_int_equal(channel_send(-1, "x", 1, NULL), CHANNEL_FAILED);
    text_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_channel__messages_of_any_size_arrive_whole),
        cmocka_unit_test(test_channel__several_messages_stay_apart),
        cmocka_unit_test(test_channel__a_piece_or_message_that_is_too_long_is_refused),
        cmocka_unit_test(test_channel__pieces_are_counted_together),
        cmocka_unit_test(test_channel__a_side_that_has_gone_is_told),
        cmocka_unit_test(test_channel__writing_to_nobody_raises_no_signal),
        cmocka_unit_test(test_channel__patience_ends_on_both_ways),
        cmocka_unit_test(test_channel__dripping_does_not_stretch_the_patience),
        cmocka_unit_test(test_channel__half_a_message_is_kept_while_patience_is_renewed),
        cmocka_unit_test(test_channel__a_broken_end_fails_with_its_reason),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
