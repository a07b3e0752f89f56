#include "html_formula.h"

#include "gate.h"
#include "html_range.h"
#include "limit.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum {
    DEPTH = 32,
    ARGUMENTS = 16,
    STEPS = 8 /* of a part of a formula, or a cell: so much longer than comparing two numbers */
};

enum value_kind { VALUE_UNKNOWN, VALUE_BLANK, VALUE_NUMBER, VALUE_TEXT, VALUE_RANGE };

struct value {
    enum value_kind kind;
    double number;
    const char *text; /* not always ended by NUL */
    size_t length;
    struct html_range range;
};

struct reader {
    const struct html_asked *asked;
    const char *at;
    int depth;
};

static const struct value unknown = {.kind = VALUE_UNKNOWN};

static struct value compare(struct reader *r);

static struct value number_value(double number)
{
    struct value value = {.kind = isfinite(number) ? VALUE_NUMBER : VALUE_UNKNOWN,
                          .number = number};
    return value;
}

static void skip_spaces(struct reader *r)
{
    r->at += strspn(r->at, " ");
}

/* Takes a mark if it comes next. */
static bool take(struct reader *r, char mark)
{
    skip_spaces(r);
    if (*r->at != mark) {
        return false;
    }
    r->at++;
    return true;
}

static struct value cell_value(const struct html_cell *cell)
{
    struct value value = {.kind = VALUE_BLANK};
    if (cell != NULL && cell->kind == HTML_NUMBER) {
        value.kind = VALUE_NUMBER;
        value.number = cell->number;
    } else if (cell != NULL && cell->kind == HTML_TEXT) {
        value.kind = VALUE_TEXT;
        value.text = cell->text;
        value.length = cell->length;
    }
    return value;
}

/* Makes a range of one cell the value of that cell. */
static void make_single(const struct html_asked *asked, struct value *value)
{
    if (value->kind == VALUE_RANGE) {
        bool one = html_range_count(&value->range, 2) == 1;
        *asked->steps += STEPS;
        *value = one ? cell_value(html_range_cell(&value->range, 0)) : unknown;
    }
}

/* As a number: nothing counts as 0. */
static bool to_number(const struct html_asked *asked, struct value value, double *number)
{
    make_single(asked, &value);
    *number = value.kind == VALUE_NUMBER ? value.number : 0;
    return value.kind == VALUE_NUMBER || value.kind == VALUE_BLANK;
}

/* ---- references, texts, numbers ---- */

/* A part of a reference, moved as far as the cell is from the first one. */
static bool corner(struct reader *r, uint32_t *row, uint32_t *column)
{
    struct html_corner found;
    size_t taken = html_range_corner(r->at, &found);
    *row = found.row + (found.row_fixed ? 0 : r->asked->row);
    *column = found.column + (found.column_fixed ? 0 : r->asked->column);
    r->at += taken;
    return taken > 0 && *row < GATE_ROWS && *column < GATE_COLUMNS;
}

static struct value reference(struct reader *r)
{
    struct value value = {.kind = VALUE_RANGE};
    struct html_range *range = &value.range;
    range->sheet = r->asked->sheet;
    const struct html_sheet *sheet = NULL;
    size_t length = html_range_sheet(r->asked->book, r->at, &sheet);
    if (length > 0) {
        range->sheet = sheet;
        r->at += length;
    }
    if (range->sheet == NULL || !corner(r, &range->row, &range->column)) {
        return unknown;
    }
    range->last_row = range->row;
    range->last_column = range->column;
    if (*r->at == ':') {
        r->at++;
        if (!corner(r, &range->last_row, &range->last_column)) {
            return unknown;
        }
    }
    bool good = range->row <= range->last_row && range->column <= range->last_column;
    return good ? value : unknown;
}

/* A name that was defined, whose reference is whole. */
static struct value named(struct reader *r, size_t length)
{
    struct value value = {.kind = VALUE_RANGE};
    const char *text = html_book_reference(r->asked->book, r->at, length);
    r->at += length;
    return text != NULL && html_range_find(r->asked->book, NULL, text, &value.range) ? value
                                                                                     : unknown;
}

/* A text in quotes; one with a quote inside is not taken. */
static struct value quoted(struct reader *r)
{
    size_t length = strcspn(++r->at, "\"");
    struct value value = {.kind = VALUE_TEXT, .text = r->at, .length = length};
    r->at += length;
    if (*r->at != '"' || r->at[1] == '"') {
        return unknown;
    }
    r->at++;
    return value;
}

/* ---- functions ---- */

