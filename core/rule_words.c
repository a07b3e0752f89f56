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

/* "2021-2023", "2024-", "-2023" */
static void add_years(struct text *out, const char *years)
{
    const char *dash = strchr(years, '-');
    if (dash == NULL) {
        text_add(out, years[0] == '\0' ? _("all years") : years);
    } else if (dash == years) {
        text_format(out, _("until %s"), dash + 1);
    } else if (dash[1] == '\0') {
        text_format(out, _("from %d on"), atoi(years));
    } else {
        text_format(out, _("%d to %s"), atoi(years), dash + 1);
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
    } else if (type == FIELD_FLAG) {
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
                    atoi(difference->after + 1) + 1);
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
        add_replaced(out, difference, row == NULL ? difference->kind : lang_text(row->label));
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
