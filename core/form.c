#include "form.h"

#include "fraction.h"

#include <string.h>

void form_clean(const char *text, struct text *out)
{
    static const char spaces[] = " \t\r\n";
    text_clear(out);
    text = text == NULL ? "" : text + strspn(text, spaces);
    size_t length = strlen(text);
    while (length > 0 && strchr(spaces, text[length - 1]) != NULL) {
        length--;
    }
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '\r') {
            i += i + 1 < length && text[i + 1] == '\n';
            text_add_byte(out, '\n');
        } else {
            text_add_byte(out, text[i] == '\t' ? ' ' : text[i]);
        }
    }
}

void form_mark(const char *text, char mark[FORM_MARK + 1])
{
    char hex[HASH_HEX + 1];
    struct text clean = TEXT_EMPTY;
    form_clean(text, &clean);
    hash_of(clean.bytes, clean.length, hex);
    memcpy(mark, hex, FORM_MARK);
    mark[FORM_MARK] = '\0';
    text_release(&clean);
}

void form_seal_row(struct text *sealed, const char *first, const char *second, const char *third)
{
    text_format(sealed, "%s\t%s\t%s\n", first, second, third);
}

/* One row, into the options and into what is sealed. */
static void add_row(struct text *out, struct text *sealed, const char *first, const char *second,
                    const char *third)
{
    text_add(out, sealed->length == 0 ? "[" : ",[");
    text_add_json(out, first);
    text_add_byte(out, ',');
    text_add_json(out, second);
    text_add_byte(out, ',');
    text_add_json(out, third);
    text_add_byte(out, ']');
    form_seal_row(sealed, first, second, third);
}

/* The row of an indicator or criterion: its id, and the marks of its value and its note. */
static void add_marks(struct text *out, struct text *sealed, const char *id, const char *value,
                      const char *note)
{
    char first[FORM_MARK + 1];
    char second[FORM_MARK + 1];
    form_mark(value, first);
    form_mark(note, second);
    add_row(out, sealed, id, first, second);
}

static void add_criteria(const struct assessment *assessment, const struct indicator *indicator,
                         struct text *out, struct text *sealed)
{
    static const char *const words[] = {"", "Ya", "Tidak"};
    const struct instrument *instrument = assessment->instrument;
    int year = instrument_year(instrument, assessment->year);
    for (uint32_t i = 0; i < indicator->levels.count; i++) {
        struct span span = instrument->levels[indicator->levels.first + i].criteria;
        for (uint32_t c = span.first; c < span.first + span.count; c++) {
            if (instrument_holds(instrument->criteria[c].years, year)) {
                add_marks(out, sealed, instrument->criteria[c].id, words[assessment->answers[c]],
                          assessment->notes[c]);
            }
        }
    }
}

static void add_indicator(const struct assessment *assessment, size_t position, struct text *out,
                          struct text *sealed)
{
    const struct response *response = &assessment->responses[position];
    const struct indicator *indicator = &assessment->instrument->indicators[position];
    struct text value = TEXT_EMPTY;
    if (response->claimed.given) {
        fraction_add_exact(&value, response->claimed.value);
    }
    add_marks(out, sealed, indicator->id, value.bytes, response->note);
    add_criteria(assessment, indicator, out, sealed);
    text_release(&value);
}

void form_options(const struct assessment *assessment, const bool *chosen, const char *unit,
                  struct text *out)
{
    const struct instrument *instrument = assessment->instrument;
    struct text sealed = TEXT_EMPTY;
    char seal[HASH_HEX + 1];
    text_add(out, "{\"format\":\"" FORM_FORMAT "\",\"head\":{\"unit\":");
    text_add_json(out, unit == NULL ? "" : unit);
    text_add(out, "},\"rows\":[");
    add_row(out, &sealed, "instrument", instrument->id, instrument->sha256);
    add_row(out, &sealed, "agency", assessment->agency, "");
    add_row(out, &sealed, "base", assessment->sha256, "");
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        if (chosen[i]) {
            add_indicator(assessment, i, out, &sealed);
        }
    }
    hash_of(sealed.bytes, sealed.length, seal);
    text_format(out, "],\"seal\":\"%s\"}", seal);
    text_release(&sealed);
}
