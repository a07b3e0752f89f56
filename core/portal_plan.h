/* portal_plan: how what an agency has fits into the official application, indicator by indicator: which
 * files are uploaded as they are, which together in one archive, which not at all, and why.
 *
 * The limits are the instrument's (struct portal); where one is not known, nothing is refused for it. */
#ifndef SPBE_PORTAL_PLAN_H
#define SPBE_PORTAL_PLAN_H

#include "hand_over.h"

/* What becomes of a file. */
enum portal_way {
    PORTAL_ALONE,  /* uploaded as it is */
    PORTAL_PACKED, /* uploaded in the archive */
    PORTAL_LEFT    /* not uploaded */
};

/* Why a file is not uploaded. */
enum portal_reason {
    PORTAL_FITS,
    PORTAL_LARGE,   /* larger than a file may be */
    PORTAL_FULL,    /* the archive has no room left for it */
    PORTAL_TYPE,    /* of a kind that is not taken, and there is no archive */
    PORTAL_MANY,    /* there are more files than are taken, and there is no archive */
    PORTAL_NOT_HERE /* the assessment file has no content for it */
};

struct portal_file {
    const struct hand_item *item;
    enum portal_way way;
    enum portal_reason reason;
};

/* One indicator. */
struct portal_page {
    int indicator;
    const char *folder;  /* "I11 - Arsitektur SPBE"; NULL where nothing was said about it */
    const char *archive; /* "Indikator11.zip"; NULL where none is needed */
    struct portal_file *files;
    size_t file_count;
    size_t levels;  /* that want an explanation */
    size_t missing; /* of them without one */
    size_t lengthy; /* with one that is too long */
};

struct portal_plan {
    const struct hand_over *all;
    struct portal_page *pages; /* one an indicator */
    size_t used;               /* indicators about which anything was said */
    size_t unfit;              /* files and texts that do not fit */
};

/* Plans; everything from `arena`, or borrowed. */
void portal_plan(const struct hand_over *all, struct arena *arena, struct portal_plan *plan);

#endif