/* Same texts, capitals apart; a number is never the same as a text, nothing is the same as "" and 0. */
static int order(const struct value *one, const struct value *other)
{
    if (one->kind == VALUE_TEXT || other->kind == VALUE_TEXT) {
        if (one->kind == VALUE_NUMBER || other->kind == VALUE_NUMBER) {
            return one->kind == VALUE_NUMBER ? -1 : 1;
        }
        size_t least = one->length < other->length ? one->length : other->length;
        int found = least == 0 ? 0 : strncasecmp(one->text, other->text, least);
        return found != 0 ? found : (one->length > other->length) - (one->length < other->length);
    }
    return (one->number > other->number) - (one->number < other->number);
}

/* What a function has gathered from its numbers. */
struct gathered {
    double sum, least, most;
    size_t count; /* of numbers */
    size_t same;  /* of cells like the criterion */
};

/* Adds every cell of a value; false when it takes too long. */
static bool gather(const struct html_asked *asked, const struct value *value,
                   const struct value *like, struct gathered *out)
{
    size_t cells =
        value->kind == VALUE_RANGE ? html_range_count(&value->range, LIMIT_PAGE_STEPS) : 1;
    for (size_t i = 0; i < cells; i++) {
        struct value one =
            value->kind == VALUE_RANGE ? cell_value(html_range_cell(&value->range, i)) : *value;
        if ((*asked->steps += STEPS) > LIMIT_PAGE_STEPS) {
            return false;
        }
        out->same += like != NULL && one.kind == like->kind && order(&one, like) == 0;
        if (one.kind == VALUE_NUMBER) {
            out->sum += one.number;
            out->least = out->count == 0 || one.number < out->least ? one.number : out->least;
            out->most = out->count == 0 || one.number > out->most ? one.number : out->most;
            out->count++;
        }
    }
    return true;
}

/* SUM, MIN, MAX, COUNTIF. */
static struct value over_cells(const struct html_asked *asked, const char *name,
                               const struct value *arguments, size_t count)
{
    struct gathered all = {.count = 0};
    bool like = strcmp(name, "COUNTIF") == 0;
    struct value criterion = {.kind = VALUE_UNKNOWN};
    if (like && count == 2) {
        criterion = arguments[1];
        make_single(asked, &criterion);
    }
    if (like && (count != 2 || criterion.kind == VALUE_UNKNOWN ||
                 (criterion.kind == VALUE_TEXT && criterion.length > 0 &&
                  strspn(criterion.text, "<>=*?~") > 0))) {
        return unknown;
    }
    for (size_t i = 0; i < (like ? 1 : count); i++) {
        if (arguments[i].kind == VALUE_UNKNOWN ||
            !gather(asked, &arguments[i], like ? &criterion : NULL, &all)) {
            return unknown;
        }
    }
    return number_value(like                       ? (double)all.same
                        : strcmp(name, "SUM") == 0 ? all.sum
                        : strcmp(name, "MIN") == 0 ? all.least
                                                   : all.most);
}

/* AND, OR. */
static struct value over_truths(const struct html_asked *asked, bool all,
                                const struct value *arguments, size_t count)
{
    bool truth = all;
    for (size_t i = 0; i < count; i++) {
        double number = 0;
        if (!to_number(asked, arguments[i], &number)) {
            return unknown;
        }
        truth = all ? truth && number != 0 : truth || number != 0;
    }
    return number_value(truth);
}

/* Rounds half away from zero, as spreadsheet programs do: on the decimal digits, not the binary ones. */
static double round_to(double number, double places)
{
    double power = pow(10, places);
    double scaled = fabs(number) * power;
    double rounded = floor(scaled + 0.5 + scaled * 1e-15);
    return number < 0 ? -rounded / power : rounded / power;
}

/* ABS, INT, ROUND. */
static struct value over_number(const struct html_asked *asked, const char *name,
                                const struct value *arguments, size_t count)
{
    double number = 0;
    double places = 0;
    bool round = strcmp(name, "ROUND") == 0;
    if (count != (round ? 2 : 1) || !to_number(asked, arguments[0], &number) ||
        (round && !to_number(asked, arguments[1], &places)) || fabs(places) > 15) {
        return unknown;
    }
    return number_value(round                      ? round_to(number, floor(places))
                        : strcmp(name, "INT") == 0 ? floor(number)
                                                   : fabs(number));
}

static struct value call(const struct html_asked *asked, const char *name,
                         const struct value *arguments, size_t count)
{
    double truth = 0;
    if (strcmp(name, "AND") == 0 || strcmp(name, "OR") == 0) {
        return over_truths(asked, name[0] == 'A', arguments, count);
    }
    if (strcmp(name, "IF") == 0) {
        if (count != 3 || !to_number(asked, arguments[0], &truth)) {
            return unknown;
        }
        struct value chosen = arguments[truth != 0 ? 1 : 2];
        make_single(asked, &chosen);
        return chosen;
    }
    if (strcmp(name, "ABS") == 0 || strcmp(name, "INT") == 0 || strcmp(name, "ROUND") == 0) {
        return over_number(asked, name, arguments, count);
    }
    return over_cells(asked, name, arguments, count);
}

