#include "budget.h"

#include "complaint.h"
#include "example.h"
#include "function_cover.h"
#include "limit.h"
#include "lua_words.h"
#include "scorer.h"

#include <assert.h>
#include <string.h>

/* The most of something in one file, and in which. */
struct peak {
    int64_t used;
    const char *file;
};

/* What can be seen in the files themselves. */
struct files {
    struct peak bytes, words, depth, text;
};

static void raise_peak(struct peak *peak, int64_t used, const char *file)
{
    if (used > peak->used) {
        *peak = (struct peak){used, file};
    }
}

/* Looks through what a file declares; `depth` tables are around. As deep as LIMIT_PACK_DEPTH. */
static void look_at(const struct data *value, int depth, const char *file, struct files *files)
{
    bool table = value->type == DATA_RECORD || value->type == DATA_LIST;
    if (value->type == DATA_TEXT) {
        raise_peak(&files->text, (int64_t)strlen(value->text), file);
    }
    if (table) {
        raise_peak(&files->depth, depth + 1, file);
        for (const struct data *each = value->first; each != NULL; each = each->next) {
            look_at(each, depth + 1, file, files);
        }
    }
}

static void measure_files(const struct source *sources, size_t count, struct files *files)
{
    *files = (struct files){{0, ""}, {0, ""}, {0, ""}, {0, ""}};
    for (size_t i = 0; i < count; i++) {
        const char *file = sources[i].place != NULL ? sources[i].place : sources[i].name;
        const struct text *text = &sources[i].text;
        raise_peak(&files->bytes, (int64_t)text->length, file);
        raise_peak(&files->words, (int64_t)lua_words_count(text->bytes, text->length), file);
        if (sources[i].value != NULL) {
            look_at(sources[i].value, 0, file, files);
        }
    }
}

/* Computes all examples, so that every function that they reach was called. */
static bool run_examples(const struct instrument *instrument, const struct pack_example *examples,
                         size_t count, struct error *err)
{
    struct arena arena = ARENA_EMPTY;
    bool ok = true;
    for (size_t i = 0; ok && i < count; i++) {
        struct example_result result;
        arena_clear(&arena);
        ok = example_run(instrument, &examples[i], &arena, &result, err);
    }
    arena_release(&arena);
    return ok;
}

/* The lines so far. */
struct lines {
    struct budget_line *list;
    size_t count;
};

/* Adds a line about the row of limit.h with that value and name. */
static void add(struct lines *lines, const char *limit, struct peak peak, bool varies)
{
    static const struct {
        const char *name;
        long value;
        const char *unit, *what;
    } rows[] = {
#define ROW(name, value, unit, what) {#name, value, unit, what},
        LIMITS(ROW)
#undef ROW
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (strcmp(rows[i].name, limit) == 0) {
            assert(lines->count < BUDGET_LINES);
            lines->list[lines->count++] = (struct budget_line){.limit = rows[i].name,
                                                               .what = rows[i].what,
                                                               .unit = rows[i].unit,
                                                               .where = peak.file,
                                                               .used = peak.used,
                                                               .most = rows[i].value,
                                                               .varies = varies};
            return;
        }
    }
    assert(false);
}

static void add_sum(struct lines *lines, const char *limit, size_t used)
{
    add(lines, limit, (struct peak){(int64_t)used, ""}, false);
}

/* What the worker reports. */
static void add_run(struct lines *lines, const struct function_cover *cover)
{
    add_sum(lines, "LIMIT_PACK_DATA", (size_t)cover->data);
    add_sum(lines, "LIMIT_PACK_VALUES", (size_t)cover->values);
    add_sum(lines, "LIMIT_PACK_STEPS", (size_t)cover->steps);
    add_sum(lines, "LIMIT_SCORE_STEPS", (size_t)cover->score_steps);
    add_sum(lines, "LIMIT_PACK_TOTAL", (size_t)cover->total);
    add_sum(lines, "LIMIT_LUA_BYTES", (size_t)cover->peak);
    add(lines, "LIMIT_LUA_MS", (struct peak){cover->cpu_ms, ""}, true);
}

static void add_files(struct lines *lines, const struct source *sources, size_t count)
{
    struct files files;
    measure_files(sources, count, &files);
    add_sum(lines, "LIMIT_PACK_FILES", count);
    add(lines, "LIMIT_SOURCE_BYTES", files.bytes, false);
    add(lines, "LIMIT_SOURCE_WORDS", files.words, false);
    add(lines, "LIMIT_PACK_DEPTH", files.depth, false);
    add(lines, "LIMIT_PACK_TEXT", files.text, false);
}

bool budget_measure(const struct instrument *instrument, const struct pack_example *examples,
                    size_t example_count, struct arena *arena,
                    struct budget_line list[BUDGET_LINES], size_t *count, struct error *err)
{
    const char *place = "";
    size_t source_count = 0;
    const struct source *sources = scorer_sources(instrument->scorer, &place, &source_count);
    struct instrument own = *instrument;
    struct function_cover cover;
    struct lines lines = {list, 0};
    own.scorer = scorer_new(place, sources, source_count);
    scorer_keep(own.scorer);
    bool ok = run_examples(&own, examples, example_count, err) &&
              function_cover_read(own.scorer, arena, &cover, err);
    scorer_free(own.scorer);
    if (!ok) {
        return false;
    }
    add_files(&lines, sources, source_count);
    add_sum(&lines, "LIMIT_INDICATORS", instrument->indicator_count);
    add_sum(&lines, "LIMIT_EXAMPLES", example_count);
    if (instrument->overlay_count > 0) {
        add_sum(&lines, "LIMIT_OVERLAYS", instrument->overlay_count);
        add_sum(&lines, "LIMIT_CHANGES", instrument->change_count);
    }
    add_run(&lines, &cover);
    *count = lines.count;
    return true;
}
