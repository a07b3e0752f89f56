#include "template_trial.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "lang.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A folder of the test's own, which is where trials draw, too; what the trial prints goes nowhere. */
struct place {
    char folder[64];
    int output; /* the real standard output */
};

static struct place enter(void)
{
    struct place place = {.folder = "/tmp/spbe-test-XXXXXX"};
    assert_non_null(mkdtemp(place.folder));
    assert_int_equal(setenv("TMPDIR", place.folder, 1), 0);
    lang_choose("en");
    fflush(stdout);
    place.output = dup(STDOUT_FILENO);
    return place;
}

/* From here on standard output goes into a file of the folder. */
static void hear(const struct place *place)
{
    char path[96];
    snprintf(path, sizeof path, "%s/said", place->folder);
    assert_non_null(freopen(path, "w", stdout));
}

/* Everything that was said, for the caller to free; standard output is the real one again. */
static char *said(const struct place *place)
{
    char path[96];
    snprintf(path, sizeof path, "%s/said", place->folder);
    fflush(stdout);
    dup2(place->output, STDOUT_FILENO);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    char *text = calloc(1, 8192);
    assert_non_null(text);
    size_t length = fread(text, 1, 8191, file);
    text[length] = '\0';
    fclose(file);
    unlink(path);
    return text;
}

/* How many files the folder holds. */
static size_t files_in(const struct place *place)
{
    size_t count = 0;
    DIR *folder = opendir(place->folder);
    assert_non_null(folder);
    for (const struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        count += entry->d_name[0] != '.';
    }
    closedir(folder);
    return count;
}

static void leave(const struct place *place)
{
    assert_int_equal(files_in(place), 0);
    close(place->output);
    unsetenv("TMPDIR");
    rmdir(place->folder);
}

/* Writes a template into the folder; its path is valid until the next one. */
static const char *write_template(const struct place *place, const char *source)
{
    static char path[96];
    snprintf(path, sizeof path, "%s/t.lua", place->folder);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(source, file);
    fclose(file);
    return path;
}

static size_t lines_with(const char *text, const char *words)
{
    size_t count = 0;
    for (const char *at = text; (at = strstr(at, words)) != NULL; at += strlen(words)) {
        count++;
    }
    return count;
}

/* Tries a template over the program's examples; what it said is the caller's to free. */
static char *try_examples(const struct place *place, const char *name, bool good, struct error *err)
{
    struct template_trial *trial = template_trial_open(name, err);
    assert_non_null(trial);
    hear(place);
    bool done = template_trial_examples(trial, err);
    char *text = said(place);
    template_trial_close(trial);
    assert_int_equal(done, good);
    return text;
}

static void test_template_trial__a_result_is_tried_nine_times(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    struct place place = enter();
    const char *path = write_template(
        &place, "local s = sheet(\"Satu\")\ns:text(1, 1, report.assessment.agency.name)\n");
    char *text = try_examples(&place, path, true, &err);
    assert_int_equal(lines_with(text, "xlsx"), 9);
    assert_int_equal(lines_with(text, "html"), 9);
    assert_int_equal(lines_with(text, "nothing answered"), 3);
    assert_int_equal(lines_with(text, "spbe-2018"), 3);
    free(text);
    unlink(path);
    leave(&place);
}

/* The examples differ in what a template can stumble over: here in whether there is any evidence. */
static void test_template_trial__what_fails_is_told_with_its_line(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    struct place place = enter();
    const char *path = write_template(&place, "-- Dokumen: spbe-report/1\n"
                                              "local s = sheet(\"Satu\")\n"
                                              "s:text(1, 1, \"a\")\n"
                                              "if report.index.given > 0 then\n"
                                              "  s:text(2, 1, 5)\n"
                                              "end\n");
    char *text = try_examples(&place, path, false, &err);
    assert_int_equal(err.kind, ERROR_PACK);
    assert_non_null(strstr(err.where, "t.lua:5"));
    assert_int_equal(lines_with(text, "nothing answered"), 1); /* that one was drawn */
    assert_int_equal(lines_with(text, "all answered"), 0);
    free(text);
    unlink(path);
    leave(&place);
}

/* What only a page refuses is found, too: conditions that take too many steps. */
static void test_template_trial__a_page_is_tried_as_well(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    struct place place = enter();
    const char *path = write_template(
        &place, "local s = sheet(\"Satu\")\n"
                "style(\"merah\", { color = \"#FF0000\" })\n"
                "for row = 1, 1000 do s:cells(row, 1, { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 }) end\n"
                "for n = 1, 3 do\n"
                "  s:condition(1, 1, 1000, 10,\n"
                "    { formula = \"=SUM($A$1:$A$1000)<\" .. n, style = \"merah\" })\n"
                "end\n");
    char *text = try_examples(&place, path, false, &err);
    assert_string_equal(err.id, "HTML_STEPS");
    assert_int_equal(lines_with(text, "xlsx"), 1);
    assert_int_equal(lines_with(text, "html"), 0);
    free(text);
    unlink(path);
    leave(&place);
}

