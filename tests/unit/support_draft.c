#include "support_draft.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

void draft_open(struct draft *draft)
{
    *draft = (struct draft){.arena = ARENA_EMPTY};
}

void draft_close(struct draft *draft)
{
    complaints_release(&draft->complaints);
    arena_release(&draft->arena);
}

const struct data *draft_add(struct draft *draft, const char *name, const char *json)
{
    char *answer = arena_format(&draft->arena, "{\"value\":%s}", json); /* as a worker writes it */
    for (char *at = answer; *at != '\0'; at++) {
        *at = *at == '\'' ? '"' : *at;
    }
    assert_true(draft->count < DRAFT_FILES);
    struct source *source = &draft->sources[draft->count++];
    *source = (struct source){.name = name, .text = TEXT_EMPTY};
    source->value = data_read(answer, strlen(answer), &draft->arena);
    if (source->value == NULL) {
        fail_msg("no value: %s", answer);
    }
    return source->value;
}

void draft_declare(struct draft *draft)
{
    assert_true(draft->count >= 2);
    draft->domains[0] = draft->sources[1].value;
    draft->pack.pack = draft->sources[0].value;
    draft->pack.domains = (struct data_list){draft->domains, 1};
    declaration_flatten(&draft->pack, &draft->arena);
    draft->complaints =
        (struct complaints){.place = "p", .sources = draft->sources, .source_count = draft->count};
}

void draft_want(const struct draft *draft, const char *id, const char *about)
{
    const struct complaints *told = &draft->complaints;
    bool as_wanted =
        id == NULL ? told->count == 0 : told->count == 1 && strcmp(told->list[0].error.id, id) == 0;
    for (size_t i = 0; !as_wanted && i < told->count; i++) {
        print_error("%s: %s\n", told->list[i].error.id, told->list[i].error.message);
    }
    if (!as_wanted) {
        fail_msg("%s: %zu complaints, wanted %s", about, told->count, id == NULL ? "none" : id);
    }
}
