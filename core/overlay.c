#include "overlay.h"

#include "graft.h"
#include "limit.h"
#include "message.h"
#include "pack_field.h"

#include <assert.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

/* ---- what is declared, by itself ---- */

/* Fields that only some kinds take. */
static const struct {
    unsigned bit;
    const char *name;
} taken[] = {
    {OVERLAY_TAKES_WAS, "was"},
    {OVERLAY_TAKES_FROM, "from"},
    {OVERLAY_TAKES_UNTIL, "until"},
    {OVERLAY_TAKES_BASIS, "basis"},
    {OVERLAY_TAKES_GUIDE, "guideline_only"},
    {OVERLAY_TAKES_DEPENDS, "depends_on"},
};

/* A field stands where the kind takes it, and only there. */
static void check_presence(const struct data *row, const struct overlay_kind *kind,
                           const char *name, bool takes, bool needs, const char *meaning,
                           struct complaints *complaints)
{
    const struct data *field = data_get(row, name);
    if (field != NULL && !takes) {
        complain(complaints, field, M_OVERLAY_TAKES, kind->word, name);
    } else if (field == NULL && needs) {
        complain(complaints, row, M_OVERLAY_NEEDS, kind->word, name, meaning);
    }
}

static void check_fields(const struct data *row, const struct overlay_kind *kind,
                         struct complaints *complaints)
{
    bool of = kind->subject != SUBJECT_NONE;
    const struct data *to = data_get(row, "to");
    const struct data *was = data_get(row, "was");
    check_presence(row, kind, "of", of, of, overlay_subject_title(kind->subject), complaints);
    check_presence(row, kind, "to", kind->has_to, kind->has_to, pack_type_title(kind->to),
                   complaints);
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++) {
        const struct field *field = pack_field_row(RECORD_CHANGE, taken[i].name);
        check_presence(row, kind, taken[i].name, (kind->takes & taken[i].bit) != 0,
                       (kind->needs & taken[i].bit) != 0, lang_text(field->meaning), complaints);
    }
    if (to != NULL && kind->has_to) {
        pack_field_check_one(to, kind->to, complaints);
    }
    if (was != NULL && (kind->takes & OVERLAY_TAKES_WAS) != 0) {
        pack_field_check_one(was, kind->to, complaints);
    }
}

static void check_change(const struct data *row, struct complaints *complaints)
{
    const struct data *word = data_get(row, "change");
    const struct overlay_kind *kind = overlay_kind_find(word->text);
    const char *nearest = overlay_kind_nearest(word->text);
    if (kind != NULL) {
        check_fields(row, kind, complaints);
    } else if (nearest != NULL) {
        complain(complaints, word, M_OVERLAY_KIND_NEAREST, word->text, nearest);
    } else {
        complain(complaints, word, M_OVERLAY_KIND, word->text);
    }
}

/* Two digits as a number; 0 when they are none. */
static int two_digits(const char *text)
{
    bool digits = text[0] >= '0' && text[0] <= '9' && text[1] >= '0' && text[1] <= '9';
    return digits ? (text[0] - '0') * 10 + text[1] - '0' : 0;
}

static void check_day(const struct data *day, struct complaints *complaints)
{
    const char *text = day->text;
    bool form =
        strlen(text) == 10 && strspn(text, "0123456789") == 4 && text[4] == '-' && text[7] == '-';
    int month = form ? two_digits(text + 5) : 0, date = form ? two_digits(text + 8) : 0;
    if (month < 1 || month > 12 || date < 1 || date > 31) {
        complain(complaints, day, M_OVERLAY_DATE, text);
    }
}

void overlay_check(const struct data *overlay, struct complaints *complaints)
{
    static const char form[] = "spbe-overlay/1";
    const struct data *format = data_get(overlay, "format");
    const struct data *id = data_get(overlay, "id");
    const struct data *changes = data_get(overlay, "changes");
    if (strcmp(format->text, form) != 0) {
        complain(complaints, format, M_PACK_KNOWN, "format", format->text, form);
    }
    if (strspn(id->text, "abcdefghijklmnopqrstuvwxyz0123456789-") != strlen(id->text)) {
        complain(complaints, id, M_PACK_ID_PACK, id->text);
    }
    check_day(data_get(overlay, "date"), complaints);
    for (const struct data *row = changes->first; row != NULL; row = row->next) {
        check_change(row, complaints);
    }
}

