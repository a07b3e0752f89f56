#include "change.h"

#include <assert.h>
#include <string.h>

static const struct {
    const char *word, *label;
} fields[FIELD_COUNT] = {
#define CHANGE_FIELD_ROW(name, word_, label_) [name] = {word_, label_},
    CHANGE_FIELDS(CHANGE_FIELD_ROW)
#undef CHANGE_FIELD_ROW
};

const char *change_word(enum field field)
{
    assert(field < FIELD_COUNT);
    return fields[field].word;
}

const char *change_label(enum field field)
{
    assert(field < FIELD_COUNT);
    return _(fields[field].label);
}

enum field change_field(const char *word)
{
    int field = 0;
    while (field < FIELD_COUNT && strcmp(fields[field].word, word) != 0) {
        field++;
    }
    return (enum field)field;
}
