#include "command.h"
#include "console.h"
#include "example.h"
#include "example_cover.h"
#include "example_page.h"
#include "function_cover.h"
#include "function_mutation.h"
#include "instrument.h"
#include "lang.h"
#include "message.h"
#include "mutation.h"
#include "pack.h"
#include "pack_stack.h"
#include "scorer.h"
#include "table.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

/* One run of the examples of a pack. */
struct test {
    const struct pack *pack;
    struct instrument instrument; /* the pack's, its functions watched */
    const struct pack_example *examples;
    size_t count;
    size_t numbers, different;
    struct arena arena; /* of all */
    struct cover cover;
    struct function_cover functions;
    struct console console;
};

/* The percents of --threshold; 0 without. */
static bool read_threshold(const struct call *call, unsigned *threshold, struct error *err)
{
    const char *text = command_value(call, "threshold");
    *threshold = 0;
    if (text == NULL) {
        return true;
    }
    size_t digits = strspn(text, "0123456789");
    bool good = digits > 0 && digits <= 3 && text[digits] == '\0';
    *threshold = good ? (unsigned)strtoul(text, NULL, 10) : 101;
    return *threshold <= 100 || error_set(err, M_TEST_THRESHOLD, call->command->name, text);
}

/* ---- examples and coverage ---- */

static void start(struct test *test, const struct pack *pack)
{
    const char *place = "";
    size_t count = 0;
    *test = (struct test){.pack = pack, .instrument = *pack_instrument(pack), .arena = ARENA_EMPTY};
    console_open(&test->console, stdout);
    test->examples = pack_examples(pack, &test->count);
    if (test->instrument.function_count > 0) {
        const struct source *sources = scorer_sources(test->instrument.scorer, &place, &count);
        test->instrument.scorer = scorer_new(place, sources, count);
        scorer_trace(test->instrument.scorer);
    }
    example_cover_start(&test->cover, &test->instrument, &test->arena);
}

static void finish(struct test *test)
{
    if (test->instrument.function_count > 0) {
        scorer_free(test->instrument.scorer);
    }
    arena_release(&test->arena);
}

/* Computes and shows all examples; the proof of those that differ. */
static bool run_examples(struct test *test, struct error *err)
{
    struct arena arena = ARENA_EMPTY;
    bool ok = true;
    for (size_t i = 0; ok && i < test->count; i++) {
        struct example_result result;
        arena_clear(&arena);
        ok = example_run(&test->instrument, &test->examples[i], &arena, &result, err);
        if (!ok) {
            break;
        }
        example_page_result(&test->instrument, &test->examples[i], &result, &test->console);
        if (result.different > 0) {
            example_page_proof(&test->instrument, &result, &test->console);
        }
        example_cover_add(&test->cover, &test->examples[i], &result);
        test->numbers += result.count;
        test->different += result.different;
    }
    arena_release(&arena);
    return ok;
}

static bool watch_functions(struct test *test, struct error *err)
{
    return test->instrument.function_count == 0 ||
           function_cover_read(test->instrument.scorer, &test->arena, &test->functions, err);
}

/* Shows coverage and the sum; false when it is below the threshold. */
static bool show_cover(struct test *test, unsigned threshold)
{
    bool computed = test->instrument.function_count > 0;
    unsigned percent =
        example_page_cover(&test->cover, computed ? &test->functions : NULL, &test->console);
    printf(_("examples: %zu, numbers: %zu, different: %zu\n"), test->count, test->numbers,
           test->different);
    if (percent < threshold) {
        printf(_("coverage: %u %%, less than the %u %% asked for\n"), percent, threshold);
    }
    return percent >= threshold;
}

/* ---- mistakes ---- */

/* Tried and noticed, of one kind. */
struct tally {
    size_t noticed, tried;
};

static void add_tally(struct table *table, const char *title, struct tally tally, struct tally *all)
{
    if (tally.tried == 0) {
        return;
    }
    table_cell(table, TONE_PLAIN, title);
    table_format(table, TONE_PLAIN, "%zu/%zu", tally.noticed, tally.tried);
    all->noticed += tally.noticed;
    all->tried += tally.tried;
}

/* Tries all mistakes in the tables; lists those that no example notices. */
static void try_tables(struct test *test, struct tally tallies[MUTATION_KINDS])
{
    struct arena work = ARENA_EMPTY, changed = ARENA_EMPTY;
    size_t count = 0;
    const struct mutation *list = mutation_list(&test->instrument, &test->arena, &count);
    for (size_t i = 0; i < count; i++) {
        struct instrument instrument;
        struct text what = TEXT_EMPTY;
        arena_clear(&changed);
        mutation_make(&list[i], &test->instrument, &changed, &instrument);
        bool noticed = mutation_noticed(&instrument, test->examples, test->count, &work);
        tallies[list[i].kind].tried++;
        tallies[list[i].kind].noticed += noticed;
        if (!noticed) {
            mutation_say(&list[i], &test->instrument, &what);
            console_item(&test->console, 2, TONE_WARN, "-", what.bytes);
        }
        text_release(&what);
    }
    arena_release(&changed);
    arena_release(&work);
}

