#include "support_form.h"

#include "form.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdio.h>
#include <string.h>
#include <cmocka.h>

static const char *const keys[FORM_CELLS] = {"id",     "supports", "note",  "item", "title",
                                             "number", "date",     "pages", "file"};

void form_bench_enter(struct form_bench *bench)
{
    memset(bench, 0, sizeof *bench);
    place_enter(&bench->place);
    bench->told = (struct text)TEXT_EMPTY;
    bench->store = place_store(&bench->place, "kota.spbe", STORE_WRITE);
    bench->edit = (struct edit){bench->store, &bench->place.fixture.instrument, "Siti"};
}

void form_bench_leave(struct form_bench *bench)
{
    text_release(&bench->told);
    arena_release(&bench->arena);
    store_close(bench->store);
    place_leave(&bench->place);
}

/* The cell that "key=text" is about; *text is what follows. */
static enum form_cell cell_of(const char *setting, const char **text)
{
    size_t length = strcspn(setting, "=");
    *text = setting + length + 1;
    for (size_t i = 0; i < FORM_CELLS; i++) {
        if (strlen(keys[i]) == length && strncmp(keys[i], setting, length) == 0) {
            return (enum form_cell)i;
        }
    }
    fail_msg("no cell: %s", setting);
    return FORM_CELLS;
}

void form_bench_item(struct form_bench *bench, const char *indicator, const char *supports, ...)
{
    static const enum field fields[FORM_CELLS] = {[FORM_TITLE] = FIELD_EVIDENCE_TITLE,
                                                  [FORM_NUMBER] = FIELD_EVIDENCE_NUMBER,
                                                  [FORM_DATE] = FIELD_EVIDENCE_DATE,
                                                  [FORM_PAGES] = FIELD_EVIDENCE_PAGES,
                                                  [FORM_FILE] = FIELD_EVIDENCE_FILE};
    struct store *store = bench->store;
    struct error *err = &bench->place.err;
    char id[24];
    va_list settings;
    assert_true(store_begin(store, "Siti", "test", err));
    assert_true(store_next_id(store, FIELD_EVIDENCE_FOR, id, err));
    assert_true(store_set(store, FIELD_EVIDENCE_FOR, indicator, id, indicator, err));
    assert_true(store_set(store, FIELD_EVIDENCE_SUPPORTS, indicator, id, supports, err));
    va_start(settings, supports);
    for (const char *one; (one = va_arg(settings, const char *)) != NULL;) {
        const char *text = NULL;
        enum form_cell cell = cell_of(one, &text);
        assert_true(store_set(store, fields[cell], indicator, id, text, err));
    }
    va_end(settings);
    assert_true(store_commit(store, err));
}

void form_bench_begin(struct form_bench *bench)
{
    bench->row_count = 0;
    assert_true(store_evidence(bench->store, NULL, &bench->arena, &bench->began,
                               &bench->began_count, &bench->place.err));
}

/* The item that a row begins with. */
static const struct exhibit *first_item(const struct form_bench *bench, const char *id)
{
    for (size_t i = 0; i < bench->began_count; i++) {
        if (strcmp(bench->began[i].id, id) == 0) {
            return &bench->began[i];
        }
    }
    return form_first_item(bench->began, bench->began_count, id);
}

void form_bench_row(struct form_bench *bench, const char *id, ...)
{
    const struct exhibit *item = id[0] == '\0' ? NULL : first_item(bench, id);
    struct text supports = TEXT_EMPTY;
    va_list settings;
    assert_true(bench->row_count < FORM_BENCH_ROWS);
    struct form_bench_row *row = &bench->rows[bench->row_count++];
    snprintf(row->id, sizeof row->id, "%s", id);
    for (size_t i = 0; i < FORM_CELLS; i++) {
        const char *text = item == NULL ? NULL : form_evidence_text(&item->item, (enum form_cell)i);
        bool date = i == FORM_DATE && text != NULL;
        row->cells[i] = (struct form_raw){date ? SHEET_DATE : SHEET_TEXT, text == NULL ? "" : text};
    }
    if (item != NULL) {
        form_add_supports(item, &supports);
        row->cells[FORM_VALUE].text = arena_string(&bench->arena, supports.bytes);
        text_release(&supports);
    }
    va_start(settings, id);
    for (const char *one; (one = va_arg(settings, const char *)) != NULL;) {
        const char *text = NULL;
        enum form_cell cell = cell_of(one, &text);
        row->cells[cell] = (struct form_raw){SHEET_TEXT, arena_string(&bench->arena, text)};
    }
    va_end(settings);
}

void form_bench_kind(struct form_bench *bench, enum form_cell cell, enum sheet_kind kind)
{
    bench->rows[bench->row_count - 1].cells[cell].kind = kind;
}