/* ---- making changes ---- */

struct work {
    struct overlay_stack *stack;
    struct declaration *to;
    struct arena *arena;
    struct complaints *complaints;
    struct overlay_change *now; /* the change at hand */
    unsigned number;            /* its number, from 1 */
    bool on;                    /* whether it is made */
};

static const char *overlay_id(const struct work *work, size_t overlay)
{
    return data_text(work->stack->overlays[overlay], "id", "");
}

/* A value as rules say it; "" for none. */
static const char *words_of(const struct data *value)
{
    if (value == NULL) {
        return "";
    }
    return value->type == DATA_FLAG ? (value->flag ? "true" : "false")
           : value->text == NULL    ? ""
                                    : value->text;
}

static bool same_value(const struct data *one, const struct data *other)
{
    struct fraction a, b;
    if (one->type == DATA_FLAG || other->type == DATA_FLAG) {
        return one->type == other->type && one->flag == other->flag;
    }
    if (data_fraction(one, &a) && data_fraction(other, &b)) {
        return fraction_compare(a, b) == 0;
    }
    return one->text != NULL && other->text != NULL && strcmp(one->text, other->text) == 0;
}

/* Whether the change at hand may go over what an earlier one left on a value; complains when not. */
static bool may_replace(struct work *work, const struct data *there)
{
    if (there == NULL || there->change == 0) {
        return true;
    }
    const struct overlay_change *earlier = &work->stack->changes[there->change - 1];
    const char *id = overlay_id(work, earlier->overlay);
    bool ok = strcmp(data_text(work->now->row, "over", ""), id) == 0;
    const char *of = work->now->of[0] == '\0' ? work->now->kind->word : work->now->of;
    struct text place = TEXT_EMPTY;
    complaint_place(work->complaints, earlier->row, &place);
    if (earlier->overlay == work->now->overlay) {
        ok = complain(work->complaints, work->now->row, M_OVERLAY_AGAIN, of, place.bytes);
    } else if (!ok) {
        complain(work->complaints, work->now->row, M_OVERLAY_CONFLICT, of, place.bytes, id);
    }
    text_release(&place);
    return ok;
}

/* What stands there is what the change says it was, if it says so. Only in the whole stack: where some
 * changes are left out, another value is no mistake. */
static bool check_was(struct work *work, const struct data *there)
{
    const struct data *was = data_get(work->now->row, "was");
    if (was == NULL || work->stack->on != NULL || (there != NULL && same_value(there, was))) {
        return true;
    }
    const char *of = work->now->of[0] == '\0' ? work->now->kind->word : work->now->of;
    return complain(work->complaints, was, M_OVERLAY_WAS, of, there == NULL ? "-" : words_of(there),
                    words_of(was));
}

/* Puts a value into a field, unless that goes against another change. */
static bool put(struct work *work, const struct data *record, const char *key,
                const struct data *value)
{
    const struct data *there = data_get(record, key);
    if (there != NULL && there->change != 0 && same_value(there, value)) {
        return true;
    }
    if (!may_replace(work, there)) {
        return false;
    }
    graft_put(record, key, value, work->number, work->arena);
    return true;
}

/* Puts what `to` says into a field: what most changes are. */
static bool set(struct work *work, const struct data *record, const char *key)
{
    const struct data *to = data_get(work->now->row, "to");
    const struct data *there = data_get(record, key);
    work->now->before = arena_string(work->arena, words_of(there));
    work->now->after = words_of(to);
    return check_was(work, there) && put(work, record, key, to);
}

/* Complains that `of` names nothing. */
static bool no_such(struct work *work)
{
    return complain(work->complaints, data_get(work->now->row, "of"), M_OVERLAY_UNKNOWN,
                    work->now->of, overlay_subject_title(work->now->kind->subject));
}

