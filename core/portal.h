/* portal: a folder with everything that is typed and uploaded into the official application:
 *
 *     BACA-DULU.txt                        what to do, limits, what does not fit, what is missing
 *     pertanyaan-umum.txt                  answers to the general questions
 *     I11 - Arsitektur SPBE/penjelasan.txt the text of each level
 *     I11 - Arsitektur SPBE/…              the file to upload: one document, or an archive of all
 *     I11 - Arsitektur SPBE/tidak-muat/…   documents that do not fit */
#ifndef SPBE_PORTAL_H
#define SPBE_PORTAL_H

#include "portal_plan.h"

/* Writes the folder, complete or not at all (out_folder.h says where it may lie). */
bool portal_write(struct store *store, const struct portal_plan *plan, const char *path,
                  struct error *err);

#endif
