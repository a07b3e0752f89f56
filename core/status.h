/* status: how far the work on an assessment is: by domain and by unit, who is late with what, and what each
 * indicator still needs, those that were returned first.
 *
 * A unit is late when its deadline, or else that of all, is over, and an indicator of its own waits for it: one
 * that was returned, or one that is neither complete nor handed in. Indicators without a unit are late as those
 * of nobody. */
#ifndef SPBE_STATUS_H
#define SPBE_STATUS_H

#include "command.h"
#include "error.h"
#include "session.h"
#include "text.h"

/* `spbe status FILE.spbe`; returns 0 when everything is complete, else 1, or sets *err. */
int status_run(const struct call *call, struct error *err);

/* Appends what `spbe status --json` writes, of an open session; today: "2026-11-22", for what is late. */
bool status_write(struct session *session, const char *today, struct text *out, struct error *err);

#endif
