#include "lua_said.h"

#include "lang.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { PIECES = 4, PIECE_BYTES = 160 };

/* Whole sentences; a longer one stands before one that it begins with. */
static const char *const sentences[] = {
    N_("attempt to index a %s value (%s)"),
    N_("attempt to index a %s value"),
    N_("attempt to call a %s value (%s)"),
    N_("attempt to call a %s value"),
    N_("attempt to perform arithmetic on a %s value (%s)"),
    N_("attempt to perform arithmetic on a %s value"),
    N_("attempt to concatenate a %s value (%s)"),
    N_("attempt to concatenate a %s value"),
    N_("attempt to get length of a %s value (%s)"),
    N_("attempt to get length of a %s value"),
    N_("attempt to compare two %s values"),
    N_("attempt to compare %s with %s"),
    N_("attempt to divide by zero"),
    N_("attempt to assign to const variable '%s'"),
    N_("bad argument #%s to '%s' (%s expected, got %s)"),
    N_("bad argument #%s to '%s' (%s)"),
    N_("'%s' expected (to close '%s' at line %s) near %s"),
    N_("%s expected near %s"),
    N_("unexpected symbol near %s"),
    N_("unfinished string near %s"),
    N_("unfinished long string (starting at line %s) near %s"),
    N_("unfinished long comment (starting at line %s) near %s"),
    N_("malformed number near %s"),
};

/* What stands inside of them, as Lua says it and as a text of ours. */
static const struct {
    const char *said, *text;
} words[] = {
    {"nil", N_("nothing (nil)")},
    {"number", N_("a number")},
    {"string", N_("a text")},
    {"table", N_("a table")},
    {"boolean", N_("true or false")},
    {"function", N_("a function")},
    {"no value", N_("no value")},
    {"<eof>", N_("the end of the file")},
    {"<name>", N_("a name")},
    {"local '%s'", N_("local '%s'")},
    {"global '%s'", N_("global '%s'")},
    {"field '%s'", N_("field '%s'")},
    {"method '%s'", N_("method '%s'")},
    {"upvalue '%s'", N_("upvalue '%s'")},
    {"constant '%s'", N_("constant '%s'")},
};

/* The texts of a sentence where its pattern has "%s". */
struct pieces {
    char text[PIECES][PIECE_BYTES];
    size_t count;
};

/* Takes a sentence apart by a pattern; false when it does not fit. */
static bool take_apart(const char *sentence, const char *pattern, struct pieces *pieces)
{
    pieces->count = 0;
    for (;;) {
        const char *gap = strstr(pattern, "%s");
        size_t before = gap == NULL ? strlen(pattern) : (size_t)(gap - pattern);
        if (strncmp(sentence, pattern, before) != 0) {
            return false;
        }
        sentence += before;
        if (gap == NULL) {
            return *sentence == '\0';
        }
        pattern = gap + 2;
        size_t literal = strcspn(pattern, "%");
        char behind[PIECE_BYTES];
        snprintf(behind, sizeof behind, "%.*s", (int)literal, pattern);
        const char *end = literal == 0 ? sentence + strlen(sentence) : strstr(sentence, behind);
        size_t length = end == NULL ? PIECE_BYTES : (size_t)(end - sentence);
        if (length >= PIECE_BYTES || pieces->count == PIECES) {
            return false;
        }
        memcpy(pieces->text[pieces->count], sentence, length);
        pieces->text[pieces->count++][length] = '\0';
        sentence += length;
    }
}

/* Puts pieces into the gaps of a translation, in their order. */
static void put_together(const char *translation, const struct pieces *pieces, size_t size,
                         char *out)
{
    size_t length = 0, next = 0;
    while (*translation != '\0' && length + 1 < size) {
        if (strncmp(translation, "%s", 2) == 0 && next < pieces->count) {
            int added = snprintf(out + length, size - length, "%s", pieces->text[next++]);
            length += added > 0 ? (size_t)added : 0;
            length = length < size ? length : size - 1;
            translation += 2;
        } else {
            out[length++] = *translation++;
        }
    }
    out[length] = '\0';
}

/* Replaces a word by its translation. */
static void translate_word(char word[PIECE_BYTES])
{
    struct pieces pieces;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (take_apart(word, words[i].said, &pieces)) {
            put_together(lang_text(words[i].text), &pieces, PIECE_BYTES, word);
            return;
        }
    }
}

void lua_said(const char *sentence, char out[LUA_SAID_BYTES])
{
    struct pieces pieces;
    size_t i = 0;
    while (i < sizeof sentences / sizeof sentences[0] &&
           !take_apart(sentence, sentences[i], &pieces)) {
        i++;
    }
    bool known = i < sizeof sentences / sizeof sentences[0];
    const char *translation = known ? lang_text(sentences[i]) : NULL;
    if (!known || strcmp(translation, sentences[i]) == 0) { /* English, or no catalogue */
        snprintf(out, LUA_SAID_BYTES, "%s", sentence);
        return;
    }
    for (size_t j = 0; j < pieces.count; j++) {
        translate_word(pieces.text[j]);
    }
    put_together(translation, &pieces, LUA_SAID_BYTES, out);
}
