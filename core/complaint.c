#include "complaint.h"

#include "graft.h"
#include "lang.h"
#include "limit.h"
#include "memory.h"
#include "source_map.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SENTENCE_BYTES = 240 }; /* with its place it fits into 300 characters */

/* The value that is to blame: the newest change inside it, or else inside what is around it. */
static const struct data *blamed(const struct complaints *complaints, const struct data *at)
{
    for (const struct data *around = at; complaints->changed && around != NULL;
         around = around->parent) {
        const struct data *newest = graft_newest(around);
        if (newest != NULL) {
            return newest;
        }
    }
    return at;
}

/* Which source a value is from. */
static size_t source_of(const struct complaints *complaints, const struct data *at)
{
    const struct data *top = data_top(data_origin(at));
    size_t i = 0;
    while (complaints->sources[i].value != top) {
        i++;
        assert(i < complaints->source_count);
    }
    return i;
}

/* The map of a source, made when it is needed first. */
static const struct source_map *map_of(struct complaints *complaints, size_t position)
{
    if (position >= complaints->map_count) {
        complaints->maps =
            memory_resize(complaints->maps, complaints->source_count, sizeof *complaints->maps);
        while (complaints->map_count < complaints->source_count) {
            complaints->maps[complaints->map_count++] = NULL;
        }
    }
    if (complaints->maps[position] == NULL) {
        const struct text *text = &complaints->sources[position].text;
        complaints->maps[position] = source_map_new(text->bytes, text->length);
    }
    return complaints->maps[position];
}

static unsigned line_of(struct complaints *complaints, size_t source, const struct data *at)
{
    struct text path = TEXT_EMPTY;
    data_path(data_origin(at), &path);
    unsigned line = source_map_find(map_of(complaints, source), path.bytes);
    text_release(&path);
    return line;
}

/* Whether a byte goes on with a character that began before it. */
static bool goes_on(char byte)
{
    return ((unsigned char)byte & 0xC0U) == 0x80U;
}

/* Takes the middle out of a sentence that quotes a long text, so that its advice, at the end, stays. */
static void shorten(char *sentence)
{
    static const char mark[] = "…";
    size_t length = strlen(sentence);
    if (length <= SENTENCE_BYTES) {
        return;
    }
    char *cut = sentence + SENTENCE_BYTES / 2;
    char *rest = sentence + length - (SENTENCE_BYTES / 2 - sizeof mark);
    while (goes_on(*cut)) {
        cut--;
    }
    while (goes_on(*rest)) {
        rest++;
    }
    memcpy(cut, mark, sizeof mark - 1);
    memmove(cut + sizeof mark - 1, rest, strlen(rest) + 1);
}

bool complain(struct complaints *complaints, const struct data *at, enum error_kind kind,
              const char *id, const char *format, ...)
{
    if (complaints->count >= LIMIT_COMPLAINTS) {
        complaints->more++;
        return false;
    }
    complaints->list =
        memory_resize(complaints->list, complaints->count + 1, sizeof *complaints->list);
    struct complaint *complaint = &complaints->list[complaints->count++];
    at = blamed(complaints, at);
    *complaint = (struct complaint){.source = source_of(complaints, at)};
    const struct source *source = &complaints->sources[complaint->source];
    complaint->line = line_of(complaints, complaint->source, at);
    struct text where = TEXT_EMPTY;
    if (source->place != NULL) {
        text_format(&where, "%s:%u", source->place, complaint->line);
    } else {
        text_format(&where, "%s/%s:%u", complaints->place, source->name, complaint->line);
    }
    char *sentence = NULL;
    va_list arguments;
    va_start(arguments, format);
    int length = vasprintf(&sentence, lang_text(format), arguments);
    va_end(arguments);
    assert(length >= 0);
    shorten(sentence);
    error_set(&complaint->error, kind, id, "%s", where.bytes, sentence);
    free(sentence);
    text_release(&where);
    return false;
}

unsigned complaint_line(struct complaints *complaints, const struct data *at)
{
    return line_of(complaints, source_of(complaints, at), at);
}

void complaint_place(struct complaints *complaints, const struct data *at, struct text *out)
{
    size_t source = source_of(complaints, at);
    text_format(out, "%s:%u", complaints->sources[source].name, line_of(complaints, source, at));
}

/* By file, then by line; sentences about one line keep the order in which they were made, which the
 * pointers tell as long as the list is sorted through them. */
static int compare(const void *one, const void *other)
{
    const struct complaint *a = *(const struct complaint *const *)one;
    const struct complaint *b = *(const struct complaint *const *)other;
    if (a->source != b->source) {
        return a->source < b->source ? -1 : 1;
    }
    if (a->line != b->line) {
        return a->line < b->line ? -1 : 1;
    }
    return a < b ? -1 : a > b;
}

void complaints_sort(struct complaints *complaints)
{
    size_t count = complaints->count;
    const struct complaint **order = memory_zero(count, sizeof *order);
    struct complaint *sorted = memory_zero(count, sizeof *sorted);
    for (size_t i = 0; i < count; i++) {
        order[i] = &complaints->list[i];
    }
    qsort(order, count, sizeof *order, compare);
    for (size_t i = 0; i < count; i++) {
        sorted[i] = *order[i];
    }
    free(order);
    free(complaints->list);
    complaints->list = sorted;
}

void complaints_release(struct complaints *complaints)
{
    for (size_t i = 0; i < complaints->map_count; i++) {
        source_map_free(complaints->maps[i]);
    }
    free(complaints->maps);
    free(complaints->list);
    complaints->maps = NULL;
    complaints->map_count = 0;
    complaints->list = NULL;
    complaints->count = complaints->more = 0;
}
