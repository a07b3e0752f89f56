/* instrument: one published edition of the assessment, in memory, immutable once built.
 *
 * Flat arrays in the instrument's order; children are spans of positions, parents are positions. Who
 * holds an `struct instrument *` may read every member; the pack owns it. Years are plain numbers;
 * `dated` says in which years a thing holds. Nothing here knows any instrument by name.
 *
 * Glossary: domain = domain; aspect = aspek; indicator = indikator; level = tingkat kematangan;
 * criterion = kriteria; evidence = bukti dukung; value = nilai indikator; index = indeks; predicate =
 * predikat; band = rentang predikat. (PermenPANRB 59/2020, Lampiran.)
 */
#ifndef SPBE_INSTRUMENT_H
#define SPBE_INSTRUMENT_H

#include "arena.h"
#include "fraction.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { NOWHERE = -1 }; /* a position that is not there */

/* `count` positions from `first` on. */
struct span {
    uint32_t first, count;
};

struct scorer;

/* First and last year in which a thing holds; 0 = no bound on that side. */
struct dated {
    int from, until;
};

/* Texts in the instrument's own language, NULL-terminated array; never NULL itself. */
typedef const char *const *string_list;

/* What may prove a level, and what assessors accept. */
struct duty {
    int from_level;    /* evidence is due from this level on; above the highest level = never */
    unsigned at_least; /* items whose `supports` names a criterion of the level */
};

/* The number that a criterion speaks of. */
struct metric {
    const char *key, *unit; /* "indeks_sdi"; "%", "" when none */
    bool has_min, min_inclusive, has_max, max_inclusive;
    struct fraction min, max;
};

/* What a criterion asks for, beside being met. */
enum demand {
    DEMAND_ALWAYS, /* it must be met */
    DEMAND_GROUP,  /* one of its group in the level must be met */
    DEMAND_NEVER   /* it describes, or may be missing */
};

struct criterion {
    const char *id; /* "I01.2.a" */
    const char *text;
    const char *basis;   /* id of the document it comes from; "" when not given */
    bool guideline_only; /* only a guide asks for it, not the regulation */
    struct dated years;  /* in which it counts */
    bool withdrawn;      /* it counts in no year */
    unsigned kinds;      /* of agencies it is asked of: bit k for enum kind k; 0 = of all */
    enum demand demand;
    const char *group;                                   /* of DEMAND_GROUP; "" else */
    bool optional, uncertain, decisive, describes_state; /* as the pack says them */
    const struct metric *metric;                         /* NULL when none */
    const char *detail;                                  /* "" when none */
    int indicator;                                       /* position */
    int level;                                           /* position in `levels` */
    bool policy_proves; /* a regulation or decree is the natural proof (evidence checks) */
};

/* How a guide's text differs from the regulation's. */
struct difference {
    const char *source, *text;
};

/* Whether a level asks for a part of something or, one level up, for all of it. */
enum coverage { COVERAGE_NONE, COVERAGE_PARTIAL, COVERAGE_FULL };

struct level {
    int number;       /* 1 to 5; the SPBE of 2018 also has 0 */
    const char *name; /* "Terkelola" */
    struct fraction
        from; /* the value at which it begins: its number, where only levels are values */
    struct fraction
        to;        /* the value at which it is complete: the same, where only levels are values */
    bool baseline; /* always granted; its criteria still count for the levels above */
    const char *note;              /* limits the level, is not a criterion; "" when none */
    const char *examples;          /* what reaches it, is not a criterion; "" when none */
    struct span criteria;          /* positions in `criteria` */
    string_list evidence;          /* what assessors accept: examples, or the items that score */
    const struct fraction *points; /* what each item adds; NULL where items do not score */
    size_t item_count;             /* entries of `evidence` that score */
    const struct difference *differences;
    size_t difference_count;
    enum coverage coverage; /* evidence checks */
};

