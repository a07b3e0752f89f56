#include "support_guest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

const char guest_usual[] = "\"memory\":33554432,\"ms\":5000,\"steps\":50000000";
const char guest_good_end[] = "{\"end\":true}";

void guest_start_with(struct guest_case *c, const char *source, const char *arguments,
                      const char *budget, bool prompt)
{
    struct error err = {.kind = ERROR_NONE};
    struct text start = TEXT_EMPTY;
    *c = (struct guest_case){.worker = worker_start("script", "", ERROR_PACK, &err),
                             .message = TEXT_EMPTY};
    assert_non_null(c->worker);
    worker_allow(c->worker, 20000);
    text_add(&start, "{\"file\":\"s.lua\",\"source\":");
    text_add_json(&start, source);
    text_format(&start,
                ",\"language\":\"en\",\"today\":\"2026-11-22\",\"arguments\":%s,%s,"
                "\"prompt\":%s}",
                arguments, budget, prompt ? "true" : "false");
    assert_true(worker_send(c->worker, start.bytes, start.length, &err));
    text_release(&start);
}

void guest_start(struct guest_case *c, const char *source)
{
    guest_start_with(c, source, "[]", guest_usual, false);
}

void guest_close(struct guest_case *c)
{
    worker_close(c->worker);
    text_release(&c->message);
}

void guest_expects(struct guest_case *c, const char *message)
{
    struct error err = {.kind = ERROR_NONE};
    if (!worker_receive(c->worker, &c->message, &err)) {
        fail_msg("no message, wanted %s: %s", message, err.message);
    }
    assert_string_equal(c->message.bytes, message);
}

void guest_expects_start(struct guest_case *c, const char *begin)
{
    struct error err = {.kind = ERROR_NONE};
    if (!worker_receive(c->worker, &c->message, &err)) {
        fail_msg("no message, wanted %s: %s", begin, err.message);
    }
    if (strncmp(c->message.bytes, begin, strlen(begin)) != 0) {
        fail_msg("wanted %s, got %s", begin, c->message.bytes);
    }
}

void guest_says(struct guest_case *c, const char *message)
{
    struct error err = {.kind = ERROR_NONE};
    assert_true(worker_send(c->worker, message, strlen(message), &err));
}

void guest_check_fault(const char *source, const char *where, const char *id)
{
    struct guest_case c;
    struct text wanted = TEXT_EMPTY;
    guest_start(&c, source);
    text_format(&wanted, "{\"end\":false,\"fault\":{\"error\":{\"where\":\"%s\",\"id\":\"%s\",",
                where, id);
    guest_expects_start(&c, wanted.bytes);
    guest_close(&c);
    text_release(&wanted);
}
