/* Several processes give what one gives, byte for byte and refusal for refusal, whatever a stream holds. */
#include "parallel.h"

#include "file.h"
#include "limit.h"
#include "memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

/* A folder with streams, and an evaluator for all tests. */
struct desk {
    char folder[32];
    char stream[64], said[64];
    struct evaluator *evaluator;
    size_t done, bad; /* of all runs of one process */
};

/* What a run came to. */
struct tally {
    struct text text; /* a line for each assessment */
    struct text said; /* on standard error */
    size_t done, bad, without;
    bool going, ended;
};

static int open_desk(void **state)
{
    static const char *const rules[] = {"spbe-2020", NULL};
    struct error err = {.kind = ERROR_NONE};
    struct desk *desk = memory_zero(1, sizeof *desk);
    strcpy(desk->folder, "/tmp/spbe-parallel-XXXXXX");
    assert_non_null(mkdtemp(desk->folder));
    snprintf(desk->stream, sizeof desk->stream, "%s/s.jsonl", desk->folder);
    snprintf(desk->said, sizeof desk->said, "%s/said", desk->folder);
    desk->evaluator = evaluator_new(rules, BASIS_BY_RULE, &err);
    *state = desk;
    return desk->evaluator == NULL;
}

static int close_desk(void **state)
{
    struct desk *desk = *state;
    unlink(desk->stream);
    unlink(desk->said);
    rmdir(desk->folder);
    evaluator_free(desk->evaluator);
    free(desk);
    return 0;
}

/* parallel.write: agency and index, a line. */
static void write_line(void *context, const struct evaluation *evaluation, struct text *out,
                       size_t *without)
{
    (void)context;
    text_format(out, "%s %d %s\n", evaluation->assessment->agency, evaluation->assessment->year,
                evaluation->assessment->sha256);
    *without += evaluation->assessment->year == 2022;
}

static bool put_text(void *context, const char *bytes, size_t length, struct error *err)
{
    struct tally *outcome = context;
    (void)err;
    text_append(&outcome->text, bytes, length);
    return true;
}

static bool take_line(void *context, const struct evaluation *evaluation, const char *name,
                      struct error *err)
{
    struct tally *outcome = context;
    (void)name;
    (void)err;
    write_line(NULL, evaluation, &outcome->text, &outcome->without);
    return true;
}

/* Does the inputs, with `jobs` members; 0: as one process does. */
static void run(struct desk *desk, const char *const *inputs, size_t jobs, size_t piece,
                struct tally *outcome)
{
    struct error err = {.kind = ERROR_NONE};
    *outcome = (struct tally){.text = TEXT_EMPTY, .said = TEXT_EMPTY, .going = true};
    struct batch batch = {.evaluator = desk->evaluator, .take = take_line, .context = outcome};
    struct parallel parallel = {
        .write = write_line, .put = put_text, .context = outcome, .piece_size = piece};
    int kept = dup(STDERR_FILENO);
    assert_non_null(freopen(desk->said, "w", stderr));
    if (jobs > 0) {
        outcome->going = parallel_run(&parallel, &batch, inputs, jobs, &err);
        outcome->without = parallel.without;
    }
    for (; jobs == 0 && outcome->going && *inputs != NULL; inputs++) {
        outcome->going = batch_input(&batch, *inputs, &err);
    }
    outcome->ended = batch_end(&batch, &err);
    fprintf(stderr, "end: %s %s\n", err.id == NULL ? "" : err.id, err.message);
    fflush(stderr);
    dup2(kept, STDERR_FILENO);
    close(kept);
    outcome->done = batch.done;
    outcome->bad = batch.bad;
    struct error ignored = {.kind = ERROR_NONE};
    assert_true(file_read(desk->said, 1 << 20, &outcome->said, &ignored));
}

static void release(struct tally *outcome)
{
    text_release(&outcome->text);
    text_release(&outcome->said);
}

/* All ways of doing the inputs give the same. */
static void assert_same(struct desk *desk, const char *const *inputs)
{
    static const struct {
        size_t jobs, piece;
    } ways[] = {{1, 0}, {2, 0}, {2, 1}, {3, 300}, {2, 2000}};
    struct tally one;
    run(desk, inputs, 0, 0, &one);
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        struct tally other;
        run(desk, inputs, ways[i].jobs, ways[i].piece, &other);
        assert_string_equal(other.text.bytes, one.text.bytes);
        assert_string_equal(other.said.bytes, one.said.bytes);
        assert_int_equal(other.done, one.done);
        assert_int_equal(other.bad, one.bad);
        assert_int_equal(other.without, one.without);
        assert_int_equal(other.going, one.going);
        assert_int_equal(other.ended, one.ended);
        release(&other);
    }
    desk->done += one.done;
    desk->bad += one.bad;
    release(&one);
}

static void write_stream(const struct desk *desk, const struct text *text)
{
    struct error err = {.kind = ERROR_NONE};
    assert_true(file_write(desk->stream, text->bytes, text->length, &err));
}

#define HEAD "{\"format\":\"spbe-assessment/1\",\"instrument\":\"spbe-2020\",\"year\":202%d"
#define AGENCY ",\"agency\":{\"name\":\"Kota %d\",\"kind\":\"kota\"}"