/* The table at a field of pack.lua; complains when the pack has none. */
static const struct data *part_of_pack(struct work *work, const char *key)
{
    const struct data *record = data_get(work->to->pack, key);
    if (record == NULL) {
        complain(work->complaints, work->now->row, M_OVERLAY_NOT_THERE, key);
    }
    return record;
}

/* ---- weights, levels, criteria ---- */

/* The slot of an indicator that an id names ("I35-1"), or NULL. */
static const struct data *slot_of(const struct work *work, const char *id)
{
    const char *dash = strchr(id, '-');
    const struct named *indicator =
        dash == NULL ? NULL
                     : name_index_find_part(&work->to->indicator_ids, id, (size_t)(dash - id));
    const struct data *slots = indicator == NULL ? NULL : declaration_slots(indicator->value);
    const struct data *each = slots == NULL ? NULL : slots->first;
    while (each != NULL && strcmp(data_text(each, "id", ""), id) != 0) {
        each = each->next;
    }
    return each;
}

static bool change_weight(struct work *work)
{
    const struct data *slot = slot_of(work, work->now->of);
    const struct name_index *const indexes[] = {&work->to->indicator_ids, &work->to->aspect_ids,
                                                &work->to->domain_ids};
    for (size_t i = 0; i < sizeof indexes / sizeof *indexes; i++) {
        const struct named *found = name_index_find(indexes[i], work->now->of);
        if (found != NULL) {
            return set(work, found->value, "weight");
        }
    }
    return slot != NULL ? set(work, slot, "weight") : no_such(work);
}

static bool change_baseline(struct work *work)
{
    const struct named *level = name_index_find(&work->to->level_ids, work->now->of);
    return level == NULL ? no_such(work) : set(work, level->value, "baseline");
}

/* The criteria of the level whose id a criterion's begins with; NULL when there is none. */
static const struct data *criteria_of(const struct work *work, const char *id)
{
    const char *point = strrchr(id, '.');
    const struct named *level =
        point == NULL ? NULL : name_index_find_part(&work->to->level_ids, id, (size_t)(point - id));
    return level == NULL ? NULL : data_get(level->value, "criteria");
}

/* The criterion that the change is about, also one that a change added; NULL when there is none. */
static const struct data *criterion_of(const struct work *work)
{
    const struct data *list = criteria_of(work, work->now->of);
    const struct data *each = list == NULL ? NULL : list->first;
    while (each != NULL && strcmp(data_text(each, "id", ""), work->now->of) != 0) {
        each = each->next;
    }
    return each;
}

/* Whether an earlier change withdrew a criterion. */
static bool is_withdrawn(const struct work *work, const struct data *criterion)
{
    return criterion->change != 0 &&
           work->stack->changes[criterion->change - 1].kind->change == OVERLAY_WITHDRAW;
}

static bool change_text(struct work *work)
{
    const struct data *criterion = criterion_of(work);
    if (criterion == NULL) {
        return no_such(work);
    }
    return (!is_withdrawn(work, criterion) || may_replace(work, criterion)) &&
           set(work, criterion, "text");
}

/* "2021-2023", "2024-", "-2023"; "" for all years. */
static const char *years_of(const struct work *work, const struct data *record)
{
    const char *from = words_of(data_get(record, "from"));
    const char *until = words_of(data_get(record, "until"));
    bool all = from[0] == '\0' && until[0] == '\0';
    return all ? "" : arena_format(work->arena, "%s-%s", from, until);
}

/* Gives a field of a criterion the value of the same field of the change, or takes it away. */
static bool take_over(struct work *work, const struct data *criterion, const char *key)
{
    const struct data *value = data_get(work->now->row, key);
    if (value != NULL) {
        return put(work, criterion, key, value);
    }
    if (!may_replace(work, data_get(criterion, key))) {
        return false;
    }
    graft_drop(criterion, key);
    return true;
}

static bool change_years(struct work *work)
{
    const struct data *criterion = criterion_of(work);
    if (criterion == NULL) {
        return no_such(work);
    }
    work->now->before = years_of(work, criterion);
    work->now->after = years_of(work, work->now->row);
    if ((is_withdrawn(work, criterion) && !may_replace(work, criterion)) ||
        !take_over(work, criterion, "from") || !take_over(work, criterion, "until")) {
        return false;
    }
    graft_mark(criterion, work->now->row, work->number);
    return true;
}

