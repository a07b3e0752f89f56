/* file: whole files in, whole files out, and where the program's own files lie.
 *
 * Outputs appear complete or not at all: they are written to a temporary name in the same folder,
 * synced, renamed, and the folder synced. What a killed program left there goes with the next output in
 * that folder (temporary.h). */
#ifndef SPBE_FILE_H
#define SPBE_FILE_H

#include "error.h"
#include "text.h"

/* Reads all of `path` ("-" = standard input) into *out (cleared first).
 * Fails with FILE_OPEN, FILE_FOLDER, FILE_READ, or FILE_LARGE beyond `max` bytes, with the path as
 * place. Named pipes and devices are read to their end. */
bool file_read(const char *path, size_t max, struct text *out, struct error *err);

/* Puts `length` bytes into `path`, whole or not at all. "-" writes to standard output; a pipe or a
 * device is written to as it is; a link stays, and the file it leads to is replaced.
 * Fails with FILE_FOLDER, FILE_DATABASE (an assessment file is never replaced) or FILE_WRITE; the old
 * content is then untouched and nothing is left behind. Standard output fails with COMMAND_OUTPUT. */
bool file_write(const char *path, const char *bytes, size_t length, struct error *err);

/* Names a fresh temporary file beside `path` (beside the file it leads to, when it is a link) for a
 * library that opens files itself; *name is yours to free. The file exists, is empty, and has mode
 * 0600. Until it is committed or abandoned, SIGINT, SIGTERM and SIGHUP wait, so that an interrupted
 * program leaves no such file behind. Fails with FILE_FOLDER, FILE_SPECIAL (a pipe or device),
 * FILE_DATABASE (an assessment file, which no output may replace), FILE_WRITE. */
bool file_temporary(const char *path, char **name, struct error *err);
/* Removes a temporary file; signals that have waited end the program here. */
void file_abandon(const char *temporary);
/* Gives `temporary` the name `path`, synced, with the rights of a new file; on failure abandons it. */
bool file_commit(const char *temporary, const char *path, struct error *err);

/* Lets SIGINT, SIGTERM and SIGHUP wait, as between file_temporary and file_commit, for who writes more than
 * one file; files that are written meanwhile do not end the wait. Not nested. */
void file_hold_signals(void);
/* Lets them through again; those that have waited end the program here. */
void file_free_signals(void);

/* As file_commit, but never replaces a file: fails with FILE_EXISTS when `path` is there already, even if
 * it came in this moment. */
bool file_commit_new(const char *temporary, const char *path, struct error *err);

/* True when `path` is a pipe or a device: it is written to as it is, never replaced. */
bool file_is_special(const char *path);
/* True when `path` can be read as a regular file. */
bool file_exists(const char *path);

/* The program's data: `name` ("rules/spbe-2020/pack.lua", "templates/lang") below the folder that
 * holds rules/ and templates/, found from the running program's own path: the checkout it was built
 * in (build/spbe), or PREFIX/share/spbe for PREFIX/bin/spbe. Yours to free. Fails with FILE_RESOURCE. */
char *file_resource(const char *name, struct error *err);
/* The resolved path of the running program, for starting it again; yours to free. */
char *file_program(struct error *err);

#endif
