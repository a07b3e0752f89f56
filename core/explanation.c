#include "explanation.h"

#include <string.h>

bool explanation_has_parts(const struct portal *portal)
{
    return portal->facts[0] != '\0' && portal->analysis[0] != '\0';
}

/* Where the part that `word` begins has its text; NULL when `line` begins otherwise. */
static const char *part_at(const char *line, const char *word)
{
    size_t length = strlen(word);
    return strncmp(line, word, length) == 0 && line[length] == ':' ? line + length + 1 : NULL;
}

/* A part without the white space around it; NULL when nothing is left. */
static const char *trim(const char *begin, const char *end, struct arena *arena)
{
    while (begin < end && strchr(" \t\r\n", *begin) != NULL) {
        begin++;
    }
    while (end > begin && strchr(" \t\r\n", end[-1]) != NULL) {
        end--;
    }
    return begin == end ? NULL : arena_copy(arena, begin, (size_t)(end - begin));
}

/* The first line from `at` on that begins the analysis; NULL when there is none. */
static const char *find_analysis(const struct portal *portal, const char *at)
{
    while (at != NULL && part_at(at, portal->analysis) == NULL) {
        at = strchr(at, '\n');
        at += at != NULL;
    }
    return at;
}

bool explanation_split(const struct portal *portal, const char *text, struct arena *arena,
                       struct explanation *parts)
{
    *parts = (struct explanation){NULL, NULL};
    if (text == NULL) {
        return true;
    }
    if (!explanation_has_parts(portal)) {
        return false;
    }
    const char *end = text + strlen(text);
    const char *facts = part_at(text, portal->facts);
    const char *analysis = facts != NULL ? find_analysis(portal, facts) : text;
    if (facts == NULL && part_at(text, portal->analysis) == NULL) {
        return false;
    }
    if (facts != NULL) {
        parts->facts = trim(facts, analysis == NULL ? end : analysis, arena);
    }
    const char *body = analysis == NULL ? NULL : part_at(analysis, portal->analysis);
    if (body != NULL) {
        parts->analysis = trim(body, end, arena);
    }
    return true;
}

void explanation_join(const struct portal *portal, const struct explanation *parts,
                      struct text *out)
{
    if (parts->facts != NULL) {
        text_format(out, "%s: %s", portal->facts, parts->facts);
    }
    if (parts->analysis != NULL) {
        text_format(out, "%s%s: %s", parts->facts != NULL ? "\n\n" : "", portal->analysis,
                    parts->analysis);
    }
}

size_t explanation_length(const char *text)
{
    size_t count = 0;
    for (const char *at = text == NULL ? "" : text; *at != '\0'; at++) {
        count += ((unsigned char)*at & 0xC0) != 0x80;
    }
    return count;
}

const char *explanation_of(const struct response *response, size_t nth)
{
    return response->explanations == NULL ? NULL : response->explanations[nth];
}

size_t explanation_wanted(const struct instrument *instrument, size_t indicator,
                          const struct response *response)
{
    struct span levels = instrument->indicators[indicator].levels;
    size_t wanted = 0;
    for (uint32_t i = 0; response->claimed.given && i < levels.count; i++) {
        int number = instrument->levels[levels.first + i].number;
        wanted += fraction_compare(fraction_whole(number), response->claimed.value) <= 0;
    }
    return wanted;
}

size_t explanation_given(const struct instrument *instrument, size_t indicator,
                         const struct response *response)
{
    size_t given = 0;
    for (size_t i = 0; i < explanation_wanted(instrument, indicator, response); i++) {
        given += explanation_of(response, i) != NULL;
    }
    return given;
}
