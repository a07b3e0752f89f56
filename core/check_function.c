#include "check_function.h"

#include "limit.h"
#include "message.h"

#include <string.h>

/* How far the search for circles has come with an indicator. */
enum mark { MARK_NEW, MARK_OPEN, MARK_DONE };

struct search {
    const struct declaration *pack;
    struct complaints *complaints;
    unsigned char *marks; /* by position of the indicator in the declaration */
    size_t *path;         /* the indicators that are open, outermost first */
    size_t depth;
    bool found; /* one circle is told */
};

/* Where an indicator stands among all; the index of ids leaves out those without one. */
static size_t place_of(const struct declaration *pack, const struct data *indicator)
{
    size_t place = 0;
    while (pack->indicators.items[place] != indicator) {
        place++;
    }
    return place;
}

/* The position of the indicator that a name of depends_on means: its own id, or that of a slot. */
static bool position_of(const struct declaration *pack, const char *name, size_t *position)
{
    const struct named *found = name_index_find(&pack->indicator_ids, name);
    if (found != NULL) {
        *position = place_of(pack, found->value);
        return declaration_slots(found->value) == NULL;
    }
    found = name_index_find_part(&pack->indicator_ids, name, strcspn(name, "-"));
    const struct data *slots = found == NULL ? NULL : declaration_slots(found->value);
    const struct data *slot = slots == NULL ? NULL : slots->first;
    while (slot != NULL && strcmp(data_text(slot, "id", ""), name) != 0) {
        slot = slot->next;
    }
    *position = slot == NULL ? 0 : place_of(pack, found->value);
    return slot != NULL;
}

/* The first name in the list of an indicator, or NULL. */
static const struct data *names_of(const struct data *indicator)
{
    const struct data *list = data_get(indicator, "depends_on");
    return list != NULL && data_is_list(list) ? list->first : NULL;
}

/* Each name means a value of the pack. */
static void check_names(const struct search *search, const struct data *indicator)
{
    size_t position;
    const struct data *list = data_get(indicator, "depends_on");
    if (list != NULL && data_get(indicator, "value") == NULL) {
        complain(search->complaints, list, M_PACK_DEPEND_ALONE, data_text(indicator, "id", "?"));
    }
    for (const struct data *name = names_of(indicator); name != NULL; name = name->next) {
        if (name->type == DATA_TEXT && !position_of(search->pack, name->text, &position)) {
            complain(search->complaints, name, M_PACK_NO_SUCH_ID, name->text);
        }
    }
}

/* "I01 → I03 → I01", from where the circle begins. */
static void tell_circle(struct search *search, const struct data *at, size_t position)
{
    struct text text = TEXT_EMPTY;
    size_t first = 0;
    while (search->path[first] != position) {
        first++;
    }
    for (size_t i = first; i < search->depth; i++) {
        text_format(&text, "%s → ",
                    data_text(search->pack->indicators.items[search->path[i]], "id", "?"));
    }
    text_add(&text, data_text(search->pack->indicators.items[position], "id", "?"));
    complain(search->complaints, at, M_PACK_DEPEND_CIRCLE, text.bytes);
    text_release(&text);
    search->found = true;
}

/* Follows what an indicator depends on, until something comes twice. As deep as there are indicators,
 * which LIMIT_INDICATORS bounds. */
static void follow(struct search *search, size_t position)
{
    search->marks[position] = MARK_OPEN;
    search->path[search->depth++] = position;
    const struct data *name = names_of(search->pack->indicators.items[position]);
    for (; name != NULL && !search->found; name = name->next) {
        size_t next;
        if (name->type != DATA_TEXT || !position_of(search->pack, name->text, &next)) {
            continue;
        }
        if (search->marks[next] == MARK_OPEN) {
            tell_circle(search, name, next);
        } else if (search->marks[next] == MARK_NEW) {
            follow(search, next);
        }
    }
    search->depth--;
    search->marks[position] = MARK_DONE;
}

void check_function(const struct declaration *declaration, struct complaints *complaints)
{
    struct arena arena = ARENA_EMPTY;
    size_t count = declaration->indicators.count;
    if (declaration->scored > LIMIT_INDICATORS) {
        return; /* check_tree says so */
    }
    struct search search = {
        .pack = declaration,
        .complaints = complaints,
        .marks = arena_get(&arena, count + 1, sizeof *search.marks),
        .path = arena_get(&arena, count + 1, sizeof *search.path),
    };
    for (size_t i = 0; i < count; i++) {
        check_names(&search, declaration->indicators.items[i]);
    }
    for (size_t i = 0; i < count && !search.found; i++) {
        if (search.marks[i] == MARK_NEW) {
            follow(&search, i);
        }
    }
    arena_release(&arena);
}