/* The name of a function at the reader, one of ours; NULL when it is none. */
static const char *function_name(const struct reader *r, size_t length)
{
#define FUNCTION_NAME(name) name,
    static const char *const names[] = {HTML_FORMULA_FUNCTIONS(FUNCTION_NAME)};
#undef FUNCTION_NAME
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strlen(names[i]) == length && strncasecmp(names[i], r->at, length) == 0) {
            return names[i];
        }
    }
    return NULL;
}

static struct value function(struct reader *r, const char *name)
{
    struct value arguments[ARGUMENTS] = {{.kind = VALUE_UNKNOWN}};
    size_t count = 0;
    r->at += strlen(name) + 1;
    do {
        if (count == ARGUMENTS) {
            return unknown;
        }
        arguments[count++] = compare(r);
    } while (take(r, ','));
    return take(r, ')') ? call(r->asked, name, arguments, count) : unknown;
}

/* ---- operations ---- */

static struct value primary(struct reader *r)
{
    skip_spaces(r);
    *r->asked->steps += STEPS;
    size_t word = strspn(r->at, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_0123456789");
    if (*r->at == '"') {
        return quoted(r);
    }
    if (take(r, '(')) {
        struct value value = compare(r);
        return take(r, ')') ? value : unknown;
    }
    if (strchr("0123456789.", *r->at) != NULL && *r->at != '\0') {
        char *end = NULL;
        double number = strtod(r->at, &end);
        r->at = end;
        return number_value(number);
    }
    if (word > 0 && r->at[word] == '(') {
        const char *name = function_name(r, word);
        return name == NULL ? unknown : function(r, name);
    }
    struct html_corner cell;
    if (word > 0 && strchr("!:$", r->at[word]) == NULL && html_range_corner(r->at, &cell) != word) {
        return named(r, word);
    }
    return reference(r);
}

static struct value signed_value(struct reader *r)
{
    double number = 0;
    bool minus = false;
    bool any = false;
    for (skip_spaces(r); *r->at == '-' || *r->at == '+'; r->at++) {
        minus = minus != (*r->at == '-');
        any = true;
    }
    struct value value = primary(r);
    if (!any) {
        return value;
    }
    return to_number(r->asked, value, &number) ? number_value(minus ? -number : number) : unknown;
}

/* The operations of one rank, from left to right. */
static struct value operations(struct reader *r, const char *marks,
                               struct value (*next)(struct reader *))
{
    struct value left = next(r);
    for (skip_spaces(r); *r->at != '\0' && strchr(marks, *r->at) != NULL; skip_spaces(r)) {
        char mark = *r->at++;
        double one = 0;
        double other = 0;
        struct value right = next(r);
        bool good = to_number(r->asked, left, &one) && to_number(r->asked, right, &other);
        left = !good         ? unknown
               : mark == '+' ? number_value(one + other)
               : mark == '-' ? number_value(one - other)
               : mark == '*' ? number_value(one * other)
                             : number_value(one / other);
    }
    return left;
}

static struct value term(struct reader *r)
{
    return operations(r, "*/", signed_value);
}

/* Takes a sign of comparison; what it accepts: -1 less, 0 the same, 1 more, as bits 1, 2, 4. */
static int comparison_sign(struct reader *r)
{
    skip_spaces(r);
    if (take(r, '=')) {
        return 2;
    }
    if (take(r, '<')) {
        return take(r, '=') ? 3 : take(r, '>') ? 5 : 1;
    }
    return !take(r, '>') ? 0 : take(r, '=') ? 6 : 4;
}

static struct value compare(struct reader *r)
{
    if (++r->depth > DEPTH || *r->asked->steps > LIMIT_PAGE_STEPS) {
        return unknown;
    }
    struct value left = operations(r, "+-", term);
    for (int sign = 0; (sign = comparison_sign(r)) != 0;) {
        struct value right = operations(r, "+-", term);
        make_single(r->asked, &right);
        make_single(r->asked, &left);
        if (left.kind == VALUE_UNKNOWN || right.kind == VALUE_UNKNOWN) {
            left = unknown;
            continue;
        }
        int found = order(&left, &right);
        left = number_value((sign & (found < 0 ? 1 : found == 0 ? 2 : 4)) != 0);
    }
    r->depth--;
    return left;
}

bool html_formula_true(const struct html_asked *asked, const char *formula)
{
    struct reader r = {.asked = asked, .at = formula + (*formula == '=')};
    double number = 0;
    struct value value = compare(&r);
    skip_spaces(&r);
    return *r.at == '\0' && to_number(asked, value, &number) && number != 0;
}
