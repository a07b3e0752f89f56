#include "figure.h"

#include "lang.h"

#include <string.h>

char figure_point(void)
{
    return strcmp(lang_name(), "en") == 0 ? '.' : ',';
}

void figure_rounded(struct text *text, struct fraction value, int decimals)
{
    fraction_add_rounded(text, value, decimals, figure_point());
}

const char *figure_say(struct fraction value, char out[64])
{
    char *point = NULL;
    fraction_say(value, out);
    point = strchr(out, '.');
    if (point != NULL) {
        *point = figure_point();
    }
    return out;
}

void figure_exact(struct text *text, struct fraction value)
{
    size_t from = text->length;
    fraction_add_exact(text, value);
    char *point = memchr(text->bytes + from, '.', text->length - from);
    if (point != NULL) {
        *point = figure_point();
    }
}
