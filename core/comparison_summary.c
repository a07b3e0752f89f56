#include "comparison_summary.h"

#include "figure.h"
#include "lang.h"
#include "text.h"
#include "unit_standing.h"

#include <string.h>

struct comparison_count comparison_summary_count(const struct comparison *comparison, size_t from,
                                                 size_t to)
{
    struct comparison_count count = {0, 0, 0};
    for (size_t i = 0; i < comparison->sides[from].instrument->indicator_count; i++) {
        struct compared_value value;
        if (comparison_value(comparison, from, to, i, &value)) {
            count.rose += value.delta.num > 0;
            count.fell += value.delta.num < 0;
            count.stayed += value.delta.num == 0;
        }
    }
    return count;
}

/* "2,85 (Baik)". */
static void add_index(struct text *out, const struct compared_side *side)
{
    const struct index_value *index = &side->index[side->basis];
    figure_rounded(out, index->exact, side->instrument->decimals);
    if (index->band != NULL) {
        text_format(out, " (%s)", index->band->name);
    }
}

static struct fraction magnitude(struct fraction value)
{
    value.num = value.num < 0 ? -value.num : value.num;
    return value;
}

/* A difference, exactly where it has few places: "0,239". */
static void add_size(struct text *out, struct fraction delta, int places)
{
    int64_t scale = 1;
    for (int i = 0; i < places; i++) {
        scale *= 10;
    }
    if (scale % delta.den == 0) {
        figure_exact(out, magnitude(delta));
    } else {
        figure_rounded(out, magnitude(delta), places);
    }
}

/* Which way the index went; two bases of one assessment in words of their own. */
static void add_direction(struct text *out, const struct comparison *comparison,
                          struct fraction delta)
{
    const struct compared_side *first = &comparison->sides[0];
    const struct compared_side *last = &comparison->sides[comparison->count - 1];
    struct text ends = TEXT_EMPTY, by = TEXT_EMPTY;
    const char *form = _("The index stayed the same: from %s to %s (difference %s).");
    if (strcmp(first->agency, last->agency) != 0) {
        form = delta.num < 0   ? _("Against %s the other index, %s, is lower by %s.")
               : delta.num > 0 ? _("Against %s the other index, %s, is higher by %s.")
                               : _("Both have the same index: %s and %s (difference %s).");
        text_format(&ends, "%s ", first->agency);
        text_format(&by, "%s ", last->agency);
    } else if (comparison_same(comparison, 0, comparison->count - 1)) {
        form = delta.num < 0   ? _("From %s the index comes down to %s, by %s.")
               : delta.num > 0 ? _("From %s the index comes up to %s, by %s.")
                               : _("Both bases give the same index: %s and %s (difference %s).");
        text_format(&ends, "%s ", evaluation_basis_label(first->basis));
        text_format(&by, "%s ", evaluation_basis_label(last->basis));
    } else if (delta.num != 0) {
        form = delta.num > 0 ? _("The index rose from %s to %s, by %s.")
                             : _("The index fell from %s to %s, by %s.");
    }
    struct text size = TEXT_EMPTY;
    add_index(&ends, first);
    add_index(&by, last);
    add_size(&size, delta, last->instrument->decimals + 2);
    text_format(out, form, ends.bytes, by.bytes, size.bytes);
    text_release(&ends);
    text_release(&by);
    text_release(&size);
}

/* What an aspect adds to the difference of the index. False when it would be too long. */
static bool aspect_part(const struct comparison *comparison, size_t aspect, struct fraction *part)
{
    const struct compared_side *first = &comparison->sides[0];
    const struct compared_side *last = &comparison->sides[comparison->count - 1];
    const struct instrument *instrument = first->instrument;
    return fraction_subtract(last->aspects[aspect].value[last->basis],
                             first->aspects[aspect].value[first->basis], part) &&
           fraction_multiply(
               *part, fraction_make(instrument->aspects[aspect].units, instrument->units_total),
               part);
}

