#include "rule_words.h"

#include "lang.h"
#include "overlay_kind.h"

#include <stdlib.h>
#include <string.h>

void rule_words_number(struct text *out, struct fraction number)
{
    size_t start = out->length;
    fraction_add_exact(out, number);
    char *point = strcmp(lang_name(), "en") == 0 ? NULL : strchr(out->bytes + start, '.');
    if (point != NULL) {
        *point = ',';
    }
}

/* What differs between rules beside what overlays change. */
static const struct {
    const char *kind, *label;
} others[] = {
    {"instrument", N_("instrument")},
    {"name", N_("name")},
    {"domain", N_("domain")},
    {"aspect", N_("aspect")},
    {"indicator", N_("indicator")},
    {"level", N_("level")},
    {"level_name", N_("name of the level")},
    {"level_lowest", N_("lowest level")},
    {"level_highest", N_("highest level")},
    {"decimals", N_("decimals")},
    {"kind", N_("kind")},
    {"definition", N_("definition")},
    {"applicability", N_("applicability")},
    {"legal_basis", N_("legal basis")},
    {"basis", N_("basis")},
    {"guideline_only", N_("asked by a guide only")},
    {"evidence", N_("evidence, for example")},
    {"note", N_("note")},
    {"function_file", N_("function, or the file around it, of")},
};

/* What a kind is called, for people. */
static const char *label_of(const char *kind)
{
    const struct overlay_kind *row = overlay_kind_find(kind);
    for (size_t i = 0; row == NULL && i < sizeof others / sizeof *others; i++) {
        if (strcmp(others[i].kind, kind) == 0) {
            return lang_text(others[i].label);
        }
    }
    return row == NULL ? kind : lang_text(row->label);
}

/* The year that a text begins with. */
static int year_of(const char *text)
{
    return (int)strtol(text, NULL, 10);
}

/* "2021-2023", "2024-", "-2023" */
static void add_years(struct text *out, const char *years)
{
    const char *dash = strchr(years, '-');
    if (dash == NULL) {
        text_add(out, years[0] == '\0' ? _("all years") : years);
    } else if (dash == years) {
        text_format(out, _("until %s"), dash + 1);
    } else if (dash[1] == '\0') {
        text_format(out, _("from %d on"), year_of(years));
    } else {
        text_format(out, _("%d to %s"), year_of(years), dash + 1);
    }
}

static void add_reading(struct text *out, const char *value)
{
    text_add(out, strcmp(value, "exact") == 0     ? _("the exact index")
                  : strcmp(value, "rounded") == 0 ? _("the rounded index")
                                                  : value);
}

void rule_words_value(struct text *out, const char *kind, const char *value)
{
    const struct overlay_kind *row = overlay_kind_find(kind);
    enum field_type type = row == NULL ? FIELD_TEXT : row->to;
    struct fraction number;
    if (row != NULL && row->change == OVERLAY_YEARS) {
        add_years(out, value);
    } else if (value[0] == '\0') {
        text_add(out, "–");
    } else if (row != NULL && row->change == OVERLAY_READING) {
        add_reading(out, value);
    } else if (type == FIELD_FLAG || strcmp(kind, "guideline_only") == 0) {
        text_add(out, strcmp(value, "true") == 0 ? _("yes") : _("no"));
    } else if (type == FIELD_NUMBER && fraction_parse(value, strlen(value), false, &number)) {
        rule_words_number(out, number);
    } else {
        text_add(out, value);
    }
}

/* "bobot I05: 1,3 → 1,5" */
static void add_replaced(struct text *out, const struct rule_difference *difference,
                         const char *label)
{
    text_add(out, label);
    if (difference->of[0] != '\0') {
        text_format(out, " %s", difference->of);
    }
    text_add(out, ": ");
    rule_words_value(out, difference->kind, difference->before);
    text_add(out, " → ");
    rule_words_value(out, difference->kind, difference->after);
}

static void add_withdrawn(struct text *out, const struct rule_difference *difference)
{
    if (difference->after[0] == '-') {
        text_format(out, _("criterion %s withdrawn from %d on"), difference->of,
                    year_of(difference->after + 1) + 1);
    } else {
        text_format(out, _("criterion %s withdrawn"), difference->of);
    }
    if (difference->before[0] != '\0') {
        text_format(out, ": %s", difference->before);
    }
}

void rule_words_sentence(struct text *out, const struct rule_difference *difference)
{
    const struct overlay_kind *row = overlay_kind_find(difference->kind);
    if (row != NULL && row->change == OVERLAY_WITHDRAW) {
        add_withdrawn(out, difference);
    } else if (row != NULL && row->change == OVERLAY_ADD) {
        text_format(out, _("criterion %s added: %s"), difference->of, difference->after);
    } else if (row != NULL && row->change == OVERLAY_DOCUMENT) {
        text_format(out, _("document %s added: %s"), difference->of, difference->after);
    } else {
        add_replaced(out, difference, label_of(difference->kind));
    }
}

void rule_words_change(struct text *out, const struct rule_change *change)
{
    struct rule_difference difference = {change->kind, change->of, change->before, change->after};
    rule_words_sentence(out, &difference);
}

void rule_words_overlay(struct text *out, const struct overlay_note *overlay)
{
    text_format(out, _("Overlay %s: %s (%s, %s)"), overlay->id, overlay->title, overlay->author,
                overlay->date);
}
