#include "prompt.h"

#include "lang.h"
#include "limit.h"
#include "message.h"

#include <string.h>
#include <unistd.h>

void prompt_open(struct prompt *prompt, FILE *from)
{
    *prompt = (struct prompt){.from = from, .text = TEXT_EMPTY};
    prompt->asks = isatty(fileno(from)) && isatty(STDERR_FILENO);
}

void prompt_close(struct prompt *prompt)
{
    text_release(&prompt->text);
}

/* Asks for a line where a person sits there. What was answered before stands above it. */
static void ask(const struct prompt *prompt, bool on)
{
    if (prompt->asks) {
        fflush(stdout);
        fputs(on ? ". " : "> ", stderr);
        fflush(stderr);
    }
}

/* Appends a line and its break. False when there is none; *fits tells whether all of it was taken. */
static bool take_line(struct prompt *prompt, bool *fits)
{
    int byte = getc(prompt->from);
    if (byte == EOF) {
        return false;
    }
    size_t start = prompt->text.length;
    *fits = true;
    for (; byte != EOF && byte != '\n'; byte = getc(prompt->from)) {
        if (prompt->text.length < LIMIT_SOURCE_BYTES) {
            text_add_byte(&prompt->text, (char)byte);
        } else {
            *fits = false;
        }
    }
    prompt->last = prompt->text.length - start;
    text_add_byte(&prompt->text, '\n');
    prompt->line++;
    return true;
}

/* Forgets the statement. */
static enum prompt_end refuse(struct prompt *prompt)
{
    text_clear(&prompt->text);
    prompt->last = 0;
    return PROMPT_REFUSED;
}

enum prompt_end prompt_read(struct prompt *prompt, bool on, struct error *err)
{
    char place[64];
    bool fits = true;
    if (!on) {
        text_clear(&prompt->text);
        prompt->first = prompt->line + 1;
    }
    ask(prompt, on);
    if (!take_line(prompt, &fits)) {
        if (prompt->asks) {
            fputc('\n', stderr);
        }
        return PROMPT_GONE;
    }
    snprintf(place, sizeof place, _("line %zu"), prompt->line);
    if (!fits) {
        error_set(err, M_PROMPT_LONG, place, (int)LIMIT_SOURCE_BYTES);
        return refuse(prompt);
    }
    if (memchr(prompt->text.bytes, '\0', prompt->text.length) != NULL ||
        text_utf8_prefix(prompt->text.bytes, prompt->text.length) != prompt->text.length) {
        error_set(err, M_PROMPT_TEXT, place);
        return refuse(prompt);
    }
    return PROMPT_LINE;
}
