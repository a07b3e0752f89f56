/* lang: the language in which the program speaks to people.
 *
 * English is the source text; templates/lang/<language>/ holds translations (gettext). Indonesian is
 * the language unless English is asked for. Only LC_CTYPE and LC_MESSAGES are ever set, both to
 * C.UTF-8: numbers are read and written the same everywhere, and a machine without any generated
 * locale speaks Indonesian too. Instruments carry their own texts and are never translated.
 */
#ifndef SPBE_LANG_H
#define SPBE_LANG_H

/* Marks a text for translation where it stands in a table; lang_text translates it later. */
#define N_(text) text

/* Translates a text where it is used. A literal, which stays where it is, is looked up once. */
#define _(text) (__builtin_constant_p(text) ? lang_fixed(text) : lang_text(text))

/* Chooses the language, once, before any thread.
 *
 * asked:  "id" or "en" from --lang, or NULL: then the first of LC_ALL, LC_MESSAGES, LANG that is set
 *         and not empty decides: one that begins with "en" means English, all else Indonesian.
 * folder: where <language>/LC_MESSAGES/spbe.mo lies; copied. A missing catalogue leaves English.
 * Returns the language chosen, "id" or "en" (static). */
const char *lang_start(const char *asked, const char *folder);

/* Changes between the language that lang_start has chosen and English, for a process that can no longer open
 * files. language: "id" or "en". */
void lang_choose(const char *language);

/* The translation of `text`, or `text` itself; borrowed, valid to the end of the process. */
const char *lang_text(const char *text) __attribute__((format_arg(1)));

/* As lang_text, for a text that keeps its address and content as long as the program runs: what was
 * found is remembered, for each thread. A batch says the same sentences many thousand times a second. */
const char *lang_fixed(const char *text) __attribute__((format_arg(1)));

/* The language chosen by lang_start: "id" (also before it) or "en". Static. */
const char *lang_name(void);

#endif
