/* pack_table: what may stand in a pack, in one table.
 *
 * A row is a field: where it stands, its name, what it holds, whether it is needed, what it means. The
 * table is the check (pack_field), the order in which `spbe rules show --json` writes, and the page
 * `spbe help pack`. What reads a pack can rely on nothing that has no row here. */
#ifndef SPBE_PACK_TABLE_H
#define SPBE_PACK_TABLE_H

#include <stdbool.h>

/* The kinds of tables with names in a pack, in the order of the table of fields. */
enum record {
    RECORD_PACK,   /* what pack.lua returns */
    RECORD_NOTES,  /* what notes.lua returns */
    RECORD_CHECKS, /* what checks.lua returns */
    RECORD_DOMAIN, /* what domain_1.lua and its like return */
    RECORD_ASPECT, /* what aspect_1.lua and its like return, in a pack without domains */
    RECORD_INDICATOR,
    RECORD_SLOT,
    RECORD_LEVEL,
    RECORD_CRITERION,
    RECORD_METRIC,
    RECORD_CONVERSION,
    RECORD_DOUBT,
    RECORD_DIFFERENCE,
    RECORD_FILES,
    RECORD_YEARS,
    RECORD_STATUS,
    RECORD_SUCCESSOR,
    RECORD_STRUCTURE,
    RECORD_DOCUMENT,
    RECORD_SCALE,
    RECORD_ZERO,
    RECORD_FORMULA,
    RECORD_RANGE,
    RECORD_RESULT,
    RECORD_ROUNDING,
    RECORD_PREDICATE,
    RECORD_TARGET,
    RECORD_NAMES_META,
    RECORD_DUTY,
    RECORD_ITEMS,
    RECORD_RULE,
    RECORD_UPLOAD,
    RECORD_PORTAL,
    RECORD_PAPERS,
    RECORD_PAPER,
    RECORD_QUESTION,
    RECORD_PLAN,
    RECORD_STEP,
    RECORD_REPORT,
    RECORD_CONFLICT,
    RECORD_SOURCES_META,
    RECORD_REFERENCE,
    RECORD_SOURCE,
    RECORD_REMARK,
    RECORD_DISCREPANCY,
    RECORD_AGE,
    RECORD_COVERAGE,
    RECORD_EXAMPLE, /* examples.lua returns a list of them */
    RECORD_EXPECT,
    RECORD_CROSSWALK, /* what a file of files.crosswalks returns */
    RECORD_CROSSWALK_ROW,
    RECORD_PAIR,
    RECORD_OVERLAY, /* what overlay.lua returns */
    RECORD_CHANGE,
    RECORD_COUNT
};

enum field_type {
    FIELD_TEXT,        /* a text that is not empty */
    FIELD_NOTE,        /* a text that may be empty */
    FIELD_FLAG,        /* true or false */
    FIELD_WHOLE,       /* a whole number from 0 to 1,000,000 */
    FIELD_YEAR,        /* a year from 2000 to 2100 */
    FIELD_NUMBER,      /* an exact number: 13, 1.3, "20/6" */
    FIELD_TEXTS,       /* a list of texts that are not empty */
    FIELD_WHOLES,      /* a list of whole numbers */
    FIELD_RECORD,      /* a table with the fields of `inner` */
    FIELD_LIST,        /* a list of such tables */
    FIELD_BY_YEAR,     /* a table from years, written as texts, to texts */
    FIELD_BY_NAME,     /* a table from any names to texts */
    FIELD_NAME_LISTS,  /* a table from any names to lists of texts */
    FIELD_NUMBERS,     /* a list of exact numbers */
    FIELD_ROWS,        /* a list of lists of exact numbers */
    FIELD_LEVEL_NAMES, /* as FIELD_NAME_LISTS, or a table from numbers of levels to texts */
    FIELD_FREE,        /* anything but a function: for readers, nothing is computed from it */
    FIELD_OWN,         /* a table from words of records to tables from names to texts */
    FIELD_ANY,     /* a number, a text, true or false: what it must be depends on its neighbours */
    FIELD_FUNCTION /* a function that scores */
};

struct field {
    enum record record;
    enum field_type type;
    enum record inner; /* of FIELD_RECORD and FIELD_LIST; else RECORD_COUNT */
    bool required;
    const char *name;
    const char *meaning; /* one line, N_() */
};

/* The rows of a record, in order; a row whose record is another one ends them. */
const struct field *pack_fields(enum record record);
/* The row of a field by name, or NULL. */
const struct field *pack_field_row(enum record record, const char *name);
/* The word that `own_fields` uses for a record: "indicator"; NULL where it can have no own fields. */
const char *pack_record_word(enum record record);
/* What annotations for editors call a record: "Criterion"; NULL where nobody gave it a name. Static. */
const char *pack_record_class(enum record record);
/* What a record is, for the help page: "a criterion, in criteria". Translated. */
const char *pack_record_title(enum record record);
/* What must stand in a field, for people: "a list of texts". Translated. */
const char *pack_type_title(enum field_type type);

#endif