static void test_template_trial__each_document_has_its_examples(void **state)
{
    (void)state;
    static const struct {
        enum template_kind kind;
        size_t examples;
        const char *proof; /* something that only this document has */
    } cases[] = {
        {TEMPLATE_PLAN, 9, "report.total.cost"},
        {TEMPLATE_COMPARISON, 3, "report.sides[3].agency"},
        {TEMPLATE_ROLLUP, 3, "rows()[3].agency"},
        {TEMPLATE_IMPACT, 1, "report.assessments[1].agency"},
        {TEMPLATE_FORM, 9, "options.seal"},
        {TEMPLATE_CONFLICTS, 9, "options.seal"},
        {TEMPLATE_REGISTER, 9, "tostring(#options.evidence)"},
    };
    struct place place = enter();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct error err = {.kind = ERROR_NONE};
        char source[256];
        snprintf(source, sizeof source, "-- Dokumen: %s\nsheet(\"Satu\"):text(1, 1, %s)\n",
                 template_kinds[cases[i].kind].format, cases[i].proof);
        const char *path = write_template(&place, source);
        char *text = try_examples(&place, path, true, &err);
        assert_int_equal(lines_with(text, "xlsx"), cases[i].examples);
        free(text);
        unlink(path);
    }
    leave(&place);
}

/* A document that is there already is drawn as it is. */
static void test_template_trial__a_document_at_hand_is_drawn(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    struct place place = enter();
    struct text document = TEXT_EMPTY;
    text_add(&document, "{\"format\":\"spbe-plan/1\",\"kata\":\"ada\"}");
    const char *path = write_template(
        &place, "-- Dokumen: spbe-plan/1\nsheet(\"Satu\"):text(1, 1, report.kata)\n");
    struct template_trial *trial = template_trial_open(path, &err);
    assert_non_null(trial);
    assert_int_equal(template_trial_kind(trial), TEMPLATE_PLAN);
    hear(&place);
    bool done = template_trial_document(trial, "rencana.json", &document, 2024, &err);
    char *text = said(&place);
    assert_true(done);
    assert_non_null(strstr(text, "  rencana.json "));
    free(text);
    template_trial_close(trial);
    text_release(&document);
    unlink(path);
    leave(&place);
}

/* Comparisons and roll-ups need more than one: the assessment that was named stands beside itself. */
static void test_template_trial__one_input_is_enough(void **state)
{
    (void)state;
    struct place place = enter();
    char input[96];
    snprintf(input, sizeof input, "%s/kota.json", place.folder);
    FILE *file = fopen(input, "w");
    assert_non_null(file);
    fputs("{\"format\":\"spbe-assessment/1\",\"instrument\":\"spbe-2020\",\"year\":2023,"
          "\"agency\":{\"name\":\"Kota Contoh\",\"kind\":\"kota\"},"
          "\"answers\":{\"I01\":{\"claimed\":3}}}",
          file);
    fclose(file);
    static const char *const sources[] = {
        "-- Dokumen: spbe-comparison/1\nsheet(\"A\"):number(1, 1, report.sides[2].year)\n",
        "-- Dokumen: spbe-rollup/1\nsheet(\"A\"):text(1, 1, rows()[2].agency)\n",
        "-- Dokumen: spbe-plan/1\nsheet(\"A\"):text(1, 1, report.before.exact)\n",
    };
    for (size_t i = 0; i < sizeof sources / sizeof sources[0]; i++) {
        struct error err = {.kind = ERROR_NONE};
        const char *path = write_template(&place, sources[i]);
        struct template_trial *trial = template_trial_open(path, &err);
        assert_non_null(trial);
        hear(&place);
        bool done = template_trial_input(trial, input, &err);
        free(said(&place));
        assert_true(done);
        template_trial_close(trial);
        unlink(path);
    }
    unlink(input);
    leave(&place);
}

static void test_template_trial__what_cannot_begin_says_why(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    struct place place = enter();
    assert_null(template_trial_open("tidak-ada", &err));
    assert_int_equal(err.kind, ERROR_PACK);
    err = (struct error){.kind = ERROR_NONE};
    const char *path = write_template(&place, "-- Dokumen: spbe-lain/1\n");
    assert_null(template_trial_open(path, &err));
    assert_non_null(strstr(err.where, "t.lua:1"));
    unlink(path);
    leave(&place);
    assert_int_equal(setenv("TMPDIR", "/tidak/ada", 1), 0);
    err = (struct error){.kind = ERROR_NONE};
    assert_null(template_trial_open("lhe", &err));
    assert_int_equal(err.kind, ERROR_SYSTEM);
    unsetenv("TMPDIR");
    template_trial_close(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_template_trial__a_result_is_tried_nine_times),
        cmocka_unit_test(test_template_trial__what_fails_is_told_with_its_line),
        cmocka_unit_test(test_template_trial__a_page_is_tried_as_well),
        cmocka_unit_test(test_template_trial__each_document_has_its_examples),
        cmocka_unit_test(test_template_trial__a_document_at_hand_is_drawn),
        cmocka_unit_test(test_template_trial__one_input_is_enough),
        cmocka_unit_test(test_template_trial__what_cannot_begin_says_why),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