/* ---- taking it in ---- */

static void add_problem(void *context, const struct error *problem)
{
    text_format(context, "%s %s\n", problem->where, problem->id);
}

static void add_notice(void *context, const char *place, const char *text)
{
    text_format(context, "%s: %s\n", place, text);
}

static void add_dispute(void *context, const struct form_dispute *dispute, const char *place)
{
    text_format(context, "%s %s %s\n", place, dispute->field.subject,
                change_word(dispute->field.field));
}

/* What the hidden sheet says of a row. */
static void fill_base(const struct form_bench *bench, const struct form_key *key, const char *id)
{
    const struct exhibit *item = first_item(bench, id);
    struct form_base *base = form_key_find(key, id);
    struct text supports = TEXT_EMPTY;
    assert_non_null(base);
    base->there = true;
    form_mark("", base->marks[FORM_VALUE]);
    if (item == NULL) {
        return;
    }
    base->item = item->id;
    form_add_supports(item, &supports);
    form_mark(supports.bytes, base->marks[FORM_VALUE]);
    text_release(&supports);
    for (size_t i = FORM_TITLE; i < FORM_CELLS; i++) {
        const char *text = form_evidence_text(&item->item, (enum form_cell)i);
        if (text != NULL) {
            form_mark(text, base->marks[i]);
        }
    }
}

static bool take_rows(const struct form_bench *bench, struct form_sightings *sightings,
                      struct error *err)
{
    static const uint32_t columns[FORM_CELLS] = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    bool ok = true;
    for (size_t i = 0; ok && i < bench->row_count; i++) {
        const struct form_bench_row *filled = &bench->rows[i];
        struct form_row row = {
            .sheet = "Lembar", .row = (uint32_t)i + 2, .columns = columns, .id = filled->id};
        memcpy(row.cells, filled->cells, sizeof row.cells);
        if (filled->id[0] != '\0') {
            fill_base(bench, sightings->key, filled->id);
            row.base = form_key_find(sightings->key, filled->id);
        }
        ok = form_sighting_row(sightings, &row, err);
    }
    return ok;
}

bool form_bench_import(struct form_bench *bench, enum form_choice choice,
                       const struct folder *folder)
{
    const struct form_listener listener = {add_problem, bench->gathers ? add_dispute : NULL,
                                           &bench->told, add_notice};
    struct arena arena = ARENA_EMPTY;
    struct form_report report = {.merge = {&bench->edit, &arena, choice},
                                 .path = "form.xlsx",
                                 .listener = &listener,
                                 .tally = &bench->tally};
    struct form_key key;
    struct form_sightings sightings = {.report = &report, .key = &key, .arena = &arena};
    struct error *err = &bench->place.err;
    text_clear(&bench->told);
    memset(&bench->tally, 0, sizeof bench->tally);
    assert_true(store_begin(bench->store, "Siti", "import form.xlsx", err));
    int64_t before = store_history_length(bench->store);
    assert_true(form_key_begin(&key, &bench->edit, &arena, err));
    if (!take_rows(bench, &sightings, err) || !form_evidence_take(&sightings, folder, err)) {
        fail_msg("%s: %s", err->where, err->message);
    }
    bench->changes = (size_t)(store_history_length(bench->store) - before);
    bool good = report.problems == 0;
    if (good) {
        assert_true(store_commit(bench->store, err));
    }
    store_rollback(bench->store);
    arena_release(&arena);
    return good;
}

/* ---- what is wanted ---- */

static const char *shown(const char *text)
{
    return text == NULL ? "" : text;
}

void form_bench_wants(struct form_bench *bench, const char *lines)
{
    struct arena arena = ARENA_EMPTY;
    struct exhibit *list = NULL;
    size_t count = 0;
    struct text now = TEXT_EMPTY;
    assert_true(store_evidence(bench->store, NULL, &arena, &list, &count, &bench->place.err));
    for (size_t i = 0; i < count; i++) {
        const struct evidence *item = &list[i].item;
        text_format(&now, "%s %s %s|%s|%s|%s|%s %s %s\n", list[i].id, list[i].indicator,
                    shown(item->title), shown(item->number), shown(item->date), shown(item->pages),
                    shown(item->file), list[i].criteria,
                    !list[i].stands                      ? "x"
                    : list[i].size == EXHIBIT_NO_CONTENT ? "-"
                                                         : "+");
    }
    assert_string_equal(now.bytes, lines);
    text_release(&now);
    arena_release(&arena);
}

void form_bench_told(const struct form_bench *bench, const char *text)
{
    if (strstr(bench->told.bytes, text) == NULL) {
        fail_msg("not told: %s\nbut: %s", text, bench->told.bytes);
    }
}
