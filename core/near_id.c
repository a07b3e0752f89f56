#include "near_id.h"

#include "text.h"

#include <stdlib.h>
#include <string.h>

enum { TYPED_MOST = 64, LETTERS_WRONG = 3, BEYOND = 2 };

/* The number of an id, a letter before it or not: "I048" has 48; -1 where it has none. */
static int number_of(const char *typed, size_t length)
{
    enum { DIGITS_MOST = 6 };
    size_t at = length > 0 && strchr("Ii", typed[0]) != NULL ? 1 : 0;
    size_t digits = strspn(typed + at, "0123456789");
    return digits > 0 && digits <= DIGITS_MOST && at + digits == length
               ? (int)strtol(typed + at, NULL, 10)
               : -1;
}

/* Position of the indicator with the number that is nearest, at most BEYOND away, or NOWHERE. */
static int near_number(const struct instrument *instrument, int number)
{
    int best = NOWHERE;
    int least = BEYOND + 1;
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        int away = abs(
            number_of(instrument->indicators[i].id, strlen(instrument->indicators[i].id)) - number);
        if (away < least) {
            best = (int)i;
            least = away;
        }
    }
    return best;
}

/* Position of the indicator whose id differs in the fewest letters, and not in all of them, or NOWHERE. */
static int near_letters(const struct instrument *instrument, const char *typed)
{
    int best = NOWHERE;
    unsigned least = LETTERS_WRONG + 1;
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        unsigned distance = text_distance(typed, instrument->indicators[i].id);
        if (distance < least && distance < strlen(typed)) {
            best = (int)i;
            least = distance;
        }
    }
    return best;
}

/* Position of the indicator that the first `length` bytes mean, or NOWHERE. */
static int meant(const struct instrument *instrument, const char *typed, size_t length)
{
    char word[TYPED_MOST] = "";
    int position = instrument_find_indicator(instrument, typed, length, 0);
    int number = number_of(typed, length);
    if (position != NOWHERE || length >= sizeof word) {
        return position;
    }
    memcpy(word, typed, length);
    return number >= 0 ? near_number(instrument, number) : near_letters(instrument, word);
}

const char *near_id_indicator(const struct instrument *instrument, const char *typed)
{
    int position = meant(instrument, typed, strlen(typed));
    return position == NOWHERE ? "" : instrument->indicators[position].id;
}

const char *near_id_criterion(const struct instrument *instrument, const char *typed)
{
    size_t head = strcspn(typed, ".");
    int indicator = meant(instrument, typed, head);
    const char *best = "";
    unsigned least = LETTERS_WRONG + 1;
    if (indicator == NOWHERE || strlen(typed) >= TYPED_MOST) {
        return best;
    }
    size_t length = strlen(instrument->indicators[indicator].id);
    for (size_t i = 0; i < instrument->criterion_count; i++) {
        const struct criterion *criterion = &instrument->criteria[i];
        if (criterion->indicator == indicator && strlen(criterion->id) > length) {
            unsigned distance = text_distance(typed + head, criterion->id + length);
            if (distance < least) {
                best = criterion->id;
                least = distance;
            }
        }
    }
    return best;
}