/* A straight line from an outside index to a value: `from` gives `low`, `to` gives `high`. */
struct line {
    struct fraction from, to, low, high;
};

/* A published example of a conversion: the index, and the value that came of it. */
struct worked {
    struct fraction in, out;
};

/* How an outside index becomes the value of an indicator. */
struct conversion {
    const char *input;                               /* its key among the measures */
    const char *formula, *basis, *confidence, *note; /* "" when not given */
    const struct line *lines; /* rising, each begins where the one before ends */
    size_t line_count;        /* at least 1 */
    const struct worked *worked;
    size_t worked_count;
};

struct indicator {
    const char *id; /* "I01" */
    int number;     /* as the pack counts; slots share that of their indicator */
    /* The instrument's own indicator that this is one slot of, each assessed by itself ("I35" of
     * "I35-1"); NULL when it is not a slot. */
    const char *slot_of;
    const char *name, *short_name;
    const char *kind;       /* key of the level names: "process", "service" */
    struct fraction weight; /* percent of the whole */
    int64_t units; /* the same in whole units: weight = units × 100 / instrument.units_total */
    const char *definition, *applicability, *confidence, *confidence_note;
    string_list legal_basis, aliases;
    const char *data_source, *ladder_note; /* "" when not given */
    string_list supervisors;               /* who looks after it */
    /* Its function, which computes the supported value ("domain_1.lua:aspects[1]…"), or NULL; and the
     * positions of the indicators whose supported values that reads. */
    const char *function;
    const int *depends;
    size_t depend_count;
    string_list measures; /* keys of outside indices that score it ("indeks_sdi"); NULL when none */
    const struct conversion *conversion; /* of its measure; NULL when none */
    int aspect;                          /* position */
    struct span levels;                  /* positions in `levels`, rising */
};

struct aspect {
    const char *id; /* "A1" */
    int number;
    const char *name;
    struct fraction weight;
    int64_t units;
    string_list aliases;
    int domain; /* position, or NOWHERE */
    struct span indicators;
};

struct domain {
    const char *id; /* "D1" */
    int number;
    const char *name;
    struct fraction weight;
    int64_t units;
    string_list aliases;
    struct span aspects;
};

/* A predicate and its part of the index scale; `min` always belongs to it. */
struct band {
    const char *name;
    struct fraction min, max;
    bool max_inclusive; /* only the highest band */
};

/* Which index a predicate is read from, from `from` on. */
enum reading { READING_ROUNDED, READING_EXACT };
struct dated_reading {
    int from;
    enum reading reading;
    const char *source; /* why; "" when not given */
};

/* A document of the legal basis. */
struct document {
    const char *id, *title;
};

/* Which guide was used in a year. */
struct guideline {
    int year;
    const char *document; /* id */
};

/* A place where official papers contradict each other, and what the pack does about it. */
struct conflict {
    const char *topic, *text, *resolution;
};

/* An open question to the agency as a whole; it has no value. */
struct question {
    const char *id, *text; /* "PU1" */
};

/* What the official application takes, as far as it is known: `uncertain` says how far that is.
 * Empty texts, 0 and empty lists: nothing is known. */
struct portal {
    const char *facts, *analysis; /* words before the two parts of an explanation: "FAKTA" */
    int explanation_length;       /* characters of one explanation at most */
    int files;                    /* that an indicator takes */
    int64_t file_bytes;           /* of one file at most; a megabyte is 1,000,000, to be safe */
    int name_length;              /* characters of a file name at most, with its ending */
    string_list types;            /* endings of file names: "pdf" */
    const char *archive;          /* ending of an archive that may hold several files: "zip" */
    const char *file_prefix;      /* in front of number and letter */
    const char *over_limit;       /* what to do with a larger file */
    const char *source, *confidence;
    string_list uncertain;
};

/* One paper that is drawn from a result. */
struct result_paper {
    const char *id;        /* "berita-acara", as its template */
    const char *title;     /* what it is called: "Berita Acara Penilaian Mandiri" */
    bool official;         /* the instrument's own texts are known to ask for it */
    const char *statement; /* what its signers declare; "" when nothing */
    const char *note;      /* how far that is known; "" when not given */
};

