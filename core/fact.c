#include "fact.h"

#include <assert.h>

/* The statements of one field. In all: ?1 the subject, ?2 the text, ?3 the indicator. */
struct access {
    const char *get, *put;
    const char *each; /* subject, indicator, text */
    bool owned;       /* `put` names ?3 */
};

/* The one row about the file itself; its subject is "". */
#define FILE_FACT(column)                                                                     \
    {                                                                                         \
        "SELECT " column " FROM assessment WHERE ?1 = ''",                                    \
            "INSERT INTO assessment (only, " column ") VALUES (1, ?2) "                       \
            "ON CONFLICT (only) DO UPDATE SET " column " = ?2",                               \
            "SELECT '', NULL, " column " FROM assessment WHERE " column " IS NOT NULL", false \
    }

/* A table whose key is the subject and does not belong to an indicator. */
#define KEYED_FACT(table, key, column)                                      \
    {                                                                       \
        "SELECT " column " FROM " table " WHERE " key " = ?1",              \
            "INSERT INTO " table " (" key ", " column ") VALUES (?1, ?2) "  \
            "ON CONFLICT (" key ") DO UPDATE SET " column " = ?2",          \
            "SELECT " key ", NULL, " column " FROM " table " WHERE " column \
            " IS NOT NULL ORDER BY rowid",                                  \
            false                                                           \
    }

/* The table whose key is the indicator itself. */
#define RESPONSE_FACT(column)                                                     \
    {                                                                             \
        "SELECT " column " FROM response WHERE indicator = ?1",                   \
            "INSERT INTO response (indicator, " column ") VALUES (?1, ?2) "       \
            "ON CONFLICT (indicator) DO UPDATE SET " column " = ?2",              \
            "SELECT indicator, indicator, " column " FROM response WHERE " column \
            " IS NOT NULL ORDER BY rowid",                                        \
            false                                                                 \
    }

/* A table whose key is the subject, with a column for the indicator. */
#define OWNED_FACT(table, key, column)                                                    \
    {                                                                                     \
        "SELECT " column " FROM " table " WHERE " key " = ?1",                            \
            "INSERT INTO " table " (" key ", " column ", indicator) VALUES (?1, ?2, ?3) " \
            "ON CONFLICT (" key ") DO UPDATE SET " column " = ?2",                        \
            "SELECT " key ", indicator, " column " FROM " table " WHERE " column          \
            " IS NOT NULL ORDER BY rowid",                                                \
            true                                                                          \
    }

/* A table with numbers, whose subjects are a letter and the number. */
#define NUMBERED_FACT(table, letter, column)                                                    \
    {                                                                                           \
        "SELECT " column " FROM " table " WHERE number = CAST(substr(?1, 2) AS INTEGER) "       \
        "AND ?1 = '" letter "' || number",                                                      \
            "INSERT INTO " table " (number, " column ", indicator) "                            \
            "VALUES (CAST(substr(?1, 2) AS INTEGER), ?2, ?3) "                                  \
            "ON CONFLICT (number) DO UPDATE SET " column " = ?2",                               \
            "SELECT '" letter "' || number, indicator, " column " FROM " table " WHERE " column \
            " IS NOT NULL ORDER BY number",                                                     \
            true                                                                                \
    }

