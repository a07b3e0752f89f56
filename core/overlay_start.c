#include "overlay_start.h"

#include "file.h"
#include "limit.h"
#include "memory.h"
#include "message.h"
#include "pack_folder.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A word of the starting point, and what stands for it. */
struct word {
    const char *name;
    char *value;
};

static char *copied(const char *value)
{
    return memory_copy(value, strlen(value));
}

static char *number(struct fraction value)
{
    struct text text = TEXT_EMPTY;
    bool whole = fraction_is_whole(value) || 100 % value.den == 0;
    text_add(&text, whole ? "" : "\"");
    fraction_add_exact(&text, value);
    text_add(&text, whole ? "" : "\"");
    return text_take(&text);
}

static char *whole(long value)
{
    struct text text = TEXT_EMPTY;
    text_format(&text, "%ld", value);
    return text_take(&text);
}

/* The level of a criterion: its id up to the last point. */
static char *level_of(const char *criterion)
{
    const char *point = strrchr(criterion, '.');
    return memory_copy(criterion, point == NULL ? strlen(criterion) : (size_t)(point - criterion));
}

/* The word at `at`, which begins with '@'; NULL when it is none. */
static const struct word *word_at(const struct word *words, const char *at)
{
    for (; words->name != NULL; words++) {
        size_t length = strlen(words->name);
        if (strncmp(at + 1, words->name, length) == 0 && at[1 + length] == '@') {
            return words;
        }
    }
    return NULL;
}

/* The id of the last criterion that is not one of a slot: overlays change the slots of an indicator
 * together. */
static const char *last_criterion(const struct instrument *base)
{
    size_t i = base->criterion_count;
    while (i > 1 && strchr(base->criteria[i - 1].id, '-') != NULL) {
        i--;
    }
    return base->criteria[i - 1].id;
}

/* Puts the values into the starting point. */
static void fill_in(const char *from, const struct word *words, struct text *out)
{
    for (const char *at = from; *at != '\0'; at++) {
        const struct word *word = *at == '@' ? word_at(words, at) : NULL;
        if (word == NULL) {
            text_add_byte(out, *at);
        } else {
            text_add(out, word->value);
            at += strlen(word->name) + 1;
        }
    }
}

static void fill(const char *from, const char *path, const char *id, const struct instrument *base,
                 const char *date, struct text *out)
{
    const char *last = last_criterion(base);
    const struct band *band = &base->bands[0];
    const struct word words[] = {
        {"BASE", copied(base->id)},
        {"PATH", copied(path)},
        {"ID", copied(id)},
        {"SHA256", copied(base->sha256)},
        {"DATE", copied(date)},
        {"INDICATOR", copied(base->indicators[0].id)},
        {"WEIGHT", number(base->indicators[0].weight)},
        {"CRITERION", copied(last)},
        {"LEVEL", level_of(last)},
        {"DOCUMENT", copied(base->document_count == 0 ? "" : base->documents[0].id)},
        {"YEAR", whole(base->year_last)},
        {"EVIDENCE_FROM", whole(base->duty.from_level)},
        {"EVIDENCE_COUNT", whole((long)base->duty.at_least)},
        {"UNANSWERED", number(base->unanswered)},
        {"BAND", copied(band->name)},
        {"BAND_MIN", number(band->min)},
        {NULL, NULL},
    };
    fill_in(from, words, out);
    for (size_t i = 0; words[i].name != NULL; i++) {
        free(words[i].value);
    }
}

/* Makes the folder, unless it is there, and writes the file, unless that is there. */
static bool put(const char *path, const struct text *source, struct error *err)
{
    struct text name = TEXT_EMPTY;
    text_format(&name, "%s/%s", path, OVERLAY_ENTRY);
    bool made = mkdir(path, 0777) == 0;
    bool ok = made || errno == EEXIST || error_set(err, M_FILE_WRITE, path, error_cause(errno));
    ok = ok && (!file_exists(name.bytes) || error_set(err, M_FILE_EXISTS, name.bytes)) &&
         file_write(name.bytes, source->bytes, source->length, err);
    if (!ok && made) {
        (void)rmdir(path);
    }
    text_release(&name);
    return ok;
}

bool overlay_start(const char *path, const struct instrument *base, const char *date,
                   struct error *err)
{
    struct text from = TEXT_EMPTY, source = TEXT_EMPTY;
    const char *slash = strrchr(path, '/');
    const char *id = slash == NULL ? path : slash + 1;
    if (!pack_folder_is_id(id)) {
        return error_set(err, M_NEW_OVERLAY_NAME, path, id);
    }
    char *name = file_resource("templates/aturan/overlay.txt", err);
    bool ok = name != NULL && file_read(name, LIMIT_SOURCE_BYTES, &from, err);
    if (ok) {
        fill(from.bytes, path, id, base, date, &source);
        ok = put(path, &source, err);
    }
    text_release(&from);
    text_release(&source);
    free(name);
    return ok;
}

/* True when the starting point, with that id, says `key = "value"`. */
static bool starts_with(const struct text *from, const char *key, const char *value)
{
    struct text line = TEXT_EMPTY;
    text_format(&line, "\n  %s = \"%s\",", key, value);
    bool found = value[0] != '\0' && strstr(from->bytes, line.bytes) != NULL;
    text_release(&line);
    return found;
}

bool overlay_start_left(const struct overlay_note *overlay, struct text *out)
{
    const struct {
        const char *key, *value;
    } fields[] = {
        {"title", overlay->title}, {"reason", overlay->reason}, {"source", overlay->source}};
    const struct word words[] = {{"ID", copied(overlay->id)}, {NULL, NULL}};
    struct error ignored = {.kind = ERROR_NONE};
    struct text read = TEXT_EMPTY, from = TEXT_EMPTY;
    char *name = file_resource("templates/aturan/overlay.txt", &ignored);
    size_t before = out->length;
    if (name != NULL && file_read(name, LIMIT_SOURCE_BYTES, &read, &ignored)) {
        fill_in(read.bytes, words, &from);
    }
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
        if (starts_with(&from, fields[i].key, fields[i].value)) {
            text_format(out, "%s%s", out->length == before ? "" : ", ", fields[i].key);
        }
    }
    text_release(&read);
    text_release(&from);
    free(words[0].value);
    free(name);
    return out->length > before;
}
