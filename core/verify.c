#include "verify.h"

#include "change.h"
#include "document.h"
#include "fact.h"
#include "journal.h"
#include "lang.h"
#include "schema.h"
#include "text.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

struct examination {
    struct database *database;
    void (*found)(void *context, const char *where, const char *what);
    void *context;
    struct store_verdict *verdict;
    struct error *err; /* of the question that is being asked */
    enum field field;  /* whose facts are being compared */
};

/* Counts a finding and passes it on. Fits wherever a lower module tells findings. */
static void tell(void *context, const char *where, const char *what)
{
    struct examination *e = context;
    e->verdict->findings++;
    e->found(e->context, where, what);
}

static bool check_schema(struct examination *e)
{
    return schema_compare(e->database, tell, e, e->err);
}

static void tell_page(void *context, const char *what)
{
    tell(context, _("database"), what);
}

static bool check_pages(struct examination *e)
{
    return database_check(e->database, "PRAGMA integrity_check", tell_page, e, e->err);
}

static bool check_links(struct examination *e)
{
    struct arena arena = ARENA_EMPTY;
    struct statement *row = database_prepare(e->database, "PRAGMA foreign_key_check");
    while (statement_step(row)) {
        const char *table = statement_text(row, 0, &arena);
        const char *parent = statement_text(row, 2, &arena);
        char what[160];
        snprintf(what, sizeof what, _("row %lld belongs to nothing in '%s'"),
                 (long long)statement_int(row, 1), parent == NULL ? "" : parent);
        tell(e, table == NULL ? "" : table, what);
    }
    arena_release(&arena);
    return statement_end(row, e->err);
}

static bool check_journal(struct examination *e)
{
    return journal_verify(e->database, tell, e, &e->verdict->entries, e->verdict->head, e->err);
}

/* A text as a finding shows it: in quotes and cut, or "nothing". */
static void add_shown(struct text *text, const char *value)
{
    enum { SHOWN = 60 };
    if (value == NULL) {
        text_add(text, _("nothing"));
        return;
    }
    size_t length = text_fit(value, SHOWN);
    text_add(text, "\"");
    text_append(text, value, length);
    text_add(text, value[length] == '\0' ? "\"" : "…\"");
}

/* "claimed value is "4", but the journal says "3"" */
static void tell_fact(struct examination *e, const char *subject, const char *is, const char *says)
{
    struct text what = TEXT_EMPTY;
    struct text shown_is = TEXT_EMPTY;
    struct text shown_says = TEXT_EMPTY;
    add_shown(&shown_is, is);
    add_shown(&shown_says, says);
    text_format(&what, _("%s is %s, but the journal says %s"), change_label(e->field),
                shown_is.bytes, shown_says.bytes);
    tell(e, subject[0] == '\0' ? _("the file") : subject, what.bytes);
    text_release(&shown_says);
    text_release(&shown_is);
    text_release(&what);
}

static bool same(const char *one, const char *other)
{
    return one == other || (one != NULL && other != NULL && strcmp(one, other) == 0);
}

/* A fact in its table, held against the journal. */
static bool check_fact(void *context, const char *subject, const char *indicator, const char *now)
{
    struct examination *e = context;
    struct arena arena = ARENA_EMPTY;
    struct journal_word word;
    bool ok = journal_last_word(e->database, subject, e->field, &arena, &word, e->err);
    if (ok && !same(now, word.now)) {
        tell_fact(e, subject, now, word.now);
    } else if (ok && indicator != NULL && !same(indicator, word.indicator)) {
        struct text what = TEXT_EMPTY;
        text_format(&what, _("stands under indicator %s, but the journal says %s"), indicator,
                    word.indicator == NULL ? _("nothing") : word.indicator);
        tell(e, subject, what.bytes);
        text_release(&what);
    }
    arena_release(&arena);
    return ok;
}

/* Facts of which the journal knows a text, and the table none. */
static bool check_lost(struct examination *e)
{
    struct arena arena = ARENA_EMPTY;
    struct statement *row = database_prepare(
        e->database, "SELECT subject, now FROM journal AS j WHERE field = ?1 AND now IS NOT NULL "
                     "AND number = (SELECT max(number) FROM journal WHERE subject = j.subject "
                     "AND field = j.field) ORDER BY number");
    statement_bind_text(row, 1, change_word(e->field));
    bool ok = true;
    while (ok && statement_step(row)) {
        const char *subject = statement_text(row, 0, &arena);
        const char *says = statement_text(row, 1, &arena);
        const char *is = NULL;
        ok = subject != NULL && fact_get(e->database, e->field, subject, &arena, &is, e->err);
        if (ok && is == NULL) {
            tell_fact(e, subject, NULL, says);
        }
        arena_clear(&arena);
    }
    arena_release(&arena);
    return statement_end(row, e->err) && ok;
}

