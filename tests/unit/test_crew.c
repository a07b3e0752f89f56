/* Processes side by side: answers come whole and in order, and a lost one is told. */
#include "crew.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

/* Answers with the context's mark, the count of requests so far, and the request. */
static bool echo(void *context, const struct text *request, struct text *answer)
{
    struct text *mark = context;
    text_add_byte(mark, '.');
    text_append(answer, mark->bytes, mark->length);
    text_append(answer, request->bytes, request->length);
    return strcmp(request->bytes, "give up") != 0 && strcmp(request->bytes, "die") != 0;
}

static bool fall(void *context, const struct text *request, struct text *answer)
{
    if (strcmp(request->bytes, "die") == 0) {
        raise(SIGKILL);
    }
    return echo(context, request, answer);
}

static struct crew *start(size_t count, crew_work work, struct text *mark)
{
    struct error err = {.kind = ERROR_NONE};
    signal(SIGPIPE, SIG_IGN);
    text_add(mark, "m");
    struct crew *crew = crew_start(count, work, mark, &err);
    assert_non_null(crew);
    return crew;
}

static void send_to(struct crew *crew, size_t i, const char *words)
{
    struct error err = {.kind = ERROR_NONE};
    const struct crew_part parts[] = {{words, 1}, {words + 1, strlen(words) - 1}};
    assert_true(crew_send(crew, i, parts, 2, &err));
}

static void assert_answer(const struct crew_answer *answer, const char *words)
{
    assert_int_equal(answer->length, strlen(words));
    assert_memory_equal(answer->bytes, words, answer->length);
}

static void test_crew__each_member_works_with_its_own_copy(void **state)
{
    (void)state;
    struct text mark = TEXT_EMPTY;
    struct crew_answer answer;
    struct error err = {.kind = ERROR_NONE};
    struct crew *crew = start(3, echo, &mark);
    send_to(crew, 0, "a");
    send_to(crew, 1, "b");
    assert_true(crew_receive(crew, 0, &answer, &err));
    assert_answer(&answer, "m.a");
    send_to(crew, 0, "c");
    assert_true(crew_receive(crew, 0, &answer, &err));
    assert_answer(&answer, "m..c");
    assert_true(crew_receive(crew, 1, &answer, &err));
    assert_answer(&answer, "m.b");
    assert_string_equal(mark.bytes, "m");
    crew_end(crew);
    text_release(&mark);
}

/* More than a pipe holds, both ways, and nothing at all. */
static void test_crew__messages_of_any_length(void **state)
{
    (void)state;
    struct text mark = TEXT_EMPTY;
    struct text request = TEXT_EMPTY;
    struct crew_answer answer;
    struct error err = {.kind = ERROR_NONE};
    struct crew *crew = start(2, echo, &mark);
    size_t length = 0;
    while (length < CREW_REQUEST_BYTES) { /* the last answer is longer than what is shared */
        length = length * 7 + 1 < CREW_REQUEST_BYTES ? length * 7 + 1 : CREW_REQUEST_BYTES;
        text_clear(&request);
        for (size_t i = 0; i < length; i++) {
            text_add_byte(&request, (char)('a' + i % 26));
        }
        const struct crew_part part = {request.bytes, length};
        assert_true(crew_send(crew, 1, &part, 1, &err));
        assert_true(crew_receive(crew, 1, &answer, &err));
        assert_true(answer.length > length);
        assert_memory_equal(answer.bytes + answer.length - length, request.bytes, length);
        assert_memory_equal(answer.request, request.bytes, length);
    }
    crew_end(crew);
    text_release(&mark);
    text_release(&request);
}

/* A member works through two requests while nobody looks, and both answers are there. */
static void test_crew__two_requests_at_a_time(void **state)
{
    (void)state;
    struct text mark = TEXT_EMPTY;
    struct crew_answer answer;
    struct error err = {.kind = ERROR_NONE};
    struct crew *crew = start(1, echo, &mark);
    send_to(crew, 0, "a");
    send_to(crew, 0, "b");
    assert_true(crew_receive(crew, 0, &answer, &err));
    assert_answer(&answer, "m.a");
    send_to(crew, 0, "c");
    assert_true(crew_receive(crew, 0, &answer, &err));
    assert_answer(&answer, "m..b");
    assert_true(crew_receive(crew, 0, &answer, &err));
    assert_answer(&answer, "m...c");
    crew_end(crew);
    text_release(&mark);
}

static void check_lost(crew_work work, const char *words)
{
    struct text mark = TEXT_EMPTY;
    struct crew_answer answer;
    struct error err = {.kind = ERROR_NONE};
    struct crew *crew = start(2, work, &mark);
    send_to(crew, 0, words);
    send_to(crew, 1, "still here");
    assert_false(crew_receive(crew, 0, &answer, &err));
    assert_string_equal(err.id, "CREW_LOST");
    assert_int_equal(err.kind, ERROR_SYSTEM);
    error_clear(&err);
    assert_true(crew_receive(crew, 1, &answer, &err));
    assert_answer(&answer, "m.still here");
    crew_end(crew);
    text_release(&mark);
}

static void test_crew__a_member_that_ends_early_is_told(void **state)
{
    (void)state;
    check_lost(fall, "die");
    check_lost(echo, "give up");
}

static void test_crew__without_room_for_pipes_it_does_not_start(void **state)
{
    (void)state;
    struct rlimit before, tight;
    struct error err = {.kind = ERROR_NONE};
    struct text mark = TEXT_EMPTY;
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &before), 0);
    tight = (struct rlimit){9, before.rlim_max};
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &tight), 0);
    struct crew *crew = crew_start(8, echo, &mark, &err);
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &before), 0);
    assert_null(crew);
    assert_string_equal(err.id, "CREW_START");
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1); /* nobody is left behind */
    text_release(&mark);
}

static void test_crew__ends_members_that_are_at_work(void **state)
{
    (void)state;
    struct text mark = TEXT_EMPTY;
    struct text request = TEXT_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    struct crew *crew = start(2, echo, &mark);
    for (size_t i = 0; i < 1000000; i++) {
        text_add_byte(&request, 'x');
    }
    const struct crew_part part = {request.bytes, request.length};
    assert_true(crew_send(crew, 0, &part, 1, &err)); /* its answers are never read */
    assert_true(crew_send(crew, 0, &part, 1, &err));
    crew_end(crew);
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
    crew_end(NULL);
    text_release(&mark);
    text_release(&request);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_crew__each_member_works_with_its_own_copy),
        cmocka_unit_test(test_crew__messages_of_any_length),
        cmocka_unit_test(test_crew__two_requests_at_a_time),
        cmocka_unit_test(test_crew__a_member_that_ends_early_is_told),
        cmocka_unit_test(test_crew__without_room_for_pipes_it_does_not_start),
        cmocka_unit_test(test_crew__ends_members_that_are_at_work),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
