#include "inspect_text.h"

#include "assessment.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

enum { MARK_WORDS = 3, TITLE_LINES = 5, PIECE_LETTERS = 4, YEAR_FIRST = 1945, YEAR_LAST = 2100 };

/* Some bytes of the text. */
struct piece {
    const char *bytes;
    size_t length;
};

/* A look at one document. */
struct look {
    const struct vocabulary *vocabulary;
    struct inspection *out;
    int page;                          /* from 1 */
    int line;                          /* of those with text on the page, from 1 */
    char letters[INSPECTION_WORD + 1]; /* short lines in capitals one after the other, joined */
    struct piece before, between;      /* the two words before the one looked at */
};

static bool is_word_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || (unsigned char)byte >= 0x80;
}

/* The next word of a text; false behind the last one. */
static bool next_word(struct piece *rest, struct piece *word)
{
    size_t from = 0;
    while (from < rest->length && !is_word_byte(rest->bytes[from])) {
        from++;
    }
    size_t to = from;
    while (to < rest->length && is_word_byte(rest->bytes[to])) {
        to++;
    }
    *word = (struct piece){rest->bytes + from, to - from};
    *rest = (struct piece){rest->bytes + to, rest->length - to};
    return word->length > 0;
}

/* ---- marks of a draft ---- */

/* True when a word is one of the pack's draft words; out: gets it in small letters. */
static bool is_draft(const struct look *look, struct piece word, char out[INSPECTION_WORD + 1])
{
    if (word.length == 0 || word.length > INSPECTION_WORD) {
        return false;
    }
    for (size_t i = 0; i < word.length; i++) {
        char byte = word.bytes[i];
        out[i] = (char)(byte >= 'A' && byte <= 'Z' ? byte - 'A' + 'a' : byte);
    }
    out[word.length] = '\0';
    return (vocabulary_kinds(look->vocabulary, out) & WORD_DRAFT) != 0;
}

static void mark(struct look *look, const char *word)
{
    if (look->out->draft[0] == '\0') {
        snprintf(look->out->draft, sizeof look->out->draft, "%s", word);
        look->out->draft_page = look->page;
    }
}

static bool has_small_letter(struct piece line)
{
    for (size_t i = 0; i < line.length; i++) {
        if (line.bytes[i] >= 'a' && line.bytes[i] <= 'z') {
            return true;
        }
    }
    return false;
}

/* A line that is a mark, or the beginning of a title. */
static void look_for_mark(struct look *look, struct piece line)
{
    struct piece rest = line;
    struct piece word;
    char shown[INSPECTION_WORD + 1];
    char found[INSPECTION_WORD + 1] = "";
    int count = 0;
    while (count <= MARK_WORDS && next_word(&rest, &word)) {
        bool draft = is_draft(look, word, shown);
        if (draft && count == 0 && look->page == 1 && look->line <= TITLE_LINES) {
            mark(look, shown);
        }
        if (draft && found[0] == '\0') {
            memcpy(found, shown, sizeof found);
        }
        count++;
    }
    if (found[0] != '\0' && count <= MARK_WORDS && !has_small_letter(line)) {
        mark(look, found);
    }
}

/* The letters of a line that is no more than a few capitals, spaces between them left out; 0 for
 * another one. */
static size_t capitals_of(struct piece line, char out[PIECE_LETTERS * 4])
{
    size_t count = 0;
    size_t run = 0;
    for (size_t i = 0; i < line.length; i++) {
        bool capital = line.bytes[i] >= 'A' && line.bytes[i] <= 'Z';
        run = capital ? run + 1 : 0;
        if ((!capital && line.bytes[i] != ' ') || run > PIECE_LETTERS ||
            count == (size_t)PIECE_LETTERS * 4) {
            return 0;
        }
        if (capital) {
            out[count++] = line.bytes[i];
        }
    }
    return count;
}

/* Marks the longest draft word in the lines that were joined, and begins anew. */
static void end_pieces(struct look *look)
{
    char shown[INSPECTION_WORD + 1];
    size_t all = strlen(look->letters);
    for (size_t length = all; length > 0; length--) {
        for (size_t from = 0; from + length <= all; from++) {
            if (is_draft(look, (struct piece){look->letters + from, length}, shown)) {
                mark(look, shown);
            }
        }
    }
    look->letters[0] = '\0';
}

/* A word across the page comes out as short lines: they are joined while they follow each other. */
static void look_for_pieces(struct look *look, struct piece line)
{
    char capitals[PIECE_LETTERS * 4];
    size_t count = capitals_of(line, capitals);
    size_t length = strlen(look->letters);
    if (count == 0 || length + count > INSPECTION_WORD) {
        end_pieces(look);
        length = 0;
    }
    memcpy(look->letters + length, capitals, count);
    look->letters[length + count] = '\0';
}

