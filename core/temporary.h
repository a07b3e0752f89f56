/* temporary: names of outputs that are not finished, and the end of those whose maker has died.
 *
 * An output is made under a hidden name beside its place and renamed into it. A program that is killed
 * (SIGKILL, no memory left) cannot take that away; whoever next makes an output in the same folder does. So
 * the name says who makes it:
 *
 *     .spbe-<machine>-<process>-<start>-XXXXXX
 *
 * machine: 16 hexadecimal digits, the same for all processes that see each other: of the running system (it
 * changes when the computer starts anew) and of the space of process numbers (that of a container). start: when
 * the process began, in the system's ticks, since numbers are used again. SQLite may have added "-journal".
 *
 * Removed is only what has exactly such a name, is a file or folder of the same user, and was made by a process
 * of this machine that certainly is no more. A name of another machine, on a shared folder, or of before the last
 * start of this one cannot be judged and stays, as does everything else that begins with ".spbe-". No lock is
 * needed, and none can be lost: a dead process does not come back. */
#ifndef SPBE_TEMPORARY_H
#define SPBE_TEMPORARY_H

#include "text.h"

/* Appends to *path, which names a folder with its "/" or is empty (the working folder), a pattern for mkostemp
 * or mkdtemp, after removing from that folder what dead processes left there. Never fails: where the system
 * tells too little about processes, nothing is removed, and the name is .spbe-XXXXXX. */
void temporary_pattern(struct text *path);

/* Removes a file, or a folder with all that lies in it; links are removed, not followed. What cannot be removed
 * stays. */
void temporary_remove(const char *path);

#endif
