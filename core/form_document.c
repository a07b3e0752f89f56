#include "form_document.h"

#include "edit_evidence.h"
#include "lang.h"
#include "limit.h"

#include <string.h>

static const enum field fields[FORM_CELLS] = {[FORM_TITLE] = FIELD_EVIDENCE_TITLE,
                                              [FORM_NUMBER] = FIELD_EVIDENCE_NUMBER,
                                              [FORM_DATE] = FIELD_EVIDENCE_DATE,
                                              [FORM_PAGES] = FIELD_EVIDENCE_PAGES,
                                              [FORM_FILE] = FIELD_EVIDENCE_FILE};

enum field form_document_field(enum form_cell cell)
{
    return fields[cell];
}

enum form_cell form_document_cell(enum field field)
{
    enum form_cell cell = FORM_TITLE;
    while (cell < FORM_CELLS && fields[cell] != field) {
        cell++;
    }
    return cell;
}

struct form_document form_document_of(const struct exhibit *exhibit)
{
    struct form_document document = {exhibit->indicator, exhibit->criteria, {NULL}, ""};
    for (enum form_cell cell = FORM_TITLE; cell < FORM_CELLS; cell++) {
        const char *text = form_evidence_text(&exhibit->item, cell);
        document.texts[cell] = text == NULL ? "" : text;
    }
    document.typed = document.texts[FORM_FILE];
    return document;
}

/* ---- two of them ---- */

bool form_document_same(const struct form_document *one, const struct form_document *other)
{
    bool named = one->texts[FORM_TITLE][0] != '\0' || one->texts[FORM_NUMBER][0] != '\0';
    if (one->typed[0] != '\0' && other->typed[0] != '\0') {
        return strcmp(one->typed, other->typed) == 0;
    }
    return named && strcmp(one->texts[FORM_TITLE], other->texts[FORM_TITLE]) == 0 &&
           strcmp(one->texts[FORM_NUMBER], other->texts[FORM_NUMBER]) == 0;
}

bool form_document_differs(const struct form_document *item, const struct form_document *document)
{
    for (enum form_cell cell = FORM_TITLE; cell < FORM_CELLS; cell++) {
        const char *one = item->texts[cell];
        const char *other = document->texts[cell];
        if (cell != FORM_PAGES && one[0] != '\0' && other[0] != '\0' && strcmp(one, other) != 0) {
            return true;
        }
    }
    return false;
}

/* True when every id of a list by commas is in another one. */
static bool has_ids(const char *all, const char *ids, struct arena *arena)
{
    struct text both = TEXT_EMPTY;
    form_document_add_ids(&both, all, arena);
    size_t before = both.length;
    form_document_add_ids(&both, ids, arena);
    bool has = both.length == before;
    text_release(&both);
    return has;
}

bool form_document_holds(const struct form_document *item, const struct form_document *document,
                         struct arena *arena)
{
    bool holds = has_ids(item->criteria, document->criteria, arena);
    for (enum form_cell cell = FORM_TITLE; cell < FORM_CELLS; cell++) {
        const char *one = item->texts[cell];
        const char *other = document->texts[cell];
        const char *pages =
            cell == FORM_PAGES && one[0] != '\0' ? form_document_unite(one, other, arena) : other;
        holds = holds && (other[0] == '\0' || strcmp(one, pages) == 0);
    }
    return holds;
}

/* ---- words ---- */

void form_document_tell(const struct form_document *document, struct text *out)
{
    static const char *const forms[FORM_CELLS] = {[FORM_TITLE] = "%s",
                                                  [FORM_NUMBER] = N_("number %s"),
                                                  [FORM_DATE] = "%s",
                                                  [FORM_PAGES] = N_("pages %s"),
                                                  [FORM_FILE] = "%s"};
    for (enum form_cell cell = FORM_TITLE; cell < FORM_CELLS; cell++) {
        if (document->texts[cell][0] != '\0') {
            text_add(out, out->length > 0 ? "\n" : "");
            text_format(out, lang_text(forms[cell]), document->texts[cell]);
        }
    }
}

/* ---- lists ---- */

/* Adds a piece of a list ("4; 7") that is not there yet. */
static void add_piece(struct text *all, const char *piece, size_t length)
{
    for (const char *at = all->bytes; *at != '\0';) {
        size_t one = strcspn(at, ";");
        if (one == length && memcmp(at, piece, length) == 0) {
            return;
        }
        at += one + (at[one] == ';');
        at += strspn(at, " ");
    }
    text_add(all, all->length > 0 ? "; " : "");
    text_append(all, piece, length);
}

const char *form_document_unite(const char *one, const char *other, struct arena *arena)
{
    enum { LIST_BYTES = 200 }; /* a longer text is one piece: nobody lists so many */
    struct text all = TEXT_EMPTY;
    size_t whole = strlen(other);
    bool begins = strncmp(one, other, whole) == 0 && (one[whole] == '\0' || one[whole] == ';');
    if (strlen(one) > LIMIT_TEXT_BYTES || begins) {
        return one;
    }
    text_add(&all, one);
    if (whole > LIST_BYTES) {
        text_format(&all, "; %s", other);
    } else {
        for (const char *at = other; *at != '\0';) {
            size_t length = strcspn(at, ";");
            add_piece(&all, at, length);
            at += length + (at[length] == ';');
            at += strspn(at, " ");
        }
    }
    const char *united = arena_copy(arena, all.bytes, all.length);
    text_release(&all);
    return united;
}

void form_document_add_ids(struct text *ids, const char *more, struct arena *arena)
{
    for (const char *at = more; *at != '\0';) {
        size_t length = strcspn(at, ",");
        const char *id = arena_copy(arena, at, length);
        if (!edit_lists(ids->bytes, id)) {
            text_add(ids, ids->length > 0 ? "," : "");
            text_add(ids, id);
        }
        at += length + (at[length] == ',');
    }
}