/* ---- dates ---- */

/* The number of 1 to 4 digits that a word is; -1 for another one. */
static int number_of(struct piece word)
{
    int number = 0;
    for (size_t i = 0; i < word.length; i++) {
        if (word.length > 4 || word.bytes[i] < '0' || word.bytes[i] > '9') {
            return -1;
        }
        number = number * 10 + (word.bytes[i] - '0');
    }
    return word.length == 0 ? -1 : number;
}

static bool is_word(struct piece word, const char *known)
{
    return word.length == strlen(known) && strncasecmp(word.bytes, known, word.length) == 0;
}

/* 1 to 12 for the name of a month, else 0. */
static int month_of(struct piece word)
{
    static const struct {
        const char *name;
        int number;
    } months[] = {
        {"januari", 1},   {"january", 1},   {"februari", 2},  {"pebruari", 2}, {"february", 2},
        {"maret", 3},     {"march", 3},     {"april", 4},     {"mei", 5},      {"may", 5},
        {"juni", 6},      {"june", 6},      {"juli", 7},      {"july", 7},     {"agustus", 8},
        {"august", 8},    {"september", 9}, {"oktober", 10},  {"october", 10}, {"november", 11},
        {"nopember", 11}, {"desember", 12}, {"december", 12},
    };
    for (size_t i = 0; i < sizeof months / sizeof months[0]; i++) {
        if (is_word(word, months[i].name)) {
            return months[i].number;
        }
    }
    return 0;
}

static void take_year(struct look *look, int year)
{
    if (year >= YEAR_FIRST && year <= YEAR_LAST && year > look->out->year) {
        look->out->year = year;
    }
}

static void take_date(struct look *look, int year, int month, int day)
{
    char date[40];
    snprintf(date, sizeof date, "%04d-%02d-%02d", year, month, day);
    if (year < YEAR_FIRST || year > YEAR_LAST || !assessment_is_date(date)) {
        return;
    }
    take_year(look, year);
    if (strcmp(date, look->out->date) > 0) {
        memcpy(look->out->date, date, sizeof look->out->date);
    }
}

/* True when `second` follows `first` with nothing but a hyphen between them. */
static bool joined(struct piece first, struct piece second)
{
    return first.bytes + first.length + 1 == second.bytes && first.bytes[first.length] == '-';
}

static void look_for_date(struct look *look, struct piece word)
{
    int number = number_of(word);
    int month = month_of(look->between);
    if (number >= 0 && word.length == 4) {
        int day = month != 0 ? number_of(look->before) : -1;
        if (month != 0 || is_word(look->between, "tahun") || is_word(look->between, "ta")) {
            take_year(look, number);
        }
        if (day > 0) {
            take_date(look, number, month, day);
        }
    } else if (number >= 0 && word.length == 2 && look->before.length == 4 &&
               look->between.length == 2 && joined(look->before, look->between) &&
               joined(look->between, word)) {
        take_date(look, number_of(look->before), number_of(look->between), number);
    }
    look->before = look->between;
    look->between = word;
}

/* ---- pages ---- */

static void look_at_line(struct look *look, struct piece line)
{
    struct piece rest = line;
    struct piece word;
    bool any = false;
    while (next_word(&rest, &word)) {
        look->line += !any;
        any = true;
        look_for_date(look, word);
    }
    if (any) {
        look_for_mark(look, line);
        look_for_pieces(look, line);
    }
}

static void look_at_page(struct look *look, struct piece page)
{
    look->page++;
    look->line = 0;
    for (size_t from = 0; from < page.length;) {
        const char *end = memchr(page.bytes + from, '\n', page.length - from);
        size_t to = end == NULL ? page.length : (size_t)(end - page.bytes);
        look_at_line(look, (struct piece){page.bytes + from, to - from});
        from = to + 1;
    }
    end_pieces(look);
    look->out->pages++;
    look->out->empty += look->line == 0;
}

void inspect_text(const char *text, size_t length, const struct vocabulary *vocabulary,
                  struct inspection *out)
{
    struct look look = {.vocabulary = vocabulary, .out = out};
    *out = (struct inspection){.readable = true};
    look.before = look.between = (struct piece){text, 0};
    for (size_t from = 0; from < length;) {
        const char *end = memchr(text + from, '\f', length - from);
        size_t to = end == NULL ? length : (size_t)(end - text);
        look_at_page(&look, (struct piece){text + from, to - from});
        from = to + 1;
    }
}
