#include "edit_score.h"

#include "figure.h"
#include "message.h"

#include <stdlib.h>
#include <string.h>

bool edit_score_is_item(const char *id)
{
    const char *point = strrchr(id, '.');
    return point != NULL && point[1] == 'e' && point[2] >= '0' && point[2] <= '9';
}

/* The item that an id names: its level (one digit or two, without a nought in front) is there and has so
 * many. `number`: the id behind the indicator's. */
static bool find_item(const struct instrument *instrument, const char *number,
                      struct score_subject *out)
{
    char *end = NULL;
    if (number[0] < '0' || number[0] > '9' || (number[0] == '0' && number[1] != '.')) {
        return false;
    }
    long of = strtol(number, &end, 10);
    const struct level *level =
        of > 99 ? NULL
                : instrument_level(instrument, &instrument->indicators[out->indicator], (int)of);
    if (level == NULL || strncmp(end, ".e", 2) != 0 || end[2] < '1' || end[2] > '9') {
        return false;
    }
    out->item = strtoul(end + 2, &end, 10);
    out->level = (int)(level - instrument->levels);
    return *end == '\0' && out->item <= level->item_count;
}

bool edit_score_subject(const struct instrument *instrument, const char *subject,
                        struct score_subject *out)
{
    size_t length = strcspn(subject, "./");
    *out = (struct score_subject){instrument_find_indicator(instrument, subject, length, 0),
                                  NOWHERE, 0};
    if (out->indicator == NOWHERE || subject[length] == '\0') {
        return false;
    }
    const struct conversion *conversion = instrument->indicators[out->indicator].conversion;
    return subject[length] == '.'
               ? find_item(instrument, subject + length + 1, out)
               : conversion != NULL && strcmp(subject + length + 1, conversion->input) == 0;
}

bool edit_score_item(const struct edit *edit, const char *id, const char *word, const char *note,
                     struct error *err)
{
    struct score_subject named;
    const char *fact = NULL;
    const char *text = NULL;
    if (!edit_score_subject(edit->instrument, id, &named) || named.item == 0) {
        return error_set(err, M_EDIT_ITEM, id, edit->instrument->id);
    }
    const char *indicator = edit->instrument->indicators[named.indicator].id;
    return edit_answer_fact(id, word, &fact, err) && edit_check_text("--note", note, &text, err) &&
           store_set(edit->store, FIELD_ITEM, indicator, id, fact, err) &&
           (note == NULL || store_set(edit->store, FIELD_ITEM_NOTE, indicator, id, text, err));
}

bool edit_score_read_measure(const struct indicator *indicator, const char *typed,
                             struct fraction *value, struct error *err)
{
    const struct conversion *conversion = indicator->conversion;
    char words[3][64];
    if (conversion == NULL) {
        return error_set(err, M_EDIT_NO_MEASURE, indicator->id);
    }
    if (!fraction_parse(typed, strlen(typed), true, value)) {
        return error_set(err, M_EDIT_NUMBER, indicator->id, typed);
    }
    if (!instrument_measures(conversion, *value)) {
        const struct line *last = &conversion->lines[conversion->line_count - 1];
        return error_set(err, M_EDIT_MEASURE_RANGE, indicator->id, conversion->input,
                         figure_say(*value, words[0]),
                         figure_say(conversion->lines[0].from, words[1]),
                         figure_say(last->to, words[2]));
    }
    return true;
}

/* The same; *exact gets its text. */
static bool read_index(const struct indicator *indicator, const char *typed, struct text *exact,
                       struct error *err)
{
    struct fraction value;
    if (!edit_score_read_measure(indicator, typed, &value, err)) {
        return false;
    }
    fraction_add_exact(exact, value);
    return true;
}

bool edit_score_measure(const struct edit *edit, const char *indicator, const char *key,
                        const char *value, struct error *err)
{
    int position = edit_indicator(edit->instrument, indicator, err);
    if (position == NOWHERE) {
        return false;
    }
    const struct indicator *about = &edit->instrument->indicators[position];
    if (about->conversion == NULL) {
        return error_set(err, M_EDIT_NO_MEASURE, about->id);
    }
    if (key != NULL && strcmp(key, about->conversion->input) != 0) {
        return error_set(err, M_EDIT_MEASURE_KEY, about->id, about->conversion->input, key);
    }
    struct text exact = TEXT_EMPTY;
    struct text subject = TEXT_EMPTY;
    bool none = strcmp(value, "-") == 0;
    text_format(&subject, "%s/%s", about->id, about->conversion->input);
    bool ok = (none || read_index(about, value, &exact, err)) &&
              store_set(edit->store, FIELD_MEASURE, about->id, subject.bytes,
                        none ? NULL : exact.bytes, err);
    text_release(&subject);
    text_release(&exact);
    return ok;
}