/* The same in the functions. */
static bool try_functions(struct test *test, struct tally *tally, struct error *err)
{
    const struct function_mutant *mutants = NULL;
    size_t count = 0;
    struct function_cover *cover = &test->functions;
    if (!function_mutation_run(&test->instrument, cover, test->examples, test->count, &test->arena,
                               &mutants, &count, err)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        tally->tried++;
        tally->noticed += mutants[i].noticed;
        if (!mutants[i].noticed) {
            struct text what = TEXT_EMPTY;
            text_format(&what, "%s:%u: %s → %s", mutants[i].file, mutants[i].line, mutants[i].was,
                        mutants[i].with);
            console_item(&test->console, 2, TONE_WARN, "-", what.bytes);
            text_release(&what);
        }
    }
    return true;
}

static struct tally show_tallies(const struct test *test, const struct tally *tallies,
                                 struct tally functions)
{
    static const struct table_column columns[] = {
        {.title = N_("Mistakes that were tried")},
        {.title = N_("Noticed"), .right = true},
    };
    struct tally all = {0, 0}, ignored = {0, 0};
    struct table *table = table_new(columns, 2);
    for (int kind = 0; kind < MUTATION_KINDS; kind++) {
        add_tally(table, mutation_kind_title((enum mutation_kind)kind), tallies[kind], &all);
    }
    add_tally(table, _("functions"), functions, &all);
    table_rule(table);
    add_tally(table, _("all of it"), all, &ignored);
    fputc('\n', test->console.stream);
    table_print(table, &test->console);
    table_free(table);
    return all;
}

/* Tries mistakes, shows what is noticed. False when that is below the threshold. */
static bool mutate(struct test *test, unsigned threshold, struct error *err)
{
    struct tally tallies[MUTATION_KINDS] = {{0, 0}}, functions = {0, 0};
    console_write(&test->console, TONE_STRONG, _("Mistakes that no example notices"));
    fputc('\n', test->console.stream);
    try_tables(test, tallies);
    if (test->instrument.function_count > 0 && !try_functions(test, &functions, err)) {
        return false;
    }
    struct tally all = show_tallies(test, tallies, functions);
    unsigned percent = example_cover_percent((struct cover_count){all.noticed, all.tried});
    printf(_("mistakes: %zu, noticed: %zu, survived: %zu\n"), all.tried, all.noticed,
           all.tried - all.noticed);
    if (percent < threshold) {
        printf(_("noticed: %u %%, less than the %u %% asked for\n"), percent, threshold);
    }
    return percent >= threshold;
}

/* ---- the command ---- */

static bool run_pack(const struct call *call, const struct pack *pack, unsigned threshold,
                     struct error *err)
{
    struct test test;
    bool good = false;
    start(&test, pack);
    if (run_examples(&test, err) && watch_functions(&test, err)) {
        bool right = test.different == 0 && test.count > 0;
        bool tries = command_has(call, "mutate");
        bool covered = show_cover(&test, tries ? 0 : threshold);
        if (tries && right) {
            covered = mutate(&test, threshold, err);
        } else if (tries) {
            puts(_("mistakes are tried only where every example comes out"));
        }
        good = right && covered;
    }
    finish(&test);
    return good;
}

static int run_test(const struct call *call, struct error *err)
{
    unsigned threshold = 0;
    if (!read_threshold(call, &threshold, err)) {
        return 0;
    }
    struct pack *pack = pack_stack_load((const char *const *)call->arguments, err);
    bool good = pack != NULL && run_pack(call, pack, threshold, err);
    pack_free(pack);
    return good || error_is_set(err) ? 0 : 1;
}

const struct command command_test_table[] = {
    {.name = "rules test",
     .arguments = "PACK...",
     .least = 1,
     .many = true,
     .summary = N_("computes the examples that a pack carries, and shows what they leave untested"),
     .example = "spbe rules test spbe-2020 --mutate",
     .details =
         N_("Prints what each example expects and what is computed, and how a number came about "
            "that differs; then which levels, criteria, items, predicates, functions and lines of "
            "functions the examples touch. --mutate makes small mistakes in the rules, one at a "
            "time (a weight, the edge of a predicate, the duty of evidence, a comparison in a "
            "function), and lists those that no example notices. Exit status 1 when a number "
            "differs, when there is no example, or below --threshold."),
     .run = run_test,
     .options = {{.name = "threshold",
                  .argument = "PERCENT",
                  .help = N_("how much must be touched, with --mutate: noticed, at least")},
                 {.name = "mutate", .help = N_("tries small mistakes in the rules")},
                 {.name = NULL}}},
    {.name = NULL},
};
