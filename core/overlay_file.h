/* overlay_file: one overlay, read from its folder through a worker of its own, checked by itself. */
#ifndef SPBE_OVERLAY_FILE_H
#define SPBE_OVERLAY_FILE_H

#include "complaint.h"
#include "error.h"
#include "pack_folder.h"

struct overlay_file;

/* Reads an overlay by its id or path; yours to overlay_file_free. NULL when it cannot be read at all;
 * what is wrong with what it declares are complaints. */
struct overlay_file *overlay_file_open(const char *name, struct error *err);
/* The same of a file that was kept in memory. place: its folder as people know it ("koreksi"), copied; text:
 * its name must be OVERLAY_ENTRY; read during the call. */
struct overlay_file *overlay_file_open_kept(const char *place, const struct pack_text *text,
                                            struct error *err);
/* Frees it; NULL is taken. */
void overlay_file_free(struct overlay_file *file);

/* What is wrong with it by itself. Borrowed, as all below. */
const struct complaints *overlay_file_complaints(const struct overlay_file *file);
/* The same, handed over; they must be released before the file is freed. */
struct complaints overlay_file_take_complaints(struct overlay_file *file);

/* Its file, named after its id ("koreksi/overlay.lua"), with what it declares. */
const struct source *overlay_file_source(const struct overlay_file *file);
/* Its folder as the user named it. */
const char *overlay_file_place(const struct overlay_file *file);
/* The id of the pack that it changes; of a file without complaints. */
const char *overlay_file_base(const struct overlay_file *file);

#endif