/* The words of the papers about a result; empty texts where the pack says nothing. */
struct papers {
    const char *subject;       /* "Sistem Pemerintahan Berbasis Elektronik (SPBE)" */
    const char *index;         /* "Indeks SPBE" */
    const char *evaluation;    /* "Evaluasi SPBE" */
    const char *coordinator;   /* who answers for it inside the agency: "Koordinator SPBE" */
    const char *internal_team; /* "Tim Asesor Internal" */
    const char *method;        /* how a result comes about, in a paragraph */
    const struct result_paper *list;
    size_t count;
};

/* How old the evidence for some criteria may be. */
struct age_rule {
    struct dated years;   /* of the assessments that a guide asks it from */
    int under_years;      /* evidence must be younger than this many years */
    const bool *criteria; /* criterion_count of them: which ones it is about */
    const char *what;     /* "hasil reviu atau evaluasi", for the sentence */
    const char *source;
};

/* What evidence is checked against before an assessor does. Gives warnings, never a value; an
 * instrument without them has empty lists. Words are lower case and match whole words. */
struct evidence_checks {
    const struct age_rule *ages;
    size_t age_count;
    string_list policy_words; /* in a title: this is a regulation or decree ("perwali") */
    string_list record_words; /* in the same title: but no, it is a record ("laporan") */
    string_list draft_words;  /* in a title: not final ("rancangan") */
};

/* What it takes to raise an indicator to a level from the one below. */
struct step_price {
    int64_t cost_parts; /* in hundredths of the unit */
    int months;         /* until it is done and proven */
    const char *what;   /* what there is to do, as a rule; "" when not given */
};

/* What raises cost, as the author of the pack judges it; nothing official. */
struct effort {
    const struct step_price
        *prices;               /* by position of the level reached; NULL: the pack says nothing */
    const char *unit;          /* what costs are counted in: "poin upaya" */
    const char *date, *source; /* when and how they were judged */
};

/* One file of a pack, as hashed. */
struct pack_file {
    const char *name; /* "domain_1.lua" */
    char sha256[65];
};

/* An overlay that changed the instrument. */
struct overlay_note {
    const char *id, *title, *author, *date, *reason, *source;
    const char *file; /* as the user named it: "rules/koreksi/overlay.lua" */
    const char *sha256;
    bool other_base; /* it was written for another state of the pack */
};

/* One value that an overlay changed. */
struct rule_change {
    const char *kind;            /* word of the change: "weight" */
    const char *of;              /* id of what was changed; "" = the instrument */
    const char *before, *after;  /* as rules say it: "1.3"; "" for none */
    const char *reason, *source; /* of this change; "" when not given */
    size_t overlay;              /* position of the overlay */
    unsigned line;               /* in its file */
};

struct instrument {
    const char *id, *title, *short_title, *disclaimer;
    int year_first, year_last; /* accepted from; the last state known (later years use it) */
    int decimals;              /* of a published number */
    bool fractions; /* values may lie between levels ("1.26"); else only levels are taken */
    bool items;     /* the entries of `evidence` are answered one by one, and score ("I01.2.e1") */
    bool conditional; /* not every criterion is asked of everyone, or must be met (enum demand) */

    const struct domain *domains; /* none in an instrument without domains */
    size_t domain_count;
    const struct aspect *aspects;
    size_t aspect_count;
    const struct indicator *indicators;
    size_t indicator_count;
    const struct level *levels;
    size_t level_count;
    const struct criterion *criteria;
    size_t criterion_count;

    int level_lowest, level_highest;
    struct fraction unanswered; /* value of an indicator without an answer */
    struct duty duty;
    int64_t units_total; /* units of all indicators together */

