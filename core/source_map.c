#include "source_map.h"

#include "limit.h"
#include "memory.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { TABLE_DEPTH = LIMIT_PACK_DEPTH + 8 };

enum token_kind {
    TOKEN_END,
    TOKEN_NAME,   /* names and keywords */
    TOKEN_STRING, /* text is what stands between the quotes, escapes as they are */
    TOKEN_NUMBER,
    TOKEN_OTHER /* one character; "==" and the like are one token that begins with it */
};

struct token {
    enum token_kind kind;
    const char *text;
    size_t length;
    unsigned line; /* on which it begins */
};

/* A place in the source, before the next token. Copying it marks a place to come back to. */
struct lexer {
    const char *at, *end;
    unsigned line;
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_name(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/* The byte `offset` further on, or NUL behind the end. */
static char peek(const struct lexer *lexer, size_t offset)
{
    return (size_t)(lexer->end - lexer->at) > offset ? lexer->at[offset] : '\0';
}

/* Takes a line break, of one byte or of two different ones, as Lua counts them. */
static void take_break(struct lexer *lexer)
{
    char first = *lexer->at++;
    char second = peek(lexer, 0);
    if ((second == '\n' || second == '\r') && second != first) {
        lexer->at++;
    }
    lexer->line++;
}

/* Takes one byte, or a whole line break. */
static void take(struct lexer *lexer)
{
    if (*lexer->at == '\n' || *lexer->at == '\r') {
        take_break(lexer);
    } else {
        lexer->at++;
    }
}

static void skip_line(struct lexer *lexer)
{
    while (lexer->at < lexer->end && *lexer->at != '\n' && *lexer->at != '\r') {
        lexer->at++;
    }
}

/* Bytes of a long bracket's opening ("[[", "[==[") at the cursor, or 0. */
static size_t long_opening(const struct lexer *lexer)
{
    size_t equals = 0;
    if (peek(lexer, 0) != '[') {
        return 0;
    }
    while (peek(lexer, 1 + equals) == '=') {
        equals++;
    }
    return peek(lexer, 1 + equals) == '[' ? equals + 2 : 0;
}

/* True at the closing that belongs to an opening of `size` bytes. */
static bool at_long_closing(const struct lexer *lexer, size_t size)
{
    if (peek(lexer, 0) != ']' || peek(lexer, size - 1) != ']') {
        return false;
    }
    for (size_t i = 1; i < size - 1; i++) {
        if (peek(lexer, i) != '=') {
            return false;
        }
    }
    return true;
}

/* Takes a long bracket with its contents, or all that is left when it does not end. */
static void skip_long(struct lexer *lexer, size_t size)
{
    lexer->at += size;
    while (lexer->at < lexer->end && !at_long_closing(lexer, size)) {
        take(lexer);
    }
    if (lexer->at < lexer->end) {
        lexer->at += size;
    }
}

/* Takes spaces, line breaks and comments. */
static void skip_space(struct lexer *lexer)
{
    while (lexer->at < lexer->end) {
        char c = *lexer->at;
        if (c == '-' && peek(lexer, 1) == '-') {
            lexer->at += 2;
            size_t size = long_opening(lexer);
            if (size > 0) {
                skip_long(lexer, size);
            } else {
                skip_line(lexer);
            }
        } else if (c == ' ' || (c >= '\t' && c <= '\r')) {
            take(lexer);
        } else {
            return;
        }
    }
}

/* Takes a quoted string; an unfinished one ends with its line. */
static void take_string(struct lexer *lexer, struct token *token)
{
    char quote = *lexer->at++;
    token->kind = TOKEN_STRING;
    token->text = lexer->at;
    while (lexer->at < lexer->end && *lexer->at != quote && *lexer->at != '\n' &&
           *lexer->at != '\r') {
        bool escape = *lexer->at++ == '\\';
        if (escape && lexer->at < lexer->end) {
            bool skips = *lexer->at == 'z';
            take(lexer);
            while (skips && lexer->at < lexer->end && strchr(" \t\n\v\f\r", *lexer->at) != NULL &&
                   *lexer->at != '\0') {
                take(lexer);
            }
        }
    }
    token->length = (size_t)(lexer->at - token->text);
    if (peek(lexer, 0) == quote) {
        lexer->at++;
    }
}

/* Takes a name or a number; "1e-5" may come in pieces, which is all the same here. */
static void take_word(struct lexer *lexer, struct token *token)
{
    token->kind = is_digit(*lexer->at) ? TOKEN_NUMBER : TOKEN_NAME;
    while (is_name(peek(lexer, 0)) || (token->kind == TOKEN_NUMBER && peek(lexer, 0) == '.')) {
        lexer->at++;
    }
    token->length = (size_t)(lexer->at - token->text);
}

/* Takes an operator or a bracket. "==", "~=", "<=", ">=" must not look like an assignment. */
static void take_other(struct lexer *lexer, struct token *token)
{
    token->kind = TOKEN_OTHER;
    bool wide = peek(lexer, 1) == '=' && strchr("=~<>", *lexer->at) != NULL && *lexer->at != '\0';
    token->length = wide ? 2 : 1;
    lexer->at += token->length;
}

static struct token next_token(struct lexer *lexer)
{
    skip_space(lexer);
    struct token token = {.kind = TOKEN_END, .text = lexer->at, .length = 0, .line = lexer->line};
    if (lexer->at >= lexer->end) {
        return token;
    }
    size_t size = long_opening(lexer);
    if (size > 0) {
        token.kind = TOKEN_STRING;
        token.text += size;
        skip_long(lexer, size);
        size_t taken = (size_t)(lexer->at - token.text);
        token.length = taken > size ? taken - size : 0;
    } else if (*lexer->at == '"' || *lexer->at == '\'') {
        take_string(lexer, &token);
    } else if (is_name(*lexer->at)) {
        take_word(lexer, &token);
    } else {
        take_other(lexer, &token);
    }
    return token;
}

static struct token peek_token(const struct lexer *lexer)
{
    struct lexer ahead = *lexer;
    return next_token(&ahead);
}

static bool is_char(const struct token *token, char c)
{
    return token->kind == TOKEN_OTHER && token->length == 1 && token->text[0] == c;
}

static bool is_word(const struct token *token, const char *word)
{
    return token->kind == TOKEN_NAME && token->length == strlen(word) &&
           memcmp(token->text, word, token->length) == 0;
}

/* What a token does to the nesting of brackets and of blocks that end with `end` or `until`. */
static int nesting(const struct token *token)
{
    static const char *const opening[] = {"function", "do", "then", "repeat"};
    static const char *const closing[] = {"end", "until", "elseif"};
    if (token->kind == TOKEN_OTHER && token->length == 1) {
        char c = token->text[0];
        return c == '{' || c == '(' || c == '[' ? 1 : c == '}' || c == ')' || c == ']' ? -1 : 0;
    }
    for (size_t i = 0; i < sizeof opening / sizeof *opening; i++) {
        if (is_word(token, opening[i])) {
            return 1;
        }
    }
    for (size_t i = 0; i < sizeof closing / sizeof *closing; i++) {
        if (is_word(token, closing[i])) {
            return -1;
        }
    }
    return 0;
}

/* Goes behind the value at the cursor, before the ',' or ';' or '}' that ends it. */
static void skip_value(struct lexer *lexer)
{
    long depth = 0;
    for (;;) {
        struct token token = peek_token(lexer);
        int change = nesting(&token);
        bool ends = is_char(&token, ',') || is_char(&token, ';') || change < 0;
        if (token.kind == TOKEN_END || (depth <= 0 && ends)) {
            return;
        }
        depth += change;
        next_token(lexer);
    }
}

/* One field of a table, or the table that the file returns. Nodes refer to each other by position in
 * one array; 0, the returned table, is nobody's child, and so means "none". */
struct node {
    const char *key;      /* of a named field, as written between quotes; NULL when it has none */
    size_t key_length;    /* also 0 for a key that is computed: such a field is never found */
    size_t position;      /* from 1, of a field without a key; else 0 */
    unsigned line;        /* on which it begins */
    uint32_t first, last; /* fields inside, when the value is a table */
    uint32_t next;        /* the next field beside this one */
};

struct source_map {
    struct node *nodes;
    size_t count, capacity; /* no nodes: the file returns no table */
};

/* Adds a node; gives its position. */
static uint32_t add_node(struct source_map *map, unsigned line)
{
    if (map->count == map->capacity) {
        map->capacity = map->capacity == 0 ? 64 : 2 * map->capacity;
        map->nodes = memory_resize(map->nodes, map->capacity, sizeof *map->nodes);
    }
    map->nodes[map->count] = (struct node){.key = NULL, .line = line};
    return (uint32_t)map->count++;
}

/* Adds a field to the fields of `parent`. */
static uint32_t add_field(struct source_map *map, uint32_t parent, unsigned line)
{
    uint32_t field = add_node(map, line);
    struct node *table = &map->nodes[parent];
    if (table->first == 0) {
        table->first = field;
    } else {
        map->nodes[table->last].next = field;
    }
    table->last = field;
    return field;
}

/* ---- tables ---- */

/* Takes "[expression] =". The key is known when the expression is one string or number. */
static struct token take_bracket_key(struct lexer *lexer)
{
    next_token(lexer);
    struct token key = next_token(lexer);
    struct token close = peek_token(lexer);
    if ((key.kind != TOKEN_STRING && key.kind != TOKEN_NUMBER) || !is_char(&close, ']')) {
        key.kind = TOKEN_END;
        skip_value(lexer);
    }
    next_token(lexer);
    return key;
}

/* A table whose fields are being read. */
struct frame {
    uint32_t table;   /* its node */
    size_t positions; /* fields without a key so far */
};

/* Takes the separators and, when the table ends here, its bracket; true when it has ended. */
static bool at_end(struct lexer *lexer)
{
    struct token token = peek_token(lexer);
    while (is_char(&token, ',') || is_char(&token, ';')) {
        next_token(lexer);
        token = peek_token(lexer);
    }
    if (token.kind == TOKEN_END || is_char(&token, '}')) {
        next_token(lexer);
        return true;
    }
    return false;
}

/* Takes the key of the next field, if it has one, and adds the field; the cursor is then before its
 * value. */
static uint32_t begin_field(struct lexer *lexer, struct source_map *map, struct frame *frame)
{
    struct lexer start = *lexer;
    struct token token = peek_token(lexer);
    uint32_t field = add_field(map, frame->table, token.line);
    struct token key = token;
    if (is_char(&token, '[')) {
        key = take_bracket_key(lexer);
    } else {
        next_token(lexer);
    }
    struct token assign = peek_token(lexer);
    bool named = is_char(&assign, '=') && (token.kind != TOKEN_OTHER || is_char(&token, '['));
    if (!named) {
        *lexer = start;
        map->nodes[field].position = ++frame->positions;
        return field;
    }
    next_token(lexer);
    map->nodes[field].key = key.text;
    map->nodes[field].key_length = key.kind == TOKEN_END ? 0 : key.length;
    return field;
}

/* Goes to the end of a value, behind a byte that cannot stand there in Lua. */
static void end_value(struct lexer *lexer)
{
    skip_value(lexer);
    struct token token = peek_token(lexer);
    if (token.kind != TOKEN_END && !is_char(&token, '}') && !is_char(&token, ',') &&
        !is_char(&token, ';')) {
        next_token(lexer);
    }
}

/* Reads the table before which the cursor stands. Tables that lie deeper than a pack may nest are
 * passed over as any other value, so the stack of open ones is short. */
static void read_tables(struct lexer *lexer, struct source_map *map)
{
    struct frame stack[TABLE_DEPTH];
    size_t depth = 1;
    stack[0] = (struct frame){add_node(map, peek_token(lexer).line), 0};
    next_token(lexer);
    while (depth > 0) {
        if (at_end(lexer)) {
            depth--;
            if (depth > 0) {
                end_value(lexer);
            }
            continue;
        }
        uint32_t field = begin_field(lexer, map, &stack[depth - 1]);
        struct token value = peek_token(lexer);
        if (is_char(&value, '{') && depth < TABLE_DEPTH) {
            next_token(lexer);
            stack[depth++] = (struct frame){field, 0};
        } else {
            end_value(lexer);
        }
    }
}

/* Puts the cursor before the table that the file returns: the first "return {" outside of everything. */
static bool find_table(struct lexer *lexer)
{
    long depth = 0;
    if (peek(lexer, 0) == '#') {
        skip_line(lexer);
    }
    for (;;) {
        struct token token = next_token(lexer);
        if (token.kind == TOKEN_END) {
            return false;
        }
        depth += nesting(&token);
        struct token ahead = peek_token(lexer);
        if (depth == 0 && is_word(&token, "return") && is_char(&ahead, '{')) {
            return true;
        }
    }
}

struct source_map *source_map_new(const char *bytes, size_t length)
{
    struct source_map *map = memory_zero(1, sizeof *map);
    struct lexer lexer = {.at = bytes, .end = bytes + length, .line = 1};
    if (find_table(&lexer)) {
        read_tables(&lexer, map);
    }
    return map;
}

void source_map_free(struct source_map *map)
{
    if (map != NULL) {
        free(map->nodes);
        free(map);
    }
}

/* ---- look-up ---- */

/* One step of a path: a name, or a position. */
struct step {
    const char *name; /* NULL for a position */
    size_t length;
    size_t position;
};

/* Takes the next step of `*path`; false at its end. */
static bool next_step(const char **path, struct step *step)
{
    const char *at = *path;
    if (*at == '.') {
        at++;
    }
    if (*at == '\0') {
        return false;
    }
    *step = (struct step){.name = NULL, .length = 0, .position = 0};
    if (*at == '[') {
        for (at++; is_digit(*at) && step->position < 10000000; at++) {
            step->position = step->position * 10 + (size_t)(*at - '0');
        }
        *path = *at == ']' ? at + 1 : at + strlen(at);
        return true;
    }
    step->name = at;
    step->length = strcspn(at, ".[");
    *path = at + step->length;
    return true;
}

/* True when the node is what the step asks for. */
static bool matches(const struct node *node, const struct step *step)
{
    if (step->name == NULL) {
        return node->position > 0 && node->position == step->position;
    }
    return node->position == 0 && node->key_length > 0 && node->key_length == step->length &&
           memcmp(node->key, step->name, step->length) == 0;
}

/* The last field of a table that a step means, or 0. */
static uint32_t find_field(const struct source_map *map, uint32_t table, const struct step *step)
{
    uint32_t found = 0;
    for (uint32_t i = map->nodes[table].first; i != 0; i = map->nodes[i].next) {
        if (matches(&map->nodes[i], step)) {
            found = i;
        }
    }
    return found;
}

unsigned source_map_find(const struct source_map *map, const char *path)
{
    if (map->count == 0) {
        return 1;
    }
    uint32_t at = 0;
    struct step step;
    while (next_step(&path, &step)) {
        uint32_t next = find_field(map, at, &step);
        if (next == 0) {
            break;
        }
        at = next;
    }
    return map->nodes[at].line;
}

unsigned source_map_line(const char *bytes, size_t length, const char *path)
{
    struct source_map *map = source_map_new(bytes, length);
    unsigned line = source_map_find(map, path);
    source_map_free(map);
    return line;
}
