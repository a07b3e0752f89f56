#include "lang.h"

#include <libintl.h>
#include <locale.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define DOMAIN "spbe"

/* The language in force; gettext keeps the rest of the state for the process in the same way. */
static const char *chosen = "id";

/* What lang_fixed has found, by the text's address: a look into gettext's catalogue costs a lock, a hash
 * and a comparison. */
enum { REMEMBERED = 256 };
static _Thread_local struct {
    const char *text, *translation;
} remembered[REMEMBERED];

/* The language that the environment asks for. */
static const char *from_environment(void)
{
    static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof variables / sizeof variables[0]; i++) {
        const char *value = getenv(variables[i]);
        if (value != NULL && value[0] != '\0') {
            return strncmp(value, "en", 2) == 0 ? "en" : "id";
        }
    }
    return "id";
}

const char *lang_start(const char *asked, const char *folder)
{
    const char *wanted = asked != NULL ? asked : from_environment();
    chosen = strcmp(wanted, "en") == 0 ? "en" : "id";
    memset(remembered, 0, sizeof remembered);
    setlocale(LC_CTYPE, "C.UTF-8");
    setlocale(LC_MESSAGES, "C.UTF-8");
    setenv("LANGUAGE", chosen, 1);
    bindtextdomain(DOMAIN, folder);
    bind_textdomain_codeset(DOMAIN, "UTF-8");
    return chosen;
}

void lang_choose(const char *language)
{
    chosen = strcmp(language, "en") == 0 ? "en" : "id";
    memset(remembered, 0, sizeof remembered);
}

const char *lang_text(const char *text)
{
    /* Texts are English in the source: nothing has to be looked up. */
    return text[0] == '\0' || chosen[0] == 'e' ? text : dgettext(DOMAIN, text);
}

const char *lang_fixed(const char *text)
{
    size_t slot = (size_t)((uintptr_t)text * UINT64_C(0x9E3779B97F4A7C15) >> 56) % REMEMBERED;
    if (remembered[slot].text != text) {
        remembered[slot].text = text;
        remembered[slot].translation = lang_text(text);
    }
    return remembered[slot].translation;
}

const char *lang_name(void)
{
    return chosen;
}
