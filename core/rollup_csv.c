#include "rollup_csv.h"

#include <string.h>

enum { PIECE_BYTES = 65536, DECIMALS = 6 };

static void add_text(struct text *out, const char *text)
{
    text_add_byte(out, '"');
    if (text[0] != '\0' && strchr("=+-@\t\r", text[0]) != NULL) {
        text_add_byte(out, '\'');
    }
    for (; *text != '\0'; text++) {
        text_add(out, *text == '"' ? "\"" : "");
        text_add_byte(out, *text);
    }
    text_add_byte(out, '"');
}

/* An exact decimal, else one of DECIMALS places. */
static void add_number(struct text *out, struct fraction value)
{
    size_t before = out->length;
    fraction_add_exact(out, value);
    if (strchr(out->bytes + before, '/') != NULL) {
        out->length = before;
        fraction_add_rounded(out, value, DECIMALS, '.');
    }
}

/* True for the first group of its instrument: groups of one instrument share their columns. */
static bool leads(const struct rollup *rollup, size_t g)
{
    return g == 0 || rollup->groups[g]->instrument != rollup->groups[g - 1]->instrument;
}

static bool has_several(const struct rollup *rollup)
{
    bool several = false;
    for (size_t g = 1; g < rollup->count; g++) {
        several = several || leads(rollup, g);
    }
    return several;
}

static const char *unit_id(const struct instrument *instrument, size_t unit)
{
    size_t aspects = rollup_unit(instrument, ROLLUP_ASPECT, 0);
    size_t indicators = rollup_unit(instrument, ROLLUP_INDICATOR, 0);
    return unit >= indicators ? instrument->indicators[unit - indicators].id
           : unit >= aspects  ? instrument->aspects[unit - aspects].id
                              : instrument->domains[unit - 1].id;
}

static void add_heading(struct text *out, const struct rollup *rollup)
{
    bool several = has_several(rollup);
    text_add(out, "instrument,year,rank,agency,kind,basis,given,of,index,index_exact,predicate,"
                  "sha256");
    for (size_t g = 0; g < rollup->count; g++) {
        const struct instrument *instrument = rollup->groups[g]->instrument;
        size_t count = leads(rollup, g) ? rollup_unit_count(instrument) : 0;
        for (size_t unit = 1; unit < count; unit++) {
            text_format(out, ",%s%s%s", several ? instrument->id : "", several ? ":" : "",
                        unit_id(instrument, unit));
        }
    }
    text_add(out, "\r\n");
}

/* The cells of one instrument's units: those of the row, or empty ones where it is another's. */
static void add_units(struct text *out, const struct rollup_group *group,
                      const struct rollup_row *row, const struct instrument *instrument)
{
    size_t indicators = rollup_unit(instrument, ROLLUP_INDICATOR, 0);
    size_t count = rollup_unit_count(instrument);
    for (size_t unit = 1; unit < count; unit++) {
        bool given = false;
        text_add_byte(out, ',');
        if (group->instrument == instrument) {
            struct fraction value = rollup_value(group, row, unit, &given);
            if (given || unit < indicators) {
                add_number(out, value);
            }
        }
    }
}

static void add_row(struct text *out, const struct rollup *rollup, const struct rollup_group *group,
                    const struct rollup_row *row)
{
    const char *kind = assessment_kind_word(row->kind);
    text_format(out, "%s,%d,%zu,", group->instrument->id, group->year, row->rank);
    add_text(out, row->agency);
    text_format(out, ",%s,%s,%u,%u,", kind == NULL ? "" : kind, evaluation_basis_word(row->basis),
                row->given, row->of);
    fraction_add_rounded(out, row->index, group->instrument->decimals, '.');
    text_add_byte(out, ',');
    add_number(out, row->index);
    text_add_byte(out, ',');
    add_text(out, row->band == NULL ? "" : row->band->name);
    text_format(out, ",%s", row->sha256);
    for (size_t g = 0; g < rollup->count; g++) {
        if (leads(rollup, g)) {
            add_units(out, group, row, rollup->groups[g]->instrument);
        }
    }
    text_add(out, "\r\n");
}

bool rollup_csv_write(const struct rollup *rollup, const struct rollup_out *out, struct error *err)
{
    struct text text = TEXT_EMPTY;
    bool going = true;
    add_heading(&text, rollup);
    for (size_t g = 0; going && g < rollup->count; g++) {
        const struct rollup_group *group = rollup->groups[g];
        for (size_t i = 0; going && i < group->count; i++) {
            add_row(&text, rollup, group, &group->rows[i]);
            if (text.length >= PIECE_BYTES) {
                going = out->put(out->context, text.bytes, text.length, err);
                text_clear(&text);
            }
        }
    }
    going = going && out->put(out->context, text.bytes, text.length, err);
    text_release(&text);
    return going;
}
