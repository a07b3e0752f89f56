#include "report_set.h"

#include "arena.h"
#include "json.h"
#include "lang.h"
#include "out_folder.h"

#include <stdint.h>
#include <stdlib.h>

static const struct report_paper papers[] = {
    {"laporan-pimpinan", N_("report for the leadership"), false},
    {"laporan-asesor", N_("report for assessors: everything, with its proofs"), false},
    {"lhe", N_("the contents of an official result report"), false},
    {"sanggah", N_("what can be objected to, and what it would bring"), true},
    {"berita-acara", N_("record of the self-assessment, to be signed"), false},
    {"pernyataan", N_("consent to publication, to be signed"), false},
    {NULL, NULL, false},
};

const struct report_paper *report_set_papers(void)
{
    return papers;
}

/* ---- what is disputed ----------------------------------------------------------------------------- */

/* The text of a member of an object; bytes NULL where there is none. */
static struct json_text member(struct json_text object, const char *name, struct arena *arena)
{
    struct json json;
    struct json_text key, found = {NULL, 0};
    struct error ignored = {.kind = ERROR_NONE};
    if (object.bytes == NULL) {
        return found;
    }
    json_open(&json, object.bytes, object.length, arena, NULL);
    json.value_limit = SIZE_MAX;
    if (json_peek(&json) == JSON_OBJECT && json_object(&json)) {
        while (json_key(&json, &key)) {
            json_skip(&json, json_is(&key, name) ? &found : NULL);
        }
    }
    return json_end(&json, &ignored) ? found : (struct json_text){NULL, 0};
}

bool report_set_disputed(const struct text *document)
{
    struct arena arena = ARENA_EMPTY;
    struct json_text whole = {document->bytes, document->length};
    struct json_text all = member(member(whole, "objection", &arena), "all", &arena);
    struct json_text count = member(all, "count", &arena);
    bool disputed = count.bytes != NULL && (count.length > 1 || count.bytes[0] != '0');
    arena_release(&arena);
    return disputed;
}

/* ---- drawing -------------------------------------------------------------------------------------- */

/* Draws one paper in one format. */
static bool draw(struct out_folder *folder, const struct report_paper *paper, const char *format,
                 const struct template_run *run, const char *language, struct error *err)
{
    struct text name = TEXT_EMPTY;
    text_format(&name, "%s.%s", paper->template, format);
    char *path = out_folder_path(folder, name.bytes, err);
    struct template *template = path == NULL ? NULL : template_open(paper->template, language, err);
    struct template_run one = *run;
    one.output = path;
    bool done = template != NULL && template_run(template, &one, err);
    template_close(template);
    free(path);
    text_release(&name);
    return done;
}

/* The result itself, one line. */
static bool put_result(struct out_folder *folder, const struct text *document, struct error *err)
{
    return out_folder_open(folder, REPORT_SET_RESULT, err) &&
           out_folder_write(folder, document->bytes, document->length, err) &&
           out_folder_write(folder, "\n", 1, err);
}

bool report_set_write(const char *path, const struct template_run *run, const char *const *formats,
                      const char *language, struct error *err)
{
    bool disputed = report_set_disputed(run->document);
    struct out_folder *folder = out_folder_begin(path, err);
    bool done = folder != NULL;
    for (const struct report_paper *paper = papers; done && paper->template != NULL; paper++) {
        for (size_t i = 0; done && formats[i] != NULL; i++) {
            done = (paper->objections && !disputed) ||
                   draw(folder, paper, formats[i], run, language, err);
        }
    }
    done = done && put_result(folder, run->document, err);
    return out_folder_end(folder, done, err);
}
