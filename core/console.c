#include "console.h"

#include "lang.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

enum {
    WIDTH_USUAL = 80,
    WIDTH_LEAST = 40,
    WIDTH_PIPE = 76, /* of a paragraph where there is no bound */
    PROGRESS_FIRST_MS = 500,
    PROGRESS_STEP_MS = 100,
    EIGHTHS = 8
};

/* ---- what the stream is ---- */

static size_t terminal_width(int fd)
{
    struct winsize size;
    if (ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) {
        return WIDTH_USUAL;
    }
    return size.ws_col < WIDTH_LEAST ? WIDTH_LEAST : size.ws_col;
}

/* A variable of the environment, "" when it is not set. */
static const char *variable(const char *name)
{
    const char *value = getenv(name);
    return value == NULL ? "" : value;
}

/* Whether the environment lets a terminal have colours (https://no-color.org). */
static bool wants_colour(void)
{
    const char *term = variable("TERM");
    return variable("NO_COLOR")[0] == '\0' && term[0] != '\0' && strcmp(term, "dumb") != 0;
}

void console_open(struct console *console, FILE *stream)
{
    int fd = fileno(stream);
    console->stream = stream;
    console->terminal = isatty(fd) == 1;
    console->colour = console->terminal && wants_colour();
    console->width = console->terminal ? terminal_width(fd) : 0;
}

const char *console_tone_start(const struct console *console, enum console_tone tone)
{
    static const char *const starts[] = {
        [TONE_PLAIN] = "",        [TONE_STRONG] = "\033[1m", [TONE_FAINT] = "\033[2m",
        [TONE_GOOD] = "\033[32m", [TONE_WARN] = "\033[33m",  [TONE_BAD] = "\033[31m",
    };
    return console->colour ? starts[tone] : "";
}

const char *console_tone_end(const struct console *console, enum console_tone tone)
{
    return console->colour && tone != TONE_PLAIN ? "\033[0m" : "";
}

/* ---- text from outside ---- */

/* Bytes of the character at `at` when a terminal must not see it, else 0: C0, DEL, C1, and the marks
 * that change the direction of writing (U+061C, U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069). */
static size_t unsafe(const unsigned char *at, size_t length)
{
    if (at[0] < 0x20 || at[0] == 0x7f) {
        return 1;
    }
    if (length >= 2 && ((at[0] == 0xc2 && at[1] < 0xa0) || (at[0] == 0xd8 && at[1] == 0x9c))) {
        return 2;
    }
    if (length >= 3 && at[0] == 0xe2 &&
        ((at[1] == 0x80 && (at[2] == 0x8e || at[2] == 0x8f || (at[2] >= 0xaa && at[2] <= 0xae))) ||
         (at[1] == 0x81 && at[2] >= 0xa6 && at[2] <= 0xa9))) {
        return 3;
    }
    return 0;
}

/* Appends valid UTF-8 with what is unsafe replaced. */
static void add_valid(struct text *out, const char *bytes, size_t length, bool keep_lines)
{
    for (size_t i = 0; i < length;) {
        size_t bad = unsafe((const unsigned char *)bytes + i, length - i);
        bool space = bytes[i] == '\n' || bytes[i] == '\t';
        if (bad == 0 || (space && keep_lines)) {
            text_add_byte(out, bytes[i]);
            bad = 1;
        } else {
            text_add_byte(out, space ? ' ' : '?');
        }
        i += bad;
    }
}

void console_add_safe(struct text *out, const char *text, bool keep_lines)
{
    size_t length = strlen(text);
    while (length > 0) {
        size_t valid = text_utf8_prefix(text, length);
        add_valid(out, text, valid, keep_lines);
        text += valid;
        length -= valid;
        if (length > 0) {
            text_add_byte(out, '?');
            text++;
            length--;
        }
    }
}

/* ---- writing ---- */

void console_write(const struct console *console, enum console_tone tone, const char *text)
{
    struct text safe = TEXT_EMPTY;
    console_add_safe(&safe, text, true);
    fprintf(console->stream, "%s%s%s", console_tone_start(console, tone), safe.bytes,
            console_tone_end(console, tone));
    text_release(&safe);
}

/* Bytes of the next line of a paragraph: as many words as fit into `columns`, at least one; *next is
 * where the line after it starts. */
static size_t line_of(const char *text, size_t columns, size_t *next)
{
    size_t fits = text_fit(text, columns);
    size_t end = fits;
    if (text[fits] != '\0') {
        while (end > 0 && text[end] != ' ') {
            end--;
        }
        if (end == 0) {
            end = fits + strcspn(text + fits, " ");
        }
    }
    *next = end + strspn(text + end, " ");
    return end;
}

/* Writes the lines of a paragraph behind `indent` spaces; the first one stands in a line that has been
 * begun. */