    const struct band *bands; /* highest first */
    size_t band_count;
    const struct dated_reading *readings; /* rising by year, at least one */
    size_t reading_count;

    const struct document *documents;
    size_t document_count;
    const struct guideline *guidelines; /* rising by year */
    size_t guideline_count;
    const struct conflict *conflicts;
    size_t conflict_count;
    string_list notes;                /* uncertainties that a report shows */
    const struct question *questions; /* general questions */
    size_t question_count;

    struct fraction target_index;   /* a stated target, not a pass mark; 0 when none */
    int target_level;               /* 0 when none */
    int strength_from, weakness_to; /* levels that a report calls strengths and weaknesses */
    struct evidence_checks checks;
    struct portal portal;
    struct papers papers;
    struct effort effort;

    const int
        *function_order; /* indicators with a function, each behind those whose values it reads */
    size_t function_count;
    struct scorer *scorer; /* calls them (scorer.h); the pack's */

    const struct pack_file *files; /* in the order of loading */
    size_t file_count;
    char sha256[65]; /* of the lines "name sha256\n" of all files */

    const struct overlay_note *overlays; /* in the order in which they were put on */
    size_t overlay_count;
    const struct rule_change *changes; /* theirs, in order */
    size_t change_count;
    const char *base_sha256; /* `sha256` of the pack without overlays; NULL where there are none */

    /* `indicator` of each criterion, side by side, for readers of documents, which need nothing else of
     * it; set by instrument_index. */
    const int16_t *criterion_indicators;
    const struct instrument_index *index; /* look-up by id; private */
};

/* The year whose rules count: `year`, or year_last for later ones. */
int instrument_year(const struct instrument *instrument, int year);
/* True when `dated` holds in `year` (already through instrument_year). */
static inline bool instrument_holds(struct dated dated, int year)
{
    return (dated.from == 0 || year >= dated.from) && (dated.until == 0 || year <= dated.until);
}
/* The guide used in `year` (its document's id), or "" when none is named. */
const char *instrument_guideline(const struct instrument *instrument, int year);
/* The title of a document of the legal basis by id, or the id itself. */
const char *instrument_document(const struct instrument *instrument, const char *id);
/* Which index the predicate is read from in `year`. */
enum reading instrument_reading(const struct instrument *instrument, int year);
/* The band that holds a value; NULL below the lowest. */
const struct band *instrument_band(const struct instrument *instrument, struct fraction value);
/* The number of the level that holds a value of an indicator: the highest that begins not above it. */
int instrument_level_of(const struct instrument *instrument, const struct indicator *indicator,
                        struct fraction value);
/* What a value of an outside index gives. False when it lies outside the lines, or becomes too long to
 * be exact. */
bool instrument_convert(const struct conversion *conversion, struct fraction index,
                        struct fraction *value);
/* True when an outside index lies on the lines of its conversion. */
bool instrument_measures(const struct conversion *conversion, struct fraction index);
/* True when a number is what a metric asks for; exceeding it is enough, as later levels show. */
bool instrument_reaches(const struct metric *metric, struct fraction number);
/* The level of an indicator by its number, or NULL. */
const struct level *instrument_level(const struct instrument *instrument,
                                     const struct indicator *indicator, int number);

/* Position of an indicator by id (`length` bytes), or NOWHERE. `guess` is the position tried first
 * (documents mostly come in order): no hash is computed when it is right. */
int instrument_find_indicator(const struct instrument *instrument, const char *id, size_t length,
                              int guess);
/* Position of a criterion, in the same way. */
int instrument_find_criterion(const struct instrument *instrument, const char *id, size_t length,
                              int guess);

/* Position of the first slot of an indicator that is assessed in slots ("I35": that of "I35-1"; `length`
 * bytes), or NOWHERE. */
int instrument_find_slot(const struct instrument *instrument, const char *id, size_t length);

/* Builds the look-up after all arrays are in place; memory from `arena`. */
void instrument_index(struct instrument *instrument, struct arena *arena);

#endif
