/* pack: a rule pack, loaded through a worker, checked, and built into an instrument.
 *
 * A pack is a folder whose entry is pack.lua, which names the others. Its files return tables; the
 * worker runs them and sends the tables back as data; here they are held against the table of fields
 * (pack_field), against each other (check_tree, check_scale, check_case, check_price), and built into an
 * instrument (pack_build). The pack keeps its data, for `spbe rules show`. Complaints name file and line.
 *
 * Overlays can be put on it: the changed declaration is proved and built in the same way. pack_stack does
 * that for a list of names.
 *
 * PACK is an id ("spbe-2020": rules/spbe-2020 beside the program) or the path of a folder or of its
 * pack.lua. Files of a pack have plain names and lie in its folder, links are refused. */
#ifndef SPBE_PACK_H
#define SPBE_PACK_H

#include "complaint.h"
#include "crosswalk.h"
#include "error.h"
#include "instrument.h"
#include "pack_example.h"
#include "pack_folder.h"
#include "text.h"

struct pack;
struct overlay_file;

/* Loads PACK; yours to pack_free. Fails with an ERROR_PACK kind, file and line: when it cannot be read,
 * and when anything is wrong with it (the first complaint). */
struct pack *pack_load(const char *name, struct error *err);
/* Loads PACK also when there are complaints, for `spbe rules check`; NULL when it cannot be read at
 * all. Only pack_complaints and pack_free may be asked while there are any. */
struct pack *pack_open(const char *name, struct error *err);
/* The same of a pack whose files were kept in memory. place: for people; texts: with PACK_ENTRY among
 * them, read during the call. */
struct pack *pack_open_kept(const char *place, const struct pack_text *texts, size_t count,
                            struct error *err);
/* Puts overlays on a pack without complaints, in this order, once; then it may have some. They are the
 * pack's from here on. */
void pack_put_on(struct pack *pack, struct overlay_file *const *files, size_t count);
/* A pack that is nothing but the complaints of an overlay, which it takes. */
struct pack *pack_refused(struct overlay_file *file);
/* Builds the rules with some of the changes of its overlays: `on` has a flag for each of
 * instrument->changes. Criteria have the same positions in all of them; one that would have been added
 * counts in no year. Memory from `arena`. False when those rules are not sound, *out is then unset. */
bool pack_variant(const struct pack *pack, const bool *on, struct arena *arena,
                  struct instrument *out);
/* Frees it; NULL is taken. */
void pack_free(struct pack *pack);

/* What is wrong with it, in the order of files and lines. Borrowed, as all that follows, until
 * pack_free. */
const struct complaints *pack_complaints(const struct pack *pack);
/* The pack as the user named it, and the overlays on it: "rules/spbe-2020 + rules/koreksi". */
const char *pack_place(const struct pack *pack);

/* The instrument that was built. */
const struct instrument *pack_instrument(const struct pack *pack);
/* The worked examples, *count of them. */
const struct pack_example *pack_examples(const struct pack *pack, size_t *count);

/* The crosswalk that comes from another pack, by its id; NULL when there is none. */
const struct crosswalk *pack_crosswalk(const struct pack *pack, const char *from);
/* Holds the crosswalks of a pack without complaints against the packs that they come from, which are loaded
 * for it; then it may have some. For `spbe rules check`. */
void pack_check_crosswalks(struct pack *pack);

/* The bytes of file `i` of instrument->files, as they were read and hashed. */
const struct text *pack_source(const struct pack *pack, size_t i);

/* The whole pack as one JSON document with the keys of the fact files (id, title, …, domains → aspects
 * → indicators → levels → criteria), appended to *json. year 0: all criteria, with their `from` and
 * `until`; else only those that hold in `year`. Fails with PACK_YEAR before the first year. */
bool pack_show(const struct pack *pack, int year, struct text *json, struct error *err);

/* Ids of the packs beside the program, sorted; each and the array yours to free, NULL-terminated. */
char **pack_list(struct error *err);

#endif
