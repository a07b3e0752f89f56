/* hand: an assessment file with evidence of every kind, for tests of what is handed over.
 *
 *     struct hand hand;
 *     hand_open(&hand);                       in a folder of its own (support_store)
 *     hand_attach(&hand, "I01.2.a", "perwali.pdf", "isi", "Perwali 1");
 *     struct hand_over all = hand_gather(&hand);
 *     hand_close(&hand);
 *
 * All of it ends the test when something fails that should not. */
#ifndef SPBE_SUPPORT_HAND_H
#define SPBE_SUPPORT_HAND_H

#include "hand_over.h"
#include "support_store.h"

struct hand {
    struct place place;
    struct store *store;
    struct arena arena;
};

/* Makes the file kota.spbe of "Kota Uji", 2024. */
void hand_open(struct hand *hand);
/* Removes all of it. */
void hand_close(struct hand *hand);
/* Attaches a document of that content; title may be NULL. */
void hand_attach(struct hand *hand, const char *target, const char *file, const char *content,
                 const char *title);
/* Attaches a document of `bytes` bytes. */
void hand_attach_large(struct hand *hand, const char *target, const char *file, size_t bytes);
/* Describes a document whose content is elsewhere, as an import does. */
void hand_describe(struct hand *hand, const char *indicator, const char *id, const char *title);
/* Takes an item back, purging its content. */
void hand_withdraw(struct hand *hand, const char *id, bool purge);
/* Puts a newer version in the place of an item. */
void hand_replace(struct hand *hand, const char *id, const char *file, const char *content);
/* Changes one fact. */
void hand_set(struct hand *hand, enum field field, const char *indicator, const char *subject,
              const char *now);
/* What is handed over now. */
struct hand_over hand_gather(struct hand *hand);

#endif
