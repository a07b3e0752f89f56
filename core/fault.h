/* fault: what went wrong in foreign Lua, in a form that crosses from the worker to the program.
 *
 * The worker knows neither the reader's language nor the pack's folder, and is not trusted with whole
 * sentences. So it sends the name of a row of message.h, the details that fill it, and file and line;
 * the program finds the row in a table of those that a worker may use, translates, and adds the place.
 * Rows used here take only %s, at most FAULT_DETAILS of them. */
#ifndef SPBE_FAULT_H
#define SPBE_FAULT_H

#include "error.h"
#include "text.h"

enum { FAULT_DETAILS = 2, FAULT_DETAIL_BYTES = 128 };

struct fault {
    const char *id;  /* name of the row, static; NULL = nothing went wrong */
    char where[128]; /* "domain_1.lua:12", "domain_1.lua: aspects[1].weight"; "" when not known */
    char detail[FAULT_DETAILS][FAULT_DETAIL_BYTES]; /* "" when the row has fewer */
};

/* Sets *fault, unless it is already set, and returns false. Written as fault_set(fault, M_X, where,
 * first, second) with a row of message.h; the row must stand in the table of fault.c (asserted).
 * where, first, second: NULL or "" when not needed; too long ones are cut ("…"); what is
 * no printable UTF-8 becomes '?'. */
bool fault_set(struct fault *fault, enum error_kind kind, const char *id, const char *format,
               const char *where, const char *first, const char *second);

/* Appends {"error":{"where":"…","id":"…","with":["…","…"]}}, the message in which a worker reports. */
void fault_write(const struct fault *fault, struct text *json);
/* Reads such a message. False when it is none, or names no row of the table. */
bool fault_read(const char *json, size_t length, struct fault *fault);

/* Turns a fault into the one sentence of *err, in the reader's language. Returns false.
 * kind:  instead of the row's own, for a template or script; ERROR_NONE keeps the row's, and what is
 *        said of a command line keeps its own.
 * place: the pack, template or script as the user named it: "rules/x" and "domain_1.lua:12" become
 *        "rules/x/domain_1.lua:12"; "x/report.lua" and "report.lua:3" become "x/report.lua:3". */
bool fault_error(const struct fault *fault, enum error_kind kind, const char *place,
                 struct error *err);

#endif
