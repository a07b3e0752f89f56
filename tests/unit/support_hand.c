#include "support_hand.h"

#include "edit_evidence.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

void hand_open(struct hand *hand)
{
    *hand = (struct hand){.arena = ARENA_EMPTY};
    place_enter(&hand->place);
    hand->store = place_store(&hand->place, "kota.spbe", STORE_WRITE);
}

void hand_close(struct hand *hand)
{
    store_close(hand->store);
    arena_release(&hand->arena);
    place_leave(&hand->place);
}

void hand_attach_large(struct hand *hand, const char *target, const char *file, size_t bytes)
{
    char *content = malloc(bytes);
    memset(content, 'x', bytes);
    memcpy(content, target, strlen(target) < bytes ? strlen(target) : bytes);
    place_write(file, content, bytes);
    free(content);
    hand_attach(hand, target, file, NULL, NULL);
}

void hand_attach(struct hand *hand, const char *target, const char *file, const char *content,
                 const char *title)
{
    struct error *err = &hand->place.err;
    const struct edit edit = {hand->store, &hand->place.fixture.instrument, "Siti"};
    const struct edit_description description = {.title = title};
    struct text ids = TEXT_EMPTY;
    if (content != NULL) {
        place_write(file, content, strlen(content));
    }
    bool ok = store_begin(hand->store, "Siti", "test", err) &&
              edit_attach(&edit, target, file, &description, &ids, err) &&
              store_commit(hand->store, err);
    if (!ok) {
        fail_msg("%s: %s", err->where, err->message);
    }
    text_release(&ids);
    assert_int_equal(unlink(file), 0);
}

void hand_describe(struct hand *hand, const char *indicator, const char *id, const char *title)
{
    hand_set(hand, FIELD_EVIDENCE_FOR, indicator, id, indicator);
    hand_set(hand, FIELD_EVIDENCE_TITLE, indicator, id, title);
}

void hand_withdraw(struct hand *hand, const char *id, bool purge)
{
    struct error *err = &hand->place.err;
    const struct edit edit = {hand->store, &hand->place.fixture.instrument, "Siti"};
    assert_true(store_begin(hand->store, "Siti", "test", err) &&
                edit_withdraw(&edit, id, "keliru", purge, err) && store_commit(hand->store, err));
}

void hand_replace(struct hand *hand, const char *id, const char *file, const char *content)
{
    struct error *err = &hand->place.err;
    const struct edit edit = {hand->store, &hand->place.fixture.instrument, "Siti"};
    const struct edit_description description = {.title = NULL};
    struct text ids = TEXT_EMPTY;
    place_write(file, content, strlen(content));
    assert_true(store_begin(hand->store, "Siti", "test", err) &&
                edit_replace(&edit, id, file, &description, &ids, err) &&
                store_commit(hand->store, err));
    text_release(&ids);
    assert_int_equal(unlink(file), 0);
}

void hand_set(struct hand *hand, enum field field, const char *indicator, const char *subject,
              const char *now)
{
    place_change(hand->store, field, indicator, subject, now);
}

struct hand_over hand_gather(struct hand *hand)
{
    struct hand_over all;
    assert_true(hand_over_gather(hand->store, &hand->place.fixture.instrument, &hand->arena, &all,
                                 &hand->place.err));
    return all;
}