/* Where a new id belongs in a list of criteria. */
static size_t place_of(const struct data *list, const char *id)
{
    const struct data *each = list->first;
    while (each != NULL && strcmp(data_text(each, "id", ""), id) < 0) {
        each = each->next;
    }
    return each == NULL ? list->count : each->position;
}

static void add_criterion(struct work *work, const struct data *list)
{
    static const char *const fields[] = {"basis", "from", "until", "guideline_only"};
    const struct data *row = work->now->row;
    const struct data *made =
        graft_insert(list, place_of(list, work->now->of), row, work->number, work->arena);
    graft_put(made, "id", data_get(row, "of"), work->number, work->arena);
    graft_put(made, "text", data_get(row, "to"), work->number, work->arena);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        const struct data *value = data_get(row, fields[i]);
        if (value != NULL) {
            graft_put(made, fields[i], value, work->number, work->arena);
        }
    }
    if (!work->on) {
        struct data flag = graft_flag(true, row);
        graft_put(made, "withdrawn", &flag, work->number, work->arena);
    }
}

static bool change_add(struct work *work)
{
    const struct data *list = criteria_of(work, work->now->of);
    const struct data *there = criterion_of(work);
    work->now->after = words_of(data_get(work->now->row, "to"));
    if (list == NULL || !data_is_list(list)) {
        return no_such(work);
    }
    if (there != NULL) {
        return may_replace(work, there) &&
               complain(work->complaints, data_get(work->now->row, "of"), M_OVERLAY_THERE,
                        work->now->of);
    }
    add_criterion(work, list);
    return true;
}

/* Ends a criterion before a year, or for good when it would count in no year. */
static void end_criterion(struct work *work, const struct data *criterion, int from)
{
    int first = declaration_whole(work->to, "years", "first", 0);
    int begin = declaration_years(criterion).from;
    const struct data *row = work->now->row;
    if (from <= first || from <= begin) {
        struct data flag = graft_flag(true, row);
        graft_put(criterion, "withdrawn", &flag, work->number, work->arena);
        return;
    }
    struct data until =
        graft_number(arena_format(work->arena, "%d", from - 1), data_get(row, "from"));
    graft_put(criterion, "until", &until, work->number, work->arena);
}

static bool change_withdraw(struct work *work)
{
    const struct data *criterion = criterion_of(work);
    int from = 0;
    if (criterion == NULL) {
        return no_such(work);
    }
    data_whole(data_get(work->now->row, "from"), 0, INT_MAX, &from);
    work->now->before = arena_string(work->arena, words_of(data_get(criterion, "text")));
    work->now->after = from == 0 ? "" : arena_format(work->arena, "-%d", from - 1);
    if (is_withdrawn(work, criterion) &&
        strcmp(work->stack->changes[criterion->change - 1].after, work->now->after) == 0) {
        return true;
    }
    const struct data *changed = graft_newest(criterion);
    if (changed != NULL && !may_replace(work, changed)) {
        return false;
    }
    end_criterion(work, criterion, from);
    graft_mark(criterion, work->now->row, work->number);
    return true;
}

/* ---- the instrument as a whole ---- */

static bool set_in_pack(struct work *work, const char *record, const char *key)
{
    const struct data *found = part_of_pack(work, record);
    return found != NULL && set(work, found, key);
}

static bool change_evidence_from(struct work *work)
{
    return set_in_pack(work, "evidence_duty", "from_level");
}

static bool change_evidence_count(struct work *work)
{
    return set_in_pack(work, "evidence_duty", "at_least");
}

static bool change_unanswered(struct work *work)
{
    return set_in_pack(work, "scale", "unanswered");
}

static bool change_first_year(struct work *work)
{
    return set_in_pack(work, "years", "first");
}

static bool change_last_year(struct work *work)
{
    return set_in_pack(work, "years", "last");
}

