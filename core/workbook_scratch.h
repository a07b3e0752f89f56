/* workbook_scratch: where the spreadsheet library keeps the parts of a workbook before it packs them.
 *
 * The library writes each part into a scratch file, which it gets from a function of its own that its
 * header exports, lxw_tmpfile, and does not look whether writing worked: on a full disk it packs a part
 * without its end and reports success. This module defines that function, and the dynamic linker gives
 * the library ours: scratch files are memory. So nothing can be cut off, nothing about an agency lies in
 * /tmp, and it is faster too. A test of full disks (tests/cli/report.sh) fails where the linker does not
 * do this. */
#ifndef SPBE_WORKBOOK_SCRATCH_H
#define SPBE_WORKBOOK_SCRATCH_H

#include <stdio.h>

/* A stream to write, to rewind, and to read, in memory; closed with fclose. NULL with errno when there can
 * be none. */
FILE *workbook_scratch_open(void);

#endif
