#include "report_source.h"

#include "file.h"
#include "file_name.h"
#include "json.h"
#include "limit.h"
#include "message.h"
#include "report.h"

#include <stdint.h>
#include <string.h>

void report_source_make(const struct evaluation *evaluation, struct arena *scratch,
                        struct report_source *out)
{
    text_clear(&out->document);
    report_write(evaluation, REPORT_FULL, scratch, &out->document);
    out->year = evaluation->assessment->year;
    out->lowest = evaluation->instrument->level_lowest;
    out->highest = evaluation->instrument->level_highest;
}

void report_source_release(struct report_source *source)
{
    text_release(&source->document);
    *source = REPORT_SOURCE_EMPTY;
}

/* ---- saved before --------------------------------------------------------------------------------- */

/* Reads one whole number of an object, between 0 and 9999; all else in it is left to the template. */
static void read_whole(struct json_text object, const char *name, int *value)
{
    struct arena arena = ARENA_EMPTY;
    struct json json;
    struct json_text key;
    int64_t number = *value;
    json_open(&json, object.bytes, object.length, &arena, NULL);
    json.value_limit = SIZE_MAX;
    json_object(&json);
    while (json_key(&json, &key)) {
        if (json_is(&key, name)) {
            json_integer(&json, 0, 9999, &number);
        } else {
            json_skip(&json, NULL);
        }
    }
    struct error ignored = {.kind = ERROR_NONE};
    *value = json_end(&json, &ignored) ? (int)number : 0;
    arena_release(&arena);
}

/* True when the bytes are a result document that was saved before, with the year of its assessment and
 * the scale of its instrument. */
static bool is_result(struct report_source *source)
{
    struct arena arena = ARENA_EMPTY;
    struct json json;
    struct json_text key;
    struct json_text format = {NULL, 0}, assessment = {NULL, 0}, scale = {NULL, 0};
    json_open(&json, source->document.bytes, source->document.length, &arena, NULL);
    json.value_limit = SIZE_MAX;
    if (json_peek(&json) == JSON_OBJECT && json_object(&json)) {
        while (json_key(&json, &key)) {
            if (json_is(&key, "format") && json_peek(&json) == JSON_STRING) {
                json_string(&json, &format);
            } else {
                json_skip(&json, json_is(&key, "assessment") ? &assessment
                                 : json_is(&key, "scale")    ? &scale
                                                             : NULL);
            }
        }
    }
    struct error ignored = {.kind = ERROR_NONE};
    bool good =
        json_end(&json, &ignored) && json_is(&format, "spbe-report/1") && assessment.bytes != NULL;
    if (good) {
        read_whole(assessment, "year", &source->year);
    }
    if (good && scale.bytes != NULL) {
        read_whole(scale, "lowest", &source->lowest);
        read_whole(scale, "highest", &source->highest);
    }
    arena_release(&arena);
    return good && source->year > 0;
}

bool report_source_read(const char *path, struct report_source *out)
{
    struct error ignored = {.kind = ERROR_NONE};
    struct text *document = &out->document;
    if (!file_name_ends(path, ".json") ||
        !file_read(path, LIMIT_ANSWER_BYTES, document, &ignored) || !is_result(out)) {
        return false;
    }
    while (document->bytes[document->length - 1] == '\n') { /* whoever writes it adds one */
        document->bytes[--document->length] = '\0';
    }
    return true;
}

/* ---- what the template is told ------------------------------------------------------------------ */

bool report_source_options(const struct report_source *source, const char *target, struct text *out,
                           struct error *err)
{
    struct fraction value;
    text_add_byte(out, '{');
    if (target != NULL) {
        if (!fraction_parse(target, strlen(target), true, &value)) {
            return error_set(err, M_REPORT_TARGET, target);
        }
        if (source->highest > 0 && (fraction_compare(value, fraction_whole(source->lowest)) < 0 ||
                                    fraction_compare(value, fraction_whole(source->highest)) > 0)) {
            return error_set(err, M_REPORT_TARGET_SCALE, target, source->lowest, source->highest);
        }
        text_add(out, "\"target\":\"");
        fraction_add_exact(out, value);
        text_add_byte(out, '"');
    }
    text_add_byte(out, '}');
    return true;
}