static bool check_facts(struct examination *e)
{
    for (int field = 0; field < FIELD_COUNT; field++) {
        struct arena arena = ARENA_EMPTY;
        e->field = (enum field)field;
        bool ok = fact_each(e->database, e->field, &arena, check_fact, e, e->err) && check_lost(e);
        arena_release(&arena);
        if (!ok) {
            return false;
        }
    }
    return true;
}

/* Whose document a SHA-256 is: "3fa2c1d9… (perwali.pdf, E3)". */
static void name_document(struct examination *e, const char *sha256, struct text *out)
{
    struct arena arena = ARENA_EMPTY;
    struct error ignored = {.kind = ERROR_NONE};
    struct statement *row =
        database_prepare(e->database, "SELECT 'E' || number, coalesce(file, title, '') "
                                      "FROM evidence WHERE sha256 = ?1 ORDER BY number LIMIT 1");
    statement_bind_text(row, 1, sha256);
    const char *id = statement_step(row) ? statement_text(row, 0, &arena) : NULL;
    const char *file = id != NULL ? statement_text(row, 1, &arena) : NULL;
    statement_end(row, &ignored);
    text_format(out, _("document %.12s"), sha256);
    text_add(out, "…");
    if (id != NULL && file != NULL) {
        text_format(out, " (%s%s%s)", id, file[0] == '\0' ? "" : ", ", file);
    }
    arena_release(&arena);
}

/* A document that should be there in full, or not at all once it was purged. */
static bool check_document(void *context, const char *sha256, const char *indicator,
                           const char *now)
{
    (void)indicator;
    struct examination *e = context;
    struct text where = TEXT_EMPTY;
    struct error reading = {.kind = ERROR_NONE};
    bool purged = strcmp(now, "purged") == 0;
    char length[32];
    int64_t size = 0;
    bool read = document_read(e->database, sha256, NULL, NULL, &size, &reading);
    name_document(e, sha256, &where);
    snprintf(length, sizeof length, "%" PRId64, size);
    e->verdict->documents += !purged;
    e->verdict->purged += purged;
    if (purged && size > 0) {
        tell(e, where.bytes, _("was purged, but content is there"));
    } else if (!purged && !read && reading.kind == ERROR_STORE) {
        tell(e, where.bytes, size == 0 ? _("has no content") : _("content was altered"));
    } else if (!purged && read && strcmp(length, now) != 0) {
        tell(e, where.bytes, _("has another size than recorded"));
    }
    text_release(&where);
    return true;
}

static bool check_documents(struct examination *e)
{
    struct arena arena = ARENA_EMPTY;
    bool ok = fact_each(e->database, FIELD_CONTENT, &arena, check_document, e, e->err);
    arena_release(&arena);
    return ok;
}

static void check_rule(void *context, const char *name, const char *recorded, const char *computed)
{
    if (strcmp(recorded, computed) != 0) {
        struct text where = TEXT_EMPTY;
        text_format(&where, _("rule file %s"), name);
        tell(context, where.bytes, _("content was altered"));
        text_release(&where);
    }
}

static bool check_rules(struct examination *e)
{
    return document_each_rule(e->database, check_rule, e, e->err);
}

bool verify_all(struct database *database,
                void (*found)(void *context, const char *where, const char *what), void *context,
                struct store_verdict *verdict, struct error *err)
{
    static bool (*const questions[])(struct examination *) = {
        check_schema, check_pages, check_links,     check_journal,
        check_facts,  check_rules, check_documents,
    };
    *verdict = (struct store_verdict){.entries = 0};
    for (size_t i = 0; i < sizeof questions / sizeof questions[0]; i++) {
        struct error damage = {.kind = ERROR_NONE};
        struct examination e = {.database = database,
                                .found = found,
                                .context = context,
                                .verdict = verdict,
                                .err = &damage};
        if (questions[i](&e) || !error_is_set(&damage)) {
            continue;
        }
        if (damage.kind != ERROR_STORE) {
            *err = damage;
            return false;
        }
        tell(&e, _("database"), damage.message);
    }
    return true;
}