/* clang-format off */
static const struct access accesses[FIELD_COUNT] = {
    [FIELD_INSTRUMENT] = FILE_FACT("instrument"),
    [FIELD_RULES] = FILE_FACT("rules"),
    [FIELD_AGENCY] = FILE_FACT("agency"),
    [FIELD_KIND] = FILE_FACT("kind"),
    [FIELD_YEAR] = FILE_FACT("year"),
    [FIELD_PERSON] = FILE_FACT("person"),
    [FIELD_RULE_FILE] = KEYED_FACT("rule_file", "name", "sha256"),
    [FIELD_UNIT_LISTED] = KEYED_FACT("unit", "name", "listed"),
    [FIELD_DEADLINE] = KEYED_FACT("deadline", "unit", "day"),
    [FIELD_GENERAL] = KEYED_FACT("general", "question", "text"),
    [FIELD_CLAIMED] = RESPONSE_FACT("claimed"),
    [FIELD_VERIFIED] = RESPONSE_FACT("verified"),
    [FIELD_VERIFIED_REASON] = RESPONSE_FACT("verified_reason"),
    [FIELD_NOTE] = RESPONSE_FACT("note"),
    [FIELD_UNIT] = RESPONSE_FACT("unit"),
    [FIELD_STATE] = RESPONSE_FACT("state"),
    [FIELD_STATE_REASON] = RESPONSE_FACT("state_reason"),
    [FIELD_CARRIED] = RESPONSE_FACT("carried"),
    [FIELD_EXPLANATION] = OWNED_FACT("explanation", "level", "text"),
    [FIELD_MET] = OWNED_FACT("answer", "criterion", "met"),
    [FIELD_MET_NOTE] = OWNED_FACT("answer", "criterion", "note"),
    [FIELD_ITEM] = OWNED_FACT("item", "id", "met"),
    [FIELD_ITEM_NOTE] = OWNED_FACT("item", "id", "note"),
    [FIELD_MEASURE] = OWNED_FACT("measure", "id", "value"),
    [FIELD_EVIDENCE_FOR] = NUMBERED_FACT("evidence", "E", "for"),
    [FIELD_EVIDENCE_TITLE] = NUMBERED_FACT("evidence", "E", "title"),
    [FIELD_EVIDENCE_NUMBER] = NUMBERED_FACT("evidence", "E", "reference"),
    [FIELD_EVIDENCE_DATE] = NUMBERED_FACT("evidence", "E", "date"),
    [FIELD_EVIDENCE_FILE] = NUMBERED_FACT("evidence", "E", "file"),
    [FIELD_EVIDENCE_SHA256] = NUMBERED_FACT("evidence", "E", "sha256"),
    [FIELD_EVIDENCE_UNIT] = NUMBERED_FACT("evidence", "E", "unit"),
    [FIELD_EVIDENCE_PAGES] = NUMBERED_FACT("evidence", "E", "pages"),
    [FIELD_EVIDENCE_NOTE] = NUMBERED_FACT("evidence", "E", "note"),
    [FIELD_EVIDENCE_SUPPORTS] = NUMBERED_FACT("evidence", "E", "supports"),
    [FIELD_EVIDENCE_WITHDRAWN] = NUMBERED_FACT("evidence", "E", "withdrawn"),
    [FIELD_EVIDENCE_REPLACED] = NUMBERED_FACT("replacement", "E", "successor"),
    [FIELD_VERDICT_FOR] = NUMBERED_FACT("verdict", "V", "for"),
    [FIELD_VERDICT_STAGE] = NUMBERED_FACT("verdict", "V", "stage"),
    [FIELD_VERDICT_VALUE] = NUMBERED_FACT("verdict", "V", "value"),
    [FIELD_VERDICT_REASON] = NUMBERED_FACT("verdict", "V", "reason"),
    [FIELD_VERDICT_BY] = NUMBERED_FACT("verdict", "V", "assessor"),
    [FIELD_INSPECTION] = KEYED_FACT("inspection", "sha256", "findings"),
    [FIELD_CONTENT] = {
        "SELECT coalesce(CAST(size AS TEXT), 'purged') FROM content WHERE sha256 = ?1",
        "INSERT INTO content (sha256, size) "
        "VALUES (?1, CASE ?2 WHEN 'purged' THEN NULL ELSE CAST(?2 AS INTEGER) END) "
        "ON CONFLICT (sha256) DO UPDATE SET size = excluded.size",
        "SELECT sha256, NULL, coalesce(CAST(size AS TEXT), 'purged') FROM content ORDER BY rowid",
        false,
    },
};
/* clang-format on */

bool fact_get(struct database *database, enum field field, const char *subject, struct arena *arena,
              const char **now, struct error *err)
{
    assert(field < FIELD_COUNT);
    struct statement *statement = database_prepare(database, accesses[field].get);
    statement_bind_text(statement, 1, subject);
    *now = statement_step(statement) ? statement_text(statement, 0, arena) : NULL;
    return statement_end(statement, err);
}

bool fact_put(struct database *database, enum field field, const char *indicator,
              const char *subject, const char *now, struct error *err)
{
    assert(field < FIELD_COUNT);
    const struct access *access = &accesses[field];
    struct statement *statement = database_prepare(database, access->put);
    statement_bind_text(statement, 1, subject);
    statement_bind_text(statement, 2, now);
    if (access->owned) {
        statement_bind_text(statement, 3, indicator);
    }
    statement_step(statement);
    return statement_end(statement, err);
}

bool fact_each(struct database *database, enum field field, struct arena *arena,
               bool (*visit)(void *context, const char *subject, const char *indicator,
                             const char *now),
               void *context, struct error *err)
{
    assert(field < FIELD_COUNT);
    struct statement *statement = database_prepare(database, accesses[field].each);
    bool more = true;
    while (more && statement_step(statement)) {
        const char *subject = statement_text(statement, 0, arena);
        const char *indicator = statement_text(statement, 1, arena);
        const char *now = statement_text(statement, 2, arena);
        more = subject != NULL && now != NULL && visit(context, subject, indicator, now);
    }
    return statement_end(statement, err);
}

bool fact_next_number(struct database *database, enum field field, int64_t *number,
                      struct error *err)
{
    assert(field == FIELD_EVIDENCE_FOR || field == FIELD_VERDICT_FOR);
    int64_t highest = 0;
    bool ok = database_number(database,
                              field == FIELD_EVIDENCE_FOR
                                  ? "SELECT coalesce(max(number), 0) FROM evidence"
                                  : "SELECT coalesce(max(number), 0) FROM verdict",
                              &highest, err);
    *number = highest + 1;
    return ok;
}
