/* exchange_writer: what an assessment says about one indicator, written as canonical JSON. */
#ifndef SPBE_EXCHANGE_WRITER_H
#define SPBE_EXCHANGE_WRITER_H

#include "assessment.h"
#include "text.h"

#include <stdbool.h>
#include <stddef.h>

/* True when the assessment says anything about the indicator at position `indicator`. */
bool exchange_has_response(const struct assessment *assessment, size_t indicator);

/* Appends the indicator's object, from its opening bracket to its closing one, over several lines. */
void exchange_write_response(const struct assessment *assessment, size_t indicator,
                             struct text *out);

#endif
