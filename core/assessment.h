/* assessment: one agency, one year, one instrument, and everything that was answered.
 *
 * A record in memory, filled by `exchange` (from JSON) or `store` (from a .spbe file), read by
 * everything above. All strings and arrays live in its arena; positions are those of the instrument
 * it was made for. It holds what was said, and judges nothing.
 */
#ifndef SPBE_ASSESSMENT_H
#define SPBE_ASSESSMENT_H

#include "arena.h"
#include "instrument.h"
#include "text.h"

enum kind {
    KIND_KEMENTERIAN,
    KIND_LEMBAGA,
    KIND_PROVINSI,
    KIND_KABUPATEN,
    KIND_KOTA,
    KIND_LAINNYA,
    KIND_NONE
};

/* The answer to a criterion. */
enum answer { ANSWER_NONE, ANSWER_YES, ANSWER_NO };

/* A value that may be absent. */
struct maybe {
    bool given;
    struct fraction value;
};

/* Assessment stages, in the order of the process (spbe help stages); the last with a value counts. */
enum stage { STAGE_DOKUMEN, STAGE_INTERVIU, STAGE_VISITASI, STAGE_REVIU, STAGE_COUNT };

/* One value set by an assessor. */
struct verdict {
    enum stage stage;
    struct fraction value;
    const char *reason; /* never empty */
    const char *by;     /* who, "" when not known */
};

/* An evidence item that scores, by the number of its level and its own: "I01.2.e1". */
struct item_name {
    int level, number;
};

/* One document put forward. Absent texts are NULL. */
struct evidence {
    const char *title, *number, *date, *file, *sha256, *unit, *pages, *note;
    const int *supports; /* positions of criteria */
    size_t support_count;
    const struct item_name *items; /* items of its indicator that it is put forward for */
    size_t item_count;
    bool content;           /* the document itself is in the file at hand */
    const char *id;         /* "E12", where it comes from a file; or NULL */
    const char *inspection; /* what a look inside it found, a line of inspection.h; or NULL */
};

/* The answer to one evidence item, in an instrument that scores them. */
struct item {
    int level;  /* number, as in "I01.2.e1" */
    int number; /* from 1, in the order of the level's `evidence` */
    enum answer answer;
    const char *note;
};

/* The value of an outside index. */
struct measure {
    const char *key; /* one of the indicator's `measures` */
    struct fraction value;
};

/* Where the work on an indicator stands; "open" is never written. */
enum state { STATE_OPEN, STATE_SUBMITTED, STATE_RETURNED, STATE_LOCKED, STATE_COUNT };

/* What is known about one indicator. Absent texts are NULL. */
struct response {
    struct maybe claimed;
    struct maybe verified; /* where verdicts are: the value of the one that counts */
    enum state state;
    const char *note, *verified_reason, *unit;
    const char *carried;            /* from which assessment the answers were taken over */
    const struct verdict *verdicts; /* in the order given */
    size_t verdict_count;
    const struct evidence *evidence;
    size_t evidence_count;
    const struct item *items; /* in the order given */
    size_t item_count;
    const struct measure *measures; /* in the order given */
    size_t measure_count;
    const char *const *explanations; /* one a level of the indicator, NULL where none; or NULL */
};

/* Answer to one of the instrument's general questions. */
struct general_answer {
    const char *id, *text;
};

struct assessment {
    struct arena *arena; /* borrowed; who made the record clears it */
    const struct instrument *instrument;
    const char *agency; /* name, "" when not given */
    enum kind kind;
    int year;
    struct response *responses; /* indicator_count of them */
    unsigned char *answers;     /* criterion_count of enum answer */
    const char **notes;         /* criterion_count, NULL where none */
    const struct general_answer *general;
    size_t general_count;
    char sha256[65]; /* of the document's bytes; "" when not computed */
};

/* An assessment without any answer; arrays from `arena`. */
void assessment_init(struct assessment *assessment, const struct instrument *instrument,
                     struct arena *arena);

/* The word of the contract for a kind of agency: "kota"; NULL for KIND_NONE. Static. */
const char *assessment_kind_word(enum kind kind);
/* The kind of a word of `length` bytes; KIND_NONE when there is none. */
enum kind assessment_kind(const char *word, size_t length);
/* The word of a stage: "dokumen". Static. */
const char *assessment_stage_word(enum stage stage);
/* The stage of a word of `length` bytes; STAGE_COUNT when there is none. */
enum stage assessment_stage(const char *word, size_t length);
/* The word of a state. Static. */
const char *assessment_state_word(enum state state);
/* The state of a word of `length` bytes; STATE_COUNT when there is none. */
enum state assessment_state(const char *word, size_t length);

/* True when a text is a day of the calendar, written 2023-05-01. */
bool assessment_is_date(const char *text);

/* The answer to an item by its level's number and its own; NULL when there is none. */
const struct item *assessment_item(const struct response *response, int level, int number);
/* True when a document is put forward for an item, by its level's number and its own. */
bool assessment_proves_item(const struct evidence *evidence, int level, int number);
/* Appends the id of what a document supports: of its criteria, then of its items; `nth` of
 * support_count + item_count. indicator: id of the one that it belongs to. */
void assessment_add_support(const struct instrument *instrument, const char *indicator,
                            const struct evidence *evidence, size_t nth, struct text *out);
/* The value of a measure by its key, or NULL. */
const struct measure *assessment_measure(const struct response *response, const char *key);
/* The verdict that counts: of the latest stage that has one, the last given; NULL when there is none. */
const struct verdict *assessment_verdict(const struct response *response);

#endif
