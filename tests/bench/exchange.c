/* Reading assessments of 11 to 14 KB: the strict reader against a bare cJSON_Parse of the same bytes,
 * which builds a tree, lets much through, and still has to be freed. Each round measures all of them in
 * turn; medians of the rounds' ratios are held against floors. DOCUMENTS and ROUNDS may be set. */
#include "exchange.h"
#include "json.h"
#include "pack.h"

#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../unit/support_worker.c"

enum { ROUNDS_MOST = 101, READINGS = 4 };

/* The documents, one a line. */
struct load {
    struct text bytes;
    const char **starts; /* count + 1 of them: each ends before the next begins */
    size_t count;
    const struct instrument *instrument;
};

static void die(const char *what)
{
    fprintf(stderr, "bench: %s\n", what);
    exit(1);
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static int setting(const char *name, int usual)
{
    const char *value = getenv(name);
    return value == NULL ? usual : atoi(value);
}

/* Fills in what the generator writes. */
static void generate(struct load *load, const char *root)
{
    char command[4096];
    char piece[65536];
    size_t got = 0;
    snprintf(command, sizeof command,
             "lua5.4 '%s/tests/bench/generate.lua' --pack '%s/rules/spbe-2020' "
             "--count %d",
             root, root, setting("DOCUMENTS", 400));
    FILE *pipe = popen(command, "r");
    while (pipe != NULL && (got = fread(piece, 1, sizeof piece, pipe)) > 0) {
        text_append(&load->bytes, piece, got);
    }
    if (pipe == NULL || pclose(pipe) != 0) {
        die("the generator failed");
    }
    const char *end = load->bytes.bytes + load->bytes.length;
    load->starts = calloc(load->bytes.length / 1000 + 2, sizeof *load->starts);
    for (const char *at = load->bytes.bytes; at < end; at = strchr(at, '\n') + 1) {
        load->starts[load->count++] = at;
    }
    load->starts[load->count] = end;
}

static void parse_tree(const char *bytes, size_t length, const struct load *load,
                       struct arena *arena)
{
    (void)load;
    (void)arena;
    cJSON *tree = cJSON_ParseWithLength(bytes, length);
    if (tree == NULL) {
        die("cJSON refuses a document");
    }
    cJSON_Delete(tree);
}

static void read_record(const char *bytes, size_t length, const struct load *load,
                        struct arena *arena)
{
    char id[EXCHANGE_ID_BYTES];
    struct assessment assessment;
    struct error err = {.kind = ERROR_NONE};
    if (!exchange_peek_instrument(bytes, length, "f", id, &err) ||
        !exchange_read(bytes, length, "f", load->instrument, arena, &assessment, &err)) {
        die(err.message);
    }
}

static void skip_document(const char *bytes, size_t length, const struct load *load,
                          struct arena *arena)
{
    struct json json;
    struct error err = {.kind = ERROR_NONE};
    (void)load;
    json_open(&json, bytes, length, arena, "f");
    json_skip(&json, NULL);
    if (!json_end(&json, &err)) {
        die(err.message);
    }
}

static void rewrite_record(const char *bytes, size_t length, const struct load *load,
                           struct arena *arena)
{
    struct assessment assessment;
    struct error err = {.kind = ERROR_NONE};
    struct text out = TEXT_EMPTY;
    if (!exchange_read(bytes, length, "f", load->instrument, arena, &assessment, &err)) {
        die(err.message);
    }
    exchange_write(&assessment, &out);
    text_release(&out);
}

/* What is measured, the first being what the others are held against. */
static const struct {
    const char *name;
    void (*run)(const char *bytes, size_t length, const struct load *load, struct arena *arena);
    double floor; /* of the ratio; 0: only shown */
} readings[READINGS] = {
    {"cJSON: parse, delete", parse_tree, 0},
    {"exchange: peek, read", read_record, 3.0},
    {"json: skip, all checks", skip_document, 1.8},
    {"exchange: read, write", rewrite_record, 0},
};

static double measure(size_t reading, const struct load *load, struct arena *arena)
{
    double begun = now();
    for (size_t i = 0; i < load->count; i++) {
        arena_clear(arena);
        size_t length = (size_t)(load->starts[i + 1] - load->starts[i]);
        readings[reading].run(load->starts[i], length, load, arena);
    }
    return now() - begun;
}

static int compare(const void *left, const void *right)
{
    double one = *(const double *)left;
    double other = *(const double *)right;
    return (one > other) - (one < other);
}

static double median(double *values, size_t count)
{
    qsort(values, count, sizeof *values, compare);
    return values[count / 2];
}

/* The median of how many times as fast as the first a reading was, over the rounds. */
static double median_ratio(double seconds[READINGS][ROUNDS_MOST], size_t reading, size_t rounds)
{
    double ratios[ROUNDS_MOST];
    for (size_t k = 0; k < rounds; k++) {
        ratios[k] = seconds[0][k] / seconds[reading][k];
    }
    return median(ratios, rounds);
}

/* Prints the medians; false when one is below its floor. */
static bool report(double seconds[READINGS][ROUNDS_MOST], size_t rounds, const struct load *load)
{
    double ratios[READINGS];
    bool good = true;
    for (size_t i = 0; i < READINGS; i++) {
        ratios[i] = median_ratio(seconds, i, rounds);
        good = good && ratios[i] >= readings[i].floor;
    }
    printf("%zu documents of %zu bytes on average\n", load->count,
           load->bytes.length / load->count);
    for (size_t i = 0; i < READINGS; i++) {
        double each = median(seconds[i], rounds) / (double)load->count;
        printf("%-24s %6.1f us, %5.2f x cJSON", readings[i].name, each * 1e6, ratios[i]);
        printf(readings[i].floor > 0 ? " (at least %.1f)\n" : "\n", readings[i].floor);
    }
    return good;
}

int main(void)
{
    static double seconds[READINGS][ROUNDS_MOST];
    const char *root = getenv("ROOT") == NULL ? "." : getenv("ROOT");
    char place[4096];
    struct error err = {.kind = ERROR_NONE};
    struct arena arena = ARENA_EMPTY;
    struct load load = {.bytes = TEXT_EMPTY};
    snprintf(place, sizeof place, "%s/rules/spbe-2020", root);
    struct pack *pack = pack_load(place, &err);
    if (pack == NULL) {
        die(err.message);
    }
    load.instrument = pack_instrument(pack);
    generate(&load, root);
    size_t rounds = (size_t)setting("ROUNDS", 21) | 1U;
    rounds = rounds > ROUNDS_MOST ? ROUNDS_MOST : rounds;
    for (size_t k = 0; k < rounds; k++) {
        for (size_t i = 0; i < READINGS; i++) {
            seconds[i][k] = measure(i, &load, &arena);
        }
    }
    bool good = report(seconds, rounds, &load);
    arena_release(&arena);
    text_release(&load.bytes);
    free(load.starts);
    pack_free(pack);
    return good ? 0 : 1;
}
