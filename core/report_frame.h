/* report_frame: what is the same in all result documents of an instrument, written once.
 *
 * The rules with their hashes, the scale, names and weights make up most of a short document. A frame holds
 * them as JSON, so that a batch only copies them. Used by `report`. */
#ifndef SPBE_REPORT_FRAME_H
#define SPBE_REPORT_FRAME_H

#include "evaluation.h"
#include "json_out.h"

#include <stddef.h>

struct report_frame;

/* An empty frame; it is filled by report_frame_fit. Yours to report_frame_free. */
struct report_frame *report_frame_new(void);
/* Frees it; NULL is taken. */
void report_frame_free(struct report_frame *frame);

/* Makes the frame one for the evaluation's instrument and year, if it is not already. */
void report_frame_fit(struct report_frame *frame, const struct evaluation *evaluation);

/* The members format, engine, lang and rules. */
void report_frame_rules(const struct report_frame *frame, struct json_out *out);
/* The members guideline, year_used and scale. */
void report_frame_scale(const struct report_frame *frame, struct json_out *out);
/* The members id, no, name, weight and units of a domain by its position. */
void report_frame_domain(const struct report_frame *frame, size_t position, struct json_out *out);
/* The same of an aspect. */
void report_frame_aspect(const struct report_frame *frame, size_t position, struct json_out *out);
/* The members id, no, name, short_name, kind, weight, units and max of an indicator. */
void report_frame_indicator(const struct report_frame *frame, size_t position,
                            struct json_out *out);

#endif