/* The item of a list before another one; NULL for the first. */
static const struct data *item_before(const struct data *list, const struct data *item)
{
    const struct data *each = list->first;
    while (each != item && each->next != item) {
        each = each->next;
    }
    return each == item ? NULL : each;
}

static bool change_band(struct work *work)
{
    const struct data *bands = part_of_pack(work, "predicates");
    const struct data *band = bands == NULL ? NULL : bands->first;
    while (band != NULL && strcmp(data_text(band, "name", ""), work->now->of) != 0) {
        band = band->next;
    }
    if (band == NULL) {
        return bands != NULL && no_such(work);
    }
    const struct data *to = data_get(work->now->row, "to");
    const struct data *below =
        declaration_bands_rise(work->to) ? item_before(bands, band) : band->next;
    return set(work, band, "min") && (below == NULL || put(work, below, "max", to));
}

static bool change_reading(struct work *work)
{
    const struct data *readings = data_get(data_get(work->to->pack, "rounding"), "predicate_on");
    work->now->of = words_of(data_get(work->now->row, "from"));
    return set(work, readings, work->now->of);
}

static bool change_guideline(struct work *work)
{
    const struct data *guides = part_of_pack(work, "guideline_by_year");
    const struct data *row = work->now->row;
    int from = 0, until = 0;
    data_whole(data_get(row, "from"), 0, INT_MAX, &from);
    until = from;
    data_whole(data_get(row, "until"), 0, INT_MAX, &until);
    bool ok = guides != NULL;
    for (int year = from; ok && year <= until; year++) {
        const char *key = arena_format(work->arena, "%d", year);
        ok = set(work, guides, key);
    }
    work->now->of = from == until ? words_of(data_get(row, "from")) : years_of(work, row);
    return ok;
}

static bool change_document(struct work *work)
{
    const struct data *list = part_of_pack(work, "legal_basis");
    const struct data *row = work->now->row;
    const struct data *each = list == NULL ? NULL : list->first;
    while (each != NULL && strcmp(data_text(each, "id", ""), work->now->of) != 0) {
        each = each->next;
    }
    work->now->after = words_of(data_get(row, "to"));
    if (list == NULL) {
        return false;
    }
    if (each != NULL) {
        bool same = strcmp(data_text(each, "title", ""), work->now->after) == 0;
        return same || (may_replace(work, each) && complain(work->complaints, data_get(row, "of"),
                                                            M_OVERLAY_THERE, work->now->of));
    }
    const struct data *made = graft_insert(list, list->count, row, work->number, work->arena);
    graft_put(made, "id", data_get(row, "of"), work->number, work->arena);
    graft_put(made, "title", data_get(row, "to"), work->number, work->arena);
    return true;
}

/* ---- functions ---- */

/* Where a function stands, "domain_1.lua:41"; "" for none. */
static const char *place_of_function(struct work *work, const struct data *function)
{
    struct text place = TEXT_EMPTY;
    if (function != NULL) {
        complaint_place(work->complaints, function, &place);
    }
    const char *words = arena_string(work->arena, place.bytes);
    text_release(&place);
    return words;
}

/* In the worker that scores, the file of an overlay has a name of its own. */
static bool change_function(struct work *work)
{
    const struct named *indicator = name_index_find(&work->to->indicator_ids, work->now->of);
    const struct data *to = data_get(work->now->row, "to");
    const struct data *depends = data_get(work->now->row, "depends_on");
    if (indicator == NULL) {
        return no_such(work);
    }
    const struct data *there = data_get(indicator->value, "value");
    const char *path = strchr(to->first->text, ':');
    struct data function =
        graft_function(arena_format(work->arena, OVERLAY_MODULE "%s", work->now->overlay + 1, path),
                       to, work->arena);
    work->now->before = place_of_function(work, there);
    work->now->after = place_of_function(work, to);
    if (!put(work, indicator->value, "value", &function)) {
        return false;
    }
    graft_drop(indicator->value, "depends_on");
    if (depends != NULL) {
        graft_put(indicator->value, "depends_on", depends, work->number, work->arena);
    }
    return true;
}

/* ---- the stack ---- */