static void write_lines(const struct console *console, size_t indent, const char *text)
{
    struct text safe = TEXT_EMPTY;
    console_add_safe(&safe, text, false);
    size_t width = console->width > 0 ? console->width : WIDTH_PIPE;
    size_t columns = width > indent + 10 ? width - indent : 10;
    const char *rest = safe.bytes + strspn(safe.bytes, " ");
    size_t space = 0;
    do {
        size_t next = 0;
        size_t length = line_of(rest, columns, &next);
        fprintf(console->stream, "%*s%.*s\n", (int)space, "", (int)length, rest);
        rest += next;
        space = indent;
    } while (*rest != '\0');
    text_release(&safe);
}

void console_paragraph(const struct console *console, size_t indent, const char *text)
{
    fprintf(console->stream, "%*s", (int)indent, "");
    write_lines(console, indent, text);
}

void console_item(const struct console *console, size_t indent, enum console_tone tone,
                  const char *mark, const char *text)
{
    fprintf(console->stream, "%*s", (int)indent, "");
    console_write(console, tone, mark);
    fputs("  ", console->stream);
    write_lines(console, indent + text_columns(mark) + 2, text);
}

void console_flush(const struct console *console, enum console_tone tone, struct text *line)
{
    console_write(console, tone, line->bytes);
    text_clear(line);
}

void console_flush_paragraph(const struct console *console, size_t indent, struct text *line)
{
    console_paragraph(console, indent, line->bytes);
    text_clear(line);
}

void console_flush_item(const struct console *console, size_t indent, enum console_tone tone,
                        const char *mark, struct text *line)
{
    console_item(console, indent, tone, mark, line->bytes);
    text_clear(line);
}

void console_heading(const struct console *console, enum console_tone tone, const char *heading)
{
    struct text line = TEXT_EMPTY;
    text_format(&line, "\n%s\n", heading);
    console_flush(console, tone, &line);
    text_release(&line);
}

/* The share of `eighths` that value / full makes, between none and all of them. A picture need not be
 * exact, and doubles cannot overflow here. */
static size_t filled_eighths(struct fraction value, struct fraction full, size_t eighths)
{
    double share = ((double)value.num / (double)value.den) / ((double)full.num / (double)full.den);
    if (share <= 0) {
        return 0;
    }
    return share >= 1 ? eighths : (size_t)(share * (double)eighths + 0.5);
}

void console_add_bar(struct text *out, struct fraction value, struct fraction full, size_t columns)
{
    assert(full.num > 0);
    static const char *const parts[EIGHTHS] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    size_t eighths = filled_eighths(value, full, columns * EIGHTHS);
    size_t whole = eighths / EIGHTHS;
    for (size_t i = 0; i < whole; i++) {
        text_add(out, "█");
    }
    text_add(out, parts[eighths % EIGHTHS]);
    for (size_t i = whole + (eighths % EIGHTHS != 0); i < columns; i++) {
        text_add(out, "░");
    }
}

/* ---- a question ---- */

bool console_ask(const char *prompt, struct text *answer)
{
    text_clear(answer);
    if (isatty(STDIN_FILENO) != 1 || isatty(STDERR_FILENO) != 1) {
        return false;
    }
    fprintf(stderr, "%s ", prompt);
    fflush(stderr);
    char *line = NULL;
    size_t room = 0;
    ssize_t length = getline(&line, &room, stdin);
    while (length > 0 && strchr(" \t\r\n", line[length - 1]) != NULL) {
        length--;
    }
    if (length > 0) {
        size_t lead = strspn(line, " \t");
        text_append(answer, line + lead, (size_t)length - lead);
    }
    free(line);
    return length >= 0;
}

/* ---- progress ---- */

static long long now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void console_progress_start(struct console_progress *progress, const char *label, size_t total)
{
    console_open(&progress->console, stderr);
    progress->label = label;
    progress->total = total;
    progress->shown = false;
    progress->next_ms = progress->console.terminal ? now_ms() + PROGRESS_FIRST_MS : 0;
}

void console_progress_step(struct console_progress *progress, size_t done)
{
    if (!progress->console.terminal) {
        return;
    }
    long long now = now_ms();
    if (now < progress->next_ms) {
        return;
    }
    progress->next_ms = now + PROGRESS_STEP_MS;
    progress->shown = true;
    struct text line = TEXT_EMPTY;
    if (progress->total > 0) {
        text_format(&line, "%s %zu/%zu (%zu%%)", progress->label, done, progress->total,
                    done * 100 / progress->total);
    } else {
        text_format(&line, "%s %zu", progress->label, done);
    }
    size_t fits = text_fit(line.bytes, progress->console.width - 1);
    fprintf(stderr, "\r%.*s\033[K", (int)fits, line.bytes);
    fflush(stderr);
    text_release(&line);
}

void console_progress_end(struct console_progress *progress)
{
    if (progress->shown) {
        fputs("\r\033[K", stderr);
        fflush(stderr);
        progress->shown = false;
    }
}
