#include "assessment.h"

#include <string.h>

static const char *const kind_words[KIND_NONE] = {
    [KIND_KEMENTERIAN] = "kementerian", [KIND_LEMBAGA] = "lembaga", [KIND_PROVINSI] = "provinsi",
    [KIND_KABUPATEN] = "kabupaten",     [KIND_KOTA] = "kota",       [KIND_LAINNYA] = "lainnya",
};

static const char *const stage_words[STAGE_COUNT] = {
    [STAGE_DOKUMEN] = "dokumen",
    [STAGE_INTERVIU] = "interviu",
    [STAGE_VISITASI] = "visitasi",
    [STAGE_REVIU] = "reviu",
};

static const char *const state_words[STATE_COUNT] = {
    [STATE_OPEN] = "open",
    [STATE_SUBMITTED] = "submitted",
    [STATE_RETURNED] = "returned",
    [STATE_LOCKED] = "locked",
};

void assessment_init(struct assessment *assessment, const struct instrument *instrument,
                     struct arena *arena)
{
    *assessment = (struct assessment){
        .arena = arena,
        .instrument = instrument,
        .agency = "",
        .kind = KIND_NONE,
        .responses = arena_get(arena, instrument->indicator_count, sizeof(struct response)),
        .answers = arena_get(arena, instrument->criterion_count, sizeof(unsigned char)),
        .notes = arena_get(arena, instrument->criterion_count, sizeof(const char *)),
    };
}

/* Position of a word in a table of `count` words, or `count`. */
static size_t find_word(const char *const *words, size_t count, const char *word, size_t length)
{
    size_t i = 0;
    while (i < count && !(strlen(words[i]) == length && memcmp(words[i], word, length) == 0)) {
        i++;
    }
    return i;
}

const char *assessment_kind_word(enum kind kind)
{
    return kind == KIND_NONE ? NULL : kind_words[kind];
}

enum kind assessment_kind(const char *word, size_t length)
{
    return (enum kind)find_word(kind_words, KIND_NONE, word, length);
}

const char *assessment_stage_word(enum stage stage)
{
    return stage_words[stage];
}

enum stage assessment_stage(const char *word, size_t length)
{
    return (enum stage)find_word(stage_words, STAGE_COUNT, word, length);
}

const char *assessment_state_word(enum state state)
{
    return state_words[state];
}

enum state assessment_state(const char *word, size_t length)
{
    return (enum state)find_word(state_words, STATE_COUNT, word, length);
}

const struct verdict *assessment_verdict(const struct response *response)
{
    const struct verdict *counts = NULL;
    for (size_t i = 0; i < response->verdict_count; i++) {
        const struct verdict *verdict = &response->verdicts[i];
        counts = counts == NULL || verdict->stage >= counts->stage ? verdict : counts;
    }
    return counts;
}

/* The number that `count` digits make, or -1. */
static int digits(const char *at, size_t count)
{
    int number = 0;
    for (size_t i = 0; i < count; i++) {
        if (at[i] < '0' || at[i] > '9') {
            return -1;
        }
        number = number * 10 + (at[i] - '0');
    }
    return number;
}

bool assessment_is_date(const char *text)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (strlen(text) != 10 || text[4] != '-' || text[7] != '-') {
        return false;
    }
    int year = digits(text, 4);
    int month = digits(text + 5, 2);
    int day = digits(text + 8, 2);
    if (year < 1 || month < 1 || month > 12 || day < 1) {
        return false;
    }
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return day <= days[month - 1] + (month == 2 && leap ? 1 : 0);
}

const struct item *assessment_item(const struct response *response, int level, int number)
{
    for (size_t i = 0; i < response->item_count; i++) {
        if (response->items[i].level == level && response->items[i].number == number) {
            return &response->items[i];
        }
    }
    return NULL;
}

bool assessment_proves_item(const struct evidence *evidence, int level, int number)
{
    for (size_t i = 0; i < evidence->item_count; i++) {
        if (evidence->items[i].level == level && evidence->items[i].number == number) {
            return true;
        }
    }
    return false;
}

void assessment_add_support(const struct instrument *instrument, const char *indicator,
                            const struct evidence *evidence, size_t nth, struct text *out)
{
    if (nth < evidence->support_count) {
        text_add(out, instrument->criteria[evidence->supports[nth]].id);
        return;
    }
    const struct item_name *item = &evidence->items[nth - evidence->support_count];
    text_format(out, "%s.%d.e%d", indicator, item->level, item->number);
}

const struct measure *assessment_measure(const struct response *response, const char *key)
{
    for (size_t i = 0; i < response->measure_count; i++) {
        if (strcmp(response->measures[i].key, key) == 0) {
            return &response->measures[i];
        }
    }
    return NULL;
}
