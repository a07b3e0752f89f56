/* rules_keep: rules put into an assessment file, so that results can be proved by them later. */
#ifndef SPBE_RULES_KEEP_H
#define SPBE_RULES_KEEP_H

#include "command.h"
#include "error.h"

/* `spbe rules keep FILE.spbe PACK_OR_OVERLAY...`; returns the exit status 0, or sets *err. */
int rules_keep_run(const struct call *call, struct error *err);

#endif
