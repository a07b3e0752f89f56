/* dossier: plain records about an assessment file that are no part of the assessment itself: its
 * cover page, and evidence items as the file keeps them. Header only; `store` hands these out. */
#ifndef SPBE_DOSSIER_H
#define SPBE_DOSSIER_H

#include "assessment.h"

#include <stdbool.h>
#include <stdint.h>

/* What a file says of itself; borrowed until the store is closed or its next step ends. */
struct store_about {
    const char *instrument;   /* id: "spbe-2020" */
    const char *rules_sha256; /* of the pack it was made with; "" when not recorded */
    const char *agency;
    enum kind kind;
    int year;
    const char *person; /* name kept for later changes; NULL when nobody has been asked */
};

enum { EXHIBIT_NO_CONTENT = -1 };

/* An evidence item with what only the file knows of it. */
struct exhibit {
    const char *id; /* "E12" */
    const char *indicator;
    struct evidence item;  /* its `supports` and `items` are empty: see `criteria` */
    const char *criteria;  /* ids of the criteria and items it supports, by commas; "" when none */
    const char *withdrawn; /* the reason; NULL where it was not taken back */
    const char *replaced;  /* id of the newer version; NULL where there is none */
    bool stands;           /* it counts: neither withdrawn nor replaced */
    int64_t size;          /* bytes of the document, or EXHIBIT_NO_CONTENT */
    bool purged;           /* the content was here and was taken out on purpose */
};

/* What a verification went through. */
struct store_verdict {
    int64_t entries;   /* of the journal */
    int64_t documents; /* whose content was read and hashed */
    int64_t purged;    /* taken out on purpose */
    int64_t findings;  /* how often `found` was called */
    char head[65]; /* hash of the last entry; noted elsewhere, it proves that none was cut off */
};

#endif