static bool (*const makers[OVERLAY_COUNT])(struct work *work) = {
    [OVERLAY_WEIGHT] = change_weight,
    [OVERLAY_TEXT] = change_text,
    [OVERLAY_YEARS] = change_years,
    [OVERLAY_ADD] = change_add,
    [OVERLAY_WITHDRAW] = change_withdraw,
    [OVERLAY_BASELINE] = change_baseline,
    [OVERLAY_EVIDENCE_FROM] = change_evidence_from,
    [OVERLAY_EVIDENCE_COUNT] = change_evidence_count,
    [OVERLAY_UNANSWERED] = change_unanswered,
    [OVERLAY_BAND] = change_band,
    [OVERLAY_READING] = change_reading,
    [OVERLAY_GUIDELINE] = change_guideline,
    [OVERLAY_FIRST_YEAR] = change_first_year,
    [OVERLAY_LAST_YEAR] = change_last_year,
    [OVERLAY_DOCUMENT] = change_document,
    [OVERLAY_FUNCTION] = change_function,
};

/* Makes one change, or what must be there of it when it is left out. */
static bool make_change(struct work *work, const struct data *row, size_t overlay)
{
    struct overlay_stack *stack = work->stack;
    const struct overlay_kind *kind = overlay_kind_find(data_text(row, "change", ""));
    work->now = &stack->changes[stack->change_count];
    work->on = stack->on == NULL || stack->on[stack->change_count];
    work->number = (unsigned)++stack->change_count;
    *work->now = (struct overlay_change){kind, row, overlay, data_text(row, "of", ""), "", ""};
    return (!work->on && kind->change != OVERLAY_ADD) || makers[kind->change](work);
}

static bool make_changes(struct work *work)
{
    size_t before = work->complaints->count + work->complaints->more;
    for (size_t i = 0; i < work->stack->count; i++) {
        const struct data *changes = data_get(work->stack->overlays[i], "changes");
        for (const struct data *row = changes->first; row != NULL; row = row->next) {
            make_change(work, row, i);
        }
    }
    return work->complaints->count + work->complaints->more == before;
}

static struct data_list copy_list(const struct data_list *list, struct arena *arena)
{
    struct data_list copy = {.count = list->count};
    copy.items = arena_get(arena, list->count + 1, sizeof(const struct data *));
    for (size_t i = 0; i < list->count; i++) {
        copy.items[i] = graft_copy(list->items[i], arena);
    }
    return copy;
}

/* Copies all trees of a declaration. */
static void copy_all(const struct declaration *base, struct declaration *out, struct arena *arena)
{
    *out = (struct declaration){.pack = graft_copy(base->pack, arena),
                                .notes = graft_copy(base->notes, arena),
                                .checks = graft_copy(base->checks, arena),
                                .examples = base->examples};
    out->domains = copy_list(&base->domains, arena);
    out->loose = copy_list(&base->loose, arena);
}

/* The number of changes in all overlays of a stack. */
static size_t count_changes(const struct overlay_stack *stack)
{
    size_t count = 0;
    for (size_t i = 0; i < stack->count; i++) {
        count += data_get(stack->overlays[i], "changes")->count;
    }
    return count;
}

bool overlay_apply(struct overlay_stack *stack, const struct declaration *base,
                   struct declaration *out, struct arena *arena, struct complaints *complaints)
{
    struct work work = {.stack = stack, .to = out, .arena = arena, .complaints = complaints};
    size_t count = count_changes(stack);
    if (count > LIMIT_CHANGES) {
        return complain(complaints, data_get(stack->overlays[stack->count - 1], "changes"),
                        M_PACK_MANY, count, "changes", LIMIT_CHANGES);
    }
    copy_all(base, out, arena);
    declaration_flatten(out, arena);
    stack->changes = arena_get(arena, count + 1, sizeof *stack->changes);
    stack->change_count = 0;
    complaints->changed = true;
    for (size_t i = 0; i < stack->count; i++) {
        const struct data *examples = data_get(stack->overlays[i], "examples");
        out->examples = examples == NULL ? out->examples : examples;
    }
    bool ok = make_changes(&work);
    declaration_flatten(out, arena);
    return ok;
}
