/* result_head: how every document begins that a result is made into: which program, rules and assessment. */
#ifndef SPBE_RESULT_HEAD_H
#define SPBE_RESULT_HEAD_H

#include "evaluation.h"
#include "json_out.h"

/* The members format, engine, lang, rules (id, title, sha256), assessment and basis. */
void result_head_write(struct json_out *out, const char *format,
                       const struct evaluation *evaluation);
/* A key and an object of the index: value, exact, predicate. */
void result_head_index(struct json_out *out, const char *key, const struct evaluation *evaluation,
                       struct fraction exact);

#endif
