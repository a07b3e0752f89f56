#include "source_mutation.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* A walk over the tokens. */
struct walk {
    const char *at, *end, *start;
    unsigned line;
    bool value; /* the token before was one that a value ends with: a minus is then a difference */
    unsigned from, to;
    struct arena *arena;
    struct source_mutation *list;
    size_t count, room;
};

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_';
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static char peek(const struct walk *walk, size_t ahead)
{
    return (size_t)(walk->end - walk->at) > ahead ? walk->at[ahead] : '\0';
}

/* Passes over bytes, counting lines. */
static void skip(struct walk *walk, size_t length)
{
    for (; length > 0 && walk->at < walk->end; length--) {
        walk->line += *walk->at == '\n';
        walk->at++;
    }
}

static void add(struct walk *walk, size_t length, const char *with)
{
    if (walk->line < walk->from || walk->line > walk->to) {
        return;
    }
    if (walk->count == walk->room) {
        size_t room = walk->room == 0 ? 64 : walk->room * 2;
        struct source_mutation *list = arena_get(walk->arena, room, sizeof *list);
        if (walk->count > 0) {
            memcpy(list, walk->list, walk->count * sizeof *list);
        }
        walk->list = list;
        walk->room = room;
    }
    walk->list[walk->count++] =
        (struct source_mutation){(size_t)(walk->at - walk->start), length, walk->line,
                                 arena_copy(walk->arena, walk->at, length), with};
}

/* The length of "[[" or "[==[" at the cursor, or 0. */
static size_t long_bracket(const struct walk *walk)
{
    size_t length = 1;
    while (peek(walk, length) == '=') {
        length++;
    }
    return peek(walk, 0) == '[' && peek(walk, length) == '[' ? length + 1 : 0;
}

/* Passes over a long text or comment whose opening has that length. */
static void skip_long(struct walk *walk, size_t opening)
{
    skip(walk, opening);
    while (walk->at < walk->end) {
        size_t length = 1;
        while (length + 1 < opening && peek(walk, length) == '=') {
            length++;
        }
        if (peek(walk, 0) == ']' && length + 1 == opening && peek(walk, length) == ']') {
            skip(walk, opening);
            return;
        }
        skip(walk, 1);
    }
}

static void skip_comment(struct walk *walk)
{
    skip(walk, 2);
    size_t opening = long_bracket(walk);
    if (opening > 0) {
        skip_long(walk, opening);
        return;
    }
    while (walk->at < walk->end && *walk->at != '\n') {
        walk->at++;
    }
}

static void skip_text(struct walk *walk)
{
    char quote = *walk->at;
    skip(walk, 1);
    while (walk->at < walk->end && *walk->at != quote) {
        skip(walk, *walk->at == '\\' ? 2 : 1);
    }
    skip(walk, 1);
    walk->value = true;
}

/* A numeral: digits, letters of hexadecimal and exponents, points; a sign only behind an exponent. */
static void take_number(struct walk *walk)
{
    size_t length = 0;
    bool hexadecimal = peek(walk, 0) == '0' && (peek(walk, 1) | 0x20) == 'x';
    bool whole = true;
    while (is_digit(peek(walk, length)) || is_letter(peek(walk, length)) ||
           peek(walk, length) == '.') {
        char byte = (char)(peek(walk, length) | 0x20);
        bool exponent = byte == (hexadecimal ? 'p' : 'e');
        whole = whole && is_digit(peek(walk, length));
        length++;
        length += exponent && (peek(walk, length) == '+' || peek(walk, length) == '-') ? 1 : 0;
    }
    const char *text = arena_copy(walk->arena, walk->at, length);
    add(walk, length,
        whole && length < 18 ? arena_format(walk->arena, "%lld", strtoll(text, NULL, 10) + 1)
                             : arena_format(walk->arena, "(%s + 1)", text));
    skip(walk, length);
    walk->value = true;
}

static bool is_word(const char *word, size_t length, const char *is)
{
    return strlen(is) == length && memcmp(word, is, length) == 0;
}

static void take_word(struct walk *walk)
{
    static const char *const no_value[] = {"and", "or",    "not",    "if",    "while",
                                           "do",  "then",  "return", "else",  "elseif",
                                           "in",  "local", "until",  "repeat"};
    size_t length = 0;
    while (is_letter(peek(walk, length)) || is_digit(peek(walk, length))) {
        length++;
    }
    if (is_word(walk->at, length, "and")) {
        add(walk, length, "or");
    } else if (is_word(walk->at, length, "or")) {
        add(walk, length, "and");
    }
    walk->value = true;
    for (size_t i = 0; i < sizeof no_value / sizeof *no_value; i++) {
        walk->value = walk->value && !is_word(walk->at, length, no_value[i]);
    }
    skip(walk, length);
}

/* "<const>" and "<close>" are no comparisons. */
static bool skip_attribute(struct walk *walk)
{
    bool attribute = walk->end - walk->at >= 7 &&
                     (memcmp(walk->at, "<const>", 7) == 0 || memcmp(walk->at, "<close>", 7) == 0);
    skip(walk, attribute ? 7 : 0);
    return attribute;
}

/* An operator, or anything else of one or more bytes. */
static void take_sign(struct walk *walk)
{
    static const struct {
        const char *was, *with; /* with NULL: passes */
    } signs[] = {{"<<", NULL}, {">>", NULL}, {"<=", "<"},  {">=", ">"},  {"==", "~="},
                 {"~=", "=="}, {"//", "*"},  {"::", NULL}, {"..", NULL}, {"<", "<="},
                 {">", ">="},  {"+", "-"},   {"*", "+"}};
    if (skip_attribute(walk)) {
        return;
    }
    size_t left = (size_t)(walk->end - walk->at);
    size_t length = 1;
    const char *with = *walk->at == '-' && walk->value ? "+" : NULL;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        size_t size = strlen(signs[i].was);
        if (size <= left && memcmp(walk->at, signs[i].was, size) == 0) {
            length = size;
            with = signs[i].with;
            break;
        }
    }
    if (with != NULL) {
        add(walk, length, with);
    }
    walk->value = *walk->at == ')' || *walk->at == ']' || *walk->at == '}';
    skip(walk, length);
}

static void take(struct walk *walk)
{
    char byte = *walk->at;
    if (byte == '-' && peek(walk, 1) == '-') {
        skip_comment(walk);
    } else if (byte == '"' || byte == '\'') {
        skip_text(walk);
    } else if (long_bracket(walk) > 0) {
        skip_long(walk, long_bracket(walk));
        walk->value = true;
    } else if (is_digit(byte) || (byte == '.' && is_digit(peek(walk, 1)))) {
        take_number(walk);
    } else if (is_letter(byte)) {
        take_word(walk);
    } else if (byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r') {
        skip(walk, 1);
    } else {
        take_sign(walk);
    }
}

const struct source_mutation *source_mutation_list(const struct text *source, unsigned from,
                                                   unsigned to, struct arena *arena, size_t *count)
{
    struct walk walk = {.at = source->bytes,
                        .start = source->bytes,
                        .end = source->bytes + source->length,
                        .line = 1,
                        .from = from,
                        .to = to,
                        .arena = arena};
    while (walk.at < walk.end && walk.line <= to) {
        take(&walk);
    }
    *count = walk.count;
    return walk.list;
}

void source_mutation_make(const struct source_mutation *mutation, const struct text *source,
                          struct text *out)
{
    size_t behind = mutation->at + mutation->length;
    text_append(out, source->bytes, mutation->at);
    text_add(out, mutation->with);
    text_append(out, source->bytes + behind, source->length - behind);
}
