/* template_kind: which document a template draws.
 *
 * A line among the remarks at a template's head names its document:
 *
 *     -- Dokumen: spbe-plan/1
 *
 * ("Document:" is taken too.) One that names none is run over whatever it is given. A document says what it is by its
 * own first key. Forms, registers and lists of conflicts come as options beside a document; the program asks for their
 * templates by name. */
#ifndef SPBE_TEMPLATE_KIND_H
#define SPBE_TEMPLATE_KIND_H

#include "error.h"
#include "lang.h"
#include "text.h"

#include <stdio.h>

/* One row a kind: enum name, format, word (of `spbe templates new --for`), what people call it, the command that
 * draws it by a template, the first text for a template of one's own or NULL where agencies need none. */
/* clang-format off */
#define TEMPLATE_KINDS(row)                                                                          \
    row(TEMPLATE_RESULT, "spbe-report/1", "result", N_("a result"),                                  \
        "spbe report INPUT -o OUT.xlsx --template", "hasil.lua")                                     \
    row(TEMPLATE_PLAN, "spbe-plan/1", "plan", N_("an action plan"),                                  \
        "spbe plan INPUT --target 3.50 -o OUT.xlsx --template", "rencana.lua")                       \
    row(TEMPLATE_COMPARISON, "spbe-comparison/1", "comparison", N_("a comparison"),                  \
        "spbe compare OLD NEW -o OUT.xlsx --template", "banding.lua")                                \
    row(TEMPLATE_ROLLUP, "spbe-rollup/1", "rollup", N_("a roll-up"),                                 \
        "spbe rollup INPUT... -o OUT.xlsx --template", "rekap.lua")                                  \
    row(TEMPLATE_IMPACT, "spbe-impact/1", "impact", N_("the effect of overlays"),                    \
        "spbe rules impact OVERLAY INPUT... -o OUT.xlsx --template", "dampak.lua")                   \
    row(TEMPLATE_FORM, "spbe-form/1", "form", N_("a form to fill in"),                               \
        "spbe form FILE.spbe -o FORM.xlsx", NULL)                                                    \
    row(TEMPLATE_CONFLICTS, "spbe-conflicts/1", "conflicts", N_("conflicts to decide"),              \
        "spbe import FILE.spbe FORM.xlsx --conflicts OUT.xlsx", NULL)                                \
    row(TEMPLATE_REGISTER, "spbe-register/1", "register", N_("the register of evidence"),            \
        "spbe evidence list FILE.spbe -o OUT.xlsx", NULL)
/* clang-format on */

enum template_kind {
#define TEMPLATE_KIND_ENUM(name, format, word, what, command, first) name,
    TEMPLATE_KINDS(TEMPLATE_KIND_ENUM)
#undef TEMPLATE_KIND_ENUM
        TEMPLATE_KIND_COUNT
};

struct template_kind_row {
    const char *format, *word, *what, *command, *first; /* see above */
};
/* By kind. */
extern const struct template_kind_row template_kinds[TEMPLATE_KIND_COUNT];

/* The kind that a template's source declares at its head; TEMPLATE_KIND_COUNT where it declares none. Fails with
 * TEMPLATE_DECLARES for a document that there is not; `where` is for the place: "rencana.lua:2". */
bool template_kind_declared(const char *source, const char *where, enum template_kind *kind,
                            struct error *err);

/* The kind of a document by its first key; TEMPLATE_KIND_COUNT for none of these. */
enum template_kind template_kind_of(const struct text *document);

/* True when a template of `declared` can draw a document of `given`; else fails with TEMPLATE_KIND, which says
 * what it draws and the command that does it. name: of the template, as the command took it. */
bool template_kind_fits(enum template_kind declared, enum template_kind given, const char *name,
                        struct error *err);

/* Writes the documents that templates draw, with their commands, in the reader's language. */
void template_kind_help(FILE *out);

/* The kind of a word; TEMPLATE_KIND_COUNT for none. */
enum template_kind template_kind_word(const char *word);

#endif