/* The aspect with the largest part of that sign; nothing where there is none. */
static void tell_aspect(const struct comparison *comparison, int sign, const char *form,
                        void (*tell)(void *context, const char *sentence), void *context)
{
    const struct instrument *instrument = comparison->sides[0].instrument;
    struct fraction most = fraction_whole(0);
    size_t found = instrument->aspect_count;
    for (size_t i = 0; i < instrument->aspect_count; i++) {
        struct fraction part;
        if (aspect_part(comparison, i, &part) && (sign > 0 ? part.num > 0 : part.num < 0) &&
            fraction_compare(magnitude(part), most) > 0) {
            most = magnitude(part);
            found = i;
        }
    }
    if (found < instrument->aspect_count) {
        struct text text = TEXT_EMPTY, size = TEXT_EMPTY;
        figure_rounded(&size, most, instrument->decimals + 1);
        text_format(&text, form, instrument->aspects[found].id, instrument->aspects[found].name,
                    size.bytes);
        tell(context, text.bytes);
        text_release(&text);
        text_release(&size);
    }
}

static void tell_sides(const struct comparison *comparison,
                       void (*tell)(void *context, const char *sentence), void *context)
{
    const size_t last = comparison->count - 1;
    const struct comparison_count count = comparison_summary_count(comparison, 0, last);
    struct text text = TEXT_EMPTY;
    struct fraction delta;
    if (comparison_index(comparison, 0, last, &delta)) {
        add_direction(&text, comparison, delta);
        text_add(&text, " ");
    }
    const struct compared_side *sides = comparison->sides;
    bool moves =
        strcmp(sides[0].agency, sides[last].agency) == 0 && !comparison_same(comparison, 0, last);
    text_format(&text,
                moves ? _("Of %zu indicators %zu rose, %zu fell, %zu stayed.")
                      : _("Of %zu indicators %zu are higher, %zu lower, %zu equal."),
                count.rose + count.fell + count.stayed, count.rose, count.fell, count.stayed);
    tell(context, text.bytes);
    text_release(&text);
    tell_aspect(comparison, 1,
                moves ? _("Most was gained in %s %s: %s of the index.")
                      : _("Furthest above in %s %s: %s of the index."),
                tell, context);
    tell_aspect(comparison, -1,
                moves ? _("Most was lost in %s %s: %s of the index.")
                      : _("Furthest below in %s %s: %s of the index."),
                tell, context);
}

/* ---- units ---------------------------------------------------------------------------------------- */

/* The first and the last unit of the ranking, and whose claims hold least. */
static void tell_units(const struct comparison *comparison,
                       void (*tell)(void *context, const char *sentence), void *context)
{
    const struct compared_side *side = &comparison->sides[comparison->count - 1];
    struct unit_standing best, worst;
    struct text text = TEXT_EMPTY, values[2] = {TEXT_EMPTY, TEXT_EMPTY};
    size_t named = comparison->unit_count;
    named -= named > 0 && comparison->units[named - 1] == NULL;
    if (named < 2 || !unit_standing_measure(side, comparison->units[0], &best) ||
        !unit_standing_measure(side, comparison->units[named - 1], &worst)) {
        return;
    }
    figure_rounded(&values[0], best.value, side->instrument->decimals);
    figure_rounded(&values[1], worst.value, side->instrument->decimals);
    text_format(&text, _("Of %zu units %s stands highest (%s), %s lowest (%s), by the %s."), named,
                comparison->units[0], values[0].bytes, comparison->units[named - 1],
                values[1].bytes, evaluation_basis_label(side->basis));
    tell(context, text.bytes);
    text_release(&text);
    text_release(&values[0]);
    text_release(&values[1]);
}

void comparison_summary_tell(const struct comparison *comparison,
                             void (*tell)(void *context, const char *sentence), void *context)
{
    if (comparison->comparable && comparison->count > 1) {
        tell_sides(comparison, tell, context);
    }
    if (comparison->unit_count > 0) {
        tell_units(comparison, tell, context);
    }
}
