#include "form_part.h"

#include <string.h>

static const char facts_suffix[] = "/facts";
static const char analysis_suffix[] = "/analysis";

const char *form_part_facts(const char *level, struct arena *arena)
{
    return arena_format(arena, "%s%s", level, facts_suffix);
}

const char *form_part_analysis(const char *level, struct arena *arena)
{
    return arena_format(arena, "%s%s", level, analysis_suffix);
}

static bool is_facts(const char *subject)
{
    const char *slash = strchr(subject, '/');
    return slash != NULL && strcmp(slash, facts_suffix) == 0;
}

static bool is_analysis(const char *subject)
{
    const char *slash = strchr(subject, '/');
    return slash != NULL && strcmp(slash, analysis_suffix) == 0;
}

const char *form_part_subject(enum field field, const char *subject, struct arena *arena)
{
    bool part = field == FIELD_EXPLANATION && (is_facts(subject) || is_analysis(subject));
    return !part ? subject : arena_copy(arena, subject, strcspn(subject, "/"));
}

const char *form_part_name(const struct portal *portal, enum field field, const char *subject,
                           struct arena *arena)
{
    const char *level = form_part_subject(field, subject, arena);
    return level == subject ? subject
                            : arena_format(arena, "%s %s", level,
                                           is_facts(subject) ? portal->facts : portal->analysis);
}

void form_part_split(const struct portal *portal, const char *text, struct arena *arena,
                     struct explanation *parts)
{
    if (!explanation_split(portal, text, arena, parts)) {
        *parts = (struct explanation){text, NULL};
    }
}

static const char *given(const char *text)
{
    return text == NULL || text[0] == '\0' ? NULL : text;
}

/* Divides a cell that holds a whole explanation, when the other one has room for what is not its own. */
static void unpack(const struct portal *portal, struct arena *arena, struct explanation *cells,
                   const char *cell)
{
    struct explanation pasted;
    bool first = cell == cells->facts;
    if (cell == NULL || !explanation_split(portal, cell, arena, &pasted)) {
        return;
    }
    if (first && (cells->analysis == NULL || pasted.analysis == NULL)) {
        cells->facts = pasted.facts;
        cells->analysis = cells->analysis == NULL ? pasted.analysis : cells->analysis;
    } else if (!first && (cells->facts == NULL || pasted.facts == NULL)) {
        cells->analysis = pasted.analysis;
        cells->facts = cells->facts == NULL ? pasted.facts : cells->facts;
    }
}

void form_part_read(const struct portal *portal, const char *facts, const char *analysis,
                    struct arena *arena, struct explanation *parts)
{
    struct explanation cells = {given(facts), given(analysis)};
    struct text whole = TEXT_EMPTY;
    if (!explanation_has_parts(portal)) {
        *parts = (struct explanation){cells.facts, NULL};
        return;
    }
    unpack(portal, arena, &cells, cells.facts);
    unpack(portal, arena, &cells, cells.analysis);
    explanation_join(portal, &cells, &whole);
    form_part_split(portal, whole.length == 0 ? NULL : arena_string(arena, whole.bytes), arena,
                    parts);
    text_release(&whole);
}

const char *form_part_of(const struct portal *portal, enum field field, const char *subject,
                         const char *fact, struct arena *arena)
{
    struct explanation parts;
    if (fact == NULL || field != FIELD_EXPLANATION ||
        (!is_facts(subject) && !is_analysis(subject))) {
        return fact;
    }
    form_part_split(portal, fact, arena, &parts);
    return is_facts(subject) ? parts.facts : parts.analysis;
}

void form_part_put(const struct portal *portal, const char *subject, const char *now,
                   const char *mine, struct arena *arena, struct text *out)
{
    struct explanation parts;
    if (!is_facts(subject) && !is_analysis(subject)) {
        text_add(out, mine);
        return;
    }
    form_part_split(portal, now, arena, &parts);
    *(is_facts(subject) ? &parts.facts : &parts.analysis) = given(mine);
    explanation_join(portal, &parts, out);
}