/* Pieces of streams: sound documents in several layouts, broken ones, and rubbish. */
static const char *const shapes[] = {
    HEAD AGENCY "}\n",
    HEAD AGENCY "}\n",
    HEAD AGENCY ",\"answers\":{\"I01\":{\"claimed\":3}}}\r\n",
    HEAD "\n" AGENCY "\n}\n\n\n",
    HEAD ",\n\"agency\":\n{\"name\":\"Kota %d\",\n\"kind\":\"kota\"\n}\n}\n",
    HEAD AGENCY "}" HEAD AGENCY "}\n",
    HEAD AGENCY "} ",
    HEAD AGENCY "\n",
    HEAD AGENCY ",\"answers\":{\n",
    HEAD AGENCY "}}\n",
    HEAD ",\"agency\":{\"name\":\"Kota %d}\n",
    HEAD ",\"agency\":{\"name\":\"} %d\\\n",
    "rubbish %d %d\n",
    "[1,%d,{\n\"a\":%d}\n]\n",
    "{\"a\":{}\n}%d%d\n",
    "  \n\t\n%.0d%.0d",
    "\xEF\xBB\xBF" HEAD AGENCY "}\n",
};

/* Appends up to 40 shapes by chance, every third of any kind, the others sound. */
static void add_shapes(struct text *text)
{
    for (long i = random() % 40; i > 0; i--) {
        size_t shape = (size_t)random() % (sizeof shapes / sizeof shapes[0]);
        shape = random() % 3 == 0 ? shape : shape % 6;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        text_format(text, shapes[shape], (int)(random() % 4 + 1), (int)i, (int)(random() % 4 + 1),
                    (int)i);
#pragma GCC diagnostic pop
    }
}

static void test_parallel__gives_what_one_process_gives(void **state)
{
    struct desk *desk = *state;
    const char *const inputs[] = {desk->stream, desk->stream, NULL};
    srandom(7);
    for (int round = 0; round < 60; round++) {
        struct text text = TEXT_EMPTY;
        add_shapes(&text);
        write_stream(desk, &text);
        assert_same(desk, inputs);
        text_release(&text);
    }
    assert_true(desk->done > 500 && desk->bad > 300); /* both kinds were there */
}

/* Lays a pipe in the place of the stream. Returns the process that writes the text into it. */
static pid_t write_pipe(const struct desk *desk, const struct text *text)
{
    assert_int_equal(unlink(desk->stream), 0);
    assert_int_equal(mkfifo(desk->stream, 0600), 0);
    pid_t writer = fork();
    if (writer == 0) {
        FILE *pipe = fopen(desk->stream, "w");
        bool written = pipe != NULL && fwrite(text->bytes, 1, text->length, pipe) == text->length;
        _exit(written && fclose(pipe) == 0 ? 0 : 1);
    }
    return writer;
}

/* What cannot be read by place, a pipe, gives the same as a file. */
static void test_parallel__reads_pipes_as_files(void **state)
{
    struct desk *desk = *state;
    const char *const inputs[] = {desk->stream, NULL};
    srandom(11);
    for (size_t round = 0; round < 20; round++) {
        struct text text = TEXT_EMPTY;
        struct tally one;
        struct tally other;
        int status = 0;
        add_shapes(&text);
        write_stream(desk, &text);
        run(desk, inputs, 0, 0, &one);
        pid_t writer = write_pipe(desk, &text);
        run(desk, inputs, 2, round % 3 * 500, &other);
        assert_int_equal(waitpid(writer, &status, 0), writer);
        assert_int_equal(status, 0);
        assert_string_equal(other.text.bytes, one.text.bytes);
        assert_string_equal(other.said.bytes, one.said.bytes);
        assert_int_equal(unlink(desk->stream), 0);
        release(&one);
        release(&other);
        text_release(&text);
    }
}

/* A stream whose rest is longer than a document may be, without a place for a cut, is done by one process,
 * and its documents keep their numbers. */
static void test_parallel__does_a_long_rest_that_cannot_be_cut(void **state)
{
    struct desk *desk = *state;
    const char *const inputs[] = {desk->stream, NULL};
    struct text text = TEXT_EMPTY;
    text_format(&text, HEAD AGENCY "}\n" HEAD AGENCY "}\n", 2, 1, 3, 2);
    while (text.length < LIMIT_JSON_BYTES + 100000) {
        text_format(&text, HEAD AGENCY "}", 3, 7);
        text_add(&text, text.length % 7 == 0 ? "}" : " ");
        for (int i = 0; i < 2000; i++) {
            text_add(&text, "          ");
        }
    }
    write_stream(desk, &text);
    assert_same(desk, inputs);
    text_release(&text);
}

/* A stream in which no place for a cut is found is done all the same: here one line a megabyte long. */
static void test_parallel__does_what_cannot_be_cut(void **state)
{
    struct desk *desk = *state;
    const char *const inputs[] = {desk->stream, NULL};
    struct text text = TEXT_EMPTY;
    for (int i = 0; i < 40; i++) {
        text_format(&text, HEAD AGENCY "}", 3, i);
        while (text.length % 100000 != 0) {
            text_add_byte(&text, ' ');
        }
    }
    write_stream(desk, &text);
    assert_same(desk, inputs);
    text_release(&text);
}

/* Inputs without documents, and such as are not there, are told in their order. */
static void test_parallel__empty_inputs_are_told(void **state)
{
    struct desk *desk = *state;
    const char *const inputs[] = {desk->stream, "/nowhere/a.json", desk->stream, NULL};
    struct text text = TEXT_EMPTY;
    write_stream(desk, &text);
    assert_same(desk, inputs);
    text_add(&text, " \n \n");
    write_stream(desk, &text);
    assert_same(desk, inputs);
    text_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parallel__gives_what_one_process_gives),
        cmocka_unit_test(test_parallel__reads_pipes_as_files),
        cmocka_unit_test(test_parallel__does_what_cannot_be_cut),
        cmocka_unit_test(test_parallel__does_a_long_rest_that_cannot_be_cut),
        cmocka_unit_test(test_parallel__empty_inputs_are_told),
    };
    return cmocka_run_group_tests(tests, open_desk, close_desk);
}
