#include "template_kind.h"

#include "message.h"

#include <string.h>

const struct template_kind_row template_kinds[TEMPLATE_KIND_COUNT] = {
#define TEMPLATE_KIND_ROW(name, format, word, what, command, first) \
    [name] = {format, word, what, command, first},
    TEMPLATE_KINDS(TEMPLATE_KIND_ROW)
#undef TEMPLATE_KIND_ROW
};

/* The kind whose format stands at `at` (`length` bytes). */
static enum template_kind by_format(const char *at, size_t length)
{
    enum template_kind kind = TEMPLATE_RESULT;
    while (kind < TEMPLATE_KIND_COUNT && (strlen(template_kinds[kind].format) != length ||
                                          memcmp(template_kinds[kind].format, at, length) != 0)) {
        kind++;
    }
    return kind;
}

/* Behind "-- Dokumen:" or "-- Document:" and, where it follows, the word "format"; NULL for another line. */
static const char *declaration(const char *line)
{
    static const char *const heads[] = {"Dokumen:", "Document:"};
    line += strspn(line, "- \t");
    for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++) {
        if (strncmp(line, heads[i], strlen(heads[i])) == 0) {
            line += strlen(heads[i]);
            line += strspn(line, " \t");
            return strncmp(line, "format ", 7) == 0 ? line + 7 : line;
        }
    }
    return NULL;
}

bool template_kind_declared(const char *source, const char *where, enum template_kind *kind,
                            struct error *err)
{
    static const char known[] = "abcdefghijklmnopqrstuvwxyz0123456789-/";
    int number = 1;
    *kind = TEMPLATE_KIND_COUNT;
    /* The remarks at the head end with the first line that is none. */
    for (const char *line = source; strncmp(line, "--", 2) == 0; number++) {
        const char *found = declaration(line);
        if (found != NULL) {
            size_t length = strspn(found, known);
            *kind = by_format(found, length);
            if (*kind == TEMPLATE_KIND_COUNT) {
                struct text place = TEXT_EMPTY;
                text_format(&place, "%s:%d", where, number);
                error_set(err, M_TEMPLATE_DECLARES, place.bytes, (int)strcspn(found, "\r\n"),
                          found);
                text_release(&place);
                return false;
            }
            return true;
        }
        line += strcspn(line, "\n");
        line += *line == '\n' ? 1 : 0;
    }
    return true;
}

enum template_kind template_kind_of(const struct text *document)
{
    static const char head[] = "{\"format\":\"";
    if (document->length < sizeof head || memcmp(document->bytes, head, sizeof head - 1) != 0) {
        return TEMPLATE_KIND_COUNT;
    }
    const char *format = document->bytes + sizeof head - 1;
    return by_format(format, strcspn(format, "\""));
}

bool template_kind_fits(enum template_kind declared, enum template_kind given, const char *name,
                        struct error *err)
{
    if (declared == given || declared == TEMPLATE_KIND_COUNT || given == TEMPLATE_KIND_COUNT) {
        return true;
    }
    const struct template_kind_row *row = &template_kinds[declared];
    return error_set(err, M_TEMPLATE_KIND, name, _(row->what), _(template_kinds[given].what),
                     row->command, row->first == NULL ? "" : " ", row->first == NULL ? "" : name);
}

void template_kind_help(FILE *out)
{
    fprintf(out, "\n%s\n", _("Documents that a template draws"));
    for (size_t i = 0; i < TEMPLATE_KIND_COUNT; i++) {
        const struct template_kind_row *row = &template_kinds[i];
        fprintf(out, "  %s\n      ", row->format);
        if (row->first != NULL) {
            fprintf(out, _("%s; to begin with: spbe templates new FILE.lua --for %s"), _(row->what),
                    row->word);
        } else {
            fprintf(out, _("%s; its template is the program's own"), _(row->what));
        }
        fprintf(out, "\n      %s%s\n", row->command, row->first != NULL ? " FILE.lua" : "");
    }
}

enum template_kind template_kind_word(const char *word)
{
    enum template_kind kind = TEMPLATE_RESULT;
    while (kind < TEMPLATE_KIND_COUNT && strcmp(template_kinds[kind].word, word) != 0) {
        kind++;
    }
    return kind;
}
