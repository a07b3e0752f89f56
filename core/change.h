/* change: what can change in an assessment file, and the record of one change.
 *
 * Everything that a file holds about an assessment is a set of facts. A fact is a subject (an id:
 * the indicator "I07", the criterion "I07.3.a", the evidence item "E12", …), a field of it, and a
 * text. A change replaces one text by another; nothing at all is NULL on either side. Whatever a
 * person does is a
 * step: some changes that happen together or not at all, by one person, at one time, from one
 * origin. History, dry runs, merging and verification all speak in these terms, whatever keeps the
 * facts.
 */
#ifndef SPBE_CHANGE_H
#define SPBE_CHANGE_H

#include "lang.h"

#include <stdint.h>

/* One row a field: enum name; word in the journal (never changed, never reused); what a person
 * reads in the history. The subject of a field, by the beginning of its name:
 *
 *     FIELD_INSTRUMENT to FIELD_PERSON   "" (the file itself)
 *     FIELD_RULE_FILE                    the file's name; the fact is its SHA-256
 *     FIELD_UNIT_LISTED                  a unit's name; the fact is the name again
 *     FIELD_DEADLINE                     a unit's name, or "" for all that have none of their own; a day
 *     FIELD_GENERAL                      id of a general question
 *     FIELD_CLAIMED to FIELD_CARRIED     id of an indicator; values are exact texts ("3", "1.26"),
 *                                        a state is submitted, returned or locked, none = open
 *     FIELD_EXPLANATION                  a level of an indicator, "I01.2"
 *     FIELD_MET, FIELD_MET_NOTE          id of a criterion; yes or no
 *     FIELD_ITEM, FIELD_ITEM_NOTE        id of an evidence item that scores, "I01.2.e1"; yes or no
 *     FIELD_MEASURE                      indicator and key of an outside index, "I01/indeks_sdi"
 *     FIELD_EVIDENCE_…                   "E12"; `supports` lists ids of criteria and of
 *                                        items that score, `for` is the
 *                                        indicator, `withdrawn` the reason, `replaced` the id of the
 *                                        newer version
 *     FIELD_VERDICT_…                    "V3"; `for` is the indicator
 *     FIELD_CONTENT                      SHA-256 of a document; its bytes ("48213"), or "purged"
 *     FIELD_INSPECTION                   SHA-256 of a document; what was found inside (inspection.h) */
/* clang-format off */
#define CHANGE_FIELDS(row)                                                                        \
    row(FIELD_INSTRUMENT, "instrument", N_("instrument"))                                         \
    row(FIELD_RULES, "rules", N_("rules"))                                                        \
    row(FIELD_AGENCY, "agency", N_("agency"))                                                     \
    row(FIELD_KIND, "kind", N_("kind of agency"))                                                 \
    row(FIELD_YEAR, "year", N_("year"))                                                           \
    row(FIELD_PERSON, "person", N_("name kept for later changes"))                                \
    row(FIELD_RULE_FILE, "rule_file", N_("rule file"))                                            \
    row(FIELD_UNIT_LISTED, "unit_listed", N_("unit"))                                             \
    row(FIELD_DEADLINE, "deadline", N_("deadline"))                                               \
    row(FIELD_GENERAL, "general", N_("general question"))                                         \
    row(FIELD_CLAIMED, "claimed", N_("claimed value"))                                            \
    row(FIELD_VERIFIED, "verified", N_("verified value"))                                         \
    row(FIELD_VERIFIED_REASON, "verified_reason", N_("reason of the verified value"))             \
    row(FIELD_NOTE, "note", N_("note"))                                                           \
    row(FIELD_UNIT, "unit", N_("owning unit"))                                                    \
    row(FIELD_STATE, "state", N_("state"))                                                        \
    row(FIELD_STATE_REASON, "state_reason", N_("reason of the state"))                            \
    row(FIELD_CARRIED, "carried", N_("carried over from"))                                        \
    row(FIELD_EXPLANATION, "explanation", N_("explanation"))                                      \
    row(FIELD_MET, "met", N_("answer"))                                                           \
    row(FIELD_MET_NOTE, "met_note", N_("note on the answer"))                                     \
    row(FIELD_ITEM, "item", N_("evidence item"))                                                  \
    row(FIELD_ITEM_NOTE, "item_note", N_("note on the evidence item"))                            \
    row(FIELD_MEASURE, "measure", N_("outside index"))                                            \
    row(FIELD_EVIDENCE_FOR, "evidence_for", N_("evidence for"))                                   \
    row(FIELD_EVIDENCE_TITLE, "evidence_title", N_("title"))                                      \
    row(FIELD_EVIDENCE_NUMBER, "evidence_number", N_("document number"))                          \
    row(FIELD_EVIDENCE_DATE, "evidence_date", N_("document date"))                                \
    row(FIELD_EVIDENCE_FILE, "evidence_file", N_("file"))                                         \
    row(FIELD_EVIDENCE_SHA256, "evidence_sha256", N_("SHA-256"))                                  \
    row(FIELD_EVIDENCE_UNIT, "evidence_unit", N_("unit"))                                         \
    row(FIELD_EVIDENCE_PAGES, "evidence_pages", N_("pages"))                                      \
    row(FIELD_EVIDENCE_NOTE, "evidence_note", N_("note"))                                         \
    row(FIELD_EVIDENCE_SUPPORTS, "evidence_supports", N_("supports"))                             \
    row(FIELD_EVIDENCE_WITHDRAWN, "evidence_withdrawn", N_("withdrawn"))                          \
    row(FIELD_EVIDENCE_REPLACED, "evidence_replaced", N_("replaced by"))                          \
    row(FIELD_VERDICT_FOR, "verdict_for", N_("verdict on"))                                       \
    row(FIELD_VERDICT_STAGE, "verdict_stage", N_("stage"))                                        \
    row(FIELD_VERDICT_VALUE, "verdict_value", N_("value"))                                        \
    row(FIELD_VERDICT_REASON, "verdict_reason", N_("reason"))                                     \
    row(FIELD_VERDICT_BY, "verdict_by", N_("assessor"))                                           \
    row(FIELD_CONTENT, "content", N_("document content"))                                         \
    row(FIELD_INSPECTION, "inspection", N_("look inside the document"))
/* clang-format on */

enum field {
#define CHANGE_FIELD_NAME(name, word, label) name,
    CHANGE_FIELDS(CHANGE_FIELD_NAME)
#undef CHANGE_FIELD_NAME
        FIELD_COUNT
};

/* One change as the journal tells it. All texts are borrowed from whoever hands the record out. */
struct change {
    int64_t number;        /* 1, 2, 3, … without a gap */
    int64_t step;          /* changes of one step happened together */
    const char *at;        /* UTC, "2026-11-22T01:50:03Z" */
    const char *who;       /* the person, as named by --as or kept in the file */
    const char *origin;    /* how it came: "attach", "import kota.json" */
    enum field field;      /* FIELD_COUNT when `word` is none of ours */
    const char *word;      /* the field's word, as the journal has it */
    const char *indicator; /* id of the indicator concerned; NULL when it concerns the file */
    const char *subject;
    const char *was, *now; /* NULL = nothing */
    const char *hash;      /* of this entry and, through it, of all before */
};

/* The word of a field in the journal: "claimed". Static. */
const char *change_word(enum field field);
/* What a person reads for it, in the reader's language. Static. */
const char *change_label(enum field field);
/* The field of a word; FIELD_COUNT when there is none. */
enum field change_field(const char *word);

#endif
